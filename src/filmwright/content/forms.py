"""Forms that makers of things build from: rods and pipes, hoops, rounds about any axis, lofts, plates, copies in a ring."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.interpolate import PchipInterpolator

from filmwright.content.kinds import F64
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, rotation, shape, sweep

Axis = Literal["x", "y", "z"]
Points = Sequence[ArrayLike] | F64
_TURNS = {"x": rotation(y=math.pi / 2), "y": rotation(x=-math.pi / 2), "z": np.eye(3)}


def along(item: Shape, axis: Axis) -> Shape:
    """A shape made upright, laid along an axis."""
    return item if axis == "z" else item.turned(_TURNS[axis])


def rod(a: ArrayLike, b: ArrayLike, radius: float | tuple[float, float], *, sides: int = 14, slot: int = 0) -> Shape:
    """A straight round bar from a to b; two radii make it taper."""
    ends = np.stack([np.asarray(a, float), np.asarray(b, float)])
    return sweep(ends, np.asarray(radius, float), sides=sides, slot=slot)


def pipe(points: Points, radius: ArrayLike, *, count: int = 32, sides: int = 10, slot: int = 0) -> Shape:
    """A bent tube through points; `radius` is one number or as many as there are points."""
    p = np.array([np.asarray(q, float) for q in points])
    r = np.broadcast_to(np.asarray(radius, float), (len(p),))
    smooth = curve(np.column_stack([p, r]), count)
    return sweep(smooth[:, :3], np.maximum(smooth[:, 3], 1e-4), sides=sides, slot=slot)


def hoop(
    radius: float, tube: float, at: ArrayLike = (0, 0, 0), *, axis: Axis = "z", flat: float = 1.0, slot: int = 0
) -> Shape:
    """A ring of round wire about an axis through `at`; `flat` is its height against its width."""
    a = np.linspace(0, 2 * math.pi, 14, endpoint=False)
    profile = np.column_stack([radius + tube * np.cos(a), flat * tube * np.sin(a)])
    return along(lathe(profile, sides=56, closed=True, slot=slot), axis).moved(at)


def turned(
    profile: ArrayLike,
    at: ArrayLike = (0, 0, 0),
    *,
    axis: Axis = "z",
    sides: int = 48,
    caps: bool = True,
    slot: int = 0,
) -> Shape:
    """A profile of rows (radius, way along the axis) turned about an axis through `at`; caps close its ends."""
    return along(lathe(profile, sides=sides, caps=caps, slot=slot), axis).moved(at)


def vessel(outside: ArrayLike, wall: float, *, floor: float, sides: int = 64, slot: int = 0) -> Shape:
    """A hollow round: rows (radius, z) of its outside from the foot to the rim, and how thick its wall is; its floor is at `floor`."""
    o = np.asarray(outside, float)
    inner = o[::-1][o[::-1][:, 1] > floor] - [wall, 0.0]
    profile = np.concatenate([[(0.0005, o[0, 1])], o, inner, [(0.0005, floor)]])
    profile[:, 0] = np.maximum(profile[:, 0], 0.0005)
    return lathe(profile, sides=sides, caps=False, slot=slot)


def loft(
    rows: ArrayLike, *, power: float = 2.0, count: int = 80, sides: int = 48, axis: Axis = "y", slot: int = 0
) -> Shape:
    """A body of rounded sections along an axis. rows: place on the axis, half width, height of the middle, half height (upright
    ones: y of the middle, half depth); smoothed between without overshooting. Sections are superellipses: power 2 round, more is
    squarer."""
    r = np.asarray(rows, float)
    r = r[np.argsort(r[:, 0])]
    t = np.linspace(0, 1, count)
    ends = 0.6 * t + 0.4 * (0.5 - 0.5 * np.cos(math.pi * t))
    at = r[0, 0] + (r[-1, 0] - r[0, 0]) * ends
    wide, middle, high = (PchipInterpolator(r[:, 0], r[:, k])(at) for k in (1, 2, 3))
    a = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    u, v = np.sign(c) * np.abs(c) ** (2 / power), np.sign(s) * np.abs(s) ** (2 / power)
    stack = np.stack(
        [
            np.maximum(wide, 1e-3)[:, None] * u,
            np.broadcast_to(at[:, None], (count, sides)),
            middle[:, None] + np.maximum(high, 1e-3)[:, None] * v,
        ],
        -1,
    )
    order = {"x": [1, 0, 2], "y": [0, 1, 2], "z": [0, 2, 1]}[axis]
    return rings(stack[..., order], slot=slot)


def plate(outline: ArrayLike, thick: float, *, bevel: float = 0.0, slot: int = 0) -> Shape:
    """An outline (n, 2) as it is seen from the front (x to the right of who looks, y up), star-shaped about its middle, as an upright
    plate of a thickness that looks along +Y, its back at y = 0."""
    o = np.asarray(outline, float)
    mid = o.mean(axis=0)
    reach = max(float(np.abs(o - mid).max()), 1e-9)
    inner = mid + (o - mid) * (1 - bevel / reach)
    levels = [(0.0, o), (thick, o)] if bevel <= 0 else [(0.0, inner), (bevel, o), (thick - bevel, o), (thick, inner)]
    return rings(np.array([np.column_stack([-q[:, 0], np.full(len(q), y), q[:, 1]]) for y, q in levels]), slot=slot)


def sheet(rows: ArrayLike, slot: int = 0) -> Shape:
    """Rows of points (m, n, 3) joined to a sheet."""
    return rings(rows, around=False, caps=False, slot=slot)


def wall(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, slot: int = 0) -> Shape:
    """A flat four-cornered sheet."""
    return shape(np.array([a, b, c, d], float), np.array([[0, 1, 2, 3]]), slot)


def ring_of(item: Shape, count: int, *, start_rad: float = 0.0, axis: Axis = "z") -> Shape:
    """Copies of a shape turned round an axis through the origin."""
    steps = [start_rad + 2 * math.pi * k / count for k in range(count)]
    return join(item.turned(rotation(**{axis: a})) for a in steps)


def sides_of(items: Iterable[Shape]) -> Shape:
    """Shapes and their mirror images on the left."""
    made = list(items)
    return join([*made, *(m.mirrored(0) for m in made)])


def middles(item: Shape) -> F64:
    """The middle (f, 3) of every face."""
    f = np.where(item.faces >= 0, item.faces, item.faces[:, :1])
    return np.asarray(item.points[f].mean(axis=1), float)


def slotted(item: Shape, slot_of: Callable[[F64], NDArray[np.int64]]) -> Shape:
    """The shape with the slot that `slot_of` gives for the middle of each face."""
    return item._replace(slot=np.asarray(slot_of(middles(item)), np.int64))
