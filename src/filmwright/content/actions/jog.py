"""Jogging along a path: a run at one's ease, with short steps and low arms."""

from __future__ import annotations

from filmwright.content.figure import gait
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat, Manner, own_speed, run_cycle, travel
from filmwright.content.figure.manners import aged
from filmwright.content.kinds import Motion, Performance

WORDS = ("jog",)
EXAMPLE = "A woman in a blue t-shirt jogs in a park"
POSTURE = "walk"
WEARS = ("t_shirt", "leggings", "sneakers")
FREE = ("right", "left", "head")

MANNERS = {
    "normal": Manner(2.3, arms=0.62, bounce=0.9, lean_deg=3.0),
    "slow": Manner(1.9, arms=0.5, bounce=0.8, lean_deg=2.0),
    "brisk": Manner(2.7, arms=0.8, lean_deg=5.0),
}
_AS = {"fast": "brisk", "casual": "normal", "tired": "slow"}


def build(body: Body, performance: Performance) -> Motion:
    """The body jogs along the performance's path."""
    manner = _manner(body, performance.manner)
    return travel(body, performance, manner, run_cycle(body, manner, performance), run=True)


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return gait.beat(run_cycle(body, _manner(body, performance.manner), performance), run=True)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body jogs in that manner."""
    return own_speed(body, _manner(body, manner))


def _manner(body: Body, name: str | None) -> Manner:
    known = _AS.get(name or "normal", name or "normal")
    return aged(MANNERS.get(known, MANNERS["normal"]), body.age_years)
