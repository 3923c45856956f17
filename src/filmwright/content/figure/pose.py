"""Posing a body for many frames at once: rotations in model axes, so the roll of a bone never matters.

Model axes: X is the body's left, -Y its front, Z up. Every rotation is a stack (F, 3, 3), one a frame. A bone's local turn is
relative to its parent; its world turn carries the rest pose to the posed one. Legs and arms reach by two-bone IK.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Motion

FINGERS = ("index", "middle", "ring", "pinky")
SIDES = (("l", 1.0), ("r", -1.0))


def about(axis: str, angle_deg: ArrayLike) -> F64:
    """Rotation matrices (..., 3, 3) about a model axis. About x, positive bends forward (a foot: toes down)."""
    angle = np.radians(np.asarray(angle_deg, float))
    c, s, o, i = np.cos(angle), np.sin(angle), np.zeros_like(angle), np.ones_like(angle)
    rows = {
        "x": [[i, o, o], [o, c, -s], [o, s, c]],
        "y": [[c, o, s], [o, i, o], [-s, o, c]],
        "z": [[c, -s, o], [s, c, o], [o, o, i]],
    }[axis]
    return np.stack([np.stack(r, -1) for r in rows], -2)


def about_axis(axis: F64, angle_deg: ArrayLike) -> F64:
    """Rotation matrices (..., 3, 3) by an angle about a unit axis (3,). Source: Rodrigues."""
    angle = np.radians(np.asarray(angle_deg, float))[..., None, None]
    x, y, z = axis
    K = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(angle) * K + (1 - np.cos(angle)) * (K @ K))


def align(a: F64, b: F64) -> F64:
    """The shortest rotations (F, 3, 3) that carry directions a to directions b, each (F, 3) or (3,)."""
    a, b = np.broadcast_arrays(unit(a), unit(b))
    v, c = np.cross(a, b), np.sum(a * b, -1)
    K = np.zeros((*v.shape, 3))
    K[..., 0, 1], K[..., 0, 2], K[..., 1, 2] = -v[..., 2], v[..., 1], -v[..., 0]
    K -= np.swapaxes(K, -1, -2)
    return np.asarray(np.eye(3) + K + K @ K / np.maximum(1 + c, 1e-4)[..., None, None])


def unit(v: F64) -> F64:
    """Vectors of length one along the last axis."""
    return np.asarray(v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-12))


def apply(matrix: F64, v: F64) -> F64:
    """matrix (F, 3, 3) times vectors (F, 3) or (3,)."""
    return np.asarray(np.einsum("...ij,...j->...i", matrix, v))


def columns(*parts: ArrayLike) -> F64:
    """Numbers and arrays (F,) side by side: vectors (F, n)."""
    return np.stack(np.broadcast_arrays(*(np.asarray(part, float) for part in parts)), -1)


def smooth_step(x: ArrayLike, low: float = 0.0, high: float = 1.0) -> F64:
    """0 below low, 1 above high, an S between."""
    t = np.clip((np.asarray(x, float) - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


class Poser:
    """A body in F poses under construction. Set parents before children: `world`, `aim` and `reach` read what is above."""

    def __init__(self, body: Body, frames: int) -> None:
        self.body = body
        self.frames = frames
        self.root = np.zeros((frames, 3))
        self._local: dict[str, F64] = {}
        self._world: dict[str, tuple[F64, F64]] = {}

    def at(self, bone: str) -> tuple[F64, F64]:
        """World turn (F, 3, 3) and joint position (F, 3) of a bone."""
        if bone not in self._world:
            parent = self.body.parents[bone]
            if parent:
                turn, place = self.at(parent)
                place = place + apply(turn, self.body.heads[bone] - self.body.heads[parent])
            else:
                turn = np.broadcast_to(np.eye(3), (self.frames, 3, 3))
                place = self.body.heads[bone] + self.root
            self._world[bone] = (turn @ self._local[bone] if bone in self._local else turn, place)
        return self._world[bone]

    def move(self, root: F64) -> None:
        """Carry the whole body by `root` (F, 3)."""
        self.root = root
        self._world.clear()

    def turn(self, bone: str, matrix: F64) -> None:
        """Turn a bone against its parent."""
        self._local[bone] = np.broadcast_to(matrix, (self.frames, 3, 3))
        self._world.clear()

    def bend(self, bone: str, matrix: F64) -> None:
        """Turn a bone further, before the turn it has."""
        self.turn(bone, self._local.get(bone, np.eye(3)) @ matrix)

    def world(self, bone: str, matrix: F64) -> None:
        """Turn a bone so that its world turn is `matrix`."""
        parent, _ = self.at(self.body.parents[bone])
        self.turn(bone, np.swapaxes(parent, -1, -2) @ matrix)

    def aim(self, bone: str, child: str, direction: F64) -> None:
        """Point the bone from its joint towards `direction`, with the least twist."""
        parent, _ = self.at(self.body.parents[bone])
        now = apply(parent, self.body.heads[child] - self.body.heads[bone])
        self.world(bone, align(now, direction) @ parent)

    def lengths(self, upper: str, lower: str, end: str) -> tuple[float, float]:
        """Lengths of the two bones of a limb, in metres."""
        h = self.body.heads
        return float(np.linalg.norm(h[lower] - h[upper])), float(np.linalg.norm(h[end] - h[lower]))

    def reach(self, upper: str, lower: str, end: str, target: F64, pole: F64) -> None:
        """Bend a limb so that the joint `end` is at `target` (F, 3), its middle joint towards `pole`."""
        _, start = self.at(upper)
        first, second = self.lengths(upper, lower, end)
        way = target - start
        far = np.linalg.norm(way, axis=-1)
        d = np.clip(far, abs(first - second) + 1e-4, (first + second) * 0.9995)
        ahead = way / np.maximum(far, 1e-9)[:, None]
        cosine = np.clip((first**2 + d**2 - second**2) / (2 * first * d), -1, 1)
        side = pole - ahead * np.sum(ahead * pole, -1, keepdims=True)
        middle = ahead * (first * cosine)[:, None] + unit(side) * (first * np.sqrt(1 - cosine**2))[:, None]
        self.aim(upper, lower, middle)
        self.aim(lower, end, ahead * d[:, None] - middle)

    def curl(
        self, side: str, degrees: F64 | float, *, thumb_deg: F64 | float = 12.0, fingers: tuple[str, ...] = FINGERS
    ) -> None:
        """Close the fingers of one hand: each joint by about `degrees`, one number or one a frame."""
        h, t = self.body.heads, self.body.tails
        sign = 1.0 if side == "l" else -1.0
        across = h[f"pinky_01_{side}"] - h[f"index_01_{side}"]
        for k, finger in enumerate(fingers):
            for joint in (1, 2, 3):
                bone = f"{finger}_0{joint}_{side}"
                along = unit(t[bone] - h[bone])
                palm = unit(np.cross(across, along)) * sign
                self.turn(bone, about_axis(unit(np.cross(along, palm)), degrees * (1 + 0.15 * k)))
        for joint in (2, 3):
            bone = f"thumb_0{joint}_{side}"
            along = unit(t[bone] - h[bone])
            palm = unit(np.cross(across, unit(t[f"index_01_{side}"] - h[f"index_01_{side}"]))) * sign
            self.turn(bone, about_axis(unit(np.cross(along, palm)), thumb_deg))

    def motion(self, place: F64, facing_yaw_rad: F64) -> Motion:
        """The poses in the world: `place` (F, 3) the ground under the body, facing 0 along +Y, counter-clockwise."""
        bones = self.body.bones
        turned = about("z", np.degrees(facing_yaw_rad) + 180.0)  # the model faces -Y
        turns = np.empty((self.frames, len(bones), 3, 3))
        places = np.empty((self.frames, len(bones), 3))
        for k, bone in enumerate(bones):
            turn, joint = self.at(bone)
            turns[:, k] = turned @ turn
            places[:, k] = place + apply(turned, joint) - apply(turns[:, k], self.body.heads[bone])
        quaternions = (
            Rotation.from_matrix(turns.reshape(-1, 3, 3)).as_quat(scalar_first=True).reshape(-1, len(bones), 4)
        )
        flips = np.sum(quaternions[1:] * quaternions[:-1], -1) < 0
        signs = np.where(np.cumsum(flips, 0) % 2, -1.0, 1.0)
        quaternions[1:] *= signs[..., None]
        return Motion(bones, places, quaternions, place, facing_yaw_rad)


def to_model(place: F64, facing_yaw_rad: F64, world: F64) -> F64:
    """World points (F, 3) as model points of a body that stands at `place` and faces `facing_yaw_rad`."""
    turned = about("z", np.degrees(facing_yaw_rad) + 180.0)
    return apply(np.swapaxes(turned, -1, -2), world - place)


def forward(yaw_rad: F64) -> F64:
    """Horizontal unit vectors (..., 2) of a facing: 0 is +Y, counter-clockwise."""
    return np.stack([-np.sin(yaw_rad), np.cos(yaw_rad)], -1)


def leg_m(body: Body) -> float:
    """Length of a leg from hip to ankle, in metres."""
    h = body.heads
    return float(np.linalg.norm(h["calf_l"] - h["thigh_l"]) + np.linalg.norm(h["foot_l"] - h["calf_l"]))


def wander(t: F64, period_s: float, seed: float) -> F64:
    """Slow, never quite repeating motion about -1..1, for breathing life into a pose."""
    w = 2 * math.pi / period_s
    return np.asarray(
        (np.sin(w * t + seed) + 0.6 * np.sin(0.618 * w * t + 2.3 * seed) + 0.3 * np.sin(1.73 * w * t)) / 1.6
    )
