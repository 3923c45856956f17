"""A teddy bear that sits: plush, a pale muzzle with a stitched nose, round ears, felt paws, a bow."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _fur
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("teddy bear", "plush bear", "teddy")
EXAMPLE = "A teddy bear in a studio"
COLOR = "light_brown"
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
_HEAD = np.array([0.0, 0.012, 0.276])


class Params(NamedTuple):
    """One bear: linear color of its plush, of its bow, its size against the usual, and how its plush lies."""

    color: Color
    bow: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A bear with a bow in red, or in blue if it is red itself."""
    bow = "#a3202a" if member.color not in ("red", "dark_red", "pink", "crimson") else "#23519c"
    usual = member.model_copy(update={"color": None})
    return Params(
        things.color_of(member, COLOR), things.color_of(usual, bow), things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The bear, sitting, its face in front (+Y)."""
    rng = np.random.default_rng(params.seed)
    dark, pale = _body(), _muzzle()
    coat = _fur.plush(dark, 64000, 0.0095, rng)
    shade = rng.permutation(len(coat)) % 5
    muzzle = _fur.plush(pale, 9000, 0.0055, rng, lie=0.35)
    radii = np.array([0.00036, 0.00032, 0.00026, 0.00012])
    tones = (params.color, toned(params.color, 0.75), toned(params.color, 1.5))
    cream = toned(params.color, 2.1)
    hairs = [
        Strands(name=f"bear plush {k}", points=coat[np.isin(shade, pick)], radii=radii, material=f"plush {k}")
        for k, pick in enumerate(((0, 1), (2,), (3, 4)))
    ]
    hairs.append(Strands(name="bear muzzle plush", points=muzzle, radii=radii, material="cream"))
    thing = Thing(
        nodes=(
            things.mesh("bear body", dark, "skin", sharp_rad=None),
            things.mesh("bear muzzle", pale, "cream", sharp_rad=None),
            things.mesh("bear pads", _pads(), "felt", sharp_rad=None),
            things.mesh("bear nose", join(_nose()), "thread", sharp_rad=None),
            things.mesh("bear eyes", join(_eyes()), "eye", sharp_rad=None),
            things.mesh("bear bow", join(_bow()), "bow", sharp_rad=None),
            *hairs,
        ),
        materials={
            "skin": things.made_of("felt", toned(params.color, 0.5)),
            **{f"plush {k}": _strand(c) for k, c in enumerate(tones)},
            "cream": _strand(cream),
            "felt": things.made_of("felt", cream),
            "thread": Material(color=(0.012, 0.009, 0.008), roughness=0.45, specular=0.4, preview=(0.01, 0.01, 0.01)),
            "eye": Material(
                color=(0.016, 0.008, 0.005), roughness=0.08, specular=0.6, coat=0.8, preview=(0.01, 0.01, 0.01)
            ),
            "bow": things.made_of("silk", params.bow),
        },
        view_rad=0.3,
        face=(0.0, 0.05, 0.27),
        face_m=0.16,
        top=(0.0, 0.12, 0.07),
    )
    return things.scaled(thing, params.size)


def _strand(color: Color) -> Material:
    """Plush of a color: matte, as fine strands are."""
    return Material(color=color, roughness=0.7, specular=0.12, preview=color)


def _limb(points: list[tuple[float, float, float]], radii: list[float]) -> Shape:
    """A stuffed arm or leg, round at both ends."""
    path = curve(np.array(points), 22)
    r = curve(np.array(radii)[:, None], 22)[:, 0]
    ends = np.minimum(1.0, np.sqrt(np.clip(np.linspace(0.02, 1, 22) * 8, 0, 1)) * np.ones(22)) * np.sqrt(
        np.clip((1.02 - np.linspace(0, 1, 22)) * 9, 0, 1)
    )
    return sweep(path, r * ends, sides=24)


def _body() -> Shape:
    """Everything in the main color: trunk, head, ears, limbs."""
    parts = [
        ball((0.083, 0.070, 0.098), center=(0, -0.01, 0.105), sides=36, levels=22),
        ball((0.086, 0.072, 0.074), center=tuple(_HEAD), sides=36, levels=22),
        ball((0.062, 0.044, 0.044), center=_HEAD + [0, 0.022, -0.032], sides=28, levels=16),
    ]
    for s in (-1, 1):
        ear = ball((0.034, 0.015, 0.034), sides=24, levels=14).turned(rotation(y=0.35 * s))
        parts.append(ear.moved(_HEAD + [0.064 * s, -0.008, 0.058]))
        parts.append(
            _limb(
                [
                    (0.066 * s, 0.0, 0.180),
                    (0.105 * s, 0.018, 0.150),
                    (0.125 * s, 0.050, 0.112),
                    (0.128 * s, 0.075, 0.092),
                ],
                [0.026, 0.031, 0.029, 0.027],
            )
        )
        parts.append(
            _limb(
                [
                    (0.050 * s, 0.0, 0.050),
                    (0.070 * s, 0.055, 0.046),
                    (0.088 * s, 0.110, 0.043),
                    (0.095 * s, 0.140, 0.050),
                ],
                [0.040, 0.042, 0.038, 0.036],
            )
        )
        parts.append(ball((0.037, 0.020, 0.043), center=(0.097 * s, 0.152, 0.050), sides=26, levels=14))
    return join(parts)


def _muzzle() -> Shape:
    """The pale snout and the insides of the ears."""
    parts = [ball((0.042, 0.038, 0.031), center=_HEAD + [0, 0.062, -0.022], sides=28, levels=16)]
    for s in (-1, 1):
        ear = ball((0.020, 0.008, 0.020), sides=20, levels=12).turned(rotation(y=0.35 * s))
        parts.append(ear.moved(_HEAD + [0.064 * s, 0.006, 0.057]))
    return join(parts)


def _pads() -> Shape:
    """Felt soles and palms."""
    parts = []
    for s in (-1, 1):
        parts.append(ball((0.027, 0.010, 0.032), center=(0.097 * s, 0.170, 0.049), sides=26, levels=12))
        palm = ball((0.016, 0.016, 0.008), sides=22, levels=12).turned(rotation(x=-0.75, y=-0.2 * s))
        parts.append(palm.moved((0.126 * s, 0.092, 0.078)))
    return join(parts)


def _nose() -> list[Shape]:
    """The nose and the mouth, stitched in dark thread."""
    at = _HEAD + [0, 0.104, -0.010]
    nose = ball((0.017, 0.009, 0.0115), center=at, sides=24, levels=14)
    threads = [
        sweep(
            [
                at + [x, 0.0085 - 9 * x * x, 0.009 - abs(x) * 0.35],
                at + [0.75 * x, 0.0085 - 9 * x * x, -0.009 + abs(x) * 0.4],
            ],
            0.0009,
            sides=6,
        )
        for x in np.linspace(-0.012, 0.012, 13)
    ]

    def stitch(points: list[tuple[float, float, float]]) -> Shape:
        return sweep(_HEAD + curve(np.array(points), 14), 0.0017, sides=8)

    mouth = [stitch([(0, 0.109, -0.020), (0, 0.1075, -0.029), (0, 0.103, -0.037)])]
    mouth += [stitch([(0, 0.103, -0.037), (0.011 * s, 0.099, -0.044), (0.024 * s, 0.090, -0.040)]) for s in (-1, 1)]
    return [nose, *threads, *mouth]


def _eyes() -> list[Shape]:
    """Glass buttons."""
    return [
        ball((0.0108, 0.0075, 0.0112), center=_HEAD + [0.034 * s, 0.0735, 0.012], sides=22, levels=14) for s in (-1, 1)
    ]


def _bow() -> list[Shape]:
    """A ribbon round the neck, tied in front."""
    a = np.linspace(0, 2 * math.pi, 48, endpoint=False)
    neck = np.column_stack([0.061 * np.cos(a), 0.004 + 0.055 * np.sin(a), np.full(48, 0.201) - 0.006 * np.sin(a)])
    parts = [sweep(neck, 0.010, sides=10, closed=True, flat=0.7)]
    knot = np.array([0.0, 0.072, 0.196])
    parts.append(ball((0.011, 0.009, 0.011), center=knot, sides=18, levels=10))
    for s in (-1, 1):
        parts.append(_loop(knot, s))
        tail: F64 = curve(np.array([knot, knot + [0.014 * s, 0.010, -0.020], knot + [0.026 * s, 0.012, -0.048]]), 12)
        parts.append(sweep(tail, np.linspace(0.006, 0.0135, 12), sides=10, flat=0.16))
    return parts


def _loop(knot: F64, s: int) -> Shape:
    """One half of the bow: a flat loop that widens from the knot and comes back."""
    f = np.linspace(0, 1, 26)
    x = s * 0.046 * np.sin(math.pi * f) ** 0.9
    path = knot + np.column_stack(
        [x, 0.006 + 0.010 * np.sin(2 * math.pi * f), 0.012 * np.sin(math.pi * f) + 0.004 * np.sin(2 * math.pi * f)]
    )
    return sweep(path, 0.006 + 0.012 * np.sin(math.pi * f) ** 1.2, sides=10, flat=0.18)
