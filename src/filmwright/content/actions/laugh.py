"""Laughing: the head goes back, the shoulders shake, then the body folds over a hand on the belly."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("laugh", "chuckle", "giggle")
EXAMPLE = "A young woman in a yellow sweater laughs"
POSTURE = "stand"
MOUTH = "laugh"
SEEN = ("medium",)
SEATED = ("told",)
FACE = ("laughing",)

_SHAKE_HZ = 4.3  # bursts of a hearty laugh come four to five a second; textbook
_PERIOD_S = 3.4  # from one peal to the next; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] laughs from the first moment to the end."""
    standing = at_ease(body, performance, liveliness=0.8)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    on = smooth_step(t, -0.4, 0.35)
    u = (t / _PERIOD_S) % 1.0
    folded = smooth_step(u, 0.34, 0.52) * (1 - smooth_step(u, 0.80, 1.0)) * on
    thrown = (smooth_step(u, 0.0, 0.16) * (1 - smooth_step(u, 0.34, 0.50))) * on
    shake = np.sin(2 * np.pi * _SHAKE_HZ * t) * on
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.55 * (1 - folded))
    poser.bend("spine_01", about("x", 16.0 * folded - 3.0 * thrown))
    poser.bend("spine_02", about("x", 13.0 * folded - 5.0 * thrown + 1.0 * shake))
    poser.bend(
        "spine_03", about("x", 8.0 * folded - 4.0 * thrown + 1.3 * shake) @ about("y", 3.0 * wander(t, 2.3, 1.0))
    )
    poser.bend("neck_01", about("x", 4.0 * folded - 10.0 * thrown))
    poser.bend("head", about("x", 4.0 * folded - 13.0 * thrown + 2.4 * shake) @ about("y", 6.0 * wander(t, 2.9, 0.3)))
    chest, _ = poser.at("spine_03")
    low, waist = poser.at("spine_01")
    for side, sign in SIDES:
        poser.bend(f"clavicle_{side}", about("y", -sign * (4.0 + 4.0 * shake) * on))
    front = hands.front_m(body, "waist")
    for side, sign in SIDES:
        # Both hands hold the belly, the right one a little higher.
        spot = np.array([sign * 0.075 * s, 0.0, (0.10 if side == "r" else 0.06) * s])
        spot[1] = front - 0.030 * s - body.heads["spine_01"][1]
        target = waist + apply(low, spot) + columns(0.0, -0.006 * shake, 0.004 * shake)
        poser.curl(side, 16.0, thumb_deg=6.0)
        hands.bring(
            poser,
            side,
            target,
            apply(low, np.array([-sign, -0.25, 0.22])),
            apply(low, np.array([-sign * 0.15, 1.0, 0.0])),
            apply(chest, np.array([sign, 0.35, -0.35])),
            at=hands.hollow(body, side, 0.0),
            share=smooth_step(t, 0.05, 0.6) if side == "r" else smooth_step(t, 0.5, 1.3),
        )
    return standing.finish()
