"""Turning around: somebody who stands with the back to the lens comes round in four steps and looks into it."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, arms_down, begun, breath, glance, look_towards, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("turn around", "turn round")
EXAMPLE = "A woman in a red coat turns around"
POSTURE = "stand"
FREE = ("right", "left", "head")
SEEN = ("full",)
ALSO = ("turn", "look_back")

# (from second, to second, yaw in degrees the foot turns to, counted back from where the body ends): each foot steps twice.
_STEPS = {"l": ((0.35, 0.80, 82.0), (1.15, 1.62, 9.0)), "r": ((0.72, 1.22, 30.0), (1.55, 1.95, -9.0))}
_AWAY_DEG = 180.0  # how far it stands turned away at first
_HALF_M = 0.095  # from the middle to a foot; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body stands at path[0] with its back to where it is told to face, turns to the left within two seconds, and stays."""
    standing = begun(body, performance)
    t = performance.times_s
    s = hands.scale(body)
    left = _AWAY_DEG * (1 - smooth_step(t, 0.30, 1.80))
    standing = standing._replace(facing_yaw_rad=performance.facing_yaw_rad - np.radians(left))
    poser = standing.poser
    steps = {side: _step(t, side, s, left) for side in "lr"}
    # The weight is on the foot that stands while the other goes.
    on_left, on_right = (np.clip(np.asarray(steps[side].lift_m) / 0.04, 0, 1) for side in "rl")
    lean = 0.045 * s * (on_left - on_right)
    poser.move(columns(lean, 0.0, -0.016 * s - 0.01 * s * (on_left + on_right)))
    ahead = 42.0 * (smooth_step(t, 0.12, 0.55) - smooth_step(t, 1.25, 1.85))  # the head leads
    poser.turn("pelvis", about("y", -2.5 * (on_left - on_right)) @ about("x", 2.0))
    poser.turn("spine_01", about("z", 0.12 * ahead))
    poser.turn("spine_02", about("z", 0.15 * ahead))
    poser.turn("spine_03", about("z", 0.15 * ahead) @ about("x", -0.9 * breath(t)))
    poser.world("neck_01", about("z", 0.75 * ahead) @ about("x", 2.0))
    poser.world("head", about("z", 1.25 * ahead))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.9 * smooth_step(t, 1.55, 2.05) * (1 - 0.5 * glance(t, 5.0, 1.5)))
    step(standing, performance, steps)
    arms_down(poser, t, breath(t))
    chest, _ = poser.at("spine_03")
    whirl = np.gradient(left, t) if len(t) > 1 else 0 * t
    flung = np.clip(-whirl / 200.0, 0, 1)  # arms that hang loose are carried outwards
    for side, sign in (("l", 1.0), ("r", -1.0)):
        poser.aim(
            f"upperarm_{side}",
            f"lowerarm_{side}",
            apply(chest, columns(sign * (0.17 + 0.16 * flung), 0.05 + sign * 0.14 * flung, -1.0)),
        )
        poser.aim(
            f"lowerarm_{side}", f"hand_{side}", apply(chest @ about("x", -15.0), np.array([sign * 0.06, 0, -1.0]))
        )
    return standing.finish()


def _step(t: F64, side: str, s: float, left_deg: F64) -> Step:
    """Where a foot is at each time, against the way the body faces in the end."""
    sign = 1.0 if side == "l" else -1.0
    yaw, lift = np.full_like(t, _AWAY_DEG - 9.0 * sign), np.zeros_like(t)
    for start, end, goal in _STEPS[side]:
        k = smooth_step(t, start, end)
        yaw = yaw + (goal - yaw) * k
        lift = lift + 0.045 * s * np.sin(np.pi * np.clip((t - start) / (end - start), 0, 1))
    # A foot stands to its own side of the middle, as the body was turned when it was set down.
    around = np.radians(yaw + 9.0 * sign)
    out = _HALF_M * s * sign
    return Step(out * np.cos(around), out * np.sin(around), (left_deg - yaw) * sign, lift, 14.0 * lift / (0.045 * s))
