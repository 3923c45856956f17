"""The lit arch across the street: where the perspective leads."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._street.canvas import CHASE, HALF_M, KERB_M, Canvas, Facade
from filmwright.content.environments._street.palette import RED
from filmwright.scene.shapes import ball, join, sweep
from filmwright.values import Color

GATE_M = 31.0
LETTERS: Color = (3.2, 2.3, 1.2)
GOLD: Color = (5.2, 1.5, 0.12)
BULB: Color = (3.4, 1.9, 0.6)


def gate(canvas: Canvas, y: float = GATE_M, body: str = "夜光通り") -> None:
    """Two red posts, a beam with the street's name ("night light street"), two arcs of neon and running bulbs."""
    f = Facade(canvas, -1, y)
    a, b = HALF_M - KERB_M - 0.5, HALF_M + KERB_M + 0.5
    for w in (a, b - 0.35):
        f.box("metal", (0, w, 0), (0.35, w + 0.35, 5.4), (0.25, 0.03, 0.02), cell=0.9)
        f.obstacle(0.17, w + 0.17, 0.35)
    f.box("metal", (-0.05, a - 0.3, 5.4), (0.4, b + 0.3, 7.0), (0.20, 0.02, 0.015), cell=1.0)
    f.blade("sign", -0.06, (a, b), (5.5, 6.9), (0.55, 0.012, 0.008))
    f.write(body, (-0.10, (a + b) / 2, 6.2), 1.15, LETTERS, facing="front")
    t = np.linspace(0, 1, 25)
    span = a - 0.3 + t * (b - a + 0.6)
    rise = 7.15 + 0.85 * (1 - (2 * t - 1) ** 2)
    for lift, color in ((0.0, RED), (0.17, GOLD)):
        arch = np.column_stack([np.full(25, -0.12), span, rise + lift])
        f.shape("neon", sweep(arch, 0.04, sides=6, caps=False), color)
    rods = [sweep([(0.1, w, 6.9), (0.1, w, z)], 0.02, sides=5) for w, z in zip(span[3:-3:3], rise[3:-3:3], strict=True)]
    f.shape("metal", join(rods), (0.15, 0.03, 0.02))
    for k in range(34):
        w = a - 0.2 + k * (b - a + 0.4) / 33
        for z in (5.42, 6.98):
            f.shape("neon", ball(0.055, sides=6, levels=4).moved((-0.1, w, z)), BULB, (CHASE, k / 3.0))
    for w in np.linspace(a + 0.5, b - 0.5, 5):
        for way in (-1, 1):
            f.light((way * 0.6, w, 6.2), (way, 0, -0.3), (1.3, 0.30, 0.12), 2.2)
