"""A paddle with a blade at each end, leaning; in use, along x."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("oar",)
EXAMPLE = "An oar in a studio"
COLOR = "#d9a520"
MATERIALS = ("wood", "plastic")
HOME = ("harbor", "studio")
HALF_M, SHAFT_M = 1.18, 0.0145  # half of its length, the shaft's radius


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The paddle somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Whoever paddles has it across, its middle at the origin."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The paddle standing on one blade, leaning a little."""
    shaft = sweep([(-HALF_M + 0.25, 0, 0), (HALF_M - 0.25, 0, 0)], SHAFT_M, sides=16)
    rings_ = [
        sweep([(x - 0.015, 0, 0), (x + 0.015, 0, 0)], SHAFT_M + 0.004, sides=16) for x in (-0.52, -0.02, 0.02, 0.52)
    ]
    blades = [_blade(), _blade().turned(rotation(z=math.pi))]
    parts = [
        ("paddle shaft", shaft, "shaft"),
        ("paddle rings", join(rings_), "dark"),
        ("paddle blades", join(blades), "blade"),
    ]
    if not params.action:
        up = rotation(x=0.10) @ rotation(y=math.pi / 2)
        low = min(float(shape.turned(up).points[:, 2].min()) for _, shape, _ in parts)
        parts = [(name, shape.turned(up).moved((0, 0, -low)), skin) for name, shape, skin in parts]
    thing = Thing(
        nodes=tuple(things.mesh(name, shape, skin) for name, shape, skin in parts),
        materials={
            "shaft": things.made_of("wood", (0.42, 0.26, 0.11)),
            "dark": things.made_of("rubber", (0.02, 0.02, 0.022)),
            "blade": things.made_of("lacquer", params.color),
        },
        view_rad=0.4,
    )
    return things.scaled(thing, params.size)


def _blade() -> Shape:
    """The blade at +x, its flat sides to the front and the back."""
    rows = []
    for u in np.linspace(0, 1, 16):
        half = 0.016 + 0.078 * math.sin(math.pi * min(u, 0.96) ** 0.75) ** 0.55 if 0 < u < 1 else 0.012
        thick = 0.010 * (1 - 0.6 * u)
        a = np.linspace(0, 2 * math.pi, 20, endpoint=False)
        x = HALF_M - 0.46 + 0.46 * u
        rows.append(np.column_stack([np.full(20, x), thick * np.sin(a) - 0.02 * u**2, half * np.cos(a)]))
    return rings(np.array(rows))
