"""What stands along a piste: markers, a safety net, floodlights, a snow gun, skis stuck in the snow. Colors as `tint`."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

Ground = Callable[[F64, F64], F64]
FLOOD_M = 10.5  # height of a floodlight
_ORANGE: Color = (0.78, 0.10, 0.015)
_STEEL: Color = (0.28, 0.30, 0.31)


def _z(ground: Ground, x: float, y: float) -> float:
    return float(ground(np.array([x]), np.array([y]))[0])


def markers(ground: Ground, places: F64) -> Shape:
    """Poles (n, 2) with an orange head and a blue disc towards those who come down and those who look up."""
    pole = forms.rod((0, 0, -0.3), (0, 0, 1.95), 0.022, sides=7).with_data("tint", (0.55, 0.54, 0.52))
    head = forms.rod((0, 0, 1.55), (0, 0, 1.97), 0.03, sides=8).with_data("tint", _ORANGE)
    disc = shapes.lathe([(0.001, -0.012), (0.25, -0.012), (0.25, 0.012), (0.001, 0.012)], sides=26, caps=False)
    disc = disc.turned(shapes.rotation(x=math.pi / 2)).moved((0, 0, 1.32)).with_data("tint", (0.012, 0.07, 0.36))
    ring = forms.hoop(0.25, 0.02, (0, 0, 1.32), axis="y").with_data("tint", (0.7, 0.7, 0.7))
    one = shapes.join([pole, head, disc, ring])
    return shapes.join(one.moved((float(x), float(y), _z(ground, x, y))) for x, y in places)


def net(ground: Ground, line: F64) -> Shape:
    """A net of orange cord along a line (n, 2), between red poles."""
    fine = shapes.curve(line, int(np.linalg.norm(np.diff(line, axis=0), axis=1).sum() / 0.22))
    z = ground(fine[:, 0], fine[:, 1])
    sag = 0.06 * np.abs(np.sin(np.arange(len(fine)) * math.pi / 11))
    high = np.linspace(0.08, 1.38, 8)
    points = np.stack([np.column_stack([fine, z + h - sag * (h / 1.38)]) for h in high])  # (rows, along, 3)
    thick = 0.011
    parts = []
    up = np.array([0.0, 0.0, thick])
    for row in points:  # a cord along, as a strip that stands upright
        parts.append(shapes.rings(np.stack([row - up, row + up]), around=False, caps=False))
    ahead = np.gradient(fine, axis=0)
    ahead = np.column_stack([ahead / np.linalg.norm(ahead, axis=1, keepdims=True), np.zeros(len(fine))]) * thick
    for k in range(len(fine)):
        column = points[:, k]
        parts.append(shapes.rings(np.stack([column - ahead[k], column + ahead[k]]), around=False, caps=False))
    cords = shapes.join(parts).with_data("tint", _ORANGE)
    poles = [
        forms.rod((fine[k, 0], fine[k, 1], z[k] - 0.3), (fine[k, 0], fine[k, 1], z[k] + 1.62), 0.02, sides=7)
        for k in range(0, len(fine), 11)
    ]
    return shapes.join([cords, shapes.join(poles).with_data("tint", (0.55, 0.03, 0.03))])


def floodlights(ground: Ground, places: F64) -> tuple[Shape, Shape, F64]:
    """Masts at places (n, 2), what of them shines, and where the lamps are (n, 3); they look across the piste, towards +X."""
    masts, panes, lamps = [], [], []
    for x, y in places:
        z = _z(ground, x, y)
        masts.append(shapes.lathe([(0.16, -0.6), (0.09, FLOOD_M)], sides=10).moved((x, y, z)))
        masts.append(shapes.box((0.14, 1.5, 0.12), center=(x, y, z + FLOOD_M)))
        for dy in (-0.5, 0.5):
            tilt = shapes.rotation(y=0.62)
            masts.append(shapes.box((0.22, 0.62, 0.5), bevel=0.04).turned(tilt).moved((x + 0.22, y + dy, z + FLOOD_M)))
            pane = shapes.box((0.02, 0.52, 0.40), center=(0.125, 0, 0)).turned(tilt)
            panes.append(pane.moved((x + 0.22, y + dy, z + FLOOD_M)))
        lamps.append((x + 0.6, y, z + FLOOD_M - 0.2))
    return shapes.join(masts).with_data("tint", _STEEL), shapes.join(panes), np.array(lamps)


def snow_gun() -> Shape:
    """A fan gun on its carriage, aimed over the piste (+X, up)."""
    yellow: Color = (0.62, 0.40, 0.015)
    drum = shapes.lathe(
        [(0.50, -0.75), (0.56, -0.7), (0.50, -0.35), (0.47, 0.6), (0.55, 0.8), (0.57, 0.9), (0.50, 0.9), (0.44, 0.5), (0.001, 0.3)],
        sides=36, caps=False,
    )  # fmt: skip
    aim = shapes.rotation(y=math.radians(58))
    nozzles = shapes.lathe([(0.52, 0.82), (0.62, 0.84), (0.62, 0.94), (0.52, 0.96)], sides=36, closed=True)
    parts = [
        drum.turned(aim).moved((0, 0, 1.75)).with_data("tint", yellow),
        nozzles.turned(aim).moved((0, 0, 1.75)).with_data("tint", (0.3, 0.31, 0.32)),
    ]
    legs = [
        forms.rod((0, 0, 0.85), (0.8 * math.cos(a), 0.8 * math.sin(a), -0.2), 0.045, sides=8) for a in (0.3, 2.4, 4.5)
    ]
    fork = [
        forms.pipe([(0, s * 0.1, 0.85), (0, s * 0.62, 1.1), (0, s * 0.6, 1.75)], 0.05, count=12, sides=8)
        for s in (-1, 1)
    ]
    box = shapes.box((0.5, 0.6, 0.5), center=(-0.2, 0, 0.75), bevel=0.04).with_data("tint", (0.04, 0.12, 0.30))
    parts += [shapes.join([*legs, *fork]).with_data("tint", _STEEL), box]
    return shapes.join(parts)


def stuck_skis(color: Color, rng: np.random.Generator) -> Shape:
    """A pair of skis that stand in the snow, their poles beside them."""
    parts = []
    for s in (-1, 1):
        t = np.linspace(0, 1, 22)
        z = -0.28 + 1.72 * t
        half = 0.040 + 0.014 * (np.abs(2 * t - 1) ** 2) - 0.03 * np.clip((t - 0.93) / 0.07, 0, 1) ** 2
        bow = 0.10 * np.clip((t - 0.84) / 0.16, 0, 1) ** 2
        rows = np.stack([
            np.column_stack([-half, bow - 0.006, z]), np.column_stack([half, bow - 0.006, z]),
            np.column_stack([half, bow + 0.006, z]), np.column_stack([-half, bow + 0.006, z]),
        ], 1)  # fmt: skip
        ski = shapes.rings(rows).turned(
            shapes.rotation(x=float(rng.normal(0, 0.05)), y=s * 0.05, z=float(rng.normal(0, 0.15)))
        )
        parts.append(ski.moved((s * 0.09, 0, 0)).with_data("tint", color))
        for h in (0.42, 0.74):
            grip = shapes.box((0.075, 0.09, 0.14), center=(s * 0.09 + s * 0.03 * h, -0.05, h), bevel=0.02)
            parts.append(grip.with_data("tint", (0.02, 0.02, 0.022)))
        x = 0.34 + 0.1 * s
        pole = forms.rod((x, 0.1, -0.2), (x + 0.05 * s, 0.12, 1.12), 0.011, sides=6)
        basket = forms.hoop(0.05, 0.008, (x, 0.1, 0.02))
        grip = forms.rod((x + 0.045 * s, 0.12, 0.98), (x + 0.052 * s, 0.12, 1.16), 0.02, sides=7)
        parts += [
            pole.with_data("tint", (0.4, 0.41, 0.42)),
            shapes.join([basket, grip]).with_data("tint", (0.03, 0.03, 0.03)),
        ]
    return shapes.join(parts)
