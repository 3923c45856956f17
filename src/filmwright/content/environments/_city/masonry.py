"""Building with boxes against a street: parts gathered by material, in a frame of their own that lies on either side of the road.

In a facade's frame u runs along the street, w out of the wall towards the road, z up; all in metres. Point attributes: `tint`
(n, 3) the color, `lit` (n, 3) what shines from inside after dark, `pool` (n,) how much lamplight falls there.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

BLACK: Color = (0.0, 0.0, 0.0)
_UNIT = shapes.box((1.0, 1.0, 1.0), center=(0.5, 0.5, 0.5))


def times(color: Color, factor: float) -> Color:
    """A color so many times as bright."""
    return (factor * color[0], factor * color[1], factor * color[2])


class Frame(Protocol):
    """Where what is built against a street stands."""

    @property
    def side(self) -> int:
        """-1 if u, w, z is a left-handed frame, else +1."""

    def placed(self, points: F64) -> F64:
        """Points (n, 3) given as u, w, z in the world."""


class Facade(NamedTuple):
    """One house's plot: side -1 left or +1 right of the road, where along the street it begins, how far its wall stands from the
    middle of the road."""

    side: int
    start_m: float
    wall_m: float

    def placed(self, points: F64) -> F64:
        """Points (n, 3) given as u, w, z in the world."""
        return np.column_stack([self.side * (self.wall_m - points[:, 1]), self.start_m + points[:, 0], points[:, 2]])


class Shop(NamedTuple):
    """Where a shop's name stands: the side of the road, its middle along the street, how wide it is, how high the name stands."""

    side: int
    y_m: float
    wide_m: float
    high_m: float


class Masonry:
    """Parts of the street by material."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Shape]] = {}
        self.shops: list[Shop] = []

    def add(self, material: str, part: Shape, tint: Color, *, lit: Color = BLACK) -> None:
        """A part that stands in the world already."""
        made = part.with_data("tint", tint).with_data("lit", lit)
        self._parts.setdefault(material, []).append(made)

    def take_painted(self, material: str, part: Shape) -> None:
        """A part that stands in the world already and carries its own `tint`."""
        self._parts.setdefault(material, []).append(part.with_data("lit", BLACK))

    def put(self, facade: Frame, material: str, part: Shape, tint: Color, *, lit: Color = BLACK) -> None:
        """A part given in a facade's frame."""
        moved = part._replace(points=facade.placed(part.points))
        if facade.side < 0:  # two turned axes keep their hand, one mirrored axis does not
            moved = moved._replace(faces=moved.faces[:, [3, 2, 1, 0]])
        self.add(material, moved, tint, lit=lit)

    def boxes(self, facade: Frame, material: str, low: F64, high: F64, tint: Color, *, lit: Color = BLACK) -> None:
        """Boxes between corners low and high (n, 3) in a facade's frame, all of one color."""
        low, high = np.atleast_2d(low), np.atleast_2d(high)
        n, k = len(low), len(_UNIT.points)
        points = low[:, None] + _UNIT.points[None] * (high - low)[:, None]
        faces = _UNIT.faces[None] + (np.arange(n) * k)[:, None, None]
        self.put(facade, material, shapes.shape(points.reshape(-1, 3), faces.reshape(-1, 4)), tint, lit=lit)

    def box(
        self, facade: Frame, material: str, low: tuple[float, float, float], high: tuple[float, float, float], tint: Color,
        *, lit: Color = BLACK,
    ) -> None:  # fmt: skip
        """One box in a facade's frame."""
        self.boxes(facade, material, np.array([low]), np.array([high]), tint, lit=lit)

    def panes(self, facade: Frame, material: str, corners: F64, tints: F64, lits: F64) -> None:
        """Quads (n, 4, 3) in a facade's frame, each of its own color and light (n, 3)."""
        n = len(corners)
        faces = np.arange(4 * n).reshape(-1, 4)
        if facade.side < 0:
            faces = faces[:, ::-1]
        part = shapes.shape(facade.placed(corners.reshape(-1, 3)), faces)
        data = {"tint": np.repeat(tints, 4, axis=0), "lit": np.repeat(lits, 4, axis=0)}
        self._parts.setdefault(material, []).append(part._replace(data=data))

    def take(self, other: Masonry, offset: tuple[float, float, float]) -> None:
        """All parts of another, carried by `offset`."""
        for name, parts in other._parts.items():
            self._parts.setdefault(name, []).extend(part.moved(offset) for part in parts)

    def gathered(self) -> dict[str, Shape]:
        """One Shape a material."""
        return {name: shapes.join(parts) for name, parts in self._parts.items()}
