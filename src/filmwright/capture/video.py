"""The movement of the one person in a video: joints found picture by picture, brought together, and set on the ground.

The network says where joints are round the hips, not where the hips are: that follows from the foot that stands, which stays where it
is. The camera stands still and level, the whole body is in the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from scipy.signal import savgol_filter

from filmwright.capture.posenet import SEEN, Network, Pose, Square
from filmwright.errors import BadInput
from filmwright.spec.mocap import JOINTS, Mocap

F64 = NDArray[np.float64]
MOST_FPS, LONGEST_S = 30.0, 60.0
LONG_SIDE = 720  # pixels of a picture's longer side that are enough to see joints in; chosen
LEAST_SHARE = 0.6  # of the pictures somebody must be seen in; chosen
SMOOTH_S = 0.25  # joints tremble by themselves for less than this; chosen
UPRIGHT = 0.92  # from which share of its greatest length on a body is stretched; chosen
MOST_LEAN_RAD = 0.45  # that is taken for an error; chosen
NEAR_M = 0.006  # so near to the lowest, a heel or the toes count as standing too; chosen
_OF = {
    "hip": (23, 24), "knee": (25, 26), "ankle": (27, 28), "heel": (29, 30), "toe": (31, 32), "shoulder": (11, 12), "elbow": (13, 14),
    "wrist": (15, 16), "hand": (19, 20), "ear": (7, 8),
}  # fmt: skip
_NOSE = 0


def read(path: Path, progress: Callable[[float], None]) -> Mocap:
    """The movement in a video. Raises BadInput if it is none, or shows nobody."""
    network = Network()
    found: list[F64 | None] = []
    look: Square | None = None
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                raise BadInput("There are no pictures in this video", where=str(path))
            stream = container.streams.video[0]
            rate = float(stream.average_rate or MOST_FPS)
            step = max(1, round(rate / MOST_FPS))
            fps = rate / step
            length = max(1.0, min(stream.frames or 1e9, LONGEST_S * rate) / step)
            for picture in _pictures(container, step):
                if len(found) >= LONGEST_S * fps:
                    break
                pose = _seen(network, picture, look)
                look = pose.next if pose is not None else None
                found.append(pose.points if pose is not None else None)
                progress(min(1.0, len(found) / length))
    except (av.FFmpegError, OSError) as e:
        raise BadInput("This is no video that can be read", where=str(path)) from e
    there = [n for n, points in enumerate(found) if points is not None]
    if len(there) < max(2, LEAST_SHARE * len(found)):
        hint = "One person, seen from head to foot by a camera that stands still, is found best."
        raise BadInput(f"Somebody is seen in only {len(there)} of {len(found)} pictures", where=str(path), hint=hint)
    return Mocap(source=path.name, fps=fps, points=np.round(_grounded(_level(_filled(found, there)), fps), 4).tolist())


def _pictures(container: av.container.InputContainer, step: int) -> Iterator[NDArray[np.uint8]]:
    """Every `step`th picture of a video, none larger than needed."""
    for number, frame in enumerate(container.decode(video=0)):
        if number % step:
            continue
        picture = frame.to_ndarray(format="rgb24")
        scale = LONG_SIDE / max(picture.shape[:2])
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
        yield np.asarray(small, np.uint8)


def _seen(network: Network, picture: NDArray[np.uint8], look: Square | None) -> Pose | None:
    """The person in a picture: where it was looked for, else wherever one is; None if there is nobody."""
    if look is not None:
        pose = network.look(picture, look)
        if pose.presence >= SEEN:
            return pose
    best = max((network.look(picture, square) for square in _everywhere(picture)), key=lambda pose: pose.presence)
    if best.presence < SEEN:
        return None
    for _ in range(2):  # from a rough square to that round the body
        better = network.look(picture, best.next)
        best = better if better.presence >= SEEN else best
    return best


def _everywhere(picture: NDArray[np.uint8]) -> list[Square]:
    """Squares that cover a picture, large and small."""
    height, width = picture.shape[:2]
    squares = [Square(width / 2, height / 2, float(max(width, height)))]
    for side in (min(width, height), 0.6 * min(width, height)):
        across = np.linspace(side / 2, width - side / 2, max(1, round(1.5 * width / side)))
        down = np.linspace(side / 2, height - side / 2, max(1, round(1.5 * height / side)))
        squares += [Square(float(x), float(y), float(side)) for x in across for y in down]
    return squares


def _filled(found: list[F64 | None], there: list[int]) -> F64:
    """The points (T, JOINTS, 3) at every moment, Z up, facing -Y where somebody faces the camera."""
    known = np.stack([points for points in found if points is not None])
    flat = known.reshape(len(known), -1)
    every = np.column_stack([np.interp(np.arange(len(found)), there, column) for column in flat.T]).reshape(
        len(found), -1, 3
    )
    upright = np.stack([every[..., 0], every[..., 2], -every[..., 1]], -1)
    points = np.zeros((len(found), len(JOINTS), 3))
    for joint, pair in _OF.items():
        for side, number in zip("lr", pair, strict=True):
            points[:, JOINTS.index(f"{joint}_{side}")] = upright[:, number]
    points[:, JOINTS.index("nose")] = upright[:, _NOSE]
    return points


def _level(points: F64) -> F64:
    """The points as an upright body stands upright: the network leans them to the camera or away from it, and tips the feet."""
    p = {name: points[:, JOINTS.index(name)] for name in JOINTS}
    tall = (p["shoulder_l"] + p["shoulder_r"] - p["ankle_l"] - p["ankle_r"]) / 2
    length = np.linalg.norm(tall, axis=1)
    upright = length > UPRIGHT * length.max()
    lean = float(np.median(np.arctan2(-tall[upright, 1], tall[upright, 2])))
    c, s = np.cos(np.clip(lean, -MOST_LEAN_RAD, MOST_LEAN_RAD)), np.sin(np.clip(lean, -MOST_LEAN_RAD, MOST_LEAN_RAD))
    level = points @ np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    for side in "lr":
        heel, toe = JOINTS.index(f"heel_{side}"), JOINTS.index(f"toe_{side}")
        level[:, toe, 2] -= np.median((level[:, toe] - level[:, heel])[upright, 2])
    return np.asarray(level)


def _grounded(points: F64, fps: float) -> F64:
    """The points, steadied, with the lower foot on the ground and the body carried over the foot that stands."""
    window = 2 * round(SMOOTH_S * fps / 2) + 1
    if len(points) > window >= 5:
        points = savgol_filter(points, window, 2, axis=0)
    feet = np.stack([points[:, JOINTS.index(f"{end}_{side}")] for end in ("heel", "toe") for side in "lr"], 1)
    low = feet[..., 2]
    weight = np.exp(-(low - low.min(axis=1, keepdims=True)) / NEAR_M)
    weight /= weight.sum(axis=1, keepdims=True)
    step = -(np.diff(feet[..., :2], axis=0) * weight[1:, :, None]).sum(axis=1)
    way = np.concatenate([np.zeros((1, 2)), np.cumsum(step, axis=0)])
    way = gaussian_filter1d(way, 0.05 * fps, axis=0, mode="nearest")
    ankles = points[:, [JOINTS.index("ankle_l"), JOINTS.index("ankle_r")], 2].min(axis=1)
    height = -gaussian_filter1d(ankles, 0.04 * fps, mode="nearest")
    return np.asarray(points + np.column_stack([way, height])[:, None])
