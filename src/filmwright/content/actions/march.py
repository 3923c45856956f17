"""Marching: upright, knees high, stiff arms that swing to the height of the belt."""

from __future__ import annotations

from filmwright.content.figure import gait
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat, Manner, own_speed, travel, walk_cycle
from filmwright.content.figure.manners import aged
from filmwright.content.kinds import Motion, Performance

WORDS = ("march",)
EXAMPLE = "A man in a green jacket marches"
POSTURE = "walk"
FREE = ("right", "left", "head")

MANNERS = {
    "normal": Manner(
        1.25, stride=0.86, arms=2.1, bounce=1.3, lean_deg=-1.5, head_deg=-4.0, sway=0.5, toes_deg=4.0, lift=7.0
    )
}


def build(body: Body, performance: Performance) -> Motion:
    """The body marches along the performance's path."""
    manner = _manner(body)
    return travel(body, performance, manner, walk_cycle(body, manner, performance), run=False)


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return gait.beat(walk_cycle(body, _manner(body), performance), run=False)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body marches."""
    return own_speed(body, _manner(body))


def _manner(body: Body) -> Manner:
    return aged(MANNERS["normal"], body.age_years)
