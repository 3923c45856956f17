"""Cutting a watermelon: half of it on a board on the table, the knife drawn through it, the other hand on its rind."""

from __future__ import annotations

from filmwright.content.actions import chop
from filmwright.content.figure.body import Body
from filmwright.content.kinds import Motion, Performance

WORDS = ("cut watermelon",)
EXAMPLE = "A woman in a yellow shirt cuts a watermelon in a kitchen"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("knife",)
WITH = ("table",)
HOME = ("kitchen", "studio")
TURN_RAD = 0.45

_CUT_S, _HIGH_M = 1.15, 0.145  # a cut, and the height of half a melon

hold = chop.hold
hold_other = chop.hold_other


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] cuts from the first moment to the end."""
    return chop.cut_up(body, performance, _CUT_S, over_m=_HIGH_M)
