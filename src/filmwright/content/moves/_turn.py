"""Pans and tilts: the camera stays where it is and turns."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

PAN = 0.42  # share of the picture's width a normal pan covers; chosen so that the subject stays in frame
TILT = 0.36  # share of its height (16:9)


def pan(framing: Framing, speed: str | None, frames: int, *, sign: int) -> Camera:
    """Turn about the vertical; sign +1 is to the left."""
    eyes, aims = _rig.still(framing, frames)
    angle = 2 * math.atan(framing.sensor_mm / 2 / framing.focal_mm) * PAN * min(_rig.amount(speed), 1.3)
    turn = sign * angle * _rig.centered(frames)
    reach = aims - eyes
    x = reach[:, 0] * np.cos(turn) - reach[:, 1] * np.sin(turn)
    y = reach[:, 0] * np.sin(turn) + reach[:, 1] * np.cos(turn)
    return _rig.camera(framing, eyes, eyes + np.column_stack([x, y, reach[:, 2]]))


def tilt(framing: Framing, speed: str | None, frames: int, *, sign: int) -> Camera:
    """Nod; sign +1 is upwards."""
    eyes, aims = _rig.still(framing, frames)
    height_mm = framing.sensor_mm * 9 / 16
    angle = 2 * math.atan(height_mm / 2 / framing.focal_mm) * TILT * min(_rig.amount(speed), 1.3)
    reach = aims - eyes
    level = np.linalg.norm(reach[:, :2], axis=1)
    pitch = np.arctan2(reach[:, 2], level) + sign * angle * _rig.centered(frames)
    length = np.linalg.norm(reach, axis=1)
    flat = reach[:, :2] / np.maximum(level, 1e-9)[:, None]
    turned = np.column_stack([flat * (np.cos(pitch) * length)[:, None], np.sin(pitch) * length])
    return _rig.camera(framing, eyes, eyes + turned)
