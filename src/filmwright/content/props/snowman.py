"""A snowman: three balls of snow, a carrot for a nose, coal for eyes and buttons, arms of sticks, a hat and a scarf."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene import noise
from filmwright.scene.shade import Bump, Material, coords, mix
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("snowman",)
EXAMPLE = "A snowman in a snowy valley"
COLOR = "red"
HOME = ("snow_valley", "studio")
_BALLS = ((0.0, 0.40, 0.44), (0.0, 0.98, 0.32), (0.0, 1.42, 0.22))  # y, height and radius in metres; chosen


class Params(NamedTuple):
    """One snowman: the color of its scarf, size, how its snow is lumped."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The snowman somebody asked for; a color said of it is its scarf's."""
    named = None if member.color == "white" else member.color
    return Params(
        things.color_of(member.model_copy(update={"color": named}), COLOR),
        things.size_of(member),
        int(rng.integers(16)),
    )


def build(params: Params) -> Thing:
    """The snowman, looking along +Y."""
    snow = join([_lump(y, z, r, params.seed + k) for k, (y, z, r) in enumerate(_BALLS)])
    coal = [_stone(_on(2, a, e), 0.026) for a, e in ((-0.36, 0.24), (0.36, 0.24))]
    coal += [_stone(_on(2, a, -0.36 - 0.16 * math.cos(2.6 * a)), 0.015) for a in np.linspace(-0.55, 0.55, 6)]
    coal += [_stone(_on(1, 0.0, e), 0.026) for e in (0.55, 0.15, -0.25)]
    carrot = lathe(
        [(0.036, 0.0), (0.038, 0.02), (0.031, 0.08), (0.027, 0.085), (0.020, 0.15), (0.010, 0.21), (0.001, 0.235)],
        sides=20,
    )
    carrot = carrot.turned(rotation(x=-math.pi / 2 + 0.08)).moved(_on(2, 0.0, 0.0) - [0, 0.02, 0])
    nodes = (
        things.mesh("snowman snow", snow, "snow", sharp_rad=None),
        things.mesh("snowman coal", join(coal), "coal"),
        things.mesh("snowman carrot", carrot, "carrot"),
        things.mesh("snowman arms", join([_arm(+1), _arm(-1)]), "stick"),
        things.mesh("snowman hat", _hat(), "hat"),
        things.mesh("snowman scarf", join([_scarf(), _hatband()]), "scarf"),
    )
    made = {
        "snow": _snow(),
        "coal": _parts.plain("stone", "#17171a"),
        "carrot": _parts.plain("plastic", "#e8701a"),
        "stick": _parts.plain("wood", "#4a3423"),
        "hat": _parts.plain("felt", "#1b1b20"),
        "scarf": things.made_of("knit", params.color),
    }
    return things.scaled(
        Thing(nodes=nodes, materials=made, view_rad=0.4, face=(0.0, 0.1, 1.46), face_m=0.75), params.scale
    )


def _on(which: int, azimuth: float, elevation: float) -> F64:
    """A point on a ball: azimuth from the front towards +X, elevation upward, in radians."""
    y, z, r = _BALLS[which]
    flat = math.cos(elevation)
    return np.array([r * flat * math.sin(azimuth), y + r * flat * math.cos(azimuth), z + r * math.sin(elevation)])


def _lump(y: float, z: float, radius: float, seed: int) -> Shape:
    """A rolled ball of snow, flattened where the next one lies."""
    made = ball(1.0, sides=72, levels=40)
    p = made.points
    bumps = noise.fractal(2.2 * p[:, 0] + p[:, 2] + 9.0, 2.2 * p[:, 1] - 1.3 * p[:, 2] + 5.0, 3, seed=seed % 16)
    spread = p * (radius * (1 + 0.045 * bumps))[:, None] * [1.0, 1.0, 0.94]
    return made._replace(points=spread).moved((0, y, z))


def _stone(at: F64, radius: float) -> Shape:
    """A piece of coal."""
    return ball((radius, radius, 0.85 * radius), center=at, sides=9, levels=6)


def _arm(side: int) -> Shape:
    """A forked stick, the one on the right raised."""
    lift = 0.30 if side > 0 else 0.10
    root = np.array([side * 0.26, 0.02, 1.04])
    hand = np.array([side * 0.78, 0.10, 1.10 + lift])
    bent = (root + hand) / 2 + [0, 0.02, -0.04]
    out = [sweep(curve([root, bent, hand], 14), np.linspace(0.019, 0.011, 14), sides=8)]
    for dx, dz in ((0.10, 0.13), (0.15, 0.03), (0.03, 0.15)):
        tip = hand + [side * dx, 0.02, dz]
        out.append(sweep([hand - [side * 0.03, 0, 0.01], (hand + tip) / 2, tip], [0.010, 0.008, 0.004], sides=7))
    return join(out)


_BRIM_M, _TILT = 1.585, rotation(x=-0.10, y=0.12)


def _hat() -> Shape:
    """A top hat, tipped."""
    profile = [(0.0, 0.0), (0.235, 0.0), (0.242, 0.008), (0.235, 0.017), (0.152, 0.018)]
    profile += [(0.146, 0.03), (0.150, 0.14), (0.163, 0.262), (0.158, 0.275), (0.0, 0.278)]
    return lathe(profile, sides=56, caps=False).turned(_TILT).moved((0, 0, _BRIM_M))


def _hatband() -> Shape:
    """The ribbon round the hat."""
    band = [(0.1485, 0.022), (0.1535, 0.024), (0.1545, 0.072), (0.1500, 0.074)]
    return lathe(band, sides=56, closed=True).turned(_TILT).moved((0, 0, _BRIM_M))


def _scarf() -> Shape:
    """Wound once round the neck, one end hanging in front, fringed."""
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    ring = np.column_stack([0.205 * np.cos(a), 0.205 * np.sin(a), 1.245 + 0.012 * np.sin(2 * a + 0.4)])
    wound = sweep(ring, 0.058, sides=14, closed=True, flat=0.72)
    knot = ball((0.062, 0.05, 0.062), center=(0.09, 0.215, 1.235), sides=20, levels=12)
    ends = [
        box((0.105, 0.026, length), bevel=0.012).turned(rotation(x=lean, y=roll)).moved((x, y, z))
        for length, lean, roll, x, y, z in (
            (0.40, 0.12, -0.10, 0.11, 0.305, 1.04),
            (0.30, 0.20, 0.32, 0.04, 0.285, 1.10),
        )
    ]
    fringe = [
        sweep([(x, 0.325, 0.855), (x + 0.004, 0.332, 0.80)], [0.006, 0.004], sides=6)
        for x in np.linspace(0.085, 0.17, 8)
    ]
    return join([wound, knot, *ends, *fringe])


def _snow() -> Material:
    rest = coords("rest")
    crust = grain(rest, scale=16.0, detail=6.0, roughness=0.65)
    return Material(
        color=mix((0.80, 0.84, 0.90), (0.92, 0.94, 0.97), crust),
        roughness=0.72,
        specular=0.3,
        subsurface=0.25,
        subsurface_radius=(0.7, 0.85, 1.0),
        subsurface_scale_m=0.03,
        bumps=(Bump(height=crust, strength=0.6, distance_m=0.02),),
        preview=(0.87, 0.9, 0.95),
    )
