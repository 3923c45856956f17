"""Framing by rule: how far the camera stands, how high, where the subject sits in the picture, and the move."""

from __future__ import annotations

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content.camera import ANGLES, SIZES, Size
from filmwright.content.kinds import F64, Framing, Mark, Setting
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec
from filmwright.staging.place import direction, height

SENSOR_MM = 36.0  # full frame
WIDEST_MM = 18.0  # a set too small for the size gets no wider lens than this: faces at the edge would stretch; chosen
EYE_LEVEL_M = 1.4  # lens height: a little under the eyes, so that heads stand against the sky; chosen
HEADROOM = 0.62  # share of the free height that lies over a whole figure's head: the place shows there; chosen
THIRD = 0.13  # how far beside the middle the subject stands in a wide shot, in frame widths (a third is 0.167)


class Subject(NamedTuple):
    """Who the camera is about, every frame: feet (F, 3), top of the head (F, 3), eyes (F, 3), walking or looking direction at
    the key frame (3,), how tall (standing) in metres, and the frame the framing is set for."""

    feet: F64
    top: F64
    eyes: F64
    facing: F64
    height_m: float
    key: int


class Lens(NamedTuple):
    """Focal length and the picture's width over its height."""

    focal_mm: float
    aspect: float


class Shotframe(NamedTuple):
    """A camera and what was done to fit it into the set, in words for the ledger."""

    camera: Camera
    notes: tuple[str, ...]


AUTO = Size(0.0, 1.0, 0.5, 35.0, ())  # the whole figure with air around it; chosen


def chosen_size(camera: spec.Camera, cast: tuple[spec.Member, ...]) -> Size:
    """The shot size, by name or, when the text gives none: the whole figure if somebody walks or shoes and legs were asked for,
    else from the knees up; an empty place is seen whole."""
    if camera.size is not None:
        return SIZES[camera.size]
    if not cast:
        return SIZES["extreme_wide"]
    legs = {"boots", "shoes", "trousers", "jeans", "skirt", "dress"}
    action = cast[0].action.kind if cast[0].action is not None else "stand"
    if action == "sit":
        return SIZES["medium_wide"]
    whole = action in ("walk", "run") or any(g.kind in legs for g in cast[0].wardrobe) or len(cast) > 2
    return AUTO if whole else SIZES["medium_wide"]


def frame(
    shot: spec.Shot, setting: Setting, mark: Mark, subject: Subject, frames: int, fps: int, aspect: float
) -> Shotframe:
    """The camera of a shot, every frame."""
    notes: list[str] = []
    wanted = shot.camera
    size = chosen_size(wanted, shot.cast)
    angle = ANGLES[wanted.angle]
    focal = wanted.lens_mm or (setting.lens_mm if size.share <= AUTO.share else size.lens_mm)
    distance = _distance(size, subject.height_m, focal, aspect)
    longest = max(2.0, mark.back_m)
    if distance > longest:
        if wanted.lens_mm is None:
            focal = max(focal * longest / distance, WIDEST_MM)
        else:
            notes.append(
                f"the set allows {longest:.1f} m of distance, the shot size asked for {distance:.1f} m with this lens"
            )
        distance = longest
    eye = _eye(setting, mark, subject, size, angle.pitch_rad, distance)
    aims = partial(_aims, subject, size, lens=Lens(focal, aspect), sign=_side(subject, eye, mark))
    key_eye = subject.eyes[subject.key]
    framing = Framing(
        targets=subject.eyes,
        eye=eye,
        aim=aims(np.tile(eye, (frames, 1)))[subject.key],
        aims=aims,
        focal_mm=focal,
        f_stop=setting.f_stop,
        sensor_mm=SENSOR_MM,
        room_m=setting.move_limits_m,
        ground=setting.ground,
    )
    if float(np.linalg.norm(key_eye - eye)) < 0.4:
        notes.append("the camera stands very close")
    move = registry.find("filmwright.content.moves", wanted.move, where="camera.move")
    camera = move.build(framing, wanted.speed, frames, fps)
    return Shotframe(_rolled(camera, angle.roll_rad), tuple(notes))


def _distance(size: Size, height_m: float, focal_mm: float, aspect: float) -> float:
    """How far the lens stands so that the size's part of the body takes its share of the frame's height."""
    shown_m = (size.top - size.bottom) * height_m / size.share
    return shown_m * focal_mm / (SENSOR_MM / aspect)


def _eye(setting: Setting, mark: Mark, subject: Subject, size: Size, pitch_rad: float, distance: float) -> F64:
    """Where the lens stands at the key frame: on the set's own axis, swung aside if something stands between."""
    middle = _middle(subject, size)
    level = distance * math.cos(pitch_rad)
    best: tuple[float, F64] | None = None
    swings = [0.0] + [s * k * setting.view_fall_rad for k in (0.25, 0.5, 0.75, 1.0) for s in (1, -1)]
    for swing in swings:
        eye = middle - direction(mark.view_yaw_rad + swing) * level
        floor = height(setting.ground, eye[0], eye[1])
        if pitch_rad == 0.0:
            eye[2] = _eye_level(setting, subject, size, floor)
        else:
            eye[2] = max(middle[2] + distance * math.sin(pitch_rad), floor + 0.3)
        room = _clearance(eye, middle, setting.obstacles)
        score = min(room, 0.6) - 0.05 * abs(swing)
        if best is None or score > best[0] + 1e-6:
            best = (score, eye)
        if room >= 0.5:
            break
    assert best is not None
    return best[1]


def _eye_level(setting: Setting, subject: Subject, size: Size, floor: float) -> float:
    eyes = float(subject.eyes[subject.key, 2])
    if size.bottom > 0.4:
        return eyes
    if setting.camera_height_m is not None:
        return floor + setting.camera_height_m
    return min(floor + EYE_LEVEL_M, eyes + 0.6) if size.share < 0.6 else min(floor + EYE_LEVEL_M, eyes - 0.15)


def _clearance(eye: F64, target: F64, obstacles: F64) -> float:
    """Metres between the line of sight and the nearest obstacle's edge, seen from above."""
    if not len(obstacles):
        return 10.0
    a, b = eye[:2], target[:2]
    line = b - a
    length = max(float(line @ line), 1e-9)
    t = np.clip((obstacles[:, :2] - a) @ line / length, 0.0, 0.92)  # what the subject touches is behind the subject
    gaps = np.linalg.norm(obstacles[:, :2] - (a + t[:, None] * line), axis=1) - obstacles[:, 2]
    return float(gaps.min())


def _middle(subject: Subject, size: Size) -> F64:
    """The middle of the part of the body the size shows, at the key frame."""
    feet, top = subject.feet[subject.key], subject.top[subject.key]
    standing = feet + (top - feet) * (size.bottom + size.top) / 2
    return np.array([subject.eyes[subject.key, 0], subject.eyes[subject.key, 1], standing[2]])


def _side(subject: Subject, eye: F64, mark: Mark) -> float:
    """-1: the subject stands left of the middle, +1 right: so that there is room in front of where it looks or goes."""
    view = subject.eyes[subject.key] - eye
    right = np.array([view[1], -view[0]])
    going = float(subject.facing[:2] @ right) / max(float(np.linalg.norm(right)), 1e-9)
    if abs(going) > 0.12:
        return -1.0 if going > 0 else 1.0
    return 1.0


def _aims(subject: Subject, size: Size, eyes: F64, lens: Lens, sign: float) -> F64:
    """The point in the middle of the picture from `eyes` (F, 3), every frame: headroom and thirds by the rule of the size,
    whatever the distance has become."""
    flat = subject.eyes - eyes
    reach = np.maximum(np.linalg.norm(flat, axis=1), 0.3)
    wide_m = reach * SENSOR_MM / lens.focal_mm
    tall_m = wide_m / lens.aspect
    height_m = subject.top[:, 2] - subject.feet[:, 2]
    share = (size.top - size.bottom) * height_m / tall_m
    spare = np.clip(1.0 - share, 0.02, 1.0)
    headroom = spare * (HEADROOM if size.bottom <= 0 else 1.0)
    middle_z = subject.feet[:, 2] + height_m * (size.bottom + size.top) / 2
    if size.top < 1.0:
        z = middle_z
    else:
        steep = np.abs(np.arctan2(eyes[:, 2] - subject.top[:, 2], reach)) > 0.3
        z = np.where(steep, middle_z, subject.top[:, 2] - tall_m * (0.5 - headroom))
    thirds = THIRD if size.share < 0.6 else THIRD * 0.6 if size.bottom < 0.6 else THIRD * 0.4
    right = np.column_stack([flat[:, 1], -flat[:, 0], np.zeros(len(flat))])
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    return np.asarray(np.column_stack([subject.eyes[:, :2], z]) - sign * right * (thirds * wide_m)[:, None])


def _rolled(camera: Camera, roll_rad: float) -> Camera:
    """The camera with its horizon tilted."""
    if roll_rad == 0.0:
        return camera
    w, x, y, z = np.asarray(camera.rotations, float).T
    c, s = math.cos(roll_rad / 2), math.sin(roll_rad / 2)
    rolled = np.stack([w * c - z * s, x * c + y * s, y * c - x * s, z * c + w * s], 1)
    return camera.model_copy(update={"rotations": rolled.astype(np.float32)})
