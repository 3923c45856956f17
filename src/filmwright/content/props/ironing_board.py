"""An ironing board on crossed legs, its cover of striped cotton; for who irons with a shirt on it."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts, _soft
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("ironing board",)
EXAMPLE = "An ironing board in a studio"
COLOR = "#9fb6c4"
MATERIALS = ("cotton",)
HOME = ("studio",)
TOP_M, LENGTH_M, WIDTH_M = 0.86, 1.22, 0.36


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The board somebody asked for: the color of its cover."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who irons has a shirt on it."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The board along X, its point at -X."""
    o = _outline()
    mid = np.array([0.05, 0.0])
    levels = [
        (0.985, TOP_M - 0.030),
        (1.0, TOP_M - 0.022),
        (1.0, TOP_M - 0.008),
        (0.985, TOP_M - 0.001),
        (0.94, TOP_M),
        (0.02, TOP_M),
    ]
    cover = rings(np.array([np.column_stack([mid + (o - mid) * k, np.full(len(o), z)]) for k, z in levels]))
    legs = []
    for x0, x1, w in ((0.30, -0.34, 0.125), (-0.22, 0.36, 0.155)):
        for s in (-1, 1):
            legs.append(forms.rod((x0, s * w, TOP_M - 0.035), (x1, s * w, 0.012), 0.0105, sides=12))
        legs.append(forms.rod((x1, -w - 0.05, 0.012), (x1, w + 0.05, 0.012), 0.0115, sides=12))
        legs.append(forms.rod((x0, -w, TOP_M - 0.038), (x0, w, TOP_M - 0.038), 0.0100, sides=12))
    feet = [
        forms.rod((x, s * y, 0.013), (x, s * (y + 0.022), 0.013), 0.0135)
        for x, y in ((-0.34, 0.17), (0.36, 0.20))
        for s in (-1, 1)
    ]
    rest = [box((0.20, 0.24, 0.008), center=(0.66, 0.0, TOP_M - 0.030), bevel=0.003)]
    nodes = [
        things.mesh("board cover", cover, "cover"),
        things.mesh("board legs", join([*legs, *rest]), "steel"),
        things.mesh("board feet", join(feet), "rubber"),
    ]
    materials = {
        "cover": things.made_of(params.material, params.color),
        "steel": _parts.plain("lacquer", "#d8d9da"),
        "rubber": _parts.plain("rubber", "#2a2a2b"),
    }
    if params.action == "iron":
        nodes.append(
            things.mesh("board shirt", _shirt(), "shirt", sharp_rad=None).model_copy(update={"solidify_m": 0.004})
        )
        nodes.append(things.mesh("board collar", _collar(), "shirt", sharp_rad=None))
        materials["shirt"] = _parts.plain("cotton", "#c9473b")
    return things.scaled(
        Thing(nodes=tuple(nodes), materials=materials, view_rad=0.35, top=(0.0, 0.0, TOP_M)), params.size
    )


def _outline() -> F64:
    """The board from above, counter-clockwise: blunt at +X, pointed at -X."""
    x = np.linspace(0.0, 1.0, 44)
    half = (
        WIDTH_M
        / 2
        * np.clip(1 - np.clip((0.46 - x) / 0.46, 0, 1) ** 2.2 * 0.92, 0, 1)
        * np.clip((1.0 - x) / 0.02, 0.72, 1.0)
    )
    at = -LENGTH_M / 2 + LENGTH_M * x
    return np.concatenate([np.column_stack([at, -half]), np.column_stack([at, half])[::-1]])


def _shirt() -> Shape:
    """A shirt's body and a sleeve over the board, hanging down on both sides."""
    body = _soft.draped((WIDTH_M / 2 + 0.004, 0.26), (0.24, 0.0), -0.26, puff_m=0.004, seed=4, round_m=0.03)
    return body.turned(rotation(z=np.pi / 2)).moved((0.08, 0.0, TOP_M + 0.005))


def _collar() -> Shape:
    """Its collar, at the board's point."""
    a = np.linspace(0.0, np.pi, 20)
    arc = np.column_stack([-0.185 - 0.028 * np.sin(a), 0.075 * np.cos(a), TOP_M + 0.016 + 0.006 * np.sin(a)])
    return sweep(arc, 0.013, sides=10, flat=0.6)
