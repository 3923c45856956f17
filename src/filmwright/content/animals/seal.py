"""A seal on land, its head raised: a spotted spindle of a body, dark round eyes, whiskers, flippers. A walrus is built the same way."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Fin, Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, remap, voronoi
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("seal",)
EXAMPLE = "A seal on the beach"
COLOR = "#7d7f83"
HOME = ("beach", "snow_valley", "harbor")
SPEEDS = {"walk": 0.45, "run": 0.8}
ACTIONS = ("stand", "look_around", "rest", "lie")

SWIM = Swim(
    length_m=1.6, axis=0.128, stations=(0.50, 0.34, 0.20, 0.06, -0.08, -0.22, -0.34, -0.43), amplitude=(0.006, 0.010), waves=0.7,
    beats=(0.16, 1.1), speed_m_s=0.45, plane="upright",
    fins=(Fin("flipper", (0.10, 0.17, -0.06), (0.0, 1.0, 0.0), reach=0.10, rest=0.0, beats=1.0, twist=0.10),), lift_m=0.0, bob=0.0,
)  # fmt: skip
_FACE = 0.26
BODY = (
    (0.500, 0.150, 0.008, 0.008, 0.008), (0.494, 0.150, 0.024, 0.020, 0.022), (0.474, 0.150, 0.039, 0.029, 0.036),
    (0.448, 0.156, 0.048, 0.040, 0.044), (0.412, 0.156, 0.060, 0.056, 0.056), (0.365, 0.132, 0.066, 0.064, 0.066),
    (0.300, 0.088, 0.080, 0.080, 0.084), (0.200, 0.036, 0.112, 0.108, 0.122), (0.080, 0.0, 0.136, 0.124, 0.126),
    (-0.080, -0.006, 0.136, 0.120, 0.121), (-0.220, -0.024, 0.106, 0.096, 0.103), (-0.330, -0.050, 0.070, 0.060, 0.075),
    (-0.410, -0.074, 0.040, 0.034, 0.050), (-0.455, -0.088, 0.024, 0.018, 0.034),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gray, lighter or darker."""
    return quadruped.chosen(rng, member, COLOR, "#6a655c")


def build(params: Params) -> Thing:
    """The seal."""
    return made(params, BODY, spotted=True)


def made(
    params: Params, rows: tuple[tuple[float, ...], ...], *, spotted: bool, more: tuple[tuple[str, Shape, str], ...] = ()
) -> Thing:
    """The Thing of a seal-like body drawn by these rows."""
    color, length, size = params.color, SWIM.length_m, params.size
    dots = voronoi(coords("rest"), scale=15.0 / length)
    hide = painted(
        varied(color, 3.0, 0.18),
        (shaded(color, 0.42), remap(dots, 0.34, 0.20) * attribute("back") * (0.75 if spotted else 0.0)),
        (shaded(color, 1.75), attribute("belly")),
        ((0.014, 0.012, 0.012), attribute("line")),
    )
    body = shapes.painted(shapes.hull(rows, count=170, sides=60, power=2.0), _masks)
    nodes = [spine.part(SWIM, size, "body", body, "hide")]
    for side, item in shapes.both(_flipper()):
        nodes.append(spine.part(SWIM, size, f"flipper {side}", item, "fin", f"flipper_{side}"))
    for side, item in shapes.both(_hind()):
        nodes.append(spine.part(SWIM, size, f"hind flipper {side}", item, "fin"))
    at = shapes.surface(rows, 0.436, 0.42) - np.array([0.006, 0.0, 0.002])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0155, (0.85, 0.55, 0.22)), "eye", "spine_0"))
    nodes.append(spine.part(SWIM, size, "whiskers", _whiskers(), "whisker", "spine_0"))
    nodes += [spine.part(SWIM, size, name, item, material, "spine_0") for name, item, material in more]
    return Thing(
        nodes=tuple(nodes),
        materials={
            "hide": skin.wet(hide, length, gloss=0.6, relief=0.3),
            "fin": skin.wet(shaded(color, 0.55), length, gloss=0.5, relief=0.4),
            "eye": skin.eye((0.012, 0.009, 0.008), pupil_rad=0.8, iris_rad=1.3),
            "whisker": skin.wet((0.75, 0.72, 0.66), length),
            "ivory": skin.wet((0.70, 0.62, 0.48), length, gloss=0.8, relief=0.1),
        },
        bones=SWIM.bones,
        view_rad=0.95,
        face=(0.0, 0.44 * length * size, (SWIM.axis + 0.15) * length * size),
        face_m=_FACE * length * size,
        lift_m=0.0,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """Spots above, a pale belly, nostrils, the mouth, ears that are only holes."""
    belly = 1 - smooth_step(u + 0.35, -0.25, 0.30)
    nostril = np.exp(-(((np.abs(p[:, 0]) - 0.009) / 0.0045) ** 2 + ((u - 0.30) / 0.16) ** 2)) * smooth_step(
        v, 0.488, 0.494
    )
    mouth = (1 - smooth_step(np.abs(u + 0.50 - 2.2 * (0.49 - v)), 0.04, 0.12)) * smooth_step(v, 0.452, 0.464)
    ear = np.exp(-(((v - 0.402) / 0.005) ** 2 + ((u - 0.22) / 0.05) ** 2))
    return {
        "back": smooth_step(u, -0.25, 0.35) * smooth_step(0.42 - v, 0.0, 0.06),
        "belly": belly,
        "line": np.maximum.reduce([nostril, 0.8 * mouth, ear]),
    }


def _flipper() -> Shape:
    return shapes.fin(
        [(0.085, 0.205, -0.050), (0.150, 0.190, -0.090), (0.205, 0.150, -0.118), (0.245, 0.085, -0.124)],
        [(0.085, 0.125, -0.055), (0.135, 0.100, -0.092), (0.180, 0.070, -0.119), (0.225, 0.040, -0.125)], 0.034, count=24,
    )  # fmt: skip


def _hind() -> Shape:
    return shapes.fin(
        [(0.010, -0.430, -0.085), (0.045, -0.470, -0.098), (0.095, -0.525, -0.112), (0.125, -0.590, -0.119)],
        [(0.004, -0.470, -0.090), (0.020, -0.515, -0.102), (0.045, -0.565, -0.114), (0.085, -0.610, -0.120)], 0.028, count=22,
    )  # fmt: skip


def _whiskers() -> Shape:
    hairs = []
    for s in (-1.0, 1.0):
        for row in range(3):
            for k in range(4):
                root = np.array([s * (0.028 + 0.003 * k), 0.484 - 0.008 * k, 0.142 - 0.007 * row])
                way = np.array([s * 0.055, 0.010 - 0.012 * k, -0.018 - 0.008 * row])
                hairs.append(
                    sweep([root, root + 0.5 * way + [0, 0, 0.004], root + way], [0.0008, 0.0006, 0.0002], sides=5)
                )
    return join(hairs)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it lies there breathing, or heaves itself along."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
