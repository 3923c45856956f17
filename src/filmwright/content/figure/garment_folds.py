"""Drape: the folds cloth takes at elbows, knees, armpits and waist, and slow waves elsewhere, as displacement of its points.

Folds run round a limb where it bends and along gravity where cloth hangs. Depths are metres at scale 1.
"""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import smooth
from filmwright.content.figure.garment_fit import ARM, HAND, Fit, side_of
from filmwright.scene.noise import value


def waves(fit: Fit, cloth: Cloth, depth: float, *, seed: int, long: float = 0.16, wide: float = 0.055) -> F64:
    """Slow hanging folds (n,) on trunk and hem: `wide` metres across, `long` metres down; about -depth..depth."""
    s = fit.scale
    p = cloth.points / s
    middle = fit.trunk.middle(cloth.points[:, 2]) / s
    angle = np.arctan2(p[:, 1] - middle[:, 1], p[:, 0] - middle[:, 0])
    around = 0.16 / wide
    down = p[:, 2] / long
    a = value(around * np.cos(angle) + down * 0.6 + 31.0, around * np.sin(angle) + down * 0.45 + 7.0, seed)
    b = value(around * 1.9 * np.cos(angle) - down + 3.0, around * 1.9 * np.sin(angle) + down * 0.8, seed + 1)
    # Cloth folds in ridges, not in swells: sharp on the crest, flat between.
    ridge = 1 - np.abs(2 * b - 1)
    return np.asarray(depth * s * (1.6 * (a - 0.5) + 1.5 * (ridge**2 - 0.35)))


def bends(fit: Fit, cloth: Cloth, depth: float, *, seed: int, joints: tuple[str, ...] = ("lowerarm", "calf")) -> F64:
    """Folds (n,) that gather on the inner side of elbows and knees and spiral away from them."""
    s = fit.scale
    total = np.zeros(len(cloth.points))
    for bone in joints:
        for side in "lr":
            total += _bend(fit, cloth, f"{bone}_{side}", depth * s, seed)
    return total


def _bend(fit: Fit, cloth: Cloth, bone: str, depth_m: float, seed: int) -> F64:
    s, body = fit.scale, fit.body
    joint = fit.head_of(bone)
    parent = fit.head_of(body.parents[bone])
    axis = joint - parent
    axis /= np.linalg.norm(axis)
    limb = ARM + HAND if "arm" in bone else ("thigh", "calf", "foot")
    mine = (fit.share(cloth, *limb) > 0.5) & side_of(cloth.points, bone[-1])
    d = cloth.points - joint
    along = d @ axis
    # Elbows bend forward, knees backward: folds gather there.
    inner = np.array([0.0, -1.0, 0.0]) if "arm" in bone else np.array([0.0, 1.0, 0.0])
    inner = inner - axis * (inner @ axis)
    inner /= np.linalg.norm(inner)
    side = np.cross(axis, inner)
    turn = np.arctan2(d @ side, d @ inner)
    length = 0.038 * s
    jitter = value(np.cos(turn) * 1.2 + 5, np.sin(turn) * 1.2 + along / (0.07 * s), seed + len(bone)) - 0.5
    wave = np.cos(2 * np.pi * along / length + 1.1 * np.abs(turn) + 5.0 * jitter)
    inside = 0.35 + 0.65 * np.clip(np.cos(turn), 0, 1)
    reach = np.exp(-((along / (0.11 * s)) ** 2))
    return np.asarray(depth_m * wave * inside * reach * mine)


def sleeves(fit: Fit, cloth: Cloth, depth: float, *, seed: int) -> F64:
    """Twisting folds (n,) down the arms, deepest above elbow and wrist."""
    s = fit.scale
    total = np.zeros(len(cloth.points))
    for side in "lr":
        arm = np.clip(2 * fit.share(cloth, *ARM, *HAND) - 0.6, 0, 1) * side_of(cloth.points, side)
        shoulder, wrist = fit.head_of(f"upperarm_{side}"), fit.head_of(f"hand_{side}")
        axis = wrist - shoulder
        axis /= np.linalg.norm(axis)
        d = cloth.points - shoulder
        along = d @ axis
        right = np.cross(axis, [0.0, 1.0, 0.0])
        right /= np.linalg.norm(right)
        turn = np.arctan2(d @ np.cross(right, axis), d @ right)
        x = np.cos(turn) * 1.1 + along / (0.055 * s) + 3
        y = np.sin(turn) * 1.1 + along / (0.11 * s)
        ridge = 1 - np.abs(2 * value(x, y, seed) - 1)
        total += arm * (ridge - 0.5) * depth * 1.6 * s
    return total


def gather(fit: Fit, cloth: Cloth, z: float, depth: float, *, seed: int, spread: float = 0.09, count: int = 26) -> F64:
    """Small vertical gathers (n,) above and below a belt or waistband at height z."""
    s = fit.scale
    trunk = np.clip(1 - 2 * fit.share(cloth, *ARM, *HAND), 0, 1)
    middle = fit.trunk.middle(cloth.points[:, 2])
    angle: F64 = np.arctan2(cloth.points[:, 1] - middle[:, 1], cloth.points[:, 0] - middle[:, 0])
    away = (cloth.points[:, 2] - z) / (spread * s)
    jitter = 3 * value(2.5 * np.cos(angle) + 9.0, 2.5 * np.sin(angle) + away, seed)
    wave = np.cos(count * angle + jitter + 1.5 * away)
    return np.asarray(depth * s * wave * np.abs(away) * np.exp(1 - away**2) * 0.6 * trunk)


def displaced(fit: Fit, cloth: Cloth, height: F64, *, gap: float) -> Cloth:
    """The cloth moved along its normals by `height` (n,) metres, kept `gap` (scale 1) off the skin."""
    normal = smooth(cloth.normals(), cloth.faces, 2, 0.5)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    points = cloth.points + normal * height[:, None]
    return cloth._replace(points=fit.pushed_out(points, gap * fit.scale))
