"""A leather baseball glove, open, a ball in its pocket."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._baseball import baseball
from filmwright.scene.shapes import curve, join, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("baseball glove", "catcher's mitt")
EXAMPLE = "A baseball glove"
COLOR = "brown"
MATERIALS = ("leather",)
HOME = ("studio",)
GRIP = ("carry",)


class Params(NamedTuple):
    """One baseball glove: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The baseball glove somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The glove standing upright, its palm and the ball to the front."""
    fingers = []
    for _k, (x, top, lean) in enumerate(
        ((-0.075, 0.245, -0.22), (-0.028, 0.275, -0.07), (0.022, 0.275, 0.06), (0.070, 0.250, 0.20))
    ):
        line = curve(
            [
                (x * 0.75, -0.012, 0.075),
                (x * 0.9 + lean * 0.02, -0.030, 0.15),
                (x + lean * 0.06, -0.006, top - 0.035),
                (x + lean * 0.085, 0.030, top),
            ],
            22,
        )
        fingers.append(
            sweep(
                line,
                np.concatenate([np.linspace(0.027, 0.0245, 16), [0.0240, 0.0235, 0.0225, 0.020, 0.015, 0.006]]),
                sides=18,
                flat=0.82,
            )
        )
    thumb = sweep(
        curve([(0.060, 0.0, 0.05), (0.115, 0.004, 0.10), (0.142, 0.022, 0.165), (0.140, 0.045, 0.205)], 22),
        np.concatenate([np.linspace(0.032, 0.027, 16), [0.026, 0.025, 0.0235, 0.021, 0.015, 0.006]]),
        sides=18,
        flat=0.85,
    )
    palm = []
    for t in np.linspace(0, 1, 20):
        z = 0.004 + 0.13 * t
        half = 0.062 + 0.045 * math.sin(t * math.pi * 0.62) + 0.004 * t
        deep = 0.030 + 0.012 * math.sin(t * math.pi)
        o = rounded_rectangle(2 * half, 2 * deep, 0.95 * deep, per_corner=8)
        hollow = (
            0.030
            * np.clip(o[:, 1] / deep, 0, 1)
            * (1 - (o[:, 0] / half) ** 2)
            * math.sin(min(t * 1.15, 1.0) * math.pi * 0.62)
        )
        palm.append(np.column_stack([o[:, 0], o[:, 1] - hollow, np.full(len(o), z)]))
    body = rings(np.array(palm))
    web = []
    for s in np.linspace(0, 1, 12):
        a, b = (
            np.array([0.072 + 0.006 * s, -0.012 + 0.035 * s, 0.13 + 0.105 * s]),
            np.array([0.112 + 0.022 * s, 0.004 + 0.035 * s, 0.115 + 0.078 * s]),
        )
        web.append(np.array([a + (b - a) * u + [0, -0.012 * math.sin(u * math.pi), 0] for u in np.linspace(0, 1, 10)]))
    net = rings(np.array(web), around=False, caps=False)
    net = join([net, net._replace(faces=net.faces[:, ::-1], points=net.points - [0, 0.004, 0])])
    laces = [sweep(np.array([web[i][j] + [0, 0.003, 0] for j in range(10)]), 0.0021, sides=6) for i in (2, 5, 8, 11)]
    laces += [sweep(np.array([web[i][j] + [0, 0.003, 0] for i in range(12)]), 0.0021, sides=6) for j in (2, 5, 8)]
    laces += [
        sweep(curve([(x - 0.022, 0.004, z), (x, 0.016, z + 0.006), (x + 0.022, 0.004, z)], 10), 0.0021, sides=6)
        for x, z in ((-0.051, 0.205), (-0.003, 0.225), (0.046, 0.21))
    ]
    rim = sweep(
        curve(
            [
                (-0.066, -0.02, 0.012),
                (-0.05, 0.028, 0.010),
                (0.0, 0.036, 0.010),
                (0.05, 0.028, 0.012),
                (0.066, -0.02, 0.014),
            ],
            26,
        ),
        0.006,
        sides=10,
    )
    seams = [sweep(curve([(-0.06, 0.012, 0.055), (-0.02, 0.006, 0.06), (0.03, 0.008, 0.05)], 18), 0.0016, sides=5)]
    one, stitched = baseball()
    place = (0.012, 0.034, 0.118)
    nodes = (
        things.mesh("glove hide", join([*fingers, thumb, body, net]), "hide", sharp_rad=None),
        things.mesh("glove laces", join([*laces, rim, *seams]), "lace"),
        things.mesh("glove ball", one.moved(place), "ball", sharp_rad=None),
        things.mesh("glove seams", stitched.moved(place), "seam"),
    )
    made = {
        "hide": things.made_of(params.material, params.color),
        "lace": things.made_of("leather", (0.30, 0.17, 0.075)),
        "ball": things.made_of("leather", (0.74, 0.72, 0.66)),
        "seam": things.made_of("cotton", (0.45, 0.02, 0.02)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.25), params.scale)
