"""A hood that lies back: a soft fold of cloth round the neck, full behind it, and the cords that draw it together."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.garment import F64, Cloth, from_shape
from filmwright.content.figure.garment_cut import smooth
from filmwright.content.figure.garment_parts import Surface, from_front
from filmwright.scene.noise import value
from filmwright.scene.shapes import curve, outward, rings, shape, sweep

# The fold across, from its lower inner edge up, over the lip of the hood, down into it and out over the back: (out, up), 0..1.
_SECTION = np.array(
    [
        (0.10, 0.18), (0.00, 0.45), (0.00, 0.75), (0.08, 0.97), (0.19, 0.98), (0.27, 0.80), (0.36, 0.62), (0.48, 0.58),
        (0.58, 0.70), (0.66, 0.90), (0.78, 0.97), (0.92, 0.90), (1.00, 0.68), (1.00, 0.40), (0.93, 0.16), (0.72, 0.02),
        (0.45, 0.00), (0.25, 0.06),
    ]
)  # fmt: skip
COLUMNS = 72


def hood(
    ground: Surface, loop: np.ndarray[tuple[int], np.dtype[np.int64]], seed: int, *, opening_rad: float = 0.22
) -> Cloth:
    """The hood lying behind the neck's edge `loop` of a garment; opening_rad of the front is left out."""
    s = ground.fit.scale
    order, angle = from_front(ground, loop, opening_rad)
    steps = np.linspace(0, len(order) - 1, COLUMNS)
    at = np.arange(len(order))
    edge = np.stack([np.interp(steps, at, ground.cloth.points[order, k]) for k in range(3)], -1)
    turn = np.interp(steps, at, np.unwrap(angle))
    edge = smooth_line(edge)
    center = edge.mean(0)
    out = edge - center
    out[:, 2] = 0
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    back = np.clip((1 - np.cos(turn)) / 2, 0, 1)  # 0 in front .. 1 behind
    ends = np.clip(np.minimum(np.arange(COLUMNS), np.arange(COLUMNS)[::-1]) / 6, 0.25, 1)
    above = (0.026 + 0.022 * back) * ends
    below = (0.016 + 0.012 * back + 0.115 * back**4) * ends
    deep = (0.013 + 0.012 * back + 0.030 * back**2) * ends
    section = curve(_SECTION, 30, closed=True)
    k = np.arange(len(section))
    rows: list[F64] = []
    for i in range(COLUMNS):
        crease = value(np.full(len(k), 0.22 * i + 3.0), 0.35 * k + 2.0 * back[i], seed) - 0.5
        radial = (section[:, 0] * deep[i] + 0.010 * crease * back[i] - 0.002) * s
        upward = (section[:, 1] * (above[i] + below[i]) - below[i] + 0.008 * crease * back[i]) * s
        rows.append(edge[i] + out[i] * radial[:, None] + np.array([0.0, 0.0, 1.0]) * upward[:, None])
    stack = np.array(rows)
    low = section[:, 1] < 0.5
    outside = low & (section[:, 0] > 0.2)
    flat = stack[:, outside].reshape(-1, 3)
    stack[:, outside] = ground.lifted(flat, 0.004 * s, only_up=True).reshape(COLUMNS, -1, 3)
    item = outward(rings(stack))
    points = smooth(item.points, item.faces, 2, 0.4)
    weights = np.repeat(ground.weights(edge), len(section), axis=0)
    ends_of = np.array([weights[: len(section)].mean(0), weights[-len(section) :].mean(0)])
    return Cloth(points, item.faces, np.concatenate([weights, ends_of]))


def smooth_line(points: F64, rounds: int = 3) -> F64:
    """An open line (n, 3), evened out; its ends stay."""
    out = points.copy()
    for _ in range(rounds):
        out[1:-1] = 0.5 * out[1:-1] + 0.25 * (out[2:] + out[:-2])
    return out


def cords(ground: Surface, top_z: float, *, apart: float = 0.030, length: float = 0.17) -> list[Cloth | None]:
    """Two cords that hang from the hood on the chest, knotted at their ends; metres at scale 1."""
    s = ground.fit.scale
    made: list[Cloth | None] = []
    for side, more in ((1.0, 0.0), (-1.0, 0.022)):
        t = np.linspace(0, 1, 14)
        x = side * (apart + 0.007 * np.sin(2.2 * t + more * 40)) * s
        z = top_z + (0.012 - (length + more) * t) * s
        line = ground.face(x, z)
        line[:, 1] -= 0.006 * s
        thick = np.full(len(t), 0.0026) * s
        thick[-2:] = 0.0042 * s
        item = sweep(line, thick, sides=8)
        made.append(from_shape(shape(item.points, item.faces), ground.weights(item.points)))
    return made
