"""A gold ring with a brilliant, in its open velvet box."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, mix, op
from filmwright.scene.shapes import box, join, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member

WORDS = ("ring", "diamond ring", "engagement ring", "wedding ring")
EXAMPLE = "A ring in a studio"
COLOR = "#5a1424"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_R_M = 0.0098


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ring somebody asked for: the color of its box."""
    asked = member.color if member.color not in ("gold", "silver", "yellow") else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def build(params: Asked) -> Thing:
    """The ring in its box, the lid open behind it."""
    seat = 0.030
    z = seat + 0.004
    band = forms.along(forms.hoop(_R_M + 0.0007, 0.0012, flat=1.5), "y").moved((0, 0, z))
    top = z + _R_M + 0.0045
    size = 0.0042
    stone = forms.turned(
        [(0.0002, -0.85 * size), (size, 0.0), (size, 0.08 * size), (0.58 * size, 0.42 * size), (0.0002, 0.42 * size)],
        (0, 0, top),
        sides=16,
    )
    prongs = [
        forms.pipe(
            [
                (0.0008 * math.cos(a), 0.0008 * math.sin(a), z + _R_M),
                (0.6 * size * math.cos(a), 0.6 * size * math.sin(a), top - 0.0022),
                (1.03 * size * math.cos(a), 1.03 * size * math.sin(a), top + 0.0002),
                (0.90 * size * math.cos(a), 0.90 * size * math.sin(a), top + 0.0008),
            ],
            0.0005,
            sides=8,
            count=16,
        )
        for a in np.arange(6) * math.pi / 3 + 0.3
    ]
    small = []
    for s in (-1.0, 1.0):
        for k in range(3):
            t = math.pi / 2 + s * (0.42 + 0.2 * k)
            small.append(
                forms.turned([(0.0009, 0.0), (0.0005, 0.0004), (0.0001, 0.0004)], sides=8)
                .turned(rotation(y=math.pi / 2 - t))
                .moved(((_R_M + 0.0018) * math.cos(t), 0, z + (_R_M + 0.0018) * math.sin(t)))
            )
    case = [box((0.056, 0.050, 0.026), center=(0, 0, 0.013), bevel=0.004)]
    lid = (
        join([box((0.056, 0.050, 0.022), center=(0, 0.025, 0.011), bevel=0.004)])
        .turned(rotation(x=1.85))
        .moved((0, -0.024, 0.028))
    )
    lining = (
        join([box((0.048, 0.042, 0.003), center=(0, 0.025, -0.0012), bevel=0.001)])
        .turned(rotation(x=1.85))
        .moved((0, -0.024, 0.028))
    )
    pillow = [
        forms.loft(
            [
                (-0.024, 0.004, 0.026, 0.002),
                (-0.019, 0.021, 0.028, 0.005),
                (-0.003, 0.022, 0.030, 0.006),
                (-0.001, 0.021, 0.027, 0.003),
            ],
            power=3.2,
        ),
        forms.loft(
            [
                (0.001, 0.021, 0.027, 0.003),
                (0.003, 0.022, 0.030, 0.006),
                (0.019, 0.021, 0.028, 0.005),
                (0.024, 0.004, 0.026, 0.002),
            ],
            power=3.2,
        ),
    ]
    rim = [sweep([(x, y, 0.0268) for x, y in rounded_rectangle(0.056, 0.050, 0.005)], 0.0009, sides=6, closed=True)]
    thing = Thing(
        nodes=(
            things.mesh("ring gold", join([band, *prongs, *rim]), "gold", sharp_rad=None),
            things.mesh("ring stone", join([stone, *small]), "diamond", sharp_rad=0.05),
            things.mesh("ring case", join([*case, lid]), "case"),
            things.mesh("ring lining", join([lining, *pillow]), "velvet", sharp_rad=0.8),
        ),
        materials={
            "gold": _parts.plain("gold", "#c8c8c8").model_copy(update={"roughness": 0.10}),
            "diamond": _diamond(),
            "case": things.made_of("felt", params.color),
            "velvet": _parts.plain("felt", "#e9e2d2"),
        },
        view_rad=0.25,
        face=(0.0, 0.0, 0.042),
        face_m=0.04,
    )
    return things.scaled(thing, params.size)


def _diamond() -> Material:
    """A brilliant: its facets throw back white and a little of every color."""
    normal = op("normal")
    fire = mix((0.75, 0.85, 1.0), (1.0, 0.97, 0.9), op("fract", op("x", normal) * 2.3 + op("y", normal) * 1.7))
    return Material(
        color=(0.86, 0.90, 0.95),
        metallic=0.75,
        roughness=0.02,
        specular=1.0,
        coat=1.0,
        coat_roughness=0.01,
        emission=fire,
        emission_strength=op("fract", op("x", normal) * 3.1 + op("z", normal) * 2.2) * 0.5,
        preview=(0.85, 0.9, 0.95),
    )
