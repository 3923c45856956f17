"""What every verb does first and last: lengths that hold wherever a shot stands, and a Film that is checked again."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from filmwright.errors import BadInput
from filmwright.spec.film import Film, frame_counts
from filmwright.spec.shot import Shot


def settled(film: Film) -> Film:
    """The same film with every take as many whole frames long as it was made. A take's frames are counted from the running time of
    the film, so a length between two frames may be one more or one less elsewhere, and its frames would be made anew."""
    shots = [
        shot.model_copy(update={"seconds": count / film.fps})
        for shot, count in zip(film.shots, frame_counts(film), strict=True)
    ]
    return film.model_copy(update={"shots": tuple(shots)})


def with_shots(film: Film, shots: Sequence[Shot], *, where: str) -> Film:
    """The film with other shots, checked as a whole. Raises BadInput, naming `where` the change was asked for."""
    try:
        return Film.model_validate(film.model_copy(update={"shots": tuple(shots)}).model_dump())
    except ValidationError as wrong:
        first = wrong.errors()[0]
        message = str(first["msg"]).removeprefix("Value error, ")
        raise BadInput(message[0].upper() + message[1:], where=where) from wrong


def still_joined(shots: Sequence[Shot], came_of: Sequence[int | None], count: int) -> list[Shot]:
    """The shots, which came of those of these indices among `count` (None: of none); one that is followed by another shot than before
    goes over into it by a plain cut."""
    pairs = list(zip(came_of, [*came_of[1:], *came_of[:1]], strict=True))
    last = len(shots) - 1
    return [
        shot
        if came is not None and follower == (came + 1) % count and (came == count - 1) == (n == last)
        else shot.model_copy(update={"into": None})
        for n, (shot, (came, follower)) in enumerate(zip(shots, pairs, strict=True))
    ]


def shot_at(film: Film, number: int, *, where: str) -> int:
    """The index of a shot by its number, which counts from 1. Raises BadInput."""
    count = len(film.shots)
    if not 1 <= number <= count:
        hint = f"It has shots 1 to {count}." if count > 1 else "It has one shot, number 1."
        raise BadInput(f"The film has no shot {number}", where=where, hint=hint)
    return number - 1
