"""A unicorn: a white horse with a horn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from filmwright.content.animals import horse
from filmwright.content.animals._anatomy import features, quadruped
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Material
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Action, Member

WORDS = ("unicorn",)
EXAMPLE = "A unicorn in a meadow"
COLOR = "#ebe7e0"
HOME = horse.HOME
_SIDES = 20  # of the horn's mesh
SPEEDS = horse.SPEEDS
ACTIONS = horse.ACTIONS
CARRIES = horse.CARRIES


def vary(rng: np.random.Generator, member: Member) -> Params:
    """White."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The horse with its horn."""
    made = horse.build(params, _horn)
    pearl = Material(color=(0.80, 0.50, 0.14), roughness=0.28, metallic=0.55, coat=0.5, preview=(0.8, 0.6, 0.3))
    return replace(made, materials=made.materials | {"gold": pearl})


def _horn(form: Form, skel: Skeleton) -> Sequence[Part]:
    """Straight from the brow, fluted in a spiral."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    root, tip = frame.at(0.27, 0.0, 0.12, length), frame.at(0.10, 0.0, 1.22, length)
    way = (tip - root) / np.linalg.norm(tip - root)
    side = np.array([1.0, 0.0, 0.0])
    other = np.cross(way, side)
    turn = np.arange(_SIDES) * 2 * np.pi / _SIDES
    levels = []
    for s in np.linspace(0, 1, 90):
        radius = 0.072 * length * (1 - s) ** 0.9 + 0.002
        flute = radius * (1 + 0.16 * np.cos(2 * (turn - 13.0 * s**0.85)))
        levels.append(
            root + s * (tip - root) + np.outer(flute * np.cos(turn), side) + np.outer(flute * np.sin(turn), other)
        )
    return [features.joined("horn", "gold", skel, [(rings(np.array(levels)), "head")])]


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return horse.move(thing, action, performance)
