"""What grows and lies on a forest's floor: ferns, fallen leaves, logs with moss."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color


def fern(seed: int, *, color: Color, fronds: int = 9, leaflets: int = 13, reach_m: float = 0.75) -> Shape:
    """A shuttlecock of arching fronds, each two rows of leaflets; attribute `tint`, dark at the heart."""
    rng = np.random.default_rng([seed, 57])
    quads, tints = [], []
    for k in range(fronds):
        turn = 2 * math.pi * k / fronds + rng.normal(0, 0.25)
        out = np.array([math.cos(turn), math.sin(turn), 0.0])
        side = np.array([-out[1], out[0], 0.0])
        long = reach_m * rng.uniform(0.7, 1.1)
        rise = rng.uniform(0.55, 0.9)
        t = (np.arange(leaflets) + 1.0) / (leaflets + 0.6)
        spine = out * (long * t * (0.75 + 0.25 * t))[:, None]
        spine[:, 2] = long * rise * (t * 1.5 - 1.05 * t**2.2)
        wide = long * 0.26 * np.sin(math.pi * np.clip(t * 0.94 + 0.05, 0, 1)) ** 0.7 + 0.012
        step = long / leaflets * 0.62
        for sign in (-1.0, 1.0):
            tip = spine + sign * side * wide[:, None] + out * step * 0.9
            tip[:, 2] -= 0.22 * wide
            half = out[None] * step * 0.55
            quads.append(np.stack([spine - half, spine + half, tip + half * 0.25, tip - half * 0.25], 1))
            light = (0.45 + 0.6 * t) * rng.uniform(0.8, 1.2)
            tints.append(np.repeat(np.asarray(color)[None] * light[:, None], 4, axis=0))
    corners = np.concatenate(quads).reshape(-1, 3)
    made = shapes.shape(corners, np.arange(len(corners)).reshape(-1, 4))
    return made.with_data("tint", np.concatenate(tints))


def fallen_leaves(seed: int, *, colors: tuple[Color, ...], count: int = 46, spread_m: float = 0.7) -> Shape:
    """Leaves lying on the ground, curled a little, in the colors of the trees; attribute `tint`."""
    rng = np.random.default_rng([seed, 61])
    spot = rng.normal(0, spread_m * 0.5, (count, 2))
    turn = rng.random(count) * 2 * math.pi
    size = rng.uniform(0.035, 0.07, count)
    along = np.column_stack([np.cos(turn), np.sin(turn), rng.normal(0, 0.25, count)]) * size[:, None]
    side = np.column_stack([-np.sin(turn), np.cos(turn), rng.normal(0, 0.3, count)]) * (size * 0.6)[:, None]
    middle = np.column_stack([spot, 0.012 + 0.02 * rng.random(count)])
    curl = np.array([0.0, 0.0, 1.0]) * (size * 0.3)[:, None]
    quads = np.stack([middle - along, middle + side + curl, middle + along, middle - side + curl], 1)
    pick = np.asarray(colors)[rng.integers(0, len(colors), count)] * rng.uniform(0.6, 1.25, (count, 1))
    made = shapes.shape(quads.reshape(-1, 3), np.arange(4 * count).reshape(-1, 4))
    return made.with_data("tint", np.repeat(pick, 4, axis=0))


def log(seed: int, *, length_m: float = 4.0, radius_m: float = 0.26) -> Shape:
    """A fallen trunk along x, with stumps of its boughs; the upper side is mossy where the normal says so."""
    rng = np.random.default_rng([seed, 67])
    t = np.linspace(-0.5, 0.5, 12)
    line = np.column_stack([t * length_m, 0.12 * np.sin(t * 5 + rng.random()), radius_m * 0.7 + 0.05 * np.sin(t * 7)])
    radii = radius_m * (1.0 - 0.35 * (t + 0.5)) * rng.uniform(0.93, 1.07, 12)
    parts = [shapes.sweep(line, radii, sides=12)]
    for k in (3, 6, 8):
        aim = np.array([0.3, rng.choice([-1.0, 1.0]), 0.9]) * rng.uniform(0.3, 0.6)
        parts.append(shapes.sweep(line[k] + np.linspace(0, 1, 5)[:, None] * aim, np.linspace(0.07, 0.03, 5), sides=6))
    return shapes.join(parts).with_data("tint", (0.085, 0.062, 0.045))


def lying(made: Shape, at: F64, yaw_rad: float) -> Shape:
    """The shape turned about the vertical and carried to a point."""
    return made.turned(shapes.rotation(z=yaw_rad)).moved(at)
