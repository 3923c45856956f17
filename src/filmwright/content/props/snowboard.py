"""A snowboard with its bindings, standing on its tail."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Ride, Thing
from filmwright.content.props._food import attribute_number
from filmwright.scene.shade import Material, mix, op, remap
from filmwright.scene.shapes import box, curve, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("snowboard",)
EXAMPLE = "A snowboard"
COLOR = "orange"
MATERIALS = ("wood", "plastic")
HOME = ("snow_valley", "studio")
SPEEDS = {"snowboard": 5.0}
CARRIES = ("snowboard",)


_FLAT = rotation(z=math.pi) @ rotation(x=math.pi / 2)  # from upright, its top to the front, to lying, its nose ahead


class Params(NamedTuple):
    """One snowboard: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    ridden: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The snowboard somebody asked for."""
    return Params(
        things.color_of(member, COLOR),
        member.material or MATERIALS[0],
        things.size_of(member),
        int(rng.integers(1000)),
        ridden=member.action is not None and member.action.to is not None,
    )


def build(params: Params) -> Thing:
    """The board upright, its top sheet and bindings to the front; ridden it lies flat, its nose ahead."""
    length, rows = 1.56, []
    for t in np.linspace(0, 1, 64):
        waist = 0.126 + 0.022 * (2 * t - 1) ** 2
        end = min(min(t, 1 - t) / 0.105, 1.0)
        half = max(waist * math.sqrt(max(1 - (1 - end) ** 2, 0.0)), 0.003)
        bend = 0.055 * max(abs(2 * t - 1) - 0.74, 0.0) ** 1.4 * 9
        o = rounded_rectangle(2 * half, 0.0095, 0.003, per_corner=3)
        rows.append(np.column_stack([o[:, 0], o[:, 1] + bend, np.full(len(o), length * t)]))
    board = rings(np.array(rows)[:, ::-1])
    p = board.points
    board = board.with_data("u", p[:, 0] / 0.13).with_data("t", p[:, 2] / length)
    hard, soft = [], []
    for z, turn in ((0.50, 0.16), (1.04, -0.16)):
        spin = rotation(y=turn)
        base = box((0.235, 0.022, 0.105), center=(0, 0.017, 0), bevel=0.010)
        disc = lathe([(0.05, 0.028), (0.048, 0.034), (0.001, 0.034)], sides=28, caps=False).turned(
            rotation(x=-math.pi / 2)
        )
        high = rings(
            np.array(
                [
                    np.column_stack(
                        [
                            0.052 * np.cos(a) * 0 - 0.105 - 0.018 * s - 0.012 * np.sin(a),
                            0.03 + 0.19 * s + 0 * a,
                            (0.062 - 0.018 * s) * np.cos(a),
                        ]
                    )
                    for s in np.linspace(0, 1, 10)
                    for a in [np.linspace(0, math.pi, 14)]
                ]
            ),
            around=False,
            caps=False,
        )
        high = join([high, high._replace(faces=high.faces[:, ::-1], points=high.points + [0.006, 0, 0])])
        straps = [
            sweep(
                curve(
                    [
                        (x, 0.025, -0.062),
                        (x + 0.005, 0.085, -0.045),
                        (x + 0.01, 0.105, 0.0),
                        (x + 0.005, 0.085, 0.045),
                        (x, 0.025, 0.062),
                    ],
                    22,
                ),
                0.018,
                sides=8,
                flat=0.25,
            )
            for x in (-0.045, 0.065)
        ]
        hard.append(join([base, disc, high]).turned(spin).moved((0, 0, z)))
        soft.append(join(straps).turned(spin).moved((0, 0, z)))
    lean = _FLAT if params.ridden else rotation(x=-0.09)
    ride = Ride(seat=(0.0, 0.0, 0.04), feet=((0.0, 0.26, 0.036), (0.0, -0.28, 0.036)), way="upright")
    thing = Thing(
        nodes=things.centered(
            (
                things.mesh("snowboard", board.turned(lean), "board", sharp_rad=math.radians(40)),
                things.mesh("snowboard bindings", join(hard).turned(lean), "binding"),
                things.mesh("snowboard straps", join(soft).turned(lean), "strap"),
            )
        ),
        materials={
            "board": _finish(params),
            "binding": things.made_of("plastic", (0.022, 0.022, 0.025)),
            "strap": things.made_of("rubber", (0.06, 0.06, 0.065)),
        },
        view_rad=1.05 if params.ridden else 0.38,
        ride=ride if params.ridden else None,
    )
    return things.scaled(thing, params.scale)


def _finish(params: Params) -> Material:
    """The top sheet: two fields that meet in a slanting wave."""
    base = things.made_of("lacquer", params.color)
    t, u = attribute_number("t"), attribute_number("u")
    wave = op("sin", t * 9.0 + u * 1.3) * 0.22 + u * 0.55
    second = (0.02, 0.06, 0.11)
    third = (0.80, 0.79, 0.75)
    field = mix(params.color, second, remap(wave, 0.10, 0.115))
    return base.model_copy(update={"color": mix(field, third, remap(op("abs", wave - 0.10), 0.03, 0.036, 1.0, 0.0))})
