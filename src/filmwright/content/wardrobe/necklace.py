"""A necklace: a string of pearls, or a fine chain with a pendant, lying on the chest or on what is worn there."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import Fit, measure, nearest
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import Shape, ball, curve
from filmwright.scene.shapes import join as joined
from filmwright.spec.shot import Garment

WORDS = ("necklace", "pearl necklace")
EXAMPLE = "A woman in a black dress and a gold necklace sits in a café"
MATERIALS = ("ceramic", "gold", "metal", "glass", "stone", "wood")
COLOR = "white"
LAYER = 9

METAL = ("gold", "metal")


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A necklace on a body."""
    fit = measure(body)
    metal = garment.material in METAL or garment.color == "gold"
    color, material = fabric(garment, "gold" if metal else COLOR, MATERIALS)
    if metal and garment.material is None:
        material = "gold"
    sewing = Sewing(fit, "necklace")
    stuff = sewing.stuff(color, material)
    s = fit.scale
    line = _line(fit, drop=0.075 if metal else 0.060)
    gap = (0.0042 if metal else 0.0078) * s
    beads = _spaced(line, gap)
    radius = 0.52 * gap
    made = joined([ball(radius, sides=8 if metal else 12, levels=6 if metal else 8).moved(p) for p in beads])
    if metal:
        low = beads[np.argmin(beads[:, 2])]
        drop = ball(1.0, sides=20, levels=12).scaled(np.array([0.0085, 0.004, 0.011]) * s)
        made = joined([made, drop.moved(low + np.array([0.0, -0.001, -0.011]) * s)])
    sewing.add("", _following(fit, made), stuff)
    return sewing.piece()


def _line(fit: Fit, *, drop: float) -> F64:
    """Where the string lies (n, 3): round the base of the neck behind, down to `drop` metres (scale 1) under it in front."""
    s = fit.scale
    base = fit.head_of("neck_01")
    turn = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    front = np.clip(np.cos(turn), 0, 1)  # 1 in front
    level = fit.neck + (0.016 - (drop + 0.016) * front**2.2 - 0.010 * (1 - np.abs(np.cos(turn)))) * s
    out = np.column_stack([np.sin(turn), -np.cos(turn), np.zeros_like(turn)])
    line = np.column_stack([base[0] + 0 * turn, base[1] + 0 * turn, level]) + out * 0.075 * s
    for _ in range(6):
        _, index = fit.tree.query(line)
        away = ((line - fit.body.points[index]) * fit.skin_normals[index]).sum(1)
        line = line + fit.skin_normals[index] * (0.0035 * s - away)[:, None]
        line[:, 2] = 0.7 * line[:, 2] + 0.3 * level
        line = 0.5 * line + 0.25 * (np.roll(line, 1, 0) + np.roll(line, -1, 0))
    return fit.pushed_out(line, 0.003 * s)


def _spaced(line: F64, gap: float) -> F64:
    """Points on a closed line, `gap` metres apart."""
    fine = curve(line, 4 * len(line), closed=True)
    closed = np.vstack([fine, fine[:1]])
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    at = np.linspace(0, length[-1], max(int(length[-1] / gap), 8), endpoint=False)
    return np.column_stack([np.interp(at, length, closed[:, k]) for k in range(3)])


def _following(fit: Fit, made: Shape) -> Cloth:
    """Beads that follow the chest, each stiff, evened out so that the string does not tear."""
    _, index = nearest(fit.lower, made.points, 24)
    weights = np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1)
    return Cloth(made.points, made.faces, weights)
