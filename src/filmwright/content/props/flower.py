"""A flower as one draws it: a ring of petals round a yellow middle, a stem, leaves."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _flowers, _foliage
from filmwright.content.things import Asked
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member

WORDS = ("flower", "blossom", "wildflower")
EXAMPLE = "A flower in a meadow"
COLOR = "#e2527f"
HOME = ("garden", "meadow", "studio")
GRIP = ("up", "carry")
HEIGHT_M = 0.30


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The flower somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The flower, its face to the front and up."""
    top = np.array([0.0, 0.035, HEIGHT_M - 0.05])
    head = _flowers.facing(_flowers.daisy(0.155, params.seed), top, (0.05, 0.78, 0.62))
    assert head.middle is not None
    green = [head.green, _flowers.stem([(0, 0, 0), (0.010, -0.012, 0.11), (0.0, -0.004, 0.20), top], 0.0036)]
    for z, yaw, long in (
        (0.03, 0.3, 0.16),
        (0.045, 2.6, 0.15),
        (0.02, 4.4, 0.14),
        (0.11, 1.2, 0.09),
        (0.145, 3.9, 0.075),
    ):
        green.append(
            _flowers.blade(
                (0.004, -0.004, z), (math.cos(yaw), math.sin(yaw), 0.9), long, 0.30 * long, droop=0.9, tone=0.4
            )
        )
    thing = Thing(
        nodes=(
            things.mesh("flower petals", head.petals, "petal", sharp_rad=None),
            things.mesh("flower middle", head.middle, "middle", sharp_rad=None),
            things.mesh("flower green", join(green), "leaf", sharp_rad=None),
        ),
        materials={
            "petal": _flowers.skin(params.color),
            "middle": _flowers.florets(colors.resolve("#b06a10"), colors.resolve("#eab52a")),
            "leaf": _foliage.green(),
        },
        view_rad=0.15,
        face=(0.0, 0.05, HEIGHT_M - 0.05),
        face_m=0.2,
        grip=(0.0, 0.0, 0.07),
    )
    return things.scaled(thing, params.size)
