"""Dollies, trucks, cranes and orbits: the camera travels and keeps its subject where it was in the frame."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64, Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

DOLLY = 0.34  # share of the distance to the subject a normal dolly covers; chosen
TRUCK = 0.42
CRANE = 0.45
BELOW = 0.3  # share of a crane's rise that lies under the height the picture is framed at; chosen
LOWEST_M = 0.45  # a crane's camera over the ground; chosen
ORBIT_RAD = math.radians(46)
AROUND = (
    0.85  # share of the fastest turn that circling may ask for: the rest is left to whoever keeps the subject framed
)


def dolly(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Travel along the line of sight; sign +1 is towards the subject."""
    eyes, _ = _rig.still(framing, frames)
    length = min(DOLLY * _rig.amount(speed) * _rig.reach(framing), 2 * framing.room_m[1])
    length = _rig.within(framing, length, _rig.DOLLY_M_S, frames, fps)
    eyes = eyes + sign * length * _rig.centered(framing, frames)[:, None] * _rig.ahead(framing)
    return _rig.camera(framing, eyes, _rig.reframed(framing, eyes))


def truck(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Travel across the line of sight; sign +1 is to the right. The picture glides past the subject, who stays in frame."""
    eyes, aims = _rig.still(framing, frames)
    length = min(TRUCK * _rig.amount(speed) * _rig.reach(framing), 2 * framing.room_m[0])
    length = _rig.within(framing, length, _rig.DOLLY_M_S, frames, fps)
    offset = sign * length * _rig.centered(framing, frames)[:, None] * _rig.right_of(_rig.ahead(framing))
    return _rig.camera(framing, eyes + offset, aims + 0.35 * offset)


def boom(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Rise (sign +1) or sink on a crane, the subject kept in frame. Where there is room to go up, the camera ends or begins over
    the height the picture is framed at rather than under it."""
    eyes, _ = _rig.still(framing, frames)
    floor = float(framing.ground(eyes[:1, 0], eyes[:1, 1])[0])
    length = min(CRANE * _rig.amount(speed) * _rig.reach(framing), framing.room_m[2] / (1 - BELOW))
    length = _rig.within(framing, length, _rig.CRANE_M_S, frames, fps)
    deepest = max(float(framing.eye[2]) - floor - LOWEST_M, 0.0)
    if framing.anchor == 0.5:
        height = _rig.progress(frames, framing.rests) if sign > 0 else 1 - _rig.progress(frames, framing.rests)
        eyes[:, 2] += length * height - min(BELOW * length, deepest)
    else:
        goes_up = (sign > 0) == (framing.anchor == 0)
        length = length if goes_up else min(length, deepest)
        eyes[:, 2] += sign * length * _rig.centered(framing, frames)
    return _rig.camera(framing, eyes, _rig.raised(_rig.reframed(framing, eyes), eyes[:, 2] - framing.eye[2]))


def orbit(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """Circle the subject, who stays in the middle of the turn; sign +1 travels to the camera's right."""
    eyes = circle(
        framing, frames, sign * turn_rad(framing, ORBIT_RAD * _rig.amount(speed), _rig.DOLLY_M_S, frames, fps)
    )
    return _rig.camera(framing, eyes, _rig.reframed(framing, eyes))


def turn_rad(framing: Framing, wanted_rad: float, fastest_m_s: float, frames: int, fps: int) -> float:
    """How far round the subject the camera goes: as far as wanted, as the room at its sides and its speeds allow."""
    radius = max(_radius(framing), 0.1)
    room = 2 * math.asin(min(0.95, framing.room_m[0] / radius))
    turning = _rig.within(framing, wanted_rad, AROUND * _rig.TURN_RAD_S, frames, fps)
    return min(turning, room, _rig.within(framing, wanted_rad * radius, fastest_m_s, frames, fps) / radius)


def circle(framing: Framing, frames: int, turn: float) -> F64:
    """Eyes (F, 3) on a circle about the subject, through the camera's place at the middle of a turn (radians; positive is to
    the camera's right), going with the subject if it walks."""
    arm = np.tile(framing.eye - framing.targets[framing.key], (frames, 1))
    around = _rig.about(arm, turn * _rig.centered(framing, frames))
    return np.asarray(framing.targets[framing.key] + around + _rig.tracked(framing))


def _radius(framing: Framing) -> float:
    return float(np.linalg.norm((framing.eye - framing.targets[framing.key])[:2]))
