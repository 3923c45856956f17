"""A bottlenose dolphin: gray, paler below, a beak that smiles, and flukes that beat up and down."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Fin, Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Action, Member

WORDS = ("dolphin",)
EXAMPLE = "A dolphin swims under water"
COLOR = "#66727d"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 1.5, "walk": 1.2, "run": 3.0}
ACTIONS = ("stand", "look_around", "eat")

SWIM = Swim(
    length_m=2.5, axis=0.110, stations=(0.50, 0.24, 0.06, -0.10, -0.22, -0.33, -0.41), amplitude=(0.012, 0.070), waves=0.55,
    beats=(0.5, 1.1), speed_m_s=1.5, plane="upright",
    fins=(Fin("flipper", (0.075, 0.215, -0.050), (0.0, 1.0, 0.0), reach=0.16, rest=0.35, beats=0.5),), lift_m=1.4,
)  # fmt: skip
_FACE = 0.30
_BODY = (
    (0.500, -0.028, 0.006, 0.006, 0.007), (0.492, -0.027, 0.015, 0.011, 0.013), (0.455, -0.024, 0.021, 0.016, 0.018),
    (0.422, -0.020, 0.026, 0.021, 0.022), (0.408, -0.014, 0.036, 0.040, 0.030), (0.388, -0.006, 0.052, 0.062, 0.044),
    (0.340, 0.0, 0.070, 0.083, 0.066), (0.260, 0.0, 0.088, 0.092, 0.088), (0.150, 0.0, 0.099, 0.099, 0.104),
    (0.030, 0.0, 0.098, 0.098, 0.108), (-0.100, 0.002, 0.078, 0.084, 0.088), (-0.220, 0.006, 0.048, 0.062, 0.058),
    (-0.320, 0.010, 0.024, 0.042, 0.036), (-0.400, 0.012, 0.013, 0.024, 0.020), (-0.455, 0.012, 0.010, 0.010, 0.009),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The dolphin."""
    color = params.color
    length, size = SWIM.length_m, params.size
    hide = painted(
        varied(color, 1.0, 0.07),
        (shaded(color, 0.50), attribute("back")),
        ((0.72, 0.70, 0.69), attribute("belly")),
        ((0.016, 0.016, 0.018), attribute("line")),
    )
    body = shapes.painted(shapes.hull(_BODY, count=140, sides=56, power=2.0), _masks)
    nodes = [spine.part(SWIM, size, "body", body, "hide")]
    nodes += [spine.part(SWIM, size, name, item, "fin") for name, item in _fins()]
    for side, item in shapes.both(_flipper()):
        nodes.append(spine.part(SWIM, size, f"flipper {side}", item, "fin", f"flipper_{side}"))
    at = shapes.surface(_BODY, 0.352, -0.12) - np.array([0.005, 0.0, 0.0])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0095, (1.0, 0.25, 0.0)), "eye"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "hide": skin.wet(hide, length, gloss=0.75, relief=0.08),
            "fin": skin.wet(shaded(color, 0.50), length, gloss=0.75, relief=0.08),
            "eye": skin.eye((0.04, 0.028, 0.02), pupil_rad=0.6),
        },
        bones=SWIM.bones,
        view_rad=1.0,
        face=(0.0, 0.38 * length * size, SWIM.axis * length * size),
        face_m=_FACE * length * size,
        lift_m=SWIM.lift_m,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """A dark cape, a pale belly, the long line of the mouth and a shade round the eye."""
    cape = 0.35 - 0.5 * smooth_step(-v, 0.10, 0.35)
    belly = -0.48 - 0.25 * smooth_step(-v, 0.05, 0.3) + 0.28 * smooth_step(v, 0.36, 0.44)
    smile = -0.10 - 0.12 * smooth_step(0.43 - v, 0.0, 0.05) + 0.10 * smooth_step(0.395 - v, 0.0, 0.03)
    line = (1 - smooth_step(np.abs(u - smile), 0.03, 0.09)) * smooth_step(v, 0.372, 0.382)
    eye = 0.6 * (1 - smooth_step(np.hypot((v - 0.354) / 0.020, (u + 0.10) / 0.20), 0.55, 1.0))
    stripe = (
        0.45
        * (1 - smooth_step(np.abs(u + 0.06 - 1.2 * (v - 0.37)), 0.05, 0.12))
        * smooth_step(v, 0.355, 0.37)
        * (v < 0.405)
    )
    return {
        "back": smooth_step(u - cape, -0.12, 0.14),
        "belly": 1 - smooth_step(u - belly, -0.16, 0.16),
        "line": np.maximum.reduce([line, eye, stripe]),
    }


def _fins() -> list[tuple[str, Shape]]:
    back = shapes.fin(
        [(0, 0.050, 0.088), (0, 0.010, 0.135), (0, -0.040, 0.175), (0, -0.092, 0.190)],
        [(0, -0.095, 0.080), (0, -0.080, 0.110), (0, -0.080, 0.148), (0, -0.102, 0.184)], 0.026, count=24,
    )  # fmt: skip
    fluke = shapes.fin(
        [(0.0, -0.385, 0.012), (0.050, -0.415, 0.012), (0.110, -0.460, 0.010), (0.150, -0.505, 0.008)],
        [(0.0, -0.462, 0.012), (0.050, -0.478, 0.012), (0.105, -0.492, 0.010), (0.148, -0.512, 0.008)], 0.020, count=24,
    )  # fmt: skip
    return [("back fin", back), *((f"fluke {side}", item) for side, item in shapes.both(fluke))]


def _flipper() -> Shape:
    return shapes.fin(
        [(0.070, 0.245, -0.050), (0.115, 0.215, -0.068), (0.160, 0.160, -0.090), (0.185, 0.105, -0.105)],
        [(0.070, 0.180, -0.056), (0.108, 0.155, -0.070), (0.148, 0.120, -0.088), (0.180, 0.098, -0.104)], 0.024, count=20,
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
