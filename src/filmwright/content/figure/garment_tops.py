"""Tops that are pulled over the head and fall past the waist: sweater, T-shirt, hoodie."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import garment_folds, garment_shell
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit


class Cut(NamedTuple):
    """How a top is cut, metres at scale 1: ease off the skin, hem above the hip, neck and tilt as a bodice has them, `loose` 0..1 how
    straight it hangs, `sleeve` how far down the arm (see bodice), `wide` the room in the sleeve, depth of its folds;
    `gathered`: its hem is ribbed, so the cloth blouses over it."""

    ease: float
    hem: float
    neck: float
    tilt: float
    loose: float
    sleeve: float
    wide: float
    folds: float
    gathered: bool = True
    close_neck: bool = False


def pulled_on(fit: Fit, cut: Cut, seed: int) -> Cloth:
    """The top without its parts."""
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=cut.ease,
        hem_z=fit.waist,
        sleeve=cut.sleeve,
        neck=cut.neck,
        neck_tilt=cut.tilt,
        looseness=cut.loose,
        sleeve_ease=cut.wide,
        drape=9,
        close_neck=cut.close_neck,
    )
    surface = garment_shell.skirt(
        fit,
        top,
        hem_z=fit.hip + cut.hem * s,
        ease=0.95 * cut.ease,
        flare=0.0,
        seed=seed,
        follow=0.35,
        cling=0.35 if cut.gathered else 0.10,
        row_m=0.018,
    )
    height = garment_folds.waves(fit, surface, cut.folds, seed=seed, wide=0.07, long=0.10)
    if cut.gathered:
        low = float(surface.points[:, 2].min())
        over = np.exp(-(((surface.points[:, 2] - low - 0.085 * s) / (0.035 * s)) ** 2))
        height += 0.008 * s * over * garment_shell.trunk_mask(fit, surface)
    if cut.sleeve > 0:
        height += garment_folds.bends(fit, surface, cut.folds, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, surface, 1.2 * cut.folds, seed=seed)
    return garment_folds.displaced(fit, surface, height, gap=0.6 * cut.ease)
