"""What laboratories are fitted with: benches with glassware, microscopes, a fume hood, shelves of bottles, a chart of the elements."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, box, join, lathe, rotation, sweep
from filmwright.values import Color

BENCH_M = 0.90
DEEP_M = 0.74
_LIQUIDS: tuple[Color, ...] = (
    (0.02, 0.22, 0.62),
    (0.70, 0.05, 0.10),
    (0.06, 0.48, 0.16),
    (0.80, 0.42, 0.02),
    (0.36, 0.06, 0.50),
    (0.02, 0.46, 0.50),
)
_BROWN: Color = (0.16, 0.055, 0.012)
# Outsides of glassware, foot to rim: radius and height in metres; the usual sizes of 250 to 500 ml.
_FLASK = ((0.001, 0.0), (0.052, 0.0), (0.058, 0.012), (0.022, 0.115), (0.019, 0.165), (0.024, 0.17))
_BEAKER = ((0.001, 0.0), (0.045, 0.0), (0.05, 0.008), (0.05, 0.135), (0.055, 0.14))
_CYLINDER = ((0.001, 0.0), (0.045, 0.002), (0.045, 0.012), (0.02, 0.018), (0.02, 0.33), (0.026, 0.335))
_BULB = (
    (0.001, 0.0),
    (0.035, 0.008),
    (0.06, 0.035),
    (0.066, 0.065),
    (0.05, 0.105),
    (0.02, 0.125),
    (0.018, 0.2),
    (0.023, 0.205),
)
_BOTTLE = (
    (0.001, 0.0),
    (0.044, 0.0),
    (0.048, 0.008),
    (0.048, 0.13),
    (0.036, 0.155),
    (0.02, 0.165),
    (0.02, 0.185),
    (0.001, 0.185),
)
_KINDS = (_FLASK, _BEAKER, _BULB, _CYLINDER, _FLASK)


class _Wares:
    """Glass, what is in it and the steel it hangs on, gathered while a bench is set."""

    def __init__(self) -> None:
        self.glass: list[Shape] = []
        self.liquid: list[Shape] = []
        self.steel: list[Shape] = []

    def add(
        self, outside: tuple[tuple[float, float], ...], at: tuple[float, float, float], color: Color, full: float
    ) -> None:
        """A vessel that stands at a place, full to a share of its height."""
        rows = np.asarray(outside)
        self.glass.append(lathe(rows, sides=28, caps=False).moved(at))
        level = full * rows[-1, 1]
        if level <= 0.004:
            return
        z = np.linspace(0.004, level, 12)
        r = np.maximum(np.interp(z, rows[:, 1], rows[:, 0]) - 0.003, 0.002)
        inside = np.vstack([[0.001, 0.004], np.column_stack([r, z]), [0.001, level]])
        self.liquid.append(lathe(inside, sides=24, caps=False).moved(at).with_data("tint", color))

    def stand(self, at: tuple[float, float, float], color: Color) -> None:
        """A flask held by its neck on a stand, over a burner, and a condenser aslant from it."""
        x, y, z = at
        self.steel += [
            box((0.22, 0.14, 0.014), center=(x, y, z + 0.007), bevel=0.004),
            sweep([(x, y + 0.05, z), (x, y + 0.05, z + 0.62)], 0.007, sides=10),
            sweep([(x, y + 0.05, z + 0.36), (x, y - 0.01, z + 0.36)], 0.006, sides=8),
            lathe([(0.001, 0.0), (0.035, 0.0), (0.035, 0.01), (0.011, 0.016), (0.011, 0.10)], sides=20).moved(
                (x, y, z + 0.014)
            ),
            sweep([(x, y + 0.05, z + 0.175), (x, y - 0.06, z + 0.175)], 0.005, sides=8),
        ]
        self.add(_BULB, (x, y, z + 0.18), color, 0.42)
        arm = np.array([(x, y, z + 0.37), (x + 0.02, y, z + 0.44), (x + 0.06, y, z + 0.45), (x + 0.34, y, z + 0.26)])
        self.glass.append(sweep(arm, 0.009, sides=12))
        self.glass.append(
            sweep(np.linspace(arm[2] + 0.1 * (arm[3] - arm[2]), arm[3] - 0.1 * (arm[3] - arm[2]), 6), 0.024, sides=16)
        )
        self.add(_FLASK, (x + 0.35, y, z + 0.06), color, 0.3)
        self.steel.append(box((0.13, 0.13, 0.06), center=(x + 0.35, y, z + 0.03), bevel=0.008))

    def rack(self, at: tuple[float, float, float], rng: np.random.Generator) -> None:
        """Eight test tubes in a rack."""
        x, y, z = at
        self.steel += [box((0.30, 0.07, 0.008), center=(x, y, z + h), bevel=0.002) for h in (0.012, 0.085)]
        self.steel += [box((0.008, 0.07, 0.11), center=(x + s * 0.15, y, z + 0.055), bevel=0.002) for s in (-1, 1)]
        tube = ((0.001, 0.0), (0.008, 0.003), (0.011, 0.012), (0.011, 0.15), (0.013, 0.152))
        for k in range(8):
            color = _LIQUIDS[int(rng.integers(len(_LIQUIDS)))]
            self.add(tube, (x - 0.123 + 0.035 * k, y, z + 0.015), color, float(rng.uniform(0.3, 0.8)))

    def parts(self) -> Parts:
        """What was gathered, as parts."""
        return {
            "glass": (join(self.glass), things.made_of("glass", (0.9, 0.94, 0.95))),
            "liquid": (join(self.liquid), _liquid()),
            "steel": (join(self.steel), things.made_of("metal", (0.60, 0.62, 0.64))),
        }


def _liquid() -> Material:
    """Clear dye: light that comes through it is in its color all the same where no lamp is behind."""
    tint = attribute("tint")
    return Material(
        color=tint,
        roughness=0.08,
        specular=0.5,
        translucent=0.5,
        emission=tint,
        emission_strength=0.22,
        preview=(0.2, 0.3, 0.5),
    )


def lab_bench(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bench along the fitting's width with a black top over white units, glassware on it; `height` over 1: with a shelf of bottles."""
    parts = _bench(f, DEEP_M)
    wares = _Wares()
    z = BENCH_M
    x, k = -f.width / 2 + 0.28, int(rng.integers(3))
    while x < f.width / 2 - 0.5:
        y = -0.36 + float(rng.normal(0, 0.04))
        color = _LIQUIDS[(k + int(rng.integers(2))) % len(_LIQUIDS)]
        if k % 3 == 0:
            wares.stand((x, y, z), color)
            x += 0.62
        elif k % 3 == 1:
            wares.rack((x + 0.05, y - 0.1, z), rng)
            x += 0.40
        else:
            for n in range(4):
                at = (x + 0.13 * n, y + float(rng.uniform(-0.16, 0.1)), z)
                wares.add(_KINDS[(k + n) % 5], at, _LIQUIDS[(k + n) % len(_LIQUIDS)], float(rng.uniform(0.25, 0.6)))
            x += 0.62
        k += 1
    return parts | wares.parts()


def _bench(f: Fitting, deep: float) -> Parts:
    count = max(1, round(f.width / 0.6))
    wide = f.width / count
    body = [box((f.width, deep - 0.05, 0.76), center=(0, -deep / 2 + 0.01, 0.48), bevel=0.003)]
    steel, fronts = [], []
    for k in range(count):
        x = -f.width / 2 + (k + 0.5) * wide
        rows = ((0.11, 0.36), (0.37, 0.61), (0.62, 0.85)) if k % 2 else ((0.11, 0.68), (0.69, 0.85))
        for low, high in rows:
            for y in (-deep + 0.03, 0.0) if f.gap else (-deep + 0.03,):
                fronts.append(
                    box((wide - 0.012, 0.022, high - low - 0.008), center=(x, y, (low + high) / 2), bevel=0.004)
                )
                out = y + (0.03 if y == 0.0 else -0.03)
                steel.append(sweep([(x - 0.08, out, high - 0.05), (x + 0.08, out, high - 0.05)], 0.006, sides=8))
    top = box((f.width + 0.03, deep + 0.03, 0.035), center=(0, -deep / 2, BENCH_M - 0.0175), bevel=0.006)
    plinth = box((f.width, deep - 0.12, 0.10), center=(0, -deep / 2 + 0.01, 0.05))
    return {
        "units": (join(body), things.made_of("lacquer", (0.62, 0.65, 0.67))),
        "fronts": (join(fronts), things.made_of("lacquer", colors.resolve(f.color))),
        "handles": (join(steel), things.made_of("metal", (0.6, 0.62, 0.64))),
        "plinth": (plinth, things.made_of("lacquer", (0.06, 0.065, 0.07))),
        "top": (
            top,
            Material(color=(0.018, 0.020, 0.024), roughness=0.22, specular=0.5, coat=0.2, preview=(0.03, 0.03, 0.035)),
        ),
    }


def microscope(f: Fitting, rng: np.random.Generator) -> Parts:
    """A binocular microscope on what is so high as the fitting; its eyepieces look towards -y."""
    z = f.height
    white = [
        box((0.20, 0.26, 0.045), center=(0, -0.14, z + 0.022), bevel=0.015),
        box((0.07, 0.075, 0.32), center=(0, -0.045, z + 0.19), bevel=0.02),
        box((0.08, 0.20, 0.07), center=(0, -0.13, z + 0.345), bevel=0.025),
        box((0.13, 0.11, 0.06), center=(0, -0.19, z + 0.395), bevel=0.02),
    ]
    tilt = rotation(x=math.radians(48.0))
    dark = [box((0.17, 0.15, 0.014), center=(0, -0.15, z + 0.155), bevel=0.003)]
    dark += [
        lathe([(0.001, 0.0), (0.022, 0.0), (0.022, 0.085), (0.018, 0.11), (0.001, 0.11)], sides=20)
        .turned(tilt)
        .moved((s * 0.034, -0.21, z + 0.40))
        for s in (-1, 1)
    ]
    dark += [
        lathe([(0.001, -0.02), (0.028, -0.02), (0.028, 0.02), (0.001, 0.02)], sides=20)
        .turned(rotation(y=math.pi / 2))
        .moved((s * 0.05, -0.05, z + 0.10))
        for s in (-1, 1)
    ]
    steel = []
    for k in range(3):
        a = rotation(x=0.38, z=2 * math.pi * k / 3 + 0.3)
        steel.append(
            lathe([(0.001, -0.085), (0.007, -0.085), (0.012, -0.06), (0.013, 0.0), (0.001, 0.0)], sides=16)
            .turned(a)
            .moved((0, -0.15, z + 0.305))
        )
    steel.append(
        lathe([(0.001, 0.0), (0.045, 0.0), (0.045, 0.02), (0.001, 0.028)], sides=24).moved((0, -0.15, z + 0.29))
    )
    lamp = lathe([(0.001, 0.0), (0.024, 0.0), (0.02, 0.014), (0.001, 0.014)], sides=20).moved((0, -0.15, z + 0.045))
    return {
        "body": (join(white), things.made_of("lacquer", (0.66, 0.68, 0.70))),
        "dark": (join(dark), things.made_of("plastic", (0.02, 0.02, 0.024))),
        "lenses": (join(steel), things.made_of("chrome", (0.7, 0.7, 0.7))),
        "lamp": (lamp, _parts.glow("#eaf4ff", 4.0)),
    }


def fume_hood(f: Fitting, rng: np.random.Generator) -> Parts:
    """A fume hood on its base, its sash half up before a lit tiled inside with a distillation going on, a duct up to the ceiling."""
    w, deep, z = f.width, 0.86, BENCH_M
    top = 2.28
    shell = [
        box((0.13, deep, top - z), center=(s * (w / 2 - 0.065), -deep / 2, (top + z) / 2), bevel=0.008) for s in (-1, 1)
    ]
    shell += [
        box((w, deep, 0.26), center=(0, -deep / 2, top - 0.13), bevel=0.008),
        box((0.5, 0.5, 1.2), center=(0, -0.42, top + 0.6)),
    ]
    lining = box((w - 0.2, 0.02, top - z - 0.2), center=(0, -0.03, (top + z) / 2 - 0.08))
    sash = [box((w - 0.24, 0.025, 0.045), center=(0, -deep + 0.06, h), bevel=0.004) for h in (1.48, 2.02)]
    pane = box((w - 0.26, 0.006, 0.52), center=(0, -deep + 0.06, 1.75))
    lamp = box((w - 0.5, 0.10, 0.012), center=(0, -deep / 2, top - 0.27))
    knobs = [
        lathe([(0.001, 0.0), (0.016, 0.0), (0.014, 0.025), (0.001, 0.025)], sides=16)
        .turned(rotation(x=math.pi / 2))
        .moved((s * (w / 2 - 0.065), -deep, h))
        for s in (-1, 1)
        for h in (1.0, 1.09, 1.18)
    ]
    wares = _Wares()
    wares.stand((-0.32, -0.42, z), _LIQUIDS[2])
    wares.add(_BULB, (0.34, -0.5, z), _LIQUIDS[3], 0.4)
    wares.add(_BEAKER, (0.22, -0.62, z), _LIQUIDS[0], 0.5)
    base = {f"base {k}": v for k, v in _bench(f, deep).items()}
    return (
        base
        | wares.parts()
        | {
            "shell": (join(shell), things.made_of("lacquer", (0.60, 0.63, 0.65))),
            "lining": (
                lining,
                Material(
                    color=(0.7, 0.74, 0.76),
                    roughness=0.4,
                    emission=(0.75, 0.9, 1.0),
                    emission_strength=0.28,
                    preview=(0.7, 0.8, 0.85),
                ),
            ),
            "sash": (join(sash), things.made_of("metal", (0.5, 0.52, 0.54))),
            "pane": (pane, things.made_of("glass", (0.9, 0.94, 0.95))),
            "strip": (lamp, _parts.glow("#e4f3ff", 3.0)),
            "knobs": (join(knobs), things.made_of("plastic", (0.6, 0.05, 0.03))),
        }
    )


def bottle_shelves(f: Fitting, rng: np.random.Generator) -> Parts:
    """Three steel shelves of bottles on the wall, from 1.40 m up to the fitting's height."""
    deep = 0.24
    levels = np.linspace(1.40, f.height - 0.28, 3)
    frame = [box((f.width, deep, 0.02), center=(0, -deep / 2, z), bevel=0.003) for z in levels]
    frame += [
        box((0.02, deep, f.height - 1.36), center=(s * f.width / 2, -deep / 2, (f.height + 1.36) / 2), bevel=0.003)
        for s in (-1, 1)
    ]
    body, labels = [], []
    wares = _Wares()
    one = lathe(_BOTTLE, sides=22, caps=False)
    cap = lathe([(0.022, 0.18), (0.022, 0.21), (0.001, 0.211)], sides=18, caps=False)
    label = lathe([(0.0487, 0.035), (0.0487, 0.105)], sides=22, caps=False)
    for z in levels:
        x = -f.width / 2 + 0.08
        while x < f.width / 2 - 0.07:
            size = float(rng.uniform(0.7, 1.12))
            at = (x, -0.12 + float(rng.normal(0, 0.015)), float(z) + 0.01)
            if rng.random() < 0.3:
                wares.add(
                    _KINDS[int(rng.integers(3))],
                    at,
                    _LIQUIDS[int(rng.integers(len(_LIQUIDS)))],
                    float(rng.uniform(0.3, 0.7)),
                )
                x += 0.135
                continue
            tone = (
                _BROWN
                if rng.random() < 0.5
                else _LIQUIDS[int(rng.integers(len(_LIQUIDS)))]
                if rng.random() < 0.4
                else (0.62, 0.64, 0.64)
            )
            body += [
                one.scaled(size).moved(at).with_data("tint", tone),
                cap.scaled(size).moved(at).with_data("tint", (0.02, 0.02, 0.025)),
            ]
            labels.append(label.scaled(size).moved(at))
            x += 0.118 * size
    wares.steel.append(join(frame))
    return wares.parts() | {
        "bottles": (
            join(body),
            Material(color=attribute("tint"), roughness=0.1, specular=0.55, coat=0.4, preview=(0.2, 0.1, 0.05)),
        ),
        "labels": (join(labels), things.made_of("paper", (0.72, 0.71, 0.66))),
    }


_ROWS = ((0, 17), (0, 1, *range(12, 18)), (0, 1, *range(12, 18)), *(tuple(range(18)) for _ in range(4)))
"""Which of the 18 groups have an element in the seven periods."""


def element_chart(f: Fitting, rng: np.random.Generator) -> Parts:
    """The periodic table as a wall chart over the fitting's width, its middle 1.75 m up: a cell for every element, in its group's color."""
    cell = f.width / 20
    families = {0: (0.62, 0.10, 0.08), 1: (0.75, 0.36, 0.05), 17: (0.32, 0.14, 0.52), 16: (0.10, 0.42, 0.22)}
    cells: list[Shape] = []

    def put(column: int, row: float, color: Color) -> None:
        at = ((column - 8.5) * cell, -0.018, 1.75 + (4.2 - row) * cell * 1.1)
        cells.append(box((cell * 0.88, 0.004, cell * 0.96), center=at).with_data("tint", color))

    for row, columns in enumerate(_ROWS):
        for column in columns:
            metal, other = (0.10, 0.30, 0.58), (0.06, 0.46, 0.42) if column < 15 else (0.62, 0.55, 0.10)
            put(column, row, families.get(column, metal if column < 12 else other))
    for below in (7.6, 8.6):
        for column in range(3, 17):
            put(column, below, (0.58, 0.24, 0.36))
    back = box((f.width, 0.012, cell * 1.1 * 11.4), center=(0, -0.008, 1.75), bevel=0.002)
    rods = [
        sweep(
            [(-f.width / 2 - 0.03, -0.012, 1.75 + s * cell * 6.3), (f.width / 2 + 0.03, -0.012, 1.75 + s * cell * 6.3)],
            0.014,
            sides=10,
        )
        for s in (-1, 1)
    ]
    ink = Material(color=attribute("tint"), roughness=0.6, specular=0.25, preview=(0.3, 0.3, 0.4))
    return {
        "paper": (back, things.made_of("paper", (0.70, 0.70, 0.67))),
        "cells": (join(cells), ink),
        "rods": (join(rods), things.made_of("lacquer", (0.03, 0.03, 0.035))),
    }
