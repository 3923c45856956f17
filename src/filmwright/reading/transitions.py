"""How a shot goes over into the next, where the text says more than a cut: "dissolve to", "fondu enchaîné"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from filmwright.spec.film import Film
from filmwright.spec.shot import Transition

USUAL_S = 1.0  # of a dissolve; chosen
MOST = 1 / 3  # of the shorter shot that a dissolve takes; chosen: two dissolves leave as much between them
_DISSOLVES = re.compile(
    r"\b(?:dissolv\w*|cross[\s-]?fad\w*|fades?\s+(?:in)?to|fondu\w*|fundido|ü?u?e?berblendung)\b", re.IGNORECASE
)


def dissolves(words: str) -> bool:
    """Whether the words between two shots ask for a dissolve rather than a cut.

    >>> dissolves("DISSOLVE TO:"), dissolves("Cut to"), dissolves("FADE IN:")
    (True, False, False)
    """
    return _DISSOLVES.search(words) is not None


def lengths(seconds: Sequence[float], reached: Mapping[int, str]) -> dict[int, float]:
    """Seconds of the dissolve that each shot ends with, by its index, where the words that lead to the next ask for one."""
    return {
        n - 1: min(USUAL_S, MOST * min(seconds[n - 1], seconds[n]))
        for n, words in sorted(reached.items())
        if 0 < n < len(seconds) and dissolves(words)
    }


def joined(film: Film, reached: Mapping[int, str]) -> Film:
    """The film with the dissolves that lead to its shots (words by index), each take as much longer as it is mixed with the next, so
    that the film lasts as long as before."""
    over = lengths([shot.seconds for shot in film.shots], reached)
    shots = [
        shot
        if n not in over
        else shot.model_copy(
            update={"seconds": shot.seconds + over[n], "into": Transition(kind="dissolve", seconds=over[n])}
        )
        for n, shot in enumerate(film.shots)
    ]
    return Film.model_validate(film.model_copy(update={"shots": tuple(shots)}).model_dump())
