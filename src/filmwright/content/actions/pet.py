"""Petting an animal: on one knee beside it, a hand stroking along its back, the other at its neck."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work, kneel
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, columns, smooth_step
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh

WORDS = ("pet",)
EXAMPLE = "A woman in a green jacket pets a dog in a park"
POSTURE = "stand"
SEEN = ("full",)
USES = ("dog", "golden_retriever", "dalmatian", "sheep", "goat", "wolf")
HOME = ("park", "meadow")
ALSO = ("groom_dog", "groom")
FACE = ("happy",)
TURN_RAD = 0.35

_STROKE_S = 1.9
_NEAR_M = 0.41  # of the animal's spine from who pets it
_SETTLED_S = 4.0  # kneeling takes two seconds: it has been done before


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] strokes from the first moment to the end."""
    down = performance._replace(start_s=performance.start_s + _SETTLED_S, look_at=None)
    standing = kneel.knelt(body, down)
    poser, t = standing.poser, performance.times_s
    _work.bow(poser, 40.0)
    u = (t / _STROKE_S) % 1.0
    along = smooth_step(u, 0.0, 0.62) * (1 - smooth_step(u, 0.68, 1.0))
    lift = 0.05 * np.sin(np.pi * np.clip((u - 0.62) / 0.38, 0.0, 1.0))
    x = 0.12 - 0.36 * along  # from the withers to the loins
    spot = (
        np.stack([_back(performance.using, float(v)) for v in x]) + _work.floor(performance) + columns(0.0, 0.0, lift)
    )
    _work.look(poser, spot + [0.12, 0.0, 0.05], share=0.7, most_deg=34.0)
    poser.curl("r", 10.0, thumb_deg=14.0)
    hands.bring(
        poser, "r", spot, columns(-0.12, -0.95, 0.10 + 0 * t), np.array([0.0, -0.10, -1.0]), _work.elbow(poser, 0.9, 0.3, 0.5),
        at=hands.hollow(body, "r", 0.004),
    )  # fmt: skip
    neck = _back(performance.using, 0.20) + _work.floor(performance) + np.array([0.0, 0.07, -0.06])
    poser.curl("l", 16.0, thumb_deg=16.0)
    hands.bring(
        poser, "l", neck + columns(0.008 * np.sin(2 * np.pi * t / 0.9), 0.0, 0.012 * np.cos(2 * np.pi * t / 0.9)),
        np.array([0.35, -0.85, -0.10]), np.array([0.10, -0.60, -0.75]), _work.elbow(poser, 0.9, 0.3, 0.5, "l"),
        at=hands.hollow(body, "l", 0.004),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The animal across before the body, its head to the body's left."""
    return Hold("", about("z", -90.0), np.array([-0.05, -_NEAR_M, 0.0]))


def _back(thing: Thing | None, left_m: float) -> F64:
    """A point of the animal's back (3,) in model axes, so far to the body's left of where it stands."""
    high = 0.55
    if thing is not None:
        skin = np.concatenate([np.asarray(n.points, float).reshape(-1, 3) for n in thing.nodes if isinstance(n, Mesh)])
        near = skin[(np.abs(skin[:, 0]) < 0.04) & (np.abs(skin[:, 1] - left_m) < 0.05)]
        high = float(near[:, 2].max(initial=0.3))
    return np.array([left_m - 0.05, -_NEAR_M, high - 0.008])
