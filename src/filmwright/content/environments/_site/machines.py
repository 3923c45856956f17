"""Machines of a construction site: an excavator, a dump truck, a mixer; and those who work there, seen from afar. All stand on z = 0 with
their front towards +Y; parts by material, with attribute `tint`."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

Parts = dict[str, Shape]
YELLOW: Color = (0.72, 0.39, 0.012)
_DARK: Color = (0.022, 0.022, 0.024)
_STEEL: Color = (0.20, 0.195, 0.185)
_GLASS: Color = (0.015, 0.018, 0.02)
VESTS: tuple[Color, ...] = ((0.85, 0.24, 0.01), (0.62, 0.78, 0.02), (0.85, 0.24, 0.01))
HELMETS: tuple[Color, ...] = ((0.78, 0.60, 0.03), (0.72, 0.72, 0.70), (0.05, 0.16, 0.45), (0.70, 0.08, 0.03))


class Heap:
    """Parts by material, on their way to become one thing."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Shape]] = {}

    def put(self, material: str, part: Shape, tint: Color) -> None:
        """One more part."""
        self._parts.setdefault(material, []).append(part.with_data("tint", tint))

    def parts(self) -> Parts:
        """All parts, one Shape a material."""
        return {name: shapes.join(found) for name, found in self._parts.items()}


def beam(start: Sequence[float], end: Sequence[float], high: float, wide: float) -> Shape:
    """A box from start to end (x, y, z) that stands upright in the plane through both, `high` across and `wide` along x."""
    a, b = np.asarray(start, float), np.asarray(end, float)
    long = float(np.linalg.norm(b - a))
    pitch, yaw = math.asin((b[2] - a[2]) / long), math.atan2(-(b[0] - a[0]), b[1] - a[1])
    made = shapes.box((wide, long, high), center=(0, long / 2, 0), bevel=0.12 * min(high, wide))
    return made.turned(shapes.rotation(z=yaw) @ shapes.rotation(x=pitch)).moved(a)


def _track(side: float, long: float, high: float, wide: float) -> list[Shape]:
    """A crawler track: its shoes round a flat oval, its rollers."""
    half, r = long / 2 - high / 2, high / 2
    n = 38
    s = np.linspace(0, 4 * half + 2 * math.pi * r, n, endpoint=False)
    shoes = []
    for at in s:
        if at < 2 * half:
            y, z, turn = -half + at, high, 0.0
        elif at < 2 * half + math.pi * r:
            a = (at - 2 * half) / r
            y, z, turn = half + r * math.sin(a), r + r * math.cos(a), -a
        elif at < 4 * half + math.pi * r:
            y, z, turn = half - (at - 2 * half - math.pi * r), 0.0, math.pi
        else:
            a = (at - 4 * half - math.pi * r) / r
            y, z, turn = -half - r * math.sin(a), r - r * math.cos(a), math.pi - a
        shoe = shapes.join([shapes.box((wide, 0.17, 0.035)), shapes.box((wide, 0.035, 0.05), center=(0, 0, 0.03))])
        shoes.append(shoe.turned(shapes.rotation(x=turn)).moved((side, y, max(z, 0.03))))
    wheel = shapes.lathe([(r - 0.06, -0.12), (r - 0.06, 0.12)], sides=16).turned(shapes.rotation(y=math.pi / 2))
    inner = [wheel.moved((side, y, r)) for y in (-half, half)]
    inner.append(shapes.box((wide * 0.5, 2 * half, high * 0.5), center=(side, 0, r)))
    return [*shoes, *inner]


def excavator(reach: float = 0.5, color: Color = YELLOW) -> Parts:
    """A crawler excavator of 20 t; reach 0..1: how far its arm is stretched out."""
    heap = Heap()
    for side in (-1.1, 1.1):
        heap.put("machine", shapes.join(_track(side, 4.2, 0.85, 0.58)), _DARK)
    heap.put("machine", shapes.box((1.7, 2.2, 0.4), center=(0, 0, 0.62), bevel=0.05), _STEEL)
    heap.put("machine", shapes.lathe([(0.75, 0.8), (0.75, 1.05)], sides=24), _DARK)
    heap.put("paint", shapes.box((2.6, 3.3, 0.28), center=(0, -0.5, 1.18), bevel=0.06), color)
    heap.put("paint", shapes.box((2.55, 1.75, 1.05), center=(0, -1.25, 1.82), bevel=0.12), color)
    heap.put("machine", shapes.box((2.6, 0.75, 1.0), center=(0, -2.25, 1.62), bevel=0.25), (0.05, 0.05, 0.052))
    heap.put("paint", shapes.box((0.8, 1.6, 0.85), center=(0.85, 0.25, 1.72), bevel=0.08), color)
    heap.put("machine", shapes.lathe([(0.07, 2.3), (0.07, 2.9), (0.05, 2.92)], sides=10).moved((0.7, -1.3, 0)), _DARK)
    x, y = -0.85, 0.35  # the cab
    heap.put("glass", shapes.box((0.92, 1.55, 1.3), center=(x, y, 2.2), bevel=0.08), _GLASS)
    heap.put("paint", shapes.box((1.0, 1.65, 0.12), center=(x, y, 2.92), bevel=0.05), color)
    heap.put("paint", shapes.box((1.0, 1.65, 0.45), center=(x, y, 1.5), bevel=0.05), color)
    for dx in (-0.46, 0.46):
        for dy in (-0.78, 0.05, 0.78):
            heap.put("paint", shapes.box((0.08, 0.08, 1.4), center=(x + dx, y + dy, 2.2)), color)
    root, knee = (0.1, 0.75, 1.5), (0.1, 2.7, 3.9)
    tip = (0.1, 4.4 + 1.0 * reach, 3.3 - 0.3 * reach)
    heap.put("paint", beam(root, knee, 0.55, 0.42), color)
    heap.put("paint", beam((0.1, 2.5, 3.78), tip, 0.45, 0.40), color)
    end = (0.1, tip[1] + 0.15 + 1.35 * reach, tip[2] - 2.55 + 0.5 * reach)
    heap.put("paint", beam((0.1, tip[1] - 0.35, tip[2] + 0.45), end, 0.36, 0.32), color)
    rams = np.array(
        [
            [(-0.25, 1.1, 1.45), (-0.25, 2.3, 3.0)],
            [(0.45, 1.1, 1.45), (0.45, 2.3, 3.0)],
            [(0.1, 2.6, 4.25), (0.1, tip[1] - 0.3, tip[2] + 0.62)],
        ]
    )
    for foot, head in rams:
        middle = 0.55 * foot + 0.45 * head
        heap.put("machine", shapes.sweep(np.array([foot, middle]), 0.085, sides=10), _DARK)
        heap.put("machine", shapes.sweep(np.array([middle, head]), 0.05, sides=8), (0.5, 0.5, 0.5))
    heap.put("machine", _bucket().turned(shapes.rotation(x=0.5 - 0.8 * reach)).moved(end), (0.11, 0.10, 0.09))
    return heap.parts()


def _bucket() -> Shape:
    """The bucket of an excavator, its hinge at the origin, its teeth below in front."""
    turn = np.linspace(0.4, 3.5, 9)
    outer = np.column_stack([0.1 - 0.62 * np.cos(turn) * 0.9, -0.55 - 0.55 * np.sin(turn) + 0.3])
    rows = [np.column_stack([np.full(9, x), outer]) for x in (-0.55, 0.55)]
    shell = shapes.rings(np.array(rows), around=False, caps=False)
    cheeks = [
        shapes.shape([(x, *p) for p in outer] + [(x, 0.0, 0.0)], [(k, k + 1, 9, -1) for k in range(8)])
        for x in (-0.55, 0.55)
    ]
    teeth = [
        shapes.box((0.1, 0.26, 0.06), center=(x, float(outer[-1, 0]) + 0.05, float(outer[-1, 1]) + 0.02))
        for x in np.linspace(-0.48, 0.48, 5)
    ]
    return shapes.join([shell, *cheeks, *teeth])


def dump_truck(color: Color = (0.62, 0.62, 0.60)) -> Parts:
    """A tipper of three axles with a heap of earth on it."""
    heap = Heap()
    tire = shapes.lathe([(0.28, -0.15), (0.5, -0.15), (0.53, -0.1), (0.53, 0.1), (0.5, 0.15), (0.28, 0.15)], sides=22)
    rim = shapes.lathe([(0.30, -0.1), (0.12, -0.04), (0.12, 0.04), (0.30, 0.1)], sides=16)
    for y in (2.5, -1.5, -2.75):
        for s in (-1, 1):
            at = (s * 1.05, y, 0.53)
            heap.put("machine", tire.turned(shapes.rotation(y=math.pi / 2)).moved(at), _DARK)
            heap.put("machine", rim.turned(shapes.rotation(y=math.pi / 2)).moved(at), (0.3, 0.3, 0.3))
    heap.put("machine", shapes.box((0.9, 7.0, 0.3), center=(0, -0.2, 0.85)), _DARK)
    heap.put("paint", shapes.box((2.4, 1.9, 1.05), center=(0, 2.75, 1.25), bevel=0.12), color)
    heap.put("paint", shapes.box((2.35, 1.8, 1.0), center=(0, 2.68, 2.25), bevel=0.16), color)
    heap.put("glass", shapes.box((2.12, 0.06, 0.78), center=(0, 3.57, 2.24), bevel=0.02), _GLASS)
    for s in (-1, 1):
        heap.put("glass", shapes.box((0.05, 1.0, 0.66), center=(s * 1.17, 2.85, 2.26), bevel=0.02), _GLASS)
        heap.put("machine", shapes.box((0.16, 0.1, 0.5), center=(s * 1.38, 3.45, 2.25), bevel=0.03), _DARK)
        heap.put("machine", shapes.box((0.4, 0.06, 0.2), center=(s * 0.85, 3.72, 1.0), bevel=0.03), (0.6, 0.6, 0.58))
    heap.put("machine", shapes.box((2.4, 0.2, 0.4), center=(0, 3.65, 0.72), bevel=0.05), _DARK)
    low, high = (
        np.array([(-1.1, -3.9), (1.1, -3.9), (1.1, 1.4), (-1.1, 1.4)]),
        np.array([(-1.25, -4.1), (1.25, -4.1), (1.25, 1.55), (-1.25, 1.55)]),
    )
    tub = shapes.rings(np.array([np.column_stack([low, np.full(4, 1.15)]), np.column_stack([high, np.full(4, 2.45)])]))
    heap.put("paint", tub, YELLOW)
    for y in np.arange(-3.6, 1.4, 0.95):
        for s in (-1, 1):
            heap.put("paint", beam((s * 1.13, y, 1.15), (s * 1.29, y, 2.45), 0.1, 0.1), YELLOW)
    load = shapes.ball((1.15, 2.6, 0.75), center=(0, -1.3, 2.35), sides=20, levels=9)
    heap.put("earth", load, (0.20, 0.135, 0.085))
    return heap.parts()


def mixer() -> Parts:
    """A small drum mixer on two wheels."""
    heap = Heap()
    drum = shapes.lathe([(0.16, -0.38), (0.36, -0.18), (0.37, 0.12), (0.24, 0.42), (0.25, 0.44)], sides=20, caps=False)
    heap.put("paint", drum.turned(shapes.rotation(x=-0.6)).moved((0, 0, 0.95)), (0.62, 0.12, 0.015))
    wheel = shapes.lathe([(0.12, -0.04), (0.2, -0.05), (0.2, 0.05), (0.12, 0.04)], sides=14).turned(
        shapes.rotation(y=math.pi / 2)
    )
    for s in (-1, 1):
        heap.put("machine", wheel.moved((s * 0.36, -0.3, 0.2)), _DARK)
        heap.put(
            "machine",
            shapes.sweep([(s * 0.3, 0.5, 0.0), (s * 0.34, 0.1, 0.7), (s * 0.36, -0.3, 0.2)], 0.025, sides=6),
            _STEEL,
        )
    heap.put("machine", shapes.box((0.35, 0.4, 0.45), center=(0.3, -0.32, 0.75), bevel=0.04), _STEEL)
    return heap.parts()


_POSES: tuple[tuple[tuple[float, float], tuple[float, float], float], ...] = (
    ((0.05, -0.05), (0.1, 0.15), 0.0), ((0.38, -0.34), (0.5, -0.4), 0.06), ((0.1, -0.12), (1.2, 1.3), 0.25), ((0.0, 0.04), (0.2, 2.5), 0.0),
    ((-0.3, 0.34), (-0.4, 0.5), 0.05), ((0.25, -0.1), (0.9, 0.75), 0.55),
)  # fmt: skip
"""How workers stand: swing of the legs, of the arms, how far they bend, in radians."""


def worker(kind: int) -> Shape:
    """Somebody in a helmet and a bright vest, seen from afar; 1.76 m tall."""
    legs, arms, bend = _POSES[kind % len(_POSES)]
    vest, helmet = VESTS[kind % len(VESTS)], HELMETS[kind % len(HELMETS)]
    parts: list[Shape] = []

    def limb(points: F64, radii: tuple[float, ...], tint: Color) -> None:
        parts.append(
            shapes.sweep(
                shapes.curve(points, 7), np.interp(np.linspace(0, 1, 7), np.linspace(0, 1, len(radii)), radii), sides=8
            ).with_data("tint", tint)
        )

    hip = 0.92
    for s, swing in zip((-1, 1), legs, strict=True):
        knee = np.array([s * 0.11, 0.45 * math.sin(swing) + 0.03, hip - 0.45 * math.cos(swing)])
        foot = knee + [0.0, 0.42 * math.sin(0.6 * swing) - 0.03, -0.42]
        foot[2] = max(foot[2], 0.05)
        limb(np.array([(s * 0.1, 0, hip), knee, foot]), (0.095, 0.075, 0.06), (0.045, 0.055, 0.09))
        parts.append(
            shapes.ball((0.055, 0.14, 0.06), center=foot + [0, 0.05, 0.0], sides=8, levels=6).with_data(
                "tint", (0.05, 0.035, 0.02)
            )
        )
    lean = shapes.rotation(x=-bend)
    top: list[Shape] = []
    chest = shapes.lathe(
        [(0.13, 0.0), (0.16, 0.1), (0.155, 0.25), (0.18, 0.42), (0.15, 0.52), (0.06, 0.57)], sides=14
    ).scaled((1.12, 0.78, 1.0))
    top.append(chest.with_data("tint", vest))
    for z in (0.14, 0.3):
        band = shapes.lathe(
            [(0.166 + 0.02 * (z > 0.2), z - 0.02), (0.168 + 0.02 * (z > 0.2), z + 0.02)], sides=14, caps=False
        )
        top.append(band.scaled((1.13, 0.80, 1.0)).with_data("tint", (0.66, 0.66, 0.62)))
    for s, swing in zip((-1, 1), arms, strict=True):
        shoulder = np.array([s * 0.205, 0.0, 0.48])
        elbow = shoulder + [s * 0.04, 0.29 * math.sin(swing), -0.29 * math.cos(swing)]
        hand = elbow + [0.0, 0.26 * math.sin(swing + 0.35), -0.26 * math.cos(swing + 0.35)]
        arm = shapes.sweep(shapes.curve([shoulder, elbow, hand], 7), np.linspace(0.062, 0.04, 7), sides=7)
        top.append(arm.with_data("tint", (0.10, 0.11, 0.15) if kind % 2 else vest))
        top.append(shapes.ball(0.05, center=hand, sides=7, levels=5).with_data("tint", (0.42, 0.27, 0.19)))
    top.append(
        shapes.ball((0.085, 0.1, 0.115), center=(0, 0.015, 0.70), sides=10, levels=8).with_data(
            "tint", (0.40, 0.26, 0.19)
        )
    )
    shell = shapes.lathe(
        [(0.15, 0.73), (0.118, 0.735), (0.112, 0.79), (0.075, 0.845), (0.002, 0.865)], sides=14, caps=False
    )
    top.append(shell.moved((0, 0.015, 0)).with_data("tint", helmet))
    parts += [part.turned(lean).moved((0, 0, hip)) for part in top]
    return shapes.join(parts)
