"""What somebody does in a shot, one action after the other: when each begins, where it takes them, and the change between two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import course, mocap
from filmwright.content.deeds import Phase
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat
from filmwright.content.figure.path import Path
from filmwright.content.kinds import F64, Mark, Motion, Partner, Performance, Setting, Thing
from filmwright.spec.shot import Action
from filmwright.staging import layers, place, turning
from filmwright.staging.between import GRID_HZ, Numbers, change, nearest_turn, rows_of
from filmwright.staging.clock import Clock

LASTS_S = 2.2  # how long an action goes on among others, if it says nothing of it; chosen
SHORT_S = 0.7  # of an action between two changes, at the least; chosen
STOPS_S, STARTS_S, GETS_UP_S, SHIFTS_S = 0.72, 0.75, 1.15, 0.55  # how long changes last; chosen by eye
TURNS_RAD_S = math.radians(150.0)  # how fast a body turns round; chosen
TURNED_RAD = math.radians(20.0)  # turned by less, a body does not step round for it; chosen
FACES_RAD = math.radians(75.0)  # who has come to a stop and is turned from the lens by less stays so; chosen
BEFORE_S = 0.35  # of a change: how far into it the next action has begun; chosen
ASIDE_RAD = math.radians(80.0)  # how far from where a seat faces the way to it comes from; chosen
SPARE = 6  # rows of the grid that a change knows before and after itself
CLEAR_M = 1.2  # room a way needs on both sides where there is a choice; chosen


class Role(NamedTuple):
    """Who plays: the body, where it stays (a point, its facing, a seat), the set and how it is seen, and what each action handles:
    by kind, the thing and what goes with it. `offset`: right of the mark and behind it. `sole_m`: how far the soles lift the body.
    `partner`: with whom it does what takes two."""

    body: Body
    spot: place.Spot
    setting: Setting
    mark: Mark
    offset: tuple[float, float]
    handled: dict[str, tuple[Thing | None, Thing | None]]
    look_at: tuple[float, float, float] | None
    phase: float
    sole_m: float = 0.0
    partner: Partner | None = None


class Part(NamedTuple):
    """A phase that is planned: it has come about at `begins_s` and goes over into the next from `ends_s` on; its own time is 0 at
    `zero_s`. All in seconds of the world since the shot's plan begins."""

    phase: Phase
    begins_s: float
    ends_s: float
    zero_s: float
    act: Performance


def module_of(action: Action, *, where: str = "action") -> ModuleType:
    """The content of an action, or the take it is done as. Raises UnknownName, BadInput for a take that cannot be used."""
    if action.take is not None:
        return mocap.action(action.take)
    return registry.find("filmwright.content.actions", action.kind, where=where)


def built(body: Body, phase: Phase, act: Performance, role: Role) -> Motion:
    """A phase as a motion: its action, with what arms and head do meanwhile laid over it."""

    def using(performance: Performance, action: Action) -> Performance:
        thing, other = role.handled.get(action.kind, (None, None))
        partner = role.partner if hasattr(module_of(action), "stations") else None
        return performance._replace(using=thing, other=other, manner=action.manner, partner=partner)

    motion: Motion = module_of(phase.base).build(body, using(act, phase.base))
    for action in phase.over:
        still = act._replace(seated=False)
        if phase.goes:
            still = act._replace(path=np.zeros((1, 2)), facing_yaw_rad=0.0, ground=_level, look_at=None, speed_m_s=None)
        module = module_of(action)
        upper: Motion = module.build(body, using(still, action))
        motion = layers.over(motion, upper, body, module.OVER)
    return motion


def _level(x: F64, y: F64) -> F64:
    return 0.0 * x


def times_of(clock: Clock) -> F64:
    """The world's time (F,) in all the frames the clock knows, from where the shot's plan begins."""
    return np.asarray(
        (np.arange(len(clock.known)) + clock.known.start - clock.planned.start) * clock.pace / clock.fps, float
    )


def played(role: Role, parts: Sequence[Part], clock: Clock) -> Motion:
    """The motion of somebody who does several things in turn, in all the frames the clock knows."""
    times = times_of(clock)
    if clock.period is not None and not any(part.phase.goes for part in parts):
        times = times % (clock.period * clock.pace / clock.fps)
    bones, count = role.body.bones, len(times)
    locations, rotations = np.zeros((count, len(bones), 3)), np.zeros((count, len(bones), 4))
    root, facing = np.zeros((count, 3)), np.zeros(count)
    loose: dict[str, tuple[F64, F64]] = {}

    def put(rows: Numbers, motion: Motion) -> None:
        locations[rows], rotations[rows] = motion.locations, motion.rotations
        root[rows], facing[rows] = motion.root, motion.facing_yaw_rad
        for name, (spots, turned) in motion.loose.items():
            # Where nothing says where it is, it is where it is held.
            all_spots, all_turned = loose.setdefault(name, (np.full((count, 3), np.nan), np.zeros((count, 4))))
            all_spots[rows], all_turned[rows] = spots, turned

    for n, part in enumerate(parts):
        ends_s = part.ends_s if n + 1 < len(parts) else math.inf
        rows = np.flatnonzero((times >= (part.begins_s if n else -math.inf)) & (times < ends_s))
        if len(rows):
            # Times that run on evenly are asked for at once; where a turn begins anew there are two stretches.
            for run in np.split(rows, np.flatnonzero(np.diff(times[rows]) < 0) + 1):
                act = part.act._replace(
                    frames=len(run), fps=clock.fps, pace=clock.pace, start_s=float(times[run[0]]) - part.zero_s
                )
                put(run, built(role.body, part.phase, act, role))
        if n + 1 < len(parts):
            over = parts[n + 1]
            rows = np.flatnonzero((times >= part.ends_s) & (times < over.begins_s))
            if len(rows):
                put(rows, _at(_changed(role, part, over), (times[rows] - part.ends_s) * GRID_HZ))
    flips = np.cumsum(np.sum(rotations[1:] * rotations[:-1], -1) < 0, 0) % 2
    rotations[1:] *= np.where(flips, -1.0, 1.0)[..., None]
    return Motion(bones, locations, rotations, root, np.unwrap(facing), loose=loose)


def _grid(part: Part, role: Role, start_s: float, rows: int) -> Motion:
    """A part on the grid of a change, from SPARE rows before its start on."""
    at = start_s - SPARE / GRID_HZ - part.zero_s
    act = part.act._replace(frames=rows + 2 * SPARE, fps=GRID_HZ, pace=1.0, start_s=at)
    return built(role.body, part.phase, act, role)


def _changed(role: Role, part: Part, over: Part) -> Motion:
    """The change from one part to the next, on the grid."""
    rows = round((over.begins_s - part.ends_s) * GRID_HZ) + 1
    one, two = (_grid(p, role, part.ends_s, rows) for p in (part, over))
    still = rows - 1 - round(_travel_s(part.phase, over.phase, over.begins_s - part.ends_s) * GRID_HZ)
    rests = (0, still) if part.phase.goes else (still, 0) if over.phase.goes else (0, 0)
    return change(one, two, role.body, first=SPARE, last=SPARE + rows - 1, lead=_trails(role.body, part), rests=rests)


def _trails(body: Body, part: Part) -> str | None:
    """The side of the foot that is behind where a part that goes ends, if that has a beat."""
    if not part.phase.goes or not hasattr(module_of(part.phase.base), "beat"):
        return None
    beat = _beat(body, part.phase, part.act)
    share = (part.act.phase + (part.ends_s - part.zero_s) / beat.period_s) % 1.0
    return "r" if abs((share - beat.at + 0.5) % 1.0 - 0.5) < 0.25 else "l"


def _at(motion: Motion, rows: F64) -> Motion:
    """A motion on a grid at rows between its own (n,)."""
    low = np.clip(np.floor(rows).astype(int), 0, len(motion.root) - 2)
    part = np.clip(rows - low, 0.0, 1.0)

    def mixed(values: F64) -> F64:
        weight = part.reshape(-1, *[1] * (values.ndim - 1))
        return np.asarray(values[low] * (1 - weight) + values[low + 1] * weight)

    turned = np.asarray(motion.rotations, float)
    sign = np.where(np.sum(turned[low] * turned[low + 1], -1) < 0, -1.0, 1.0)[..., None]
    weight = part[:, None, None]
    rotations = turned[low] * (1 - weight) + sign * turned[low + 1] * weight
    rotations /= np.linalg.norm(rotations, axis=-1, keepdims=True)
    return Motion(motion.bones, mixed(motion.locations), rotations, mixed(motion.root), mixed(motion.facing_yaw_rad))


class _Timing(NamedTuple):
    """When the change into a phase begins, and how long it lasts, in seconds."""

    at_s: float
    lasts_s: float


def steps_of(score: Sequence[Phase]) -> tuple[Phase, ...]:
    """The phases with a stand between going and sitting."""
    made: list[Phase] = []
    for phase in score:
        if made and {made[-1].goes, phase.goes} == {True, False} and (made[-1].sits or phase.sits):
            made.append(Phase(Action(kind="stand"), at=phase.at if phase.sits else None))
            phase = phase._replace(at=None)
        made.append(phase)
    return tuple(made)


def _lasts(score: Sequence[Phase], n: int) -> float:
    """How long a phase is done among others."""
    phase = score[n]
    if phase.base.kind == "stand" and 0 < n < len(score) - 1 and (score[n - 1].sits or score[n + 1].sits):
        return STOPS_S + 0.15
    return float(getattr(module_of(phase.base), "LASTS_S", LASTS_S))


def timed(score: Sequence[Phase], lasts_s: float) -> list[float]:
    """When each phase begins to come about, in seconds: as told, the others as they last, all the sooner in a short shot."""
    fixed = {n: phase.at * lasts_s for n, phase in enumerate(score) if phase.at is not None and n}
    return course.timed([_lasts(score, n) for n in range(len(score))], fixed, lasts_s)


def _change_s(one: Phase, two: Phase, turn_rad: float) -> float:
    """How long it takes to go over from one phase into another, turning so far."""
    if one.goes and two.goes:
        return STARTS_S
    if one.sits != two.sits:
        return GETS_UP_S
    usual = STOPS_S if one.goes else STARTS_S if two.goes else SHIFTS_S
    if abs(turn_rad) < TURNED_RAD:
        return usual
    return 0.55 * usual + abs(turn_rad) / TURNS_RAD_S


def _travel_s(one: Phase, two: Phase, change_s: float) -> float:
    """For how long of a change the body is on its way."""
    if one.goes == two.goes:
        return change_s
    return min(change_s, STOPS_S if one.goes else STARTS_S)


def _beat(body: Body, phase: Phase, act: Performance) -> Beat:
    beat: Beat = module_of(phase.base).beat(body, act._replace(manner=phase.base.manner))
    return beat


class _Way(NamedTuple):
    """A line to go along and where on it that begins."""

    path: F64
    begin: int = 0

    def spot(self, metres: float) -> F64:
        """The point (2,) after so many metres."""
        return np.asarray(self._line(metres).spot(np.array([metres]))[0])

    def yaw(self, metres: float) -> float:
        """Which way it leads there."""
        return float(self._line(metres).yaw(np.array([metres]))[0])

    def _line(self, metres: float) -> Path:
        return Path(self.path, 0.0, abs(metres) + 3.0, self.begin)


def planned(role: Role, score: Sequence[Phase], clock: Clock) -> list[Part]:
    """The phases with times and places."""
    lasts_s = (clock.period or len(clock.planned)) * clock.pace / clock.fps
    return _Plan(role, score, lasts_s, turns=clock.period is not None).parts()


class _Plan:
    """A plan under construction, phase by phase."""

    def __init__(self, role: Role, score: Sequence[Phase], lasts_s: float, *, turns: bool) -> None:
        """`turns`: whoever stays in place ends as he began, when `lasts_s` are over."""
        self.role, self.score, self.lasts_s = role, tuple(score), lasts_s
        self.turns = turns and not any(phase.goes for phase in score)
        self.begins = timed(self.score, lasts_s - (SHIFTS_S + 0.2) * self.turns)
        self.anchor = next((n for n, p in enumerate(score) if p.sits), None)
        if self.anchor is None:
            self.anchor = next((n for n, p in enumerate(score) if not p.goes), None)
        self.spot = np.asarray(role.spot.path[0], float)
        self.front = self._front() if any(p.sits for p in score) else self.spot
        self.facing = role.spot.facing_yaw_rad

    def parts(self) -> list[Part]:
        """All parts, in turn."""
        score = self.score
        made: list[Part] = []
        way, here, facing, gone = self._first()
        for n, phase in enumerate(score):
            before = made[-1] if made else None
            speed = self._speed(phase)
            if phase.goes and before is not None and not before.phase.goes:
                way, gone = self._leaving(here, n), 0.0
            turned = self._turned(before, phase, way, facing)
            at_s, change_s = self.begins[n], 0.0
            if before is not None:
                change_s = self._fitting(n, _change_s(before.phase, phase, turned))
                at_s = self._on_the_beat(before, at_s)
                made[-1] = before = before._replace(ends_s=at_s)
            if phase.goes:
                assert way is not None
                came = self._speed(before.phase) if before is not None and before.phase.goes else 0.0
                if before is not None and before.phase.goes:
                    gone = came * (at_s - before.zero_s)
                gone += (came + speed) / 2 * _travel_s(before.phase, phase, change_s) if before is not None else 0.0
                zero = at_s + change_s - gone / speed
                act = self._act(phase, way.path, way.yaw(gone), begin=way.begin, speed=speed)
                made.append(
                    Part(
                        phase,
                        at_s + change_s,
                        math.inf,
                        zero,
                        self._in_step(made, phase, act, at_s + change_s - zero, zero, n),
                    )
                )
                continue
            if before is not None and before.phase.goes:
                assert way is not None
                gone = (
                    self._speed(before.phase) * (at_s - before.zero_s)
                    + self._speed(before.phase) * _travel_s(before.phase, phase, change_s) / 2
                )
                if n == self.anchor and phase.sits is False and self._aims_at_seat() is False:
                    here = self._on_ground(way.spot(gone))
                facing = self._stopped(way.yaw(gone))
                if self._aims_at_seat():
                    here, facing = self.front, self.facing
            if phase.base.kind == "turn_around" and n:
                facing = facing + math.pi
            zero = at_s + min(BEFORE_S, change_s / 2) if n else 0.0
            where = self.spot if phase.sits else here
            act = self._act(phase, where[None], facing)
            if (
                before is not None
                and way is not None
                and before.phase.goes
                and abs(nearest_turn(way.yaw(gone), facing)) < TURNED_RAD
            ):
                act = self._on_the_foot(before, at_s, change_s, zero, phase, act)
                here, facing = act.path[0], act.facing_yaw_rad
            made.append(Part(phase, at_s + change_s, math.inf, zero, act))
        if self.turns and len(made) > 1:
            first = made[0]
            made[-1] = made[-1]._replace(ends_s=self.lasts_s - self._back_s(made[-1], first))
            made.append(first._replace(begins_s=self.lasts_s, zero_s=self.lasts_s))
        return made

    def _back_s(self, last: Part, first: Part) -> float:
        """How long before the end of a turn a body goes back to where it began."""
        begun = _grid(first, self.role, 0.0, 1).facing_yaw_rad[SPARE]
        turned = nearest_turn(last.act.facing_yaw_rad, float(begun))
        return min(_change_s(last.phase, first.phase, turned), self.lasts_s - last.begins_s - 0.05)

    def _fitting(self, n: int, change_s: float) -> float:
        """A change that leaves something of the phase that it leads to."""
        until = self.begins[n + 1] if n + 1 < len(self.score) else self.lasts_s
        return max(0.25, min(change_s, until - self.begins[n] - 0.1))

    def _speed(self, phase: Phase) -> float:
        return float(module_of(phase.base).pace(self.role.body, phase.base.manner)) if phase.goes else 0.0

    def _act(
        self, phase: Phase, path: F64, facing: float, *, begin: int = 0, speed: float | None = None
    ) -> Performance:
        role = self.role
        return Performance(
            frames=1,
            fps=GRID_HZ,
            path=path,
            facing_yaw_rad=facing,
            ground=role.setting.ground,
            manner=phase.base.manner,
            speed_m_s=speed,
            seat_m=role.spot.seat_m,
            look_at=None if phase.goes else role.look_at,
            phase=role.phase,
            begin=begin,
            seated=phase.sits,
            sole_m=role.sole_m,
        )

    def _first(self) -> tuple[_Way | None, F64, float, float]:
        """The way the first phases go, if they do, and where those that stay before any way do so."""
        score, anchor = self.score, self.anchor
        going = [n for n, p in enumerate(score) if p.goes and (anchor is None or n < anchor)]
        if not going:
            return None, self.front, self.facing, 0.0
        until = self.begins[anchor] if anchor is not None else self.lasts_s
        ends = [self.begins[n + 1] if n + 1 < len(score) else self.lasts_s for n in going]
        length = sum(self._speed(score[n]) * (end - self.begins[n]) for n, end in zip(going, ends))
        length += self._speed(score[going[-1]]) * STOPS_S / 2 if until < self.lasts_s else 0.0
        if self._aims_at_seat():
            way = self._towards(self.front, length)
        else:
            right_m, back_m = self.role.offset
            way = _walked(self.role, length, right_m, back_m, at=1.0 if anchor is not None else None)
        start = self._on_ground(way.spot(0.0))
        return way, start, way.yaw(0.0), 0.0

    def _aims_at_seat(self) -> bool:
        return self.anchor is not None and self.score[self.anchor].sits

    def _on_ground(self, point: F64) -> F64:
        return np.array([*point[:2], place.height(self.role.setting.ground, float(point[0]), float(point[1]))])

    def _towards(self, end: F64, length: float) -> _Way:
        """A straight way of a length that ends before a seat: from the side that has most room."""
        seat, obstacles = self.facing, self.role.setting.obstacles
        lines = []
        for turn in (ASIDE_RAD, -ASIDE_RAD, ASIDE_RAD - 0.35, 0.35 - ASIDE_RAD):
            out = place.direction(seat + turn)[:2]
            lines.append(np.array([end[:2] + out * d for d in np.linspace(length, 0.0, max(3, int(4 * length)))]))
        best = max(lines, key=lambda line: _room(line, obstacles))
        return _Way(best)

    def _leaving(self, here: F64, n: int) -> _Way:
        """The way of whoever goes off from where they stood: away from the lens, as the set's own line leads."""
        rest_s = self.lasts_s - self.begins[n] + 1.0
        length = max(4.0, self._speed(self.score[n]) * rest_s)
        line = place.line_through(self.role.mark)
        away = place.direction(self.role.mark.view_yaw_rad)[:2]
        line = line if away @ (line[-1] - line[0]) > 0 else line[::-1]
        at = place.nearest_on(line, here[:2])
        points = place.along(line, at + np.linspace(0.0, length, max(4, int(4 * length))))
        points = points + (here[:2] - points[0])
        if away @ (points[-1] - points[0]) < 0.3 * length:  # it leads along before the lens: go off aslant
            out = place.direction(self.role.mark.view_yaw_rad + math.radians(35.0))[:2]
            points = here[:2] + out * np.linspace(0.0, length, max(4, int(4 * length)))[:, None]
        points[1:] = place.clear_of(points[1:], self.role.setting.obstacles)
        return _Way(points)

    def _turned(self, before: Part | None, phase: Phase, way: _Way | None, facing: float) -> float:
        """How far the body turns to go over into a phase, about."""
        if before is None or way is None or before.phase.goes == phase.goes:
            return 0.0
        if before.phase.goes:
            heading = way.yaw(self._speed(before.phase) * (self.begins[self.score.index(phase)] - before.zero_s))
            return nearest_turn(heading, self.facing if self._aims_at_seat() else self._stopped(heading))
        return nearest_turn(facing, way.yaw(0.5))

    def _stopped(self, heading: float) -> float:
        """Which way somebody faces who stops: on, unless that is too far from the lens."""
        return heading if abs(nearest_turn(heading, self.facing)) < FACES_RAD else self.facing

    def _on_the_beat(self, before: Part, at_s: float) -> float:
        """The moment nearest to a time at which a part can be left."""
        if not before.phase.goes or not hasattr(module_of(before.phase.base), "beat"):
            return at_s
        beat = _beat(self.role.body, before.phase, before.act)
        share = before.act.phase + (at_s - before.zero_s) / beat.period_s
        off = (share - beat.at + 0.25) % 0.5 - 0.25
        return max(at_s - off * beat.period_s, before.begins_s + 0.02)

    def _in_step(
        self, made: list[Part], phase: Phase, act: Performance, since_s: float, zero: float, n: int
    ) -> Performance:
        """A performance of going whose steps fit what comes before it; if nothing does, what comes after."""
        if not hasattr(module_of(phase.base), "beat"):
            return act
        beat = _beat(self.role.body, phase, act)
        if made:
            leads_left = _trails(self.role.body, made[-1]) != "l"
            # The foot behind comes first: it is the one on the ground where the other is in the air.
            share = beat.at + (0.0 if leads_left != (beat.flies and made[-1].phase.goes) else 0.5)
            return act._replace(phase=share - since_s / beat.period_s)
        if n + 1 < len(self.score):
            return act._replace(phase=beat.at - (self.begins[n + 1] - zero) / beat.period_s)
        return act

    def _on_the_foot(
        self, before: Part, at_s: float, change_s: float, zero: float, phase: Phase, act: Performance
    ) -> Performance:
        """A performance in place, moved so far that it stands where the foot in front came down."""
        if not hasattr(module_of(before.phase.base), "beat") or phase.sits:
            return act
        side = "l" if _trails(self.role.body, before) == "r" else "r"
        came = _grid(before, self.role, at_s, 1)
        stays = _grid(Part(phase, at_s + change_s, math.inf, zero, act), self.role, at_s + change_s, 1)
        feet = [rows_of(m, self.role.body, side, GRID_HZ) for m in (came, stays)]
        if not feet[0].stands[SPARE]:
            return act
        yaws = [math.atan2(-a[0], a[1]) for a in (f.turn[SPARE].apply([0.0, -1.0, 0.0]) for f in feet)]
        turn = nearest_turn(yaws[1], yaws[0])
        spot = act.path[0]
        off = Rotation.from_euler("z", turn).apply(feet[1].ankle[SPARE] - spot)
        moved = feet[0].ankle[SPARE] - off
        if np.linalg.norm((moved - spot)[:2]) > 0.35:
            return act
        return act._replace(path=self._on_ground(moved)[None], facing_yaw_rad=act.facing_yaw_rad + turn)

    def _front(self) -> F64:
        """Where somebody stands who sits down: over where the feet are then."""
        role = self.role
        sit = Phase(Action(kind="sit"))
        act = Performance(
            frames=1, fps=GRID_HZ, path=role.spot.path[:1], facing_yaw_rad=role.spot.facing_yaw_rad,
            ground=role.setting.ground, seat_m=role.spot.seat_m, phase=role.phase,
            sole_m=role.sole_m,
        )  # fmt: skip
        motion = built(role.body, sit, act, role)
        ankles = []
        for side in "lr":
            k = motion.bones.index(f"foot_{side}")
            ankles.append(
                turning.rotation(motion.rotations[:, k]).apply(role.body.heads[f"foot_{side}"]) + motion.locations[:, k]
            )
        return self._on_ground(np.mean(ankles, axis=0)[0])


def _room(line: F64, obstacles: F64) -> float:
    """How much room a line (n, 2) leaves to the nearest obstacle, as far as that matters."""
    if not len(obstacles):
        return CLEAR_M
    gaps = np.linalg.norm(line[:-2, None] - obstacles[None, :, :2], axis=-1) - obstacles[None, :, 2]
    return float(np.minimum(gaps.min(axis=1), CLEAR_M).mean())


def _walked(role: Role, length: float, right_m: float, back_m: float, *, at: float | None) -> _Way:
    """The set's own line, walked so that it leads to the mark after a share of a length."""
    line = place.line_through(role.mark)
    towards = place.direction(role.mark.view_yaw_rad)[:2] @ (line[-1] - line[0]) < 0
    way = place.walk(
        role.setting, role.mark, length, right_m if towards else -right_m, back_m, before_m=2.0, after_m=2.0, at=at
    )
    return _Way(way.path, way.begin)


def key_share(parts: Sequence[Part], lasts_s: float) -> float | None:
    """The share of the shot at which somebody is where the camera looks for them: while they stay; None if they never do."""
    stays = [(p.begins_s, min(p.ends_s, lasts_s)) for p in parts if not p.phase.goes]
    if not stays:
        return None
    return float(np.clip((stays[0][0] + stays[-1][1]) / 2 / lasts_s, 0.0, 1.0))
