"""What a drone does: it flies over the place, or round the subject, from higher than anybody stands."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import Framing
from filmwright.content.moves import _rig, _travel
from filmwright.scene.nodes import Camera

FLIGHT = 1.3  # times the distance to the subject that a normal flight covers; chosen
HEIGHT = 0.3  # how much higher than the picture is framed, as a share of the distance; chosen
CEILING = 0.9  # share of the room above that is used
CIRCLE_RAD = math.radians(80)  # a normal circle, where the place has room for it; chosen
NEAREST_FOCUS = 0.5  # of the distance to the subject; chosen
STEEPEST_RAD = math.radians(11)  # how far down a flying camera looks; chosen: the horizon stays in the picture


def raised(framing: Framing) -> Framing:
    """The framing from higher up."""
    up = min(HEIGHT * _rig.reach(framing), CEILING * framing.room_m[2])
    return framing._replace(eye=framing.eye + [0.0, 0.0, up])


def flyover(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """Fly forward over the place, looking ahead and a little down; what is near passes below."""
    high = raised(framing)
    length = min(FLIGHT * _rig.amount(speed) * _rig.reach(high), 2 * high.room_m[1])
    length = _rig.within(framing, length, _rig.DRONE_M_S, frames, fps)
    ahead = _rig.ahead(high)
    eyes = high.eye + length * _rig.centered(framing, frames)[:, None] * ahead
    sight = high.aim - high.eye
    pitch = max(math.atan2(float(sight[2]), float(np.linalg.norm(sight[:2]))), -STEEPEST_RAD)
    look = ahead * math.cos(pitch) + np.array([0.0, 0.0, math.sin(pitch)])
    taken = _rig.camera(high, eyes, eyes + look * _rig.reach(high))
    # focus does not follow the subject under the camera
    far = np.maximum(np.asarray(taken.focus_m, float), NEAREST_FOCUS * _rig.reach(high))
    return taken.model_copy(update={"focus_m": far.astype(np.float32)})


def circle(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """Fly round the subject to the camera's left, looking down at it."""
    high = raised(framing)
    higher_m = float(high.eye[2] - framing.eye[2])
    turn = _travel.turn_rad(high, CIRCLE_RAD * _rig.amount(speed), _rig.DRONE_M_S, frames, fps)
    eyes = _travel.circle(high, frames, -turn)
    return _rig.camera(high, eyes, _rig.raised(_rig.reframed(high, eyes), higher_m))
