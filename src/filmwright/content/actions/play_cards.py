"""Playing cards: at a table, a fan of them in the left hand, the right one drawing a card and laying it down."""

from __future__ import annotations

from filmwright.content.actions import _dealing, _work
from filmwright.content.figure.body import Body
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("play cards",)
EXAMPLE = "A man in a white shirt plays cards in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("playing_cards",)
WITH = ("table",)
HOME = ("living_room", "dining_room", "studio")
ALSO = ("shuffle_cards",)
TURN_RAD = 0.75

_PERIOD_S = 3.2


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays a card within the first two seconds, and draws again."""
    return _dealing.deal(body, performance, _PERIOD_S)


def hold(body: Body, thing: Thing) -> Hold:
    """The fan in the left hand."""
    return _dealing.hold(body)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who plays."""
    return _work.table_stands()


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """One card in the right hand."""
    return _dealing.parts(body, thing)
