"""A writing desk: a pedestal of three drawers, a wide drawer under the top, tapered legs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("desk", "writing desk", "office desk")
EXAMPLE = "A desk in a studio"
COLOR = "light_brown"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
WIDTH_M, DEPTH_M, HEIGHT_M = 1.35, 0.65, 0.75


class Params(NamedTuple):
    """One desk: material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A desk, painted where the text gives it a color that wood does not have."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member))


def build(params: Params) -> Thing:
    """The desk, its drawers in front (+Y), the side where one sits."""
    w, d, h = WIDTH_M, DEPTH_M, HEIGHT_M
    top = [
        _parts.board((w, d / 3 - 0.001, 0.03), (0, (k - 1) * d / 3, h - 0.015), bevel=0.005, offset=2.0 * k)
        for k in range(3)
    ]
    box_w, box_x = 0.42, w / 2 - 0.05 - 0.21
    low = 0.16
    body = [
        _parts.board((box_w, d - 0.08, 0.018), (box_x, 0, low + 0.009)),
        *[
            _parts.board(
                (0.018, d - 0.08, h - low - 0.03),
                (box_x + s * (box_w / 2 - 0.009), 0, (h + low - 0.03) / 2),
                axis=2,
                offset=s,
            )
            for s in (-1, 1)
        ],
        _parts.board((box_w, 0.015, h - low - 0.03), (box_x, -d / 2 + 0.05, (h + low - 0.03) / 2), axis=2, offset=4),
        _parts.board((w - 0.10 - box_w, 0.018, 0.16), (-box_w / 2, -d / 2 + 0.06, h - 0.12), offset=5),
        _parts.board((0.018, d - 0.10, 0.12), (-w / 2 + 0.07, 0, h - 0.09), offset=6),
    ]
    fronts, pulls = [], []
    for z, tall in ((h - 0.104, 0.142), (h - 0.274, 0.192), (low + 0.112, 0.208)):
        fronts.append(_drawer(box_w - 0.012, tall, box_x, z))
        pulls.append(_pull(box_x, z + 0.2 * tall))
    wide = w - 0.13 - box_w
    fronts.append(_drawer(wide, 0.095, -box_w / 2 - 0.005, h - 0.03 - 0.056))
    pulls += [_pull(-box_w / 2 - 0.005 + s * 0.2, h - 0.03 - 0.056) for s in (-1, 1)]
    tray = _parts.board((wide, d - 0.12, 0.012), (-box_w / 2 - 0.005, 0.0, h - 0.14))
    legs = [
        _parts.leg((x, y, low + 0.01 if x > 0 else h - 0.03), (x * 1.015, y * 1.04, 0), (0.045, 0.028), offset=x + y)
        for x in (-w / 2 + 0.07, w / 2 - 0.09)
        for y in (-d / 2 + 0.07, d / 2 - 0.07)
    ]
    legs += [
        _parts.leg((box_x - 0.17, y, low + 0.01), (box_x - 0.175, y * 1.04, 0), (0.045, 0.028), offset=y)
        for y in (-d / 2 + 0.07, d / 2 - 0.07)
    ]
    thing = Thing(
        nodes=(
            things.mesh("desk body", join([*top, *body, tray, *legs]), "wood"),
            things.mesh("desk drawers", join(fronts), "wood"),
            things.mesh("desk pulls", join(pulls), "brass"),
        ),
        materials={"wood": things.made_of(params.material, params.color), "brass": _parts.plain("gold", "#c8c8c8")},
        view_rad=0.5,
        top=(0.0, 0.0, h),
    )
    return things.scaled(thing, params.size)


def _drawer(width: float, height: float, x: float, z: float) -> Shape:
    """The front of a drawer, set on with a gap round it."""
    return _parts.grained(
        _parts.front(_parts.slab(width, height - 0.006, 0.02, radius=0.003, bevel=0.003), DEPTH_M / 2 - 0.042, z).moved(
            (x, 0, 0)
        ),
        0,
        7 * z,
    )


def _pull(x: float, z: float) -> Shape:
    """A brass bow to pull a drawer by."""
    y = DEPTH_M / 2 - 0.022
    return sweep(
        [
            (x - 0.045, y, z),
            (x - 0.042, y + 0.018, z),
            (x - 0.032, y + 0.024, z),
            (x + 0.032, y + 0.024, z),
            (x + 0.042, y + 0.018, z),
            (x + 0.045, y, z),
        ],
        0.0045,
        sides=12,
    )
