"""A peacock: a blue neck, a small crest, and a train of eyed feathers, spread as a fan where it stands and trailing where it goes."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.feathers import feather
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("peacock",)
EXAMPLE = "A peacock in a garden"
COLOR = "#0d3fa8"
HOME = ("garden", "park", "jungle")

FORM = Bird(
    height_m=0.95,
    body=(
        (-0.34, 0.46, 0.05, 0.05), (-0.22, 0.48, 0.11, 0.10), (-0.06, 0.47, 0.15, 0.14), (0.08, 0.50, 0.145, 0.14),
        (0.165, 0.58, 0.10, 0.10), (0.195, 0.69, 0.062, 0.065), (0.195, 0.80, 0.048, 0.050), (0.205, 0.885, 0.046, 0.05),
    ),
    head=(0.215, 0.915, 0.062),
    beak=Beak((0.262, 0.912), (0.335, 0.897), (0.022, 0.020), 0.12),
    eye=(0.40, 0.14, 0.18, (0.10, 0.05, 0.02)),
    wing=Wing((0.09, 0.53), (-0.36, 0.44), 0.10, (0.135, 0.150, 0.05)),
    tail_root=(-0.30, 0.47), tail_tip=(-0.52, 0.44), tail_half=0.09, tail_quills=6,
    leg=((0.0, 0.36), (-0.06, 0.20), (0.02, 0.0)), leg_x=0.07, leg_r=0.013, toe=0.12, thigh=0.07, flight=(3.4, 3.0),
    view_rad=0.55,
)  # fmt: skip
_FAN = ((0.62, 17), (0.86, 21), (1.08, 25))  # rows of the train: length in heights, and feathers


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Blue, unless the text names another color; on its way it carries its train closed."""
    made = quadruped.chosen(rng, member, COLOR)
    goes = member.action is not None and member.action.kind in SPEEDS
    return made._replace(doing="walk" if goes else "")


def build(params: Params) -> Thing:
    """The bird."""
    feathers = painted(
        varied(params.color, 10.0, 0.15),
        ((0.012, 0.085, 0.035), attribute("green")),
        ((0.30, 0.20, 0.03), attribute("bronze")),
        ((0.015, 0.26, 0.30), attribute("teal")),
        ((0.010, 0.020, 0.16), attribute("blue")),
        ((0.62, 0.60, 0.55), attribute("pale")),
        ((0.24, 0.16, 0.10), attribute("tan")),
    )
    made = Plumage(_masks, feathers, (0.42, 0.38, 0.30), (0.24, 0.20, 0.15), gloss=0.25)
    return bird.build(
        FORM, made, params, [("crest", _crest(), "head"), ("fan", _train(closed=params.doing == "walk"), "tail")]
    )


def _train(*, closed: bool) -> Shape:
    """Long feathers with an eye each, in three rows: a fan that stands behind the bird, or lies behind it."""
    (yr, zr) = FORM.tail_root
    pieces = []
    for row, (long, count) in enumerate(_FAN):
        for k in range(count):
            share = 2 * (k + 0.5 * (row % 2)) / (count - 1) - 1
            if closed:
                way = np.array([0.10 * share, -1.0, -0.26 + 0.03 * row])
                root = np.array([0.05 * share, yr, zr + 0.03 - 0.012 * row])
                droop = np.array([0.0, 0.0, -0.06])
            else:
                a = 1.75 * share
                way = np.array([math.sin(a), -0.30 + 0.06 * row, math.cos(a)])
                root = np.array([0.06 * math.sin(a), yr - 0.03 * row, zr + 0.05 * math.cos(a)])
                droop = np.array([0.0, -0.12, 0.0])
            way = way / np.linalg.norm(way)
            line = [root + long * t * way + droop * long * t * t for t in np.linspace(0, 1, 9)]
            half = np.array([0.10, 0.14, 0.18, 0.24, 0.32, 0.52, 1.0, 0.95, 0.12]) * 0.052
            out = [0.0, 1.0, 0.15] if not closed else [0.0, 0.1, 1.0]
            pieces.append(feather(line, half, out, thick=0.002, curl=0.05, grid=(41, 9)))
    return join(pieces)


def _crest() -> Shape:
    """A few wires with a tuft at the end of each."""
    y, z, r = FORM.head
    pieces = []
    for k in range(9):
        a = 0.75 * (k / 4 - 1)
        root = np.array([0.0, y - 0.15 * r, z + 0.85 * r])
        way = np.array([0.05 * (k % 3 - 1), -math.sin(a) - 0.25, math.cos(a)])
        tip = root + 1.5 * r * way / np.linalg.norm(way)
        wire = sweep([root, (root + tip) / 2, tip], 0.025 * r, sides=5)
        pieces.append(
            wire.with_data("along", np.full(len(wire.points), 0.1)).with_data("edge", np.zeros(len(wire.points)))
        )
        pieces.append(
            feather(
                [tip, tip + 0.25 * r * way, tip + 0.5 * r * way],
                np.array([0.3, 1.0, 0.4]) * 0.14 * r,
                [1.0, 0.0, 0.0],
                thick=0.002,
            )
        )
    return join(pieces)


def _masks(at: Spot) -> dict[str, F64]:
    body, wing, tail, fan = (float(at.part == k) for k in (0, 1, 2, 4))
    # The eye of a feather lies at three quarters of its length: rings round one another.
    ring = np.hypot((at.along - 0.80) / 0.105, at.edge / 0.95)
    face = body * step(np.hypot((at.ahead - 0.30) / 0.75, (at.above - 0.05) / 0.62), 1.0, 0.9)
    stripe = face * step(np.abs(at.above - 0.10), 0.16, 0.24)
    return {
        "green": np.maximum(fan * (1 - 0.2 * at.edge), body * step(at.y, -0.02, -0.14)),
        "bronze": fan * np.maximum(step(ring, 1.0, 0.88), 0.35 * step(at.edge, 0.7, 0.1) * step(at.along, 0.7, 0.5)),
        "teal": fan * step(ring, 0.66, 0.56),
        "blue": fan * step(ring, 0.36, 0.28),
        "pale": np.maximum(stripe, wing * (0.55 + 0.35 * np.sin(40.0 * at.along + 9.0 * at.z))),
        "tan": np.maximum(wing * step(at.along, 0.5, 0.9) * 0.7, tail),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = ("stand", "look_around", "eat", "peck", "display_feathers")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
