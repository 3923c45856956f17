"""What encloses a head: a sack round it that leaves the face free, from the crown down onto the shoulders. Hoods, headscarves, coifs."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.garment import F64, Cloth, Mask
from filmwright.content.figure.garment_cut import cut, loops, smooth
from filmwright.content.figure.garment_fit import ANGLES, SKIN_POINTS, Fit, nearest, reach
from filmwright.scene.shapes import rings

TURN = np.arange(ANGLES) * 2 * np.pi / ANGLES
"""Directions round the head; -pi/2 (index 3/4) is the face's."""


def around_head(fit: Fit, *, gap: float, low_z: float, peak: float = 0.0, back: float = 0.0, rows: int = 34) -> Cloth:
    """A closed sack from `low_z` (metres) to over the crown, `gap` off the head, convex, widening onto the shoulders below the neck;
    peak: how far its crown stands up, back: how far it hangs out behind. Metres at scale 1."""
    s, points = fit.scale, fit.body.points
    skin = np.zeros(len(points), bool)
    skin[:SKIN_POINTS] = (fit.arm + fit.hand)[:SKIN_POINTS] < 0.35
    top = float(points[skin, 2].max())
    eyes = float(fit.body.marks["eyes"])
    levels = np.linspace(min(low_z, fit.neck - 0.05 * s), top - 0.002 * s, 48)
    line = reach(points[skin & (points[:, 2] > levels[0] - 0.05 * s)], levels, 0.012 * s)
    # From the ears down it falls straight, or goes out with the shoulders.
    radius = line.radius.copy()
    widest = radius[np.abs(line.levels - eyes).argmin()]
    for i in range(len(line.levels)):
        if line.levels[i] < eyes:
            radius[i] = np.maximum(radius[i], widest * 0.86)
    line = type(line)(line.levels, line.center, radius)
    t = np.linspace(0, 1, rows)
    z = low_z + (top - low_z) * np.sin(t * np.pi / 2) ** 1.0
    stack = []
    for k, height in enumerate(z):
        crown = np.clip((height - eyes) / (top - eyes), 0, 1)
        out = line.at(np.full(ANGLES, min(height, top - 0.012 * s)), TURN) + gap * s
        out = out * np.sqrt(max(1 - crown**4.5, 0.0))
        if k == rows - 1:
            out = np.full(ANGLES, 0.006 * s)
        behind = np.clip(np.sin(TURN), 0, 1)
        out = out + back * s * behind**1.5 * np.clip((height - fit.neck) / (0.08 * s), 0, 1) * np.sqrt(1 - crown**2)
        center = line.middle(np.array([height]))[0]
        xy = center + out[:, None] * np.column_stack([np.cos(TURN), np.sin(TURN)])
        stack.append(np.column_stack([xy, np.full(ANGLES, height + (gap + peak * crown**2) * s)]))
    item = rings(np.array(stack), caps=False)
    pts = smooth(item.points, item.faces, 3, 0.4)
    return Cloth(pts, item.faces, weights_of(fit, pts))


def weights_of(fit: Fit, points: F64) -> F64:
    """Weights (n, B): the head's above the chin, going over into those of neck and shoulders below it."""
    body, s = fit.body, fit.scale
    rows = np.zeros((len(points), len(body.bones)))
    rows[:, body.bones.index("head")] = 1.0
    _, index = fit.lower.query(points, k=16)
    below = np.asarray(body.weights, float)[fit.lower_points[index]].mean(1)
    share = np.clip((points[:, 2] - fit.neck - 0.005 * s) / (0.075 * s), 0, 1)[:, None]
    share = share**2 * (3 - 2 * share)
    return np.asarray(rows * share + below * (1 - share))


def face_opening(body: Body, fit: Fit, cloth: Cloth, *, brow: float, chin: float, wide: float) -> Cloth:
    """The sack with an egg-shaped hole for the face: from `brow` over the eyes to `chin` under the mouth, `wide` half across, all in
    distances between the eyes."""
    face = landmarks(body)
    u = face.u
    eyes = float(body.marks["eyes"])
    top, low = eyes + brow * u, float(face.mouth[2]) - chin * u
    middle, half = (top + low) / 2, (top - low) / 2
    p = cloth.points
    away = np.hypot(p[:, 0] / (wide * u), (p[:, 2] - middle) / half)
    front = p[:, 1] < fit.head_of("head")[1] + 0.01 * fit.scale
    return cut(cloth, 1.0 - away, front & (np.abs(p[:, 0]) < 2.2 * wide * u))


def enclosed(fit: Fit, low_z: float) -> Mask:
    """The body's points that hair grows on and ears: inside whatever goes round the head (19158,); not the face."""
    body = fit.body
    face = landmarks(body)
    p = body.points
    skin = np.zeros(len(p), bool)
    skin[:SKIN_POINTS] = fit.head[:SKIN_POINTS] > 0.5
    eyes = float(body.marks["eyes"])
    behind = p[:, 1] > fit.head_of("head")[1] - 0.02 * fit.scale
    crown = p[:, 2] > eyes + 1.25 * face.u
    return np.asarray(skin & (p[:, 2] > low_z) & (behind | crown))


def drawn_in(body: Body, fit: Fit, cloth: Cloth, gap: float = 0.003) -> Cloth:
    """The edge round the face let down to `gap` metres (scale 1) off the skin."""
    edges = [loop for loop in loops(cloth.faces) if len(loop) > 12]
    face = min(edges, key=lambda loop: float(cloth.points[loop, 1].mean()))
    distance, _ = nearest(cKDTree(cloth.points[face]), cloth.points, 1)
    weight = np.exp(-((distance[:, 0] / (0.022 * fit.scale)) ** 2))
    off = np.maximum(fit.outside(cloth.points) - gap * fit.scale, 0) * weight
    return cloth._replace(points=smooth(cloth.points - cloth.normals() * off[:, None], cloth.faces, 2, 0.3 * weight))
