"""A bookshelf full of books: upright and leaning ones, a few that lie, a vase and a framed picture between them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, ball, box, join, lathe, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bookshelf", "bookcase")
EXAMPLE = "A bookshelf in a studio"
COLOR = "brown"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
WIDTH_M, DEPTH_M, HEIGHT_M = 0.90, 0.29, 1.86
_BOARD, _SHELVES = 0.022, 5
_SPINES = ("#7d2026", "#23406b", "#2f5a3c", "#c9b48a", "#5b3a24", "#2b2b2e", "#b5562f", "#d8d2c3", "#5f7d86", "#c69a3a")


class Params(NamedTuple):
    """One bookshelf: material and linear color, its size against the usual, and which books stand in it."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A bookshelf, painted where the text gives it a color that wood does not have."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The bookshelf, open in front (+Y)."""
    rng = np.random.default_rng(params.seed)
    books, pages, bands = [], [], []
    step = (HEIGHT_M - 0.10 - _BOARD) / _SHELVES
    for k in range(_SHELVES):
        z = 0.08 + _BOARD + k * step
        row = _row(rng, z, step - _BOARD, k)
        books += row[0]
        pages += row[1]
        bands += row[2]
    names = tuple(f"cloth {k}" for k in range(len(_SPINES)))
    ornaments = _ornaments(0.08 + _BOARD, step)
    thing = Thing(
        nodes=(
            things.mesh("bookshelf frame", _frame(step), "wood"),
            things.mesh("bookshelf books", join(books), *names),
            things.mesh("bookshelf pages", join(pages), "pages"),
            things.mesh("bookshelf bands", join(bands), "gold"),
            things.mesh("bookshelf vase", ornaments, "vase", sharp_rad=1.0),
        ),
        materials={
            "wood": things.made_of(params.material, params.color),
            "pages": _parts.plain("paper", "#e4dbc4"),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "vase": _parts.plain("ceramic", "#d9d4c6"),
            **{name: _parts.plain("cotton", c) for name, c in zip(names, _SPINES, strict=True)},
        },
        view_rad=0.38,
        top=(0.0, 0.0, HEIGHT_M),
    )
    return things.scaled(thing, params.size)


def _frame(step: float) -> Shape:
    """Sides, shelves, back, plinth and a molding on top."""
    w, d, h = WIDTH_M, DEPTH_M, HEIGHT_M
    parts = [_parts.board((_BOARD, d, h - 0.02), (s * (w - _BOARD) / 2, 0, (h - 0.02) / 2), offset=s) for s in (-1, 1)]
    parts += [
        _parts.board((w - 2 * _BOARD, d - 0.012, _BOARD), (0, 0.0, 0.08 + _BOARD / 2 + k * step), offset=k)
        for k in range(_SHELVES + 1)
    ]
    parts.append(_parts.board((w - _BOARD, 0.008, h - 0.06), (0, -d / 2 + 0.006, h / 2), axis=2, offset=9))
    parts.append(_parts.board((w - 2 * _BOARD, 0.018, 0.08), (0, d / 2 - 0.022, 0.04), offset=11))
    parts.append(_parts.board((w + 0.04, d + 0.025, 0.024), (0, 0.004, h - 0.012), bevel=0.008, offset=12))
    parts.append(_parts.board((w + 0.012, d + 0.012, 0.022), (0, 0.002, h - 0.034), bevel=0.006, offset=13))
    return join(parts)


def _row(rng: np.random.Generator, z: float, room: float, shelf: int) -> tuple[list[Shape], list[Shape], list[Shape]]:
    """The books of one shelf from the left (as seen from in front) to where it is full."""
    books: list[Shape] = []
    pages: list[Shape] = []
    bands: list[Shape] = []
    half = WIDTH_M / 2 - _BOARD - 0.004
    x, stop = -half, half - (0.22 if shelf in (1, 3) else 0.02)
    while True:
        thick, tall, deep = rng.uniform(0.017, 0.048), room * rng.uniform(0.62, 0.90), rng.uniform(0.15, 0.205)
        run = rng.random() < 0.25
        for _ in range(4 if run else 1):  # volumes of one edition
            if x + thick > stop:
                return books, pages, bands
            lean = 0.0 if x + 1.8 * thick + 0.3 * tall < stop or run else 0.16
            color = int(rng.integers(len(_SPINES))) if not run or not books else int(books[-1].slot[0])
            made = _book(thick, tall, deep, color)
            turn = rotation(y=-lean)
            at = (
                -(x + thick / 2 + 0.5 * tall * abs(np.sin(lean))),
                DEPTH_M / 2 - 0.045 - deep / 2 - rng.uniform(0, 0.018),
                z + 0.001 + thick / 2 * abs(np.sin(lean)),
            )
            books.append(made[0].turned(turn).moved(at))
            pages.append(made[1].turned(turn).moved(at))
            if rng.random() < 0.6 or run:
                bands.append(made[2].turned(turn).moved(at))
            x += thick + 0.0012 + tall * abs(np.sin(lean))


def _book(thick: float, tall: float, deep: float, slot: int) -> tuple[Shape, Shape, Shape]:
    """A book standing on z = 0 with its rounded spine at +Y: cover, pages, bands on the spine."""
    a = np.linspace(-1, 1, 9)
    spine = np.column_stack([a * thick / 2, deep / 2 + 0.18 * thick * (1 - a**2)])[::-1]
    loop = np.concatenate([[(-thick / 2, -deep / 2), (thick / 2, -deep / 2)], spine[:]])
    cover = rings(
        np.array([np.column_stack([loop, np.full(len(loop), v)]) for v in (0.0, 0.002, tall - 0.002, tall)]), slot=slot
    )
    block = box((thick - 0.006, deep - 0.004, tall + 0.0006), center=(0, -0.003, tall / 2 - 0.0001))
    rows = []
    for v in (0.12, 0.17, 0.78, 0.80, 0.90):
        ring = np.column_stack([a * thick / 2 * 0.98, deep / 2 + 0.18 * thick * (1 - a**2) + 0.0005])
        strip = np.array([np.column_stack([ring, np.full(9, v * tall + dz)]) for dz in (0.004, 0.0)])
        rows.append(rings(strip, around=False, caps=False))
    return cover, block, join(rows)


def _ornaments(low: float, step: float) -> Shape:
    """A vase on one shelf and a globe of clay on another, at the end of the row."""
    vase = lathe(
        [
            (0.0, 0.0),
            (0.03, 0.0),
            (0.055, 0.06),
            (0.058, 0.10),
            (0.03, 0.16),
            (0.022, 0.19),
            (0.03, 0.21),
            (0.026, 0.208),
            (0.018, 0.18),
            (0.0, 0.17),
        ],
        sides=36,
        caps=False,
    )
    bowl = lathe(
        [
            (0.0, 0.0),
            (0.035, 0.0),
            (0.04, 0.01),
            (0.085, 0.06),
            (0.09, 0.075),
            (0.086, 0.074),
            (0.05, 0.02),
            (0.0, 0.016),
        ],
        sides=40,
        caps=False,
    )
    fruit = [
        ball(0.032, center=(x, y, 0.06), sides=18, levels=10) for x, y in ((-0.025, 0.01), (0.03, 0.015), (0.0, -0.03))
    ]
    x = -(WIDTH_M / 2 - 0.13)
    return join([vase.moved((x, 0.02, low + step)), join([bowl, *fruit]).moved((x, 0.02, low + 3 * step))])
