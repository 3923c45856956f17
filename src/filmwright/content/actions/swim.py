"""Swimming under water along a path: the arms sweep out and back, come together before the face and shoot ahead; the legs flutter."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import SIDES, Poser, about, columns, smooth_step, unit
from filmwright.content.kinds import Motion, Performance

WORDS = ("swim",)
EXAMPLE = "A woman in a red wetsuit swims underwater"
POSTURE = "walk"
SEEN = ("full",)
ALSO = ("dive", "scuba_dive")
HOME = ("underwater",)
ONLY_IN = ("underwater",)

_SPEED_M_S = 0.75
_STROKE_S = 2.4
_HIGH = 0.62  # of the body's height: how high over the ground it swims; chosen
_KICK_HZ = 1.3


def pace(body: Body, manner: str | None) -> float:
    """The speed in m/s at which this body swims."""
    return _SPEED_M_S * body.height_m / 1.7 * {"slow": 0.65, "fast": 1.5, "brisk": 1.3}.get(manner or "", 1.0)


def build(body: Body, performance: Performance) -> Motion:
    """The body swims along the performance's path, its head where it goes."""
    speed = performance.speed_m_s or pace(body, performance.manner)
    t, s = performance.times_s, hands.scale(body)
    stroke = 2 * np.pi * (t / _STROKE_S + performance.phase)
    # A stroke drives the body on, and it glides.
    gone = speed * (t + 0.16 * np.sin(stroke - 1.9) * _STROKE_S / (2 * np.pi))
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(gone).max()) + 2.0, performance.begin)
    facing = path.yaw(gone)
    place = np.column_stack([path.spot(gone), path.height(gone, performance.ground, 1.2)])
    poser = Poser(body, performance.frames)
    bob = np.sin(stroke + 0.6)
    poser.turn("pelvis", about("y", 5.0 * np.sin(0.43 * stroke)) @ about("x", 76.0 + 5.0 * bob))
    poser.turn("spine_01", about("x", -4.0))
    poser.turn("spine_02", about("x", -5.0 - 2.0 * bob))
    poser.turn("spine_03", about("x", -5.0 - 3.0 * bob))
    poser.world("neck_01", about("x", 44.0 + 3.0 * bob))
    poser.world("head", about("x", 26.0 + 3.0 * bob) @ about("z", 5.0 * np.sin(0.31 * stroke)))
    pelvis = body.heads["pelvis"]
    poser.move(columns(0.0, -pelvis[1], _HIGH * body.height_m + 0.025 * s * bob - pelvis[2]))
    u = (stroke / (2 * np.pi)) % 1.0
    sweep = smooth_step(u, 0.02, 0.42)
    inward = smooth_step(u, 0.40, 0.66)
    ahead = smooth_step(u, 0.62, 0.98)
    for side, sign in SIDES:
        kick = np.sin(2 * np.pi * _KICK_HZ * t + (0.0 if side == "l" else np.pi))
        late = np.sin(2 * np.pi * _KICK_HZ * t - 1.0 + (0.0 if side == "l" else np.pi))
        thigh = columns(sign * 0.05, np.cos(0.26 * kick), -0.14 - 0.30 * kick)
        poser.aim(f"thigh_{side}", f"calf_{side}", thigh)
        bend = 0.30 - 0.26 * late
        poser.aim(f"calf_{side}", f"foot_{side}", unit(thigh) + columns(0.0, 0.0, bend))
        poser.bend(f"foot_{side}", about("x", 48.0 + 10.0 * late))
        poser.turn(f"ball_{side}", about("x", 10.0))
        reach, wide = np.array([sign * 0.12, -1.0, 0.06]), np.array([sign * 1.0, 0.10, -0.16])
        tucked = np.array([sign * 0.42, 0.02, -0.55])
        upper = reach + (wide - reach) * sweep[:, None]
        upper = upper + (tucked - upper) * inward[:, None]
        upper = upper + (reach - upper) * ahead[:, None]
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", upper)
        swept, folded = np.array([sign * 0.55, 0.45, -0.60]), np.array([-sign * 0.55, -0.90, 0.30])
        fore = reach * [-0.3, 1.0, 1.0] + (swept - reach * [-0.3, 1.0, 1.0]) * sweep[:, None]
        fore = fore + (folded - fore) * inward[:, None]
        fore = fore + (reach * [-0.3, 1.0, 1.0] - fore) * ahead[:, None]
        poser.aim(f"lowerarm_{side}", f"hand_{side}", fore)
        poser.curl(side, 8.0, thumb_deg=4.0)
    return poser.motion(place, facing)
