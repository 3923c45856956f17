"""A marching drum with its rope lacing, two sticks lying on its head."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import ball, join, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("drum", "snare drum")
EXAMPLE = "A red drum in a studio"
COLOR = "red"
MATERIALS = ("lacquer", "wood", "metal")
HOME = ("studio",)
GRIP = ("carry",)
_R_M, _H_M = 0.205, 0.30


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The drum somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The drum, standing."""
    r, h = _R_M, _H_M
    shell = forms.turned([(r - 0.004, 0.01), (r, 0.014), (r, h - 0.014), (r - 0.004, h - 0.01)], sides=80)
    hoops = [
        forms.turned([(r + 0.002, z), (r + 0.014, z + 0.002), (r + 0.014, z + 0.036), (r + 0.002, z + 0.038)], sides=80)
        for z in (0.0, h - 0.034)
    ]
    head = forms.turned([(r + 0.004, h - 0.004), (r - 0.012, h + 0.001), (0.001, h + 0.001)], sides=80)
    count = 12
    lace = []
    for k in range(2 * count + 1):
        a = math.pi * k / count
        z = h - 0.036 if k % 2 == 0 else 0.036
        lace.append((1.0 * (r + 0.018) * math.cos(a), (r + 0.018) * math.sin(a), z))
    rope = sweep(np.array(lace), 0.0042, sides=8)
    tugs = [
        forms.loft(
            [
                (-0.022, 0.010, 0.0, 0.004),
                (-0.015, 0.014, 0.0, 0.007),
                (0.018, 0.007, 0.0, 0.006),
                (0.022, 0.003, 0.0, 0.004),
            ],
            axis="z",
            sides=20,
            count=14,
        )
        .turned(rotation(z=a - math.pi / 2))
        .moved(((r + 0.014) * math.cos(a), (r + 0.014) * math.sin(a), 0.085))
        for a in 2 * math.pi * (np.arange(count) + 0.5) / count
    ]
    feet = [
        forms.turned([(0.012, 0.0), (0.012, 0.006)], (0.9 * r * math.cos(a), 0.9 * r * math.sin(a), 0.0))
        for a in (0.3, 2.4, 4.5)
    ]
    sticks = []
    for turn, at, up in ((0.5, (0.03, 0.02), 0.008), (-0.75, (-0.02, 0.03), 0.017)):
        stick = join(
            [
                forms.rod((-0.17, 0, 0), (0.16, 0, 0), (0.0075, 0.0045)),
                ball((0.013, 0.008, 0.008), center=(0.172, 0, 0), sides=16, levels=10),
            ]
        )
        sticks.append(_parts.grained(stick, 0, turn).turned(rotation(z=turn)).moved((at[0], at[1], h + up)))
    light = colors.resolve("#e3c878")
    thing = Thing(
        nodes=(
            things.mesh("drum shell", shell, "shell"),
            things.mesh("drum hoops", join(hoops), "hoop"),
            things.mesh("drum head", join([head, *feet]), "skin"),
            things.mesh("drum rope", rope, "rope"),
            things.mesh("drum tugs", join(tugs), "leather"),
            things.mesh("drum sticks", join(sticks), "wood"),
        ),
        materials={
            "shell": things.made_of(params.material, params.color),
            "hoop": things.made_of("lacquer", light if params.color[1] < 0.4 else colors.resolve("#8a2020")),
            "skin": _parts.plain("paper", "#ebe3d0"),
            "rope": _parts.plain("cotton", "#efe9da"),
            "leather": _parts.plain("leather", "#6b4a2e"),
            "wood": _parts.plain("wood", "#c79a62"),
        },
        view_rad=0.0,
        top=(0.0, 0.0, _H_M),
    )
    return things.scaled(thing, params.size)
