"""Lightning as numbers: when it strikes, how bright it is at any time, and where its bolts run.

All of it follows from a seed and from the world's time alone, so that any frame can be asked for by itself, and a finished film
knows which of its frames are lit (`levels`): their light is no other frame's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene import noise
from filmwright.scene.nodes import Node
from filmwright.scene.shapes import Shape, grid, join, sweep

F64 = NDArray[np.float64]

EVERY_S = (
    2.0  # a bolt in every stretch of so long, at its end: a still from the middle of a shot of 4 s shows one; chosen
)
BEFORE_S = 0.02  # it strikes so long before that
SHEET_SHARE = 0.5  # of the stretches also have a flash that clouds hide; chosen
HOLD_S, FADE_S = 0.045, 0.022  # a return stroke lights one frame fully and one or two more; by eye
FAINT = 0.03  # a lower level is darkness
LIT_RAD = 0.75  # the flash comes from so high over the horizon
NEAR_M, FAR_M = 650.0, 1150.0  # how far the bolts strike; chosen
BASE_SHARE = (
    0.62  # height of the cloud's base as a share of that: the bolt leaves a picture of a normal lens by its upper edge
)


class Strikes(NamedTuple):
    """A storm's lightning: its seed, and the way the camera looks (0: +Y, counter-clockwise), before which the bolts strike within
    `spread_rad` to either side."""

    seed: int = 0
    view_yaw_rad: float = 0.0
    spread_rad: float = 0.34


class Stroke(NamedTuple):
    """One flash: which of the bolts it is (None: hidden by clouds), when it begins, how bright it is."""

    bolt: int | None
    at_s: float
    level: float


def strokes(strikes: Strikes, stretch: int) -> list[Stroke]:
    """The flashes of one stretch of EVERY_S; before time 0 there are as many as after."""
    rng = np.random.default_rng([strikes.seed, 31, stretch % (1 << 31)])
    begin = stretch * EVERY_S
    early_s = float(rng.uniform(0.0, 0.9)) if stretch else BEFORE_S
    at = begin + EVERY_S - early_s
    found = [Stroke(stretch, at, 1.0)]
    if rng.random() < 0.45:  # the channel conducts again a tenth of a second later
        found.append(Stroke(stretch, at + float(rng.uniform(0.13, 0.19)), float(rng.uniform(0.5, 0.8))))
    if rng.random() < SHEET_SHARE:
        found.append(Stroke(None, begin + float(rng.uniform(0.5, 1.5)), float(rng.uniform(0.35, 0.6))))
    return found


def now(strikes: Strikes, time_s: float) -> tuple[float, int | None]:
    """How bright the lightning is at a time, 0..1, and which bolt is seen, if any."""
    level, bolt, best = 0.0, None, 0.0
    here = math.floor(time_s / EVERY_S)
    for stroke in (s for stretch in (here - 1, here) for s in strokes(strikes, stretch)):
        since = time_s - stroke.at_s
        bright = 0.0 if since < 0 else stroke.level * math.exp(-max(0.0, since - HOLD_S) / FADE_S)
        level += bright
        if bright > best:
            bolt, best = stroke.bolt, bright
    return (min(level, 1.0), bolt) if level > FAINT else (0.0, None)


def levels(nodes: Sequence[Node], times_s: Sequence[float]) -> tuple[float, ...]:
    """How bright the lightning of a set is at some times; all 0 where it has none."""
    storms = [from_params(n.params) for n in nodes if n.type == "native" and n.kind == "lightning"]
    return tuple(max((now(storm, t)[0] for storm in storms), default=0.0) for t in times_s)


def record(strikes: Strikes, seconds: float, rate: int) -> F64:
    """How bright the lightning is, `rate` times a second from time 0 on."""
    return np.array([now(strikes, n / rate)[0] for n in range(round(seconds * rate))])


def from_params(params: dict[str, object]) -> Strikes:
    """The Strikes a Native of kind "lightning" describes."""
    return Strikes(**{k: v for k, v in params.items() if k in Strikes._fields})  # type: ignore[arg-type]


def azimuth(strikes: Strikes, bolt: int) -> float:
    """Yaw of the way to a bolt (0: +Y, counter-clockwise)."""
    return strikes.view_yaw_rad + float(_rng(strikes, bolt).uniform(-1, 1)) * strikes.spread_rad


def foot(strikes: Strikes, bolt: int) -> F64:
    """The point (3,) on the ground that a bolt strikes."""
    rng = _rng(strikes, bolt)
    yaw = strikes.view_yaw_rad + float(rng.uniform(-1, 1)) * strikes.spread_rad
    away = float(rng.uniform(NEAR_M, FAR_M))
    return np.array([-math.sin(yaw) * away, math.cos(yaw) * away, 0.0])


def channel(strikes: Strikes, bolt: int) -> Shape:
    """A bolt from the cloud to the ground with its branches, as tubes in metres."""
    rng = _rng(strikes, bolt)
    bottom = foot(strikes, bolt)
    away = float(np.linalg.norm(bottom))
    high = BASE_SHARE * away
    top = bottom + [rng.normal(0, 0.10) * high, rng.normal(0, 0.10) * high, high]
    main = _jagged(rng, top, bottom, 8)
    wide = (
        0.0012 * away
    )  # as wide as a pixel and a half of a small picture: a channel of centimetres outshines far more
    parts = [sweep(main, np.linspace(1.15, 0.8, len(main)) * wide, sides=5, caps=False)]
    for _ in range(int(rng.integers(5, 9))):
        start = int(rng.integers(len(main) // 10, int(len(main) * 0.8)))
        length = float(rng.uniform(0.10, 0.34)) * high
        aim = np.array([rng.normal(), 0.5 * rng.normal(), -abs(rng.normal()) - 0.7])
        twig = _jagged(rng, main[start], main[start] + length * aim / np.linalg.norm(aim), 6)
        parts.append(sweep(twig, np.linspace(0.55, 0.15, len(twig)) * wide, sides=4, caps=False))
    return join(parts)


def cloud(strikes: Strikes, bolt: int | None, seed: int = 0) -> Shape:
    """The sky that a bolt lights, behind it, as a sheet facing the origin; attribute `light` 0..1. A flash without a bolt lights one
    wide part of it."""
    number = seed if bolt is None else bolt
    bottom = foot(strikes, number)
    away = 1.25 * float(np.linalg.norm(bottom))
    out = bottom / np.linalg.norm(bottom)
    side = np.array([out[1], -out[0], 0.0])
    middle = out * away + [0.0, 0.0, (0.42 if bolt is None else 0.34) * away]
    reach = (1.5 if bolt is None else 1.0) * away
    u, v = np.linspace(-1, 1, 61), np.linspace(-1, 1, 41)
    made = grid(u, v)
    x, y = made.points[:, 0], made.points[:, 1]
    points = middle + reach * (x[:, None] * side + 0.62 * y[:, None] * np.array([0.0, 0.0, 1.0]))
    torn = 0.5 + 1.1 * noise.fractal(3.1 * x + number, 4.6 * y, 5, seed=strikes.seed % 97)
    glow = np.clip(np.exp(-4.5 * (x * x + y * y)) - math.exp(-4.5), 0, 1)
    light = glow * np.clip(torn, 0.15, 1.2)
    if bolt is not None:  # brightest where the channel leaves the cloud
        light += 0.9 * np.exp(-30.0 * (x * x + (y - 0.25) ** 2))
    low = np.clip(points[:, 2] / (0.08 * away), 0, 1)
    return made._replace(points=points).with_data("light", light * low * low)


def _rng(strikes: Strikes, bolt: int) -> np.random.Generator:
    return np.random.default_rng([strikes.seed, 37, bolt % (1 << 31)])


def _jagged(rng: np.random.Generator, start: F64, end: F64, rounds: int) -> F64:
    """A path from start to end, its middles moved aside again and again."""
    path = np.stack([start, end])
    reach = 0.11 * float(np.linalg.norm(end - start))
    for _ in range(rounds):
        middle = (path[1:] + path[:-1]) / 2 + rng.normal(0, reach, (len(path) - 1, 3)) * [1.0, 1.0, 0.5]
        made = np.empty((2 * len(path) - 1, 3))
        made[::2], made[1::2] = path, middle
        path, reach = made, reach * 0.53
    return path
