"""recut: trim, retime and reorder shots. Takes are left as they are; only what is shown of them changes, so nothing is rendered."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from filmwright.editing.settle import settled, shot_at, still_joined, with_shots
from filmwright.errors import BadInput
from filmwright.spec.film import Film, Span, spans
from filmwright.spec.shot import Cut, Shot

SLOWEST, FASTEST = 0.1, 10.0  # as the Film allows
_NUMBER = r"\d+(?:\.\d+)?"


class Trim(NamedTuple):
    """Show a shot from one of its seconds, as it runs now, to another (None: its beginning, its end). Both None: the whole take,
    whatever was cut off before."""

    shot: int
    from_s: float | None
    to_s: float | None


class Retime(NamedTuple):
    """Play a shot so many times as fast as it runs now."""

    shot: int
    rate: float


class Last(NamedTuple):
    """Play a shot so fast that it lasts so many seconds."""

    shot: int
    seconds: float


class Order(NamedTuple):
    """The shots of the film by number, in the order they are to be seen; one that is left out is cut out."""

    shots: tuple[int, ...]


Edit = Trim | Retime | Last | Order


def recut(film: Film, edits: Sequence[Edit]) -> Film:
    """The film cut anew. Shots are named by their numbers in the film as it is, from 1; order comes last. A dissolve stays
    where the same two shots still meet. Raises BadInput for a shot that is not there or a time outside it."""
    film = settled(film)
    shots = list(film.shots)
    order = list(range(len(shots)))
    for edit in edits:
        if isinstance(edit, Order):
            order = [shot_at(film, number, where="--order") for number in edit.shots]
            continue
        index = shot_at(film, edit.shot, where=_OPTION[type(edit)])
        # Only what this edit names is looked at: dissolves are checked when all is done.
        alone = film.model_copy(update={"shots": (shots[index].model_copy(update={"into": None}),)})
        cut = _cut(edit, alone.shots[0], spans(alone)[0], film.fps)
        shots[index] = shots[index].model_copy(update={"cut": cut})
    if not order:
        raise BadInput("No shot is left", where="--order", hint=f"Name some of 1 to {len(shots)}.")
    return with_shots(film, still_joined([shots[k] for k in order], order, len(shots)), where="recut")


def _cut(edit: Trim | Retime | Last, shot: Shot, span: Span, fps: int) -> Cut | None:
    """The cut of one shot after an edit; None where all of the take is shown as it was shot."""
    take = round(shot.seconds * fps)
    old = shot.cut or Cut()
    if isinstance(edit, Trim):
        if edit.from_s is None and edit.to_s is None:
            return None if old.rate == 1 else Cut(rate=old.rate)
        first, last = _trimmed(edit, span, fps)
        begin, end = round(span.moment(first)), math.ceil(span.moment(last) - 1e-6) + 1
        whole = begin == 0 and end >= take and old.rate == 1
        return None if whole else Cut(from_s=begin / fps, to_s=end / fps, rate=old.rate)
    steps = len(span.frames) - 1  # from the first frame shown to the last
    rate = old.rate * edit.rate if isinstance(edit, Retime) else steps / max(1, round(edit.seconds * fps) - 1)
    where = f"{_OPTION[type(edit)]} {edit.shot}"
    if steps < 1:
        raise BadInput("One frame cannot be played faster or slower", where=where)
    if not SLOWEST <= rate <= FASTEST:
        fitting = min(max(rate, SLOWEST), FASTEST)
        nearest = f"{fitting / old.rate:g}x" if isinstance(edit, Retime) else f"{(steps / fitting + 1) / fps:.3g} s"
        raise BadInput(
            f"The shot would run {rate:.3g} times as fast as it was shot",
            where=where,
            hint=f"The nearest is {nearest}.",
        )
    untouched = rate == 1 and old.from_s == 0 and old.to_s is None
    return None if untouched else old.model_copy(update={"rate": rate})


def _trimmed(edit: Trim, span: Span, fps: int) -> tuple[int, int]:
    """The first and the last picture of a shot that a trim leaves. Raises BadInput."""
    length_s = span.pictures / fps
    where = f"--trim {edit.shot}"
    first = round((edit.from_s or 0.0) * fps)
    end = span.pictures if edit.to_s is None else round(edit.to_s * fps)
    if first >= span.pictures or end > span.pictures:
        raise BadInput(
            f"Shot {edit.shot} lasts {length_s:g} s, not {max(edit.from_s or 0.0, edit.to_s or 0.0):g} s",
            where=where,
            hint=f"Try {edit.shot}:{min(edit.from_s or 0.0, max(0.0, length_s - 1 / fps)):.3g}-{length_s:.4g}.",
        )
    if end <= first:
        raise BadInput("A trim ends after it begins", where=where, hint=f"Write {edit.shot}:FROM-TO in seconds.")
    return first, end - 1


_OPTION: dict[type, str] = {Trim: "--trim", Retime: "--retime", Last: "--seconds"}


def trim_of(text: str) -> Trim:
    """The trim of "1:0.5-3", "1:-3", "1:0.5-" or "1:all". Raises BadInput."""
    found = re.fullmatch(rf"(\d+):(?:(all)|({_NUMBER})?-({_NUMBER})?)", _plain(text))
    if found is None or (found[2] is None and found[3] is None and found[4] is None):
        raise BadInput(f"{text!r} is no trim", where="--trim", hint="Write SHOT:FROM-TO in seconds, like 1:0.5-3.")
    begin, end = (None if part is None else float(part) for part in (found[3], found[4]))
    return Trim(int(found[1]), begin, end)


def retime_of(text: str) -> Retime:
    """The speed of "1:2x", "1:0.5x" or "1:50%". Raises BadInput."""
    found = re.fullmatch(rf"(\d+):({_NUMBER})(x|%)?", _plain(text).replace("×", "x"))
    if found is None or not float(found[2]):
        raise BadInput(f"{text!r} is no speed", where="--retime", hint="Write SHOT:SPEED, like 1:2x or 1:50%.")
    return Retime(int(found[1]), float(found[2]) / (100 if found[3] == "%" else 1))


def last_of(text: str) -> Last:
    """The length of "1:3" or "1:3s". Raises BadInput."""
    found = re.fullmatch(rf"(\d+):({_NUMBER})s?", _plain(text))
    if found is None or not float(found[2]):
        raise BadInput(f"{text!r} is no length", where="--seconds", hint="Write SHOT:SECONDS, like 1:3.")
    return Last(int(found[1]), float(found[2]))


def order_of(text: str) -> Order:
    """The order of "2,1,3". Raises BadInput."""
    numbers = _plain(text).split(",")
    if not all(number.isdecimal() for number in numbers):
        raise BadInput(f"{text!r} is no order", where="--order", hint="Write the shots' numbers, like 2,1,3.")
    return Order(tuple(int(number) for number in numbers))


def _plain(text: str) -> str:
    """Without spaces, in lower case, a dash as a hyphen."""
    return "".join(text.lower().split()).replace("–", "-")
