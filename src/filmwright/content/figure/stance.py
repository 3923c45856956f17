"""Standing alive: weight that shifts from foot to foot, breathing, a head that is never quite still."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.figure import feet
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.gait import girth
from filmwright.content.figure.manners import frailty
from filmwright.content.figure.pose import SIDES, Poser, about, apply, forward, smooth_step, to_model, wander
from filmwright.content.kinds import Motion, Performance

BREATH_S = 3.8  # one breath of somebody at rest: 16 a minute, textbook


class Standing(NamedTuple):
    """A stand under construction: set arms and head on `poser`, then `finish`. t (F,) seconds."""

    poser: Poser
    t: F64
    place: F64
    facing_yaw_rad: F64

    def finish(self) -> Motion:
        """The Motion of the poses so far."""
        return self.poser.motion(self.place, self.facing_yaw_rad)


class Step(NamedTuple):
    """Where a foot is against the spot a body stands on, every frame: `left_m` to the left of it and `ahead_m` before it, as the body
    faces at first; the toes turned out by `out_deg`, the sole `lift_m` over the ground, and `pitch_deg` of heel raised."""

    left_m: F64 | float
    ahead_m: F64 | float = 0.0
    out_deg: F64 | float = 9.0
    lift_m: F64 | float = 0.0
    pitch_deg: F64 | float = 0.0


def begun(body: Body, performance: Performance) -> Standing:
    """A body at path[0] in its rest pose, nothing set yet."""
    frames = performance.frames
    spot = np.atleast_2d(np.asarray(performance.path, float))[0, :2]
    xy = np.broadcast_to(spot, (frames, 2))
    place = np.column_stack([xy, performance.ground(xy[:, 0], xy[:, 1])])
    t = performance.times_s + 10.0 * performance.phase
    return Standing(Poser(body, frames), t, place, np.full(frames, performance.facing_yaw_rad))


def step(standing: Standing, performance: Performance, steps: dict[str, Step], *, stretch: float = 0.996) -> None:
    """Both feet where `steps` has them ("l", "r"); the body sinks until the legs reach. What is in the air takes the body along
    as far as it was moved."""
    poser, _, place, facing = standing
    frames = poser.frames
    origin = np.full(frames, performance.facing_yaw_rad)
    ahead, left = forward(origin), forward(origin + np.pi / 2)
    ankles, turns, toes = {}, {}, {}
    for side, sign in SIDES:
        at, shape = steps[side], feet.foot(poser.body, side)
        spot = (
            place[:, :2]
            + left * np.broadcast_to(at.left_m, (frames,))[:, None]
            + ahead * np.broadcast_to(at.ahead_m, (frames,))[:, None]
        )
        yaw = facing + np.radians(np.broadcast_to(at.out_deg, (frames,))) * sign
        footing = feet.footing(shape, spot, yaw, performance.ground)
        pitch = np.broadcast_to(np.asarray(at.pitch_deg, float), (frames,))
        ankle, turns[side] = feet.roll(shape, footing, pitch)
        ankle[:, 2] += at.lift_m
        ankles[side] = ankle
        # In the air the toes go with the foot; on the ground they stay flat under a raised heel.
        off = np.clip(np.broadcast_to(np.asarray(at.lift_m, float), (frames,)) / 0.03, 0.0, 1.0)
        bent = np.where(pitch > 0, pitch * off * 0.6, pitch)
        flat = about("z", np.degrees(yaw) + 180) @ about("x", footing.slope_deg)
        toes[side] = flat @ about("x", bent) @ about("z", -shape.rest_yaw_deg)
    sink = feet.lowered(poser, {side: to_model(place, facing, a) for side, a in ankles.items()}, stretch)
    poser.move(poser.root - np.column_stack([np.zeros_like(sink), np.zeros_like(sink), sink]))
    for side, _ in SIDES:
        feet.plant(poser, feet.foot(poser.body, side), ankles[side], turns[side], toes[side], place, facing)


def stand(body: Body, performance: Performance, *, liveliness: float = 1.0) -> Standing:
    """Both feet on the ground at path[0], arms hanging, breathing."""
    standing = begun(body, performance)
    poser, t, place, facing = standing
    frames = performance.frames
    scale = body.height_m / 1.7
    old = frailty(body.age_years)
    lean = wander(t, 6.5, 0.4 + 5 * performance.phase) * liveliness  # to the left when positive
    side = 0.034 * scale * (0.55 + 0.45 * np.tanh(2 * lean))  # mostly on one leg, as people stand
    poser.move(np.column_stack([side, 0.006 * scale * wander(t, 5.0, 2.0), np.full(frames, -0.010 * scale)]))
    hip = 3.8 * np.tanh(1.5 * lean)
    poser.turn("pelvis", about("y", -hip) @ about("z", 1.5 * wander(t, 8.0, 1.0)))
    _trunk(poser, t, hip, old)
    feet_down(poser, performance, place, facing, spread_m=0.088 * scale)
    arms_down(poser, t, breath(t), uneven=math.cos(7.0 * performance.phase))
    return standing


def breath(t: F64) -> F64:
    """-1 (out) .. 1 (in) over time; breathing in is quicker than out."""
    phase = 2 * np.pi * t / BREATH_S
    return np.asarray(np.sin(phase + 0.4 * np.sin(phase)))


def _trunk(poser: Poser, t: F64, hip: F64, old: float) -> None:
    air = breath(t)
    poser.turn("spine_01", about("y", 0.6 * hip) @ about("x", 1.0 + 3.0 * old))
    poser.turn("spine_02", about("y", 0.6 * hip) @ about("x", 0.5 * air + 3.0 * old))
    poser.turn("spine_03", about("x", -0.9 * air + 2.5 * old) @ about("z", 1.2 * wander(t, 7.0, 3.0)))
    poser.world("neck_01", about("x", 2.0 + 7.0 * old) @ about("z", 1.5 * wander(t, 5.5, 0.0)))
    poser.world("head", about("z", 4.0 * wander(t, 6.0, 0.7)) @ about("x", 1.2 * wander(t, 4.3, 1.9) + 1.5 * old))


def feet_down(poser: Poser, performance: Performance, place: F64, facing: F64, *, spread_m: float) -> None:
    """Both feet flat on the ground, `spread_m` to each side of the body; the body sinks until the legs reach."""
    stands: dict[str, tuple[feet.Foot, feet.Footing]] = {}
    for side, sign in SIDES:
        shape = feet.foot(poser.body, side)
        left = forward(facing + np.pi / 2)
        ahead = forward(facing) * (0.015 * sign)  # one foot a little ahead
        spot = place[:, :2] + left * (sign * spread_m) + ahead
        toes = facing + np.radians(9.0) * sign
        stands[side] = (shape, feet.footing(shape, spot, toes, performance.ground))
    ankles = {side: to_model(place, facing, s.ankle) for side, (_, s) in stands.items()}
    sink = feet.lowered(poser, ankles, 0.996)
    poser.move(poser.root - np.column_stack([np.zeros_like(sink), np.zeros_like(sink), sink]))
    for shape, footing in stands.values():
        ankle, turn = feet.roll(shape, footing, np.zeros(poser.frames))
        feet.plant(poser, shape, ankle, turn, turn, place, facing)


def arms_down(poser: Poser, t: F64, air: F64, *, uneven: float = 1.0) -> None:
    """Arms hanging at the sides, elbows soft, hands loose; the left more bent than the right by `uneven` (-1 .. 1)."""
    chest, _ = poser.at("spine_03")
    wide = 0.14 + 0.05 * min(max(girth(poser.body), 0.0), 2.0)
    for side, sign in SIDES:
        drift = 2.2 * wander(t, 5.0, sign) + 2.0 * sign * uneven
        bent = 23.0 + 6.0 * sign * uneven + 2.5 * wander(t, 3.7, 2.0 + sign)
        poser.turn(f"clavicle_{side}", about("y", -sign * (0.8 * air + 0.5)))
        poser.aim(
            f"upperarm_{side}", f"lowerarm_{side}", apply(chest @ about("x", drift), np.array([sign * wide, 0.05, -1]))
        )
        poser.aim(
            f"lowerarm_{side}",
            f"hand_{side}",
            apply(chest @ about("x", drift - bent), np.array([sign * 0.01, 0.0, -1.0])),
        )
        poser.curl(side, 26.0 + 5.0 * sign * uneven + 3.0 * wander(t, 4.1, sign), thumb_deg=16.0)


def look_towards(standing: Standing, target: tuple[float, float, float], share: F64) -> None:
    """Turn the head (and the chest a little) towards a world point by `share` (F,) 0..1, as far as a neck turns."""
    poser = standing.poser
    _, head = poser.at("head")
    spot = to_model(standing.place, standing.facing_yaw_rad, np.broadcast_to(np.array(target), head.shape))
    way = spot - head
    yaw = np.degrees(np.arctan2(way[:, 0], -way[:, 1]))
    pitch = np.degrees(np.arctan2(-way[:, 2], np.hypot(way[:, 0], way[:, 1])))
    yaw = np.clip(yaw, -62, 62) * share  # farther is an owl; chosen from neck rotation tables (about 70)
    pitch = np.clip(pitch, -25, 25) * share
    turn_head(poser, yaw, pitch)


def turn_head(poser: Poser, yaw_deg: F64 | float, pitch_deg: F64 | float) -> None:
    """Turn the gaze to `yaw_deg` (positive to the body's left) and `pitch_deg` (positive down): chest, neck, head share it."""
    poser.bend("spine_03", about("z", 0.18 * yaw_deg))
    poser.world("neck_01", about("z", 0.5 * yaw_deg) @ about("x", 0.4 * pitch_deg + 2.0))
    poser.world("head", about("z", yaw_deg) @ about("x", pitch_deg))


def glance(t: F64, start_s: float, hold_s: float) -> F64:
    """0..1 over time: a look that begins at start_s, stays hold_s, and goes back."""
    return smooth_step(t, start_s, start_s + 0.5) * (1 - smooth_step(t, start_s + 0.5 + hold_s, start_s + 1.2 + hold_s))
