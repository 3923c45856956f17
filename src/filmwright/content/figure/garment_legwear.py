"""What trousers and jeans share: two legs with their folds, waistband, fly, belt."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, side_of
from filmwright.content.figure.garment_parts import Surface


class Cut(NamedTuple):
    """How trousers are cut: ease off the seat and least radii of the leg, metres at scale 1; crease: depth of the pressed
    line; folds: depth of the folds at knee and ankle."""

    ease: float
    thigh: float
    knee: float
    hem: float
    crease: float
    folds: float


def legwear(fit: Fit, pattern: Cut, top_z: float, seed: int, *, hem_z: float | None = None) -> Cloth:
    """Two legs from `top_z` to the instep, or to `hem_z` (metres) above it."""
    s = fit.scale
    short = hem_z is not None
    surface = garment_shell.legs(
        fit,
        ease=pattern.ease,
        top_z=top_z,
        hem_z=fit.ankle - 0.018 * s if hem_z is None else hem_z,
        width=pattern.thigh,
        knee_width=pattern.knee,
        hem_width=pattern.hem,
    )
    height = np.zeros(len(surface.points))
    for joint in () if short else ("calf", "foot"):
        height += garment_folds.bends(fit, surface, pattern.folds, seed=seed, joints=(joint,))
    height += garment_folds.waves(fit, surface, 0.7 * pattern.folds, seed=seed, wide=0.05)
    if pattern.crease > 0:
        height += _crease(fit, surface, pattern.crease)
    else:
        height += _whiskers(fit, surface, 0.8 * pattern.folds)
    return garment_folds.displaced(fit, surface, height, gap=0.006)


def _crease(fit: Fit, cloth: Cloth, depth: float) -> F64:
    """The pressed line down the front of each leg, metres."""
    s = fit.scale
    total = np.zeros(len(cloth.points))
    for side in "lr":
        center = fit.shins[side].middle(cloth.points[:, 2])
        low = np.clip((fit.crotch - cloth.points[:, 2]) / (0.12 * s), 0, 1) * side_of(cloth.points, side)
        off = cloth.points[:, 0] - center[:, 0]
        front = cloth.points[:, 1] < center[:, 1]
        total += low * front * depth * s * np.exp(-np.abs(off) / (0.014 * s))
    return total


def _whiskers(fit: Fit, cloth: Cloth, depth: float) -> F64:
    """Creases that run from the crotch up and outward over the hips, metres."""
    s = fit.scale
    out = np.abs(cloth.points[:, 0])
    up = cloth.points[:, 2] - fit.crotch
    front = cloth.points[:, 1] < fit.trunk.middle(cloth.points[:, 2])[:, 1]
    near = np.exp(-((up / (0.09 * s)) ** 2)) * np.clip(out / (0.03 * s), 0, 1)
    return np.asarray(depth * s * np.cos((up - 0.55 * out) / (0.0065 * s)) * near * front)


def waistband(ground: Surface, *, depth: float) -> Cloth:
    """The band round the waist."""
    rim = garment_shell.hem_loop(ground.cloth, low=False)
    return garment_parts.band(ground, rim, depth, gap=0.001, thickness=0.002)


def fly(ground: Surface, top_z: float) -> Cloth:
    """The flap over the zip."""
    s = ground.fit.scale
    return garment_parts.panel(
        ground,
        lambda u, v: ((0.034 * u * (1 - 0.5 * v**4) - 0.004) * s, top_z - (0.03 + 0.125 * v) * s),
        (8, 4),
        gap=0.002,
        thickness=0.0015,
    )


def socks(fit: Fit, *, high: float = 0.12) -> Cloth:
    """Socks from inside the shoe to `high` (metres at scale 1) above the ankle."""
    s, z = fit.scale, fit.body.points[:, 2]
    keep = (fit.leg > 0.5) & (z < fit.ankle + 0.16 * s)
    sock = garment_shell.tights(fit, np.full(len(z), 0.002 * s), keep=keep, drape=2)
    sock = garment_shell.settled(fit, sock, 0.003 * s)
    sock = cut(sock, sock.points[:, 2] - fit.ankle - high * s)
    return cut(sock, fit.ankle - 0.035 * s - sock.points[:, 2])


def belt_loops(ground: Surface, top_z: float) -> list[Cloth | None]:
    """Short upright strips that hold a belt, four before and three behind."""
    s = ground.fit.scale
    loops: list[Cloth | None] = []
    for x, back in (
        (-0.10, False),
        (-0.055, False),
        (0.055, False),
        (0.10, False),
        (-0.07, True),
        (0.0, True),
        (0.07, True),
    ):
        loops.append(
            garment_parts.panel(
                ground,
                lambda u, v, x=x: ((x + 0.009 * (u - 0.5)) * s, top_z - (0.002 + 0.036 * v) * s),  # type: ignore[misc]
                (4, 3),
                gap=0.009,
                thickness=0.0015,
                back=back,
            )
        )
    return loops
