"""A unicorn: a white horse with a horn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import horse
from filmwright.content.animals._anatomy import features, quadruped
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.spec.shot import Action, Member

WORDS = ("unicorn",)
EXAMPLE = "A unicorn in a meadow"
COLOR = "#ebe7e0"
HOME = horse.HOME
SPEEDS = horse.SPEEDS
ACTIONS = horse.ACTIONS
CARRIES = horse.CARRIES


def vary(rng: np.random.Generator, member: Member) -> Params:
    """White."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The horse with its horn."""
    return horse.build(params, _horn)


def _horn(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = ((0.22, 0.0, 0.13), (0.16, 0.0, 0.40), (0.10, 0.0, 0.66), (0.05, 0.0, 0.88))
    return [features.horns(form, skel, path, (0.050, 0.038, 0.022, 0.004), name="horn", ridges=0.10)]


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return horse.move(thing, action, performance)
