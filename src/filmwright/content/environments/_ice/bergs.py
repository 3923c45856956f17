"""Icebergs and their pieces: bodies cut by planes where ice has broken, fluted by meltwater, undercut where waves lap at them."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np

from filmwright.scene import noise, shapes
from filmwright.scene.shapes import F64, Shape

Form = Literal["pinnacle", "wedge", "table"]
_WORN = 60.0  # how sharp the edges between two planes are; chosen


class Berg(NamedTuple):
    """One iceberg: where it floats, how wide and high over the water it is, which way it is turned."""

    x: float
    y: float
    wide_m: float
    high_m: float
    form: Form
    seed: int
    yaw_rad: float = 0.0


def berg(one: Berg, *, sides: int = 220, levels: int = 80) -> Shape:
    """The iceberg where it floats, the water's surface at z = 0: one large body and what has split off it."""
    rng = np.random.default_rng([one.seed, 311])
    parts = [_body(rng, one.wide_m, one.high_m, one.form, sides, levels)]
    if one.form != "table":
        for k in range(4):
            turn, share = 1.7 * k + rng.uniform(-0.5, 0.5), rng.uniform(0.4, 0.68)
            form: Form = "pinnacle" if k % 2 else "wedge"
            high = one.high_m * rng.uniform(0.3, 0.85) * (0.9 if k < 2 else 0.5)
            split = _body(rng, one.wide_m * share, high, form, sides // 2, levels // 2)
            out = one.wide_m * rng.uniform(0.2, 0.46)
            spread = split.turned(shapes.rotation(z=rng.uniform(0, 3.0)))
            parts.append(spread.moved((out * math.cos(turn), 0.8 * out * math.sin(turn), 0.0)))
    return shapes.join(parts).turned(shapes.rotation(z=one.yaw_rad)).moved((one.x, one.y, 0.0))


def block(seed: int) -> Shape:
    """A broken piece of ice, about 1 m wide and half as high, that stands on z = 0."""
    rng = np.random.default_rng([seed, 313])
    return _body(rng, 1.0, 0.55, "wedge", 34, 18)


def _planes(rng: np.random.Generator, wide: float, high: float, form: Form) -> tuple[F64, F64]:
    """Normals (n, 3) of the planes that cut a body, and their distances (n,) from its middle on the water."""
    count = 9
    turn = 2 * math.pi * (np.arange(count) + rng.uniform(-0.32, 0.32, count)) / count
    lean = rng.uniform(0.02, 0.10, count) if form == "table" else rng.uniform(0.05, 0.5, count)
    reach = 0.5 * wide * rng.uniform(0.72, 1.05, count)
    walls = np.column_stack([np.cos(turn) * np.cos(lean), np.sin(turn) * np.cos(lean), np.sin(lean)])
    tops = {"table": (0.05, 1), "wedge": (0.42, 2), "pinnacle": (0.9, 3)}[form]
    turn = rng.uniform(0, 2 * math.pi) + 2 * math.pi * np.arange(tops[1]) / tops[1] + rng.uniform(-0.4, 0.4, tops[1])
    lean = tops[0] * rng.uniform(0.72, 1.3, tops[1])
    roofs = np.column_stack([np.cos(turn) * np.sin(lean), np.sin(turn) * np.sin(lean), np.cos(lean)])
    # Roofs meet off the middle, each at its own height: no pyramid.
    ridge = high * np.cos(lean) * rng.uniform(0.72, 1.15, tops[1])
    return np.concatenate([walls, roofs]), np.concatenate([reach * np.cos(np.arcsin(walls[:, 2])), ridge])


def _body(rng: np.random.Generator, wide: float, high: float, form: Form, sides: int, levels: int) -> Shape:
    """One body about `wide` metres across; its longer axis is x."""
    normals, reach = _planes(rng, wide, high, form)
    seed = int(rng.integers(1, 10_000))
    knee = min(1.2, 1.15 * math.atan2(high, 0.5 * wide))
    low = levels * 3 // 5
    lat = np.concatenate(
        [np.linspace(-0.12, knee, low, endpoint=False), np.linspace(knee, math.pi / 2 - 0.02, levels - low)]
    )
    lon = np.arange(sides) * 2 * math.pi / sides
    way = np.stack(
        [
            np.outer(np.cos(lat), np.cos(lon)),
            np.outer(np.cos(lat), np.sin(lon)),
            np.repeat(np.sin(lat)[:, None], sides, 1),
        ],
        -1,
    )
    facing = np.maximum(way @ normals.T, 1e-3)
    radius = (np.minimum(reach / facing, 4.0 * wide) ** -_WORN).sum(axis=-1) ** (-1.0 / _WORN)
    at = way * radius[..., None]
    x, y, z = at[..., 0], at[..., 1], at[..., 2]
    unit = 1.0 / wide
    crags = noise.fractal((x + 0.5 * z) * 4.2 * unit, (y - 0.6 * z) * 4.2 * unit, 5, ridged=True, seed=seed) - 0.45
    flutes = noise.fractal(x * 11.0 * unit, y * 11.0 * unit, 3, ridged=True, seed=seed + 1) - 0.45
    steep = np.clip(1.3 - lat[:, None] / max(knee, 0.3), 0.15, 1.0)
    bulge = 1.0 + 0.10 * crags + 0.06 * flutes * steep
    # Waves eat a notch at the waterline; under it the ice is wider again.
    lap = 0.045 * high
    bulge = bulge * (1.0 - 0.05 * np.exp(-(((z - 0.9 * lap) / lap) ** 2)) + 0.05 * np.clip(-z / lap, 0, 1))
    return shapes.rings(at * bulge[..., None] * np.array([1.18, 0.9, 1.0]))


def waterline(made: Shape, within_m: float = 0.8) -> F64:
    """Points (n, 2) of a body of ice that lie about the water's surface."""
    return np.asarray(made.points[np.abs(made.points[:, 2]) < within_m, :2])
