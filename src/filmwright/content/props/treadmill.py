"""A treadmill: a belt between two rails, posts with handlebars, a console with a lit display."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, coords, noise
from filmwright.scene.shapes import box, curve, join, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("treadmill",)
EXAMPLE = "A treadmill in a studio"
COLOR = "#2a2c30"
MATERIALS = ("lacquer", "metal", "plastic")
HOME = ("gym", "studio")
LENGTH_M, WIDTH_M, DECK_M = 1.95, 0.84, 0.17  # of those in gyms
HANDS_M = 1.08  # height of the handlebars
_SLOPE_RAD = 0.03


class Params(NamedTuple):
    """One treadmill: what its frame is made of and its linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The treadmill somebody asked for."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The treadmill; whoever runs on it looks along +Y."""
    back, front, half = -LENGTH_M / 2, LENGTH_M / 2, WIDTH_M / 2
    tilt = rotation(x=_SLOPE_RAD)
    belt = box((WIDTH_M - 0.24, LENGTH_M - 0.38, 0.035), center=(0, -0.16, DECK_M), bevel=0.016).turned(tilt)
    line = [
        box((0.014, LENGTH_M - 0.46, 0.001), center=(s * 0.24, -0.16, DECK_M + 0.018)).turned(tilt) for s in (-1, 1)
    ]
    rails = [
        box((0.115, LENGTH_M - 0.34, 0.075), center=(s * (half - 0.06), -0.16, DECK_M), bevel=0.02).turned(tilt)
        for s in (-1, 1)
    ]
    treads = [
        box((0.075, LENGTH_M - 0.5, 0.004), center=(s * (half - 0.06), -0.16, DECK_M + 0.039), bevel=0.001).turned(tilt)
        for s in (-1, 1)
    ]
    rows = []
    for y, high, wide in (
        (front - 0.44, 0.10, 0.80),
        (front - 0.40, 0.20, 0.95),
        (front - 0.24, 0.245, 1.0),
        (front - 0.06, 0.17, 0.92),
        (front, 0.09, 0.80),
    ):
        o = rounded_rectangle(wide * WIDTH_M, high, min(0.05, 0.45 * high), per_corner=5)
        rows.append(np.column_stack([o[:, 0], np.full(len(o), y), o[:, 1] + 0.06 + high / 2]))
    hood = rings(np.array(rows))
    feet = [
        box((0.07, 0.12, 0.10), center=(s * (half - 0.07), y, 0.05), bevel=0.012)
        for s in (-1, 1)
        for y in (back + 0.16, front - 0.2)
    ]
    posts, bars, grips = [], [], []
    for s in (-1.0, 1.0):
        x = s * (half - 0.05)
        post = curve([(x, front - 0.26, 0.12), (x, front - 0.36, 0.55), (x * 0.98, front - 0.44, HANDS_M + 0.02)], 24)
        posts.append(sweep(post, 0.036, sides=14, flat=0.6))
        bar = curve(
            [
                (x * 0.98, front - 0.42, HANDS_M),
                (x * 0.98, front - 0.62, HANDS_M + 0.005),
                (x * 0.96, front - 0.86, HANDS_M - 0.05),
            ],
            20,
        )
        bars.append(sweep(bar, 0.021, sides=14))
        grips.append(sweep(bar[9:19], 0.026, sides=14))
    ends = [(s * (half - 0.06), front - 0.45, HANDS_M - 0.02) for s in (-1, 1)]
    cross = sweep(curve([ends[0], (0, front - 0.49, HANDS_M - 0.03), ends[1]], 18), 0.022, sides=12)
    lean = rotation(x=-0.42)
    console = _parts.front(_parts.slab(0.70, 0.40, 0.055, radius=0.05, bevel=0.012)).mirrored(1).turned(lean)
    at = (0.0, front - 0.42, HANDS_M + 0.20)
    glass = _parts.front(_parts.slab(0.50, 0.25, 0.004, radius=0.012)).mirrored(1).turned(lean)
    shift = np.array(at) + lean @ np.array([0.0, -0.056, 0.035])
    profile = [0.02 + 0.05 * abs(math.sin(1.3 * k)) for k in range(12)]  # of the hill that is run up
    figures = join(
        [
            _parts.lettering("12:40", 0.052, (-0.11, 0.045)),
            _parts.lettering("98", 0.052, (0.14, 0.045)),
            *[box((0.022, h, 0.0006), center=(-0.20 + 0.035 * k, h / 2 - 0.075, 0)) for k, h in enumerate(profile)],
        ]
    )  # fmt: skip
    facing = _parts.front(figures.mirrored(0)).mirrored(1).turned(lean)
    key = (
        box((0.03, 0.012, 0.03), center=(0, -0.006, 0))
        .turned(lean)
        .moved(np.array(at) + lean @ np.array([0.0, -0.056, -0.13]))
    )
    thing = Thing(
        nodes=(
            things.mesh("treadmill belt", join([belt]), "belt"),
            things.mesh("treadmill lines", join([*line, *treads]), "tread"),
            things.mesh("treadmill rails", join([*rails, *feet]), "dark"),
            things.mesh("treadmill frame", join([hood, *posts, cross]), "frame"),
            things.mesh("treadmill bars", join(bars), "steel", sharp_rad=None),
            things.mesh("treadmill grips", join([*grips, console.moved(at)]), "dark"),
            things.mesh("treadmill display", glass.moved(shift), "glass"),
            things.mesh("treadmill figures", facing.moved(shift + lean @ np.array([0.0, -0.005, 0.0])), "lit"),
            things.mesh("treadmill key", key, "red"),
        ),
        materials={
            "belt": _belt(),
            "tread": _parts.plain("rubber", "#55585c"),
            "dark": _parts.plain("plastic", "#131416"),
            "frame": things.made_of(params.material, params.color),
            "steel": _parts.plain("metal", "#9a9da0"),
            "glass": _parts.dark_glass(),
            "lit": _parts.glow("#5fd0ff", 1.6),
            "red": _parts.plain("plastic", "#b3161d"),
        },
        view_rad=0.75,
        top=(0.0, -0.2, DECK_M + 0.02),
    )
    return things.scaled(thing, params.size)


def _belt() -> Material:
    """Black belting with a fine grain."""
    grain = noise(coords("rest"), scale=420.0, detail=2)
    return Material(
        color=(0.022, 0.022, 0.024), roughness=0.68, specular=0.3, bumps=(Bump(height=grain, strength=0.5, distance_m=0.0008),),
        preview=(0.03, 0.03, 0.03),
    )  # fmt: skip
