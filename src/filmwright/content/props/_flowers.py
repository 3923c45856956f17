"""Flowers: petals as bent sheets, the heads made of them, stems with their leaves."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content import forms
from filmwright.content.forms import Points
from filmwright.content.props import _foliage
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rotation, sweep
from filmwright.values import Color


class Head(NamedTuple):
    """A flower's head about the origin, its stem's end, looking up: its petals and its green; its middle, if it shows one."""

    petals: Shape
    green: Shape
    middle: Shape | None = None


def petal(
    long: float,
    wide: float,
    *,
    opens: float,
    curls: float,
    cup: float,
    point: float = 0.0,
    broad: float = 0.62,
    wave: float = 0.0,
    tone: float = 0.5,
) -> Shape:
    """A petal that rises from the origin and leans out along +Y: by `opens` radians at its root and `curls` more at its tip. `cup`: how
    far its sides come forward, in shares of its width; `point` 0 round .. 1 pointed; it is widest at the share `broad` of its length.
    Point data "petal": across (-1..1), along (0..1), tone."""
    v = np.linspace(0, 1, 14)
    u = np.linspace(-1, 1, 11)
    lean = opens + curls * v**2.2
    step = long / (len(v) - 1)
    out = np.concatenate([[0.0], np.cumsum(np.sin(lean)[:-1] * step)])
    up = np.concatenate([[0.0], np.cumsum(np.cos(lean)[:-1] * step)])
    k = math.log(0.5) / math.log(broad)
    body = np.sin(math.pi * np.clip(v**k, 0, 1)) ** (0.55 + 0.5 * point)
    half = wide / 2 * np.maximum(body, 0.12 * (1 - v) + 0.015)
    x = half[:, None] * u
    rise = cup * half[:, None] * (np.abs(u) ** 2) + wave * half[:, None] * np.sin(7.0 * v[:, None] + 5.0 * u) * np.abs(
        u
    )
    y = out[:, None] - rise * np.cos(lean)[:, None]
    z = up[:, None] + rise * np.sin(lean)[:, None]
    marks = np.stack(np.broadcast_arrays(u[None], v[:, None], tone), -1).reshape(-1, 3)
    return forms.sheet(np.stack([x, y, z], -1)).with_data("petal", marks)


def placed(item: Shape, yaw: float, *, out: float = 0.0, up: float = 0.0) -> Shape:
    """A petal so far from the axis and over the root, turned round the axis."""
    return item.moved((0, out, up)).turned(rotation(z=yaw))


def _sepals(count: int, long: float, wide: float, opens: float, up: float) -> list[Shape]:
    made = petal(long, wide, opens=opens, curls=0.5, cup=0.2, point=0.9, broad=0.35)
    return [_as_leaf(placed(made, 2 * math.pi * k / count, up=up)) for k in range(count)]


def _as_leaf(item: Shape) -> Shape:
    """A petal-shaped sheet that the leaf material can draw."""
    marks = item.data["petal"] * [1.0, 1.0, 0.8]
    return item._replace(data={}).with_data("leaf", marks)


def rose(size: float, seed: int = 0) -> Head:
    """A rose half open, `size` across."""
    rng = np.random.default_rng(seed)
    r, petals = size / 2, []
    count = 26
    for k in range(count):
        f = k / (count - 1)
        yaw = 2.399963 * k + rng.uniform(-0.15, 0.15)
        long = r * (0.95 + 0.35 * f)
        wide = r * (0.62 + 0.95 * f)
        opens = 0.02 + 0.62 * f**1.5
        curls = -0.25 + 1.35 * f**1.6 + rng.uniform(-0.1, 0.1)
        made = petal(
            long, wide, opens=opens, curls=curls, cup=0.62 - 0.30 * f, broad=0.66, wave=0.05, tone=0.25 + 0.6 * f
        )
        petals.append(placed(made, yaw, out=r * (0.045 + 0.16 * f), up=r * (0.32 - 0.28 * f)))
    cup = _as_leaf(
        lathe(
            curve(
                [
                    (0.03 * size, -0.10 * size),
                    (0.12 * size, -0.06 * size),
                    (0.15 * size, 0.02 * size),
                    (0.13 * size, 0.06 * size),
                ],
                14,
            ),
            sides=24,
        ).with_data("petal", (0.5, 0.5, 0.4))
    )
    return Head(join(petals), join([cup, *_sepals(5, 0.55 * size, 0.17 * size, 1.1, 0.0)]))


def tulip(size: float, seed: int = 0) -> Head:
    """A tulip's cup, `size` tall."""
    rng = np.random.default_rng(seed)
    petals = []
    for k in range(6):
        outer = k % 2
        made = petal(
            size * (1.04 - 0.04 * outer),
            size * 0.74,
            opens=0.62,
            curls=-0.62 + 0.05 * outer + rng.uniform(-0.04, 0.06),
            cup=0.75,
            point=0.42,
            broad=0.50,
            tone=0.4 + 0.3 * outer,
        )
        petals.append(placed(made, math.pi / 3 * k + rng.uniform(-0.06, 0.06), out=0.02 * size + 0.025 * size * outer))
    base = _as_leaf(
        ball((0.09 * size, 0.09 * size, 0.06 * size), sides=16, levels=8).with_data("petal", (0.5, 0.5, 0.6))
    )
    return Head(join(petals), base)


def daisy(size: float, seed: int = 0, *, count: int = 17, layers: int = 2) -> Head:
    """An open flower with a domed middle, `size` across."""
    rng = np.random.default_rng(seed)
    petals = []
    r = size / 2
    for layer in range(layers):
        for k in range(count):
            made = petal(
                0.80 * r,
                0.30 * r,
                opens=1.15 - 0.18 * layer + rng.uniform(-0.07, 0.07),
                curls=0.28,
                cup=0.22,
                point=0.12,
                broad=0.68,
                tone=rng.uniform(0.3, 0.8),
            )
            petals.append(
                placed(
                    made,
                    2 * math.pi * (k + 0.5 * layer) / count + rng.uniform(-0.05, 0.05),
                    out=0.20 * r,
                    up=0.03 * r * layer,
                )
            )
    return Head(
        join(petals), join(_sepals(9, 0.34 * size, 0.12 * size, 1.0, -0.03 * size)), _florets(0.30 * r, 0.11 * r, 130)
    )


def sunflower(size: float, seed: int = 0) -> Head:
    """A sunflower's head, `size` across."""
    rng = np.random.default_rng(seed)
    r, petals = size / 2, []
    for layer, (count, long) in enumerate(((21, 0.56), (21, 0.50))):
        for k in range(count):
            made = petal(
                r * long * rng.uniform(0.9, 1.08),
                0.20 * r,
                opens=1.20 - 0.20 * layer + rng.uniform(-0.1, 0.1),
                curls=0.25 + rng.uniform(-0.2, 0.25),
                cup=0.30,
                point=0.75,
                broad=0.45,
                wave=0.06,
                tone=rng.uniform(0.2, 0.9),
            )
            petals.append(
                placed(made, 2 * math.pi * (k + 0.5 * layer) / count + rng.uniform(-0.06, 0.06), out=0.50 * r)
            )
    back = _as_leaf(
        lathe(
            [(0.10 * r, -0.16 * r), (0.40 * r, -0.10 * r), (0.56 * r, 0.0), (0.50 * r, 0.02 * r)], sides=36
        ).with_data("petal", (0.5, 0.5, 0.3))
    )
    return Head(
        join(petals), join([back, *_sepals(15, 0.42 * r, 0.17 * r, 1.35, -0.02 * r)]), _florets(0.55 * r, 0.10 * r, 420)
    )


def _florets(radius: float, high: float, count: int) -> Shape:
    """Small florets in a sunflower's spiral on a dome. Point data "petal": 0, share of the radius, tone."""
    k = np.arange(count)
    share = np.sqrt((k + 0.5) / count)
    a = 2.399963 * k
    size = 0.95 * radius / math.sqrt(count)
    bud = ball((size, size, 1.4 * size), sides=7, levels=5)
    dome = lathe(
        [(radius, -0.2 * high), (0.9 * radius, 0.35 * high), (0.5 * radius, 0.8 * high), (0.02, 0.9 * high)]
        if radius > 0.05
        else [
            (radius, -0.2 * high),
            (0.9 * radius, 0.35 * high),
            (0.5 * radius, 0.8 * high),
            (0.05 * radius, 0.9 * high),
        ],
        sides=32,
    )
    made = [dome.with_data("petal", (0.0, 0.6, 0.1))]
    for s, turn in zip(share, a):
        z = high * (1 - s**2) + 0.25 * high * math.exp(-(((s - 0.85) / 0.15) ** 2))
        made.append(
            bud.moved((radius * s * math.cos(turn), radius * s * math.sin(turn), z)).with_data("petal", (0.0, s, 0.5))
        )
    return join(made)


def facing(head: Head, root: ArrayLike, way: ArrayLike) -> Head:
    """The head on the end of its stem at `root`, looking along `way`."""
    d = np.asarray(way, float)
    d = d / np.linalg.norm(d)
    u = np.cross([0.0, 1.0, 0.0] if abs(d[1]) < 0.9 else [1.0, 0.0, 0.0], d)
    u /= np.linalg.norm(u)
    frame = np.column_stack([u, np.cross(d, u), d])
    turn = [None if part is None else part.turned(frame).moved(root) for part in head]
    return Head(turn[0], turn[1], turn[2])  # type: ignore[arg-type]


def stem(points: Points, radius: float) -> Shape:
    """A green stem through points, a little thinner above, drawn by the leaf material."""
    path = curve(np.array([np.asarray(q, float) for q in points]), 28)
    return sweep(path, np.linspace(radius * 1.15, radius * 0.85, 28), sides=10).with_data("leaf", (0.5, 0.4, 0.35))


def blade(
    root: ArrayLike,
    way: ArrayLike,
    long: float,
    wide: float,
    *,
    droop: float = 0.8,
    fold: float = 0.25,
    tone: float = 0.5,
) -> Shape:
    """A leaf on a stem."""
    return _foliage.leaf(np.asarray(root, float), np.asarray(way, float), long, wide, droop=droop, fold=fold, tone=tone)


def skin(color: Color, root: Color | None = None, *, tip: Color | None = None) -> Material:
    """Petals: veined, velvety, paler or darker towards the root and the tip; light comes through."""
    mark = attribute("petal")
    across, along, tone = op("x", mark), op("y", mark), op("z", mark)
    veins = noise(op("combine", across * 9.0, along * 1.2, tone * 3.0), scale=1.0, detail=3)
    deep: Color = (0.68 * color[0], 0.62 * color[1], 0.62 * color[2])
    body = mix(deep, color, remap(veins * 0.5 + tone * 0.6, 0.2, 0.75))
    body = mix(root or deep, body, remap(along, 0.02, 0.30))
    if tip is not None:
        body = mix(body, tip, remap(along, 0.75, 1.0))
    return Material(
        color=body,
        roughness=0.55,
        specular=0.25,
        sheen=0.4,
        sheen_color=color,
        translucent=0.35,
        bumps=(Bump(height=veins, strength=0.2, distance_m=0.0006),),
        preview=color,
    )


def florets(dark: Color, light: Color) -> Material:
    """The middle of a flower, lighter towards its edge and here and there."""
    share = op("y", attribute("petal"))
    grain = noise(coords("rest"), scale=60.0, detail=2)
    return Material(
        color=mix(dark, light, remap(share + (grain - 0.5) * 0.4, 0.35, 0.95)),
        roughness=0.85,
        specular=0.15,
        preview=light,
    )
