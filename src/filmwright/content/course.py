"""What an animal or a vehicle does in turn, as functions of time: how fast it goes, how far it has come, how high it is."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import F64, Turn

ALOFT = ("fly", "soar", "glide", "hover", "migrate", "circle")
"""What is done in the air all the time."""
LEAVES, COMES = ("take_off", "launch", "rise", "ascend"), ("land", "descend")
"""What begins on the ground and ends in the air, and the other way round."""
LEAPS = ("jump", "pounce")
"""What takes an animal onto what the text puts it on, if it does that first."""
MOST_M = 13.0  # as far as something travels in a shot: the set is no longer; chosen
_DOWN = frozenset(("sit", "lie", "rest", "sleep", "chew"))
_SHIFTS = _DOWN | {"dig", "stretch", "jump"}
_PAUSE = "stop"  # a stand between two other deeds
_LIFTS_AT = {"nose": 0.30, "straight": 0.0}  # of a take-off: the share that is gone along the ground before it; chosen


Course = tuple[Turn, ...]


def share(turn: Turn, t: F64) -> F64:
    """How far a deed has come about (F,), 0..1."""
    u = np.clip((t - turn.begins_s) / max(turn.settled_s - turn.begins_s, 1e-6), 0.0, 1.0)
    return np.asarray(u * u * (3 - 2 * u))


def speed(course: Course, t: F64) -> F64:
    """Metres a second (F,)."""
    out = np.full(len(t), course[0].speed_m_s)
    for before, turn in itertools.pairwise(course):
        out += (turn.speed_m_s - before.speed_m_s) * share(turn, t)
    return out


def gone(course: Course, t: F64) -> F64:
    """Metres (F,) along the way, counted from where it is at time 0."""
    out = course[0].speed_m_s * np.asarray(t, float)
    for before, turn in itertools.pairwise(course):
        lasts = max(turn.settled_s - turn.begins_s, 1e-6)
        u = np.clip((t - turn.begins_s) / lasts, 0.0, 1.0)
        changed = lasts * (u**3 - u**4 / 2) + np.maximum(t - turn.settled_s, 0.0)
        out = out + (turn.speed_m_s - before.speed_m_s) * changed
    return np.asarray(out)


def high(course: Course, t: F64) -> F64:
    """How high it is (F,), 0 on the ground, 1 as high as it flies."""
    came = _begins_at(course[0])
    out = np.full(len(t), came)
    for turn in course:
        low_s, high_s = turn.rises
        u = np.clip((t - low_s) / max(high_s - low_s, 1e-6), 0.0, 1.0)
        out += (turn.high - came) * (u * u * (3 - 2 * u))
        came = turn.high
    return out


def _begins_at(first: Turn) -> float:
    """How high it is before its first deed changes that."""
    lands = first.kind in COMES and first.rises[1] > first.rises[0]
    return 1.0 if lands or (first.kind in ALOFT and first.high > 0) else 0.0


def timed(natural: Sequence[float], fixed: dict[int, float], lasts_s: float) -> list[float]:
    """When each of several deeds begins to come about, in seconds: those of `fixed` as told, the others as they last (`natural`), all the
    sooner in a short shot."""
    begins = [0.0]
    n = 0
    while n < len(natural):
        end = next((k for k in sorted(fixed) if k > n), len(natural))
        until = fixed.get(end, lasts_s)
        factor = min(1.0, max(until - begins[n], 0.1) / sum(natural[n:end])) if end == len(natural) else 1.0
        if end < len(natural):
            factor = max(until - begins[n], 0.1) / sum(natural[n:end])
        for k in range(n + 1, end):
            begins.append(begins[-1] + factor * natural[k - 1])
        if end < len(natural):
            begins.append(max(fixed[end], begins[-1] + 0.1))
        n = end
    return begins


class Deed(NamedTuple):
    """One of several deeds before it has its time: how fast it goes, whether the thing can fly, and when the text has it begin (share)."""

    kind: str
    speed_m_s: float = 0.0
    flies: bool = False
    at: float | None = None


def planned(
    deeds: Sequence[Deed], lasts_s: float, *, heavy: bool, climbs: str = "straight", size_m: float = 1.0
) -> Course:
    """The deeds with their times, in a shot of so many seconds. heavy: it speeds up and stops as a vehicle does; `climbs`: "nose" along
    the ground first. What would go farther than MOST_M goes slower."""
    deeds = _stopping(deeds, heavy)
    begins = timed(
        [_lasts_s(deed) for deed in deeds], {n: d.at * lasts_s for n, d in enumerate(deeds) if n and d.at is not None}, lasts_s
    )  # fmt: skip
    turns: list[Turn] = []
    for n, (deed, at_s) in enumerate(zip(deeds, begins)):
        before = turns[-1] if turns else None
        until = begins[n + 1] if n + 1 < len(deeds) else lasts_s
        change_s = 0.0 if before is None else min(_change_s(before, deed, heavy, size_m), 0.9 * max(until - at_s, 0.2))
        aloft = deed.flies and deed.kind in (*ALOFT, *LEAVES)
        rises = (at_s, at_s)
        if deed.flies and deed.kind in LEAVES:
            start = at_s + max(_LIFTS_AT[climbs] * (until - at_s), 0.5 * change_s if climbs == "straight" else 0.0)
            rises = (start, max(until, start + 1.0) + (1.0 if n + 1 == len(deeds) else 0.0))
        elif deed.flies and deed.kind in COMES:
            rises = (at_s, at_s + 0.82 * (until - at_s))
        elif before is not None and before.high != float(aloft):
            rises = (at_s, at_s + max(change_s, 0.8))
        turns.append(Turn(deed.kind, at_s, at_s + change_s, until, deed.speed_m_s, float(aloft), rises))
    return tuple(turns)


def _stopping(deeds: Sequence[Deed], heavy: bool) -> list[Deed]:
    """The deeds of an animal with a stand between its way and what it shifts its feet for."""
    out: list[Deed] = []
    for deed in deeds:
        last = out[-1] if out else None
        if (
            last is not None
            and not heavy
            and (last.speed_m_s > 0) != (deed.speed_m_s > 0)
            and {last.kind, deed.kind} & _SHIFTS
        ):
            out.append(Deed(_PAUSE, at=deed.at))
            deed = deed._replace(at=None)
        out.append(deed)
    return out


def _lasts_s(deed: Deed) -> float:
    """How long a deed goes on among others; chosen by eye."""
    if deed.kind in LEAPS:
        return 1.3
    if deed.kind == _PAUSE:
        return 0.9
    if deed.kind in (*LEAVES, *COMES):
        return 1.9
    return 2.2 if deed.speed_m_s else 2.0


def _change_s(before: Turn, deed: Deed, heavy: bool, size_m: float) -> float:
    """How long it takes to go over from one deed into the next; chosen by eye."""
    if heavy:
        return 1.5 if before.goes != (deed.speed_m_s > 0) else 1.0
    large = math.sqrt(min(max(size_m, 0.2), 3.0))
    if before.goes and deed.speed_m_s:
        return 0.7
    if before.goes or deed.speed_m_s:
        return 0.40 + 0.15 * large + 0.07 * max(before.speed_m_s, deed.speed_m_s)
    return 0.75 + 0.35 * large if {before.kind, deed.kind} & _DOWN else 0.6 + 0.2 * large


def within(deeds: Sequence[Deed], lasts_s: float, most_m: float) -> list[Deed]:
    """The deeds, slower if they would take a thing farther than so many metres."""
    way_m = sum(deed.speed_m_s for deed in deeds) * lasts_s / max(len(deeds), 1)
    factor = min(1.0, most_m / max(way_m, 1e-6))
    return [deed._replace(speed_m_s=deed.speed_m_s * factor) for deed in deeds]


def hurried(turns: Course, first_s: float) -> Course:
    """The course with its first deed no longer than that, the others so much earlier."""
    early = turns[0].ends_s - first_s
    if early <= 0:
        return turns
    out = [turns[0]._replace(ends_s=first_s)]
    for turn in turns[1:]:
        low, high = turn.rises
        out.append(
            turn._replace(
                begins_s=turn.begins_s - early, settled_s=turn.settled_s - early, rises=(low - early, high - early)
            )
        )
    return tuple(out)
