"""Corals and sponges as Shapes about 1 m across that stand on z = 0. Point attributes: `rest`, where a point is; `tip`, 1 where it
grows (ends of branches, rims) and 0 at the foot; `hole`, 1 inside of a tube."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene import noise
from filmwright.scene.shapes import F64, Shape, ball, curve, join, lathe, rings, sweep


def brain(seed: int) -> Shape:
    """A dome, a little uneven; its winding grooves are in the material."""
    made = ball((1.0, 0.92, 0.78), sides=48, levels=30)
    p = made.points
    swell = 1 + 0.32 * noise.fractal(1.6 * p[:, 0] + seed, 1.6 * p[:, 1] + p[:, 2], 2, seed=seed)
    points = p * swell[:, None]
    points[:, 2] = np.where(points[:, 2] < 0, 0.45 * points[:, 2], points[:, 2])
    return _known(made._replace(points=points), np.clip(points[:, 2] / 0.8, 0, 1))


def staghorn(seed: int) -> Shape:
    """A thicket of forked branches."""
    rng = np.random.default_rng([seed, 31])
    pieces: list[Shape] = []
    for k in range(6):
        turn = k * 1.05 + rng.normal(0, 0.2)
        way = np.array([math.cos(turn) * 0.75, math.sin(turn) * 0.75, rng.uniform(0.55, 1.1)])
        _fork(pieces, rng, np.array([0.12 * math.cos(turn), 0.12 * math.sin(turn), -0.05]), way, 0.34, 0.070, 0)
    return _known(join(pieces))


def _fork(
    pieces: list[Shape], rng: np.random.Generator, at: F64, way: F64, long: float, thick: float, depth: int
) -> None:
    way = way / np.linalg.norm(way)
    end = at + way * long
    bent = (at + end) / 2 + 0.08 * long * rng.normal(size=3)
    last = depth == 3
    radii = thick * np.array([1.0, 0.92, 0.84, 0.5 if last else 0.78])
    line = curve([at, bent, end], 4)
    made = sweep(line, radii, sides=7)
    grown = np.r_[
        np.repeat(np.clip(depth / 3.2 + np.linspace(0, 0.31, 4), 0, 1), 7), depth / 3.2, min(1.0, depth / 3.2 + 0.31)
    ]
    pieces.append(made.with_data("tip", grown**2))
    if last:
        return
    for _ in range(2 if rng.random() < 0.7 else 3):
        aside = way + 0.62 * rng.normal(size=3)
        aside[2] = max(aside[2], 0.12) + 0.18
        _fork(pieces, rng, end, aside, long * rng.uniform(0.66, 0.86), 0.78 * thick, depth + 1)


def fan(seed: int) -> Shape:
    """A sea fan: a lace of twigs in one plane (x, z), a little cupped."""
    rng = np.random.default_rng([seed, 32])
    pieces: list[Shape] = [sweep([(0, 0, -0.08), (0.01, 0, 0.10), (0.0, 0, 0.20)], [0.06, 0.045, 0.038], sides=7)]
    pieces[0] = pieces[0].with_data("tip", 0.0)
    for lean in (-0.95, -0.45, 0.0, 0.42, 0.9):
        _twig(pieces, rng, np.array([0.0, 0.19]), lean + rng.normal(0, 0.08), 0.21, 0.024, 0)
    made = join(pieces)
    points = made.points.copy()
    points[:, 1] += 0.22 * points[:, 0] ** 2 + 0.05 * np.sin(5 * points[:, 2] + seed)
    return _known(made._replace(points=points))


def _twig(
    pieces: list[Shape], rng: np.random.Generator, at: F64, lean: float, long: float, thick: float, depth: int
) -> None:
    end = at + long * np.array([math.sin(lean), math.cos(lean)])
    middle = (at + end) / 2 + 0.02 * rng.normal(size=2)
    line = np.array([(at[0], 0.0, at[1]), (middle[0], 0.0, middle[1]), (end[0], 0.0, end[1])])
    made = sweep(line, thick * np.array([1.0, 0.9, 0.8]), sides=5)
    pieces.append(made.with_data("tip", min(1.0, depth / 5)))
    if depth == 5:
        return
    for side in (-1, 1):
        if depth < 2 or rng.random() < 0.88:
            turned = lean * 0.96 + side * rng.uniform(0.20, 0.42)
            _twig(pieces, rng, end, turned, long * rng.uniform(0.70, 0.88), max(0.80 * thick, 0.007), depth + 1)


def tubes(seed: int) -> Shape:
    """A cluster of tube sponges, open above."""
    rng = np.random.default_rng([seed, 33])
    pieces = []
    for k in range(int(rng.integers(6, 9))):
        tall, wide = rng.uniform(0.45, 1.05), rng.uniform(0.10, 0.15)
        z = np.linspace(0, 1, 9)
        outer = wide * (0.72 + 0.35 * z**0.8 + 0.05 * np.sin(9 * z + k))
        profile = [(0.02, 0.0), *zip(outer, z * tall), (0.86 * outer[-1], 1.02 * tall), (0.70 * outer[-1], 0.97 * tall)]
        profile += [(0.62 * outer[-1], 0.75 * tall), (0.50 * outer[-1], 0.40 * tall), (0.02, 0.38 * tall)]
        tube = lathe(profile, sides=18)
        place = np.repeat(np.arange(len(profile)), 18)
        hole = np.r_[np.clip((place - 10.5) / 2, 0, 1), 0.0, 1.0]
        tip = np.r_[np.clip((place - 5) / 6, 0, 1) ** 2, 0.0, 0.0]
        turn = k * 2.4
        lean = 0.32 * rng.uniform(0.3, 1.0)
        points = tube.points.copy()
        points[:, :2] *= 1 + 0.07 * np.sin(3 * np.arctan2(points[:, 1], points[:, 0]) + 6 * points[:, 2])[:, None]
        points[:, 0] += math.cos(turn) * (0.10 + lean * points[:, 2] ** 1.5)
        points[:, 1] += math.sin(turn) * (0.10 + lean * points[:, 2] ** 1.5)
        pieces.append(tube._replace(points=points - [0, 0, 0.06]).with_data("tip", tip).with_data("hole", hole))
    return _known(join(pieces))


def table(seed: int) -> Shape:
    """A table coral: a plate on a foot, thick with short twigs above."""
    rng = np.random.default_rng([seed, 34])
    profile = [
        (0.02, 0.0),
        (0.20, 0.0),
        (0.13, 0.16),
        (0.20, 0.34),
        (0.60, 0.47),
        (0.96, 0.535),
        (1.0, 0.56),
        (0.94, 0.585),
    ]
    plate = lathe([*profile, (0.5, 0.54), (0.02, 0.50)], sides=40)
    turn = np.arctan2(plate.points[:, 1], plate.points[:, 0])

    def rim(a: F64) -> F64:
        return np.asarray(1 + 0.09 * np.sin(3 * a + seed) + 0.06 * np.sin(7 * a + 2 * seed))

    points = plate.points * np.column_stack([rim(turn), rim(turn), np.ones(len(turn))])
    far = np.hypot(points[:, 0], points[:, 1])
    pieces = [plate._replace(points=points).with_data("tip", np.clip((far - 0.75) / 0.25, 0, 1))]
    for _ in range(190):
        a, r = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random()) * 0.97
        r *= float(rim(np.array(a)))
        at = np.array([r * math.cos(a), r * math.sin(a), 0.50 + 0.075 * r])
        out = np.array([math.cos(a) * 0.6 * r, math.sin(a) * 0.6 * r, 1.0]) + 0.25 * rng.normal(size=3)
        long = rng.uniform(0.05, 0.10)
        twig = sweep([at, at + 0.6 * long * out, at + long * out], [0.024, 0.019, 0.009], sides=5)
        pieces.append(twig.with_data("tip", np.r_[np.repeat([0.1, 0.5, 1.0], 5), 0.0, 1.0]))
    return _known(join(pieces))


def bouquet(seed: int) -> Shape:
    """A cauliflower coral: many stubby knobs on a dome."""
    rng = np.random.default_rng([seed, 35])
    pieces = [ball((0.62, 0.62, 0.5), center=(0, 0, 0.1), sides=16, levels=10).with_data("tip", 0.0)]
    count = 85
    for k in range(count):
        up = 1 - 1.05 * (k + 0.5) / count
        turn = k * 2.39996
        flat = math.sqrt(max(0.0, 1 - up * up))
        way = np.array([flat * math.cos(turn), flat * math.sin(turn), up]) + 0.08 * rng.normal(size=3)
        long = rng.uniform(0.72, 1.0)
        root, end = 0.45 * way * [1, 1, 0.85], way * long * [1, 1, 0.82]
        r = rng.uniform(0.065, 0.085)
        knob = sweep([root, 0.5 * (root + end), end, end + 0.035 * way], [0.7 * r, r, 1.05 * r, 0.55 * r], sides=7)
        pieces.append(knob.with_data("tip", np.r_[np.repeat([0.0, 0.3, 0.9, 1.0], 7), 0.0, 1.0]))
    return _known(join(pieces))


def anemone(seed: int) -> Shape:
    """A disc of soft tentacles, combed to one side by the current."""
    rng = np.random.default_rng([seed, 36])
    pieces = [
        lathe([(0.02, -0.05), (0.45, -0.05), (0.55, 0.16), (0.50, 0.24), (0.02, 0.22)], sides=24).with_data("tip", 0.0)
    ]
    for k in range(120):
        r, a = 0.55 * math.sqrt((k + 0.5) / 120), k * 2.39996
        at = np.array([r * math.cos(a), r * math.sin(a), 0.20])
        out = np.array([1.2 * r * math.cos(a) + 0.25, 1.2 * r * math.sin(a), 0.9]) + 0.18 * rng.normal(size=3)
        long = rng.uniform(0.38, 0.55)
        sag = np.array([0.18 * math.cos(a), 0.18 * math.sin(a), -0.12])
        line = curve([at, at + 0.5 * long * out, at + long * out + sag * long], 6)
        made = sweep(line, 0.034 * np.array([0.9, 1.0, 0.95, 0.9, 1.05, 0.6]), sides=6)
        pieces.append(made.with_data("tip", np.r_[np.repeat(np.linspace(0, 1, 6), 6), 0.0, 1.0]))
    return _known(join(pieces))


def kelp(seed: int, *, tall_m: float = 5.5) -> Shape:
    """Long stems of kelp with ribbons of leaves, in metres; attribute `tip` is 1 above, in the light."""
    rng = np.random.default_rng([seed, 37])
    pieces = []
    for _ in range(4):
        foot = np.array([rng.normal(0, 0.25), rng.normal(0, 0.25), -0.1])
        height = tall_m * rng.uniform(0.7, 1.1)
        t = np.linspace(0, 1, 12)
        swing, phase = rng.uniform(0.15, 0.4), rng.uniform(0, 6)
        line = foot + np.column_stack(
            [swing * np.sin(3 * t + phase) + 0.7 * t**2, 0.2 * np.sin(4 * t + phase), height * t]
        )
        pieces.append(
            sweep(line, np.linspace(0.022, 0.010, 12), sides=5).with_data("tip", np.r_[np.repeat(t, 5), 0, 1])
        )
        for k in range(34):
            f = 0.08 + 0.90 * (k + rng.random()) / 34
            at = np.array([np.interp(f, t, line[:, c]) for c in range(3)])
            turn = rng.uniform(0, 2 * math.pi)
            out = np.array([math.cos(turn), math.sin(turn), 0.0])
            side = np.array([-out[1], out[0], 0.0])
            long, wide = rng.uniform(0.5, 0.95), rng.uniform(0.06, 0.10)
            rows = []
            for q in np.linspace(0, 1, 6):
                middle = at + out * long * (q - 0.2 * q * q) + np.array([0.25, 0.0, 0.35 * q - 0.45 * q * q]) * long * q
                half = wide * math.sin(math.pi * (0.06 + 0.90 * q)) ** 0.7 * (1 + 0.25 * math.sin(14 * q + k))
                rows.append([middle - side * half, middle + 0.15 * np.array([0, 0, half]), middle + side * half])
            pieces.append(rings(np.array(rows), around=False, caps=False).with_data("tip", f))
    return _known(join(pieces))


def _known(made: Shape, tip: F64 | None = None) -> Shape:
    """The shape with all the attributes that materials read."""
    data = made.data if tip is None else {**made.data, "tip": tip}
    if "hole" not in data:
        data = {**data, "hole": np.zeros(len(made.points))}
    return made._replace(data={**data, "rest": made.points})
