"""Paper lanterns: before a shop, and in strings across the street."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._street.canvas import HALF_M, Canvas, Facade
from filmwright.scene.shapes import lathe, sweep
from filmwright.values import Color

RED_PAPER: Color = (1.25, 0.085, 0.012)
ORANGE_PAPER: Color = (1.05, 0.20, 0.022)


def lantern(f: Facade, at: tuple[float, float, float], radius: float = 0.17, paper: Color = RED_PAPER) -> None:
    """A ribbed paper lantern, brighter where its lamp is, at local `at` (its middle)."""
    z = np.linspace(-0.24, 0.24, 13)
    outline = np.interp(z, [-0.24, -0.21, -0.12, 0, 0.12, 0.21, 0.24], [0.07, 0.13, 0.165, 0.175, 0.165, 0.13, 0.07])
    rib = np.arange(13) % 2
    scale = radius / 0.17
    shape = lathe(np.column_stack([outline * (1 - 0.035 * rib), z]) * scale, sides=14, caps=False)
    k = np.exp(-(((shape.points[:, 2] + 0.03) / (0.13 * scale)) ** 2)) + 0.22
    k = k * np.repeat(np.where(rib, 0.68, 1.0), 14)
    color = np.array(paper) * k[:, None] * np.column_stack([np.ones_like(k), 0.8 + 0.5 * k, 0.7 + 0.6 * k])
    f.shape("neon", shape.moved(at), color)
    for z0 in (-0.27, 0.24):
        cap = lathe([(0.075, z0), (0.075, z0 + 0.035)], sides=10).moved(at)
        f.shape("metal", cap, (0.02, 0.02, 0.02))
    f.light((at[0], at[1], at[2] - 0.05), (0, 0, 0), paper, 0.10)


def lantern_string(canvas: Canvas, y: float, paper: Color, count: int = 11) -> None:
    """Lanterns on a wire that sags across the street."""
    f = Facade(canvas, 1, y)
    t = np.linspace(0, 1, count)
    wire = np.column_stack([np.zeros(count), 0.6 + t * (2 * HALF_M - 1.2), 5.6 - 2.2 * t * (1 - t)])
    f.shape("metal", sweep(wire, 0.012, sides=4, caps=False), (0.03, 0.03, 0.03))
    for k, (u, w, z) in enumerate(wire[1:-1]):
        lantern(f, (u, w, z - 0.32), 0.19 + 0.01 * math.sin(3.0 * k), paper)
