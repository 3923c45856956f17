"""A pair of dice."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.spec.shot import Member

WORDS = ("dice", "die", "pair of dice")
EXAMPLE = "Dice in a studio"
COLOR = "white"
MATERIALS = ("plastic", "wood", "metal", "gold", "stone")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_SIDE_M = 0.018
_PIPS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, 1), (-1, 1), (1, -1)),
    5: ((-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)),
    6: ((-1, -1), (1, 1), (-1, 1), (1, -1), (-1, 0), (1, 0)),
}


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The dice somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """Two dice side by side, the second turned and rolled over."""
    bodies, pips = [], []
    for turn, roll, at in (
        (0.35, None, (-0.0125, 0.0)),
        (-0.55, rotation(x=np.pi / 2, z=0.0) @ rotation(y=np.pi / 2), (0.0145, 0.006)),
    ):
        body, dots = _die()
        pose = rotation(z=turn) @ (roll if roll is not None else np.eye(3))
        bodies.append(body.turned(pose).moved((*at, _SIDE_M / 2)))
        pips.append(dots.turned(pose).moved((*at, _SIDE_M / 2)))
    dark = sum(params.color) < 0.6
    thing = Thing(
        nodes=(things.mesh("dice", join(bodies), "body", sharp_rad=None), things.mesh("dice pips", join(pips), "pip")),
        materials={
            "body": things.made_of(params.material, params.color).model_copy(
                update={"coat": 0.5, "coat_roughness": 0.08}
            ),
            "pip": things.made_of("plastic", (0.80, 0.79, 0.76) if dark else (0.012, 0.012, 0.014)),
        },
        view_rad=0.4,
    )
    return things.scaled(thing, params.size)


def _die() -> tuple[Shape, Shape]:
    """One die about the origin: opposite sides add up to seven."""
    body = box((_SIDE_M,) * 3, bevel=0.0027)
    dot = forms.turned([(0.0021, 0.0), (0.0019, 0.00012), (0.0002, 0.00006)], sides=24)
    faces = (
        (1, np.eye(3)),
        (6, rotation(x=np.pi)),
        (2, rotation(x=-np.pi / 2)),
        (5, rotation(x=np.pi / 2)),
        (3, rotation(y=np.pi / 2)),
        (4, rotation(y=-np.pi / 2)),
    )
    dots = [
        dot.scaled((1.35, 1.35, 1) if n == 1 else 1.0)
        .moved((0.0046 * u, 0.0046 * v, _SIDE_M / 2 + 0.00003))
        .turned(turn)
        for n, turn in faces
        for u, v in _PIPS[n]
    ]
    return body, join(dots)
