"""Fireworks as numbers: where their stars are at any time, and how they shine. A function of a seed and of time alone."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.shapes import Shape, shape

F64 = NDArray[np.float64]

EVERY_S = 0.40  # a shell every so often; chosen
RISE_S, LIFE_S = 1.1, 2.3  # a shell climbs, its stars burn so long; chosen
STARS = 150
DRAG = 1.6  # of stars in the air, 1/s: they go v/DRAG metres far; by eye
FALL_M_S = 7.0  # and sink so fast in the end; by eye
TAIL_S, WILLOW_S = (
    0.45,
    1.3,
)  # what is seen of a star is where it was so long, of a willow's longer: it glows on its way; by eye
BENDS = 6  # points of a tail
THIN_RAD = 0.0011  # a star is not let thinner than this as seen from the set's middle
SPENT = 0.30  # brightness of a tail's end against its star; by eye
NEAR_M, FAR_M = 60.0, 135.0
LOW_RAD, HIGH_RAD = 0.24, 0.46  # how high over the horizon they burst: within a picture of a normal lens; chosen
_COLORS = np.array(
    [(1.0, 0.16, 0.10), (1.0, 0.62, 0.16), (0.22, 1.0, 0.30), (0.26, 0.45, 1.0), (0.85, 0.25, 1.0), (1.0, 0.86, 0.62)]
)  # strontium, sodium and charcoal, barium, copper, both reds and blues, magnesium


class Display(NamedTuple):
    """A display: its seed, and the way the camera looks (0: +Y, counter-clockwise); shells burst within `spread_rad` to either side."""

    seed: int = 0
    view_yaw_rad: float = 0.0
    spread_rad: float = 0.40


def from_params(params: dict[str, object]) -> Display:
    """The Display a Native of kind "fireworks" describes."""
    return Display(**params)  # type: ignore[arg-type]


def at(display: Display, time_s: float) -> Shape:
    """All that shines at a time, as streaks that face the set's middle; point data `tint` (n, 3): color times brightness."""
    last = math.floor(time_s / EVERY_S)
    first = math.floor((time_s - LIFE_S) / EVERY_S) - 1
    tails, tints = [np.zeros((0, BENDS, 3))], [np.zeros((0, 3))]
    for number in range(first, last + 1 + math.ceil(RISE_S / EVERY_S)):
        found = _shell(display, number, time_s)
        if found is not None:
            tails.append(found[0])
            tints.append(found[1])
    return _ribbons(np.concatenate(tails), np.concatenate(tints))


def _shell(display: Display, number: int, time_s: float) -> tuple[F64, F64] | None:
    """Ways (n, BENDS, 3) from the ends of their tails to the stars of one shell and the stars' tints (n, 3), or those of the spark it
    climbs as; None while it is dark."""
    rng = np.random.default_rng([display.seed, 41, number % (1 << 31)])
    since = time_s - (number + float(rng.uniform(0.0, 0.9))) * EVERY_S
    yaw = display.view_yaw_rad + float(rng.uniform(-1, 1)) * display.spread_rad
    away, high = float(rng.uniform(NEAR_M, FAR_M)), float(rng.uniform(LOW_RAD, HIGH_RAD))
    middle = np.array([-math.sin(yaw) * away, math.cos(yaw) * away, math.tan(high) * away])
    if since >= LIFE_S or since < -RISE_S:
        return None
    if since < 0:
        return _climbing(middle, since)
    kind = rng.choice(("peony", "ring", "willow"), p=(0.6, 0.2, 0.2))
    way = rng.normal(size=(STARS, 3)) * ((1.0, 1.0, 0.12) if kind == "ring" else (1.0, 1.0, 1.0))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    speed = away * float(rng.uniform(0.26, 0.40)) * (0.92 + 0.16 * rng.random((STARS, 1)))
    if kind == "peony":
        speed = speed * np.where(rng.random((STARS, 1)) < 0.3, 0.5, 1.0)  # a second ring of stars within

    def places(t: float) -> F64:
        gone = (1 - math.exp(-DRAG * t)) / DRAG
        sunk = FALL_M_S * (1.7 if kind == "willow" else 1.0) * (t - gone)
        return np.asarray(middle + way * speed * gone - [0.0, 0.0, sunk])

    left = 1 - since / LIFE_S
    color = _COLORS[-1] * (1.0, 0.72, 0.32) if kind == "willow" else _COLORS[int(rng.integers(len(_COLORS)))]
    glitter = 0.6 + 0.4 * np.sin(rng.uniform(0, 2 * math.pi, STARS) + 31.0 * since * rng.uniform(0.7, 1.3, STARS))
    hot = math.exp(-4.0 * since)
    tint = (
        (color + (1.0 - color) * hot)
        * (left**1.3 * (1.0 + 2.5 * hot))
        * (glitter if left < 0.55 else 1.0 + 0 * glitter)[:, None]
    )
    tail = WILLOW_S if kind == "willow" else TAIL_S
    times = np.linspace(max(since - tail, 0.0), since, BENDS)
    return np.stack([places(float(t)) for t in times], axis=1), tint


def _climbing(middle: F64, since: float) -> tuple[F64, F64]:
    """The way and the tint of a shell's spark as it climbs."""

    def place(t: float) -> F64:
        share = 1 - (-t / RISE_S) ** 1.7
        return np.asarray(middle * [1.0, 1.0, 0.1 + 0.9 * share])[None]

    times = np.linspace(max(since - 0.25, -RISE_S), since, BENDS)
    return np.stack([place(float(t)) for t in times], axis=1), np.array([[1.0, 0.6, 0.3]]) * 0.6


def _ribbons(ways: F64, tints: F64) -> Shape:
    """Ribbons along the ways (n, BENDS, 3) that face the set's middle: a point at the tail's end, widest and brightest at the star, which
    is blunt; point data `tint`."""
    count = len(ways)
    share = np.linspace(0.0, 1.0, BENDS)
    away = np.linalg.norm(ways, axis=2, keepdims=True)
    along = np.gradient(ways, axis=1) if count else ways
    across = np.cross(ways / np.maximum(away, 1e-9), along)
    across /= np.maximum(np.linalg.norm(across, axis=2, keepdims=True), 1e-9)
    width = THIN_RAD * away * (0.12 + 0.88 * share**1.5)[None, :, None]
    points = np.stack([ways - across * width, ways + across * width], axis=2)  # (n, BENDS, 2, 3)
    first = (np.arange(count)[:, None] * 2 * BENDS + 2 * np.arange(BENDS - 1)[None]).reshape(-1, 1)
    bright = SPENT + (1.0 - SPENT) * share**2
    tint = np.repeat(tints[:, None, :] * bright[None, :, None], 2, axis=1)
    made = shape(points.reshape(-1, 3), first + np.array([0, 1, 3, 2]))
    return made._replace(data={"tint": tint.reshape(-1, 3)})
