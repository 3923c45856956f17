"""Seamless patterns as images: sand and foam are drawn once in numpy, so that a pixel costs one look-up and no noise."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from filmwright.content.environments._patterns import SIZE, field, image, level, pixels, walls
from filmwright.scene.nodes import Image

F64 = NDArray[np.float64]

SAND_M = 7.0  # side of the sand tile in metres
FOAM_M = 5.2


def sand(seed: int) -> Image:
    """Sand, SAND_M wide. Red: light and dark patches with grain. Green: wind ripples, crests along the rows. Blue: soft
    hollows a foot wide."""
    rng = np.random.default_rng(seed)
    patches = 0.75 * level(field(rng, 1.6, 0.05)) + 0.25 * level(field(rng, 0.25, 0.02))
    bend = 2.4 * (level(field(rng, 2.6, 0.35)) - 0.5) + 0.25 * (level(field(rng, 1.2, 0.12)) - 0.5)
    across = np.arange(SIZE)[None] / SIZE
    crests = 62  # ripples 11 cm apart (small aeolian ripples are 5-15 cm; Sharp, Journal of Geology 71, 1963)
    phase = 2 * math.pi * (crests * across + bend)
    fade = 0.35 + 0.65 * level(field(rng, 1.8, 0.4))
    ripples = 0.5 + 0.5 * fade * (np.sin(phase) + 0.25 * np.sin(2 * phase + 0.8)) / 1.2
    hollows = _hollows(rng, 210)
    return image(patches, ripples, hollows)


def foam(seed: int) -> Image:
    """Foam, FOAM_M wide. Red: how late a spot loses its foam, 1 on the walls of the bubbles' cells. Green: clots.
    Blue: ripples of the water, as heights."""
    rng = np.random.default_rng(seed + 1)
    warp = 26.0 * np.stack([level(field(rng, 1.9, 0.12)) - 0.5, level(field(rng, 1.9, 0.12)) - 0.5])
    large, small = walls(rng, 55), walls(rng, 520)
    lace = np.maximum(np.clip(1 - large / 0.5, 0, 1), 0.75 * np.clip(1 - small / 0.6, 0, 1))
    lace = _warped(lace, warp)
    clots = level(field(rng, 1.3, 0.1))
    return image(lace, clots, level(field(rng, 1.9, 0.13)))


def _hollows(rng: np.random.Generator, count: int) -> F64:
    """Soft dips, 0 in their middle, 1 on the level, with a raised rim."""
    tree = cKDTree(rng.random((count, 2)), boxsize=np.ones(2))
    near = np.asarray(tree.query(pixels(), k=1)[0])
    reach = near.reshape(SIZE, SIZE) * math.sqrt(count)
    soft = np.clip(reach / 0.62, 0, 1)
    return np.asarray(0.8 * soft * soft * (3 - 2 * soft) + 0.2 * level(field(rng, 1.2, 0.08)))


def _warped(pattern: F64, shift: F64) -> F64:
    """The pattern, displaced by `shift` (2, SIZE, SIZE) pixels."""
    rows, columns = np.indices(pattern.shape)
    return np.asarray(map_coordinates(pattern, [rows + shift[0], columns + shift[1]], order=1, mode="grid-wrap"))
