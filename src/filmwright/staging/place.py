"""Blocking: which mark of the set the hero takes, where the others stand, and the lines they walk."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import F64, Ground, Mark, Setting
from filmwright.spec.shot import Member, Relation

SHOULDER_M = 0.85  # between people side by side; chosen
LEADS_IN_M = 1.5  # of its way before it begins a walk knows: corners are rounded by less; chosen
APART_M = 0.25  # between the points of a way; chosen
CLEAR_M = 0.35  # nearest a body comes to an obstacle's edge; chosen
THREE_QUARTERS_RAD = math.radians(24)  # how far a standing hero turns from the lens; chosen
LINES_UP_AT = (
    0.8  # share of the shot at which a walker to the camera reaches the mark: framing holds best there; chosen
)
PAST_M = 1.5  # beyond the mark nobody goes farther towards the camera; chosen
FACE_TO_FACE_M = 1.25  # between two who talk, when the camera looks over the shoulder of one; chosen


class Spot(NamedTuple):
    """Where a member begins: `path` (m, 3) on the ground (a single point if the member stays), the way the member faces
    (0: +Y, counter-clockwise), seat height (0: none), whether the set itself has a seat there."""

    path: F64
    facing_yaw_rad: float
    seat_m: float
    seated: bool = False


def direction(yaw_rad: float) -> F64:
    """Unit vector of a yaw: 0 is +Y, counter-clockwise seen from above."""
    return np.array([-math.sin(yaw_rad), math.cos(yaw_rad), 0.0])


def yaw_of(vector: F64) -> float:
    """The yaw of a direction."""
    return math.atan2(-float(vector[0]), float(vector[1]))


def height(ground: Ground, x: float, y: float) -> float:
    """Ground height at one point, in metres."""
    return float(ground(np.array([x]), np.array([y]))[0])


def choose_mark(setting: Setting, kind: str) -> Mark:
    """The first mark of the kind the hero needs (stand, seat, surface), else the first."""
    fitting = [m for m in setting.marks if m.kind == kind]
    return (fitting or list(setting.marks))[0]


def line_through(mark: Mark) -> F64:
    """The walkable line (m, 2) of a mark; straight towards the camera for 12 m where the set gives none."""
    if len(mark.path) >= 2:
        return np.asarray(mark.path, float)
    ahead = direction(mark.view_yaw_rad)[:2]
    middle = np.asarray(mark.position[:2], float)
    return np.array([middle + 6 * ahead, middle - 6 * ahead])


def along(line: F64, distances: F64) -> F64:
    """Points (n, 2) at distances in metres along a polyline; beyond its ends it goes straight on."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    reach = np.concatenate([[0.0], np.cumsum(steps)])
    points = np.stack([np.interp(distances, reach, line[:, k]) for k in (0, 1)], 1)
    first, last = (line[1] - line[0]) / max(steps[0], 1e-9), (line[-1] - line[-2]) / max(steps[-1], 1e-9)
    points = points + np.minimum(distances, 0.0)[:, None] * first
    return np.asarray(points + np.maximum(distances - reach[-1], 0.0)[:, None] * last)


def away(mark: Mark) -> Mark:
    """The mark with its line walked the other way: into the set, for a camera that follows."""
    return mark._replace(path=tuple((float(x), float(y)) for x, y in line_through(mark)[::-1]))


def lines_up_at(mark: Mark, length_m: float = 0.0) -> float:
    """The share of a shot at which a walker reaches the mark: late on the way towards the camera, later yet where the way (`length_m`)
    is long, so that nobody runs into the lens; early on the way from it."""
    line = line_through(mark)
    towards = direction(mark.view_yaw_rad)[:2] @ (line[-1] - line[0]) < 0
    return max(LINES_UP_AT, 1 - PAST_M / max(length_m, PAST_M)) if towards else 1 - LINES_UP_AT


def nearest_on(line: F64, point: F64) -> float:
    """Distance along a polyline of its point nearest to `point` (2,)."""
    distances = np.linspace(0.0, length(line), 400)
    gaps = np.linalg.norm(along(line, distances) - point, axis=1)
    return float(distances[int(gaps.argmin())])


class Walk(NamedTuple):
    """A path (m, 3) on the ground, and which of its points the walk begins at."""

    path: F64
    begin: int


def length(line: F64) -> float:
    """Metres along a polyline."""
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def walk(
    setting: Setting,
    mark: Mark,
    length_m: float,
    side_m: float,
    lag_m: float,
    *,
    before_m: float = 0.0,
    after_m: float = 0.0,
    at: float | None = None,
) -> Walk:
    """A path on the ground of `length_m` that reaches the mark after the share `at` of it (None: `lines_up_at`), `side_m` to the
    walker's left of the mark's line and `lag_m` behind; with the way to where it begins, and on from where it ends."""
    line = line_through(mark)
    total = length(line)
    start = (
        nearest_on(line, np.asarray(mark.position[:2], float))
        - (lines_up_at(mark) if at is None else at) * length_m
        - lag_m
    )
    start = min(
        max(start, 0.0 if total >= length_m else start), max(total - length_m, start if total < length_m else 0.0)
    )
    end = start + length_m + 2.0
    # What comes before and after is added, so that the points of the walk itself are the same however much that is.
    begin, more = (math.ceil((LEADS_IN_M + metres) / APART_M) for metres in (before_m, after_m))
    parts = (
        start - APART_M * np.arange(begin, 0, -1),
        np.linspace(start, end, max(8, int(length_m * 4))),
        end + APART_M * np.arange(1, more + 1),
    )
    points = np.concatenate([_beside(along(line, distances), side_m) for distances in parts])
    points = clear_of(points, setting.obstacles)
    return Walk(np.column_stack([points, setting.ground(points[:, 0], points[:, 1])]), begin)


def _beside(points: F64, side_m: float) -> F64:
    """The points (n, 2) of a line, moved so many metres to its left."""
    heading = np.gradient(points, axis=0)
    heading /= np.maximum(np.linalg.norm(heading, axis=1, keepdims=True), 1e-9)
    return np.asarray(points + side_m * np.column_stack([-heading[:, 1], heading[:, 0]]))


def clear_of(points: F64, obstacles: F64) -> F64:
    """Points (n, 2) pushed out of obstacles (k, 3: x, y, radius) to CLEAR_M from their edges."""
    points = points.copy()
    for _ in range(4):
        for x, y, radius in obstacles:
            away = points - (x, y)
            gap = np.linalg.norm(away, axis=1)
            inside = gap < radius + CLEAR_M
            if inside.any():
                push = away[inside] / np.maximum(gap[inside, None], 1e-6)
                points[inside] = (x, y) + push * (radius + CLEAR_M)
    return points


class Extent(NamedTuple):
    """How far a member reaches from where it stands, as the camera sees it: to either side, and to the front and back, in metres."""

    side_m: float
    depth_m: float


PERSON = Extent(0.35, 0.35)  # so that people stand SHOULDER_M apart


class Offset(NamedTuple):
    """Where a member stands: right of the mark as the camera sees it, behind it; and, if not on the ground, on, above, under or
    inside of whom (`tied`)."""

    right_m: float
    back_m: float
    tied: Relation | None = None


STACKED = ("on", "above", "under", "inside")
APART_SHARE = 0.35  # between things side by side, of the larger one's half width; chosen


def offsets(
    cast: tuple[Member, ...], extents: Mapping[str, Extent] | None = None, *, face_to_face: bool = False
) -> list[Offset]:
    """For each member where it stands against the mark. Said relations come first; the rest alternate right and left of the first.
    extents: of those who are not people. `face_to_face`: the second stands before the hero, back to the camera. Somebody who
    comes first stands on the mark; of a cast that begins with a thing its middle does."""
    sizes = {m.id: (extents or {}).get(m.id, PERSON) for m in cast}
    taken: dict[str, Offset] = {}
    edges = {1: 0.0, -1: 0.0}
    for index, member in enumerate(carriers_first(cast)):
        own, rank = sizes[member.id], (index + 1) // 2
        side = 1 if index % 2 else -1
        free = Offset(0.0, 0.0)
        if index:
            reach = edges[side] + _gap(own, own) + own.side_m
            free = Offset(side * reach, 0.18 * rank if own == PERSON else 0.0)
        if face_to_face and index == 1:
            free = Offset(-0.2, -FACE_TO_FACE_M)
        relation = member.relation
        if relation is not None and relation.to in taken:
            free = _related(relation, taken[relation.to], sizes[relation.to], own) or free
        others = [name for name, at in taken.items() if at.tied is None]
        while free.tied is None and any(_collide(free, own, taken[name], sizes[name]) for name in others):
            step = (0.6 if free.right_m >= 0 else -0.6) * max(1.0, own.side_m)
            free = free._replace(right_m=free.right_m + step, back_m=free.back_m + 0.1)
        taken[member.id] = free
        if free.tied is None:
            edges[1] = max(edges[1], free.right_m + own.side_m)
            edges[-1] = max(edges[-1], own.side_m - free.right_m)
    if extents and len(cast) > 1 and cast[0].id in extents:
        low = min(taken[m.id].right_m - sizes[m.id].side_m for m in cast)
        high = max(taken[m.id].right_m + sizes[m.id].side_m for m in cast)
        middle = Offset((low + high) / 2, 0.0)
    else:
        middle = taken[cast[0].id]
    return [
        taken[m.id]._replace(right_m=taken[m.id].right_m - middle.right_m, back_m=taken[m.id].back_m - middle.back_m)
        for m in cast
    ]


def carriers_first(cast: tuple[Member, ...]) -> list[Member]:
    """The cast in an order in which nobody is before whom the text puts them next to, on or in."""
    left, done = list(cast), list[Member]()
    ids = {m.id for m in cast}
    while left:
        there = {m.id for m in done}
        ready = [m for m in left if m.relation is None or m.relation.to not in ids or m.relation.to in there]
        done += ready or left[:1]
        left = [m for m in left if m not in done]
    return done


def _gap(one: Extent, other: Extent) -> float:
    """How far apart two stand: people a hand, things by their size."""
    return SHOULDER_M - 2 * PERSON.side_m if PERSON in (one, other) else APART_SHARE * max(one.side_m, other.side_m)


def _related(relation: Relation, at: Offset, other: Extent, own: Extent) -> Offset | None:
    """Where somebody stands who stands in a relation to one at an offset; None if the relation says nothing of the place."""
    aside = other.side_m + _gap(own, other) + own.side_m
    along = other.depth_m + own.depth_m + (0.6 if PERSON in (own, other) else _gap(own, other))
    shift = min(other.side_m, own.side_m) if PERSON in (own, other) else max(other.side_m, own.side_m) * 0.9
    step = {
        "left_of": (-aside, 0.0),
        "right_of": (aside, 0.0),
        "beside": (aside, 0.05),
        "behind": (shift, along),
        "in_front_of": (-shift, -along),
    }.get(relation.kind)
    if step is not None:
        return Offset(at.right_m + step[0], at.back_m + step[1])
    return Offset(at.right_m, at.back_m, relation) if relation.kind in STACKED else None


def _collide(one: Offset, own: Extent, two: Offset, other: Extent) -> bool:
    """Whether two would stand in each other."""
    if own == PERSON and other == PERSON:
        return math.hypot(one.right_m - two.right_m, one.back_m - two.back_m) < 0.5
    return (
        abs(one.right_m - two.right_m) < own.side_m + other.side_m
        and abs(one.back_m - two.back_m) < own.depth_m + other.depth_m
    )


def aside_of(mark: Mark, right_m: float, back_m: float) -> F64:
    """The point (3,) so far right of a mark and behind it, as the camera sees it, as high as the mark."""
    view = direction(mark.view_yaw_rad)
    side = np.array([view[1], -view[0], 0.0])
    return np.asarray(np.asarray(mark.position, float) + side * right_m + view * back_m)


def stay(setting: Setting, mark: Mark, right_m: float, back_m: float, *, turn: float, sitting: bool) -> Spot:
    """Somebody who stays: at the mark, moved right and back as the camera sees it, facing the camera turned by `turn`."""
    point = aside_of(mark, right_m, back_m)
    seated_here = sitting and mark.kind == "seat" and right_m == 0 and back_m == 0
    if not seated_here:
        point[:2] = clear_of(point[None, :2], setting.obstacles)[0]
        point[2] = height(setting.ground, point[0], point[1])
    facing = (
        mark.facing_yaw_rad if seated_here and mark.facing_yaw_rad is not None else mark.view_yaw_rad + math.pi + turn
    )
    return Spot(point[None], facing, mark.seat_m if seated_here else 0.0, seated_here)
