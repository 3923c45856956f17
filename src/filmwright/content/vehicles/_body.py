"""The body of a car as one lofted skin. Windows, lamps, grille and trim are painted on it: each is a distance to its edge, kept on
the points of a fine grid, so that edges stay sharp between them."""

from __future__ import annotations

import itertools
import math
from typing import NamedTuple

import numpy as np
from scipy.interpolate import PchipInterpolator

from filmwright.content.kinds import F64
from filmwright.scene.shade import Expr, Material, mix, op, remap
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, sweep
from filmwright.values import Color

STATIONS, AROUND = 260, 72
ARCH_M = 0.055  # the gap between a tire and the arch over it


class Form(NamedTuple):
    """A car from front (+Y) to rear: rows of y, half width, height of the middle of bonnet, roof base and boot, height of the
    shoulder, height of the underside; the cabin: rows of y, height of the roof; wheels: radius, y of the axles, half track."""

    hull: tuple[tuple[float, float, float, float, float], ...]
    cabin: tuple[tuple[float, float], ...]
    cabin_wide: tuple[float, float] = (0.80, 0.60)
    wheel_m: float = 0.33
    axles: tuple[float, float] = (1.36, -1.36)
    track_m: float = 0.76


SEDAN = Form(
    hull=(
        (2.28, 0.30, 0.50, 0.46, 0.36),
        (2.25, 0.56, 0.60, 0.55, 0.28),
        (2.16, 0.73, 0.69, 0.63, 0.22),
        (1.95, 0.83, 0.77, 0.71, 0.19),
        (1.36, 0.89, 0.88, 0.82, 0.18),
        (0.85, 0.90, 0.96, 0.895, 0.18),
        (0.20, 0.90, 0.98, 0.915, 0.18),
        (-0.60, 0.90, 0.99, 0.935, 0.18),
        (-1.36, 0.895, 1.01, 0.955, 0.19),
        (-1.85, 0.86, 1.03, 0.955, 0.24),
        (-2.15, 0.79, 1.02, 0.92, 0.30),
        (-2.24, 0.66, 0.94, 0.80, 0.36),
        (-2.28, 0.40, 0.74, 0.62, 0.44),
    ),
    cabin=(
        (1.02, 0.90),
        (0.75, 1.06),
        (0.42, 1.24),
        (0.10, 1.375),
        (-0.25, 1.43),
        (-0.75, 1.425),
        (-1.15, 1.36),
        (-1.55, 1.20),
        (-1.90, 1.02),
        (-2.0, 0.96),
    ),
)


class Skin(NamedTuple):
    """The lofted parts and where their surface is: `side(y, z)` gives the half width of the hull there."""

    hull: Shape
    cabin: Shape
    form: Form

    def side(self, y: float, z: float) -> float:
        """Half width of the hull at a height, in metres."""
        section = _section(self.form, np.array([y]))[0]
        upper = section[AROUND // 8 : int(AROUND * 0.8)]
        order = np.argsort(upper[:, 1])
        return float(np.interp(z, upper[order, 1], upper[order, 0]))


def skin(form: Form) -> Skin:
    """The skin of a form, wheel arches cut out."""
    ys = _along(form.hull[-1][0], form.hull[0][0])
    half = _section(form, ys)
    stack = np.stack([half[..., 0], np.broadcast_to(ys[:, None], half.shape[:2]), half[..., 1]], -1)
    whole = np.concatenate([stack, stack[:, ::-1] * [-1.0, 1.0, 1.0]], axis=1)
    hull = rings(whole[:, ::-1], around=True, caps=True)
    hull = _without_arches(hull, form)
    return Skin(hull, _cabin(form), form)


def _along(low: float, high: float) -> F64:
    """Stations from end to end, close together where the ends round off."""
    t = np.linspace(0, 1, STATIONS)
    return np.asarray(low + (high - low) * (0.75 * t + 0.25 * (0.5 - 0.5 * np.cos(math.pi * t))))


def _rows(form: Form, ys: F64) -> tuple[F64, ...]:
    rows = np.array(form.hull)[::-1]
    return tuple(np.asarray(PchipInterpolator(rows[:, 0], rows[:, k])(ys)) for k in range(1, 5))


def _section(form: Form, ys: F64) -> F64:
    """Half sections (n, AROUND, 2) of x and z, from the middle of the underside up to the middle of the top."""
    out = []
    for wide, top, shoulder, low in zip(*_rows(form, ys)):
        tall = shoulder - low
        knots = [
            (0.0, low), (0.70 * wide, low), (0.90 * wide, low + 0.03), (0.965 * wide, low + 0.16 * tall), (0.992 * wide, low + 0.38 * tall),
            (1.0 * wide, low + 0.58 * tall), (0.985 * wide, low + 0.80 * tall), (0.955 * wide, shoulder - 0.035), (0.90 * wide, shoulder),
            (0.78 * wide, shoulder + 0.35 * (top - shoulder)), (0.42 * wide, shoulder + 0.85 * (top - shoulder)), (0.0, top),
        ]  # fmt: skip
        out.append(curve(knots, AROUND))
    return np.array(out)


def _without_arches(hull: Shape, form: Form) -> Shape:
    """The hull without the faces that lie within a wheel arch."""
    centers = hull.points[np.where(hull.faces >= 0, hull.faces, hull.faces[:, :1])].mean(axis=1)
    reach = form.wheel_m + ARCH_M
    keep = np.ones(len(hull.faces), bool)
    for y in form.axles:
        near = np.hypot(centers[:, 1] - y, centers[:, 2] - form.wheel_m) < reach
        keep &= ~(near & (np.abs(centers[:, 0]) > form.track_m - 0.2))
    return hull._replace(faces=hull.faces[keep], slot=hull.slot[keep])


def arches(body: Skin) -> tuple[Shape, Shape]:
    """The rolled edges of the wheel arches, in body color, and the dark wells behind them."""
    form, lips, wells = body.form, [], []
    reach = form.wheel_m + ARCH_M
    for y in form.axles:
        turn = np.radians(np.linspace(-24, 204, 40))
        zs, ys = form.wheel_m + reach * np.sin(turn), y + reach * np.cos(turn)
        for side in (-1.0, 1.0):
            xs = np.array([body.side(float(v), max(float(h), 0.2)) for v, h in zip(ys, zs)])
            path = np.column_stack([side * (xs - 0.004), ys, np.maximum(zs, 0.19)])
            lips.append(sweep(path, 0.021, sides=8, flat=0.8))
            outer = np.column_stack([side * xs * 0.985, ys, zs])
            inner = np.column_stack([np.full_like(xs, side * (form.track_m - 0.26)), ys, zs])
            wells.append(rings(np.array([outer, inner] if side > 0 else [inner, outer]), around=False, caps=False))
            well = lathe([(0.001, 0.0), (reach * 1.02, 0.0)], sides=32, caps=False)
            facing = np.array([[0, 0, side], [0, 1, 0], [-side, 0, 0]], float)
            wells.append(well.turned(facing).moved((side * (form.track_m - 0.26), y, form.wheel_m)))
    return join(lips), join(wells)


def _cabin(form: Form) -> Shape:
    """Roof, pillars and glass from the waist up."""
    rows = np.array(form.cabin)[::-1]
    ys = np.linspace(rows[0, 0], rows[-1, 0], 190)
    roof = np.asarray(PchipInterpolator(rows[:, 0], rows[:, 1])(ys))
    wide_low, wide_high = form.cabin_wide
    _, top, shoulder, _ = _rows(form, ys)
    stack = []
    length = rows[-1, 0] - rows[0, 0]
    for y, high, waist in zip(ys, roof, 0.5 * (top + shoulder) - 0.03):
        end = min((rows[-1, 0] - y) / (0.16 * length), (y - rows[0, 0]) / (0.16 * length), 1.0)
        round_off = 1.0 - 0.16 * (1.0 - max(end, 0.0)) ** 2
        low_w = wide_low * round_off
        share = min(max((high - waist) / (1.43 - waist), 0.02), 1.0)
        high_w = low_w + (wide_high - low_w) * share
        edge = min(0.05, 0.4 * max(high - waist, 0.01))
        knots = [
            (low_w, waist),
            (low_w + (high_w - low_w) * 0.5 + 0.012, waist + 0.5 * (high - waist)),
            (high_w + 0.01, high - edge),
            (high_w * 0.93, high - 0.25 * edge),
            (high_w * 0.5, high + 0.004),
            (0.0, high + 0.012 * share),
        ]
        half = curve(knots, 44)
        left = half[::-1][1:] * [-1.0, 1.0]
        line = np.concatenate([half, left])
        stack.append(np.column_stack([line[:, 0], np.full(len(line), y), line[:, 1]]))
    return rings(np.array(stack)[::-1], around=False, caps=False)


def polygon(points: F64, corners: tuple[tuple[float, float], ...]) -> F64:
    """Distance (n,) of points (n, 2) to the edge of a convex polygon given counter-clockwise, negative inside."""
    c = np.array(corners, float)
    edges = np.roll(c, -1, 0) - c
    normals = np.column_stack([edges[:, 1], -edges[:, 0]])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return np.asarray(np.max([(points - a) @ n for a, n in zip(c, normals)], axis=0))


def oval(points: F64, middle: tuple[float, float], half: tuple[float, float], power: float = 2.6) -> F64:
    """About the distance (n,) of points (n, 2) to a rounded rectangle, negative inside."""
    d = np.abs(points - middle) / half
    return np.asarray(((d**power).sum(axis=1) ** (1 / power) - 1.0) * min(half))


def _step(name: str, soft_m: float = 0.004) -> Expr:
    """1 inside a mask, 0 outside."""
    return remap(Expr(op="attribute", params={"name": name, "number": True}), -soft_m, soft_m, 1.0, 0.0)


def paint(color: Color, *, metallic: float = 0.0, clear: float = 0.0) -> Material:
    """The skin: lacquer, with glass, lamps and trim where the masks say (glass, trim, lamp, tail, chrome; metres, negative inside).
    clear: how much one sees through the glass."""
    glass, trim, lamp, tail, chrome = (_step(n) for n in ("glass", "trim", "lamp", "tail", "chrome"))
    base = mix(color, (0.014, 0.014, 0.015), trim)
    base = mix(base, (0.62, 0.62, 0.63), chrome)
    base = mix(base, (0.010, 0.012, 0.014), glass)
    base = mix(base, (0.55, 0.57, 0.60), lamp)
    base = mix(base, (0.36, 0.008, 0.008), tail)
    shiny = op("max", glass, op("max", lamp, tail))
    return Material(
        color=base,
        metallic=op("max", chrome, metallic),
        roughness=op("max", trim * 0.55, 0.28 - shiny * 0.24 - chrome * 0.18),
        specular=0.5,
        coat=op("max", 1.0 - trim, shiny),
        coat_roughness=0.035,
        emission=mix(mix((0.0, 0.0, 0.0), (0.9, 0.92, 1.0), lamp), (0.5, 0.01, 0.01), tail),
        emission_strength=0.22,
        alpha=1.0 - glass * clear if clear else 1.0,
        preview=color,
    )


def masked(shape: Shape, **masks: F64) -> Shape:
    """The shape with its masks; those not given are nowhere."""
    none = np.full(len(shape.points), 1.0)
    for name in ("glass", "trim", "lamp", "tail", "chrome"):
        shape = shape.with_data(name, masks.get(name, none))
    return shape


def along_side(body: Skin, line: list[tuple[float, float]], side: float, *, radius: float = 0.0035) -> Shape:
    """A thin line over the hull's side through points (y, z): the gap of a door."""
    path = np.concatenate(
        [np.linspace(a, b, 10, endpoint=False) for a, b in itertools.pairwise(line)] + [np.array(line[-1:])]
    )
    xs = np.array([body.side(float(y), float(z)) for y, z in path])
    return sweep(np.column_stack([side * (xs + 0.0005), path]), radius, sides=5)
