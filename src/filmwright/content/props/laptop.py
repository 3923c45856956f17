"""An open laptop: keyboard, trackpad, a lit screen."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _keys, _parts, _screens
from filmwright.scene.shapes import Shape, box, join, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("laptop", "laptop computer", "notebook computer")
EXAMPLE = "A laptop in a studio"
COLOR = "#b9bcc0"
MATERIALS = ("metal", "plastic", "lacquer")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
WIDTH_M, DEPTH_M, THICK_M = 0.325, 0.225, 0.014  # a laptop of 14 inches
_OPEN_RAD = math.radians(108.0)


class Params(NamedTuple):
    """One laptop: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A laptop, of aluminum unless the text gives it a color."""
    usual = "metal" if member.color in (None, "silver", "gray", "light_gray") else "lacquer"
    return Params(member.material or usual, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The laptop, its keys in front (+Y)."""
    w, d, t = WIDTH_M, DEPTH_M, THICK_M
    deck = 0.003 + t
    base = _parts.slab(w, d, t, radius=0.012, bevel=0.003).moved((0, 0, 0.003))
    feet = [_parts.disc(0.006, 0.003).moved((x, y, 0)) for x in (-0.14, 0.14) for y in (-0.09, 0.09)]
    keys, well = _keys.block(_keys.LAPTOP, 0.285, 0.105)
    pad = _parts.slab(0.115, 0.072, 0.0008, radius=0.005, bevel=0.0003)
    keyboard = _keys.flat(keys).moved((0, -0.022, deck - 0.0008))
    recess = _keys.flat(well).moved((0, -0.022, deck + 0.0002))
    lid, pane, rim = _lid()
    hinge = sweep([(-0.12, -d / 2 + 0.004, deck - 0.002), (0.12, -d / 2 + 0.004, deck - 0.002)], 0.006, sides=14)
    dark = join([recess, rim, hinge, *feet])
    thing = Thing(
        nodes=(
            things.mesh("laptop case", join([base, lid]), "case"),
            things.mesh("laptop pad", pad.moved((0, 0.072, deck)), "pad"),
            things.mesh("laptop keys", keyboard, "keys"),
            things.mesh("laptop dark", dark, "dark"),
            things.mesh("laptop screen", pane, "screen"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "pad": things.made_of("plastic", toned(params.color, 0.82)),
            "keys": _keys.caps((0.02, 0.02, 0.022), (0.75, 0.75, 0.75)),
            "dark": _parts.plain("plastic", "#17181a"),
            "screen": _screens.typed("laptop picture"),
        },
        images={"laptop picture": _screens.desktop()},
        view_rad=0.45,
    )
    return things.scaled(thing, params.size)


def _lid() -> tuple[Shape, Shape, Shape]:
    """The lid's shell, its screen and the dark border round it, opened."""
    w, d = WIDTH_M, DEPTH_M
    raised = rotation(x=_OPEN_RAD - math.pi / 2)
    hinge = (0.0, -d / 2 + 0.002, 0.003 + THICK_M)

    def up(item: Shape, out: float) -> Shape:
        return _parts.front(item, out, d / 2).turned(raised).moved(hinge)

    shell = up(_parts.slab(w, d - 0.004, 0.005, radius=0.012, bevel=0.002), -0.006)
    border = up(_parts.frame(w - 0.003, d - 0.007, 0.010, 0.0012, radius=0.011, bevel=0.0004), -0.0012)
    chin = up(box((w - 0.02, 0.014, 0.0008), center=(0, -d / 2 + 0.016, 0.0004), bevel=0.0002), -0.0012)
    lens = up(_parts.disc(0.002, 0.0004).moved((0, d / 2 - 0.0085, 0)), 0.0001)
    return shell, up(_screens.pane(w - 0.020, d - 0.036).moved((0, 0.006, 0)), -0.0008), join([border, chin, lens])
