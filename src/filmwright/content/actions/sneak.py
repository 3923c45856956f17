"""Sneaking: crouched, on high, slow steps, the hands held up before the chest."""

from __future__ import annotations

from filmwright.content.figure import gait
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat, Manner, own_speed, travel, walk_cycle
from filmwright.content.figure.manners import aged
from filmwright.content.kinds import Motion, Performance

WORDS = ("sneak", "sneak around")
EXAMPLE = "A man in a black coat sneaks through a forest"
POSTURE = "walk"
FREE = ("head",)
SEEN = ("whole",)
ALSO = ("sneak_up",)

MANNERS = {
    "normal": Manner(
        0.62,
        stride=1.0,
        lean_deg=16.0,
        stoop_deg=14.0,
        head_deg=-4.0,
        crouch=0.17,
        lift=3.6,
        creeping=1.0,
        toes_deg=9.0,
    ),
}


def build(body: Body, performance: Performance) -> Motion:
    """The body sneaks along the performance's path."""
    manner = _manner(body, performance.manner)
    return travel(body, performance, manner, walk_cycle(body, manner, performance), run=False)


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return gait.beat(walk_cycle(body, _manner(body, performance.manner), performance), run=False)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body sneaks."""
    return own_speed(body, _manner(body, manner))


def _manner(body: Body, name: str | None) -> Manner:
    return aged(MANNERS["normal"], body.age_years)
