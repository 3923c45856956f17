"""A knight's sword standing in a stone: a long double-edged blade, a cross-guard, a leather grip, a round pommel."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import ball, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("sword", "longsword", "broadsword")
EXAMPLE = "A sword in a forest"
COLOR = "#6e2a20"
HOME = ("forest", "studio")
GRIP = ("up",)
_LOW_M, _GUARD_M, _TOP_M = 0.12, 0.98, 1.22
_HAND_M = _GUARD_M + 0.10  # the middle of a hand on the grip


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The sword somebody asked for: the color of its grip."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever fights with it has it without its stone."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The sword upright, the end of its blade in a boulder; fought with, the middle of its grip at the origin, its blade along +z."""
    blade = []
    for z, half, thick in (
        (_LOW_M - 0.07, 0.0006, 0.0004),
        (_LOW_M - 0.01, 0.0145, 0.0024),
        (_LOW_M, 0.019, 0.0032),
        (0.5, 0.0235, 0.0038),
        (_GUARD_M - 0.03, 0.0275, 0.0044),
        (_GUARD_M, 0.028, 0.0045),
    ):
        u = np.array([-1.0, -0.72, -0.28, -0.16, 0.16, 0.28, 0.72, 1.0])
        t = np.array([0.04, 0.75, 1.0, 0.62, 0.62, 1.0, 0.75, 0.04])
        front = np.column_stack([u * half, t * thick, np.full(8, z)])
        blade.append(np.concatenate([front, front[::-1] * [1, -1, 1]]))
    steel = rings(np.array(blade))
    guard = forms.loft(
        [
            (-0.125, 0.012, _GUARD_M + 0.030, 0.012),
            (-0.115, 0.017, _GUARD_M + 0.024, 0.014),
            (-0.04, 0.012, _GUARD_M + 0.010, 0.011),
            (0.0, 0.018, _GUARD_M + 0.006, 0.018),
            (0.04, 0.012, _GUARD_M + 0.010, 0.011),
            (0.115, 0.017, _GUARD_M + 0.024, 0.014),
            (0.125, 0.012, _GUARD_M + 0.030, 0.012),
        ],
        axis="x",
        power=2.6,
    )
    pommel = [
        forms.turned(
            [(0.012, -0.014), (0.030, -0.010), (0.033, 0.0), (0.030, 0.010), (0.012, 0.014)], (0, 0, _TOP_M), axis="y"
        ),
        forms.turned([(0.010, -0.030), (0.012, -0.024)], (0, 0, _TOP_M)),
    ]
    jewel = [
        forms.turned([(0.015, 0.0), (0.012, 0.006), (0.001, 0.009)], (0, 0.013, _TOP_M), axis="y", sides=8),
        forms.turned([(0.010, 0.0), (0.008, 0.005), (0.001, 0.007)], (0, 0.017, _GUARD_M + 0.006), axis="y", sides=8),
    ]
    grip = forms.loft(
        [
            (_GUARD_M + 0.018, 0.0125, 0.0, 0.010),
            (_GUARD_M + 0.10, 0.0165, 0.0, 0.013),
            (_TOP_M - 0.03, 0.0125, 0.0, 0.010),
        ],
        axis="z",
    )
    t = np.linspace(0, 1, 240)
    up = _GUARD_M + 0.022 + t * (_TOP_M - _GUARD_M - 0.056)
    wide = np.interp(up, [_GUARD_M, _GUARD_M + 0.10, _TOP_M], [0.0125, 0.0168, 0.012])
    wire = sweep(np.column_stack([wide * np.cos(75 * t), 0.8 * wide * np.sin(75 * t), up]), 0.0011, sides=6)
    stone = _food.lumpy(
        _food.lumpy(ball((0.34, 0.27, 0.21), sides=80, levels=50), 0.075, 3.2, params.seed), 0.02, 11.0, params.seed + 2
    )
    stone = stone.moved((0, 0, 0.045))
    p = stone.points
    p[:, 2] = np.maximum(p[:, 2], -0.01)
    fought = params.action == "sword_fight"
    iron = [(steel, "blade", "steel", 0.1), (join([guard, *pommel, wire]), "hilt", "gold", 0.6)]
    iron += [(grip, "grip", "leather", 0.6), (join(jewel), "jewels", "ruby", 0.2)]
    if fought:
        iron = [
            (m.moved((0, 0, -_HAND_M)).turned(rotation(x=np.pi)), name, skin, sharp) for m, name, skin, sharp in iron
        ]
    nodes = [things.mesh(f"sword {name}", made, skin, sharp_rad=sharp) for made, name, skin, sharp in iron]
    if not fought:
        nodes.append(things.mesh("sword stone", stone, "stone", sharp_rad=None))
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "steel": Material(color=(0.62, 0.64, 0.67), metallic=1.0, roughness=0.14, preview=(0.6, 0.62, 0.66)),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "leather": things.made_of("leather", params.color),
            "ruby": Material(
                color=colors.resolve("#b00a24"),
                roughness=0.05,
                specular=0.9,
                coat=1.0,
                coat_roughness=0.02,
                emission=colors.resolve("#b00a24"),
                emission_strength=0.3,
            ),
            "stone": _parts.plain("stone", "#77736b"),
        },
        view_rad=0.25,
        face=(0.0, 0.0, _GUARD_M),
        face_m=0.5,
        grip=(0.0, 0.0, 0.0 if fought else _HAND_M),
    )
    return things.scaled(thing, params.size)
