"""Dancing to a beat: side steps with a touch, hips and shoulders against each other, the arms up every other bar."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns, smooth_step
from filmwright.content.figure.stance import Step, begun, look_towards, step
from filmwright.content.kinds import Motion, Performance

WORDS = ("dance", "boogie")
EXAMPLE = "A woman in a red dress dances"
POSTURE = "stand"
SEEN = ("raised_arms",)
FACE = ("happy",)

_BEAT_S = 0.5  # 120 beats a minute, as dance music has it
_TRAVEL_M = 0.14  # how far the body goes to either side; chosen

# Beats (from, to) at which a foot goes, and where to, against the middle: the outer foot first, the other touches beside it.
_FEET = {"l": ((0.05, 0.85, 0.25), (3.05, 3.85, -0.055)), "r": ((1.05, 1.85, 0.055), (2.05, 2.85, -0.25))}


def build(body: Body, performance: Performance) -> Motion:
    """The body dances round path[0] from the first moment to the end."""
    standing = begun(body, performance)
    poser = standing.poser
    beats = performance.times_s / _BEAT_S + 4.0 * performance.phase
    s = hands.scale(body)
    bar = 2 * np.pi * beats / 4
    side = np.sin(bar - np.pi / 4)  # -1 right .. 1 left, a little behind the leading foot
    side = np.tanh(1.5 * side) / np.tanh(1.5)
    bounce = np.abs(np.sin(np.pi * beats))  # up between the beats, down on them
    groove = np.sin(2 * np.pi * beats / 2)
    poser.move(columns(_TRAVEL_M * s * side, 0.0, s * (0.045 * bounce - 0.075)))
    hip = 9.0 * np.sin(np.pi * beats + 0.3)
    poser.turn("pelvis", about("z", 11.0 * groove) @ about("y", hip) @ about("x", 5.0))
    poser.turn("spine_01", about("y", -0.55 * hip) @ about("z", -7.0 * groove))
    poser.turn("spine_02", about("y", -0.55 * hip) @ about("z", -8.0 * groove) @ about("x", 1.0 + 4.0 * (1 - bounce)))
    poser.turn("spine_03", about("z", -6.0 * groove) @ about("y", -5.0 * side))
    poser.world("neck_01", about("x", 3.0 + 4.0 * (1 - bounce)) @ about("y", 3.0 * side))
    poser.world("head", about("y", 9.0 * side) @ about("x", 7.0 * (1 - bounce) - 3.0))
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, np.full(len(beats), 0.5))
        poser.bend("head", about("y", 9.0 * side) @ about("x", 9.0 * (1 - bounce) - 4.0))
    step(standing, performance, {name: _foot(beats, name, s) for name in "lr"}, stretch=0.99)
    _arms(body, performance, standing.poser, beats)
    return standing.finish()


def _foot(beats: F64, side: str, s: float) -> Step:
    """Where a foot is at each beat."""
    sign = 1.0 if side == "l" else -1.0
    u = beats % 4
    x = np.full_like(u, _FEET[side][1][2])
    lift, heel = np.zeros_like(u), np.zeros_like(u)
    for start, end, goal in _FEET[side]:
        k = smooth_step(u, start, end)
        x = x + (goal - x) * k
        lift = lift + 0.075 * np.sin(np.pi * np.clip((u - start) / (end - start), 0, 1)) ** 1.3
    # The foot that only touches stands on its ball.
    begins, ends = _FEET[side][1 if side == "l" else 0][1], _FEET[side][0 if side == "l" else 1][0]
    light = smooth_step((u - begins) % 4, -0.0, 0.25) * (
        1 - smooth_step((u - begins) % 4, (ends - begins) % 4, (ends - begins) % 4 + 0.15)
    )
    heel = 20.0 * light + 26.0 * np.clip(lift / 0.075, 0, 1)
    return Step(x * s, 0.0 + 0.02 * s * sign, 14.0, lift * s, heel)


def _arms(body: Body, performance: Performance, poser: Poser, beats: F64) -> None:
    """Elbows bent and going with the shoulders for a bar, then both hands up and swaying for one."""
    s = hands.scale(body)
    u = beats % 8
    high = smooth_step(u, 3.4, 4.4) * (1 - smooth_step(u, 7.4, 8.0)) + 0.0 * beats
    swing = np.sin(np.pi * beats)
    sway = np.sin(np.pi * beats / 2 - 0.6)
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * (16.0 * high + 4.0 * np.abs(swing))))
    chest, neck = poser.at("spine_03")[0], poser.at("neck_01")[1]
    for side, sign in SIDES:
        low = columns(sign * (0.25 + 0.05 * np.abs(swing)), -0.24 - 0.10 * sign * swing, -0.20 + 0.12 * sign * swing)
        up = columns(sign * 0.24 + 0.16 * sway, -0.12, 0.30 + 0.07 * sign * sway + 0.04 * np.abs(swing))
        spot = low + (up - low) * high[:, None] + np.array([sign * 0.15, -0.18, 0.0]) * (high * (1 - high))[:, None]
        along = (
            np.array([-sign * 0.25, -0.65, 0.65]) * (1 - high)[:, None]
            + columns(0.45 * sway, -0.05, 1.0) * high[:, None]
        )
        out = (
            np.array([-sign * 0.9, 0.25, -0.3]) * (1 - high)[:, None]
            + np.array([-sign * 0.55, -0.85, 0.0]) * high[:, None]
        )
        poser.curl(side, 30.0, thumb_deg=16.0)
        hands.bring(
            poser, side, neck + apply(chest, spot * s), apply(chest, along), apply(chest, out),
            apply(chest, np.array([sign, 0.45, -0.45])), at=body.heads[f"hand_{side}"],
        )  # fmt: skip
