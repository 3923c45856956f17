"""When each of several actions begins, and where it takes whoever does them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content import course
from filmwright.content.deeds import Phase
from filmwright.content.figure.path import Path
from filmwright.content.kinds import F64, Performance
from filmwright.spec.shot import Action
from filmwright.staging import place, turning
from filmwright.staging.between import GRID_HZ, nearest_turn, rows_of
from filmwright.staging.clock import Clock
from filmwright.staging.role import SPARE, Part, Role, beat_of, built, grid, module_of, trails

LASTS_S = 2.2  # how long an action goes on among others, if it says nothing of it; chosen
SHORT_S = 0.7  # of an action between two changes, at the least; chosen
STOPS_S, STARTS_S, GETS_UP_S, SHIFTS_S = 0.72, 0.75, 1.15, 0.55  # how long changes last; chosen by eye
TURNS_RAD_S = math.radians(150.0)  # how fast a body turns round; chosen
TURNED_RAD = math.radians(20.0)  # turned by less, a body does not step round for it; chosen
FACES_RAD = math.radians(75.0)  # who has come to a stop and is turned from the lens by less stays so; chosen
BEFORE_S = 0.35  # of a change: how far into it the next action has begun; chosen
ASIDE_RAD = math.radians(80.0)  # how far from where a seat faces the way to it comes from; chosen
CLEAR_M = 1.2  # room a way needs on both sides where there is a choice; chosen


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


def travel_s(one: Phase, two: Phase, change_s: float) -> float:
    """For how long of a change the body is on its way."""
    if one.goes == two.goes:
        return change_s
    return min(change_s, STOPS_S if one.goes else STARTS_S)


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
                gone += (came + speed) / 2 * travel_s(before.phase, phase, change_s) if before is not None else 0.0
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
                    + self._speed(before.phase) * travel_s(before.phase, phase, change_s) / 2
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
        begun = grid(first, self.role, 0.0, 1).facing_yaw_rad[SPARE]
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
        beat = beat_of(self.role.body, before.phase, before.act)
        share = before.act.phase + (at_s - before.zero_s) / beat.period_s
        off = (share - beat.at + 0.25) % 0.5 - 0.25
        return max(at_s - off * beat.period_s, before.begins_s + 0.02)

    def _in_step(
        self, made: list[Part], phase: Phase, act: Performance, since_s: float, zero: float, n: int
    ) -> Performance:
        """A performance of going whose steps fit what comes before it; if nothing does, what comes after."""
        if not hasattr(module_of(phase.base), "beat"):
            return act
        beat = beat_of(self.role.body, phase, act)
        if made:
            leads_left = trails(self.role.body, made[-1]) != "l"
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
        side = "l" if trails(self.role.body, before) == "r" else "r"
        came = grid(before, self.role, at_s, 1)
        stays = grid(Part(phase, at_s + change_s, math.inf, zero, act), self.role, at_s + change_s, 1)
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
