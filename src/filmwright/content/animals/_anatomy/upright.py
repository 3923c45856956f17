"""Animals that do what people do: sat upright on their haunches, their paws as hands, with a cup, a book, a guitar, drums.

The trunk is tipped up about the loin, neck and head are turned down against it, so the limbs keep their angles to the trunk and the skin
hardly bends. What is in the paws has a bone of its own, HELD, the last of the motion: the thing goes where that is.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content import things
from filmwright.content.animals._anatomy.features import Part, joined, sided
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.posing import Pose, axial
from filmwright.content.animals._anatomy.skeleton import FORE, HIND, SIDES, Skeleton, head_frame
from filmwright.content.figure.pose import about, align, apply, columns, smooth_step, unit, wander
from filmwright.content.kinds import HELD, Motion, Performance, Thing
from filmwright.scene.shapes import F64, sweep

_TRUNK_DEG, _CHEST_DEG = 66.0, 10.0  # how far pelvis and, on top of it, chest are tipped up; chosen
_NECK_DEG, _HEAD_DEG = 72.0, -9.0  # how steep neck and head are then; chosen
_HEAD_CUP = 0.36  # height of a cup against the head of who drinks from it; chosen: it has to be seen beside a paw
_CUP_M, _GUITAR_ARM_M, _SEATED_M = 0.078, 0.50, 1.32  # a cup, an arm and a seated body of people; chosen


class Paw(NamedTuple):
    """Where the pad of a paw is (F, 3), and the directions its toes and its pad look (F, 3)."""

    at: F64
    way: F64
    pad: F64


class Seated(NamedTuple):
    """An animal sat upright, before its arms are set: turns (F, 3, 3) and places (F, 3) of its bones; length of an arm; between the
    shoulders, before the belly and at the mouth (F, 3); metres of a paw from the ankle to its middle, and from there to its pad."""

    turns: dict[str, F64]
    places: dict[str, F64]
    arm: float
    chest: F64
    belly: F64
    mouth: F64
    reach: float
    pad: float


Deed = Callable[[Seated, F64, Thing | None], tuple[Paw, Paw, F64, F64]]
"""Both paws (right, left), and the turn (F, 3, 3) and origin (F, 3) of what they handle, at times (F,)."""


def sizes(form: Form, skel: Skeleton) -> dict[str, float]:
    """How large what an animal handles is against what people do, by action."""
    head = form.head * form.height_m
    arm = _arm_m(skel)
    tall = (form.fore.joints[0][1] - form.hind.joints[0][1] + form.fore.joints[0][0] - form.hind.joints[0][0]) * (
        form.height_m
    ) + 0.9 * head
    near = {"play_guitar": 0.94 * arm / _GUITAR_ARM_M, "play_drums": 1.05 * tall / _SEATED_M}
    usual = _HEAD_CUP * head / _CUP_M
    own = {kind: near.get(kind, 0.62 * usual if kind in _FLAT else usual) for kind in DEEDS}
    return own | {"play": 1.6 * form.height_m**0.5, "drink": 1.5 * usual, "eat": 0.8 * usual}


def moved(form: Form, skel: Skeleton, action: str, performance: Performance, pose: Pose) -> Motion:
    """The Motion of an animal that does one of DEEDS where it is; `pose`: the life in it while it stays."""
    t = performance.times_s + 5.3 * performance.phase
    deed = DEEDS[action]
    using = performance.using
    seat_m = using.sits[0][2] if using is not None and action == "play_drums" and using.sits else 0.0
    nod = _nodding(action, t)
    pose = pose._replace(head_yaw=_glance(performance, action, t) + 0.10 * wander(t, 4.0, 2.0))
    made = _seated(form, skel, pose, nod, seat_m)
    right, left, turn, origin = deed(made, t, using)
    for (side, sign), paw in zip(SIDES, (right, left), strict=True):
        _arm(skel, made, side, sign, paw)
        _leg(form, skel, made, side, sign)
    facing = np.full(len(t), performance.facing_yaw_rad)
    place = np.tile(np.asarray(performance.path, float)[0], (len(t), 1))
    world = about("z", np.degrees(facing))
    rotations = [Rotation.from_matrix(world @ made.turns[n]).as_quat(scalar_first=True) for n in skel.bones]
    locations = [apply(world, made.places[n]) + place for n in skel.bones]
    rotations.append(Rotation.from_matrix(world @ turn).as_quat(scalar_first=True))
    locations.append(apply(world, origin) + place)
    return Motion((*skel.bones, HELD), np.stack(locations, 1), np.stack(rotations, 1), place, facing)


def _arm_m(skel: Skeleton) -> float:
    points = [skel.joints[f"{n}_r"] for n in FORE[1:5]]
    return float(sum(np.linalg.norm(b - a) for a, b in pairwise(points)))


def _seated(form: Form, skel: Skeleton, pose: Pose, nod: F64, seat_m: float) -> Seated:
    h = form.height_m
    trunk = _TRUNK_DEG + np.degrees(4 * pose.pitch) + 0.6 * nod
    neck = skel.joints["poll"] - skel.joints["neck0"]
    steep = math.degrees(math.atan2(neck[2], neck[1])) + _TRUNK_DEG + _CHEST_DEG
    back = _NECK_DEG - steep
    head = _HEAD_DEG - (form.pitch_deg + _TRUNK_DEG + _CHEST_DEG + back)
    still = np.zeros(len(trunk))
    yaw = np.degrees(pose.head_yaw)
    bends = {
        "chest": about("x", still + _CHEST_DEG),
        "neck_a": about("y", 0.2 * yaw) @ about("x", still + 0.55 * back),
        "neck_b": about("y", 0.2 * yaw) @ about("x", still + 0.45 * back),
        "head": about("z", 0.6 * yaw) @ about("x", head + nod + np.degrees(pose.head_nod)),
    }
    turns, places = axial(skel, pose._replace(pitch=np.radians(trunk), rise=still, sat=1.0), bends)
    # The rump rests on the ground under the middle of the animal.
    rows = np.array(form.torso) * h
    rim = np.concatenate([np.column_stack([0 * rows[:, 0], rows[:, 0], rows[:, k]]) for k in (1, 2)])
    rim = rim[rim[:, 1] < skel.joints["loin"][1]]
    loin = skel.joints["loin"]
    posed = (rim - loin) @ about("x", _TRUNK_DEG).T + loin
    low = posed[np.argmin(posed[:, 2])]
    shift = np.array([0.0, -low[1] - 0.10 * h, seat_m - low[2]])
    places = {name: at + shift for name, at in places.items()}

    def on(bone: str, point: F64) -> F64:
        return np.asarray(apply(turns[bone], point) + places[bone])

    bottom = float(np.interp(0.10 * h, rows[:, 0], rows[:, 2]))
    frame, length = head_frame(skel.joints), form.head * h
    skull = np.array(form.skull)
    tip = float(skull[-1, 0])
    under = float(np.interp(tip - 0.10, skull[:, 0], skull[:, 2]))
    return Seated(
        turns,
        places,
        _arm_m(skel),
        (on("chest", skel.joints["shoulder_r"]) + on("chest", skel.joints["shoulder_l"])) / 2,
        on("chest", np.array([0.0, 0.10 * h, bottom])),
        on("head", frame.at(tip - 0.04, 0.0, 0.75 * under, length)),
        0.42 * form.foot_size[0] * h,
        0.8 * float(skel.joints["fetlock_r"][2]),
    )


_TOES_DEG = -72.0  # how far a paw is straightened so that its toes carry on the line of the arm; chosen


def _arm(skel: Skeleton, made: Seated, side: str, sign: float, paw: Paw) -> None:
    """Set the bones of a foreleg so that its pad is where it should be; the elbow hangs out and down."""
    blade, shoulder, elbow, carpus, fetlock = (skel.joints[f"{n}_{side}"] for n in FORE[:5])
    turns, places = made.turns, made.places
    way = unit(paw.way)
    pad = unit(paw.pad - way * np.sum(paw.pad * way, axis=1, keepdims=True))
    ankle = paw.at - way * made.reach - pad * made.pad
    wrist = ankle - way * float(np.linalg.norm(fetlock - carpus))
    base = turns["chest"]
    top = apply(base, shoulder) + places["chest"]
    l1, l2 = float(np.linalg.norm(elbow - shoulder)), float(np.linalg.norm(carpus - elbow))
    away = wrist - top
    far = np.linalg.norm(away, axis=1)
    # A shoulder gives a little before an arm is straight.
    give = np.clip(far - 0.985 * (l1 + l2), 0.0, 0.30 * made.arm)
    top = top + unit(away) * give[:, None]
    away = wrist - top
    length = np.clip(np.linalg.norm(away, axis=1), 0.25 * (l1 + l2), 0.985 * (l1 + l2))
    ahead = unit(away)
    pole = np.array([0.85 * sign, -0.35, -0.75])
    pole = unit(pole - ahead * (ahead @ pole)[:, None])
    along = (l1**2 - l2**2 + length**2) / (2 * length)
    bent = top + ahead * along[:, None] + pole * np.sqrt(np.maximum(l1**2 - along**2, 0))[:, None]
    wrist = top + ahead * length[:, None]
    ankle = wrist + way * float(np.linalg.norm(fetlock - carpus))
    at = apply(base, blade) + places["chest"]
    chain = (
        ("scapula", blade, shoulder, at, top),
        ("humerus", shoulder, elbow, top, bent),
        ("radius", elbow, carpus, bent, wrist),
    )
    for name, a, b, from_, to in chain:
        local = align(b - a, apply(np.swapaxes(base, 1, 2), to - from_))
        _set(made, f"{name}_{side}", base @ local, a, from_)
    # The hand: its line along `way`, its pad, which looks back at rest, along `pad`.
    line = unit(fetlock - carpus)
    rear = unit(np.array([0.0, -1.0, 0.0]) + line * line[1])
    rest = np.stack([line, rear, np.cross(line, rear)], axis=1)
    goal = np.stack([way, pad, np.cross(way, pad)], axis=2)
    hand = goal @ rest.T
    _set(made, f"cannon_{side}", hand, carpus, wrist)
    _set(made, f"forefoot_{side}", hand @ about("x", _TOES_DEG), fetlock, ankle)
    # Half of the hand's turn about its line is in the forearm.
    own, turned = Rotation.from_matrix(turns[f"radius_{side}"]), Rotation.from_matrix(hand)
    forearm = apply(turns[f"radius_{side}"], unit(carpus - elbow))
    spin = (turned * own.inv()).as_rotvec()
    twist = np.clip(np.sum(spin * forearm, axis=1), -1.6, 1.6)
    half = Rotation.from_rotvec(0.5 * twist[:, None] * forearm) * own
    _set(made, f"radius_{side}", half.as_matrix(), elbow, bent)


def _leg(form: Form, skel: Skeleton, made: Seated, side: str, sign: float) -> None:
    """Set the bones of a hind leg that lies ahead on the ground, its sole to the front."""
    hip, stifle, hock, pastern = (skel.joints[f"{n}_{side}"] for n in HIND[:4])
    base = made.turns["pelvis"]
    top = apply(base, hip) + made.places["pelvis"]
    l1, l2 = float(np.linalg.norm(stifle - hip)), float(np.linalg.norm(hock - stifle))
    ground = 1.1 * form.hind.girth[-1][2] * form.height_m  # a heel on the ground is half as thick as the foot
    far = 0.90 * (l1 + l2)
    ahead = np.sqrt(np.maximum(far**2 - (top[:, 2] - ground) ** 2, 0.01 * far**2))
    heel = columns(top[:, 0] + sign * 0.34 * ahead, top[:, 1] + 0.94 * ahead, ground)
    away = heel - top
    length = np.clip(np.linalg.norm(away, axis=1), 1e-6, 0.985 * (l1 + l2))
    line = unit(away)
    pole = np.array([0.55 * sign, 0.25, 0.85])
    pole = unit(pole - line * (line @ pole)[:, None])
    along = (l1**2 - l2**2 + length**2) / (2 * length)
    knee = top + line * along[:, None] + pole * np.sqrt(np.maximum(l1**2 - along**2, 0))[:, None]
    heel = top + line * length[:, None]
    foot = unit(np.array([0.18 * sign, 0.55, 0.55]))
    toes = heel + foot * float(np.linalg.norm(pastern - hock))
    for name, a, b, from_, to in (
        ("femur", hip, stifle, top, knee),
        ("tibia", stifle, hock, knee, heel),
        ("metatarsus", hock, pastern, heel, toes),
    ):
        local = align(b - a, apply(np.swapaxes(base, 1, 2), to - from_))
        _set(made, f"{name}_{side}", base @ local, a, from_)
    turned = about("z", np.full(len(top), -sign * 14.0)) @ about("x", np.full(len(top), 74.0))
    _set(made, f"hindfoot_{side}", turned, pastern, toes)


def _set(made: Seated, bone: str, turn: F64, pivot: F64, at: F64) -> None:
    made.turns[bone], made.places[bone] = turn, at - apply(turn, pivot)


def _nodding(action: str, t: F64) -> F64:
    """How far trunk and head nod to what is done (F,), in degrees: up is positive."""
    if action in _DRINKS:
        return 9.0 * _sip(t)[1]
    if action in ("play_guitar", "play_drums"):
        return np.asarray(3.2 * np.cos(2 * np.pi * t / _BEAT_S))
    if action in ("read", "cook", "use_computer"):
        return np.asarray(-12.0 + 2.0 * wander(t, 4.0, 1.0))
    return np.asarray(1.5 * wander(t, 4.0, 1.0))


def _glance(performance: Performance, action: str, t: F64) -> F64:
    """How far the head is turned to the lens (F,), in radians: most of the way, and less while it is busy."""
    if performance.look_at is None:
        return 0.0 * t
    away = np.asarray(performance.look_at) - np.asarray(performance.path, float)[0]
    yaw = math.atan2(-away[0], away[1]) - performance.facing_yaw_rad
    yaw = (yaw + math.pi) % (2 * math.pi) - math.pi
    share = 0.35 if action in ("read", "cook", "use_computer") else 0.75
    return np.asarray(0.0 * t + share * max(-0.9, min(0.9, yaw)))


_BEAT_S = 0.62
_PERIOD_S = 5.4


def _sip(t: F64) -> tuple[F64, F64]:
    """How far a cup is lifted and how far it is tipped (F,), 0..1: on its way up after two seconds, and again every five."""
    u = (t + 3.9) % _PERIOD_S
    lifted = smooth_step(u, 0.0, 1.0) * (1 - smooth_step(u, 2.7, 3.8))
    return lifted, smooth_step(u, 0.8, 1.6) * (1 - smooth_step(u, 2.4, 2.9))


def _still(t: F64, turn: F64) -> F64:
    return np.broadcast_to(turn, (len(t), 3, 3))


def _box(using: Thing | None, usual: tuple[float, float, float]) -> tuple[F64, F64]:
    if using is None:
        half = np.array(usual) / 2
        return np.array([-half[0], -half[1], 0.0]), np.array([half[0], half[1], usual[2]])
    return things.box(using.nodes)


def _drink(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """A cup between both paws, from before the chest to the mouth."""
    low, high = _box(using, (0.1, 0.1, 0.1))
    r, tall = 0.5 * (high - low)[1], float(high[2] - low[2])
    lifted, sip = _sip(t)
    turn = about("x", 40.0 * sip + 6.0 * lifted * (1 - sip))
    rest = made.chest + made.arm * np.array([0.0, 0.56, -0.22]) - [0.0, 0.0, 0.5 * tall]
    up = (
        made.mouth
        - apply(turn, np.array([0.0, -0.92 * r, 0.98 * tall]))
        + columns(0 * t, 0.03 * made.arm * (1 - sip), -0.05 * tall * (1 - sip))
    )
    origin = rest + (up - rest) * lifted[:, None]
    paws = []
    for _, sign in SIDES:
        at = origin + apply(turn, np.array([sign * r * 0.95, 0.0, 0.45 * tall]))
        way = columns(0 * t - 0.10 * sign, 0.75 - 0.25 * lifted, 0.45 + 0.45 * lifted)
        paws.append(Paw(at, way, np.tile([-sign, 0.05, 0.05], (len(t), 1))))
    return paws[0], paws[1], turn, origin


def _guitar(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """It lies before the belly, its neck to the left and up; the right paw strums, the left one goes along the neck."""
    low, high = _box(using, (0.38, 0.105, 1.0))
    long, deep = float(high[2]), 0.5 * float((high - low)[1])
    up = math.radians(24.0)
    neck = unit(np.array([-math.cos(up), 0.16, math.sin(up)]))
    front = np.array([0.0, 1.0, 0.22])
    front = unit(front - neck * float(front @ neck))
    turn = _still(t, np.stack([np.cross(front, neck), front, neck], axis=1))
    origin = (
        made.belly
        + [0.24 * made.arm, 0.0, 0.0]
        + (deep + 0.05 * made.arm) * front
        + [0.0, 0.0, 0.02 * long]
        - 0.30 * long * neck
    )
    down = np.cos(2 * np.pi * t / _BEAT_S)
    strum = origin + apply(turn, columns(0.05 * long * down, deep + 0.004, 0.315 * long + 0 * t))
    right = Paw(strum, apply(turn, columns(-0.55 + 0.25 * down, -0.30, 0.70)), apply(turn, np.array([0.0, -1.0, 0.0])))
    chord = np.floor(t / (4 * _BEAT_S))
    here, last = (np.array([0.70, 0.64, 0.73, 0.67])[((chord - k) % 4).astype(int)] for k in (0, 1))
    v = last + (here - last) * smooth_step(t / (4 * _BEAT_S) - chord, 0.0, 0.12)
    fret = origin + apply(turn, columns(0.012 * long + 0 * t, 0.2 * deep, v * long))
    left = Paw(fret, apply(turn, columns(-0.62 + 0 * t, 0.55, 0.35)), apply(turn, np.array([-0.75, -0.45, 0.0])))
    return right, left, turn, origin


def _drums(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """On its stool behind the kit; the paws, with a stick each, fall in turn on snare and tom."""
    seat = np.array(using.sits[0][:3]) if using is not None and using.sits else np.array([0.0, -0.6, 0.55])
    kit = seat[2] / 0.55
    origin = np.tile([-seat[0], -seat[1] - 0.06 * made.arm, 0.0], (len(t), 1))
    beat = t / _BEAT_S
    paws = []
    for (_, sign), late in zip(SIDES, (0.0, 0.5)):
        raised = np.sin(np.pi * ((beat + late) % 1.0)) ** 1.5
        aside = sign * 0.30 * kit + 0.05 * made.arm * np.sin(2 * np.pi * beat / 4 + late)
        low = np.maximum(0.84 * kit, made.chest[:, 2] - 0.62 * made.arm)
        at = columns(aside, made.chest[:, 1] + made.arm * (0.66 - 0.16 * raised), low + made.arm * (0.62 * raised))
        way = columns(-0.15 * sign + 0 * t, 0.85 - 0.40 * raised, -0.28 + 0.95 * raised)
        paws.append(Paw(at, way, np.tile([-0.55 * sign, -0.1, -0.8], (len(t), 1))))
    return paws[0], paws[1], _still(t, np.eye(3)), origin


def sticks(form: Form, skel: Skeleton) -> Part:
    """A drumstick in either paw."""
    h = form.height_m
    long, thick = 0.36 * sizes(form, skel)["play_drums"], 0.0095 * sizes(form, skel)["play_drums"]
    x, y, z = skel.joints["fetlock_r"]
    pad = y + 0.42 * form.foot_size[0] * h
    line = [
        (x, pad - 0.12 * long, 0.15 * z),
        (x, pad + 0.5 * long, 0.15 * z),
        (x, pad + 0.95 * long, 0.15 * z),
        (x, pad + long, 0.15 * z),
    ]
    right = sweep(line, [1.1 * thick, thick, 0.7 * thick, 1.1 * thick], sides=10)
    return joined("sticks", "horn", skel, [(sided(right, sign), f"forefoot_{side}") for side, sign in SIDES])


def _open_book(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """Open before the chest, a paw under either cover."""
    low, high = _box(using, (0.32, 0.24, 0.04))
    turn = _still(t, about("x", -20.0 + 62.0))
    middle = (
        made.chest
        + made.arm * np.array([0.0, 0.72, -0.16])
        + columns(0 * t, 0 * t, 0.01 * made.arm * wander(t, 5.0, 2.0))
    )
    origin = middle
    paws = []
    for _, sign in SIDES:
        edge = (high[0] if sign > 0 else -low[0]) * 0.80
        at = origin + apply(turn, np.array([sign * edge, 0.25 * low[1], -0.004]))
        way = apply(turn, columns(-0.45 * sign + 0 * t, 0.80, 0.0))
        paws.append(Paw(at, way, apply(turn, columns(-0.1 * sign + 0 * t, 0.0, 1.0))))
    return paws[0], paws[1], turn, origin


def _pan(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """A pan by its handle, shaken a little; the other paw over it."""
    grip = np.array(using.grip) if using is not None and using.grip is not None else np.array([0.0, -0.29, 0.06])
    toss = np.maximum(np.sin(2 * np.pi * t / 1.6), 0.0) ** 2
    turn = about("z", 14.0) @ about("x", 9.0 * toss - 3.0)
    hand = (
        made.chest
        + made.arm * np.array([0.26, 0.60, -0.34])
        + columns(0 * t, 0.05 * made.arm * np.sin(4 * np.pi * t / 1.6), 0.05 * made.arm * toss)
    )
    origin = hand - apply(turn, grip)
    right = Paw(hand, apply(turn, columns(0 * t, 0.9, 0.3)), np.tile([-0.8, 0.0, 0.6], (len(t), 1)))
    stir = columns(-0.22 + 0.08 * np.cos(4 * t), 0.66 + 0.08 * np.sin(4 * t), -0.30 + 0 * t)
    left = Paw(
        made.chest + made.arm * stir, np.tile([0.35, 0.7, -0.45], (len(t), 1)), np.tile([0.4, -0.2, -0.9], (len(t), 1))
    )
    return right, left, turn, origin


def _phone(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """Held out before the face in the right paw, as one films oneself."""
    low, high = _box(using, (0.075, 0.01, 0.15))
    middle = (
        made.chest
        + made.arm * np.array([0.34, 0.80, 0.34])
        + made.arm * columns(0.03 * wander(t, 3.0, 1.0), 0 * t, 0.03 * wander(t, 2.6, 4.0))
    )
    turn = _still(t, about("z", -10.0) @ about("x", 80.0))
    center = (low + high) / 2
    right = Paw(middle, np.tile([0.0, 0.35, 0.9], (len(t), 1)), np.tile([-0.35, 0.9, 0.1], (len(t), 1)))
    origin = middle + [0.0, 0.02 * made.arm, 0.30 * float((high - low)[1])] - apply(turn, center)
    wave = 0.22 * np.sin(2 * np.pi * t / 1.1) * smooth_step(np.sin(2 * np.pi * t / 5.0), 0.0, 0.3)
    left = Paw(
        made.chest + made.arm * columns(-0.34 + 0.4 * wave, 0.52, -0.10 + 0 * t),
        columns(wave - 0.1, 0.55, 0.8 + 0 * t),
        np.tile([0.1, 0.9, -0.4], (len(t), 1)),
    )
    return right, left, turn, origin


def _keys(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """A laptop on the lap, the paws on its keys in turn."""
    low, high = _box(using, (0.33, 0.23, 0.22))
    turn = _still(t, about("z", 180.0))
    origin = made.belly + made.arm * np.array([0.0, 0.48, -0.20]) - [0.0, 0.0, float(low[2])]
    paws = []
    for k, (_, sign) in enumerate(SIDES):
        tap = np.maximum(np.sin(2 * np.pi * (t / 0.42 + 0.5 * k)), 0.0)
        at = origin + columns(
            sign * 0.24 * (high - low)[0] + 0 * t,
            -0.20 * (high - low)[1] + 0 * t,
            0.05 * made.arm + 0.10 * made.arm * tap,
        )
        paws.append(Paw(at, np.tile([-0.15 * sign, 0.9, -0.3], (len(t), 1)), np.tile([0.0, -0.3, -0.95], (len(t), 1))))
    return paws[0], paws[1], turn, origin


def _nibble(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """Food between both paws at the mouth, bitten in quick turns."""
    low, high = _box(using, (0.05, 0.05, 0.05))
    size = high - low
    away = smooth_step(np.sin(2 * np.pi * t / 3.6), 0.25, 0.7)
    turn = _still(t, np.eye(3))
    middle = made.mouth + made.arm * columns(
        0 * t, 0.10 + 0.10 * away, -0.05 - 0.20 * away + 0.02 * np.sin(2 * np.pi * t / 0.45) * (1 - away)
    )
    middle = middle + [0.0, 0.45 * size[1], -0.30 * size[2]]
    paws = []
    for _, sign in SIDES:
        at = middle + np.array([sign * 0.46 * size[0], 0.0, -0.05 * size[2]])
        paws.append(Paw(at, np.tile([-0.15 * sign, 0.55, 0.75], (len(t), 1)), np.tile([-sign, 0.1, 0.1], (len(t), 1))))
    return paws[0], paws[1], turn, middle - (low + high) / 2


def _begs(made: Seated, t: F64, using: Thing | None) -> tuple[Paw, Paw, F64, F64]:
    """Empty paws before the chest, which swing a little."""
    paws = []
    for k, (_, sign) in enumerate(SIDES):
        swing = 0.12 * np.sin(2 * np.pi * t / 1.3 + 2.4 * k)
        at = made.chest + made.arm * columns(0.30 * sign + 0 * t, 0.55 + 0.4 * swing, -0.20 + swing)
        paws.append(Paw(at, columns(0.0 * t, 0.8, 0.2 + swing), np.tile([-0.3 * sign, -0.2, -0.9], (len(t), 1))))
    return paws[0], paws[1], _still(t, np.eye(3)), made.belly


_DRINKS = ("drink_coffee", "drink_tea")
_FLAT = ("read", "cook", "use_computer")
DEEDS: dict[str, Deed] = {
    "drink_coffee": _drink,
    "drink_tea": _drink,
    "play_guitar": _guitar,
    "play_drums": _drums,
    "read": _open_book,
    "cook": _pan,
    "use_computer": _keys,
    "take_selfie": _phone,
    "use_phone": _phone,
    "vlog": _phone,
    "eat": _nibble,
    "beg_for_food": _begs,
}
"""What an animal does sat upright, by action."""
ON_ALL_FOURS = ("eat",)
"""What it does on all fours with nothing in its paws."""
