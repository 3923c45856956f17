"""A brass telescope on a wooden tripod, aimed at the sky."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.spec.shot import Member

WORDS = ("telescope", "refractor")
EXAMPLE = "A telescope in a studio"
COLOR = "#e3e1da"
MATERIALS = ("lacquer", "gold", "wood", "metal")
HOME = ("studio",)
_HUB_M = 1.18
_UP_RAD = 0.62


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The telescope somebody asked for: the color of its tube."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The telescope, its objective to the front and up."""
    tube = forms.turned([(0.046, -0.42), (0.050, -0.418), (0.050, 0.40), (0.046, 0.402)], axis="y", sides=64)
    brass = [
        forms.turned(
            [
                (0.051, 0.36),
                (0.058, 0.365),
                (0.058, 0.56),
                (0.061, 0.562),
                (0.061, 0.575),
                (0.055, 0.577),
                (0.054, 0.47),
            ],
            axis="y",
            sides=64,
        ),
        forms.turned([(0.051, -0.44), (0.053, -0.435), (0.053, -0.38), (0.051, -0.375)], axis="y", sides=64),
        forms.turned([(0.028, -0.62), (0.030, -0.618), (0.030, -0.44), (0.048, -0.43)], axis="y", sides=48),
        forms.turned(
            [(0.0165, -0.74), (0.022, -0.735), (0.022, -0.70), (0.018, -0.69), (0.018, -0.61)], axis="y", sides=36
        ),
        *[
            forms.turned(
                [(0.0505, y), (0.0535, y + 0.004), (0.0535, y + 0.03), (0.0505, y + 0.034)], axis="y", sides=64
            )
            for y in (-0.12, 0.09)
        ],
    ]
    knobs = [
        forms.turned(
            [(0.006, 0.0), (0.006, 0.03), (0.018, 0.032), (0.018, 0.045), (0.001, 0.047)], axis="x", sides=28
        ).moved((0.026, -0.52, -0.01))
    ]
    knobs.append(knobs[0].mirrored(0))
    finder = [
        forms.rod((0.0, -0.34, 0.088), (0.0, -0.06, 0.088), 0.014),
        *[forms.rod((0, y, 0.05), (0, y, 0.078), 0.006) for y in (-0.28, -0.12)],
        forms.turned([(0.014, 0), (0.018, 0.002), (0.018, 0.03), (0.014, 0.032)], (0, -0.08, 0.088), axis="y"),
    ]
    lens = forms.turned([(0.053, 0.50), (0.03, 0.508), (0.001, 0.511)], axis="y", sides=48, caps=False)
    aim = rotation(x=_UP_RAD)

    def aimed(item: Shape) -> Shape:
        return item.turned(aim).moved((0, 0, _HUB_M + 0.11))

    hub = [
        forms.turned(
            [
                (0.05, _HUB_M - 0.10),
                (0.065, _HUB_M - 0.09),
                (0.065, _HUB_M - 0.05),
                (0.03, _HUB_M - 0.03),
                (0.024, _HUB_M + 0.05),
                (0.03, _HUB_M + 0.06),
            ]
        )
    ]
    fork = [
        forms.pipe(
            [
                (0, 0, _HUB_M + 0.03),
                (s * 0.035, 0, _HUB_M + 0.045),
                (s * 0.062, 0, _HUB_M + 0.075),
                (s * 0.062, 0, _HUB_M + 0.12),
            ],
            0.010,
        )
        for s in (-1, 1)
    ]
    fork += [
        forms.turned([(0.016, 0), (0.02, 0.004), (0.02, 0.014), (0.001, 0.018)], axis="x").moved(
            (0.062, 0, _HUB_M + 0.11)
        ),
        forms.rod((-0.07, 0, _HUB_M + 0.11), (0.07, 0, _HUB_M + 0.11), 0.008),
    ]
    legs, feet = [], []
    for k in range(3):
        a = math.pi / 2 + 2 * math.pi * k / 3 + 0.35
        c, s = math.cos(a), math.sin(a)
        top, foot = np.array([0.055 * c, 0.055 * s, _HUB_M - 0.07]), np.array([0.50 * c, 0.50 * s, 0.0])
        side = np.array([-s, c, 0.0])
        for d in (-0.028, 0.028):
            legs.append(
                _parts.grained(
                    forms.rod(top + d * side, top + (foot - top) * 0.62 + 0.55 * d * side, 0.013, sides=8),
                    2,
                    3.0 * k + d * 90,
                )
            )
        legs.append(
            _parts.grained(forms.rod(top + (foot - top) * 0.45, foot + [0, 0, 0.03], 0.014, sides=8), 2, 7.0 + k)
        )
        feet += [
            forms.rod(foot + (top - foot) * 0.03, foot, (0.012, 0.004)),
            box((0.085, 0.03, 0.05), center=(0, 0, 0), bevel=0.006)
            .turned(rotation(z=a + math.pi / 2))
            .moved(top + (foot - top) * 0.60),
        ]
        mid = top + (foot - top) * 0.55
        feet.append(forms.rod(mid, (0, 0, mid[2] - 0.02), 0.005, sides=8))
    tray = forms.turned(
        [(0.12, 0.0), (0.125, 0.004), (0.12, 0.010), (0.001, 0.010)],
        (0, 0, _HUB_M - 0.07 - 0.55 * (_HUB_M - 0.07) - 0.03),
        sides=40,
    )
    thing = Thing(
        nodes=(
            things.mesh("telescope tube", aimed(tube), "tube"),
            things.mesh(
                "telescope brass", join([aimed(join([*brass, *knobs, *finder])), *hub, *fork, *feet, tray]), "brass"
            ),
            things.mesh("telescope lens", aimed(lens), "glass", sharp_rad=None),
            things.mesh("telescope legs", join(legs), "wood"),
        ),
        materials={
            "tube": things.made_of(params.material, params.color),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "glass": Material(
                color=(0.012, 0.014, 0.03),
                roughness=0.02,
                specular=0.9,
                coat=1.0,
                coat_roughness=0.01,
                preview=(0.03, 0.03, 0.06),
            ),
            "wood": _parts.plain("wood", "#6a3d20"),
        },
        view_rad=1.15,
    )
    return things.scaled(thing, params.size)
