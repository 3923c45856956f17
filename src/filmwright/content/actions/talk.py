"""Talking: the hands draw what is said before the body, the head nods and turns with it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards, turn_head
from filmwright.content.kinds import Motion, Performance

WORDS = ("talk", "speak")
EXAMPLE = "A man in a blue shirt talks"
POSTURE = "stand"
OVER = ("right", "head")
MOUTH = "talk"
SEEN = ("medium",)
SEATED = ("told",)
MEETS = "face"
ALSO = ("talk_to", "chat", "ask", "give_presentation", "teach", "argue")

_TURN_RAD = math.radians(58.0)  # how far each of two is turned from the lens: both faces are seen; chosen
_APART_M = 0.85  # between two grown people; chosen
_TURNS_S = 5.4  # in so long each of two has spoken once; chosen
_STROKE_S = 1.25  # one gesture, about a phrase of speech; chosen


def stations(one: Body, two: Body) -> tuple[pair.Station, pair.Station]:
    """Where two stand who talk to each other."""
    first, second = pair.beside(_APART_M * (hands.scale(one) + hands.scale(two)) / 2, _TURN_RAD)
    return first, second._replace(back_m=0.18)


def aloud(performance: Performance) -> F64:
    """0 (listens) .. 1 (speaks) every frame: two who talk to each other take turns, the first begins."""
    t = performance.times_s
    if performance.partner is None:
        return np.ones_like(t)
    u = (t + (0.0 if pair.leads(performance) else _TURNS_S / 2)) % _TURNS_S
    begins = smooth_step(u, _TURNS_S - 0.30, _TURNS_S - 0.02)
    return np.asarray(np.maximum(1 - smooth_step(u, _TURNS_S / 2 - 0.30, _TURNS_S / 2), begins))


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] talks to whoever is where it looks, from the first moment to the end; with a partner by turns, and nods while
    it listens."""
    standing = at_ease(body, performance, liveliness=0.9)
    poser, t = standing.poser, performance.times_s
    s, phase = hands.scale(body), 7.0 * performance.phase
    speaks = aloud(performance)
    on = smooth_step(t, -0.3, 0.45) * speaks
    listens = (1 - speaks) * smooth_step(np.sin(2 * np.pi * (t + phase) / 2.1), -0.1, 0.5)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full_like(t, 0.85))
    else:
        turn_head(poser, 0.0, 0.0)
    beat = np.sin(2 * np.pi * (t + phase) / _STROKE_S * 2)
    poser.bend(
        "head", about("x", 4.5 * beat * on + 3.0 * wander(t, 2.1, 1.0)) @ about("z", 7.0 * wander(t, 2.7, 0.4) * on)
    )
    poser.bend("head", about("y", 4.0 * wander(t, 3.1, 2.0)))
    poser.bend("head", about("x", 6.0 * listens * np.sin(2 * np.pi * t / 0.62)))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    for side, sign in SIDES:
        late = 0.0 if side == "r" else 0.55 * _STROKE_S
        k, weight = _stroke(t + phase - late), 1.0 if side == "r" else 0.8
        opened = k * weight
        spot = columns(sign * (0.105 + 0.20 * opened), -0.285 - 0.05 * opened, -0.335 + 0.135 * opened + 0.016 * beat)
        along = columns(-sign * (0.55 - 0.75 * opened), -0.85, 0.18 + 0.40 * opened)
        out = columns(-sign * (0.75 - 0.25 * opened), -0.15 * opened, 0.35 + 0.65 * opened)
        poser.curl(side, 17.0, thumb_deg=6.0)
        hands.bring(
            poser,
            side,
            neck + apply(chest, spot * s),
            apply(chest, along),
            apply(chest, out),
            apply(chest, np.array([sign * 0.7, 0.55, -0.7])),
            share=on,
        )
    return standing.finish()


def _stroke(t: F64) -> F64:
    """0 (hands before the belly) .. 1 (hands opened out); every other gesture is a small one."""
    number = np.floor(t / _STROKE_S)
    u = t / _STROKE_S - number
    size = np.where(number % 3 == 1, 0.45, 1.0)
    return np.asarray(size * smooth_step(u, 0.0, 0.35) * (1 - smooth_step(u, 0.62, 1.0)))
