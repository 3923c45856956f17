"""Upholstery shared by seats and beds: cushions that bulge between their seams, pillows, piping, cloth that drapes over an edge."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene import noise
from filmwright.scene.shapes import Shape, join, point_normals, rings, rounded_rectangle, shape, sweep

AROUND = 112  # points around a cushion: wrinkles a hand wide show; chosen


def cushion(
    size: tuple[float, float, float],
    *,
    plump_m: float = 0.03,
    edge_m: float = 0.02,
    corner_m: float = 0.05,
    wrinkle_m: float = 0.006,
    welt_m: float = 0.0,
    seed: int = 0,
) -> Shape:
    """A padded box (width, depth, height) round the origin whose top rises by `plump_m`, its edges rounded by `edge_m` and its
    corners by `corner_m`; a `welt_m` is the radius of the piping sewn round its upper and lower edge."""
    w, d, h = size
    turn = np.linspace(0, math.pi / 2, 5)
    side = [(edge_m * (1 - math.sin(a)), -h / 2 + edge_m * (1 - math.cos(a))) for a in turn]
    side += [(0.0, z) for z in np.linspace(-h / 2 + edge_m, h / 2 - edge_m, 6)[1:-1]]
    side += [(edge_m * (1 - math.cos(a)), h / 2 - edge_m * (1 - math.sin(a))) for a in turn]
    stack = [np.column_stack([_ring(w - 2 * i, d - 2 * i, corner_m - i), np.full(AROUND, z)]) for i, z in side]
    inner = np.linspace(0.0, 0.96, 13)[1:]
    floor = [np.column_stack([stack[0][:, :2] * (1 - s), stack[0][:, 2]]) for s in inner[::-1]]
    lid = [np.column_stack([stack[-1][:, :2] * (1 - s), stack[-1][:, 2]]) for s in inner]
    made = rings(np.array([*floor, *stack, *lid]))
    body = made._replace(points=_plumped(made, size, plump_m, wrinkle_m, seed))
    if welt_m <= 0:
        return body
    lines = []
    for z in (-h / 2 + 0.3 * edge_m, h / 2 - 0.3 * edge_m):
        line = np.column_stack([_ring(w, d, corner_m), np.full(AROUND, z)])
        lines.append(sweep(_bulged(line, size, 0.35 * plump_m), welt_m, sides=8, closed=True))
    return join([body, *lines])


def _ring(w: float, d: float, corner_m: float) -> F64:
    """A rounded rectangle (AROUND, 2) in points of equal distance."""
    corners = rounded_rectangle(w, d, max(corner_m, 0.004), per_corner=7)
    closed = np.vstack([corners, corners[:1]])
    reach = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    at = np.linspace(0, reach[-1], AROUND, endpoint=False)
    return np.column_stack([np.interp(at, reach, closed[:, k]) for k in range(2)])


def _bulged(points: F64, size: tuple[float, float, float], by_m: float) -> F64:
    """Points with the sides of their box pushed outward in the middle."""
    u = np.clip(points / (np.asarray(size) / 2), -1, 1)
    out = points.copy()
    out[:, 0] += by_m * u[:, 0] * np.abs(u[:, 0]) ** 2 * (1 - u[:, 1] ** 2)
    out[:, 1] += by_m * u[:, 1] * np.abs(u[:, 1]) ** 2 * (1 - u[:, 0] ** 2)
    return out


def _plumped(made: Shape, size: tuple[float, float, float], plump_m: float, wrinkle_m: float, seed: int) -> F64:
    """The points of a padded box after it was filled and sat on."""
    u = np.clip(made.points / (np.asarray(size) / 2), -1, 1)
    out = _bulged(made.points, size, 0.35 * plump_m)
    belly = 0.35 * plump_m * (1 - u[:, 2] ** 2)
    out[:, 0] += belly * u[:, 0] ** 3
    out[:, 1] += belly * u[:, 1] ** 3
    rise = (1 - np.abs(u[:, 0]) ** 2.6) * (1 - np.abs(u[:, 1]) ** 2.6)
    out[:, 2] += plump_m * np.clip(u[:, 2], 0, 1) ** 2 * rise
    x, y, z = (made.points + 7.0 + seed).T
    soft = noise.fractal(5.0 * x + 2.0 * z, 5.0 * y + 2.0 * z, 3, seed=seed % 16)
    fold = noise.fractal(9.0 * x + 3.0 * z, 9.0 * y - 4.0 * z, 2, ridged=True, seed=(seed + 5) % 16)
    relief = wrinkle_m * (1.6 * soft - 0.7 * (fold - 0.4) * np.maximum(np.abs(u[:, 0]), np.abs(u[:, 1])) ** 3)
    return np.asarray(out + point_normals(out, made.faces) * relief[:, None])


def pillow(
    size: tuple[float, float, float],
    *,
    wrinkle_m: float = 0.012,
    welt_m: float = 0.0,
    seed: int = 0,
    pinch: float = 0.09,
) -> Shape:
    """A pillow (width, depth, height) lying round the origin: two sheets sewn along their edge, which is drawn in between the
    corners by `pinch` of its length."""
    w, d, h = size
    n = 41
    line = np.sin(np.linspace(-1, 1, n) * math.pi / 2)
    u, v = np.meshgrid(line, line)
    x = w / 2 * u * (1 - pinch * (1 - v**2) * u**2)
    y = d / 2 * v * (1 - pinch * (1 - u**2) * v**2)
    fill = ((1 - u**2) * (1 - v**2)) ** 0.42
    away = np.maximum(np.abs(u), np.abs(v))
    sheets = []
    for sign in (1.0, -1.0):
        soft = noise.fractal(4.0 * x + 3.0 * sign + seed, 4.0 * y + 11.0, 3, seed=seed % 16)
        ridge = noise.fractal(8.0 * x + sign, 8.0 * y + seed, 2, ridged=True, seed=(seed + 3) % 16)
        relief = wrinkle_m * (2.0 * soft - (ridge - 0.4) * away**2) * np.minimum(1, 3 * fill)
        z = sign * (h / 2 * fill + relief)
        k = np.arange(n * n).reshape(n, n)
        quads = np.stack([k[:-1, :-1], k[:-1, 1:], k[1:, 1:], k[1:, :-1]], -1).reshape(-1, 4)
        sheets.append(shape(np.stack([x, y, z], -1).reshape(-1, 3), quads if sign > 0 else quads[:, ::-1]))
    if welt_m <= 0:
        return join(sheets)
    edge = np.concatenate(
        [_row(x, y, 0, None), _row(x, y, None, -1), _row(x, y, -1, None)[::-1], _row(x, y, None, 0)[::-1]]
    )
    keep = np.linalg.norm(np.diff(edge, axis=0, append=edge[:1]), axis=1) > 1e-5
    return join([*sheets, sweep(edge[keep], welt_m, sides=8, closed=True)])


def _row(x: F64, y: F64, row: int | None, column: int | None) -> F64:
    """A row or a column of a sheet as points (n, 3) on z = 0."""
    pick = (row, slice(None)) if row is not None else (slice(None), column)
    return np.column_stack([x[pick], y[pick], np.zeros(len(x[pick]))])


def draped(
    half_m: tuple[float, float],
    hang_m: tuple[float, float],
    from_m: float,
    *,
    puff_m: float = 0.02,
    seed: int = 0,
    round_m: float = 0.06,
) -> Shape:
    """A cover over a block of half width and half depth whose top is z = 0: it begins at y = `from_m`, hangs down by `hang_m`
    (over both sides, over the far end) and has soft folds. One sheet, seen from outside."""
    (hw, hd), (side, end) = half_m, hang_m
    a, b = np.meshgrid(np.linspace(-hw - side, hw + side, 121), np.linspace(from_m, hd + end, 111))
    past_x, past_y = np.maximum(np.abs(a) - hw, 0), np.maximum(np.abs(b) - hd, 0)
    reach = (past_x**5 + past_y**5) ** 0.2  # a corner hangs hardly lower than the edge
    away = np.maximum(np.hypot(past_x, past_y), 1e-9)
    turn = np.clip(reach / round_m, 0, math.pi / 2)
    hang = np.clip(reach / max(side, end), 0, 1)
    wave = noise.fractal(3.2 * a + seed, 3.2 * b, 3, seed=seed % 16)
    crease = noise.fractal(2.3 * a + 5, 3.6 * b + seed, 3, ridged=True, seed=(seed + 4) % 16)
    edge = np.where(past_x > past_y, np.clip(np.abs(b), 0, hd) + past_y, np.clip(np.abs(a), 0, hw) + hd + past_x)
    gather = np.sin(11.0 * edge + 5.0 * wave) * hang
    out = round_m * np.sin(turn) + 0.03 * hang + 0.02 * gather
    x = np.clip(a, -hw, hw) + np.sign(a) * past_x / away * out
    y = np.clip(b, -hd, hd) + np.sign(b) * past_y / away * out
    z = -round_m * (1 - np.cos(turn)) - np.maximum(reach - round_m * math.pi / 2, 0)
    z = z + (1 - hang) * (puff_m + 2.2 * puff_m * wave + 1.4 * puff_m * (crease - 0.35))
    k = np.arange(z.size).reshape(z.shape)
    quads = np.stack([k[:-1, :-1], k[:-1, 1:], k[1:, 1:], k[1:, :-1]], -1).reshape(-1, 4)
    return shape(np.stack([x, y, z], -1).reshape(-1, 3), quads)
