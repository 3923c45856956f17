"""What one sees through the glass front of the shop: low shelves of goods, lit coolers along the back wall, a counter, a white ceiling
with tubes. Parts go to the masonry by material, standing in the world."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._city.masonry import Masonry, times
from filmwright.content.environments._forecourt.works import DARK, SHOP, STEEL, TUBE, WHITE, Brand, block
from filmwright.scene import shapes
from filmwright.values import Color

_BACK_Y, _CEILING_Z = 31.6, 3.04
_GOODS: tuple[Color, ...] = (
    (0.60, 0.05, 0.03), (0.66, 0.42, 0.04), (0.05, 0.18, 0.42), (0.62, 0.60, 0.54), (0.08, 0.28, 0.08), (0.50, 0.20, 0.04),
)  # fmt: skip
_DRINKS: tuple[Color, ...] = (
    (0.45, 0.02, 0.02),
    (0.03, 0.22, 0.06),
    (0.55, 0.60, 0.62),
    (0.60, 0.35, 0.03),
    (0.03, 0.1, 0.35),
)


def interior(masonry: Masonry, brand: Brand, rng: np.random.Generator) -> None:
    """The room behind the glass, seen from in front."""
    x0, x1, y0, _, _ = SHOP
    x0, x1, front = x0 + 0.3, x1 - 0.3, y0 + 0.3
    _lit(masonry, "poster", (x0, front, 0.0), (x1, _BACK_Y, 0.02), (0.42, 0.41, 0.38), 0.12)
    _lit(masonry, "poster", (x0, _BACK_Y, 0.0), (x1, _BACK_Y + 0.1, _CEILING_Z), (0.60, 0.58, 0.53), 0.35)
    for x in (x0, x1):
        _lit(masonry, "poster", (x - 0.1, front, 0.0), (x, _BACK_Y, _CEILING_Z), (0.60, 0.58, 0.53), 0.3)
    _lit(masonry, "poster", (x0, front, _CEILING_Z), (x1, _BACK_Y, _CEILING_Z + 0.05), (0.66, 0.66, 0.64), 0.4)
    for x in np.arange(x0 + 1.5, x1 - 1.0, 2.6):
        block(
            masonry, "lamp", (x - 0.09, front + 0.8, _CEILING_Z - 0.05), (x + 0.09, _BACK_Y - 0.8, _CEILING_Z - 0.02),
            (0.75, 0.75, 0.74), lit=times(TUBE, 0.35),
        )  # fmt: skip
    for x in np.arange(-5.6, 3.4, 1.0):
        _cooler(masonry, float(x), rng)
    block(
        masonry, "band", (-5.7, _BACK_Y - 0.75, 2.34), (3.5, _BACK_Y - 0.68, 2.78), brand.second, lit=times(brand.second, 1.6)
    )  # fmt: skip
    for y, a, b in ((27.6, -5.4, -1.4), (29.3, -5.4, -1.4), (28.4, 1.5, 4.2)):
        _gondola(masonry, a, b, y, rng)
    _counter(masonry, brand, rng)


def _lit(
    masonry: Masonry, material: str, low: tuple[float, float, float], high: tuple[float, float, float], tint: Color, share: float
) -> None:  # fmt: skip
    """A block that after dark gives back a share of its own color: the shop's light on it."""
    block(masonry, material, low, high, tint, lit=times(tint, share))


def _cooler(masonry: Masonry, x: float, rng: np.random.Generator) -> None:
    """One glass door of the coolers, from x on to the right: bottles in rows before a lit back."""
    y = _BACK_Y - 0.6
    block(
        masonry,
        "glow",
        (x + 0.05, y + 0.42, 0.25),
        (x + 0.95, y + 0.45, 2.3),
        (0.5, 0.53, 0.55),
        lit=(0.50, 0.57, 0.62),
    )
    for z in np.arange(0.3, 2.1, 0.4):
        _lit(masonry, "poster", (x + 0.05, y + 0.05, z - 0.03), (x + 0.95, y + 0.42, z), (0.5, 0.5, 0.5), 0.5)
        color, tall = _DRINKS[int(rng.integers(len(_DRINKS)))], float(rng.uniform(0.2, 0.29))
        for at in np.arange(x + 0.13, x + 0.92, 0.11):
            if rng.random() < 0.9:
                _lit(masonry, "poster", (at - 0.035, y + 0.08, z), (at + 0.035, y + 0.15, z + tall), color, 0.7)
    for side in (x, x + 0.95):
        block(masonry, "plastic", (side, y - 0.02, 0.1), (side + 0.05, y + 0.06, 2.34), DARK)
    block(masonry, "plastic", (x, y - 0.02, 0.0), (x + 1.0, y + 0.45, 0.25), DARK)
    block(masonry, "plastic", (x, y - 0.02, 2.27), (x + 1.0, y + 0.45, 2.34), DARK)


def _gondola(masonry: Masonry, a: float, b: float, y: float, rng: np.random.Generator) -> None:
    """A low run of shelves from x to x, its goods to the front: heaps of one color beside heaps of another."""
    _lit(masonry, "poster", (a, y + 0.3, 0.0), (b, y + 0.34, 1.42), (0.5, 0.5, 0.48), 0.3)
    for z in (0.12, 0.52, 0.9, 1.22):
        _lit(masonry, "poster", (a, y, z - 0.03), (b, y + 0.3, z), (0.55, 0.55, 0.53), 0.4)
        at = a + 0.04
        while at < b - 0.3:
            run, color = float(rng.uniform(0.3, 0.8)), _GOODS[int(rng.integers(len(_GOODS)))]
            wide, tall = float(rng.uniform(0.12, 0.24)), float(rng.uniform(0.14, 0.28))
            for left in np.arange(at, min(at + run, b - wide), wide + 0.015):
                high = tall * float(rng.uniform(0.85, 1.0))
                _lit(masonry, "poster", (left, y + 0.03, z), (left + wide, y + 0.25, z + high), color, 0.4)
            at += run + 0.04


def _counter(masonry: Masonry, brand: Brand, rng: np.random.Generator) -> None:
    """The counter on the right: a register, a heated case, small wares on the wall behind."""
    _lit(masonry, "poster", (4.9, 28.0, 0.0), (6.9, 28.7, 1.02), times(brand.first, 0.8), 0.5)
    block(masonry, "panel", (4.8, 27.95, 1.02), (7.0, 28.75, 1.07), WHITE)
    masonry.add("plastic", shapes.box((0.4, 0.3, 0.32), center=(5.3, 28.35, 1.24), bevel=0.03), DARK)
    block(masonry, "glow", (6.1, 28.1, 1.07), (6.8, 28.5, 1.55), (0.6, 0.4, 0.12), lit=(0.75, 0.42, 0.12))
    block(masonry, "metal", (6.05, 28.05, 1.55), (6.85, 28.55, 1.62), STEEL)
    for z in (1.3, 1.62, 1.94):
        for x in np.arange(4.5, 7.0, 0.16):
            color = _GOODS[int(rng.integers(len(_GOODS)))]
            _lit(masonry, "poster", (x, _BACK_Y - 0.2, z), (x + 0.13, _BACK_Y - 0.1, z + 0.22), color, 0.5)
