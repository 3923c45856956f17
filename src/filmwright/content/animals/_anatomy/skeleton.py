"""Joints and bones of a Form, and which bone moves which point."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.animals._anatomy.field import Frame, neighbors, unit
from filmwright.content.animals._anatomy.form import Form, Limb
from filmwright.scene.shapes import F64

SIDES = (("r", 1.0), ("l", -1.0))
FORE = ("blade", "shoulder", "elbow", "carpus", "fetlock", "toe")
HIND = ("hip", "stifle", "hock", "pastern", "tip")
_SOFT = 6  # how quickly a bone gives way to its neighbor; chosen
_ROUNDS = 8  # of smoothing of the weights; chosen


class Bone(NamedTuple):
    """A bone from joint to joint; its reach is in heights: flesh belongs to the bone it is nearest to in reaches."""

    parent: str | None
    start: str
    end: str
    reach: float
    side: float = 0.0  # 1: of the right half only, -1: of the left


class Skeleton(NamedTuple):
    """Joints (3,) in metres at rest and the bones between them, parents first."""

    joints: dict[str, F64]
    bones: dict[str, Bone]


def skeleton(form: Form) -> Skeleton:
    """The joints and bones of a form, in metres."""
    h = form.height_m
    joints: dict[str, F64] = {}
    hip, blade = form.hind.joints[0], form.fore.joints[0]
    joints["rump"] = np.array([0.0, hip[0] - 0.08, hip[1]])
    joints["loin"] = np.array([0.0, 0.45 * hip[0] + 0.55 * blade[0] - 0.12, 0.5 * (hip[1] + blade[1]) - 0.05])
    joints["withers"] = np.array([0.0, blade[0], blade[1] - 0.08])
    joints["neck0"] = np.array([0.0, form.neck[0][0], form.neck[0][1]])
    middle = form.neck[len(form.neck) // 2]
    joints["neck1"] = np.array([0.0, middle[0], middle[1]])
    joints["poll"] = np.array([0.0, *form.poll])
    pitch = math.radians(form.pitch_deg)
    joints["nose"] = joints["poll"] + form.head * np.array([0.0, math.cos(pitch), math.sin(pitch)])
    for k, row in enumerate(form.tail.rows):
        joints[f"tail{k}"] = np.array([0.0, row[0], row[1]])
    for k, row in enumerate(form.trunk):
        joints[f"trunk{k}"] = np.array([0.0, row[0], row[1]])
    for side, sign in SIDES:
        joints |= _limb(form.fore, FORE, side, sign) | _limb(form.hind, HIND, side, sign)
        root, tip = np.array(form.ear.path[0]), np.array(form.ear.path[-1])
        frame = head_frame(joints)
        for name, at in (("ear", root), ("eartip", tip)):
            joints[f"{name}_{side}"] = frame.at(at[0], sign * at[1], at[2], form.head)
    return Skeleton({k: v * h for k, v in joints.items()}, _bones(form))


def head_frame(joints: dict[str, F64]) -> Frame:
    """The axes of the head at rest: forward from the poll to the nose."""
    forward, right = unit(joints["nose"] - joints["poll"]), np.array([1.0, 0.0, 0.0])
    return Frame(joints["poll"], forward, right, np.cross(right, forward))


def limb_x(limb: Limb, place: float) -> float:
    """How far from the middle a leg is at a place along its joints, in heights."""
    return limb.top_x + (limb.foot_x - limb.top_x) * min(place / 2.0, 1.0)


def _limb(limb: Limb, names: tuple[str, ...], side: str, sign: float) -> dict[str, F64]:
    return {
        f"{name}_{side}": np.array([sign * limb_x(limb, k), y, z])
        for k, (name, (y, z)) in enumerate(zip(names, limb.joints, strict=True))
    }


def _bones(form: Form) -> dict[str, Bone]:
    bones = {
        "pelvis": Bone(None, "loin", "rump", 0.17),
        "chest": Bone("pelvis", "loin", "withers", 0.20),
        "neck_a": Bone("chest", "neck0", "neck1", 0.15),
        "neck_b": Bone("neck_a", "neck1", "poll", 0.12),
        "head": Bone("neck_b", "poll", "nose", 0.13),
    }
    for k in range(len(form.tail.rows) - 1):
        bones[f"tail_{k}"] = Bone("pelvis" if k == 0 else f"tail_{k - 1}", f"tail{k}", f"tail{k + 1}", 0.035)
    for k in range(len(form.trunk) - 1):
        bones[f"trunk_{k}"] = Bone("head" if k == 0 else f"trunk_{k - 1}", f"trunk{k}", f"trunk{k + 1}", 0.06)
    fore = zip(("scapula", "humerus", "radius", "cannon", "forefoot"), FORE, FORE[1:], (0.09, 0.085, 0.06, 0.05, 0.05))
    hind = zip(("femur", "tibia", "metatarsus", "hindfoot"), HIND, HIND[1:], (0.11, 0.07, 0.05, 0.05))
    chains = {"chest": list(fore), "pelvis": list(hind), "head": [("ear", "ear", "eartip", 0.012)]}
    for side, sign in SIDES:
        for parent, chain in chains.items():
            for name, start, end, reach in chain:
                bones[f"{name}_{side}"] = Bone(parent, f"{start}_{side}", f"{end}_{side}", reach, sign)
                parent = f"{name}_{side}"
    return bones


def weights(skel: Skeleton, height_m: float, points: F64, faces: NDArray[np.int64]) -> F64:
    """How much each bone moves each point (n, bones): nearness in reaches, legs only on their own side, then smoothed."""
    near = np.zeros((len(points), len(skel.bones)))
    for k, bone in enumerate(skel.bones.values()):
        a, b, reach = skel.joints[bone.start], skel.joints[bone.end], bone.reach * height_m
        line = b - a
        t = np.clip((points - a) @ line / (line @ line), 0, 1)
        off = points - a - t[:, None] * line
        distance = np.sqrt(np.einsum("ij,ij->i", off, off)) / reach
        if bone.side:
            distance = distance + 8 * np.maximum(0, 0.01 * height_m - bone.side * points[:, 0]) / reach
        near[:, k] = distance
    share = 1 / ((near * near) ** (_SOFT // 2) + 1e-4)
    share /= share.sum(1, keepdims=True)
    mean = neighbors(faces, len(points))
    for _ in range(_ROUNDS):
        share = share + 0.5 * (mean @ share - share)
    share[share < 0.02] = 0
    return np.asarray(share / share.sum(1, keepdims=True))
