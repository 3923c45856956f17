"""Where an animal or a vehicle goes that does several things in turn, or leaves the ground: its deeds with their times, and one line
for all of them."""

from __future__ import annotations

import math
from types import ModuleType
from typing import NamedTuple

import numpy as np

from filmwright.content import course, things
from filmwright.content.course import ALOFT, COMES, LEAPS, LEAVES, Course, Deed
from filmwright.content.kinds import F64, Mark, Setting, Thing
from filmwright.spec.shot import Action, Member
from filmwright.staging import place
from filmwright.staging.clock import Clock

_FINE_M = 0.25  # between the points of a line; chosen
_TOWARDS_RAD = (
    0.32  # how far from the lens an animal heads that comes; chosen, so that it is in the picture all the way
)
_ENDS_RAD = (0.35, 0.85)  # and how far it is turned from it when it has come; chosen
_AWAY_RAD, _FLIES_AWAY_RAD = 2.2, 3.0  # how far from the lens one heads that leaves, and that flies off; chosen
_INDOORS_M = 3.5  # as far as something goes in a room; chosen
_LEAP = (
    0.9,
    1.3,
)  # how far before its perch an animal leaps, in lengths, and from how far aside of straight on; chosen
_STANDS_S = 0.7  # before it takes off, of what the text has do only that; chosen
_SHOWN_S = 1.1  # for how long in the air what rises or comes down is kept in the picture; chosen
_SMALL = 13.0  # lengths that what flies goes in a shot at the most: it would be out of the picture at once; chosen
_LOW = 2.4  # lengths that it flies high at the most; chosen
_PASSES_AT = {"goes": 0.92, "rises": 0.45}  # share of its way at which what never stays is at the mark; chosen


class Plan(NamedTuple):
    """A course, its line (m, 3) and the point of it where the thing is at time 0; how high it flies; where it leaps to; when the
    camera is made ready for it, and from when to when it is to be in the picture whole, in seconds."""

    course: Course
    path: F64
    begin: int
    high_m: float
    perch: F64 | None
    key_s: float
    shown_s: tuple[float, float]


def deeds_of(member: Member, module: ModuleType) -> tuple[Deed, ...]:
    """What a thing does in turn, if that is several things or takes it off the ground; else nothing."""
    actions = [a for a in (member.action, *member.then) if a is not None]
    if not actions:
        return ()
    speeds = getattr(module, "SPEEDS", {})
    flies = hasattr(module, "CLIMBS") or "take_off" in speeds
    rises = flies and bool(
        {a.kind for a in actions} & ({*LEAVES, *COMES} | ({*ALOFT} if hasattr(module, "CLIMBS") else set()))
    )
    if len(actions) == 1 and not rises:
        return ()
    if rises and actions[0].kind in LEAVES and getattr(module, "CLIMBS", ("",))[0] != "nose":
        actions = [Action(kind="stand"), actions[0].model_copy(update={"at": None}), *actions[1:]]
    if rises and len(actions) == 1 and actions[0].kind in COMES:
        actions.append(Action(kind="stand"))
    made = []
    for action in actions:
        factor = {"slow": 0.5, "fast": 1.6, "brisk": 1.3}.get(action.manner or "", 1.0)
        made.append(Deed(action.kind, factor * speeds.get(action.kind, 0.0), flies, action.at))
    return tuple(made)


def planned(
    member: Member, module: ModuleType, thing: Thing, setting: Setting, mark: Mark, spot: F64, yaw: float, clock: Clock,
    *, tied: bool, aside: tuple[float, float],
) -> Plan | None:  # fmt: skip
    """The plan of a thing that has its place at `spot` (3,), facing `yaw`; None if it does one thing only. tied: it is on something
    there; `aside`: how far it is right of the mark and behind it."""
    deeds = deeds_of(member, module)
    if not deeds:
        return None
    low, high = things.box(thing.nodes)
    long_m = float((high - low)[1])
    lasts_s = clock.planned_s
    rolls = any(joint.kind == "roll" for joint in thing.joints) or mark.kind in ("track", "water")
    most_m = _INDOORS_M if setting.indoors else course.MOST_M
    if rolls or long_m > 6.0:
        most_m = max(most_m, min(1.6 * long_m, 0.8 * place.length(place.line_through(mark))))
    climbs = getattr(module, "CLIMBS", ("straight",))[0]
    flies = any(deed.flies and deed.kind in (*ALOFT, *LEAVES) for deed in deeds)
    if thing.bones and flies:
        most_m = min(most_m, max(_SMALL * long_m, 2.0))
    turns = course.planned(
        course.within(deeds, lasts_s, most_m), lasts_s, heavy=not thing.bones, climbs=climbs, size_m=long_m
    )
    if deeds[0].kind == "stand" and member.action is not None and member.action.kind != "stand":
        turns = course.hurried(turns, _STANDS_S)
    stays = next((turn for turn in turns if not turn.goes), None)
    ends_m = [float(course.gone(turns, np.array([at]))[0]) for at in (stays.settled_s if stays else 0.0, lasts_s)]
    before_m = _beyond(turns, (clock.planned.start - clock.known.start) * clock.pace / clock.fps, first=True)
    after_m = _beyond(turns, (clock.known.stop - clock.planned.stop) * clock.pace / clock.fps, first=False)
    rises = any(turn.rises[1] > turn.rises[0] for turn in turns)
    key_s = (
        (max(stays.settled_s, 0.0) + min(stays.ends_s, lasts_s)) / 2
        if stays
        else lasts_s * _PASSES_AT["rises" if rises else "goes"]
    )
    perch = None
    if tied and turns[0].kind in LEAPS:
        perch, key_s = spot, turns[0].ends_s
        path, begin = _before(setting, spot, yaw, long_m, _width(low, high)), 0
    elif rolls or stays is None:
        at = key_s / lasts_s if stays is None else ends_m[0] / max(ends_m[1], 1e-6)
        way = place.walk(
            setting, mark, ends_m[1], -aside[0], aside[1], before_m=before_m + 0.01, after_m=after_m + 2.0, at=at
        )
        path, begin = way.path, way.begin
    else:
        path, begin = _free(
            setting,
            mark,
            spot,
            yaw,
            thing,
            long_m,
            ends_m[0],
            ends_m[1] - ends_m[0],
            before_m,
            after_m,
            tied,
            _FLIES_AWAY_RAD if flies else _AWAY_RAD,
        )
    high_m = getattr(module, "CEILING_M", (thing.lift_m,))[0] if rises or turns[0].high else 0.0
    if thing.bones:
        high_m = min(high_m, max(_LOW * long_m, 0.25))
    return Plan(turns, path, begin, high_m, perch, key_s, _shown(turns, key_s))


def _shown(turns: Course, key_s: float) -> tuple[float, float]:
    """From when to when the camera is made to show a thing: where it stays, and a moment of its rise or its coming down."""
    first, last = key_s, key_s
    for turn in turns:
        low, high = turn.rises
        if high > low and turn.kind in LEAVES:
            last = max(last, low + _SHOWN_S)
        elif high > low and turn.kind in COMES:
            first = min(first, high - _SHOWN_S)
    return first, last


def _width(low: F64, high: F64) -> float:
    return float((high - low)[0])


def _beyond(turns: Course, time_s: float, *, first: bool) -> float:
    """How far it goes in so many seconds before its first deed or after its last."""
    return time_s * turns[0 if first else -1].speed_m_s


def _before(setting: Setting, perch: F64, yaw: float, long_m: float, wide_m: float) -> F64:
    """From where on the ground (2, 3) an animal leaps to its perch: aslant before it."""
    far, aside = _LEAP
    way = place.direction(yaw + math.pi + aside)
    rest_m = float(perch[2]) - place.height(setting.ground, float(perch[0]), float(perch[1]))
    start = np.asarray(perch, float) - way * (far * long_m + 0.6 * max(rest_m, 0.3) + wide_m)
    start[:2] = place.clear_of(start[None, :2], setting.obstacles)[0]
    start[2] = place.height(setting.ground, float(start[0]), float(start[1]))
    return np.stack([start, np.asarray(perch, float)])


def _free(
    setting: Setting, mark: Mark, spot: F64, yaw: float, thing: Thing, long_m: float, came_m: float, leaves_m: float,
    before_m: float, after_m: float, tied: bool, away_rad: float,
) -> tuple[F64, int]:  # fmt: skip
    """The line (m, 3) of what comes to a spot, stays and leaves, not bound to the set's own line; and where on it time 0 is."""
    lens = mark.view_yaw_rad + math.pi
    side = math.copysign(1.0, thing.view_rad)
    wide = max(1.1 * long_m, 0.15)
    here = yaw
    if came_m > 0.01:
        turned = min(max(abs(thing.view_rad), _ENDS_RAD[0]), _ENDS_RAD[1])
        ways = []
        for sign in (side, -side):
            here = lens + sign * turned
            ways.append(
                _bent(spot, here + math.pi, lens + sign * _TOWARDS_RAD + math.pi, wide, came_m + before_m + 3.0)
            )
        best = 0 if _room(ways[0], setting.obstacles) >= 0.8 * _room(ways[1], setting.obstacles) else 1
        back, here = ways[best], lens + (side, -side)[best] * turned
        side = (side, -side)[best]
    else:
        back = _bent(spot, here + math.pi, here + math.pi, wide, before_m + 3.0)
    side = math.copysign(1.0, (here - lens + math.pi) % (2 * math.pi) - math.pi)
    away = lens + side * max(away_rad, abs((here - lens + math.pi) % (2 * math.pi) - math.pi))
    ahead = _bent(spot, here, away, 1.3 * wide, leaves_m + after_m + 3.0)
    line = np.concatenate([back[::-1], ahead[1:]])
    if not tied:
        line = place.clear_of(line, setting.obstacles)
        line[len(back) - 1] = spot[:2]
    reach = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    zero = reach[len(back) - 1] - came_m
    begin = int(np.searchsorted(reach, zero))
    if abs(reach[begin] - zero) > 1e-6:
        line = np.insert(line, begin, [np.interp(zero, reach, line[:, k]) for k in (0, 1)], axis=0)
    z = np.full(len(line), float(spot[2])) if tied else setting.ground(line[:, 0], line[:, 1])
    return np.column_stack([line, z]), begin


def _bent(start: F64, from_rad: float, to_rad: float, radius_m: float, length_m: float) -> F64:
    """A line (n, 2) from a point that sets out in one direction and bends into another."""
    turn = (to_rad - from_rad + math.pi) % (2 * math.pi) - math.pi
    d = np.arange(0.0, length_m + _FINE_M, _FINE_M)
    arc = abs(turn) * radius_m
    yaw = from_rad + turn * np.clip((d[:-1] + _FINE_M / 2) / max(arc, 1e-6), 0.0, 1.0)
    steps = _FINE_M * np.column_stack([-np.sin(yaw), np.cos(yaw)])
    return np.concatenate([start[None, :2], start[:2] + np.cumsum(steps, axis=0)])


def _room(line: F64, obstacles: F64) -> float:
    """How much room a line (n, 2) leaves to obstacles, as far as that matters."""
    if not len(obstacles):
        return 1.2
    gaps = np.linalg.norm(line[2:, None] - obstacles[None, :, :2], axis=-1) - obstacles[None, :, 2]
    return float(np.clip(gaps.min(axis=1), 0.0, 1.2).mean())
