"""What somebody does in a shot, one action after the other, and the change between two, as a motion."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from filmwright.content.kinds import F64, Motion
from filmwright.staging.between import GRID_HZ, Numbers, change
from filmwright.staging.clock import Clock
from filmwright.staging.plan import travel_s
from filmwright.staging.role import SPARE, Part, Role, built, grid, trails


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


def _changed(role: Role, part: Part, over: Part) -> Motion:
    """The change from one part to the next, on the grid."""
    rows = round((over.begins_s - part.ends_s) * GRID_HZ) + 1
    one, two = (grid(p, role, part.ends_s, rows) for p in (part, over))
    still = rows - 1 - round(travel_s(part.phase, over.phase, over.begins_s - part.ends_s) * GRID_HZ)
    rests = (0, still) if part.phase.goes else (still, 0) if over.phase.goes else (0, 0)
    return change(one, two, role.body, first=SPARE, last=SPARE + rows - 1, lead=trails(role.body, part), rests=rests)


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
