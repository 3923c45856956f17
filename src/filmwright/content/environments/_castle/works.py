"""The works of a castle: curtain walls with battlements, round towers, a gatehouse, a keep, a hall, a chapel. They stand on z = 0 of a
frame whose -y looks on the country. Point attributes: `tint` the color, `lit` what shines from inside after dark, `spot` (metres
round a tower or along a wall, metres up) where on its stones a point lies."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

Crown = Literal["cone", "battlements"]
STONE: Color = (0.42, 0.375, 0.30)
PALE: Color = (0.50, 0.455, 0.375)
SLATE: Color = (0.075, 0.095, 0.13)
TILE: Color = (0.24, 0.085, 0.05)
_DARK: Color = (0.012, 0.011, 0.010)
_LIGHT: Color = (1.0, 0.58, 0.22)
DEEP_M = 9.0  # how far walls reach into the hill


class Works:
    """Parts of a castle by material."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self._parts: dict[str, list[Shape]] = {}

    def add(
        self, material: str, part: Shape, tint: Color, *, lit: Color = (0.0, 0.0, 0.0), spot: F64 | None = None
    ) -> None:
        """A part in the castle's frame; without a spot its stones lie along x and y as they come."""
        p = part.points
        where = spot if spot is not None else np.column_stack([p[:, 0] * 0.83 + p[:, 1], p[:, 2]])
        flat = np.column_stack([where, np.zeros(len(p))])
        made = part._replace(data={})
        self._parts.setdefault(material, []).append(
            made.with_data("tint", tint).with_data("lit", lit).with_data("spot", flat)
        )

    def gathered(self) -> dict[str, Shape]:
        """One Shape a material."""
        return {name: shapes.join(parts) for name, parts in self._parts.items()}


def round_part(
    works: Works,
    profile: list[tuple[float, float]],
    at: tuple[float, float],
    material: str,
    tint: Color,
    *,
    sides: int = 28,
) -> None:
    """A turned part (radius, z) standing at x, y."""
    made = shapes.lathe(profile, sides=sides, caps=False)
    turn = np.arctan2(made.points[:, 1], made.points[:, 0])
    widest = max(r for r, _ in profile)
    works.add(
        material, made.moved((*at, 0.0)), tint, spot=np.column_stack([turn * widest + 3.7 * at[0], made.points[:, 2]])
    )


def merlons(
    works: Works,
    line: F64,
    high: float,
    thick: float,
    tint: Color,
    *,
    wide: float = 1.15,
    gap: float = 0.85,
    tall: float = 1.25,
) -> None:
    """Battlements along a line of points (n, 2)."""
    for a, b in pairwise(line):
        long = float(np.linalg.norm(b - a))
        turn = math.atan2(b[1] - a[1], b[0] - a[0])
        count = max(1, round(long / (wide + gap)))
        for k in range(count):
            middle = a + (b - a) * (k + 0.5) / count
            block = shapes.box((long / count - gap, thick, tall), center=(0, 0, high + tall / 2), bevel=0.05)
            works.add("stone", block.turned(shapes.rotation(z=turn)).moved((middle[0], middle[1], 0.0)), tint)
        parapet = shapes.box((long, thick, 0.7), center=(0, 0, high - 0.15))
        middle = (a + b) / 2
        works.add("stone", parapet.turned(shapes.rotation(z=turn)).moved((middle[0], middle[1], 0.0)), tint)


def curtain(works: Works, a: tuple[float, float], b: tuple[float, float], high: float, *, thick: float = 2.2) -> None:
    """A wall between two places, its foot spread, battlements and a walk on top, slits in it."""
    p, q = np.asarray(a, float), np.asarray(b, float)
    long = float(np.linalg.norm(q - p))
    turn = math.atan2(q[1] - p[1], q[0] - p[0])
    middle = (p + q) / 2

    def put(part: Shape, tint: Color = STONE, material: str = "stone") -> None:
        local = part.points
        spot = np.column_stack([local[:, 0] + 5.3 * p[0], local[:, 2]])
        works.add(material, part.turned(shapes.rotation(z=turn)).moved((middle[0], middle[1], 0.0)), tint, spot=spot)

    put(shapes.box((long, thick, high + DEEP_M), center=(0, 0, (high - DEEP_M) / 2)))
    spread = np.array(
        [
            (-long / 2, -thick / 2 - 1.5, -DEEP_M),
            (long / 2, -thick / 2 - 1.5, -DEEP_M),
            (long / 2, -thick / 2, 2.2),
            (-long / 2, -thick / 2, 2.2),
        ]
    )
    put(shapes.shape(spread, [[0, 1, 2, 3]]))
    put(shapes.box((long, thick + 0.35, 0.3), center=(0, 0, high - 0.6)), PALE)
    side = np.array([math.sin(turn), -math.cos(turn)])
    for sign in (1.0, -1.0):
        merlons(works, np.array([p, q]) + side * sign * (thick / 2 - 0.25), high, 0.5, STONE)
    for x in np.arange(-long / 2 + 3.0, long / 2 - 2.0, 5.0):
        put(shapes.box((0.28, 0.1, 1.5), center=(x, -thick / 2 - 0.02, high * 0.55)), _DARK, "opening")


def tower(
    works: Works,
    at: tuple[float, float],
    radius: float,
    high: float,
    crown: Crown,
    *,
    roof: Color = SLATE,
    cone: float = 1.7,
    lit: float = 0.35,
    flag: bool = False,
) -> None:
    """A round tower with a spread foot and a gallery on corbels, under a pointed roof or battlements."""
    r, out = radius, radius + 0.55
    body = [(r + 1.4, -DEEP_M), (r + 0.25, 1.5), (r, 3.0), (r * 0.985, high - 2.2)]
    round_part(works, body, at, "stone", STONE)
    round_part(works, [(r * 0.985, high - 2.2), (out, high - 1.3), (out, high), (r * 0.6, high)], at, "stone", PALE)
    count = max(10, round(2 * math.pi * r / 1.1))
    for k in range(count):  # corbels
        turn = 2 * math.pi * k / count
        block = (
            shapes.box((0.34, 0.6, 0.8), center=(0, r + 0.2, high - 1.75))
            .turned(shapes.rotation(z=turn))
            .moved((*at, 0.0))
        )
        works.add("stone", block, (PALE[0] * 0.9, PALE[1] * 0.9, PALE[2] * 0.9))
    if crown == "battlements":
        turns = np.linspace(0, 2 * math.pi, 9)
        line = np.asarray(at) + (out - 0.22) * np.column_stack([np.cos(turns), np.sin(turns)])
        merlons(works, line, high + 0.2, 0.45, PALE, wide=0.9, gap=0.7)
    else:
        tip = high + 2.0 + cone * 2 * r
        round_part(works, [(r * 0.97, high - 0.1), (r * 0.97, high + 2.0)], at, "stone", PALE)
        profile = [
            (r + 0.75, high + 1.75),
            (r * 0.93, high + 2.6),
            (r * 0.5, high + 2.0 + 0.52 * (tip - high - 2.0)),
            (0.05, tip),
        ]
        round_part(works, profile, at, "roof", roof)
        round_part(
            works, [(0.05, tip - 0.4), (0.14, tip + 0.2), (0.03, tip + 1.3)], at, "metal", (0.5, 0.36, 0.1), sides=6
        )
        for k in range(6):
            turn = 2 * math.pi * (k + 0.5) / 6
            _window(works, at, turn, r * 0.97, high + 0.45, 0.42, 1.0, lit)
        high = tip
    if flag:
        _flag(works, (at[0], at[1]), high + (0.5 if crown == "cone" else 0.2), 4.6)
    for z in np.arange(5.0, (high if crown == "battlements" else high - 2.0 - cone * 2 * r) - 3.0, 4.6):
        turn = -math.pi / 2 + float(works.rng.uniform(-0.9, 0.9))
        _window(works, at, turn, r + 0.02, float(z), 0.3, 1.25, 0.6 * lit)


def _window(
    works: Works, at: tuple[float, float], turn: float, radius: float, z: float, wide: float, tall: float, lit: float
) -> None:
    """A narrow window on a round wall, dark or lit."""
    glow = _LIGHT if works.rng.random() < lit else (0.0, 0.0, 0.0)
    pane = (
        shapes.box((0.2, wide, tall), center=(radius - 0.03, 0, z + tall / 2))
        .turned(shapes.rotation(z=turn))
        .moved((*at, 0.0))
    )
    works.add("opening", pane, _DARK, lit=glow)
    frame = (
        shapes.box((0.2, wide + 0.34, 0.2), center=(radius, 0, z - 0.08))
        .turned(shapes.rotation(z=turn))
        .moved((*at, 0.0))
    )
    works.add("stone", frame, PALE)


def arched(works: Works, at: tuple[float, float, float], wide: float, tall: float, lit: float) -> None:
    """A pointed window in a wall that looks to -y, with a stone frame; `at` is the middle of its sill on the wall's face."""
    half = wide / 2
    t = np.linspace(0.0, 1.0, 7)
    right = np.column_stack([half * (1 - t**1.7), tall - half * 1.3 + half * 1.3 * np.sin(t * math.pi / 2)])
    outline = np.concatenate([[[half, 0.0]], right, right[-2::-1] * [-1, 1], [[-half, 0.0]]])
    n = len(outline)
    fan = np.concatenate(
        [[(0.0, -0.04, tall * 0.4)], np.column_stack([outline[:, 0], np.full(n, -0.04), outline[:, 1]])]
    )
    faces = np.column_stack([np.zeros(n - 1, int), np.arange(1, n), np.arange(2, n + 1)])
    glow = _LIGHT if works.rng.random() < lit else (0.0, 0.0, 0.0)
    works.add("opening", shapes.shape(fan, faces).moved(at), _DARK, lit=glow)
    rim = np.column_stack([outline[:, 0], np.full(n, -0.06), outline[:, 1]])
    works.add("stone", shapes.sweep(rim, 0.13, sides=5).moved(at), PALE)
    works.add("stone", shapes.box((0.1, 0.1, tall - half * 0.5), center=(0, -0.08, tall / 2 - 0.2)).moved(at), PALE)


def block(works: Works, low: tuple[float, float], high: tuple[float, float], tall: float, tint: Color = STONE) -> None:
    """A square building with a course of pale stone round its top."""
    size = (high[0] - low[0], high[1] - low[1])
    middle = ((high[0] + low[0]) / 2, (high[1] + low[1]) / 2)
    works.add("stone", shapes.box((*size, tall + DEEP_M), center=(*middle, (tall - DEEP_M) / 2)), tint)
    works.add("stone", shapes.box((size[0] + 0.5, size[1] + 0.5, 0.45), center=(*middle, tall - 0.2)), PALE)


def steep_roof(
    works: Works,
    low: tuple[float, float],
    high: tuple[float, float],
    eave: float,
    rise: float,
    tint: Color,
    *,
    hip: float = 0.0,
) -> None:
    """A roof whose ridge runs along x; its ends are gables, or lean in by `hip`."""
    x0, x1, y0, y1 = low[0] - 0.5, high[0] + 0.5, low[1] - 0.5, high[1] + 0.5
    middle, top = (y0 + y1) / 2, eave + rise
    points = np.array(
        [
            (x0, y0, eave),
            (x1, y0, eave),
            (x1, y1, eave),
            (x0, y1, eave),
            (x0 + hip, middle, top),
            (x1 - hip, middle, top),
        ]
    )
    works.add("roof", shapes.shape(points, [[0, 1, 5, 4], [2, 3, 4, 5], [1, 2, 5, -1], [3, 0, 4, -1]]), tint)
    if hip == 0.0:
        for x in (low[0], high[0]):
            gable = np.array([(x, low[1], eave - 0.3), (x, high[1], eave - 0.3), (x, middle, top - 0.5)])
            works.add("stone", shapes.join([shapes.shape(gable + [d, 0, 0], [[0, 1, 2]]) for d in (-0.3, 0.3)]), STONE)


def _flag(works: Works, at: tuple[float, float], z: float, tall: float) -> None:
    """A banner that waves from its pole."""
    pole = shapes.lathe([(0.09, z - 0.5), (0.06, z + tall)], sides=6)
    works.add("metal", pole.moved((*at, 0.0)), (0.10, 0.07, 0.05))
    u = np.linspace(0, 1, 13)
    wave = 0.28 * np.sin(u * 6.5) * u
    sag = -0.35 * u**2
    rows = [
        np.column_stack(
            [at[0] + 3.2 * u * (1 - 0.04 * k), at[1] + wave, z + tall - 0.1 - 1.35 * k * (1 - 0.25 * u) + sag]
        )
        for k in (1.0, 0.0)
    ]
    works.add("cloth", shapes.rings(np.array(rows), around=False, caps=False), (0.42, 0.03, 0.03))


def gatehouse(works: Works, at: tuple[float, float], high: float) -> None:
    """Two towers with the gate between them: an arch, a portcullis, the bridge before it."""
    x, y = at
    for sign in (-1, 1):
        tower(works, (x + sign * 4.6, y), 3.0, high + 3.0, "battlements", lit=0.5)
    block(works, (x - 4.0, y - 1.8), (x + 4.0, y + 5.0), high)
    merlons(works, np.array([(x - 3.0, y - 1.6), (x + 3.0, y - 1.6)]), high, 0.5, PALE)
    turn = np.linspace(0, math.pi, 13)
    outline = np.concatenate(
        [[[1.7, 0.0]], np.column_stack([1.7 * np.cos(turn), 3.2 + 1.7 * np.sin(turn)]), [[-1.7, 0.0]]]
    )
    n = len(outline)
    fan = np.concatenate([[(0.0, 0.0, 2.0)], np.column_stack([outline[:, 0], np.zeros(n), outline[:, 1]])])
    faces = np.column_stack([np.zeros(n - 1, int), np.arange(1, n), np.arange(2, n + 1)])
    works.add(
        "opening", shapes.shape(fan, faces).moved((x, y - 1.85, 0.0)), (0.018, 0.013, 0.010), lit=(0.20, 0.10, 0.035)
    )
    rim = np.column_stack([outline[:, 0], np.zeros(n), outline[:, 1]])
    works.add("stone", shapes.sweep(rim, 0.32, sides=6).moved((x, y - 1.9, 0.0)), PALE)
    bars = [shapes.box((0.12, 0.1, 3.0), center=(d, 0, 3.4)) for d in np.arange(-1.4, 1.5, 0.47)]
    bars += [shapes.box((3.3, 0.1, 0.12), center=(0, 0, z)) for z in (2.3, 3.0, 3.7)]
    works.add("metal", shapes.join(bars).moved((x, y - 2.0, 0.0)), (0.03, 0.025, 0.022))
    arched(works, (x, y - 1.85, high - 3.6), 1.1, 2.2, 1.0)
    works.add("stone", shapes.box((4.4, 12.0, 0.8), center=(x, y - 8.0, -0.45)), PALE)
    for k in (0, 1):
        works.add("stone", shapes.box((4.2, 1.8, 10.0), center=(x, y - 6.0 - 5.0 * k, -5.5)), STONE)
    for sign in (-1, 1):
        works.add("stone", shapes.box((0.4, 12.0, 0.9), center=(x + sign * 2.0, y - 8.0, 0.35)), PALE)


def castle(rng: np.random.Generator) -> Works:
    """The whole castle, some 70 m wide, its highest spire 47 m over its courtyard."""
    works = Works(rng)
    ring = [(-29.0, -14.0), (-13.0, -23.0), (14.0, -23.0), (30.0, -12.0), (31.0, 14.0), (4.0, 24.0), (-28.0, 16.0)]
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        curtain(works, a, b, 9.0)
    tower(works, ring[0], 4.6, 17.0, "cone", lit=0.4)
    tower(works, ring[1], 3.7, 13.5, "battlements")
    tower(works, ring[2], 3.7, 13.5, "battlements")
    tower(works, ring[3], 5.0, 19.0, "cone", lit=0.4, flag=True)
    tower(works, ring[4], 4.2, 16.0, "cone")
    tower(works, ring[6], 4.2, 18.0, "cone")
    gatehouse(works, (1.0, -24.0), 11.5)
    # The keep with its corner turrets.
    block(works, (5.0, 0.0), (19.0, 13.0), 27.0)
    merlons(works, np.array([(4.9, -0.1), (19.1, -0.1), (19.1, 13.1), (4.9, 13.1), (4.9, -0.1)]), 27.0, 0.5, PALE)
    steep_roof(works, (7.0, 2.0), (17.0, 11.0), 27.4, 8.5, SLATE, hip=3.2)
    for x, y in ((5.0, 0.0), (19.0, 0.0), (19.0, 13.0), (5.0, 13.0)):
        tower(works, (x, y), 1.9, 29.5, "cone", cone=2.0, lit=0.2, flag=(x, y) == (5.0, 0.0))
    for z in (8.5, 14.0, 19.5):
        for x in (8.5, 12.0, 15.5):
            arched(works, (x, -0.02, z), 1.1, 2.4, 0.45)
    # The hall, with tall windows.
    block(works, (-21.0, 2.0), (2.0, 13.0), 16.0, PALE)
    steep_roof(works, (-21.0, 2.0), (2.0, 13.0), 16.0, 9.0, TILE)
    for x in np.arange(-18.5, 1.0, 3.4):
        arched(works, (float(x), 1.98, 10.2), 1.3, 4.0, 0.75)
    for x in (-15.0, -9.5, -4.0):
        _dormer(works, (x, 3.9, 18.4))
    # The slender tower and the chapel.
    tower(works, (-8.0, 15.5), 3.0, 32.0, "cone", cone=2.2, lit=0.5, flag=True)
    tower(works, (-23.0, 1.0), 2.3, 24.0, "cone", cone=2.2, lit=0.4)
    block(works, (20.0, 2.0), (28.0, 12.0), 13.0, PALE)
    steep_roof(works, (20.0, 2.0), (28.0, 12.0), 13.0, 7.0, TILE)
    for x in (22.0, 24.0, 26.0):
        arched(works, (x, 1.98, 9.4), 0.9, 2.6, 0.5)
    return works


def _dormer(works: Works, at: tuple[float, float, float]) -> None:
    works.add("stone", shapes.box((1.6, 3.0, 1.9), center=(0, 0.7, 0.6)).moved(at), PALE)
    points = np.array(
        [(-1.0, -1.0, 1.5), (1.0, -1.0, 1.5), (1.0, 2.6, 1.5), (-1.0, 2.6, 1.5), (0.0, -1.0, 3.3), (0.0, 2.6, 3.3)]
    )
    works.add("roof", shapes.shape(points, [[0, 4, 5, 3], [1, 2, 5, 4], [0, 1, 4, -1]]).moved(at), TILE)
    works.add(
        "opening",
        shapes.box((0.7, 0.1, 1.1), center=(0, -0.82, 0.7)).moved(at),
        _DARK,
        lit=_LIGHT if works.rng.random() < 0.4 else (0.0, 0.0, 0.0),
    )
