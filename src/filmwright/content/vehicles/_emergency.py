"""What vehicles on an emergency call carry: a bar of lights that flash in turn, words on their sides."""

from __future__ import annotations

import math

from filmwright.content import things
from filmwright.content.props import _parts
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material, op, remap
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.values import Color

RED, BLUE = (1.0, 0.02, 0.02), (0.03, 0.12, 1.0)
_FLASHES_S = 0.62  # between two flashes of one side; chosen


def flashing(color: Color, late: float) -> Material:
    """A lamp that flashes, `late` of a turn after the first."""
    wave = op("sin", op("time") * (2 * math.pi / _FLASHES_S) + 2 * math.pi * late)
    lit = remap(wave, 0.05, 0.35)
    return Material(
        color=(0.3 * color[0] + 0.02, 0.3 * color[1] + 0.02, 0.3 * color[2] + 0.02), roughness=0.1, coat=1.0, emission=color,
        emission_strength=lit * 5.0 + 0.25, preview=color,
    )  # fmt: skip


def bar(name: str, y: float, z: float, wide: float, *, deep: float = 0.28, high: float = 0.13) -> list[Mesh]:
    """A light bar across a roof, of materials "flash left", "flash right", "lamp foot" and "clear"."""
    half = wide / 2
    left = box((0.42 * wide, deep, high), center=(-half + 0.21 * wide, y, z + 0.03 + high / 2), bevel=0.04)
    right = box((0.42 * wide, deep, high), center=(half - 0.21 * wide, y, z + 0.03 + high / 2), bevel=0.04)
    middle = box((0.15 * wide, 0.9 * deep, 0.85 * high), center=(0, y, z + 0.03 + high / 2), bevel=0.03)
    foot = [box((wide, 0.72 * deep, 0.05), center=(0, y, z + 0.02), bevel=0.015)]
    foot += [box((0.06, 0.8 * deep, 0.06), center=(s * 0.36 * wide, y, z), bevel=0.015) for s in (-1, 1)]
    return [
        things.mesh(f"{name} left lamp", left, "flash left"),
        things.mesh(f"{name} right lamp", right, "flash right"),
        things.mesh(f"{name} middle lamp", middle, "clear"),
        things.mesh(f"{name} lamp foot", join(foot), "lamp foot"),
    ]


def materials(left: Color, right: Color) -> dict[str, Material]:
    """Those of a light bar."""
    return {
        "flash left": flashing(left, 0.0),
        "flash right": flashing(right, 0.5),
        "clear": things.made_of("plastic", (0.6, 0.62, 0.65)),
        "lamp foot": things.made_of("plastic", (0.015, 0.015, 0.016)),
    }


def word(text: str, high: float, x: float, y: float, z: float, *, width: float = 0.02) -> Shape:
    """A word on both sides of a vehicle, to be read from either, its middle at y, z."""
    flat = _parts.front(_parts.lettering(text, high, (0, 0), width=width), 0.0, 0.0)
    right = flat._replace(points=flat.points @ rotation(z=-math.pi / 2).T)
    left = flat._replace(points=flat.points @ rotation(z=math.pi / 2).T)
    return join([right.moved((x, y, z)), left.moved((-x, y, z))])
