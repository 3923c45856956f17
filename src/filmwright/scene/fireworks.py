"""Fireworks as numbers: where their stars are at any time, and how they shine. A function of a seed and of time alone."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.fall import faces
from filmwright.scene.shapes import Shape, shape

F64 = NDArray[np.float64]

EVERY_S = 0.62  # a shell every so often; chosen
RISE_S, LIFE_S = 1.1, 2.3  # a shell climbs, its stars burn so long; chosen
STARS = 230
DRAG = 1.6  # of stars in the air, 1/s: they go v/DRAG metres far; by eye
FALL_M_S = 7.0  # and sink so fast in the end; by eye
TAIL_S = 0.15  # what is seen of a star is where it was so long; chosen
THIN_RAD = 0.0014  # a star is not let thinner than this as seen from the set's middle
NEAR_M, FAR_M = 130.0, 260.0
LOW_RAD, HIGH_RAD = 0.17, 0.34  # how high over the horizon they burst: within a picture of a normal lens; chosen
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
    outlines, tints = [np.zeros((0, 6, 3))], [np.zeros((0, 3))]
    for number in range(first, last + 1 + math.ceil(RISE_S / EVERY_S)):
        found = _shell(display, number, time_s)
        if found is not None:
            outlines.append(found[0])
            tints.append(found[1])
    rows = np.concatenate(outlines)
    made = shape(rows.reshape(-1, 3), faces(len(rows)))
    return made._replace(data={"tint": np.repeat(np.concatenate(tints), 6, axis=0)})


def _shell(display: Display, number: int, time_s: float) -> tuple[F64, F64] | None:
    """Outlines (n, 6, 3) and tints (n, 3) of one shell's stars, or of the spark it climbs as; None while it is dark."""
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
    hot = math.exp(-5.0 * since)
    tint = (
        (color + (1.0 - color) * hot)
        * (left**1.3 * (1.0 + 2.0 * hot))
        * (glitter if left < 0.55 else 1.0 + 0 * glitter)[:, None]
    )
    tail = TAIL_S * (3.0 if kind == "willow" else 1.0)
    return _streaks(places(max(since - tail, 0.0)), places(since), 1.0), tint


def _climbing(middle: F64, since: float) -> tuple[F64, F64]:
    """The spark of a shell on its way up."""

    def place(t: float) -> F64:
        share = 1 - (-t / RISE_S) ** 1.7
        return np.asarray(middle * [1.0, 1.0, 0.1 + 0.9 * share])[None]

    return _streaks(place(max(since - 0.08, -RISE_S)), place(since), 0.7), np.array([[1.0, 0.6, 0.3]]) * 0.7


def _streaks(tail: F64, head: F64, wide: float) -> F64:
    """Outlines (n, 6, 3) from tails to heads (n, 3), thicker at the head."""
    away = np.linalg.norm(head, axis=1, keepdims=True)
    along = head - tail
    length = np.linalg.norm(along, axis=1, keepdims=True)
    width = wide * THIN_RAD * away
    sight = head / away
    along = np.where(length > 1e-6, along / np.maximum(length, 1e-6), np.cross(sight, [0.0, 0.0, 1.0]))
    across = np.cross(sight, along)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    front = head + along * width
    body = head - along * 0.5 * width
    return np.stack([tail, tail, body - across * width, front, body + across * width, tail], axis=1)
