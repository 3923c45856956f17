"""A leopard in its rosettes."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import tiger
from filmwright.content.animals._anatomy import gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute, coords, noise, op, remap, voronoi
from filmwright.spec.shot import Action, Member

WORDS = ("leopard", "snow leopard")
EXAMPLE = "A leopard on the savanna"
COLOR = "#bb8f52"
HOME = ("savanna", "jungle", "meadow")
FORM = tiger.FORM._replace(
    height_m=0.68,
    head=0.41,
    fore=tiger.FORM.fore._replace(girth=stout(PAWED_FORE, 1.05, 1.35)),
    hind=tiger.FORM.hind._replace(girth=stout(PAWED_HIND, 1.05, 1.3)),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Tan."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The leopard."""
    rest = coords("rest")
    wobble = op("vscale", op("noise_color", rest, 40.0, detail=2.0, roughness=0.5, distortion=0.0), 0.018)
    cells = voronoi(op("vadd", rest, wobble), scale=10.5, randomness=0.7)
    broken = remap(noise(rest, scale=34.0), 0.38, 0.46)
    ring = remap(cells, 0.27, 0.33) * remap(cells, 0.56, 0.49) * broken
    heart = remap(cells, 0.36, 0.28)
    dots = remap(voronoi(op("vadd", rest, wobble), scale=24.0), 0.38, 0.30)
    dark = (0.014, 0.011, 0.009)
    skin = painted(
        varied(params.color, 7.0, 0.15),
        ((0.80, 0.74, 0.64), attribute("pale")),
        (shaded(params.color, 0.48), heart * attribute("rosettes") * 0.8),
        (dark, ring * attribute("rosettes")),
        (dark, dots * attribute("dots")),
        ((0.02, 0.014, 0.012), attribute("mouth")),
    )
    fits = fittings((0.012, 0.010, 0.009), FORM.eye.iris, nose=(0.20, 0.09, 0.075))
    coat = quadruped.Coat(_masks, hairy(skin, FORM.height_m, relief=0.4), fits, Fur(0.032, 0.0011, 28000))
    return quadruped.build(FORM, coat, params)


def _masks(at: Where) -> dict[str, F64]:
    flank = np.clip(at.trunk + at.leg * step(at.z, 0.45, 0.6), 0, 1) * (1 - at.head)
    dots = np.clip(1 - flank, 0, 1) * (1 - at.ear) * (1 - at.foot) * (1 - at.head * step(at.u, 0.55, 0.7))
    return {
        "pale": np.maximum(0.9 * tiger.big_cat_pale(at), 0.5 * at.inner),
        "rosettes": flank,
        "dots": dots,
        "mouth": np.maximum(0.8 * tiger.mouth(at), 0.9 * at.ear * (1 - at.inner)),
    }


SPEEDS = gait.speeds(FORM.height_m, run=gait.GALLOP)
ACTIONS = tiger.ACTIONS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, run=gait.GALLOP, wag=0.12)
