"""A hot-air balloon in flight: a striped envelope, its flame, ropes and a wicker basket."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("hot air balloon", "air balloon")
EXAMPLE = "A hot air balloon over a meadow"
COLOR = "red"
HOME = ("meadow", "savanna", "snow_valley", "studio")
SPEEDS = {"fly": 1.2, "float": 0.8, "move": 1.2, "rise": 0.3, "take_off": 0.3, "land": 0.5}
CLIMBS = ("straight",)
CEILING_M = (6.0,)
WIDE_M, HIGH_M = 14.0, 15.5
_MOUTH_M = 3.4  # height of the envelope's mouth over the basket's floor
_GORES = 24


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The balloon somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The balloon with nobody in its basket."""
    slots = (0, 1, 2, 1) if params.seed % 2 else (0, 0, 1, 2)
    envelope = _envelope(slots)
    skirt = lathe([(1.12, _MOUTH_M - 0.75), (1.25, _MOUTH_M + 0.15)], sides=48, caps=False)
    ropes = []
    for k in range(12):
        a = 2 * math.pi * k / 12 + 0.1
        end = np.array(
            [
                0.62 * np.sign(math.cos(a)) * abs(math.cos(a)) ** 0.4,
                0.5 * np.sign(math.sin(a)) * abs(math.sin(a)) ** 0.4,
                1.12,
            ]
        )
        ropes.append(forms.rod(end, (1.2 * math.cos(a), 1.2 * math.sin(a), _MOUTH_M), 0.012, sides=6))
    frame = [forms.rod((x * 0.56, y * 0.44, 1.05), (x * 0.30, y * 0.25, 2.15), 0.024) for x in (-1, 1) for y in (-1, 1)]
    frame += [
        box((0.75, 0.62, 0.06), center=(0, 0, 2.17), bevel=0.02),
        forms.turned([(0.13, 2.15), (0.15, 2.45), (0.12, 2.5)]),
    ]
    flame = lathe(curve([(0.05, 2.48), (0.17, 2.75), (0.15, 3.2), (0.06, 3.8), (0.002, 4.2)], 20), sides=24)
    bags = [
        forms.loft(
            [(-0.10, 0.03, 0.75, 0.06), (-0.06, 0.07, 0.75, 0.16), (0.06, 0.07, 0.75, 0.16), (0.10, 0.03, 0.75, 0.06)]
        ).moved((0.69, y, 0))
        for y in (-0.25, 0.25)
    ]
    nodes = (
        things.mesh("balloon envelope", envelope, "first", "second", "third", sharp_rad=None),
        things.mesh("balloon skirt", skirt, "third", sharp_rad=None),
        things.mesh("balloon ropes", join(ropes), "rope"),
        things.mesh("balloon burner", join(frame), "metal"),
        things.mesh("balloon flame", flame, "flame", sharp_rad=None),
        things.mesh("balloon basket", _basket(), "wicker"),
        things.mesh("balloon rim", join([_rim(1.1, 0.055), _rim(0.05, 0.05), *bags]), "leather"),
    )
    first = params.color
    second = (
        colors.resolve("#f0c43a") if first[0] < 3 * first[2] or first[0] > 3 * first[1] else colors.resolve("#c8302a")
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "first": _ripstop(first),
            "second": _ripstop(second),
            "third": _ripstop(colors.resolve("#2c4f9e") if first[2] < 0.25 else colors.resolve("#e9e4d6")),
            "rope": _parts.plain("cotton", "#5a4a38"),
            "metal": _parts.plain("metal", "#8a8c90"),
            "flame": _parts.glow("#ffb347", 6.0),
            "wicker": _wicker(),
            "leather": _parts.plain("leather", "#5b3620"),
        },
        view_rad=0.3,
        lift_m=2.6,
        hollow=(0.0, 0.0, 0.1),
    )
    return things.scaled(thing, params.size)


def _envelope(slots: tuple[int, ...]) -> Shape:
    """The envelope: round above, tapering to its mouth, each gore bulging between its tapes."""
    top = _MOUTH_M + HIGH_M
    line = curve(
        [
            (1.22, _MOUTH_M),
            (2.6, _MOUTH_M + 2.2),
            (4.7, _MOUTH_M + 5.0),
            (6.4, _MOUTH_M + 8.0),
            (7.0, _MOUTH_M + 10.6),
            (6.3, _MOUTH_M + 13.0),
            (4.4, _MOUTH_M + 14.7),
            (2.0, _MOUTH_M + 15.35),
            (0.02, top),
        ],
        60,
    )
    per = 8
    a = np.arange(_GORES * per) * 2 * math.pi / (_GORES * per)
    puff = np.abs(np.sin(_GORES * a / 2))
    stack = []
    for r, z in line:
        wide = r * WIDE_M / 14.0 * (1 + 0.022 * puff)
        stack.append(np.column_stack([wide * np.cos(a), wide * np.sin(a), np.full(len(a), z)]))
    made = rings(np.array(stack), caps=False)

    def slot(m: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        gore = np.floor((np.arctan2(m[:, 1], m[:, 0]) % (2 * math.pi)) / (2 * math.pi) * _GORES).astype(np.int64)
        band = ((m[:, 2] > _MOUTH_M + 7.6) & (m[:, 2] < _MOUTH_M + 9.6)).astype(np.int64)
        return np.asarray(np.array(slots)[(gore + 2 * band) % len(slots)])

    return forms.slotted(made, slot)


def _ripstop(color: Color) -> Material:
    """Thin coated nylon that the light shines through."""
    soft = noise(coords("rest"), scale=0.5, detail=3)
    deep: Color = (0.82 * color[0], 0.82 * color[1], 0.82 * color[2])
    return Material(
        color=mix(deep, color, soft),
        roughness=0.5,
        specular=0.3,
        translucent=0.35,
        bumps=(Bump(height=noise(coords("rest"), scale=2.0, detail=3), strength=0.2, distance_m=0.05),),
        preview=color,
    )


def _outline(half: float = 0.0) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return rounded_rectangle(1.30 + half, 1.06 + half, 0.16, per_corner=8)


def _basket() -> Shape:
    """The basket, open above, a little wider at its rim."""
    rows = []
    for z, k in ((0.0, 0.0), (0.0, 0.93), (0.55, 0.96), (1.1, 1.0), (1.1, 0.94), (0.1, 0.87), (0.1, 0.01)):
        o = _outline() * max(k, 0.01)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(rows), caps=False)


def _rim(z: float, thick: float) -> Shape:
    o = _outline(0.02) * (0.93 + 0.07 * z / 1.1)
    return sweep(np.column_stack([o, np.full(len(o), z)]), thick, sides=10, closed=True)


def _wicker() -> Material:
    """Woven willow."""
    rest = coords("rest")
    around = op("add", op("x", rest), op("y", rest))
    weave = op("sin", op("z", rest) * 130.0) * op("sin", around * 60.0)
    return Material(
        color=mix(
            (0.12, 0.06, 0.022),
            (0.46, 0.28, 0.12),
            op("clamp", weave * 0.5 + 0.5 + (noise(rest, scale=20.0) - 0.5) * 0.6),
        ),
        roughness=0.7,
        bumps=(Bump(height=weave, strength=0.8, distance_m=0.012),),
        preview=(0.34, 0.2, 0.09),
    )
