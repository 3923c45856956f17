"""Dollies, trucks and orbits: the camera travels and keeps its subject where it was in the frame."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

DOLLY = 0.34  # share of the distance to the subject a normal dolly covers; chosen
TRUCK = 0.42
ORBIT_RAD = math.radians(46)


def dolly(framing: Framing, speed: str | None, frames: int, *, sign: int) -> Camera:
    """Travel along the line of sight; sign +1 is towards the subject."""
    eyes, _ = _rig.still(framing, frames)
    reach = framing.aim - framing.eye
    flat = np.array([reach[0], reach[1], 0.0])
    distance = float(np.linalg.norm(framing.targets[frames // 2] - framing.eye))
    length = min(DOLLY * _rig.amount(speed) * distance, 2 * framing.room_m[1])
    along = flat / max(float(np.linalg.norm(flat)), 1e-9) * length
    eyes = eyes + sign * _rig.centered(frames)[:, None] * along
    return _rig.camera(framing, eyes, _rig.reframed(framing, eyes))


def truck(framing: Framing, speed: str | None, frames: int, *, sign: int) -> Camera:
    """Travel across the line of sight; sign +1 is to the right. The picture glides past the subject, who stays in frame."""
    eyes, aims = _rig.still(framing, frames)
    side = _rig.right_of(framing.aim - framing.eye)
    distance = float(np.linalg.norm(framing.targets[frames // 2] - framing.eye))
    length = min(TRUCK * _rig.amount(speed) * distance, 2 * framing.room_m[0])
    offset = sign * _rig.centered(frames)[:, None] * side * length
    return _rig.camera(framing, eyes + offset, aims + 0.35 * offset)


def orbit(framing: Framing, speed: str | None, frames: int, *, sign: int) -> Camera:
    """Circle the subject, who stays in the middle of the turn; sign +1 travels to the camera's right."""
    middle = framing.targets[frames // 2]
    reach = framing.eye - middle
    radius = float(np.linalg.norm(reach[:2]))
    angle = min(ORBIT_RAD * _rig.amount(speed), 2 * math.asin(min(0.95, framing.room_m[0] / max(radius, 0.1))))
    turn = sign * angle * _rig.centered(frames)
    x = reach[0] * np.cos(turn) - reach[1] * np.sin(turn)
    y = reach[0] * np.sin(turn) + reach[1] * np.cos(turn)
    eyes = middle + np.column_stack([x, y, np.full(frames, reach[2])]) + _rig.tracked(framing)
    return _rig.camera(framing, eyes, _rig.reframed(framing, eyes))
