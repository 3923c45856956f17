"""A honey bee: a furry thorax, a banded abdomen, clear wings that are a blur."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied, waves
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.figure.skinned import strongest
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("bee", "honey bee")
EXAMPLE = "A bee in a garden"
COLOR = "#c98a17"
HOME = ("garden", "meadow", "park")
SPEEDS = {"fly": 0.5}
ACTIONS = ("stand", "look_around", "hover", "buzz", "pollinate")

_LENGTH_M = 0.05
HINGES = (
    Hinge("fore", (0.008, 0.010, 0.0115), (0.0, -1.0, 0.0), 0.95, 13.0, 0.25),
    Hinge("hind", (0.008, 0.004, 0.0105), (0.0, -1.0, 0.0), 0.90, 13.0, 0.20, late=0.05),
    Hinge("legs", (0.006, 0.006, -0.004), (1.0, 0.0, 0.0), 0.10, 0.8, 0.0, apart=0.4),
)
_FORE = ((-62, 0.012), (-50, 0.034), (-36, 0.046), (-22, 0.048), (-8, 0.040), (2, 0.018))
_HIND = ((-82, 0.010), (-70, 0.024), (-56, 0.032), (-42, 0.030), (-30, 0.014))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Amber and black."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The bee, larger than life: what is smaller is not seen."""
    color = params.color
    body = _body()
    dark = (0.020, 0.013, 0.009)
    shell = painted(varied(color, 200.0, 0.15), (dark, attribute("band")), ((0.010, 0.008, 0.007), attribute("dark")))
    nodes = [_small.part(HINGES, "body", body, "shell"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    nodes += _small.pair(HINGES, "fore", _small.leaf(_FORE, center=(0.008, 0.010, 0.0115)), "wing")
    nodes += _small.pair(HINGES, "hind", _small.leaf(_HIND, center=(0.008, 0.004, 0.0105)), "wing")
    nodes += _small.pair(HINGES, "legs", _legs(), "dark")
    fuzz = _fuzz()
    thing = Thing(
        nodes=(*nodes, fuzz),
        materials={
            "shell": Material(color=shell, roughness=0.4, specular=0.5),
            "eye": Material(color=(0.012, 0.008, 0.006), roughness=0.18, coat=0.6),
            "dark": Material(color=dark, roughness=0.5),
            "wing": Material(color=(0.75, 0.70, 0.58), roughness=0.2, specular=0.6, alpha=0.34),
            "fuzz": Material(color=shaded(color, 1.25), roughness=0.8),
        },
        bones=_small.bones(HINGES),
        view_rad=1.0,
        face=(0.0, 0.02, 0.0),
        face_m=0.04,
        lift_m=0.45,
    )
    return things.scaled(thing, params.size)


def _body() -> Shape:
    """Abdomen with dark bands (attribute `band`), thorax, head; `dark` on the face."""
    t = np.linspace(0, 1, 30)
    path = np.column_stack([0 * t, 0.002 - 0.030 * t, -0.001 - 0.010 * t**1.6])
    radius = 0.0102 * np.sqrt(np.maximum(np.sin(np.pi * np.clip(0.10 + 0.90 * t, 0, 1)), 0.002)) * (1 - 0.25 * t)
    abdomen = sweep(path, np.maximum(radius, 0.0005), sides=28)
    place = np.r_[np.repeat(t, 28), 0.0, 1.0]
    band = 0.5 + 0.5 * np.sin(2 * math.pi * (5.2 * place - 0.15))
    abdomen = abdomen.with_data("band", np.clip((band - 0.35) * 4, 0, 1)).with_data(
        "dark", np.clip((place - 0.9) * 10, 0, 1)
    )
    thorax = ball(np.array([0.0100, 0.0095, 0.0095]), center=(0, 0.010, 0.003), sides=28, levels=18)
    head = ball(np.array([0.0074, 0.0050, 0.0066]), center=(0, 0.0225, 0.000), sides=24, levels=16)
    pieces = [abdomen]
    for item, tone in ((thorax, 0.15), (head, 0.85)):
        pieces.append(
            item.with_data("band", np.zeros(len(item.points))).with_data("dark", np.full(len(item.points), tone))
        )
    for sign in (-1, 1):
        feeler = sweep(
            [(sign * 0.002, 0.026, 0.003), (sign * 0.005, 0.032, 0.007), (sign * 0.008, 0.037, 0.004)], 0.0006, sides=6
        )
        pieces.append(
            feeler.with_data("band", np.zeros(len(feeler.points))).with_data("dark", np.ones(len(feeler.points)))
        )
    return join(pieces)


def _eyes() -> Shape:
    return join(
        ball(np.array([0.0030, 0.0036, 0.0050]), center=(s * 0.0058, 0.0235, 0.001), sides=16, levels=12)
        for s in (-1, 1)
    )


def _legs() -> Shape:
    """The three right legs."""
    pieces = []
    for y, back in ((0.014, 0.006), (0.008, -0.002), (0.002, -0.012)):
        line = [
            (0.005, y, -0.004),
            (0.012, y + 0.3 * back, -0.006),
            (0.013, y + 0.8 * back, -0.014),
            (0.012, y + 1.3 * back, -0.019),
        ]
        pieces.append(sweep(line, [0.0011, 0.0012, 0.0009, 0.0004], sides=7))
    return join(pieces)


def _fuzz() -> Strands:
    """Fur on the thorax and at the root of the abdomen."""
    rng = np.random.default_rng(5)
    n = 2600
    way = rng.normal(size=(n, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    roots = np.array([0.0, 0.010, 0.003]) + way * [0.0098, 0.0093, 0.0093]
    lean = way + 0.5 * np.stack([waves(roots * 100, 1.0, k, 2) for k in range(3)], 1) + [0.0, -0.35, 0.0]
    lean /= np.linalg.norm(lean, axis=1, keepdims=True)
    long = 0.0042 * rng.uniform(0.6, 1.1, n)
    t = np.linspace(0, 1, 4)
    points: F64 = roots[:, None] + lean[:, None] * (long[:, None] * t)[..., None]
    weights = np.zeros((n, len(_small.bones(HINGES))), np.float32)
    weights[:, 0] = 1.0
    return Strands(
        name="fuzz", points=points.astype(np.float32), radii=np.array([0.00016, 0.00015, 0.0001, 0.00002], np.float32), material="fuzz",
        root_data={"rest": roots}, skin=strongest(weights),
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it hovers, or flies on."""
    size = thing.face_m / 0.04
    return _small.moved(HINGES, size, performance, length_m=_LENGTH_M * size, drift_m=0.02 * size)
