"""Walking hand in hand: two go side by side at the slower one's pace, their hands swing with the steps."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import walk
from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat
from filmwright.content.figure.hand_in_hand import join, posed
from filmwright.content.kinds import Motion, Performance

WORDS = ("walk hand in hand",)
EXAMPLE = "A couple walks hand in hand on the beach"
POSTURE = "walk"
FOR_TWO = "side"
SEEN = ("whole",)
FACE = ("happy",)

_APART_M = 0.60  # of grown people; chosen
_SWING_M = 0.075  # of the hands, ahead and back; chosen
_USUAL = "casual"


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """How far apart the two go."""
    return pair.beside(_APART_M * (hands.scale(one) + hands.scale(two)) / 2)


def build(body: Body, performance: Performance) -> Motion:
    """The body walks along the performance's path, hand in hand with its partner; alone if it has none."""
    performance = performance._replace(manner=performance.manner or _USUAL)
    motion = walk.build(body, performance)
    partner = performance.partner
    if partner is None:
        return motion
    act = pair.act_of(body, performance, partner)
    other = walk.build(partner.body, act)
    t = performance.times_s
    seen = pair.Seen(posed(body, motion, t), posed(partner.body, other, t), partner.sole_m - performance.sole_m)
    leads = pair.leads(performance)
    steps = walk.beat(body, performance) if leads else walk.beat(partner.body, act)
    phase = performance.phase if leads else act.phase
    join(seen, t, _SWING_M * np.sin(2 * np.pi * (t / steps.period_s + phase)), leads=leads)
    return seen.own.finish()


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return walk.beat(body, performance._replace(manner=performance.manner or _USUAL))


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body walks in that manner."""
    return walk.pace(body, manner or _USUAL)
