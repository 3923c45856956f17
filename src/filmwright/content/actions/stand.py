"""Standing: weight on one leg, breathing, now and then a look aside."""

from __future__ import annotations

from filmwright.content.figure.body import Body
from filmwright.content.figure.stance import glance, look_towards, stand
from filmwright.content.kinds import Motion, Performance

WORDS = ("stand", "wait", "idle", "pose", "stay", "stop", "be")
EXAMPLE = "An old man in a blue sweater stands on the beach"
POSTURE = "stand"
ALSO = ("stop",)
FREE = ("right", "left", "head")


def build(body: Body, performance: Performance) -> Motion:
    """The body stands at path[0]; if there is something to look at, it does so after a moment."""
    standing = stand(body, performance)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.85 * glance(performance.times_s, 0.8, 2.4))
    return standing.finish()
