"""A fencing foil: a thin blade with its button, a bell guard, a grip."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("fencing foil", "epee")
EXAMPLE = "A fencing foil in a studio"
COLOR = "#18191c"
HOME = ("studio", "gym")
GRIP = ("up",)
_BLADE_M, _BELL_M = 0.90, 0.055  # length of the blade, as the rules have it; from the middle of the hand to the bell


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The foil somebody asked for: the color of its grip."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever fences with it has it by its grip."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The foil lying on the ground; fenced with, the middle of its grip at the origin, its blade along +z."""
    z = np.linspace(_BELL_M, _BELL_M + _BLADE_M, 24)
    t = np.linspace(0, 1, 24)
    blade = sweep(np.column_stack([0 * z, 0 * z, z]), list(0.0052 - 0.0026 * t), sides=8)
    button = forms.turned([(0.0, -0.006), (0.005, -0.004), (0.005, 0.006), (0.0, 0.008)], (0, 0, float(z[-1])))
    bell = forms.turned(
        [
            (0.008, 0.030),
            (0.030, 0.022),
            (0.048, 0.006),
            (0.054, -0.012),
            (0.052, -0.012),
            (0.045, 0.004),
            (0.0, 0.022),
        ],
        (0, 0, _BELL_M),
        sides=40,
    )
    grip = sweep(
        [(0, 0, -0.075), (0, 0, -0.02), (0, 0, 0.03), (0, 0, 0.07)], [0.0145, 0.0125, 0.0135, 0.0115], sides=14
    )
    pommel = forms.turned([(0.0, -0.016), (0.012, -0.013), (0.014, 0.0), (0.009, 0.010)], (0, 0, -0.085))
    parts = (
        ("blade", blade, "steel"),
        ("button", button, "grip"),
        ("bell", bell, "steel"),
        ("grip", grip, "grip"),
        ("pommel", pommel, "steel"),
    )
    lies = params.action != "sword_fight"
    made = [(name, shape.turned(rotation(y=1.53)) if lies else shape, skin) for name, shape, skin in parts]
    nodes = tuple(things.mesh(f"foil {name}", shape, skin) for name, shape, skin in made)
    thing = Thing(
        nodes=things.centered(nodes) if lies else nodes,
        materials={
            "steel": things.made_of("chrome", (0.6, 0.61, 0.63)),
            "grip": things.made_of("leather", params.color),
        },
        view_rad=0.3,
        grip=None if lies else (0.0, 0.0, 0.0),
    )
    return things.scaled(thing, params.size)
