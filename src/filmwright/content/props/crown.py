"""A king's crown of gold with points, pearls and jewels, a velvet cap within, on a cushion."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts, _soft
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("crown", "royal crown", "golden crown")
EXAMPLE = "A crown in a studio"
COLOR = "#7a1226"
HOME = ("studio",)
GRIP = ("carry",)
_R_M, _BAND_M, _POINTS = 0.092, 0.042, 8
_LOW_M = 0.105  # height of the cushion under it


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The crown somebody asked for: the color of its velvet."""
    asked = member.color if member.color not in ("gold", "yellow") else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def build(params: Asked) -> Thing:
    """The crown on its cushion."""
    a = np.linspace(0, 2 * math.pi, _POINTS * 24, endpoint=False)
    f = np.abs(((a * _POINTS / (2 * math.pi)) % 1.0) - 0.5) * 2
    rise = _BAND_M + 0.012 + 0.062 * f**1.7
    flare = 1 + 0.17 * f**1.3
    body = []
    for out, levels in ((0.0, (0.0, 0.3, 0.7, 1.0)), (-0.0025, (1.0, 0.7, 0.3, 0.0))):
        for s in levels:
            r = (_R_M + out) * (1 + (flare - 1) * s)
            body.append(np.column_stack([r * np.cos(a), r * np.sin(a), s * rise]))
    gold = [rings(np.array(body), closed=True, caps=False)]
    gold += [forms.hoop(_R_M + 0.001, 0.0042, (0, 0, z)) for z in (0.004, _BAND_M)]
    pearls: list[Shape] = []
    red: list[Shape] = []
    blue: list[Shape] = []
    for k in range(_POINTS):
        t = 2 * math.pi * (k + 0.5) / _POINTS + math.pi / _POINTS
        c, s = math.cos(t), math.sin(t)
        tip = np.array([_R_M * 1.17 * c, _R_M * 1.17 * s, _BAND_M + 0.074])
        gold.append(forms.hoop(0.0045, 0.0016, tip))
        pearls.append(ball(0.0072, center=tip + [0, 0, 0.006], sides=20, levels=12))
        turn = rotation(z=t - math.pi / 2)
        stone = (
            forms.turned([(0.0085, 0.0), (0.0085, 0.002), (0.0055, 0.006), (0.001, 0.0062)], axis="y", sides=8)
            .scaled((1.0, 1.0, 1.25))
            .moved((0, _R_M + 0.0005, _BAND_M / 2))
            .turned(turn)
        )
        (red if k % 2 else blue).append(stone)
        gold.append(
            forms.hoop(0.0098, 0.0016, axis="y").scaled((1, 1, 1.22)).moved((0, _R_M + 0.001, _BAND_M / 2)).turned(turn)
        )
        half = rotation(z=t - math.pi / 2 + math.pi / _POINTS)
        pearls += [
            ball(0.0036, center=(0, _R_M + 0.002, _BAND_M / 2 + d), sides=14, levels=8).turned(half)
            for d in (-0.009, 0.0, 0.009)
        ]
        lily = [
            forms.plate([(-0.004, 0), (0.004, 0), (0.007, 0.012), (0.0, 0.026), (-0.007, 0.012)], 0.0024, bevel=0.0008)
            .moved((0, _R_M * 1.075, _BAND_M + 0.014))
            .turned(turn)
        ]
        gold += lily
    cap = lathe(
        curve([(_R_M - 0.004, 0.03), (_R_M + 0.004, 0.055), (_R_M - 0.014, 0.082), (0.05, 0.094), (0.001, 0.096)], 30),
        sides=72,
    )
    angle = np.arctan2(cap.points[:, 1], cap.points[:, 0])
    cap = cap._replace(points=cap.points * np.column_stack([1 + 0.025 * np.cos(8 * angle)] * 2 + [np.ones(len(angle))]))
    cushion = _soft.cushion(
        (0.26, 0.26, 0.085),
        plump_m=0.034,
        edge_m=0.035,
        corner_m=0.05,
        wrinkle_m=0.007,
        welt_m=0.0045,
        seed=params.seed % 10,
    ).moved((0, 0, 0.048))
    tassels = [_tassel(x, y) for x in (-0.135, 0.135) for y in (-0.135, 0.135)]
    up = (0, 0, _LOW_M)

    def at(items: list[Shape]) -> Shape:
        return join(items).moved(up)

    thing = Thing(
        nodes=(
            things.mesh("crown gold", at(gold), "gold", sharp_rad=0.7),
            things.mesh("crown pearls", at(pearls), "pearl", sharp_rad=None),
            things.mesh("crown rubies", at(red), "ruby", sharp_rad=0.2),
            things.mesh("crown sapphires", at(blue), "sapphire", sharp_rad=0.2),
            things.mesh("crown cap", at([cap]), "velvet", sharp_rad=None),
            things.mesh("crown cushion", cushion, "cushion", sharp_rad=None),
            things.mesh("crown tassels", join(tassels), "cord"),
        ),
        materials={
            "gold": _parts.plain("gold", "#c8c8c8"),
            "pearl": _parts.plain("ceramic", "#f1ebe0"),
            "ruby": jewel("#b00a24"),
            "sapphire": jewel("#123fb8"),
            "velvet": things.made_of("felt", params.color),
            "cushion": _parts.plain("silk", "#2b2350" if params.color[0] > params.color[2] else "#6e1226"),
            "cord": _parts.plain("silk", "#c79a3a"),
        },
        view_rad=0.2,
        grip=(0.0, 0.0, _LOW_M + 0.04),
    )
    return things.scaled(thing, params.size)


def jewel(hex_color: str) -> Material:
    """A cut stone that shines from within."""
    c = colors.resolve(hex_color)
    return Material(
        color=c,
        roughness=0.05,
        specular=0.9,
        coat=1.0,
        coat_roughness=0.02,
        emission=c,
        emission_strength=0.3,
        preview=c,
    )


def _tassel(x: float, y: float) -> Shape:
    """A tassel at a corner of the cushion."""
    s = np.sign([x, y])
    root = np.array([x * 0.97, y * 0.97, 0.045])
    end = root + [0.03 * s[0], 0.03 * s[1], -0.034]
    threads = [
        forms.pipe(
            [
                end,
                end + [0.012 * s[0] + 0.004 * math.cos(a), 0.012 * s[1] + 0.004 * math.sin(a), -0.006],
                [end[0] + 0.024 * s[0] + 0.009 * math.cos(a), end[1] + 0.024 * s[1] + 0.009 * math.sin(a), 0.003],
            ],
            0.0017,
            sides=5,
            count=10,
        )
        for a in np.arange(12) * math.pi / 6
    ]
    return join(
        [
            forms.pipe([root, (root + end) / 2 + [0, 0, 0.004], end], 0.003, sides=8),
            ball(0.008, center=end, sides=14, levels=8),
            *threads,
        ]
    )
