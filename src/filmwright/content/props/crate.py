"""A crate of planks with diagonal braces and nails."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rotation
from filmwright.spec.shot import Member

WORDS = ("crate", "wooden crate")
EXAMPLE = "A crate in a studio"
COLOR = "#a67c4e"
MATERIALS = ("wood", "plastic", "metal")
HOME = ("studio",)
GRIP = ("carry",)
SIDE_M = 0.62


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The crate somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The crate, closed."""
    sides, nails = [], []
    for k, turn in enumerate((rotation(z=0), rotation(z=math.pi / 2), rotation(z=math.pi), rotation(z=-math.pi / 2))):
        wood, iron = _side(k)
        sides.append(_turned(wood, turn, k))
        nails.append(iron.turned(turn))
    lid, lid_nails = _side(7)
    over = rotation(x=math.pi / 2)
    sides.append(_turned(lid, over, 7))
    nails.append(lid_nails.turned(over))
    thing = Thing(
        nodes=(
            things.mesh("crate wood", join(sides).moved((0, 0, SIDE_M / 2)), "wood"),
            things.mesh("crate nails", join(nails).moved((0, 0, SIDE_M / 2)), "iron"),
        ),
        materials={"wood": things.made_of(params.material, params.color), "iron": _parts.plain("metal", "#4a4744")},
        view_rad=0.6,
        top=(0.0, 0.0, SIDE_M + 0.03),
    )
    return things.scaled(thing, params.size)


def _turned(item: Shape, turn: np.ndarray[tuple[int, int], np.dtype[np.float64]], k: int) -> Shape:
    """A side set round the crate; its grain goes with it."""
    return item.turned(turn).with_data("rest", item.data["rest"] + [0.0, 0.4 * k, 0.2 * k])


def _side(k: int) -> tuple[Shape, Shape]:
    """A side of planks in a frame with a brace, at +Y."""
    s, y = SIDE_M, SIDE_M / 2
    planks = [
        _parts.board(
            (s - 0.02, 0.018, s / 6 - 0.006), (0, y - 0.012, -s / 2 + s / 6 * (n + 0.5)), offset=2.0 * n + 13 * k
        )
        for n in range(6)
    ]
    frame = [
        _parts.board((s, 0.022, 0.085), (0, y + 0.008, z), offset=31 + k + z) for z in (-s / 2 + 0.043, s / 2 - 0.043)
    ]
    frame += [
        _parts.board((0.085, 0.022, s - 0.172), (x, y + 0.008, 0), axis=2, offset=41 + k + x)
        for x in (-s / 2 + 0.043, s / 2 - 0.043)
    ]
    long = (s - 0.17) * math.sqrt(2) - 0.05
    brace = _parts.board((long, 0.020, 0.080), (0, 0, 0), offset=51 + k)
    rest = brace.data["rest"]
    brace = brace.turned(rotation(y=-math.pi / 4)).moved((0, y + 0.007, 0)).with_data("rest", rest)
    head = forms.turned([(0.0055, 0.0), (0.004, 0.0025), (0.001, 0.003)], axis="y", sides=10)
    corner = s / 2 - 0.043
    at = [
        (x + d, z + e) for x in (-corner, corner) for z in (-corner, corner) for d, e in ((-0.02, 0.02), (0.02, -0.02))
    ]
    at += [(x, -s / 2 + s / 6 * (n + 0.5)) for x in (-corner, corner) for n in range(1, 5)]
    nails = join(head.moved((x, y + 0.019, z)) for x, z in at)
    return join([*planks, *frame, brace]), nails
