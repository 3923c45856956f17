"""A humpback whale: dark, with a grooved throat, long knobbed flippers white below, and broad flukes."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied, waves
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Fin, Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Bump, attribute
from filmwright.scene.shapes import Shape, ball, join
from filmwright.spec.shot import Action, Member

WORDS = ("whale",)
EXAMPLE = "A whale swims under water"
COLOR = "#2c3742"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 1.2, "walk": 0.9, "run": 2.4}
ACTIONS = ("stand", "look_around")

SWIM = Swim(
    length_m=9.0, axis=0.141, stations=(0.50, 0.22, 0.04, -0.10, -0.22, -0.33, -0.41), amplitude=(0.008, 0.055), waves=0.5,
    beats=(0.16, 0.30), speed_m_s=1.2, plane="upright",
    fins=(Fin("flipper", (0.085, 0.185, -0.070), (0.0, 1.0, 0.0), reach=0.22, rest=0.20, beats=0.5, late=0.8, twist=0.10),),
    lift_m=1.7, bob=0.008,
)  # fmt: skip
_FACE = 0.36
_BODY = (
    (0.500, -0.010, 0.012, 0.008, 0.014), (0.490, -0.012, 0.036, 0.018, 0.034), (0.455, -0.014, 0.062, 0.030, 0.062),
    (0.400, -0.012, 0.080, 0.044, 0.090), (0.330, -0.006, 0.092, 0.062, 0.112), (0.240, 0.0, 0.104, 0.080, 0.120),
    (0.130, 0.0, 0.112, 0.094, 0.116), (0.010, 0.0, 0.106, 0.096, 0.104), (-0.110, 0.004, 0.084, 0.086, 0.080),
    (-0.220, 0.008, 0.054, 0.064, 0.056), (-0.310, 0.012, 0.030, 0.046, 0.038), (-0.390, 0.014, 0.016, 0.026, 0.022),
    (-0.440, 0.014, 0.012, 0.012, 0.010),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Dark blue-gray."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The whale."""
    color = params.color
    length, size = SWIM.length_m, params.size
    hide = painted(
        varied(color, 0.5, 0.25),
        ((0.66, 0.67, 0.66), attribute("belly")),
        (shaded(color, 0.25), attribute("groove")),
        ((0.012, 0.012, 0.014), attribute("line")),
        ((0.50, 0.50, 0.46), attribute("scar")),
    )
    pale = painted(varied(color, 0.5, 0.2), ((0.70, 0.71, 0.70), attribute("belly")))
    grooved = skin.wet(hide, length, gloss=0.45, relief=0.35)
    deep = Bump(height=attribute("groove") * -1.0, strength=0.8, distance_m=0.05)
    body = shapes.painted(shapes.hull(_BODY, count=240, sides=120, power=2.1), _masks)
    nodes = [spine.part(SWIM, size, "body", body, "hide"), spine.part(SWIM, size, "knobs", _knobs(), "fin")]
    nodes += [spine.part(SWIM, size, name, _under(item), "fin") for name, item in _fins()]
    for side, item in shapes.both(_flipper()):
        nodes.append(spine.part(SWIM, size, f"flipper {side}", _under(item), "fin", f"flipper_{side}"))
    at = shapes.surface(_BODY, 0.292, -0.22, 2.1) - np.array([0.002, 0.0, 0.0])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0062, (1.0, 0.2, 0.0)), "eye"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "hide": grooved.model_copy(update={"bumps": (*grooved.bumps, deep)}),
            "fin": skin.wet(pale, length, gloss=0.45),
            "eye": skin.eye((0.05, 0.035, 0.025), pupil_rad=0.6),
        },
        bones=SWIM.bones,
        view_rad=0.95,
        face=(0.0, 0.34 * length * size, SWIM.axis * length * size),
        face_m=_FACE * length * size,
        lift_m=SWIM.lift_m,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """Furrows under the throat, a pale belly, the mouth from the snout to under the eye, and barnacle scars."""
    turn = np.arctan2(p[:, 0], -(p[:, 2] - 0.0))
    furrow = 0.5 + 0.5 * np.cos(turn * 44.0)
    throat = smooth_step(v, -0.04, 0.02) * smooth_step(-u, 0.10, 0.24)
    cloud = waves(p, 9.0, 3, 3)
    belly = smooth_step(-u - 0.20 * cloud, 0.30, 0.62)
    jaw = 0.12 - 0.42 * smooth_step(0.46 - v, 0.0, 0.17)
    mouth = (1 - smooth_step(np.abs(u - jaw), 0.012, 0.040)) * smooth_step(v, 0.285, 0.30)
    scar = smooth_step(waves(p, 60.0, 8, 2), 0.50, 0.62) * smooth_step(v, 0.20, 0.42) * 0.35
    return {
        "groove": smooth_step(furrow, 0.72, 0.95) * throat,
        "belly": np.maximum(0.9 * belly * smooth_step(v, -0.25, -0.05), 0.55 * throat * smooth_step(-u, 0.2, 0.6)),
        "line": mouth,
        "scar": scar,
    }


def _under(item: Shape) -> Shape:
    under = np.clip(-shapes.normals(item)[:, 2], 0, 1)
    cloud = 0.25 * waves(item.points, 14.0, 5, 2)
    return item.with_data("belly", smooth_step(under + cloud, 0.15, 0.5))


def _knobs() -> Shape:
    """Bumps in rows on the upper jaw and along the lower one."""
    pieces = []
    for k in range(9):
        y = 0.475 - 0.021 * k
        for level in (0.98, 0.62) if k % 2 else (0.80, 0.30):
            at = shapes.surface(_BODY, y, level, 2.1)
            for sign in (1.0, -1.0):
                pieces.append(ball((0.0062, 0.0075, 0.0055), center=at * [sign, 1, 1], sides=10, levels=7))
    made = join(pieces)
    return made.with_data("belly", 0.0)


def _fins() -> list[tuple[str, Shape]]:
    back = shapes.fin(
        [(0, -0.100, 0.078), (0, -0.130, 0.106), (0, -0.165, 0.118)], [(0, -0.200, 0.066), (0, -0.180, 0.090), (0, -0.176, 0.114)], 0.022,
    )  # fmt: skip
    fluke = shapes.fin(
        [(0.0, -0.380, 0.014), (0.055, -0.405, 0.014), (0.120, -0.450, 0.012), (0.178, -0.505, 0.008)],
        [(0.0, -0.455, 0.014), (0.045, -0.478, 0.014), (0.105, -0.498, 0.012), (0.176, -0.514, 0.008)], 0.018, count=26,
    )  # fmt: skip
    return [("back fin", back), *((f"fluke {side}", item) for side, item in shapes.both(fluke))]


def _flipper() -> Shape:
    """A third as long as the whale, knobbed along its leading edge."""
    s = np.linspace(0, 1, 15)
    knob = 0.010 * np.maximum(np.sin(2 * np.pi * 6 * s), 0) * (s > 0.15) * (s < 0.95)
    lead = np.column_stack([0.085 + 0.235 * s, 0.215 - 0.02 * s - 0.14 * s**2.2 + knob, -0.070 - 0.070 * s])
    chord = 0.066 * (1 - s**2.4) + 0.006
    trail = lead - np.column_stack([0.004 * s, chord + knob, 0 * s])
    return shapes.fin(lead, trail, 0.026, count=60, wide=11)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
