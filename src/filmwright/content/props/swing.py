"""A playground swing: an A-frame with a seat on two chains that swings to and fro."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("swing", "playground swing", "swing set", "swings")
EXAMPLE = "A swing in a park"
COLOR = "#b3301f"
HOME = ("playground", "park", "meadow", "studio")
_HIGH_M, _HALF_M, _SEAT_M = 2.35, 1.15, 0.48


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The swing somebody asked for: the color of its frame."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The swing; one seat hangs still, so that somebody can sit on it, the other moves in the wind."""
    frame = [forms.rod((-_HALF_M - 0.1, 0, _HIGH_M), (_HALF_M + 0.1, 0, _HIGH_M), 0.042, sides=20)]
    for s in (-1.0, 1.0):
        for d in (-0.85, 0.85):
            frame.append(forms.rod((s * _HALF_M, 0, _HIGH_M), (s * (_HALF_M + 0.25), d, 0.0), 0.036, sides=18))
        frame.append(forms.rod((s * (_HALF_M + 0.14), -0.47, 1.0), (s * (_HALF_M + 0.14), 0.47, 1.0), 0.024, sides=14))
    caps = [
        forms.turned([(0.06, -0.05), (0.07, 0.0), (0.06, 0.05)], (s * _HALF_M, 0, _HIGH_M), axis="x", sides=24)
        for s in (-1, 1)
    ]
    caps += [
        forms.turned([(0.08, 0.0), (0.07, 0.03), (0.04, 0.05)], (s * (_HALF_M + 0.25), d, 0.0), sides=20)
        for s in (-1, 1)
        for d in (-0.85, 0.85)
    ]
    nodes = [things.mesh("swing frame", join(frame), "paint"), things.mesh("swing fittings", join(caps), "steel")]
    joints = []
    for k, x in enumerate((-0.55, 0.55)):
        chain = [
            _chain(np.array([x + s * 0.21, 0, _HIGH_M - 0.06]), np.array([x + s * 0.21, 0, _SEAT_M + 0.03]))
            for s in (-1.0, 1.0)
        ]
        hooks = [forms.hoop(0.022, 0.006, (x + s * 0.21, 0, _HIGH_M - 0.055), axis="x") for s in (-1, 1)]
        seat = _parts.grained(
            forms.loft(
                [
                    (-0.25, 0.06, _SEAT_M, 0.010),
                    (-0.24, 0.085, _SEAT_M, 0.016),
                    (0.24, 0.085, _SEAT_M, 0.016),
                    (0.25, 0.06, _SEAT_M, 0.010),
                ],
                power=5.0,
                axis="x",
            ).moved((x, 0, 0)),
            0,
            x,
        )
        names = (f"swing chains {k}", f"swing seat {k}")
        nodes += [things.mesh(names[0], join([*chain, *hooks]), "steel"), things.mesh(names[1], seat, "wood")]
        if k:
            joints.append(Joint(names, (x, 0.0, _HIGH_M - 0.05), (1.0, 0.0, 0.0), "swing", rate=2.25, reach_rad=0.30))
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "paint": things.made_of("lacquer", params.color),
            "steel": _parts.plain("metal", "#6f7276"),
            "wood": _parts.plain("wood", "#7a5232"),
        },
        joints=tuple(joints),
        view_rad=0.5,
        sits=((-0.55, 0.0, _SEAT_M + 0.016, 0.0),),
    )
    return things.scaled(thing, params.size)


def _chain(a: F64, b: F64) -> Shape:
    """Links from a to b, each turned against the next."""
    long = 0.042
    count = int(np.linalg.norm(b - a) / (long * 0.74))
    t = np.linspace(0, 2 * math.pi, 14, endpoint=False)
    link = sweep(
        np.column_stack([0.010 * np.cos(t), np.zeros(14), 0.5 * long * np.sin(t)]), 0.0034, sides=6, closed=True
    )
    turned = link.turned(rotation(z=math.pi / 2))
    return join((link if k % 2 else turned).moved(a + (b - a) * (k + 0.5) / count) for k in range(count))
