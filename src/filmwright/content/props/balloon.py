"""A balloon that floats on its string."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Material, mix, op
from filmwright.scene.shapes import curve, join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("balloon",)
EXAMPLE = "A red balloon in a studio"
COLOR = "red"
HOME = ("studio",)
GRIP = ("up",)
SEEN = ("whole",)
STRING_M, WIDE_M = 0.62, 0.29  # a string cut short, so that the balloon fills the picture; a 12-inch balloon; chosen
HELD_M, TAIL_M = 0.58, 0.14  # string of one that a hand holds, and how much of it is under the fist; chosen
LEAN_M = 0.20  # how far that one floats aside of the hand, away from the face; chosen


class Params(NamedTuple):
    """One balloon: color, size, how long its string is, whether a hand holds it."""

    color: Color
    scale: float
    string_m: float = STRING_M
    in_hand: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The balloon somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member))


def held(params: Params, action: str) -> Params:
    """A balloon in a hand, on a long string."""
    return params._replace(string_m=HELD_M, in_hand=True)


def build(params: Params) -> Thing:
    """The balloon, its knot and the string under it, the string's end lowest."""
    long = params.string_m
    t = np.linspace(0.0, 1.0, 56)
    angle = math.pi * t  # from the neck up to the crown
    radius = WIDE_M / 2 * np.sin(angle) * (1 - 0.16 * np.cos(angle) - 0.05 * np.cos(2 * angle))
    height = 0.19 * (1 - np.cos(angle))
    skin = np.column_stack([np.maximum(radius, 0.0005), height])[1:]
    neck = [(0.015, -0.020), (0.017, -0.018), (0.009, -0.008), (0.006, 0.000), (0.012, 0.001)]
    body = lathe([*neck, *skin[(skin[:, 0] > 0.024) | (skin[:, 1] > 0.2)]], sides=64)
    z = np.linspace(0.0, long, 40)
    wave = 0.012 * np.sin(9.0 * z) * (1 - z / long)
    aside = LEAN_M if params.in_hand else 0.0
    lean = aside * np.clip((z - TAIL_M) / (long - TAIL_M), 0.0, 1.0)
    string = sweep(np.column_stack([wave + lean, 0.6 * wave, z]), 0.0013, sides=6)
    wound = sweep(
        curve([(0.007 * math.cos(a), 0.007 * math.sin(a), long + 0.0004 * a) for a in np.arange(0, 13, 0.7)], 60),
        0.0014,
        sides=6,
    ).moved((aside, 0, 0))
    thing = Thing(
        nodes=(
            things.mesh("balloon", body.moved((aside, 0, long)), "skin", sharp_rad=1.2),
            things.mesh("balloon string", join([string, wound]), "string"),
        ),
        materials={"skin": _skin(params.color), "string": _parts.plain("cotton", "#e6e2da")},
        view_rad=0.0,
        lift_m=0.0 if params.in_hand else 0.9,
        grip=(0.0, 0.0, TAIL_M),
    )
    return things.scaled(thing, params.scale)


def _skin(color: Color) -> Material:
    """Stretched latex: deeper at its edges, where the light goes through more of it, and shiny."""
    deep: Color = (0.55 * color[0], 0.55 * color[1], 0.55 * color[2])
    return Material(
        color=mix(color, deep, op("facing")),
        roughness=0.12,
        specular=0.6,
        coat=1.0,
        coat_roughness=0.03,
        translucent=0.25,
        preview=color,
    )
