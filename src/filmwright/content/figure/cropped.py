"""Hair so short that every strand keeps its own way: clipped, cropped, standing up, or stubble."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Hairline, head_center, roots

STEPS = 7


class Crop(NamedTuple):
    """Lengths in metres of the strands `top` of the head and at its `side`; `stand` 0..1: how much they stand up instead of lying; comb:
    where they are swept on top (left, back, up); `mess`: how much the tufts differ; `amount` of strands."""

    top: float
    side: float
    stand: float = 0.4
    comb: tuple[float, float, float] = (0.0, -0.3, 0.1)
    mess: float = 0.2
    amount: int = 13000


def cropped(body: Body, line: Hairline, crop: Crop, rng: np.random.Generator) -> F64:
    """Strands (s, STEPS, 3) of a cropped head."""
    face = landmarks(body)
    points, normals = roots(body, face, line, crop.amount, rng)
    return standing(face, points, normals, crop, rng)


def standing(face: Face, points: F64, normals: F64, crop: Crop, rng: np.random.Generator) -> F64:
    """Strands (s, STEPS, 3) from roots (s, 3) with the skin's normals there."""
    up = unit(points - head_center(face))
    top = np.clip((up[:, 2] - 0.25) / 0.5, 0, 1)
    length = (crop.side + (crop.top - crop.side) * top) * rng.uniform(0.75, 1.08, len(points))
    lean = tufts(points, rng, crop.mess)
    down = np.array([0.0, 0.15, -0.75]) * ((1 - top) * (1 - crop.stand))[:, None]
    way = normals * (0.35 + 1.2 * crop.stand) + np.array([crop.comb]) * top[:, None] + down + lean
    way = unit(way - normals * np.minimum((way * normals).sum(1, keepdims=True) - 0.22, 0))  # never into the skin
    t = np.linspace(0, 1, STEPS)[None, :, None]
    reach = length[:, None, None]
    fall = np.array([0.0, 0.0, -1.0]) * (t**2) * reach * 0.28 * (1 - crop.stand)
    return np.asarray(
        points[:, None] + way[:, None] * t * reach + fall + normals[:, None] * (t * (1 - t)) * reach * 0.25
    )


def tufts(points: F64, rng: np.random.Generator, amount: float, cell_m: float = 0.011) -> NDArray[np.float64]:
    """How strands (n, 3) lean: neighbors alike, so that light falls on locks and not on felt."""
    cell = np.floor(points / cell_m).astype(np.int64)
    lock = (cell * np.array([73856093, 19349663, 83492791])).sum(1) % 997
    return np.asarray(rng.normal(0, amount, (997, 3))[lock] + rng.normal(0, 0.5 * amount, points.shape))
