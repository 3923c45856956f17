"""A police car: the sedan in black and white, a bar of red and blue lights on its roof."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _body, _emergency, car
from filmwright.content.vehicles._body import SEDAN
from filmwright.scene.shapes import Shape, box, join, shape
from filmwright.spec.shot import Member

WORDS = ("police car",)
EXAMPLE = "A police car on a city street"
COLOR = "#0d0e10"
HOME = ("city_street", "neon_street")
SPEEDS = car.SPEEDS
CARRIES = car.CARRIES
_ROOF_M = 1.43


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The car somebody asked for."""
    asked = things.asked(rng, member, COLOR)
    return asked._replace(action="drive_car") if car.is_driven(member) else asked


def build(params: Asked) -> Thing:
    """The police car."""
    body = _body.skin(SEDAN)
    side = max(body.side(y, 0.70) for y in (-0.8, -0.4, 0.0, 0.4))
    extra = (
        things.mesh("police doors", _doors(body), "white"),
        things.mesh("police word", _emergency.word("POLICE", 0.17, side + 0.014, -0.20, 0.71, width=0.034), "ink"),
        *_emergency.bar("police", -0.30, _ROOF_M, 1.12),
        things.mesh("police bumper", _bumper(), "lamp foot"),
    )
    more = {
        **_emergency.materials(_emergency.RED, _emergency.BLUE),
        "white": things.made_of("lacquer", (0.70, 0.70, 0.69)),
        "ink": things.made_of("plastic", (0.012, 0.014, 0.02)),
    }
    return things.scaled(car.sedan(params.color, extra, more, driven=bool(params.action)), params.size)


def _doors(body: _body.Skin) -> Shape:
    """White doors, laid over the sides."""
    made = []
    ys, zs = np.linspace(-0.99, 0.80, 40), np.linspace(0.36, 0.90, 22)
    for s in (-1.0, 1.0):
        rows = np.array([[(s * (body.side(float(y), float(z)) + 0.004), y, z) for z in zs] for y in ys])
        index = np.arange(rows.shape[0] * rows.shape[1]).reshape(rows.shape[:2])
        faces = np.stack([index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]], -1).reshape(-1, 4)
        faces = faces if s > 0 else faces[:, ::-1]
        made.append(shape(rows.reshape(-1, 3), faces))
    return join(made)


def _bumper() -> Shape:
    """The bars before the grille."""
    made = [box((0.05, 0.06, 0.44), center=(s * 0.26, 2.345, 0.50), bevel=0.02) for s in (-1, 1)]
    made += [box((0.62, 0.05, 0.05), center=(0, 2.35, z), bevel=0.02) for z in (0.42, 0.62)]
    return join(made)
