"""A bob: straight hair cut level at the jaw, its ends turned in, often with a fringe over the brow."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.fall import STEPS, clear_of_the_eyes, grown, share_above, swing
from filmwright.content.figure.locks import scale_of, swinging
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Obstacle, hairline, head_center, roots
from filmwright.content.figure.strands import cut, filled, flyaways, hair_color, piece, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("bob cut", "bobbed hair")
EXAMPLE = "A woman with a black bob cut stands in a gallery"

_BELOW_MOUTH = {"short": -0.05, "medium": -0.55, "long": -1.1}  # where it ends, in distances between the eyes; chosen
_BANGS_SHARE = 0.6


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A bob on a head."""
    face, scale = landmarks(body), scale_of(body)
    line = hairline(body)._replace(front=0.43, crown=0.0, temple=0.0)
    part = float(rng.choice([-1, 1])) * 0.012
    bangs = rng.random() < _BANGS_SHARE
    start, away = roots(body, face, line, 800, rng)
    guides = grown(body, face, start, away, 0.34 * scale, part, lift_m=0.021)
    points, _ = roots(body, face, line, 11500, rng)
    over = _over_brow(face, points, line.front) if bangs else np.zeros(len(points), bool)
    strands = filled(guides, points[~over], rng, clump=0.35)
    level = face.mouth[2] + _BELOW_MOUTH.get(hair.length or "medium", -0.55) * face.u
    tips = level + rng.normal(0, 0.0025, len(strands)) + 0.012 * rng.random(len(strands)) ** 3
    strands = cut(strands, np.maximum(share_above(strands, tips), 0.12))
    strands = _turned_in(strands, face, level)
    parts = [(clear_of_the_eyes(strands, face), taper(0.00030, STEPS, 0.7))]
    if bangs:
        parts.append((_bangs(body, face, points[over], rng), taper(0.00026, STEPS, 0.6)))
    parts.append((clear_of_the_eyes(flyaways(strands, rng, 220, 0.008), face), taper(0.00007, STEPS)))
    return swinging(piece("hair", parts, hair_color(hair.color), rng), swing(body, face, 0.2 * scale))


def _over_brow(face: Face, points: F64, front: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which roots (n, 3) grow a fringe: those before the crown, over the middle of the brow."""
    d = unit(points - head_center(face))
    return np.asarray((np.abs(points[:, 0]) < 0.78 * face.u) & (d[:, 1] < -0.30) & (d[:, 2] > front - 0.12))


def _bangs(body: Body, face: Face, points: F64, rng: np.random.Generator) -> F64:
    """Strands (s, STEPS, 3) that fall over the brow and end above the eyes, level."""
    obstacle = Obstacle(body, face)
    end = face.middle[2] + (0.42 + np.abs(rng.normal(0, 0.03, len(points)))) * face.u
    out = np.zeros((len(points), STEPS, 3))
    t = np.linspace(0, 1, STEPS)
    tip = np.column_stack([points[:, 0] * 1.25, 0 * end, end])
    tip[:, 1] = face.surface(tip[:, 0] / face.u, (end - face.middle[2]) / face.u)[0][:, 1] - 0.006
    for k, s in enumerate(t):
        p = points * (1 - s) + tip * s
        p[:, 1] -= 0.5 * np.sin(np.pi * s) * np.linalg.norm(tip - points, axis=1) * 0.55
        out[:, k] = p
    gap = (0.003 + 0.010 * np.sin(np.pi * np.clip(t, 0, 0.8)))[None] * rng.uniform(0.5, 1.1, (len(points), 1))
    inside = out[:, 1:].reshape(-1, 3)
    out[:, 1:] = obstacle.settled(inside, gap[:, 1:].ravel()).reshape(len(points), STEPS - 1, 3)
    return out


def _turned_in(strands: F64, face: Face, level: float) -> F64:
    """The ends of strands bent in under the jaw."""
    near = soft_step(level + 0.55 * face.u - strands[..., 2], 0.0, 0.55 * face.u) ** 1.5
    out = strands - head_center(face)
    out[..., 2] = 0.0
    return np.asarray(strands - unit(out) * (0.010 * near)[..., None])
