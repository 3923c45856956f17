"""A stop sign: a red octagon on a post."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, box, join, lathe, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("stop sign",)
EXAMPLE = "A stop sign"
COLOR = "red"
HOME = ("city_street", "neon_street", "studio")


class Params(NamedTuple):
    """One stop sign: color of its face, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The stop sign somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The sign on its galvanised post."""
    z, r = 2.15, 0.40
    border = _octagon(r, 0.004).moved((0, 0.034, z))
    face = _octagon(r * 0.945, 0.0046).moved((0, 0.034, z))
    back = _octagon(r, 0.003).moved((0, 0.030, z))
    post = sweep([(0, 0, 0.0), (0, 0, z + 0.36)], 0.030, sides=24)
    clamps = [box((0.12, 0.05, 0.035), center=(0, 0.012, z + s), bevel=0.006) for s in (-0.18, 0.18)]
    foot = lathe([(0.09, 0.0), (0.09, 0.012), (0.036, 0.02), (0.033, 0.06)], sides=28, caps=False)
    letters = join([_letter(k, (k - 1.5) * 0.158) for k in range(4)]).moved((0, 0.0406, z))
    thing = Thing(
        nodes=(
            things.mesh("stop sign face", face, "red"),
            things.mesh("stop sign border", border, "white"),
            things.mesh("stop sign letters", letters, "white"),
            things.mesh("stop sign back", back, "post"),
            things.mesh("stop sign post", join([post, *clamps, foot]), "post"),
        ),
        materials={
            "red": things.made_of("plastic", params.color),
            "white": things.made_of("plastic", (0.82, 0.82, 0.80)),
            "post": things.made_of("metal", (0.42, 0.43, 0.44)),
        },
        view_rad=0.28,
        face=(0.0, 0.04, z),
        face_m=0.8,
    )
    return things.scaled(thing, params.scale)


def _octagon(r: float, thick: float) -> Shape:
    """An upright plate that looks along +Y, corners rounded by its bevel."""
    a = np.radians(22.5 + 45 * np.arange(8))
    rows = [
        np.column_stack(
            [
                k * r / math.cos(math.radians(22.5)) * np.cos(a),
                np.full(8, y),
                k * r / math.cos(math.radians(22.5)) * np.sin(a),
            ]
        )
        for k, y in ((0.02, 0.0), (1.0, 0.0), (1.0, thick), (0.02, thick))
    ]
    return rings(np.array(rows)[:, ::-1], caps=False)


def _letter(index: int, x: float) -> Shape:
    """S, T, O or P in strokes, seen from +Y (its left is at +X)."""
    h, w, t = 0.125, 0.050, 0.022
    a = np.linspace(0, 2 * math.pi, 40)
    if index == 0:
        top = [(w * math.cos(v), 0.5 * h + 0.5 * h * math.sin(v)) for v in np.linspace(0.35, 1.5 * math.pi, 20)]
        low = [
            (w * math.cos(v), -0.5 * h + 0.5 * h * math.sin(v)) for v in np.linspace(0.5 * math.pi, 0.35 - math.pi, 20)
        ]
        lines = [top + low[1:]]
    elif index == 1:
        lines = [[(-w * 1.1, h), (w * 1.1, h)], [(0.0, h), (0.0, -h)]]
    elif index == 2:
        lines = [[(w * float(np.cos(v)), h * float(np.sign(np.sin(v)) * np.abs(np.sin(v)) ** 0.7)) for v in a]]
    else:
        bowl = [
            (-w + w * 0.9 + w * math.cos(v), 0.5 * h + 0.5 * h * math.sin(v))
            for v in np.linspace(math.pi / 2, -math.pi / 2, 18)
        ]
        lines = [[(-w, -h), (-w, h)], [(-w, h), *bowl, (-w, 0.0)]]
    made = []
    for line in lines:
        path = np.array([(-(x + px), 0.0, pz) for px, pz in line])
        made.append(sweep(path, t / 1.25, sides=8, flat=0.16))
    flat = join(made)
    return flat._replace(points=flat.points * [1.0, 0.12, 1.0])
