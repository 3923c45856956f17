"""Blinking: a face that holds still, and its lids close and open."""

from __future__ import annotations

from filmwright.content.figure.body import Body
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import look_towards
from filmwright.content.kinds import Motion, Performance

WORDS = ("blink",)
EXAMPLE = "Extreme close-up of a woman's eye blinking"
POSTURE = "stand"
SEEN = ("close_up",)
SEATED = ("told",)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] looks where it is told to; the lids are the face's own doing (figure/countenance.py)."""
    standing = at_ease(body, performance, liveliness=0.4)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.9 + 0.0 * performance.times_s)
    return standing.finish()
