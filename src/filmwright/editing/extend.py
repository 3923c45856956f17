"""extend: a shot goes on after its end, or begins earlier, without a jump. What exists is left alone: its frames are found."""

from __future__ import annotations

import math
from typing import NamedTuple

from filmwright.editing.settle import settled, shot_at, with_shots
from filmwright.errors import BadInput
from filmwright.spec.film import Film, spans
from filmwright.spec.shot import Cut, Shot

WHERE = "extend"


class Extended(NamedTuple):
    """The longer Film, and for each of its shots the index of the shot it came of."""

    film: Film
    came_of: list[int]


def extend(film: Film, seconds: float, shot: int = -1, forward: bool = True) -> Extended:
    """The film with the shot of that number (from 1; -1: the last, or the first where it is to begin earlier) so many seconds longer.
    What a trim cut off there is shown again first. The rest is a further take that goes on with the same camera and the same actions:
    the camera, once its move is over, comes to rest. Raises BadInput if there is no such shot, or no room in the film."""
    film = settled(film)
    if not (math.isfinite(seconds) and seconds * film.fps >= 0.5):
        raise BadInput(
            "There is nothing to extend by", where=WHERE, hint="Give --seconds more than 0, like --seconds 2."
        )
    number = (len(film.shots) if forward else 1) if shot == -1 else shot
    index = shot_at(film, number, where=WHERE)
    _check_repeats(film, index)
    pictures = round(seconds * film.fps)
    if forward:
        return _after(film, index, pictures)
    return _before(film, index, pictures)


def _check_repeats(film: Film, index: int) -> None:
    """Raises BadInput for a shot that repeats itself: it has neither beginning nor end."""
    if film.shots[index].period_s is not None:
        raise BadInput(f"Shot {index + 1} repeats itself", where=WHERE, hint="Extend the film before it is looped.")


def _after(film: Film, index: int, pictures: int) -> Extended:
    shot, span = film.shots[index], spans(film)[index]
    take = round(shot.seconds * film.fps)
    at = span.moment(span.pictures)  # of the first picture there is not
    again = min(pictures, max(0, math.floor((take - 1 - at) / span.rate + 1e-6) + 1))
    shots, came_of = list(film.shots), list(range(len(film.shots)))
    if again:
        end = min(math.ceil(span.moment(span.pictures - 1 + again) - 1e-6) + 1, take)
        shots[index] = shot = _cut(shot, to_s=None if end == take else end / film.fps)
    if pictures > again:
        shots[index] = shot.model_copy(update={"into": None})
        frames = _frames(pictures - again, span.rate)
        shots.insert(index + 1, _further(shot, span.moment(span.pictures + again), frames, film.fps))
        came_of.insert(index + 1, index)
    return Extended(with_shots(film, shots, where=WHERE), came_of)


def _before(film: Film, index: int, pictures: int) -> Extended:
    shot, span = film.shots[index], spans(film)[index]
    led_in = film.shots[index - 1].into if index else None
    if led_in is not None and led_in.kind == "match_cut":
        hint = f"Extend shot {index}, which leads into it, or make that a plain cut: blend --shot {index} --seconds 0."
        raise BadInput(f"Shot {index + 1} begins with the camera's move of the shot before", where=WHERE, hint=hint)
    again = min(pictures, math.floor(span.first / span.rate + 1e-6))
    begins = round(span.first - again * span.rate)
    shots, came_of = list(film.shots), list(range(len(film.shots)))
    if again:
        shots[index] = shot = _cut(shot, from_s=begins / film.fps)
    if pictures > again:
        frames = _frames(pictures - again, span.rate)
        shown = math.floor((frames - 1) / span.rate + 1e-6) + 1
        # From its last picture to the first there was it is as far as between any two.
        part = _further(shot, begins - shown * span.rate, frames, film.fps)
        shots.insert(index, part.model_copy(update={"into": None}))
        came_of.insert(index, index)
    return Extended(with_shots(film, shots, where=WHERE), came_of)


def _cut(shot: Shot, **changes: float | None) -> Shot:
    """The shot, trimmed otherwise."""
    cut = (shot.cut or Cut()).model_copy(update=changes)
    return shot.model_copy(update={"cut": None if cut == Cut() else cut})


def _frames(pictures: int, rate: float) -> int:
    """Frames of a take that so many pictures are made of."""
    return math.ceil((pictures - 1) * rate - 1e-6) + 1


def _further(shot: Shot, first: float, frames: int, fps: int) -> Shot:
    """A take of so many frames that goes on with another, of whose frames its first would be number `first`; that may lie before or
    after those there are, and between two."""
    rate = shot.cut.rate if shot.cut is not None else 1.0
    begin_s, end_s = shot.camera.span_s or (0.0, shot.seconds)
    camera = shot.camera.model_copy(update={"span_s": (begin_s - first / fps, end_s - first / fps)})
    return shot.model_copy(
        update={
            "seconds": frames / fps,
            "start_s": shot.start_s + first / fps * shot.pace,
            "span_s": shot.span_s or (shot.start_s, shot.start_s + shot.seconds * shot.pace),
            "camera": camera,
            "cut": None if rate == 1 else Cut(rate=rate),
        }
    )
