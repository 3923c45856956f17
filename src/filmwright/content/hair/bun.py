"""Hair combed back and up into a bun."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, hairline, head_center, roots
from filmwright.content.figure.strands import flyaways, hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("bun", "hair in a bun", "updo", "tied hair", "chignon")
EXAMPLE = "An old woman with a gray bun sits in a café"

_STEPS = 14


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Hair in a bun on a head."""
    face = landmarks(body)
    line = hairline(body)._replace(front=0.43, crown=0.0, soft=0.20)
    scale = max(body.height_m / 1.7, 0.8)
    points, _ = roots(body, face, line, 11000, rng)
    middle = head_center(face)
    low = float(rng.uniform(0.50, 0.86))  # sine of where the bun sits: behind the crown .. on it, seen from the front
    tie_way = unit(np.array([0.0, math.sqrt(1 - low * low), low]))
    obstacle = Obstacle(body, face)
    tie = middle + tie_way * 0.5
    for _ in range(40):  # walk in from outside until the skin is met
        if np.abs(obstacle.pushed(tie[None], 0.004)[0] - tie).max() > 1e-6:
            break
        tie = tie - tie_way * 0.01
    strands = _combed(points, middle, tie, obstacle, rng)
    radius = 0.044 * scale * (0.9 + 0.25 * rng.random())
    center = tie + tie_way * radius * 0.72
    coil = _coil(center, tie_way, radius, rng)
    thin = flyaways(strands, rng, 420, 0.012)
    parts = [
        (strands, taper(0.00026, _STEPS, 0.8)),
        (coil, taper(0.00030, coil.shape[1], 0.7)),
        (thin, taper(0.00006, _STEPS)),
    ]
    return piece("hair", parts, hair_color(hair.color), rng)


def _combed(points: F64, middle: F64, tie: F64, obstacle: Obstacle, rng: np.random.Generator) -> F64:
    """Strands (s, k, 3) from their roots over the skull to the tie, lying on it."""
    start, end = points - middle, tie - middle
    r0, r1 = np.linalg.norm(start, axis=1), float(np.linalg.norm(end))
    a, b = unit(start), unit(end)
    angle = np.arccos(np.clip(a @ b, -0.999, 0.999))[:, None]
    t = np.linspace(0, 1, _STEPS)[None]
    way = (np.sin((1 - t) * angle) / np.sin(angle))[..., None] * a[:, None] + (np.sin(t * angle) / np.sin(angle))[
        ..., None
    ] * b
    out = middle + way * (r0[:, None] * (1 - t) + r1 * t)[..., None]
    lift = (
        0.003 + 0.013 * np.sin(np.pi * np.clip(t * 0.9 + 0.05, 0, 1)) * rng.uniform(0.35, 1.0, (len(points), 1)) ** 0.7
    )
    out[:, 1:] = obstacle.settled(out[:, 1:].reshape(-1, 3), lift[:, 1:].ravel()).reshape(len(points), _STEPS - 1, 3)
    out[:, -1] += rng.normal(0, 0.004, (len(points), 3))
    return np.asarray(out)


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
