"""A wrapped present: paper, a ribbon crossed over it, a full bow on top."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, coords, mix, op, remap
from filmwright.scene.shapes import Shape, box, curve, join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("gift", "gift box", "wrapped present", "birthday present", "christmas present")
EXAMPLE = "A red gift in a studio"
COLOR = "red"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
SIDES_M = (0.26, 0.24, 0.20)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The present somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The present."""
    body, ribbon = parcel(SIDES_M)
    gold = params.color[0] < 0.6 or params.color[1] < 0.35
    second = colors.resolve("#e3b85a" if gold else "#a8202a")
    thing = Thing(
        nodes=(things.mesh("gift box", body, "paper"), things.mesh("gift ribbon", ribbon, "ribbon", sharp_rad=None)),
        materials={
            "paper": _paper(params.color),
            "ribbon": things.made_of("silk", second).model_copy(update={"roughness": 0.3}),
        },
        view_rad=0.55,
        top=(0.07, 0.06, SIDES_M[2] + 0.01),
    )
    return things.scaled(thing, params.size)


def parcel(sides: tuple[float, float, float]) -> tuple[Shape, Shape]:
    """A box with its lid, and the ribbon with its bow, standing on z = 0."""
    w, d, h = sides
    body = box((w, d, h * 0.80), center=(0, 0, h * 0.40), bevel=0.004)
    lid = box((w * 1.045, d * 1.045, h * 0.22), center=(0, 0, h * 0.89), bevel=0.004)
    wide, e = 0.13 * w, 0.0025
    bands = [
        box((wide, d * 1.045 + 2 * e, h * 0.22 + 2 * e), center=(0, 0, h * 0.89), bevel=e),
        box((wide, d + 2 * e, h * 0.79), center=(0, 0, h * 0.40), bevel=e),
        box((w * 1.045 + 2 * e, wide, h * 0.22 + 2 * e), center=(0, 0, h * 0.89), bevel=e),
        box((w + 2 * e, wide, h * 0.79), center=(0, 0, h * 0.40), bevel=e),
    ]
    return join([body, lid]), join([*bands, _bow(0.34 * w).moved((0, 0, h + e))])


def _bow(size: float) -> Shape:
    """Loops in two rings round a knot, and two tails, on z = 0."""
    parts = [
        forms.turned(
            [
                (0.001, 0.0),
                (0.14 * size, 0.06 * size),
                (0.16 * size, 0.16 * size),
                (0.10 * size, 0.26 * size),
                (0.001, 0.28 * size),
            ],
            sides=20,
        )
    ]
    for count, long, up, start in ((6, 1.0, 0.45, 0.0), (5, 0.72, 0.95, 0.4)):
        for k in range(count):
            loop = curve(
                [
                    (0.05, 0, 0.12),
                    (0.45 * long, 0, 0.12 + 0.55 * up),
                    (0.95 * long, 0, 0.12 + 0.55 * up),
                    (0.90 * long, 0, 0.06 + 0.18 * up),
                    (0.40 * long, 0, 0.10),
                    (0.05, 0, 0.10),
                ],
                30,
            )
            half = np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.5, 0.7, 1], [0.08, 0.20, 0.24, 0.20, 0.08])
            rows = (
                np.stack(
                    [
                        loop - np.column_stack([0 * half, half, 0 * half]),
                        loop + np.column_stack([0 * half, half, 0 * half]),
                    ]
                )
                * size
            )
            parts.append(forms.sheet(rows).turned(rotation(z=start + 2 * math.pi * k / count)))
    for turn in (0.9, 3.6):
        tail = curve([(0.1, 0, 0.12), (0.6, 0, 0.10), (1.15, 0, 0.03), (1.45, 0.1, 0.02)], 20)
        rows = np.stack([tail - [0, 0.13, 0], tail + [0, 0.13, 0]]) * size
        parts.append(forms.sheet(rows).turned(rotation(z=turn)))
    return join(parts)


def _paper(color: Color) -> Material:
    """Glossy paper with small dots."""
    rest = coords("rest")
    cells = [
        op("fract", axis * 28.0) - 0.5
        for axis in (op("x", rest) + op("y", rest), op("z", rest) + (op("x", rest) - op("y", rest)) * 0.5)
    ]
    dot = remap(op("add", cells[0] * cells[0], cells[1] * cells[1]), 0.030, 0.045, 1.0, 0.0)
    pale: Color = (0.35 + 0.6 * color[0], 0.35 + 0.6 * color[1], 0.35 + 0.6 * color[2])
    return Material(
        color=mix(color, pale, dot * 0.8), roughness=0.32, specular=0.5, coat=0.3, coat_roughness=0.15, preview=color
    )
