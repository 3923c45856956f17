"""Shapes gathered by material into the meshes of a set, with panels and blocks cut fine enough to carry baked light."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from filmwright.scene.nodes import Mesh, Ray
from filmwright.scene.shapes import Shape, join, rotation, shape, sweep
from filmwright.scene.shapes import curve as spline
from filmwright.scene.shapes import lathe as turned_profile

F64 = NDArray[np.float64]


def panel(origin: ArrayLike, a: ArrayLike, b: ArrayLike, cell: float = 9.0) -> Shape:
    """A rectangle origin + s·a + t·b that faces a x b, in cells of at most `cell` metres; data "place" is (s, t, 0)."""
    o, u, v = (np.asarray(x, float) for x in (origin, a, b))
    nu, nv = (max(1, math.ceil(float(np.linalg.norm(x)) / cell)) for x in (u, v))
    s, t = (x.ravel() for x in np.meshgrid(np.arange(nu + 1) / nu, np.arange(nv + 1) / nv, indexing="ij"))
    index = np.arange((nu + 1) * (nv + 1)).reshape(nu + 1, nv + 1)
    faces = np.stack([index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]], -1).reshape(-1, 4)
    made = shape(o + s[:, None] * u + t[:, None] * v, faces)
    return made.with_data("place", np.column_stack([s, t, np.zeros_like(s)]))


def block(low: ArrayLike, high: ArrayLike, cell: float = 9.0, skip: str = "") -> Shape:
    """A box between two corners. `skip` names sides to leave out: "x" the one at low x, "X" at high x, and so on."""
    lo, hi = np.minimum(low, high).astype(float), np.maximum(low, high).astype(float)
    sides = []
    for axis in range(3):
        b, c = (axis + 1) % 3, (axis + 2) % 3
        eb, ec = np.eye(3)[b] * (hi - lo)[b], np.eye(3)[c] * (hi - lo)[c]
        if "xyz"[axis] not in skip:
            sides.append(panel(lo, ec, eb, cell))
        if "XYZ"[axis] not in skip:
            far = lo.copy()
            far[axis] = hi[axis]
            sides.append(panel(far, eb, ec, cell))
    return join(sides)


def lathe(profile: Sequence[tuple[float, float]], sides: int = 24) -> Shape:
    """A profile of (radius, height) rows turned about z, open at its ends; it faces outwards where the rows go up."""
    rows = np.asarray(profile, float).copy()
    rows[:, 0] = np.maximum(rows[:, 0], 1e-5)
    return turned_profile(rows, sides=sides, caps=False)


def rod(points: ArrayLike, radius: ArrayLike, *, per: int = 5, sides: int = 7, closed: bool = False) -> Shape:
    """A round rod along a smooth curve through the points; `per` steps a span; radii are spread along it."""
    control = np.asarray(points, float)
    spans = len(control) if closed else len(control) - 1
    path = spline(control, spans * per + (0 if closed else 1), closed=closed)
    r = np.atleast_1d(np.asarray(radius, float))
    along = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(r)), r)
    return sweep(path, along, sides=sides, closed=closed)


def bar(points: ArrayLike, radius: float, sides: int = 6) -> Shape:
    """A straight-sided rod through the points as they are."""
    return sweep(points, radius, sides=sides)


class Pile:
    """The growing set: shapes by material, each with a color of its own."""

    def __init__(self) -> None:
        self.parts: dict[str, list[Shape]] = {}

    def put(
        self, material: str, item: Shape, color: ArrayLike, *, at: ArrayLike = (0, 0, 0), yaw: float = 0.0,
        scale: float = 1.0,
    ) -> None:  # fmt: skip
        """Add a shape, scaled, turned by `yaw` and carried to `at`; one color or one for each point."""
        if scale != 1.0:
            item = item.scaled(scale)
        if yaw:
            item = item.turned(rotation(z=yaw))
        item = item.moved(at)
        tint = np.broadcast_to(np.asarray(color, float), (len(item.points), 3))
        self.parts.setdefault(material, []).append(item._replace(data={**item.data, "tint": tint}))

    def mesh(
        self, material: str, *, baked: bool, hidden_from: tuple[Ray, ...] = (), extra: dict[str, F64] | None = None
    ) -> Mesh:
        """Everything of one material as one Mesh, called "cafe " and the material's name."""
        whole = join(self.parts[material])
        data = {k: v for k, v in whole.data.items() if k != "place" or material in _PLACED}
        return Mesh(
            name=f"cafe {material}",
            points=whole.points,
            faces=whole.faces,
            materials=(f"cafe {material}",),
            smooth=True,
            sharp_angle_rad=SHARP_RAD,
            point_data={**data, **(extra or {})},
            baked=baked,
            hidden_from=hidden_from,
        )


SHARP_RAD = 0.6
_PLACED = ("lace", "board", "steam", "picture")  # their materials draw over "place" instead of world positions
