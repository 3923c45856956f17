"""The street behind the windows: façades, awnings, plane trees, parked cars, passers-by, street lamps. Only seen, never lit:
its colors are what the eye would meet at that hour, hazier and brighter with distance. Everything here is out of focus."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._cafe.pieces import Pile, block, lathe, panel
from filmwright.scene.shapes import Shape, ball, shape
from filmwright.values import Color


class Street(NamedTuple):
    """How the street looks at an hour: `level` multiplies everything, `tint` colors it, `air` is what distance fades to, `lit`
    is the share of windows with a lamp behind them, `lamp` the glow of street lamps, `leaf_sun` how much leaves glow in the sun,
    `wet` darkens the ground and lets it mirror the sky."""

    level: float
    tint: Color
    air: Color
    lit: float = 0.0
    lamp: float = 0.0
    leaf_sun: float = 1.0
    wet: float = 0.0


_SHOPS: tuple[Color, ...] = ((0.05, 0.13, 0.15), (0.30, 0.05, 0.04), (0.09, 0.16, 0.10), (0.34, 0.24, 0.12))
_AWNINGS: tuple[Color, ...] = ((1.1, 0.14, 0.10), (0.12, 0.28, 0.5), (1.2, 1.08, 0.9), (0.12, 0.38, 0.26))
_CARS: tuple[tuple[float, Color], ...] = (
    (-1.5, (0.14, 0.16, 0.18)), (6.5, (0.5, 0.06, 0.05)), (13.0, (0.08, 0.16, 0.28)), (21.0, (0.72, 0.72, 0.70)), (30.0, (0.12, 0.2, 0.16)),
)  # fmt: skip
_WALKERS: tuple[tuple[float, float, Color], ...] = (
    (9.5, -3.9, (0.12, 0.10, 0.12)), (12.6, -4.4, (0.34, 0.10, 0.08)), (8.2, -14.5, (0.1, 0.12, 0.2)), (17.0, -4.0, (0.5, 0.45, 0.36)),
)  # fmt: skip
_WARM: Color = (3.6, 2.1, 0.85)


def build(pile: Pile, rng: np.random.Generator, street: Street) -> None:
    """The whole street, along +Y from behind the camera."""
    painter = _Painter(pile, street)
    for y in np.arange(-10, 90, 4.0):
        _ground(painter, float(y))
        _house(painter, rng, float(y))
    for y in np.arange(-7.0, 70, 8.5):
        _tree(painter, rng, float(y))
    for y, color in _CARS:
        _car(painter, y, color)
    for y, x, color in _WALKERS:
        coat = [(0.10, -0.1), (0.15, 0.7), (0.21, 0.95), (0.24, 1.3), (0.10, 1.47)]
        head = [(0.02, 1.45), (0.10, 1.52), (0.10, 1.64), (0.02, 1.73)]
        painter.put(lathe(coat, 8).moved((x, y, 0)), color, y)
        painter.put(lathe(head, 8).moved((x, y, 0)), (0.4, 0.25, 0.18), y)
    if street.lamp > 0:
        _lamps(painter)


class _Painter:
    """Puts shapes into the pile in the street's light."""

    def __init__(self, pile: Pile, street: Street) -> None:
        self.pile, self.street = pile, street

    def put(self, item: Shape, color: object, y: float, glow: bool = False) -> None:
        """A shape at distance y; `glow` keeps its own brightness whatever the hour."""
        s = self.street
        own = np.asarray(color, float) * (1.0 if glow else s.level * np.asarray(s.tint))
        far = 1 - math.exp(-max(y, 0.0) / 140)
        self.pile.put("street", item, own * (1 - far) + np.asarray(s.air) * far)


def _ground(painter: _Painter, y: float) -> None:
    dark = 1 - 0.45 * painter.street.wet
    for x, wide, z, color in (
        (-5.2, 3.3, -0.15, (1.0, 0.94, 0.85)),
        (-13.0, 7.8, -0.25, (0.60, 0.60, 0.62)),
        (-16.0, 3.0, -0.15, (0.9, 0.86, 0.78)),
    ):
        painter.put(panel((x, y, z), (wide, 0, 0), (0, 4, 0)), np.asarray(color) * dark, y)


def _house(painter: _Painter, rng: np.random.Generator, y: float) -> None:
    """Four metres of façade: a shop with an awning, three floors of shuttered windows."""
    lit = painter.street.lit
    stone = np.array((1.20, 1.0, 0.72)) * rng.uniform(0.85, 1.1)
    painter.put(block((-17, y, 3.6), (-16, y + 4, 15)), stone, y)
    painter.put(block((-17, y, 0), (-16, y + 4, 3.6)), _SHOPS[int(rng.integers(4))], y)
    shop_lit, day = rng.random(), (0.9, 0.72, 0.46) if rng.random() < 0.6 else (0.3, 0.36, 0.4)
    shop = block((-16.0, y + 0.4, 0.5), (-15.9, y + 3.6, 2.6))
    painter.put(
        shop, np.asarray(_WARM) * (0.7 + 0.6 * shop_lit) if shop_lit < 1.3 * lit else day, y, shop_lit < 1.3 * lit
    )
    awning, hue = rng.random(), _AWNINGS[int(rng.integers(4))]
    if awning < 0.75:
        painter.put(panel((-16, y + 0.2, 3.1), (1.6, 0, -0.7), (0, 3.6, 0)), hue, y)
    for floor in range(3):
        for k in range(2):
            yy, z = y + 0.65 + 2 * k, 4.4 + 3.3 * floor
            burning = rng.random() < 0.6 * lit
            pane = block((-16, yy, z), (-15.95, yy + 0.85, z + 2.0))
            painter.put(pane, np.asarray(_WARM) * 0.6 if burning else (0.22, 0.26, 0.30), y, burning)
            painter.put(block((-16, yy - 0.4, z), (-15.93, yy, z + 2.0)), (0.82, 0.86, 0.84), y)
        balcony = block((-15.95, y, 4.3 + 3.3 * floor), (-15.5, y + 4, 4.4 + 3.3 * floor))
        painter.put(balcony, (0.45, 0.42, 0.38), y)


def _tree(painter: _Painter, rng: np.random.Generator, y: float) -> None:
    """A plane tree on the near kerb, lit from behind."""
    x = -6.2 + rng.normal(0, 0.2)
    painter.put(lathe([(0.17, -0.2), (0.13, 1.2), (0.12, 4)], 8).moved((x, y, 0)), (0.20, 0.17, 0.13), y)
    n = 1000
    d = rng.normal(0, 1, (n, 3))
    spread = d / np.linalg.norm(d, axis=1, keepdims=True) * rng.uniform(0.3, 1, (n, 1)) ** 0.5
    p = np.array([x, y, 3.9]) + spread * (1.9, 2.2, 2.0)
    e1, e2 = rng.normal(0, 1, (2, n, 3)) * 0.095
    points = np.stack([p - e1, p - e2, p + e1, p + e2], 1).reshape(-1, 3)
    sun = painter.street.leaf_sun
    light = np.clip((p[:, 2] - 3.0) / 3.2 + rng.normal(0, 0.3, n), 0.12, 1.3)[:, None]
    color = np.array((0.13, 0.34, 0.05)) * light + sun * np.array((1.2, 1.6, 0.22)) * np.clip(light - 0.6, 0, 1)
    painter.put(shape(points, np.arange(4 * n).reshape(n, 4)), np.repeat(color, 4, axis=0), y)


def _car(painter: _Painter, y: float, color: Color) -> None:
    sky = np.asarray(painter.street.air) / max(painter.street.level, 0.05)
    for lo, hi, shade in (
        ((-8.3, y, 0.1), (-6.7, y + 3.9, 0.75), 1.0),
        ((-8.15, y + 0.8, 0.75), (-6.85, y + 3.2, 1.35), 0.6),
    ):
        painter.put(block(lo, hi), np.asarray(color) * shade, y)
        painter.put(panel((lo[0], lo[1], hi[2] + 0.005), (hi[0] - lo[0], 0, 0), (0, hi[1] - lo[1], 0)), 0.9 * sky, y)


def _lamps(painter: _Painter) -> None:
    """Street lamps, the tail lights of the parked cars and the lights of those that pass: bokeh, most of all."""
    glow = painter.street.lamp
    for y in np.arange(-4.0, 80, 6.0):
        for x in (-5.6, -14.0):
            painter.put(
                ball(0.20, center=(x, y, 2.9), sides=8, levels=6), np.array((9.0, 5.6, 2.4)) * glow, float(y), True
            )
    for y, _ in _CARS:
        for x in (-8.1, -6.9):
            painter.put(
                ball(0.09, center=(x, y - 0.02, 0.62), sides=8, levels=6), np.array((4.0, 0.25, 0.12)) * glow, y, True
            )
    for y, x, color in ((24.0, -10.2, (9.0, 8.0, 6.4)), (42.0, -10.4, (9.0, 8.2, 7.0)), (16.0, -12.0, (5.0, 0.4, 0.2))):
        for dx in (-0.6, 0.6):
            painter.put(ball(0.12, center=(x + dx, y, 0.65), sides=8, levels=6), np.array(color) * glow, y, True)
