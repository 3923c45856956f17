"""Value noise over the plane, for terrain and scatter. Deterministic: the seed decides everything."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]


@lru_cache(maxsize=16)
def _lattice(seed: int) -> F64:
    return np.random.default_rng(seed).random((256, 256))


def value(x: F64, y: F64, seed: int = 0) -> F64:
    """Smooth noise 0..1 with features about 1 unit across. x and y of one shape."""
    table = _lattice(seed)
    xi, yi = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = x - xi, y - yi
    fx, fy = fx**3 * (fx * (fx * 6 - 15) + 10), fy**3 * (fy * (fy * 6 - 15) + 10)
    a, b = table[xi & 255, yi & 255], table[(xi + 1) & 255, yi & 255]
    c, d = table[xi & 255, (yi + 1) & 255], table[(xi + 1) & 255, (yi + 1) & 255]
    return np.asarray((a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy)


def fractal(x: F64, y: F64, octaves: int = 6, *, ridged: bool = False, seed: int = 0) -> F64:
    """Octaves of `value`, halved and turned each time. Plain: about -0.5..0.5. Ridged: 0..1, sharp crests."""
    total, amplitude, weight = np.zeros_like(x, dtype=float), 0.5, np.ones_like(x, dtype=float)
    for k in range(octaves):
        n = value(x + k * 17.3, y - k * 9.1, seed)
        if ridged:
            n = (1 - np.abs(2 * n - 1)) ** 2
            total = total + amplitude * n * weight
            weight = np.clip(n * 1.6, 0, 1)
        else:
            total = total + amplitude * (n - 0.5)
        x, y = 1.6 * x + 1.2 * y, -1.2 * x + 1.6 * y
        amplitude *= 0.5
    return total
