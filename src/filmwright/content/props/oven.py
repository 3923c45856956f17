"""A kitchen range: four gas burners under iron grates, a row of knobs, an oven door with a window, a drawer below."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, lathe, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("oven", "kitchen stove", "gas stove", "cooker")
EXAMPLE = "An oven in a studio"
COLOR = "#c3c7cb"
MATERIALS = ("metal", "lacquer")
HOME = ("kitchen", "studio")
WIDTH_M, DEPTH_M, HEIGHT_M = 0.76, 0.66, 0.91  # height of the hob
_FRONT_M = 0.045  # thickness of door and drawer


class Params(NamedTuple):
    """One range: its front's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A range of steel, or enamelled in the color asked for."""
    usual = "metal" if member.color in (None, "silver", "gray", "light_gray") else "lacquer"
    return Params(member.material or usual, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The range, its door in front (+Y)."""
    w, d, h = WIDTH_M, DEPTH_M, HEIGHT_M
    at = d / 2 - _FRONT_M
    body = box((w, d - _FRONT_M - 0.006, h - 0.11), center=(0, -_FRONT_M / 2, (h + 0.09) / 2), bevel=0.005)
    hob = box((w + 0.004, d - 0.03, 0.03), center=(0, -0.012, h - 0.012), bevel=0.008)
    guard = box((w, 0.05, 0.15), center=(0, -d / 2 + 0.027, h + 0.065), bevel=0.010)
    door = _parts.frame(w - 0.012, 0.50, 0.115, _FRONT_M, radius=0.010, bevel=0.006)
    pane = _parts.slab(w - 0.22, 0.30, 0.004, radius=0.016, bevel=0.002).moved((0, 0, _FRONT_M - 0.010))
    drawer = _parts.slab(w - 0.012, 0.155, _FRONT_M, radius=0.008, bevel=0.006)
    band = _parts.slab(w - 0.004, 0.105, _FRONT_M + 0.012, radius=0.010, bevel=0.010)
    face = [_parts.front(door, at, 0.515), _parts.front(drawer, at, 0.178), _parts.front(band, at, 0.838)]
    handles = [_bar(w - 0.14, at + _FRONT_M, 0.728), _bar(w - 0.30, at + _FRONT_M, 0.222)]
    knobs, ticks = _knobs(at + _FRONT_M + 0.012)
    clock = _parts.front(_parts.slab(0.15, 0.05, 0.003, radius=0.006, bevel=0.001), -d / 2 + 0.052, h + 0.078)
    digits = _parts.front(_parts.lettering("7:45", 0.026, (0, 0), width=0.0036), -d / 2 + 0.0562, h + 0.078)
    feet = [_parts.disc(0.02, 0.10).moved((x, y, 0)) for x in (-0.33, 0.33) for y in (-0.27, 0.22)]
    kick = box((w - 0.03, d - 0.13, 0.07), center=(0, -0.04, 0.065))
    iron, caps, brass = _burners()
    inside = _parts.front(_rack(w - 0.24), at + _FRONT_M - 0.0052, 0.515)
    thing = Thing(
        nodes=(
            things.mesh("oven body", join([body, *face, guard, hob]), "case"),
            things.mesh("oven window", join([_parts.front(pane, at, 0.515), clock]), "glass"),
            things.mesh("oven rack", inside, "rack"),
            things.mesh("oven handles", join([*handles, *brass]), "chrome"),
            things.mesh("oven knobs", join([knobs, *feet, kick]), "dark"),
            things.mesh("oven ticks", ticks, "ink"),
            things.mesh("oven grates", join([*iron, *caps]), "iron"),
            things.mesh("oven clock", digits, "clock"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "glass": _parts.dark_glass(),
            "rack": Material(color=(0.10, 0.085, 0.07), metallic=0.6, roughness=0.4, preview=(0.1, 0.09, 0.08)),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "dark": _parts.plain("plastic", "#18191a"),
            "ink": _parts.plain("plastic", "#ededed"),
            "iron": Material(color=(0.014, 0.014, 0.015), roughness=0.55, specular=0.4, preview=(0.02, 0.02, 0.02)),
            "clock": _parts.glow("#ff9a4d", 2.0),
        },
        view_rad=0.5,
        top=(-0.18, 0.13, h + 0.042),
        hollow=(0.0, 0.0, 0.45),
    )
    return things.scaled(thing, params.size)


def _bar(length: float, y: float, z: float) -> Shape:
    """A long handle on two posts."""
    half = length / 2
    posts = [sweep([(x, y - 0.004, z), (x, y + 0.045, z)], 0.009, sides=12) for x in (-half + 0.03, half - 0.03)]
    return join([sweep([(-half, y + 0.045, z), (half, y + 0.045, z)], 0.0115, sides=18), *posts])


def _knobs(y: float) -> tuple[Shape, Shape]:
    """Five knobs on the band over the door, and the ticks round them."""
    knobs, ticks = [], []
    for k, x in enumerate((-0.29, -0.17, 0.0, 0.17, 0.29)):
        size = 0.027 if k == 2 else 0.023
        knobs.append(_parts.knob(size, 0.03, (0.0, 0.0, 0.7, 0.0, -0.9)[k]).moved((x, 0, 0)))
        for a in np.linspace(-2.2, 2.2, 9):
            s, c = math.sin(a), math.cos(a)
            ticks.append(
                _parts.ribbon(
                    [(x + 1.35 * size * s, 1.35 * size * c), (x + 1.55 * size * s, 1.55 * size * c)], 0.0022, 0.0006
                )
            )
    return _parts.front(knobs, y, 0.838), _parts.front(ticks, y, 0.838)


def _burners() -> tuple[list[Shape], list[Shape], list[Shape]]:
    """Two grates of iron bars on feet over four burners: grates, caps and rings."""
    h = HEIGHT_M + 0.003
    grates, caps, crowns = [], [], []
    for side in (-1, 1):
        cx = side * 0.185
        for x in (-0.165, 0.165):
            grates.append(box((0.013, 0.52, 0.016), center=(cx + x, 0.005, h + 0.032), bevel=0.003))
        for y in (-0.25, 0.005, 0.26):
            grates.append(box((0.33, 0.013, 0.016), center=(cx, y, h + 0.032), bevel=0.003))
        for x in (-0.165, 0.165):
            grates += [box((0.016, 0.016, 0.03), center=(cx + x, y, h + 0.014), bevel=0.003) for y in (-0.245, 0.255)]
        for y, r in ((-0.122, 0.040), (0.132, 0.052 if side > 0 else 0.034)):
            for a in np.arange(4) * math.pi / 2 + math.pi / 4 * 0:
                arm = box((0.105, 0.011, 0.014), center=(0.105, 0, 0), bevel=0.003)
                c, s = math.cos(a), math.sin(a)
                grates.append(arm.turned(np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])).moved((cx, y, h + 0.033)))
            crowns.append(
                lathe([(1.25 * r, 0), (1.2 * r, 0.008), (0.95 * r, 0.010), (0.95 * r, 0.016)], sides=36).moved(
                    (cx, y, h)
                )
            )
            caps.append(
                lathe([(1.02 * r, 0.0), (1.0 * r, 0.007), (0.85 * r, 0.010), (0.1 * r, 0.011)], sides=36).moved(
                    (cx, y, h + 0.015)
                )
            )
    return grates, caps, crowns


def _rack(width: float) -> Shape:
    """A grid that can be made out behind the window."""
    bars = [_parts.ribbon([(-width / 2, y), (width / 2, y)], 0.004) for y in (-0.055, 0.06)]
    rods = [
        _parts.ribbon([(x, y), (x, y + 0.02)], 0.0026)
        for y in (-0.055, 0.06)
        for x in np.linspace(-width / 2, width / 2, 22)
    ]
    return join([*bars, *rods])
