"""The Eiffel Tower: four legs of lattice that meet over arches and three platforms, brown, 60 m tall as a thing among others."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import F64, Shape, box, join, lathe, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("eiffel tower",)
EXAMPLE = "The Eiffel Tower"
COLOR = "#6b5236"
HOME = ("seine", "park", "studio")
HIGH_M = 60.0  # as a thing: the whole of it has to stand behind people
TRUE_M = 330.0
# Height over the ground, half the width outside, how wide a leg is. Read off elevations of the real one, in metres.
_PROFILE = (
    (0.0, 62.0, 25.0), (20.0, 52.5, 22.0), (40.0, 43.0, 18.5), (57.0, 35.5, 15.5), (80.0, 27.0, 12.5), (100.0, 21.6, 10.4),
    (115.0, 18.6, 9.3), (135.0, 15.0, 8.0), (160.0, 12.0, 7.2), (195.0, 9.2, 9.2), (235.0, 6.9, 6.9), (276.0, 5.0, 5.0),
)  # fmt: skip
_JOINED_M = 180.0  # from here up the legs are one shaft


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The tower somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The tower, HIGH_M tall."""
    made = lattice().scaled(HIGH_M / TRUE_M)
    return things.scaled(
        Thing(
            nodes=(things.mesh("eiffel tower", made, "iron"),),
            materials={"iron": things.made_of(params.material or "lacquer", params.color)},
            view_rad=0.35,
        ),
        params.size,
    )


def lattice(stout: float = 1.0) -> Shape:
    """The whole tower in its true size, one material; its bars `stout` times as thick, so that they are seen from farther off."""
    return join([*_legs(stout), _shaft(stout), *_arches(), *_platforms(), _summit()])


def _half(z: F64 | float) -> F64:
    return np.asarray(np.interp(z, [p[0] for p in _PROFILE], [p[1] for p in _PROFILE]))


def _leg(z: F64 | float) -> F64:
    return np.asarray(np.interp(z, [p[0] for p in _PROFILE], [p[2] for p in _PROFILE]))


def _rod(points: Sequence[Sequence[float]] | F64, thick: float) -> Shape:
    return sweep(np.asarray(points, float), thick, sides=4)


def _cage(corners: F64, chord: float, brace: float) -> Shape:
    """A square tube of lattice through corners (levels, 4, 3): its chords, and a cross and a bar on each side of each level."""
    parts = [_rod(corners[:, k], chord) for k in range(4)]
    for low, high in itertools.pairwise(corners):
        for k in range(4):
            j = (k + 1) % 4
            parts += [_rod([low[k], high[j]], brace), _rod([low[j], high[k]], brace), _rod([high[k], high[j]], brace)]
    return join(parts)


def _legs(stout: float) -> list[Shape]:
    levels = np.concatenate(
        [np.linspace(0.0, 57.0, 8), np.linspace(57.0, 115.0, 9)[1:], np.linspace(115.0, _JOINED_M, 8)[1:]]
    )
    outer, wide = _half(levels), _leg(levels)
    inner = np.maximum(outer - wide, 0.35)
    square = [(outer, outer), (inner, outer), (inner, inner), (outer, inner)]
    corners = np.stack([np.column_stack([a, b, levels]) for a, b in square], axis=1)
    one = _cage(corners, 1.15 * stout, 0.5 * stout)
    return [one.turned(rotation(z=k * math.pi / 2)) for k in range(4)]


def _shaft(stout: float) -> Shape:
    levels = np.linspace(_JOINED_M, 276.0, 15)
    half = _half(levels)
    corners = np.stack(
        [np.column_stack([a * half, b * half, levels]) for a, b in ((1, 1), (-1, 1), (-1, -1), (1, -1))], axis=1
    )
    return _cage(corners, 1.0 * stout, 0.42 * stout)


def _arches() -> list[Shape]:
    """The arch between two legs under the first platform, on each side, as a double rim with bars."""
    a = np.linspace(0.12, math.pi - 0.12, 41)
    made = []
    for k in range(4):
        rims = []
        for r, h in ((37.0, 39.0), (34.0, 36.0)):
            z = 12.0 + h * np.sin(a)
            y = -_half(z) + 0.6
            rims.append(np.column_stack([r * np.cos(a), y, z]))
        parts = [_rod(rim, 0.9) for rim in rims]
        parts += [_rod([rims[0][i], rims[1][min(i + 1, 40)]], 0.35) for i in range(0, 41, 2)]
        made.append(join(parts).turned(rotation(z=k * math.pi / 2)))
    return made


def _platforms() -> list[Shape]:
    made = []
    for z, half, hole, tall in ((57.0, 37.5, 13.0, 4.6), (115.0, 20.5, 0.0, 3.6), (276.0, 7.6, 0.0, 3.2)):
        if hole:
            wide = half - hole
            bars = [box((2 * half, wide, tall), center=(0, s * (half - wide / 2), z)) for s in (-1, 1)]
            bars += [box((wide, 2 * hole, tall), center=(s * (half - wide / 2), 0, z)) for s in (-1, 1)]
            made += bars
        else:
            made.append(box((2 * half, 2 * half, tall), center=(0, 0, z)))
        made.append(box((2 * half + 1.4, 2 * half + 1.4, 0.7), center=(0, 0, z + tall / 2 - 0.2)) if not hole else join(
            [box((2 * half + 1.6, 1.2, 1.0), center=(0, s * half, z + tall / 2)) for s in (-1, 1)]
            + [box((1.2, 2 * half + 1.6, 1.0), center=(s * half, 0, z + tall / 2)) for s in (-1, 1)]
        ))  # fmt: skip
    return made


def _summit() -> Shape:
    """Cabin, dome and mast."""
    cabin = box((9.0, 9.0, 6.5), center=(0, 0, 281.0))
    dome = lathe([(4.6, 284.0), (4.2, 287.0), (2.6, 292.0), (1.9, 296.0), (1.9, 300.0)], sides=16)
    mast = lathe([(0.9, 300.0), (0.7, 316.0), (0.25, 317.0), (0.12, 330.0)], sides=8)
    return join([cabin, dome, mast])
