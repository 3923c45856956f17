"""An ant: three shining parts on six legs, elbowed feelers, jaws."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, coords, noise
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("ant",)
EXAMPLE = "An ant in a garden"
COLOR = "#3a1a10"
HOME = ("garden", "meadow", "forest", "park")
SPEEDS = {"walk": 0.05, "run": 0.12}
ACTIONS = ("stand", "look_around", "eat")

_HIGH = 0.017
_LEGS = ((0.010, 0.042, 0.040), (0.002, 0.050, 0.004), (-0.006, 0.052, -0.048))
"""Of the right legs: where they begin along the body, how far out and how far ahead their feet stand, in metres: it is larger than life."""
HINGES = (
    *(
        Hinge(f"leg {k}", (0.005, y, _HIGH), (0.0, 0.0, 1.0), 0.26, 3.0, 0.0, late=0.5 * (k % 2), apart=0.5)
        for k, (y, _, _) in enumerate(_LEGS)
    ),
    Hinge("feeler", (0.004, 0.034, _HIGH + 0.006), (1.0, 0.0, 0.3), 0.16, 1.6, 0.0, apart=0.4),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown, black or red."""
    return quadruped.chosen(rng, member, COLOR, "#15100e", "#6b2412")


def build(params: Params) -> Thing:
    """The ant."""
    color = params.color
    grain = noise(coords("rest"), scale=900.0, detail=2.0)
    nodes = [_small.part(HINGES, "body", _body(), "shell"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    for k in range(3):
        nodes += _small.pair(HINGES, f"leg {k}", _leg(k), "shell")
    nodes += _small.pair(HINGES, "feeler", _feeler(), "shell")
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "shell": Material(color=varied(color, 160.0, 0.25), roughness=0.26, specular=0.6, coat=0.5,
                bumps=(Bump(height=grain, strength=0.2, distance_m=0.0004),)),
            "eye": Material(color=shaded((0.01, 0.008, 0.007), 1.0), roughness=0.15, coat=1.0),
        },
        bones=_small.bones(HINGES),
        view_rad=0.95,
        face=(0.0, 0.03, _HIGH),
        face_m=0.08,
    )  # fmt: skip
    return things.scaled(thing, params.size)


def _body() -> Shape:
    """Head with jaws, the humped chest, the narrow waist and the abdomen in rings."""
    z = _HIGH
    head = ball(np.array([0.0098, 0.0105, 0.0088]), center=(0, 0.031, z + 0.003), sides=30, levels=22)
    p = head.points
    head = head._replace(points=np.column_stack([p[:, 0] * (1 + 6.0 * (0.031 - p[:, 1])), p[:, 1], p[:, 2]]))
    jaws = [
        sweep(
            [(s * 0.005, 0.039, z), (s * 0.0078, 0.045, z - 0.001), (s * 0.0030, 0.0495, z - 0.002)],
            [0.0026, 0.0022, 0.0004],
            sides=10,
        )
        for s in (-1, 1)
    ]
    chest = sweep(
        [(0, 0.023, z + 0.001), (0, 0.014, z + 0.004), (0, 0.004, z + 0.002), (0, -0.006, z + 0.001), (0, -0.012, z - 0.002)],
        [0.0036, 0.0068, 0.0056, 0.0052, 0.0030], sides=24,
    )  # fmt: skip
    waist = ball(np.array([0.0030, 0.0030, 0.0055]), center=(0, -0.0165, z + 0.001), sides=16, levels=12)
    t = np.linspace(0, 1, 60)
    radius = (
        0.0140 * np.sin(np.pi * np.clip(0.06 + 0.90 * t, 0, 1)) ** 0.62 * (1 - 0.035 * (np.abs((4.2 * t) % 1.0) < 0.10))
    )
    gaster = sweep(
        np.column_stack([0 * t, -0.019 - 0.040 * t, z + 0.002 + 0.003 * np.sin(np.pi * t)]), radius, sides=32
    )
    return join([head, *jaws, chest, waist, gaster])


def _eyes() -> Shape:
    return join(
        ball((0.0016, 0.0024, 0.0026), center=(s * 0.0088, 0.0335, _HIGH + 0.0055), sides=14, levels=10)
        for s in (-1, 1)
    )


def _leg(k: int) -> Shape:
    """A right leg: up to the knee and down to the ground."""
    y, out, ahead = _LEGS[k]
    line = [
        (0.005, y, _HIGH), (0.010, y + 0.10 * ahead, _HIGH - 0.002), (0.55 * out, y + 0.50 * ahead, _HIGH + 0.013),
        (0.85 * out, y + 0.80 * ahead, 0.006), (out, y + ahead, 0.001), (1.10 * out, y + 1.12 * ahead, 0.0008),
    ]  # fmt: skip
    return sweep(line, [0.0022, 0.0024, 0.0016, 0.0012, 0.0008, 0.0005], sides=10)


def _feeler() -> Shape:
    """The right feeler, bent at its elbow."""
    z = _HIGH
    line = [(0.004, 0.036, z + 0.006), (0.013, 0.044, z + 0.015), (0.016, 0.050, z + 0.012), (0.019, 0.064, z + 0.002)]
    return sweep(line, [0.0011, 0.0010, 0.0011, 0.0013], sides=8)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it hurries along, or feels about."""
    size = thing.face_m / 0.08
    going = bool(performance.speed_m_s or performance.course)
    hinges = tuple(
        h._replace(reach=h.reach if going or h.name == "feeler" else 0.02, rate=h.rate if going else 0.5 * h.rate)
        for h in HINGES
    )
    return _small.moved(hinges, size, performance, length_m=0.1 * size)
