"""Playing tennis: a forehand, and again: the racket taken back, swung through the ball and up over the other shoulder."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import tennis_ball, tennis_racket

WORDS = ("play tennis",)
EXAMPLE = "A woman in a white t-shirt plays tennis"
POSTURE = "stand"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("full",)
USES = ("tennis_racket",)
HOME = ("tennis_court", "park", "studio")
ALSO = ("play_badminton",)
TURN_RAD = 0.75

_PERIOD_S = 2.5
_HIT = 0.46  # when the ball is hit, as a share of the period
_COMES_S, _GOES_S = 0.62, 0.62
# Moment; hips and chest turned to the left, bent, bowed, leaning left; hips moved left, back, down.
_BODY = (
    (0.00, 0.0, 0.0, 18.0, 8.0, 0.0, 0.00, 0.02, 0.10),
    (0.20, -42.0, -26.0, 12.0, 4.0, 0.0, -0.06, 0.05, 0.10),
    (0.36, -48.0, -30.0, 14.0, 6.0, -3.0, -0.07, 0.04, 0.14),
    (0.46, -8.0, -4.0, 14.0, 6.0, -5.0, 0.02, -0.04, 0.11),
    (0.58, 26.0, 26.0, 8.0, 2.0, 0.0, 0.06, -0.06, 0.07),
    (0.70, 28.0, 28.0, 8.0, 2.0, 0.0, 0.06, -0.05, 0.07),
    (0.90, 2.0, 2.0, 18.0, 8.0, 0.0, 0.00, 0.02, 0.10),
)
_LEFT = (
    (0.00, 0.20, 0.04, 14.0, 0.0, 0.0),
    (0.20, 0.20, 0.04, 10.0, 0.0, 0.0),
    (0.28, 0.15, 0.16, -4.0, 0.09, 8.0),
    (0.37, 0.11, 0.26, -10.0, 0.0, 0.0),
    (0.74, 0.11, 0.26, -10.0, 0.0, 0.0),
    (0.82, 0.16, 0.15, 4.0, 0.08, 8.0),
    (0.90, 0.20, 0.04, 14.0, 0.0, 0.0),
)
_RIGHT = (
    (0.00, -0.20, -0.02, 16.0, 0.0, 0.0),
    (0.16, -0.20, -0.02, 40.0, 0.0, 4.0),
    (0.38, -0.20, -0.02, 40.0, 0.0, 10.0),
    (0.50, -0.20, -0.02, 20.0, 0.0, 40.0),
    (0.60, -0.20, -0.02, 6.0, 0.0, 58.0),
    (0.72, -0.20, -0.02, 6.0, 0.0, 56.0),
    (0.88, -0.20, -0.02, 16.0, 0.0, 0.0),
)
# The racket: its grip from between the feet (left, ahead, up), where its head is from there, and where its strings look.
_RACKET = (
    (0.00, -0.04, 0.42, 1.00, 0.30, 0.50, 0.60, 0.80, 0.30, 0.00),
    (0.20, -0.56, 0.06, 1.12, -0.30, -0.25, 0.90, -0.60, 0.80, 0.20),
    (0.34, -0.64, -0.16, 0.92, -0.60, -0.75, -0.05, -0.70, 0.60, -0.20),
    (0.41, -0.62, 0.16, 0.86, -0.95, -0.30, -0.20, -0.25, 0.97, 0.05),
    (0.46, -0.46, 0.46, 0.96, -0.92, 0.36, -0.05, 0.30, 0.94, 0.05),
    (0.53, -0.12, 0.56, 1.22, -0.30, 0.90, 0.35, 0.75, 0.55, -0.20),
    (0.66, 0.20, 0.36, 1.40, 0.20, -0.40, 0.85, 0.25, -0.95, -0.10),
    (0.74, 0.22, 0.30, 1.42, 0.20, -0.50, 0.80, 0.25, -0.95, -0.10),
    (0.92, -0.02, 0.42, 1.02, 0.30, 0.50, 0.62, 0.80, 0.30, 0.00),
)

# The other arm as the chest is turned: upper arm and forearm (out, ahead, up). It is at the racket, then points at the ball.
_OTHER_ARM = (
    (0.00, 0.35, 0.60, -0.75, -0.60, 0.80, 0.10),
    (0.18, 0.45, 0.80, -0.45, -0.20, 0.95, 0.25),
    (0.36, 0.60, 0.85, -0.20, 0.25, 0.95, 0.15),
    (0.48, 0.70, 0.40, -0.65, -0.25, 0.90, 0.10),
    (0.62, 0.55, 0.30, -0.80, -0.55, 0.75, 0.45),
    (0.74, 0.50, 0.35, -0.80, -0.55, 0.75, 0.45),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays one forehand after the other; the ball comes from ahead and goes back there."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = (t / _PERIOD_S + 0.12 + performance.phase) % 1.0
    _sport.bodily(standing, _sport.through(u, _BODY))
    _sport.stepped(standing, performance, _sport.through(u, _LEFT), _sport.through(u, _RIGHT))
    rows = _sport.through(u, _RACKET) * [1, -1, 1, 1, -1, 1, 1, -1, 1]
    ball = _ball(u, performance, s)
    _work.look(poser, ball, share=0.8, most_deg=26.0)
    # The elbow is behind the stroke at first, and before the chest when the racket is over the other shoulder.
    across = _sport.through(u, ((0.0, 0.0), (0.47, 0.0), (0.62, 1.0), (0.76, 1.0), (0.94, 0.0)))
    pole = np.array([-0.9, 0.5, -0.6]) + np.array([0.5, -1.3, 0.3]) * across
    at = rows[:, 0:3] * s
    _sport.wield(poser, "r", _grip(), at, rows[:, 3:6], rows[:, 6:9], pole)
    arm = _sport.through(u, _OTHER_ARM) * [1, -1, 1, 1, -1, 1]
    _sport.free_arm(poser, "l", arm[:, :3], arm[:, 3:])
    spin = about("x", -700.0 * t)
    return _sport.finish(standing, {"ball": _sport.ball(ball, spin, tennis_ball.RADIUS_M)})


def _ball(u: F64, performance: Performance, s: float) -> F64:
    """The middle of the ball (F, 3): in off the ground before the body, hit, and away."""
    hit = np.array([-0.46 - 0.92 * 0.50, -(0.46 + 0.36 * 0.50), 0.96 - 0.03]) * [s, s, s]
    floor = tennis_ball.RADIUS_M - performance.sole_m
    bounce = np.array([-0.55, -3.4, floor])
    far = np.array([0.4, -11.0, 1.1])
    out = np.array([1.2, -13.0, 0.9])
    begins, half = _HIT - _COMES_S / _PERIOD_S, _HIT - 0.24 / _PERIOD_S
    legs = (
        _sport.Leg(begins, half, lambda k: _sport.thrown(far, bounce, _COMES_S - 0.24, k)),
        _sport.Leg(half, _HIT, lambda k: _sport.thrown(bounce, hit, 0.24, k)),
        _sport.Leg(_HIT, _HIT + _GOES_S / _PERIOD_S, lambda k: _sport.thrown(hit, out, _GOES_S, k)),
    )
    made = np.tile(out, (len(u), 1))
    for leg in legs:
        on = (u >= leg.begins) & (u < leg.ends)
        made = np.where(on[:, None], leg.at(np.clip((u - leg.begins) / (leg.ends - leg.begins), 0, 1)), made)
    return np.asarray(np.where((u < begins)[:, None], far, made))


def hold(body: Body, thing: Thing) -> Hold:
    """The racket by its grip."""
    return hands.hold(body, "r", _grip())


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The ball on its own way."""
    away = Hold("", np.eye(3), np.array([0.0, -11.0, 0.0]), loose="ball")
    return {"racket ball": away, "racket ball seam": away}


def _grip() -> hands.Grip:
    """A fist round the grip, the palm as the strings look."""
    return hands.Grip(
        np.array([0.0, 0.0, tennis_racket.GRIP_M]), np.array([0.75, 0.0, 0.66]), np.array([0.0, 1.0, 0.0]), 0.014
    )
