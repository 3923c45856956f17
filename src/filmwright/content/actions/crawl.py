"""Crawling along a path on hands and knees: an arm and the knee across from it go together."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import SIDES, Poser, about, columns, forward, smooth_step, to_model
from filmwright.content.kinds import Motion, Performance

WORDS = ("crawl",)
EXAMPLE = "A man in a gray sweater crawls on the beach"
POSTURE = "walk"
SEEN = ("full",)
ALSO = ("baby_crawl",)

_SPEED_M_S = 0.55  # of a grown body; chosen
_PERIOD_S = 1.25
_STANDS = 0.62  # share of the time that a hand or a knee stays where it is; chosen
_KNEE_M = 0.055  # of a grown knee's middle over the ground it rests on; measured
_WRIST_M = 0.030  # of a wrist over the ground its hand lies on; measured


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body crawls."""
    return _SPEED_M_S * body.height_m / 1.7 * {"slow": 0.6, "fast": 1.5, "brisk": 1.3}.get(manner or "", 1.0)


def build(body: Body, performance: Performance) -> Motion:
    """The body crawls along the performance's path, its head where it goes."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    t, s = performance.times_s, hands.scale(body)
    stride = speed * _PERIOD_S
    gone = speed * t
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(gone).max()) + 2.0, performance.begin)
    facing = path.yaw(gone)
    place = np.column_stack([path.spot(gone), path.height(gone, performance.ground, 0.3)])
    phase = t / _PERIOD_S + performance.phase
    poser = Poser(body, performance.frames)
    thigh, _ = poser.lengths("thigh_l", "calf_l", "foot_l")
    arm = sum(poser.lengths("upperarm_l", "lowerarm_l", "hand_l"))
    beat = 2 * np.pi * phase
    hip_z = _KNEE_M * s + 0.985 * thigh + 0.006 * s * np.cos(2 * beat)
    trunk = float(np.linalg.norm(body.heads["upperarm_l"] - body.heads["thigh_l"]))
    shoulder_z = _WRIST_M * s + 0.93 * arm
    tilt = math.degrees(math.asin(float(np.clip((shoulder_z - hip_z.mean()) / trunk, -0.6, 0.6))))
    poser.turn("pelvis", about("z", 5.0 * np.cos(beat)) @ about("x", 86.0 - tilt) @ about("y", 3.0 * np.sin(beat)))
    poser.turn("spine_01", about("x", 4.0) @ about("y", 3.0 * np.cos(beat)))
    poser.turn("spine_02", about("x", 1.0) @ about("y", 2.5 * np.cos(beat)))
    poser.world("neck_01", about("x", 40.0))
    poser.world("head", about("x", 2.0 + 2.0 * np.sin(2 * beat)) @ about("z", 4.0 * np.sin(0.31 * beat)))
    hips = (poser.at("thigh_l")[1] + poser.at("thigh_r")[1]) / 2
    shoulders = (poser.at("upperarm_l")[1] + poser.at("upperarm_r")[1]) / 2
    middle = (hips + shoulders)[:, 1] / 2
    poser.move(columns(0.012 * s * np.sin(beat), -middle, hip_z - hips[:, 2]))
    ahead = {"hip": -float((hips[:, 1] - middle).mean()), "shoulder": -float((shoulders[:, 1] - middle).mean())}

    def limb(at_m: float, side_m: float, offset: float, high_m: float, lift_m: float) -> F64:
        """Where a hand or a knee is (F, 3) in the world that rests while the body passes over it."""
        own = phase - offset
        number, u = np.floor(own), np.clip((own % 1.0 - _STANDS) / (1 - _STANDS), 0.0, 1.0)
        # It rests where the joint above it is half-way through that time.
        base = stride * (number + offset + _STANDS / 2 - performance.phase) + at_m
        along = base + stride * smooth_step(u)
        left = forward(path.yaw(along) + math.pi / 2)
        spot = path.spot(along) + left * side_m
        ground = performance.ground(spot[:, 0], spot[:, 1])
        return np.column_stack([spot, ground + high_m + lift_m * np.sin(np.pi * u)])

    for side, sign in SIDES:
        late = 0.0 if side == "l" else 0.5
        knee = to_model(place, facing, limb(ahead["hip"], sign * 0.10 * s, late, _KNEE_M * s, 0.03 * s))
        poser.aim(f"thigh_{side}", f"calf_{side}", knee - poser.at(f"thigh_{side}")[1])
        poser.aim(f"calf_{side}", f"foot_{side}", np.array([-sign * 0.05, 1.0, -0.015]))
        poser.world(f"foot_{side}", about("x", 148.0))
        poser.turn(f"ball_{side}", about("x", 4.0))
        wrist = limb(ahead["shoulder"] + 0.03 * s, sign * 0.17 * s, 0.5 - late, _WRIST_M * s, 0.075 * s)
        poser.curl(side, 5.0, thumb_deg=3.0)
        hands.bring(
            poser,
            side,
            to_model(place, facing, wrist),
            np.array([sign * 0.05, -1.0, -0.12]),
            np.array([0.0, 0.0, -1.0]),
            np.array([sign * 0.55, 1.0, 0.2]),
            at=body.heads[f"hand_{side}"],
        )
    return poser.motion(place, facing)
