"""Dancing like a robot: stiff arms bent at right angles, from pose to pose with a stop at each."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _sport
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, about, apply, columns
from filmwright.content.figure.stance import begun
from filmwright.content.kinds import Motion, Performance

WORDS = ("robot dance",)
EXAMPLE = "A man in a silver jacket does the robot dance"
POSTURE = "stand"
SEEN = ("full",)
TURN_RAD = 0.10

_HOLD_S, _MOVE_S = 0.30, 0.34
# Each pose: hips turned, chest turned, bent ahead, head turned, head tilted; upper arm and forearm of the left, of the right arm
# (out, ahead, up).
_POSES = (
    (0, 0, 4, 0, 0, 0.25, 0.0, -1.0, 0.05, 1.0, 0.05, 0.25, 0.0, -1.0, 0.05, 1.0, 0.05),
    (0, 18, 4, 30, 0, 1.0, 0.0, 0.0, 0.05, 0.1, 1.0, 1.0, 0.0, 0.0, 0.05, 0.1, -1.0),
    (0, -18, 4, -30, 0, 1.0, 0.0, 0.0, 0.05, 0.1, -1.0, 1.0, 0.0, 0.0, 0.05, 0.1, 1.0),
    (12, 12, 26, 0, 12, 0.9, 0.3, 0.0, 0.0, 0.05, -1.0, 0.9, 0.3, 0.0, 0.0, 0.05, -1.0),
    (0, 30, 4, -20, -10, 0.2, 0.9, 0.0, 0.9, 0.3, 0.0, 0.25, 0.0, -1.0, 0.05, 1.0, 0.0),
    (0, -30, 4, 20, 10, 0.25, 0.0, -1.0, 0.05, 1.0, 0.0, 0.2, 0.9, 0.0, 0.9, 0.3, 0.0),
)


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] dances from the first moment to the end."""
    standing = begun(body, performance)
    poser, t = standing.poser, performance.times_s
    beat = _HOLD_S + _MOVE_S
    keys: list[tuple[float, ...]] = []
    for n, pose in enumerate(_POSES):
        now, then = np.array(pose, float), np.array(_POSES[(n + 1) % len(_POSES)], float)
        between = (now + then) / 2
        for first in (5, 8, 11, 14):  # what swings right round goes by the front
            if now[first : first + 3] @ then[first : first + 3] < -0.5:
                between[first + 1] += 1.0
        for at_s, row in ((0.0, now), (_HOLD_S, now), (_HOLD_S + _MOVE_S / 2, between)):
            keys.append((n * beat + at_s, *map(float, row)))
    rows = _sport.through(t + performance.phase, keys, beat * len(_POSES))
    hips, chest, bent, yaw, tilt = rows[:, :5].T
    shake = 1.2 * np.sin(2 * np.pi * 11.0 * t) * np.exp(-(((t % beat) - _HOLD_S * 0.05) ** 2) / 0.003)
    _sport.bodily(standing, columns(hips, chest + shake, bent, 0.0, 0.0, 0.0, 0.06 * bent / 26.0, 0.045))
    _sport.planted(standing, performance, (0.14, 0.0, 6.0), (-0.14, 0.0, 6.0))
    poser.world("neck_01", about("z", 0.4 * yaw) @ about("x", 0.5 * bent))
    poser.world("head", about("z", yaw) @ about("y", tilt) @ about("x", 0.3 * bent))
    trunk = poser.at("spine_03")[0]
    for (side, sign), first in zip(SIDES, (5, 11)):
        mirror = np.array([sign, -1.0, 1.0])
        upper, fore = rows[:, first : first + 3] * mirror, rows[:, first + 3 : first + 6] * mirror
        poser.aim(f"upperarm_{side}", f"lowerarm_{side}", apply(trunk, upper))
        poser.aim(f"lowerarm_{side}", f"hand_{side}", apply(trunk, fore))
        poser.curl(side, 3.0, thumb_deg=0.0)
    return standing.finish()
