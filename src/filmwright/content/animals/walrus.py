"""A walrus: a seal of great bulk, brown and wrinkled, with tusks and a moustache."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import seal
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("walrus",)
EXAMPLE = "A walrus in the snow"
COLOR = "#7a5640"
HOME = ("arctic", "snow_valley", "beach")
SPEEDS = seal.SPEEDS
ACTIONS = seal.ACTIONS
_LARGER = 1.9  # than a seal

BODY = (
    (0.490, 0.128, 0.020, 0.020, 0.024), (0.486, 0.128, 0.050, 0.036, 0.046), (0.462, 0.134, 0.062, 0.044, 0.060),
    (0.430, 0.156, 0.064, 0.052, 0.076), (0.385, 0.146, 0.078, 0.066, 0.086), (0.330, 0.108, 0.104, 0.094, 0.108),
    (0.240, 0.060, 0.140, 0.138, 0.150), (0.120, 0.020, 0.165, 0.158, 0.148), (-0.020, 0.006, 0.168, 0.150, 0.134),
    (-0.160, -0.010, 0.142, 0.124, 0.118), (-0.280, -0.036, 0.100, 0.084, 0.091), (-0.370, -0.062, 0.062, 0.050, 0.064),
    (-0.425, -0.080, 0.036, 0.028, 0.046), (-0.455, -0.090, 0.022, 0.016, 0.034),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown."""
    return quadruped.chosen(rng, member, COLOR, "#85614b")


def build(params: Params) -> Thing:
    """The walrus."""
    larger = params._replace(size=params.size * _LARGER)
    return seal.made(
        larger, BODY, spotted=False, more=(("tusks", _tusks(), "ivory"), ("moustache", _moustache(), "whisker"))
    )


def _tusks() -> Shape:
    made = []
    for s in (-1.0, 1.0):
        line = [
            (s * 0.026, 0.478, 0.104),
            (s * 0.032, 0.496, 0.055),
            (s * 0.034, 0.494, 0.0),
            (s * 0.030, 0.478, -0.045),
        ]
        made.append(sweep(line, [0.0105, 0.0100, 0.0080, 0.0020], sides=14))
    return join(made)


def _moustache() -> Shape:
    """Stiff bristles on two round pads."""
    made = []
    rng = np.random.default_rng(2)
    for s in (-1.0, 1.0):
        for _ in range(70):
            a, r = float(rng.uniform(0, 2 * np.pi)), 0.026 * float(rng.uniform(0, 1)) ** 0.5
            root = np.array([s * 0.026 + r * np.cos(a), 0.486, 0.112 + 0.8 * r * np.sin(a)])
            way = np.array([s * 0.012 + 0.3 * r * np.cos(a), 0.014, -0.020 + 0.2 * r * np.sin(a)])
            made.append(sweep([root, root + way], [0.0013, 0.0003], sides=5))
        made.append(ball((0.034, 0.020, 0.030), center=(s * 0.026, 0.474, 0.112), sides=20, levels=14))
    return join(made)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return seal.move(thing, action, performance)
