"""A galvanized bucket with its bail and a wooden grip."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import join, sweep
from filmwright.spec.shot import Member

WORDS = ("bucket", "pail")
EXAMPLE = "A bucket in a studio"
COLOR = "#a9adb0"
MATERIALS = ("metal", "wood", "plastic", "lacquer")
HOME = ("studio",)
GRIP = ("hang", "carry")
_H_M, _RIM_M = 0.29, 0.155


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The bucket somebody asked for; one of another color is painted."""
    painted = member.color not in (None, "gray", "silver", "light_gray")
    return things.asked(rng, member, COLOR, ("lacquer",) if painted and member.material is None else MATERIALS)


def build(params: Asked) -> Thing:
    """The bucket, its bail up."""
    body = forms.vessel(
        [
            (0.104, 0.0),
            (0.106, 0.006),
            (0.108, 0.030),
            (0.110, 0.033),
            (0.110, 0.038),
            (0.128, 0.15),
            (0.1305, 0.154),
            (0.1305, 0.160),
            (_RIM_M, _H_M),
        ],
        0.003,
        floor=0.018,
    )
    rim = forms.hoop(_RIM_M, 0.0052, (0, 0, _H_M))
    ears = []
    for s in (-1.0, 1.0):
        x = s * 0.150
        ears += [
            forms.turned([(0.022, 0.0), (0.022, 0.004), (0.001, 0.006)], axis="x", sides=24).moved(
                (x - 0.002, 0, _H_M - 0.032)
            ),
            forms.hoop(0.011, 0.003, (x + s * 0.006, 0, _H_M - 0.03), axis="y"),
        ]
    a = np.linspace(0.0, math.pi, 40)
    bail = np.column_stack([0.160 * np.cos(a), 0.02 * np.sin(a), _H_M - 0.03 + 0.215 * np.sin(a) ** 0.85])
    wire = sweep(bail, 0.0034, sides=10)
    top = bail[20]
    grip = forms.turned(
        [(0.006, -0.05), (0.012, -0.046), (0.0145, 0.0), (0.012, 0.046), (0.006, 0.05)],
        (0, float(top[1]), float(top[2])),
        axis="x",
        sides=24,
    )
    seam = forms.rod((0, -0.1075, 0.02), (0, -0.1525, _H_M - 0.006), 0.003, sides=8)
    thing = Thing(
        nodes=(
            things.mesh("bucket", join([body, rim, seam]), "body", sharp_rad=0.7),
            things.mesh("bucket bail", join([*ears, wire]), "steel"),
            things.mesh("bucket grip", _parts.grained(grip, 0), "wood"),
        ),
        materials={
            "body": things.made_of(params.material, params.color),
            "steel": _parts.plain("metal", "#85888c"),
            "wood": _parts.plain("wood", "#8a5a32"),
        },
        view_rad=0.35,
        hollow=(0.0, 0.0, 0.03),
        grip=(0.0, float(top[1]), float(top[2])),
    )
    return things.scaled(thing, params.size)
