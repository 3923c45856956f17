"""A souk: ochre walls with flat roofs, horseshoe arches and small latticed windows, carpets hung out, reed mats and cloths over the lane,
brass lanterns, a square minaret and palms at the end."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments import _planting, _tropical
from filmwright.content.environments._city.masonry import times
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Plot
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Node
from filmwright.scene.shapes import Shape
from filmwright.values import Color

_WALLS: tuple[Color, ...] = (
    (0.56, 0.28, 0.16),
    (0.60, 0.35, 0.20),
    (0.52, 0.24, 0.15),
    (0.62, 0.42, 0.27),
    (0.58, 0.31, 0.20),
)
_WOOD: Color = (0.16, 0.085, 0.045)
_BRASS: Color = (0.42, 0.25, 0.07)
_DYES: tuple[Color, ...] = (
    (0.50, 0.03, 0.03), (0.60, 0.22, 0.02), (0.05, 0.12, 0.30), (0.32, 0.02, 0.08), (0.62, 0.42, 0.06),
    (0.04, 0.22, 0.20), (0.58, 0.50, 0.36),
)  # fmt: skip
LIGHT: Color = (1.0, 0.62, 0.28)


def _arch(middle: float, wide: float, spring: float, *, count: int = 17) -> F64:
    """A horseshoe arch from one foot over the crown to the other, as (u, z)."""
    half = wide / 2
    turn = np.linspace(math.pi * 1.12, -math.pi * 0.12, count)
    head = np.column_stack([middle + 1.06 * half * np.cos(turn), spring + 0.4 * half + 1.06 * half * np.sin(turn)])
    return np.concatenate([[(middle - half, 0.0)], head, [(middle + half, 0.0)]])


def _door(fabric: Fabric, plot: Plot, u: float, wide: float) -> None:
    """A dark doorway under a horseshoe arch in a molded frame, its studded door half open."""
    line = _arch(u, wide, 1.75)
    n = len(line)
    fan = np.column_stack([line[:, 0], np.full(n, 0.012), line[:, 1]])
    center = np.array([[u, 0.012, 1.2]])
    dark = shapes.shape(np.concatenate([fan, center]), [(k + 1, k, n, -1) for k in range(n - 1)] + [(0, n - 1, n, -1)])
    fabric.put(plot, "iron", dark, (0.025, 0.016, 0.011))
    ring = np.column_stack([line[:, 0], np.full(n, 0.03), line[:, 1]])
    fabric.put(plot, "trim", shapes.sweep(ring, 0.085, sides=6), (0.66, 0.54, 0.40))
    fabric.box(plot, "beam", (u - wide / 2 + 0.02, 0.015, 0.0), (u - 0.06, 0.05, 2.05), _WOOD)
    for z in np.arange(0.3, 2.0, 0.34):
        for d in np.linspace(-wide / 2 + 0.16, -0.16, 3):
            fabric.put(plot, "iron", shapes.ball(0.022, center=(u + d, 0.06, z), sides=6, levels=5), _BRASS)


def house(fabric: Fabric, plot: Plot) -> None:
    """A house of beaten earth with a flat roof."""
    rng, wide = fabric.rng, plot.wide_m
    wall, tall = _WALLS[int(rng.integers(len(_WALLS)))], float(rng.uniform(4.6, 9.2))
    fabric.box(plot, "plaster", (0.0, -6.0, -0.5), (wide, 0.0, tall), wall)
    fabric.box(plot, "plaster", (-0.03, -6.0, tall - 0.12), (wide + 0.03, 0.06, tall + 0.06), times(wall, 0.9))
    if rng.random() < 0.5:  # merlons in steps
        for u in np.arange(0.35, wide - 0.2, 0.8):
            fabric.box(plot, "plaster", (u - 0.24, -0.3, tall), (u + 0.24, 0.0, tall + 0.34), wall)
            fabric.box(plot, "plaster", (u - 0.12, -0.3, tall + 0.34), (u + 0.12, 0.0, tall + 0.6), wall)
    ends = np.arange(0.4, wide - 0.2, 0.85)
    for u in ends:  # the heads of the roof's beams
        fabric.put(plot, "beam", shapes.sweep([(u, -0.1, tall - 0.45), (u, 0.24, tall - 0.47)], 0.06, sides=7), _WOOD)
    _door(fabric, plot, float(rng.uniform(1.4, wide - 1.4)), float(rng.uniform(1.2, 1.6)))
    for z in np.arange(3.3, tall - 1.5, 2.5):
        for u in np.arange(1.1, wide - 0.7, float(rng.uniform(1.9, 2.6))):
            if rng.random() < 0.75:
                _window(fabric, plot, float(u), float(z))
    if rng.random() < 0.75:
        _carpet(fabric, plot, float(rng.uniform(1.0, wide - 1.0)), float(rng.uniform(3.0, 3.8)))


def _window(fabric: Fabric, plot: Plot, u: float, z: float) -> None:
    """A small window behind a lattice of turned wood."""
    lit = float(fabric.rng.random() < 0.6)
    pane = np.array(
        [[(u + 0.3, 0.006, z), (u - 0.3, 0.006, z), (u - 0.3, 0.006, z + 0.85), (u + 0.3, 0.006, z + 0.85)]]
    )
    fabric.masonry.panes(plot, "window", pane, np.array([(0.02, 0.014, 0.01)]), lit * np.array([LIGHT]))
    for d in np.linspace(-0.3, 0.3, 6):
        fabric.box(plot, "beam", (u + d - 0.015, 0.01, z), (u + d + 0.015, 0.05, z + 0.85), _WOOD)
    for h in np.linspace(0.0, 0.85, 7):
        fabric.box(plot, "beam", (u - 0.32, 0.01, z + h - 0.015), (u + 0.32, 0.045, z + h + 0.015), _WOOD)
    fabric.box(plot, "trim", (u - 0.42, -0.02, z - 0.1), (u + 0.42, 0.09, z - 0.02), (0.62, 0.50, 0.37))


def _carpet(fabric: Fabric, plot: Plot, u: float, top: float) -> None:
    """A carpet hung out: a field, borders and lozenges in other dyes."""
    rng = fabric.rng
    order = [_DYES[int(k)] for k in rng.permutation(len(_DYES))]
    wide, tall = float(rng.uniform(1.1, 1.6)), float(rng.uniform(1.9, 2.5))
    for k, (inset, color) in enumerate(((0.0, order[0]), (0.09, order[1]), (0.17, order[2]), (0.24, order[0]))):
        fabric.box(
            plot,
            "cloth",
            (u - wide / 2 + inset, 0.03, top - tall + inset),
            (u + wide / 2 - inset, 0.045 + 0.004 * k, top - inset),
            color,
        )
    for j, z in enumerate(np.linspace(top - tall + 0.55, top - 0.55, 4)):
        r = 0.2
        diamond = [(u - r, 0.064, z), (u, 0.064, z + r), (u + r, 0.064, z), (u, 0.064, z - r)]
        fabric.put(plot, "cloth", shapes.shape(diamond, [(0, 1, 2, 3)]), order[3 + j % 2])
        small = [(u - r / 2, 0.068, z), (u, 0.068, z + r / 2), (u + r / 2, 0.068, z), (u, 0.068, z - r / 2)]
        fabric.put(plot, "cloth", shapes.shape(small, [(0, 1, 2, 3)]), order[5])


def shades(fabric: Fabric, ys: F64, half_m: float, high_m: float) -> list[tuple[float, float, float]]:
    """Beams, reed mats and cloths over the lane, lanterns of pierced brass below; where these shine from."""
    rng, masonry = fabric.rng, fabric.masonry
    spots = []
    for k, y in enumerate(ys):
        masonry.add(
            "beam", shapes.sweep([(-half_m, y, high_m), (half_m, y + rng.normal(0, 0.1), high_m)], 0.05, sides=6), _WOOD
        )
        if k % 2 == 0:
            _mat(fabric, float(y), half_m, high_m)
        for x in rng.uniform(-1.5, 1.5, 2):
            low = high_m - float(rng.uniform(0.5, 0.95))
            masonry.add("iron", shapes.sweep([(x, y, high_m), (x, y, low)], 0.006, sides=4), _BRASS)
            body = shapes.lathe(
                [(0.02, 0.0), (0.07, -0.05), (0.15, -0.16), (0.15, -0.24), (0.07, -0.36), (0.015, -0.42)],
                sides=12,
                caps=False,
            )
            masonry.add("lantern", body.scaled(0.92).moved((x, y, low - 0.02)), (0.55, 0.36, 0.14), lit=LIGHT)
            cage = []
            for a in np.arange(8) * math.pi / 4:
                c, d = math.cos(a), math.sin(a)
                line = shapes.curve(
                    [(0.02 * c, 0.02 * d, 0.0), (0.16 * c, 0.16 * d, -0.2), (0.015 * c, 0.015 * d, -0.42)], 9
                )
                cage.append(shapes.sweep(line, 0.008, sides=4))
            rings = [
                shapes.lathe([(r, z), (r + 0.006, z - 0.02)], sides=12, caps=False)
                for r, z in ((0.155, -0.15), (0.155, -0.24), (0.08, -0.34))
            ]
            masonry.add("iron", shapes.join([*cage, *rings]).moved((x, y, low)), _BRASS)
            spots.append((float(x), float(y), low - 0.5))
    return spots


def _mat(fabric: Fabric, y: float, half_m: float, high_m: float) -> None:
    """A mat of reeds, or a cloth, from beam to beam: strips with gaps that let the sun through."""
    rng, masonry = fabric.rng, fabric.masonry
    long = 3.1
    if rng.random() < 0.6:
        for x in np.arange(-half_m * 0.85, half_m * 0.85, 0.115):
            wide = float(rng.uniform(0.05, 0.095))
            sag = float(rng.normal(0, 0.015))
            strip = [
                (x, y, high_m + 0.06),
                (x + wide, y, high_m + 0.06),
                (x + wide, y + long, high_m + 0.06 + sag),
                (x, y + long, high_m + 0.06 + sag),
            ]
            reed = shapes.shape(strip, [(0, 1, 2, 3)])
            masonry.add("cloth", reed, times((0.46, 0.33, 0.16), float(rng.uniform(0.7, 1.2))))
        return
    u = np.linspace(-0.9, 0.9, 15)
    rows = [
        np.column_stack(
            [half_m * u, np.full(15, y + t * long), high_m + 0.08 - 0.35 * (1 - u**2) * math.sin(math.pi * t)]
        )
        for t in np.linspace(0, 1, 7)
    ]
    masonry.add("cloth", shapes.rings(np.array(rows), around=False, caps=False), _DYES[int(rng.integers(len(_DYES)))])


def minaret(fabric: Fabric, at: tuple[float, float, float]) -> None:
    """A square minaret with blind arches, merlons, and a smaller tower with its dome and balls on top."""
    pink: Color = (0.58, 0.33, 0.22)
    tower = Plot(*at, math.pi, 7.0)
    fabric.box(tower, "rubble", (-3.5, -3.5, -1.0), (3.5, 3.5, 27.0), pink)
    for side in range(4):
        face = tower._replace(yaw_rad=math.pi + side * math.pi / 2).moved(3.5)
        for z in (5.0, 11.5, 18.0):
            for u in (-1.4, 1.4):
                line = _arch(u, 1.5, 1.4, count=13)
                n = len(line)
                fan = np.column_stack([line[:, 0], np.full(n, 0.03), z + line[:, 1]])
                hole = shapes.shape(
                    np.concatenate([fan, [[u, 0.03, z + 1.0]]]),
                    [(k + 1, k, n, -1) for k in range(n - 1)] + [(0, n - 1, n, -1)],
                )
                fabric.put(face, "iron", hole, (0.05, 0.03, 0.02))
                fabric.put(face, "trim", shapes.sweep(fan, 0.14, sides=5), (0.62, 0.47, 0.34))
        fabric.box(face, "trim", (-3.5, -0.05, 24.2), (3.5, 0.05, 25.4), (0.04, 0.24, 0.20))
    for u in np.arange(-3.2, 3.3, 1.05):
        for w in np.arange(-3.2, 3.3, 1.05):
            if max(abs(u), abs(w)) > 3.0:
                fabric.box(tower, "rubble", (u - 0.3, w - 0.3, 27.0), (u + 0.3, w + 0.3, 28.1), pink)
    fabric.box(tower, "rubble", (-1.6, -1.6, 27.0), (1.6, 1.6, 32.0), pink)
    fabric.put(
        tower, "trim", shapes.ball((1.55, 1.55, 1.9), center=(0, 0, 32.0), sides=20, levels=12), (0.60, 0.46, 0.34)
    )
    for z, r in ((34.3, 0.42), (35.1, 0.32), (35.7, 0.22)):
        fabric.put(tower, "paint", shapes.ball(r, center=(0, 0, z), sides=12, levels=9), (0.55, 0.38, 0.10))


def palms(spots: F64, seed: int, rng: np.random.Generator) -> list[Node]:
    """Date palms at spots (n, 2)."""

    def made(kind: int) -> Shape:
        return _tropical.palm(seed + kind, stem_m=7.0 + kind, frond_m=2.6, color=(0.055, 0.095, 0.03), fronds=26)

    meshes = [_planting.node(f"palm_{k}", made(k), "leaves", visible=False) for k in range(2)]
    points = np.column_stack([spots, np.zeros(len(spots))])
    return _planting.scattered("palms", meshes, points, rng.uniform(0.85, 1.15, len(spots)), rng)
