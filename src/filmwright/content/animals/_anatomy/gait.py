"""How an animal on four legs moves: standing with some life in it, walking, trotting, galloping, grazing and sitting.

Feet are planted in the world and the legs reach for them by two-bone IK. All of it is a function of time, so that any stretch of a
shot can be asked for. Order of the feet and how long they stand: Hildebrand, "The quadrupedal gaits of vertebrates", 1989.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import FORE, HIND, SIDES, Skeleton, skeleton
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, align, apply, smooth_step, unit, wander
from filmwright.content.kinds import Motion, Performance
from filmwright.scene.shapes import F64


class Gait(NamedTuple):
    """Heights a cycle at its own speed, in heights a second; share of the cycle a foot stands; when the right hind, right fore,
    left hind and left fore foot are set down; how high feet are lifted, how far the body bobs, in heights; how far trunk and neck
    rock, in degrees, and how often a cycle."""

    stride: float
    speed: float
    duty: float
    falls: tuple[float, float, float, float]
    lift: float
    bob: float
    rock_deg: float
    beats: int = 2


WALK = Gait(0.92, 1.20, 0.64, (0.5, 0.75, 0.0, 0.25), 0.085, 0.010, 0.8)
TROT = Gait(1.60, 3.4, 0.38, (0.5, 0.0, 0.0, 0.5), 0.13, 0.022, 0.5)
GALLOP = Gait(2.8, 7.0, 0.21, (0.12, 0.62, 0.0, 0.50), 0.20, 0.040, 6.0, beats=1)
_CYCLE = 48  # frames of a cycle in which the legs' reach is looked at; chosen
_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6)  # shares of a gait's stride; chosen
_CROUCH = 0.055  # how far a body goes down to walk, in heights, at the most; chosen
GAITS = {"walk": WALK, "trot": TROT, "run": TROT, "gallop": GALLOP}


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
    sat: float = 0.0  # 1: the hind feet lie flat under a body that sits


def speeds(height_m: float, *, run: Gait = TROT) -> dict[str, float]:
    """SPEEDS of an animal so tall: m/s grow with the root of the height (equal Froude numbers)."""
    root = math.sqrt(height_m)
    own = {"walk": WALK, "trot": TROT, "run": run, "gallop": GALLOP}
    return {name: round(gait.speed * root * 0.85, 2) for name, gait in own.items()}


def moved(
    form: Form, size: float, action: str, performance: Performance, *, run: Gait = TROT, wag: float = 0.1
) -> Motion:
    """The Motion of an animal `size` times as large as its form. `wag`: how far its tail sways, in radians."""
    grown = form._replace(height_m=form.height_m * size)
    skel = skeleton(grown)
    gait = run if action == "run" else GAITS.get(action)
    if gait is not None and performance.speed_m_s:
        return _going(grown, skel, gait, performance, wag)
    return _staying(grown, skel, action, performance, wag)


def _rest_feet(skel: Skeleton) -> F64:
    return np.array([skel.joints[n] for n in ("pastern_r", "fetlock_r", "pastern_l", "fetlock_l")])


def _going(form: Form, skel: Skeleton, gait: Gait, performance: Performance, wag: float) -> Motion:
    h = form.height_m
    speed = performance.speed_m_s or 1.0
    own = gait.speed * math.sqrt(h) * 0.85
    stride = gait.stride * h * min(max(math.sqrt(speed / own), 0.55), 1.3)
    # How low the body has to go is that of one cycle on level ground: it must not depend on which frames are asked for.
    # An animal of short legs takes shorter steps, so that it need not crouch.
    sunk = 0.0
    for shorter in _STEPS:
        once = Performance(_CYCLE, 1, np.eye(2, 3, -1), 0.0, _level, pace=shorter * stride / speed / _CYCLE)
        sunk = _sunk(form, skel, _gone(form, skel, gait, once, speed, shorter * stride, wag)[0])
        if sunk < _CROUCH * h or shorter == _STEPS[-1]:
            stride *= shorter
            break
    pose, place, facing = _gone(form, skel, gait, performance, speed, stride, wag)
    return _motion(form, skel, pose._replace(rise=pose.rise - sunk), place, facing)


def _gone(
    form: Form, skel: Skeleton, gait: Gait, performance: Performance, speed: float, stride: float, wag: float
) -> tuple[Pose, F64, F64]:
    """The poses on the way, where the body is (F, 3) and where it faces (F,)."""
    h = form.height_m
    t = performance.times_s
    phase = performance.phase + t * speed / stride
    path = Path(
        performance.path, performance.facing_yaw_rad, float(np.abs(speed * t).max()) + 2 * stride, performance.begin
    )
    s = speed * t
    facing = path.yaw(s)
    place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.6 * h)])
    rest = _rest_feet(skel)
    feet, swing = np.zeros((len(t), 4, 3)), np.zeros((len(t), 4))
    for k, fall in enumerate(gait.falls):
        own_phase = phase - fall
        number = np.floor(own_phase)
        f = own_phase - number
        here, there = (
            _footing(path, rest[k], stride * (n + fall + gait.duty / 2 - performance.phase), performance)
            for n in (number, number + 1)
        )
        u = np.clip((f - gait.duty) / (1 - gait.duty), 0, 1)
        glide = smooth_step(u)[:, None]
        at = here * (1 - glide) + there * glide
        at[:, 2] += gait.lift * h * np.sin(np.pi * u) ** 1.3
        feet[:, k] = apply(about("z", -np.degrees(facing)), at - place)
        swing[:, k] = u
    tau = 2 * math.pi
    beat = np.cos(tau * gait.beats * phase)
    late = np.cos(tau * gait.beats * (phase - 0.12))
    rock = math.radians(gait.rock_deg)
    pose = Pose(
        feet=feet,
        swing=swing,
        rise=gait.bob * h * beat - 0.012 * h,
        pitch=rock * np.sin(tau * gait.beats * (phase - 0.30)),
        neck=0.030 * late - 0.7 * rock * np.sin(tau * gait.beats * (phase - 0.30)),
        head_yaw=0.10 * wander(t, 4.0, 2.0),
        head_nod=0.02 * late,
        tail=wag * np.sin(tau * phase),
        ears=0.06 * wander(t, 2.0, 5.0),
    )
    return pose, place, facing


def _footing(path: Path, rest: F64, s_m: F64, performance: Performance) -> F64:
    """Where a foot stands in the world (F, 3) when the body passes `s_m` at mid stance."""
    at = s_m + rest[1]
    yaw = path.yaw(at)
    spot = path.spot(at) + rest[0] * np.column_stack([np.cos(yaw), np.sin(yaw)])
    return np.column_stack([spot, performance.ground(spot[:, 0], spot[:, 1]) + rest[2]])


def _staying(form: Form, skel: Skeleton, action: str, performance: Performance, wag: float) -> Motion:
    t = performance.times_s
    h = form.height_m
    frames = len(t)
    facing = np.full(frames, performance.facing_yaw_rad)
    place = np.tile(np.asarray(performance.path, float)[0], (frames, 1))
    feet = np.tile(_rest_feet(skel), (frames, 1, 1))
    turn = about("z", np.degrees(facing[:1]))[0]
    world = feet[0] @ turn.T + place[0]
    under = performance.ground(world[:, 0], world[:, 1]) - place[0, 2]
    if np.abs(under).max() < 0.25 * h:  # else it stands on something, not on the ground
        feet[:, :, 2] += under
    shy = 1.0 if action in ("stand", "look_around") else 0.3
    reach = 0.55 if action == "look_around" else 0.10
    pose = Pose(
        feet=feet,
        swing=np.zeros((frames, 4)),
        rise=0.004 * h * np.sin(2 * math.pi * t / 2.6),
        pitch=0.003 * np.sin(2 * math.pi * t / 2.6),
        neck=0.03 * wander(t, 5.0, 1.0),
        head_yaw=shy * -form.look_rad + reach * wander(t, 4.0, 2.0),
        head_nod=0.04 * wander(t, 3.5, 3.0),
        tail=wag * np.sin(2 * math.pi * t * (1.6 if wag > 0.2 else 0.45)),
        ears=0.12 * np.maximum(wander(t, 1.3, 4.0), 0.0),
    )
    if action == "sit":
        return _motion(form, skel, _sitting(form, skel, pose), place, facing)
    if action in ("eat", "graze", "drink"):
        down, nod = _grazing(form, skel)
        chewing = 0.02 * np.sin(2 * math.pi * t / 1.2)
        pose = pose._replace(neck=down + chewing, head_nod=nod + 0.5 * chewing, head_yaw=0.12 * wander(t, 4.0, 2.0))
    still = np.zeros(1)
    highest = Pose(feet[:1], np.zeros((1, 4)), np.full(1, 0.004 * h), still, still, still, still, still, still)
    return _motion(form, skel, pose._replace(rise=pose.rise - _sunk(form, skel, highest)), place, facing)


_SITS_RAD = math.radians(40.0)  # how steep the back of a dog that sits is; chosen
_SEAT = 0.27  # height of its hip, in heights; chosen


def _sitting(form: Form, skel: Skeleton, pose: Pose) -> Pose:
    """The pose sat down: the trunk tipped up on the forelegs, the haunches on the ground between the hind feet."""
    hip, loin = skel.joints["hip_r"], skel.joints["loin"]
    at = about("x", math.degrees(_SITS_RAD)) @ (hip - loin) + loin
    feet = pose.feet.copy()
    for k, sign in ((0, 1.0), (2, -1.0)):
        feet[:, k, 0] = sign * 1.25 * abs(feet[0, k, 0])
        feet[:, k, 1] = at[1] + 0.24 * form.height_m
    return pose._replace(
        feet=feet,
        rise=0.5 * pose.rise + _SEAT * form.height_m - at[2],
        pitch=pose.pitch + _SITS_RAD,
        neck=pose.neck - 0.5 * _SITS_RAD,
        head_nod=pose.head_nod - 0.62 * _SITS_RAD,
        sat=1.0,
    )


def _level(x: F64, y: F64) -> F64:
    return np.zeros_like(x, dtype=float)


_GRAZES_RAD = math.radians(-68.0)  # how steep a head hangs that eats from the ground; chosen


def _grazing(form: Form, skel: Skeleton) -> tuple[float, float]:
    """How far the neck turns down until the mouth is at the ground, and the head up against it, in radians (negative: down)."""
    still = np.zeros(1)
    rest = Pose(_rest_feet(skel)[None], np.zeros((1, 4)), still, still, still, still, still, still, still)
    down, nod = 0.0, 0.0
    for down in np.linspace(0, -2.2, 45):
        nod = max(0.0, _GRAZES_RAD - (math.radians(form.pitch_deg) + 0.75 * down))
        turns, places = _axial(skel, rest._replace(neck=np.array([down]), head_nod=np.array([nod])))
        mouth = apply(turns["head"], skel.joints["nose"]) + places["head"]
        if mouth[0, 2] < 0.05 * form.height_m:
            break
    return float(down), float(nod)


def _axial(skel: Skeleton, pose: Pose) -> tuple[dict[str, F64], dict[str, F64]]:
    """Turns (F, 3, 3) and places (F, 3) of trunk, neck, head, ears, tail and trunk for a pose."""
    deg = np.degrees
    flat = np.zeros_like(pose.rise)
    local = {
        "pelvis": about("x", deg(pose.pitch)),
        "chest": about("x", deg(-0.3 * pose.pitch)),
        "neck_a": about("z", deg(0.30 * pose.head_yaw)) @ about("x", deg(0.62 * pose.neck)),
        "neck_b": about("z", deg(0.30 * pose.head_yaw)) @ about("x", deg(0.38 * pose.neck)),
        "head": about("z", deg(0.40 * pose.head_yaw)) @ about("x", deg(pose.head_nod - 0.25 * pose.neck)),
        "ear_r": about("z", deg(-pose.ears)),
        "ear_l": about("z", deg(flat)),
    }
    for name in skel.bones:
        kind, _, number = name.partition("_")
        if kind == "tail":
            lifted = _lain(skel, pose, int(number)) if pose.sat else flat
            local[name] = about("z", deg(pose.tail * (0.5 + 0.25 * int(number)))) @ about("x", deg(lifted))
        elif kind == "trunk":
            local[name] = about("y", deg(0.4 * pose.ears)) @ about("x", deg(0.8 * pose.head_nod))
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


def _lain(skel: Skeleton, pose: Pose, number: int) -> F64:
    """How far a bone of the tail turns (F,) against the one before it so that the tail of a body that sits lies on the ground."""

    def turned(k: int) -> F64:
        if k < 0:
            return pose.pitch
        way = skel.joints[f"tail{k + 1}"] - skel.joints[f"tail{k}"]
        rest = math.atan2(way[2], -way[1])
        return np.asarray(rest - np.maximum(rest - pose.pitch, 0.0 if k else -0.25))

    return np.asarray(turned(number) - turned(number - 1))


def _motion(form: Form, skel: Skeleton, pose: Pose, place: F64, facing: F64) -> Motion:
    turns, places = _axial(skel, pose)
    for k, (side, _) in enumerate(SIDES):
        _leg(form, skel, pose, turns, places, side, hind=True, foot=2 * k)
        _leg(form, skel, pose, turns, places, side, hind=False, foot=2 * k + 1)
    world = about("z", np.degrees(facing))
    rotations, locations = [], []
    for name in skel.bones:
        rotations.append(Rotation.from_matrix(world @ turns[name]).as_quat(scalar_first=True))
        locations.append(apply(world, places[name]) + place)
    return Motion(tuple(skel.bones), np.stack(locations, 1), np.stack(rotations, 1), place, facing)


_FLAT_RAD = 1.25  # from a hind foot that stands to one that lies on its heel; chosen
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
    tilt = tilt * (1 - pose.sat) - (_FLAT_RAD * pose.sat if hind else 0.0)
    pillar = 0.5 if form.foot == "pillar" else 1.0
    toe = pillar * (0.9 * leave * bend + 0.5 * bend)
    return at, at + apply(about("x", -np.degrees(pillar * tilt)), low - fetlock), toe


def _sunk(form: Form, skel: Skeleton, pose: Pose) -> float:
    """How far the body has to go down for all legs to reach in all the poses."""
    turns, places = _axial(skel, pose)
    most = 0.0
    for k, (side, _) in enumerate(SIDES):
        for hind in (True, False):
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
