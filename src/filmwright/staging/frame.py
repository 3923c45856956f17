"""Framing by rule: how far the camera stands, how high, where the subject sits in the picture, and the move."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from filmwright.content.camera import ANGLES, PARTS, SIZES, Size
from filmwright.content.crowds import TOGETHER
from filmwright.content.deeds import phases
from filmwright.content.kinds import F64, LOWEST_M, Framing, Mark, Setting
from filmwright.content.moves import _rig
from filmwright.content.offers import facts, sights
from filmwright.content.together import is_person
from filmwright.scene.lens import blur_share
from filmwright.scene.nodes import Camera
from filmwright.spec import shot as spec
from filmwright.staging import chain
from filmwright.staging.place import direction, height

SENSOR_MM = 36.0  # full frame
WIDEST_MM = 18.0  # a set too small for the size gets no wider lens than this: faces at the edge would stretch; chosen
EMPTY_ROOM_MM = 27.0  # nor does a room with nobody in it: it would shrink behind its own floor; chosen
EYE_LEVEL_M = 1.4  # lens height: a little under the eyes, so that heads stand against the sky; chosen
HEADROOM = 0.62  # share of the free height that lies over a whole figure's head: the place shows there; chosen
FAST_STOP, FASTEST_STOP = (
    2.0,
    1.4,
)  # how far the lens is open for a focus pull, on somebody and on a view: it must show; chosen
AIR_M = 1.5  # where focus lies before it finds the view of an empty place; chosen
SEEN_BLUR = 0.008  # share of the picture's width that blur must have to be seen as such; chosen
FARTHER_M, FARTHER_INDOORS_M = 25.0, 3.0  # how far behind the subject the background lies for focus; chosen
APART_M = 0.4  # two of the cast whose distances differ by less are in focus together; chosen
BEHIND_M, ASIDE_M = 0.75, 0.38  # where a lens that looks over a shoulder is, from between the eyes of its owner; chosen
CLEAR_M = 0.25  # a moving camera keeps this far from tables and trees; chosen
ROOM_SHARES = (1.0, 0.6, 0.35, 0.15)  # of the set's room, tried in turn until the way is clear
THIRD = 0.13  # how far beside the middle the subject stands in a wide shot, in frame widths (a third is 0.167)


class Subject(NamedTuple):
    """Who the camera is about, every frame: feet (F, 3), top of the head (F, 3), eyes (F, 3), walking or looking direction at
    the key frame (3,), how tall (standing) in metres, and the frame the framing is set for. Of things `box` (3,) is how much they fill
    across the view, along it and in height, around `eyes`; `face` (F, 3) and `face_m` what a close-up shows of them. `parts`: where what
    a close-up of somebody may be of is, "hand l" -> (F, 3)."""

    feet: F64
    top: F64
    eyes: F64
    facing: F64
    height_m: float
    key: int
    box: F64 | None = None
    face: F64 | None = None
    face_m: float = 0.0
    parts: Mapping[str, F64] | None = None


class Lens(NamedTuple):
    """Focal length and the picture's width over its height."""

    focal_mm: float
    aspect: float


class Shotframe(NamedTuple):
    """A camera and what was done to fit it into the set, in words for the ledger; the side of the picture the subject stands on
    (-1 left, +1 right, 0 the middle)."""

    camera: Camera
    notes: tuple[str, ...]
    side: float = 0.0


THING_SHARES = {
    "extreme_wide": 0.16, "establishing": 0.22, "wide": 0.36, "full": 0.72, "medium_wide": 0.66, "medium": 0.74,
    "medium_close_up": 0.86, "close_up": 1.1, "extreme_close_up": 1.7,
}  # fmt: skip
"""How much of the picture's height or width a thing takes in a size of shot; chosen."""
THING_SHARE = 0.7  # without a size; chosen
THING_MM, LARGE_MM, LARGE_M = 50.0, 35.0, 3.0  # the lens for things, and for large ones, from so many metres on; chosen
FACE_SHARE = 0.55  # of the picture's height that the face of an animal takes in a close-up; chosen
PITCHES = ((0.05, math.radians(32.0)), (0.13, math.radians(20.0)), (0.8, math.radians(11.0)), (1.3, math.radians(8.0)))
"""How far a camera looks down on things up to a height in metres, where nobody says: as somebody does who looks at them; chosen."""
GOING_PITCH = math.radians(3.5)  # nor more than this on one that goes somewhere: the horizon is in the picture; chosen
SKY_SHARE, SKY_FOOT = (
    0.34,
    0.12,
)  # of the height: what a figure under a sky to look at takes, and what is under its feet; chosen
MOST_SHARE = 0.82  # of the picture's height that a thing seen from above takes at most, without a size; chosen
FLAT_M, FLAT_SHARE, FLAT_PITCH = 0.06, 0.25, math.radians(48.0)
"""What is no higher than this, and this share of its length, lies flat: it is looked at from over it; chosen."""
ASIDE_SHARE = 0.85  # of how far a set may be seen from aside; chosen
ENDS_ON = 0.9  # cosine of how far a thing is turned from the view of which little more than its front is seen; chosen
HIGH_SHARE = 0.38  # of its height that the lens stands over the ground before something very tall; chosen
SMALLEST_STOP = 16.0
MANY_PITCH = math.radians(9.0)  # how far a camera looks down on a crowd, or one sees its first row alone; chosen
CONFUSION_MM = (
    0.03  # the largest blur spot that still looks sharp on full frame; the usual figure of depth of field tables
)
AUTO = Size(0.0, 1.0, 0.5, 35.0, ())  # the whole figure with air around it; chosen
SIZE_OF_ACTION = {
    "whole": AUTO,
    "raised_arms": Size(0.0, 1.0, 0.60, 35.0, ()),
    "twice_as_high": Size(0.0, 1.0, 0.31, 28.0, ()),
}
"""What an action may say it is seen by, besides the shot sizes: with room to jump, for arms over the head, for what is so high; chosen."""
SIZE_OF_MOVE = {
    "rack_focus": "medium_close_up",
    "boom_up": "wide",
    "boom_down": "wide",
    "flyover": "extreme_wide",
    "drone_circle": "wide",
}
"""The size of a shot whose text gives none and whose move asks for one: focus shows only near and long, height only wide."""


def chosen_size(camera: spec.Camera, cast: tuple[spec.Member, ...]) -> Size:
    """The shot size, by name or, when the text gives none: the whole figure if somebody walks or shoes and legs were asked for,
    else from the knees up; an empty place is seen whole."""
    if camera.size is not None:
        return SIZES[camera.size]
    if not cast:
        return SIZES["extreme_wide"]
    if camera.move in SIZE_OF_MOVE:
        return SIZES[SIZE_OF_MOVE[camera.move]]
    if _of_many(cast):
        return SIZES["wide"]
    held = {name for m in cast for name in m.holds}
    if any(not is_person(m.kind) and m.id not in held for m in cast):
        return AUTO  # what stands beside somebody is seen down to the ground
    if any("whole" in facts("thing", m.kind, "SEEN") for m in cast if m.id in held):
        return AUTO  # a balloon is over the head
    done = phases(cast[0]) if is_person(cast[0].kind) else ()
    if len(done) > 1 and any(phase.goes for phase in done):
        return SIZES["full"]
    if all(phase.base.kind == "sit" for phase in done):
        return SIZES["medium_wide"]
    sizes = [next(iter(facts("action", phase.base.kind, "SEEN")), "medium_wide") for phase in done]
    seen = min(sizes or ["medium_wide"], key=lambda name: (SIZES | SIZE_OF_ACTION)[name].bottom)
    whole = (
        any(phase.base.kind in ("walk", "run") for phase in done)
        or any(_below(g.kind) for g in cast[0].wardrobe)
        or len(cast) - len(held) > 2
    )
    size = (SIZES | SIZE_OF_ACTION)[seen]
    if whole and size.bottom > 0:
        return AUTO if seen == "medium_wide" else SIZES["full"]  # what hands do is still to be seen
    return size


def _of_many(cast: tuple[spec.Member, ...]) -> bool:
    """Whether a shot is about a crowd."""
    return bool(cast) and is_person(cast[0].kind) and cast[0].count > TOGETHER


def _below(garment: str) -> bool:
    """Whether a garment is worn on legs or feet."""
    return bool({"lower", "feet"} & {*facts("garment", garment, "COVERS")})


def frame(
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
    """The camera of a shot, every frame. eyes: where the eyes of the whole cast are, id -> (F, 3), the subject's first; seed: for
    what is never quite still; side: where the subject stands, unless the rule decides."""
    notes: list[str] = []
    wanted = shot.camera
    others = list((eyes or {}).values())[1:]
    part = PARTS.get(wanted.part or "") if subject.parts and subject.face_m < 0 else None
    subject = _face_of(subject) if wanted.size in CLOSE else _upper(subject) if wanted.size is None else subject
    size = chosen_size(wanted, shot.cast) if subject.box is None else _thing_size(wanted, subject)
    size = size if part is None else size._replace(lens_mm=PART_MM)
    if size.people > 1 and not others:
        notes.append("there is nobody else to frame with the subject")
    elif wanted.size == "two_shot":
        subject = _between(subject, others[0])
    skyward = about_the_sky(shot) and wanted.size not in CLOSE
    if skyward and wanted.size is None:
        size = size._replace(share=min(size.share, SKY_SHARE))
    angle = ANGLES[wanted.angle]
    focal, distance = _lens(wanted, size, setting, mark, subject, aspect, notes, empty=not shot.cast)
    pitch = angle.pitch_rad if angle.pitch_rad or subject.box is None else _looks_down(subject)
    if part is not None and not angle.pitch_rad:
        pitch = part.pitch_rad
    if _of_many(shot.cast) and wanted.angle == "eye_level" and wanted.size not in CLOSE:
        pitch = MANY_PITCH
    if not angle.pitch_rad and subject.box is not None and (skyward or _travels(subject)):
        pitch = 0.0 if skyward else min(pitch, GOING_PITCH)
    eye = _eye(setting, mark, subject, size, pitch, distance)
    sign = 0.0 if subject.box is not None else _side(subject, eye, mark) if side is None else side
    if others and wanted.size == "two_shot":
        sign = 0.0
    elif others and wanted.size == "over_the_shoulder":
        eye, sign = _over_shoulder(subject, others[0]), 1.0
    aims = partial(_aims, subject, size, lens=Lens(focal, aspect), sign=sign, foot=SKY_FOOT if skyward else None)
    framing = Framing(
        targets=subject.eyes,
        eye=eye,
        aim=aims(np.tile(eye, (frames, 1)))[subject.key],
        aims=aims,
        focal_mm=focal,
        f_stop=_f_stop(shot, setting, subject, focal, distance),
        sensor_mm=SENSOR_MM,
        room_m=setting.move_limits_m if subject.box is None else _room_round(setting, distance),
        lowest_m=LOWEST_M if subject.box is None else min(LOWEST_M, 0.25 * distance),
        ground=setting.ground,
        key=subject.key,
        seed=seed,
        other_m=_other_m(setting, subject, eye, others) if shot.cast else AIR_M,
    )
    notes += _doubts(wanted, framing)
    camera = _moved(wanted, framing, setting.obstacles, frames, fps)
    focus = dict(list((eyes or {}).items())[1:]).get(wanted.focus or "")
    if focus is not None and "rack_focus" not in wanted.moves:
        camera = _focused(camera, focus)
    rolled = _rig.rolled(camera, np.full(frames, angle.roll_rad)) if angle.roll_rad else camera
    return Shotframe(rolled, tuple(notes), sign)


SLENDER, UPPER_FACES = 3.0, 1.9  # so many times as tall as wide; so many faces of it are shown; chosen
CLOSE = ("medium_close_up", "close_up", "extreme_close_up")


def _thing_size(wanted: spec.Camera, subject: Subject) -> Size:
    """The size of a shot of things: how much of the picture they take, with the lens that suits them."""
    assert subject.box is not None
    share = FACE_SHARE if subject.face_m < 0 else THING_SHARES.get(wanted.size or "", THING_SHARE)
    return Size(0.0, 1.0, share, LARGE_MM if subject.box.max() > LARGE_M else THING_MM, ())


PART_MM = (
    100.0  # the lens for an eye or a hand: near enough to fill the picture, far enough to leave light on it; chosen
)


def _face_of(subject: Subject) -> Subject:
    """What a close-up shows of a thing that has a face; a face_m below 0 says that it is only that."""
    if subject.box is None or subject.face is None or subject.face_m < 0:
        return subject
    half = np.array([0.0, 0.0, subject.face_m / 2])
    return subject._replace(
        feet=subject.face - half,
        top=subject.face + half,
        eyes=subject.face,
        height_m=subject.face_m,
        box=np.full(3, subject.face_m),
        face_m=-1.0,
    )


def _upper(subject: Subject) -> Subject:
    """Of something tall and thin that has a face, such as a sign on its post, the upper part: its foot tells nothing."""
    if subject.box is None or subject.face is None or subject.box[2] < SLENDER * subject.box[:2].max():
        return subject
    low = subject.top - [0.0, 0.0, min(max(UPPER_FACES * subject.face_m, subject.box[0]), subject.box[2])]
    tall = float((subject.top - low)[0, 2])
    middle = (low + subject.top) / 2
    return subject._replace(feet=low, eyes=middle, height_m=tall, box=np.array([*subject.box[:2], tall]))


def _looks_down(subject: Subject) -> float:
    """How far the camera looks down on things, in radians; 0: it stands at eye level."""
    assert subject.box is not None
    if subject.face_m < 0:
        return math.radians(3.0)
    if subject.box[2] <= min(FLAT_M, FLAT_SHARE * float(subject.box[:2].max())):
        return FLAT_PITCH
    return next((pitch for height_m, pitch in PITCHES if subject.box[2] <= height_m), 0.0)


def _room_round(setting: Setting, distance: float) -> tuple[float, float, float]:
    """The room a camera has for its move round a thing: no more than the distance it sees it from."""
    x, y, z = setting.move_limits_m
    return min(x, 0.6 * distance), min(y, 0.7 * distance), min(z, 0.6 * distance)


def _lens(
    wanted: spec.Camera,
    size: Size,
    setting: Setting,
    mark: Mark,
    subject: Subject,
    aspect: float,
    notes: list[str],
    *,
    empty: bool,
) -> tuple[float, float]:
    """Focal length in mm and how far the lens stands. Where the set is too small for the size, a lens nobody asked for gets wider,
    and one that was asked for is noted to see less."""
    focal = wanted.lens_mm or (setting.lens_mm if size.share <= AUTO.share and subject.box is None else size.lens_mm)
    distance = _distance(size, subject, focal, aspect)
    longest = max(2.0, mark.back_m)
    if distance <= longest:
        return focal, distance
    if wanted.lens_mm is None:
        widest = EMPTY_ROOM_MM if empty and setting.indoors else WIDEST_MM
        return max(focal * longest / distance, widest), longest
    notes.append(f"the set allows {longest:.1f} m of distance, the shot size asked for {distance:.1f} m with this lens")
    return focal, longest


def _f_stop(shot: spec.Shot, setting: Setting, subject: Subject, focal_mm: float, distance: float) -> float:
    """How far the lens is open: as asked for, else as the set looks best, wider for a focus pull, and for things so little that they
    are sharp from front to back."""
    if shot.camera.f_stop is not None:
        return shot.camera.f_stop
    if subject.box is not None and "rack_focus" not in shot.camera.moves:
        deep_mm, far_mm = 1000.0 * 0.6 * float(subject.box[:2].max()), 1000.0 * distance
        needed = deep_mm * focal_mm**2 / (2 * CONFUSION_MM * far_mm**2)
        return float(np.clip(needed, setting.f_stop, max(SMALLEST_STOP, setting.f_stop)))
    if "rack_focus" not in shot.camera.moves:
        return setting.f_stop
    return min(setting.f_stop, FAST_STOP if shot.cast else FASTEST_STOP)


def _doubts(wanted: spec.Camera, framing: Framing) -> list[str]:
    """What of the picture may not come out as asked for."""
    near_m = float(np.linalg.norm(framing.targets[framing.key] - framing.eye))
    doubts = ["the camera stands very close"] if near_m < 0.4 and framing.lowest_m == LOWEST_M else []
    blur = blur_share(framing.focal_mm, framing.f_stop, SENSOR_MM, near_m, framing.other_m)
    if "rack_focus" in wanted.moves and blur < SEEN_BLUR:
        doubts.append("focus hardly shows from this far with this lens: the focus pull can hardly be seen")
    return doubts


def _moved(wanted: spec.Camera, framing: Framing, obstacles: F64, frames: int, fps: int) -> Camera:
    """The camera of the moves, made smaller until nothing of the set is in its way; where even the smallest is, the whole."""
    whole: Camera | None = None
    for share in ROOM_SHARES:
        x, y, z = framing.room_m
        camera = chain.moved(wanted, framing._replace(room_m=(share * x, share * y, share * z)), frames, fps)
        whole = whole or camera
        if _room(np.asarray(camera.locations, float), obstacles) >= min(CLEAR_M, _room(framing.eye[None], obstacles)):
            return camera
    assert whole is not None
    return whole


def _room(points: F64, obstacles: F64) -> float:
    """Metres from points (n, 3) to the nearest obstacle's edge, seen from above."""
    if not len(obstacles):
        return 10.0
    gaps = np.linalg.norm(points[:, None, :2] - obstacles[None, :, :2], axis=2) - obstacles[:, 2]
    return float(gaps.min())


def _focused(camera: Camera, eyes: F64) -> Camera:
    """The camera with its focus on somebody's eyes (F, 3)."""
    places, ahead = np.asarray(camera.locations, float), _rig.forward(camera)
    depth = np.maximum(((eyes - places) * ahead).sum(axis=1), 0.3)
    return camera.model_copy(update={"focus_m": depth.astype(np.float32)})


def _other_m(setting: Setting, subject: Subject, eye: F64, others: list[F64]) -> float:
    """How far from the lens the other thing is that focus may lie on: one of the cast nearer or farther than the subject, else
    the background."""
    own = float(np.linalg.norm(subject.eyes[subject.key] - eye))
    for eyes in others:
        distance = float(np.linalg.norm(eyes[subject.key] - eye))
        if abs(distance - own) > APART_M:
            return distance
    return own + (FARTHER_INDOORS_M if setting.indoors else FARTHER_M)


def _between(subject: Subject, other: F64) -> Subject:
    """The subject of a shot of two: midway between them. other: the second one's eyes (F, 3)."""
    shift = (other - subject.eyes) / 2 * [1.0, 1.0, 0.0]
    return subject._replace(feet=subject.feet + shift, top=subject.top + shift, eyes=subject.eyes + shift)


def _over_shoulder(subject: Subject, other: F64) -> F64:
    """Behind the right shoulder of somebody who looks at the subject. other: that one's eyes (F, 3)."""
    back = (other - subject.eyes)[subject.key] * [1.0, 1.0, 0.0]
    back /= max(float(np.linalg.norm(back)), 1e-6)
    return np.asarray(other[subject.key] + BEHIND_M * back + ASIDE_M * _rig.right_of(-back) + [0.0, 0.0, 0.06])


def _distance(size: Size, subject: Subject, focal_mm: float, aspect: float) -> float:
    """How far the lens stands so that the size's part of the body takes its share of the frame's height; of things also of its
    width, measured to their middle."""
    shown_m = (size.top - size.bottom) * subject.height_m / size.share
    if subject.box is None:
        return shown_m * focal_mm / (SENSOR_MM / aspect)
    pitch = _looks_down(subject)
    seen_m = float(subject.box[1]) * math.sin(pitch) + float(subject.box[2]) * math.cos(
        pitch
    )  # its height in the picture
    shown_m = max(shown_m, float(subject.box[0]) / (size.share * aspect), seen_m / max(MOST_SHARE, size.share))
    return shown_m * focal_mm / (SENSOR_MM / aspect) + 0.5 * float(subject.box[1])


def _eye(setting: Setting, mark: Mark, subject: Subject, size: Size, pitch_rad: float, distance: float) -> F64:
    """Where the lens stands at the key frame: on the set's own axis, swung aside if something stands between."""
    middle = _middle(subject, size)
    level = distance * math.cos(pitch_rad)
    best: tuple[float, F64] | None = None
    aside = setting.view_fall_rad * ASIDE_SHARE * _aside(subject, mark) if subject.box is not None else 0.0
    swings = [aside] + [s * k * setting.view_fall_rad for k in (0.25, 0.5, 0.75, 1.0) for s in (1, -1)]
    for swing in swings:
        eye = middle - direction(mark.view_yaw_rad + swing) * level
        floor = height(setting.ground, eye[0], eye[1])
        if pitch_rad == 0.0:
            eye[2] = _eye_level(setting, subject, size, floor)
        else:
            clear_m = 0.3 if subject.box is None else min(0.3, 0.25 * distance)
            eye[2] = max(middle[2] + distance * math.sin(pitch_rad), floor + clear_m)
        room = _clearance(eye, middle, setting.obstacles)
        score = min(room, 0.6) - 0.05 * abs(swing)
        if best is None or score > best[0] + 1e-6:
            best = (score, eye)
        if room >= 0.5:
            break
    assert best is not None
    return best[1]


def _travels(subject: Subject) -> bool:
    """Whether a thing goes somewhere: then one looks along its way, not down on it."""
    return float(np.linalg.norm((subject.feet[-1] - subject.feet[0])[:2])) > 1.0


def about_the_sky(shot: spec.Shot) -> bool:
    """Whether something in the sky of a place is asked for."""
    return any(name in sights() for name in shot.place.features)


def _aside(subject: Subject, mark: Mark) -> float:
    """To which side the camera stands of a thing that comes along the view, or is drawn up along it on a road: +1, -1; else 0."""
    if _comes(subject, mark):
        return 1.0
    view = direction(mark.view_yaw_rad)
    turned = float(view[0] * subject.facing[1] - view[1] * subject.facing[0])
    ends_on = mark.lane and abs(float(view @ subject.facing)) > ENDS_ON
    return math.copysign(1.0, -turned * float(view @ subject.facing)) if ends_on else 0.0


def _comes(subject: Subject, mark: Mark) -> bool:
    """Whether a thing moves along the view: then the camera stands aside, so that more of it is seen than its front."""
    gone = subject.feet[-1] - subject.feet[0]
    along = abs(float(gone @ direction(mark.view_yaw_rad)))
    return _travels(subject) and along > 0.7 * float(np.linalg.norm(gone[:2]))


def _eye_level(setting: Setting, subject: Subject, size: Size, floor: float) -> float:
    eyes = float(subject.eyes[subject.key, 2])
    if size.bottom > 0.4:
        return eyes
    if subject.box is not None:
        return max(floor, float(subject.feet[subject.key, 2])) + max(EYE_LEVEL_M, HIGH_SHARE * float(subject.box[2]))
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


def _aims(subject: Subject, size: Size, eyes: F64, lens: Lens, sign: float, foot: float | None = None) -> F64:
    """The point in the middle of the picture from `eyes` (F, 3), every frame: headroom and thirds by the rule of the size,
    whatever the distance has become. `foot`: share of the picture's height that lies under its feet, whatever the rule."""
    flat = subject.eyes - eyes
    reach = np.maximum(np.linalg.norm(flat, axis=1), 0.3)
    wide_m = reach * SENSOR_MM / lens.focal_mm
    tall_m = wide_m / lens.aspect
    height_m = subject.top[:, 2] - subject.feet[:, 2]
    share = (size.top - size.bottom) * height_m / tall_m
    spare = np.clip(1.0 - share, 0.02, 1.0)
    headroom = spare * (HEADROOM if size.bottom <= 0 else 1.0)
    middle_z = subject.feet[:, 2] + height_m * (size.bottom + size.top) / 2
    if size.top < 1.0 or subject.box is not None:
        z = middle_z
    else:
        steep = np.abs(np.arctan2(eyes[:, 2] - subject.top[:, 2], reach)) > 0.3
        z = np.where(steep, middle_z, subject.top[:, 2] - tall_m * (0.5 - headroom))
    if foot is not None:
        z = subject.feet[:, 2] + tall_m * (0.5 - foot)
    thirds = THIRD if size.share < 0.6 else THIRD * 0.6 if size.bottom < 0.6 else THIRD * 0.4
    right = np.column_stack([flat[:, 1], -flat[:, 0], np.zeros(len(flat))])
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    return np.asarray(np.column_stack([subject.eyes[:, :2], z]) - sign * right * (thirds * wide_m)[:, None])
