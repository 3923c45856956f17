"""Walking along a path."""

from __future__ import annotations

from filmwright.content.figure import gait
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat, Manner, own_speed, travel, walk_cycle
from filmwright.content.figure.manners import aged
from filmwright.content.kinds import Motion, Performance

WORDS = ("walk", "stroll", "wander", "hike", "go", "come", "cross", "approach")
EXAMPLE = "A woman in a red coat walks through a snowy pine forest"
POSTURE = "walk"
ALSO = ("approach", "leave", "go", "cross", "enter", "arrive", "step_forward", "return")
FREE = ("right", "left", "head")

# Speeds of grown people; chosen around the usual 1.3 m/s.
MANNERS = {
    "slow": Manner(0.85, arms=0.7, sway=1.1),
    "casual": Manner(1.10, arms=0.9),
    "normal": Manner(1.25),
    "brisk": Manner(1.65, arms=1.25, lean_deg=4.0),
    "confident": Manner(1.40, stride=1.04, arms=1.2, lean_deg=1.0, head_deg=-2.0),
    "tired": Manner(0.75, stride=0.92, arms=0.55, stoop_deg=9.0, head_deg=9.0),
    "sad": Manner(0.80, stride=0.95, arms=0.5, stoop_deg=8.0, head_deg=12.0),
    "careful": Manner(0.70, stride=0.85, arms=0.5, lean_deg=3.0, head_deg=8.0),
    "happy": Manner(1.35, arms=1.3, bounce=1.5, head_deg=-3.0),
}


def build(body: Body, performance: Performance) -> Motion:
    """The body walks along the performance's path."""
    manner = _manner(body, performance.manner)
    return travel(body, performance, manner, walk_cycle(body, manner, performance), run=False)


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return gait.beat(walk_cycle(body, _manner(body, performance.manner), performance), run=False)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body walks in that manner."""
    return own_speed(body, _manner(body, manner))


def _manner(body: Body, name: str | None) -> Manner:
    return aged(MANNERS.get(name or "normal", MANNERS["normal"]), body.age_years)
