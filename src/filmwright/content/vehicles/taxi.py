"""A yellow taxi: the sedan with a lit sign on its roof and a checkered band."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _body, car
from filmwright.content.vehicles._body import SEDAN, Skin
from filmwright.scene.shapes import Shape, box, join
from filmwright.spec.shot import Member

WORDS = ("taxi", "cab", "taxicab", "yellow cab")
EXAMPLE = "A taxi on a city street"
COLOR = "#e0a010"
HOME = ("city_street", "neon_street")
SPEEDS = car.SPEEDS
CARRIES = car.CARRIES
_ROOF_M = 1.435


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The taxi somebody asked for."""
    asked = things.asked(rng, member, COLOR)
    return asked._replace(action="drive_car") if car.is_driven(member) else asked


def build(params: Asked) -> Thing:
    """The taxi."""
    body = _body.skin(SEDAN)
    extra = (
        things.mesh("taxi sign", box((0.62, 0.17, 0.17), center=(0, -0.35, _ROOF_M + 0.115), bevel=0.035), "sign"),
        things.mesh("taxi foot", box((0.50, 0.20, 0.05), center=(0, -0.35, _ROOF_M + 0.02), bevel=0.015), "black"),
        things.mesh("taxi letters", _letters(), "black"),
        things.mesh("taxi dark squares", _checks(body, 0), "black"),
        things.mesh("taxi pale squares", _checks(body, 1), "pale"),
    )
    more = {
        "sign": _parts.glow("#ffdf8a", 1.6),
        "black": things.made_of("plastic", (0.012, 0.012, 0.013)),
        "pale": things.made_of("plastic", (0.75, 0.74, 0.70)),
    }
    return things.scaled(car.sedan(params.color, extra, more, driven=bool(params.action)), params.size)


def _letters() -> Shape:
    """TAXI, to be read from ahead and from behind."""
    word = _parts.front(_parts.lettering("TAXI", 0.105, (0, 0), width=0.020), 0.0, _ROOF_M + 0.115)
    ahead = word.moved((0, -0.35 + 0.0865, 0))
    behind = word._replace(points=word.points * [-1, -1, 1]).moved((0, -0.35 - 0.0865, 0))
    return join([ahead, behind])


def _checks(body: Skin, which: int) -> Shape:
    """One color of the squares in two rows along the doors."""
    made = []
    side = 0.072
    for k in range(23):
        for row in range(2):
            if (k + row) % 2 != which:
                continue
            y, z = 0.74 - side * k, 0.735 - side * (row + 0.5)
            x = body.side(y, z) + 0.003
            made += [box((0.006, side, side), center=(s * x, y, z)) for s in (-1.0, 1.0)]
    return join(made)
