"""Clouds on a flat ceiling, as a painted sky has them, and where they go as the wind moves them.

A direction d of the sky looks at the ceiling's point d.xy / (d.z + CEILING); clouds are a noise over those points that drifts. So
where a cloud of one frame stands in another is known exactly, and a sky is carried between frames as the set is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F32 = NDArray[np.float32]

CEILING = 0.08  # keeps the ceiling's points at the horizon from running to infinity; chosen


def drifted(directions: F32, shift: tuple[float, float]) -> F32:
    """Where in the sky (n, 3) clouds stand that stood at unit `directions` (n, 3), once the ceiling has moved by `shift`. What lies
    under the horizon stays."""
    d = np.asarray(directions, np.float32)
    up = np.maximum(d[:, 2], 0.0)
    q = d[:, :2] / (up + CEILING)[:, None] + np.asarray(shift, np.float32)
    square = (q * q).sum(axis=1)
    # |q|² (z + c)² + z² = 1, solved for z
    a, b, c = square + 1.0, 2.0 * CEILING * square, CEILING**2 * square - 1.0
    z = (-b + np.sqrt(np.maximum(b * b - 4.0 * a * c, 0.0))) / (2.0 * a)
    moved = np.column_stack([q * (z + CEILING)[:, None], z])
    return np.asarray(np.where((d[:, 2] > 0)[:, None], moved, d), np.float32)
