"""Camera moves one after the other in one shot: each begins where the one before ended, at rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicHermiteSpline
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.kinds import F64, Framing
from filmwright.content.moves import _rig
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec

ONE_SIDED = 0.5  # of the set's room: a move that begins or ends as framed goes only to one side of that
SHORTEST = 8  # frames of a move: fewer show none; chosen
TURNOVER_S = 0.4  # how long before and after a move that has no rest it goes over into the other; chosen
JERK = 0.2  # of the longest step: a larger change between two frames where moves meet is smoothed; chosen


class Part(NamedTuple):
    """A move, its speed, and the frames it is made in; its last frame is the first of the next."""

    move: str
    speed: str | None
    first: int
    last: int


def moved(wanted: spec.Camera, framing: Framing, frames: int, fps: int) -> Camera:
    """The camera of a shot's move or moves, every frame. The picture is as framed where the first ends and the second begins."""
    parts = planned(wanted, frames)
    if len(parts) == 1:
        return _build(parts[0], framing, frames, fps)
    made: list[Camera] = []
    for n, part in enumerate(parts):
        rows = slice(part.first, part.last + 1)
        count = part.last + 1 - part.first
        here = _within(framing, rows, frames)._replace(anchor=1.0 if n == 0 else 0.0, rests=(n > 0, n < len(parts) - 1))
        x, y, z = here.room_m
        here = here._replace(room_m=(ONE_SIDED * x, ONE_SIDED * y, ONE_SIDED * z))
        if made:
            here = _from_end_of(made[-1], here)
            made.append(_joined(made[-1], _build(part, here, count, fps)))
        else:
            made.append(_build(part, here, count, fps))
    return _in_a_row(made, [part.first for part in parts[1:]], fps)


def planned(wanted: spec.Camera, frames: int) -> list[Part]:
    """The moves of a shot with their frames: from where each is said to begin, else all alike. The same move again goes on, and one for
    which no frames are left is left out."""
    steps: list[tuple[str, str | None, float | None]] = [(wanted.move, wanted.speed, 0.0)]
    for step in wanted.then:
        if step.move != steps[-1][0]:
            steps.append((step.move, step.speed, step.at))
    most = max(1, (frames - 1) // SHORTEST)
    steps = steps[:most]
    begins = [round(at * (frames - 1)) for at in _shares([at for _, _, at in steps])]
    for n in range(1, len(begins)):  # at least SHORTEST frames each, up to the end
        low, high = begins[n - 1] + SHORTEST, frames - 1 - SHORTEST * (len(begins) - n)
        begins[n] = min(max(begins[n], low), high)
    ends = [*begins[1:], frames - 1]
    return [Part(move, speed, a, b) for (move, speed, _), a, b in zip(steps, begins, ends, strict=True)]


def _shares(given: Sequence[float | None]) -> list[float]:
    """When each move begins, as a share of the time: as given, and between two that are given alike."""
    known = [(n, at) for n, at in enumerate(given) if at is not None] + [(len(given), 1.0)]
    return [float(at) for at in np.interp(range(len(given)), [n for n, _ in known], [at for _, at in known])]


def _build(part: Part, framing: Framing, frames: int, fps: int) -> Camera:
    made: Camera = registry.find("filmwright.content.moves", part.move, where="camera.move").build(
        framing, part.speed, frames, fps
    )
    return made


def _within(framing: Framing, rows: slice, frames: int) -> Framing:
    """The framing of some of its frames."""

    def aims(eyes: F64) -> F64:
        whole = np.tile(eyes[:1], (frames, 1))
        whole[rows] = eyes
        return framing.aims(whole)[rows]

    count = len(framing.targets[rows])
    return framing._replace(
        targets=framing.targets[rows], aims=aims, key=int(np.clip(framing.key - rows.start, 0, count - 1))
    )


def _from_end_of(before: Camera, framing: Framing) -> Framing:
    """The framing of a move that begins as another ended: where that stood, looking where that looked, with its lens."""
    eye = np.asarray(before.locations, float)[-1]
    reach = float(np.linalg.norm(framing.targets[0] - eye))
    return framing._replace(
        eye=eye,
        aim=eye + _rig.forward(before)[-1] * max(reach, 0.3),
        focal_mm=float(np.asarray(before.focal_mm)[-1]),
        key=0,
    )


def _joined(before: Camera, after: Camera) -> Camera:
    """The camera of a move, carried and turned as a whole so that it begins as the one before ended."""
    ended = _rig.forward(before)[-1:]
    sight = _rig.forward(after)
    level = _turns(_rig.looking(sight)).inv() * _turns(np.asarray(after.rotations, float))  # its roll
    sight = _rig.about(sight, np.full(len(sight), _yaw(ended) - _yaw(sight[:1])))
    sight = _rig.nodded(sight, np.full(len(sight), _pitch(ended) - _pitch(sight[:1])))
    places, focus = np.asarray(after.locations, float), np.asarray(after.focus_m, float)
    return after.model_copy(
        update={
            "locations": (places + np.asarray(before.locations, float)[-1] - places[0]).astype(np.float32),
            "rotations": _quaternions(_turns(_rig.looking(sight)) * level),
            "focus_m": (focus * float(np.asarray(before.focus_m)[-1]) / focus[0]).astype(np.float32),
        }
    )


def _in_a_row(made: Sequence[Camera], joints: Sequence[int], fps: int) -> Camera:
    """The cameras of moves that share a frame where they meet, as one. Where one is not at rest there, they go over into each other."""

    def rows(values: Sequence[NDArray[np.float32]]) -> F64:
        return np.concatenate([np.asarray(v, float)[n > 0 :] for n, v in enumerate(values)])

    places, turns = rows([c.locations for c in made]), rows([c.rotations for c in made])
    focal, focus = rows([c.focal_mm for c in made]), rows([c.focus_m for c in made])
    sight = _turns(turns).apply([0.0, 0.0, -1.0])
    ends = [0, *joints, len(places) - 1]
    for before, joint, after in zip(ends, joints, ends[2:], strict=False):
        wide = min(round(TURNOVER_S * fps), (joint - before) // 2, (after - joint) // 2)
        if wide < 2:
            continue
        if _jerks(places, joint):
            places = _gone_over(places, joint, wide)
        if _jerks(sight, joint):
            turns = _turned_over(turns, joint, wide)
    return made[0].model_copy(
        update={
            "locations": places.astype(np.float32),
            "rotations": turns.astype(np.float32),
            "focal_mm": focal.astype(np.float32),
            "focus_m": focus.astype(np.float32),
        }
    )


def _jerks(rows: F64, joint: int) -> bool:
    """Whether rows (F, 3) change their step at a joint by much of their longest."""
    steps = np.diff(rows, axis=0)
    longest = float(np.linalg.norm(steps, axis=1).max())
    return longest > 1e-5 and float(np.linalg.norm(steps[joint] - steps[joint - 1])) > JERK * longest


def _gone_over(rows: F64, joint: int, wide: int) -> F64:
    """Rows (F, n) that go over from one course into another around a joint."""
    a, b = joint - wide, joint + wide
    slopes = [rows[a] - rows[a - 1] if a else rows[a + 1] - rows[a], rows[b] - rows[b - 1]]
    curve = CubicHermiteSpline([a, b], [rows[a], rows[b]], slopes)
    made = rows.copy()
    made[a : b + 1] = curve(np.arange(a, b + 1))
    return made


def _turned_over(quaternions: F64, joint: int, wide: int) -> F64:
    """The same of turns (F, 4): as vectors of rotation from the turn at the joint, which are short."""
    turns = _turns(quaternions)
    middle = turns[joint]
    a, b = joint - wide, joint + wide
    near = slice(max(a - 1, 0), b + 2)
    vectors = (turns[near] * middle.inv()).as_rotvec()
    made = quaternions.copy()
    smooth = _gone_over(vectors, joint - near.start, wide)
    made[near] = _quaternions(Rotation.from_rotvec(smooth) * middle)
    return made


def _turns(quaternions: F64) -> Rotation:
    return Rotation.from_quat(quaternions, scalar_first=True)


def _quaternions(turns: Rotation) -> NDArray[np.float32]:
    return np.asarray(turns.as_quat(scalar_first=True), np.float32)


def _yaw(sight: F64) -> float:
    return float(np.arctan2(sight[0, 1], sight[0, 0]))


def _pitch(sight: F64) -> float:
    return float(np.arctan2(sight[0, 2], np.linalg.norm(sight[0, :2])))
