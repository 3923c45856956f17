"""Long hair, parted, falling over the shoulders; "medium" ends at the neck."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, hairline, head_center, roots
from filmwright.content.figure.strands import filled, flyaways, hair_color, piece, shortened, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("long hair", "long", "loose hair", "shoulder length")
EXAMPLE = "A young woman with long blond hair walks on the beach"

_LENGTH_M = {"long": 0.40, "medium": 0.23, "short": 0.15}  # of a strand from the crown, on a body of 1.7 m; chosen
_STEPS = 16


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Long hair on a head."""
    face = landmarks(body)
    scale = body.height_m / 1.7
    length = _LENGTH_M.get(hair.length or "long", 0.40) * max(scale, 0.8)
    line = hairline(body)._replace(front=0.43)
    part = float(rng.choice([-1, 1])) * 0.018
    start, away = roots(body, face, line, 800, rng)
    guides = _grown(body, face, start, away, length, part)
    points, _ = roots(body, face, line, 10500, rng)
    strands = filled(guides, points, rng, clump=0.45)
    t = np.linspace(0, 1, _STEPS)[None, :, None]
    phase = rng.uniform(0, 6.28, (len(strands), 1, 1))
    wave = 0.0045 * np.sin(t * 15 + 0.35 * phase) * t
    strands = strands + wave * np.array([1.0, 0.6, 0.0]) + rng.normal(0, 1, (len(strands), 1, 3)) * t * 0.0032
    strands = shortened(strands, rng, 0.80, 1.0)
    thin = flyaways(strands, rng, 260, 0.011)
    return piece(
        "hair", [(strands, taper(0.00030, _STEPS)), (thin, taper(0.00007, _STEPS))], hair_color(hair.color), rng
    )


def _grown(body: Body, face: Face, start: F64, away: F64, length: float, part: float) -> F64:
    """Guides (g, steps, 3): out of the skin, down by their weight, past the face, over the shoulders."""
    obstacle = Obstacle(body, face)
    step = length / (_STEPS - 1)
    lift = 0.016 * body.height_m / 1.7
    ahead = start[:, 1] < head_center(face)[1] - 0.02
    # Parted on top only: at the back nothing pulls the hair apart.
    side = np.where(start[:, 0] > part, 1.0, -1.0) * soft_step(head_center(face)[1] + 0.03 - start[:, 1], 0.0, 0.06)
    guides = np.zeros((len(start), _STEPS, 3))
    p = start
    away = unit(start - head_center(face)) * 0.7 + away * 0.3
    velocity = away * 0.32 + np.column_stack([side * 0.5, np.full(len(p), 0.42), np.full(len(p), -0.1)])
    for k in range(_STEPS):
        guides[:, k] = p
        weight = np.array([0.0, 0.0, -0.8]) * 0.45 * min(1.0, (k + 1) / 2) * (1 + 0.6 * k / _STEPS)
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
