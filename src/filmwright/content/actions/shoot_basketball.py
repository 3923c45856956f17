"""Shooting at the basket: down in the knees with the ball, a jump, the ball from over the head in an arc through the ring."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport, _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, columns, leg_m, smooth_step, unit
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import basketball, basketball_hoop

WORDS = ("shoot basketball",)
EXAMPLE = "A woman in a white t-shirt shoots a basketball in a gym"
POSTURE = "stand"
WEARS = ("t_shirt", "shorts", "sneakers")
SEEN = ("twice_as_high",)
USES = ("basketball",)
WITH = ("basketball_hoop",)
HOME = ("park", "studio")
TURN_RAD = 1.25

_PERIOD_S = 3.6
_FLIGHT_S = 0.95
_DIP, _OFF, _LETS_GO, _LANDS = (
    0.45,
    0.80,
    1.00,
    1.28,
)  # seconds: lowest in the knees, off the ground, the ball gone, down again
_AWAY_M = 2.4  # from the shooter to the middle of the ring; chosen: near enough to be in the picture
_SWISH_S, _BOUNCE_S = 0.66, 0.70  # from the ring to the floor, from there to the hands


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] shoots at the basket before it, catches the ball that bounces back, and shoots again."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s, leg = hands.scale(body), leg_m(body)
    u = (t + 3.0 * performance.phase) % _PERIOD_S
    dip = smooth_step(u, 0.05, _DIP) * (1 - smooth_step(u, _DIP, _OFF))
    give = smooth_step(u, _LANDS - 0.02, _LANDS + 0.12) * (1 - smooth_step(u, _LANDS + 0.12, _LANDS + 0.5))
    air = np.clip((u - _OFF) / (_LANDS - _OFF), 0.0, 1.0)
    lift = _sport.GRAVITY / 2 * (_LANDS - _OFF) ** 2 * air * (1 - air) * 0.9
    up = smooth_step(u, 0.30, 0.98) * (1 - smooth_step(u, 1.70, 2.40))
    rows = columns(
        -6.0, -4.0, 4.0 + 20.0 * dip + 10.0 * give, 6.0 * (1 - up), 0.0, 0.0, 0.05 * (dip + give),
        0.02 + 0.24 * dip * leg / s + 0.12 * give - lift / s,
    )  # fmt: skip
    _sport.bodily(standing, rows)
    toes = 50.0 * smooth_step(u, _DIP + 0.12, _OFF) * (1 - smooth_step(u, _LANDS - 0.10, _LANDS + 0.02))
    poser.move(poser.root + columns(0.0, 0.0, 0.07 * s * smooth_step(toes, 0.0, 50.0)))
    high = lift / s
    feet = [columns(sign * 0.13, 0.06 if sign < 0 else -0.02, 8.0, high, toes) for _, sign in SIDES]
    _sport.stepped(standing, performance, feet[0], feet[1], stretch=0.995)
    ring = _ring(performance)
    _work.look(poser, ring + 0 * u[:, None], share=1.0)
    held = _hands(poser, u, up, s)
    ball = _ball(poser, performance, u, held, ring)
    return _sport.finish(standing, {"ball": _sport.ball(ball, about("x", -300.0 * t), basketball.RADIUS_M)})


def hold(body: Body, thing: Thing) -> Hold:
    """The ball in the right hand, where it does not fly."""
    return _sport.ball_in_hand(body, "r", basketball.RADIUS_M)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The basket before the shooter, its ring towards them."""
    return Hold("", np.eye(3), np.array([0.0, -_AWAY_M - basketball_hoop.RING_M[1], 0.0]))


def _ring(performance: Performance) -> F64:
    """The middle of the ring (3,) in model axes."""
    return np.array([0.0, -_AWAY_M, basketball_hoop.RING_M[2] - performance.sole_m])


def _hands(poser: Poser, u: F64, up: F64, s: float) -> F64:
    """Both hands at the ball: before the belly, up over the forehead; the right one pushes it off and stays up. Where the ball is held."""
    neck = poser.at("neck_01")[1]
    dip = smooth_step(u, 0.0, 0.45) * (1 - smooth_step(u, 0.45, 0.85))
    low = neck + np.array([-0.02, -0.36, -0.30]) * s - columns(0.0, 0.0, 0.14 * s * dip)
    top = neck + np.array([-0.09, -0.24, 0.42]) * s
    out = smooth_step(u, 0.86, _LETS_GO + 0.06) * (1 - smooth_step(u, 1.75, 2.2))
    done = neck + np.array([-0.14, -0.52, 0.54]) * s
    bulge = np.sin(np.pi * up)[:, None] * np.array([0.0, -0.16, 0.0]) * s
    held = low + (top - low) * up[:, None] + bulge
    held = held + (done - held) * out[:, None]
    radius = basketball.RADIUS_M
    for side, sign in SIDES:
        leaves = smooth_step(u, 0.80, 0.98) * (1 - smooth_step(u, 1.8, 2.3)) if side == "l" else 0.0 * u
        before = columns(-sign * 0.9, 0.12, 0.1) * (1 - up[:, None])
        behind = np.array([-sign * 0.95, 0.0, 0.15]) if side == "l" else np.array([0.10, -0.80, 0.42])
        palm = unit(before + behind * up[:, None] + np.array([0.0, -0.2, -0.6]) * out[:, None] * (side == "r"))
        along = np.array([-sign * 0.1, -0.55, 0.8]) + np.array([0.0, -1.4, -0.9]) * out[:, None] * (side == "r")
        aside = np.array([0.16, 0.02, -0.14]) * s * leaves[:, None]
        pole = np.array([sign * 0.8, 0.1, -0.7]) if side == "l" else columns(-0.6, -0.2 * up, -0.8)
        _sport.around(poser, side, held + aside, palm, radius, along, pole)
    return np.asarray(held)


def _ball(poser: Poser, performance: Performance, u: F64, held: F64, ring: F64) -> F64:
    """The middle of the ball (F, 3): held, in the air, through the ring, off the floor and back."""
    s = hands.scale(poser.body)
    floor = basketball.RADIUS_M - performance.sole_m
    goes = _LETS_GO
    scores, lands, back = goes + _FLIGHT_S, goes + _FLIGHT_S + _SWISH_S, goes + _FLIGHT_S + _SWISH_S + _BOUNCE_S
    neck = poser.body.heads["neck_01"]
    leaves = neck + np.array([-0.13, -0.44, 0.52 + 0.22]) * s
    caught = neck + np.array([-0.02, -0.36, -0.34]) * s
    ground = np.array([0.0, -_AWAY_M + 0.15, floor])
    legs = (
        _sport.Leg(goes, scores, lambda k: _sport.thrown(leaves, ring, _FLIGHT_S, k)),
        _sport.Leg(scores, lands, lambda k: ring + (ground - ring) * (0.45 * k + 0.55 * k * k)[:, None]),
        _sport.Leg(lands, back, lambda k: _sport.thrown(ground, caught, _BOUNCE_S, k)),
    )
    return _sport.flown(u, held, legs)
