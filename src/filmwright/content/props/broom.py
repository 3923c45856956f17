"""A broom: a long round handle in a bound head of straw."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material
from filmwright.scene.shapes import join
from filmwright.spec.shot import Member

WORDS = ("broom",)
EXAMPLE = "A broom in a studio"
COLOR = "#a8743c"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
GRIP = ("up",)
LENGTH_M = 1.46
_HEAD_M = 0.34  # how long the straw is
_STRAWS = 1500


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The broom somebody asked for: the color of its handle."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The broom standing on its straw, flat towards the front."""
    handle = forms.rod((0, 0, _HEAD_M - 0.08), (0, 0, LENGTH_M), (0.0130, 0.0120), sides=20)
    knob = forms.turned([(0.012, LENGTH_M), (0.010, LENGTH_M + 0.008), (0.001, LENGTH_M + 0.011)])
    bands = [
        forms.hoop(1.0, 0.06, axis="z").scaled((w, d, 0.055)).moved((0, 0, z))
        for z, w, d in ((_HEAD_M - 0.03, 0.030, 0.026), (0.235, 0.066, 0.030), (0.195, 0.083, 0.031))
    ]
    rng = np.random.default_rng(params.seed)
    around, share = rng.uniform(0, 2 * math.pi, _STRAWS), np.sqrt(rng.uniform(0, 1, _STRAWS))
    x, y = share * np.cos(around), share * np.sin(around)
    levels = np.array([_HEAD_M, 0.24, 0.12, 0.0])
    wide, deep = np.array([0.024, 0.062, 0.105, 0.135]), np.array([0.020, 0.028, 0.036, 0.046])
    points = np.stack(
        [x[:, None] * wide, y[:, None] * deep, np.broadcast_to(levels, (_STRAWS, 4)).copy()], -1
    ) + rng.normal(0, 0.002, (_STRAWS, 4, 3))
    points[:, 3, 2] = np.abs(rng.normal(0, 0.012, _STRAWS)) + 0.03 * np.abs(x)
    core = forms.loft(
        [(0.03, 0.112, 0.0, 0.030), (0.12, 0.095, 0.0, 0.030), (0.24, 0.055, 0.0, 0.023), (_HEAD_M, 0.018, 0.0, 0.015)],
        axis="z",
    )
    straw = Material(color=(0.58, 0.37, 0.12), roughness=0.75, specular=0.2, preview=(0.58, 0.4, 0.15))
    thing = Thing(
        nodes=(
            things.mesh("broom handle", _parts.grained(join([handle, knob]), 2), "handle", sharp_rad=None),
            things.mesh("broom core", core, "straw", sharp_rad=None),
            things.mesh("broom bands", join(bands), "twine", sharp_rad=None),
            Strands(
                name="broom straw",
                points=points.astype(np.float32),
                radii=np.array([0.0016, 0.0016, 0.0015, 0.0009]),
                material="straw",
            ),
        ),
        materials={
            "handle": things.made_of(params.material, params.color),
            "straw": straw,
            "twine": _parts.plain("cotton", "#8d2f25"),
        },
        view_rad=0.35,
        grip=(0.0, 0.0, 0.95),
    )
    return things.scaled(thing, params.size)
