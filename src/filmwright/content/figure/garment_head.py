"""Measures of a head for hats, and the outlines that fit it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure.garment import F64, Mask
from filmwright.content.figure.garment_fit import ANGLES, SKIN_POINTS, Fit, reach

ANGLE = np.arange(ANGLES) * 2 * np.pi / ANGLES
"""Directions of an outline; -pi/2 (index 3/4) is the face's."""


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
