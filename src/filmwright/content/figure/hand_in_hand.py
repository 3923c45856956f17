"""Two side by side, hand in hand: the inner arms meet where the higher of the two hands hangs."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, apply, smooth_step, to_model, unit
from filmwright.content.figure.stance import Standing
from filmwright.content.kinds import Motion

_STRETCH = 0.955  # of an arm's length: how far it hangs down; chosen
_GLANCE_S = 5.2  # from one look at the other to the next; chosen


def posed(body: Body, motion: Motion, t: F64) -> Standing:
    """A motion as a body under construction again, so that an arm of it can be set anew."""
    frames = len(motion.root)
    poser = Poser(body, frames)
    back = np.swapaxes(about("z", np.degrees(motion.facing_yaw_rad) + 180.0), -1, -2)
    turns = {
        bone: back @ Rotation.from_quat(motion.rotations[:, k], scalar_first=True).as_matrix()
        for k, bone in enumerate(motion.bones)
    }
    for bone, parent in body.parents.items():
        if bone in turns:
            poser.turn(bone, np.swapaxes(turns[parent], -1, -2) @ turns[bone] if parent else turns[bone])
    first = next(bone for bone in motion.bones if not body.parents[bone])
    k = motion.bones.index(first)
    rest = body.heads[first]
    turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(rest)
    poser.move(to_model(motion.root, motion.facing_yaw_rad, turned + motion.locations[:, k]) - rest)
    return Standing(poser, t, motion.root, motion.facing_yaw_rad)


def join(seen: pair.Seen, t: F64, swing_m: F64 | float, *, leads: bool) -> None:
    """Bring the hand next to the other's to theirs, `swing_m` (F,) ahead of between the shoulders, and look at them now and then."""
    own, other = seen.own.poser, seen.other.poser
    middle = seen.point(other.at("spine_01")[1])
    side = "l" if float(middle[:, 0].mean()) > 0 else "r"
    sign = 1.0 if side == "l" else -1.0
    away = "r" if side == "l" else "l"
    _glance(seen, t, leads=leads)
    here = own.at(f"upperarm_{side}")[1]
    there = seen.point(other.at(f"upperarm_{away}")[1])
    hangs = [
        at[:, 2] - _STRETCH * _reach_m(poser.body, name)
        for at, poser, name in ((here, own, side), (there, other, away))
    ]
    spot = (here + there) / 2
    spot[:, 2] = np.maximum(hangs[0], hangs[1])
    spot[:, 1] -= np.asarray(swing_m, float)
    # The taller one's hand is in front.
    front = own.body.height_m > other.body.height_m or (own.body.height_m == other.body.height_m and leads)
    to_other = np.array([sign, 0.0, 0.0])
    out = unit(to_other + np.array([0.0, 0.9 if front else -0.9, 0.0]))
    along = unit(np.array([0.30 * sign, -0.12, -1.0]) + 0.0 * spot)
    own.curl(side, 42.0, thumb_deg=20.0)
    pole = apply(own.at("spine_03")[0], np.array([0.25 * sign, 1.0, -0.1]))
    hands.bring(own, side, spot, along, out, pole, at=hands.hollow(own.body, side, 0.004))


def _reach_m(body: Body, side: str) -> float:
    """From the shoulder to the hollow of the hand of a straight arm, in metres."""
    first = np.linalg.norm(body.heads[f"lowerarm_{side}"] - body.heads[f"upperarm_{side}"])
    second = np.linalg.norm(body.heads[f"hand_{side}"] - body.heads[f"lowerarm_{side}"])
    return float(first + second + np.linalg.norm(hands.hollow(body, side) - body.heads[f"hand_{side}"]))


def _glance(seen: pair.Seen, t: F64, *, leads: bool) -> None:
    """Turn the head to the other's face, in turn with them."""
    own, other = seen.own.poser, seen.other.poser
    u = (t / _GLANCE_S + (0.30 if leads else 0.16)) % 1.0
    share = smooth_step(u, 0.30, 0.42) * (1 - smooth_step(u, 0.72, 0.84))
    neck, head = own.at("neck_01")[0], own.at("head")[0]
    way = seen.point(other.at("head")[1]) - own.at("head")[1]
    yaw = np.clip(np.degrees(np.arctan2(way[:, 0], -way[:, 1])), -55.0, 55.0) * share
    pitch = np.clip(np.degrees(np.arctan2(-way[:, 2], np.hypot(way[:, 0], way[:, 1]))), -22.0, 22.0) * share
    own.world("neck_01", about("z", 0.45 * yaw) @ about("x", 0.4 * pitch) @ neck)
    own.world("head", about("z", yaw) @ about("x", pitch) @ head)
