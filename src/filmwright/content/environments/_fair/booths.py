"""The booths of a fairground: counters under striped tents with prizes and sweets, strings of pennants and of bulbs, lamps, balloons."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import forms
from filmwright.content.environments._fair.rides import GOLD, PAINTS, STEEL, WARM, WHITE, bulbs, canopy, dimmed, of
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Native
from filmwright.scene.shapes import Shape
from filmwright.values import Color

WIDE_M, DEEP_M = 4.0, 2.6
EAVE_M = 2.75
_WORDS = ("POPCORN", "TICKETS", "CANDY", "WAFFLES", "ICE CREAM", "PRIZES", "LEMONADE", "HOT DOGS", "DONUTS")
_TOYS: tuple[Color, ...] = (
    (0.62, 0.20, 0.28), (0.60, 0.45, 0.10), (0.10, 0.30, 0.55), (0.40, 0.22, 0.10), (0.20, 0.45, 0.18), (0.65, 0.62, 0.58),
    (0.42, 0.12, 0.45),
)  # fmt: skip


class Booth(NamedTuple):
    """A booth: the middle of its front on the ground, which way its front looks (0: -Y), what it is painted and what stands on its sign."""

    x: float
    y: float
    yaw_rad: float
    paint: int
    words: str


def row(rng: np.random.Generator, side: int, x: float, ys: F64) -> list[Booth]:
    """Booths along one side of the promenade, looking at it, no two neighbors alike."""
    first = int(rng.integers(6)) + (3 if side > 0 else 0)
    words = rng.permutation(len(_WORDS))
    return [
        Booth(
            side * x, float(y), side * -math.pi / 2, (first + 2 * k + k // 3) % 6, _WORDS[int(words[k % len(_WORDS)])]
        )
        for k, y in enumerate(ys)
    ]


def booth(rng: np.random.Generator, made: Booth, *, near: bool) -> Shape:
    """A whole booth in the world."""
    tint = PAINTS[made.paint]
    half, back = WIDE_M / 2, DEEP_M
    parts = [
        of(
            shapes.box((WIDE_M, 0.08, 2.6), center=(0, back, 1.3)),
            dimmed(tint, 0.55),
            dimmed(tint, 0.22),
        ),
        of(shapes.box((WIDE_M + 0.2, 0.62, 0.07), center=(0, 0.12, 1.06), bevel=0.015), (0.34, 0.22, 0.12)),
    ]
    for s in (-1, 1):  # the sides, of planks
        for k in range(8):
            share = 1.0 if k % 2 else 0.72
            plank = shapes.box((0.07, back / 8, 2.6), center=(s * half, (k + 0.5) * back / 8, 1.3), bevel=0.01)
            color: Color = (share * tint[0], share * tint[1], share * tint[2])
            parts.append(of(plank, color, (0.03 * color[0], 0.03 * color[1], 0.03 * color[2])))
        parts.append(of(shapes.box((0.1, back, 0.22), center=(s * half, back / 2, 0.11)), WHITE))
        parts.append(of(shapes.box((0.1, back, 0.16), center=(s * half, back / 2, 1.05)), WHITE))
    slats = 10
    for k in range(slats):
        wide = WIDE_M / slats
        plank = shapes.box((wide, 0.06, 1.02), center=(-half + (k + 0.5) * wide, 0.0, 0.51), bevel=0.01)
        parts.append(of(plank, tint if k % 2 else WHITE))
    for s in (-1, 1):
        parts.append(of(forms.rod((s * half, -0.1, 0), (s * half, -0.1, EAVE_M), 0.055, sides=8), WHITE))
    reach = half + 0.35
    a, b = np.linspace(-reach, reach, 7), np.linspace(-0.75, back + 0.25, 6)
    rim = np.concatenate([
        np.column_stack([a[:-1], np.full(6, b[0])]), np.column_stack([np.full(5, reach), b[:-1]]),
        np.column_stack([a[:0:-1], np.full(6, b[-1])]), np.column_stack([np.full(5, -reach), b[:0:-1]]),
    ])  # fmt: skip
    rim = np.column_stack([rim, np.full(len(rim), EAVE_M)])
    parts.append(canopy(rim, (0, 0.9, EAVE_M + 1.35), (tint, WHITE), hollow=0.2))
    parts.append(
        of(
            forms.turned([(0.07, EAVE_M + 1.25), (0.14, EAVE_M + 1.42), (0.02, EAVE_M + 1.75)], (0, 0.9, 0), sides=8),
            GOLD,
        )
    )
    board = shapes.box((2.9, 0.07, 0.56), center=(0, -0.86, EAVE_M + 0.12), bevel=0.02)
    parts.append(of(board, dimmed(tint, 0.45)))
    parts.append(of(shapes.box((3.04, 0.05, 0.70), center=(0, -0.83, EAVE_M + 0.12), bevel=0.02), GOLD))
    x = np.linspace(-1.46, 1.46, 15)
    for z in (-0.19, 0.43):
        parts.append(bulbs(np.column_stack([x, np.full(15, -0.92), np.full(15, EAVE_M + z)]), 0.035))
    parts += _wares(rng, near=near)
    whole = shapes.join(parts).turned(shapes.rotation(z=made.yaw_rad))
    return whole.moved((made.x, made.y, 0.0))


def _wares(rng: np.random.Generator, *, near: bool) -> list[Shape]:
    """Shelves of soft toys on the back wall and things on the counter."""
    parts = []
    sides, levels = (10, 7) if near else (6, 5)
    glow: Color = (0.05, 0.03, 0.015)
    for z in (1.25, 1.75, 2.25):
        parts.append(of(shapes.box((WIDE_M - 0.3, 0.3, 0.03), center=(0, DEEP_M - 0.2, z)), (0.35, 0.27, 0.18), glow))
        for x in np.arange(-1.65, 1.7, 0.36):
            tint = _TOYS[int(rng.integers(len(_TOYS)))]
            size = float(rng.uniform(0.10, 0.145))
            at = np.array([x + float(rng.uniform(-0.05, 0.05)), DEEP_M - 0.24, z + 0.02 + size])
            toy = [shapes.ball((size, 0.9 * size, 1.05 * size), center=at, sides=sides, levels=levels)]
            toy.append(shapes.ball(0.72 * size, center=at + (0, -0.02, 1.45 * size), sides=sides, levels=levels))
            for s in (-1, 1):
                toy.append(
                    shapes.ball(0.28 * size, center=at + (s * 0.5 * size, -0.02, 2.05 * size), sides=6, levels=4)
                )
            parts.append(of(shapes.join(toy), tint, dimmed(tint, 0.12)))
    for x in np.arange(-1.6, 1.7, 0.5):
        if rng.random() < 0.75:
            tint = _TOYS[int(rng.integers(len(_TOYS)))]
            jar = forms.turned([(0.085, 1.10), (0.10, 1.2), (0.085, 1.34), (0.05, 1.37)], (float(x), 0.05, 0), sides=10)
            parts.append(of(jar, tint))
    return parts


def names(made: list[Booth]) -> Native:
    """What stands on the signs."""
    front = EAVE_M + 0.12
    turn = np.array([b.yaw_rad for b in made])
    out = 0.90
    center = np.column_stack(
        [[b.x for b in made] + out * np.sin(turn), [b.y for b in made] - out * np.cos(turn), np.full(len(made), front)]
    )
    return Native(
        name="names", kind="text", params={"bodies": [b.words for b in made], "style": "fill"},
        arrays={
            "center": center, "right": np.column_stack([np.cos(turn), np.sin(turn), np.zeros(len(made))]),
            "up": np.tile([0.0, 0.0, 1.0], (len(made), 1)), "size_m": np.full(len(made), 0.36),
            "limit_m": np.full(len(made), 2.5), "vertical": np.zeros(len(made)),
        },
        materials=("letters",),
    )  # fmt: skip


def hung(a: F64, b: F64, sag_m: float, *, lamps: bool) -> Shape:
    """A line from a to b that sags: pennants in all colors, or bulbs."""
    long = float(np.linalg.norm(b - a))
    t = np.linspace(0.0, 1.0, 25)
    line = a + (b - a) * t[:, None]
    line[:, 2] -= sag_m * 4 * t * (1 - t)
    parts = [of(shapes.sweep(line, 0.012, sides=4), (0.06, 0.055, 0.05))]
    count = int(long / (0.5 if lamps else 0.42))
    at = (np.arange(count) + 0.5) / count
    spots = np.column_stack([np.interp(at, t, line[:, k]) for k in range(3)])
    if lamps:
        return shapes.join([*parts, bulbs(spots - (0, 0, 0.05), 0.055)])
    way = (b - a) / long
    for k, spot in enumerate(spots):
        flag = shapes.shape([spot - 0.16 * way, spot + 0.16 * way, spot - (0, 0, 0.36)], [[0, 1, 2]])
        parts.append(of(flag, (*PAINTS, WHITE)[k % 7]))
    return shapes.join(parts)


def lamp_post(x: float, y: float) -> Shape:
    """A cast-iron post with three globes, a flag at its head."""
    post = forms.turned([(0.2, 0.0), (0.2, 0.35), (0.09, 0.5), (0.065, 3.9), (0.12, 4.0), (0.03, 4.3)], sides=12)
    arms = [
        forms.pipe([(0, 0, 3.5), (s * 0.3, 0, 3.75), (s * 0.52, 0, 3.55)], 0.03, count=10, sides=6) for s in (-1, 1)
    ]
    globes = np.array([(-0.52, 0, 3.75), (0.52, 0, 3.75), (0, 0, 4.35)])
    one = [shapes.ball(0.19, center=g, sides=14, levels=9) for g in globes]
    tall = forms.rod((0, 0, 4.4), (0, 0, 6.6), 0.03, sides=6)
    u, v = np.linspace(0.0, 1.5, 9), np.linspace(6.5, 5.7, 4)
    cloth = shapes.rings(
        np.array([np.column_stack([u, 0.10 * np.sin(4.5 * u + z) * u, np.full(9, z) - 0.12 * u]) for z in v]),
        around=False,
        caps=False,
    )
    tint = PAINTS[int(abs(7 * x + y)) % len(PAINTS)]
    parts = [of(shapes.join([post, *arms]), (0.03, 0.05, 0.045)), of(tall, STEEL), of(cloth, tint)]
    parts.append(of(shapes.join(one), (0.72, 0.68, 0.60), WARM))
    return shapes.join(parts).moved((x, y, 0))


def balloons(rng: np.random.Generator, x: float, y: float) -> Shape:
    """A bunch of balloons tied to a weight on the ground."""
    parts = [of(forms.turned([(0.14, 0.0), (0.12, 0.2), (0.02, 0.24)], sides=10), STEEL)]
    for k in range(13):
        way = rng.normal(0, 0.34, 2)
        at = np.array([way[0], way[1], 2.75 + 0.4 * float(rng.random()) - 0.5 * float(np.hypot(*way))])
        tint = (*PAINTS, (0.72, 0.20, 0.32))[k % 7]
        parts.append(
            of(
                shapes.ball((0.165, 0.165, 0.205), center=at, sides=14, levels=10),
                dimmed(tint, 1.2),
            )
        )
        parts.append(of(forms.rod((0, 0, 0.2), at - (0, 0, 0.2), 0.004, sides=3), WHITE))
    return shapes.join(parts).moved((x, y, 0))
