"""What somebody sits or lies on, or is carried by, if that is of the cast itself."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Carrier, Joint, Motion
from filmwright.scene.nodes import Vector
from filmwright.staging import place
from filmwright.staging.actor import Actor
from filmwright.staging.clock import Clock
from filmwright.staging.parts import turned
from filmwright.staging.place import Offset


def seat_of(offset: Offset, before: Mapping[str, Actor]) -> place.Spot | None:
    """The seat somebody takes who is on or in a thing that has one."""
    other = before.get(offset.tied.to) if offset.tied is not None else None
    if other is None or other.thing is None or not other.thing.sits:
        return None
    x, y, z, yaw = other.thing.sits[0]
    at = other.origin[0] + Rotation.from_euler("z", other.yaws[0]).apply([x, y, 0.0])
    return place.Spot(at[None], float(other.yaws[0]) + yaw, z, True)


def bed_of(offset: Offset, before: Mapping[str, Actor]) -> place.Spot | None:
    """Where somebody lies who is on or in something: on its top, the head where its back is."""
    other = before.get(offset.tied.to) if offset.tied is not None else None
    if other is None or other.thing is None:
        return None
    rest = other.thing.top or other.thing.hollow
    high = float(rest[2]) if rest is not None else float((other.high - other.low)[0, 2])
    return place.Spot(other.origin[:1], float(other.yaws[0]), high, True)


def carrier_of(offset: Offset, before: Mapping[str, Actor], clock: Clock) -> Carrier | None:
    """What carries somebody who is on a thing that is ridden."""
    other = before.get(offset.tied.to) if offset.tied is not None else None
    if other is None or other.thing is None or other.thing.ride is None:
        return None
    ride, thing = other.thing.ride, other.thing
    turns = other.turns if other.turns is not None else Rotation.from_euler("z", other.yaws[:, None])
    joint = next((j for j in thing.joints if ride.pedals in j.nodes), None)

    def at(point: Vector, on: Joint | None = None) -> F64:
        rest = np.asarray(point, float)
        if ride.bone is not None and other.motion is not None:
            moved = on_bone(other.motion, ride.bone, rest)
            return np.asarray(moved + [0.0, 0.0, thing.lift_m])
        if on is not None:
            locations, rotations = turned(on, other.origin, turns, other.gone_m, clock)
            return np.asarray(locations + rotations.apply(rest))
        return np.asarray(other.origin + turns.apply(rest))

    left, right = (at(foot, joint) for foot in ride.feet)
    hands = (at(ride.hands[0]), at(ride.hands[1])) if ride.hands is not None else None
    return Carrier(at(ride.seat), other.yaws, hands, (left, right), ride.way, ride.lean_rad)


def on_bone(motion: Motion, bone: str, point: F64) -> F64:
    """A rest point (3,) carried by one bone, every frame (F, 3)."""
    index = motion.bones.index(bone)
    w, v = motion.rotations[:, index, :1], motion.rotations[:, index, 1:]
    turned = point + 2 * np.cross(v, np.cross(v, np.broadcast_to(point, v.shape)) + w * point)
    return np.asarray(turned + motion.locations[:, index])
