"""A camera move that is planned over another stretch of time than the shot shows: begun before it, or gone on with after its end."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline
from scipy.spatial.transform import Rotation, RotationSpline

from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Mark, Setting
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Shotframe, Subject, frame

Numbers = NDArray[np.int64]
REST_S = 1.6  # a camera whose move is over has come to rest after so long; chosen
WALKS_M_S = 0.2  # who is slower than this where a path ends stays there; chosen
HELD = ("handheld",)  # moves without an end
HANDS_S = 1.0  # over which a camera in somebody's hands comes back to where it was; chosen
GOES_WITH = 0.6  # a camera with at least this share of the subject's velocity goes with the subject; chosen


def framed(
    shot: spec.Shot,
    setting: Setting,
    mark: Mark,
    subject: Subject,
    clock: Clock,
    aspect: float,
    *,
    seed: int = 0,
    eyes: Mapping[str, F64] | None = None,
    side: float | None = None,
) -> tuple[Shotframe, F64]:
    """The camera of a shot, every frame, as `frame` gives it, and where it is (3,) at the frame the framing is set for. Of a move
    that is planned over a span of time it is the part that lies in the shot: before and after its span the camera goes on as it
    moves there and comes to rest; hands do not rest. In a shot that repeats itself the camera goes there and back. subject and eyes
    are for the frames that the clock knows."""
    fps, first = clock.fps, clock.known.start
    everybody = dict(eyes or {})

    def planned(numbers: Numbers) -> tuple[Shotframe, F64]:
        who = _at(subject, numbers - first, fps)
        others = {name: along(seen, subject.feet, numbers - first, fps) for name, seen in everybody.items()}
        whole = frame(shot, setting, mark, who, len(numbers), fps, aspect, seed=seed, eyes=others, side=side)
        return whole, np.asarray(whole.camera.locations, float)[who.key]

    if clock.period is not None:
        hands = all(move in HELD for move in shot.camera.moves)
        turns = clock.period + round(HANDS_S * fps) if hands else turn_frames(clock.period)
        whole, eye = planned(np.full(turns, subject.key + first))
        made = swaying if hands else there_and_back
        return whole._replace(camera=made(whole.camera, clock.period, clock.frames)), eye
    if shot.camera.span_s is None:
        return planned(np.arange(clock.frames))
    low, high = (round(at * fps) for at in shot.camera.span_s)
    high = max(high, low + 1)
    if shot.camera.moves[-1] in HELD:
        high = max(high, clock.frames)
    span, numbers = np.arange(low, high), np.arange(clock.frames)
    whole, eye = planned(span)
    return whole._replace(camera=gone_on(whole.camera, span - first, numbers - first, subject.feet, fps)), eye


def _at(subject: Subject, rows: Numbers, fps: int) -> Subject:
    """The subject at rows of its frames, also before and after them."""
    feet = subject.feet
    return subject._replace(
        feet=along(feet, feet, rows, fps),
        top=along(subject.top, feet, rows, fps),
        eyes=along(subject.eyes, feet, rows, fps),
        key=int(np.clip(np.searchsorted(rows, subject.key), 0, len(rows) - 1)),
    )


def turn_frames(period: int) -> int:
    """How many frames a move is planned over that goes there and back in `period`: then it is nowhere faster than it was planned."""
    return max(2, round(period / math.pi) + 1)


def there_and_back(planned: Camera, period: int, frames: int) -> Camera:
    """A camera that goes through a planned move and back again every `period` frames, and turns gently at both ends."""
    last = len(planned.locations) - 1
    at = last * (1 - np.cos(2 * np.pi * (np.arange(frames) % period) / period)) / 2
    knots = np.arange(last + 1)

    def through(rows: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(CubicSpline(knots, np.asarray(rows, float))(at), np.float32)

    turned = RotationSpline(knots, _rotations(planned))(at)
    return planned.model_copy(
        update={
            "locations": through(planned.locations),
            "rotations": turned.as_quat(scalar_first=True).astype(np.float32),
            "focal_mm": through(planned.focal_mm),
            "focus_m": through(planned.focus_m),
        }
    )


def swaying(planned: Camera, period: int, frames: int) -> Camera:
    """A camera in somebody's hands, of which more than `period` frames are planned: the first go over into those after the period."""
    extra = len(planned.locations) - period
    share = smooth_step(np.arange(period), 0, extra)
    late = np.where(np.arange(period) < extra, np.arange(period) + period, np.arange(period))
    rows = np.arange(frames) % period

    def mixed(values: NDArray[np.float32]) -> NDArray[np.float32]:
        two = np.asarray(values, float)
        weight = share.reshape(-1, *[1] * (two.ndim - 1))
        return np.asarray((two[late] * (1 - weight) + two[:period] * weight)[rows], np.float32)

    turns = _rotations(planned)
    way = (turns[:period] * turns[late].inv()).as_rotvec() * share[:, None]
    turned = (Rotation.from_rotvec(way) * turns[late]).as_quat(scalar_first=True)[rows]
    return planned.model_copy(
        update={
            "locations": mixed(planned.locations),
            "rotations": turned.astype(np.float32),
            "focal_mm": mixed(planned.focal_mm),
            "focus_m": mixed(planned.focus_m),
        }
    )


def _rotations(taken: Camera) -> Rotation:
    return Rotation.from_quat(np.asarray(taken.rotations, float), scalar_first=True)


def along(rows: F64, feet: F64, numbers: Numbers, fps: int) -> F64:
    """Points (n, 3) of somebody at frames by number, of whom the frames 0 to F are known: points (F, 3) and feet (F, 3). Before and
    after them a walker goes straight on; whoever stands stays."""
    known = np.clip(numbers, 0, len(rows) - 1)
    beyond_s = (numbers - known)[:, None] / fps
    pace = np.where(beyond_s < 0, -_pace(feet[::-1], fps), _pace(feet, fps))
    return np.asarray(rows[known] + pace * beyond_s)


def _pace_at(feet: F64, row: int, fps: int) -> F64:
    """Velocity (3,) of somebody up to one row of a path (F, 3)."""
    enough = max(1, fps // 2) + 1
    return _pace(feet[: min(max(row + 1, enough), len(feet))], fps)


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
    walking = np.where(
        late[:, None], _pace_at(feet, span[-1], fps), -_pace_at(feet[::-1], len(feet) - 1 - span[0], fps)
    )
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
