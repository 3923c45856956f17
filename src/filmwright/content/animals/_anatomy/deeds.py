"""What an animal on four legs does where it is: standing with some life in it, grazing, drinking, sniffing, sitting, lying, asleep,
playing; a function of time."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.posing import Pose, axial, motion_of, quiet, rest_feet, sunk_by
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.figure.pose import about, apply, smooth_step, wander
from filmwright.content.kinds import Motion, Performance
from filmwright.scene.shapes import F64

# The actions of whole groups of animals, for their ACTIONS and HANDLES (content/kinds.py).
GRAZERS = (
    "stand", "look_around", "eat", "graze", "chew", "drink", "smell", "sniff", "bend", "shake_head", "lie", "rest", "sleep",
    "stretch", "jump", "play",
)  # fmt: skip
ELEPHANTS = (
    "stand", "look_around", "eat", "graze", "drink", "smell", "sniff", "bend", "shake_head", "spray", "play",
)  # fmt: skip
PAWED = (
    "stand", "look_around", "eat", "drink", "smell", "sniff", "bend", "shake_head", "howl", "bark", "wag_tail", "dig", "sit", "lie",
    "rest", "sleep", "stretch", "jump", "play",
)  # fmt: skip
HANDED = (
    "stand", "look_around", "eat", "drink", "smell", "sniff", "bend", "shake_head", "howl", "bark", "wag_tail", "dig", "sit", "lie",
    "rest", "sleep", "stretch", "jump", "play", "drink_coffee", "drink_tea", "play_guitar", "play_drums", "read", "cook",
    "use_computer", "take_selfie", "use_phone", "vlog", "beg_for_food",
)  # fmt: skip
IN_PAWS = (
    "drink_coffee", "drink_tea", "play_guitar", "play_drums", "read", "cook", "use_computer", "take_selfie", "use_phone", "vlog",
)  # fmt: skip
PETS = (
    "drink_coffee", "drink_tea", "play_guitar", "play_drums", "read", "cook", "use_computer", "take_selfie", "use_phone", "vlog",
    "drink", "play",
)  # fmt: skip
NIBBLERS = (
    "drink_coffee", "drink_tea", "play_guitar", "play_drums", "read", "cook", "use_computer", "take_selfie", "use_phone", "vlog",
    "eat",
)  # fmt: skip

_LAPS_S = 0.36  # between two laps of a tongue; chosen
_SITS_RAD = math.radians(40.0)  # how steep the back of a dog that sits is; chosen
_SEAT = 0.27  # height of its hip, in heights; chosen
_LIES_RAD = 0.13  # how much lower the haunches of one that lies are than its chest; chosen
_GRAZES_RAD = math.radians(-68.0)  # how steep a head hangs that eats from the ground; chosen


def staying(form: Form, skel: Skeleton, action: str, performance: Performance, wag: float) -> Motion:
    """The Motion of an animal that stays where it is."""
    t = times(performance)
    facing = np.full(len(t), performance.facing_yaw_rad)
    place = np.tile(np.asarray(performance.path, float)[0], (len(t), 1))
    return motion_of(
        form, skel, pose_of(form, skel, action, idle_of(form, skel, action, performance, wag), t), place, facing
    )


def idle_of(form: Form, skel: Skeleton, action: str, performance: Performance, wag: float) -> Pose:
    """What an animal that does something where it is does it over."""
    return idle(form, skel, performance, wag, 0.55 if action == "look_around" else 0.10)


def pose_of(form: Form, skel: Skeleton, action: str, pose: Pose, t: F64) -> Pose:
    """An idle pose with what is done at the deed's own times (F,), its legs reaching the ground."""
    if action in _DOWN:
        return _DOWN[action](form, skel, pose, t)
    pose = _DEEDS[action](form, skel, pose, t) if action in _DEEDS else pose
    highest = quiet(pose.feet[:1])._replace(rise=np.full(1, 0.004 * form.height_m))
    sunk = sunk_by(form, skel, highest) if action not in ("jump",) else 0.02 * form.height_m
    return pose._replace(rise=pose.rise - sunk)


def times(performance: Performance) -> F64:
    """The animal's own time (F,): no two of a herd do the same at once."""
    return performance.times_s + 5.3 * performance.phase


def idle(form: Form, skel: Skeleton, performance: Performance, wag: float, reach: float = 0.10) -> Pose:
    """Breathing, a turn of the head now and then, a swaying tail and ears that flick. `reach`: how far it looks around, in radians."""
    t, h = times(performance), form.height_m
    frames = len(t)
    place = np.asarray(performance.path, float)[0]
    feet = np.tile(rest_feet(skel), (frames, 1, 1))
    turn = about("z", np.degrees(performance.facing_yaw_rad))
    world = feet[0] @ turn.T + place
    under = performance.ground(world[:, 0], world[:, 1]) - place[2]
    if np.abs(under).max() < 0.25 * h:  # else it stands on something, not on the ground
        feet[:, :, 2] += under
    breath = np.sin(2 * math.pi * t / breath_s(h))
    return Pose(
        feet=feet,
        swing=np.zeros((frames, 4)),
        rise=0.005 * h * breath,
        pitch=0.006 * breath,
        neck=0.03 * wander(t, 5.0, 1.0) + 0.008 * breath,
        head_yaw=-form.look_rad + reach * wander(t, 4.0, 2.0) + 0.22 * _glances(t),
        head_nod=0.04 * wander(t, 3.5, 3.0) - 0.05 * _glances(t + 3.0),
        tail=wag * np.sin(2 * math.pi * t * (1.6 if wag > 0.2 else 0.45)),
        ears=0.30 * flicks(t, 1.9, 4.0),
        ear_l=0.30 * flicks(t, 2.3, 9.0),
    )


def breath_s(height_m: float) -> float:
    """How long a breath takes: about 1.5 s for a cat, 4 s for an elephant."""
    return float(2.3 * height_m**0.4)


def flicks(t: F64, period_s: float, seed: float) -> F64:
    """Short turns, 0..1 and back within a quarter of a second, one about every `period_s`."""
    number = np.floor(t / period_s)
    begin = (0.5 + 0.4 * np.sin(12.9898 * number + seed)) * period_s
    u = (t - number * period_s - begin) / 0.24
    return np.asarray(np.sin(np.pi * np.clip(u, 0, 1)) ** 2)


def _glances(t: F64) -> F64:
    """A head held still and then turned, -1..1."""
    beat = t / 1.9
    number, f = np.floor(beat), beat % 1.0
    here, there = (np.sin(7.13 * n + 2.3 * np.sin(3.7 * n)) for n in (number, number + 1))
    turn = smooth_step(f, 0.72, 1.0)
    return np.asarray(here * (1 - turn) + there * turn)


def blended(a: Pose, b: Pose, share: F64) -> Pose:
    """From one pose to another as `share` (F,) goes from 0 to 1."""

    def mix(x: F64, y: F64) -> F64:
        w = share.reshape((-1,) + (1,) * (np.ndim(x) - 1))
        return np.asarray(x * (1 - w) + y * w)

    def part(x: F64 | None, y: F64 | None) -> F64 | None:
        none = np.zeros(len(share))
        return None if x is None and y is None else mix(none if x is None else x, none if y is None else y)

    def extent(x: F64 | float, y: F64 | float) -> F64:
        return np.asarray(np.asarray(x, float) * (1 - share) + np.asarray(y, float) * share)

    return a._replace(
        feet=mix(a.feet, b.feet),
        swing=mix(a.swing, b.swing),
        rise=mix(a.rise, b.rise),
        pitch=mix(a.pitch, b.pitch),
        neck=mix(a.neck, b.neck),
        head_yaw=mix(a.head_yaw, b.head_yaw),
        head_nod=mix(a.head_nod, b.head_nod),
        tail=mix(a.tail, b.tail),
        ears=mix(a.ears, b.ears),
        sat=extent(a.sat, b.sat),
        lain=extent(a.lain, b.lain),
        ear_l=part(a.ear_l, b.ear_l),
        trunk=part(a.trunk, b.trunk),
    )


def _sitting(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """The pose sat down: the trunk tipped up on the forelegs, the haunches on the ground between the hind feet."""
    hip, loin = skel.joints["hip_r"], skel.joints["loin"]
    at = about("x", math.degrees(_SITS_RAD)) @ (hip - loin) + loin
    feet = pose.feet.copy()
    for k, sign in ((0, 1.0), (2, -1.0)):
        feet[:, k, 0] = sign * 1.25 * abs(feet[0, k, 0])
        feet[:, k, 1] = at[1] + 0.24 * form.height_m
    return pose._replace(
        feet=feet,
        rise=0.5 * pose.rise + _SEAT * form.height_m - at[2],
        pitch=pose.pitch + _SITS_RAD,
        neck=pose.neck - 0.5 * _SITS_RAD,
        head_nod=pose.head_nod - 0.62 * _SITS_RAD,
        sat=1.0,
    )


def _lying(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """The pose of a sphinx: the chest on the ground, the forelegs ahead, the haunches folded."""
    h = form.height_m
    chest = min(row[2] for row in form.torso) * h
    feet = pose.feet.copy()
    for k, sign in ((0, 1.0), (2, -1.0)):
        feet[:, k, 0] = sign * 1.5 * abs(feet[0, k, 0])
        feet[:, k, 1] = skel.joints["hip_r"][1] + 0.26 * h
        feet[:, k + 1, 1] = skel.joints["elbow_r"][1] + 0.50 * h
        feet[:, k + 1, 2] = 0.6 * feet[:, k + 1, 2]
    return pose._replace(
        feet=feet,
        rise=0.5 * pose.rise - 1.02 * chest,
        pitch=pose.pitch + _LIES_RAD,
        tail=0.3 * pose.tail,
        sat=1.0,
        lain=1.0,
    )


def _asleep(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """Lying, the head aside on the forelegs, breathing slowly."""
    breath = np.sin(2 * math.pi * t / (1.6 * breath_s(form.height_m)))
    lain = _lying(form, skel, pose, t)
    still = _lying(form, skel, quiet(rest_feet(skel)[None]), t[:1])
    down, nod = _lowered(form, skel, still, 0.16, -14.0)
    return lain._replace(
        rise=lain.rise + 0.010 * form.height_m * breath,
        pitch=lain.pitch * 0 + _LIES_RAD + 0.010 * breath,
        neck=0 * t + down + 0.012 * breath,
        head_yaw=0 * t - 0.45,
        head_nod=0 * t + nod,
        tail=0.15 + 0.25 * flicks(t, 3.7, 2.0),
    )


def _chewing(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """Lying down, chewing the cud: the muzzle goes round."""
    lain = _lying(form, skel, pose, t)
    round_ = 2 * math.pi * t / 1.05
    return lain._replace(
        head_nod=lain.head_nod + 0.035 * np.sin(round_), head_yaw=lain.head_yaw + 0.04 * np.cos(round_)
    )


def _to_mouth(pose: Pose, t: F64) -> Pose:
    """A trunk that picks something up and curls in to the mouth, again and again."""
    curl = smooth_step(np.sin(2 * math.pi * t / 4.6 - 0.3), -0.3, 0.5)
    return pose._replace(
        trunk=-2.2 * curl + 0.25 * (1 - curl) * np.sin(2 * math.pi * t / 1.5), head_nod=pose.head_nod - 0.06 * curl
    )


def _grazing(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    if form.trunk:
        return _to_mouth(pose, t)
    down, nod = _lowered(form, skel, quiet(rest_feet(skel)[None]), 0.05)
    chewing = 0.02 * np.sin(2 * math.pi * t / 1.2)
    tug = 0.10 * np.maximum(np.sin(2 * math.pi * t / 3.1), 0.0) ** 6
    return pose._replace(
        neck=down + chewing + tug,
        head_nod=nod + 0.5 * chewing,
        head_yaw=0.14 * wander(t, 4.0, 2.0) + 0.06 * _glances(t),
    )


def _drinking(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """The mouth at the water: those with paws lap, the others draw it in and look up now and then."""
    if form.trunk:
        return _to_mouth(pose, t)
    down, nod = _lowered(form, skel, quiet(rest_feet(skel)[None]), 0.08 if form.foot == "paw" else 0.04)
    lap = np.sin(2 * math.pi * t / _LAPS_S) if form.foot == "paw" else 0.4 * np.sin(2 * math.pi * t / 1.3)
    return pose._replace(neck=down + 0.012 * lap, head_nod=nod + 0.035 * lap, head_yaw=0.04 * wander(t, 4.0, 2.0))


def _bent(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    down, nod = _lowered(form, skel, quiet(rest_feet(skel)[None]), 0.08)
    share = smooth_step(np.sin(2 * math.pi * t / 6.0 + 0.4), -0.6, 0.3)
    return blended(pose, pose._replace(neck=0 * t + down, head_nod=0 * t + nod, head_yaw=0.3 * pose.head_yaw), share)


def _sniffing(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """The nose up in the air, going from side to side in short breaths."""
    short = np.sin(2 * math.pi * 2.9 * t) * smooth_step(np.sin(2 * math.pi * t / 2.6), -0.5, 0.1)
    return pose._replace(
        neck=0.10 + pose.neck + 0.006 * short,
        head_nod=0.24 + 0.030 * short + 0.06 * wander(t, 3.0, 3.0),
        head_yaw=0.6 * pose.head_yaw + 0.30 * wander(t, 2.6, 2.0),
    )


def _howling(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    up = smooth_step(np.sin(2 * math.pi * t / 6.4 + 0.9), -0.5, 0.2)
    return pose._replace(
        neck=pose.neck + 0.28 * up,
        head_nod=pose.head_nod + up * (0.55 + 0.02 * np.sin(9.0 * t)),
        head_yaw=pose.head_yaw * (1 - 0.5 * up),
    )


def _barking(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    burst = np.maximum(np.sin(2 * math.pi * 2.2 * t), 0.0) ** 3 * smooth_step(
        np.sin(2 * math.pi * t / 2.8 + 0.8), -0.2, 0.1
    )
    return pose._replace(
        neck=pose.neck + 0.05 * burst,
        head_nod=pose.head_nod + 0.20 * burst,
        pitch=pose.pitch + 0.035 * burst,
        tail=1.4 * pose.tail,
    )


def _shaking(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    strength = smooth_step(np.sin(2 * math.pi * t / 3.2 + 0.6), 0.1, 0.5)
    swing = strength * np.sin(2 * math.pi * 3.6 * t)
    return pose._replace(
        head_yaw=pose.head_yaw * (1 - strength) + 0.55 * swing,
        neck=pose.neck - 0.12 * strength,
        ears=0.5 * swing,
        ear_l=-0.5 * swing,
    )


def _wagging(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    wag = np.sin(2 * math.pi * 2.6 * t)
    return pose._replace(tail=0.62 * wag, head_nod=pose.head_nod + 0.03 * wag)


def bowed(form: Form, skel: Skeleton, pose: Pose, share: F64) -> Pose:
    """The chest down on the forelegs, the rump up, as far as `share` (F,) says: how dogs ask to play, and how they stretch."""
    h = form.height_m
    feet = pose.feet.copy()
    drop = skel.joints["shoulder_r"][2] - 0.30 * h
    long = float(skel.joints["shoulder_r"][1] - skel.joints["loin"][1])
    tipped = math.asin(min(0.75, drop / max(long, 1e-6) * 0.62))
    for k in (1, 3):
        feet[:, k, 1] += 0.26 * h * share
    return pose._replace(
        feet=feet,
        pitch=pose.pitch - tipped * share,
        neck=pose.neck + 0.70 * tipped * share,
        head_nod=pose.head_nod + 0.45 * tipped * share,
        rise=pose.rise - 0.06 * h * share,
    )


def _stretching(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    share = smooth_step(np.sin(2 * math.pi * t / 5.2 - 0.2), -0.5, 0.6)
    return bowed(form, skel, pose, share)


def _digging(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """Bowed a little, the forefeet scratch in turn."""
    h = form.height_m
    made = bowed(form, skel, pose, np.full(len(t), 0.45))
    feet = made.feet.copy()
    for k, late in ((1, 0.0), (3, 0.5)):
        stroke = 2 * math.pi * (2.6 * t + late)
        feet[:, k, 1] += 0.10 * h * np.cos(stroke)
        feet[:, k, 2] += 0.09 * h * np.maximum(np.sin(stroke), 0.0)
    return made._replace(
        feet=feet, neck=made.neck - 0.45, head_nod=made.head_nod - 0.35 + 0.05 * np.sin(2 * math.pi * 2.6 * t)
    )


def hops(t: F64, period_s: float) -> tuple[F64, F64]:
    """Jumps one after the other: height 0..1, and how deep the legs are bent before and after (F,), 0..1."""
    u = (t / period_s) % 1.0
    air = np.clip((u - 0.30) / 0.45, 0.0, 1.0)
    crouch = np.sin(np.pi * np.clip(u / 0.34, 0, 1)) ** 2 + 0.7 * np.sin(np.pi * np.clip((u - 0.72) / 0.28, 0, 1)) ** 2
    return np.asarray(4 * air * (1 - air)), np.asarray(crouch)


def leaping(form: Form, pose: Pose, high: F64, crouch: F64, reach: float) -> Pose:
    """The pose in the air: all feet leave the ground, drawn up under the body."""
    h = form.height_m
    feet = pose.feet.copy()
    feet[:, :, 2] += (reach * h * high)[:, None] * np.array([0.85, 1.15, 0.85, 1.15])
    feet[:, (0, 2), 1] -= (0.12 * h * high)[:, None]
    feet[:, (1, 3), 1] += (0.12 * h * high)[:, None]
    return pose._replace(
        feet=feet,
        rise=pose.rise + h * (reach * high - 0.10 * crouch),
        pitch=pose.pitch + 0.10 * high - 0.04 * crouch,
        neck=pose.neck + 0.10 * crouch,
        ears=pose.ears + 0.25 * high,
        ear_l=(pose.ear_l if pose.ear_l is not None else 0.0) + 0.25 * high,
    )


def _jumping(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    high, crouch = hops(t, 1.25)
    return leaping(form, pose, high, crouch, 0.42)


def raised(t: F64) -> F64:
    """How far a trunk that sprays is up (F,), 0..1."""
    return smooth_step(np.sin(2 * math.pi * t / 7.0 + 1.0), -0.8, -0.3)


def _spraying(form: Form, skel: Skeleton, pose: Pose, t: F64) -> Pose:
    """The trunk up and back over the head, the head raised."""
    up = raised(t)
    return pose._replace(
        trunk=up * (2.9 + 0.10 * np.sin(2 * math.pi * t / 1.4)),
        head_nod=0.22 * up,
        neck=0.10 * up,
        head_yaw=0.4 * pose.head_yaw,
    )


def _lowered(
    form: Form, skel: Skeleton, pose: Pose, high: float, hangs_deg: float | None = None
) -> tuple[float, float]:
    """How far the neck turns down until the mouth is `high` heights over the ground, and the head up against it, in radians
    (negative: down). `hangs_deg`: how steep the head hangs then, if not as that of one that eats from the ground."""
    one = quiet(pose.feet[:1])._replace(rise=pose.rise[:1], pitch=pose.pitch[:1], sat=pose.sat, lain=pose.lain)
    hangs = _GRAZES_RAD if hangs_deg is None else math.radians(hangs_deg)
    still = np.zeros(1)
    down, nod = 0.0, 0.0
    for down in np.linspace(0, -2.2, 45):
        own = math.radians(form.pitch_deg) + 0.75 * down + 0.7 * float(one.pitch[0])
        nod = hangs - own if hangs_deg is not None else max(0.0, hangs - own)
        turns, places = axial(skel, one._replace(neck=still + down, head_nod=still + nod, head_yaw=still))
        mouth = apply(turns["head"], skel.joints["nose"]) + places["head"]
        if mouth[0, 2] < high * form.height_m:
            break
    return float(down), float(nod)


_Deed = Callable[[Form, Skeleton, Pose, F64], Pose]
_DOWN: dict[str, _Deed] = {
    "sit": _sitting, "lie": _lying, "rest": _lying, "sleep": _asleep, "chew": _chewing,
}  # fmt: skip
"""What is done sitting or lying: the body is where the pose puts it."""
_DEEDS: dict[str, _Deed] = {
    "eat": _grazing, "graze": _grazing, "drink": _drinking, "bend": _bent, "smell": _sniffing, "sniff": _sniffing,
    "howl": _howling, "roar": _howling, "bark": _barking, "shake_head": _shaking, "wag_tail": _wagging,
    "stretch": _stretching, "dig": _digging,
    "jump": _jumping, "spray": _spraying,
}  # fmt: skip
