"""A flat television on two feet, an evening landscape on its screen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _screens
from filmwright.scene.shapes import box, curve, join, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tv", "television", "flat screen tv")
EXAMPLE = "A television in a studio"
COLOR = "black"
MATERIALS = ("plastic", "metal", "wood")
HOME = ("studio",)
STANDS = "table"
WIDTH_M, HEIGHT_M = 0.97, 0.57  # a picture of 43 inches (0.95 x 0.535 m) and its border
_LOW_M = 0.075  # lower edge over what it stands on


class Params(NamedTuple):
    """One television: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A television."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The television, its screen in front."""
    w, h, z = WIDTH_M, HEIGHT_M, _LOW_M + HEIGHT_M / 2
    rim = _parts.front(_parts.frame(w, h, 0.010, 0.022, radius=0.008), -0.004, z)
    back = _parts.front(_parts.slab(w - 0.004, h - 0.004, 0.012, radius=0.008), -0.006, z)
    hump = []
    for inset, y in ((0.0, -0.006), (0.05, -0.012), (0.09, -0.042), (0.12, -0.05)):
        o = rounded_rectangle(w - 2 * inset, h - 2.2 * inset - 0.1 * (y < -0.01), 0.04, per_corner=5)
        hump.append(np.column_stack([o[:, 0], np.full(len(o), y), o[:, 1] + z - 0.02 * (y < -0.01)]))
    chin = box((w - 0.02, 0.012, 0.012), center=(0, 0.009, _LOW_M + 0.010), bevel=0.003)
    feet = []
    for x in (-0.36, 0.36):
        for y in (-0.10, 0.12):
            path = curve([(x, 0.0, _LOW_M + 0.02), (x, 0.25 * y, 0.035), (x, 0.8 * y, 0.010), (x, y, 0.007)], 14)
            feet.append(sweep(path, np.linspace(0.012, 0.007, 14), sides=12, flat=1.0))
    screen = _screens.pane(w - 0.022, h - 0.030)
    badge = box((0.055, 0.002, 0.005), center=(0, 0.0155, _LOW_M + 0.010), bevel=0.0008)
    light = box((0.006, 0.002, 0.0025), center=(-0.43, 0.0155, _LOW_M + 0.009), bevel=0.0005)
    case = join([rim, back, rings(np.array(hump)), chin])
    thing = Thing(
        nodes=(
            things.mesh("tv case", case, "case"),
            things.mesh("tv stand", join(feet), "stand"),
            things.mesh("tv screen", _parts.front(screen, 0.009, z + 0.006), "screen"),
            things.mesh("tv badge", join([badge, light]), "badge"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "stand": things.made_of("metal", params.color)
            if params.material != "wood"
            else _parts.plain("wood", "#5d3c25"),
            "screen": _screens.playing("tv picture"),
            "badge": _parts.plain("metal", "#b8bcc0"),
        },
        images={"tv picture": _screens.encoded(_screens.lake(512, 288))},
        view_rad=0.28,
        lamps=(things.lamp("tv light", (0.0, 0.3, z), 11.0, (0.62, 0.74, 1.0), size_m=0.5, flicker=0.22),),
    )
    return things.scaled(thing, params.size)
