"""Running along a path."""

from __future__ import annotations

from filmwright.content.figure import gait
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat, Manner, own_speed, run_cycle, travel
from filmwright.content.figure.manners import aged
from filmwright.content.kinds import Motion, Performance

WORDS = ("run", "sprint", "race", "rush", "dash")
EXAMPLE = "A man in a gray sweater runs on the beach"
POSTURE = "walk"
ALSO = ("flee",)
FREE = ("right", "left", "head")

MANNERS = {
    "slow": Manner(2.4, arms=0.8, lean_deg=4.0),
    "normal": Manner(3.1, lean_deg=6.0),
    "brisk": Manner(3.9, arms=1.15, lean_deg=8.0),
}
_AS = {"fast": "brisk", "casual": "slow", "tired": "slow"}


def build(body: Body, performance: Performance) -> Motion:
    """The body runs along the performance's path, both feet off the ground twice a stride."""
    manner = _manner(body, performance.manner)
    return travel(body, performance, manner, run_cycle(body, manner, performance), run=True)


def beat(body: Body, performance: Performance) -> Beat:
    """The beat of the steps."""
    return gait.beat(run_cycle(body, _manner(body, performance.manner), performance), run=True)


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body runs in that manner."""
    return own_speed(body, _manner(body, manner))


def _manner(body: Body, name: str | None) -> Manner:
    known = _AS.get(name or "normal", name or "normal")
    return aged(MANNERS.get(known, MANNERS["normal"]), body.age_years)
