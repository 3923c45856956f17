"""A trophy: a golden cup with two handles on a dark foot."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, join
from filmwright.spec.shot import Member

WORDS = ("trophy", "cup trophy", "award")
EXAMPLE = "A golden trophy in a studio"
COLOR = "#d8b45a"
MATERIALS = ("gold", "chrome", "glass")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
FOOT_M = 0.060  # half the width of its foot


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The trophy somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The cup on its foot, its plate to the front."""
    foot = [
        box((0.120, 0.120, 0.050), center=(0, 0, 0.025), bevel=0.004),
        box((0.100, 0.100, 0.030), center=(0, 0, 0.065), bevel=0.004),
    ]
    cup = forms.vessel(
        [
            (0.034, 0.080),
            (0.030, 0.088),
            (0.013, 0.104),
            (0.011, 0.130),
            (0.017, 0.138),
            (0.011, 0.146),
            (0.024, 0.160),
            (0.058, 0.190),
            (0.072, 0.235),
            (0.076, 0.285),
            (0.084, 0.300),
        ],
        0.004,
        floor=0.175,
    )
    ears = [
        forms.pipe(
            [
                (s * 0.072, 0, 0.275),
                (s * 0.112, 0, 0.290),
                (s * 0.126, 0, 0.255),
                (s * 0.104, 0, 0.215),
                (s * 0.064, 0, 0.205),
            ],
            [0.0055, 0.0065, 0.007, 0.0065, 0.005],
            count=40,
            sides=14,
        )
        for s in (-1, 1)
    ]
    star = _parts.front(
        forms.plate(
            [
                (0.022 * r * np.sin(a), 0.022 * r * np.cos(a))
                for a, r in zip(np.linspace(0, 2 * np.pi, 10, endpoint=False), [1.0, 0.42] * 5)
            ],
            0.004,
            bevel=0.001,
        ).turned(np.array([[-1.0, 0, 0], [0, 0, 1], [0, 1, 0]])),
        0.071,
        0.240,
    )
    plate = box((0.070, 0.002, 0.024), center=(0, 0.0605, 0.026), bevel=0.0006)
    letters = _parts.front(_parts.lettering("WINNER", 0.010, (0, 0), width=0.0014), 0.0620, 0.026)
    thing = Thing(
        nodes=(
            things.mesh("trophy foot", join(foot), "foot"),
            things.mesh("trophy cup", join([cup, *ears]), "cup", sharp_rad=0.8),
            things.mesh("trophy star", star, "cup"),
            things.mesh("trophy plate", plate, "cup"),
            things.mesh("trophy letters", letters, "foot"),
        ),
        materials={
            "cup": things.made_of(params.material, params.color),
            "foot": _parts.plain("wood", "#2c1810"),
        },
        view_rad=0.0,
        top=(0.0, 0.0, 0.30),
    )
    return things.scaled(thing, params.size)
