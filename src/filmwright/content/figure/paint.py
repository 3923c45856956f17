"""Tools for painting maps with numpy: noise, blur, and the skin's position under every texel of the face."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.ndimage import distance_transform_edt, gaussian_filter, zoom

from filmwright import bodydata
from filmwright.content.figure.body import F64

F32 = NDArray[np.float32]

# The face in the UV square of the base mesh: left, bottom, width, height.
WINDOW = (0.70, 0.30, 0.30, 0.40)


def soft_step(x: ArrayLike, low: float, high: float) -> F64:
    """0 below low, 1 above high, an S between."""
    t = np.clip((np.asarray(x) - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


def band(rng: np.random.Generator, shape: tuple[int, ...], fine: float, coarse: float) -> F32:
    """Noise of unit variance with features between two blur radii (pixels)."""
    noise = rng.standard_normal(shape, np.float32)
    out = gaussian_filter(noise, fine, mode="wrap", truncate=2.5)
    step = max(1, int(coarse / 3))
    small = gaussian_filter(noise[::step, ::step], coarse / step, mode="wrap", truncate=2.5) / step
    out = out - _resized(small, shape)
    return np.asarray(out / out.std(), np.float32)


def blurred(a: F32, radius: float) -> F32:
    """`a` blurred by a Gaussian of `radius` pixels."""
    return np.asarray(gaussian_filter(a, radius, truncate=3.0), np.float32)


def enlarged(a: F32, shape: tuple[int, ...]) -> F32:
    """`a` stretched to a larger shape, linear between its pixels."""
    return _resized(a, shape)


def _resized(a: F32, shape: tuple[int, ...]) -> F32:
    return np.asarray(
        zoom(a, (shape[0] / a.shape[0], shape[1] / a.shape[1]), order=1, mode="nearest", grid_mode=False), np.float32
    )


class Texels(NamedTuple):
    """Which skin lies under the texels of the face window: corners (h, w, 3) point numbers, shares (h, w, 3) barycentric, on
    (h, w) whether there is any (the rest repeats the nearest)."""

    corners: NDArray[np.int64]
    shares: F32
    on: NDArray[np.bool_]

    def spread(self, values: F64) -> F32:
        """Values of points (n,) or (n, 3) over the texels."""
        picked = values.astype(np.float32)[self.corners]
        shares = self.shares if values.ndim == 1 else self.shares[..., None]
        return np.asarray((picked * shares).sum(2), np.float32)


@lru_cache(maxsize=2)
def texels(width: int, height: int) -> Texels:
    """The Texels of the face window at a size. They depend on the UVs alone, so they serve every face."""
    data = bodydata.load()
    quads, uv = data.faces["body"], data.uv[data.face_uv["body"]]
    at = (uv - WINDOW[:2]) / WINDOW[2:] * [width, height] - 0.5
    low, high = at.min(1), at.max(1)
    inside = (high >= 0).all(1) & (low[:, 0] <= width) & (low[:, 1] <= height)
    tri = np.concatenate([quads[inside][:, [0, 1, 2]], quads[inside][:, [0, 2, 3]]])
    spot = np.concatenate([at[inside][:, [0, 1, 2]], at[inside][:, [0, 2, 3]]])
    corners = np.zeros((height, width, 3), np.int64)
    shares = np.zeros((height, width, 3), np.float32)
    on = np.zeros((height, width), bool)
    extent = np.ptp(spot, axis=1).max(1)
    edges = [0, 6, 12, 24, 48, 96, 1e9]
    for small, large in itertools.pairwise(edges):  # boxes of like size are filled together
        chosen = np.nonzero((extent >= small) & (extent < large))[0]
        for block in np.array_split(chosen, max(1, len(chosen) * int(min(large, 200)) ** 2 // 2_000_000)):
            if len(block):
                _fill(tri[block], spot[block], int(min(extent[block].max(), 4000)) + 3, corners, shares, on)
    _, where = distance_transform_edt(~on, return_indices=True)
    return Texels(corners[tuple(where)], shares[tuple(where)], on)


def _fill(
    tri: NDArray[np.int64], spot: F64, box: int, corners: NDArray[np.int64], shares: F32, on: NDArray[np.bool_]
) -> None:
    height, width = on.shape
    start = np.floor(spot.min(1)).astype(int)
    x, y = np.meshgrid(np.arange(box), np.arange(box))
    X = start[:, 0, None] + x.ravel()
    Y = start[:, 1, None] + y.ravel()
    a, b, c = (spot[:, k, :, None] for k in range(3))
    area: F64 = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    w1 = ((X - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (Y - a[:, 1])) / area
    w2 = ((b[:, 0] - a[:, 0]) * (Y - a[:, 1]) - (X - a[:, 0]) * (b[:, 1] - a[:, 1])) / area
    hit = (w1 >= -0.01) & (w2 >= -0.01) & (w1 + w2 <= 1.01) & (X >= 0) & (width > X) & (Y >= 0) & (height > Y)
    which, _ = np.nonzero(hit)
    rows, columns = Y[hit], X[hit]
    corners[rows, columns] = tri[which]
    shares[rows, columns] = np.stack([1 - w1[hit] - w2[hit], w1[hit], w2[hit]], -1)
    on[rows, columns] = True


def window_mask(name: str, width: int, height: int) -> F32:
    """A painted mask of the body data over the face window, (height, width)."""
    picture = bodydata.load().mask(name)
    size = len(picture)
    x = (WINDOW[0] + WINDOW[2] * (np.arange(width) + 0.5) / width) * size - 0.5
    y = (WINDOW[1] + WINDOW[3] * (np.arange(height) + 0.5) / height) * size - 0.5
    xi, yi = np.clip(x.astype(int), 0, size - 2), np.clip(y.astype(int), 0, size - 2)
    fx, fy = (x - xi)[None], (y - yi)[:, None]
    rows = picture[yi] * (1 - fy) + picture[yi + 1] * fy
    return np.asarray(rows[:, xi] * (1 - fx) + rows[:, xi + 1] * fx, np.float32)


def noise_in_space(points: F32, per_metre: float, rng: np.random.Generator) -> F32:
    """Value noise -1..1 at points (..., 3), features of 1 / per_metre metres."""
    table = rng.uniform(-1, 1, (32, 32, 32)).astype(np.float32)
    q = points * per_metre + 100
    i = np.floor(q).astype(np.int32)
    f = (q - i).astype(np.float32)
    f = f * f * (3 - 2 * f)
    out = np.zeros(points.shape[:-1], np.float32)
    for corner in range(8):
        d = [(corner >> k) & 1 for k in range(3)]
        weight = np.ones_like(out)
        for k in range(3):
            weight = weight * (f[..., k] if d[k] else 1 - f[..., k])
        out += table[(i[..., 0] + d[0]) & 31, (i[..., 1] + d[1]) & 31, (i[..., 2] + d[2]) & 31] * weight
    return out
