"""A trumpet of brass: mouthpiece, three valves, the bell."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member

WORDS = ("trumpet", "cornet")
EXAMPLE = "A trumpet in a studio"
COLOR = "#d9b25a"
MATERIALS = ("gold", "chrome", "lacquer")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_HIGH_M, _LOW_Z, _R_M = (
    0.105,
    0.042,
    0.0062,
)  # height of lead pipe and bell tube; of the lower tubes; half their thickness
_VALVES_Y = (-0.060, -0.033, -0.006)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The trumpet somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def lips() -> F64:
    """The rim of the mouthpiece (3,)."""
    return np.array([0.0, -0.272, _HIGH_M])


def valves() -> F64:
    """The middle valve's casing at half its height (3,)."""
    return np.array([0.0, _VALVES_Y[1], 0.075])


def build(params: Asked) -> Thing:
    """The trumpet lying along Y, its bell in front (+Y), the valves upright."""
    z, low, x = _HIGH_M, _LOW_Z, 0.026
    mouth = forms.turned(
        [
            (0.009, 0.0),
            (0.0135, 0.001),
            (0.0135, 0.004),
            (0.0085, 0.022),
            (0.0045, 0.040),
            (0.0055, 0.085),
            (0.0062, 0.09),
        ],
        (0, -0.272, z),
        axis="y",
        sides=36,
    )
    lead = forms.pipe(
        [
            (0, -0.19, z),
            (0, 0.10, z),
            (0, 0.165, z - 0.006),
            (0, 0.19, (z + low) / 2),
            (0, 0.165, low + 0.006),
            (0, 0.10, low),
            (0, -0.012, low),
        ],
        _R_M,
        count=60,
        sides=16,
    )
    bell_tube = forms.pipe(
        [
            (-0.012, -0.070, low),
            (-x, -0.10, low),
            (-x, -0.155, low + 0.004),
            (-x, -0.190, (z + low) / 2),
            (-x, -0.155, z - 0.004),
            (-x, -0.08, z),
            (-x, 0.05, z),
        ],
        _R_M,
        count=60,
        sides=16,
    )
    flare = [
        (0.0062, 0.0),
        (0.0075, 0.06),
        (0.0105, 0.12),
        (0.016, 0.17),
        (0.026, 0.205),
        (0.042, 0.227),
        (0.061, 0.236),
    ]
    outside = forms.turned(flare, (-x, 0.045, z), axis="y", sides=72, caps=False)
    inside = forms.turned(
        [(r - 0.0012, y + 0.0008) for r, y in reversed(flare)], (-x, 0.045, z), axis="y", sides=72, caps=False
    )
    rim = forms.hoop(0.061, 0.0018, (-x, 0.281, z), axis="y")
    cases, caps, pearls = [], [], []
    for y in _VALVES_Y:
        cases.append(forms.turned([(0.0118, 0.008), (0.0118, 0.118)], (0, y, 0), sides=32))
        caps.append(
            forms.turned([(0.002, 0.0), (0.0128, 0.001), (0.0128, 0.010), (0.0118, 0.011)], (0, y, 0), sides=32)
        )
        caps.append(
            forms.turned(
                [(0.0128, 0.116), (0.0128, 0.124), (0.004, 0.127), (0.003, 0.146), (0.008, 0.147), (0.009, 0.150)],
                (0, y, 0),
                sides=32,
            )
        )
        pearls.append(forms.turned([(0.0078, 0.150), (0.0078, 0.1515), (0.0005, 0.152)], (0, y, 0), sides=28))
    slides = [
        forms.pipe(
            [
                (0.010, _VALVES_Y[1], 0.07),
                (0.034, _VALVES_Y[1], 0.07),
                (0.040, _VALVES_Y[1], 0.060),
                (0.034, _VALVES_Y[1], 0.05),
                (0.010, _VALVES_Y[1], 0.05),
            ],
            0.0052,
            sides=12,
        ),
        forms.pipe(
            [
                (0, _VALVES_Y[2], 0.062),
                (0.0, 0.06, 0.062),
                (0.0, 0.078, 0.068),
                (0.0, 0.06, 0.076),
                (0, _VALVES_Y[2], 0.076),
            ],
            0.0052,
            sides=12,
        ),
        forms.pipe(
            [
                (0, _VALVES_Y[0], 0.07),
                (0.0, -0.085, 0.07),
                (0.0, -0.095, 0.062),
                (0.0, -0.085, 0.054),
                (0, _VALVES_Y[0], 0.054),
            ],
            0.0052,
            sides=12,
        ),
    ]
    braces = [forms.rod((0, y, z), (-x, y, z), 0.0028, sides=10) for y in (0.05, -0.13)]
    ring = forms.hoop(0.013, 0.0022, (0.0, 0.055, 0.088), axis="x")
    hook = forms.pipe(
        [(0, 0.03, z + 0.005), (0.0, 0.036, z + 0.020), (0.0, 0.052, z + 0.022), (0.0, 0.056, z + 0.010)],
        0.0028,
        sides=8,
    )
    thing = Thing(
        nodes=(
            things.mesh(
                "trumpet brass",
                join([lead, bell_tube, outside, inside, rim, *cases, *slides, *braces, ring, hook]),
                "brass",
                sharp_rad=0.8,
            ),
            things.mesh("trumpet silver", join([mouth, *caps]), "silver"),
            things.mesh("trumpet pearls", join(pearls), "pearl"),
        ),
        materials={
            "brass": things.made_of(params.material, params.color),
            "silver": _parts.plain("chrome", "#d8d8d8"),
            "pearl": _parts.plain("plastic", "#f2eee6"),
        },
        view_rad=1.2,
        grip=(0.0, _VALVES_Y[1], 0.075),
    )
    return things.scaled(thing, params.size)
