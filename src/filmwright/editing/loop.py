"""loop: after the last picture of a film comes its first, and nobody sees where."""

from __future__ import annotations

from filmwright.content.deeds import phases
from filmwright.content.stageable import stageable
from filmwright.editing.settle import settled, with_shots
from filmwright.errors import BadInput
from filmwright.spec.film import LONGEST_S, Film, spans
from filmwright.spec.shot import Cut, Shot, Transition

USUAL_S = 1.0  # over which what cannot repeat itself goes over into its beginning; chosen
WHERE = "loop"


def loop(film: Film, seconds: float | None = None) -> Film:
    """The film as a ring. A single shot whose hero stays in place is shot anew, as long as it is, with a camera that goes there and
    back and people who end as they began; what does not repeat itself there (water, snow, passers-by) dissolves into its beginning
    over `seconds`. So does the end of any other film, which becomes so much shorter and keeps its frames. Raises BadInput if there is
    no room for that."""
    film = settled(film)
    shots, shown = list(film.shots), spans(film)
    length = shown[-1].pictures - shown[-1].over
    if len(shots) == 1:
        longest = length // 2
    else:
        longest = min(shown[0].pictures - shown[0].over, shown[-1].pictures - shown[-2].over)
    longest = min(longest, 10 * film.fps)
    over = min(round(USUAL_S * film.fps), longest) if seconds is None else round(seconds * film.fps)
    if not 1 <= over <= longest:
        hint = f"Give --seconds from {1 / film.fps:.3g} to {longest / film.fps:.4g}." if longest else None
        raise BadInput("There is no room in the film to go over into its beginning", where=WHERE, hint=hint)
    shots[-1] = shots[-1].model_copy(update={"into": Transition(kind="dissolve", seconds=over / film.fps)})
    if len(shots) == 1 and _can_turn(shots[0], film.seed):
        shots[0] = _turning(shots[0], length, over, film.fps)
    return with_shots(film, shots, where=WHERE)


def _turning(shot: Shot, pictures: int, over: int, fps: int) -> Shot:
    """The shot as one that repeats itself after so many pictures, and goes on for those that are dissolved."""
    cut = shot.cut or Cut()
    pictures = min(pictures, round(LONGEST_S * fps) - over)
    return shot.model_copy(
        update={
            "seconds": (pictures + over) / fps,
            "start_s": shot.start_s + cut.from_s * shot.pace,
            "pace": shot.pace * cut.rate,
            "period_s": pictures / fps,
            "span_s": None,
            "camera": shot.camera.model_copy(update={"span_s": None}),
            "cut": None,
        }
    )


def _can_turn(shot: Shot, seed: int) -> bool:
    """Whether something in a shot can end as it began that would not by itself: its camera moves, or somebody is there, and the one
    the camera is on goes nowhere."""
    cast = stageable(shot, seed).shot.cast
    if not cast:
        return any(move != "static" for move in shot.camera.moves)
    return not any(phase.goes for phase in phases(cast[0]))
