"""An apple with its stalk and a leaf."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.forms import sheet
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.content.props._foliage import green, leaf
from filmwright.scene.shade import Material, mix, remap
from filmwright.scene.shapes import Shape, curve, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("apple",)
EXAMPLE = "A red apple"
COLOR = "red"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_FLESH: Color = (0.80, 0.68, 0.38)


class Params(NamedTuple):
    """One apple: color, size, whether it is being peeled."""

    color: Color
    scale: float
    seed: int
    peeled: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The apple somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def held(params: Params, action: str) -> Params:
    """Who peels it has peeled its upper half, and the peel hangs from it."""
    return params._replace(peeled=action == "peel_apples")


def build(params: Params) -> Thing:
    """The apple."""
    t = np.linspace(0, 1, 36)
    a = -math.pi / 2 + t * math.pi
    r = 0.038 * np.cos(a) ** 0.9 * (1 + 0.12 * np.sin(a))
    z = 0.036 * np.sin(a) - 0.017 * np.exp(-((r / 0.0115) ** 2)) * np.sign(np.sin(a)) + 0.036
    z = z - float(z.min())
    body = lathe(np.column_stack([np.maximum(r, 0.0004), z]), sides=56, caps=False)
    angle = np.arctan2(body.points[:, 1], body.points[:, 0])
    low = np.clip((0.03 - body.points[:, 2]) / 0.03, 0, 1)
    body = body._replace(points=body.points * (1 + 0.045 * np.cos(5 * angle) * low)[:, None] ** np.array([1, 1, 0]))
    dip = float(z[-1])
    stalk = sweep(
        curve([(0, 0, dip - 0.002), (0.001, 0.001, dip + 0.012), (0.006, 0.003, dip + 0.026)], 12),
        [0.0014] * 9 + [0.0018, 0.0024, 0.0022],
        sides=8,
    )
    foliage = leaf(np.array([0.002, 0.001, dip + 0.012]), np.array([0.8, -0.5, 0.35]), 0.05, 0.024, droop=0.9)
    side = np.clip(0.5 + 0.5 * np.cos(angle - 1.9), 0, 1)
    # The peel came off in a spiral from the stalk down.
    bare = (body.points[:, 2] > 0.034 - 0.010 * angle / math.pi) & params.peeled
    body = body.with_data("blush", side).with_data("bare", bare.astype(np.float64))
    hangs = things.mesh("apple peel", _peel(), "peel") if params.peeled else things.mesh("apple leaf", foliage, "leaf")
    thing = Thing(
        nodes=(
            things.mesh("apple", body, "skin", sharp_rad=None),
            things.mesh("apple stalk", stalk, "stalk"),
            hangs,
        ),
        materials={
            "skin": _skin(params.color),
            "stalk": Material(color=(0.09, 0.05, 0.025), roughness=0.8, preview=(0.09, 0.05, 0.03)),
            "leaf": green(),
            "peel": Material(color=params.color, roughness=0.4, preview=params.color),
        },
        view_rad=0.6,
    )
    return things.scaled(thing, params.scale)


def _peel() -> Shape:
    """A ribbon of peel that hangs from the far side of the apple in loops."""
    u = np.linspace(0, 1, 60)
    turn = -0.5 + 9.0 * u
    middle = np.column_stack(
        [0.016 * np.sin(turn) - 0.004, 0.037 + 0.016 * (np.cos(turn) - 1) + 0.010 * u, 0.034 - 0.16 * u]
    )
    half = 0.0065 * np.sqrt(np.clip((1.02 - u) / 0.15, 0.05, 1))[:, None] * np.array([0.0, 0.25, 0.97])
    return sheet([middle - half, middle + half])


def _skin(color: Color) -> Material:
    """Streaked from the stalk down, paler on one side, waxed."""
    made = _food.skin(
        color,
        _food.tuple_times(color, 0.62),
        scale=34,
        speckle=_food.tuple_times(color, 1.5),
        speckles=210.0,
        roughness=0.3,
        shine=0.5,
    )
    pale = (min(1.0, color[0] + 0.24), min(1.0, color[1] + 0.20), color[2] + 0.02)
    share = remap(_food.attribute_number("blush"), 0.7, 1.0, 0.0, 0.28)
    colored = mix(made.color, pale, share)
    flesh = mix(colored, _FLESH, _food.attribute_number("bare"))
    return made.model_copy(update={"color": flesh})
