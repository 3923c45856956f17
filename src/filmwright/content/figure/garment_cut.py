"""Scissors and needle: cutting along a line, refining, smoothing, loops of an edge, turned hems. Everything keeps weights."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from filmwright.content.figure.garment import F64, I64, Cloth, Mask

SNAP = 0.3  # a cut that passes this near a point (share of the edge) moves the point instead of making a sliver; chosen


def faces_corners(faces: I64) -> tuple[I64, I64]:
    """Directed edges (a, b) of all faces, flat; the missing fourth edge of a triangle is left out."""
    tri = faces[:, 3] < 0
    a = faces.copy()
    b = np.roll(faces, -1, axis=1)
    b[tri, 2] = faces[tri, 0]
    keep = np.ones(faces.shape, bool)
    keep[tri, 3] = False
    return a[keep], b[keep]


def _pairs(a: I64, b: I64, count: int) -> tuple[I64, I64, I64]:
    """The different pairs (p, 2) of numbers below `count`, for each given pair its place among them, and how often each comes.
    (Sorting one number a pair is ten times faster than sorting rows.)"""
    code, inverse, uses = np.unique(a * count + b, return_inverse=True, return_counts=True)
    return np.stack([code // count, code % count], 1), np.asarray(inverse.reshape(-1), np.int64), uses


def compact(cloth: Cloth, keep: Mask | None = None) -> Cloth:
    """Only the faces in `keep` (f,) and the points they use."""
    faces = cloth.faces if keep is None else cloth.faces[keep]
    used = np.unique(faces[faces >= 0])
    place = np.full(len(cloth.points) + 1, -1, np.int64)
    place[used] = np.arange(len(used))
    return Cloth(cloth.points[used], place[faces], cloth.weights[used])


def cut(cloth: Cloth, distance: F64, where: Mask | None = None) -> Cloth:
    """The part of the cloth where `distance` (n,) is negative, cut along its zero line. Faces with no point in `where`
    (n,) are kept whole: limit a cut to one sleeve with it."""
    points, weights, d = cloth.points.copy(), cloth.weights.copy(), np.array(distance, float)
    faces = cloth.faces
    touched = np.ones(len(faces), bool)
    if where is not None:
        corner = np.where(faces >= 0, where[faces], False)
        touched = corner.any(1)
    work = faces[touched]
    _snap(points, weights, d, work)
    sign = np.sign(np.where(np.abs(d) < 1e-9, 0.0, d)).astype(int)
    tri = work[:, 3] < 0
    nxt = np.roll(work, -1, axis=1)
    nxt[tri, 2] = work[tri, 0]
    corner_there = np.ones(work.shape, bool)
    corner_there[tri, 3] = False
    sa, sb = sign[work], sign[nxt]
    crossing = (sa * sb < 0) & corner_there
    low, high = np.minimum(work, nxt)[crossing], np.maximum(work, nxt)[crossing]
    edges, inverse, _ = _pairs(low, high, len(points))
    if len(edges):
        t = (d[edges[:, 0]] / (d[edges[:, 0]] - d[edges[:, 1]]))[:, None]
        extra = points[edges[:, 0]] * (1 - t) + points[edges[:, 1]] * t
        extra_w = weights[edges[:, 0]] * (1 - t) + weights[edges[:, 1]] * t
    else:
        extra, extra_w = np.zeros((0, 3)), np.zeros((0, weights.shape[1]))
    cut_id = np.full(work.shape, -1, np.int64)
    cut_id[crossing] = len(points) + inverse
    sequence = np.stack([np.where((sa <= 0) & corner_there, work, -1), cut_id], -1).reshape(len(work), 8)
    inside = ((sa < 0) & corner_there).any(1)
    made = _polygons(sequence[inside])
    rest = faces[~touched]
    out = Cloth(np.concatenate([points, extra]), np.concatenate([rest, made]), np.concatenate([weights, extra_w]))
    return compact(out)


def _snap(points: F64, weights: F64, d: F64, faces: I64) -> None:
    """Move points that nearly lie on the cut onto it, in place."""
    a, b = faces_corners(faces)
    cross = d[a] * d[b] < 0
    a, b = np.concatenate([a[cross], b[cross]]), np.concatenate([b[cross], a[cross]])
    if not len(a):
        return
    t = d[a] / (d[a] - d[b])
    order = np.argsort(t, kind="stable")
    a, b, t = a[order], b[order], t[order]
    first = np.unique(a, return_index=True)[1]
    first = first[t[first] < SNAP]
    a, b, t = a[first], b[first], t[first][:, None]
    points[a], weights[a], d[a] = points[a] * (1 - t) + points[b] * t, weights[a] * (1 - t) + weights[b] * t, 0.0


def _polygons(sequence: I64) -> I64:
    """Faces of four or three corners from rows (f, 8) of corner numbers with gaps of -1; up to six corners a row."""
    order = np.argsort(sequence < 0, axis=1, kind="stable")
    row = np.take_along_axis(sequence, order, axis=1)
    count = (row >= 0).sum(1)
    out: list[I64] = []
    three, four, five, six = (row[count == k] for k in (3, 4, 5, 6))
    out.append(np.column_stack([three[:, :3], np.full(len(three), -1)]))
    out.append(four[:, :4])
    out.append(five[:, :4])
    out.append(np.column_stack([five[:, [0, 3, 4]], np.full(len(five), -1)]))
    out.append(six[:, :4])
    out.append(six[:, [0, 3, 4, 5]])
    return np.asarray(np.concatenate(out), np.int64)


def refine(cloth: Cloth) -> Cloth:
    """Each face in four (Catmull-Clark; edges of the cloth keep their line). Source: Catmull and Clark 1978."""
    n, faces = len(cloth.points), cloth.faces
    f = len(faces)
    corners = (faces >= 0).sum(1)
    a, b = faces_corners(faces)
    face_of = np.repeat(np.arange(f), corners)
    edges, inverse, uses = _pairs(np.minimum(a, b), np.maximum(a, b), n)
    e = len(edges)
    to_face = sparse.csr_array((1 / corners[face_of], (face_of, a)), shape=(f, n))
    half = sparse.csr_array((np.full(2 * e, 0.5), (np.repeat(np.arange(e), 2), edges.ravel())), shape=(e, n))
    edge_face = sparse.csr_array((np.ones(len(a)), (inverse, face_of)), shape=(e, f))
    inner = (uses > 1).astype(float)
    to_edge = sparse.diags_array(1 - inner / 2) @ half + sparse.diags_array(inner / 4) @ (edge_face @ to_face)
    # Points: (faces' mean + 2 edges' mean + (k-3) itself) / k inside; the 1-6-1 rule on the edge of the cloth.
    k = np.maximum(np.bincount(a, minlength=n), 1).astype(float)
    rim = np.zeros(n, bool)
    rim[edges[uses == 1].ravel()] = True
    point_face = sparse.csr_array((np.ones(len(a)), (a, face_of)), shape=(n, f))
    point_edge = sparse.csr_array((np.ones(2 * e), (edges.ravel(), np.repeat(np.arange(e), 2))), shape=(n, e))
    degree = np.maximum(np.bincount(edges.ravel(), minlength=n), 1).astype(float)
    inside = sparse.diags_array(1 / k**2) @ (point_face @ to_face)
    inside = inside + sparse.diags_array(2 / (k * degree)) @ (point_edge @ half) + sparse.diags_array((k - 3) / k)
    border = edges[uses == 1]
    along = sparse.csr_array((np.ones(2 * len(border)), (border.ravel(), border[:, ::-1].ravel())), shape=(n, n))
    edge_rule = sparse.diags_array(np.full(n, 0.75)) + sparse.diags_array(np.full(n, 0.125)) @ along
    to_point = sparse.diags_array((~rim).astype(float)) @ inside + sparse.diags_array(rim.astype(float)) @ edge_rule
    spread = sparse.vstack([to_point, to_edge, to_face]).tocsr()
    start = np.concatenate([[0], np.cumsum(corners)])[:-1]
    before = np.arange(len(a)) - 1
    before[start] = start + corners - 1
    quads = np.column_stack([a, n + inverse, n + e + face_of, n + inverse[before]])
    weights = spread @ cloth.weights
    weights = np.maximum(weights, 0) / np.maximum(weights.sum(1, keepdims=True), 1e-9)
    return Cloth(spread @ cloth.points, quads.astype(np.int64), weights)


def neighbours(faces: I64, count: int) -> sparse.csr_array:
    """(n, n) matrix that takes the mean of each point's neighbours."""
    a, b = faces_corners(faces)
    pairs, _, _ = _pairs(np.concatenate([a, b]), np.concatenate([b, a]), count)
    link = sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    share = 1 / np.maximum(np.asarray(link.sum(1)), 1)
    return sparse.csr_array((link.data * share[pairs[:, 0]], (pairs[:, 0], pairs[:, 1])), shape=(count, count))


def smooth(values: F64, faces: I64, rounds: int, amount: float | F64 = 0.5) -> F64:
    """`values` (n, k) drawn towards their neighbours' mean; `amount` 0..1, one or one a point (0 holds it)."""
    mean = neighbours(faces, len(values))
    out = np.array(values, float)
    step = amount if isinstance(amount, float) else np.asarray(amount)[:, None]
    for _ in range(rounds):
        out += step * (mean @ out - out)
    return out


def loops(faces: I64) -> list[I64]:
    """The edges of the cloth as closed loops of point numbers, longest first. A loop runs so that a strip added beyond it
    winds like the cloth: faces are (loop[i], loop[i + 1], new[i + 1], new[i])."""
    a, b = faces_corners(faces)
    size = int(faces.max()) + 1
    border = ~np.isin(a * size + b, b * size + a)
    following = dict(zip(b[border].tolist(), a[border].tolist(), strict=True))
    out = []
    while following:
        start, here = following.popitem()
        loop = [start]
        while here != start and here in following:
            loop.append(here)
            here = following.pop(here)
        if len(loop) > 3:
            out.append(np.array(loop))
    return sorted(out, key=len, reverse=True)


def strip(cloth: Cloth, loop: I64, rows: F64, weights: F64) -> Cloth:
    """The cloth with rows (m, k, 3) added beyond an edge loop (k,), weights (m, k, B)."""
    n, k = len(cloth.points), len(loop)
    ids = np.concatenate([loop[None], n + np.arange(len(rows) * k).reshape(len(rows), k)])
    near, far = ids[:-1], ids[1:]
    quads = np.stack([near, np.roll(near, -1, 1), np.roll(far, -1, 1), far], -1).reshape(-1, 4)
    return Cloth(
        np.concatenate([cloth.points, rows.reshape(-1, 3)]),
        np.concatenate([cloth.faces, quads]),
        np.concatenate([cloth.weights, weights.reshape(len(rows) * k, -1)]),
    )


def hem(cloth: Cloth, thickness_m: float, depth_m: float) -> tuple[Cloth, I64]:
    """The cloth with every edge turned under: a rounded lip of `thickness_m`, then `depth_m` back inside, so that it looks
    thick wherever one sees into it. Also, for each point, the point of the cloth it came from (new points come last)."""
    normal = cloth.normals()
    inward = neighbours(cloth.faces, len(cloth.points)) @ cloth.points - cloth.points
    out, source = cloth, [np.arange(len(cloth.points))]
    for loop in loops(cloth.faces):
        p, n = cloth.points[loop], normal[loop]
        along = np.roll(p, -1, 0) - np.roll(p, 1, 0)
        back = np.cross(along, n)
        back /= np.maximum(np.linalg.norm(back, axis=1, keepdims=True), 1e-9)
        back *= np.sign((back * inward[loop]).sum(1, keepdims=True) + 1e-12)
        sides = [(-0.35, -0.25), (-0.85, -0.25), (-1.0, 0.5)]
        rows = [p + n * thickness_m * a + back * thickness_m * b for a, b in sides]
        rows.append(p - n * thickness_m + back * depth_m)
        w = cloth.weights[loop]
        out = strip(out, loop, np.array(rows), np.array([w] * len(rows)))
        source.append(np.tile(loop, len(rows)))
    return out, np.concatenate(source)
