"""A part of a space station: white modules with ports and handrails, a truss, wings of solar cells, radiators, a dish."""

from __future__ import annotations

import itertools
import math

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, mix, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

_WHITE: Color = (0.66, 0.66, 0.64)
_GREY: Color = (0.30, 0.30, 0.31)
_GOLD: Color = (0.55, 0.34, 0.10)


class Parts:
    """Shapes by material, each with its `tint`."""

    def __init__(self) -> None:
        self.found: dict[str, list[Shape]] = {}

    def add(self, material: str, part: Shape, tint: Color) -> None:
        self.found.setdefault(material, []).append(part.with_data("tint", tint).with_data("rest", part.points))

    def placed(self, turn: F64, at: tuple[float, float, float]) -> dict[str, Shape]:
        """One Shape a material, turned and carried to its place."""
        return {name: shapes.join(parts).turned(turn).moved(at) for name, parts in self.found.items()}


def build() -> Parts:
    """The station around the origin: modules along x, wings along y."""
    parts = Parts()
    for x, long, radius in ((-7.6, 7.0, 2.1), (0.4, 8.4, 2.15), (8.8, 7.4, 2.1)):
        _module(parts, x, long, radius)
    for x in (-3.6, 4.85):
        _ring(parts, x, 1.25)
    _truss(parts)
    for side in (-1.0, 1.0):
        for x in (-1.4, 2.6):
            _wing(parts, x, side)
    for x in (-9.0, 9.6):
        _radiator(parts, x)
    _dish(parts)
    _arm(parts)
    return parts


def _along_x(part: Shape) -> Shape:
    return part.turned(shapes.rotation(y=math.pi / 2))


def _module(parts: Parts, x: float, long: float, radius: float) -> None:
    h = long / 2
    rows = [
        (1.0, -h),
        (1.3, -h + 0.05),
        (radius - 0.15, -h + 0.55),
        (radius, -h + 0.8),
        (radius, h - 0.8),
        (radius - 0.15, h - 0.55),
        (1.3, h - 0.05),
        (1.0, h),
    ]
    parts.add("hull", _along_x(shapes.lathe(rows, sides=48)).moved((x, 0, 0)), _WHITE)
    for k in np.linspace(-h + 0.9, h - 0.9, 4):
        band = [(radius, -0.05), (radius + 0.05, -0.04), (radius + 0.05, 0.04), (radius, 0.05)]
        parts.add("metal", _along_x(shapes.lathe(band, sides=48, caps=False)).moved((x + float(k), 0, 0)), _GREY)
    for a in (0.5, 1.25, 2.0, 3.6):
        c, s = math.cos(a), math.sin(a)
        rail = np.array(
            [
                (x - h + 1.1, c * (radius + 0.2), s * (radius + 0.2)),
                (x + h - 1.1, c * (radius + 0.2), s * (radius + 0.2)),
            ]
        )
        parts.add("metal", shapes.sweep(rail, 0.035, sides=8), _GOLD)
        for k in np.linspace(-h + 1.1, h - 1.1, 5):
            foot = np.array(
                [(x + k, c * radius * 0.98, s * radius * 0.98), (x + k, c * (radius + 0.2), s * (radius + 0.2))]
            )
            parts.add("metal", shapes.sweep(foot, 0.03, sides=6), _GOLD)
    for k in (-0.28 * long, 0.05 * long):
        port = shapes.lathe([(0.42, 0.0), (0.42, 0.14), (0.30, 0.15), (0.28, 0.06)], sides=24, caps=False).turned(
            shapes.rotation(x=math.pi / 2)
        )
        glass = shapes.lathe([(0.30, 0.10), (0.0, 0.11)], sides=24, caps=False).turned(shapes.rotation(x=math.pi / 2))
        parts.add("metal", port.moved((x + k, -radius + 0.04, 0.25)), _GREY)
        parts.add("port", glass.moved((x + k, -radius + 0.04, 0.25)), (0.02, 0.02, 0.022))
    for k in range(5):
        a = 0.9 + 1.1 * k
        box = shapes.box((0.9, 0.5, 0.22), center=(x - 0.2 + 0.8 * ((k * 7) % 3 - 1), 0, radius + 0.08), bevel=0.03)
        parts.add("hull", box.turned(shapes.rotation(x=a)), (0.50, 0.49, 0.46))


def _ring(parts: Parts, x: float, radius: float) -> None:
    rows = [
        (radius, -0.45),
        (radius + 0.2, -0.4),
        (radius + 0.2, -0.1),
        (radius + 0.05, 0.0),
        (radius + 0.2, 0.1),
        (radius + 0.2, 0.4),
        (radius, 0.45),
    ]
    parts.add("metal", _along_x(shapes.lathe(rows, sides=36)).moved((x, 0, 0)), _GREY)


def _truss(parts: Parts) -> None:
    """A lattice beam along y over the middle module."""
    y = np.linspace(-24.0, 24.0, 33)
    half = 0.8
    corners = [(0.6 + a * half, 3.4 + b * half) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    for x, z in corners:
        parts.add("metal", shapes.sweep(np.array([(x, y[0], z), (x, y[-1], z)]), 0.075, sides=6), (0.52, 0.52, 0.52))
    for k in range(32):
        for i in range(4):
            (x0, z0), (x1, z1) = corners[i], corners[(i + 1) % 4]
            ends = [(x0, y[k], z0), (x1, y[k + 1], z1)] if k % 2 else [(x1, y[k], z1), (x0, y[k + 1], z0)]
            parts.add("metal", shapes.sweep(np.array(ends), 0.04, sides=5), (0.52, 0.52, 0.52))
            parts.add(
                "metal", shapes.sweep(np.array([(x0, y[k], z0), (x1, y[k], z1)]), 0.04, sides=5), (0.52, 0.52, 0.52)
            )
    parts.add("hull", shapes.box((1.2, 1.6, 1.6), center=(0.6, 0, 2.5), bevel=0.08), (0.5, 0.5, 0.48))
    for at in (-13.0, -6.0, 6.0, 13.0):
        parts.add("foil", shapes.box((1.9, 1.6, 1.9), center=(0.6, at, 3.4), bevel=0.06), _GOLD)


def _wing(parts: Parts, x: float, side: float) -> None:
    """Two blankets of cells on a mast, 17 m long, turned to the sun."""
    base = 9.5
    tilt = shapes.rotation(y=-0.55)
    mast = shapes.sweep(np.array([(0, 0, 0), (0, side * 18.0, 0)]), 0.10, sides=6)
    parts.add("metal", mast.turned(tilt).moved((x, side * base, 3.4)), _GREY)
    for d in (-1, 1):
        sheet = shapes.box((1.72, 16.8, 0.03), center=(d * 1.08, side * 9.2, 0))
        parts.add("cells", sheet.turned(tilt).moved((x, side * base, 3.4)), (0.02, 0.03, 0.10))
        for end in (0.75, 17.65):
            bar = shapes.box((1.9, 0.16, 0.12), center=(d * 1.08, side * end, 0), bevel=0.02)
            parts.add("metal", bar.turned(tilt).moved((x, side * base, 3.4)), _GREY)


def _radiator(parts: Parts, x: float) -> None:
    for k in range(4):
        panel = shapes.box((1.7, 2.3, 0.05), center=(0, 3.4 + 2.4 * k, 0), bevel=0.01).turned(shapes.rotation(x=0.45))
        parts.add("hull", panel.moved((x, 0.4, 1.9)), (0.72, 0.72, 0.70))
    parts.add("metal", shapes.sweep(np.array([(x, 0.3, 1.9), (x, 10.6, 6.6)]), 0.06, sides=6), _GREY)


def _dish(parts: Parts) -> None:
    r = np.linspace(0.05, 0.95, 10)
    bowl = shapes.lathe(np.column_stack([r, 0.32 * r**2]), sides=32, caps=False)
    parts.add("hull", bowl.turned(shapes.rotation(x=0.9)).moved((5.4, -0.8, 3.1)), (0.72, 0.72, 0.70))
    parts.add("metal", shapes.sweep(np.array([(5.4, 0, 2.0), (5.4, -0.75, 3.0)]), 0.05, sides=6), _GREY)


def _arm(parts: Parts) -> None:
    """A robot arm, bent."""
    bent = [(-4.2, -1.2, 1.9), (-5.2, -3.6, 4.4), (-7.6, -6.8, 3.0), (-8.2, -7.4, 2.2)]
    for a, b in itertools.pairwise(bent):
        parts.add("hull", shapes.sweep(np.array([a, b]), 0.17, sides=14), _WHITE)
    for joint in bent:
        parts.add("metal", shapes.ball(0.27, center=joint, sides=18, levels=12), _GREY)


def materials(ports: float) -> dict[str, Material]:
    """White blankets, metal, gold foil, cells, ports that shine."""
    tint = attribute("tint")
    rest = attribute("rest")
    quilt = op("brick", op("combine", op("x", rest), op("atan2", op("y", rest), op("z", rest)) * 2.1, 0.0),
               (1.03, 1.03, 1.03), (0.90, 0.90, 0.91), (0.62, 0.62, 0.62),
               1.0, mortar=0.012, width=1.15, height=0.8, offset=0.5)  # fmt: skip
    creased = noise_of(rest, scale=9.0, detail=4.0)
    grid = op(
        "brick",
        rest,
        (1.0, 1.0, 1.0),
        (0.8, 0.85, 1.0),
        (0.0, 0.0, 0.0),
        1.0,
        mortar=0.018,
        width=0.43,
        height=0.28,
        offset=0.0,
    )
    lines: Expr = mix((0.42, 0.30, 0.13), cmul(tint, grid), remap(op("x", grid), 0.0, 0.5))
    plain: dict[str, Value] = {"haze": False}
    return {
        "hull": Material(
            color=cmul(tint, quilt),
            roughness=0.65,
            specular=0.25,
            bumps=(Bump(height=creased, strength=0.25, distance_m=0.03),),
            preview=_WHITE,
            **plain,
        ),
        "metal": Material(color=tint, metallic=0.6, roughness=0.42, **plain),
        "foil": Material(
            color=tint,
            metallic=0.85,
            roughness=0.32,
            bumps=(Bump(height=creased, strength=0.9, distance_m=0.05),),
            **plain,
        ),
        "cells": Material(color=lines, roughness=0.22, specular=0.6, preview=(0.04, 0.05, 0.12), **plain),
        "port": Material(
            color=tint, roughness=0.05, specular=0.6, emission=(1.0, 0.80, 0.50), emission_strength=ports, **plain
        ),
    }
