"""A surfboard standing on its tail, a stripe and a fin on it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Ride, Thing
from filmwright.content.props._food import attribute_number
from filmwright.scene.shade import Material, mix
from filmwright.scene.shapes import box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("surfboard",)
EXAMPLE = "A surfboard"
COLOR = "light_blue"
MATERIALS = ("plastic", "wood")
HOME = ("beach", "studio")
DRAFT_M = 0.12  # to the middle of its rails, its fins below
SPEEDS = {"surf": 0.9}
CARRIES = ("surf",)


_FLAT = rotation(z=math.pi) @ rotation(x=math.pi / 2)  # from upright, its deck to the front, to lying, its nose ahead


class Params(NamedTuple):
    """One surfboard: color of its stripes, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    ridden: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The surfboard somebody asked for."""
    return Params(
        things.color_of(member, COLOR),
        member.material or MATERIALS[0],
        things.size_of(member),
        int(rng.integers(1000)),
        ridden=member.action is not None and member.action.to is not None,
    )


def build(params: Params) -> Thing:
    """The board, upright, its deck to the front, leaning back a little; its tail in the ground. Ridden it lies flat, its nose ahead."""
    length = 2.1
    rows, marks = [], []
    for t in np.linspace(0, 1, 70):
        half = 0.272 * (math.sin(math.pi * min(max(t, 0.0), 1.0) ** 0.86) ** 0.62) * (1 - 0.06 * t)
        half = max(half, 0.006)
        thick = 0.066 * math.sin(math.pi * (0.08 + 0.86 * t)) ** 0.6 + 0.004
        rocker = 0.14 * max(t - 0.55, 0.0) ** 2 * 3.2 + 0.05 * max(0.22 - t, 0.0) ** 2 * 9
        a = np.linspace(0, 2 * math.pi, 44, endpoint=False)
        c, s = np.cos(a), np.sin(a)
        x = half * np.sign(c) * np.abs(c) ** 0.75
        y = 0.5 * thick * np.sign(s) * np.abs(s) ** 1.1 * (1 - 0.25 * (x / half) ** 2)
        rows.append(np.column_stack([x, y + rocker, np.full(44, length * t)]))
        marks.append(np.full(44, t))
    board = rings(np.array(rows)[:, ::-1])
    x, t = board.points[:, 0], board.points[:, 2] / length
    stringer = np.abs(x) - 0.0035
    band = np.abs(t - 0.62 - 0.10 * np.abs(x)) - 0.035
    band = np.minimum(band, np.abs(t - 0.52 - 0.10 * np.abs(x)) - 0.012)
    board = board.with_data("line", np.clip(0.5 - stringer / 0.004, 0, 1)).with_data(
        "band", np.clip(0.5 - band / 0.012, 0, 1)
    )
    pad = box((0.26, 0.012, 0.30), center=(0, 0.036, 0.30), bevel=0.006)
    fins = [
        rings(
            np.array(
                [
                    [(x0, -0.03, 0.20), (x0 + 0.004, -0.03, 0.32), (x0 - 0.004, -0.03, 0.32)],
                    [(x0, -0.12, 0.17), (x0 + 0.002, -0.125, 0.21), (x0 - 0.002, -0.125, 0.21)],
                ]
            )
        )
        for x0 in (0.0, -0.13, 0.13)
    ]
    lean = _FLAT if params.ridden else rotation(x=-0.10)
    ride = Ride(seat=(0.0, 0.0, 0.1), feet=((0.0, 0.02, 0.205), (0.0, -0.66, 0.19)), way="upright")
    nodes = (
        things.mesh("surfboard", board.turned(lean), "board", sharp_rad=None),
        things.mesh("surfboard pad", pad.turned(lean), "pad"),
        things.mesh("surfboard fins", join(fins).turned(lean), "pad"),
    )
    made = {"board": _finish(params), "pad": things.made_of("rubber", (0.02, 0.02, 0.022))}
    thing = Thing(
        nodes=things.centered(nodes),
        materials=made,
        view_rad=1.05 if params.ridden else 0.42,
        ride=ride if params.ridden else None,
    )
    return things.scaled(thing, params.scale)


def _finish(params: Params) -> Material:
    base = things.made_of("lacquer", (0.82, 0.80, 0.74))
    wood = (0.32, 0.18, 0.08)
    color = mix(mix((0.82, 0.80, 0.74), params.color, attribute_number("band")), wood, attribute_number("line"))
    return base.model_copy(update={"color": color, "preview": params.color})
