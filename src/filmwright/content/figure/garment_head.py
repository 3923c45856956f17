"""Measures of a head for hats, the outlines that fit it, and what hats are made from: domes, crowns with brims, bands."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure.garment import F64, I64, Mask
from filmwright.content.figure.garment_fit import ANGLES, SKIN_POINTS, Fit, reach
from filmwright.scene.shapes import Shape, rings

ANGLE = np.arange(ANGLES) * 2 * np.pi / ANGLES
"""Directions of an outline; -pi/2 (index 3/4) is the face's."""
HAIR_M = 0.013  # room for hair below; chosen


class Head(NamedTuple):
    """eyes, top: heights in metres; size: eyes to top over that of the reference head (0.115 m); center (2,) and radius
    (ANGLES,) of the outline round the forehead at height `line`; skin: which of the body's points belong to the head."""

    eyes: float
    top: float
    size: float
    line: float
    center: F64
    radius: F64
    skin: Mask


def head(fit: Fit, *, line: float = 0.5) -> Head:
    """The Head of a body; `line` is where a hat sits, 0 at the eyes, 1 at the top."""
    points = fit.body.points
    eyes = float(points[np.unique(fit.body.faces["helper-l-eye"])][:, 2].mean())
    skin = np.zeros(len(points), bool)
    skin[:SKIN_POINTS] = fit.head[:SKIN_POINTS] > 0.6
    top = float(points[skin, 2].max())
    size = (top - eyes) / 0.115
    z = eyes + line * (top - eyes)
    # Ears stick out of the outline; a hat sits above them.
    mine = skin & (points[:, 2] > z - 0.012 * size)
    around = reach(points[mine], np.array([z, z + 0.01 * size]), 0.012 * size)
    return Head(eyes, top, size, z, around.center[0], around.radius[0], skin)


def ring(center: F64, radius: F64, z: F64 | float) -> F64:
    """Points (ANGLES, 3) of a level outline."""
    xy = center + radius[:, None] * np.column_stack([np.cos(ANGLE), np.sin(ANGLE)])
    return np.column_stack([xy, np.broadcast_to(z, (ANGLES,))])


def dome(
    it: Head, base: F64, tall: float, *, full: float, rows: int = 14, back_m: float = 0.014, slack: F64 | None = None
) -> F64:
    """Rings (rows, ANGLES, 3) of a dome of height `tall` over the outline `base`: the smaller `full`, the squarer its profile;
    its top lies `back_m` (size 1) behind. slack (rows, ANGLES): metres added to the radius."""
    out = []
    for k, t in enumerate(np.linspace(0, 1, rows)):
        shape = np.cos(t * np.pi / 2) ** full if t < 1 else 0.02
        center = it.center + np.array([0.0, back_m * it.size * t**2])
        radius = base * shape + (0.0 if slack is None else slack[k])
        out.append(ring(center, radius, it.line + tall * np.sin(t * np.pi / 2) ** 0.9))
    return np.array(out)


class Brimmed(NamedTuple):
    """A hat with crown and brim, metres at size 1: `brim` wide, turned up by `sides` at the sides and down by `front` before and
    behind; crown over the head by `over`, `crease` deep on top, pinched in front by `pinch`, narrower above by `taper`; its top is
    the rounder, the larger `round` (0..1). wave: how uneven its brim is."""

    brim: float
    sides: float
    front: float
    over: float
    crease: float = 0.0
    pinch: float = 0.0
    taper: float = 0.036
    round: float = 0.0
    wave: float = 0.0


def brimmed(it: Head, cut: Brimmed) -> Shape:
    """Crown and brim in one: out along the brim's underside, back over it and up the crown."""
    size, base = it.size, it.radius + HAIR_M * it.size
    ahead, sides = np.clip(-np.sin(ANGLE), 0, 1), np.abs(np.cos(ANGLE))
    ends = np.abs(np.sin(ANGLE))
    curl = (cut.sides * sides**2 - cut.front * ends**2 - 0.004) * size
    curl = curl + cut.wave * size * (np.sin(3 * ANGLE + 0.7) + 0.6 * np.sin(5 * ANGLE + 2.0))
    wide = cut.brim * size * (1 - 0.12 * sides**2)
    rows = []
    for share, drop in ((0.0, 0.0), (0.35, 0.2), (0.7, 0.55), (0.95, 0.93), (1.0, 1.0)):
        rows.append(ring(it.center, base + wide * share, it.line + curl * drop - 0.0035 * size))
    for share, drop in ((1.01, 1.0), (0.95, 0.95), (0.7, 0.58), (0.35, 0.23), (0.05, 0.03)):
        rows.append(ring(it.center, base + wide * share, it.line + curl * drop + 0.0015 * size))
    tall = it.top - it.line + cut.over * size
    dent = cut.crease * size * np.clip(1.0 - (np.cos(ANGLE) / 0.75) ** 2, 0, 1)
    for level, inset in ((0.08, 0.0), (0.3, 0.05), (0.55, 0.17), (0.78, 0.36), (0.92, 0.61), (1.0, 1.0)):
        pinch = cut.pinch * size * level**2 * np.exp(-(((np.abs(np.cos(ANGLE)) - 0.55) / 0.28) ** 2)) * ahead
        up = level - 0.10 * cut.round * level**6
        rows.append(
            ring(it.center, base - inset * cut.taper * size - pinch, it.line + tall * up + 0.010 * size * level * ahead)
        )
    rim = rows[-1]
    middle = rim[:, :2].mean(0)
    for share, sink in ((0.7, 0.5), (0.35, 1.0)):
        xy = middle + (rim[:, :2] - middle) * share
        top = rim[:, 2] + 0.06 * cut.round * tall * sink
        rows.append(np.column_stack([xy, top - dent * sink * 0.6 - 0.4 * cut.crease * size * sink]))
    return rings(np.array(rows), caps=True)


def hat_band(it: Head, levels: tuple[tuple[float, float], ...]) -> F64:
    """Rings (k, ANGLES, 3) round the foot of a crown: (height, distance from it) each, metres at size 1."""
    base = it.radius + (HAIR_M + 0.0025) * it.size
    return np.array([ring(it.center, base + out * it.size, it.line + z * it.size) for z, out in levels])


def unrolled(faces: I64, rows: int, size: float, tall: float) -> F64:
    """Corner coordinates (f, 4, 2) of a stack of rings round a head, cut open at the first angle: metres around and up."""
    around, n = ANGLE / (2 * np.pi) * 0.56 * size, ANGLES
    corner = np.where(faces >= 0, faces, faces[:, :1])
    on_ring = corner < rows * n
    u = np.where(on_ring, around[corner % n], 0.0)
    v = np.where(on_ring, corner // n, rows - 1) / max(rows - 1, 1) * tall
    span = around[1] * n
    u = u + np.where(u - u[:, :1] < -span / 2, span, 0.0) - np.where(u - u[:, :1] > span / 2, span, 0.0)
    return np.stack([u, v], -1)
