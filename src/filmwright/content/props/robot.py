"""A friendly robot on two legs: a rounded white shell, a dark face with two lit eyes and a smile, an antenna."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content import forms, things
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import wander
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, join, rings, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("robot", "android", "droid", "humanoid robot")
EXAMPLE = "A robot in a studio"
COLOR = "white"
HOME = ("studio", "city_street")
SPEEDS = {"walk": 0.9, "run": 1.7, "move": 0.8, "roll": 0.8}
ACTIONS = ("stand", "look_around", "wave", "dance")
HEIGHT_M = 1.56

BONES = (
    "body", "head", "left arm", "left forearm", "right arm", "right forearm", "left thigh", "left shin", "left foot", "right thigh",
    "right shin", "right foot",
)  # fmt: skip
_PARENTS = (-1, 0, 0, 2, 0, 4, 0, 6, 7, 0, 9, 10)
_NECK, _SHOULDER, _ELBOW = (0.0, 0.0, 1.10), (0.295, 0.0, 0.97), (0.345, 0.0, 0.735)
_HIP, _KNEE, _ANKLE = (0.125, 0.0, 0.54), (0.125, 0.012, 0.30), (0.125, 0.0, 0.075)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The robot somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The robot, standing with its arms at its sides."""
    parts: list[tuple[str, str, Shape]] = [*_trunk(), *_head()]
    for side, word in ((-1.0, "left"), (1.0, "right")):
        parts += [
            (f"{word} {bone}" if bone else word, material, item if side > 0 else item.mirrored(0))
            for bone, material, item in (*_arm(), *_leg())
        ]
    nodes = tuple(_mesh(material, parts) for material in ("shell", "accent", "joint", "face", "glow"))
    thing = Thing(
        nodes=nodes,
        materials={
            "shell": things.made_of("plastic", params.color).model_copy(update={"coat": 0.8, "coat_roughness": 0.08}),
            "accent": _parts.plain("lacquer", "#e07b2a" if max(params.color) - min(params.color) < 0.2 else "#e6e5e1"),
            "joint": _parts.plain("metal", "#5a5d63"),
            "face": Material(
                color=(0.008, 0.009, 0.012),
                roughness=0.06,
                specular=0.6,
                coat=1.0,
                coat_roughness=0.03,
                preview=(0.02, 0.02, 0.03),
            ),
            "glow": _parts.glow("#62e6ff", 4.0),
        },
        bones=BONES,
        view_rad=0.42,
        face=(0.0, 0.12, 1.28),
        face_m=0.5,
    )
    return things.scaled(thing, params.size)


def _mesh(material: str, parts: list[tuple[str, str, Shape]]) -> Mesh:
    """All parts of a material, each held by its bone alone."""
    mine = [(BONES.index(bone), item) for bone, made_of, item in parts if made_of == material]
    weights = np.zeros((sum(len(item.points) for _, item in mine), len(BONES)))
    weights[np.arange(len(weights)), np.repeat([b for b, _ in mine], [len(item.points) for _, item in mine])] = 1.0
    return things.mesh(f"robot {material}", join(item for _, item in mine), material, weights=weights, sharp_rad=0.7)


def _trunk() -> list[tuple[str, str, Shape]]:
    """Chest and hips."""
    chest = forms.loft(
        [
            (0.60, 0.12, 0.0, 0.10),
            (0.66, 0.19, 0.0, 0.15),
            (0.80, 0.235, 0.0, 0.175),
            (0.95, 0.255, 0.0, 0.18),
            (1.03, 0.22, 0.0, 0.155),
            (1.07, 0.10, 0.0, 0.09),
        ],
        power=2.8,
        axis="z",
        count=60,
    )
    hips = forms.loft(
        [(0.475, 0.07, 0.0, 0.07), (0.50, 0.15, 0.0, 0.115), (0.56, 0.175, 0.0, 0.125), (0.595, 0.15, 0.0, 0.11)],
        power=2.8,
        axis="z",
        count=30,
    )
    waist = [forms.turned([(0.115, 0.585), (0.125, 0.60), (0.125, 0.62), (0.115, 0.635)])]
    neck = [
        forms.turned([(0.075, 1.05 + 0.02 * k), (0.088, 1.06 + 0.02 * k), (0.075, 1.07 + 0.02 * k)]) for k in range(3)
    ]
    lamp = forms.turned([(0.052, 0.0), (0.050, 0.010), (0.001, 0.016)], (0, 0.170, 0.90), axis="y")
    bezel = forms.hoop(0.062, 0.012, (0, 0.172, 0.90), axis="y")
    bars = [
        forms.loft(
            [(-0.05, 0.004, 0, 0.004), (-0.045, 0.009, 0, 0.009), (0.045, 0.009, 0, 0.009), (0.05, 0.004, 0, 0.004)],
            axis="x",
        ).moved((0, 0.168, 0.775 - 0.03 * k))
        for k in range(3)
    ]
    belt = forms.loft(
        [(0.535, 0.176, 0.0, 0.126), (0.54, 0.182, 0.0, 0.132), (0.555, 0.182, 0.0, 0.132), (0.56, 0.176, 0.0, 0.126)],
        power=2.8,
        axis="z",
        count=12,
    )
    pack = forms.loft(
        [(0.70, 0.08, -0.17, 0.03), (0.74, 0.13, -0.18, 0.06), (0.93, 0.13, -0.18, 0.06), (0.97, 0.08, -0.17, 0.03)],
        power=3.2,
        axis="z",
        count=24,
    )
    return [
        ("body", "shell", chest),
        ("body", "shell", hips),
        ("body", "joint", join([*waist, *neck])),
        ("body", "glow", lamp),
        ("body", "accent", join([bezel, belt, pack])),
        ("body", "joint", join(bars)),
    ]


def _head() -> list[tuple[str, str, Shape]]:
    """A wide rounded head with a dark face plate."""
    skull = forms.loft(
        [
            (1.105, 0.12, 0.0, 0.10),
            (1.13, 0.20, 0.0, 0.155),
            (1.20, 0.245, 0.0, 0.185),
            (1.30, 0.25, 0.0, 0.19),
            (1.38, 0.215, 0.0, 0.165),
            (1.425, 0.12, 0.0, 0.10),
            (1.435, 0.03, 0.0, 0.03),
        ],
        power=2.6,
        axis="z",
        count=70,
    )
    pane = _on_face(skull)
    eyes = [_spot(skull, s * 0.082, 1.285, 0.036, 0.046) for s in (-1, 1)]
    smile = _arc(skull, 1.232, 0.060, 0.026)
    ears, caps = [], []
    for s in (-1.0, 1.0):
        ears.append(
            forms.turned([(0.062, 0.0), (0.066, 0.02), (0.058, 0.035), (0.001, 0.038)], axis="x").moved(
                (0.238, 0, 1.27)
            )
        )
        caps.append(forms.turned([(0.032, 0.03), (0.030, 0.048), (0.001, 0.052)], axis="x").moved((0.238, 0, 1.27)))
        if s < 0:
            ears[-1], caps[-1] = ears[-1].mirrored(0), caps[-1].mirrored(0)
    mast = forms.rod((0, 0, 1.42), (0, 0, 1.525), (0.008, 0.005))
    foot = forms.turned([(0.030, 1.425), (0.026, 1.442), (0.010, 1.452)])
    tip = ball(0.020, center=(0, 0, 1.54), sides=20, levels=12)
    return [
        ("head", "shell", skull),
        ("head", "face", pane),
        ("head", "glow", join([*eyes, smile, tip])),
        ("head", "accent", join(caps)),
        ("head", "joint", join([*ears, mast, foot])),
    ]


def _front(skull: Shape, x: F64, z: F64) -> F64:
    """How far ahead (n,) the head's skin is at x, z."""
    p = skull.points[skull.points[:, 1] > 0]
    distance = ((p[None, :, [0, 2]] - np.column_stack([x, z])[:, None]) ** 2).sum(axis=2)
    near = np.argsort(distance, axis=1)[:, :6]
    weight = 1.0 / (np.take_along_axis(distance, near, 1) + 1e-6)
    return np.asarray((p[near, 1] * weight).sum(axis=1) / weight.sum(axis=1))


def _on_face(skull: Shape) -> Shape:
    """The face plate, laid a little over the skin."""
    a = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    ring_x, ring_z = (
        0.195 * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.6,
        0.108 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.6,
    )
    rows = []
    for k, lift in ((1.0, 0.0), (0.985, 0.007), (0.95, 0.010), (0.7, 0.010), (0.35, 0.010), (0.02, 0.010)):
        x, z = ring_x * k, 1.265 + ring_z * k
        rows.append(np.column_stack([x, _front(skull, x, z) + lift, z]))
    return rings(np.array(rows), caps=False)


def _spot(skull: Shape, x: float, z: float, wide: float, high: float) -> Shape:
    """A lit oval on the face plate."""
    a = np.linspace(0, 2 * math.pi, 32, endpoint=False)
    rows = []
    for k in (1.0, 0.5, 0.02):
        xs, zs = x + wide * k * np.cos(a), z + high * k * np.sin(a)
        rows.append(np.column_stack([xs, _front(skull, xs, zs) + 0.0135, zs]))
    return rings(np.array(rows), caps=False)


def _arc(skull: Shape, z: float, half: float, deep: float) -> Shape:
    """A lit smile on the face plate."""
    u = np.linspace(-1, 1, 24)
    rows = []
    for edge in (-1.0, 1.0):
        x, zs = half * u, z - deep * (1 - u**2) + edge * 0.0075 * np.sqrt(np.maximum(1 - u**4, 0.02))
        rows.append(np.column_stack([x, _front(skull, x, zs) + 0.0135, zs]))
    return forms.sheet(rows)


def _capsule(top: tuple[float, float, float], low: tuple[float, float, float], a: float, b: float) -> Shape:
    """A limb's shell from a joint down to the next."""
    p, q = np.array(top), np.array(low)
    t = np.array([0.0, 0.03, 0.12, 0.3, 0.6, 0.85, 0.96, 1.0])
    r = np.interp(t, [0, 0.3, 1], [a * 0.9, a, b]) * np.array([0.35, 0.7, 0.95, 1, 1, 0.97, 0.75, 0.4])
    from_, to = p + (q - p) * 0.14, p + (q - p) * 0.88
    return sweep(from_ + (to - from_) * t[:, None], r, sides=28)


def _arm() -> list[tuple[str, str, Shape]]:
    """The right arm: shoulder, sleeve, forearm, a hand of three fingers and a thumb."""
    wrist = (0.365, 0.03, 0.53)
    hand = ball((0.042, 0.050, 0.055), center=(0.37, 0.035, 0.485), sides=24, levels=14)
    fingers = [
        forms.pipe(
            [(0.375, 0.035 + d, 0.455), (0.385, 0.04 + d, 0.42), (0.372, 0.045 + d, 0.385)],
            [0.017, 0.016, 0.013],
            sides=12,
        )
        for d in (-0.036, 0.0, 0.036)
    ]
    thumb = forms.pipe(
        [(0.345, 0.06, 0.49), (0.325, 0.085, 0.465), (0.32, 0.095, 0.43)], [0.018, 0.016, 0.013], sides=12
    )
    cuff = forms.turned([(0.044, -0.012), (0.050, 0.0), (0.044, 0.012)], (0.364, 0.026, 0.545))
    return [
        ("arm", "joint", ball(0.075, center=_SHOULDER, sides=24, levels=14)),
        ("arm", "accent", ball((0.088, 0.088, 0.07), center=(0.305, 0, 0.985), sides=28, levels=14)),
        ("arm", "shell", _capsule((0.31, 0, 0.95), _ELBOW, 0.058, 0.052)),
        ("forearm", "joint", join([ball(0.050, center=_ELBOW, sides=20, levels=12), *fingers, thumb])),
        ("forearm", "shell", join([_capsule(_ELBOW, wrist, 0.060, 0.050), hand])),
        ("forearm", "accent", cuff),
    ]


def _leg() -> list[tuple[str, str, Shape]]:
    """The right leg and its broad foot."""
    foot = forms.loft(
        [
            (-0.095, 0.03, 0.035, 0.02),
            (-0.08, 0.06, 0.043, 0.038),
            (0.0, 0.078, 0.052, 0.048),
            (0.09, 0.085, 0.045, 0.042),
            (0.15, 0.06, 0.035, 0.032),
            (0.17, 0.02, 0.028, 0.012),
        ],
        power=2.8,
    ).moved((0.127, 0, 0))
    sole = forms.loft(
        [
            (-0.098, 0.03, 0.008, 0.006),
            (-0.08, 0.066, 0.009, 0.009),
            (0.09, 0.09, 0.009, 0.009),
            (0.16, 0.06, 0.009, 0.009),
            (0.178, 0.02, 0.008, 0.006),
        ],
        power=3.0,
    ).moved((0.127, 0, 0))
    cap = ball((0.045, 0.030, 0.045), center=(0.125, 0.06, 0.30), sides=20, levels=12)
    return [
        ("thigh", "joint", ball(0.070, center=_HIP, sides=22, levels=12)),
        ("thigh", "shell", _capsule((0.125, 0, 0.55), _KNEE, 0.082, 0.070)),
        ("shin", "joint", ball(0.058, center=_KNEE, sides=22, levels=12)),
        ("shin", "accent", cap),
        ("shin", "shell", _capsule(_KNEE, (0.125, 0, 0.06), 0.070, 0.085)),
        ("foot", "joint", join([ball(0.045, center=_ANKLE, sides=18, levels=10), sole])),
        ("foot", "shell", foot),
    ]


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """It walks, waves, dances or stands and looks about."""
    low, high = things.box(thing.nodes)
    size = float(high[2] - low[2]) / HEIGHT_M
    speed = performance.speed_m_s or 0.0
    if speed > 0:
        return _walking(size, speed, performance)
    return _staying(size, action.kind, performance)


def _walking(size: float, speed: float, performance: Performance) -> Motion:
    t = performance.times_s
    stride = size * min(0.95, 0.42 + 0.42 * speed / size)
    path = Path(
        performance.path, performance.facing_yaw_rad, float(np.abs(speed * t).max()) + 2 * stride, performance.begin
    )
    s = speed * t
    yaw = path.yaw(s)
    place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.3 * size)])
    phase = performance.phase + s / stride
    feet = np.zeros((len(t), 2, 2))
    duty = 0.58
    for k in range(2):
        f = (phase + 0.5 * k) % 1.0
        u = np.clip((f - duty) / (1 - duty), 0, 1)
        glide = u * u * (3 - 2 * u)
        reach = 0.5 * duty * stride / size
        feet[:, k, 0] = np.where(f < duty, reach * (1 - 2 * f / duty), reach * (2 * glide - 1))
        feet[:, k, 1] = 0.085 * np.sin(math.pi * u)
    swing = np.sin(2 * math.pi * (phase + 0.02))
    arms = {
        "left arm": -0.45 * swing,
        "right arm": 0.45 * swing,
        "left forearm": 0.35 + 0.12 * swing,
        "right forearm": 0.35 - 0.12 * swing,
    }
    rise = 0.012 * np.cos(4 * math.pi * (phase - 0.29)) - 0.030
    sway = 0.04 * np.sin(2 * math.pi * (phase - 0.06))
    return _posed(size, place, yaw, rise, feet, arms, {}, sway, np.zeros_like(t), 0.05 * np.sin(2 * math.pi * phase))


def _staying(size: float, action: str, performance: Performance) -> Motion:
    t = performance.times_s
    place = np.tile(np.asarray(performance.path, float)[0], (len(t), 1))
    yaw = np.full(len(t), performance.facing_yaw_rad)
    feet = np.zeros((len(t), 2, 2))
    breath = 0.02 * np.sin(2 * math.pi * t / 3.1)
    arms = {"left arm": breath, "right arm": breath, "left forearm": 0.22 + breath, "right forearm": 0.22 + breath}
    spread: dict[str, F64] = {"left arm": np.full(len(t), 0.05), "right arm": np.full(len(t), 0.05)}
    rise, sway, turn = (
        -0.012 + 0.003 * np.sin(2 * math.pi * t / 3.1),
        0.012 * wander(t, 4.0, 1.0),
        0.25 * wander(t, 3.5, 2.0),
    )
    if action == "wave":
        up = np.clip((t + 0.6) / 0.7, 0, 1)
        up = up * up * (3 - 2 * up)
        spread["right arm"] = 0.05 + 2.45 * up
        arms["right arm"], arms["right forearm"] = 0.15 * up, 0.22 + 0.1 * up
        spread["right forearm"] = up * (0.25 + 0.42 * np.sin(2 * math.pi * t / 0.8))
        turn = 0.05 * turn
    elif action == "dance":
        beat = 2 * math.pi * t / 1.1
        rise = -0.05 + 0.035 * np.cos(2 * beat)
        sway = 0.13 * np.sin(beat)
        spread = {"left arm": 0.7 + 0.55 * np.sin(beat), "right arm": 0.7 - 0.55 * np.sin(beat)}
        arms = {
            "left arm": 0.5 * np.cos(beat),
            "right arm": 0.5 * np.cos(beat),
            "left forearm": 1.2 + 0.5 * np.sin(2 * beat),
            "right forearm": 1.2 - 0.5 * np.sin(2 * beat),
        }
        feet[:, 0, 1], feet[:, 1, 1] = 0.07 * np.maximum(np.sin(beat), 0), 0.07 * np.maximum(-np.sin(beat), 0)
        turn = 0.25 * np.sin(beat)
    elif action == "look_around":
        turn = 0.75 * np.sin(2 * math.pi * t / 4.2)
    return _posed(size, place, yaw, rise, feet, arms, spread, sway, turn, 0.3 * sway)


def _posed(
    size: float,
    place: F64,
    yaw: F64,
    rise: F64,
    feet: F64,
    arms: dict[str, F64],
    spread: dict[str, F64],
    sway: F64,
    look: F64,
    twist: F64,
) -> Motion:
    """The Motion of these joints: how high the body is over its rest, feet (F, 2, 2) ahead and up of where they rest, arms forward and
    out (radians), the lean to the side, where the head turns."""
    frames = len(yaw)
    local = {bone: Rotation.identity(frames) for bone in BONES}
    local["body"] = Rotation.from_euler("zyx", np.column_stack([twist, sway, np.zeros(frames)]))
    local["head"] = Rotation.from_euler("zyx", np.column_stack([look - twist, -0.6 * sway, np.zeros(frames)]))
    for side, word in ((-1.0, "left"), (1.0, "right")):
        for bone in ("arm", "forearm"):
            name = f"{word} {bone}"
            forward, out = arms.get(name, np.zeros(frames)), spread.get(name, np.zeros(frames))
            local[name] = Rotation.from_euler("yx", np.column_stack([-side * out, forward]))
    for k, word in enumerate(("left", "right")):
        thigh, shin = _bent(feet[:, k, 0], feet[:, k, 1] - rise)
        local[f"{word} thigh"] = Rotation.from_euler("x", thigh[:, None])
        local[f"{word} shin"] = Rotation.from_euler("x", shin[:, None])
        local[f"{word} foot"] = Rotation.from_euler("x", (-thigh - shin)[:, None])
    pivots = {"head": _NECK, "arm": _SHOULDER, "forearm": _ELBOW, "thigh": _HIP, "shin": _KNEE, "foot": _ANKLE}
    turns: list[Rotation] = []
    places: list[F64] = []
    facing = Rotation.from_euler("z", yaw[:, None])
    for index, (bone, parent) in enumerate(zip(BONES, _PARENTS)):
        if parent < 0:
            turns.append(facing * local[bone])
            pivot = np.array([0.0, 0.0, 0.54]) * size
            places.append(place + np.column_stack([np.zeros((frames, 2)), rise * size]) + pivot - turns[0].apply(pivot))
            continue
        pivot = np.array(pivots[bone.split()[-1]]) * size * ([-1, 1, 1] if bone.startswith("left") else [1, 1, 1])
        base = facing if "thigh" in bone else turns[parent]
        at = turns[parent].apply(pivot) + places[parent]
        turns.append(base * local[bone])
        places.append(at - turns[index].apply(pivot))
    rotations = np.stack([turn.as_quat()[:, [3, 0, 1, 2]] for turn in turns], 1)
    return Motion(BONES, np.stack(places, 1), rotations, place, yaw)


def _bent(ahead: F64, up: F64) -> tuple[F64, F64]:
    """Angles of thigh and shin about X that bring the ankle so far ahead of and over its rest, the hip staying."""
    upper, lower = _HIP[2] - _KNEE[2], _KNEE[2] - _ANKLE[2]
    rest = math.atan2(_KNEE[1], upper)
    y, z = ahead, _HIP[2] - _ANKLE[2] - up
    long_a, long_b = math.hypot(upper, _KNEE[1]), math.hypot(lower, _KNEE[1])
    reach = np.clip(np.hypot(y, z), 0.05, (long_a + long_b) * 0.9995)
    inner = np.arccos(np.clip((long_a**2 + reach**2 - long_b**2) / (2 * long_a * reach), -1, 1))
    thigh = np.arctan2(y, z) + inner
    knee = np.pi - np.arccos(np.clip((long_a**2 + long_b**2 - reach**2) / (2 * long_a * long_b), -1, 1))
    rest_knee = rest + math.atan2(_KNEE[1], lower)
    return thigh - rest, -(knee - rest_knee)
