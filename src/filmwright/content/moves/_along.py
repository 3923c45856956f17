"""Follow and lead: the camera goes with somebody who walks."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64, Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera

RISE = 0.5  # share of the ground's rise that the camera copies: a steady operator does not copy every step; chosen
GOES_M = 0.3  # a subject that moves less than this goes nowhere; chosen


def follow(framing: Framing, frames: int) -> Camera:
    """Go where the subject goes and keep the distance."""
    return _beside(framing, np.tile(framing.eye, (frames, 1)))


def lead(framing: Framing, frames: int) -> Camera:
    """Go ahead of the subject, as near to the line it walks as the room at the camera's sides allows, and look back at it."""
    eye = framing.eye
    going = (framing.targets[-1] - framing.targets[0]) * [1.0, 1.0, 0.0]
    if float(np.linalg.norm(going)) > GOES_M:
        arm = eye - framing.targets[framing.key]
        radius = max(float(np.linalg.norm(arm[:2])), 0.1)
        off = math.remainder(math.atan2(going[1], going[0]) - math.atan2(arm[1], arm[0]), math.tau)
        most = math.asin(min(0.95, framing.room_m[0] / radius))
        eye = framing.targets[framing.key] + _rig.about(arm[None], np.clip([off], -most, most))[0]
    return _beside(framing, np.tile(eye, (frames, 1)))


def _beside(framing: Framing, eyes: F64) -> Camera:
    eyes = eyes + _rig.tracked(framing) * [1.0, 1.0, RISE]
    return _rig.camera(framing, eyes, _rig.reframed(framing, eyes))
