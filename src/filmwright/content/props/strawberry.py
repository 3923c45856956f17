"""A strawberry: red, heart-shaped, with yellow seeds and a green crown."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _foliage, _food
from filmwright.content.things import Asked
from filmwright.scene.shapes import ball, curve, join, lathe, rotation
from filmwright.spec.shot import Member

WORDS = ("strawberry",)
EXAMPLE = "A strawberry in a studio"
COLOR = "#c4161c"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The strawberry somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The strawberry, leaning on its side."""
    profile = curve(
        [
            (0.0006, 0.0),
            (0.0055, 0.003),
            (0.0125, 0.014),
            (0.0175, 0.026),
            (0.0180, 0.034),
            (0.0125, 0.0405),
            (0.004, 0.0395),
            (0.0006, 0.0385),
        ],
        90,
    )
    body = lathe(profile, sides=110)
    arc = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(profile, axis=0).T))])
    pips, places = [], []
    rows = np.arange(0.006, arc[-1] - 0.012, 0.0046)
    for n, at in enumerate(rows):
        r, z = (float(np.interp(at, arc, profile[:, k])) for k in range(2))
        slope = math.atan2(
            float(np.interp(at + 0.001, arc, profile[:, 1]) - z), float(np.interp(at + 0.001, arc, profile[:, 0]) - r)
        )
        count = max(3, round(2 * math.pi * r / 0.0056))
        for k in range(count):
            turn = 2 * math.pi * (k + 0.5 * (n % 2)) / count
            spot = np.array([r * math.cos(turn), r * math.sin(turn), z])
            places.append(spot)
            pip = (
                ball((0.00045, 0.0006, 0.0011), sides=8, levels=6)
                .turned(rotation(y=math.pi / 2 - slope))
                .turned(rotation(z=turn))
            )
            pips.append(pip.moved(spot * [0.985, 0.985, 1.0]))
    p = body.points
    near = np.sqrt(((p[:, None] - np.array(places)[None]) ** 2).sum(axis=2)).min(axis=1)
    dent = 0.0008 * np.exp(-((near / 0.0012) ** 2))
    away = p - [0, 0, 0.022]
    body = body._replace(
        points=p - away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9) * dent[:, None]
    )
    leaves = []
    for k in range(11):
        a = 2 * math.pi * k / 11
        leaves.append(
            _foliage.leaf(
                np.array([0.002 * math.cos(a), 0.002 * math.sin(a), 0.0395]),
                np.array([math.cos(a), math.sin(a), 0.55 if k % 2 else 0.2]),
                0.0165,
                0.0066,
                droop=0.9,
                fold=0.2,
                tone=0.3 + 0.05 * k,
            )
        )
    stalk = forms.pipe([(0, 0, 0.039), (0.001, 0, 0.048), (0.005, 0.001, 0.056)], 0.0009, sides=8)
    pose = rotation(x=0.5, y=0.35)
    parts = [item.turned(pose) for item in (body, join(pips), join(leaves), stalk)]
    low = min(float(part.points[:, 2].min()) for part in parts[:2])
    body, seeds, crown, stalk = (part.moved((0, 0.012, -low)) for part in parts)
    thing = Thing(
        nodes=(
            things.mesh("strawberry", body, "skin", sharp_rad=None),
            things.mesh("strawberry seeds", seeds, "seed", sharp_rad=None),
            things.mesh("strawberry crown", join([crown]), "leaf", sharp_rad=None),
            things.mesh("strawberry stalk", stalk, "stalk"),
        ),
        materials={
            "skin": _food.skin(
                params.color, _food.tuple_times(params.color, 0.72), scale=60, roughness=0.22, soft=0.2, shine=0.55
            ),
            "seed": _food.skin((0.72, 0.48, 0.10), roughness=0.4),
            "leaf": _foliage.green((0.03, 0.10, 0.015), (0.12, 0.28, 0.04)),
            "stalk": _food.skin((0.16, 0.26, 0.05)),
        },
        view_rad=0.1,
    )
    return things.scaled(thing, params.size)
