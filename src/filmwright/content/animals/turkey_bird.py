"""A turkey cock: a round dark body, its tail a fan, the bare head red and blue with a wattle."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.feathers import feather
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.scene.shapes import Shape, join
from filmwright.spec.shot import Action, Member

WORDS = ("turkey bird",)
EXAMPLE = "A wild turkey on a farm"
COLOR = "#2b1d15"
HOME = ("farm", "meadow", "forest")

FORM = Bird(
    height_m=0.85,
    body=(
        (-0.36, 0.52, 0.07, 0.06), (-0.25, 0.52, 0.19, 0.17), (-0.05, 0.50, 0.265, 0.245), (0.14, 0.52, 0.255, 0.255),
        (0.25, 0.62, 0.165, 0.170), (0.285, 0.74, 0.072, 0.078), (0.29, 0.84, 0.050, 0.052),
    ),
    head=(0.30, 0.905, 0.060),
    beak=Beak((0.350, 0.900), (0.425, 0.878), (0.026, 0.026), 0.30),
    eye=(0.35, 0.20, 0.20, (0.06, 0.03, 0.02)),
    wing=Wing((0.14, 0.64), (-0.36, 0.47), 0.165, (0.225, 0.262, 0.13)),
    tail_root=(-0.30, 0.56), tail_tip=(-0.46, 0.52), tail_half=0.08, tail_quills=5,
    leg=((0.0, 0.32), (-0.05, 0.19), (0.02, 0.0)), leg_x=0.10, leg_r=0.019, toe=0.15, thigh=0.11,
    masses=((0.0, 0.345, 0.845, 0.018, 0.022, 0.050), (0.0, 0.325, 0.78, 0.024, 0.030, 0.050)), view_rad=0.75,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Bronze."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The bird, its tail spread."""
    color = params.color
    feathers = painted(
        varied(color, 12.0, 0.35), (shaded(color, 2.2), attribute("bronze")), ((0.010, 0.009, 0.009), attribute("bar")),
        ((0.52, 0.40, 0.26), attribute("pale")), ((0.50, 0.035, 0.03), attribute("red")), ((0.22, 0.32, 0.48), attribute("blue")),
    )  # fmt: skip
    made = Plumage(_masks, feathers, (0.45, 0.35, 0.22), (0.40, 0.22, 0.18), gloss=0.35)
    return bird.build(FORM, made, params, [("fan", _fan(), "tail")])


def _fan() -> Shape:
    """Broad feathers in two rows, upright behind the bird."""
    yr, zr = FORM.tail_root
    pieces = []
    for row, (long, count) in enumerate(((0.30, 15), (0.46, 19))):
        for k in range(count):
            a = 1.55 * (2 * k / (count - 1) - 1)
            way = np.array([math.sin(a), -0.28 + 0.05 * row, math.cos(a)])
            way = way / np.linalg.norm(way)
            root = np.array([0.05 * math.sin(a), yr - 0.03 * row, zr + 0.03 * math.cos(a)])
            line = [root + long * t * way for t in np.linspace(0, 1, 7)]
            half = np.array([0.25, 0.5, 0.75, 0.9, 1.0, 0.95, 0.35]) * 0.052
            pieces.append(feather(line, half, [0.0, 1.0, 0.15], thick=0.003, curl=0.05, grid=(25, 7)))
    return join(pieces)


def _masks(at: Spot) -> dict[str, F64]:
    body, wing, fan = (float(at.part == k) for k in (0, 1, 4))
    bare = body * step(at.z + 0.15 * at.y, 0.80, 0.83)
    scales = body * (1 - bare) * step(np.sin(90.0 * at.z + 30.0 * at.y) * np.sin(70.0 * at.x), 0.2, 0.7)
    return {
        "bronze": np.maximum(0.6 * scales, 0.5 * fan * step(at.along, 0.3, 0.6)),
        "bar": np.maximum(
            fan * step(np.abs(at.along - 0.80), 0.08, 0.05), wing * step(np.sin(46.0 * at.along), 0.1, 0.5)
        ),
        "pale": np.maximum(
            fan * step(at.along, 0.90, 0.94), 0.75 * wing * step(np.sin(46.0 * at.along + 2.6), 0.3, 0.7)
        ),
        "red": bare * step(at.above, 0.25, -0.1),
        "blue": bare * step(at.above, -0.1, 0.25),
    }


SPEEDS = {k: v for k, v in motion.speeds(FORM).items() if k in ("walk", "run")}
ACTIONS = ("stand", "look_around", "eat", "peck", "display_feathers")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
