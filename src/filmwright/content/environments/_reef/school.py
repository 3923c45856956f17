"""Schools of small fish that swim by: one mesh and one rig each, whose fish are pairs of bones, body and tail."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import Ground
from filmwright.scene.nodes import Mesh, Node, Rig, Skin
from filmwright.scene.shapes import F64, Shape, curve, grid, join, rings
from filmwright.values import Color

MATERIAL = "school"


class Kind(NamedTuple):
    """A kind of fish: length, depth of the body (share of the length), color of flanks, back, belly, tail, and bars across it."""

    long_m: float
    deep: float
    flank: Color
    back: Color
    belly: Color
    tail: Color
    bars: int = 0
    bar: Color = (0.02, 0.02, 0.03)


class School(NamedTuple):
    """`many` fish of a kind round a middle that passes `at` in the middle of the shot, going `way_rad` (0: +Y, counter-clockwise) at
    `speed`; `spread` (along, across, up) in metres."""

    kind: Kind
    many: int
    at: tuple[float, float, float]
    way_rad: float
    speed_m_s: float
    spread: tuple[float, float, float]
    seed: int


TANG = Kind(0.30, 0.30, (0.85, 0.62, 0.03), (0.80, 0.52, 0.02), (0.85, 0.70, 0.15), (0.85, 0.60, 0.03))
FUSILIER = Kind(0.34, 0.15, (0.06, 0.30, 0.72), (0.03, 0.14, 0.42), (0.62, 0.74, 0.80), (0.80, 0.58, 0.04))
ANTHIAS = Kind(0.17, 0.19, (0.85, 0.25, 0.06), (0.72, 0.14, 0.08), (0.88, 0.45, 0.22), (0.80, 0.18, 0.22))
SERGEANT = Kind(0.22, 0.27, (0.66, 0.70, 0.62), (0.62, 0.55, 0.10), (0.78, 0.80, 0.78), (0.35, 0.38, 0.36), 5)


def figure(kind: Kind) -> Shape:
    """One fish at rest, its nose along +Y, the middle at the origin, in metres; attributes `tint` and `bend`, the share of its tail."""
    rows = curve(
        [(0.50, 0.02, 0.02), (0.44, 0.42, 0.40), (0.30, 0.82, 0.80), (0.10, 1.0, 1.0), (-0.12, 0.78, 0.80),
         (-0.28, 0.34, 0.45), (-0.36, 0.24, 0.20)], 13,
    )  # fmt: skip
    turn = np.arange(10) * 2 * math.pi / 10
    stack = [
        np.column_stack([0.34 * kind.deep * w * np.cos(turn), np.full(10, y), kind.deep * 0.5 * d * np.sin(turn)])
        for y, d, w in rows
    ]
    body = rings(np.array(stack))
    v, half = body.points[:, 1], np.maximum(kind.deep * 0.5, 1e-6)
    high = np.clip(body.points[:, 2] / half, -1, 1)[:, None]
    tint = np.where(high > 0, _mixed(kind.flank, kind.back, high), _mixed(kind.flank, kind.belly, -high))
    if kind.bars:
        bar = (
            np.clip(1.6 * np.cos(2 * math.pi * kind.bars * (v - 0.04)) - 0.5, 0, 1)[:, None]
            * (np.abs(v) < 0.38)[:, None]
        )
        tint = tint + (np.asarray(kind.bar) - tint) * bar * np.clip(1.3 + high, 0, 1)
    eye = (np.hypot(v - 0.37, body.points[:, 2] - 0.10 * kind.deep) < 0.035)[:, None]
    tint = np.where(eye, 0.01, tint)
    pieces = [body.with_data("tint", tint)]
    deep = kind.deep
    fork = [(-0.35, 0.12 * deep), (-0.43, 0.36 * deep), (-0.52, 0.62 * deep), (-0.44, 0.20 * deep)]
    for sign in (1.0, -1.0):
        pieces.append(_sheet([(-0.33, 0.0), *[(y, sign * z) for y, z in fork], (-0.42, 0.0)], kind.tail))
    ridge = [(0.20, 0.47 * deep), (0.10, 0.70 * deep), (-0.10, 0.66 * deep), (-0.30, 0.36 * deep), (-0.27, 0.18 * deep)]
    pieces.append(_sheet(ridge, kind.back))
    keel = [(0.0, -0.46 * deep), (-0.08, -0.66 * deep), (-0.26, -0.44 * deep), (-0.28, -0.17 * deep)]
    pieces.append(_sheet(keel, kind.belly))
    made = join(pieces)
    bend = np.clip((0.05 - made.points[:, 1]) / 0.42, 0, 1)
    return made.scaled(kind.long_m).with_data("bend", bend)


def _sheet(outline: list[tuple[float, float]], color: Color) -> Shape:
    """A fin: a flat fan in the plane x = 0 through its outline (y, z)."""
    o = np.array(outline)
    middle = o.mean(0)
    y = np.stack([np.full(len(o), middle[0]), o[:, 0]])
    z = np.stack([np.full(len(o), middle[1]), o[:, 1]])
    made = grid(np.zeros((2, len(o))), y, z)
    return made.with_data("tint", color)


def _mixed(a: Color, b: Color, share: F64) -> F64:
    first, second = np.asarray(a, float), np.asarray(b, float)
    return np.asarray(first + (second - first) * np.clip(1.4 * share, 0, 1))


def swimming(school: School, ground: Ground, times_s: F64, planned_s: float) -> tuple[F64, F64]:
    """Bone locations (F, 2n, 3) and rotations (F, 2n, 4) of the school's fish, at times (F,), over the ground."""
    rng = np.random.default_rng([school.seed, 73])
    n = school.many
    along, across, up = (rng.normal(0, 0.5, n) * s for s in school.spread)
    phase, beat = rng.uniform(0, 2 * math.pi, n), rng.uniform(3.0, 4.2, n)
    ahead = np.array([-math.sin(school.way_rad), math.cos(school.way_rad), 0.0])
    side = np.array([-ahead[1], ahead[0], 0.0])

    def place(t: F64) -> F64:
        s = school.speed_m_s * (t - planned_s / 2)[:, None] + along + 0.12 * np.sin(0.9 * t[:, None] + phase)
        wander = across + 0.5 * np.sin(0.35 * s + 0.4 * school.seed) + 0.10 * np.sin(0.7 * t[:, None] + 2 * phase)
        rise = up + 0.18 * np.sin(0.3 * s + school.seed) + 0.06 * np.sin(0.8 * t[:, None] + 3 * phase)
        middle = np.asarray(school.at)
        at = middle + s[..., None] * ahead + wander[..., None] * side + rise[..., None] * np.array([0.0, 0.0, 1.0])
        low = ground(at[..., 0], at[..., 1]) + 0.25  # they rise over what is in their way
        at[..., 2] = low + np.logaddexp(0.0, 4.0 * (at[..., 2] - low)) / 4.0
        return np.asarray(at)

    here, soon = place(times_s), place(times_s + 0.05)
    way = (soon - here) / 0.05
    yaw = np.arctan2(-way[..., 0], way[..., 1])
    pitch = np.arctan2(way[..., 2], np.hypot(way[..., 0], way[..., 1]))
    sway = np.sin(2 * math.pi * beat * times_s[:, None] + phase)
    body = Rotation.from_euler("ZX", np.stack([yaw + 0.07 * sway, pitch], -1).reshape(-1, 2))
    tail = Rotation.from_euler("ZX", np.stack([yaw + 0.07 * sway + 0.42 * sway, pitch], -1).reshape(-1, 2))
    pivot = np.array([0.0, 0.02 * school.kind.long_m, 0.0])
    flat = here.reshape(-1, 3)
    moved = flat + body.apply(pivot) - tail.apply(pivot)
    frames = len(times_s)
    locations = np.stack([here, moved.reshape(frames, n, 3)], 2).reshape(frames, 2 * n, 3)
    quaternions = np.stack([r.as_quat(scalar_first=True).reshape(frames, n, 4) for r in (body, tail)], 2).reshape(
        frames, 2 * n, 4
    )
    return locations, quaternions


def nodes(name: str, school: School, ground: Ground, times_s: F64, planned_s: float) -> list[Node]:
    """The rig and the mesh of a school, in poses for times (F,) of a shot that was planned to run from 0 to `planned_s`."""
    one = figure(school.kind)
    rng = np.random.default_rng([school.seed, 74])
    sizes = rng.uniform(0.75, 1.15, school.many)
    many = join(one.scaled(s) for s in sizes)
    owner = np.repeat(np.arange(school.many), len(one.points))
    bend = many.data["bend"]
    zero = np.zeros_like(owner)
    locations, rotations = swimming(school, ground, times_s, planned_s)
    return [
        Rig(
            name=f"{name} rig",
            bones=tuple(f"{part} {k}" for k in range(school.many) for part in ("body", "tail")),
            locations=locations,
            rotations=rotations,
        ),
        Mesh(
            name=name,
            points=many.points,
            faces=many.faces,
            materials=(MATERIAL,),
            hidden_from=("shadow",),  # fish high over the ground shade none of it that one could see
            point_data={"tint": many.data["tint"]},
            skin=Skin(
                rig=f"{name} rig",
                bones=np.stack([2 * owner, 2 * owner + 1, zero, zero], 1),
                weights=np.stack([1 - bend, bend, 0 * bend, 0 * bend], 1),
            ),
        ),
    ]
