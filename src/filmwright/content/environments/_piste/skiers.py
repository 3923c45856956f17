"""Those who come down a slope in the distance: plain figures on skis that swing from edge to edge."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Node, Track
from filmwright.scene.shapes import Shape
from filmwright.values import Color

_COLORS: tuple[tuple[Color, Color], ...] = (
    ((0.60, 0.03, 0.02), (0.02, 0.02, 0.025)), ((0.03, 0.20, 0.50), (0.04, 0.05, 0.08)), ((0.70, 0.42, 0.02), (0.25, 0.25, 0.26)),
    ((0.10, 0.36, 0.10), (0.02, 0.02, 0.03)), ((0.45, 0.05, 0.30), (0.02, 0.03, 0.05)),
)  # fmt: skip
_SWING_M, _TURN_M = 3.4, 21.0  # how far they swing to either side, and how far down a whole swing takes them; chosen


@cache
def skier(kind: int) -> Shape:
    """A skier who stands on the origin and looks along +Y, knees bent, poles back; colors as `tint`."""
    jacket, trousers = _COLORS[kind % len(_COLORS)]
    torso = forms.loft([(0.78, 0.16, -0.06, 0.13), (1.05, 0.19, 0.06, 0.14), (1.28, 0.19, 0.20, 0.12), (1.36, 0.07, 0.24, 0.07)],
                       axis="z", count=10, sides=12)  # fmt: skip
    legs = [
        forms.pipe(
            [(s * 0.10, -0.06, 0.82), (s * 0.14, 0.20, 0.48), (s * 0.13, 0.02, 0.10)],
            (0.10, 0.085, 0.07),
            count=10,
            sides=7,
        )
        for s in (-1, 1)
    ]
    boots = [shapes.box((0.12, 0.30, 0.22), center=(s * 0.13, 0.05, 0.12), bevel=0.03) for s in (-1, 1)]
    arms = [
        forms.pipe([(s * 0.20, 0.20, 1.24), (s * 0.33, 0.24, 0.98), (s * 0.30, 0.48, 0.94)], 0.055, count=8, sides=6)
        for s in (-1, 1)
    ]
    poles = [forms.rod((s * 0.30, 0.50, 0.96), (s * 0.44, -0.42, 0.42), 0.012, sides=4) for s in (-1, 1)]
    skis = [shapes.box((0.075, 1.66, 0.03), center=(s * 0.13, 0.08, 0.015), bevel=0.008) for s in (-1, 1)]
    head = shapes.ball((0.12, 0.135, 0.14), center=(0, 0.30, 1.50), sides=12, levels=9)
    return shapes.join([
        shapes.join([torso, *arms]).with_data("tint", jacket), shapes.join(legs).with_data("tint", trousers),
        shapes.join([*boots, *poles]).with_data("tint", (0.04, 0.04, 0.045)),
        shapes.join(skis).with_data("tint", (0.5, 0.45, 0.4)), head.with_data("tint", _COLORS[(kind + 2) % len(_COLORS)][0]),
    ])  # fmt: skip


def moving(
    middle: Callable[[F64], F64], ground: Callable[[F64, F64], F64], seed: int, times_s: F64, *, top_y: float, end_y: float, count: int = 5
) -> tuple[Node, ...]:  # fmt: skip
    """Skiers, one pose for each of the times (F,): over the crest at `top_y`, down beside `middle(y)`, and off at `end_y`, where
    that leads out of sight."""
    rng = np.random.default_rng([seed, 47])
    nodes: list[Node] = []
    span = top_y - end_y
    for k in range(count):
        speed = float(rng.uniform(6.5, 9.5))
        start, phase = (k + 0.3 + 0.4 * float(rng.random())) / count * span, float(rng.uniform(0, 2 * math.pi))
        aside = float(rng.uniform(-2.5, 2.5))

        def spot(y: F64, phase: float = phase, aside: float = aside) -> F64:
            return np.asarray(middle(y) + aside + _SWING_M * np.sin(2 * math.pi * y / _TURN_M + phase))

        y = top_y - np.mod(start + speed * times_s, span)
        x = spot(y)
        dx, lead = spot(y - 0.2) - x, spot(y - 1.6) - 2 * x + spot(y + 1.6)
        yaw = np.arctan2(-dx, -0.2)  # it looks down the slope: 0 is +Y, counter-clockwise
        lean = np.clip(lead * 0.65, -0.5, 0.5)
        c, s, cl, sl = np.cos(yaw / 2), np.sin(yaw / 2), np.cos(-lean / 2), np.sin(-lean / 2)
        made = skier(k)
        nodes.append(
            Mesh(
                name=f"skier {k}", points=made.points, faces=made.faces, materials=("paint",), point_data=dict(made.data),
                smooth=True, sharp_angle_rad=0.6,
                track=Track(
                    locations=np.column_stack([x, y, ground(x, y)]),
                    # The turn about Z after the lean about the skier's own length.
                    rotations=np.column_stack([c * cl, -s * sl, c * sl, s * cl]),
                ),
            )
        )  # fmt: skip
    return tuple(nodes)
