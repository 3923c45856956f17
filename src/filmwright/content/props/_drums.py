"""Drums and cymbals: shells with hoops, lugs and heads."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import forms
from filmwright.scene.shapes import Shape, box, join, rotation


class Drum(NamedTuple):
    """A drum about the z axis from z = 0 up: its shell; hoops, lugs and rods of metal; its heads."""

    shell: Shape
    metal: Shape
    head: Shape

    def placed(self, turn: np.ndarray[tuple[int, int], np.dtype[np.float64]], at: tuple[float, float, float]) -> Drum:
        """The drum turned, then moved."""
        return Drum(*(part.turned(turn).moved(at) for part in self))


def drum(radius: float, high: float, lugs: int = 8) -> Drum:
    """A drum of a radius and height."""
    shell = forms.turned(
        [(radius - 0.004, 0.012), (radius, 0.014), (radius, high - 0.014), (radius - 0.004, high - 0.012)], sides=72
    )
    hoops = [
        forms.turned(
            [(radius + 0.004, z), (radius + 0.013, z), (radius + 0.014, z + 0.024), (radius + 0.004, z + 0.024)],
            sides=72,
        )
        for z in (-0.004, high - 0.020)
    ]
    metal = [*hoops]
    for k in range(lugs):
        a = 2 * math.pi * k / lugs
        c, s = math.cos(a), math.sin(a)
        r = radius + 0.011
        metal.append(forms.rod((r * c, r * s, 0.0), (r * c, r * s, high), 0.0032, sides=8))
        lug = box((0.016, 0.020, min(0.055, 0.3 * high)), center=(radius + 0.008, 0, high / 2), bevel=0.005)
        metal.append(lug.turned(rotation(z=a)))
    heads = [
        forms.turned([(radius + 0.004, z), (0.93 * radius, z + d), (0.001, z + d)], sides=72)
        for z, d in ((high - 0.001, 0.004), (0.001, -0.003))
    ]
    return Drum(shell, join(metal), join(heads))


def cymbal(radius: float) -> Shape:
    """A cymbal about the origin, its cup up, ridged."""
    r = np.linspace(0.012, radius, 60)
    cup = 0.020 * np.clip(1 - (r / (0.24 * radius)) ** 2, 0, 1) ** 0.6
    bow = 0.10 * radius * (1 - (r / radius) ** 1.7) * 0.55
    ridge = 0.0006 * np.sin(r * 900.0)
    z = cup + bow + ridge
    return forms.turned(
        np.concatenate([np.column_stack([r, z]), np.column_stack([r[::-1], z[::-1] - 0.0016])]), sides=72
    )


def tripod(high: float, reach: float, radius: float = 0.010) -> Shape:
    """A stand's tube on three feet, from the floor to `high`."""
    parts = [
        forms.rod((0, 0, 0.10), (0, 0, high), radius),
        forms.rod((0, 0, high * 0.42), (0, 0, high * 0.47), radius * 1.9),
        forms.rod((0, 0, high * 0.66), (0, 0, high * 0.70), radius * 1.8),
    ]
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        foot = np.array([reach * math.cos(a), reach * math.sin(a), 0.012])
        parts += [
            forms.rod((0, 0, 0.30), foot, radius * 0.8),
            forms.rod((0, 0, 0.11), 0.55 * foot + [0, 0, 0.12], radius * 0.6),
            forms.turned([(0.018, -0.012), (0.016, 0.012)], foot, sides=14),
        ]
    return join(parts)
