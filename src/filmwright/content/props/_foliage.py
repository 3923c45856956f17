"""Leaves as sheets folded along their rib, with veins the material draws."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, point_normals, shape
from filmwright.values import Color

ALONG, ACROSS = 12, 7


def leaf(
    base: F64,
    direction: F64,
    length_m: float,
    width_m: float,
    *,
    droop: float = 0.5,
    fold: float = 0.25,
    tone: float = 0.5,
) -> Shape:
    """A leaf from `base` that sets out along `direction` and bends down by `droop` radians towards its pointed tip; its two
    halves rise by `fold`. Point data "leaf": across (-1..1), along (0..1), tone (0..1)."""
    d = np.asarray(direction, float)
    d = d / np.linalg.norm(d)
    flat = math.atan2(d[2], math.hypot(d[0], d[1]))
    yaw = math.atan2(d[1], d[0])
    a = np.linspace(0, 1, ALONG)
    pitch = flat - droop * a**1.3
    step = length_m / (ALONG - 1)
    run = np.concatenate([[0.0], np.cumsum(np.cos(pitch)[:-1] * step)])
    rise = np.concatenate([[0.0], np.cumsum(np.sin(pitch)[:-1] * step)])
    half = width_m / 2 * np.sin(math.pi * a**0.72) ** 0.85 * (1 - 0.25 * a**3)
    b = np.linspace(-1, 1, ACROSS)
    lift = fold * np.abs(b) * half[:, None] + 0.05 * half[:, None] * np.sin(9 * a[:, None] + 2 * b)
    side = np.array([-math.sin(yaw), math.cos(yaw), 0.0])
    ahead = np.array([math.cos(yaw), math.sin(yaw), 0.0])
    normal = np.stack([-np.sin(pitch)[:, None] * ahead[None] + [0, 0, 1.0] * np.cos(pitch)[:, None]], 0)[0]
    rib = base + run[:, None] * ahead + rise[:, None] * np.array([0, 0, 1.0])
    points = rib[:, None] + half[:, None, None] * b[None, :, None] * side + lift[..., None] * normal[:, None]
    k = np.arange(ALONG * ACROSS).reshape(ALONG, ACROSS)
    quads = np.stack([k[:-1, :-1], k[1:, :-1], k[1:, 1:], k[:-1, 1:]], -1).reshape(-1, 4)
    marks = np.stack(np.broadcast_arrays(b[None], a[:, None], tone), -1)
    return shape(points.reshape(-1, 3), quads).with_data("leaf", marks.reshape(-1, 3))


def outward(item: Shape, middle: F64) -> Shape:
    """A leaf whose faces look away from the middle of its plant."""
    away = float(((item.points - middle) * point_normals(item.points, item.faces)).sum())
    return item if away >= 0 else item._replace(faces=item.faces[:, ::-1])


def green(dark: Color = (0.016, 0.062, 0.012), light: Color = (0.07, 0.19, 0.03)) -> Material:
    """Glossy leaves of two greens with a pale rib and veins; light shines through them a little."""
    place = attribute("leaf")
    across, along = op("abs", op("x", place)), op("y", place)
    veins = op("abs", op("sin", (along * 9.0 - across * 2.2) * math.pi))
    pale = op("max", remap(across, 0.03, 0.09, 1.0, 0.0), remap(veins, 0.0, 0.22, 0.45, 0.0))
    body = mix(dark, light, op("clamp", op("z", place) * 0.8 + noise(coords("rest"), scale=11.0, detail=3) * 0.3))
    return Material(
        color=mix(body, (0.16, 0.30, 0.08), pale * 0.6),
        roughness=0.36,
        specular=0.45,
        translucent=0.25,
        bumps=(Bump(height=pale, strength=0.35, distance_m=0.002),),
        preview=light,
    )


def soil() -> Material:
    """Potting soil, dark and crumbly."""
    crumbs = noise(coords("rest"), scale=130.0, detail=5)
    return Material(
        color=mix((0.012, 0.008, 0.005), (0.06, 0.04, 0.026), remap(crumbs, 0.35, 0.7)),
        roughness=0.95,
        specular=0.1,
        bumps=(Bump(height=crumbs, strength=1.0, distance_m=0.008),),
        preview=(0.03, 0.02, 0.014),
    )
