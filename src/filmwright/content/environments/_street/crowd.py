"""Passers-by: coats, trousers, bags and umbrellas, seen from afar and out of focus, so a good silhouette is all they are.

A figure rests facing +Y with its feet at the origin; a rig of eleven bones walks it. Its light is six colors (from each
side) measured where it walks, so it needs no lamp and no bake.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content import contact
from filmwright.content.environments._street.canvas import KERB_HEIGHT_M, KERB_M, bend
from filmwright.scene.nodes import Mesh, Node, Rig, Skin
from filmwright.scene.shapes import Shape, ball, box, join, rings, sweep
from filmwright.scene.sign_light import Ambient, Lights, irradiance
from filmwright.values import Color

F64 = NDArray[np.float64]

BONES = (
    "torso", "thigh_l", "shin_l", "foot_l", "thigh_r", "shin_r", "foot_r", "arm_l", "fore_l", "arm_r", "fore_r",
)  # fmt: skip
HIP_Z, KNEE_Z, ANKLE_Z, HIP_X = 0.92, 0.50, 0.08, 0.095
STRIDE_M, STANCE = (
    1.38,
    0.58,
)  # two steps at 1.25 m/s, and the share of them a foot is on the ground; chosen, as people walk
SHOULDER, ELBOW_Z, HAND_Z = (0.205, 1.40), 1.12, 0.86

COATS: tuple[Color, ...] = (
    (0.10, 0.10, 0.12), (0.28, 0.21, 0.14), (0.06, 0.05, 0.05), (0.09, 0.12, 0.10), (0.12, 0.16, 0.24),
    (0.30, 0.28, 0.25), (0.22, 0.05, 0.05), (0.16, 0.14, 0.12),
)  # fmt: skip
TROUSERS: tuple[Color, ...] = ((0.04, 0.04, 0.05), (0.07, 0.08, 0.12), (0.10, 0.085, 0.07))
UMBRELLAS: tuple[Color, ...] = (
    (0.50, 0.05, 0.04), (0.03, 0.035, 0.06), (0.46, 0.28, 0.06), (0.55, 0.57, 0.60), (0.05, 0.20, 0.22), (0.04, 0.04, 0.04),
)  # fmt: skip
SKIN: Color = (0.34, 0.22, 0.16)
HAIR: tuple[Color, ...] = ((0.02, 0.015, 0.012), (0.05, 0.03, 0.02), (0.16, 0.15, 0.15))


class Walker(NamedTuple):
    """One passer-by: where it is at time 0 (x from the middle of the street), its speed along +Y (negative: towards the
    camera, 0: it stands), where in its step it is, and how it looks."""

    x: float
    y: float
    speed_m_s: float
    phase: float
    scale: float
    coat: Color
    trousers: Color
    hair: Color
    long_hair: bool
    hem_z: float
    umbrella: Color | None
    bag: str
    yaw_rad: float
    hat: Color | None = None


class Lie(NamedTuple):
    """How a street lies: x of its middle at y (n,), and the height of the ground at x (n,) from it and y (n,)."""

    middle: Callable[[F64], F64]
    floor: Callable[[F64, F64], F64]


def _curbed(x: F64, y: F64) -> F64:
    return np.asarray(np.where(np.abs(x) > KERB_M, KERB_HEIGHT_M, 0.0) + 0.0 * y)


STREET = Lie(lambda y: np.asarray(bend(y)), _curbed)


def oval(rows: list[tuple[float, float, float, float]], sides: int = 18, square: float = 2.4) -> Shape:
    """A body of ovals: rows (z, half width, half depth, shift forward), from below up; `square` over 2 squares them off."""
    a = np.arange(sides) * 2 * math.pi / sides
    c, s = np.cos(a), np.sin(a)
    ux, uy = np.sign(c) * np.abs(c) ** (2 / square), np.sign(s) * np.abs(s) ** (2 / square)
    stack = [np.column_stack([w * ux, d * uy + shift, np.full(sides, z)]) for z, w, d, shift in rows]
    return rings(np.array(stack))


def skinned(item: Shape, paint: Color, bones: F64) -> Shape:
    """The shape with its color and the weight (n, 11) of each bone."""
    weights = {f"bone_{k}": bones[:, k] for k in range(len(BONES))}
    out = item.with_data("paint", np.tile(paint, (len(item.points), 1)))
    return out._replace(data={**out.data, **weights})


def weights_of(item: Shape, bone: str) -> F64:
    """All the weight on one bone."""
    w = np.zeros((len(item.points), len(BONES)))
    w[:, BONES.index(bone)] = 1
    return w


def bent(item: Shape, upper: str, lower: str, at_z: float, soft: float = 0.06) -> F64:
    """Weights of a limb: the upper bone above at_z, the lower below, blended."""
    t = np.clip((at_z + soft - item.points[:, 2]) / (2 * soft), 0, 1)
    w = np.zeros((len(item.points), len(BONES)))
    w[:, BONES.index(upper)], w[:, BONES.index(lower)] = 1 - t, t
    return w


def skirted(item: Shape) -> F64:
    """Weights of a coat: the torso's, and below the hips partly those of the thigh on each side."""
    p = item.points
    swing = np.clip((HIP_Z + 0.02 - p[:, 2]) / 0.45, 0, 1) * 0.62
    left = np.clip(-p[:, 0] / 0.16 * 0.5 + 0.5, 0, 1)
    w = np.zeros((len(p), len(BONES)))
    w[:, 0] = 1 - swing
    w[:, BONES.index("thigh_l")], w[:, BONES.index("thigh_r")] = swing * left, swing * (1 - left)
    return w


def _coat(who: Walker) -> list[Shape]:
    hem = who.hem_z
    flare = 1.0 + 0.10 * (0.9 - hem)
    body = [
        (hem, 0.232 * flare, 0.175 * flare, 0.0), (hem + 0.02, 0.236 * flare, 0.178 * flare, 0.0),
        ((hem + 0.94) / 2, 0.222, 0.165, 0.0), (0.94, 0.202, 0.150, -0.005), (1.06, 0.176, 0.130, 0.0),
        (1.18, 0.190, 0.138, 0.008), (1.31, 0.212, 0.142, 0.006), (1.39, 0.216, 0.126, -0.005),
        (1.44, 0.182, 0.108, -0.012), (1.475, 0.115, 0.088, -0.01), (1.50, 0.072, 0.074, 0.0),
    ]  # fmt: skip
    torso = oval(body, square=2.6)
    collar = oval([(1.46, 0.098, 0.092, -0.005), (1.52, 0.088, 0.086, -0.012), (1.55, 0.094, 0.09, -0.02)], 14)
    dark = tuple(c * 0.75 for c in who.coat)
    return [
        skinned(torso, who.coat, skirted(torso)),
        skinned(collar, (dark[0], dark[1], dark[2]), weights_of(collar, "torso")),
    ]


def _head(who: Walker) -> list[Shape]:
    face = oval(
        [
            (1.50, 0.050, 0.052, 0.0), (1.545, 0.048, 0.055, 0.012), (1.565, 0.052, 0.072, 0.025), (1.60, 0.064, 0.086, 0.018),
            (1.66, 0.074, 0.095, 0.008), (1.71, 0.073, 0.092, 0.002), (1.755, 0.055, 0.07, 0.0), (1.775, 0.02, 0.025, 0.0),
        ],
        16, 2.1,
    )  # fmt: skip
    low = 1.40 if who.long_hair else 1.585
    cap = [
        (low, 0.062, 0.040, -0.075), (low + 0.05, 0.080, 0.056, -0.066), (1.655, 0.084, 0.080, -0.034), (1.695, 0.085, 0.098, -0.014),
        (1.74, 0.079, 0.096, -0.006), (1.775, 0.060, 0.074, -0.006), (1.795, 0.02, 0.03, -0.006),
    ]  # fmt: skip
    if who.long_hair:
        cap[2:2] = [(1.56, 0.090, 0.070, -0.050)]
    hair = oval(cap, 16, 2.1)
    nose = ball((0.012, 0.018, 0.02), center=(0, 0.108, 1.635), sides=8, levels=5)
    return [
        skinned(face, SKIN, weights_of(face, "torso")),
        skinned(nose, SKIN, weights_of(nose, "torso")),
        skinned(hair, who.hair, weights_of(hair, "torso")),
    ]


def _legs(who: Walker) -> list[Shape]:
    out = []
    for side, tag in ((-1, "l"), (1, "r")):
        x = side * HIP_X
        path = [
            (x, 0, 0.93),
            (x, 0.005, 0.72),
            (x, 0.01, KNEE_Z + 0.03),
            (x, 0.0, KNEE_Z - 0.05),
            (x, -0.012, 0.30),
            (x, -0.01, 0.07),
        ]
        leg = sweep(path, [0.098, 0.084, 0.066, 0.062, 0.058, 0.052], sides=10)
        out.append(skinned(leg, who.trousers, bent(leg, f"thigh_{tag}", f"shin_{tag}", KNEE_Z)))
        shoe = rings(
            np.array(
                [
                    np.column_stack([x + w * np.cos(t), np.full(10, y), z + h * np.sin(t)])
                    for t in [np.arange(10) * 2 * math.pi / 10]
                    for y, w, h, z in ((-0.085, 0.03, 0.035, 0.04), (-0.06, 0.040, 0.05, 0.052), (0.02, 0.044, 0.05, 0.05),
                                       (0.10, 0.048, 0.034, 0.034), (0.165, 0.042, 0.026, 0.027), (0.19, 0.02, 0.014, 0.022))
                ]
            )
        )  # fmt: skip
        out.append(skinned(shoe, (0.025, 0.022, 0.02), weights_of(shoe, f"foot_{tag}")))
    return out


def _arms(who: Walker) -> list[Shape]:
    out = []
    for side, tag in ((-1, "l"), (1, "r")):
        x, z = side * SHOULDER[0], SHOULDER[1]
        upper = [(x * 0.86, -0.01, z + 0.012), (x, -0.005, z - 0.05), (x * 1.12, 0.0, 1.25), (x * 1.17, 0.0, ELBOW_Z)]
        path = [*upper, (x * 1.18, 0.015, 0.99), (x * 1.17, 0.03, 0.90)]
        sleeve = sweep(path, [0.058, 0.068, 0.060, 0.056, 0.052, 0.050], sides=10)
        out.append(skinned(sleeve, who.coat, bent(sleeve, f"arm_{tag}", f"fore_{tag}", ELBOW_Z, 0.05)))
        hand = ball((0.022, 0.035, 0.055), center=(x * 1.16, 0.04, HAND_Z), sides=8, levels=6)
        out.append(skinned(hand, SKIN, weights_of(hand, f"fore_{tag}")))
    return out


def _carried(who: Walker) -> list[Shape]:
    out = []
    if who.bag == "backpack":
        pack = box((0.28, 0.15, 0.40), center=(0, -0.205, 1.20), bevel=0.05)
        out.append(skinned(pack, (0.05, 0.05, 0.06), weights_of(pack, "torso")))
    elif who.bag == "tote":
        tote = box((0.09, 0.30, 0.30), center=(-0.30, 0.0, 0.86), bevel=0.03)
        strap = sweep(
            [(-0.30, 0.12, 1.0), (-0.235, 0.03, 1.42), (-0.235, -0.03, 1.42), (-0.30, -0.12, 1.0)], 0.012, sides=5
        )
        for item in (tote, strap):
            out.append(skinned(item, (0.16, 0.10, 0.05), weights_of(item, "torso")))
    elif who.bag == "case":
        case = box((0.08, 0.38, 0.28), center=(-0.25, 0.04, 0.66), bevel=0.02)
        out.append(skinned(case, (0.05, 0.035, 0.025), weights_of(case, "arm_l")))
    if who.umbrella is not None:
        out += _umbrella(who.umbrella)
    return out


UMBRELLA_AT = (0.10, 0.14)
"""Where the stick stands over a walker at rest: a little to the right, before the chest."""


def _umbrella(color: Color) -> list[Shape]:
    x, y = UMBRELLA_AT
    stick = sweep([(x, y, 1.08), (x, y, 2.16)], 0.009, sides=6)
    ribs, sides = 8, 32
    a = np.arange(sides) * 2 * math.pi / sides
    rows = []
    outline = ((0.505, 1.875, 1.0), (0.50, 1.885, 1.0), (0.43, 1.97, 0.6), (0.32, 2.05, 0.35), (0.17, 2.115, 0.1))
    for radius, z, dip in (*outline, (0.03, 2.14, 0.0)):
        # the cloth hangs in between the ribs
        r = radius * (1 - 0.035 * dip * (1 - np.cos(a * ribs)) / 2)
        rows.append(
            np.column_stack([x + r * np.cos(a), y + r * np.sin(a), z + 0.022 * dip * (1 - np.cos(a * ribs)) / 2])
        )
    canopy = rings(np.array(rows), caps=False)
    inside = canopy._replace(faces=np.where(canopy.faces[:, 3:] >= 0, canopy.faces[:, ::-1], canopy.faces)).scaled(
        (0.995, 0.995, 0.998)
    )
    dark = (color[0] * 0.35, color[1] * 0.35, color[2] * 0.35)
    return [
        skinned(stick, (0.12, 0.12, 0.12), weights_of(stick, "torso")),
        skinned(canopy, color, weights_of(canopy, "torso")),
        skinned(inside, dark, weights_of(inside, "torso")),
    ]


def _hat(who: Walker) -> list[Shape]:
    """A hat with a brim and a creased crown."""
    if who.hat is None:
        return []
    felt = oval([(1.715, 0.165, 0.185, 0.0), (1.725, 0.170, 0.190, 0.0), (1.73, 0.092, 0.112, 0.0), (1.80, 0.086, 0.106, 0.0),
                 (1.835, 0.062, 0.088, 0.0), (1.83, 0.02, 0.04, 0.0)], 18, 2.0)  # fmt: skip
    return [skinned(felt, who.hat, weights_of(felt, "torso"))]


def figure(who: Walker) -> Shape:
    """The whole passer-by at rest, with "paint" and bone weights as data. The ground's shadow is in the paint: what is low
    and under the coat is darker."""
    item = join([*_coat(who), *_head(who), *_hat(who), *_legs(who), *_arms(who), *_carried(who)])
    shade = np.clip(0.55 + 0.45 * item.points[:, 2:] / 0.9, 0, 1)
    under = np.where((item.points[:, 2:] < who.hem_z + 0.06) & (item.points[:, 2:] > who.hem_z - 0.15), 0.7, 1.0)
    return item.with_data("paint", item.data["paint"] * shade * under).scaled(who.scale)


def _turn_x(angle: F64) -> F64:
    """Rotation matrices (F, 3, 3) about x."""
    c, s, one, zero = np.cos(angle), np.sin(angle), np.ones_like(angle), np.zeros_like(angle)
    return np.stack([np.stack(r, -1) for r in ((one, zero, zero), (zero, c, -s), (zero, s, c))], -2)


def gait(who: Walker, seconds: F64) -> dict[str, F64]:
    """Angles (F,) of the joints at each moment, forward positive: thigh_l, knee_l …, arm_l, elbow_l …"""
    if who.speed_m_s == 0:
        sway = 0.02 * np.sin(seconds * 0.9 + who.phase)
        still = {f"{k}_{s}": np.zeros_like(seconds) for k in ("knee", "elbow") for s in "lr"}
        still |= {
            "thigh_l": sway * 0.2 + 0.02,
            "thigh_r": sway * -0.2 - 0.02,
            "arm_l": sway + 0.05,
            "arm_r": sway + 0.08,
        }
        still["elbow_l"] = still["elbow_l"] + 0.25
        still["elbow_r"] = still["elbow_r"] + 0.30
    else:
        stride = STRIDE_M * who.scale * math.sqrt(abs(who.speed_m_s) / 1.25)
        turn = abs(who.speed_m_s) * seconds / stride + who.phase / (2 * math.pi)
        leg = HIP_Z * who.scale
        still = {}
        for side, t in (("l", turn % 1.0), ("r", (turn + 0.5) % 1.0)):
            # on the ground the foot goes back as fast as the body goes forward; in the air it swings to the front
            air = np.clip((t - STANCE) / (1 - STANCE), 0, 1)
            ahead = np.where(t < STANCE, 0.5 - t / STANCE, -0.5 * np.cos(math.pi * air)) * stride * STANCE
            knee = 0.06 + 0.95 * np.sin(math.pi * air**0.8) ** 1.5
            still[f"knee_{side}"] = knee
            still[f"thigh_{side}"] = np.arcsin(np.clip(ahead / leg, -0.9, 0.9)) + 0.5 * knee
            still[f"arm_{side}"] = -0.30 * np.cos(2 * math.pi * t)
            still[f"elbow_{side}"] = 0.22 - 0.12 * np.cos(2 * math.pi * t)
    if who.umbrella is not None:
        still["arm_r"], still["elbow_r"] = np.full_like(seconds, 0.35), np.full_like(seconds, 1.45)
    return still


def motion(who: Walker, seconds: F64, lie: Lie = STREET) -> tuple[F64, F64]:
    """Bone locations (F, 11, 3) and rotations (F, 11, 4) that walk the figure down the street, at times (F,)."""
    frames = len(seconds)
    y = who.y + who.speed_m_s * seconds
    slope = lie.middle(y + 0.5) - lie.middle(y - 0.5)
    yaw = who.yaw_rad - np.arctan(slope)
    joints = gait(who, seconds)
    upper, lower = (HIP_Z - KNEE_Z) * who.scale, (KNEE_Z - ANKLE_Z) * who.scale
    legs = [
        upper * np.cos(joints[f"thigh_{s}"]) + lower * np.cos(joints[f"thigh_{s}"] - joints[f"knee_{s}"]) for s in "lr"
    ]
    lift = np.maximum(*legs) - (upper + lower)  # the longer leg stands on the ground
    root = standing(who, seconds, lie) + np.outer(lift, [0.0, 0.0, 1.0])
    facing = Rotation.from_euler("z", yaw[:, None]).as_matrix()
    turned = {"torso": facing @ _turn_x(np.full(frames, -0.03 if who.speed_m_s else 0.0))}
    moved = {"torso": root}

    def hang(name: str, parent: str, pivot: tuple[float, float, float], angle: F64) -> None:
        p = np.array(pivot) * who.scale
        turned[name] = turned[parent] @ _turn_x(angle)
        moved[name] = moved[parent] + (turned[parent] @ p) - (turned[name] @ p)

    for sign, s in ((-1, "l"), (1, "r")):
        hang(f"thigh_{s}", "torso", (sign * HIP_X, 0, HIP_Z), joints[f"thigh_{s}"])
        hang(f"shin_{s}", f"thigh_{s}", (sign * HIP_X, 0, KNEE_Z), -joints[f"knee_{s}"])
        level = joints[f"knee_{s}"] - joints[f"thigh_{s}"]
        hang(f"foot_{s}", f"shin_{s}", (sign * HIP_X, -0.01, ANKLE_Z), level * 0.8)  # the sole stays nearly level
        hang(f"arm_{s}", "torso", (sign * SHOULDER[0], 0, SHOULDER[1]), joints[f"arm_{s}"])
        hang(f"fore_{s}", f"arm_{s}", (sign * SHOULDER[0] * 1.17, 0, ELBOW_Z), joints[f"elbow_{s}"])
    quaternions = [Rotation.from_matrix(turned[b]).as_quat()[:, [3, 0, 1, 2]] for b in BONES]
    return np.stack([moved[b] for b in BONES], 1), np.stack(quaternions, 1)


def standing(who: Walker, seconds: F64, lie: Lie = STREET) -> F64:
    """The point (F, 3) on the ground under the walker at times (F,)."""
    y = who.y + who.speed_m_s * seconds
    x = np.full(len(seconds), who.x)
    return np.column_stack([x + lie.middle(y), y, lie.floor(x, y)])


def choose(seed: int, count: int, seconds: float) -> list[Walker]:
    """Who is on the street: some walk away ahead, some come from so far that they stay well behind the hero, some stand."""
    rng = np.random.default_rng(seed + 101)
    lanes = [-2.6, 2.7, -1.2, 2.2, -2.2, -0.4, 2.6, 1.3, -1.7, 0.3, -2.9, 2.0, -0.9, 2.9, -2.4, 1.6, -1.4]
    out = []
    for k in range(count):
        r = rng.random()
        speed = rng.uniform(0.95, 1.3)
        if k % 6 == 5:
            side = -1 if rng.random() < 0.5 else 1
            x, y, velocity, yaw = side * 3.95, rng.uniform(17.0, 32.0), 0.0, rng.uniform(-math.pi, math.pi)
        elif r < 0.42:
            x, y, velocity, yaw = lanes[k], 17.5 + speed * seconds + 2.4 * k, -speed, math.pi
        else:
            x, y, velocity, yaw = lanes[k], 16.5 + 2.1 * k + rng.uniform(0, 1.5), speed, 0.0
        woman = rng.random() < 0.5
        out.append(
            Walker(
                x + rng.uniform(-0.15, 0.15), y, velocity, rng.uniform(0, 2 * math.pi),
                rng.uniform(0.91, 0.98) if woman else rng.uniform(0.97, 1.05),
                COATS[int(rng.integers(len(COATS)))], TROUSERS[int(rng.integers(3))], HAIR[int(rng.choice(3, p=[0.6, 0.25, 0.15]))],
                woman and rng.random() < 0.8, rng.uniform(0.46, 0.80) if rng.random() < 0.75 else 0.84,
                UMBRELLAS[int(rng.integers(len(UMBRELLAS)))] if rng.random() < 0.5 else None,
                str(rng.choice(["none", "tote", "backpack", "case"], p=[0.4, 0.25, 0.2, 0.15])), yaw,
            )
        )  # fmt: skip
    return out


def surrounding_light(who: Walker, seconds: float, lights: Lights, ambient: Ambient) -> dict[str, F64]:
    """The color that reaches the walker from each of six sides, on the average of its way."""
    y = who.y + who.speed_m_s * np.linspace(0, seconds, 3)
    at = np.column_stack([who.x + np.asarray(bend(y)), y, np.full(3, 1.25)])
    sides = {f"from_{a}_{s}": np.eye(3)[k] * v for k, a in enumerate("xyz") for s, v in (("low", -1.0), ("high", 1.0))}
    out = {}
    for key, normal in sides.items():
        out[key] = irradiance(at, np.tile(normal, (3, 1)), lights, ambient).mean(0)
    return out


def passers_by(
    seed: int, count: int, times_s: F64, planned_s: float, *, lights: Lights, ambient: Ambient
) -> tuple[Node, ...]:
    """A rig and a mesh for each passer-by, in poses for times (F,) of a shot that was planned to run from 0 to `planned_s`."""
    nodes: list[Node] = []
    for k, who in enumerate(choose(seed, count, planned_s)):
        light = surrounding_light(who, planned_s, lights, ambient)
        nodes.append(contact.shadow(f"passer_by_{k}_contact", standing(who, times_s)))
        nodes += walking(f"passer_by_{k}", who, times_s, "walker", light)
    return tuple(nodes)


def walking(
    name: str, who: Walker, times_s: F64, material: str, light: dict[str, F64], lie: Lie = STREET
) -> list[Node]:  # fmt: skip
    """Somebody's rig and mesh in poses for times (F,); the colors of `light` are stored on every point."""
    item = figure(who)
    weights = np.column_stack([item.data[f"bone_{b}"] for b in range(len(BONES))])
    best = np.argsort(-weights, axis=1)[:, :4]
    share = np.take_along_axis(weights, best, 1)
    data = {"paint": item.data["paint"]}
    data |= {key: np.tile(color, (len(item.points), 1)) for key, color in light.items()}
    locations, rotations = motion(who, times_s, lie)
    rig = f"{name}_rig"
    body = Mesh(
        name=name, points=item.points, faces=item.faces, materials=(material,), point_data=data,
        skin=Skin(rig=rig, bones=best, weights=share / share.sum(1, keepdims=True)),
    )  # fmt: skip
    return [Rig(name=rig, bones=BONES, locations=locations, rotations=rotations), body]
