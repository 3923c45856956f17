"""What hands hold: the arm is brought to it, the fingers close, and the thing goes with the hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal, NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content import things
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import FINGERS, about_axis, unit
from filmwright.content.kinds import F64, Hold, Motion, Thing
from filmwright.staging import turning

Grip = Literal["hang", "carry", "up"]
"""hang: it hangs from the hand (a bag); carry: it is held before the body (a cup, a book); up: its stem stands in the hand before
the chest (an umbrella, a flag)."""

ASIDE_DEG = 9.0  # how far an arm is held away from the body for what hangs from its hand; chosen
CLOSED_DEG = {"hang": 62.0, "carry": 40.0, "up": 58.0}  # of each joint of a finger; chosen
ARMS = {
    "carry": ((0.10, 0.10, -1.0), (-0.28, 0.92, 0.10)),
    "up": ((0.14, 0.22, -1.0), (-0.42, 0.70, 0.72)),
}
"""Directions of upper arm and forearm (outwards, forwards, up) of an arm that holds something; chosen by eye."""


class Held(NamedTuple):
    """The motion of who holds something; where the thing's origin is (F, 3) and how the thing is turned. `borne`: it goes with a bone."""

    motion: Motion
    spots: F64
    turns: Rotation
    borne: bool = True


def held(body: Body, motion: Motion, thing: Thing, grip: Grip, side: str, sole_m: float) -> Held:
    """Somebody on soles of `sole_m` who holds a thing in the hand of a side ("r" or "l") through a motion."""
    posed = _armed(body, motion, grip, side)
    palm = _palm(body, posed, side)
    outward = -1.0 if side == "r" else 1.0
    yaws = motion.facing_yaw_rad + (outward * math.pi / 2 if grip == "hang" else 0.0)
    point = _grip_point(thing, grip)
    turns = Rotation.from_euler("z", yaws[:, None])
    return Held(posed, palm - turns.apply(point) + [0.0, 0.0, sole_m], turns)


def handled(motion: Motion, hold: Hold, sole_m: float) -> Held:
    """Somebody on soles of `sole_m` whose action holds a thing itself: the thing goes with a bone, stays on the ground before the
    body, or goes where the motion has it."""
    held = _bound(motion, hold, sole_m)
    if hold.loose not in motion.loose:
        return held
    spots, rotations = motion.loose[hold.loose]
    flies = np.isfinite(spots).all(axis=1)
    turns = np.where(flies[:, None], rotations, held.turns.as_quat(scalar_first=True))
    return Held(motion, np.where(flies[:, None], spots + [0.0, 0.0, sole_m], held.spots), turning.rotation(turns))


def _bound(motion: Motion, hold: Hold, sole_m: float) -> Held:
    """Where a thing is that goes with a bone or stands on the ground."""
    if not hold.bone:
        first = Rotation.from_euler("z", np.full((len(motion.root), 1), motion.facing_yaw_rad[0] + math.pi))
        return Held(motion, first.apply(hold.place) + motion.root, first * Rotation.from_matrix(hold.turn), False)
    bone = motion.bones.index(hold.bone)
    own = turning.rotation(motion.rotations[:, bone])
    spots = own.apply(hold.place) + motion.locations[:, bone] + [0.0, 0.0, sole_m]
    return Held(motion, spots, own * Rotation.from_matrix(hold.turn))


def _grip_point(thing: Thing, grip: Grip) -> F64:
    """Where the hand closes round the thing, in its own space: as it says itself, else its top, its middle or its lower end."""
    if thing.grip is not None:
        return np.asarray(thing.grip, float)
    low, high = things.box(thing.nodes)
    share = {"hang": 0.98, "carry": 0.5, "up": 0.15}[grip]
    middle = (low + high) / 2
    return np.array([middle[0], middle[1], low[2] + share * (high[2] - low[2])])


def _palm(body: Body, motion: Motion, side: str) -> F64:
    """Where a closed hand holds (F, 3)."""
    hand = motion.bones.index(f"hand_{side}")
    inner = body.heads[f"thumb_03_{side}"] * 0.4 + body.heads[f"middle_02_{side}"] * 0.6
    return np.asarray(turning.rotation(motion.rotations[:, hand]).apply(inner) + motion.locations[:, hand])


def _armed(body: Body, motion: Motion, grip: Grip, side: str) -> Motion:
    """The motion with one arm holding something and its fingers closed."""
    turns = turning.turns(motion, body)
    world = {bone: turning.rotation(motion.rotations[:, k]) for k, bone in enumerate(motion.bones)}
    facing = Rotation.from_euler("z", motion.facing_yaw_rad[:, None])
    outward = np.array([1.0, 0.0, 0.0]) if side == "r" else np.array([-1.0, 0.0, 0.0])

    def place(bone: str, turned: Rotation) -> None:
        parent = body.parents[bone]
        local = world[parent].inv() * turned
        turns[:, motion.bones.index(bone)] = local.as_quat(scalar_first=True)
        world[bone] = turned

    upper, lower, hand = f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}"
    if grip == "hang":
        axis = facing.apply([0.0, 1.0, 0.0]) * (-1.0 if side == "r" else 1.0)
        aside = Rotation.from_rotvec(math.radians(ASIDE_DEG) * axis)
        place(upper, aside * world[upper])
        place(lower, aside * world[lower])
    else:
        for bone, child, (out, ahead, up) in ((upper, lower, ARMS[grip][0]), (lower, hand, ARMS[grip][1])):
            goal = facing.apply(out * outward + np.array([0.0, ahead, up]))
            turned = world[body.parents[bone]] * turning.rotation(turns[:, motion.bones.index(bone)])
            now = turned.apply(body.heads[child] - body.heads[bone])
            place(bone, _shortest(now, goal) * turned)
    _close(body, motion, turns, side, CLOSED_DEG[grip])
    hip = turning.hip(motion, body)
    locations, rotations = turning.assembled(motion, body, turns, hip)
    return replace(motion, locations=locations, rotations=rotations)


def _shortest(now: F64, goal: F64) -> Rotation:
    """The shortest turns that carry directions (F, 3) to others."""
    a, b = unit(now), unit(goal)
    axis = np.cross(a, b)
    angle = np.arctan2(np.linalg.norm(axis, axis=1), (a * b).sum(axis=1))
    return Rotation.from_rotvec(unit(axis) * angle[:, None])


def _close(body: Body, motion: Motion, turns: F64, side: str, degrees: float) -> None:
    """Bend every finger's joints so far, as the poser does (figure/pose.py)."""
    h, t = body.heads, body.tails
    sign = 1.0 if side == "l" else -1.0
    across = h[f"pinky_01_{side}"] - h[f"index_01_{side}"]
    for finger in FINGERS:
        for joint in (1, 2, 3):
            bone = f"{finger}_0{joint}_{side}"
            ahead = unit(t[bone] - h[bone])
            palm = unit(np.cross(across, ahead)) * sign
            bent = Rotation.from_matrix(about_axis(unit(np.cross(ahead, palm)), degrees))
            turns[:, motion.bones.index(bone)] = bent.as_quat(scalar_first=True)
