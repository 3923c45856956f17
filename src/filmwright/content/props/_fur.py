"""Plush: short strands rooted all over a shape."""

from __future__ import annotations

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene.shapes import Shape, point_normals


def plush(
    body: Shape, count: int, length_m: float, rng: np.random.Generator, *, lie: float = 0.5, curl_m: float = 0.002
) -> F64:
    """`count` strands (count, 4, 3) of about a length on a shape's surface, spread by area; they stand off it and lean by `lie`
    in a direction of their own place, hanging a little."""
    quads = body.faces
    tri = np.concatenate([quads[:, :3], quads[quads[:, 3] >= 0][:, [0, 2, 3]]])
    p = body.points
    area = np.linalg.norm(np.cross(p[tri[:, 1]] - p[tri[:, 0]], p[tri[:, 2]] - p[tri[:, 0]]), axis=1)
    pick = tri[rng.choice(len(tri), count, p=area / area.sum())]
    a = rng.uniform(0, 1, (count, 2))
    a = np.where(a.sum(1, keepdims=True) > 1, 1 - a, a)
    weights = np.column_stack([1 - a.sum(1), a])[..., None]
    normals = point_normals(body.points, body.faces)
    root = (p[pick] * weights).sum(1)
    normal = (normals[pick] * weights).sum(1)
    normal = normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    swirl = np.stack([np.sin(61.0 * root[:, k] + 37.0 * root[:, (k + 1) % 3] + k) for k in range(3)], -1)
    lean = swirl + rng.normal(0, 0.45, root.shape) + [0, 0, -0.5]
    lean = lean - normal * (lean * normal).sum(1, keepdims=True)
    long = (length_m * rng.uniform(0.6, 1.15, count))[:, None]
    f = np.linspace(0, 1, 4)[None, :, None]
    curl = rng.normal(0, curl_m, root.shape)[:, None] * np.sin(3.0 * f)
    bent = normal[:, None] * f * (1 - 0.35 * lie * f) + lean[:, None] * lie * f**1.5
    return np.asarray(root[:, None] + long[:, None] * bent + curl * f)
