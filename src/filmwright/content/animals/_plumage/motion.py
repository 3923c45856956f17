"""How birds move: what they do, and how fast they go."""

from __future__ import annotations

import math

from filmwright.content.animals._plumage import deeds, routine
from filmwright.content.animals._plumage.form import Bird
from filmwright.content.kinds import Motion, Performance

PECKS = ("stand", "look_around", "eat", "peck", "drink", "build_nest", "chirp", "flap_wings")
"""What birds do where they stand, for their ACTIONS."""


def speeds(form: Bird) -> dict[str, float]:
    """SPEEDS of a bird in m/s: on the ground with the root of its height; chosen."""
    out = {"walk": round(0.75 * math.sqrt(form.height_m), 2), "run": round(1.8 * math.sqrt(form.height_m), 2)}
    return out if form.flight is None else out | dict.fromkeys((*deeds.ALOFT, "take_off", "land"), form.flight[0])


def moved(form: Bird, size: float, action: str, performance: Performance) -> Motion:
    """The Motion of a bird `size` times as large as its form."""
    h = form.height_m * size
    if performance.course:
        return routine.moved(form, h, performance)
    return deeds.done(form, h, action, performance)
