"""A hardcover book that stands, its front cover a little open, its title in gold."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, noise
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("book", "hardcover", "hardcover book", "novel")
EXAMPLE = "A red book in a studio"
COLOR = "dark_red"
MATERIALS = ("cotton", "leather", "paper", "silk")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
WIDTH_M, HEIGHT_M, THICK_M = 0.160, 0.235, 0.042  # royal octavo
_BOARD, _SQUARE = 0.003, 0.004  # thickness of the boards, and how far they reach over the pages


class Params(NamedTuple):
    """One book: its cover's material and linear color, its title, its size against the usual."""

    material: str
    color: Color
    title: tuple[str, str]
    size: float
    opened: bool = False


_TITLES = (("THE", "ISLE"), ("OUR", "SEA"), ("LOST", "HOURS"), ("A WINTER", "TALE"))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A book bound in cloth."""
    title = _TITLES[int(rng.integers(len(_TITLES)))]
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), title, things.size_of(member))


def held(params: Params, action: str) -> Params:
    """Who reads has it open."""
    return params._replace(opened=action == "read")


def build(params: Params) -> Thing:
    """The book; open it lies along +Y, its pages up, the lines across."""
    return _lying_open(params) if params.opened else _closed(params)


def _closed(params: Params) -> Thing:
    """The book, upright, its front cover in front, its spine to the left of who looks at it."""
    w, h, t = WIDTH_M, HEIGHT_M, THICK_M
    back = _board(w, h).moved((0, 0, -t / 2))
    hinge = np.array([-w / 2, 0.0, t / 2 - _BOARD])
    opened = rotation(y=-0.10)

    def swung(item: Shape, turn: F64) -> Shape:
        return item.moved(-hinge).turned(turn).moved(hinge)

    cover = swung(_board(w, h).moved((0, 0, t / 2 - _BOARD)), opened)
    gold = swung(_front_gold(params.title).moved((0, 0, t / 2 + 0.0002)), opened)
    spine = _spine(h)
    bands = [_spine_ring(0.006, z, 0.0012) for z in (-0.33 * h, -0.22 * h, 0.22 * h, 0.33 * h)]
    pages = _pages()
    leaves = [
        swung(box((w - 0.006, h - 2 * _SQUARE, 0.0003), center=(0.001, 0, t / 2 - 0.0045)), rotation(y=-a))
        for a in (0.025, 0.055, 0.08)
    ]
    ribbon = _parts.ribbon([(0.02, -h / 2 + 0.03), (0.022, -h / 2 - 0.002), (0.03, -h / 2 - 0.001)], 0.005, 0.004)

    def upright(*items: Shape) -> Shape:
        return _parts.front(items, 0.0, h / 2).moved((0.0, 0.0, 0.0))

    thing = Thing(
        nodes=(
            things.mesh("book cover", upright(back, cover, spine), "cover"),
            things.mesh("book gold", upright(gold, *bands), "gold"),
            things.mesh("book pages", upright(pages, *leaves), "pages"),
            things.mesh("book ribbon", upright(ribbon), "ribbon"),
        ),
        materials={
            "cover": things.made_of(params.material, params.color),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "pages": _edges(),
            "ribbon": _parts.plain("silk", "#8c1c22"),
        },
        view_rad=0.5,
        top=(0.0, 0.0, h),
    )
    return things.scaled(thing, params.size)


_WINGS_RAD = 0.20  # how far each half of an open book rises from the level; chosen


def _lying_open(params: Params) -> Thing:
    """The book open in the middle: two covers, two blocks of pages that curve down into the fold, lines of print."""
    h, w = HEIGHT_M, WIDTH_M
    covers, blocks, print_ = [], [], []
    for sign in (-1.0, 1.0):
        wing = rotation(y=-sign * _WINGS_RAD)
        covers.append(box((w, h, _BOARD), center=(sign * w / 2, 0, _BOARD / 2), bevel=0.0012).turned(wing))
        across = np.linspace(0.0, 1.0, 17)
        bulge = _half_of_pages(across)
        stack = []
        for y in (-h / 2 + _SQUARE, h / 2 - _SQUARE):
            top = np.column_stack([sign * across * (w - _SQUARE), np.full(17, y), _BOARD + bulge])
            base = np.column_stack([sign * across * (w - _SQUARE), np.full(17, y), np.full(17, _BOARD)])[::-1]
            stack.append(np.concatenate([top, base]))
        blocks.append(rings(np.array(stack), caps=True).turned(wing))
        for k in range(24):
            y = h / 2 - 0.030 - 0.0076 * k
            ends = (0.15, 0.58 if k in (8, 17, 23) else 0.88)
            along = np.linspace(*ends, 9)
            level = _BOARD + _half_of_pages(along) + 0.0004
            x = along * (w - _SQUARE) if sign > 0 else -(1.03 - along) * (w - _SQUARE)
            level = level if sign > 0 else _BOARD + _half_of_pages(1.03 - along) + 0.0004
            rows = [np.column_stack([x, np.full(9, y + d), level]) for d in (-0.0011, 0.0011)]
            print_.append(rings(np.array(rows), around=False, caps=False).turned(wing))
    back = box((0.030, h, _BOARD), center=(0, 0, _BOARD / 2), bevel=0.0012)
    thing = Thing(
        nodes=(
            things.mesh("book cover", join([*covers, back]).moved((0.0, 0.0, 0.0)), "cover"),
            things.mesh("book pages", join(blocks), "pages"),
            things.mesh("book print", join(print_), "print"),
        ),
        materials={
            "cover": things.made_of(params.material, params.color),
            "pages": _parts.plain("paper", "#efe8d6"),
            "print": _parts.plain("paper", "#57524a"),
        },
        view_rad=0.5,
        top=(0.0, 0.0, 0.02),
    )
    return things.scaled(thing, params.size)


def _half_of_pages(across: F64) -> F64:
    """How high half the pages of an open book are over their cover, from the fold (0) to the edge (1), in metres."""
    full = THICK_M / 2 - _BOARD
    return np.asarray(full * np.clip(across / 0.16, 0, 1) ** 0.5 * (1.0 - 0.35 * across) + 0.0008)


def _board(w: float, h: float) -> Shape:
    """One of the two boards, from z = 0 up."""
    return box((w, h, _BOARD), center=(0, 0, _BOARD / 2), bevel=0.0012)


def _spine(h: float) -> Shape:
    """The rounded back between the boards at the left."""
    stack = []
    for z in (-h / 2, -h / 2 + 0.001, h / 2 - 0.001, h / 2):
        a = np.linspace(-1, 1, 15)
        bulge = 0.009 * (1 - a**2)
        out = np.column_stack([-WIDTH_M / 2 - bulge, a * THICK_M / 2])
        inside = np.column_stack([-WIDTH_M / 2 - bulge + 0.003, a * (THICK_M / 2 - 0.002)])[::-1]
        loop = np.concatenate([out, inside])
        stack.append(np.column_stack([loop[:, 0], np.full(len(loop), z), loop[:, 1]]))
    return rings(np.array(stack)[:, ::-1], caps=True)


def _spine_ring(height: float, at: float, over: float) -> Shape:
    """A gold band across the spine."""
    a = np.linspace(-0.96, 0.96, 15)
    rows = []
    for z in (at - height / 2, at + height / 2):
        rows.append(np.column_stack([-WIDTH_M / 2 - 0.009 * (1 - a**2) - 0.0003, np.full(15, z), a * THICK_M / 2]))
    return rings(np.array(rows), around=False, caps=False)


def _front_gold(title: tuple[str, str]) -> Shape:
    """What is stamped on the cover: a double frame, the title, a star under it."""
    w, h = WIDTH_M, HEIGHT_M
    parts = [_outline(w - 0.026, h - 0.026, 0.0016), _outline(w - 0.035, h - 0.035, 0.0007)]
    size = min(0.024, 0.10 / max(len(t) for t in title))
    parts += [
        _parts.lettering(t, size, (0.0, y), width=0.13 * size)
        for t, y in zip(title, (0.060, 0.060 - 1.55 * size), strict=True)
    ]
    parts += [_parts.ribbon([(-0.03, -0.005), (0.03, -0.005)], 0.0012)]
    for k in range(8):
        a = k * np.pi / 4
        reach = 0.020 if k % 2 == 0 else 0.010
        parts.append(
            _parts.ribbon(
                [(0.003 * np.cos(a), -0.05 + 0.003 * np.sin(a)), (reach * np.cos(a), -0.05 + reach * np.sin(a))], 0.0022
            )
        )
    return join(parts)


def _outline(width: float, height: float, line: float) -> Shape:
    """A rectangle of four lines."""
    x, y = width / 2, height / 2
    corners = [(-x, -y), (x, -y), (x, y), (-x, y)]
    return join([_parts.ribbon([corners[k], corners[(k + 1) % 4]], line) for k in range(4)])


def _pages() -> Shape:
    """The block of pages, hollowed along its fore edge as the spine is round."""
    h = HEIGHT_M - 2 * _SQUARE
    half = THICK_M / 2 - _BOARD - 0.0006
    a = np.linspace(-1, 1, 15)
    fore = np.column_stack([WIDTH_M / 2 - _SQUARE - 0.006 * (1 - a**2), a * half])
    back = np.column_stack([-WIDTH_M / 2 + 0.001 - 0.006 * (1 - a**2), a * half])[::-1]
    loop = np.concatenate([fore, back])
    return rings(
        np.array([np.column_stack([loop[:, 0], np.full(len(loop), z), loop[:, 1]]) for z in (-h / 2, h / 2)])[:, ::-1]
    )


def _edges() -> Material:
    """Cream paper whose edges are seen as fine lines."""
    lines = noise(mapping(coords("rest"), scale=(3.0, 2400.0, 3.0)), scale=1.0, detail=2)
    return Material(
        color=mix((0.50, 0.43, 0.32), (0.82, 0.77, 0.65), lines),
        roughness=0.9,
        specular=0.2,
        bumps=(Bump(height=lines, strength=0.5, distance_m=0.0006),),
        preview=(0.75, 0.7, 0.58),
    )
