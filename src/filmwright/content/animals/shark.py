"""A reef shark: gray above, white below, a stiff back fin and a long upper lobe of the tail."""

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

WORDS = ("shark",)
EXAMPLE = "A shark swims over a coral reef"
COLOR = "#6f7a82"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 1.1, "walk": 0.9, "run": 2.2}
ACTIONS = ("stand", "look_around", "eat")

SWIM = Swim(
    length_m=3.0, axis=0.120, stations=(0.50, 0.24, 0.08, -0.06, -0.18, -0.29, -0.38), amplitude=(0.012, 0.085), waves=0.8,
    beats=(0.42, 0.72), speed_m_s=1.1,
    fins=(Fin("pectoral", (0.075, 0.19, -0.045), (0.0, 1.0, 0.0), reach=0.07, rest=0.10, beats=0.5),), lift_m=1.5, bob=0.012,
)  # fmt: skip
_FACE = 0.30
_BODY = (
    (0.500, 0.004, 0.006, 0.006, 0.006), (0.490, 0.004, 0.022, 0.014, 0.012), (0.455, 0.004, 0.044, 0.030, 0.026),
    (0.395, 0.003, 0.063, 0.052, 0.045), (0.310, 0.002, 0.078, 0.074, 0.066), (0.200, 0.0, 0.084, 0.089, 0.080),
    (0.080, 0.0, 0.081, 0.090, 0.084), (-0.060, 0.002, 0.067, 0.075, 0.070), (-0.190, 0.006, 0.044, 0.052, 0.046),
    (-0.290, 0.012, 0.026, 0.032, 0.027), (-0.360, 0.018, 0.015, 0.021, 0.018), (-0.400, 0.028, 0.010, 0.020, 0.020),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The shark."""
    color = params.color
    length, size = SWIM.length_m, params.size
    above = varied(color, 1.2, 0.14)
    hide = painted(
        above,
        (shaded(color, 0.62), attribute("back")),
        ((0.78, 0.79, 0.77), attribute("belly")),
        ((0.02, 0.018, 0.018), attribute("line")),
    )
    tips = painted(above, (shaded(color, 0.30), attribute("rim")), ((0.74, 0.75, 0.73), attribute("belly")))
    body = shapes.painted(shapes.hull(_BODY, count=130, sides=56, power=2.0), _masks)
    nodes = [spine.part(SWIM, size, "body", body, "hide")]
    nodes += [spine.part(SWIM, size, name, _tipped(item), "fin") for name, item in _fins()]
    for side, item in shapes.both(_pectoral()):
        nodes.append(spine.part(SWIM, size, f"pectoral {side}", _tipped(item), "fin", f"pectoral_{side}"))
    at = shapes.surface(_BODY, 0.405, 0.34) - np.array([0.003, 0.0, 0.0])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0085, (1.0, 0.25, 0.12)), "eye"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "hide": skin.wet(hide, length, gloss=0.35),
            "fin": skin.wet(tips, length, gloss=0.35),
            "eye": skin.eye((0.10, 0.10, 0.08), pupil_rad=0.7),
        },
        bones=SWIM.bones,
        view_rad=1.0,
        face=(0.0, 0.38 * length * size, SWIM.axis * length * size),
        face_m=_FACE * length * size,
        lift_m=SWIM.lift_m,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """White below a wavy line, five gill slits, a mouth under the snout, nostrils."""
    edge = -0.10 + 0.10 * np.sin(11 * v + 1.0) + 0.05 * np.sin(31 * v)
    slits = np.zeros(len(v))
    for k in range(5):
        at = 0.268 - 0.017 * k
        off = np.abs(v - at - 0.010 * u)
        slits = np.maximum(
            slits, (1 - smooth_step(off, 0.0016, 0.0034)) * smooth_step(0.42 - np.abs(u + 0.02), 0.0, 0.15)
        )
    mouth = np.abs(np.hypot(p[:, 0] / 0.046, (v - 0.385) / 0.055) - 1)
    mouth = (1 - smooth_step(mouth, 0.03, 0.09)) * (v > 0.385) * smooth_step(-u, 0.25, 0.45)
    nostril = np.hypot((v - 0.462) / 0.007, (np.abs(p[:, 0]) - 0.026) / 0.006)
    nostril = (1 - smooth_step(nostril, 0.6, 1.0)) * (u < -0.2)
    return {
        "back": smooth_step(u, 0.25, 0.95),
        "belly": 1 - smooth_step(u - edge, -0.10, 0.06),
        "line": np.maximum.reduce([0.85 * slits, mouth, nostril]),
    }


def _tipped(item: Shape) -> Shape:
    under = np.clip(-shapes.normals(item)[:, 2], 0, 1)
    dark = smooth_step(item.data["along"], 0.74, 0.90)
    return item.with_data("rim", dark).with_data("belly", smooth_step(under, 0.4, 0.8) * (1 - dark))


def _fins() -> list[tuple[str, Shape]]:
    back = shapes.fin(
        [(0, 0.115, 0.080), (0, 0.070, 0.135), (0, 0.020, 0.190), (0, -0.020, 0.212)],
        [(0, -0.005, 0.080), (0, -0.010, 0.120), (0, -0.018, 0.168), (0, -0.034, 0.206)], 0.022, count=24,
    )  # fmt: skip
    second = shapes.fin(
        [(0, -0.210, 0.045), (0, -0.235, 0.068), (0, -0.262, 0.082)], [(0, -0.250, 0.040), (0, -0.262, 0.056), (0, -0.280, 0.072)],
        0.010,
    )  # fmt: skip
    under = shapes.fin(
        [(0, -0.220, -0.028), (0, -0.245, -0.052), (0, -0.270, -0.066)], [(0, -0.258, -0.020), (0, -0.268, -0.040), (0, -0.286, -0.058)],
        0.010,
    )  # fmt: skip
    upper = shapes.fin(
        [(0, -0.365, 0.030), (0, -0.410, 0.075), (0, -0.465, 0.140), (0, -0.515, 0.190)],
        [(0, -0.405, 0.005), (0, -0.432, 0.030), (0, -0.480, 0.095), (0, -0.528, 0.176)], 0.018, count=24,
    )  # fmt: skip
    lower = shapes.fin(
        [(0, -0.370, 0.010), (0, -0.398, -0.040), (0, -0.430, -0.082)], [(0, -0.412, 0.016), (0, -0.420, -0.020), (0, -0.440, -0.074)],
        0.014,
    )  # fmt: skip
    pelvic = shapes.fin(
        [(0.030, -0.085, -0.058), (0.062, -0.110, -0.078), (0.080, -0.135, -0.086)],
        [(0.026, -0.130, -0.046), (0.054, -0.135, -0.066), (0.076, -0.148, -0.082)], 0.010,
    )  # fmt: skip
    made = [
        ("back fin", back),
        ("second fin", second),
        ("under fin", under),
        ("tail upper", upper),
        ("tail lower", lower),
    ]
    return made + [(f"pelvic {side}", item) for side, item in shapes.both(pelvic)]


def _pectoral() -> Shape:
    return shapes.fin(
        [(0.060, 0.215, -0.045), (0.130, 0.160, -0.075), (0.205, 0.080, -0.105), (0.250, 0.015, -0.120)],
        [(0.060, 0.115, -0.045), (0.120, 0.085, -0.072), (0.190, 0.040, -0.100), (0.244, 0.000, -0.118)], 0.020, count=24,
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
