"""An animal on four legs that does several things in turn: it sets out, changes its gait, comes to a stop, sits down, gets up, leaps onto
something. Every foot stands where it was set down until it is lifted. A function of time."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import course
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.gait import Gait
from filmwright.content.animals._anatomy.posing import Pose, motion_of, rest_feet
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, apply, smooth_step, wander
from filmwright.content.kinds import Ground, Motion, Performance, Turn
from filmwright.scene.shapes import F64

_GRID_HZ = 100
_FOREVER_S = 4.0  # how far before its first deed and after its last an animal on its way is known, beyond what is asked for; chosen
_IN_PLACE = 0.75  # cadence of steps that lead nowhere, against a gait's own; chosen
_SHIFTED = (
    0.03  # feet that are no nearer than so many heights to where they have to be are lifted and set down anew; chosen
)
_SHIFT_LIFT = 0.10  # how high, in heights; chosen
_ORDER = (0.0, 0.35, 0.20, 0.55)  # when of a change right hind, right fore, left hind, left fore are lifted; chosen
_LATE = (
    0.4  # a foot that were farther through its swing when an animal sets out takes its first step a cycle later; chosen
)
_STEP = 0.45  # how long of a change such a step takes; chosen
_CROUCHES, _LANDS = 0.42, 0.80  # shares of a leap: it leaves the ground, and is down again; chosen


def moved(form: Form, skel: Skeleton, performance: Performance, run: Gait, wag: float) -> Motion:
    """The Motion of an animal that does the course of its performance."""
    turns = performance.course
    t = performance.times_s
    if performance.perch is not None:
        return _onto(form, skel, performance, wag)
    way = _Way.of(performance)
    s = course.gone(turns, t)
    facing = way.path.yaw(s)
    place = np.column_stack([way.path.spot(s), way.height(s, 0.6 * form.height_m)])
    pose: Pose | None = None
    going = _going(form, skel, performance, way, run, wag) if any(turn.goes for turn in turns) else None
    for before, turn in zip((None, *turns[:-1]), turns):
        own = going if turn.goes and going is not None else _staying(form, skel, turn, performance, way, wag)
        if pose is None or before is None:
            pose = own
        elif not (turn.goes and before.goes):
            pose = _changed(form, pose, own, course.share(turn, t), planted=going if turn.goes or before.goes else None)
    assert pose is not None
    return motion_of(form, skel, pose, place, facing)


class _Way(NamedTuple):
    """The line of a performance, and heights along it: of the ground, or of what the animal is on."""

    path: Path
    performance: Performance

    @staticmethod
    def of(performance: Performance) -> _Way:
        t = np.r_[performance.times_s, 0.0, performance.course[-1].ends_s]
        far = float(np.abs(course.gone(performance.course, t)).max()) + 4.0
        return _Way(Path(performance.path, performance.facing_yaw_rad, far, performance.begin), performance)

    def height(self, s: F64, smooth_m: float) -> F64:
        """Height (n,) of what a body goes on."""
        return self.path.height(s, self.performance.ground, smooth_m)


def _staying(form: Form, skel: Skeleton, turn: Turn, performance: Performance, way: _Way, wag: float) -> Pose:
    """The pose of a deed that is done where the animal is; its own time is 0 when it begins."""
    t = performance.times_s
    here_m = course.gone(performance.course, np.array([turn.settled_s]))
    spot, yaw = way.path.spot(here_m)[0], float(way.path.yaw(here_m)[0])
    at = np.array([[*spot, float(way.height(here_m, 0.6 * form.height_m)[0])]])
    stays = performance._replace(path=at, facing_yaw_rad=yaw)
    idle = deeds.idle_of(form, skel, turn.kind, stays, wag)
    return deeds.pose_of(form, skel, turn.kind, idle, np.maximum(t - turn.begins_s, 0.0))


def _changed(form: Form, one: Pose, two: Pose, part: F64, *, planted: Pose | None = None) -> Pose:
    """From one pose to another (`part` (F,) 0..1), the feet that have to shift lifted one after the other; those of `planted` are where
    they have to be all the time."""
    mixed = deeds.blended(one, two, part)
    if planted is not None:
        begun = part > 0.0
        feet = np.where(begun[:, None, None], planted.feet, one.feet)
        return mixed._replace(feet=feet, swing=np.where(begun[:, None], planted.swing, one.swing))
    # What `part` is a smooth step of.
    u = 0.5 - np.sin(np.arcsin(np.clip(1.0 - 2.0 * part, -1.0, 1.0)) / 3.0)
    feet = mixed.feet.copy()
    for k, begins in enumerate(_ORDER):
        own = np.clip((u - begins) / _STEP, 0.0, 1.0)
        glide = smooth_step(own)[:, None]
        off = np.linalg.norm((two.feet - one.feet)[:, k, :2], axis=1) / form.height_m
        lift = np.clip(off / _SHIFTED, 0.0, 1.0) * np.minimum(_SHIFT_LIFT, 0.4 * off)
        feet[:, k] = one.feet[:, k] * (1 - glide) + two.feet[:, k] * glide
        feet[:, k, 2] += lift * form.height_m * np.sin(np.pi * own)
    swing = one.swing * (1 - part)[:, None] + two.swing * part[:, None]
    return mixed._replace(feet=feet, swing=np.asarray(swing))


class _Stretch(NamedTuple):
    """A time on the way: from when it sets out (-inf: it was on its way before), until when it brakes and has stopped (inf: it never
    does)."""

    begins_s: float
    brakes_s: float
    ends_s: float


def _stretches(turns: tuple[Turn, ...]) -> list[_Stretch]:
    """The times an animal is on its way."""
    out: list[_Stretch] = []
    n = 0
    while n < len(turns):
        if not turns[n].goes:
            n += 1
            continue
        begins_s = turns[n].begins_s if n else -math.inf
        while n + 1 < len(turns) and turns[n + 1].goes:
            n += 1
        stops = turns[n + 1] if n + 1 < len(turns) else None
        brakes_s, ends_s = (stops.begins_s, stops.settled_s) if stops is not None else (math.inf, math.inf)
        out.append(_Stretch(begins_s, brakes_s, ends_s))
        n += 1
    return out


def _shares(turns: tuple[Turn, ...], t: F64, run: Gait) -> list[tuple[Gait, float, F64]]:
    """The gaits an animal goes in, how fast, and how much of each there is at times (F,); what stays counts as the gait before it."""
    found: list[tuple[Gait, float, F64]] = []
    for turn in turns:
        if turn.goes:
            own = run if turn.kind == "run" else gait.GAITS.get(turn.kind, gait.WALK)
            part = course.share(turn, t) if found else np.ones(len(t))
            found = [(g, v, w * (1 - part)) for g, v, w in found]
            found.append((own, turn.speed_m_s, part))
    return found


def _going(form: Form, skel: Skeleton, performance: Performance, way: _Way, run: Gait, wag: float) -> Pose:
    """The poses of the way, at all the times of a performance: where it stays the feet stand still."""
    turns, t, h = performance.course, performance.times_s, form.height_m
    low = min(0.0, float(t.min())) - _FOREVER_S
    high = max(turns[-1].ends_s, float(t.max())) + _FOREVER_S
    # A grid that is the same however much of it is asked for.
    grid = np.arange(math.floor(low * _GRID_HZ), math.ceil(high * _GRID_HZ) + 1) / _GRID_HZ
    phase = _phase(form, skel, wag, turns, grid, run, performance.phase)
    gone = course.gone(turns, grid)
    parts = _shares(turns, t, run)
    feet, swing = _feet(form, skel, performance, way, grid, phase, gone, run)
    s, own = course.gone(turns, t), np.interp(t, grid, phase)
    facing = way.path.yaw(s)
    place = np.column_stack([way.path.spot(s), way.height(s, 0.6 * h)])
    local = np.stack([apply(about("z", -np.degrees(facing)), feet[:, k] - place) for k in range(4)], 1)
    tau = 2 * math.pi
    lively = np.clip(course.speed(turns, t) / max(turn.speed_m_s for turn in turns), 0.0, 1.0) ** 0.7
    rise, pitch, neck, nod, ears = (np.zeros(len(t)) for _ in range(5))
    for g, speed_m_s, part in parts:
        beat, late = np.cos(tau * g.beats * own), np.cos(tau * g.beats * (own - 0.12))
        rocked = math.radians(g.rock_deg) * np.sin(tau * g.beats * (own - 0.30))
        share = part * lively
        rise += share * (g.bob * h * beat - 0.012 * h) - part * gait.crouch(form, skel, g, speed_m_s, wag)[1]
        pitch += share * rocked
        neck += share * (0.030 * late - 0.7 * rocked)
        nod += share * 0.02 * late
        ears += share * 0.10 * late * min(1.0, g.lift / 0.2)
    world = deeds.times(performance)
    # Who brakes sinks back onto the haunches a little.
    brakes = np.clip(-np.gradient(course.speed(turns, grid), grid), 0.0, 8.0)
    braking = np.interp(t, grid, brakes) / 8.0
    return Pose(
        feet=local,
        swing=swing,
        rise=rise - 0.05 * h * braking,
        pitch=pitch + 0.10 * braking,
        neck=neck + 0.04 * braking,
        head_yaw=0.10 * wander(world, 4.0, 2.0),
        head_nod=nod - 0.04 * braking,
        tail=wag * np.sin(tau * own) * lively,
        ears=0.06 * wander(world, 2.0, 5.0) + ears,
        ear_l=-0.06 * wander(world, 2.3, 8.0) - ears,
    )


def _phase(form: Form, skel: Skeleton, wag: float, turns: tuple[Turn, ...], grid: F64, run: Gait, first: float) -> F64:
    """Cycles gone on a grid of times: `first` at time 0. Where the animal stays they go on in place: its feet stand all the same
    (see _steps)."""
    rate = np.zeros(len(grid))
    speed = course.speed(turns, grid)
    for g, speed_m_s, part in _shares(turns, grid, run):
        cadence = speed_m_s / gait.crouch(form, skel, g, speed_m_s, wag)[0]
        rate += part * cadence * (_IN_PLACE + (1 - _IN_PLACE) * np.clip(speed / speed_m_s, 0.0, 1.3))
    phase = np.concatenate([[0.0], np.cumsum((rate[1:] + rate[:-1]) / 2 * np.diff(grid))])
    phase = phase - np.interp(0.0, grid, phase) + first
    for stretch in _stretches(turns):  # it sets out with the foot that lets the others follow soonest
        if stretch.begins_s > -math.inf:
            duty, falls, _ = _mixed(_shares(turns, np.array([stretch.begins_s]), run), 1)
            at = float(np.interp(stretch.begins_s, grid, phase))
            offers = np.arange(24) / 24
            waits = [max(_wait((at + o - fall) % 1.0, float(duty[0])) for fall in falls[0]) for o in offers]
            phase = phase + np.where(grid >= stretch.begins_s, float(offers[int(np.argmin(waits))]), 0.0)
    return np.asarray(phase)


def _wait(share: float, duty: float) -> float:
    """How much of a cycle goes by until a foot is lifted whose own cycle is at `share` when the animal sets out."""
    if share < duty:
        return duty - share
    return 0.0 if (share - duty) / (1 - duty) < _LATE else 1.0 - share + duty


def _mixed(parts: list[tuple[Gait, float, F64]], count: int) -> tuple[F64, F64, F64]:
    """Share of a cycle a foot stands, when each of the four is set down (n, 4), and how high they are lifted, at every time."""
    duty, lift = np.zeros(count), np.zeros(count)
    falls = np.tile(np.asarray(parts[0][0].falls), (count, 1))
    for n, (g, _, part) in enumerate(parts):
        duty += part * g.duty
        lift += part * g.lift
        if n:
            # The short way round to the new beat.
            off = (np.asarray(g.falls) - np.asarray(parts[n - 1][0].falls) + 0.5) % 1.0 - 0.5
            came = sum((later for _, _, later in parts[n:]), np.zeros(count))
            falls = falls + came[:, None] * off
    return duty, falls, lift


def _feet(
    form: Form, skel: Skeleton, performance: Performance, way: _Way, grid: F64, phase: F64, gone: F64, run: Gait
) -> tuple[F64, F64]:
    """Where the feet are in the world (F, 4, 3), and how far through their swing (F, 4)."""
    turns, t, h = performance.course, performance.times_s, form.height_m
    duty, falls, lift = _mixed(_shares(turns, grid, run), len(grid))
    rest = rest_feet(skel)
    lively = 0.45 + 0.55 * np.clip(course.speed(turns, grid) / max(turn.speed_m_s for turn in turns), 0.0, 1.0)
    feet, swing = np.zeros((len(t), 4, 3)), np.zeros((len(t), 4))
    stretches = _stretches(turns)
    for k in range(4):
        own = np.maximum.accumulate(phase - falls[:, k])
        steps = _steps(own, duty, grid, gone, stretches)
        at_s = np.array([step.gone_m for step in steps])
        spots = _set_down(way, rest[k], at_s)
        here, there, u = np.zeros((len(t), 3)), np.zeros((len(t), 3)), np.zeros(len(t))
        lifted = np.array([step.lifted_s for step in steps])
        index = np.clip(np.searchsorted(lifted, t, side="right"), 0, len(steps) - 1)
        # A foot is in the air from when it is lifted off step n - 1 until it is set down at step n.
        before = np.maximum(index - 1, 0)
        down = np.array([step.down_s for step in steps])
        air = np.maximum(down[index] - lifted[before], 1e-3)
        u = np.where(index > 0, np.clip((t - lifted[before]) / air, 0.0, 1.0), 1.0)
        here, there = spots[before], spots[index]
        glide = smooth_step(u)[:, None]
        at = here * (1 - glide) + there * glide
        up = np.interp(t, grid, lift * lively)
        at[:, 2] += up * h * np.sin(np.pi * u) ** 1.3
        feet[:, k] = at
        swing[:, k] = np.where(u < 1.0, u, 0.0)
    return feet, swing


class _Step(NamedTuple):
    """A foot on the ground: from when to when, and how far the body has gone when it passes over it."""

    down_s: float
    lifted_s: float
    gone_m: float


def _steps(own: F64, duty: F64, grid: F64, gone: F64, stretches: list[_Stretch]) -> list[_Step]:
    """The steps of one foot, by its own phase on a grid; where the animal stays it stands."""
    climbing = own + 1e-9 * np.arange(len(own))
    every: list[_Step] = []
    for number in range(math.floor(float(own[0])), math.floor(float(own[-1])) + 1):
        down = float(np.interp(number, climbing, grid)) if number >= own[0] else -math.inf
        half = float(np.interp(max(down, grid[0]), grid, duty)) / 2
        middle, lifted = (float(np.interp(number + k * half, climbing, grid)) for k in (1, 2))
        every.append(
            _Step(down, lifted if number + 2 * half < own[-1] else math.inf, float(np.interp(middle, grid, gone)))
        )
    out: list[_Step] = []
    for stretch in stretches:
        mine = every
        if stretch.begins_s > -math.inf:
            at_m = float(np.interp(stretch.begins_s, grid, gone))
            n = next((n for n, step in enumerate(every) if step.down_s > stretch.begins_s), len(every))
            last, down = every[max(n - 1, 0)], every[min(n, len(every) - 1)].down_s
            lifted = last.lifted_s
            if lifted < stretch.begins_s:  # it would be in the air
                late = (stretch.begins_s - lifted) / max(down - lifted, 1e-6)
                n, lifted = (n, stretch.begins_s) if late < _LATE else (n + 1, every[min(n, len(every) - 1)].lifted_s)
            begun = out.pop().down_s if out else -math.inf
            mine = [_Step(begun, lifted, at_m), *every[n:]]
        if stretch.ends_s < math.inf:
            at_m = float(np.interp(stretch.ends_s, grid, gone))
            near = (stretch.brakes_s + stretch.ends_s) / 2
            n = next((n for n, step in enumerate(mine) if n and step.down_s >= near), len(mine) - 1)
            mine = [*mine[:n], _Step(mine[n].down_s, math.inf, at_m)]
        out += mine
    return out


def _set_down(way: _Way, rest: F64, gone_m: F64) -> F64:
    """Where a foot stands in the world (n, 3) as the body passes over it."""
    at = gone_m + rest[1]
    yaw = way.path.yaw(at)
    spot = way.path.spot(at) + rest[0] * np.column_stack([np.cos(yaw), np.sin(yaw)])
    ground = way.performance.ground(spot[:, 0], spot[:, 1])
    return np.column_stack([spot, np.asarray(ground, float) + rest[2]])


def _onto(form: Form, skel: Skeleton, performance: Performance, wag: float) -> Motion:
    """The Motion of an animal that leaps onto its perch and does there what comes next."""
    t, h = performance.times_s, form.height_m
    start, end = (np.asarray(point, float) for point in (performance.path[0], performance.perch))
    facing_rad = math.atan2(-(end - start)[0], (end - start)[1])
    leap, *then = performance.course
    level = performance._replace(path=end[None], facing_yaw_rad=facing_rad, ground=_high(float(end[2])))
    u = np.clip((t - leap.begins_s) / max(leap.ends_s - leap.begins_s, 1e-3), 0.0, 1.0)
    air = np.clip((u - _CROUCHES) / (_LANDS - _CROUCHES), 0.0, 1.0)
    place = start + air[:, None] * (end - start)
    arc = (0.30 * h + 0.22 * float(np.linalg.norm(end - start))) * 4 * air * (1 - air)
    crouch = np.sin(np.pi * np.clip(u / (_CROUCHES + 0.06), 0, 1)) ** 2
    crouch += 0.7 * np.sin(np.pi * np.clip((u - _LANDS + 0.03) / 0.2, 0, 1)) ** 2
    pose = deeds.pose_of(form, skel, "stand", deeds.idle_of(form, skel, "stand", level, wag), t)
    up = math.atan2(float(end[2] - start[2]) + 0.6 * h, float(np.linalg.norm((end - start)[:2])))
    tipped = np.sin(np.pi * np.clip(air * 1.1, 0, 1)) * (0.9 * up) * np.cos(np.pi * air * 0.9)
    rest = rest_feet(skel)
    feet = np.tile(rest, (len(t), 1, 1))
    shift = apply(about("z", np.full(len(t), -math.degrees(facing_rad))), start - place)
    over = apply(about("z", np.full(len(t), -math.degrees(facing_rad))), end - place)
    for k in range(4):
        fore = k % 2 == 1
        # Forefeet leave first and land first; meanwhile they are stretched ahead, the hind feet behind, then drawn up.
        low, high = (_CROUCHES - 0.10, _LANDS - 0.10) if fore else (_CROUCHES, _LANDS - 0.02)
        off, down = smooth_step(u, low, low + 0.13)[:, None], smooth_step(u, high - 0.08, high + 0.08)[:, None]
        ahead = (0.16 if fore else -0.34 + 0.62 * smooth_step(air, 0.35, 0.9)) * h * np.ones(len(t))
        drawn = rest[k] + np.column_stack([0 * t, ahead, arc + (0.30 if fore else 0.14 + 0.20 * air) * h])
        feet[:, k] = (1 - off) * (rest[k] + shift) + off * ((1 - down) * drawn + down * (rest[k] + over))
    flown = pose._replace(
        feet=feet,
        rise=pose.rise + arc - 0.16 * h * crouch,
        pitch=pose.pitch + tipped - 0.05 * crouch,
        neck=pose.neck - 0.3 * tipped + 0.10 * crouch,
        tail=pose.tail * (1 - np.sin(np.pi * air)),
    )
    for turn in then:
        own_pose = deeds.idle_of(form, skel, turn.kind, level, wag)
        own_pose = deeds.pose_of(form, skel, turn.kind, own_pose, np.maximum(t - turn.begins_s, 0.0))
        flown = _changed(form, flown, own_pose, course.share(turn, t))
    return motion_of(form, skel, flown, place, np.full(len(t), facing_rad))


def _high(height_m: float) -> Ground:
    """A level ground so high."""

    def ground(x: F64, y: F64) -> F64:
        return np.full(np.shape(x), height_m)

    return ground
