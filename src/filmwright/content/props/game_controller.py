"""A game controller: two grips, sticks, a cross, four colored buttons, triggers."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, box, curve, join, rings
from filmwright.spec.shot import Member

WORDS = ("game controller", "gamepad", "game pad")
EXAMPLE = "A game controller in a studio"
COLOR = "#e9e9ec"
MATERIALS = ("plastic", "lacquer", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_HIGH_M = 0.028


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The controller somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The controller lying on its back, its grips in front (+Y): to who holds it."""
    z = _HIGH_M
    half = [
        (0.0, -0.046),
        (0.030, -0.050),
        (0.055, -0.049),
        (0.072, -0.036),
        (0.080, 0.0),
        (0.078, 0.040),
        (0.066, 0.054),
        (0.052, 0.046),
        (0.040, 0.020),
        (0.024, 0.010),
        (0.0, 0.009),
    ]
    right = curve(np.array(half), 60)
    o = np.concatenate([right, right[::-1][1:-1] * [-1, 1]])
    mid = np.array([0.0, -0.012])
    levels = [
        (0.70, 0.002),
        (0.93, 0.006),
        (1.0, 0.016),
        (0.985, 0.024),
        (0.93, 0.030),
        (0.80, 0.0335),
        (0.4, 0.0345),
        (0.02, 0.0345),
    ]
    shell = rings(np.array([np.column_stack([mid + (o - mid) * k, np.full(len(o), h)]) for k, h in levels]))
    sticks: list[Shape] = []
    for x, y in ((-0.045, -0.026), (0.024, -0.004)):
        sticks.append(
            forms.turned(
                [
                    (0.010, 0.030),
                    (0.0045, 0.034),
                    (0.0042, 0.043),
                    (0.0085, 0.045),
                    (0.0088, 0.048),
                    (0.0055, 0.049),
                    (0.001, 0.0475),
                ],
                (x, y, 0),
                sides=28,
            )
        )
    cross = [
        box((0.022, 0.0072, 0.006), center=(-0.024, -0.004, 0.036), bevel=0.0015),
        box((0.0072, 0.022, 0.006), center=(-0.024, -0.004, 0.036), bevel=0.0015),
    ]
    triggers = [box((0.032, 0.016, 0.012), center=(s * 0.048, -0.050, 0.020), bevel=0.005) for s in (-1, 1)]
    middle = [box((0.020, 0.012, 0.003), center=(0, -0.030, 0.035), bevel=0.001)]
    spots = {"green": (0.0, 0.009), "red": (-0.009, 0.0), "blue": (0.009, 0.0), "yellow": (0.0, -0.009)}
    buttons = [
        things.mesh(
            f"controller {name}",
            ball((0.0042, 0.0042, 0.003), center=(0.046 + x, -0.026 + y, 0.0355), sides=18, levels=10),
            name,
            sharp_rad=None,
        )
        for name, (x, y) in spots.items()
    ]
    thing = Thing(
        nodes=(
            things.mesh("controller shell", shell, "shell", sharp_rad=None),
            things.mesh("controller sticks", join([*sticks, *cross, *triggers, *middle]), "dark"),
            *buttons,
        ),
        materials={
            "shell": things.made_of(params.material, params.color),
            "dark": _parts.plain("rubber", "#1d1e20"),
            "green": _parts.plain("lacquer", "#3f9a4a"),
            "red": _parts.plain("lacquer", "#c23b2e"),
            "blue": _parts.plain("lacquer", "#2e6fb0"),
            "yellow": _parts.plain("lacquer", "#e0a92e"),
        },
        view_rad=0.4,
        grip=(0.0, 0.0, z / 2),
    )
    return things.scaled(thing, params.size)
