"""Houses of four to six storeys, wall to wall: stone with balconies and a zinc roof, painted plaster, brick, concrete and glass."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.environments._city.masonry import Facade, Masonry
from filmwright.content.environments._city.shops import shopfront
from filmwright.scene.shapes import F64
from filmwright.values import Color

Style = Literal["stone", "plaster", "brick", "office"]
DEEP_M = 0.24  # how far windows lie behind the wall's face
GROUND_M = 4.3  # height of the ground floor
_STONE: tuple[Color, ...] = ((0.50, 0.43, 0.33), (0.46, 0.41, 0.33), (0.53, 0.47, 0.38))
_PLASTER: tuple[Color, ...] = (
    (0.55, 0.40, 0.22), (0.58, 0.50, 0.36), (0.46, 0.25, 0.17), (0.40, 0.43, 0.36), (0.60, 0.56, 0.48), (0.52, 0.33, 0.27),
)  # fmt: skip
_BRICK: tuple[Color, ...] = ((0.22, 0.075, 0.045), (0.27, 0.11, 0.065), (0.19, 0.10, 0.075))
_OFFICE: tuple[Color, ...] = ((0.36, 0.35, 0.33), (0.26, 0.26, 0.27))
_TRIM: Color = (0.62, 0.58, 0.50)
_FRAME: Color = (0.60, 0.58, 0.54)
_IRON: Color = (0.016, 0.017, 0.018)
_ZINC: Color = (0.13, 0.145, 0.16)
_TILE: Color = (0.20, 0.075, 0.045)
_LAMPLIGHT: tuple[Color, ...] = ((1.0, 0.62, 0.28), (1.0, 0.74, 0.44), (0.95, 0.80, 0.60), (0.75, 0.82, 1.0))


class House(NamedTuple):
    """What one house is like."""

    style: Style
    width_m: float
    storeys: int
    storey_m: float
    bays: int
    wall: Color


def choose(rng: np.random.Generator, before: Style | None) -> House:
    """A house unlike the one beside it."""
    styles: tuple[Style, ...] = ("stone", "plaster", "brick", "office")
    share = np.array([0.42, 0.36, 0.17, 0.05])
    if before is not None:
        share[styles.index(before)] *= 0.35
    style = styles[int(rng.choice(4, p=share / share.sum()))]
    bays = int(rng.integers(4, 7))
    palette = {"stone": _STONE, "plaster": _PLASTER, "brick": _BRICK, "office": _OFFICE}[style]
    wall = palette[int(rng.integers(len(palette)))]
    return House(
        style=style,
        width_m=bays * float(rng.uniform(2.55, 3.0)) + 0.5,
        storeys=int(rng.integers(4, 6)) if style != "office" else int(rng.integers(5, 7)),
        storey_m=float(rng.uniform(3.15, 3.5)),
        bays=bays,
        wall=wall,
    )


def row(masonry: Masonry, rng: np.random.Generator, side: int, start_m: float, end_m: float, wall_m: float) -> None:
    """Houses wall to wall along one side of the street."""
    at, before = start_m, None
    while at < end_m:
        house = choose(rng, before)
        build(masonry, rng, Facade(side, at, wall_m), house, far=at > 70.0)
        at, before = at + house.width_m, house.style


def build(masonry: Masonry, rng: np.random.Generator, facade: Facade, house: House, *, far: bool) -> None:
    """One house with its shops and its roof."""
    width, top = house.width_m, GROUND_M + house.storeys * house.storey_m
    # The body behind the facade, which closes the gable where a neighbor is lower.
    masonry.box(facade, "wall", (0.0, -11.0, 0.0), (width, -DEEP_M - 0.02, top), house.wall)
    shopfront(masonry, rng, facade, width, house.bays, GROUND_M, house.wall, far=far)
    for storey in range(house.storeys):
        _storey(masonry, rng, facade, house, storey, GROUND_M + storey * house.storey_m, far=far)
    _top(masonry, rng, facade, house, top, far=far)


def _storey(
    masonry: Masonry, rng: np.random.Generator, facade: Facade, house: House, storey: int, floor: float, *, far: bool
) -> None:
    width, high = house.width_m, house.storey_m
    bay = (width - 0.5) / house.bays
    office = house.style == "office"
    wide = bay - 0.5 if office else {"stone": 1.16, "plaster": 1.12, "brick": 1.25}[house.style]
    sill = 0.55 if office else 0.12 if house.style == "stone" else 0.82
    tall = min(high - sill - 0.5, {"stone": 2.45, "plaster": 1.75, "brick": 1.8, "office": 2.1}[house.style])
    middles = 0.25 + bay * (np.arange(house.bays) + 0.5)
    material = {"brick": "brick", "office": "wall"}.get(house.style, "wall")
    low, head = floor + sill, floor + sill + tall
    edges = np.concatenate([[0.0], np.stack([middles - wide / 2, middles + wide / 2], 1).ravel(), [width]]).reshape(
        -1, 2
    )
    piers = np.column_stack([edges[:, 0], np.full(len(edges), -DEEP_M), np.full(len(edges), low)])
    masonry.boxes(
        facade, material, piers, np.column_stack([edges[:, 1], 0 * edges[:, 1], np.full(len(edges), head)]), house.wall
    )
    masonry.box(facade, material, (0.0, -DEEP_M, floor), (width, 0.0, low), house.wall)
    masonry.box(facade, material, (0.0, -DEEP_M, head), (width, 0.0, floor + high), house.wall)
    _windows(masonry, rng, facade, middles, wide, low, head, far=far, divided=not office)
    if office:
        return
    trim = _TRIM if house.style != "stone" else house.wall
    span = np.column_stack([middles - wide / 2 - 0.14, 0 * middles])
    n = len(middles)
    at = np.full(n, 1.0)
    masonry.boxes(facade, "trim", np.column_stack([span[:, 0], span[:, 1], at * (head + 0.02)]),
                  np.column_stack([middles + wide / 2 + 0.14, at * 0.09, at * (head + 0.24)]), trim)  # fmt: skip
    masonry.boxes(facade, "trim", np.column_stack([span[:, 0], span[:, 1], at * (low - 0.12)]),
                  np.column_stack([middles + wide / 2 + 0.14, at * 0.13, at * low]), trim)  # fmt: skip
    if house.style == "plaster" and not far:
        for sign in (-1, 1):
            a = middles + sign * (wide / 2 + 0.07) - 0.07
            masonry.boxes(
                facade,
                "trim",
                np.column_stack([a, 0 * a, at * low]),
                np.column_stack([a + 0.14, at * 0.05, at * head]),
                trim,
            )
    if house.style == "stone":
        whole = storey in (1, house.storeys - 1)
        _balconies(masonry, facade, middles, wide, floor + 0.08, width, whole=whole, far=far)
    if storey == 0:
        masonry.box(facade, "trim", (0.0, 0.0, floor - 0.28), (width, 0.22, floor - 0.02), trim)


def _windows(
    masonry: Masonry, rng: np.random.Generator, facade: Facade, middles: F64, wide: float, low: float, head: float,
    *, far: bool, divided: bool,
) -> None:  # fmt: skip
    """Panes, each a little askew so that each mirrors another piece of sky, some with curtains; and their frames."""
    n = len(middles)
    halves = (-1.0, 1.0) if divided else (0.0,)
    corners, tints, lits = [], [], []
    shine = rng.random(n) < 0.34
    for k in range(n):
        curtain = rng.random() < 0.45
        glow = np.asarray(_LAMPLIGHT[int(rng.choice(4, p=(0.35, 0.35, 0.2, 0.1)))]) * rng.uniform(0.35, 1.0)
        for half in halves:
            a = middles[k] + (half - 1) * wide / 4 * (2 if not divided else 1)
            b = middles[k] + (half + 1) * wide / 4 * (2 if not divided else 1)
            tilt = rng.normal(0, 0.006, 2)
            w = -DEEP_M + 0.03
            corners.append(
                [(b, w + tilt[0], low), (a, w, low), (a, w + tilt[1], head), (b, w + tilt[0] + tilt[1], head)]
            )
            pale = rng.uniform(0.16, 0.34) if curtain else rng.uniform(0.004, 0.03)
            tints.append((pale, pale * 0.96, pale * 0.88))
            lits.append(glow * (1.0 if shine[k] else 0.0))
    masonry.panes(facade, "window", np.array(corners), np.array(tints), np.array(lits))
    bar = 0.06
    back, front = np.full(n, -DEEP_M), np.full(n, -DEEP_M + 0.09)
    edges = [(middles - wide / 2, middles - wide / 2 + bar), (middles + wide / 2 - bar, middles + wide / 2)]
    if divided:
        edges.append((middles - bar * 0.7, middles + bar * 0.7))
    for a, b in edges:
        masonry.boxes(
            facade,
            "trim",
            np.column_stack([a, back, np.full(n, low)]),
            np.column_stack([b, front, np.full(n, head)]),
            _FRAME,
        )
    rails = [(low, low + bar), (head - bar, head)] + (
        [(low + (head - low) * 0.7, low + (head - low) * 0.7 + bar)] if divided else []
    )
    for z0, z1 in rails[: 2 if far else 3]:
        masonry.boxes(facade, "trim", np.column_stack([middles - wide / 2, back, np.full(n, z0)]),
                      np.column_stack([middles + wide / 2, front, np.full(n, z1)]), _FRAME)  # fmt: skip


def _balconies(
    masonry: Masonry, facade: Facade, middles: F64, wide: float, floor: float, width: float, *, whole: bool, far: bool
) -> None:
    """Iron railings before each window, or along the whole front on a stone ledge."""
    spans = (
        [(0.15, width - 0.15)] if whole else [(float(m) - wide / 2 - 0.1, float(m) + wide / 2 + 0.1) for m in middles]
    )
    out = 0.62 if whole else 0.2
    for a, b in spans:
        masonry.box(facade, "trim", (a, 0.0, floor - 0.14), (b, out + 0.05, floor), _TRIM)
        masonry.box(facade, "iron", (a, out - 0.03, floor + 0.98), (b, out + 0.02, floor + 1.03), _IRON)
        masonry.box(facade, "iron", (a, out - 0.02, floor + 0.1), (b, out + 0.01, floor + 0.14), _IRON)
        u = np.arange(a, b, 0.26 if far else 0.13)
        thick = 0.024 if far else 0.014
        masonry.boxes(facade, "iron", np.column_stack([u, np.full(len(u), out - 0.012), np.full(len(u), floor)]),
                      np.column_stack([u + thick, np.full(len(u), out + 0.004), np.full(len(u), floor + 1.0)]), _IRON)  # fmt: skip


def _top(masonry: Masonry, rng: np.random.Generator, facade: Facade, house: House, top: float, *, far: bool) -> None:
    """Cornice and roof."""
    width = house.width_m
    if house.style == "office":
        masonry.box(facade, "wall", (0.0, -DEEP_M, top), (width, 0.0, top + 0.9), house.wall)
        return
    trim = house.wall if house.style == "stone" else _TRIM
    masonry.box(facade, "trim", (0.0, -0.1, top - 0.25), (width, 0.22, top), trim)
    masonry.box(facade, "trim", (0.0, -0.1, top), (width, 0.48, top + 0.22), trim)
    if house.style == "brick":
        masonry.box(facade, "brick", (0.0, -0.3, top + 0.22), (width, 0.02, top + 1.0), house.wall)
        return
    rise = 2.9 if house.style == "stone" else 2.2
    lean = 1.1 if house.style == "stone" else 2.6
    roof = _ZINC if house.style == "stone" else _TILE
    front = [
        (width, 0.1, top + 0.22),
        (0.0, 0.1, top + 0.22),
        (0.0, 0.1 - lean, top + rise),
        (width, 0.1 - lean, top + rise),
    ]
    crown = [
        (width, 0.1 - lean, top + rise),
        (0.0, 0.1 - lean, top + rise),
        (0.0, -8.0, top + rise + 1.4),
        (width, -8.0, top + rise + 1.4),
    ]
    colors = np.array([roof, roof])
    masonry.panes(facade, "roof", np.array([front, crown]), colors, np.zeros((2, 3)))
    for edge in (0.0, width):
        masonry.box(facade, "wall", (edge - 0.12, -8.0, top), (edge + 0.12, -0.6, top + rise + 0.5), house.wall)
    if house.style == "stone":
        bay = (width - 0.5) / house.bays
        for k in range(house.bays):
            middle = 0.25 + bay * (k + 0.5)
            masonry.box(facade, "roof", (middle - 0.72, -1.3, top + 0.5), (middle + 0.72, 0.0, top + 2.5), _ZINC)
            masonry.box(facade, "trim", (middle - 0.72, -0.05, top + 2.5), (middle + 0.72, 0.14, top + 2.64), _ZINC)
            _windows(masonry, rng, Facade(facade.side, facade.start_m, facade.wall_m - 0.27), np.array([middle]), 1.0,
                     top + 0.75, top + 2.3, far=far, divided=True)  # fmt: skip
    for _ in range(int(rng.integers(1, 4))):
        u = float(rng.uniform(0.8, width - 1.6))
        masonry.box(
            facade,
            "brick",
            (u, -5.0, top),
            (u + 0.9, -4.4, top + rise + 2.0 + rng.uniform(0, 0.8)),
            (0.25, 0.10, 0.065),
        )
