"""Two people at one thing: where each stands, what one knows of the other's body, and hands on a back.

Each of the two is built alone. So that they fit, each works out how the other holds the trunk, from what both know.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, about_axis, apply, to_model, unit
from filmwright.content.figure.stance import Standing
from filmwright.content.kinds import Partner, Performance

GROWN = 0.87  # who is no taller than this share of the other's height is met on the knees; chosen
CLOTH_M = 0.022  # between two skins that touch through what is worn, and under a hand; chosen
_THUMB_DEG = 36.0  # by which a thumb is turned into the plane of a hand that lies flat; measured
_CELL_M = 0.03
_TRUNK = ("pelvis", "spine", "neck", "head")
_SKIN = 13380  # the first so many points of the mesh are skin


class Station(NamedTuple):
    """Where one of two stands against the middle between them, as the camera sees it: right of it, behind it, in metres; and how far
    turned from facing the lens, to the right of the picture."""

    right_m: float
    back_m: float
    turn_rad: float


def facing(apart_m: float, turn_rad: float, aside_m: float = 0.0) -> tuple[Station, Station]:
    """Two face to face: the first on the left, turned so far from the lens; each so far to the own right of the line between them that
    they are `aside_m` beside each other."""
    sine, cosine = math.sin(turn_rad), math.cos(turn_rad)
    ahead, right = np.array([sine, -cosine]), np.array([-cosine, -sine])
    one = -ahead * apart_m / 2 + right * aside_m / 2
    right_m, back_m = float(one[0]), float(one[1])
    return Station(right_m, back_m, turn_rad), Station(-right_m, -back_m, turn_rad - math.pi)


def beside(apart_m: float, turn_rad: float = 0.0) -> tuple[Station, Station]:
    """Two side by side, the first on the left of the picture."""
    return Station(-apart_m / 2, 0.0, turn_rad), Station(apart_m / 2, 0.0, -turn_rad)


class Way(NamedTuple):
    """From a body to whom it looks at: where the other's eyes are (3,); and level and as the body has it, every frame, how far that is
    (F, 1), where (F, 3), and by how many degrees aside of straight ahead (F,)."""

    at: tuple[float, float, float]
    far_m: F64
    ahead: F64
    yaw_deg: F64


def way_to_the_other(performance: Performance, place: F64, facing_yaw_rad: F64) -> Way:
    """The way from a body at `place` (F, 3) to whom it looks at; to somebody before it where it looks at nobody."""
    other = np.asarray(performance.look_at or (*(place[0, :2] + [0.0, 1.0]), 1.5), float)
    way = to_model(place, facing_yaw_rad, np.broadcast_to(other, place.shape)) * [1.0, 1.0, 0.0]
    ahead = unit(way)
    far_m = np.linalg.norm(way, axis=1, keepdims=True)
    at = (float(other[0]), float(other[1]), float(other[2]))
    return Way(at, far_m, ahead, np.degrees(np.arctan2(ahead[:, 0], -ahead[:, 1])))


def partner_of(
    body: Body, performance: Performance, stations: Callable[[Body, Body], tuple[Station, Station]]
) -> Partner:
    """With whom a body does it; where nobody was given somebody just like it, at whose left it stands."""
    if performance.partner is not None:
        return performance.partner
    one, two = stations(body, body)
    yaw = performance.facing_yaw_rad - one.turn_rad  # of somebody who faces the lens
    right, back = np.array([-math.cos(yaw), -math.sin(yaw)]), np.array([math.sin(yaw), -math.cos(yaw)])
    path = np.array(np.atleast_2d(performance.path), float)
    path[:, :2] += right * (two.right_m - one.right_m) + back * (two.back_m - one.back_m)
    turned = performance.facing_yaw_rad + two.turn_rad - one.turn_rad
    return Partner(body, path, turned, performance.begin, performance.phase, performance.sole_m)


def leads(performance: Performance) -> bool:
    """Whether somebody is the first of two."""
    return performance.partner is None or not performance.partner.leads


def act_of(body: Body, performance: Performance, partner: Partner) -> Performance:
    """What the partner must fill at the same time, for whom the body is the partner and where to look."""
    own = Partner(
        body,
        performance.path,
        performance.facing_yaw_rad,
        performance.begin,
        performance.phase,
        performance.sole_m,
        leads(performance),
    )
    x, y = np.atleast_2d(np.asarray(performance.path, float))[0, :2]
    high_m = float(
        performance.ground(np.array([x]), np.array([y]))[0] + (body.spots["eye_l"] + body.spots["eye_r"])[2] / 2
    )
    return performance._replace(
        look_at=None if performance.look_at is None else (float(x), float(y), high_m),
        path=partner.path,
        facing_yaw_rad=partner.facing_yaw_rad,
        begin=partner.begin,
        phase=partner.phase,
        sole_m=partner.sole_m,
        partner=own,
    )


def in_world(standing: Standing, points: F64) -> F64:
    """Model points (F, 3) of a body under construction, in the world."""
    return np.asarray(standing.place + turned(standing, points))


def turned(standing: Standing, directions: F64) -> F64:
    """Model directions (F, 3) of a body under construction, in the world."""
    return apply(about("z", np.degrees(standing.facing_yaw_rad) + 180.0), directions)


def level(way: F64) -> F64:
    """Unit vectors (F, 3) along ways, without their rise."""
    return unit(way * [1.0, 1.0, 0.0])


class Seen(NamedTuple):
    """The other of two, as a body under construction sees them: `own` and `other` are both under construction; the soles of one may be
    thicker, so that the other is `higher_m` than its motion says."""

    own: Standing
    other: Standing
    higher_m: float = 0.0

    def point(self, points: F64) -> F64:
        """Points (F, 3) in the other's model axes, in the own ones."""
        world = in_world(self.other, points) + [0.0, 0.0, self.higher_m]
        return to_model(self.own.place, self.own.facing_yaw_rad, world)

    def way(self, directions: F64) -> F64:
        """Directions (F, 3) in the other's model axes, in the own ones."""
        world = turned(self.other, np.broadcast_to(directions, (self.own.poser.frames, 3)))
        return to_model(0.0 * self.own.place, self.own.facing_yaw_rad, world)


def skin(poser: Poser, rows: NDArray[np.int64]) -> F64:
    """Points of the skin (rows (n,) of the mesh) in every frame (F, n, 3), in model axes; bones blended linearly."""
    body = poser.body
    rest, weights = body.points[rows], np.asarray(body.weights[rows], float)
    out = np.zeros((poser.frames, len(rows), 3))
    for k in np.flatnonzero(weights.max(axis=0) > 1e-4):
        turn, joint = poser.at(body.bones[k])
        moved = np.einsum("fij,nj->fni", turn, rest - body.heads[body.bones[k]]) + joint[:, None]
        out += weights[None, :, k, None] * moved
    return np.asarray(out / np.maximum(weights.sum(axis=1), 1e-9)[None, :, None])


def trunk_rows(body: Body, *, heads: bool = True) -> NDArray[np.int64]:
    """The rows of the skin of the trunk, and of neck and head."""
    own = [k for k, bone in enumerate(body.bones) if bone.startswith(_TRUNK if heads else _TRUNK[:2])]
    return np.flatnonzero(np.asarray(body.weights[:_SKIN][:, own], float).sum(axis=1) > 0.6)


def back_row(body: Body, left_m: float, high_m: float) -> int:
    """The row of the point of the back's skin so far to the left of its middle and so high, in metres at rest."""
    rows = trunk_rows(body)
    points = body.points[rows]
    behind = points[:, 1] > body.heads["spine_02"][1] - 0.02
    far = np.hypot(points[:, 0] - left_m, points[:, 2] - high_m) + np.where(behind, 0.0, 1.0)
    return int(rows[int(far.argmin())])


def apart(one: Standing, two: Standing, aside_m: float, gap_m: float = CLOTH_M, *, heads: bool = True) -> float:
    """How far apart two who face each other stand so that their trunks, and `heads`, are `gap_m` from touching in their first frame,
    metres; each so far to the own right that they are `aside_m` beside each other."""
    widths = []
    for standing, sign in ((one, 1.0), (two, -1.0)):
        points = skin(standing.poser, trunk_rows(standing.poser.body, heads=heads))[0]
        across = np.floor((sign * (points[:, 0] - aside_m / 2)) / _CELL_M).astype(int) + 60
        high = np.floor(points[:, 2] / _CELL_M).astype(int)
        deep = np.full((120, 120), -9.0)
        np.maximum.at(deep, (across, np.clip(high, 0, 119)), -points[:, 1])
        widths.append(deep)
    return float((widths[0] + widths[1]).max()) + gap_m


def lay_hand(
    seen: Seen,
    side: str,
    row: int,
    along: F64,
    pole: F64,
    *,
    rub_m: F64 | float = 0.0,
    off_m: float = CLOTH_M,
    curl_deg: float = -5.0,
) -> None:
    """Lay a hand on the other's skin at a row of its mesh, pointing `along` (in the axes of the other's chest), its elbow towards `pole`
    (in those of the own chest). rub_m (F,): so far up from there; curl_deg: how far each joint of the fingers is bent round what it lies
    on."""
    poser, other = seen.own.poser, seen.other.poser
    chest, _ = other.at("spine_03")
    spot = skin(other, np.array([row]))[:, 0]
    rest = _normal(other.body, row)
    normal = apply(chest, np.broadcast_to(rest, spot.shape))
    along = unit(along - rest * float(along @ rest))  # flat on the skin
    up = apply(chest, np.array([0.0, 0.0, 1.0]))
    spot = spot + normal * off_m + up * np.broadcast_to(np.asarray(rub_m, float), (len(spot),))[:, None]
    poser.curl(side, curl_deg, thumb_deg=-6.0)
    sign = 1.0 if side == "l" else -1.0
    poser.turn(f"thumb_01_{side}", about_axis(hands.axes(poser.body, side)[:, 0], -_THUMB_DEG * sign))
    hands.bring(
        poser,
        side,
        seen.point(spot),
        seen.way(apply(chest, along)),
        -seen.way(normal),
        apply(poser.at("spine_03")[0], np.asarray(pole, float)),
        at=palm(poser.body, side),
    )


def palm(body: Body, side: str) -> F64:
    """The middle of the palm's skin (3,) at rest."""
    hand = body.heads[f"hand_{side}"]
    return np.asarray(hand + 0.75 * (hands.hollow(body, side) - hand))


def _normal(body: Body, row: int) -> F64:
    """Which way the skin looks at a row of the mesh, at rest: away from the spine, level and a little as the skin round it lies."""
    rows = trunk_rows(body)
    near = rows[np.linalg.norm(body.points[rows] - body.points[row], axis=1) < 0.06]
    points = body.points[near] - body.points[near].mean(axis=0)
    normal = np.linalg.svd(points, full_matrices=False)[2][2]
    out = body.points[row] - np.array([0.0, body.heads["spine_02"][1], body.points[row][2]])
    return unit((normal if normal @ out > 0 else -normal) + unit(out))
