"""A Motion of ours as a BVH file, as other programs write it: Y up, centimetres, joints by Mixamo's names or by ours."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Motion

MIXAMO = {
    "pelvis": "mixamorig:Hips", "spine_01": "mixamorig:Spine", "spine_02": "mixamorig:Spine1", "spine_03": "mixamorig:Spine2",
    "neck_01": "mixamorig:Neck", "head": "mixamorig:Head",
    **{
        f"{ours}_{side}": f"mixamorig:{long}{theirs}"
        for side, long in (("l", "Left"), ("r", "Right"))
        for ours, theirs in {
            "thigh": "UpLeg", "calf": "Leg", "foot": "Foot", "ball": "ToeBase", "clavicle": "Shoulder", "upperarm": "Arm",
            "lowerarm": "ForeArm", "hand": "Hand", "middle_01": "HandMiddle1",
        }.items()
    },
}  # fmt: skip
Y_UP = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])


def bvh(body: Body, motion: Motion, fps: float, names: dict[str, str] = MIXAMO) -> str:
    """The text of the file."""
    bones = [bone for bone in motion.bones if bone in MIXAMO]
    turns = {
        b: Rotation.from_quat(motion.rotations[:, motion.bones.index(b)], scalar_first=True).as_matrix() for b in bones
    }
    heads = {b: np.asarray(body.heads[b], float) for b in bones}
    rows: list[F64] = []
    lines = ["HIERARCHY"]

    def joint(bone: str, depth: int) -> None:
        pad = "  " * depth
        parent = body.parents[bone]
        top = parent not in bones
        offset = Y_UP @ (heads[bone] - (0 if top else heads[parent])) * 100
        lines.append(f"{pad}{'ROOT' if top else 'JOINT'} {names.get(bone, bone)}")
        lines.append(f"{pad}{{")
        lines.append(f"{pad}  OFFSET {' '.join(f'{x:.6f}' for x in offset)}")
        places = "Xposition Yposition Zposition " if top else ""
        lines.append(f"{pad}  CHANNELS {6 if top else 3} {places}Zrotation Xrotation Yrotation")
        if top:
            k = motion.bones.index(bone)
            rows.append((turns[bone] @ heads[bone] + motion.locations[:, k]) @ Y_UP.T * 100)
        own = turns[bone] if top else np.swapaxes(turns[parent], 1, 2) @ turns[bone]
        rows.append(Rotation.from_matrix(Y_UP @ own @ Y_UP.T).as_euler("ZXY", degrees=True))
        children = [b for b in bones if body.parents[b] == bone]
        for child in children:
            joint(child, depth + 1)
        if not children:
            lines.extend([f"{pad}  End Site", f"{pad}  {{", f"{pad}    OFFSET 0 5 0", f"{pad}  }}"])
        lines.append(f"{pad}}}")

    joint("pelvis", 0)
    table = np.concatenate(rows, axis=1)
    lines += ["MOTION", f"Frames: {len(table)}", f"Frame Time: {1 / fps:.6f}"]
    return "\n".join([*lines, *(" ".join(f"{x:.5f}" for x in row) for row in table)]) + "\n"
