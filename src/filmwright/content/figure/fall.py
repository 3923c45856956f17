"""Loose hair: it falls past the face and over the shoulders, in waves or straight, and ends where it is cut."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, head_center
from filmwright.content.kinds import Swing

STEPS = 16


def swing(body: Body, face: Face, length_m: float) -> Swing:
    """How loose hair of a length swings: about the middle of the head, so that its roots stay on it, and no further than that
    nobody sees them slide."""
    x, y, z = head_center(face)
    return Swing(
        pivot=(float(x), float(y), float(z)), length_m=max(length_m, 0.15), most_rad=0.075, hang=0.2, twist=0.35
    )


def grown(
    body: Body,
    face: Face,
    start: F64,
    away: F64,
    length: float,
    part: float,
    *,
    lift_m: float = 0.016,
    steps: int = STEPS,
) -> F64:
    """Guides (g, steps, 3) of hair `length` metres long from roots `start` (g, 3) with the skin's normals `away`: out of the skin, down by
    their weight, past the face, over the shoulders. `part`: where it is parted, metres to the left; `lift_m`: how far it stands off."""
    obstacle = Obstacle(body, face)
    step = length / (steps - 1)
    lift = lift_m * body.height_m / 1.7
    ahead = start[:, 1] < head_center(face)[1] - 0.02
    # Parted on top only: at the back nothing pulls the hair apart.
    side = np.where(start[:, 0] > part, 1.0, -1.0) * soft_step(head_center(face)[1] + 0.03 - start[:, 1], 0.0, 0.06)
    guides = np.zeros((len(start), steps, 3))
    p = start
    away = unit(start - head_center(face)) * 0.7 + away * 0.3
    velocity = away * 0.32 + np.column_stack([side * 0.5, np.full(len(p), 0.42), np.full(len(p), -0.1)])
    for k in range(steps):
        guides[:, k] = p
        weight = np.array([0.0, 0.0, -0.8]) * 0.45 * min(1.0, (k + 1) / 2) * (1 + 0.6 * k / steps)
        velocity = velocity * 0.55 + weight
        low = (p[:, 1] < face.middle[1] + 0.85 * face.u) & (p[:, 2] < face.middle[2] + 1.15 * face.u)
        velocity[low] += np.column_stack([np.sign(p[low, 0]) * 0.24, np.full(low.sum(), 0.40), np.zeros(low.sum())])
        # What reaches the shoulders slides to their front or back, not out along them.
        over = soft_step(body.marks["neck"] + 0.05 - p[:, 2], 0.0, 0.06) * soft_step(
            np.abs(p[:, 0]), 0.6 * face.u, 1.3 * face.u
        )
        nape = soft_step(body.marks["eyes"] - 0.02 - p[:, 2], 0.0, 0.05) * soft_step(
            p[:, 1] - head_center(face)[1], -0.01, 0.05
        )
        velocity += nape[:, None] * np.array([0.0, -0.16, 0.0])
        velocity += over[:, None] * np.column_stack(
            [-np.sign(p[:, 0]) * 0.75, np.where(ahead, -0.13, 0.04), np.zeros(len(p))]
        )
        moved = p + unit(velocity) * step
        moved = obstacle.pushed(moved, 0.004 + lift * min(1.0, (k + 1) / 3))
        way = unit(moved - p)
        velocity, p = 0.3 * unit(velocity) + 0.7 * way, p + way * step
    return guides


def waved(strands: F64, seeds: F64, rng: np.random.Generator, size_m: float, turns: float) -> F64:
    """Offsets (s, k, 3) that make strands wavy, alike in the locks round the roots `seeds` (g, 3): `turns` waves from root to tip,
    `size_m` to each side, none at the root."""
    lock = np.asarray(cKDTree(seeds).query(strands[:, 0])[1])
    phase = rng.uniform(0, 6.28, len(seeds))[lock] + rng.normal(0, 0.25, len(lock))
    often = turns * rng.uniform(0.85, 1.15, len(seeds))[lock]
    turn = rng.uniform(0, 6.28, len(seeds))[lock]
    t = np.linspace(0, 1, strands.shape[1])[None]
    angle = phase[:, None] + 6.28 * often[:, None] * t
    size = size_m * rng.uniform(0.7, 1.2, (len(lock), 1)) * np.clip(t * 2.2, 0, 1)
    along = unit(np.gradient(strands, axis=1))
    x = unit(np.cross(along, np.column_stack([np.cos(turn), np.sin(turn), 0 * turn])[:, None] + 0.01))
    y = np.cross(along, x)
    return np.asarray(x * (np.sin(angle) * size)[..., None] + y * (0.6 * np.cos(angle) * size)[..., None])


def share_above(strands: F64, level: F64 | float) -> NDArray[np.float64]:
    """The share (s,) of each strand before it first falls below a height (s,)."""
    low = strands[..., 2] < (level[:, None] if isinstance(level, np.ndarray) else level)
    first = np.where(low.any(1), low.argmax(1), strands.shape[1] - 1)
    return np.asarray(first / (strands.shape[1] - 1))


def clear_of_the_eyes(strands: F64, face: Face) -> F64:
    """Strands without those that hang before the eyes, nose or mouth."""
    a, b = np.abs(strands[..., 0]) / face.u, (strands[..., 2] - face.middle[2]) / face.u
    before = (a < 0.92) & (b < 0.26) & (b > -1.6) & (strands[..., 1] < face.middle[1] + 0.35 * face.u)
    return np.asarray(strands[~before.any(1)])
