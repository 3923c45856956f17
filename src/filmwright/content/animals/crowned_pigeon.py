"""A Victoria crowned pigeon: slate blue, a fan of lacy feathers on its head, a maroon breast, a red eye in a dark mask."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.animals import pigeon
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.feathers import feather
from filmwright.content.animals._plumage.form import Beak
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("crowned pigeon",)
EXAMPLE = "A Victoria crowned pigeon in the jungle"
COLOR = "#45688c"
HOME = ("jungle", "garden", "park")

FORM = pigeon.FORM._replace(
    height_m=0.62,
    beak=Beak((pigeon.FORM.beak.root[0] - 0.012, pigeon.FORM.beak.root[1]), pigeon.FORM.beak.tip, (0.026, 0.024)),
    eye=(0.44, 0.10, 0.27, (0.72, 0.012, 0.008)),
)
_STALKS = 34  # of the crest; chosen


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Slate blue, unless the text names another color."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The bird."""
    color = params.color
    feathers = painted(
        varied(color, 10.0, 0.15),
        (shaded(color, 1.8), attribute("pale")),
        ((0.115, 0.014, 0.026), attribute("breast")),
        (shaded(color, 0.25), attribute("deep")),
        ((0.80, 0.82, 0.85), attribute("white")),
    )
    made = Plumage(_masks, feathers, (0.06, 0.065, 0.075), (0.30, 0.05, 0.06), gloss=0.15)
    return bird.build(FORM, made, params, [("crest", _crest(), "head")])


def _crest() -> Shape:
    """A fan of stalks over the head, bare below, each with a lacy tip."""
    y, z, r = FORM.head
    pieces = []
    for k in range(_STALKS):
        share = k / (_STALKS - 1)
        lean = math.radians(50.0 - 128.0 * share)  # from ahead to behind
        aside = 0.20 * (((k * 0.618) % 1.0) - 0.5)
        root = np.array(
            [0.28 * aside * r, y + (0.62 - 1.05 * share) * r, z + (0.72 + 0.22 * math.sin(math.pi * share)) * r]
        )
        way = np.array([aside, math.sin(lean), math.cos(lean)])
        long = r * (1.55 + 0.95 * math.sin(math.pi * (0.12 + 0.82 * share)))
        back = np.array([0.0, -0.16 * long, 0.0])
        line = [root + long * t * way + back * t * t for t in np.linspace(0, 1, 6)]
        stalk = sweep(line, 0.022 * r * np.linspace(1.0, 0.6, 6), sides=5)
        pieces.append(
            stalk.with_data("along", np.full(len(stalk.points), 0.2)).with_data("edge", np.zeros(len(stalk.points)))
        )
        tip, axis = line[-1], (line[-1] - line[-3]) / np.linalg.norm(line[-1] - line[-3])
        side = np.cross([1.0, 0.0, 0.0], axis)
        for m in range(7):  # barbs of the tip, a small fan
            spread = (m - 3) / 3 * 0.62
            barb_way = axis * math.cos(spread) + side * math.sin(spread)
            start = line[-2] + (tip - line[-2]) * (0.2 + 0.8 * (1 - abs(m - 3) / 3))
            path = [start + 0.34 * r * t * barb_way for t in np.linspace(0, 1, 4)]
            pieces.append(feather(path, np.array([0.6, 1.0, 0.9, 0.15]) * 0.030 * r, [1.0, 0.0, 0.0], thick=0.002))
    return join(pieces)


def _masks(at: Spot) -> dict[str, F64]:
    n = 0.02 * at.cloud(14.0, 2)
    body, wing, tail, crest = (float(at.part == k) for k in (0, 1, 2, 3))
    breast = (
        body
        * step(at.z + 0.30 * at.y + n, 0.80, 0.74)
        * step(at.y + n, -0.10, 0.02)
        * step(at.above, -0.7, -1.1)
        * step(at.z, 0.40, 0.46)
    )
    mask = body * step(np.hypot((at.ahead - 0.48) / 0.62, (at.above - 0.06) / 0.26), 1.05, 0.9)
    band = wing * np.exp(-(((at.along - 0.72) / 0.10) ** 2))
    return {
        "breast": np.maximum(breast, 0.9 * wing * step(at.along, 0.80, 0.9)),
        "pale": 0.8 * band + 0.4 * tail * step(at.along, 0.8, 0.95) + 0.35 * crest,
        "deep": np.maximum(mask, 0.3 * tail * step(at.along, 0.8, 0.2)),
        "white": crest * step(at.along, 0.72, 0.92),
    }


SPEEDS = motion.speeds(FORM)
ACTIONS = pigeon.ACTIONS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
