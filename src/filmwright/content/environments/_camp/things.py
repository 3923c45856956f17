"""Dome tents lit from within, folding chairs, a log to sit on, a string of bulbs. Colors as `tint`; `shine` (n,) is how much of the
lantern inside comes through the cloth there."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import noise, shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

LOG_M = 0.40  # how high one sits on a log
CHAIR_M = 0.43


class Dome(NamedTuple):
    """A dome tent: its radius along and across, its height, the color of its fly."""

    half_m: float = 1.28
    deep_m: float = 1.22
    high_m: float = 1.42
    color: Color = (0.62, 0.23, 0.02)


def tent(dome: Dome, seed: int) -> dict[str, Shape]:
    """A tent round the origin, its door towards +Y: cloth, what is seen through the open door, poles and lines, by material."""
    rings, sides = 22, 72
    turn = np.arange(sides) * 2 * math.pi / sides
    rise = np.linspace(0.0, 1.0, rings)
    rows = []
    for q in rise:
        corner = np.abs(np.cos(2 * turn))  # 0 over the poles, which run from corner to corner, 1 between
        power = 2.5
        c, s = np.cos(turn), np.sin(turn)
        square = (np.abs(c) ** power + np.abs(s) ** power) ** (-1 / power)
        level = math.cos(q * math.pi / 2) ** 0.86 if q < 1 else 0.002
        radius = square * level * (1 - 0.075 * corner * math.sin(math.pi * min(q * 1.05, 1)) ** 0.8)
        z = dome.high_m * math.sin(q * math.pi / 2) ** 0.92 + 0.02
        rows.append(np.column_stack([radius * c * dome.half_m, radius * s * dome.deep_m, np.full(sides, z)]))
    stack: F64 = np.array(rows)
    wrinkle = noise.fractal(stack[..., 0] * 4 + seed, stack[..., 1] * 4 + stack[..., 2] * 3, 3, seed=seed) * 0.025
    stack[..., :2] *= (1 + wrinkle)[..., None]
    body = shapes.rings(stack)
    middle = forms.middles(body)
    open_m = 0.46 * np.sqrt(np.clip(1 - (middle[:, 2] / (0.80 * dome.high_m)) ** 2, 0, 1))
    door = (middle[:, 1] > 0.25 * dome.deep_m) & (np.abs(middle[:, 0]) < open_m) & (middle[:, 2] < 0.8 * dome.high_m)
    cloth = _lit(body._replace(faces=body.faces[~door], slot=body.slot[~door]), dome)
    seams = []
    for k in range(4):
        column = stack[:, (9 + 18 * k) % sides]
        seams.append(shapes.sweep(column + [0, 0, 0.008], 0.013, sides=6))
    hem = shapes.sweep(np.concatenate([stack[0], stack[0][:1]]), 0.016, sides=6)
    dark: Color = (0.35 * dome.color[0], 0.35 * dome.color[1], 0.35 * dome.color[2])
    inside = stack[:, ::-1] * np.array([0.965, 0.965, 0.975])
    floor = shapes.extrude(stack[0][:, :2] * 0.97, 0.03).with_data("tint", (0.10, 0.10, 0.11)).with_data("shine", 0.35)
    lining = _lit(shapes.rings(inside), dome).with_data("tint", (0.62, 0.55, 0.45))
    pad = shapes.box((0.58, 1.7, 0.10), center=(-0.34, -0.1, 0.08), bevel=0.04).with_data("tint", (0.05, 0.10, 0.22))
    bag = shapes.box((0.60, 1.6, 0.16), center=(0.36, -0.15, 0.11), bevel=0.07).with_data("tint", (0.32, 0.05, 0.04))
    soft = shapes.join([pad, bag]).with_data("shine", 0.25)
    roll = forms.rod((0.52, 0.86 * dome.deep_m, 0.06), (0.30, 0.62 * dome.deep_m, 0.98), (0.075, 0.05), sides=10)
    lines, pegs = [], []
    for k in range(4):
        foot = stack[0, (9 + 18 * k) % sides]
        out = foot[:2] / np.linalg.norm(foot[:2])
        peg = np.array([*(foot[:2] + 0.75 * out), 0.0])
        hold = stack[9, (9 + 18 * k) % sides]
        lines.append(shapes.sweep([hold, peg + [0, 0, 0.05]], 0.004, sides=4))
        pegs.append(forms.rod(peg + [0, 0, 0.08], peg - [0, 0, 0.05], 0.008, sides=5))
    cords = shapes.join([*lines, *pegs]).with_data("tint", (0.6, 0.58, 0.5)).with_data("shine", 0.0)
    frame = shapes.join([*seams, hem]).with_data("tint", dark).with_data("shine", 0.12)
    return {
        "tent": shapes.join([cloth, frame, roll.with_data("tint", dome.color).with_data("shine", 0.35)]),
        "tent_inside": shapes.join([lining, floor, soft]),
        "cord": cords,
    }


def _lit(cloth: Shape, dome: Dome) -> Shape:
    """Cloth with the light that a lantern hung in the middle throws on it from within."""
    away = np.linalg.norm(cloth.points - np.array([0.0, 0.0, 0.62 * dome.high_m]), axis=1)
    shine = 0.30 / (0.18 + away**2)
    return cloth.with_data("tint", dome.color).with_data("shine", np.clip(shine, 0.0, 1.0))


def chair(color: Color) -> Shape:
    """A folding chair, its front towards +Y."""
    cloth = [
        forms.sheet([[(s, -0.20 - 0.02 * (1 - (s / 0.26) ** 2), CHAIR_M - 0.03), (s, -0.30 - 0.05 * (1 - (s / 0.26) ** 2), 0.92)]
                     for s in np.linspace(-0.26, 0.26, 9)]),
        forms.sheet([[(s, -0.21, CHAIR_M - 0.05 * (1 - (s / 0.26) ** 2)), (s, 0.24, CHAIR_M + 0.03 - 0.05 * (1 - (s / 0.26) ** 2))]
                     for s in np.linspace(-0.26, 0.26, 9)]),
    ]  # fmt: skip
    back = shapes.join([c._replace(faces=c.faces[:, ::-1]) for c in cloth])
    steel = []
    for s in (-1, 1):
        x = s * 0.28
        steel += [
            forms.rod((x, -0.30, 0.96), (x, -0.20, 0.0), 0.012, sides=7),
            forms.rod((x, 0.25, 0.62), (x, 0.25, 0.0), 0.012, sides=7),
        ]
        steel.append(forms.rod((x, -0.24, 0.0), (-x, 0.25, CHAIR_M), 0.010, sides=6))
        steel.append(shapes.box((0.06, 0.54, 0.025), center=(x, -0.01, 0.63), bevel=0.01))
    frame = shapes.join(steel).with_data("tint", (0.03, 0.03, 0.032))
    return shapes.join([shapes.join([*cloth, back]).with_data("tint", color), frame]).with_data("shine", 0.0)


def log(length_m: float, seed: int) -> Shape:
    """A log along x to sit on, bark round it and its cut ends pale."""
    rng = np.random.default_rng(seed)
    along = np.linspace(-length_m / 2, length_m / 2, 16)
    turn = np.linspace(0, 2 * math.pi, 22, endpoint=False)
    radius = (
        LOG_M
        / 2
        * (
            1
            + 0.06
            * noise.fractal(
                np.add.outer(along * 1.6, 0 * turn), np.add.outer(0 * along, np.cos(turn) * 2), 3, seed=seed
            )
        )
    )
    radius = radius * (1 + 0.035 * rng.normal(0, 1, (16, 22)))
    ring = np.stack([np.add.outer(along, 0 * turn), radius * np.cos(turn), LOG_M / 2 + radius * np.sin(turn)], -1)
    bark = shapes.rings(ring, caps=False).with_data("tint", (0.115, 0.075, 0.048))
    ends = []
    for k in (0, -1):
        for f, tint in ((1.0, (0.12, 0.08, 0.05)), (0.90, (0.40, 0.27, 0.14))):
            mid = ring[k].mean(axis=0)
            flat = mid + (ring[k] - mid) * f
            flat[:, 0] += (0.004 if k else -0.004) * (1 if f < 1 else 0)
            ends.append(shapes.rings(np.stack([flat, np.repeat(mid[None], 22, 0)]), caps=False).with_data("tint", tint))
    return shapes.join([bark, *ends]).with_data("shine", 0.0)


def bulbs(posts: F64, every_m: float = 0.55, sag_m: float = 0.45) -> tuple[Shape, Shape]:
    """A string of bulbs from post to post (n, 3): its cord, and the bulbs, larger than life so that they are seen."""
    cords, lights = [], []
    for a, b in itertools.pairwise(posts):
        length = float(np.linalg.norm(b - a))
        t = np.linspace(0, 1, max(int(length / every_m), 2))
        path = a + (b - a) * t[:, None]
        path[:, 2] -= sag_m * length / 6.0 * 4 * t * (1 - t)
        cords.append(shapes.sweep(path, 0.008, sides=4))
        lights += [shapes.ball(0.036, center=p - [0, 0, 0.06], sides=8, levels=6) for p in path[1:-1]]
    return shapes.join(cords).with_data("tint", (0.02, 0.02, 0.02)).with_data("shine", 0.0), shapes.join(lights)
