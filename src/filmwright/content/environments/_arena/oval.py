"""The oval of a 400 m track and what is marked on it and on the pitch within, as arithmetic in a shader: lines stay sharp however near one
is. Its middle is at CENTER, its straights run along Y. Source of the figures: World Athletics, Track and Field Facilities Manual, 2019."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene.shade import Expr, Value, coords, op, remap

CENTER = (-41.4, 34.0)
STRAIGHT_M = 84.39
RADIUS_M, LANE_M, LANES = 36.5, 1.22, 8
OUTER_M = RADIUS_M + LANE_M * LANES
APRON_M = OUTER_M + 3.6  # where the stands begin
CHUTE_Y = -42.0  # how far the home straight runs on behind the start
PITCH = (34.0, 52.5)  # half the width and half the length
LINE_M = 0.05


def off(x: F64, y: F64) -> F64:
    """Metres of points from the oval's core, the line between the middles of its bends."""
    dy = np.maximum(np.abs(y - CENTER[1]) - STRAIGHT_M / 2, 0)
    return np.hypot(x - CENTER[0], dy)


def ring(radius_m: float, count: int = 220) -> F64:
    """Points (count, 2) round the oval at a distance from its core, even along the way, counter-clockwise from the right straight's foot;
    the last is the first."""
    bend = math.pi * radius_m
    total = 2 * STRAIGHT_M + 2 * bend
    s = np.linspace(0, total, count)
    cx, cy, half = CENTER[0], CENTER[1], STRAIGHT_M / 2
    out = np.zeros((count, 2))
    for k, t in enumerate(s):
        if t < STRAIGHT_M:
            out[k] = (cx + radius_m, cy - half + t)
        elif t < STRAIGHT_M + bend:
            a = (t - STRAIGHT_M) / radius_m
            out[k] = (cx + radius_m * math.cos(a), cy + half + radius_m * math.sin(a))
        elif t < 2 * STRAIGHT_M + bend:
            out[k] = (cx - radius_m, cy + half - (t - STRAIGHT_M - bend))
        else:
            a = math.pi + (t - 2 * STRAIGHT_M - bend) / radius_m
            out[k] = (cx + radius_m * math.cos(a), cy - half + radius_m * math.sin(a))
    return out


class Marked(NamedTuple):
    """What lies where, each 0..1: the track, its white lines, the turf within, the pitch's lines, the stripes it was mown in."""

    track: Expr
    lines: Expr
    turf: Expr
    chalk: Expr
    mown: Expr


def marked() -> Marked:
    """The oval's markings at a place."""
    x, y = op("x", coords()) - CENTER[0], op("y", coords()) - CENTER[1]
    half = STRAIGHT_M / 2
    dy = op("max", op("abs", y) - half, 0.0)
    away = op("sqrt", x * x + dy * dy)
    behind = op("mul", op("greater", x, 0.0), op("less", y, -half)) * op("greater", y, CHUTE_Y - CENTER[1])
    oval, oval_lines = _lanes(away)
    straight, straight_lines = _lanes(x)
    track = op("max", oval, straight * behind)
    start = _near(op("abs", y - (-CENTER[1] - 5.0)), LINE_M * 0.6) * straight * op("greater", x, 0.0)
    finish = _near(op("abs", y - (half - 1.0)), LINE_M * 0.6) * straight * op("greater", x, 0.0)
    lines = op("max", op("max", oval_lines, straight_lines * behind), op("max", start, finish))
    turf = op("less", away, RADIUS_M - 0.35)
    w, long = PITCH
    ax, ay = op("abs", x), op("abs", y)
    frame = _box(ax, ay, w, long)
    box = _box(ax, long - ay, 20.16, 16.5)
    goal = _box(ax, long - ay, 9.16, 5.5)
    inside = op("less", ax, w + 0.06) * op("less", ay, long + 0.06)
    circle = _near(op("abs", op("sqrt", x * x + y * y) - 9.15), 0.06)
    halfway = _near(ay, 0.06) * op("less", ax, w)
    chalk = op("max", op("max", frame, op("max", box, goal) * inside), op("max", circle, halfway))
    mown = op("greater", op("fract", y * (1 / 10.5)), 0.5)
    return Marked(track, lines, turf, chalk * turf, mown)


def _lanes(away: Expr) -> tuple[Expr, Expr]:
    """Whether a distance from the core is on the track, and on one of its lines."""
    lane = (away - RADIUS_M) * (1 / LANE_M)
    nearest = op("abs", op("fract", lane + 0.5) - 0.5) * LANE_M
    on = op("greater", lane, -0.04) * op("less", lane, LANES + 0.04)
    return on, _near(nearest, LINE_M / 2) * on


def _near(distance: Value, half_m: float) -> Expr:
    """1 within half_m, 0 a little beyond."""
    return remap(distance, half_m + 0.008, half_m)


def _box(ax: Expr, ay: Expr, half_w: float, long: float) -> Expr:
    """The outline of a rectangle from ay = 0 to `long`, half_w to either side."""
    side = _near(op("abs", ax - half_w), 0.06) * op("less", ay, long + 0.06)
    end = _near(op("abs", ay - long), 0.06) * op("less", ax, half_w + 0.06)
    return op("max", side, end)
