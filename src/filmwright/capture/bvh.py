"""BVH, the old and common text format of motion capture: a tree of joints with offsets, then a row of numbers for each moment.

Joints are known by the names that usual programs give them. Where the file was made in other units than metres is found out by the
length of the legs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.errors import BadInput
from filmwright.spec.mocap import JOINTS, Mocap

F64 = NDArray[np.float64]
LIKELY_LEG_M = (0.3, 1.3)
UNITS_M = (1.0, 0.01, 0.0254, 0.001, 0.0254 / 0.45)  # m, cm, inches, mm, and those of the CMU library
NAMES = {
    "hip": ("upleg", "thigh", "hip", "upperleg"),
    "knee": ("leg", "calf", "knee", "lowerleg", "shin"),
    "ankle": ("foot", "ankle"),
    "toe": ("toebase", "toe", "ball", "toes"),
    "shoulder": ("arm", "upperarm", "uparm", "shldr"),
    "elbow": ("forearm", "lowerarm", "elbow", "lowarm"),
    "wrist": ("hand", "wrist"),
    "hand": ("handmiddle1", "middle01", "middle1", "handindex1", "index01", "index1", "fingerbase"),
}
HEADS = ("head",)
FINGERS_M, FOOT_M, HEEL_M, ANKLE_M, FACE_M, EAR_M = (
    0.09,
    0.13,
    0.05,
    0.08,
    0.1,
    0.075,
)  # of what a file does not hold; chosen


class _Joint(NamedTuple):
    name: str
    parent: int
    offset: F64
    channels: tuple[str, ...]


def read(path: Path) -> Mocap:
    """The movement in a BVH file. Raises BadInput, saying what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        joints, rows, frame_s = _parsed(text)
        return _take(path, joints, rows, frame_s)
    except (ValueError, IndexError, OverflowError) as e:
        raise BadInput(f"The motion cannot be read: {e}", where=str(path)) from e


def _parsed(text: str) -> tuple[list[_Joint], F64, float]:
    """Joints, parents first, rows of channels (T, c), seconds a row. Raises ValueError."""
    head, found, motion = text.partition("MOTION")
    if "HIERARCHY" not in head or not found:
        raise ValueError("this is no BVH")
    joints = list(_tree(iter(head.split())))
    count = re.search(r"Frames:\s*(\d+)", motion)
    time = re.search(r"Frame Time:\s*([0-9.eE+-]+)", motion)
    if count is None or time is None or not 1e-4 < float(time[1]) < 10:
        raise ValueError("it does not say how many moments it has, or how long they are")
    numbers = np.array(motion[time.end() :].split(), float)
    width = sum(len(j.channels) for j in joints)
    if width == 0 or len(numbers) < 2 * width or len(numbers) % width:
        raise ValueError(f"its rows have not {width} numbers, or there are fewer than two")
    return joints, numbers.reshape(-1, width), float(time[1])


def _tree(words: Iterator[str]) -> Iterator[_Joint]:
    """The joints as they stand in the file; an end site is called after its parent, with "end"."""
    stack: list[int] = []
    names: list[str] = []
    name, offset, fresh = "", np.zeros(3), False
    channels: tuple[str, ...] = ()

    def made() -> _Joint:
        names.append(name)
        return _Joint(name, stack[-2] if len(stack) > 1 else -1, offset, channels)

    for word in words:
        if word in ("ROOT", "JOINT", "End", "}") and fresh:
            yield made()
            fresh = False
        if word in ("ROOT", "JOINT"):
            name, channels = next(words, ""), ()
        elif word == "End":
            name, channels = f"{names[stack[-1]] if stack else ''}end", ()
            next(words, "")
        elif word == "{":
            stack.append(len(names))
            fresh, offset = True, np.zeros(3)
        elif word == "OFFSET":
            offset = np.array([float(next(words, "nan")) for _ in range(3)])
        elif word == "CHANNELS":
            channels = tuple(next(words, "") for _ in range(int(next(words, "0"))))
        elif word == "}":
            if not stack:
                raise ValueError("its brackets do not match")
            stack.pop()


def _posed(joints: list[_Joint], rows: F64) -> tuple[F64, F64]:
    """Where every joint is (T, J, 3), in units of the file, and how it is turned (T, J, 3, 3)."""
    places = np.zeros((len(rows), len(joints), 3))
    turns = np.zeros((len(rows), len(joints), 3, 3))
    column = 0
    for n, joint in enumerate(joints):
        own = np.broadcast_to(np.eye(3), (len(rows), 3, 3))
        move = np.broadcast_to(joint.offset, (len(rows), 3)).copy()
        order = ""
        angles = []
        for channel in joint.channels:
            axis, kind = channel[:1].lower(), channel[1:].lower()
            if axis not in "xyz" or kind not in ("position", "rotation"):
                raise ValueError(f"nobody knows the channel {channel}")
            if kind == "position":
                move[:, "xyz".index(axis)] = rows[:, column]
            else:
                order += axis.upper()
                angles.append(rows[:, column])
            column += 1
        if order:
            own = Rotation.from_euler(order, np.stack(angles, -1), degrees=True).as_matrix()
        if joint.parent < 0:
            places[:, n], turns[:, n] = move, own
        else:
            above = turns[:, joint.parent]
            places[:, n] = places[:, joint.parent] + np.einsum("fij,fj->fi", above, move)
            turns[:, n] = above @ own
    return places, turns


def _known(joints: list[_Joint]) -> dict[str, int]:
    """Which joint is which of ours. Raises ValueError for a body without arms or legs."""
    found: dict[str, int] = {}
    for n, joint in enumerate(joints):
        plain = re.sub(r"[^a-z0-9]", "", joint.name.rsplit(":", 1)[-1].lower())
        if plain in HEADS:
            found.setdefault("head", n)
        side, rest = _side(joint.name.rsplit(":", 1)[-1])
        for ours, theirs in NAMES.items():
            if side and rest in theirs:
                found.setdefault(f"{ours}_{side}", n)
    for n, joint in enumerate(joints):  # only where there is no arm: elsewhere it is the collar bone's
        side, rest = _side(joint.name.rsplit(":", 1)[-1])
        if side and rest == "shoulder":
            found.setdefault(f"shoulder_{side}", n)
    needed = [f"{joint}_{side}" for joint in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist") for side in "lr"]
    missing = [name for name in needed if name not in found]
    if missing:
        raise ValueError(
            f"nobody knows which of its joints is the {missing[0].replace('_l', ' on the left').replace('_r', ' on the right')}"
        )
    return found


def _side(name: str) -> tuple[str, str]:
    """The side of a joint, "l", "r" or "", and its name without it."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    for side, long in (("l", "left"), ("r", "right")):
        if plain.startswith(long) or plain.endswith(long):
            return side, plain.removeprefix(long).removesuffix(long)
        if re.search(rf"[_.\- ]{side}$", name.lower()):
            return side, plain[:-1]
        if re.match(rf"{side}[_.\- A-Z]", name[:1].lower() + name[1:]):
            return side, plain[1:]
    return "", plain


def _take(path: Path, joints: list[_Joint], rows: F64, frame_s: float) -> Mocap:
    places, turns = _posed(joints, rows)
    known = _known(joints)
    rest, _ = _posed(joints, np.zeros((1, rows.shape[1])))
    up, left = _axes(places, known)
    basis = np.stack([left, np.cross(up, left), up])  # rows: X to the left at rest, -Y ahead, Z up
    places, rest = places @ basis.T, rest @ basis.T
    turns = basis @ turns @ basis.T
    lengths = np.linalg.norm(rest[0, known["knee_l"]] - rest[0, known["hip_l"]]) + np.linalg.norm(
        rest[0, known["ankle_l"]] - rest[0, known["knee_l"]]
    )
    unit_m = next((u for u in UNITS_M if LIKELY_LEG_M[0] < lengths * u < LIKELY_LEG_M[1]), None)
    places *= unit_m if unit_m is not None else 0.85 / max(float(lengths), 1e-9)
    ahead = _ahead(rest[0], known)
    points = np.zeros((len(rows), len(JOINTS), 3))
    for name in JOINTS:
        if name in known and name.split("_")[0] != "toe":
            points[:, JOINTS.index(name)] = places[:, known[name]]
    for side, sign in (("l", 1.0), ("r", -1.0)):
        wrist, ankle = known[f"wrist_{side}"], known[f"ankle_{side}"]
        if f"hand_{side}" not in known:
            along = places[:, wrist] - places[:, known[f"elbow_{side}"]]
            along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
            points[:, JOINTS.index(f"hand_{side}")] = places[:, wrist] + FINGERS_M * along
        for name, far in (("toe", FOOT_M), ("heel", -HEEL_M)):
            sole = far * _toes(rest[0], known, side, ahead) - [0.0, 0.0, ANKLE_M]
            points[:, JOINTS.index(f"{name}_{side}")] = places[:, ankle] + turns[:, ankle] @ sole
        head = known.get("head", known[f"shoulder_{side}"])
        across = np.cross(ahead, [0.0, 0.0, 1.0])
        points[:, JOINTS.index(f"ear_{side}")] = places[:, head] - turns[:, head] @ (sign * EAR_M * across)
    head = known.get("head", known["shoulder_l"])
    points[:, JOINTS.index("nose")] = places[:, head] + turns[:, head] @ (FACE_M * ahead)
    return Mocap(source=path.name, fps=min(240.0, 1.0 / frame_s), points=np.round(points, 4).tolist())


def _axes(places: F64, known: dict[str, int]) -> tuple[F64, F64]:
    """The file's axis that is up, and one across it."""
    trunk = np.median(
        places[:, known["shoulder_l"]]
        + places[:, known["shoulder_r"]]
        - places[:, known["ankle_l"]]
        - places[:, known["ankle_r"]],
        axis=0,
    )
    axis = 1 if abs(trunk[1]) >= abs(trunk[2]) else 2
    up = np.zeros(3)
    up[axis] = 1.0 if trunk[axis] >= 0 else -1.0
    return up, np.array([1.0, 0.0, 0.0])


def _ahead(rest: F64, known: dict[str, int]) -> F64:
    """The horizontal way (3,) a body at rest looks, Z up."""
    left = rest[known["hip_l"]] - rest[known["hip_r"]] + rest[known["shoulder_l"]] - rest[known["shoulder_r"]]
    left[2] = 0.0
    if np.linalg.norm(left) < 1e-6:
        raise ValueError("its left side is where its right side is")
    return np.asarray(np.cross(left / np.linalg.norm(left), [0.0, 0.0, 1.0]))


def _toes(rest: F64, known: dict[str, int], side: str, ahead: F64) -> F64:
    """The horizontal way (3,) the toes of one side point at rest."""
    if f"toe_{side}" not in known:
        return ahead
    way = (rest[known[f"toe_{side}"]] - rest[known[f"ankle_{side}"]]) * [1.0, 1.0, 0.0]
    far = np.linalg.norm(way)
    return np.asarray(way / far) if far > 1e-6 else ahead
