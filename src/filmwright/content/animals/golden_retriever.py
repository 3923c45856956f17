"""A golden retriever."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.spec.shot import Action, Member

WORDS = ("golden retriever",)
EXAMPLE = "A golden retriever in a meadow"
COLOR = "#c49a5f"
HOME = dog.HOME
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Golden, lighter or darker."""
    return quadruped.chosen(rng, member, COLOR, "#b98a4d")


def build(params: Params) -> Thing:
    """The dog, in gold."""
    return dog.build(params)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return dog.move(thing, action, performance)
