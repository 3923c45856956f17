"""From one action into the next: the body goes over, and the feet step to where they are wanted instead of sliding there."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d, maximum_filter1d
from scipy.spatial.transform import Rotation

from filmwright.content.figure import feet
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, forward, smooth_step, to_model, unit
from filmwright.content.kinds import F64, Motion
from filmwright.staging import turning

Numbers = NDArray[np.int64]
Bools = NDArray[np.bool_]
GRID_HZ = 60  # how often a change is worked out, whatever the film's rate; chosen
STILL_M_S = 0.16  # a foot whose ball or heel is slower than that stands; chosen
STAYS_M, STAYS_RAD = 0.015, math.radians(6.0)  # a foot that is so near to where it is wanted does not step; chosen
STEP_RAD = math.radians(100.0)  # as far as a foot turns in one step; chosen
STEP_M = 1.7  # of the body's height: as far as a foot goes in one step; chosen
FLIES = round(0.34 * GRID_HZ)  # rows a runner's foot is in the air in a change, at the most; chosen
LIFT_M, LIFT_SHARE = 0.035, 0.11  # how high a foot is lifted, and more of it by the step's length; chosen
BOW_DEG = 34.0  # how far a trunk leans over the feet to get up from a seat or to sit down; chosen
LEADS_DEG = 26.0  # how far the head goes before a body that turns round; chosen
LOWER_M = 0.12  # hips that sink or rise by more sit down or get up; chosen


class Feet(NamedTuple):
    """A foot every frame: its ankle (F, 3) in the world, its turn and that of its toes, and whether it stands (F,)."""

    ankle: F64
    turn: Rotation
    toes: Rotation
    stands: Bools


class Step(NamedTuple):
    """A foot goes through the air from one row to another, and is then where `ankle` (3,) and `turn` are; None: where the next action
    has it."""

    first: int
    last: int
    ankle: F64 | None = None
    turn: Rotation | None = None


def rows_of(motion: Motion, body: Body, side: str, hz: float) -> Feet:
    """One foot of a motion whose frames follow each other `hz` times a second."""
    at = {bone: motion.bones.index(f"{bone}_{side}") for bone in ("foot", "ball")}
    turn, toes = (turning.rotation(motion.rotations[:, k]) for k in at.values())
    shape = feet.foot(body, side)
    heel = body.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel
    points = [turn.apply(p) + motion.locations[:, at["foot"]] for p in (heel, body.heads[f"ball_{side}"])]
    ankle = turn.apply(body.heads[f"foot_{side}"]) + motion.locations[:, at["foot"]]
    slowest = np.min([np.linalg.norm(np.gradient(p, axis=0), axis=1) for p in points], axis=0) * hz
    return Feet(np.asarray(ankle), turn, toes, np.asarray(slowest < STILL_M_S))


def change(
    one: Motion,
    two: Motion,
    body: Body,
    *,
    first: int,
    last: int,
    lead: str | None = None,
    rests: tuple[int, int] = (0, 0),
) -> Motion:
    """The frames `first` to `last` of two motions on the same grid of GRID_HZ, going over from one into the other. Both know some
    frames before and after. `lead`: the side whose foot steps first, if both may. `rests`: for so many frames the body stays on the
    spot at first, and in the end."""
    rows = np.arange(first, last + 1)
    u = (rows - first) / (last - first)
    share = smooth_step(u)
    place = np.concatenate(
        [
            np.repeat(one.root[first][None], rests[0], axis=0),
            _through(one.root, two.root, first, last, rests),
            np.repeat(two.root[last][None], rests[1], axis=0),
        ]
    )
    turned = nearest_turn(one.facing_yaw_rad[first], two.facing_yaw_rad[last])
    facing = one.facing_yaw_rad[first] + turned * smooth_step(u, 0.0, 0.92)
    poser = Poser(body, len(rows))
    _body(poser, body, one, two, rows, share, place, facing, turned)
    _walk_over(poser, body, one, two, first, last, place, facing, lead)
    return poser.motion(place, facing)


def nearest_turn(start_rad: float, end_rad: float) -> float:
    """The way round from one yaw to another, at most half a turn."""
    return float((end_rad - start_rad + math.pi) % (2 * math.pi) - math.pi)


def _through(one: F64, two: F64, first: int, last: int, rests: tuple[int, int]) -> F64:
    """Points (n, 3) from a row of one path to a row of another, at the speeds those have there; less the rows it rests."""
    n = last - first - sum(rests)
    leaves, comes = one[first] - one[first - 1], two[last + 1] - two[last]
    return _curve(one[first], two[last], leaves * n, comes * n, np.arange(n + 1) / n)


def _curve(start: F64, end: F64, leaves: F64, comes: F64, u: F64) -> F64:
    """Points on the cubic from start to end with these velocities at both. Source: Hermite."""
    u = u[:, None]
    if not leaves.any() and not comes.any():
        return np.asarray(
            start + (end - start) * (6 * u**5 - 15 * u**4 + 10 * u**3)
        )  # it leaves the ground before it goes
    a, b = 2 * u**3 - 3 * u**2 + 1, u**3 - 2 * u**2 + u
    return np.asarray(a * start + b * leaves + (1 - a) * end + (u**3 - u**2) * comes)


def _body(
    poser: Poser,
    body: Body,
    one: Motion,
    two: Motion,
    rows: Numbers,
    share: F64,
    place: F64,
    facing: F64,
    turned: float,
) -> None:
    """All but the legs: every joint goes over from what it does in one to what it does in the other."""
    seen = [turning.part(m, slice(int(rows[0]), int(rows[-1]) + 1)) for m in (one, two)]
    local = [turning.turns(m, body) for m in seen]
    mixed = _mixed(local[0], local[1], share)
    hips, stands = [], []
    for m in seen:
        away = Rotation.from_euler("z", -(m.facing_yaw_rad[:, None] + math.pi))
        hips.append(away.apply(turning.hip(m, body) - m.root))
        stands.append(away * turning.rotation(m.rotations[:, 0]))
    pelvis = _between(stands[0], stands[1], share)
    hip = hips[0] + (hips[1] - hips[0]) * share[:, None]
    sinks = abs(float(hips[1][-1, 2] - hips[0][0, 2]))
    bow = np.sin(np.pi * share) * min(sinks / (3 * LOWER_M), 1.0) * (sinks > LOWER_M / 2)
    for k, bone in enumerate(one.bones):
        poser.turn(bone, turning.rotation(mixed[:, k]).as_matrix())
    poser.turn(one.bones[0], about("x", 0.55 * BOW_DEG * bow) @ pelvis.as_matrix())
    for bone, part in (("spine_01", 0.2), ("spine_02", 0.25), ("neck_01", -0.3), ("head", -0.35)):
        poser.bend(bone, about("x", part * BOW_DEG * bow))
    ahead = LEADS_DEG * np.sin(np.pi * np.sqrt(np.linspace(0, 1, len(rows)))) * np.clip(turned / 1.5, -1, 1)
    for bone, part in (("spine_02", 0.25), ("spine_03", 0.25), ("neck_01", 0.5), ("head", 0.6)):
        poser.bend(bone, about("z", part * ahead))
    poser.move(hip - body.heads[one.bones[0]])


def _mixed(one: F64, two: F64, share: F64) -> F64:
    """Quaternions (F, B, 4), by a share (F,) of the way from one to the other."""
    start = turning.rotation(one.reshape(-1, 4))
    way = (turning.rotation(two.reshape(-1, 4)) * start.inv()).as_rotvec() * np.repeat(share, one.shape[1])[:, None]
    return np.asarray((Rotation.from_rotvec(way) * start).as_quat(scalar_first=True).reshape(one.shape))


def _between(one: Rotation, two: Rotation, share: F64) -> Rotation:
    return Rotation.from_rotvec((two * one.inv()).as_rotvec() * np.asarray(share)[:, None]) * one


def _walk_over(
    poser: Poser, body: Body, one: Motion, two: Motion, first: int, last: int, place: F64, facing: F64, lead: str | None
) -> None:
    """The legs: each foot stands, steps, and stands where the next action has it."""
    before = {side: rows_of(one, body, side, GRID_HZ) for side, _ in SIDES}
    after = {side: rows_of(two, body, side, GRID_HZ) for side, _ in SIDES}
    steps = _steps(body, before, after, first, last, place, facing, lead)
    paths = {side: _stepped(body, side, before[side], after[side], steps[side], first, last) for side, _ in SIDES}
    ankles = {side: to_model(place, facing, path.ankle) for side, path in paths.items()}
    sink = feet.lowered(poser, ankles, 0.996)
    wide = max(2, round(0.08 * GRID_HZ))
    soft = gaussian_filter1d(maximum_filter1d(sink, 2 * wide + 1, mode="nearest"), wide / 2.0, mode="nearest")
    edge = smooth_step(np.arange(len(sink)), 0, wide) * smooth_step(np.arange(len(sink))[::-1], 0, wide)
    soft = np.maximum(soft, sink) * edge + sink * (1 - edge)
    poser.move(poser.root - np.column_stack([0 * soft, 0 * soft, soft]))
    back = Rotation.from_euler("z", -(facing[:, None] + math.pi))
    rows, share = slice(first, last + 1), smooth_step(np.linspace(0, 1, last - first + 1))[:, None]
    for side, sign in SIDES:
        hinges = [_hinge(m, body, side, rows, sign) for m in (one, two)]
        along = ankles[side] - poser.at(f"thigh_{side}")[1]
        pole = np.cross(hinges[0] * (1 - share) + hinges[1] * share, along)
        poser.reach(f"thigh_{side}", f"calf_{side}", f"foot_{side}", ankles[side], pole)
        poser.world(f"foot_{side}", (back * paths[side].turn).as_matrix())
        poser.world(f"ball_{side}", (back * paths[side].toes).as_matrix())


def _hinge(motion: Motion, body: Body, side: str, rows: slice, sign: float) -> F64:
    """The axis (F, 3) that a knee bends about, as the body sees it; of a straight leg the one it would."""
    at = []
    for bone in ("thigh", "calf", "foot"):
        k = motion.bones.index(f"{bone}_{side}")
        joint = turning.rotation(motion.rotations[rows, k]).apply(body.heads[f"{bone}_{side}"])
        at.append(joint + motion.locations[rows, k])
    back = about("z", -np.degrees(motion.facing_yaw_rad[rows]) - 180.0)
    hip, knee, ankle = (apply(back, joint) for joint in at)
    along = unit(ankle - hip)
    off = knee - hip - along * np.sum((knee - hip) * along, -1, keepdims=True)
    return unit(np.cross(along, off + np.array([0.0004 * sign, -0.006, 0.0])))


def _steps(
    body: Body,
    before: dict[str, Feet],
    after: dict[str, Feet],
    first: int,
    last: int,
    place: F64,
    facing: F64,
    lead: str | None,
) -> dict[str, list[Step]]:
    """Which foot steps when. They take turns; a foot that is in the air when the change begins goes first, one that is when it ends
    goes last."""
    steps: dict[str, list[Step]] = {"l": [], "r": []}
    far = {side: _way(before[side], after[side], first, last) for side in "lr"}
    goes = [
        side for side in "lr" if far[side][0] > STAYS_M or far[side][1] > STAYS_RAD or not before[side].stands[first]
    ]
    if not goes:
        return steps
    reach = STEP_M * body.height_m
    turns = max(1, *(math.ceil(max(far[s][1] / STEP_RAD, far[s][0] / reach) - 0.02) for s in goes))
    order = sorted(goes, key=lambda s: (before[s].stands[first], not after[s].stands[last], s != lead, -far[s][0]))
    turn_order = [side for _ in range(turns) for side in order]
    count, span = len(turn_order), last - first
    for n, side in enumerate(turn_order):
        begins = first + round(span * (n + (0.08 if before[side].stands[first] or n else 0.0)) / (count + 0.08))
        ends = first + round(span * (n + 1.06) / (count + 0.08))
        if not steps[side] and before[side].stands[first]:
            begins = min(begins, _until(before[side].stands, first))  # a runner's foot leaves when its time has come
        if not n and not before[side].stands[first]:
            ends = min(ends, first + FLIES)
        if n >= count - len(order):
            flies = not after[side].stands[last]
            lands = max(min(ends, last), _since(after[side].stands, last))
            steps[side].append(Step(max(begins, last - FLIES) if flies else begins, last if flies else lands))
            continue
        row = ends - first
        sign = 1.0 if side == "l" else -1.0
        # On the way round a foot is set down where it will stand under the body as that is then.
        ahead = facing[min(row + round(0.25 * span / count), span)]
        out = forward(np.asarray(ahead + math.pi / 2)) * sign * 0.095 * body.height_m / 1.7
        shape = feet.foot(body, side)
        ankle = np.array([*(place[row, :2] + out), place[row, 2] + shape.ankle_m])
        flat = Rotation.from_euler("z", ahead + math.pi + math.radians(9.0) * sign - math.radians(shape.rest_yaw_deg))
        steps[side].append(Step(begins, ends, ankle, flat))
    return steps


def _since(stands: Bools, last: int) -> int:
    """The row from which a foot stands without a break until the last."""
    moves = np.flatnonzero(~stands[: last + 1])
    return int(moves[-1]) + 1 if len(moves) else 0


def _until(stands: Bools, first: int) -> int:
    """The last row of those in which a foot stands without a break from the first on."""
    moves = np.flatnonzero(~stands[first:])
    return first + max(int(moves[0]) - 1, 0) if len(moves) else len(stands) - 1


def _way(before: Feet, after: Feet, first: int, last: int) -> tuple[float, float]:
    """How far a foot has to go, in metres over the ground, and how far it has to turn."""
    far = float(np.linalg.norm((after.ankle[last] - before.ankle[first])[:2]))
    ahead = [rows.turn[k].apply([0.0, -1.0, 0.0]) for rows, k in ((before, first), (after, last))]
    yaws = [math.atan2(-a[0], a[1]) for a in ahead]
    return far, abs(nearest_turn(yaws[0], yaws[1]))


def _stepped(body: Body, side: str, before: Feet, after: Feet, steps: list[Step], first: int, last: int) -> Feet:
    """Where a foot is in the rows of a change, through its steps."""
    count = last - first + 1
    if not steps:
        share = smooth_step(np.linspace(0, 1, count))
        rows = slice(first, last + 1)
        ankle = before.ankle[rows] + (after.ankle[rows] - before.ankle[rows]) * share[:, None]
        turned, bent = (_between(one[rows], two[rows], share) for one, two in _pairs(before, after))
        return Feet(ankle, turned, bent, np.ones(count, bool))
    # A foot that stands does so until it steps, even where the action before would take it away sooner.
    keeps = _until(before.stands, first) if before.stands[first] else last
    kept = np.minimum(np.arange(first, last + 1), keeps)
    ankle, turns, toes = before.ankle[kept], list(before.turn[kept]), list(before.toes[kept])
    off = min(steps[0].first, keeps)
    here = (before.ankle[off], before.turn[off], before.toes[off])
    leaves = _speed(before, off)
    for n, step in enumerate(steps):
        to = min(step.last, last)
        there, comes = (after.ankle[to], after.turn[to], after.toes[to]), _speed(after, to)
        if step.ankle is not None and step.turn is not None:
            there, comes = (step.ankle, step.turn, step.turn), np.zeros(3)
        size = to - step.first
        u = np.arange(size + 1) / size
        path = _curve(here[0], there[0], leaves * size, comes * size, u)
        length = float(np.linalg.norm((there[0] - here[0])[:2]))
        arc = np.sin(np.pi * u) ** (0.9 if n or before.stands[first] else 2.0)
        path[:, 2] += (LIFT_M * body.height_m / 1.7 + LIFT_SHARE * length) * arc
        rows = slice(step.first - first, to - first + 1)
        pitch = Rotation.from_matrix(about("x", 26.0 * np.sin(np.pi * u) * (1 - u) * min(length / 0.25, 1.0)))
        share = smooth_step(u)
        ankle[rows] = path
        turns[rows] = list(_between(here[1], there[1], share) * pitch)
        toes[rows] = list(_between(here[2], there[2], share))
        rest = slice(to - first, count)
        if step.ankle is None:
            ankle[rest] = after.ankle[to : last + 1]
            turns[rest], toes[rest] = list(after.turn[to : last + 1]), list(after.toes[to : last + 1])
        else:
            ankle[rest] = there[0]
            turns[rest], toes[rest] = [there[1]] * (last + 1 - to), [there[2]] * (last + 1 - to)
        here, leaves = there, np.zeros(3)
    return Feet(ankle, Rotation.concatenate(turns), Rotation.concatenate(toes), np.ones(count, bool))


def _pairs(before: Feet, after: Feet) -> tuple[tuple[Rotation, Rotation], ...]:
    """The turns of a foot and its toes in both motions."""
    return (before.turn, after.turn), (before.toes, after.toes)


def _speed(rows: Feet, row: int) -> F64:
    """How far (3,) a foot moves in a row of the grid; nothing while it stands."""
    if rows.stands[row]:
        return np.zeros(3)
    return np.asarray((rows.ankle[row + 1] - rows.ankle[row - 1]) / 2)
