"""A camera on a shoulder: it stands, sways and breathes."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

BREATHS_HZ = 0.25  # adults at rest breathe 12 to 20 times a minute
USUAL_MM = 35.0  # the lens the angles below are for: a longer one is held more carefully


class Hold(NamedTuple):
    """How a camera is held: root mean square of its turning (radians) and of its wandering (metres), their slowest and fastest
    frequency in Hz, and how far breath tips it (radians)."""

    turn_rad: float
    drift_m: float
    low_hz: float
    high_hz: float
    breath_rad: float


HOLDS = {
    "slow": Hold(math.radians(0.22), 0.008, 0.15, 0.9, math.radians(0.12)),
    "normal": Hold(math.radians(0.42), 0.014, 0.2, 1.6, math.radians(0.18)),
    "fast": Hold(math.radians(1.1), 0.012, 2.2, 5.5, math.radians(0.1)),  # an intense shake
}  # chosen by eye


def held(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The camera in somebody's hands, the subject kept in frame."""
    hold = HOLDS.get(speed or "normal", HOLDS["normal"])
    rng = np.random.default_rng([framing.seed, 7])
    at_s = _rig.seconds(frames, fps)
    low, high = hold.low_hz, hold.high_hz
    drift = np.stack([_rig.wander(rng, at_s, low, high) for _ in range(3)], 1) * hold.drift_m
    yaw, pitch, roll = (_rig.wander(rng, at_s, low, high) * hold.turn_rad for _ in range(3))
    pitch = pitch + hold.breath_rad * np.sin(2 * math.pi * BREATHS_HZ * at_s + rng.uniform(0, 2 * math.pi))
    braced = math.sqrt(min(1.0, USUAL_MM / framing.focal_mm))
    eyes = np.tile(framing.eye, (frames, 1))
    sight = _rig.reframed(framing, eyes) - eyes
    eyes = _rig.over_ground(framing, eyes + drift)
    taken = _rig.camera(framing, eyes, eyes + _rig.nodded(_rig.about(sight, braced * yaw), braced * pitch))
    return _rig.rolled(taken, 0.6 * braced * roll)
