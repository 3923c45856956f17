"""A hula hoop: a ring of bright tube wound with stripes."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import attribute, mix, remap
from filmwright.scene.shapes import rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("hula hoop", "hoola hoop")
EXAMPLE = "A hula hoop in a studio"
COLOR = "#e0186e"
MATERIALS = ("plastic",)
HOME = ("park", "studio")
RADIUS_M, TUBE_M = 0.46, 0.0135  # of the ring and of its tube, of one for adults
_STRIPES = 16


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The hoop somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Whoever turns it has it level."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The hoop standing on its edge, a little turned; in use it lies level."""
    a = np.linspace(0, 2 * math.pi, 160, endpoint=False)
    line = np.column_stack([RADIUS_M * np.cos(a), RADIUS_M * np.sin(a), np.full(160, TUBE_M)])
    tube = sweep(line, TUBE_M, sides=12, closed=True)
    turn = np.arctan2(tube.points[:, 1], tube.points[:, 0])
    away = np.hypot(tube.points[:, 0], tube.points[:, 1]) - RADIUS_M
    round_ = np.arctan2(tube.points[:, 2] - TUBE_M, away)
    tube = tube.with_data("stripe", np.sin(_STRIPES * turn + round_))
    if not params.action:
        tube = tube.moved((0, 0, -TUBE_M)).turned(rotation(x=math.pi / 2 - 0.12))
        tube = tube.moved((0, 0, -float(tube.points[:, 2].min())))
    base = things.made_of(params.material, params.color)
    skin = base.model_copy(
        update={"color": mix(params.color, (0.85, 0.84, 0.80), remap(attribute("stripe"), 0.70, 0.78))}
    )
    thing = Thing(
        nodes=(things.mesh("hula hoop", tube, "skin", sharp_rad=None),), materials={"skin": skin}, view_rad=0.4
    )
    return things.scaled(thing, params.size)
