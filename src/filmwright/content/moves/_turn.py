"""Pans, tilts and whip pans: the camera stays where it is and turns."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

PAN = 0.42  # share of the picture's width a normal pan covers; chosen so that the subject stays in frame
TILT = 0.36  # share of its height (16:9)
MOST = 1.3  # times as far at the most, or the subject leaves the picture

WHIP_RAD = math.radians(62)  # how far a whip pan comes; chosen: what it leaves is out of the picture at the end
WHIP_S = 0.42  # how long it takes; chosen
WHIP_AT = 0.12  # share of the shot before it
WHIP_PEAK = 1.875  # the highest speed of the whip's profile against its mean
SIGHT_RAD = math.radians(2.5)  # how much it still drifts before; an operator's hands are never quite still; chosen


def pan(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Turn about the vertical; sign +1 is to the left."""
    eyes, aims = _rig.still(framing, frames)
    angle = 2 * math.atan(framing.sensor_mm / 2 / framing.focal_mm) * PAN * min(_rig.amount(speed), MOST)
    angle = _rig.within(framing, angle, _rig.TURN_RAD_S, frames, fps)
    return _rig.camera(framing, eyes, eyes + _rig.about(aims - eyes, sign * angle * _rig.centered(framing, frames)))


def tilt(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Nod; sign +1 is upwards."""
    eyes, aims = _rig.still(framing, frames)
    height_mm = framing.sensor_mm * 9 / 16
    angle = 2 * math.atan(height_mm / 2 / framing.focal_mm) * TILT * min(_rig.amount(speed), MOST)
    angle = _rig.within(framing, angle, _rig.TURN_RAD_S, frames, fps)
    return _rig.camera(framing, eyes, eyes + _rig.nodded(aims - eyes, sign * angle * _rig.centered(framing, frames)))


def whip(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Stand beside the subject, be thrown round, and stop on it; sign +1 turns to the left. The turn is of least jerk, as hands
    turn (Flash and Hogan 1985)."""
    eyes = np.tile(framing.eye, (frames, 1))
    at_s = _rig.seconds(frames, fps)
    length_s = min(WHIP_S / _rig.amount(speed), 0.6 * frames / fps)
    angle = min(WHIP_RAD, _rig.WHIP_RAD_S * length_s / WHIP_PEAK)
    share = np.clip((at_s - WHIP_AT * frames / fps) / max(length_s, 1e-9), 0.0, 1.0)
    turned = share**3 * (10 - 15 * share + 6 * share**2)
    drift = SIGHT_RAD * (1 - _rig.eased(at_s / max(WHIP_AT * frames / fps + length_s, 1e-9)))
    turn = -sign * (angle * (1 - turned) + drift) if frames > 1 else np.zeros(1)
    settled = _rig.reframed(framing, eyes)
    taken = _rig.camera(framing, eyes, eyes + _rig.about(settled - eyes, turn))
    # focus waits for the subject while the camera still looks elsewhere
    return taken.model_copy(update={"focus_m": _rig.camera(framing, eyes, settled).focus_m})
