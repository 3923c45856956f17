"""A monarch butterfly: orange wings with black veins, white dots in their dark rims; it flutters where it is."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, Value, attribute, coords, noise, op, remap
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("butterfly",)
EXAMPLE = "A butterfly in a garden"
COLOR = "#e8741a"
HOME = ("garden", "meadow", "park")
SPEEDS = {"fly": 0.45}
ACTIONS = ("stand", "look_around", "hover", "flap_wings")

_LENGTH_M = 0.052
_LIFT_M = 0.42
HINGES = (
    Hinge("fore", (0.004, 0.004, 0.003), (0.0, -1.0, 0.0), 0.72, 3.1, 0.42),
    Hinge("hind", (0.004, -0.004, 0.002), (0.0, -1.0, 0.0), 0.66, 3.1, 0.40, late=0.03),
)
_FORE = (
    (2, 0.034),
    (12, 0.050),
    (24, 0.064),
    (36, 0.082),
    (46, 0.093),
    (54, 0.094),
    (62, 0.080),
    (72, 0.050),
    (80, 0.020),
)
_HIND = ((-98, 0.016), (-86, 0.040), (-72, 0.058), (-56, 0.066), (-38, 0.064), (-20, 0.056), (-4, 0.048), (12, 0.040))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Orange, unless the text names another color."""
    made = quadruped.chosen(rng, member, COLOR)
    return made._replace(size=1.35 * made.size)


def build(params: Params) -> Thing:
    """The butterfly."""
    nodes = [_small.part(HINGES, "body", _body(), "body")]
    nodes += _small.pair(HINGES, "fore", _small.leaf(_FORE, center=(0.004, 0.004, 0.003)), "wing")
    nodes += _small.pair(HINGES, "hind", _small.leaf(_HIND, center=(0.004, -0.004, 0.002)), "wing")
    rest = coords("rest")
    fuzz = Bump(height=noise(rest, scale=900.0), strength=0.6, distance_m=0.0008)
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "wing": _wing(params),
            "body": Material(color=(0.014, 0.012, 0.011), roughness=0.9, sheen=0.4, bumps=(fuzz,)),
        },
        bones=_small.bones(HINGES),
        view_rad=0.7,
        face=(0.0, 0.02, 0.004),
        face_m=0.06,
        lift_m=_LIFT_M / max(params.size, 1.0),
    )
    return things.scaled(thing, params.size)


def _wing(params: Params) -> Material:
    """Color between veins that run out from the root, a dark rim with two rows of dots."""
    along, angle = attribute("along"), attribute("angle")
    veins = remap(op("abs", op("sin", angle * 22.0)), 0.24, 0.10)
    rim = remap(along, 0.80, 0.86)
    cells = op("abs", op("sin", angle * 40.0))
    rows = remap(op("abs", along - 0.92), 0.030, 0.018) * remap(cells, 0.55, 0.75)
    glow: Value = painted(
        (*shaded(params.color, 1.15),),
        (shaded(params.color, 0.55), remap(along, 0.5, 0.05)),
        ((0.010, 0.008, 0.008), veins),
        ((0.010, 0.008, 0.008), rim),
        ((0.85, 0.83, 0.78), rows),
    )
    return Material(color=glow, roughness=0.55, specular=0.25, sheen=0.3)


def _body() -> Shape:
    """Abdomen, thorax, head, feelers with clubs."""
    pieces = [
        sweep(
            [(0, 0.006, 0.002), (0, -0.006, 0.001), (0, -0.020, -0.002), (0, -0.028, -0.003)],
            [0.0036, 0.0036, 0.0026, 0.0006],
            sides=14,
        ),
        ball(np.array([0.0042, 0.0075, 0.0042]), center=(0, 0.006, 0.002), sides=16, levels=10),
        ball(np.array([0.0027, 0.0026, 0.0026]), center=(0, 0.0150, 0.003), sides=14, levels=9),
    ]
    for sign in (-1, 1):
        line = [(sign * 0.001, 0.017, 0.004), (sign * 0.006, 0.027, 0.009), (sign * 0.011, 0.036, 0.011)]
        pieces.append(sweep(line, 0.00032, sides=6))
        pieces.append(ball(0.0009, center=line[-1], sides=8, levels=6))
    return join(pieces)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it flutters, and on its way it is carried up and down."""
    size = thing.face_m / 0.06
    return _small.moved(HINGES, size, performance, length_m=_LENGTH_M * size, drift_m=0.03 * size)
