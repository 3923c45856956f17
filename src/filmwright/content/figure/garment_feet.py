"""Shoes and boots: an upper from the foot, a shaft up the shin, a sole with its welt and heel."""

from __future__ import annotations

import numpy as np
from scipy.spatial import ConvexHull

from filmwright.content.figure.garment import F64, Cloth, from_shape
from filmwright.content.figure.garment_cut import cut, loops, smooth
from filmwright.content.figure.garment_fit import Fit, side_of
from filmwright.content.figure.garment_shell import settled, tights, widen_legs
from filmwright.scene.shapes import rings


def upper(
    fit: Fit,
    *,
    ease: float,
    top_z: float,
    widths: tuple[tuple[float, float], ...] = (),
    toe: float = 0.012,
    drape: int = 10,
) -> Cloth:
    """Both uppers from the sole to `top_z`. ease and toe (room before the toes) in metres at scale 1; widths: see widen_legs."""
    s, z = fit.scale, fit.body.points[:, 2]
    keep = (fit.leg > 0.5) & (z < top_z + 0.07 * s)
    cloth = tights(fit, np.full(len(z), ease * s), keep=keep, drape=drape)
    cloth = settled(fit, cloth, 0.6 * ease * s, rounds=3)
    points = cloth.points.copy()
    for side in "lr":
        mine = side_of(points, side)
        ball = fit.head_of(f"ball_{side}")
        ahead = np.clip((ball[1] + 0.02 * s - points[:, 1]) / (0.09 * s), 0, 1) * mine * (points[:, 2] < 0.12 * s)
        points[:, 1] -= ahead * toe * s
        # A toe box is fuller than toes.
        points[:, 2] += ahead * 0.007 * s * (points[:, 2] > 0.02 * s)
    points[:, 2] = np.maximum(points[:, 2], 0.001 * s)
    points = smooth(points, cloth.faces, 2, 0.4)
    cloth = cloth._replace(points=points)
    if widths:
        cloth = widen_legs(fit, cloth, widths)
    cloth = cut(cloth, cloth.points[:, 2] - top_z)
    points = cloth.points.copy()
    points[:, 2] = np.maximum(points[:, 2], -0.002 * s)
    return cloth._replace(points=points)


def outline(fit: Fit, cloth: Cloth, side: str, *, count: int = 48) -> F64:
    """The sole's outline (count, 2) under one foot of an upper, counter-clockwise, starting at the heel."""
    s = fit.scale
    p = cloth.points
    low = p[(p[:, 2] < 0.035 * s) & side_of(p, side)][:, :2]
    q = low[ConvexHull(low).vertices]
    closed = np.vstack([q, q[:1]])
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    t = np.linspace(0, length[-1], count + 1)[:-1]
    line = np.column_stack([np.interp(t, length, closed[:, k]) for k in (0, 1)])
    for _ in range(2):
        line = 0.5 * line + 0.25 * (np.roll(line, 1, 0) + np.roll(line, -1, 0))
    heel_to_toe = (line[:, 1] - line[:, 1].min()) / np.ptp(line[:, 1])
    inner = (line[:, 0] - line[:, 0].mean()) * (1 if side == "l" else -1) < 0
    waist = 0.014 * s * np.exp(-(((heel_to_toe - 0.6) / 0.15) ** 2))
    line[:, 0] += np.where(inner, waist * (1 if side == "l" else -1), 0)
    return np.roll(line, -int(np.argmax(line[:, 1])), axis=0)


def sole(fit: Fit, line: F64, side: str, *, thickness: float, heel: float, welt: float = 0.005) -> Cloth:
    """A sole below an outline: a welt, then the sole, thinner under the arch so that the heel stands on its own.
    thickness, heel (share of the length), welt: metres at scale 1."""
    s = fit.scale
    center = line.mean(0)
    out = (line - center) / np.linalg.norm(line - center, axis=1, keepdims=True)
    along = (line[:, 1] - line[:, 1].min()) / np.ptp(line[:, 1])
    arch = np.clip(1 - np.abs(along - (1 - heel - 0.16)) / 0.15, 0, 1) ** 0.6
    ball_spring = np.clip((0.12 - along) / 0.12, 0, 1) ** 2 * 0.25
    lift = thickness * s * np.maximum(0.55 * arch, ball_spring)
    levels = [(0.009, 0.5 * welt, 0), (0.007, welt, 0), (0.000, welt, 0), (-0.001, 0.4 * welt, 0)]
    stack = [np.column_stack([line + out * w * s, np.full(len(line), z * s)]) for z, w, _ in levels]
    for share, inset in ((0.85, 0.2), (1.0, -0.3)):
        stack.append(np.column_stack([line + out * welt * inset * s, -thickness * s * share + lift * share]))
    item = rings(np.array(stack)[::-1])
    ball = fit.head_of(f"ball_{side}")[1]
    share = np.clip((item.points[:, 1] - ball) / (0.04 * s) + 0.5, 0, 1)
    bones = fit.body.bones
    weights = np.zeros((len(item.points), len(bones)))
    weights[:, bones.index(f"foot_{side}")] = share
    weights[:, bones.index(f"ball_{side}")] = 1 - share
    return from_shape(item, weights)


def tops(cloth: Cloth) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """The upper rims of both shafts."""
    return [loop for loop in loops(cloth.faces) if cloth.points[loop, 2].mean() > 0.5 * cloth.points[:, 2].max()]
