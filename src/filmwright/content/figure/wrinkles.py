"""What years write on a face: lines in face coordinates, drawn into height and color."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.face import bump
from filmwright.content.figure.paint import F32, soft_step


class Line(NamedTuple):
    """A wrinkle: points (n, 2) in face coordinates (a, b), its depth 0..1, its width in units of u."""

    points: NDArray[np.float64]
    depth: float
    width: float


def years(age: float) -> float:
    """0 for a young face .. 1 for an old one, a little over for a very old one."""
    return float(soft_step(age, 22, 70)) + 0.25 * float(soft_step(age, 76, 92))


def lines(age: float, rng: np.random.Generator, mouth_b: float) -> list[Line]:
    """The wrinkles of somebody that old. mouth_b: height of the mouth in face coordinates. Places chosen from portraits."""
    k = years(age)
    fold = np.array([(0.34, mouth_b + 0.48), (0.44, mouth_b + 0.36), (0.54, mouth_b + 0.20), (0.58, mouth_b + 0.02)])
    out = [
        Line(fold * np.array([s, 1.0]), (0.10 if age < 15 else 0.25) + 0.75 * k, 0.045) for s in (1, -1)
    ]  # nose to mouth
    if k <= 0.05:
        return out

    def shaken(points: NDArray[np.float64], by: float) -> NDArray[np.float64]:
        return points + rng.normal(0, 1, points.shape) * [0.4 * by, by]

    for i in range(5):  # forehead
        half = 0.85 - 0.1 * abs(i - 2)
        x = np.linspace(-half + rng.uniform(0, 0.25), half - rng.uniform(0, 0.25), 12)
        y = 0.82 + 0.17 * i + 0.05 * np.cos(x * 3) + 0.02 * np.sin(9 * x + i)
        out.append(Line(shaken(np.column_stack([x, y]), 0.016), k * rng.uniform(0.4, 0.75), 0.026))
    for s in (1, -1):
        for i in range(6):  # crow's feet
            angle = np.radians(-38 + 15 * i + rng.normal(0, 3))
            t = np.linspace(0.05, 1, 6)
            rays = np.column_stack(
                [s * (0.86 + t * 0.30 * np.cos(angle)), -0.02 + t * 0.34 * np.sin(angle) - 0.04 * t * t]
            )
            out.append(Line(shaken(rays, 0.010), k * rng.uniform(0.2, 0.6), 0.018))
        for i in range(3):  # under the eyes
            t = np.radians(np.linspace(200, 325, 8))
            bags = np.column_stack([s * (0.5 + (0.36 - 0.03 * i) * np.cos(t)), -0.10 - 0.09 * i + 0.22 * np.sin(t)])
            out.append(Line(shaken(bags, 0.006), 0.55 * k, 0.022))
        frown = np.array([(s * 0.10, 0.36), (s * 0.12, 0.48), (s * 0.10, 0.60)])
        out.append(Line(shaken(frown, 0.008), 0.8 * k, 0.03))
        chin = np.array([(s * 0.46, mouth_b - 0.10), (s * 0.50, mouth_b - 0.25), (s * 0.47, mouth_b - 0.42)])
        out.append(Line(shaken(chin, 0.01), 0.7 * k, 0.035))
    return out


def drawn(a: F32, b: F32, front: NDArray[np.bool_], wrinkles: list[Line]) -> F32:
    """Depth of the wrinkles over texels with face coordinates a, b (h, w): positive in the furrow, negative on its lips."""
    out = np.zeros_like(a)
    flat_a, flat_b = a[front], b[front]
    for line in wrinkles:
        p, w = line.points, line.width
        low, high = p.min(0) - 4 * w, p.max(0) + 4 * w
        near = np.nonzero((flat_a > low[0]) & (flat_a < high[0]) & (flat_b > low[1]) & (flat_b < high[1]))[0]
        if not len(near):
            continue
        q = np.stack([flat_a[near], flat_b[near]], 1)
        best, along = np.full(len(q), 9.0), np.zeros(len(q))
        for i in range(len(p) - 1):
            d = p[i + 1] - p[i]
            t = np.clip((q - p[i]) @ d / (d @ d), 0, 1)
            e = np.linalg.norm(q - p[i] - t[:, None] * d, axis=1)
            closer = e < best
            best[closer], along[closer] = e[closer], (i + t[closer]) / (len(p) - 1)
        furrow = (
            (bump(best, w) - 0.35 * bump(best, 2.4 * w)) * line.depth * np.clip(4 * along * (1 - along), 0, 1) ** 0.6
        )
        rows, columns = np.nonzero(front)
        rows, columns = rows[near], columns[near]
        stronger = np.abs(furrow) > np.abs(out[rows, columns])
        out[rows[stronger], columns[stronger]] = furrow[stronger]
    return out
