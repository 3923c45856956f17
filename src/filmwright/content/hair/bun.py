"""Hair combed back and up into a bun."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.locks import STEPS, combed, pulled_back, rooted, scale_of, short_hairs, tie_at
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Hairline, Obstacle, head_center, roots
from filmwright.content.figure.strands import flyaways, hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("bun", "updo", "tied hair", "chignon")
EXAMPLE = "An old woman with a gray bun sits in a café"


def line(body: Body) -> Hairline:
    """Where hair grows that is combed back."""
    return pulled_back(body)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Hair in a bun on a head."""
    face = landmarks(body)
    scale = scale_of(body)
    points, _ = roots(body, face, line(body), 11000, rng)
    low = float(rng.uniform(0.50, 0.86))  # sine of where the bun sits: behind the crown .. on it, seen from the front
    tie_way = unit(np.array([0.0, math.sqrt(1 - low * low), low]))
    obstacle = Obstacle(body, face)
    tie = tie_at(face, tie_way, obstacle)
    strands = combed(points, head_center(face), tie, obstacle, rng)
    radius = 0.044 * scale * (0.9 + 0.25 * rng.random())
    center = tie + tie_way * radius * 0.72
    coil = _coil(center, tie_way, radius, rng)
    thin = flyaways(strands, rng, 420, 0.012)
    parts = [
        (strands, rooted(0.00026, STEPS)),
        short_hairs(body, face, line(body), tie, obstacle, rng),
        (coil, taper(0.00030, coil.shape[1], 0.7)),
        (thin, taper(0.00006, STEPS)),
    ]
    return piece("hair", parts, hair_color(hair.color), rng)


def _coil(center: F64, axis: F64, radius: float, rng: np.random.Generator) -> F64:
    """The bun: strands wound round the axis on a flattened ball, in a few twisted ropes."""
    count, steps = 1500, 30
    side = unit(np.cross(axis, np.array([1.0, 0.0, 0.0])))
    other = np.cross(axis, side)
    rope = rng.integers(0, 3, count)
    t = np.linspace(0, 1, steps)[None]
    spin = 2 * math.pi * (t * rng.uniform(0.8, 1.3, (count, 1)) + rng.random((count, 1)))
    wide = radius * (0.55 + 0.22 * rope[:, None])
    twist = spin * 3 + 2.1 * rope[:, None] + rng.normal(0, 0.9, (count, 1))
    thick = radius * 0.27 * np.sqrt(rng.uniform(0.5, 1, (count, 1)))
    r = wide + thick * np.cos(twist)
    high = radius * (0.45 - 0.30 * rope[:, None]) + thick * np.sin(twist)
    return np.asarray(
        center + side * (r * np.cos(spin))[..., None] + other * (r * np.sin(spin))[..., None] + axis * high[..., None]
    )
