"""What is sold on a market: fruit, vegetables, bread, cheese, flowers, spices. Each kind lies or stands on z = 0, in metres, and carries
its color as point attribute `tint`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from filmwright.content.environments._town.fabric import leaves
from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

_GREEN: tuple[Color, ...] = ((0.09, 0.21, 0.025), (0.14, 0.29, 0.04), (0.06, 0.15, 0.02))
_STALK: Color = (0.10, 0.16, 0.03)


class Ware(NamedTuple):
    """One kind of goods: make(rng, kind) gives a piece; `apart_m` from one to the next in a crate; `layers` they are heaped in; `lies`:
    all turned about the same way; `tray`: they are set out on boards, not in crates."""

    make: Callable[[np.random.Generator, int], Shape]
    apart_m: tuple[float, float]
    layers: int = 2
    lies: bool = False
    tray: bool = False


def _tinted(made: Shape, color: Color, rng: np.random.Generator, *, second: Color | None = None) -> Shape:
    """The piece in its color, towards a second one on one side, darker below."""
    p = made.points
    turn = np.arctan2(p[:, 1], p[:, 0])
    side = np.clip(0.5 + 0.6 * np.cos(turn - rng.uniform(0, 6.28)), 0, 1)[:, None]
    base = np.asarray(color) * rng.uniform(0.88, 1.12)
    tint = base + (np.asarray(second if second is not None else color) - base) * side * 0.7
    return made.with_data("tint", np.clip(tint, 0, 1))


def _round(
    radius: tuple[float, float], color: Color, second: Color | None = None, *, dimple: float = 0.0, lobes: tuple[int, float] = (0, 0.0),
    cap: Color | None = None,
) -> Callable[[np.random.Generator, int], Shape]:  # fmt: skip
    """A maker of round pieces: radius across and up; `dimple` the depth of the hollow round the stalk; lobes: how many, how deep;
    `cap`: the color of the stalk."""

    def make(rng: np.random.Generator, kind: int) -> Shape:
        t = np.linspace(-math.pi / 2 + 0.02, math.pi / 2 - 0.02, 9)
        r = radius[0] * np.cos(t) ** 0.92
        z = radius[1] * (1 + np.sin(t)) - dimple * np.exp(-((r / (0.35 * radius[0])) ** 2)) * (np.sin(t) > 0)
        body = shapes.lathe(np.column_stack([r, z]), sides=14, caps=False)
        if lobes[0]:
            turn = np.arctan2(body.points[:, 1], body.points[:, 0])
            swell = 1 - lobes[1] * (0.5 - 0.5 * np.cos(lobes[0] * turn + kind))
            body = body._replace(points=body.points * np.column_stack([swell, swell, np.ones(len(swell))]))
        made = _tinted(body, color, rng, second=second)
        if cap is None:
            return made
        top = 2 * radius[1] - dimple
        stalk = shapes.sweep([(0, 0, top - 0.006), (0.003, 0, top + 0.3 * radius[1])], 0.09 * radius[0], sides=5)
        star = shapes.lathe(
            [(0.5 * radius[0], top - 0.1 * radius[1]), (0.05 * radius[0], top + 0.004)], sides=5, caps=False
        )
        return shapes.join([made, stalk.with_data("tint", cap), star.with_data("tint", cap)])

    return make


def _long(
    line: tuple[tuple[float, float, float], ...], radii: tuple[float, ...], color: Color, second: Color | None = None, *,
    tip: Color | None = None,
) -> Callable[[np.random.Generator, int], Shape]:  # fmt: skip
    """A maker of long pieces that lie along +Y on the ground: the line (x, y, z) of their middle, their radius along it."""

    def make(rng: np.random.Generator, kind: int) -> Shape:
        spine = shapes.curve(np.column_stack([np.asarray(line), radii]), 10)
        body = shapes.sweep(spine[:, :3], np.maximum(spine[:, 3], 0.001), sides=9)
        body = body.moved((0, 0, -float(body.points[:, 2].min())))
        made = _tinted(body, color, rng, second=second)
        if tip is not None:
            end = np.asarray(line)[-1] + [0, 0, radii[0]]
            cap = shapes.sweep([end - [0, 0.014, 0.0], end + [0, 0.022, 0.002]], [1.5 * radii[-1], 0.004], sides=6)
            made = shapes.join([made, cap.with_data("tint", tip)])
        return made

    return make


Make = Callable[[np.random.Generator, int], Shape]


def _apple(color: Color, second: Color) -> Make:
    return _round((0.038, 0.034), color, second, dimple=0.012, cap=(0.08, 0.05, 0.02))


def _pepper(color: Color) -> Make:
    return _round((0.038, 0.048), color, dimple=0.012, lobes=(4, 0.16), cap=_STALK)


def _pod(half_m: float, inner_m: float) -> tuple[tuple[float, float, float], ...]:
    """The middle of a long piece, from end to end along +Y."""
    return tuple((0.0, y, 0.0) for y in (-half_m, -inner_m, inner_m, half_m))


def _bananas(rng: np.random.Generator, kind: int) -> Shape:
    parts = []
    for k in range(5):
        a = 0.22 * (k - 2)
        line = shapes.curve(
            [
                (0.0, -0.075, 0.05),
                (0.02 * (k - 2), -0.045, 0.055),
                (0.028 * (k - 2), 0.03, 0.04),
                (0.03 * (k - 2), 0.085, 0.012),
            ],
            9,
        )
        body = shapes.sweep(line, [0.006, 0.009, 0.015, 0.018, 0.0185, 0.018, 0.016, 0.012, 0.004], sides=6)
        parts.append(
            _tinted(body.turned(shapes.rotation(z=0.1 * a)), (0.72, 0.47, 0.03), rng, second=(0.66, 0.52, 0.06))
        )
    return shapes.join(parts)


def _grapes(color: Color) -> Callable[[np.random.Generator, int], Shape]:
    def make(rng: np.random.Generator, kind: int) -> Shape:
        n = 34
        along = rng.random(n)
        turn = rng.random(n) * 6.28
        out = 0.042 * np.sqrt(1 - 0.85 * along) * np.sqrt(rng.random(n))
        spots = np.column_stack([out * np.cos(turn), -0.07 + 0.15 * along, 0.03 + 0.6 * out * np.sin(turn)])
        bead = shapes.ball(0.0115, sides=6, levels=5)
        return shapes.join(_tinted(bead.moved(at), color, rng) for at in spots)

    return make


def _head(color: tuple[Color, ...], reach: float, count: int) -> Callable[[np.random.Generator, int], Shape]:
    """A maker of heads of leaves: lettuces, cabbages, herbs."""

    def make(rng: np.random.Generator, kind: int) -> Shape:
        way = rng.normal(size=(count, 3))
        way[:, 2] = np.abs(way[:, 2]) * 0.9
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        at = way * reach * (0.65 + 0.4 * rng.random((count, 1))) + [0, 0, 0.25 * reach]
        ruff = leaves(rng, at, 0.42 * reach, color, facing=way)
        heart = shapes.ball((0.7 * reach, 0.7 * reach, 0.75 * reach), center=(0, 0, 0.3 * reach), sides=10, levels=6)
        return shapes.join([ruff, heart.with_data("tint", color[0])])

    return make


def _carrots(rng: np.random.Generator, kind: int) -> Shape:
    parts = []
    for k in range(6):
        x, lift = 0.018 * (k % 3 - 1) + 0.004 * rng.normal(), 0.02 + 0.026 * (k // 3)
        root = shapes.sweep(
            [(x * 1.6, -0.085, lift), (x, 0.03, lift), (x * 0.7, 0.055, lift)], [0.003, 0.013, 0.012], sides=7
        )
        parts.append(_tinted(root, (0.66, 0.17, 0.015), rng))
    n = 70
    out = np.abs(rng.normal(0, 0.5, n))
    at = np.column_stack([rng.normal(0, 0.03, n), 0.06 + 0.14 * np.clip(out, 0, 1.2), 0.03 + 0.02 * rng.random(n)])
    return shapes.join([*parts, leaves(rng, at, 0.017, _GREEN)])


def _watermelon(rng: np.random.Generator, kind: int) -> Shape:
    body = (
        shapes.ball((0.115, 0.115, 0.135), sides=36, levels=12)
        .turned(shapes.rotation(x=math.pi / 2))
        .moved((0, 0, 0.115))
    )
    turn = np.arctan2(body.points[:, 2] - 0.115, body.points[:, 0])
    dark = (np.sin(9 * turn + 1.2 * np.sin(40 * body.points[:, 1])) > -0.1)[:, None]
    return body.with_data("tint", np.where(dark, (0.018, 0.06, 0.012), (0.16, 0.27, 0.06)))


def _loaf(rng: np.random.Generator, kind: int) -> Shape:
    long = kind % 2 == 0
    size = (0.055, 0.21, 0.05) if long else (0.105, 0.12, 0.062)
    body = shapes.ball(size, center=(0, 0, size[2] * 0.8), sides=16, levels=11)
    cut = np.sin(body.points[:, 1] / size[1] * (11 if long else 7) + body.points[:, 0] * 22)
    high = np.clip(body.points[:, 2] / size[2] - 0.9, 0, 1)
    tint = np.where(((cut > 0.55) & (high > 0.2))[:, None], (0.66, 0.44, 0.21), (0.34, 0.15, 0.05)) * rng.uniform(
        0.85, 1.15
    )
    return body.with_data("tint", tint)


def _cheese(rng: np.random.Generator, kind: int) -> Shape:
    radius, tall = float(rng.uniform(0.10, 0.15)), float(rng.uniform(0.07, 0.11))
    rind: Color = ((0.62, 0.38, 0.09), (0.52, 0.40, 0.22), (0.42, 0.09, 0.03))[kind % 3]
    wheel = shapes.lathe(
        [(radius - 0.012, 0.0), (radius, 0.015), (radius, tall - 0.015), (radius - 0.012, tall), (0.001, tall)],
        sides=24,
        caps=False,
    )
    return _tinted(wheel, rind, rng)


def bouquet(rng: np.random.Generator, kind: int) -> Shape:
    """A zinc bucket full of one kind of flowers, half a metre high."""
    petals: tuple[tuple[Color, ...], ...] = (
        ((0.72, 0.03, 0.05), (0.62, 0.02, 0.03)), ((0.80, 0.50, 0.02), (0.78, 0.62, 0.05)), ((0.80, 0.36, 0.46), (0.84, 0.60, 0.64)),
        ((0.80, 0.78, 0.70), (0.84, 0.80, 0.66)), ((0.32, 0.10, 0.50), (0.50, 0.20, 0.60)),
        ((0.80, 0.22, 0.03), (0.80, 0.34, 0.05)),
    )  # fmt: skip
    bucket = shapes.lathe([(0.09, 0.0), (0.125, 0.27), (0.13, 0.275), (0.118, 0.27), (0.1, 0.2)], sides=16, caps=False)
    n = 46
    turn, out = rng.random(n) * 6.28, np.sqrt(rng.random(n))
    heads = np.column_stack(
        [0.2 * out * np.cos(turn), 0.2 * out * np.sin(turn), 0.56 - 0.13 * out**2 + rng.normal(0, 0.025, n)]
    )
    up = np.column_stack([0.5 * out * np.cos(turn), 0.5 * out * np.sin(turn), np.ones(n)])
    petal_spots = np.repeat(heads, 7, axis=0) + rng.normal(0, 0.018, (7 * n, 3))
    bloom = leaves(rng, petal_spots, 0.021, petals[kind % len(petals)], facing=np.repeat(up, 7, axis=0))
    low = np.column_stack([0.15 * out * np.cos(turn), 0.15 * out * np.sin(turn), 0.30 + 0.2 * rng.random(n)])
    green = leaves(rng, np.concatenate([low, low * [1.15, 1.15, 1.05]]), 0.045, _GREEN)
    return shapes.join([bucket.with_data("tint", (0.30, 0.31, 0.32)), bloom, green])


def spices(rng: np.random.Generator, kind: int) -> Shape:
    """An open sack with a cone of spice, half a metre high."""
    powders: tuple[Color, ...] = (
        (0.72, 0.40, 0.015), (0.55, 0.07, 0.015), (0.32, 0.15, 0.06), (0.62, 0.24, 0.03), (0.26, 0.22, 0.05),
        (0.58, 0.47, 0.28), (0.20, 0.05, 0.03),
    )  # fmt: skip
    sack = shapes.lathe(
        [
            (0.20, 0.0),
            (0.235, 0.08),
            (0.235, 0.30),
            (0.215, 0.37),
            (0.235, 0.40),
            (0.225, 0.425),
            (0.20, 0.40),
            (0.2, 0.36),
        ],
        sides=20,
        caps=False,
    )
    turn = np.arctan2(sack.points[:, 1], sack.points[:, 0])
    crease = 1 + 0.03 * np.sin(5 * turn + kind) + 0.012 * np.sin(13 * turn)
    sack = sack._replace(points=sack.points * np.column_stack([crease, crease, np.ones(len(crease))]))
    heap = shapes.lathe(
        [(0.215, 0.37), (0.15, 0.44), (0.07, 0.535), (0.02, 0.575), (0.001, 0.58)], sides=20, caps=False
    )
    return shapes.join(
        [sack.with_data("tint", (0.42, 0.33, 0.20)), heap.with_data("tint", powders[kind % len(powders)])]
    )


WARES: dict[str, Ware] = {
    "orange": Ware(_round((0.039, 0.037), (0.76, 0.25, 0.012), (0.78, 0.31, 0.015)), (0.078, 0.078), 3),
    "lemon": Ware(_long(_pod(0.042, 0.02), (0.004, 0.027, 0.027, 0.004), (0.80, 0.60, 0.03)), (0.066, 0.08), 3),
    "red apple": Ware(_apple((0.50, 0.022, 0.02), (0.60, 0.30, 0.05)), (0.077, 0.077), 3),
    "green apple": Ware(_apple((0.33, 0.46, 0.05), (0.42, 0.50, 0.10)), (0.077, 0.077), 3),
    "peach": Ware(_round((0.036, 0.034), (0.76, 0.32, 0.09), (0.62, 0.07, 0.05), dimple=0.006), (0.074, 0.074), 2),
    "tomato": Ware(
        _round((0.036, 0.028), (0.62, 0.022, 0.012), (0.66, 0.06, 0.015), dimple=0.005, lobes=(5, 0.05), cap=_STALK),
        (0.074, 0.074),
        3,
    ),
    "red pepper": Ware(_pepper((0.58, 0.012, 0.01)), (0.082, 0.08), 2),
    "yellow pepper": Ware(_pepper((0.82, 0.50, 0.01)), (0.082, 0.08), 2),
    "onion": Ware(
        _round((0.035, 0.034), (0.48, 0.20, 0.06), (0.56, 0.30, 0.11), cap=(0.42, 0.28, 0.12)), (0.072, 0.072), 3
    ),
    "potato": Ware(_round((0.034, 0.026), (0.36, 0.24, 0.11), (0.42, 0.29, 0.14), lobes=(3, 0.18)), (0.07, 0.07), 3),
    "plum": Ware(_round((0.024, 0.026), (0.10, 0.02, 0.09), (0.16, 0.04, 0.10)), (0.05, 0.05), 3),
    "cucumber": Ware(
        _long(_pod(0.13, 0.06), (0.012, 0.022, 0.022, 0.012), (0.035, 0.13, 0.022)), (0.046, 0.27), 3, lies=True
    ),
    "aubergine": Ware(
        _long(_pod(0.095, 0.04), (0.012, 0.042, 0.034, 0.016), (0.035, 0.008, 0.04), tip=_STALK),
        (0.086, 0.2),
        2,
        lies=True,
    ),
    "banana": Ware(_bananas, (0.15, 0.17), 2, lies=True),
    "carrot": Ware(_carrots, (0.085, 0.24), 2, lies=True),
    "grapes": Ware(_grapes((0.09, 0.015, 0.08)), (0.095, 0.16), 2, lies=True),
    "green grapes": Ware(_grapes((0.36, 0.44, 0.10)), (0.095, 0.16), 2, lies=True),
    "lettuce": Ware(_head(((0.16, 0.34, 0.03), (0.24, 0.44, 0.06), (0.11, 0.26, 0.025)), 0.105, 80), (0.17, 0.17), 1),
    "cabbage": Ware(_head(((0.30, 0.42, 0.16), (0.22, 0.36, 0.12), (0.36, 0.46, 0.20)), 0.09, 60), (0.165, 0.17), 2),
    "radicchio": Ware(_head(((0.20, 0.012, 0.05), (0.30, 0.03, 0.08), (0.40, 0.22, 0.22)), 0.065, 44), (0.12, 0.12), 2),
    "herbs": Ware(_head(_GREEN, 0.08, 90), (0.11, 0.12), 1),
    "watermelon": Ware(_watermelon, (0.235, 0.27), 1, lies=True),
    "melon": Ware(_round((0.078, 0.082), (0.72, 0.50, 0.10), (0.66, 0.54, 0.20), lobes=(10, 0.03)), (0.16, 0.16), 1),
    "pumpkin": Ware(
        _round((0.12, 0.085), (0.68, 0.20, 0.012), dimple=0.03, lobes=(11, 0.10), cap=(0.16, 0.14, 0.05)),
        (0.25, 0.25),
        1,
    ),
    "bread": Ware(_loaf, (0.2, 0.2), 2, tray=True),
    "cheese": Ware(_cheese, (0.3, 0.3), 2, tray=True),
}
FRUIT = (
    "orange",
    "lemon",
    "red apple",
    "green apple",
    "peach",
    "banana",
    "grapes",
    "green grapes",
    "plum",
    "watermelon",
    "melon",
)
GREENS = (
    "tomato", "red pepper", "yellow pepper", "onion", "potato", "cucumber", "aubergine", "carrot", "lettuce", "cabbage", "radicchio",
    "herbs", "pumpkin",
)  # fmt: skip


def heaped(ware: Ware, inside: tuple[float, float], rng: np.random.Generator) -> tuple[F64, F64]:
    """Where the pieces of one crate lie, (n, 3) from the middle of its floor, and how each is turned (n, 3), in a crate that is `inside`
    metres wide and deep."""
    dx, dy = ware.apart_m
    spots = []
    for layer in range(ware.layers):
        nx, ny = (max(1, int((inside[k] - 0.3 * d * layer) / d)) for k, d in enumerate((dx, dy)))
        nx, ny = (max(1, nx - layer), max(1, ny - (layer if ny > 2 else 0)))
        x, y = np.meshgrid((np.arange(nx) - (nx - 1) / 2) * dx, (np.arange(ny) - (ny - 1) / 2) * dy)
        lift = 0.68 * min(dx, dy) * layer
        spots.append(np.column_stack([x.ravel(), y.ravel(), np.full(x.size, lift)]))
    at = np.concatenate(spots)
    at = at + rng.normal(0, 1.0, at.shape) * [0.05 * dx, 0.05 * min(dx, dy), 0.02 * dx]
    n = len(at)
    if ware.lies:
        return at, np.column_stack([rng.normal(0, 0.04, n), rng.normal(0, 0.06, n), rng.normal(0, 0.12, n)])
    return at, np.column_stack([rng.normal(0, 0.35, n), rng.normal(0, 0.35, n), rng.random(n) * 6.28])
