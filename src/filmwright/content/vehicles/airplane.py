"""An airliner: two engines below swept wings, gear down."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("airplane", "plane", "airliner", "jet")
EXAMPLE = "An airplane"
COLOR = "white"
HOME = ("runway", "salt_flat", "studio")
SPEEDS = {"drive": 9.0, "move": 9.0, "take_off": 16.0, "land": 16.0, "fly": 18.0}
CLIMBS = ("nose",)
CEILING_M = (11.0,)

NOSE = (
    (15.2, 0.05, -0.42),
    (15.0, 0.42, -0.38),
    (14.4, 0.95, -0.26),
    (13.4, 1.45, -0.12),
    (12.0, 1.80, -0.02),
    (10.0, 1.88, 0.0),
    (-6.0, 1.88, 0.0),
    (-9.5, 1.62, 0.22),
    (-12.5, 1.08, 0.62),
    (-14.6, 0.55, 0.98),
    (-15.3, 0.14, 1.10),
)
"""The fuselage from nose to tail: y, radius, height of its middle over the axis."""


class Params(NamedTuple):
    """One airplane: color of its fuselage, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The airplane somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The airliner on its wheels; 30 m long."""
    z = 3.1
    smooth = curve(np.array(NOSE), 130)
    t = np.linspace(0, 2 * math.pi, 56, endpoint=False)
    hull = rings(
        np.array(
            [
                np.column_stack([max(r, 0.03) * np.cos(t), np.full(56, y), z + m + max(r, 0.03) * np.sin(t)])
                for y, r, m in smooth
            ]
        )[:, ::-1]
    )
    wings = [_wing([(1.5, 4.3, -1.15, 6.4, 0.62), (5.2, 1.2, -0.78, 3.7, 0.36), (14.2, -4.2, 0.10, 1.35, 0.14)], z)]
    wings += [_wing([(0.5, -11.6, 0.95, 3.1, 0.26), (5.1, -14.2, 1.35, 1.3, 0.12)], z)]
    fin = _fin(z)
    tips = [
        _plate([(14.15, -4.2, z + 0.12), (14.15, -5.5, z + 0.12), (14.55, -5.75, z + 1.35), (14.50, -5.15, z + 1.35)])
    ]
    nacelles, fans = [], []
    for s in (-1.0, 1.0):
        at = np.array([s * 4.9, 4.1, z - 1.72])
        shell = (
            lathe(
                [
                    (0.80, -1.9),
                    (0.93, -0.9),
                    (1.03, 0.3),
                    (1.04, 1.2),
                    (0.98, 1.62),
                    (0.92, 1.66),
                    (0.86, 1.60),
                    (0.85, 1.0),
                ],
                sides=48,
                caps=False,
            )
            .turned(rotation(x=-math.pi / 2))
            .moved(at)
        )
        core = (
            lathe([(0.001, -2.9), (0.30, -2.5), (0.52, -1.9), (0.60, -1.2)], sides=36, caps=False)
            .turned(rotation(x=-math.pi / 2))
            .moved(at)
        )
        nacelles += [shell, _pylon(s, at, z)]
        fans += [
            lathe([(0.86, 0.95), (0.25, 1.0), (0.001, 1.35)], sides=40, caps=False)
            .turned(rotation(x=-math.pi / 2))
            .moved(at),
            core,
        ]
        fans += [
            box((0.05, 0.02, 0.60), center=(0, 0, 0.55), bevel=0.005)
            .turned(rotation(y=k * 2 * math.pi / 18))
            .moved(at + [0, 1.02, 0])
            for k in range(18)
        ]
    windows = []
    for y in np.arange(-7.6, 11.2, 0.52):
        for s in (-1.0, 1.0):
            windows.append(_spot(s, float(y), z + 0.42, 0.13, 0.19))
    doors = [_spot(s, y, z + 0.05, 0.42, 0.95, thin=True) for s in (-1.0, 1.0) for y in (9.4, -6.9)]
    glass = _windscreen(z)
    wheels, legs = [], []
    for x, y, r in ((0.0, 11.8, 0.40), (-2.9, -0.9, 0.58), (2.9, -0.9, 0.58)):
        top = z - 1.5 if x == 0 else z - 1.0
        legs.append(sweep([(x, y, r), (x, y, top)], 0.11, sides=14))
        legs.append(sweep([(x, y + 0.1, r + 0.5), (x * 0.7, y + 1.0, top)], 0.05, sides=10))
        wheels += [
            _wheels.wheel(r, 0.34, rim=0.5, solid=True).moved((x + d, y, r))
            if d > 0
            else _wheels.wheel(r, 0.34, rim=0.5, solid=True).mirrored(0).moved((x + d, y, r))
            for d in (-0.33, 0.33)
        ]
    stripe = [_band(s, z) for s in (-1.0, 1.0)]
    nodes = (
        things.mesh("airplane hull", join([hull, *nacelles[1::2]]), "white"),
        things.mesh("airplane wings", join([*wings, *[w.mirrored(0) for w in wings]]), "gray"),
        things.mesh("airplane fin", join([fin, *tips, *[w.mirrored(0) for w in tips], *stripe]), "livery"),
        things.mesh("airplane engines", join(nacelles[0::2]), "livery"),
        things.mesh("airplane fans", join(fans), "metal"),
        things.mesh("airplane windows", join([*windows, glass]), "glass"),
        things.mesh("airplane doors", join(doors), "line"),
        things.mesh("airplane legs", join(legs), "metal"),
        things.mesh("airplane wheels", join(wheels), *_wheels.MATERIALS),
    )
    plain = min(params.color) > 0.5
    made = {
        "white": things.made_of("lacquer", params.color),
        "gray": things.made_of("lacquer", (0.45, 0.46, 0.48)),
        "livery": things.made_of("lacquer", (0.02, 0.10, 0.32) if plain else (0.75, 0.75, 0.74)),
        "metal": things.made_of("metal", (0.4, 0.41, 0.43)),
        "line": things.made_of("plastic", (0.35, 0.36, 0.38)),
        **_coach.trims(),
        **_wheels.materials(),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.95), params.scale)


def _airfoil(chord: float, thick: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A section in the yz plane, its nose at y = 0, running back."""
    a = np.linspace(0, 2 * math.pi, 36, endpoint=False)
    y = -chord * (0.5 - 0.5 * np.cos(a))
    s = -y / chord
    z = (
        np.sign(np.sin(a))
        * thick
        * (1.48 * np.sqrt(np.maximum(s, 0)) - 0.63 * s - 1.76 * s**2 + 1.42 * s**3 - 0.5 * s**4)
        * 1.1
    )
    return np.column_stack([y, z])


def _wing(rows: list[tuple[float, float, float, float, float]], z: float) -> Shape:
    """A right wing through stations (x, y of the leading edge, height, chord, thickness)."""
    stack = []
    for x, y, up, chord, thick in rows:
        o = _airfoil(chord, thick / 2)
        stack.append(np.column_stack([np.full(len(o), x), y + o[:, 0], z + up + o[:, 1]]))
    return rings(np.array(stack)[:, ::-1])


def _fin(z: float) -> Shape:
    stack = []
    for up, y, chord, thick in ((1.3, -9.4, 5.4, 0.42), (2.4, -10.6, 4.2, 0.36), (6.6, -14.1, 2.0, 0.18)):
        o = _airfoil(chord, thick / 2)
        stack.append(np.column_stack([o[:, 1], y + o[:, 0], np.full(len(o), z + up)]))
    return rings(np.array(stack))


def _plate(corners: list[tuple[float, float, float]]) -> Shape:
    """A thin winglet."""
    c = np.array(corners)
    return rings(np.array([c, c + [0.05, 0, 0]]))


def _pylon(side: float, at: np.ndarray[tuple[int], np.dtype[np.float64]], z: float) -> Shape:
    rows = []
    for up, front, back in ((0.85, 1.2, -1.4), (1.35, 0.2, -2.4)):
        rows.append(
            np.array(
                [
                    [at[0] - 0.10, at[1] + front, at[2] + up],
                    [at[0] + 0.10, at[1] + front, at[2] + up],
                    [at[0] + 0.10, at[1] + back, at[2] + up],
                    [at[0] - 0.10, at[1] + back, at[2] + up],
                ]
            )
        )
    return rings(np.array(rows)[:, ::-1])


def _spot(side: float, y: float, z: float, half: float, tall: float, *, thin: bool = False) -> Shape:
    """A window on the hull's side, or the gap round a door."""
    a = np.linspace(0, 2 * math.pi, 20, endpoint=False)
    power = 0.55
    dy, dz = (
        half * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** power,
        tall * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** power,
    )
    up = z + dz - 3.1
    x = np.sqrt(np.maximum(1.892**2 - up**2, 0.01))
    path = np.column_stack([side * x, y + dy, z + dz])
    if thin:
        return sweep(path, 0.018, sides=6, closed=True)
    middle = np.array([side * math.sqrt(1.90**2 - (z - 3.1) ** 2), y, z])
    rows = np.array([path, middle + (path - middle) * 0.02 + [side * 0.004, 0, 0]])
    return rings(rows if side > 0 else rows[:, ::-1], caps=False)


def _windscreen(z: float) -> Shape:
    """The band of cockpit windows, laid on the skin of the nose."""
    rows = curve(np.array(NOSE), 400)
    parts = []
    for low, high in ((-1.12, -0.62), (-0.56, -0.04), (0.04, 0.56), (0.62, 1.12)):
        stack = []
        for up in (0.36, 0.52, 0.70, 0.86):
            line = []
            for x in np.linspace(low, high, 9):
                room = rows[:, 1] - np.hypot(x, up - rows[:, 2])
                line.append([x, float(rows[int(np.argmax(room > 0)), 0]) + 0.012, z + up])
            stack.append(line)
        sheet = rings(np.array(stack), around=False, caps=False)
        parts.append(join([sheet, sheet._replace(faces=sheet.faces[:, ::-1])]))
    return join(parts)


def _band(side: float, z: float) -> Shape:
    """A stripe along the hull below its windows."""
    ys = np.linspace(-9.0, 12.0, 60)
    rows = []
    for up in (-0.16, -0.02):
        r = np.interp(ys, [-9.5, -6.0, 10.0, 12.0], [1.64, 1.885, 1.885, 1.81])
        rows.append(np.column_stack([side * (np.sqrt(np.maximum(r**2 - up**2, 0.1)) + 0.012), ys, np.full(60, z + up)]))
    return rings(np.array(rows) if side < 0 else np.array(rows)[:, ::-1], around=False, caps=False)
