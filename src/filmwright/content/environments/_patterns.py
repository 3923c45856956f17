"""Seamless patterns in numpy, for images laid on the ground: a pixel costs one look-up and no shader noise."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.scene.nodes import Image
from filmwright.scene.shade import Expr, coords, mapping

F64 = NDArray[np.float64]
SIZE = 768  # pixels a side


def field(rng: np.random.Generator, steepness: float, size: float) -> F64:
    """Seamless noise whose spectrum falls by wavenumber^-steepness beyond features `size` of the tile wide."""
    k = np.fft.fftfreq(SIZE) * SIZE
    wave = np.hypot(k[:, None], k[None]) * size
    spectrum = np.fft.fft2(rng.normal(size=(SIZE, SIZE))) * (1 + wave**2) ** (-0.5 * (steepness + 1))
    return np.asarray(np.fft.ifft2(spectrum).real)


def level(field: F64) -> F64:
    """The field around 0.5, two standard deviations reaching 0 and 1."""
    return np.asarray(np.clip(0.5 + 0.25 * (field - field.mean()) / field.std(), 0, 1))


def pixels() -> F64:
    """Position of every pixel in 0..1, (SIZE·SIZE, 2)."""
    at = (np.arange(SIZE) + 0.5) / SIZE
    return np.asarray(np.stack(np.meshgrid(at, at), -1).reshape(-1, 2))


def walls(rng: np.random.Generator, cells: int) -> F64:
    """How far a spot is from the wall of its cell, 0 on the wall, about 1 in the middle."""
    tree = cKDTree(rng.random((cells, 2)), boxsize=np.ones(2))
    near = np.asarray(tree.query(pixels(), k=2)[0])
    return np.asarray((near[:, 1] - near[:, 0]) * math.sqrt(cells)).reshape(SIZE, SIZE)


def image(red: F64, green: F64, blue: F64) -> Image:
    stack = np.dstack([red, green, blue, np.ones_like(red)])
    return Image(pixels=np.round(255 * np.clip(stack, 0, 1)).astype(np.uint8), data=True)


def laid(name: str, side_m: float, *, turn_rad: float = 0.0, moved: Expr | None = None) -> Expr:
    """The color of a seamless image laid on the ground, `side_m` wide."""
    spot = coords() if moved is None else Expr(op="vadd", args=(coords(), moved))
    return repeated(name, mapping(spot, scale=(1 / side_m, 1 / side_m, 0.0), rotation=(0.0, 0.0, turn_rad)))


def repeated(name: str, where: Expr) -> Expr:
    """The color of a seamless image at a place whose x and y count its sides."""
    return Expr(op="image", args=(where,), params={"name": name, "extension": "REPEAT"})


def turf(seed: int) -> Image:
    """Ground that is never even. Red: large patches. Green: grain as fine as the pixels. Blue: clumps between both."""
    rng = np.random.default_rng(seed)
    patches = 0.8 * level(field(rng, 1.7, 0.09)) + 0.2 * level(field(rng, 1.2, 0.02))
    grain = 0.55 * level(field(rng, 0.4, 0.004)) + 0.45 * level(field(rng, 1.0, 0.012))
    return image(patches, grain, level(field(rng, 1.3, 0.03)))
