"""A scarf wound round the neck, its two ends hanging on the chest with fringes."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, I64, Cloth
from filmwright.content.figure.garment_fit import SKIN_POINTS, Fit, measure, reach
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.scene.noise import value
from filmwright.scene.shapes import Shape, rings
from filmwright.spec.shot import Garment

WORDS = ("scarf", "shawl", "muffler")
EXAMPLE = "A girl in a blue coat and a yellow scarf walks through the snow"
MATERIALS = ("knit", "wool", "silk", "cotton")
COLOR = "burgundy"
COVERS = ("neck",)
LAYER = 8

AROUND = 18  # points round the roll of the scarf; chosen
TURNS = 2.15


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A scarf on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "scarf")
    stuff = sewing.stuff(color, material)
    seed = seed_of(rng)
    coil, coil_uv = _coil(fit, seed)
    sewing.add("", coil, stuff, uv=coil_uv)
    for index, (x, length) in enumerate(((-0.052, 0.40), (0.030, 0.31))):
        end, uv = _end(fit, x, length, seed + index)
        sewing.add(f"end {index}", end, stuff, uv=uv)
        sewing.add(f"fringe {index}", _fringe(fit, end), stuff)
    return sewing.piece()


def _weights(fit: Fit, points: F64) -> F64:
    """Weights (n, B): those of the trunk and neck nearest by, evened out so that a roll moves as one."""
    _, index = fit.lower.query(points, k=24)
    return np.asarray(np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1))


def _coil(fit: Fit, seed: int) -> tuple[Cloth, F64]:
    """Two turns round the neck as a soft flattened roll, lower and wider in front; and its corner coordinates."""
    s = fit.scale
    skin = fit.body.points[:SKIN_POINTS]
    near = skin[(np.abs(skin[:, 2] - fit.neck) < 0.09 * s) & (fit.arm[:SKIN_POINTS] < 0.05)]
    near = near[np.abs(near[:, 0]) < 0.10 * s]
    neck = reach(near, fit.neck + np.array([0.02, 0.05]) * s, 0.014 * s)
    t = np.linspace(0, 1, 110)
    turn = -np.pi / 2 + 2 * np.pi * TURNS * (t - 0.5)
    # The inner turn lies higher and closer than the outer one.
    depth = t
    front = np.clip(-np.sin(turn), 0, 1)
    z = fit.neck + (0.020 - 0.026 * depth - 0.022 * front * (0.4 + depth)) * s
    radius = (
        neck.at(np.clip(z, neck.levels[0], neck.levels[-1]), turn) + (0.021 + 0.017 * depth + 0.012 * front * depth) * s
    )
    radius = np.clip(radius, 0.05 * s, 0.13 * s)
    center = np.column_stack([*(neck.center[0] + radius[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])).T, z])
    out = np.column_stack([np.cos(turn), np.sin(turn), np.zeros_like(turn)])
    up = np.array([0.0, 0.0, 1.0])
    a: F64 = np.linspace(0.0, 2 * np.pi, AROUND, endpoint=False)
    rows = []
    for k in range(len(t)):
        along: F64 = np.full(AROUND, 34.0 * t[k], dtype=np.float64)
        wrinkle = value(1.3 * a + 5.0, along, seed) + 0.5 * np.cos(3 * a + 14 * t[k])
        grow = 1 + 0.30 * (wrinkle - 0.6)
        lean = 0.45 * up - 0.25 * out[k] if depth[k] > 0.5 else up
        tall = lean / np.linalg.norm(lean)
        thick = np.cross(np.array([-out[k][1], out[k][0], 0.0]), tall)
        rows.append(
            center[k] + np.outer(np.cos(a) * 0.030 * s * grow, tall) + np.outer(np.sin(a) * 0.019 * s * grow, thick)
        )
    item = rings(np.array(rows))
    length = 2 * np.pi * TURNS * 0.08 * s
    uv = _roll_uv(item, len(t), 0.20 * s, length)
    return Cloth(*_outward(item), _weights(fit, item.points)), uv


def _outward(item: Shape) -> tuple[F64, I64]:
    """Points and faces of a closed Shape, wound outward."""
    p, f = item.points, item.faces
    tri = np.where(f >= 0, f, f[:, 2:3])
    volume = (np.cross(p[tri[:, 1]] - p[tri[:, 0]], p[tri[:, 2]] - p[tri[:, 0]]) * p[tri[:, 0]]).sum()
    volume += (np.cross(p[tri[:, 2]] - p[tri[:, 0]], p[tri[:, 3]] - p[tri[:, 0]]) * p[tri[:, 0]]).sum()
    return p, f if volume > 0 else np.where(f[:, 3:] >= 0, f[:, ::-1], f[:, [2, 1, 0, 3]])


def _roll_uv(item: Shape, rows: int, around: float, length: float) -> F64:
    faces = item.faces
    corner = np.where(faces >= 0, faces, faces[:, :1])
    column = (corner % AROUND) / AROUND
    column = (
        column + np.where(column - column[:, :1] < -0.5, 1.0, 0.0) - np.where(column - column[:, :1] > 0.5, 1.0, 0.0)
    )
    return np.stack([column * around, np.minimum(corner // AROUND, rows - 1) / rows * length], -1)


def _end(fit: Fit, x: float, length: float, seed: int) -> tuple[Cloth, F64]:
    """One end from under the roll down the chest, softly folded, `length` metres at scale 1."""
    s = fit.scale
    rows, columns = 20, 10
    t: F64
    u: F64
    t, u = np.meshgrid(np.linspace(0.0, 1.0, rows), np.linspace(-0.5, 0.5, columns), indexing="ij")
    width = (0.085 + 0.035 * t) * s
    px = (x + 0.25 * x * t) * s + u * width + 0.006 * s * np.sin(5 * t + seed % 7)
    z = fit.neck + (-0.020 - length * t) * s
    middle = fit.trunk.middle(z.ravel()).reshape(*z.shape, 2)
    hanging = fit.trunk.hanging(0.05)
    angle = np.arctan2(-np.ones_like(px), px / (0.12 * s))
    y = middle[..., 1] + np.sin(angle) * (hanging.at(z, angle) + (0.046 + 0.004 * np.cos(9 * u + 4 * t)) * s)
    fold = 0.008 * s * np.cos(2 * np.pi * 1.6 * u + 1.5 * t + 2 * value(2.0 * u + 7.0, 3.0 * t, seed))
    top = np.stack([px, y + fold - 0.010 * s * (x > 0), z], -1)
    thick = np.array([0.0, 0.007 * s, 0.0])
    section = np.concatenate([top, (top + thick)[:, ::-1]], axis=1)
    item = rings(section)
    uv = np.stack(
        [
            np.where(item.faces >= 0, item.faces, 0) % (2 * columns) / columns * 0.11 * s,
            np.where(item.faces >= 0, item.faces, 0) // (2 * columns) / rows * length * s,
        ],
        -1,
    )
    return Cloth(*_outward(item), _weights(fit, item.points)), uv


def _fringe(fit: Fit, end: Cloth) -> Cloth:
    """Threads along the lower edge of an end."""
    s, columns = fit.scale, 10
    last = end.points[: 20 * 2 * columns].reshape(20, 2 * columns, 3)[-1][:columns]
    steps = np.linspace(0, columns - 1, 16)
    x = np.stack([np.interp(steps, np.arange(columns), last[:, k]) for k in range(3)], -1) + np.array(
        [0, 0.003 * s, 0.004 * s]
    )
    a = np.arange(4) * np.pi / 2
    circle = np.column_stack([np.cos(a), np.sin(a), np.zeros(4)]) * 0.0022 * s
    points: list[F64] = []
    faces: list[I64] = []
    for k, p in enumerate(x):
        sway = np.array([0.004 * np.sin(2.3 * k), 0.003 * np.cos(1.7 * k), -0.045]) * s
        item = rings(np.array([p + circle[::-1], p + 0.5 * sway + circle[::-1] * 1.1, p + sway + circle[::-1] * 0.7]))
        faces.append(np.where(item.faces >= 0, item.faces + sum(len(q) for q in points), -1))
        points.append(item.points)
    whole = np.concatenate(points)
    return Cloth(whole, np.concatenate(faces), _weights(fit, whole))
