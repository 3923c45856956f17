"""A house sparrow: brown and streaked, a gray crown, a black bib."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import bird as songbird
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("sparrow",)
EXAMPLE = "Three sparrows in a park"
COLOR = "#80502c"
HOME = songbird.HOME

FORM = songbird.FORM._replace(
    beak=Beak((0.415, 0.815), (0.60, 0.775), (0.070, 0.075)),
    eye=(0.50, 0.16, 0.20, (0.02, 0.012, 0.008)),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A cock, his colors strong."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The bird."""
    color = params.color
    feathers = painted(
        varied(color, 30.0, 0.20),
        ((0.60, 0.56, 0.50), attribute("pale")),
        ((0.21, 0.20, 0.19), attribute("gray")),
        (shaded(color, 0.22), attribute("deep")),
        ((0.012, 0.010, 0.010), attribute("dark")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.025, 0.022, 0.022), (0.20, 0.11, 0.08)), params)


def _masks(at: Spot) -> dict[str, F64]:
    n = 0.03 * at.cloud(24.0, 2)
    body = float(at.part == 0)
    crown = body * step(at.above + 8 * n, 0.50, 0.72) * step(at.ahead, -0.9, -0.4)
    bib = (
        body
        * step(at.above, 0.0, -0.2)
        * step(at.ahead, 0.30, 0.6)
        * step(at.above, -1.9, -1.5)
        * step(np.abs(at.x), 0.13, 0.09)
    )
    lore = body * step(np.hypot((at.ahead - 0.72) / 0.30, (at.above - 0.14) / 0.16), 1.1, 0.8)
    cheek = body * step(np.hypot(at.ahead - 0.20, at.above + 0.12), 0.55, 0.42)
    belly = body * step(at.z + n - 0.25 * at.y, 0.56, 0.46)
    streaks = (
        step(np.sin(70.0 * at.x + 20.0 * at.z), 0.35, 0.7)
        * body
        * at.back
        * step(at.z, 0.52, 0.60)
        * step(at.above, -0.8, -1.2)
    )
    bars = float(at.part == 1) * (step(at.edge, 0.25, 0.75) * 0.25 + step(at.along, 0.5, 0.95))
    return {
        "pale": np.maximum(0.9 * belly, 0.85 * cheek), "gray": crown, "deep": np.maximum.reduce([0.8 * streaks,
        0.8 * bars, 0.6 * (at.part == 2) * at.along]),
        "dark": np.maximum(bib, lore),
    }  # fmt: skip


SPEEDS = motion.speeds(FORM)
ACTIONS = songbird.ACTIONS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
