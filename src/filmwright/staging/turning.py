"""Motion that repeats itself: somebody who stays in place ends as he began."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import Body
from filmwright.content.figure.countenance import Countenance
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion

BLEND_S = 1.6  # how long before the end of a turn a body begins to go back to where it began; chosen: slower than an arm sinks


def part(motion: Motion, rows: slice) -> Motion:
    """Some frames of a motion."""
    return Motion(
        motion.bones,
        motion.locations[rows],
        motion.rotations[rows],
        motion.root[rows],
        motion.facing_yaw_rad[rows],
        loose={name: (spots[rows], turned[rows]) for name, (spots, turned) in motion.loose.items()},
    )


def repeated(motion: Motion, before: Motion, body: Body, period: int, fps: int) -> Motion:
    """A motion whose frame n is also its frame n + period. `before`: the same action a period earlier, which the motion goes over
    into at the end of each turn. The body stays in place."""
    share = _share(period, fps)
    mixed = _mixed(turns(motion, body)[:period], turns(before, body)[:period], share)
    own, other = (hip(m, body)[:period] for m in (motion, before))
    one = assembled(motion, body, mixed, own + (other - own) * share[:, None])
    rows = np.arange(len(motion.root)) % period
    loose = {
        name: (
            (spots[:period] + (before.loose[name][0][:period] - spots[:period]) * share[:, None])[rows],
            _mixed(turned[:period, None], before.loose[name][1][:period, None], share)[:, 0][rows],
        )
        for name, (spots, turned) in motion.loose.items()
    }
    return Motion(motion.bones, one[0][rows], one[1][rows], motion.root, motion.facing_yaw_rad, loose=loose)


def repeated_face(face: Countenance, before: Countenance, period: int, fps: int) -> Countenance:
    """A face whose frame n is also its frame n + period; `before`: the same face a period earlier."""
    rows = np.arange(len(face.weights)) % period
    share = _share(period, fps)[:, None]
    weights, gaze = (own[:period] * (1 - share) + other[:period] * share for own, other in zip(face, before))
    return Countenance(weights[rows], gaze[rows])


def _share(period: int, fps: int) -> F64:
    """How far each frame of a turn (period,) has gone over into what was a period earlier."""
    blend = min(round(BLEND_S * fps), period // 2)
    return smooth_step(np.arange(period) / blend, period / blend - 1, period / blend)


def hip(motion: Motion, body: Body) -> F64:
    """Where the joint of the first bone is (F, 3)."""
    return np.asarray(_carried(motion.rotations[:, 0], body.heads[motion.bones[0]]) + motion.locations[:, 0])


def turns(motion: Motion, body: Body) -> F64:
    """What each bone is turned by against its parent: quaternions (F, B, 4), scalar first; the first bone's in the world."""
    own = np.array(motion.rotations, float)
    for k, bone in enumerate(motion.bones):
        parent = body.parents[bone]
        if parent:
            above = rotation(motion.rotations[:, motion.bones.index(parent)])
            own[:, k] = (above.inv() * rotation(motion.rotations[:, k])).as_quat(scalar_first=True)
    return own


def _mixed(one: F64, other: F64, share: F64) -> F64:
    """Quaternions (F, B, 4), by a share (F,) of the way from one to the other."""
    start = rotation(one.reshape(-1, 4))
    way = (rotation(other.reshape(-1, 4)) * start.inv()).as_rotvec() * np.repeat(share, one.shape[1])[:, None]
    return np.asarray((Rotation.from_rotvec(way) * start).as_quat(scalar_first=True).reshape(one.shape))


def assembled(motion: Motion, body: Body, turns: F64, hip: F64) -> tuple[F64, F64]:
    """Locations and rotations of all bones, from their turns and where the first one's joint is (F, 3)."""
    rotations, locations = np.array(turns), np.zeros((*turns.shape[:2], 3))
    for k, bone in enumerate(motion.bones):
        parent, head = body.parents[bone], body.heads[bone]
        joint = hip
        if parent:
            above = motion.bones.index(parent)
            turn = rotation(rotations[:, above]) * rotation(turns[:, k])
            rotations[:, k] = turn.as_quat(scalar_first=True)
            joint = _carried(rotations[:, above], head) + locations[:, above]
        locations[:, k] = joint - _carried(rotations[:, k], head)
    return locations, rotations


def rotation(quaternions: F64) -> Rotation:
    """Quaternions (F, 4), scalar first, as turns."""
    return Rotation.from_quat(quaternions, scalar_first=True)


def _carried(quaternions: F64, point: F64) -> F64:
    """A point (3,) turned by quaternions (F, 4)."""
    return np.asarray(rotation(quaternions).apply(point))
