"""A barbell: a steel bar with knurled grips, sleeves, collars, and plates of two sizes on each side."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, rings
from filmwright.spec.shot import Member

WORDS = ("barbell",)
EXAMPLE = "A barbell in a gym"
COLOR = "#b3201c"
HOME = ("gym", "studio")
HANDS_M = 0.36  # from the middle to where a hand holds; chosen
MIDDLE_M = 0.225  # height of the bar over the ground: the radius of its large plates, by the rules
_HALF_M, _SLEEVE_M = (
    0.92,
    0.60,
)  # half of its length, and from where its sleeves go; a short bar, so that it fits into a picture


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The barbell somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The barbell on the ground, its bar along x."""
    bar = _round([(0.0, -_SLEEVE_M), (0.0142, -_SLEEVE_M), (0.0142, _SLEEVE_M), (0.0, _SLEEVE_M)])
    steel, plates, small, rubber = [], [], [], []
    for side in (-1.0, 1.0):
        steel.append(
            _round(
                [
                    (0.0, _SLEEVE_M - 0.03),
                    (0.036, _SLEEVE_M - 0.03),
                    (0.036, _SLEEVE_M),
                    (0.025, _SLEEVE_M),
                    (0.025, _HALF_M),
                    (0.021, _HALF_M + 0.004),
                    (0.0, _HALF_M + 0.004),
                ],
                side,
            )
        )
        at = _SLEEVE_M
        plates.append(_plate(MIDDLE_M, 0.045, at, side))
        plates.append(_plate(MIDDLE_M, 0.045, at + 0.048, side))
        small.append(_plate(0.135, 0.032, at + 0.096, side))
        rubber.append(_round([(0.025, at + 0.13), (0.044, at + 0.132), (0.046, at + 0.16), (0.026, at + 0.165)], side))
    grips = [
        _round([(0.0148, a), (0.0150, a + 0.01), (0.0150, b - 0.01), (0.0148, b)])
        for a, b in ((-0.52, -0.16), (0.16, 0.52))
    ]
    up = (0.0, 0.0, MIDDLE_M)
    thing = Thing(
        nodes=(
            things.mesh("barbell bar", join([bar, *steel]).moved(up), "steel"),
            things.mesh("barbell grips", join(grips).moved(up), "knurl"),
            things.mesh("barbell plates", join(plates).moved(up), "plate"),
            things.mesh("barbell small plates", join(small).moved(up), "small"),
            things.mesh("barbell collars", join(rubber).moved(up), "dark"),
        ),
        materials={
            "steel": things.made_of("chrome", (0.62, 0.63, 0.65)),
            "knurl": things.made_of("metal", (0.30, 0.30, 0.31)),
            "plate": things.made_of("rubber", params.color),
            "small": things.made_of("rubber", (0.02, 0.04, 0.16)),
            "dark": things.made_of("plastic", (0.02, 0.02, 0.022)),
        },
        view_rad=0.5,
    )
    return things.scaled(thing, params.size)


def _round(rows: list[tuple[float, float]], side: float = 1.0) -> Shape:
    """Rows (radius, x) turned about the x axis, mirrored for the left side."""
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    return rings(np.array([np.column_stack([np.full(40, side * x), r * np.cos(a), r * np.sin(a)]) for r, x in rows]))


def _plate(radius: float, thick: float, at: float, side: float) -> Shape:
    """A plate with a raised rim and hub."""
    r, x = radius, at
    rows = [
        (0.026, x), (0.055, x), (0.058, x + 0.008), (r - 0.035, x + 0.008), (r - 0.030, x), (r - 0.004, x), (r, x + 0.005),
        (r, x + thick - 0.005), (r - 0.004, x + thick), (r - 0.030, x + thick), (r - 0.035, x + thick - 0.008),
        (0.058, x + thick - 0.008), (0.055, x + thick), (0.026, x + thick),
    ]  # fmt: skip
    return _round(rows, side)
