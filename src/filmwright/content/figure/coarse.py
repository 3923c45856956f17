"""Coarser meshes for what is seen from afar: fewer points of the same surface, each still one of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]


def triangles(faces: ArrayLike) -> I64:
    """Faces (f, 4), -1 last in triangles, as triangles (t, 3)."""
    quads = np.asarray(faces, np.int64)
    second = quads[quads[:, 3] >= 0][:, [0, 2, 3]]
    return np.concatenate([quads[:, :3], second])


def coarse(points: ArrayLike, faces: ArrayLike, spacing_m: ArrayLike) -> tuple[I64, I64]:
    """Which points (n, 3) of a mesh stay, `spacing_m` (n,) apart, and the triangles (t, 3) between them, by their new numbers. Every
    point goes with the one that stays which is nearest along the surface, so that what is near only through the air (two legs)
    keeps apart; a part that is smaller than the spacing is gone."""
    p, tri = np.asarray(points, float), triangles(faces)
    apart = np.broadcast_to(np.asarray(spacing_m, float), len(p))
    edges = np.concatenate([tri[:, [0, 1]], tri[:, [1, 2]], tri[:, [2, 0]]])
    edges, twice = np.unique(np.sort(edges, axis=1), axis=0, return_counts=True)
    kept = _spread(p, apart, np.unique(edges[twice == 1]), np.unique(tri))
    edges = edges[edges[:, 0] != edges[:, 1]]
    a, b = edges.T
    length = np.linalg.norm(p[a] - p[b], axis=1) / (apart[a] + apart[b]) + 1e-9
    graph = coo_matrix((length, (a, b)), shape=(len(p), len(p))).tocsr()
    _, _, nearest = dijkstra(graph, directed=False, indices=kept, return_predecessors=True, min_only=True)
    number = np.full(len(p), -1, np.int64)
    number[kept] = np.arange(len(kept))
    owner = np.where(nearest >= 0, number[np.maximum(nearest, 0)], -1)
    new = owner[tri]
    whole = (new >= 0).all(1) & (new[:, 0] != new[:, 1]) & (new[:, 1] != new[:, 2]) & (new[:, 2] != new[:, 0])
    new = new[whole]
    _, first = np.unique(np.sort(new, axis=1), axis=0, return_index=True)
    new = new[np.sort(first)]
    used, again = np.unique(new, return_inverse=True)
    return kept[used], again.reshape(new.shape).astype(np.int64)


def _spread(points: F64, apart: F64, rim: I64, among: I64) -> I64:
    """Points, by number, of which no two are nearer than the spacing of the first, and none of the rest could be added. Those of the
    open rim come first, or hems would be frayed."""
    free = np.ones(len(points), bool)
    tree = cKDTree(points)
    rng = np.random.default_rng(5)
    kept = []
    # The order is one of chance: in that of the mesh, whole rows would go and leave stripes.
    for some in (rim, among):
        left = _one_a_cell(points, apart, rng.permutation(some[free[some]]))
        near = tree.query_ball_point(points[left], apart[left], workers=1)
        for k, beside in zip(left.tolist(), near):
            if free[k]:
                kept.append(k)
                free[beside] = False
    return np.sort(np.array(kept, np.int64))


def _one_a_cell(points: F64, apart: F64, among: I64) -> I64:
    """The first of the points in every cell of 0.45 of their spacing: what is nearer than that cannot stay anyway, and is not asked."""
    cell = np.floor(points[among] / (0.45 * apart[among, None])).astype(np.int64)
    _, first = np.unique(np.column_stack([cell, np.round(1e5 * apart[among])]), axis=0, return_index=True)
    return np.asarray(among[np.sort(first)], np.int64)
