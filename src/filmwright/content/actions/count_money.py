"""Counting money: at a table, banknotes in the left hand, the right one laying them down one by one."""

from __future__ import annotations

from filmwright.content.actions import _dealing, _work
from filmwright.content.figure.body import Body
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("count money",)
EXAMPLE = "A man in a white shirt counts money in an office"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("money",)
WITH = ("table",)
HOME = ("office", "living_room", "studio")
TURN_RAD = 0.75

_PERIOD_S = 1.6


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] lays down note after note from the first moment."""
    return _dealing.deal(body, performance, _PERIOD_S)


def hold(body: Body, thing: Thing) -> Hold:
    """The notes in the left hand."""
    return _dealing.hold(body)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who counts."""
    return _work.table_stands()


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """One note in the right hand."""
    return _dealing.parts(body, thing)
