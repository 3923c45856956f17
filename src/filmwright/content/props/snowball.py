"""A snowball, pressed round by hand."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene import noise
from filmwright.scene.shade import Bump, Material, coords
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import ball
from filmwright.spec.shot import Member

WORDS = ("snowball",)
EXAMPLE = "A snowball in a snowy valley"
COLOR = "#f4f7fb"
HOME = ("snow_valley", "studio")
GRIP = ("carry",)
RADIUS_M = 0.045


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ball somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The ball, a little dented."""
    one = ball(RADIUS_M, sides=64, levels=40)
    p = one.points
    dents = noise.fractal(p[:, 0] * 40 + 3 * p[:, 2] * 10, p[:, 1] * 40 + p[:, 2] * 40, 3, seed=params.seed)
    p = p * (1 + 0.07 * dents)[:, None]
    one = one._replace(points=p - [0, 0, p[:, 2].min()])
    crumbs = grain(coords("rest"), scale=300.0, detail=4.0)
    snow = Material(
        color=params.color, roughness=0.9, specular=0.3, subsurface=0.3, bumps=(Bump(height=crumbs, strength=0.6, distance_m=0.002),),
        preview=params.color,
    )  # fmt: skip
    thing = Thing(nodes=(things.mesh("snowball", one, "snow", sharp_rad=None),), materials={"snow": snow}, view_rad=0.2)
    return things.scaled(thing, params.size)
