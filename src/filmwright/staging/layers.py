"""What the arms and the head do while the rest of the body does something else: a wave over a walk."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import Body
from filmwright.content.kinds import Motion
from filmwright.staging import turning

STEADY = 0.65  # how far the chest of a walker is held still for what the arms do; chosen


def over(motion: Motion, upper: Motion, body: Body, parts: tuple[str, ...]) -> Motion:
    """A motion whose arms ("right", "left") and "head" do what they do in `upper`, as seen from the way each faces."""
    ours, theirs = turning.turns(motion, body), turning.turns(upper, body)
    facing = [Rotation.from_euler("z", m.facing_yaw_rad[:, None] + math.pi) for m in (motion, upper)]
    chest = motion.bones.index("spine_03")
    own, other = (f.inv() * turning.rotation(m.rotations[:, chest]) for f, m in zip(facing, (motion, upper)))
    arms = {"right", "left"} & set(parts)
    held = Rotation.from_rotvec((other * own.inv()).as_rotvec() * (STEADY if arms else 0.0)) * own
    below = facing[0].inv() * turning.rotation(motion.rotations[:, motion.bones.index(body.parents["spine_03"])])
    ours[:, chest] = (below.inv() * held).as_quat(scalar_first=True)
    taken = set(parts)
    for k, bone in enumerate(motion.bones):
        if _part(body, bone) in taken:
            ours[:, k] = theirs[:, k]
    if "head" in taken and not arms:
        # A gaze is held against the world, not against a chest that sways.
        neck, head = motion.bones.index("neck_01"), motion.bones.index("head")
        seen = facing[1].inv() * turning.rotation(upper.rotations[:, neck])
        ours[:, neck] = (held.inv() * seen).as_quat(scalar_first=True)
        ours[:, head] = theirs[:, head]
    locations, rotations = turning.assembled(motion, body, ours, turning.hip(motion, body))
    return replace(motion, locations=locations, rotations=np.asarray(rotations))


def _part(body: Body, bone: str) -> str | None:
    """Which part of an upper body a bone belongs to."""
    while bone:
        if bone.startswith("clavicle"):
            return "left" if bone.endswith("_l") else "right"
        if bone == "neck_01":
            return "head"
        bone = body.parents[bone] or ""
    return None
