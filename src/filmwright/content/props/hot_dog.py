"""A hot dog in its bun with mustard."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import Shape, join, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("hot dog", "hotdog")
EXAMPLE = "A hot dog"
COLOR = "rust"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One hot dog: color of the sausage, size."""

    color: Color
    scale: float
    seed: int
    eaten: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The hot dog somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def held(params: Params, action: str) -> Params:
    """Who eats it has it without its tray."""
    return params._replace(eaten=action == "eat")


def build(params: Params) -> Thing:
    """The bun, open along the top, the sausage longer than it, a wave of mustard."""
    x = np.linspace(-1, 1, 30)
    bun = []
    for side in (-1.0, 1.0):
        rows = [(0.078 * v, max(0.0205 * (1 - abs(v) ** 4.5) ** 0.5, 0.001), 0.0) for v in x]
        half = _food.superround(rows, power=2.3, flat=1.15)
        bun.append(half.turned(rotation(x=side * 0.28)).moved((0, side * 0.0175, 0.023)))
    bread = join(bun)
    toast = np.clip((bread.points[:, 2] - 0.018) / 0.02, 0, 1) * np.clip(np.abs(bread.points[:, 1]) / 0.02, 0.0, 1)
    bread = bread.with_data("toast", toast)
    s = np.linspace(-1, 1, 40)
    sausage = _food.superround([(0.091 * v, max(0.0132 * (1 - abs(v) ** 9) ** 0.5, 0.0006), 0.0) for v in s], power=2.0)
    sausage = _food.bent(sausage, 0.55).moved((0, 0, 0.036))
    w = np.linspace(-1, 1, 120)
    mustard = sweep(
        np.column_stack(
            [0.074 * w, 0.0062 * np.sin(w * 26), 0.0508 + 0.0050 * w * w - 0.0012 * np.abs(np.sin(w * 26))]
        ),
        0.0026,
        sides=8,
    )
    paper = _tray()
    nodes = (
        things.mesh("hot dog bun", bread, "bun", sharp_rad=None),
        things.mesh("hot dog sausage", sausage, "sausage", sharp_rad=None),
        things.mesh("hot dog mustard", mustard, "mustard", sharp_rad=None),
        *(() if params.eaten else (things.mesh("hot dog tray", paper, "paper"),)),
    )
    made = {
        "bun": _food.toasted((0.80, 0.60, 0.34), (0.46, 0.22, 0.07)),
        "sausage": _food.skin(params.color, _food.tuple_times(params.color, 0.6), scale=26, roughness=0.25, shine=0.5),
        "mustard": _food.glaze((0.80, 0.50, 0.03)),
        "paper": things.made_of("paper", (0.80, 0.79, 0.76)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.3), params.scale)


def _tray() -> Shape:
    """A shallow paper tray."""
    rows = []
    for w, d, z in (
        (0.150, 0.05, 0.0008),
        (0.172, 0.075, 0.0008),
        (0.196, 0.100, 0.020),
        (0.197, 0.101, 0.0205),
        (0.174, 0.077, 0.0),
    ):
        o = rounded_rectangle(w, d, 0.014, per_corner=5)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(rows), caps=True)
