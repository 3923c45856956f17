"""A breed or a kind that differs from others by its form, the masks of its coat and the colors laid over them: all in one value, whose
methods are what content/kinds.py asks of an animal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content.animals._anatomy import features, gait, quadruped
from filmwright.content.animals._anatomy.coat import fittings, hairy, painted, shaded, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Masks, Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Material, Value, attribute
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

Layer = tuple[str, Color | float]
"""A mask, and the color laid over it: linear, or so many times as bright as the coat."""


class Breed(NamedTuple):
    """form and masks; `layers` over the coat, the last on top; its usual colors; fur; linear color of nose and lids; patches to a
    metre; `more`: what only it has; `skin`: what its material is made of, from the color and the height; how it runs, how far its tail
    sways, and whether it eats sat upright."""

    form: Form
    masks: Masks
    layers: tuple[Layer, ...]
    usual: tuple[str, ...]
    fur: Fur | None = None
    nose: Color = (0.012, 0.010, 0.010)
    lids: Color | float = 0.4
    patches: float = 10.0
    uneven: float = 0.22
    more: Callable[[Form, Skeleton], Sequence[Part]] | None = None
    skin: Callable[[Value, float], Material] = hairy
    run: gait.Gait = gait.GALLOP
    wag: float = 0.10
    nibbles: bool = False

    def vary(self, rng: np.random.Generator, member: Member) -> Params:
        """In the color the text gives, else in one of the usual."""
        return quadruped.chosen(rng, member, *self.usual)

    def build(self, params: Params) -> Thing:
        """The animal."""
        color = params.color

        def of(tone: Color | float) -> Color:
            return tone if isinstance(tone, tuple) else shaded(color, tone)

        coat = painted(
            varied(color, self.patches, self.uneven), *((of(tone), attribute(name)) for name, tone in self.layers)
        )
        fits = fittings(of(self.lids), self.form.eye.iris, nose=self.nose) | {
            "whisker": features.whisker(),
            "tooth": features.ivory(),
        }
        made = quadruped.Coat(self.masks, self.skin(coat, self.form.height_m), fits, self.fur)
        return quadruped.build(self.form, made, params, self.more)

    def move(self, thing: Thing, action: Action, performance: Performance) -> Motion:
        """What it does."""
        return quadruped.moved(
            self.form, thing, action.kind, performance, run=self.run, wag=self.wag, nibbles=self.nibbles
        )


def whiskered(u: float, x: float, z: float) -> Callable[[Form, Skeleton], Sequence[Part]]:
    """`more` for those with whiskers: from the lip at (u, x, z)."""

    def made(form: Form, skel: Skeleton) -> Sequence[Part]:
        hairs = [(u, x, z + 0.03 * k, 0.20 - 0.07 * k, 0.48, -0.14 + 0.09 * k) for k in range(4)]
        return [features.whiskers(form, skel, hairs)]

    return made
