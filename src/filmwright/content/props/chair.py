"""A wooden dining chair with a bent back and a padded seat."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _soft
from filmwright.scene.shapes import Shape, curve, join, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("chair", "wooden chair", "dining chair")
EXAMPLE = "A red chair in a studio"
COLOR = "light_brown"
MATERIALS = ("wood", "lacquer", "metal", "plastic")
HOME = ("studio", "dining_room")
SEAT_M = 0.44  # height of the wooden seat; usual chairs seat one at 0.45 to 0.47 m
WIDTH_M, DEPTH_M, BACK_M = 0.45, 0.43, 0.90


class Params(NamedTuple):
    """One chair: its frame's material and linear color, the linear color of its cushion, its size against the usual."""

    material: str
    color: Color
    cloth: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A chair; the cushion is in another tone."""
    material, color = _parts.painted_wood(member, COLOR)
    cloths = ("#d8cfbd", "#8f9a8c", "#6f7c88")
    cloth = things.color_of(Member(id=member.id, kind=member.kind), cloths[int(rng.integers(len(cloths)))])
    return Params(material, color, cloth, things.size_of(member))


def build(params: Params) -> Thing:
    """The chair, its back behind (-Y)."""
    w, d = WIDTH_M, DEPTH_M
    legs = [
        _parts.leg(
            (x * (w / 2 - 0.035), d / 2 - 0.04, SEAT_M), (x * (w / 2 - 0.02), d / 2 - 0.02, 0), (0.042, 0.028), offset=x
        )
        for x in (-1, 1)
    ]
    posts = [_post(x * (w / 2 - 0.03), 2.0 * x) for x in (-1, 1)]
    aprons = [
        _parts.board((w - 0.07, 0.02, 0.06), (0, d / 2 - 0.045, SEAT_M - 0.035)),
        _parts.board((w - 0.07, 0.02, 0.06), (0, -d / 2 + 0.05, SEAT_M - 0.035)),
        *[_parts.board((0.02, d - 0.08, 0.06), (x * (w / 2 - 0.045), 0, SEAT_M - 0.035)) for x in (-1, 1)],
    ]
    stretchers = [_parts.board((0.018, d - 0.07, 0.024), (x * (w / 2 - 0.03), 0.0, 0.17)) for x in (-1, 1)]
    stretchers.append(_parts.board((w - 0.07, 0.018, 0.024), (0, 0.02, 0.17)))
    seat = _parts.grained(_parts.slab(w, d, 0.022, radius=0.05, bevel=0.008), 0).moved((0, 0, SEAT_M - 0.004))
    rails = [_rail(0.865, 0.095, 5.0), _rail(0.715, 0.04, 6.0), _rail(0.60, 0.04, 7.0)]
    wood = join([*legs, *posts, *aprons, *stretchers, seat, *rails])
    pad = _soft.cushion(
        (w - 0.035, d - 0.035, 0.038), plump_m=0.016, edge_m=0.014, corner_m=0.06, wrinkle_m=0.003, welt_m=0.0042
    ).moved((0, 0.005, SEAT_M + 0.037))
    thing = Thing(
        nodes=(things.mesh("chair frame", wood, "frame"), things.mesh("chair cushion", pad, "cloth")),
        materials={
            "frame": things.made_of(params.material, params.color),
            "cloth": things.made_of("cotton", params.cloth),
        },
        view_rad=0.62,
        top=(0.0, 0.0, SEAT_M + 0.065),
        sits=((0.0, 0.02, SEAT_M + 0.05, 0.0),),
    )
    return things.scaled(thing, params.size)


def _back_y(z: float) -> float:
    """Where the back stands at a height, in metres along Y: upright to the seat, then leaning away."""
    over = max(0.0, z - SEAT_M)
    return -DEPTH_M / 2 + 0.025 - 0.16 * over - 0.18 * over**2 - 0.09 * max(0.0, 0.3 - z)


def _post(x: float, offset: float) -> Shape:
    """A back leg that goes on as a post of the back."""
    stack = []
    for z in np.linspace(0.0, BACK_M, 19):
        side = 0.028 + 0.014 * (1 - abs(z - SEAT_M) / 0.48)
        o = rounded_rectangle(0.9 * side, 1.1 * side, 0.3 * side, per_corner=4) * (0.8 if z >= BACK_M - 0.01 else 1.0)
        stack.append(np.column_stack([o[:, 0] + x, o[:, 1] + _back_y(z), np.full(len(o), z)]))
    return _parts.grained(rings(np.array(stack)), 2, offset)


def _rail(z: float, height: float, offset: float) -> Shape:
    """A bent board between the posts."""
    half = WIDTH_M / 2 - 0.03
    bend = curve([(-half, 0.0), (-half / 2, -0.022), (0, -0.03), (half / 2, -0.022), (half, 0.0)], 21)
    stack = []
    for x, y in bend:
        o = rounded_rectangle(0.017, height, 0.007, per_corner=4)
        stack.append(np.column_stack([np.full(len(o), x), _back_y(z) + y + o[:, 0] + 0.16 * -o[:, 1], z + o[:, 1]]))
    return _parts.grained(rings(np.array(stack)), 0, offset)
