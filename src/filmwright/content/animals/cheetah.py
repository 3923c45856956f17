"""A cheetah: slender, small-headed, spotted, a dark line from each eye to the mouth."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import tiger
from filmwright.content.animals._anatomy import gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, op, remap, voronoi
from filmwright.spec.shot import Action, Member

WORDS = ("cheetah",)
EXAMPLE = "A cheetah runs across the savanna"
COLOR = "#d0a968"
HOME = ("savanna", "meadow")
FORM = tiger.FORM._replace(
    height_m=0.86,
    torso=tuple((y * 0.9, top, bottom + 0.13 * max(0.0, 0.3 - y), 0.74 * half) for y, top, bottom, half in tiger.FORM.torso),
    neck=((0.34, 0.84, 0.11, 0.165), (0.48, 0.97, 0.10, 0.145), (0.58, 1.08, 0.10, 0.125)),
    poll=(0.56, 1.12),
    head=0.305,
    fore=tiger.FORM.fore._replace(
        joints=((0.26, 0.94), (0.43, 0.66), (0.28, 0.53), (0.31, 0.22), (0.32, 0.06), (0.40, 0.03)),
        girth=stout(PAWED_FORE, 0.80, 0.82), top_x=0.09, foot_x=0.10,
    ),
    hind=tiger.FORM.hind._replace(
        joints=((-0.42, 0.82), (-0.28, 0.54), (-0.55, 0.29), (-0.50, 0.06), (-0.41, 0.03)),
        girth=stout(PAWED_HIND, 0.88, 0.82), top_x=0.08, foot_x=0.10,
    ),
    tail=tiger.FORM.tail._replace(
        rows=((-0.56, 0.86, 0.04), (-0.72, 0.72, 0.036), (-0.86, 0.56, 0.034), (-1.0, 0.44, 0.034), (-1.14, 0.42, 0.03))
    ),
    foot_size=(0.14, 0.11),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Tan."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The cheetah."""
    rest = coords("rest")
    wobble = op("vscale", op("noise_color", rest, 50.0, detail=2.0, roughness=0.5, distortion=0.0), 0.012)
    spots = remap(voronoi(op("vadd", rest, wobble), scale=23.0, randomness=0.55), 0.34, 0.28)
    skin = painted(
        varied(params.color, 7.0, 0.12),
        ((0.82, 0.77, 0.68), attribute("pale")),
        ((0.014, 0.011, 0.009), spots * attribute("spotted")),
        ((0.014, 0.011, 0.009), attribute("dark")),
    )
    fits = fittings((0.012, 0.010, 0.009), (0.40, 0.20, 0.03), nose=(0.03, 0.022, 0.02))
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.3), fits, Fur(0.024, 0.0010, 28000))
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    across = 0.145 - 0.09 * np.clip((at.u - 0.60) / 0.2, 0, 1)
    tear = (
        face
        * np.exp(-(((at.hx - across) / 0.024) ** 2))
        * step(at.u, 0.58, 0.62)
        * step(at.u, 0.88, 0.80)
        * step(at.hz, -0.14, -0.06)
    )
    ringed = at.tail * step(at.along, 0.6, 0.7) * step(np.sin(46.0 * at.along), 0.0, 0.3)
    spotted = (1 - face * step(at.u, 0.45, 0.6)) * (1 - at.ear) * (1 - at.tail * step(at.along, 0.55, 0.65))
    dark = np.maximum.reduce([tear, 0.8 * tiger.mouth(at), ringed, 0.7 * at.ear * (1 - at.inner)])
    return {"pale": 0.9 * tiger.big_cat_pale(at), "spotted": spotted, "dark": dark}


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = tiger.ACTIONS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.12)
