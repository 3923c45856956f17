"""Feathers as thin leaves: the folded wing, the spread one, the tail."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content.animals._anatomy.features import outward
from filmwright.content.animals._anatomy.field import unit
from filmwright.content.animals._plumage.deeds import flight_axes
from filmwright.content.animals._plumage.form import Bird
from filmwright.scene.shapes import F64, Shape, curve, join, rings, sweep


def feather(
    path: ArrayLike,
    half: ArrayLike,
    out: ArrayLike,
    *,
    curl: float = 0.12,
    thick: float = 0.004,
    grid: tuple[int, int] = (9, 5),
) -> Shape:
    """One feather along path (m, 3), its face turned to `out`, of so many points along and across; attributes `along` and `edge`."""
    steps, wide = grid
    rows = curve(np.column_stack([path, half]), steps)
    middle, w = rows[:, :3], np.maximum(rows[:, 3], 0.001)
    along = unit(np.gradient(middle, axis=0))
    face = unit(np.asarray(out, float) - along * (along @ np.asarray(out, float))[:, None])
    side = np.cross(face, along)
    t = np.linspace(-1, 1, wide)
    levels = []
    for k in range(steps):
        top = middle[k] + np.outer(w[k] * t, side[k]) + np.outer(-curl * w[k] * t**2 + thick, face[k])
        levels.append(np.concatenate([top, (top - np.outer(thick * (2 - t**2), face[k]))[::-1]]))
    made = outward(rings(np.array(levels)))
    place = np.r_[np.repeat(np.linspace(0, 1, steps), 2 * wide), 0.0, 1.0]
    rim = np.r_[np.tile(np.r_[np.abs(t), np.abs(t)], steps), 0.0, 0.0]
    return made.with_data("along", place).with_data("edge", rim)


_TIP = (0.55, 0.95, 1.0, 0.8, 0.15)  # half widths along a feather; chosen


def folded(form: Bird) -> Shape:
    """The folded right wing: long quills below, shorter coverts over them, scales at the shoulder."""
    w = form.wing
    (ys, zs), (yt, zt) = w.shoulder, w.tip
    along = np.array([yt - ys, zt - zs])
    down = np.array([along[1], -along[0]]) / np.linalg.norm(along)
    down = down if down[1] < 0 else -down

    def at(s: float, d: float, lift: float) -> F64:
        """A point so far along the wing and across it (-1 above, 1 below), lifted off."""
        y, z = np.array([ys, zs]) + s * along + d * w.half * (1 - 0.75 * max(s - 0.45, 0) / 0.55) * down
        bulge = math.sqrt(max(1 - 0.75 * d * d, 0.05))
        x = float(np.interp(s, [0, 0.5, 1.0], w.off)) * (0.70 + 0.30 * bulge) + lift
        return np.array([x, y, z])

    pieces = []
    for k in range(w.quills):
        d = 0.75 - 1.35 * k / (w.quills - 1)
        start, stop = 0.34, 1.0 - 0.34 * (0.5 + 0.5 * d)
        path = [at(start + f * (stop - start), d * (1 - 0.5 * f), 0.010 + 0.004 * k) for f in np.linspace(0, 1, 5)]
        pieces.append(feather(path, np.array(_TIP) * 0.26 * w.half, [1.0, 0.0, 0.3]))
    for row, (start, long, lift) in enumerate(((0.26, 0.34, 0.045), (0.12, 0.28, 0.058), (0.0, 0.24, 0.068))):
        count = 7 - row
        for k in range(count):
            d = 0.85 - 1.65 * k / (count - 1)
            path = [at(start + f * long, d * (1 - 0.12 * f), lift - 0.016 * f) for f in np.linspace(0, 1, 5)]
            pieces.append(feather(path, np.array(_TIP) * 0.23 * w.half, [1.0, 0.0, 0.3]))
    return join(pieces)


def spread(form: Bird) -> tuple[Shape, Shape]:
    """The spread right wing: its arm with the inner quills, and its hand with the long ones. They lie in the plane of the back."""
    (span, depth), w = form.wing.span, form.wing
    axis, up = flight_axes(form)
    root = np.array([0.75 * w.off[0], *w.shoulder])
    out = np.array([1.0, 0.0, 0.0])
    wrist = root + 0.42 * span * out + 0.10 * depth * axis
    tip = root + 0.60 * span * out - 0.05 * depth * axis

    def fan(
        start: F64,
        stop: F64,
        turn: tuple[float, float],
        count: int,
        long: tuple[float, float],
        lift: float,
        half: float,
    ) -> list[Shape]:
        """Quills from start to stop, turned outward by so much (radians) from first to last."""
        made = []
        for f in np.linspace(0, 1, count):
            a = turn[0] + (turn[1] - turn[0]) * f
            way = -math.cos(a) * axis + math.sin(a) * out
            reach = long[0] + (long[1] - long[0]) * f
            path = [
                start + f * (stop - start) + reach * g * way + (lift - 0.05 * g * g * reach) * up
                for g in np.linspace(0, 1, 5)
            ]
            made.append(feather(path, np.array((0.6, 0.9, 1.0, 0.9, 0.35)) * half, up, curl=0.08))
        return made

    edge = 0.055 * depth
    arm = [
        outward(
            sweep(
                [root - 0.1 * out, 0.5 * (root + wrist) + 0.06 * depth * axis, wrist],
                [2.2 * edge, 1.5 * edge, edge],
                sides=10,
                flat=0.6,
            )
        )
    ]
    arm += fan(root + 0.02 * out, wrist, (0.0, 0.12), 9, (0.80 * depth, 0.95 * depth), 0.0, 0.055 * span)
    arm += fan(root, wrist, (0.0, 0.15), 8, (0.45 * depth, 0.50 * depth), 0.022, 0.060 * span)
    hand = [
        outward(
            sweep(
                [wrist, 0.5 * (wrist + tip) + 0.03 * depth * axis, tip],
                [edge, 0.8 * edge, 0.4 * edge],
                sides=10,
                flat=0.6,
            )
        )
    ]
    hand += fan(wrist, tip, (0.12, 1.25), 10, (0.95 * depth, 0.42 * span), 0.0, 0.036 * span)
    hand += fan(wrist, tip, (0.12, 1.15), 8, (0.50 * depth, 0.20 * span), 0.020, 0.036 * span)
    return join(arm), join(hand)


def tail(form: Bird) -> Shape:
    (yr, zr), (yt, zt) = form.tail_root, form.tail_tip
    n = form.tail_quills
    pieces = []
    for k in range(n):
        a = 2 * k / (n - 1) - 1
        x = a * form.tail_half
        short = 0.10 * a * a
        path = [
            [
                0.25 * x * (1 + 3 * f),
                yr + (yt - yr) * f * (1 - short),
                zr + (zt - zr) * f * (1 - short) - 0.012 * abs(a),
            ]
            for f in np.linspace(0, 1, 5)
        ]
        half = np.array((0.5, 0.8, 1.0, 1.0, 0.35)) * 1.5 * form.tail_half / n + 0.006
        pieces.append(feather(path, half, [0.25 * a, 0.0, 1.0]))
    return join(pieces)
