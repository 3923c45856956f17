"""A tennis racket with strings, and a ball."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import ball, curve, join, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tennis racket", "tennis racquet")
EXAMPLE = "A tennis racket"
COLOR = "blue"
MATERIALS = ("plastic", "wood", "metal")
HOME = ("studio",)
GRIP = ("carry",)
GRIP_M = 0.085  # from the butt to the middle of a hand


class Params(NamedTuple):
    """One tennis racket: color and material of its frame, size."""

    color: Color
    material: str
    scale: float
    seed: int
    played: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The tennis racket somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """Whoever plays with it has it upright along z, its ball at the origin."""
    return params._replace(played=action == "play_tennis", scale=1.0 if action == "play_tennis" else params.scale)


def build(params: Params) -> Thing:
    """The racket, standing on its grip, and a ball beside it."""
    middle, a, b = 0.52, 0.130, 0.168
    t = np.linspace(0, 2 * math.pi, 96, endpoint=False)
    head = sweep(
        np.column_stack([a * np.cos(t), np.zeros(96), middle + b * np.sin(t)]), 0.0105, sides=12, closed=True, flat=1.2
    )
    throat = [
        sweep(
            curve([(s * 0.085, 0, middle - 0.127), (s * 0.045, 0, 0.325), (s * 0.012, 0, 0.265)], 16), 0.0105, sides=12
        )
        for s in (-1, 1)
    ]
    bridge = sweep(
        curve([(-0.075, 0, middle - 0.135), (0, 0, middle - 0.155), (0.075, 0, middle - 0.135)], 16), 0.008, sides=10
    )
    shaft = sweep([(0, 0, 0.275), (0, 0, 0.20)], [0.0145, 0.0155], sides=14)
    strings = []
    for k in range(16):
        x = a * 0.94 * (k - 7.5) / 8
        h = b * 0.98 * math.sqrt(max(1 - (x / a) ** 2, 0))
        strings.append(sweep([(x, 0.001 * (-1) ** k, middle - h), (x, 0.001 * (-1) ** k, middle + h)], 0.0017, sides=5))
    for k in range(19):
        z = b * 0.95 * (k - 9) / 9.6
        w = a * 0.98 * math.sqrt(max(1 - (z / b) ** 2, 0))
        strings.append(sweep([(-w, 0.001, middle + z), (w, 0.001, middle + z)], 0.0017, sides=5))
    wind = np.linspace(0, 1, 220)
    grip = sweep([(0, 0, 0.0), (0, 0, 0.006), (0, 0, 0.19), (0, 0, 0.205)], [0.0185, 0.0175, 0.0162, 0.0152], sides=8)
    wrap = sweep(
        np.column_stack([0.0164 * np.cos(wind * 60), 0.0164 * np.sin(wind * 60), 0.012 + 0.185 * wind]), 0.0016, sides=5
    )
    lean = rotation() if params.played else rotation(x=-0.14, y=0.10)
    aside = np.array([0.0, 0.0, 0.033] if params.played else [0.17, 0.10, 0.033])
    one = ball(0.033, center=aside, sides=40, levels=26)
    s = np.linspace(0, 2 * math.pi, 80, endpoint=False)
    seam = np.column_stack([np.cos(s) + 0.28 * np.cos(3 * s), np.sin(s) - 0.28 * np.sin(3 * s), 0.94 * np.sin(2 * s)])
    seam = seam / np.linalg.norm(seam, axis=1, keepdims=True) * 0.0331 + aside
    nodes = (
        things.mesh("racket frame", join([head, *throat, bridge, shaft]).turned(lean), "frame"),
        things.mesh("racket strings", join(strings).turned(lean), "strings"),
        things.mesh("racket grip", join([grip, wrap]).turned(lean), "grip"),
        things.mesh("racket ball", one, "felt", sharp_rad=None),
        things.mesh("racket ball seam", sweep(seam, 0.0011, sides=6, closed=True), "strings"),
    )
    made = {
        "frame": things.made_of("lacquer" if params.material == "plastic" else params.material, params.color),
        "strings": things.made_of("plastic", (0.80, 0.79, 0.72)),
        "grip": things.made_of("leather", (0.03, 0.03, 0.032)),
        "felt": things.made_of("felt", (0.62, 0.78, 0.06)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.3, grip=(0, 0, 0.1)), params.scale)
