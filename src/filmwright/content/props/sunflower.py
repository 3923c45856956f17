"""A sunflower taller than a child: yellow rays round a brown disc of spirals, heart-shaped leaves."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _flowers, _foliage
from filmwright.content.things import Asked
from filmwright.scene.shapes import join, sweep
from filmwright.spec.shot import Member

WORDS = ("sunflower",)
EXAMPLE = "A sunflower in a meadow"
COLOR = "#f0b414"
HOME = ("field", "garden", "meadow", "studio")
GRIP = ("up",)
HEIGHT_M = 1.25


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The sunflower somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The sunflower, its face to the front."""
    rng = np.random.default_rng(params.seed)
    top = np.array([0.0, 0.075, HEIGHT_M - 0.17])
    head = _flowers.facing(_flowers.sunflower(0.44, params.seed), top, (0.06, 0.93, 0.30))
    assert head.middle is not None
    green = [
        head.green,
        _flowers.stem(
            [(0, -0.04, 0), (0.02, -0.05, 0.5), (0.0, -0.05, 0.85), (0.0, -0.03, HEIGHT_M - 0.19), top], 0.013
        ),
    ]
    for k, z in enumerate((0.20, 0.36, 0.50, 0.64, 0.78, 0.90)):
        yaw = 2.4 * k + 0.5
        way = np.array([math.cos(yaw), math.sin(yaw), 0.5])
        root = np.array([0.01, -0.05, z])
        end = root + way * 0.10
        green.append(sweep([root, end], 0.004, sides=6).with_data("leaf", (0.5, 0.4, 0.5)))
        long = (0.30 - 0.02 * k) * rng.uniform(0.9, 1.1)
        green.append(
            _flowers.blade(end, way * [1, 1, 0.4], long, 0.85 * long, droop=1.0, fold=0.16, tone=rng.uniform(0.2, 0.6))
        )
    thing = Thing(
        nodes=(
            things.mesh("sunflower petals", head.petals, "petal", sharp_rad=None),
            things.mesh("sunflower disc", head.middle, "disc", sharp_rad=None),
            things.mesh("sunflower green", join(green), "leaf", sharp_rad=None),
        ),
        materials={
            "petal": _flowers.skin(
                params.color, (0.8 * params.color[0], 0.45 * params.color[1], 0.3 * params.color[2])
            ),
            "disc": _flowers.florets((0.035, 0.016, 0.006), (0.20, 0.085, 0.015)),
            "leaf": _foliage.green((0.03, 0.08, 0.016), (0.10, 0.21, 0.04)),
        },
        view_rad=0.1,
        face=(0.0, 0.1, HEIGHT_M - 0.17),
        face_m=0.5,
        grip=(0.0, -0.05, 0.5),
    )
    return things.scaled(thing, params.size)
