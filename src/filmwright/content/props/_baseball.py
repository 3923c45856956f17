"""A baseball and its red seams."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene.shapes import Shape, ball, join, rotation, sweep

RADIUS_M = 0.037


def baseball() -> tuple[Shape, Shape]:
    """The ball round the origin, and its stitches."""
    s = np.linspace(0, 2 * math.pi, 108, endpoint=False)
    line = np.column_stack([np.cos(s) + 0.28 * np.cos(3 * s), np.sin(s) - 0.28 * np.sin(3 * s), 0.94 * np.sin(2 * s)])
    line = line / np.linalg.norm(line, axis=1, keepdims=True)
    ahead = np.roll(line, -1, 0) - line
    side = np.cross(line, ahead)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    stitches = []
    for p, d, a in zip(line, side, ahead):
        way = a / np.linalg.norm(a)
        for k in (-1.0, 1.0):
            ends = np.array([p + 0.004 * way, p + k * 0.10 * d - 0.04 * way])
            ends = ends / np.linalg.norm(ends, axis=1, keepdims=True) * (RADIUS_M + 0.0003)
            stitches.append(sweep(ends, 0.0009, sides=5))
    turn = rotation(x=0.5, z=0.6)
    return ball(RADIUS_M, sides=48, levels=30), join(stitches).turned(turn)
