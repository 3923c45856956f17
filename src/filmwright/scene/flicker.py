"""Fires that flicker: how bright each is at any time, and where it stands. The engine renders a fire's light as if it were steady, so
that frames can be carried; finishing lets it come and go where it falls (finish/flicker.py)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Lamp, Node
from filmwright.scene.noise import value

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

SLOW_HZ, QUICK_HZ = 2.6, 7.0  # flames puff some times a second, the larger the slower; chosen by eye
QUICK = 0.35  # share of the quick flicker; chosen


class Fire(NamedTuple):
    """A lamp that flickers: its place (F, 3) in every frame, its power in W, and by how much of itself it is brighter or darker (F,)."""

    places: F32
    power_w: float
    change: F32


def level(times_s: F64, seed: int) -> F64:
    """How a fire's light comes and goes at some times, -1..1 round 0."""
    row = np.full_like(times_s, 0.5 + seed % 89)
    slow, quick = (value(times_s * hertz, row, seed % 31) for hertz in (SLOW_HZ, QUICK_HZ))
    return np.asarray(2.0 * ((1 - QUICK) * slow + QUICK * quick) - 1.0)


def fires(nodes: Sequence[Node], times_s: F64) -> tuple[Fire, ...]:
    """The lamps of a set that flicker, frame by frame at these times (F,)."""
    found = []
    for node in nodes:
        if isinstance(node, Lamp) and node.flicker > 0:
            place = node.track.locations if node.track is not None else node.pose.location
            places = np.broadcast_to(np.asarray(place, np.float32), (len(times_s), 3))
            change = node.flicker * level(times_s, zlib.crc32(node.name.encode()))
            found.append(Fire(places, node.power_w, change.astype(np.float32)))
    return tuple(found)
