"""A dinner plate of glazed china; for who washes it with suds and a sponge."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import ball, box, join
from filmwright.spec.shot import Member

WORDS = ("plate", "dinner plate", "dish")
EXAMPLE = "A plate in a studio"
COLOR = "#f1efe8"
MATERIALS = ("ceramic", "metal", "wood", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
RADIUS_M = 0.132


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The plate somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who washes it has a sponge, and suds on it."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The plate, its hollow up."""
    r = RADIUS_M
    rows = [
        (0.001, 0.004),
        (0.062, 0.004),
        (0.064, 0.0),
        (0.070, 0.0),
        (0.074, 0.004),
        (0.100, 0.013),
        (r - 0.001, 0.020),
        (r, 0.0215),
        (r - 0.002, 0.0228),
        (0.098, 0.0165),
        (0.088, 0.0095),
        (0.078, 0.0080),
        (0.001, 0.0080),
    ]
    nodes = [
        things.mesh("plate", forms.turned(rows, sides=96, caps=False), "china", sharp_rad=None),
        things.mesh("plate line", forms.hoop(0.118, 0.0010, (0, 0, 0.0195), flat=0.6), "line"),
    ]
    materials = {
        "china": things.made_of(params.material, params.color),
        "line": _parts.plain("ceramic", "#2d5583"),
    }
    if params.action == "wash_dishes":
        rng = np.random.default_rng(params.seed)
        suds = []
        for _ in range(240):
            a, d = rng.uniform(0, 6.28), 0.115 * np.sqrt(rng.uniform(0, 1))
            size = float(rng.uniform(0.003, 0.009))
            if np.sin(3 * a + 1) + np.cos(2 * a - 60 * d) > -0.2:
                suds.append(
                    ball(
                        size,
                        center=(d * np.cos(a), d * np.sin(a), 0.008 + (0.008 if d > 0.09 else 0.0) + 0.4 * size),
                        sides=12,
                        levels=8,
                    )
                )
        sponge = [box((0.075, 0.11, 0.028), center=(0, 0, 0.020), bevel=0.006)]
        rough = box((0.075, 0.11, 0.007), center=(0, 0, 0.0035), bevel=0.002)
        nodes += [
            things.mesh("plate suds", join(suds), "suds", sharp_rad=None),
            things.mesh("plate sponge", join(sponge), "sponge"),
            things.mesh("plate scourer", rough, "scourer"),
        ]
        materials |= {
            "suds": Material(
                color=(0.86, 0.89, 0.92), roughness=0.25, specular=0.5, coat=0.5, preview=(0.9, 0.9, 0.95)
            ),
            "sponge": _parts.plain("felt", "#e3b322"),
            "scourer": _parts.plain("felt", "#2f7a45"),
        }
    thing = Thing(nodes=tuple(nodes), materials=materials, view_rad=0.0, top=(0.0, 0.0, 0.01), grip=(0.0, 0.0, 0.012))
    return things.scaled(thing, params.size)
