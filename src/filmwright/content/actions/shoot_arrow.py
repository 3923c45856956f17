"""Archery: side on to the target, the bow up in the left hand, the string drawn to the chin; held, let go, and drawn again."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, columns, smooth_step, unit, wander
from filmwright.content.figure.stance import begun, breath
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import bow_and_arrow

WORDS = ("shoot arrow", "archery")
EXAMPLE = "A woman in a green shirt shoots an arrow in a meadow"
POSTURE = "stand"
SEEN = ("raised_arms",)
USES = ("bow_and_arrow",)
HOME = ("meadow", "park", "studio")
FACE = ("serious",)
TURN_RAD = -0.35

_PERIOD_S = 8.4
_DRAWN, _GONE, _NEXT = 2.40, 4.40, 7.20  # seconds: the string at the chin, the arrow gone, another on the string
_UNSEEN = np.array([0.0, 0.0, -60.0])  # where the shape of the bow waits that is not on show


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] shoots to its left, the bow drawn at first; the arrow is gone after two seconds."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t + _DRAWN + _PERIOD_S * performance.phase) % _PERIOD_S
    draw = smooth_step(u, 0.15, _DRAWN) * (1 - smooth_step(u, _GONE, _GONE + 0.10))
    loosed = smooth_step(u, _GONE, _GONE + 0.25) * (1 - smooth_step(u, _GONE + 0.45, _NEXT))
    back = smooth_step(u, 0.15, _DRAWN) * (
        1 - smooth_step(u, _GONE + 0.45, _NEXT)
    )  # of the hand, with or without the string
    air = 0.4 * breath(t)
    rows = columns(2.0, 4.0 * (1 - draw), 0.0, 0.0, -1.0 - 1.5 * draw, 0.01, 0.0, 0.02 + 0.002 * air)
    _sport.bodily(standing, rows)
    _sport.planted(standing, performance, (0.21, 0.0, 12.0), (-0.21, 0.0, 12.0))
    poser.world("neck_01", about("z", 38.0))
    poser.world("head", about("z", 80.0) @ about("x", -1.0 + 0.6 * wander(t, 3.0, 0.5)))
    for side, sign in (("l", 1.0), ("r", -1.0)):
        poser.turn(f"clavicle_{side}", about("z", -sign * 6.0 * draw))
    way = unit(np.array([1.0, -0.10, 0.03]))
    up = np.array([0.05, 0.06, 1.0])
    chin = poser.at("head")[1] + np.array([0.055, -0.085, -0.035]) * s
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    shoulder = poser.at("upperarm_l")[1]
    bow_hand = chin * [0, 1, 1] + shoulder * [1, 0, 0] + way * (arm * 0.965 + 0.06 * s)
    bow_hand = (
        bow_hand
        + columns(0.006 * wander(t, 2.2, 0.3), 0.0, 0.005 * wander(t, 1.9, 1.4))
        + np.array([0.0, 0.0, -0.02 * s])
    )
    size = _size(body)
    full = np.linalg.norm(bow_hand - chin, axis=1)
    turned = hands.pointing(way + 0 * bow_hand, up)
    hands.close(poser, "l", 0.016, thumb_deg=26.0)
    hands.carry(poser, "l", _grip(), turned, bow_hand, columns(0.1, 0.5, -1.0))
    brace = bow_and_arrow.BRACE_M * size
    nock = bow_hand - way * (brace + (full - brace) * draw)[:, None]
    rest = bow_hand - way * brace
    hand = rest + (chin - rest) * back[:, None] + columns(-0.03 * loosed, 0.0, 0.02 * loosed) * s
    pole = np.array([-0.15, 0.85, 0.35])
    _sport.in_line(poser, "r", hand, None, pole, 0.004)
    tense = draw > 0.5
    gone = (u > _GONE) & (u < _NEXT)
    arrow = nock + way * np.clip(u - _GONE, 0.0, 1.2)[:, None] * 55.0 * gone[:, None]
    return _sport.finish(
        standing,
        {
            "drawn": (np.where(tense[:, None], bow_hand, _UNSEEN), turned),
            "slack": (np.where(tense[:, None], _UNSEEN, bow_hand), turned),
            "arrow": (arrow, turned),
        },
    )


def hold(body: Body, thing: Thing) -> Hold:
    """The grip of the bow in the left hand."""
    return hands.hold(body, "l", _grip())._replace(size=_size(body))


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The bow as it is drawn, the bow at rest, and the arrow."""
    own = hold(body, thing)
    shown = {"drawn": bow_and_arrow.DRAWN, "slack": bow_and_arrow.SLACK, "arrow": bow_and_arrow.ARROW}
    return {name: own._replace(loose=loose) for loose, names in shown.items() for name in names}


def _grip() -> hands.Grip:
    """A fist round the middle of the bow from behind, the thumb up."""
    return hands.Grip(np.zeros(3), np.array([0.25, 0.75, 0.45]), np.array([-0.85, 0.50, 0.0]), 0.016)


def _size(body: Body) -> float:
    return hands.scale(body)
