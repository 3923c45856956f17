"""A single rose on its stem with thorns and leaves."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _flowers, _foliage
from filmwright.content.things import Asked
from filmwright.scene.shapes import join, sweep
from filmwright.spec.shot import Member

WORDS = ("rose",)
EXAMPLE = "A red rose in a studio"
COLOR = "#b81426"
HOME = ("garden", "studio")
GRIP = ("up", "carry")
HEIGHT_M = 0.36


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The rose somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The rose, upright, its head a little inclined to the front."""
    top = np.array([0.012, 0.025, HEIGHT_M - 0.07])
    line = [(0, 0, 0), (0.006, -0.004, 0.11), (-0.004, 0.0, 0.21), tuple(top)]
    head = _flowers.facing(_flowers.rose(0.118, params.seed), top, (0.10, 0.42, 0.9))
    green = [head.green, _flowers.stem(line, 0.0036)]
    for z, yaw, long in ((0.09, 0.4, 0.080), (0.155, 2.7, 0.088), (0.215, 5.2, 0.072)):
        way = np.array([math.cos(yaw), math.sin(yaw), 0.55])
        root = np.array([0.002, 0.0, z])
        joint = root + 0.055 * way
        green.append(sweep([root, joint], 0.0014, sides=6).with_data("leaf", (0.5, 0.4, 0.5)))
        for turn, share in ((0.0, 1.0), (1.1, 0.8), (-1.1, 0.8)):
            side = np.array([math.cos(yaw + turn), math.sin(yaw + turn), 0.35])
            start = joint if turn == 0 else root + 0.036 * way
            green.append(
                _flowers.blade(start, side, long * share, 0.62 * long * share, droop=0.7, tone=0.2 + 0.2 * share)
            )
    thorns = [
        sweep([(0, 0, z), (0.010 * math.cos(a), 0.010 * math.sin(a), z + 0.003)], [0.0022, 0.0003], sides=8)
        for z, a in ((0.06, 1.0), (0.10, 3.6), (0.165, 5.4), (0.205, 0.3))
    ]
    thing = Thing(
        nodes=(
            things.mesh("rose petals", head.petals, "petal", sharp_rad=None),
            things.mesh("rose green", join(green), "leaf", sharp_rad=None),
            things.mesh("rose thorns", join(thorns), "thorn"),
        ),
        materials={
            "petal": _flowers.skin(
                params.color, (0.4 * params.color[0] + 0.02, 0.4 * params.color[1] + 0.02, 0.4 * params.color[2])
            ),
            "leaf": _foliage.green((0.012, 0.045, 0.012), (0.045, 0.13, 0.03)),
            "thorn": things.made_of("wood", (0.12, 0.05, 0.02)),
        },
        view_rad=0.0,
        face=(0.012, 0.04, HEIGHT_M - 0.02),
        face_m=0.14,
        grip=(0.0, 0.0, 0.05),
    )
    return things.scaled(thing, params.size)
