"""Traffic: cars, vans, trucks and buses as plain as passers-by are, that stream along lanes. Their lamps shine as the hour asks."""

from __future__ import annotations

import math
from functools import cache
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Node, Track
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape
from filmwright.values import Color

Kind = Literal["sedan", "hatch", "van", "truck", "bus"]
KINDS: tuple[Kind, ...] = ("sedan", "hatch", "van", "truck", "bus")
SHARES = (0.42, 0.27, 0.14, 0.12, 0.05)
PAINTS: tuple[Color, ...] = (
    (0.60, 0.60, 0.60), (0.03, 0.03, 0.033), (0.16, 0.17, 0.18), (0.35, 0.025, 0.02), (0.03, 0.09, 0.28), (0.34, 0.35, 0.36),
    (0.62, 0.62, 0.60),
    (0.05, 0.12, 0.09), (0.45, 0.40, 0.30), (0.55, 0.28, 0.02),
)  # fmt: skip
MATERIALS = ("traffic paint", "traffic glass", "traffic dark", "traffic head", "traffic tail")
FROM_M, LOOP_M = -90.0, 740.0  # traffic is there from so far behind the origin on, over such a length


class Lane(NamedTuple):
    """A lane: its middle, whether it goes away from the camera (+1) or towards it (-1), its speed, the usual distance between cars."""

    x: float
    sense: int
    speed_m_s: float
    every_m: float


def moving(seed: int, lanes: tuple[Lane, ...], times_s: F64, planned_s: float) -> tuple[Node, ...]:
    """All vehicles, one pose for each of the times (F,). They come again from the other end of the road."""
    rng = np.random.default_rng([seed, 5])
    nodes: list[Node] = []
    for index, lane in enumerate(lanes):
        count = int(LOOP_M / lane.every_m)
        starts = (np.arange(count) + rng.uniform(-0.28, 0.28, count)) * LOOP_M / count
        for k in range(count):
            kind = KINDS[int(rng.choice(len(KINDS), p=SHARES))]
            paint = PAINTS[int(rng.integers(len(PAINTS)))]
            along = np.mod(starts[k] + lane.sense * lane.speed_m_s * times_s, LOOP_M) + FROM_M
            x = lane.x + float(rng.normal(0, 0.12))
            turn = 0.0 if lane.sense > 0 else math.pi
            made = vehicle(kind).with_data("tint", paint)
            nodes.append(
                Mesh(
                    name=f"traffic {index} {k}", points=made.points, faces=made.faces, materials=MATERIALS, material_index=made.slot,
                    point_data=dict(made.data), smooth=True, sharp_angle_rad=0.6,
                    track=Track(
                        locations=np.column_stack([np.full(len(along), x), along, np.zeros(len(along))]),
                        rotations=np.tile([math.cos(turn / 2), 0.0, 0.0, math.sin(turn / 2)], (len(along), 1)),
                    ),
                )
            )  # fmt: skip
    return tuple(nodes)


def _section(y: float, half: float, low: float, high: float, power: float = 5.0) -> F64:
    """A ring (20, 3) across the length at y: a rounded box between two heights."""
    a = np.linspace(0, 2 * math.pi, 20, endpoint=False) + math.pi / 20
    c, s = np.cos(a), np.sin(a)
    x = half * np.sign(c) * np.abs(c) ** (2 / power)
    z = (low + high) / 2 + (high - low) / 2 * np.sign(s) * np.abs(s) ** (2 / power)
    return np.column_stack([x, np.full(20, y), z])


def _loft(rows: tuple[tuple[float, float, float, float], ...], slot: int, power: float = 5.0) -> Shape:
    return shapes.outward(shapes.rings(np.stack([_section(*row, power) for row in rows]), slot=slot))


def _wheels(ys: tuple[float, ...], half: float, radius: float) -> Shape:
    tire = shapes.lathe(
        [(radius * 0.55, -0.10), (radius, -0.10), (radius, 0.10), (radius * 0.55, 0.10)], sides=16
    ).turned(shapes.rotation(y=math.pi / 2))
    return shapes.join(tire.moved((s * (half - 0.1), y, radius)) for y in ys for s in (-1, 1)).painted(2)


def _lamps(front: float, rear: float, half: float, low: float, high: float) -> list[Shape]:
    made = [
        shapes.box((0.36, 0.06, 0.15), center=(s * (half - 0.24), front, low), bevel=0.02).painted(3) for s in (-1, 1)
    ]
    made += [
        shapes.box((0.34, 0.06, 0.16), center=(s * (half - 0.23), rear, high), bevel=0.02).painted(4) for s in (-1, 1)
    ]
    return made


@cache
def vehicle(kind: Kind) -> Shape:
    """A vehicle that stands on z = 0, its front towards +Y; its slots are MATERIALS."""
    if kind in ("sedan", "hatch"):
        end = -2.25 if kind == "sedan" else -1.95
        body = _loft(
            (
                (2.25, 0.66, 0.30, 0.66),
                (2.12, 0.80, 0.24, 0.74),
                (1.5, 0.88, 0.20, 0.86),
                (0.8, 0.90, 0.20, 0.96),
                (-1.2, 0.90, 0.20, 0.97),
                (end + 0.15, 0.84, 0.24, 0.95),
                (end, 0.72, 0.34, 0.86),
            ),
            0,
        )
        tail = -1.75 if kind == "sedan" else end + 0.12
        cabin = _loft(
            (
                (1.05, 0.66, 0.90, 0.98),
                (0.25, 0.66, 0.90, 1.38),
                (-0.7, 0.66, 0.90, 1.43),
                (-1.2, 0.64, 0.90, 1.37),
                (tail, 0.62, 0.88, 0.99),
            ),
            1,
            3.6,
        )
        roof = _loft(((0.20, 0.56, 1.34, 1.41), (-0.65, 0.58, 1.38, 1.46), (-1.22, 0.54, 1.33, 1.40)), 0, 3.6)
        return shapes.join(
            [body, cabin, roof, _wheels((1.38, -1.32), 0.9, 0.32), *_lamps(2.17, end + 0.03, 0.86, 0.62, 0.76)]
        )
    if kind == "van":
        body = _loft(
            (
                (2.45, 0.74, 0.34, 0.92),
                (2.3, 0.92, 0.26, 1.06),
                (1.6, 0.97, 0.24, 1.22),
                (0.95, 0.97, 0.24, 2.12),
                (0.6, 0.97, 0.24, 2.24),
                (-2.3, 0.97, 0.26, 2.26),
                (-2.42, 0.9, 0.32, 2.2),
            ),
            0,
            7.0,
        )
        glass = _loft(((1.72, 0.80, 1.22, 1.30), (1.2, 0.86, 1.30, 1.96), (1.02, 0.86, 1.36, 2.02)), 1, 6.0)
        side = [shapes.box((0.03, 1.0, 0.55), center=(s * 0.965, 0.55, 1.68)).painted(1) for s in (-1, 1)]
        return shapes.join(
            [body, glass, *side, _wheels((1.55, -1.45), 0.97, 0.34), *_lamps(2.38, -2.42, 0.92, 0.78, 1.0)]
        )
    if kind == "truck":
        cab = _loft(
            ((4.9, 1.10, 0.5, 2.7), (4.75, 1.22, 0.42, 2.95), (2.9, 1.24, 0.42, 3.1), (2.85, 1.2, 0.5, 3.0)), 0, 8.0
        )
        glass = shapes.box((2.1, 0.05, 0.95), center=(0, 4.89, 2.05), bevel=0.02).painted(1)
        side = [shapes.box((0.03, 0.95, 0.75), center=(s * 1.235, 4.1, 2.1)).painted(1) for s in (-1, 1)]
        load = shapes.box((2.5, 7.6, 2.75), center=(0, -1.2, 2.35), bevel=0.04).painted(0)
        frame = shapes.box((1.0, 9.2, 0.3), center=(0, -0.2, 0.75)).painted(2)
        return shapes.join(
            [
                cab,
                glass,
                *side,
                load,
                frame,
                _wheels((4.0, -2.6, -3.8), 1.24, 0.5),
                *_lamps(4.9, -5.02, 1.16, 0.85, 1.0),
            ]
        )
    body = _loft(
        ((6.0, 1.2, 0.42, 2.95), (5.85, 1.27, 0.34, 3.1), (-5.85, 1.27, 0.34, 3.1), (-6.0, 1.2, 0.42, 3.0)), 0, 9.0
    )
    panes = [shapes.box((0.03, 10.6, 1.05), center=(s * 1.265, -0.3, 2.1)).painted(1) for s in (-1, 1)]
    front = shapes.box((2.2, 0.05, 1.5), center=(0, 5.99, 2.0), bevel=0.02).painted(1)
    return shapes.join([body, *panes, front, _wheels((4.0, -3.4), 1.27, 0.5), *_lamps(6.0, -6.02, 1.2, 0.8, 1.1)])


def materials(glow: float) -> dict[str, Material]:
    """What vehicles are made of; `glow`: how far their lamps are lit."""
    return {
        "traffic paint": Material(
            color=attribute("tint"),
            roughness=0.22,
            specular=0.5,
            coat=0.6,
            coat_roughness=0.05,
            preview=(0.3, 0.3, 0.3),
        ),
        "traffic glass": Material(color=(0.012, 0.014, 0.016), roughness=0.04, specular=0.6),
        "traffic dark": Material(color=(0.018, 0.018, 0.018), roughness=0.7, specular=0.3),
        "traffic head": Material(
            color=(0.6, 0.6, 0.6), roughness=0.2, emission=(1.0, 0.93, 0.80), emission_strength=0.8 + 9.0 * glow
        ),
        "traffic tail": Material(
            color=(0.25, 0.01, 0.008), roughness=0.25, emission=(1.0, 0.05, 0.02), emission_strength=0.15 + 3.0 * glow
        ),
    }
