"""A computer keyboard with a number pad, its caps dished, its cable behind."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _keys, _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import curve, join, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("keyboard", "computer keyboard")
EXAMPLE = "A computer keyboard in a studio"
COLOR = "black"
MATERIALS = ("plastic", "metal", "wood")
HOME = ("tabletop", "studio")
STANDS = "table"
WIDTH_M, DEPTH_M = 0.440, 0.142
_KEYS_M = (0.424, 0.114)


class Params(NamedTuple):
    """One keyboard: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A keyboard."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The keyboard, its space bar in front (+Y), rising a little to the back."""
    keys, plate = _keys.block(_keys.FULL, *_KEYS_M, height=0.0085, gap=0.09, dish=0.0008)
    tilt = rotation(x=-0.075)
    case = _parts.slab(WIDTH_M, DEPTH_M, 0.016, radius=0.008, bevel=0.004)
    lift = 0.5 * DEPTH_M * 0.075 + 0.001
    seat = 0.0162
    lights = join([_parts.disc(0.0011, 0.0005).moved((x, 0.0655, seat - 0.0002)) for x in (0.165, 0.178, 0.191)])
    feet = [_parts.disc(0.006, 0.003).moved((x, -0.058, 0)) for x in (-0.19, 0.19)]
    stands = [_parts.slab(0.02, 0.006, 0.010, radius=0.002).moved((x, 0.058, 0)) for x in (-0.18, 0.18)]
    cable = curve(
        [
            (0.0, -0.068, 0.012),
            (0.0, -0.085, 0.006),
            (-0.015, -0.115, 0.0022),
            (-0.05, -0.135, 0.0022),
            (-0.10, -0.132, 0.0022),
        ],
        40,
    )
    thing = Thing(
        nodes=(
            things.mesh("keyboard case", _keys.flat(case).turned(tilt).moved((0, 0, lift)), "case"),
            things.mesh(
                "keyboard plate",
                _keys.flat(plate.moved((0, -0.004, seat - 0.0006))).turned(tilt).moved((0, 0, lift)),
                "dark",
            ),
            things.mesh(
                "keyboard keys",
                _keys.flat(keys.moved((0, -0.004, seat - 0.001))).turned(tilt).moved((0, 0, lift)),
                "keys",
            ),
            things.mesh("keyboard lights", _keys.flat(lights).turned(tilt).moved((0, 0, lift)), "light"),
            things.mesh(
                "keyboard cable",
                join([sweep(cable, 0.0022, sides=8), *[_keys.flat(s) for s in (*feet, *stands)]]),
                "dark",
            ),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "keys": _caps(params.color),
            "dark": _parts.plain("plastic", "#141415"),
            "light": _parts.glow("#7dffa0", 1.5),
        },
        view_rad=0.3,
        top=(0.0, 0.0, 0.028),
    )
    return things.scaled(thing, params.size)


def _caps(color: Color) -> Material:
    """Key caps in the color of the case, marked dark on light or light on dark."""
    ink: Color = (0.75, 0.75, 0.75) if sum(color) < 1.2 else (0.05, 0.05, 0.05)
    return _keys.caps(toned(color, 1.25), ink)
