"""A clownfish: orange, three white bars with black edges, black rims on its fins."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, things
from filmwright.content.animals import fish
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.spec.shot import Action, Member

WORDS = ("clownfish", "clown fish", "anemonefish")
EXAMPLE = "A clownfish in a coral reef"
COLOR = "#ee6a10"
HOME = fish.HOME
SPEEDS = fish.SPEEDS
ACTIONS = fish.ACTIONS


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Orange, unless the text names a color; smaller than others."""
    size = 0.7 * float(rng.uniform(0.94, 1.06)) * things.size_of(member)
    return Params(size, colors.resolve(member.color or COLOR, where=f"{member.id}.color"), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The fish, in its bars."""
    return fish.barred(params, (0.88, 0.88, 0.86), (0.012, 0.012, 0.014), (0.012, 0.012, 0.014))


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return fish.move(thing, action, performance)
