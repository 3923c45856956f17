"""A ridge tent, its door tied back, held by lines and pegs."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, ball, curve, join, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tent", "camping tent")
EXAMPLE = "An orange tent in a meadow"
COLOR = "orange"
MATERIALS = ("cotton", "silk")
HOME = ("meadow", "forest", "studio")
HIGH_M, WIDE_M, LONG_M = 1.35, 1.9, 2.2  # a tent for two


class Params(NamedTuple):
    """One tent: color, material, size."""

    color: Color
    material: str
    scale: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The tent somebody asked for."""
    return Params(things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member))


def build(params: Params) -> Thing:
    """The tent, its door at the front, +Y."""
    cloth = join([_slope(1), _slope(-1), _end(-LONG_M / 2, 0.0), _end(LONG_M / 2, 0.42), *_flaps()])
    floor = rings(
        np.array([[(x, y, 0.012) for x in (-WIDE_M / 2, WIDE_M / 2)] for y in (-LONG_M / 2, LONG_M / 2)]),
        around=False,
        caps=False,
    )
    seams = [
        _hem(1),
        _hem(-1),
        sweep([(0, y, float(_ridge(y)) + 0.004) for y in np.linspace(-1.1, 1.1, 24)], 0.012, sides=8),
    ]
    poles = [sweep([(0, y, 0.0), (0, y, HIGH_M + 0.09)], 0.014, sides=12) for y in (-LONG_M / 2, LONG_M / 2)]
    poles += [ball(0.022, center=(0, y, HIGH_M + 0.09), sides=14, levels=10) for y in (-LONG_M / 2, LONG_M / 2)]
    lines, pegs = [], []
    for start, end in _guys():
        lines.append(sweep([start, end], 0.0035, sides=6))
        pegs.append(sweep([end + [0, 0, 0.04], end - [0, 0, 0.03]], 0.009, sides=8))
    dark = tuple(0.45 * c for c in params.color)
    thing = Thing(
        nodes=(
            things.mesh("tent cloth", cloth, "cloth", sharp_rad=math.radians(40)).model_copy(
                update={"solidify_m": 0.004}
            ),
            things.mesh("tent floor", floor, "floor"),
            things.mesh("tent seams", join(seams), "seam"),
            things.mesh("tent poles", join([*poles, *pegs]), "pole"),
            things.mesh("tent lines", join(lines), "line"),
        ),
        materials={
            "cloth": things.made_of(params.material, params.color).model_copy(update={"translucent": 0.3}),
            "floor": _parts.plain("plastic", "#2c3136"),
            "seam": things.made_of("cotton", (dark[0], dark[1], dark[2])),
            "pole": _parts.plain("metal", "#b4b7ba"),
            "line": _parts.plain("cotton", "#e8e2d2"),
        },
        view_rad=0.6,
    )
    return things.scaled(thing, params.scale)


def _ridge(y: ArrayLike) -> F64:
    """Height of the ridge: cloth that hangs a little between its poles."""
    return np.asarray(HIGH_M - 0.05 * (1 - (2 * np.asarray(y, float) / LONG_M) ** 2))


def _slope(side: int) -> Shape:
    """One side of the roof, sagging, drawn down to its pegs at the hem."""
    ys = np.linspace(-LONG_M / 2, LONG_M / 2, 41)
    t = np.linspace(0, 1, 24)
    rows = []
    for f in t:
        sag = 0.05 * math.sin(math.pi * f) * (0.35 + 0.65 * (1 - (2 * ys / LONG_M) ** 2))
        lift = f**6 * 0.03 * np.abs(np.sin(2 * math.pi * ys / LONG_M * 2))
        x = side * (WIDE_M / 2 * f - sag * 0.8)
        rows.append(np.column_stack([x, ys, _ridge(ys) * (1 - f) - sag * 0.55 + 0.015 + lift]))
    return rings(np.array(rows), around=False, caps=False)


def _hem(side: int) -> Shape:
    """The bound lower edge of a side."""
    ys = np.linspace(-LONG_M / 2, LONG_M / 2, 41)
    z = 0.015 + 0.03 * np.abs(np.sin(2 * math.pi * ys / LONG_M * 2))
    return sweep(np.column_stack([np.full(41, side * WIDE_M / 2), ys, z]), 0.011, sides=8)


def _end(y: float, door: float) -> Shape:
    """A gable; `door` is how far from its middle, as a share of its half width, the cloth is cut away."""
    out = []
    for side in (-1, 1):
        rows = []
        for f in np.linspace(0, 1, 16):
            outer = WIDE_M / 2 * f - 0.04 * math.sin(math.pi * f)
            xs = np.linspace(door * outer, outer, 10)
            rows.append(np.column_stack([side * xs, np.full(10, y), np.full(10, _ridge(y) * (1 - f) + 0.015)]))
        out.append(rings(np.array(rows), around=False, caps=False))
    return join(out)


def _flaps() -> list[Shape]:
    """The two halves of the door, rolled back along their edges and tied."""
    out = []
    for side in (-1, 1):
        top = np.array([side * 0.03, LONG_M / 2 + 0.02, HIGH_M - 0.08])
        foot = np.array([side * 0.42 * WIDE_M / 2, LONG_M / 2 + 0.04, 0.03])
        path = curve([top, (top + foot) / 2 + [side * 0.015, 0.02, 0], foot], 30)
        t = np.linspace(0, 1, 30)
        roll = 0.016 + 0.036 * t - 0.016 * np.exp(-(((t - 0.55) / 0.05) ** 2))
        out.append(sweep(path, roll, sides=14))
    return out


def _guys() -> list[tuple[F64, F64]]:
    """From where to where the lines run."""
    out = [(np.array([0, s * LONG_M / 2, HIGH_M + 0.06]), np.array([0, s * (LONG_M / 2 + 0.95), 0.0])) for s in (-1, 1)]
    out += [
        (np.array([s * WIDE_M / 2 * 0.55, y, HIGH_M * 0.45]), np.array([s * (WIDE_M / 2 + 0.35), y, 0.0]))
        for s in (-1, 1)
        for y in (-LONG_M / 2, LONG_M / 2)
    ]
    return out
