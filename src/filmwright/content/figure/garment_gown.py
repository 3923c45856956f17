"""Dresses: fitted above, a waist seam, a skirt that falls in flutes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import garment_folds, garment_shell
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import Fit


class Cut(NamedTuple):
    """How a dress is cut, metres at scale 1: `sleeve`, `neck`, `tilt` and `wide` as a bodice has them, `hem` its height (metres, not
    scaled), `flare` and `flutes` of its skirt, `gathered` depth of the gathers at the waist, `follow` how much it goes with the legs."""

    sleeve: float
    neck: float
    tilt: float
    wide: float
    hem: float
    flare: float = 0.115
    flutes: float = 0.055
    gathered: float = 0.004
    follow: float = 0.8


def gown(fit: Fit, cut: Cut, seed: int) -> Cloth:
    """The dress without its trims."""
    top = garment_shell.bodice(
        fit,
        ease=0.007,
        hem_z=fit.waist,
        sleeve=cut.sleeve,
        neck=cut.neck,
        neck_tilt=cut.tilt,
        looseness=0.12,
        sleeve_ease=cut.wide,
        drape=4,
        close_neck=True,
    )
    surface = garment_shell.skirt(
        fit, top, hem_z=cut.hem, ease=0.012, flare=cut.flare, flutes=cut.flutes, seed=seed, follow=cut.follow
    )
    height = garment_folds.gather(fit, surface, fit.waist, cut.gathered, seed=seed, spread=0.07, count=34)
    height += garment_folds.waves(fit, surface, 0.0015, seed=seed)
    if cut.sleeve > 0:
        height += garment_folds.bends(fit, surface, 0.003, seed=seed, joints=("lowerarm",))
    return garment_folds.displaced(fit, surface, np.asarray(height), gap=0.004)
