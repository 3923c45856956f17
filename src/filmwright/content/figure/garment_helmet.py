"""A helmet that closes round the whole head: a shell, the visor in its opening, the rim between them, the ring it stands on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure.garment import F64
from filmwright.content.figure.garment_fit import Fit
from filmwright.content.figure.garment_head import head
from filmwright.scene.shapes import Shape, join, lathe, rings, rotation, sweep

TURN = np.linspace(0, 2 * np.pi, 96, endpoint=False)
"""Directions round the line of sight; pi/2 is down."""

_ACROSS, _UP, _DOWN = 1.20, 0.86, 0.78  # half the visor's opening in radians; chosen
_SHELL = 1.045  # the shell against the visor


class Helmet(NamedTuple):
    """An ellipsoid round the head: center (3,), radii (3,) in metres, and the head's size against the reference head."""

    center: F64
    radii: F64
    size: float

    def at(self, polar: F64 | float, turn: F64, scale: float = 1.0) -> F64:
        """Points (k, 3) `polar` radians off the line of sight in the directions `turn` (k,)."""
        polar = np.broadcast_to(polar, turn.shape)
        way = np.column_stack(
            [np.sin(polar) * np.cos(turn), -np.cos(polar), -np.sin(polar) * np.sin(turn)],
        )
        return np.asarray(self.center + scale * self.radii * way)

    def opening(self) -> F64:
        """How far off the line of sight (96,) the visor reaches in each direction of TURN: wide, with round corners."""
        high = np.where(np.sin(TURN) > 0, _DOWN, _UP)
        return np.asarray(((np.abs(np.cos(TURN)) / _ACROSS) ** 3 + (np.abs(np.sin(TURN)) / high) ** 3) ** (-1 / 3))


def helmet(fit: Fit) -> Helmet:
    """The Helmet that leaves a head room to nod."""
    it = head(fit)
    skin = fit.body.points[it.skin]
    low, high = skin[:, 1].min(), skin[:, 1].max()
    center = np.array([0.0, 0.45 * low + 0.55 * high - 0.008 * it.size, it.eyes - 0.022 * it.size])
    return Helmet(center, np.array([0.163, 0.180, 0.176]) * it.size, it.size)


def visor(it: Helmet) -> Shape:
    """The pane, bulging forward."""
    share = np.linspace(0.03, 1.0, 26)
    return rings(np.array([it.at(q * it.opening(), TURN) for q in share]))


def shell(it: Helmet) -> Shape:
    """The hard shell round the opening, open in front."""
    edge = it.opening()
    rows = [it.at(edge, TURN, 0.97), it.at(edge, TURN, _SHELL - 0.008), it.at(edge + 0.03, TURN, _SHELL)]
    rows += [it.at(edge + 0.03 + (np.pi - 0.05 - edge) * q, TURN, _SHELL) for q in np.linspace(0.05, 1.0, 30)]
    return rings(np.array(rows), caps=False)


def rim(it: Helmet) -> Shape:
    """The frame of the visor."""
    return sweep(it.at(it.opening(), TURN, _SHELL - 0.004), 0.0065 * it.size, sides=8, closed=True)


def pivots(it: Helmet) -> Shape:
    """The discs at the temples about which the visor turns up."""
    disc = lathe([(0.036, -0.012), (0.036, 0.006), (0.031, 0.011), (0.012, 0.012), (0.010, 0.016)], sides=28)
    disc = disc.scaled(it.size)
    out = [
        disc.turned(rotation(y=side * np.pi / 2)).moved(
            it.center + np.array([side * _SHELL * it.radii[0] * 0.985, 0.012 * it.size, 0.012 * it.size])
        )
        for side in (1, -1)
    ]
    return join(out)


def collar(center: F64, radius: float, size: float, tilt_rad: float) -> Shape:
    """The ring on which the helmet locks, about a center (3,), lower in front by a tilt."""
    groove = ((1.0, 0.001), (0.97, 0.007), (0.965, 0.010), (1.0, 0.013))
    profile = ((1.0, -0.016), *groove, (1.0, 0.021), (0.95, 0.028), (0.86, 0.028), (0.86, -0.016))
    rows = [(radius * r, z * size) for r, z in profile]
    return lathe(rows, sides=64, closed=True).turned(rotation(x=tilt_rad)).moved(center)
