"""What birds do: standing alert with quick turns of the head, pecking, hopping, walking and waddling, flying."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.animals._plumage.form import Bird
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, about_axis, apply, smooth_step
from filmwright.content.kinds import F64, Motion, Performance

BONES = ("body", "head", "tail", "wing_r", "wing_l", "hand_r", "hand_l", "leg_r", "leg_l")
ALOFT = ("fly", "soar", "glide")
"""What birds do in the air: beating their wings, or on still ones."""
_LEVEL_RAD = 0.12  # how far the breast is carried over the tail in flight; chosen


def flight_axes(form: Bird) -> tuple[F64, F64]:
    """Forward along the body from the tail to the shoulder, and up from the back (3,), at rest."""
    way = np.array([0.0, form.wing.shoulder[0] - form.tail_root[0], form.wing.shoulder[1] - form.tail_root[1]])
    way = way / np.linalg.norm(way)
    return way, np.array([0.0, -way[2], way[1]])


def done(form: Bird, h: float, action: str, performance: Performance) -> Motion:
    """The Motion of a bird `h` tall that does one thing."""
    t = performance.times_s + 5.3 * performance.phase
    frames = len(t)
    speed = performance.speed_m_s
    angles = _idle(t, form)
    rise, swing = np.zeros(frames), np.zeros(frames)
    if action in ALOFT:
        return _flying(form, h, performance, still=action != "fly")
    if speed:
        gone = performance.times_s
        path = Path(
            performance.path, performance.facing_yaw_rad, float(np.abs(speed * gone).max()) + h, performance.begin
        )
        s, rise, swing, angles = _going(form, h, speed, gone, performance.phase, angles)
        facing = path.yaw(s)
        place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.3 * h)])
    else:
        place = np.tile(np.asarray(performance.path, float)[0], (frames, 1))
        facing = np.full(frames, performance.facing_yaw_rad)
        if action in ("eat", "peck", "graze"):
            angles["pitch"] = angles["pitch"] - 0.75 * _pecks(t)
            angles["nod"] = -0.35 * _pecks(t)
        elif action == "drink":  # the beak in the water, then the head thrown back
            u = (t / 2.8) % 1.0
            dip = smooth_step(u, 0.0, 0.12) * (1 - smooth_step(u, 0.30, 0.42))
            back = smooth_step(u, 0.38, 0.52) * (1 - smooth_step(u, 0.72, 0.84))
            angles["pitch"] = angles["pitch"] - 0.78 * dip + 0.05 * back
            angles["nod"], angles["yaw"] = -0.35 * dip + 0.55 * back, 0.3 * angles["yaw"]
        elif action == "build_nest":  # twigs are laid and tucked in, now to the one side, now to the other
            tuck = np.maximum(np.sin(2 * math.pi * t / 1.5), 0.0) ** 0.7
            side = np.sin(2 * math.pi * np.floor(t / 1.5) * 0.31)
            angles["pitch"] = angles["pitch"] - 0.60 * tuck
            angles["nod"] = -0.25 * tuck + 0.06 * np.sin(2 * math.pi * 5.0 * t) * tuck
            angles["yaw"] = 0.5 * side * tuck + 0.5 * angles["yaw"] * (1 - tuck)
        elif action == "chirp":
            note = np.maximum(np.sin(2 * math.pi * 4.0 * t), 0.0) * smooth_step(
                np.sin(2 * math.pi * t / 2.0), -0.3, 0.0
            )
            angles["nod"] = angles["nod"] + 0.16 + 0.08 * note
            angles["pitch"] = angles["pitch"] + 0.05 + 0.02 * note
    return _posed(form, h, angles, rise, swing, place, facing)


def _idle(t: F64, form: Bird) -> dict[str, F64]:
    return {
        "pitch": 0.012 * np.sin(2 * math.pi * t / 1.7),
        "yaw": _glances(t),
        "nod": 0.10 * _glances(0.7 * t + 31.0),
        "roll": np.zeros(len(t)),
        "tail": 0.16 * np.maximum(np.sin(2 * math.pi * t / 2.3) - 0.75, 0) * 4,
    }


def _glances(t: F64) -> F64:
    """A head that looks now here, now there: held still, then turned within a tenth of a second; radians."""
    beat = t / 0.9
    number, f = np.floor(beat), beat % 1.0
    # Angles that look random but depend on the number alone.
    here, there = (0.62 * np.sin(12.9898 * n + 4.1414 * np.sin(n)) for n in (number, number + 1))
    turn = smooth_step(f, 0.86, 1.0)
    return np.asarray(here * (1 - turn) + there * turn - 0.15)


def _pecks(t: F64) -> F64:
    """Down to the ground and up again, 0..1."""
    return np.asarray(np.maximum(np.sin(2 * math.pi * t / 1.1), 0) ** 0.6)


def _going(
    form: Bird, h: float, speed: float, t: F64, phase: float, angles: dict[str, F64]
) -> tuple[F64, F64, F64, dict[str, F64]]:
    """Way gone, rise, swing of the legs and the angles on the way."""
    stride = (0.9 if form.gait == "hop" else 0.55) * h
    beat = speed * t / stride + phase
    if form.gait == "hop":
        number, f = np.floor(beat), beat % 1.0
        u = np.clip((f - 0.35) / 0.65, 0, 1)
        s = stride * (number + smooth_step(u) - phase)
        rise = 0.16 * h * np.sin(math.pi * u)
        return s, rise, np.zeros(len(t)), angles | {"pitch": 0.10 * np.sin(math.pi * u)}
    tau = 2 * math.pi * beat
    roll = (0.16 if form.gait == "waddle" else 0.035) * np.sin(tau)
    nod = 0.10 * np.sin(2 * tau)
    rise = 0.012 * h * np.cos(2 * tau)
    return (
        speed * t,
        rise,
        np.sin(tau),
        angles | {"roll": roll, "nod": nod, "yaw": 0.3 * angles["yaw"], "pitch": 0.03 * np.sin(2 * tau)},
    )


def going(form: Bird, h: float, performance: Performance, path: Path, gone: F64, speed: float, ends_m: float) -> Motion:
    """The Motion of a bird on the ground after so many metres (F,) of a path; `ends_m`: where it will stop, after a whole hop."""
    t = performance.times_s
    stride = 0.9 * h
    whole = max(round(ends_m / stride), 1) * stride / ends_m if form.gait == "hop" and ends_m > 0 else 1.0
    s, rise, swing, angles = _going(form, h, speed, gone * whole / speed, 0.0, _idle(t, form))
    s = s / whole
    place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.3 * h)])
    return _posed(form, h, angles, rise, swing, place, path.yaw(s))


def _posed(form: Bird, h: float, angles: dict[str, F64], rise: F64, swing: F64, place: F64, facing: F64) -> Motion:
    deg = np.degrees
    hip = np.array([0.0, form.leg[0][0], form.leg[0][1]]) * h
    neck = np.array([0.0, form.head[0] - 0.5 * form.head[2], form.head[1] - 0.8 * form.head[2]]) * h
    tail = np.array([0.0, *form.tail_root]) * h
    body = about("y", deg(angles["roll"])) @ about("x", deg(angles["pitch"]))
    lift = np.column_stack([0 * rise, 0 * rise, rise])
    turns = {"body": body}
    places = {"body": hip + lift - apply(body, hip)}

    def on(name: str, local: F64, pivot: F64) -> None:
        turns[name] = turns["body"] @ local
        places[name] = apply(turns["body"], pivot) + places["body"] - apply(turns[name], pivot)

    steady = about("y", deg(-0.8 * angles["roll"])) @ about("x", deg(angles["nod"] - 0.5 * angles["pitch"]))
    on("head", about("z", deg(angles["yaw"])) @ steady, neck)
    on("tail", about("x", deg(-angles["tail"])), tail)
    for side, sign in (("r", 1.0), ("l", -1.0)):
        on(f"wing_{side}", about("z", 0 * rise), tail)
        on(f"hand_{side}", about("z", 0 * rise), tail)
        # A leg swings about the hip; its foot comes off the ground by what that takes.
        turns[f"leg_{side}"] = about("x", deg(0.45 * sign * swing))
        pivot = hip + [sign * form.leg_x * h, 0.0, 0.0]
        drop = hip[2] * (1 - np.cos(0.45 * swing))
        down = lift + np.column_stack([0 * drop, 0 * drop, -drop])
        places[f"leg_{side}"] = pivot + down - apply(turns[f"leg_{side}"], pivot)
    return _in_world(turns, places, place, facing)


def _in_world(turns: dict[str, F64], places: dict[str, F64], place: F64, facing: F64) -> Motion:
    deg = np.degrees
    world = about("z", deg(facing))
    rotations = [Rotation.from_matrix(world @ turns[n]).as_quat(scalar_first=True) for n in BONES]
    locations = [apply(world, places[n]) + place for n in BONES]
    return Motion(BONES, np.stack(locations, 1), np.stack(rotations, 1), place, facing)


def _flying(form: Bird, h: float, performance: Performance, *, still: bool = False) -> Motion:
    """Level flight with beating wings, a glide now and then; `still`: on spread wings that only trim, rocking from side to side."""
    t = performance.times_s
    speed = performance.speed_m_s or 0.0
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(speed * t).max()) + h, performance.begin)
    s = speed * t
    place = np.column_stack([path.spot(s), np.full(len(t), float(np.asarray(performance.path)[0, 2]))])
    return flight(form, h, performance, place, path.yaw(s), still=np.full(len(t), float(still)))


def flight(
    form: Bird, h: float, performance: Performance, place: F64, facing: F64, *, climb: F64 | float = 0.0,
    brake: F64 | float = 0.0, still: F64 | float = 0.0,
) -> Motion:  # fmt: skip
    """The Motion of a bird in the air at places (F, 3), facing (F,): how steeply it climbs, how hard it brakes to land, and how much it
    only sails, all 0..1."""
    t = performance.times_s
    _, beats = form.flight or (0.0, 3.0)
    axis, _ = flight_axes(form)
    level = math.atan2(axis[2], axis[1]) - _LEVEL_RAD - 0.45 * climb - 0.75 * brake + 0.0 * t
    own = t + 5.3 * performance.phase
    working = np.maximum(climb, brake)
    strength = smooth_step(np.sin(2 * math.pi * own / 5.0 + 0.6), -0.85, -0.5)
    strength = np.maximum(strength, np.minimum(4.0 * working, 1.0)) * (1.0 - 0.94 * still) * (1.0 + 0.35 * working)
    beat = 2 * math.pi * beats * own
    flap = strength * 0.62 * np.sin(beat) + 0.12 + 0.08 * still
    fold = strength * 0.45 * np.sin(beat - 1.3) - 0.05
    middle = np.array([0.0, 0.5 * (form.wing.shoulder[0] + form.tail_root[0]), form.wing.shoulder[1]]) * h
    bob = -0.05 * h * strength * np.sin(beat - 0.4)
    lift = np.column_stack([0 * bob, 0 * bob, bob])
    deg = np.degrees
    roll = 9.0 * np.sin(2 * math.pi * own / 4.3) * still
    body = about("y", roll) @ about("x", -deg(level))
    turns, places = {"body": body}, {"body": middle + lift - apply(body, middle)}

    def on(name: str, parent: str, local: F64, pivot: F64) -> None:
        turns[name] = turns[parent] @ local
        places[name] = apply(turns[parent], pivot) + places[parent] - apply(turns[name], pivot)

    y, z, r = form.head
    on("head", "body", about("x", deg(0.75 * level)), np.array([0.0, y - 0.5 * r, z - 0.8 * r]) * h)
    on("tail", "body", about("x", 4 * np.sin(beat) - 14.0 * brake), np.array([0.0, *form.tail_root]) * h)
    for side, sign in (("r", 1.0), ("l", -1.0)):
        shoulder = np.array([sign * 0.75 * form.wing.off[0], *form.wing.shoulder]) * h
        wrist = shoulder + [sign * 0.42 * form.wing.span[0] * h, 0.0, 0.0]
        # About the line of the body, so that the tips rise and fall.
        on(f"wing_{side}", "body", about_axis(axis, -sign * deg(flap)), shoulder)
        on(f"hand_{side}", f"wing_{side}", about_axis(axis, -sign * deg(fold)), wrist)
        # Tucked away, but for who reaches for the ground or has just left it.
        legs = -80.0 + 62.0 * np.clip(brake + 0.6 * climb, 0.0, 1.0)
        on(f"leg_{side}", "body", about("x", legs + 0.0 * t), np.array([sign * form.leg_x, *form.leg[0]]) * h)
    return _in_world(turns, places, place, facing)
