"""A reef fish: deep in the body, barred, with bright fins; the text's color is that of its flanks."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, things
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Fin, Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

WORDS = ("fish",)
EXAMPLE = "A yellow fish in a coral reef"
COLOR = "#f0a012"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 0.35, "walk": 0.3, "run": 0.9}
ACTIONS = ("stand", "look_around", "eat")

SWIM = Swim(
    length_m=0.34, axis=0.36, stations=(0.50, 0.22, 0.02, -0.16, -0.30, -0.42), amplitude=(0.004, 0.085), waves=0.75,
    beats=(1.3, 2.6), speed_m_s=0.35,
    fins=(Fin("pectoral", (0.070, 0.165, -0.075), (0.0, 0.35, 1.0), reach=0.40, rest=0.30, beats=1.0),),
    lift_m=0.9,
)  # fmt: skip
_FACE = 0.62
_BODY = (
    (0.500, 0.010, 0.006, 0.012, 0.012), (0.485, 0.008, 0.020, 0.030, 0.030), (0.440, 0.006, 0.042, 0.075, 0.065),
    (0.360, 0.004, 0.066, 0.140, 0.125), (0.240, 0.0, 0.084, 0.205, 0.195), (0.090, 0.0, 0.086, 0.232, 0.230),
    (-0.070, 0.0, 0.072, 0.205, 0.205), (-0.200, 0.0, 0.048, 0.135, 0.135), (-0.280, 0.0, 0.028, 0.072, 0.072),
    (-0.330, 0.0, 0.018, 0.052, 0.052), (-0.370, 0.0, 0.010, 0.058, 0.058),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Gold, unless the text names a color."""
    size = float(rng.uniform(0.94, 1.06)) * things.size_of(member)
    return Params(size, colors.resolve(member.color or COLOR, where=f"{member.id}.color"), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The fish."""
    color = params.color
    bar = (0.016, 0.018, 0.03) if not max(color) < 0.12 else (0.75, 0.75, 0.72)
    rim = (0.05, 0.16, 0.55) if color[2] < 0.3 else (0.75, 0.55, 0.05)
    return barred(params, bar, (0.78, 0.82, 0.86), rim)


def barred(params: Params, bar: Color, edge: Color, rim: Color) -> Thing:
    """A fish with bars of a color, their edges and the rims of its fins of others."""
    color = params.color
    pale = min(color) > 0.35
    body = shapes.painted(shapes.hull(_BODY, count=110, sides=56, power=1.85), _masks)
    flank = painted(
        varied(color, 14.0, 0.10),
        (shaded(color, 0.55), attribute("back")),
        ((0.80, 0.78, 0.72) if not pale else color, attribute("belly")),
        (edge, attribute("edge")),
        (bar, attribute("bar")),
        (shaded(bar, 0.6), attribute("line")),
    )
    length = SWIM.length_m
    fin = painted(shaded(color, 1.1), (rim, attribute("rim")))
    nodes = [spine.part(SWIM, params.size, "body", body, "flank")]
    nodes += [spine.part(SWIM, params.size, name, _rimmed(item), "fin") for name, item in _fins()]
    for side, item in shapes.both(_pectoral()):
        nodes.append(spine.part(SWIM, params.size, f"pectoral {side}", _rimmed(item), "pectoral", f"pectoral_{side}"))
    at = shapes.surface(_BODY, 0.372, 0.30, 1.85) - np.array([0.012, 0.0, 0.0])
    eyes = shapes.eyes(at, 0.030, (1.0, 0.22, 0.05))
    nodes.append(spine.part(SWIM, params.size, "eyes", eyes, "eye"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "flank": skin.scaled(flank, length),
            "fin": skin.rayed(fin, length),
            "pectoral": skin.rayed(shaded(color, 1.15), length, alpha=0.8),
            "eye": skin.eye((0.42, 0.22, 0.05), pupil_rad=0.72, iris_rad=1.12),
        },
        bones=SWIM.bones,
        view_rad=1.15,
        face=(0.0, 0.34 * length * params.size, SWIM.axis * length * params.size),
        face_m=_FACE * length * params.size,
        lift_m=SWIM.lift_m,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """Three bars with pale edges, one through the eye; gill cover and mouth."""
    curve = v - 0.05 * (1 - u**2)
    bar, edge = np.zeros(len(v)), np.zeros(len(v))
    for at, half in ((0.352, 0.030), (0.105, 0.045), (-0.165, 0.036)):
        off = np.abs(curve - at + 0.02 * np.sin(5 * u))
        bar = np.maximum(bar, 1 - smooth_step(off, half - 0.005, half + 0.004))
        edge = np.maximum(edge, 1 - smooth_step(off, half + 0.010, half + 0.016))
    bar = np.maximum(bar, smooth_step(-v, 0.335, 0.350))
    gill = np.abs(np.hypot((v - 0.33) / 0.11, u / 0.62) - 1)
    line = 0.7 * (1 - smooth_step(gill, 0.02, 0.06)) * (v < 0.33) * (np.abs(u) < 0.6)
    mouth = (1 - smooth_step(np.abs(u + 0.25 + 2.5 * (v - 0.47)), 0.06, 0.16)) * smooth_step(v, 0.455, 0.470)
    return {
        "back": smooth_step(u, 0.45, 0.95),
        "belly": 0.8 * smooth_step(-u, 0.60, 0.95),
        "bar": bar,
        "edge": edge,
        "line": np.maximum(line, mouth),
    }


def _rimmed(item: Shape) -> Shape:
    return item.with_data("rim", smooth_step(item.data["along"], 0.72, 0.92))


def _fins() -> list[tuple[str, Shape]]:
    """The fins that bend with the body: along the back, under the tail, the tail itself, two at the belly."""
    back = shapes.fin(
        [(0, 0.26, 0.16), (0, 0.245, 0.26), (0, 0.17, 0.325), (0, 0.0, 0.345), (0, -0.16, 0.34), (0, -0.27, 0.30)],
        [(0, 0.20, 0.18), (0, 0.15, 0.20), (0, 0.05, 0.21), (0, -0.08, 0.18), (0, -0.20, 0.11), (0, -0.285, 0.06)], 0.014,
        count=36,
    )  # fmt: skip
    # Its ground runs along the body, so "along" must grow from there to the rim.
    under = shapes.fin(
        [(0, 0.02, -0.19), (0, -0.02, -0.30), (0, -0.12, -0.335), (0, -0.21, -0.32), (0, -0.27, -0.27)],
        [(0, -0.01, -0.20), (0, -0.08, -0.19), (0, -0.16, -0.14), (0, -0.23, -0.09), (0, -0.285, -0.055)], 0.014, count=30,
    )  # fmt: skip
    tail = shapes.fin(
        [(0, -0.330, 0.052), (0, -0.400, 0.135), (0, -0.480, 0.215), (0, -0.575, 0.265)],
        [(0, -0.335, -0.010), (0, -0.455, -0.010), (0, -0.515, 0.075), (0, -0.580, 0.250)], 0.026,
    )  # fmt: skip
    pelvic = shapes.fin(
        [(0.03, 0.13, -0.205), (0.045, 0.09, -0.28), (0.055, 0.03, -0.36)],
        [(0.03, 0.07, -0.205), (0.045, 0.05, -0.27), (0.055, 0.02, -0.355)], 0.014,
    )  # fmt: skip
    across = [("back fin", _across(back)), ("under fin", _across(under))]
    lower = tail.mirrored(2)
    ends = [("tail upper", tail), ("tail lower", lower)]
    return across + ends + [(f"pelvic {side}", item) for side, item in shapes.both(pelvic)]


def _across(item: Shape) -> Shape:
    """A long fin whose rays run from the body, its trailing line, to its rim, the leading one."""
    along, ray = item.data["along"], item.data["ray"]
    return item.with_data("along", 1 - ray).with_data("ray", along)


def _pectoral() -> Shape:
    return shapes.fin(
        [(0.075, 0.165, -0.055), (0.105, 0.10, -0.030), (0.125, 0.02, -0.035)],
        [(0.075, 0.160, -0.100), (0.100, 0.07, -0.135), (0.120, 0.005, -0.090)], 0.010,
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
