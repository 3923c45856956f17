"""Rays cast at a triangle mesh with numpy alone: for a few thousand short ones near its surface."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]

NEAR = 14  # triangles looked at round each place along a ray; chosen
STEP_M = 0.02  # between those places


class Target:
    """A mesh to cast rays at: points (n, 3), faces (f, 4) with -1 in the last column of a triangle."""

    def __init__(self, points: F64, faces: I64) -> None:
        quads = faces[faces[:, 3] >= 0]
        triangles = np.concatenate([faces[:, :3], quads[:, [0, 2, 3]]])
        self.a, b, c = (points[triangles[:, k]] for k in range(3))
        self.ab, self.ac = b - self.a, c - self.a
        self.tree = cKDTree((self.a + b + c) / 3)

    def distance(self, origins: F64, ways: F64, far_m: float) -> F64:
        """How far each ray (k, 3), (k, 3) goes before it meets the mesh, in metres, though perhaps not for the first time; infinite beyond
        `far_m`."""
        best, left = np.full(len(origins), np.inf), np.arange(len(origins))
        for t in np.arange(0.0, far_m + STEP_M, STEP_M):
            if not len(left):
                break
            _, index = self.tree.query(origins[left] + ways[left] * t, k=min(NEAR, len(self.a)))
            best[left] = self._met(origins[left], ways[left], np.atleast_2d(index))
            left = left[~np.isfinite(best[left])]
        return np.where(best <= far_m, best, np.inf)

    def _met(self, origins: F64, ways: F64, index: I64) -> F64:
        """The nearest meeting of each ray with its triangles `index` (k, m). Source: Moeller and Trumbore 1997."""
        a, ab, ac = self.a[index], self.ab[index], self.ac[index]
        way = ways[:, None]
        p = np.cross(way, ac)
        det = (ab * p).sum(-1)
        inverse = 1 / np.where(np.abs(det) < 1e-14, np.inf, det)
        s = origins[:, None] - a
        u = (s * p).sum(-1) * inverse
        q = np.cross(s, ab)
        v = (way * q).sum(-1) * inverse
        t = (ac * q).sum(-1) * inverse
        met = (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6) & (t >= 0) & (inverse != 0)
        return np.asarray(np.where(met, t, np.inf).min(1))
