"""A Dalmatian: white with dark spots, its coat short."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, noise, op, remap, voronoi
from filmwright.spec.shot import Action, Member

WORDS = ("dalmatian",)
EXAMPLE = "A dalmatian in a park"
COLOR = "#14110f"
HOME = dog.HOME
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
FORM = dog.FORM._replace(
    tail=dog.FORM.tail._replace(rows=tuple((y, z, 0.62 * r) for y, z, r in dog.FORM.tail.rows)),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Black spots, unless the text names another color."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The dog, spotted."""
    rest = coords("rest")
    wobble = op("vscale", op("noise_color", rest, 40.0, detail=2.0, roughness=0.5, distortion=0.0), 0.012)
    cells = voronoi(op("vadd", rest, wobble), scale=19.0)
    size = 0.17 + 0.16 * noise(rest, scale=9.0)
    spots = remap(cells - size, 0.02, -0.02)
    skin = painted(
        varied((0.80, 0.78, 0.74), 8.0, 0.05),
        (params.color, spots * attribute("spotted")),
        (params.color, attribute("ear")),
        ((0.010, 0.008, 0.007), attribute("dark")),
    )
    coat = quadruped.Coat(
        _masks,
        hairy(skin, FORM.height_m, relief=0.15, gloss=0.4, sheen=0.1),
        fittings((0.03, 0.025, 0.022), FORM.eye.iris),
    )
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    lip = at.head * np.exp(-(((at.hz + 0.135) / 0.018) ** 2)) * step(at.u, 0.42, 0.55) * (1 - at.ear)
    return {
        "spotted": 1 - 0.8 * at.head * step(at.u, 0.5, 0.7),
        "ear": 0.9 * at.ear * step(at.hz, 0.2, 0.05),
        "dark": lip,
    }


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return dog.move(thing, action, performance)
