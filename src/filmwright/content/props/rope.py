"""A coil of thick rope, its end lying out of it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.scene.shapes import Shape, curve, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("rope", "coil of rope")
EXAMPLE = "A rope in a studio"
COLOR = "#b3925c"
HOME = ("studio",)
GRIP = ("carry",)
HANGS_M = 9.0  # of one that is climbed
_R_M = 0.013


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The rope somebody asked for."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever climbs it has it hanging from above."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The coil, five layers high; to climb, it hangs down to the ground."""
    if params.action == "climb_rope":
        return _hanging(params)
    rng = np.random.default_rng(params.seed)
    points: list[tuple[float, float, float]] = [(0.52, 0.16, _R_M), (0.40, 0.22, _R_M), (0.28, 0.12, _R_M)]
    turns = 0
    for layer in range(5):
        rows = 3 if layer < 4 else 2
        order = range(rows) if layer % 2 else range(rows - 1, -1, -1)
        for k in order:
            r = 0.135 + 0.0235 * k + 0.006 * (layer % 2)
            for j in range(12):
                a = 2 * math.pi * (j / 12) + 0.4
                lift = _R_M + layer * 0.0225 + rng.uniform(-0.0015, 0.0015)
                points.append(
                    (
                        (r + rng.uniform(-0.002, 0.002)) * math.cos(a),
                        (r + rng.uniform(-0.002, 0.002)) * math.sin(a),
                        lift,
                    )
                )
            turns += 1
    points += [(0.10, 0.09, 0.125), (0.13, 0.17, 0.115), (0.16, 0.225, 0.05), (0.10, 0.30, _R_M), (0.0, 0.33, _R_M)]
    path = curve(np.array(points), 110 * turns)
    whip = [sweep(path[end], _R_M * 1.08, sides=14) for end in (slice(0, 5), slice(-5, None))]
    thing = Thing(
        nodes=(
            things.mesh("rope strands", _laid(path), "hemp", sharp_rad=None),
            things.mesh("rope ends", join(whip), "twine"),
        ),
        materials={"hemp": _hemp(params.color), "twine": things.made_of("cotton", (0.32, 0.05, 0.04))},
        view_rad=0.0,
        top=(0.0, 0.0, 0.12),
    )
    return things.scaled(thing, params.size)


def _hanging(params: Asked) -> Thing:
    """The rope along z, a knot at its lower end."""
    z = np.linspace(0.05, HANGS_M, 900)
    line = np.column_stack([0.004 * np.sin(1.1 * z), 0.004 * np.cos(0.9 * z), z])
    knot = sweep(
        curve([(0.02, 0.0, 0.16), (-0.03, 0.015, 0.13), (0.03, -0.015, 0.11), (0.0, 0.0, 0.07)], 30), 1.4 * _R_M
    )
    return Thing(
        nodes=(
            things.mesh("rope strands", _laid(line), "hemp", sharp_rad=None),
            things.mesh("rope ends", knot, "hemp", sharp_rad=None),
        ),
        materials={"hemp": _hemp(params.color)},
    )


def _laid(path: F64) -> Shape:
    """Three strands twisted round the path."""
    t = np.gradient(path, axis=0)
    t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
    reach = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    u = np.cross(t, [0.0, 0.0, 1.0] if abs(t[0, 2]) < 0.9 else [0.0, 1.0, 0.0])
    u /= np.maximum(np.linalg.norm(u, axis=1, keepdims=True), 1e-9)
    w = np.cross(u, t)
    made = []
    for phase in (0.0, 2.0944, 4.1888):
        a = reach / 0.052 * 2 * math.pi + phase
        line = path + 0.5 * _R_M * (np.cos(a)[:, None] * u + np.sin(a)[:, None] * w)
        made.append(sweep(line, 0.56 * _R_M, sides=8))
    return join(made)


def _hemp(color: Color) -> Material:
    """Hairy fibers."""
    rest = coords("rest")
    fiber = noise(rest, scale=260.0, detail=4)
    dark: Color = (0.45 * color[0], 0.42 * color[1], 0.38 * color[2])
    return Material(
        color=mix(dark, color, fiber * 0.7 + noise(rest, scale=14.0) * 0.4),
        roughness=0.9,
        specular=0.15,
        bumps=(Bump(height=fiber, strength=0.7, distance_m=0.002),),
        preview=color,
    )
