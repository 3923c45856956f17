"""Holding hands: two stand side by side, hand in hand, and look at each other now and then."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import Body
from filmwright.content.figure.hand_in_hand import join
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Motion, Performance

WORDS = ("hold hands",)
EXAMPLE = "A man and a woman hold hands"
POSTURE = "stand"
FOR_TWO = "side"
SEEN = ("full",)
FACE = ("happy",)

_APART_M = 0.56  # of grown people; chosen
_TURN_RAD = 0.16


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: side by side, a little turned to each other."""
    return pair.beside(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] stands hand in hand with its partner from the first moment to the end."""
    partner = pair.partner_of(body, performance, stations)
    act = pair.act_of(body, performance, partner)
    own, other = stand(body, performance), stand(partner.body, act)
    t = performance.times_s
    swing = 0.010 * np.sin(2 * np.pi * t / 2.6)
    seen = pair.Seen(own, other, partner.sole_m - performance.sole_m)
    join(seen, t, swing, leads=pair.leads(performance))
    return own.finish()
