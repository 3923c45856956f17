"""Sitting on a seat: hands on the thighs, back at ease, breathing."""

from __future__ import annotations

from filmwright.content.figure.body import Body
from filmwright.content.figure.seat import seated
from filmwright.content.figure.stance import glance, look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("sit", "rest", "relax")
EXAMPLE = "A young woman in a white shirt sits in a café"
POSTURE = "sit"
FREE = ("right", "left", "head")


def build(body: Body, performance: Performance) -> Motion:
    """The body sits at path[0]; if there is something to look at, it does so after a moment."""
    sitting = seated(body, performance)
    if performance.look_at is not None:
        look_towards(sitting, performance.look_at, 0.75 * glance(performance.times_s, 1.2, 2.0))
    return sitting.finish()
