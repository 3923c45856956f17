"""Jumping on the spot: down, up off the ground with the arms, and down again into the knees."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, leg_m, smooth_step
from filmwright.content.figure.stance import Step, begun, look_towards, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("jump", "leap", "hop")
EXAMPLE = "A girl in a red dress jumps"
POSTURE = "stand"
FREE = ("right", "left", "head")
SEEN = ("whole",)
FACE = ("happy",)

_HIGH = 0.40  # of the leg's length: how far the feet leave the ground; a lively jump, chosen
_CROUCH = 0.20  # of the leg's length: how deep the knees bend before it; chosen
_GRAVITY = 9.81
_DOWN_S, _PUSH_S, _LAND_S, _REST_S = 0.38, 0.22, 0.42, 0.25  # parts of a jump on the ground; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body jumps at path[0], again and again, from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    leg, s = leg_m(body), hands.scale(body)
    high = _HIGH * leg
    flight = 2 * math.sqrt(2 * high / _GRAVITY)
    takes_off = _DOWN_S + _PUSH_S
    lands = takes_off + flight
    u = (t + 3.0 * performance.phase) % (lands + _LAND_S + _REST_S)
    air = np.clip(u - takes_off, 0.0, flight)
    lift = _GRAVITY / 2 * air * (flight - air)
    flying = (u > takes_off) & (u < lands)
    crouch = smooth_step(u, 0.0, _DOWN_S) * (1 - smooth_step(u, _DOWN_S, takes_off))
    give = smooth_step(u, lands - 0.02, lands + 0.14) * (1 - smooth_step(u, lands + 0.14, lands + _LAND_S))
    low = _CROUCH * leg * (crouch + 0.75 * give)
    swing = smooth_step(u, _DOWN_S - 0.12, takes_off + 0.22) * (1 - smooth_step(u, lands - 0.14, lands + 0.42))
    lean = 26.0 * crouch + 17.0 * give
    tuck = np.sin(np.pi * np.clip(air / flight, 0, 1)) ** 2 * flying
    toes = 52.0 * smooth_step(u, _DOWN_S + 0.5 * _PUSH_S, takes_off) * (1 - smooth_step(u, lands - 0.12, lands))
    poser.move(columns(0.0, 0.05 * s * (crouch + give), lift - low - 0.012 * s))
    poser.turn("pelvis", about("x", 0.75 * lean))
    poser.turn("spine_01", about("x", 0.25 * lean - 2.0 * swing))
    poser.turn("spine_02", about("x", 0.20 * lean - 3.0 * swing))
    poser.turn("spine_03", about("x", -3.0 * swing))
    poser.world("neck_01", about("x", 0.4 * lean))
    poser.world("head", about("x", 0.2 * lean - 8.0 * swing))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.7 * (1 - np.clip(crouch + give, 0, 1)))
    # What the raised heels give, the legs have as well; in the air the feet are drawn up under the body.
    feet_up = lift + 0.13 * leg * tuck
    for_side = {
        side: Step(sign * 0.10 * s, 0.0, 9.0, feet_up, toes * (1 if sign > 0 else 0.92)) for side, sign in SIDES
    }
    heel = 0.075 * s * smooth_step(toes, 0.0, 52.0)
    poser.move(poser.root + columns(0.0, 0.0, heel))
    step(standing, performance, for_side, stretch=0.994)
    chest, _ = poser.at("spine_03")
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 14.0 * swing))
        back = np.array([sign * 0.22, 0.75, -1.0])
        hang = np.array([sign * 0.18, 0.05, -1.0])
        lifted = np.array([sign * 0.55, -0.30, 0.95])
        wound = np.clip(crouch * (1 - swing), 0, 1)[:, None]
        upper = hang + (back - hang) * wound
        upper = (
            upper + (lifted - upper) * swing[:, None] + np.array([sign * 0.3, -0.9, 0]) * (swing * (1 - swing))[:, None]
        )
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(chest, upper))
        fore = np.array([sign * 0.05, -0.25, -1.0])
        fore = fore + (np.array([sign * 0.25, -0.30, 1.0]) - fore) * swing[:, None]
        fore = fore + np.array([sign * 0.2, -1.0, 0.0]) * (swing * (1 - swing))[:, None] * 2
        poser.aim(f"lowerarm_{side}", f"hand_{side}", apply(chest, fore))
        poser.curl(side, 26.0)
    return standing.finish()
