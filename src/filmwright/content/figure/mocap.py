"""A take on a body of any measures: its directions and turns on our bones, its way scaled to the length of the legs, and feet that
stay where they stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_closing, binary_opening, gaussian_filter1d
from scipy.spatial.transform import Rotation

from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, leg_m, to_model, unit
from filmwright.content.kinds import Motion, Performance
from filmwright.spec.mocap import JOINTS

STANDS_M = 0.045  # a foot stands while its ankle is so near to where it is lowest, chosen
STANDS_M_S = 0.35  # and moves no faster than this, of somebody with a leg of 0.8 m; chosen
SHORTEST_S = 0.08  # a foot does not stand or leave the ground for less; chosen
HEADING_S = 0.2  # turns of the hips that are quicker than this are no turns of the body; chosen
_LEG_M = 0.8
_SPINE = (("spine_01", 1 / 3), ("spine_02", 2 / 3), ("spine_03", 1.0))


class _Points:
    """The points (T, 3) of a take, by name."""

    def __init__(self, points: F64) -> None:
        self.points = points

    def __getitem__(self, joint: str) -> F64:
        return np.asarray(self.points[:, JOINTS.index(joint)])

    def middle(self, joint: str) -> F64:
        """Half way between the left and the right one."""
        return np.asarray((self[f"{joint}_l"] + self[f"{joint}_r"]) / 2)


def performed(points: F64, fps: float, body: Body, performance: Performance) -> Motion:
    """The body does what a take (T, JOINTS, 3) shows, from path[0], facing as the performance says where it begins. Before and after the
    take the body stays as it is."""
    return _at(_whole(points, fps, body, performance), performance.times_s * fps)


def _whole(points: F64, fps: float, body: Body, performance: Performance) -> Motion:
    """The motion at every moment of the take: so no frame depends on which others are asked for."""
    heading = _heading(points, fps)
    scale = leg_m(body) / _leg_of(points)
    facing = performance.facing_yaw_rad + heading - heading[0]
    hips = _Points(points).middle("hip")
    turned = about("z", np.degrees(performance.facing_yaw_rad - heading[0]) + 180.0)
    way = scale * (hips - hips[0]) @ turned.T
    xy = np.atleast_2d(np.asarray(performance.path, float))[0, :2] + way[:, :2]
    place = np.column_stack([xy, performance.ground(xy[:, 0], xy[:, 1])])
    # Now in the body's own axes: X to its left, Z up, the middle of the hips over the origin.
    back = about("z", -np.degrees(heading))
    own = _Points(np.einsum("fij,fkj->fki", back, points - (hips * [1, 1, 0])[:, None]))
    poser = Poser(body, len(points))
    _trunk(poser, own, scale * (own.middle("hip")[:, 2] - _floor(points)))
    _arms(poser, own)
    _legs(poser, own, {side: stands(points, fps, side) for side, _ in SIDES}, performance, place, facing)
    return poser.motion(place, facing)


def _at(motion: Motion, moments: F64) -> Motion:
    """A motion at other moments than its own; a moment is a number of its frames."""
    at = np.clip(moments, 0, len(motion.root) - 1)
    before = np.minimum(at.astype(int), max(0, len(motion.root) - 2))
    after, share = before + 1, at - before

    def between(values: F64) -> F64:
        s = share.reshape(-1, *(1,) * (values.ndim - 1))
        return np.asarray(values[before] * (1 - s) + values[after] * s)

    turns = unit(between(motion.rotations))
    return Motion(motion.bones, between(motion.locations), turns, between(motion.root), between(motion.facing_yaw_rad))


def _heading(points: F64, fps: float) -> F64:
    """How far the body's left has turned from +X at every moment, in radians."""
    left = points[:, JOINTS.index("hip_l")] - points[:, JOINTS.index("hip_r")]
    left = left + points[:, JOINTS.index("shoulder_l")] - points[:, JOINTS.index("shoulder_r")]
    return np.asarray(gaussian_filter1d(np.unwrap(np.arctan2(left[:, 1], left[:, 0])), HEADING_S * fps, mode="nearest"))


def _leg_of(points: F64) -> float:
    p = _Points(points)
    legs = [
        np.linalg.norm(p[f"knee_{s}"] - p[f"hip_{s}"], axis=1)
        + np.linalg.norm(p[f"ankle_{s}"] - p[f"knee_{s}"], axis=1)
        for s in "lr"
    ]
    return max(0.05, float(np.median(legs)))


def _floor(points: F64) -> float:
    """How high the ankles are where they are lowest."""
    ankles = points[:, [JOINTS.index("ankle_l"), JOINTS.index("ankle_r")], 2]
    return float(np.percentile(ankles.min(axis=1), 8))


def _frame(left: F64, up: F64) -> F64:
    """Turns (F, 3, 3) whose X is along `left` and whose Z is as near to `up` as can be."""
    x = unit(left)
    z = unit(up - x * np.sum(up * x, -1, keepdims=True))
    return np.stack([x, np.cross(z, x), z], -1)


def _trunk(poser: Poser, own: _Points, hips_m: F64) -> None:
    """Hips at their height over the ankles' lowest, spine, neck and head."""
    heads, frames = poser.body.heads, poser.frames
    low = (heads["thigh_l"] + heads["thigh_r"]) / 2
    high = (heads["upperarm_l"] + heads["upperarm_r"]) / 2
    up = own.middle("shoulder") - own.middle("hip")
    rest_pelvis = _frame((heads["thigh_l"] - heads["thigh_r"])[None], (high - low)[None])
    rest_chest = _frame((heads["upperarm_l"] - heads["upperarm_r"])[None], (high - low)[None])
    pelvis = _frame(own["hip_l"] - own["hip_r"], up) @ np.swapaxes(rest_pelvis, -1, -2)
    chest = _frame(own["shoulder_l"] - own["shoulder_r"], up) @ np.swapaxes(rest_chest, -1, -2)
    poser.world("pelvis", pelvis)
    middle = sum((poser.at(f"thigh_{side}")[1] for side, _ in SIDES), np.zeros((frames, 3))) / 2
    want = np.column_stack([np.zeros((frames, 2)), feet.foot(poser.body, "l").ankle_m + hips_m])
    poser.move(want - middle)
    for bone, share in _SPINE:
        poser.world(bone, _between(pelvis, chest, share))
    ahead = own["nose"] - own.middle("ear")
    head = _frame(own["ear_l"] - own["ear_r"], np.cross(own["ear_l"] - own["ear_r"], -ahead))
    poser.world("neck_01", _between(chest, head, 0.5))
    poser.world("head", head)


def _between(a: F64, b: F64, share: float) -> F64:
    """Turns a share of the way from a to b (F, 3, 3)."""
    turn = Rotation.from_matrix(np.swapaxes(a, -1, -2) @ b).as_rotvec()
    return np.asarray(a @ Rotation.from_rotvec(share * turn).as_matrix())


def _arms(poser: Poser, own: _Points) -> None:
    for side, _ in SIDES:
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", own[f"elbow_{side}"] - own[f"shoulder_{side}"])
        poser.aim(f"lowerarm_{side}", f"hand_{side}", own[f"wrist_{side}"] - own[f"elbow_{side}"])
        poser.aim(f"hand_{side}", f"middle_01_{side}", own[f"hand_{side}"] - own[f"wrist_{side}"])
        poser.curl(side, 16.0)


def _legs(
    poser: Poser,
    own: _Points,
    stood: dict[str, NDArray[np.bool_]],
    performance: Performance,
    place: F64,
    facing: F64,
) -> None:
    """Legs as the take has them, but that a foot which stands does not slide and none is under the ground."""
    turned = about("z", np.degrees(facing) + 180.0)
    for side, _ in SIDES:
        shape = feet.foot(poser.body, side)
        knee, ankle = own[f"knee_{side}"] - own[f"hip_{side}"], own[f"ankle_{side}"] - own[f"knee_{side}"]
        thigh_m, calf_m = poser.lengths(f"thigh_{side}", f"calf_{side}", f"foot_{side}")
        _, hip = poser.at(f"thigh_{side}")
        target = hip + thigh_m * unit(knee) + calf_m * unit(ankle)
        world = place + apply(turned, target)
        low = performance.ground(world[:, 0], world[:, 1]) + shape.ankle_m
        world = _planted(world, stood[side], low)
        low = performance.ground(world[:, 0], world[:, 1]) + shape.ankle_m
        world[:, 2] = np.maximum(world[:, 2], low)
        poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", to_model(place, facing, world), _pole(knee, ankle))
        sole = unit(own[f"toe_{side}"] - own[f"heel_{side}"])
        yaw = np.degrees(np.arctan2(sole[:, 0], -sole[:, 1]))
        pitch = np.degrees(np.arcsin(np.clip(-sole[:, 2], -1, 1)))
        off = np.clip((world[:, 2] - low) / 0.12, 0.0, 1.0)
        turn, rest = about("z", yaw), about("z", -shape.rest_yaw_deg)
        poser.world(f"foot_{side}", turn @ about("x", pitch) @ rest)
        poser.world(f"ball_{side}", turn @ about("x", np.where(pitch > 0, pitch * off, pitch)) @ rest)


def _pole(knee: F64, ankle: F64) -> F64:
    """The way a knee points: as it is bent, and to the front as far as it is not."""
    whole = unit(knee + ankle)
    bent = knee - whole * np.sum(knee * whole, -1, keepdims=True)
    return np.asarray(bent + 0.04 * np.linalg.norm(knee, axis=-1, keepdims=True) * np.array([0.0, -1.0, 0.0]))


def stands(points: F64, fps: float, side: str) -> NDArray[np.bool_]:
    """At which moments (T,) of a take a foot stands on the ground."""
    ankle, toe = (points[:, JOINTS.index(f"{joint}_{side}")] for joint in ("ankle", "toe"))
    size = _leg_of(points) / _LEG_M
    speed = [
        np.linalg.norm(np.gradient(gaussian_filter1d(p, 0.03 * fps, axis=0, mode="nearest"), axis=0), axis=1) * fps
        for p in (ankle, toe)
    ]
    near = ankle[:, 2] - np.percentile(ankle[:, 2], 8) < STANDS_M * size
    still = near & (np.minimum(*speed) < STANDS_M_S * size)
    width = np.ones(max(1, round(SHORTEST_S * fps)), bool)
    return np.asarray(binary_opening(binary_closing(still, width), width))


def _planted(world: F64, stood: NDArray[np.bool_], low: F64) -> F64:
    """Ankles (T, 3) that stay in their place while the foot stands, where it is flat at the height `low` (T,); between two stands they
    go from the one to the other."""
    if not stood.any():
        return world.copy()
    shift = np.zeros((len(world), 3))
    edges = np.flatnonzero(np.diff(np.concatenate([[False], stood, [False]]).astype(int)))
    for begin, end in edges.reshape(-1, 2):
        shift[begin:end, :2] = np.median(world[begin:end, :2], axis=0) - world[begin:end, :2]
        shift[begin:end, 2] = -np.percentile(world[begin:end, 2] - low[begin:end], 20)
    known = np.flatnonzero(stood)
    filled = np.column_stack([np.interp(np.arange(len(world)), known, shift[known, k]) for k in range(3)])
    return np.asarray(world + filled)
