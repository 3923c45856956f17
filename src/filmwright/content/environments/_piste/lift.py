"""A chair lift: towers with their sheaves, two ropes that sag between them, chairs that ride up full and come down empty, a top station."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Node, Track
from filmwright.scene.shapes import Shape
from filmwright.values import Color

ROPE_M = 2.3  # from the middle of the line to either rope
HIGH_M = 8.6  # of a tower
SPEED_M_S = 2.3  # a fixed-grip lift; source: EN 12929, up to 2.5 m/s
EVERY_M = 15.0
SAG_M = 0.9
_STEEL: Color = (0.30, 0.33, 0.35)
_DARK: Color = (0.03, 0.032, 0.035)
_JACKETS: tuple[Color, ...] = (
    (0.55, 0.04, 0.03), (0.03, 0.16, 0.45), (0.62, 0.34, 0.02), (0.05, 0.30, 0.22), (0.40, 0.04, 0.24), (0.5, 0.5, 0.5),
)  # fmt: skip


class Line(NamedTuple):
    """Where a lift runs: x of its middle at y = 0 and how far it strays a metre, from where to where, the towers' y; `ground(x, y)`
    gives the slope's height."""

    x: float
    stray: float
    start_y: float
    end_y: float
    towers_y: tuple[float, ...]
    ground: Callable[[F64, F64], F64]

    def middle(self, y: F64) -> F64:
        """x of the middle of the line."""
        return np.asarray(self.x + self.stray * np.asarray(y, float))

    def rope_z(self, y: F64) -> F64:
        """Height of the ropes: carried by the towers, hanging between them."""
        y = np.asarray(y, float)
        at = np.array([self.start_y, *self.towers_y, self.end_y])
        top = self.ground(self.middle(at), at) + HIGH_M
        top[-1] -= HIGH_M - 4.6  # down into the station
        share = np.interp(y, at, np.arange(len(at)))
        part = share - np.floor(share)
        return np.asarray(np.interp(y, at, top) - SAG_M * 4 * part * (1 - part))


def standing(line: Line) -> tuple[Shape, F64]:
    """Towers and ropes, their color as `tint`, and the obstacles (n, 3) that the towers are."""
    parts = []
    for y in line.towers_y:
        x = float(line.middle(np.array(y)))
        base = float(line.ground(np.array([x]), np.array([y]))[0])
        parts.append(_tower().moved((x, y, base)))
    ys = np.linspace(line.start_y, line.end_y, 160)
    z = line.rope_z(ys)
    for side in (-1, 1):
        path = np.column_stack([line.middle(ys) + side * ROPE_M, ys, z])
        parts.append(shapes.sweep(path, 0.028, sides=5).with_data("tint", _DARK))
    towers = np.array([(float(line.middle(np.array(y))), y, 0.5) for y in line.towers_y])
    return shapes.join(parts), towers


@cache
def _tower() -> Shape:
    """A tube on its foot, a cross arm, a train of sheaves under either rope, a ladder."""
    tube = shapes.lathe([(0.42, -1.5), (0.40, 0.4), (0.25, HIGH_M + 0.35), (0.05, HIGH_M + 0.42)], sides=18)
    foot = shapes.lathe([(0.95, -1.0), (0.9, 0.12), (0.5, 0.2)], sides=18).with_data("tint", (0.36, 0.36, 0.36))
    arm = shapes.box((2 * ROPE_M + 0.9, 0.30, 0.26), center=(0, 0, HIGH_M + 0.18), bevel=0.04)
    pad = shapes.lathe([(0.47, 0.15), (0.47, 2.0), (0.42, 2.02)], sides=18).with_data("tint", (0.62, 0.25, 0.02))
    parts = [shapes.join([tube, arm]).with_data("tint", _STEEL), foot, pad]
    for side in (-1, 1):
        x = side * ROPE_M
        rail = shapes.box((0.09, 2.6, 0.16), center=(x, 0, HIGH_M - 0.16), bevel=0.02)
        hung = shapes.box((0.12, 0.2, 0.4), center=(x, 0, HIGH_M), bevel=0.02)
        parts.append(shapes.join([rail, hung]).with_data("tint", _STEEL))
        wheel = shapes.lathe([(0.001, -0.05), (0.17, -0.05), (0.17, 0.05), (0.001, 0.05)], sides=12, caps=False)
        wheel = wheel.turned(shapes.rotation(y=math.pi / 2))
        wheels = [wheel.moved((x + 0.1, float(y), HIGH_M - 0.18)) for y in np.linspace(-1.15, 1.15, 6)]
        parts.append(shapes.join(wheels).with_data("tint", _DARK))
    rungs = [
        shapes.box((0.34, 0.03, 0.03), center=(0, -0.46 + 0.016 * z, float(z))) for z in np.arange(2.4, HIGH_M, 0.36)
    ]
    rails = [forms.rod((s * 0.17, -0.46 + 0.03, 2.2), (s * 0.17, -0.34, HIGH_M), 0.016, sides=5) for s in (-1, 1)]
    parts.append(shapes.join([*rungs, *rails]).with_data("tint", _STEEL))
    return shapes.join(parts)


@cache
def chair(riders: int) -> Shape:
    """A chair for three under the origin, which is on the rope, with so many riders; it looks along +Y."""
    drop = 2.75
    bent = [(0, 0, 0.05), (0, -0.06, -0.5), (0, -0.34, -1.3), (0, -0.30, -drop + 0.75)]
    steel = [
        forms.pipe(bent, 0.045, count=16, sides=7),
        shapes.box((0.14, 0.42, 0.16), center=(0, 0, -0.02), bevel=0.02),
    ]
    half = 0.86
    for s in (-1, 1):
        loop = [
            (0, -0.30, -drop + 0.75),
            (s * half, -0.30, -drop + 0.72),
            (s * half, -0.26, -drop),
            (s * half, 0.26, -drop - 0.02),
        ]
        steel.append(forms.pipe(loop, 0.026, count=20, sides=6))
    guard = [
        (-half, -0.22, -drop + 0.55),
        (-half, 0.40, -drop + 0.30),
        (half, 0.40, -drop + 0.30),
        (half, -0.22, -drop + 0.55),
    ]
    steel.append(forms.pipe(guard, 0.022, count=26, sides=6))
    rest = [
        (-0.4, 0.40, -drop + 0.30),
        (-0.4, 0.52, -drop - 0.46),
        (0.4, 0.52, -drop - 0.46),
        (0.4, 0.40, -drop + 0.30),
    ]
    steel.append(forms.pipe(rest, 0.018, count=22, sides=5))
    seat = shapes.box((2 * half, 0.50, 0.08), center=(0, 0.02, -drop + 0.02), bevel=0.03)
    back = shapes.box((2 * half, 0.07, 0.46), center=(0, -0.27, -drop + 0.32), bevel=0.03)
    parts = [
        shapes.join(steel).with_data("tint", (0.34, 0.35, 0.36)),
        shapes.join([seat, back]).with_data("tint", (0.42, 0.045, 0.03)),
    ]
    places = {0: (), 1: (0.3,), 2: (-0.5, 0.12), 3: (-0.56, 0.0, 0.56)}[riders]
    for k, x in enumerate(places):
        parts.append(_rider(_JACKETS[(k + 2 * riders) % len(_JACKETS)], k).moved((x, 0.0, -drop + 0.06)))
    return shapes.join(parts)


def _rider(jacket: Color, k: int) -> Shape:
    """Somebody on skis who sits with their seat at the origin."""
    torso = forms.loft([(0.0, 0.17, 0.0, 0.13), (0.25, 0.20, -0.05, 0.14), (0.5, 0.19, -0.06, 0.11), (0.58, 0.07, -0.05, 0.07)],
                       axis="z", count=10, sides=12)  # fmt: skip
    arms = [
        forms.pipe([(s * 0.21, -0.05, 0.48), (s * 0.25, 0.06, 0.22), (s * 0.12, 0.30, 0.24)], 0.058, count=8, sides=7)
        for s in (-1, 1)
    ]
    legs = [
        forms.pipe(
            [(s * 0.10, 0.0, 0.06), (s * 0.11, 0.40, 0.06), (s * 0.11, 0.46, -0.38)],
            (0.085, 0.075, 0.062),
            count=9,
            sides=7,
        )
        for s in (-1, 1)
    ]
    boots = [shapes.box((0.11, 0.28, 0.18), center=(s * 0.11, 0.51, -0.44), bevel=0.03) for s in (-1, 1)]
    skis = [
        shapes.box((0.085, 1.65, 0.02), center=(s * 0.11, 0.58, -0.55), bevel=0.006).turned(shapes.rotation(x=-0.10))
        for s in (-1, 1)
    ]
    head = shapes.ball((0.125, 0.14, 0.145), center=(0, -0.03, 0.74), sides=12, levels=9)
    helmet: Color = ((0.5, 0.5, 0.5), (0.02, 0.02, 0.02), (0.45, 0.05, 0.04))[k % 3]
    return shapes.join([
        shapes.join([torso, *arms]).with_data("tint", jacket),
        shapes.join([*legs, *boots]).with_data("tint", ((0.03, 0.03, 0.035), (0.05, 0.07, 0.12), (0.25, 0.24, 0.22))[k % 3]),
        shapes.join(skis).with_data("tint", ((0.5, 0.08, 0.05), (0.05, 0.2, 0.4), (0.55, 0.5, 0.05))[k % 3]),
        head.with_data("tint", helmet),
    ])  # fmt: skip


def moving(line: Line, seed: int, times_s: F64) -> tuple[Node, ...]:
    """The chairs, one pose for each of the times (F,): on the right rope up, on the left one down."""
    rng = np.random.default_rng([seed, 31])
    span = line.end_y - line.start_y
    count = int(span / EVERY_M)
    nodes: list[Node] = []
    for side, sense in ((1, 1.0), (-1, -1.0)):
        for k in range(count):
            riders = int(rng.choice(4, p=(0.1, 0.2, 0.4, 0.3))) if sense > 0 else 0
            made = chair(riders)
            y = line.start_y + np.mod((k + 0.35 * side) * EVERY_M + sense * SPEED_M_S * times_s, span)
            turn = math.atan(-line.stray) + (0.0 if sense > 0 else math.pi)
            nodes.append(
                Mesh(
                    name=f"chair {side} {k}", points=made.points, faces=made.faces, materials=("paint",), point_data=dict(made.data),
                    smooth=True, sharp_angle_rad=0.6,
                    track=Track(
                        locations=np.column_stack([line.middle(y) + side * ROPE_M, y, line.rope_z(y)]),
                        rotations=np.tile([math.cos(turn / 2), 0.0, 0.0, math.sin(turn / 2)], (len(y), 1)),
                    ),
                )
            )  # fmt: skip
    return tuple(nodes)


def station(line: Line) -> Shape:
    """The house the ropes run into, snow on its roof; its colors as `tint`."""
    y = line.end_y
    x = float(line.middle(np.array(y)))
    z = float(line.ground(np.array([x]), np.array([y]))[0])
    wood: Color = (0.14, 0.075, 0.038)
    walls = [
        shapes.box((0.3, 11.0, 6.4), center=(s * 4.3, 4.0, 2.2)) for s in (-1, 1)
    ] + [shapes.box((8.6, 0.3, 6.4), center=(0, 9.4, 2.2)), shapes.box((8.8, 0.4, 1.5), center=(0, -1.4, 5.9))]  # fmt: skip
    dark = shapes.box((8.2, 0.2, 5.4), center=(0, 3.0, 2.2))
    roof = [
        shapes.box((6.4, 13.4, 0.22)).turned(shapes.rotation(y=s * 0.36)).moved((s * 2.75, 4.0, 6.75)) for s in (-1, 1)
    ]
    snow = [
        shapes.box((6.3, 13.2, 0.5), bevel=0.16).turned(shapes.rotation(y=s * 0.36)).moved((s * 2.8, 4.0, 7.1)) for s in (-1, 1)
    ]  # fmt: skip
    parts = [
        shapes.join(walls).with_data("tint", wood), dark.with_data("tint", (0.012, 0.011, 0.01)),
        shapes.join(roof).with_data("tint", (0.08, 0.05, 0.03)), shapes.join(snow).with_data("tint", (0.80, 0.84, 0.90)),
    ]  # fmt: skip
    return shapes.join(parts).moved((x, y, z))
