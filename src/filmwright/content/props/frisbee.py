"""A frisbee flying, tilted towards the viewer."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("frisbee", "flying disc")
EXAMPLE = "A frisbee"
COLOR = "red"
MATERIALS = ("plastic", "rubber")
HOME = ("meadow", "beach", "studio")
GRIP = ("carry",)


class Params(NamedTuple):
    """One frisbee: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    thrown: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The frisbee somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """Whoever throws it has it level, its middle at the origin."""
    return params._replace(thrown=action == "throw_frisbee")


def build(params: Params) -> Thing:
    """The disc in the air, its upper side to the front."""
    r = 0.136
    outer = [
        (0.001, 0.0200),
        (0.055, 0.0195),
        (0.095, 0.0180),
        (0.118, 0.0145),
        (0.131, 0.0070),
        (0.1365, -0.002),
        (0.1365, -0.009),
        (0.133, -0.0115),
    ]
    inner = [(0.129, -0.009), (0.1285, 0.0), (0.116, 0.0115), (0.094, 0.0152), (0.001, 0.0172)]
    grooves = [
        lathe(
            [
                (k, 0.0192 - 0.0042 * ((k - 0.055) / 0.063) ** 2),
                (k + 0.0012, 0.0203 - 0.0042 * ((k - 0.055) / 0.063) ** 2),
                (k + 0.0024, 0.0190 - 0.0042 * ((k - 0.055) / 0.063) ** 2),
            ],
            sides=72,
            caps=False,
        )
        for k in (0.070, 0.079, 0.088, 0.097, 0.106)
    ]
    disc = lathe(np.array([*inner[::-1], *outer[::-1]])[::-1], sides=96, caps=False)
    print_ = [
        lathe([(0.030, 0.0206), (0.0345, 0.0207)], sides=72, caps=False),
        lathe([(0.039, 0.0205), (0.0405, 0.0206)], sides=72, caps=False),
    ]
    star = [
        sweep(
            [(0.004 * math.cos(a), 0.004 * math.sin(a), 0.0205), (0.026 * math.cos(a), 0.026 * math.sin(a), 0.0202)],
            [0.004, 0.0012],
            sides=6,
            flat=0.2,
        )
        for a in np.arange(5) * 2 * math.pi / 5 + 0.3
    ]
    tilt = rotation() if params.thrown else rotation(x=-0.92, y=0.22)
    lift = 0.0 if params.thrown else 1.25
    flip = [s._replace(faces=s.faces[:, ::-1]) for s in print_]
    drawn = (
        things.mesh(
            "frisbee disc", join([disc, *grooves]).turned(tilt).moved((0, 0, 0 if params.thrown else r)), "disc"
        ),
        things.mesh(
            "frisbee print",
            join([*flip, *print_, *star]).turned(tilt).moved((0, 0, 0 if params.thrown else r)),
            "print",
        ),
    )
    nodes = things.centered(drawn) if not params.thrown else drawn
    made = {
        "disc": things.made_of(params.material, params.color),
        "print": things.made_of("plastic", (0.82, 0.82, 0.80)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, lift_m=lift), params.scale)
