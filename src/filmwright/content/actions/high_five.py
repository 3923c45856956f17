"""A high five: two raise their right hands and the palms meet over the heads."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.figure.stance import Standing, look_towards, stand
from filmwright.content.kinds import Motion, Performance

WORDS = ("high five",)
EXAMPLE = "A boy and a girl high five"
POSTURE = "stand"
FOR_TWO = "face"
SEEN = ("raised_arms",)
FACE = ("happy",)

_TURN_RAD = math.radians(64.0)
_APART_M = 0.72
_EVERY_S = 4.8
_UP_S, _MEET_S, _LEAVE_S, _DOWN_S = (0.60, 1.62), 1.82, 2.25, 4.10  # in each: raised, met, parted, down; chosen


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where the two stand: within each other's reach."""
    return pair.facing(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] strikes its palm against its partner's after two seconds (the middle of a usual shot) and every 4.8 s."""
    partner = pair.partner_of(body, performance, stations)
    act = pair.act_of(body, performance, partner)
    own, other = _turned(body, performance), _turned(partner.body, act)
    seen = pair.Seen(own, other, partner.sole_m - performance.sole_m)
    poser, u = own.poser, performance.times_s % _EVERY_S
    raised = smooth_step(u, *_UP_S) * (1 - smooth_step(u, _LEAVE_S, _DOWN_S))
    met = smooth_step(u, _UP_S[1] - 0.05, _MEET_S) ** 2 * (1 - smooth_step(u, _LEAVE_S, _LEAVE_S + 0.3))
    here, there = poser.at("upperarm_r")[1], seen.point(other.poser.at("upperarm_r")[1])
    ahead = pair.level(there - here)
    # As high as the shorter one's nearly straight arm comes half-way to the other.
    half = np.linalg.norm((there - here)[:, :2], axis=1) / 2
    highs = []
    for shoulder, b in ((here, body), (there, partner.body)):
        first = sum(poser.lengths("upperarm_r", "lowerarm_r", "hand_r")) if b is body else _arm_m(b)
        highs.append(shoulder[:, 2] + np.sqrt(np.maximum((0.93 * first) ** 2 - half**2, 0.01)) * 0.88)
    spot = (here + there) / 2
    spot[:, 2] = np.minimum(highs[0], highs[1])
    back = spot - ahead * (0.20 * hands.scale(body) * (1 - met))[:, None] + columns(0.0, 0.0, 0.03 * (1 - met))
    poser.curl("r", -2.0, thumb_deg=0.0)
    up = columns(
        0.0, 0.0, 1.0
    )  # a hand that rises turns by way of pointing ahead, palm down: else either way round is as near
    hands.bring(
        poser,
        "r",
        back,
        up * raised[:, None] + ahead * (0.20 * met - 0.12 + 1.0 - raised)[:, None],
        ahead * raised[:, None] - up * (1.0 - raised)[:, None],
        apply(poser.at("spine_03")[0], np.array([-0.75, 0.1, -0.6])),
        at=pair.palm(body, "r"),
        share=raised,
    )
    return own.finish()


def _arm_m(body: Body) -> float:
    h = body.heads
    return float(np.linalg.norm(h["lowerarm_r"] - h["upperarm_r"]) + np.linalg.norm(h["hand_r"] - h["lowerarm_r"]))


def _turned(body: Body, performance: Performance) -> Standing:
    """The body as it stands; its arm is still to come."""
    standing = stand(body, performance, liveliness=0.5)
    u = performance.times_s % _EVERY_S
    swing = smooth_step(u, _UP_S[1], _MEET_S) * (1 - smooth_step(u, _LEAVE_S, _DOWN_S))
    wind = smooth_step(u, *_UP_S) * (1 - smooth_step(u, _UP_S[1], _MEET_S))
    standing.poser.bend("spine_02", about("z", 9.0 * swing - 7.0 * wind))
    standing.poser.bend("spine_03", about("z", 6.0 * swing - 4.0 * wind) @ about("x", 3.0 * swing))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.ones_like(u))
    return standing
