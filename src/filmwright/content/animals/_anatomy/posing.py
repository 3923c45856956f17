"""A pose of an animal on four legs becomes the motion of its bones: trunk, neck and tail turn one upon the other, legs reach for their
feet by two-bone IK."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import FORE, HIND, SIDES, Skeleton
from filmwright.content.figure.pose import about, align, apply, smooth_step, unit
from filmwright.content.kinds import HELD, Motion
from filmwright.scene.shapes import F64


class Pose(NamedTuple):
    """F poses in the animal's own space (its root at the origin, facing +Y): the place of the fetlocks (F, 4, 3) in the order right hind,
    right fore, left hind, left fore; how far each is through its swing (F, 4), 0 while it stands; the trunk's drop (F,) and its pitch, rock
    of the neck, turn and nod of the head, sway of the tail, all (F,) in radians."""

    feet: F64
    swing: F64
    rise: F64
    pitch: F64
    neck: F64
    head_yaw: F64
    head_nod: F64
    tail: F64
    ears: F64
    sat: F64 | float = 0.0  # 1: the hind feet lie flat under a body that sits or lies; a number, or one a frame (F,)
    lain: F64 | float = 0.0  # 1: so do the forelegs
    ear_l: F64 | None = None  # the left ear, where it does not stand still
    trunk: F64 | None = None  # how far a trunk is curled up (F,), in radians


def quiet(feet: F64) -> Pose:
    """A pose in which nothing stirs."""
    still = np.zeros(len(feet))
    return Pose(feet, np.zeros((len(feet), 4)), still, still, still, still, still, still, still)


def rest_feet(skel: Skeleton) -> F64:
    return np.array([skel.joints[n] for n in ("pastern_r", "fetlock_r", "pastern_l", "fetlock_l")])


def axial(
    skel: Skeleton, pose: Pose, bends: Mapping[str, F64] = MappingProxyType({})
) -> tuple[dict[str, F64], dict[str, F64]]:
    """Turns (F, 3, 3) and places (F, 3) of trunk, neck, head, ears, tail and trunk for a pose. `bends`: how bones turn against those
    before them (F, 3, 3), instead of as the pose has it."""
    deg = np.degrees
    flat = np.zeros_like(pose.rise)
    local = {
        "pelvis": about("x", deg(pose.pitch)),
        "chest": about("x", deg(-0.3 * pose.pitch)),
        "neck_a": about("z", deg(0.30 * pose.head_yaw)) @ about("x", deg(0.62 * pose.neck)),
        "neck_b": about("z", deg(0.30 * pose.head_yaw)) @ about("x", deg(0.38 * pose.neck)),
        "head": about("z", deg(0.40 * pose.head_yaw)) @ about("x", deg(pose.head_nod - 0.25 * pose.neck)),
        "ear_r": about("z", deg(-pose.ears)),
        "ear_l": about("z", deg(flat if pose.ear_l is None else pose.ear_l)),
    }
    for name in skel.bones:
        kind, _, number = name.partition("_")
        if kind == "tail":
            upright = (
                skel.joints[f"tail{_last(skel)}"][2] - skel.joints["tail0"][2] > _BRUSH * skel.joints["withers"][2]
            )
            lifted = pose.sat * (-pose.pitch * (number == "0") if upright else _lain(skel, pose, int(number)))
            local[name] = about("z", deg(pose.tail * (0.5 + 0.25 * int(number)))) @ about("x", deg(lifted))
        elif kind == "trunk":
            curled = _TRUNK_CURL[min(int(number), len(_TRUNK_CURL) - 1)] * (flat if pose.trunk is None else pose.trunk)
            swung = flat if pose.trunk is not None else pose.neck
            local[name] = about("y", deg(0.4 * pose.ears + 0.5 * swung)) @ about("x", deg(0.8 * pose.head_nod + curled))
    local |= bends
    turns: dict[str, F64] = {}
    places: dict[str, F64] = {}
    lift = np.column_stack([flat, flat, pose.rise])
    for name, bone in skel.bones.items():
        if name not in local:
            continue
        pivot = skel.joints[bone.start]
        if bone.parent is None:
            turns[name] = local[name]
            places[name] = pivot + lift - apply(turns[name], pivot)
        else:
            at = apply(turns[bone.parent], pivot) + places[bone.parent]
            turns[name] = turns[bone.parent] @ local[name]
            places[name] = at - apply(turns[name], pivot)
    return turns, places


_BRUSH = 0.8  # a tail that rises so far, in heights, is carried upright by one that sits as well; chosen


def _last(skel: Skeleton) -> int:
    """The number of the tail's last joint."""
    return max(int(name[4:]) for name in skel.joints if name.startswith("tail"))


_TRUNK_CURL = (0.10, 0.20, 0.22, 0.18, 0.12, 0.10, 0.08)  # shares of its curl that the bones of a trunk have; chosen


def _lain(skel: Skeleton, pose: Pose, number: int) -> F64:
    """How far a bone of the tail turns (F,) against the one before it so that the tail of a body that sits lies on the ground."""

    def turned(k: int) -> F64:
        if k < 0:
            return pose.pitch
        way = skel.joints[f"tail{k + 1}"] - skel.joints[f"tail{k}"]
        rest = math.atan2(way[2], -way[1])
        lies, sits = ((-0.6, -0.6), (-0.4, -0.4), (-0.1, 0.0))[min(k, 2)], (0.0 if k else -0.25, math.pi)
        lain, sat = (np.clip(rest - pose.pitch, *limits) for limits in (lies, sits))
        return np.asarray(rest - (pose.lain * lain + (1.0 - pose.lain) * sat))

    return np.asarray(turned(number) - turned(number - 1))


def motion_of(form: Form, skel: Skeleton, pose: Pose, place: F64, facing: F64) -> Motion:
    turns, places = axial(skel, pose)
    if form.arms:
        pose = _hanging(skel, pose, turns, places)
    for k, (side, _) in enumerate(SIDES):
        _leg(form, skel, pose, turns, places, side, hind=True, foot=2 * k)
        _leg(form, skel, pose, turns, places, side, hind=False, foot=2 * k + 1)
    world = about("z", np.degrees(facing))
    rotations, locations = [], []
    for name in skel.bones:
        rotations.append(Rotation.from_matrix(world @ turns[name]).as_quat(scalar_first=True))
        locations.append(apply(world, places[name]) + place)
    return Motion(tuple(skel.bones), np.stack(locations, 1), np.stack(rotations, 1), place, facing)


def _hanging(skel: Skeleton, pose: Pose, turns: dict[str, F64], places: dict[str, F64]) -> Pose:
    """The pose with arms that hang from the chest and swing a little as the head nods."""
    feet, swing = pose.feet.copy(), pose.swing.copy()
    for k, side in ((1, "r"), (3, "l")):
        swayed = (
            np.column_stack([0 * pose.rise, 0.04 * pose.head_nod, 0.10 * pose.head_nod]) * skel.joints["withers"][2]
        )
        feet[:, k] = apply(turns["chest"], skel.joints[f"fetlock_{side}"]) + places["chest"] + swayed
        swing[:, k] = 0.0
    return pose._replace(feet=feet, swing=swing)


def with_held(motion: Motion, turn: F64, at: F64) -> Motion:
    """The motion, and where what is handled is: turn (F, 3, 3) and origin (F, 3), in the world."""
    quat = Rotation.from_matrix(turn).as_quat(scalar_first=True)
    return Motion(
        (*motion.bones, HELD),
        np.concatenate([motion.locations, at[:, None]], axis=1),
        np.concatenate([motion.rotations, quat[:, None]], axis=1),
        motion.root,
        motion.facing_yaw_rad,
    )


_FLAT_RAD = 1.25  # from a hind foot that stands to one that lies on its heel; chosen
_FORE_FLAT_RAD = 1.45  # and from a foreleg that stands to one that lies ahead of the chest; chosen
_CHAINS = {True: HIND, False: FORE[1:]}
_BONES = {True: ("femur", "tibia", "metatarsus", "hindfoot"), False: ("humerus", "radius", "cannon", "forefoot")}


def _ankle(form: Form, skel: Skeleton, pose: Pose, side: str, hind: bool, foot: int) -> tuple[F64, F64, F64]:
    """Where the fetlock and the joint above it (F, 3) have to be, and how far the toe points down (F,), in radians."""
    chain = _CHAINS[hind]
    fetlock, low = skel.joints[f"{chain[3]}_{side}"], skel.joints[f"{chain[2]}_{side}"]
    at, u = pose.feet[:, foot], pose.swing[:, foot]
    back = (fetlock[1] - at[:, 1]) / form.height_m
    leave = np.where(u > 0, (1 - smooth_step(u, 0.0, 0.8)), 0.0)
    bend = np.sin(np.pi * np.clip(u * 1.05, 0, 1)) ** 1.2
    tilt = (0.5 if hind else 0.35) * back + np.where(hind, 0.55, 1.0) * bend * (0.9 if hind else 1.0)
    flat = pose.sat if hind else pose.lain
    tilt = tilt * (1 - flat) - (_FLAT_RAD if hind else _FORE_FLAT_RAD) * flat
    pillar = 0.5 if form.foot == "pillar" else 1.0
    toe = pillar * (0.9 * leave * bend + 0.5 * bend)
    return at, at + apply(about("x", -np.degrees(pillar * tilt)), low - fetlock), toe


def sunk_by(form: Form, skel: Skeleton, pose: Pose) -> float:
    """How far the body has to go down for all legs to reach in all the poses."""
    turns, places = axial(skel, pose)
    most = 0.0
    for k, (side, _) in enumerate(SIDES):
        for hind in (True,) if form.arms else (True, False):
            top, length = _top(skel, turns, places, side, hind), _reach(skel, side, hind)
            _, low, _ = _ankle(form, skel, pose, side, hind, 2 * k + (0 if hind else 1))
            aside = ((low - top)[:, :2] ** 2).sum(1)
            need = (top - low)[:, 2] - np.sqrt(np.maximum((0.992 * length) ** 2 - aside, 0))
            most = max(most, float(need.max()))
    return min(most, 0.12 * form.height_m)


def _reach(skel: Skeleton, side: str, hind: bool) -> float:
    a, b, c = (skel.joints[f"{n}_{side}"] for n in _CHAINS[hind][:3])
    return float(np.linalg.norm(b - a) + np.linalg.norm(c - b))


def _top(skel: Skeleton, turns: dict[str, F64], places: dict[str, F64], side: str, hind: bool) -> F64:
    parent = "pelvis" if hind else "chest"
    return np.asarray(apply(turns[parent], skel.joints[f"{_CHAINS[hind][0]}_{side}"]) + places[parent])


def _leg(
    form: Form,
    skel: Skeleton,
    pose: Pose,
    turns: dict[str, F64],
    places: dict[str, F64],
    side: str,
    *,
    hind: bool,
    foot: int,
) -> None:
    """Set the bones of one leg so that its foot is where the pose wants it."""
    joints = [skel.joints[f"{n}_{side}"] for n in _CHAINS[hind]]
    fetlock, low, toe = _ankle(form, skel, pose, side, hind, foot)
    top = _top(skel, turns, places, side, hind)
    if not hind:
        blade = skel.joints[f"blade_{side}"]
        swayed = 0.16 * (fetlock[:, 1] - joints[3][1])
        top = top + np.column_stack([0 * swayed, swayed, 0 * swayed])
        at = apply(turns["chest"], blade) + places["chest"]
        turn = align(joints[0] - blade, top - at)
        turns[f"scapula_{side}"], places[f"scapula_{side}"] = turn, at - apply(turn, blade)
    l1, l2 = float(np.linalg.norm(joints[1] - joints[0])), float(np.linalg.norm(joints[2] - joints[1]))
    away = low - top
    length = np.clip(np.linalg.norm(away, axis=1), 1e-6, 0.998 * (l1 + l2))
    ahead = unit(away)
    out = (joints[1] - joints[0]) - ahead * (ahead @ (joints[1] - joints[0]))[:, None]
    bend_rest = np.array([0.0, 1.0 if hind else -1.0, 0.0])
    bend = unit(0.2 * out / (l1 + l2) + bend_rest - ahead * (ahead @ bend_rest)[:, None])
    along = (l1**2 - l2**2 + length**2) / (2 * length)
    middle = top + ahead * along[:, None] + bend * np.sqrt(np.maximum(l1**2 - along**2, 0))[:, None]
    low = top + ahead * length[:, None]
    points = [top, middle, low, fetlock]
    for k, name in enumerate(_BONES[hind][:3]):
        turn = align(joints[k + 1] - joints[k], points[k + 1] - points[k])
        turns[f"{name}_{side}"], places[f"{name}_{side}"] = turn, points[k] - apply(turn, joints[k])
    name = f"{_BONES[hind][3]}_{side}"
    turns[name] = about("x", -np.degrees(toe))
    places[name] = fetlock - apply(turns[name], joints[3])
