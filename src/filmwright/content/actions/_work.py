"""What is done sitting at a table, or with a tool: the seat, where the eyes go, hands that lie flat."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, apply, columns
from filmwright.content.figure.seat import seated
from filmwright.content.figure.stance import Standing, Step, step, turn_head
from filmwright.content.kinds import Hold, Performance
from filmwright.content.props import table

TOP_M = table.HEIGHT_M
HIGHER_M = table.COUNTER_M - table.HEIGHT_M  # how much higher the table is of who stands at it


def sat(body: Body, performance: Performance, seat_m: float = table.SEAT_M, *, lean_deg: float = 8.0) -> Standing:
    """The body on a seat that comes with what it works at, bent over it by `lean_deg`."""
    sitting = seated(body, performance._replace(seated=True, seat_m=seat_m - performance.sole_m))
    bow(sitting.poser, lean_deg)
    return sitting


def floor(performance: Performance) -> F64:
    """The ground (3,) in model axes under who works there: soles lift the body."""
    return np.array([0.0, 0.0, -performance.sole_m])


def at_table(performance: Performance, left_m: F64 | float, ahead_m: F64 | float, up_m: F64 | float = 0.0) -> F64:
    """A point in model axes that is so far left of the middle of the table and ahead of its near edge, `up_m` over its top."""
    return floor(performance) + _on_top(left_m, ahead_m, up_m)


def _on_top(left_m: F64 | float, ahead_m: F64 | float, up_m: F64 | float) -> F64:
    return np.stack(np.broadcast_arrays(left_m, -table.NEAR_M - np.asarray(ahead_m), TOP_M + np.asarray(up_m)), -1)


def table_stands() -> Hold:
    """The table on the ground before who sits on its chair."""
    return Hold("", np.eye(3), np.array([0.0, -table.SIT_M, 0.0]))


def on_table(left_m: float, ahead_m: float, yaw_deg: float = 0.0) -> Hold:
    """What stands on the table, its front to who sits there and turned by `yaw_deg` to the body's left."""
    return Hold("", about("z", yaw_deg), _on_top(left_m, ahead_m, 0.0))


def look(poser: Poser, at: F64, *, share: float = 0.9, most_deg: float = 42.0) -> None:
    """The head turned towards a point (F, 3), by `share` of the way to its side, and down by `most_deg` at most."""
    way = at - poser.at("head")[1]
    ahead = np.maximum(-way[:, 1], 0.25)  # what lies under the chin turns no head
    yaw = np.degrees(np.arctan2(way[:, 0], ahead))
    pitch = np.degrees(np.arctan2(-way[:, 2], np.hypot(way[:, 0], ahead)))
    turn_head(poser, share * np.clip(yaw, -45.0, 45.0), np.clip(pitch, -25.0, most_deg))


def lies(poser: Poser, side: str, point: F64, *, inward: float = 0.45, curl_deg: float = 9.0) -> None:
    """A hand lies flat on a level top at `point` (F, 3), its fingers ahead and `inward`."""
    sign = 1.0 if side == "l" else -1.0
    poser.curl(side, curl_deg)
    hands.bring(
        poser, side, point, np.array([-sign * inward, -0.9, -0.10]), np.array([0.0, 0.0, -1.0]), np.array([sign * 0.9, 0.5, -0.5]),
        at=hands.hollow(poser.body, side, 0.002),
    )  # fmt: skip


def elbow(poser: Poser, out: float = 0.7, back: float = 0.45, down: float = 0.8, side: str = "r") -> F64:
    """Where the elbow of an arm goes (F, 3): out, back and down as the chest is turned."""
    sign = 1.0 if side == "l" else -1.0
    return apply(poser.at("spine_03")[0], np.array([sign * out, back, -down]))


def stoop(standing: Standing, performance: Performance, drop_m: F64 | float, hinge_deg: F64 | float) -> None:
    """A body that stands bends at the hips by `hinge_deg` and goes `drop_m` down in its knees, one foot ahead of the other."""
    poser = standing.poser
    s = hands.scale(poser.body)
    back = 0.14 * s * np.sin(np.radians(hinge_deg))
    poser.move(poser.root + columns(0.0, back, -np.asarray(drop_m) * s + 0 * standing.t))
    poser.bend("pelvis", about("x", hinge_deg))
    step(standing, performance, {"l": Step(0.11 * s, 0.12 * s, 14.0), "r": Step(-0.11 * s, -0.06 * s, 14.0)})


def bow(poser: Poser, degrees: F64 | float) -> None:
    """The back rounded forward by so much, shared out over the spine."""
    for bone, share in (("spine_01", 0.4), ("spine_02", 0.35), ("spine_03", 0.25)):
        poser.bend(bone, about("x", share * np.asarray(degrees)))
