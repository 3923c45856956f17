"""A green sea turtle: a domed shell of plates, mottled skin, and long flippers that beat like wings."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Fin, Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, Value, attribute, coords, mix, noise, op, remap, voronoi
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Action, Member

WORDS = ("sea turtle",)
EXAMPLE = "A sea turtle swims over a coral reef"
COLOR = "#6b4a22"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 0.5, "walk": 0.35, "run": 0.9}
ACTIONS = ("stand", "look_around", "eat")

SWIM = Swim(
    length_m=1.25, axis=0.076, stations=(0.52, 0.24, -0.10), amplitude=(0.0, 0.0), waves=0.5, beats=(0.30, 0.45), speed_m_s=0.5,
    plane="upright",
    fins=(
        Fin("flipper", (0.165, 0.215, -0.020), (-0.25, 1.0, 0.0), reach=0.55, rest=-0.05, beats=1.0, twist=0.30),
        Fin("paddle", (0.150, -0.285, -0.030), (0.0, 0.3, 1.0), reach=0.16, rest=0.0, beats=1.0, late=1.5),
    ),
    lift_m=1.15, bob=0.03,
)  # fmt: skip
_FACE = 0.42
_SHELL = (
    (0.320, 0.010, 0.020, 0.012, 0.016), (0.312, 0.010, 0.080, 0.030, 0.030), (0.285, 0.008, 0.150, 0.060, 0.048),
    (0.220, 0.006, 0.222, 0.098, 0.064), (0.110, 0.002, 0.276, 0.130, 0.074), (-0.020, 0.0, 0.292, 0.138, 0.076),
    (-0.140, 0.0, 0.268, 0.122, 0.070), (-0.250, 0.002, 0.205, 0.088, 0.056), (-0.335, 0.002, 0.118, 0.050, 0.038),
    (-0.385, 0.0, 0.040, 0.020, 0.018), (-0.398, 0.0, 0.008, 0.008, 0.008),
)  # fmt: skip
_HEAD = (
    (0.535, 0.004, 0.006, 0.006, 0.010), (0.525, 0.008, 0.028, 0.024, 0.026), (0.495, 0.018, 0.048, 0.042, 0.036),
    (0.450, 0.022, 0.060, 0.052, 0.044), (0.400, 0.016, 0.058, 0.050, 0.046), (0.350, 0.004, 0.056, 0.046, 0.046),
    (0.270, -0.008, 0.062, 0.046, 0.046), (0.200, -0.010, 0.060, 0.040, 0.040),
)  # fmt: skip
# Middles of the plates of the shell: along the ridge, beside it, and round the rim (x, y), in lengths. By eye.
_RIDGE = ((0.0, 0.275), (0.0, 0.140), (0.0, -0.005), (0.0, -0.150), (0.0, -0.290))
_COSTAL = ((0.150, 0.205), (0.185, 0.065), (0.180, -0.085), (0.130, -0.225))
_RIM = tuple((0.287 * np.cos(a), 0.352 * np.sin(a) - 0.035) for a in np.linspace(1.42, -1.50, 11))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown and olive."""
    return quadruped.chosen(rng, member, COLOR, "#5d5a2a")


def build(params: Params) -> Thing:
    """The turtle."""
    size, length = params.size, SWIM.length_m
    shell = _plated(shapes.hull(_SHELL, count=150, sides=120, power=2.0))
    nodes = [spine.part(SWIM, size, "shell", shell, "shell")]
    head = shapes.painted(shapes.hull(_HEAD, count=70, sides=48, power=2.1), _face)
    nodes.append(spine.part(SWIM, size, "head", head, "skin"))
    for name, item in (("flipper", _flipper()), ("paddle", _paddle())):
        for side, made in shapes.both(item):
            nodes.append(
                spine.part(SWIM, size, f"{name} {side}", made.with_data("line", 0.0), "skin", f"{name}_{side}")
            )
    tail = shapes.fin([(0, -0.37, 0.0), (0.0, -0.43, -0.01)], [(0, -0.40, -0.02), (0.0, -0.44, -0.015)], 0.03)
    nodes.append(spine.part(SWIM, size, "tail", tail.with_data("line", 0.0), "skin"))
    at = shapes.surface(_HEAD, 0.478, 0.42, 2.1) - np.array([0.007, 0.0, 0.0])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0155, (1.0, 0.5, 0.25)), "eye"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "shell": _shell(params, length),
            "skin": _skin(length),
            "eye": skin.eye((0.10, 0.06, 0.03), pupil_rad=0.6, iris_rad=1.1),
        },
        bones=SWIM.bones,
        view_rad=0.85,
        face=(0.0, 0.45 * length * size, (SWIM.axis + 0.02) * length * size),
        face_m=_FACE * length * size,
        lift_m=SWIM.lift_m,
    )


def _plated(shell: Shape) -> Shape:
    """The shell with attributes `seam` (1 between its plates), `plate` (0..1, a number of its own each) and `low` (1 below)."""
    middles = np.array([*_RIDGE, *_COSTAL, *((-x, y) for x, y in _COSTAL), *_RIM, *((-x, y) for x, y in _RIM)])
    weight = np.array([1.0] * 5 + [1.0] * 8 + [1.0] * (2 * len(_RIM)))
    p = shell.points
    far = np.linalg.norm(p[:, None, :2] - middles[None], axis=2) * weight
    order = np.argsort(far, axis=1)
    first, second = (np.take_along_axis(far, order[:, k : k + 1], 1)[:, 0] for k in (0, 1))
    low = smooth_step(-shell.data["u"], 0.02, 0.12)
    seam = (1 - smooth_step(second - first, 0.004, 0.013)) * (1 - low)
    dome = smooth_step(second - first, 0.0, 0.05) * (1 - low)
    points = p + np.outer(0.006 * dome, [0.0, 0.0, 1.0])
    plate = (order[:, 0] * 0.618) % 1.0
    made = shell._replace(points=points).with_data("seam", seam).with_data("plate", plate).with_data("low", low)
    middle = middles[order[:, 0]]
    return made.with_data("ray", np.arctan2(p[:, 1] - middle[:, 1], p[:, 0] - middle[:, 0]))


def _face(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """The line of the beak."""
    line = (1 - smooth_step(np.abs(u + 0.38 - 0.9 * (0.52 - v)), 0.03, 0.10)) * smooth_step(v, 0.452, 0.470)
    return {"line": line}


def _shell(params: Params, length_m: float) -> Material:
    """Horn plates with rays of amber."""
    color = params.color
    rays = noise(op("combine", attribute("ray") * 2.6, attribute("plate") * 40.0, 0.0), scale=1.0, detail=3.0)
    rest = coords("rest")
    amber = painted(
        varied(color, 3.0, 0.25),
        (shaded(color, 2.3), remap(rays, 0.48, 0.66) * 0.8),
        (shaded(color, 0.32), remap(rays, 0.46, 0.32) * 0.8),
        (shaded(color, 0.30), attribute("seam")),
        ((0.62, 0.55, 0.36), attribute("low")),
    )
    return Material(
        color=amber,
        roughness=0.42,
        specular=0.4,
        bumps=(
            Bump(height=attribute("seam") * -1.0, strength=0.7, distance_m=0.012 * length_m),
            Bump(height=noise(rest, scale=70.0, detail=3.0), strength=0.2, distance_m=0.003),
        ),
    )


def _skin(length_m: float) -> Material:
    """Dark scales between pale seams."""
    rest = coords("rest")
    cells = voronoi(rest, scale=30.0 / length_m, feature="DISTANCE_TO_EDGE", randomness=0.8)
    plate = remap(cells, 0.05, 0.13)
    dark: Value = mix((0.10, 0.085, 0.05), (0.17, 0.15, 0.085), noise(rest, scale=6.0))
    color = painted(mix((0.52, 0.48, 0.33), dark, plate), ((0.03, 0.025, 0.02), attribute("line")))
    return Material(
        color=color,
        roughness=0.55,
        specular=0.3,
        bumps=(Bump(height=plate, strength=0.4, distance_m=0.006 * length_m),),
    )


def _flipper() -> Shape:
    return shapes.fin(
        [(0.13, 0.262, -0.015), (0.27, 0.275, -0.020), (0.40, 0.215, -0.026), (0.51, 0.085, -0.032), (0.575, -0.065, -0.036)],
        [(0.13, 0.160, -0.015), (0.25, 0.150, -0.022), (0.36, 0.085, -0.028), (0.46, -0.010, -0.034), (0.565, -0.080, -0.036)],
        0.046, count=40, wide=13,
    )  # fmt: skip


def _paddle() -> Shape:
    return shapes.fin(
        [(0.135, -0.255, -0.026), (0.215, -0.310, -0.032), (0.275, -0.390, -0.038), (0.290, -0.460, -0.042)],
        [(0.105, -0.320, -0.026), (0.150, -0.385, -0.032), (0.205, -0.450, -0.038), (0.270, -0.478, -0.042)],
        0.030, count=24, wide=11,
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
