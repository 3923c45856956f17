"""What a town is put together from while it is built: masonry, and the places of what grows, shines and covers it."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

SNOW: Color = (0.82, 0.85, 0.91)


class Fabric:
    """Parts by material, spots (x, y, z, yaw, scale) for flower boxes and pots, (x, y, z) for lanterns. With `snow`, what lies level
    carries some of it."""

    def __init__(self, rng: np.random.Generator, *, snow: bool) -> None:
        self.masonry = Masonry()
        self.rng = rng
        self.snow = snow
        self.boxes: list[tuple[float, float, float, float, float]] = []
        self.pots: list[tuple[float, float, float, float, float]] = []
        self.lanterns: list[tuple[float, float, float]] = []
        self.obstacles: list[tuple[float, float, float]] = []

    def box(
        self, plot: Plot, material: str, low: tuple[float, float, float], high: tuple[float, float, float], tint: Color
    ) -> None:
        """A box between two corners of a plot's frame."""
        self.masonry.box(plot, material, low, high, tint)

    def put(self, plot: Plot, material: str, part: Shape, tint: Color, *, lit: Color = (0.0, 0.0, 0.0)) -> None:
        """A part given in a plot's frame."""
        self.masonry.put(plot, material, part, tint, lit=lit)

    def ledge(self, plot: Plot, low: tuple[float, float, float], high: tuple[float, float, float]) -> None:
        """Snow on a ledge that fills the box from low to high (its top at the lower height of the two), in winter only."""
        if self.snow:
            size = np.abs(np.subtract(high, low))
            heap = shapes.box(size, center=np.add(low, high) / 2, bevel=0.45 * float(size[2]))
            self.put(plot, "snow", heap, SNOW)


def bar(
    start: tuple[float, float], end: tuple[float, float], thick: float, back: float, front: float, *, ends: float = 0.0
) -> Shape:
    """A straight timber on a wall, from (u, z) to (u, z), `thick` wide, reaching out of the wall from `back` to `front`; `ends` longer
    at both."""
    a, b = np.asarray(start), np.asarray(end)
    way = (b - a) / max(float(np.linalg.norm(b - a)), 1e-9)
    a, b = a - ends * way, b + ends * way
    side = np.array([-way[1], way[0]]) * thick / 2
    ring = np.array([a - side, b - side, b + side, a + side])
    rows = [np.column_stack([ring[:, 0], np.full(4, w), ring[:, 1]]) for w in (front, back)]
    return shapes.outward(shapes.rings(np.array(rows)))


def slab(corners: F64, thick: float) -> Shape:
    """A plate whose upper face is the quad corners (4, 3), `thick` into its back."""
    c = np.asarray(corners, float)
    normal = np.cross(c[1] - c[0], c[3] - c[0])
    normal /= np.linalg.norm(normal) * np.sign(normal[2])
    return shapes.outward(shapes.rings(np.array([c - thick * normal, c])))


def leaves(
    rng: np.random.Generator, centers: F64, size_m: float, colors: tuple[Color, ...], *, facing: F64 | None = None
) -> Shape:
    """A leaf or petal at each of the centers (n, 3), its color one of `colors`, tilted at random or towards `facing` (n, 3);
    attribute `tint`."""
    n = len(centers)
    normal = rng.normal(size=(n, 3)) if facing is None else facing + 0.55 * rng.normal(size=(n, 3))
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    along = np.cross(normal, rng.normal(size=(n, 3)))
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.cross(normal, along)
    size = size_m * rng.uniform(0.7, 1.3, (n, 1))
    corners = np.stack(
        [
            centers - along * size,
            centers - 0.62 * across * size,
            centers + along * size,
            centers + 0.62 * across * size,
        ],
        1,
    )
    pick = np.asarray(colors)[rng.integers(0, len(colors), n)] * rng.uniform(0.7, 1.25, (n, 1))
    made = shapes.shape(corners.reshape(-1, 3), np.arange(4 * n).reshape(-1, 4))
    return made.with_data("tint", np.repeat(pick, 4, axis=0))
