"""A classic film camera: leatherette body, chrome top plate with its dials, a lens of several rings."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, mix, op
from filmwright.scene.shapes import box, curve, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("photo camera", "film camera", "vintage camera", "reflex camera")
EXAMPLE = "A photo camera in a studio"
COLOR = "#1b1b1c"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The camera somebody asked for: the color of its covering."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The camera, its lens ahead."""
    body = forms.loft(
        [
            (-0.072, 0.008, 0.040, 0.026),
            (-0.068, 0.016, 0.040, 0.030),
            (-0.05, 0.0185, 0.040, 0.030),
            (0.05, 0.0185, 0.040, 0.030),
            (0.068, 0.016, 0.040, 0.030),
            (0.072, 0.008, 0.040, 0.026),
        ],
        power=5.0,
        axis="x",
    )
    plates = [
        box((0.139, 0.034, 0.006), center=(0, 0, 0.0075), bevel=0.0025),
        box((0.140, 0.035, 0.013), center=(0, 0, 0.0735), bevel=0.004),
    ]
    prism = rings(
        np.array(
            [
                [(-x, y0, z), (x, y0, z), (x * 0.92, y1, z), (-x * 0.92, y1, z)]
                for z, x, y0, y1 in (
                    (0.078, 0.026, -0.018, 0.020),
                    (0.088, 0.0255, -0.018, 0.020),
                    (0.100, 0.014, -0.014, 0.013),
                    (0.102, 0.012, -0.012, 0.011),
                )
            ]
        )
    )
    mount = forms.turned(
        [(0.033, 0.0), (0.033, 0.006), (0.031, 0.009), (0.029, 0.009)], (0, 0.016, 0.042), axis="y", sides=64
    )
    barrel, chrome = [], []
    for r, y0, y1 in ((0.0295, 0.024, 0.034), (0.031, 0.0345, 0.049), (0.0285, 0.0495, 0.058)):
        barrel.append(
            forms.turned(
                [(r - 0.001, y0), (r, y0 + 0.0008), (r, y1 - 0.0008), (r - 0.001, y1), (0.001, y1)],
                (0, 0, 0.042),
                axis="y",
                sides=72,
            )
        )
    for k in range(44):
        a = 2 * math.pi * k / 44
        barrel.append(
            box(
                (0.0022, 0.0125, 0.0016),
                center=(0.0312 * math.cos(a), 0.0418, 0.042 + 0.0312 * math.sin(a)),
                bevel=0.0005,
            )
        )
    chrome += [forms.hoop(0.0292, 0.0009, (0, y, 0.042), axis="y") for y in (0.0344, 0.0582)]
    hollow = forms.turned(
        [
            (0.029, 0.0582),
            (0.030, 0.059),
            (0.030, 0.0652),
            (0.0292, 0.066),
            (0.0272, 0.066),
            (0.0245, 0.0650),
            (0.0232, 0.060),
            (0.0225, 0.0588),
        ],
        (0, 0, 0.042),
        axis="y",
        sides=72,
        caps=False,
    )
    glass = forms.turned(
        [(0.0232, 0.0590), (0.016, 0.0618), (0.008, 0.0632), (0.0005, 0.0636)],
        (0, 0, 0.042),
        axis="y",
        sides=64,
        caps=False,
    )
    marks = []
    for k in range(9):
        a = 0.6 + 0.22 * k
        marks.append(
            box((0.0009, 0.003, 0.0004), center=(0, 0.0537, 0.0287), bevel=0.0001)
            .turned(rotation(y=a - 1.5))
            .moved((0, 0, 0.042))
        )
    dials = [
        forms.turned(
            [(0.0105, 0.0), (0.0108, 0.0006), (0.0108, 0.007), (0.0100, 0.008), (0.001, 0.008)], (x, 0, 0.080), sides=40
        )
        for x in (-0.052, 0.038)
    ]
    dials += [
        forms.turned(
            [(0.0065, 0), (0.0065, 0.006), (0.003, 0.007), (0.003, 0.010), (0.001, 0.0105)],
            (-0.033, 0.004, 0.080),
            sides=28,
        ),
        forms.turned([(0.0085, 0), (0.0085, 0.006), (0.001, 0.0065)], (0.057, 0, 0.080), sides=28),
    ]
    lever = forms.pipe([(-0.052, 0.0, 0.0875), (-0.060, 0.010, 0.0875), (-0.071, 0.013, 0.0868)], 0.0024, sides=10)
    window = box((0.016, 0.0015, 0.009), center=(0.0, 0.0175, 0.088), bevel=0.001)
    timer = [
        forms.turned([(0.006, 0), (0.006, 0.003), (0.001, 0.004)], (-0.048, 0.018, 0.050), axis="y", sides=24),
        box((0.005, 0.0025, 0.022), center=(-0.048, 0.0215, 0.041), bevel=0.001),
    ]
    lugs = [forms.hoop(0.0045, 0.001, (s * 0.073, 0, 0.064), axis="y") for s in (-1, 1)]
    shoe = box((0.018, 0.018, 0.002), center=(0, -0.002, 0.1035), bevel=0.0006)
    letters = _parts.front(_parts.lettering("AURIS", 0.0052, (0, 0), width=0.0008), 0.0186, 0.0885)
    strap = [
        forms.sheet([line - [0, 0.004, 0], line + [0, 0.004, 0]])
        for line in (
            curve(
                [
                    (s * 0.074, 0, 0.062),
                    (s * 0.088, 0.002, 0.045),
                    (s * 0.095, -0.01, 0.010),
                    (s * 0.080, -0.035, 0.003),
                    (s * 0.03, -0.060, 0.003),
                    (0.0, -0.066, 0.004),
                ],
                40,
            )
            for s in (-1, 1)
        )
    ]
    shapes_dark = [*barrel, hollow, *strap]
    thing = Thing(
        nodes=(
            things.mesh("camera body", body, "leather", sharp_rad=0.7),
            things.mesh(
                "camera chrome", join([*plates, prism, mount, *dials, lever, *timer, *lugs, *chrome, shoe]), "chrome"
            ),
            things.mesh("camera lens", join(shapes_dark), "black"),
            things.mesh("camera glass", glass, "glass", sharp_rad=None),
            things.mesh("camera marks", join([*marks]), "white"),
            things.mesh("camera window", join([window, letters]), "black"),
        ),
        materials={
            "leather": things.made_of("leather", params.color),
            "chrome": _parts.plain("metal", "#b9bbbd"),
            "black": _parts.plain("lacquer", "#101011"),
            "glass": _coated(),
            "white": _parts.plain("paper", "#e8e8e4"),
        },
        view_rad=0.42,
    )
    return things.scaled(thing, params.size)


def _coated() -> Material:
    """A lens with its coating: dark, with a violet and green sheen."""
    return Material(
        color=mix((0.012, 0.008, 0.022), (0.05, 0.16, 0.13), op("facing")),
        roughness=0.02,
        specular=0.9,
        coat=1.0,
        coat_roughness=0.01,
        preview=(0.03, 0.03, 0.06),
    )
