"""A fire truck: a red lorry with lockers along its sides, a ladder on its roof and flashing lights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.vehicles import _emergency, truck
from filmwright.scene.shapes import Shape, box, join, lathe, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("fire truck", "fire engine")
EXAMPLE = "A fire truck on a city street"
COLOR = "#b3120e"
HOME = truck.HOME
SPEEDS = {"drive": 8.0, "move": 5.0, "slow_down": 4.0, "accelerate": 9.0}

Params = truck.Params
_SIDE_M = 1.25  # half width of the body
_ROOF_M = 3.575
_LOCKERS = ((1.42, 0.55), (0.45, -0.85), (-0.95, -2.15), (-2.25, -3.55))
"""From where to where along the body each locker is."""


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The fire truck somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The fire truck."""
    made = truck.build(params._replace(scale=1.0))
    x = _SIDE_M + 0.004
    band = [box((0.012, 5.62, 0.26), center=(s * x, -1.05, 1.36), bevel=0.003) for s in (-1, 1)]
    band += [box((0.012, 1.70, 0.20), center=(s * 1.206, 3.0, 1.36), bevel=0.003) for s in (-1, 1)]
    band.append(box((2.2, 0.012, 0.26), center=(0, -3.875, 1.36), bevel=0.003))
    extra = (
        things.mesh("fire shutters", _shutters(), "shutter"),
        things.mesh("fire band", join(band), "yellow"),
        things.mesh("fire word", _emergency.word("FIRE", 0.34, x + 0.006, -1.05, 3.28, width=0.06), "yellow"),
        things.mesh("fire ladder", _ladder(), "metal"),
        things.mesh("fire hoses", _hoses(), "hose"),
        things.mesh("fire panel", _panel(), "metal"),
        *_emergency.bar("fire", 3.05, 3.00, 2.0, deep=0.36, high=0.20),
        *_emergency.bar("fire rear", -3.55, _ROOF_M, 1.6, deep=0.24, high=0.16),
    )
    materials = {
        **made.materials,
        **_emergency.materials(_emergency.RED, _emergency.BLUE),
        "box": things.made_of("lacquer", params.color),
        "shutter": things.made_of("metal", (0.60, 0.61, 0.63)),
        "yellow": things.made_of("lacquer", (0.78, 0.56, 0.05)),
        "hose": things.made_of("rubber", (0.30, 0.24, 0.10)),
    }
    # The shield over the cab is a lorry's, for its high box.
    return things.scaled(replace(made, nodes=(*made.nodes, *extra), materials=materials), params.scale)


def _shutters() -> Shape:
    """Roller shutters: slats in frames."""
    made = []
    for s in (-1, 1):
        for front, rear in _LOCKERS:
            middle, wide = (front + rear) / 2, front - rear
            for k in range(17):
                made.append(
                    box(
                        (0.022, wide - 0.06, 0.078),
                        center=(s * (_SIDE_M + 0.002), middle, 1.60 + 0.085 * k),
                        bevel=0.008,
                    )
                )
            made += [
                box((0.035, 0.045, 1.52), center=(s * (_SIDE_M + 0.004), y, 2.28), bevel=0.008) for y in (front, rear)
            ]
            made.append(box((0.05, 0.16, 0.035), center=(s * (_SIDE_M + 0.02), middle, 1.56), bevel=0.01))
    return join(made)


def _ladder() -> Shape:
    """A ladder of two parts on its turntable, laid along the roof and out over the cab."""
    made = [
        lathe([(0.001, 0.0), (0.62, 0.0), (0.62, 0.16), (0.50, 0.22), (0.001, 0.22)], sides=40, caps=False).moved(
            (0, -2.9, _ROOF_M)
        ),
        box((0.7, 0.9, 0.42), center=(0, -2.9, _ROOF_M + 0.40), bevel=0.05),
    ]
    for half, high, front in ((0.40, _ROOF_M + 0.46, 2.9), (0.31, _ROOF_M + 0.60, 3.5)):
        for s in (-1, 1):
            for up in (0.0, 0.26):
                made.append(sweep([(s * half, -3.3, high + up), (s * half, front, high + up)], 0.030, sides=8))
            rungs = np.arange(-3.2, front, 0.36)
            made += [
                sweep(
                    [(s * half, y, high), (s * half, y + 0.18, high + 0.26), (s * half, y + 0.36, high)], 0.014, sides=6
                )
                for y in rungs[:-1]
            ]
        made += [sweep([(-half, y, high), (half, y, high)], 0.020, sides=8) for y in np.arange(-3.2, front, 0.30)]
    return join(made)


def _hoses() -> Shape:
    """Coils of hose behind the cab, left and right."""
    made = []
    for s in (-1, 1):
        for k in range(4):
            turn = np.linspace(0, 2 * np.pi, 60)
            r = 0.12 + 0.055 * k
            made.append(
                sweep(
                    np.column_stack([np.full(60, s * 1.235), 1.80 + r * np.cos(turn), 1.95 + r * np.sin(turn)]),
                    0.030,
                    sides=8,
                )
            )
    return join(made)


def _panel() -> Shape:
    """Valves and gauges under the hoses."""
    made = []
    for s in (-1, 1):
        made.append(box((0.03, 0.36, 0.60), center=(s * 1.205, 1.80, 1.25), bevel=0.01))
        for k in range(3):
            disc = lathe([(0.001, 0.05), (0.07, 0.05), (0.08, 0.0)], sides=24, caps=False).turned(
                rotation(y=s * np.pi / 2)
            )
            made.append(disc.moved((s * 1.22, 1.80, 1.06 + 0.19 * k)))
    return join(made)
