"""How swimmers move: a wave that runs down the spine, from side to side or up and down, and fins that row. A function of time."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import course, things
from filmwright.content.animals._swimming import chains
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, about_axis, apply
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape


class Fin(NamedTuple):
    """A pair of fins that turn about `axis` (of the right one) through `pivot` (on the right side), both in body lengths: by `reach` from
    a rest turned by `rest`, `beats` times a beat of the tail, `late` radians after it. `twist`: turned about x as well, a quarter of a
    beat before, as an oar is feathered."""

    name: str
    pivot: tuple[float, float, float]
    axis: tuple[float, float, float] = (0.0, 1.0, 0.0)
    reach: float = 0.2
    rest: float = 0.0
    beats: float = 0.5
    late: float = 0.0
    twist: float = 0.0


class Swim(NamedTuple):
    """A swimmer: length in metres; how high its axis is over its lowest point, in lengths; where along it (y, in lengths, falling) the
    bones of its spine begin; how far the wave carries nose and tail, in lengths; how many waves a body holds; tail beats a second at rest
    and at `speed_m_s`; whether the wave is "flat" (side to side) or "upright"; its fins; how it turns and bobs where it stays."""

    length_m: float
    axis: float
    stations: tuple[float, ...]
    amplitude: tuple[float, float]
    waves: float
    beats: tuple[float, float]
    speed_m_s: float
    plane: str = "flat"
    fins: tuple[Fin, ...] = ()
    lift_m: float = 1.2
    bob: float = 0.02

    @property
    def bones(self) -> tuple[str, ...]:
        spine = tuple(f"spine_{k}" for k in range(len(self.stations)))
        return spine + tuple(f"{fin.name}_{side}" for fin in self.fins for side in "rl")

    def weights(self, y: F64) -> F64:
        """How much each bone moves points at y (n,), in lengths (n, bones): the nearest two of the spine."""
        line = np.array(self.stations)
        middle = np.r_[line[:-1] + np.diff(line) / 2, line[-1] - 0.5 * (line[-2] - line[-1])]
        place = np.interp(-y, -middle, np.arange(len(line), dtype=float))
        out = np.zeros((len(y), len(self.bones)))
        low = np.minimum(place.astype(int), len(line) - 2)
        out[np.arange(len(y)), low] = 1 - (place - low)
        out[np.arange(len(y)), low + 1] += place - low
        return out

    def rigid(self, bone: str, count: int) -> F64:
        """Weights of points that one bone moves."""
        out = np.zeros((count, len(self.bones)))
        out[:, self.bones.index(bone)] = 1.0
        return out


def part(swim: Swim, size: float, name: str, item: Shape, material: str, bone: str | None = None) -> Mesh:
    """A mesh of the swimmer from a Shape in body lengths; it bends with the spine, or goes with one bone."""
    weights = swim.weights(item.points[:, 1]) if bone is None else swim.rigid(bone, len(item.points))
    made = item.moved((0.0, 0.0, swim.axis)).scaled(swim.length_m * size)
    return things.mesh(name, made, material, sharp_rad=None, weights=weights)


def size_of(swim: Swim, thing: Thing, face: float) -> float:
    """How many times as large as usual a Thing was built whose face is `face` of a length high."""
    return thing.face_m / (face * swim.length_m)


def moved(swim: Swim, size: float, performance: Performance) -> Motion:
    """The Motion of a swimmer `size` times as large as usual: on its way, or staying where it is with slower beats."""
    t = performance.times_s
    length = swim.length_m * size
    speed = performance.speed_m_s or 0.0
    place, facing = way(performance, length)
    share = np.full(len(t), min(1.6, speed / swim.speed_m_s))
    begun = share * t
    if performance.course:
        share = np.minimum(1.6, course.speed(performance.course, t) / swim.speed_m_s)
        begun = course.gone(performance.course, t) / swim.speed_m_s
    strength = 0.72 + 0.28 * np.minimum(share, 1.0)
    beat = 2 * math.pi * (swim.beats[0] * t + (swim.beats[1] - swim.beats[0]) * begun) + performance.phase
    place = place + np.outer(swim.bob * length * np.sin(2 * math.pi * t / 4.7), [0.0, 0.0, 1.0])
    turns, places = _spine(swim, length, beat, strength)
    _fins(swim, length, beat, strength, turns, places)
    return chains.in_world(swim.bones, turns, places, place, facing)


def way(performance: Performance, length_m: float) -> tuple[F64, F64]:
    """Where a swimmer so long is over the ground (F, 3) and which way it faces (F,): on its way, or turning a little where it stays."""
    t = performance.times_s
    speed = performance.speed_m_s or 0.0
    if not speed and not performance.course:
        place = np.tile(np.asarray(performance.path, float)[0], (len(t), 1))
        return place, np.full(len(t), performance.facing_yaw_rad) + 0.05 * np.sin(2 * math.pi * t / 6.1)
    s = course.gone(performance.course, t) if performance.course else speed * t
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(s).max()) + length_m, performance.begin)
    height = path.height(s, performance.ground, 1.5 * length_m + 1.0)
    return np.column_stack([path.spot(s), height]), path.yaw(s)


def _spine(swim: Swim, length: float, beat: F64, strength: F64) -> tuple[dict[str, F64], dict[str, F64]]:
    """Turns (F, 3, 3) and places (F, 3) of the bones of the spine."""
    line = np.r_[swim.stations, swim.stations[-1] - (swim.stations[-2] - swim.stations[-1])]
    head, tail = swim.amplitude
    along = (line[0] - line) / (line[0] - line[-1])
    reach = strength[:, None] * (head + (tail - head) * along**1.8)
    aside = reach * np.sin(beat[:, None] - 2 * math.pi * swim.waves * along)
    turns: dict[str, F64] = {}
    places: dict[str, F64] = {}
    for k in range(len(swim.stations)):
        rest = np.array([0.0, line[k], swim.axis]) * length
        angle = np.arctan2(aside[:, k + 1] - aside[:, k], line[k] - line[k + 1])
        zero = np.zeros(len(beat))
        if swim.plane == "flat":
            turn, shift = about("z", np.degrees(angle)), np.column_stack([aside[:, k], zero, zero])
        else:
            turn, shift = about("x", -np.degrees(angle)), np.column_stack([zero, zero, aside[:, k]])
        turns[f"spine_{k}"] = turn
        places[f"spine_{k}"] = rest + shift * length - apply(turn, rest)
    return turns, places


def _fins(swim: Swim, length: float, beat: F64, strength: F64, turns: dict[str, F64], places: dict[str, F64]) -> None:
    line = np.array(swim.stations)
    for fin in swim.fins:
        x, y, z = fin.pivot
        parent = f"spine_{max(0, int((line >= y).sum()) - 1)}"
        wave = fin.rest + fin.reach * strength * np.sin(fin.beats * beat - fin.late)
        feather = fin.twist * np.cos(fin.beats * beat - fin.late)
        for side, sign in (("r", 1.0), ("l", -1.0)):
            # A mirror image across x turns the other way about what lies in the mirror.
            axis = np.asarray(fin.axis) * [1.0, sign, sign]
            pivot = np.array([sign * x, y, z + swim.axis]) * length
            local = about_axis(axis / np.linalg.norm(axis), np.degrees(wave)) @ about("x", np.degrees(feather))
            name = f"{fin.name}_{side}"
            turns[name] = turns[parent] @ local
            places[name] = apply(turns[parent], pivot) + places[parent] - apply(turns[name], pivot)
