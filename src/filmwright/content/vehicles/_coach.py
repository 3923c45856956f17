"""What buses, lorries and trains share: a coachwork with rounded edges, glass and doors let into its sides, lamps."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, rings, rounded_rectangle


def coachwork(
    width: float, low: float, high: float, rows: tuple[tuple[float, float, float], ...], *, radius: float = 0.16
) -> Shape:
    """A body along y. rows: y, share of the width, share of the height (from below) at that station, front to rear."""
    stack: list[F64] = []
    for y, wide, tall in rows:
        h = (high - low) * tall
        o = rounded_rectangle(width * wide, h, min(radius, 0.45 * h), per_corner=9)
        stack.append(np.column_stack([o[:, 0], np.full(len(o), y), low + h / 2 + o[:, 1]]))
    return rings(np.array(stack))


def pane(
    side: float, x: float, y: tuple[float, float], z: tuple[float, float], *, proud: float = 0.006, bevel: float = 0.05
) -> tuple[Shape, Shape]:
    """A window in the side at x (side 1: right), from y to y and z to z: its glass and the rubber round it."""
    size = (0.02, y[1] - y[0], z[1] - z[0])
    center = (side * (x - 0.01 + proud), (y[0] + y[1]) / 2, (z[0] + z[1]) / 2)
    return _plate(size, center, bevel), _plate(
        (0.016, size[1] + 0.035, size[2] + 0.035), (center[0] - side * 0.003, center[1], center[2]), bevel + 0.012
    )


def _plate(size: tuple[float, float, float], center: tuple[float, float, float], radius: float) -> Shape:
    """A plate across x with rounded corners."""
    o = rounded_rectangle(size[1], size[2], min(radius, 0.45 * min(size[1:])), per_corner=5)
    stack = [
        np.column_stack([np.full(len(o), x), o[:, 0] * k, o[:, 1] * k])
        for x, k in ((-size[0] / 2, 1.0), (size[0] / 2 - 0.003, 1.0), (size[0] / 2, 0.99))
    ]
    made = rings(np.array(stack))
    return made.moved(center)


def front_pane(
    y: float, ahead: float, width: float, z: tuple[float, float], *, radius: float = 0.12
) -> tuple[Shape, Shape]:
    """A window across the front (ahead 1) or rear (-1) at y: its glass and the rubber round it."""

    def flat(w: float, h: float, deep: float, r: float) -> Shape:
        o = rounded_rectangle(w, h, r, per_corner=6)
        stack = [np.column_stack([o[:, 0], np.full(len(o), v), o[:, 1]]) for v in (max(0.0, deep), min(0.0, deep))]
        return rings(np.array(stack))

    middle = (0.0, y, (z[0] + z[1]) / 2)
    h = z[1] - z[0]
    return flat(width, h, ahead * 0.02, radius).moved(middle), flat(
        width + 0.05, h + 0.05, ahead * 0.012, radius + 0.015
    ).moved(middle)


def glass() -> Material:
    """Tinted windows: dark, mirroring the street."""
    return Material(
        color=(0.012, 0.015, 0.017),
        roughness=0.03,
        specular=0.6,
        coat=1.0,
        coat_roughness=0.02,
        preview=(0.03, 0.035, 0.04),
    )


def lamp(color: tuple[float, float, float], strength: float = 0.4) -> Material:
    """A lamp's glass, faintly lit."""
    return Material(color=color, roughness=0.08, coat=1.0, emission=color, emission_strength=strength, preview=color)


def trims() -> dict[str, Material]:
    """Materials every one of them needs."""
    return {
        "glass": glass(),
        "rubber": things.made_of("rubber", (0.012, 0.012, 0.013)),
        "white lamp": lamp((0.75, 0.77, 0.8), 0.5),
        "red lamp": lamp((0.45, 0.01, 0.01), 0.4),
        "amber lamp": lamp((0.7, 0.25, 0.01), 0.3),
        "plate": things.made_of("plastic", (0.62, 0.62, 0.6)),
    }


def mirrors(x: float, y: float, z: float) -> Shape:
    """Mirrors on their arms, left and right."""
    made = []
    for side in (-1.0, 1.0):
        made.append(box((0.10, 0.09, 0.32), center=(side * (x + 0.20), y + 0.12, z), bevel=0.03))
        made.append(box((0.24, 0.035, 0.035), center=(side * (x + 0.08), y + 0.08, z + 0.19), bevel=0.012))
    return join(made)
