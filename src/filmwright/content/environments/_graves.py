"""Old graves: headstones of six forms, kerbs, an iron fence with its gate, candles in red glasses. They stand on the origin, their face
towards -Y. `tone` (n,) tells one stone from the next."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import Shape


def headstone(kind: int) -> Shape:
    """A stone of one of six forms: round, pointed, shouldered, a cross, a cross with its ring, an obelisk."""
    foot = shapes.box((0.86, 0.34, 0.30), center=(0, 0, 0.03), bevel=0.03)
    if kind in (0, 1, 2):
        parts = [foot, _slab(kind)]
    elif kind in (3, 4):
        steps = [
            shapes.box((0.9 - 0.2 * k, 0.5 - 0.1 * k, 0.2), center=(0, 0, 0.1 + 0.19 * k), bevel=0.02) for k in range(2)
        ]
        high = 1.45 if kind == 3 else 1.75
        shaft = shapes.rings(np.array([
            [(-w, -d, z), (w, -d, z), (w, d, z), (-w, d, z)] for w, d, z in ((0.13, 0.085, 0.35), (0.095, 0.07, 0.35 + high))
        ]))  # fmt: skip
        arm = shapes.box((0.82, 0.13, 0.18), center=(0, 0, high - 0.06), bevel=0.02)
        parts = [*steps, shaft, arm]
        if kind == 4:
            profile = [(0.27, -0.05), (0.35, -0.05), (0.35, 0.05), (0.27, 0.05)]
            ring = shapes.lathe(profile, sides=36, closed=True).turned(shapes.rotation(x=math.pi / 2))
            parts.append(ring.moved((0, 0, high - 0.06)))
    else:
        steps = [
            shapes.box((1.0 - 0.22 * k, 1.0 - 0.22 * k, 0.26), center=(0, 0, 0.1 + 0.25 * k), bevel=0.02)
            for k in range(3)
        ]
        shaft = shapes.rings(np.array([
            [(-w, -w, z), (w, -w, z), (w, w, z), (-w, w, z)] for w, z in ((0.21, 0.7), (0.14, 2.35), (0.003, 2.6))
        ]))  # fmt: skip
        parts = [*steps, shaft]
    made = shapes.join(parts)
    rough = noise.fractal(made.points[:, 0] * 4 + kind, made.points[:, 2] * 4, 3, seed=kind) * 0.02
    return made._replace(points=made.points + np.column_stack([np.zeros(len(rough)), rough, np.zeros(len(rough))]))


def _slab(kind: int) -> Shape:
    """An upright slab with a sunken panel and lines of letters too small to read."""
    half, high = 0.33, (0.86, 1.05, 0.92)[kind]
    a = np.linspace(0, math.pi, 22)
    if kind == 0:
        top = np.column_stack([half * np.cos(a), high - half + half * np.sin(a)])
    elif kind == 1:  # two arcs that meet in a point
        t = np.linspace(0, 1, 11)
        right = np.column_stack([half * (1 - t**1.9), high - 0.42 + 0.42 * t**0.75])
        top = np.concatenate([right, right[::-1][1:] * [-1, 1]])
    else:
        arc = np.column_stack([0.22 * np.cos(a), high - 0.22 + 0.22 * np.sin(a)])
        top = np.concatenate(
            [
                [(half, high - 0.26), (half - 0.02, high - 0.20)],
                arc,
                [(-half + 0.02, high - 0.20), (-half, high - 0.26)],
            ]
        )
    outline = np.concatenate([[(-half, 0.0), (half, 0.0)], top])
    slab = forms.plate(outline, 0.13, bevel=0.016)
    mid = outline.mean(axis=0)
    raised = forms.plate(mid + (outline - mid) * 0.80, 0.010).moved((0, 0.128, 0.02))
    lines = [
        shapes.box((w, 0.006, 0.030), center=(0, 0.141, z), bevel=0.002)
        for w, z in zip((0.34, 0.26, 0.38, 0.30, 0.20), np.linspace(high * 0.66, high * 0.28, 5), strict=True)
    ]
    return shapes.join([slab, raised, *lines]).turned(shapes.rotation(z=math.pi)).moved((0, 0.065, 0.12))


def kerb() -> Shape:
    """The stone border of a grave that lies before its stone."""
    return shapes.join([
        *(shapes.box((0.10, 1.75, 0.22), center=(s * 0.46, -1.05, 0.04), bevel=0.02) for s in (-1, 1)),
        shapes.box((1.02, 0.10, 0.22), center=(0, -1.9, 0.04), bevel=0.02),
    ])  # fmt: skip


def fence(line: F64, z: F64) -> Shape:
    """An iron fence along a line (n, 2), spears on its bars, posts between."""
    fine = shapes.curve(line, int(np.linalg.norm(np.diff(line, axis=0), axis=1).sum() / 0.16))
    up = np.interp(np.linspace(0, 1, len(fine)), np.linspace(0, 1, len(z)), z)
    bar = shapes.join([
        shapes.box((0.022, 0.022, 1.45), center=(0, 0, 0.75)),
        shapes.lathe([(0.001, 1.46), (0.026, 1.52), (0.001, 1.64)], sides=5, caps=False),
    ])  # fmt: skip
    post = shapes.join([
        shapes.box((0.09, 0.09, 1.75), center=(0, 0, 0.85), bevel=0.01), shapes.ball(0.075, center=(0, 0, 1.80), sides=9, levels=7),
    ])  # fmt: skip
    parts = [(post if k % 16 == 0 else bar).moved((*fine[k], up[k])) for k in range(len(fine))]
    parts += [shapes.sweep(np.column_stack([fine, up + h]), 0.018, sides=4) for h in (0.22, 1.30)]
    return shapes.join(parts)


def candle() -> tuple[Shape, Shape]:
    """A grave candle: its red glass, and the gilt lid over it."""
    glass = shapes.lathe([(0.036, 0.0), (0.042, 0.02), (0.042, 0.13), (0.034, 0.15)], sides=12)
    lid = shapes.lathe([(0.040, 0.15), (0.042, 0.165), (0.018, 0.20), (0.001, 0.21)], sides=12, caps=False)
    return glass, lid
