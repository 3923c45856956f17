"""What sports share: poses by key moments, the whole body from a row of numbers, things that leave the hand, a racket or club in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.spatial.transform import Rotation

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import Poser, about, about_axis, align, apply, columns, smooth_step, unit
from filmwright.content.figure.stance import Standing, Step, step
from filmwright.content.kinds import Hold, Motion, Performance

GRAVITY = 9.81
TURNS_DEG = 75.0  # how far a forearm turns a hand, either way; textbook: 80 to 90

Keys = Sequence[tuple[float, ...]]
"""Rows of a moment and the numbers at that moment."""


def through(u: F64, keys: Keys, period: float = 1.0) -> F64:
    """The numbers (F, n) at moments `u` of what comes again after `period`, smooth and never beyond what the keys say."""
    rows = np.array(keys, float)
    tiled = np.concatenate([rows + [k * period, *[0.0] * (rows.shape[1] - 1)] for k in (-1, 0, 1)])
    return np.asarray(PchipInterpolator(tiled[:, 0], tiled[:, 1:])(np.asarray(u) % period))


def once(t: F64, keys: Keys) -> F64:
    """The numbers (F, n) at times `t` of what happens once: as the first key says before it, as the last after it."""
    rows = np.array(keys, float)
    return np.asarray(PchipInterpolator(rows[:, 0], rows[:, 1:])(np.clip(t, rows[0, 0], rows[-1, 0])))


def bodily(standing: Standing, rows: F64) -> None:
    """Hips and back from rows (F, 8): hips turned to the left and chest against them (degrees), bent forward at the hips, back bowed,
    leaning to the left, and the hips moved left, back and down (metres on a body of 1.7 m)."""
    poser = standing.poser
    s = hands.scale(poser.body)
    hips, chest, lean, bow, tilt, left, back, down = rows.T
    poser.move(poser.root + columns(left * s, back * s, -down * s))
    poser.turn("pelvis", about("z", hips) @ about("y", 0.4 * tilt) @ about("x", lean))
    for bone, share in (("spine_01", 0.30), ("spine_02", 0.35), ("spine_03", 0.35)):
        poser.turn(bone, about("z", share * chest) @ about("y", 0.6 * share * tilt) @ about("x", share * bow))
    poser.world("neck_01", about("z", 0.5 * (hips + chest)) @ about("x", 0.5 * (lean + bow)))


def stepped(standing: Standing, performance: Performance, left: F64, right: F64, *, stretch: float = 0.99) -> None:
    """Feet from rows (F, 5) each: left of the spot, ahead of it, toes out, lifted, heel raised; metres on a body of 1.7 m."""
    s = hands.scale(standing.poser.body)
    steps = {
        side: Step(s * rows[:, 0], s * rows[:, 1], rows[:, 2], s * rows[:, 3], rows[:, 4])
        for side, rows in (("l", left), ("r", right))
    }
    step(standing, performance, steps, stretch=stretch)


def planted(standing: Standing, performance: Performance, left: Sequence[float], right: Sequence[float]) -> None:
    """Feet that stay where they are: left, ahead, toes out."""
    rows = [np.tile([*foot, 0.0, 0.0], (standing.poser.frames, 1)) for foot in (left, right)]
    stepped(standing, performance, rows[0], rows[1])


def finish(standing: Standing, loose: Mapping[str, tuple[F64, F64]]) -> Motion:
    """The Motion of the poses so far, with what no bone carries: places (F, 3) and turns (F, 3, 3) in model axes."""
    return beside(standing.finish(), loose)


def beside(motion: Motion, loose: Mapping[str, tuple[F64, F64]]) -> Motion:
    """A motion with what no bone carries: places (F, 3) and turns (F, 3, 3) in model axes of the body where it is."""
    turned = about("z", np.degrees(motion.facing_yaw_rad) + 180.0)
    made = {}
    for name, (spots, turns) in loose.items():
        frames = len(motion.root)
        own = Rotation.from_matrix(turned @ np.broadcast_to(turns, (frames, 3, 3)))
        at = motion.root + apply(turned, np.broadcast_to(spots, (frames, 3)))
        made[name] = (at, np.asarray(own.as_quat(scalar_first=True)))
    return replace(motion, loose=made)


def thrown(start: F64, end: F64, lasts_s: float, share: F64) -> F64:
    """Points (F, 3) of what flies from `start` to `end` in that time, at shares 0..1 of it."""
    k = np.clip(share, 0.0, 1.0)[..., None]
    rise = 0.5 * GRAVITY * lasts_s**2 * k * (1 - k)
    return np.asarray(start + (end - start) * k + rise * np.array([0.0, 0.0, 1.0]))


class Leg(NamedTuple):
    """A part of a way through the air: from when to when, where at which share of it."""

    begins: float
    ends: float
    at: Callable[[F64], F64]


def flown(u: F64, held: F64, legs: Sequence[Leg]) -> F64:
    """Where something is (F, 3) at moments `u`: in the hand (`held`) but for the legs of its way, of which the first leaves the hand
    and the last comes back to it."""
    made = np.array(held, float)
    for n, leg in enumerate(legs):
        share = np.clip((u - leg.begins) / (leg.ends - leg.begins), 0.0, 1.0)
        way = leg.at(share)
        if n == 0:
            way = way + (held - leg.at(np.zeros(len(u)))) * (1 - smooth_step(share, 0.0, 0.25))[:, None]
        if n == len(legs) - 1:
            way = way + (held - leg.at(np.ones(len(u)))) * smooth_step(share, 0.75, 1.0)[:, None]
        on = (u >= leg.begins) & (u < leg.ends)
        made = np.where(on[:, None], way, made)
    return made


def ball(middle: F64, turns: F64, radius_m: float) -> tuple[F64, F64]:
    """Where a ball that rests on its origin is (F, 3), and how it is turned (F, 3, 3), when its middle is at `middle`."""
    turned = np.broadcast_to(turns, (len(middle), 3, 3))
    return middle - apply(turned, np.array([0.0, 0.0, radius_m])), turned


def ball_in_hand(body: Body, side: str, radius_m: float) -> Hold:
    """A ball that rests on its origin in the hollow of a hand, where it does not fly."""
    palm = hands.Grip(
        np.array([0.0, 0.0, radius_m]), np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, -1.0]), radius_m + 0.004
    )
    return hands.hold(body, side, palm)._replace(loose="ball")


def tool(way: F64, front: F64) -> F64:
    """The turn (F, 3, 3) of a tool whose +Z points along `way` (F, 3), its +Y as near to `front` as that lets it."""
    up = unit(way)
    right = unit(np.cross(front + 0 * up, up))
    return np.stack([right, np.cross(up, right), up], -1)


def wield(poser: Poser, side: str, grip: hands.Grip, at: F64, way: F64, front: F64, pole: F64) -> F64:
    """A hand with a tool: its grip at `at` (F, 3). The tool's turn (F, 3, 3)."""
    turned = tool(way, front)
    hands.close(poser, side, grip.off_m, thumb_deg=30.0)
    hands.carry(poser, side, grip, turned, at - apply(turned, grip.point), pole)
    return turned


def around(poser: Poser, side: str, ball: F64, palm: F64, radius_m: float, along: F64, pole: F64) -> None:
    """A hand on a ball whose middle is at `ball` (F, 3): the palm's way is `palm` (F, 3), towards the middle."""
    _open_for(poser, side, radius_m)
    hands.bring(poser, side, ball, along, palm, pole, at=hands.hollow(poser.body, side, radius_m + 0.004))


def in_line(poser: Poser, side: str, at: F64, palm: F64 | None, pole: F64, off_m: float, *, ball: bool = False) -> None:
    """A hand round something whose middle is at `at` (F, 3), in line with its forearm, the palm turned towards `palm` as far as a
    forearm turns; None: not at all."""
    body = poser.body
    upper, lower, hand = f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}"
    if ball:
        _open_for(poser, side, off_m)
    else:
        hands.close(poser, side, off_m, thumb_deg=30.0)
    along, out, _ = hands.axes(body, side).T
    axis = unit(body.heads[hand] - body.heads[lower])
    straight = align(along, axis)
    grip = hands.hollow(body, side, off_m) - body.heads[hand]
    own = np.broadcast_to(straight, (poser.frames, 3, 3))
    fore, twist = own, np.zeros(poser.frames)
    away = unit(at - poser.at(upper)[1]) * np.linalg.norm(grip)
    for _ in range(10):  # where the forearm is depends on how the hand is held
        poser.reach(upper, lower, hand, at - away, pole)
        fore = poser.at(lower)[0]
        if palm is not None:
            way, now = apply(fore, axis), apply(fore @ straight, out)
            level = palm - way * np.sum(palm * way, -1, keepdims=True)
            turn = np.arctan2(np.sum(np.cross(now, level) * way, -1), np.sum(level * now, -1))
            twist = TURNS_DEG * np.sin(turn)  # half round it could go either way: it goes neither
        own = fore @ about_axis(axis, twist) @ straight
        away = 0.5 * (away + apply(own, grip))
    poser.world(lower, fore @ about_axis(axis, hands.FOREARM_TWIST * twist))
    poser.world(hand, own)


def _open_for(poser: Poser, side: str, radius_m: float) -> None:
    """Fingers on a ball of that size."""
    poser.curl(side, float(np.clip(58.0 - 260.0 * radius_m, 12.0, 40.0)), thumb_deg=10.0)


def free_arm(poser: Poser, side: str, upper: F64, fore: F64, *, curl_deg: float = 22.0) -> None:
    """An arm along directions (F, 3) of upper arm and forearm as the chest is turned, given for a left arm."""
    chest, _ = poser.at("spine_03")
    mirror = np.array([1.0 if side == "l" else -1.0, 1.0, 1.0])
    poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(chest, np.asarray(upper) * mirror))
    poser.aim(f"lowerarm_{side}", f"hand_{side}", apply(chest, np.asarray(fore) * mirror))
    poser.curl(side, curl_deg)
