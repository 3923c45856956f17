"""A storm lantern: a glass chimney with its flame, wire guards, a fuel tank, a bail."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, curve, join, lathe, sweep
from filmwright.spec.shot import Member

WORDS = ("lantern", "storm lantern", "oil lantern", "oil lamp")
EXAMPLE = "A lantern in a studio"
COLOR = "#8c2a1c"
MATERIALS = ("lacquer", "metal", "gold")
HOME = ("studio", "tabletop")
GRIP = ("hang", "carry")


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The lantern somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The lantern, lit, 35 cm tall with its bail up."""
    tank = lathe(
        curve(
            [
                (0.055, 0.0),
                (0.070, 0.003),
                (0.074, 0.012),
                (0.074, 0.036),
                (0.066, 0.046),
                (0.040, 0.052),
                (0.030, 0.066),
            ],
            50,
        ),
        sides=64,
    )
    burner = forms.turned(
        [(0.030, 0.064), (0.037, 0.070), (0.037, 0.078), (0.022, 0.084), (0.016, 0.096), (0.010, 0.100)]
    )
    glass = lathe(
        curve([(0.034, 0.080), (0.040, 0.095), (0.050, 0.125), (0.047, 0.160), (0.036, 0.188), (0.033, 0.196)], 40),
        sides=56,
        caps=False,
    )
    hood = forms.turned(
        [
            (0.046, 0.192),
            (0.052, 0.198),
            (0.048, 0.206),
            (0.034, 0.214),
            (0.032, 0.228),
            (0.044, 0.234),
            (0.046, 0.240),
            (0.030, 0.250),
            (0.010, 0.256),
            (0.008, 0.262),
        ]
    )
    vents = forms.ring_of(box((0.004, 0.007, 0.010), center=(0.0335, 0, 0.221), bevel=0.001), 12)
    tubes, wires = [], []
    for s in (-1.0, 1.0):
        tubes.append(
            forms.pipe(
                [
                    (s * 0.058, 0, 0.040),
                    (s * 0.082, 0, 0.075),
                    (s * 0.086, 0, 0.14),
                    (s * 0.080, 0, 0.20),
                    (s * 0.052, 0, 0.234),
                    (s * 0.030, 0, 0.236),
                ],
                0.0075,
                count=50,
                sides=14,
            )
        )
    for k in range(2):
        a = 0.75 + math.pi / 2 * k
        c, s = math.cos(a), math.sin(a)
        wires += [
            forms.pipe(
                [
                    (sign * 0.042 * c, sign * 0.042 * s, 0.085),
                    (sign * 0.056 * c, sign * 0.056 * s, 0.125),
                    (sign * 0.052 * c, sign * 0.052 * s, 0.165),
                    (sign * 0.040 * c, sign * 0.040 * s, 0.195),
                ],
                0.0014,
                sides=6,
            )
            for sign in (-1, 1)
        ]
    wires += [forms.hoop(0.0545, 0.0013, (0, 0, 0.118)), forms.hoop(0.0535, 0.0013, (0, 0, 0.150))]
    arch = np.linspace(-0.35, math.pi + 0.35, 44)
    bail = sweep(np.column_stack([0.086 * np.cos(arch), np.zeros(44), 0.245 + 0.095 * np.sin(arch)]), 0.0018, sides=8)
    key = [
        forms.rod((0.03, 0, 0.074), (0.058, 0.012, 0.070), 0.0015, sides=6),
        forms.turned([(0.009, -0.001), (0.009, 0.001)], (0.06, 0.013, 0.070), axis="x", sides=18),
    ]
    cap = forms.turned([(0.012, 0.0), (0.013, 0.010), (0.001, 0.012)], (-0.040, 0.030, 0.044), sides=18)
    flame = lathe(
        curve([(0.001, 0.098), (0.008, 0.104), (0.0115, 0.116), (0.008, 0.134), (0.002, 0.152), (0.0003, 0.158)], 24),
        sides=20,
    )
    thing = Thing(
        nodes=(
            things.mesh("lantern body", join([tank, hood, *tubes]), "body", sharp_rad=0.8),
            things.mesh("lantern brass", join([burner, cap, *key]), "brass"),
            things.mesh("lantern wire", join([*wires, bail, vents]), "wire"),
            things.mesh("lantern flame", flame, "flame", sharp_rad=None, shadow=False),
            things.mesh("lantern glass", glass, "glass", sharp_rad=None, shadow=False),
        ),
        materials={
            "body": things.made_of(params.material, params.color),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "wire": _parts.plain("metal", "#4c4a48"),
            "flame": _parts.glow("#ffb04a", 9.0),
            "glass": things.made_of("glass", (0.95, 0.92, 0.85)),
        },
        view_rad=0.35,
        grip=(0.0, 0.0, 0.338),
        lamps=(things.lamp("lantern light", (0.0, 0.0, 0.13), 7.0, (1.0, 0.58, 0.24), size_m=0.03, flicker=0.06),),
    )
    return things.scaled(thing, params.size)
