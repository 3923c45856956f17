"""Air drums: both fists beat on drums that are not there, the head nods, a heel keeps the time."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, begun, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("air drum", "air drums")
EXAMPLE = "A man in a black t-shirt plays air drums"
POSTURE = "stand"
SEEN = ("full",)
FACE = ("happy",)

_BEAT_S = 0.34  # from one blow to the next; chosen: 176 beats a minute
_PHRASE = 8  # blows until the right hand goes over to the cymbal and back


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] drums on the air from the first moment."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    s = hands.scale(body)
    u = t / _BEAT_S + 3.0 * performance.phase
    nod = np.cos(2 * np.pi * u / 2)
    over = smooth_step(np.sin(2 * np.pi * u / _PHRASE), -0.25, 0.25)
    poser.move(columns(0.012 * s * np.sin(np.pi * u / 4), 0.05 * s, -0.075 * s + 0.010 * s * nod))
    poser.turn("pelvis", about("x", 7.0))
    poser.turn("spine_01", about("x", 5.0))
    poser.turn("spine_02", about("x", 5.0 + 1.2 * nod) @ about("z", 7.0 * over - 3.0))
    poser.turn("spine_03", about("x", 3.0 + 1.2 * nod) @ about("z", 7.0 * over - 3.0))
    poser.world("neck_01", about("x", 10.0 + 5.0 * nod))
    poser.world("head", about("x", 8.0 + 11.0 * nod) @ about("z", 8.0 * over - 2.0))
    tap = 16.0 * (0.5 - 0.5 * np.cos(np.pi * u))
    step(
        standing,
        performance,
        {"l": Step(0.13 * s, 0.0, 14.0), "r": Step(-0.13 * s, 0.06 * s, 14.0, 0.0, tap)},
    )
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    for side, sign in SIDES:
        # The hands take turns; each lifts slowly and comes down fast.
        v = (u / 2 + (0.0 if side == "r" else 0.5)) % 1.0
        lift = smooth_step(v, 0.08, 0.62) * (1 - smooth_step(v, 0.72, 1.0))
        aside = 0.20 + (0.16 * over if side == "r" else 0.05 * (1 - over))
        spot = columns(sign * aside, -0.40 + 0.07 * lift, -0.40 + 0.30 * lift + (0.10 * over if side == "r" else 0.0))
        poser.curl(side, 60.0, thumb_deg=34.0)
        hands.bring(
            poser,
            side,
            neck + apply(chest, spot * s),
            apply(chest, columns(-sign * 0.25, -1.0, 0.95 * lift - 0.30)),
            apply(chest, columns(-sign * 0.55, -0.25, -1.0 + 0.3 * lift)),
            apply(chest, np.array([sign * 0.9, 0.6, -0.6])),
        )
    return standing.finish()
