"""Blocking of a crowd: where each of it stands or which way each goes, so that nobody meets anybody and the subject stays seen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.kinds import F64, Mark
from filmwright.scene.lens import Lens
from filmwright.staging import place
from filmwright.staging.room import Room

Way = Literal["mill", "face", "gather", "walk", "ranks", "herd"]
"""What a crowd does with its ground: "mill": some walk, some stand in twos and threes; "face": all stay and face one point;
"gather": they stay as well, but in no rows, and look about;
"walk": all go along the place's line, this way and that; "ranks": all go one way, in step, in rows; "herd": all go about one way,
or stay, turned this way and that."""

APART_M = 0.62  # between any two, middle to middle; chosen
FROM_CAST_M = 0.95  # and from the cast; chosen
FAR_M, FAR_SHARE = 26.0, 4.5  # behind the subject a crowd is no deeper, in metres and against its distance; chosen
WALKING = 0.55  # share of a crowd that mills who walk; chosen
CHATS_M = 0.52  # from the middle of a group that talks; chosen
RANK_M, FILE_M = 1.15, 1.35  # between those beside each other and behind each other in ranks; chosen
ROW_M, SEAT_M = 0.95, 0.78  # between rows of those who watch, and in a row; chosen
TRIES = 60  # candidates looked at for each of a crowd
MARGIN = 0.04  # of the picture's width that an extra may begin outside of it
CLEAR_SHARE = 0.85  # of the subject's distance that nobody may be nearer to the lens than; chosen


class Berth(NamedTuple):
    """Where one of a crowd is at time 0, the way it faces (0: +Y, counter-clockwise), how fast it goes that way in m/s (0: it stays),
    and whether it talks to those next to it."""

    x: float
    y: float
    facing_yaw_rad: float
    speed_m_s: float = 0.0
    talks: bool = False

    def at(self, times_s: F64) -> F64:
        """Where it is (F, 2) at times (F,)."""
        ahead = place.direction(self.facing_yaw_rad)[:2]
        return np.asarray(np.array([self.x, self.y]) + (self.speed_m_s * times_s)[:, None] * ahead)


class Seen(NamedTuple):
    """What a crowd must keep clear of, at some frames: their times (F,), the lens, where each of the cast is (F, 2) and the room it
    takes, the subject first; and the size of the picture."""

    times_s: F64
    lenses: tuple[Lens, ...]
    cast: tuple[tuple[F64, float], ...]
    size: tuple[int, int]


def blocked(
    way: Way,
    count: int,
    room: Room,
    mark: Mark,
    seen: Seen,
    towards: F64,
    rng: np.random.Generator,
    *,
    speed_m_s: float,
    apart_m: float = APART_M,
) -> list[Berth]:
    """Up to `count` berths; fewer where there is no room. `towards` (2,): what those who watch face, the way a herd is turned;
    speed_m_s: that of who walks."""
    berths: list[Berth] = []
    tracks: list[F64] = []
    subject = _depths(seen, seen.cast[0][0]) if seen.cast else np.full(len(seen.times_s), 4.0)
    candidates = _CANDIDATES[way](mark, seen, subject, towards, rng, speed_m_s)
    for _, group in zip(range(TRIES * count), candidates):
        kept, made = list[Berth](), list[F64]()
        for berth in group:
            track = berth.at(seen.times_s)
            if _fits(berth, track, [*tracks, *made], room, seen, subject, apart_m):
                kept.append(berth)
                made.append(track)
        if kept and (len(kept) > 1 or not kept[0].talks):  # nobody talks to the air
            berths += kept
            tracks += made
        if len(berths) >= count:
            break
    return berths[:count]


def _fits(berth: Berth, track: F64, others: list[F64], room: Room, seen: Seen, subject: F64, apart_m: float) -> bool:
    """Whether there is room for one more on a track, it is in the picture, and the subject is not behind it."""
    if not room.holds(track).all():
        return False
    if berth.speed_m_s:
        long = np.linspace(0.0, 1.0, 2 + int(np.linalg.norm(track[-1] - track[0]) / 0.25))[:, None]
        if not room.holds(track[0] + long * (track[-1] - track[0])).all():
            return False
    x, depth = _columns(seen, track)
    width = seen.size[0]
    inside = (depth > 0.5) & (x > -MARGIN * width) & (x < (1 + MARGIN) * width)
    if not any(room.shows(seen.lenses[k].center[:2].astype(float), track[k]) for k in np.flatnonzero(inside)):
        return False
    if (depth < CLEAR_SHARE * subject).any():
        return False
    if seen.cast:
        before = depth < subject + 0.35
        middle, _ = _columns(seen, seen.cast[0][0])
        half = np.array([lens.focal for lens in seen.lenses]) * (0.55 + seen.cast[0][1])
        if (before & (np.abs(x - middle) < half / np.maximum(np.minimum(depth, subject), 0.5))).any():
            return False
    clear_m = FROM_CAST_M * min(1.0, apart_m / APART_M) + max(0.0, apart_m - APART_M)
    for spot, wide in seen.cast:
        if (np.linalg.norm(track - spot, axis=1) < clear_m + wide).any():
            return False
    if not others:
        return True
    gaps = np.linalg.norm(np.stack(others) - track, axis=2)
    return bool((gaps > apart_m * (0.9 if berth.talks else 1.0)).all())


def _columns(seen: Seen, track: F64) -> tuple[F64, F64]:
    """Where in the picture, in pixels from its left edge, and how deep points on the ground (F, 2) are."""
    x, depth = np.zeros(len(track)), np.zeros(len(track))
    for k, lens in enumerate(seen.lenses):
        # Heights do not matter for a camera that is level; for others the middle of a body is near enough.
        local = lens.axes @ (np.array([*track[k], lens.center[2] - 0.6]) - lens.center)
        depth[k] = -local[2]
        x[k] = lens.cx + lens.focal * local[0] / max(depth[k], 1e-3)
    return x, depth


def _depths(seen: Seen, track: F64) -> F64:
    return np.maximum(_columns(seen, track)[1], 1.0)


def _anywhere(seen: Seen, subject: F64, rng: np.random.Generator) -> F64:
    """A place (2,) on the ground in the picture at one of the frames, the nearer the likelier."""
    k = int(rng.integers(len(seen.lenses)))
    lens = seen.lenses[k]
    depth = subject[k] * rng.uniform(0.8, 1.0) + min(0.6, 0.2 * subject[k])
    depth += min(FAR_M, FAR_SHARE * subject[k]) * rng.random() ** 1.7
    side = rng.uniform(-MARGIN, 1 + MARGIN) * seen.size[0] - lens.cx
    ahead, right = -lens.axes[2, :2].astype(float), lens.axes[0, :2].astype(float)
    ahead /= max(float(np.linalg.norm(ahead)), 1e-6)
    return np.asarray(lens.center[:2] + depth * ahead + depth * side / lens.focal * right)


def _line_yaw(mark: Mark, spot: F64) -> float:
    """The way along a mark's line where it is nearest to a spot."""
    line = place.line_through(mark)
    nearest = int(np.linalg.norm((line[:-1] + line[1:]) / 2 - spot, axis=1).argmin())
    return place.yaw_of(np.append(line[nearest + 1] - line[nearest], 0.0))


def _passing(spot: F64, mark: Mark, seen: Seen, rng: np.random.Generator, speed_m_s: float) -> Berth:
    """Somebody who passes a spot at one of the frames, along the place's line or the other way."""
    yaw = _line_yaw(mark, spot) + rng.normal(0, 0.07) + (math.pi if rng.random() < 0.5 else 0.0)
    speed = speed_m_s * rng.uniform(0.86, 1.14)
    when = float(rng.choice(seen.times_s))
    x, y = spot - speed * when * place.direction(yaw)[:2]
    return Berth(float(x), float(y), yaw, speed)


def _walking(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    while True:
        yield [_passing(_anywhere(seen, subject, rng), mark, seen, rng, speed_m_s)]


def _milling(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    while True:
        spot = _anywhere(seen, subject, rng)
        if rng.random() < WALKING:
            yield [_passing(spot, mark, seen, rng, speed_m_s)]
            continue
        many = int(rng.choice([1, 2, 2, 3, 3, 4]))
        if many == 1:
            yield [Berth(float(spot[0]), float(spot[1]), float(rng.uniform(0, 2 * math.pi)))]
            continue
        first = rng.uniform(0, 2 * math.pi)
        out = []
        for k in range(many):
            angle = first + 2 * math.pi * k / many + rng.normal(0, 0.15)
            wide = CHATS_M * (1 + 0.18 * (many - 2)) * rng.uniform(0.95, 1.15)
            x, y = spot + wide * place.direction(angle)[:2]
            out.append(Berth(float(x), float(y), angle + math.pi + rng.normal(0, 0.2), talks=True))
        yield out


def _watching(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    """Loose rows behind the subject, as seen by the lens, the nearest first."""
    lens = seen.lenses[len(seen.lenses) // 2]
    ahead = -lens.axes[2, :2].astype(float)
    ahead /= max(float(np.linalg.norm(ahead)), 1e-6)
    right = np.array([ahead[1], -ahead[0]])
    wide = lens.cx / lens.focal
    for row in range(int(FAR_M / ROW_M)):
        depth = float(subject.min()) + 0.35 + ROW_M * row
        reach = wide * depth * 1.08
        sides = np.arange(-reach, reach, SEAT_M) + (row % 2) * SEAT_M / 2
        for side in rng.permutation(sides):
            spot = lens.center[:2] + (depth + rng.normal(0, 0.10)) * ahead + (side + rng.normal(0, 0.09)) * right
            facing = place.yaw_of(np.append(towards - spot, 0.0)) + rng.normal(0, 0.10)
            yield [Berth(float(spot[0]), float(spot[1]), facing)]


def _gathering(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    """As those who watch, but in no rows, and turned as they like."""
    for group in _watching(mark, seen, subject, towards, rng, speed_m_s):
        for berth in group:
            x, y = rng.normal(0, 0.28, 2)
            turned = berth.facing_yaw_rad + rng.normal(0, 0.55)
            yield [berth._replace(x=berth.x + x, y=berth.y + y, facing_yaw_rad=turned)]


def _marching(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    """Ranks behind the mark on its line, the nearest to it first."""
    line = place.line_through(mark)
    at = place.nearest_on(line, np.asarray(mark.position[:2], float))
    here, there = place.along(line, np.array([at - 1.0, at + 1.0]))
    way = (there - here) / max(float(np.linalg.norm(there - here)), 1e-6)
    aside = np.array([-way[1], way[0]])
    yaw = place.yaw_of(np.append(way, 0.0))
    middle = seen.cast[0][0][0] if seen.cast else np.asarray(mark.position[:2], float)
    start = middle - speed_m_s * float(seen.times_s[0]) * way
    for rank in range(14):
        for file in (0, 1, -1, 2, -2, 3, -3):
            spot = start - (rank * FILE_M) * way + file * RANK_M * aside
            yield [Berth(float(spot[0]), float(spot[1]), yaw, speed_m_s)]


def _grazing(
    mark: Mark, seen: Seen, subject: F64, towards: F64, rng: np.random.Generator, speed_m_s: float
) -> Iterator[list[Berth]]:
    while True:
        spot = _anywhere(seen, subject, rng)
        if speed_m_s:
            yaw = _line_yaw(mark, spot) + rng.normal(0, 0.06)
            spot = spot - speed_m_s * float(rng.choice(seen.times_s)) * place.direction(yaw)[:2]
        else:
            yaw = place.yaw_of(np.append(towards, 0.0)) + rng.normal(0, 0.8) + (math.pi if rng.random() < 0.3 else 0.0)
        yield [Berth(float(spot[0]), float(spot[1]), yaw, speed_m_s)]


_CANDIDATES = {
    "mill": _milling,
    "walk": _walking,
    "face": _watching,
    "ranks": _marching,
    "gather": _gathering,
    "herd": _grazing,
}
