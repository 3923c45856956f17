"""A camera move that is planned over another stretch of time than the shot shows: begun before it, or gone on with after its end."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Mark, Setting
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec
from filmwright.staging.frame import Shotframe, Subject, frame

Numbers = NDArray[np.int64]
REST_S = 1.6  # a camera whose move is over has come to rest after so long; chosen
WALKS_M_S = 0.2  # who is slower than this where a path ends stays there; chosen
GOES_WITH = 0.6  # a camera with at least this share of the subject's velocity goes with the subject; chosen


def framed(
    shot: spec.Shot,
    setting: Setting,
    mark: Mark,
    subject: Subject,
    frames: int,
    fps: int,
    aspect: float,
    *,
    seed: int = 0,
    eyes: Mapping[str, F64] | None = None,
    side: float | None = None,
) -> Shotframe:
    """The camera of a shot, every frame, as `frame` gives it; of a move that is planned over a span of time, the part that lies in
    the shot. Before and after its span the camera goes on as it moves there and comes to rest."""
    if shot.camera.span_s is None:
        return frame(shot, setting, mark, subject, frames, fps, aspect, seed=seed, eyes=eyes, side=side)
    low = round(shot.camera.span_s[0] * fps)
    span = np.arange(low, max(low + 1, round(shot.camera.span_s[1] * fps)))
    feet = subject.feet
    planned = subject._replace(
        feet=along(feet, feet, span, fps),
        top=along(subject.top, feet, span, fps),
        eyes=along(subject.eyes, feet, span, fps),
        key=min(max(subject.key - low, 0), len(span) - 1),
    )
    others = {name: along(seen, feet, span, fps) for name, seen in (eyes or {}).items()}
    whole = frame(shot, setting, mark, planned, len(span), fps, aspect, seed=seed, eyes=others, side=side)
    return whole._replace(camera=gone_on(whole.camera, span, np.arange(frames), feet, fps))


def along(rows: F64, feet: F64, numbers: Numbers, fps: int) -> F64:
    """Points (n, 3) of somebody at frames by number, of whom the frames 0 to F are known: points (F, 3) and feet (F, 3). Before and
    after them a walker goes straight on; whoever stands stays."""
    known = np.clip(numbers, 0, len(rows) - 1)
    beyond_s = (numbers - known)[:, None] / fps
    pace = np.where(beyond_s < 0, -_pace(feet[::-1], fps), _pace(feet, fps))
    return np.asarray(rows[known] + pace * beyond_s)


def _pace(feet: F64, fps: int) -> F64:
    """Velocity (3,) at the end of a path (F, 3), metres a second; none if that is hardly a step."""
    back = min(len(feet) - 1, max(1, fps // 2))
    if back < 1:
        return np.zeros(3)
    velocity = (feet[-1] - feet[-1 - back]) * fps / back
    return np.asarray(velocity if np.linalg.norm(velocity[:2]) > WALKS_M_S else np.zeros(3))


def gone_on(planned: Camera, span: Numbers, numbers: Numbers, feet: F64, fps: int) -> Camera:
    """The camera at frames by number, of a move planned for those of `span`. `feet` (F, 3) is where the subject is in the frames
    from 0: a camera that goes with it does so still when the move is over."""
    inside = np.clip(numbers, span[0], span[-1])
    at = inside - span[0]
    late = numbers > span[-1]
    rest_s = _until_rest((numbers - inside) / fps)[:, None]
    places, turns = (
        np.asarray(planned.locations, float),
        Rotation.from_quat(np.asarray(planned.rotations, float)[:, [1, 2, 3, 0]]),
    )
    pace = _at_ends(_steps(places) * fps, late)
    steps = (turns[1:] * turns[:-1].inv()).as_rotvec() if len(places) > 1 else np.zeros((0, 3))
    turning = _at_ends(steps * fps, late)
    walked = along(feet, feet, numbers, fps) - along(feet, feet, inside, fps)
    walking = np.where(late[:, None], _pace(feet, fps), -_pace(feet[::-1], fps))
    share = (pace * walking).sum(axis=1) / np.maximum((walking**2).sum(axis=1), 1e-9)
    with_it = (share > GOES_WITH)[:, None]
    moved = np.where(with_it, walked + (pace - walking) * rest_s, pace * rest_s)
    turned = Rotation.from_rotvec(turning * rest_s) * turns[at]
    return planned.model_copy(
        update={
            "locations": (places[at] + moved).astype(np.float32),
            "rotations": turned.as_quat()[:, [3, 0, 1, 2]].astype(np.float32),
            "focal_mm": _zoomed(np.asarray(planned.focal_mm, float), at, late, rest_s[:, 0], fps),
            "focus_m": _zoomed(np.asarray(planned.focus_m, float), at, late, rest_s[:, 0], fps),
        }
    )


def _until_rest(beyond_s: F64) -> F64:
    """How long a thing would have to go on at its speed to come as far as it does while it slows down to rest, after so many seconds;
    negative ones are before."""
    x = np.clip(np.abs(beyond_s) / REST_S, 0.0, 1.0)
    return np.asarray(np.sign(beyond_s) * REST_S * (x - x**3 + x**4 / 2))  # of 1 - smoothstep, from 0 to x


def _steps(rows: F64) -> F64:
    return np.diff(rows, axis=0)


def _at_ends(steps: F64, late: NDArray[np.bool_]) -> F64:
    """For each frame the last of the steps (F - 1, 3) if it is late, else the first."""
    if not len(steps):
        return np.zeros((len(late), 3))
    return np.where(late[:, None], steps[-1], steps[0])


def _zoomed(values: F64, at: Numbers, late: NDArray[np.bool_], rest_s: F64, fps: int) -> NDArray[np.float32]:
    """Lengths (F,) that go on by the same share a second, and come to rest."""
    rates = np.diff(np.log(values)) * fps
    rate = np.where(late, rates[-1], rates[0]) if len(rates) else np.zeros(len(at))
    return np.asarray(values[at] * np.exp(rate * rest_s), np.float32)
