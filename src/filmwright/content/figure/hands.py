"""Hands: which way they are held, what they close round, and the arm that brings them there.

A hand has three directions: `along` from the wrist to the middle finger, `out` of the palm, and across to the thumb. All points and
directions are in model axes (figure/pose.py) unless a thing's are meant.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import FINGERS, Poser, about, about_axis, apply, smooth_step, unit
from filmwright.content.kinds import Hold, Thing
from filmwright.scene.nodes import Mesh

SKIN_M = 0.014  # from the middle of a grown hand to the skin of its palm; measured
FINGER_M = 0.072  # length of a grown finger's three joints; measured
FOREARM_TWIST = 0.6  # share of a hand's twist that the forearm takes: both bones of it turn; chosen


class Grip(NamedTuple):
    """How a hand takes a thing, in the thing's own space: the point that comes to lie in the hand, the directions of the hand, and how
    far from the palm's skin the point is."""

    point: F64
    along: F64
    out: F64
    off_m: float = 0.0


def scale(body: Body) -> float:
    """The body's size against that of somebody of 1.7 m."""
    return body.height_m / 1.7


def axes(body: Body, side: str) -> F64:
    """The directions along, out and across (columns of a (3, 3)) of a hand at rest."""
    h = body.heads
    along = unit(h[f"middle_01_{side}"] - h[f"hand_{side}"])
    across = h[f"index_01_{side}"] - h[f"pinky_01_{side}"]
    across = unit(across - along * float(along @ across))
    return np.column_stack([along, _sign(side) * np.cross(along, across), across])


def _sign(side: str) -> float:
    return 1.0 if side == "l" else -1.0


def directed(along: F64, out: F64, side: str) -> F64:
    """Directions along, out and across (..., 3, 3) of a hand that points along `along`, its palm as near to `out` as that lets it."""
    a, o = np.broadcast_arrays(unit(np.asarray(along, float)), np.asarray(out, float))
    o = unit(o - a * np.sum(a * o, -1, keepdims=True))
    return np.stack([a, o, -_sign(side) * np.cross(a, o)], -1)


def turn(body: Body, side: str, along: F64, out: F64) -> F64:
    """The turn (..., 3, 3) of a hand's bone that brings it from rest to these directions."""
    return np.asarray(directed(along, out, side) @ axes(body, side).T)


def hollow(body: Body, side: str, off_m: float = 0.0) -> F64:
    """The point (3,) at rest that is `off_m` off the skin where the fingers begin: where a hand that closes holds."""
    h = body.heads
    along, out, _ = axes(body, side).T
    knuckles = np.mean([h[f"{finger}_01_{side}"] for finger in FINGERS], axis=0)
    return np.asarray(knuckles + 0.004 * scale(body) * along + (SKIN_M * scale(body) + off_m) * out)


def tip(body: Body, side: str, finger: str = "index") -> F64:
    """The tip (3,) of a finger at rest."""
    return np.asarray(body.tails[f"{finger}_03_{side}"])


def bring(
    poser: Poser,
    side: str,
    point: F64,
    along: F64,
    out: F64,
    pole: F64,
    *,
    at: F64 | None = None,
    share: F64 | float = 1.0,
) -> None:
    """Bring the point `at` of a hand at rest (None: its hollow) to `point` (F, 3), the hand held as told, the elbow towards `pole`;
    by `share` (F,) of the way from where the hand is now."""
    body = poser.body
    own = turn(body, side, along, out)
    rest = hollow(body, side) if at is None else at
    wrist = point + apply(own, body.heads[f"hand_{side}"] - rest)
    _reach(poser, side, wrist, np.broadcast_to(own, (poser.frames, 3, 3)), pole, share)


def carry(
    poser: Poser, side: str, grip: Grip, turned: F64, origin: F64, pole: F64, *, share: F64 | float = 1.0
) -> None:
    """Bring a hand to a thing that is turned by `turned` (F, 3, 3) with its origin at `origin` (F, 3)."""
    bring(
        poser,
        side,
        origin + apply(turned, grip.point),
        apply(turned, grip.along),
        apply(turned, grip.out),
        pole,
        at=hollow(poser.body, side, grip.off_m),
        share=share,
    )


def hold(body: Body, side: str, grip: Grip) -> Hold:
    """How a thing goes with the hand that takes it by `grip`."""
    own = turn(body, side, grip.along, grip.out).T
    return Hold(f"hand_{side}", own, hollow(body, side, grip.off_m) - own @ grip.point)


def _reach(poser: Poser, side: str, wrist: F64, own: F64, pole: F64, share: F64 | float) -> None:
    """Reach with the wrist and turn the hand; the forearm takes its part of the twist."""
    upper, lower, hand = f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}"
    part = np.broadcast_to(np.asarray(share, float), (poser.frames,))
    if (part < 1).any():
        now, place = poser.at(hand)
        wrist = place + (wrist - place) * part[:, None]
        way = Rotation.from_matrix(own @ np.swapaxes(now, -1, -2)).as_rotvec() * part[:, None]
        own = Rotation.from_rotvec(way).as_matrix() @ now
    poser.reach(upper, lower, hand, wrist, pole)
    fore, _ = poser.at(lower)
    axis = unit(poser.body.heads[hand] - poser.body.heads[lower])
    x, y, z, w = Rotation.from_matrix(np.swapaxes(fore, -1, -2) @ own).as_quat().T
    twist = 2 * np.arctan2(np.stack([x, y, z], -1) @ axis, w)
    twist = np.degrees((twist + np.pi) % (2 * np.pi) - np.pi)
    # Half round there are two ways for the forearm to take its part: it takes none there, so that it never changes over.
    taken = FOREARM_TWIST * twist * (1 - smooth_step(np.abs(twist), 125.0, 180.0))
    poser.world(lower, fore @ about_axis(axis, taken))
    poser.world(hand, own)


def radius_m(thing: Thing, point: F64) -> float:
    """How far a thing reaches from `point` to its right side (+X) at the height of the point, in metres."""
    meshes = [n for n in thing.nodes if isinstance(n, Mesh) and n.visible]
    points = np.concatenate([np.asarray(n.points, float).reshape(-1, 3) for n in meshes]) - point
    near = points[(np.abs(points[:, 2]) < 0.02) & (np.abs(points[:, 1]) < 0.03)]
    return float(np.clip(near[:, 0].max(initial=0.004), 0.004, 0.06))


def upright(body: Body, side: str, thing: Thing, point: F64) -> Grip:
    """The grip of a fist round a thing that stands in it: the palm on its right side (its left for a left hand)."""
    out = np.array([_sign(side), 0.0, 0.0])
    return Grip(point, np.array([0.0, 1.0, 0.0]), out, radius_m(thing, point))


def close(poser: Poser, side: str, off_m: float, *, thumb_deg: float = 22.0) -> None:
    """Close the fingers round something so thick that its middle is `off_m` off the palm."""
    length = FINGER_M * scale(poser.body)
    degrees = np.degrees(length / (off_m + 0.009 * scale(poser.body))) / 3
    poser.curl(side, float(np.clip(degrees, 14.0, 62.0)), thumb_deg=thumb_deg)


def as_held(yaw_deg: F64 | float = 0.0) -> F64:
    """The turn of a thing that faces where the body does, and by `yaw_deg` to the body's left of that."""
    return about("z", 180.0 + np.asarray(yaw_deg, float))


def front_m(body: Body, mark: str) -> float:
    """Where the skin's front is (y, model axes) in the middle of the body at the height "waist" or "chest"."""
    high = {"waist": body.heads["spine_02"][2], "chest": body.heads["clavicle_l"][2] - 0.05 * body.height_m}[mark]
    skin = body.points[:13380]
    near = skin[(np.abs(skin[:, 2] - high) < 0.03 * scale(body)) & (np.abs(skin[:, 0]) < 0.09 * scale(body))]
    return float(near[:, 1].min())


def mouth(body: Body) -> F64:
    """The middle of the lips (3,) at rest, on the skin; from the distance of the eyes, as faces are drawn."""
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    u = float(left[0] - right[0])
    return np.asarray((left + right) / 2 + np.array([0.0, -0.60, -1.06]) * u)


def reach_m(thing: Thing, axis: int) -> float:
    """How far a thing reaches from its origin along an axis of its own, in metres."""
    meshes = [n for n in thing.nodes if isinstance(n, Mesh) and n.visible]
    return float(max(np.asarray(n.points, float).reshape(-1, 3)[:, axis].max() for n in meshes))


def pointing(way: F64, up: F64) -> F64:
    """The turn (F, 3, 3) of a thing whose front (+Y) points along `way` (F, 3), its upper side as near to `up` as that lets it."""
    right = unit(np.cross(way, up))
    return np.stack([right, unit(way), np.cross(right, unit(way))], -1)


def ear(body: Body, side: str) -> F64:
    """The middle of an ear (3,) at rest; from the distance of the eyes, as faces are drawn."""
    left, right = body.spots["eye_l"], body.spots["eye_r"]
    u = float(left[0] - right[0])
    return np.asarray((left + right) / 2 + np.array([_sign(side) * 1.26, 1.42, -0.35]) * u)
