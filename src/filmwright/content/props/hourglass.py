"""An hourglass: two glass bulbs between turned wooden plates on three posts, sand running from one to the other."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import curve, join, lathe
from filmwright.spec.shot import Member

WORDS = ("hourglass", "sandglass")
EXAMPLE = "An hourglass in a studio"
COLOR = "#6b3a1e"
MATERIALS = ("wood", "gold", "metal", "lacquer")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_MID_M, _BULB_M, _R_M = 0.135, 0.105, 0.054


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The hourglass somebody asked for: the color of its frame."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The hourglass, half run."""
    half = [
        (0.0034, 0.0),
        (0.0042, 0.007),
        (0.016, 0.024),
        (0.044, 0.052),
        (_R_M, 0.075),
        (0.050, 0.096),
        (0.030, _BULB_M),
        (0.028, _BULB_M + 0.002),
    ]
    upper = curve(half, 50)
    glass = lathe(np.concatenate([upper[::-1] * [1, -1], upper[1:]]) + [0, _MID_M], sides=72, caps=False)
    inner = upper - [0.0016, 0.0]
    top = [(max(r, 0.0008), z + _MID_M) for r, z in inner if z <= 0.058]
    level = top[-1]
    sand = [
        lathe(
            [*top, (level[0] * 0.6, level[1] - 0.004), (level[0] * 0.25, level[1] - 0.013), (0.0006, level[1] - 0.019)],
            sides=56,
            caps=False,
        )
    ]
    low = [(r, _MID_M - z) for r, z in inner[::-1] if z >= 0.070]
    edge = low[-1]
    sand.append(
        lathe(
            [
                (0.0006, low[0][1]),
                *low,
                (edge[0] * 0.7, edge[1] + 0.007),
                (edge[0] * 0.3, edge[1] + 0.020),
                (0.0006, edge[1] + 0.030),
            ],
            sides=56,
            caps=False,
        )
    )
    sand.append(forms.rod((0, 0, edge[1] + 0.022), (0, 0, _MID_M + 0.004), 0.0011, sides=8))
    plates = []
    for s in (1.0, -1.0):
        z = _MID_M + s * (_BULB_M + 0.011)
        plates.append(
            _parts.grained(
                forms.turned(
                    [
                        (0.066, -0.010),
                        (0.074, -0.007),
                        (0.077, 0.0),
                        (0.074, 0.005),
                        (0.068, 0.0085),
                        (0.046, 0.0105),
                        (0.001, 0.0105),
                    ]
                    if s > 0
                    else [
                        (0.001, -0.0105),
                        (0.070, -0.0105),
                        (0.077, -0.006),
                        (0.078, 0.0),
                        (0.074, 0.006),
                        (0.066, 0.010),
                        (0.001, 0.010),
                    ],
                    (0, 0, z),
                    sides=64,
                ),
                0,
                s,
            )
        )
    posts = []
    profile = curve(
        [
            (0.006, -0.106),
            (0.009, -0.098),
            (0.005, -0.090),
            (0.0075, -0.06),
            (0.0062, -0.03),
            (0.0095, 0.0),
            (0.0062, 0.03),
            (0.0075, 0.06),
            (0.005, 0.090),
            (0.009, 0.098),
            (0.006, 0.106),
        ],
        70,
    )
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.55
        posts.append(
            _parts.grained(
                forms.turned(profile, (0.0655 * math.cos(a), 0.0655 * math.sin(a), _MID_M), sides=24), 2, 3.0 * k
            )
        )
    rings_ = [forms.hoop(0.030, 0.0028, (0, 0, _MID_M + s * _BULB_M)) for s in (-1, 1)] + [
        forms.hoop(0.0052, 0.0016, (0, 0, _MID_M))
    ]
    knobs = [
        _parts.grained(
            forms.turned(
                [(0.012, 0.0), (0.012, 0.004), (0.001, 0.007)],
                (0.0655 * math.cos(a), 0.0655 * math.sin(a), _MID_M + _BULB_M + 0.019),
                sides=20,
            ),
            2,
        )
        for a in 2 * math.pi * np.arange(3) / 3 + 0.55
    ]
    thing = Thing(
        nodes=(
            things.mesh("hourglass frame", join([*plates, *posts, *knobs]), "frame", sharp_rad=0.7),
            things.mesh("hourglass sand", join(sand), "sand", sharp_rad=0.9),
            things.mesh("hourglass rings", join(rings_), "brass"),
            things.mesh("hourglass glass", glass, "glass", sharp_rad=None),
        ),
        materials={
            "frame": things.made_of(params.material, params.color),
            "sand": _food.crumb((0.74, 0.52, 0.26), (0.52, 0.34, 0.15), scale=600.0, depth_m=0.0005),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "glass": things.made_of("glass", (0.95, 0.97, 0.97)),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)
