"""Clock faces: figures, ticks, and hands that go."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import Joint
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, extrude, join


class Dial(NamedTuple):
    """The parts of a clock face of a radius, upright, looking along +Y round (0, y, z): its plate, what is printed on it, its three
    hands, and how the hands turn (node names `<name> hour`, `<name> minute`, `<name> second`)."""

    plate: Shape
    print: Shape
    hour: Shape
    minute: Shape
    second: Shape
    joints: tuple[Joint, ...]


def dial(name: str, radius: float, y: float, z: float, *, hour: float = 10.15) -> Dial:
    """A face that shows `hour` (10.15: nine minutes past ten, as clocks do in a shop)."""
    marks = []
    for k in range(60):
        a, long = 2 * math.pi * k / 60, k % 5 == 0
        s, c = math.sin(a), math.cos(a)
        inner, width = (0.885, 0.018) if long else (0.925, 0.006)
        marks.append(
            _parts.ribbon(
                [(inner * radius * s, inner * radius * c), (0.955 * radius * s, 0.955 * radius * c)],
                width * radius,
                0.0006,
            )
        )
    for k in range(1, 13):
        a = 2 * math.pi * k / 12
        at = (0.735 * radius * math.sin(a), 0.735 * radius * math.cos(a))
        marks.append(_parts.lettering(str(k), 0.175 * radius, at, width=0.024 * radius, lift=0.0006))
    minutes = (hour % 1.0) * 60
    joints = tuple(
        Joint((f"{name} {part}",), (0.0, y, z), (0.0, 1.0, 0.0), "spin", rate=-2 * math.pi / turn_s)
        for part, turn_s in (("minute", 3600.0), ("second", 60.0))
    )

    def upright(item: Shape) -> Shape:
        return _parts.front(item, y, z)

    return Dial(
        upright(_parts.disc(radius, 0.0004, bevel=0.0001, sides=72)),
        upright(join(marks)),
        upright(_hand(0.50 * radius, 0.070 * radius, 2 * math.pi * hour / 12, 0.0025)),
        upright(_hand(0.80 * radius, 0.048 * radius, 2 * math.pi * minutes / 60, 0.0045)),
        upright(_sweep_hand(radius, 2 * math.pi * 36 / 60, 0.0065)),
        joints,
    )


def _turned(item: Shape, angle: float) -> Shape:
    """A hand that points up, turned clockwise."""
    c, s = math.cos(angle), math.sin(angle)
    return item.turned(np.array([[c, s, 0], [-s, c, 0], [0, 0, 1.0]]))


def _hand(length: float, width: float, angle: float, lift: float) -> Shape:
    """A hand that narrows to its tip, and its hub."""
    outline = np.array(
        [(-0.35, -0.14), (0.35, -0.14), (0.5, 0.0), (0.42, 0.78), (0.0, 1.0), (-0.42, 0.78), (-0.5, 0.0)]
    ) * [width, length]
    blade = extrude(outline, 0.0012, bevel=0.0003)
    return _turned(join([blade, _parts.disc(0.95 * width, 0.0016, bevel=0.0004, sides=28)]), angle).moved((0, 0, lift))


def _sweep_hand(radius: float, angle: float, lift: float) -> Shape:
    """The thin hand of the seconds with its counterweight."""
    needle = _parts.ribbon([(0, -0.22 * radius), (0, 0.86 * radius)], 0.013 * radius, 0.001)
    weight = _parts.ribbon([(0, -0.24 * radius), (0, -0.12 * radius)], 0.04 * radius, 0.001)
    return _turned(join([needle, weight, _parts.disc(0.045 * radius, 0.002, bevel=0.0005, sides=28)]), angle).moved(
        (0, 0, lift)
    )
