"""A take as an action: what somebody did before a camera, done by anybody of the cast."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from types import ModuleType

import numpy as np

from filmwright.content.figure.mocap import performed
from filmwright.spec.mocap import Mocap, opened


def action(path: str) -> ModuleType:
    """The take in a file as a module of actions/. Raises BadInput if it is none, or nobody consented to its use."""
    file = Path(path)
    return _action(path, file.stat().st_mtime_ns if file.is_file() else 0)


@cache
def _action(path: str, _: int) -> ModuleType:
    take = opened(Path(path))
    module = ModuleType(f"{__name__}.{Path(path).stem}", f"What {performer(take)} did.")
    points = np.asarray(take.points, float)
    module.__dict__.update(POSTURE="stand", TURN_RAD=0.35, build=partial(performed, points, take.fps))
    return module


def performer(take: Mocap) -> str:
    """Who moves in a take."""
    return take.consent.performer if take.consent is not None else "somebody"
