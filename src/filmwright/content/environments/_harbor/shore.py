"""What stands round the basin: two rows of painted houses, a wooded hill with cottages, a breakwater with its light."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments import _broadleaf, _ground_cover, _planting
from filmwright.content.environments._city import houses
from filmwright.content.environments._city.houses import House
from filmwright.content.environments._city.masonry import Facade, Masonry
from filmwright.content.environments._country import ease
from filmwright.content.environments._harbor import quay
from filmwright.content.environments._harbor.quay import END_X, HEAD_WALL_Y, HEAD_Y, WALL_X, WATER_Z
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

_PAINTS: tuple[Color, ...] = (
    (0.60, 0.32, 0.08), (0.58, 0.52, 0.42), (0.46, 0.12, 0.07), (0.62, 0.44, 0.20), (0.20, 0.33, 0.38), (0.56, 0.26, 0.16),
    (0.60, 0.57, 0.52), (0.30, 0.38, 0.28), (0.55, 0.38, 0.30), (0.12, 0.22, 0.34),
)  # fmt: skip
_ROOFS: tuple[Color, ...] = ((0.22, 0.085, 0.05), (0.17, 0.075, 0.05), (0.11, 0.115, 0.125))
_ARM = np.array(
    [(-96.0, 62.0), (-80.0, 80.0), (-64.0, 96.0), (-52.0, 106.0)]
)  # the breakwater's line, the light at its end


def rows(masonry: Masonry, rng: np.random.Generator) -> dict[str, Shape]:
    """The houses along the quay are added to `masonry`; those at the head of the basin are given, one Shape a material."""
    _row(masonry, rng, -16.0, HEAD_Y - 1.0, WALL_X)
    head = Masonry()
    _row(head, rng, -WALL_X - 8.0, -END_X - 2.0, HEAD_WALL_Y)
    turn = shapes.rotation(z=math.pi / 2)  # from looking to -X to looking to -Y
    return {name: part.turned(turn) for name, part in head.gathered().items()}


def _row(masonry: Masonry, rng: np.random.Generator, start_m: float, end_m: float, wall_m: float) -> None:
    """Narrow houses wall to wall, no two neighbors of one color."""
    at, order = start_m, rng.permutation(len(_PAINTS))
    index = 0
    while at < end_m:
        bays = int(rng.integers(2, 4))
        house = House(
            style="brick" if rng.random() < 0.12 else "plaster",
            width_m=bays * float(rng.uniform(2.25, 2.6)) + 0.5,
            storeys=int(rng.integers(2, 4)),
            storey_m=float(rng.uniform(2.75, 3.05)),
            bays=bays,
            wall=(0.24, 0.085, 0.05),
        )
        if house.style == "plaster":
            house = house._replace(wall=_PAINTS[int(order[index % len(order)])])
        houses.build(masonry, rng, Facade(1, at, wall_m), house, far=False)
        at, index = at + house.width_m, index + 1


def height(x: F64, y: F64, seed: int) -> F64:
    """Height of the hill behind the houses over the quay, in metres; under water where the coast has ended."""
    inland = np.maximum(y - HEAD_WALL_Y - 12.0, (x - WALL_X - 13.0) * 0.8)
    rise = ease(inland / 260.0) * 120.0 * (0.75 + 0.9 * noise.fractal(x / 170.0 + 3, y / 170.0, 4, seed=seed))
    near = np.clip(inland, 0, 40.0) * 0.16
    coast = (
        x
        - END_X
        + 4.0
        + 0.34 * np.clip(y - HEAD_WALL_Y, 0, None)
        + 16.0 * noise.fractal(x / 60.0, y / 60.0, 4, seed=seed + 1)
    )
    land = ease(coast / 70.0)
    bumps = noise.fractal(x / 22.0, y / 22.0, 4, seed=seed + 2) * 3.0 * ease(inland / 60.0)
    return np.asarray(-6.0 + (5.6 * ease(coast / 8.0)) + (rise + near + bumps) * land)


def hills(seed: int, grass: Color, wood: Color) -> Shape:
    """The hill as a sheet. Attribute `tint`."""
    x, y = np.meshgrid(
        np.linspace(-170.0, 330.0, 190), np.concatenate([np.linspace(-60.0, 60.0, 30), np.linspace(64.0, 640.0, 170)])
    )
    behind = (x > WALL_X + 9.0) | (y > HEAD_WALL_Y + 9.0)
    z = np.where(behind, height(x, y, seed), -6.0)
    made = shapes.grid(x, y, z)
    patch = np.clip(0.5 + 1.6 * noise.fractal(x / 34.0, y / 34.0, 4, seed=seed + 3), 0, 1).reshape(-1, 1)
    rocky = np.clip((1.2 - z.reshape(-1, 1)) / 2.5, 0, 1)
    tint = np.asarray(grass) * (0.75 + 0.5 * patch)
    tint = tint + (np.asarray(wood) - tint) * np.clip(_wooded(x, y, seed), 0, 1).reshape(-1, 1)
    return made.with_data("tint", tint + (np.array([0.17, 0.155, 0.13]) - tint) * rocky)


def _wooded(x: F64, y: F64, seed: int) -> F64:
    return np.asarray(np.clip((noise.fractal(x / 75.0 + 2, y / 75.0, 4, seed=seed + 6) + 0.10) / 0.05, 0, 1))


def trees(seed: int, rng: np.random.Generator, leaf: Color, *, bare: bool) -> list[Node]:
    """Trees on the hill, and the cottages among them."""
    n = 2600
    x, y = rng.uniform(-90.0, 240.0, n), HEAD_WALL_Y + 14.0 + 420.0 * rng.random(n) ** 1.2
    z = height(x, y, seed)
    keep = (z > 3.0) & (rng.random(n) < 0.12 + 0.8 * _wooded(x, y, seed))
    points = np.column_stack([x, y, z - 0.2])[keep]
    crown = _broadleaf.OAK._replace(clumps=26, clump=0.15)

    def make(kind: int, detail: str) -> Shape:
        return _broadleaf.broadleaf(seed + kind, detail, crown, leaf=leaf, bare=bare)  # type: ignore[arg-type]

    grades = (_planting.Grade("mid", 125.0, 2), _planting.Grade("far", 1e9, 3))
    away = np.hypot(points[:, 0], points[:, 1])
    return _planting.graded(
        "hill_tree", make, ("leaves", "bark"), points, 0.55 + 0.5 * rng.random(len(points)), away, rng, grades=grades
    )


def cottages(masonry: Masonry, seed: int, rng: np.random.Generator) -> None:
    """Small houses up the hill, their fronts to the harbor."""
    placed: list[tuple[float, float]] = []
    for _ in range(260):
        x, y = float(rng.uniform(-36.0, 150.0)), float(HEAD_WALL_Y + 24.0 + 190.0 * rng.random() ** 1.3)
        z = float(height(np.array([x]), np.array([y]), seed)[0])
        if z < 5.0 or any(math.hypot(x - a, y - b) < 13.0 for a, b in placed):
            continue
        placed.append((x, y))
        wide, deep, tall = float(rng.uniform(7, 11)), float(rng.uniform(6, 8)), float(rng.choice([3.2, 5.8]))
        parts = _cottage(wide, deep, tall)
        turn = shapes.rotation(z=float(rng.normal(0, 0.25)))
        wall = _PAINTS[int(rng.choice([1, 3, 6, 6, 1, 8]))]
        roof = _ROOFS[int(rng.integers(len(_ROOFS)))]
        shine = (1.0, 0.66, 0.32) if rng.random() < 0.7 else (0.0, 0.0, 0.0)
        for name, part in parts.items():
            tint = {"wall": wall, "roof": roof, "window": (0.02, 0.022, 0.026)}[name]
            masonry.add(
                name, part.turned(turn).moved((x, y, z - 0.5)), tint, lit=shine if name == "window" else (0, 0, 0)
            )
        if len(placed) == 34:
            break


def _cottage(wide: float, deep: float, tall: float) -> dict[str, Shape]:
    """A house with a gabled roof, its windows to -Y."""
    w, d, rise = wide / 2, deep / 2, 0.42 * deep
    gables = shapes.shape(
        [(-w, -d, tall), (-w, d, tall), (-w, 0, tall + rise), (w, -d, tall), (w, d, tall), (w, 0, tall + rise)],
        [(1, 0, 2), (3, 4, 5)],
    )
    body = shapes.join([shapes.box((wide, deep, tall + 3.0), center=(0, 0, tall / 2 - 1.5)), gables])
    a, e = w + 0.35, d + 0.4
    low = tall - 0.4 * rise / d
    roof = shapes.shape([(-a, -e, low), (a, -e, low), (a, 0, tall + rise + 0.1), (-a, 0, tall + rise + 0.1), (a, e, low), (-a, e, low)],
                        [(0, 1, 2, 3), (3, 2, 4, 5)])  # fmt: skip
    chimney = shapes.box((0.8, 0.7, 2.2), center=(0.5 * w, 0.2, tall + rise))
    panes = []
    for z in np.arange(1.6, tall - 0.4, 2.7):
        panes += [shapes.box((0.95, 0.06, 1.25), center=(x, -d - 0.02, z)) for x in np.linspace(-w + 1.4, w - 1.4, 3)]
    return {"wall": body, "roof": shapes.join([roof, chimney]), "window": shapes.join(panes)}


def breakwater(masonry: Masonry, rng: np.random.Generator) -> list[Node]:
    """A mole of boulders with a walk along it, and the light at its end."""
    made = [
        _planting.node(
            f"mole_{k}", _ground_cover.boulder(k + 31, snow=0.0), "rock", smooth=True, visible=False, sharp_rad=0.5
        )
        for k in range(3)
    ]
    n = 760
    t = rng.random(n) * (len(_ARM) - 1)
    middle = np.column_stack([np.interp(t, np.arange(len(_ARM)), _ARM[:, k]) for k in (0, 1)])
    out = rng.normal(0, 3.2, n)
    step = np.diff(_ARM, axis=0)[np.minimum(t.astype(int), len(_ARM) - 2)]
    side = np.column_stack([-step[:, 1], step[:, 0]]) / np.linalg.norm(step, axis=1, keepdims=True)
    at = middle + side * out[:, None]
    z = WATER_Z + 2.6 - 0.55 * np.abs(out) + rng.normal(0, 0.25, n)
    nodes = _planting.scattered(
        "mole", made, np.column_stack([at, z - 0.6]), 0.7 + 0.6 * rng.random(n), rng, tilt_rad=0.6
    )
    crown = shapes.sweep(np.column_stack([_ARM, np.full(len(_ARM), 0.4)]), 1.2, sides=12, flat=1.7)
    masonry.add("coping", crown, (0.34, 0.325, 0.30))
    x, y = _ARM[-1]
    base = shapes.lathe([(3.4, -3.0), (3.2, 2.4), (3.0, 2.6), (1.9, 2.7)], sides=24)
    masonry.add("coping", base.moved((x, y, 0.0)), (0.40, 0.385, 0.355))
    bands: tuple[tuple[float, float, Color], ...] = (
        (2.6, 5.4, (0.70, 0.69, 0.66)),
        (5.4, 7.6, (0.46, 0.035, 0.025)),
        (7.6, 10.4, (0.70, 0.69, 0.66)),
    )
    for low, high, tint in bands:
        r0, r1 = (1.75 - 0.055 * (z - 2.6) for z in (low, high))
        masonry.add("trim", shapes.lathe([(r0, low), (r1, high)], sides=28, caps=False).moved((x, y, 0.0)), tint)
    gallery = shapes.lathe([(1.35, 10.3), (1.95, 10.5), (1.95, 10.65), (1.2, 10.7)], sides=28, caps=False)
    rails = [
        shapes.lathe([(1.88, z), (1.92, z), (1.92, z + 0.05), (1.88, z + 0.05)], sides=28, closed=True)
        for z in (11.15, 11.6)
    ]
    masonry.add("iron", shapes.join([gallery, *rails]).moved((x, y, 0.0)), (0.05, 0.05, 0.055))
    lens = shapes.lathe([(0.85, 10.7), (0.85, 12.3)], sides=16, caps=False).moved((x, y, 0.0))
    masonry.add("lantern", lens, (0.35, 0.38, 0.36), lit=(1.0, 0.75, 0.45))
    cap = shapes.lathe([(1.15, 12.25), (1.0, 12.5), (0.35, 13.2), (0.12, 13.4), (0.1, 14.0), (0.0, 14.05)], sides=20)
    masonry.add("trim", cap.moved((x, y, 0.0)), (0.40, 0.03, 0.022))
    return nodes


def ground(x: F64, y: F64, seed: int) -> F64:
    """Height of what one stands on in metres: the quay, the bed of the basin, the hill."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    behind = (x > WALL_X + 9.0) | (y > HEAD_WALL_Y + 9.0)
    level = np.where(quay.on_quay(x, y) > 0, 0.0, WATER_Z - 3.0)
    return np.where(behind, np.maximum(height(x, y, seed), WATER_Z - 3.0), level)
