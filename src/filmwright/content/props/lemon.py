"""A lemon and a half of one that shows its segments."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, voronoi
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("lemon",)
EXAMPLE = "A lemon in a studio"
COLOR = "#f0cf1e"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)
_PROFILE = (
    (0.0006, -0.049),
    (0.0055, -0.0465),
    (0.0085, -0.041),
    (0.0205, -0.030),
    (0.029, -0.010),
    (0.0295, 0.010),
    (0.0215, 0.029),
    (0.010, 0.039),
    (0.006, 0.043),
    (0.0006, 0.0435),
)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The lemon somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The whole lemon lying behind, the half leaning before it."""
    fine = curve(_PROFILE, 70)
    whole = (
        _food.lumpy(lathe(fine, sides=72), 0.0007, 60.0, params.seed)
        .turned(rotation(y=1.35, z=0.5))
        .moved((-0.018, -0.014, 0.0285))
    )
    half_profile = fine[fine[:, 1] <= 0.0]
    half = lathe(half_profile, sides=72, caps=False)
    disc, cells = _cut(float(half_profile[-1, 0]))
    pose = rotation(x=-1.05, z=-0.2)
    rind, pith, pulp = (part.turned(pose) for part in (half, disc, cells))
    low = float(rind.points[:, 2].min())
    shift = (0.036, 0.030, -low)
    thing = Thing(
        nodes=(
            things.mesh("lemon rind", join([whole, rind.moved(shift)]), "rind", sharp_rad=None),
            things.mesh("lemon pith", pith.moved(shift), "pith"),
            things.mesh("lemon pulp", pulp.moved(shift), "pulp", sharp_rad=0.8),
        ),
        materials={
            "rind": _rind(params.color),
            "pith": _food.skin((0.84, 0.78, 0.48), roughness=0.6),
            "pulp": _food.glaze((0.92 * params.color[0], 0.86 * params.color[1], 0.06)).model_copy(
                update={"subsurface": 0.3}
            ),
        },
        view_rad=0.1,
    )
    return things.scaled(thing, params.size)


def _cut(r: float) -> tuple[Shape, Shape]:
    """The cut face on z = 0: the pith, and ten segments standing a little over it."""
    pith = lathe([(r, 0.0), (0.001, 0.0)], sides=72, caps=False)
    segments = []
    for k in range(10):
        a0, a1 = (2 * math.pi * (k + d) / 10 for d in (0.06, 0.94))
        a = np.linspace(a0, a1, 10)
        mid = (a0 + a1) / 2
        rim = np.column_stack([0.86 * r * np.cos(a), 0.86 * r * np.sin(a)])
        plan = np.concatenate([[(0.12 * r * math.cos(mid), 0.12 * r * math.sin(mid))], rim])
        center = plan.mean(axis=0)
        segments.append(
            rings(
                np.array(
                    [
                        np.column_stack([center + (plan - center) * s, np.full(len(plan), z)])
                        for z, s in ((0.0002, 1.0), (0.0009, 0.95), (0.0010, 0.5))
                    ]
                )
            )
        )
    seeds = [
        ball((0.0011, 0.0024, 0.0008), center=(0.3 * r * math.cos(t), 0.3 * r * math.sin(t), 0.0012), sides=8, levels=6)
        for t in (0.9, 3.4)
    ]
    return pith, join([*segments, *seeds])


def _rind(color: Color) -> Material:
    """Waxy peel full of pores."""
    rest = coords("rest")
    pores = voronoi(rest, scale=420.0, feature="SMOOTH_F1")
    patch = noise(rest, scale=25.0, detail=3)
    deep: Color = (0.85 * color[0], 0.72 * color[1], 0.6 * color[2])
    return Material(
        color=mix(deep, color, patch),
        roughness=0.34,
        specular=0.45,
        coat=0.25,
        coat_roughness=0.2,
        subsurface=0.12,
        bumps=(Bump(height=pores, strength=0.5, distance_m=0.0008),),
        preview=color,
    )
