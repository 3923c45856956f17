"""A modern train: a streamlined power car and a coach on their track."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shade import Bump, Material, coords, mix, noise, voronoi
from filmwright.scene.shapes import Shape, box, curve, join, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("train", "railway train")
EXAMPLE = "A train"
COLOR = "dark_red"
HOME = ("train_station", "meadow", "studio")
STANDS = "track"
SPEEDS = {"drive": 14.0, "move": 10.0, "pass_by": 14.0}
BED_M = 0.40  # how high the ballast lies over the ground


class Params(NamedTuple):
    """One train: color of its bands, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The train somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The train on a stretch of track; its nose looks ahead."""
    w, low, high = 2.9, 0.95, 3.95
    nose = [
        (13.6, 0.20, 0.24),
        (13.45, 0.42, 0.36),
        (13.0, 0.66, 0.50),
        (12.2, 0.83, 0.66),
        (11.2, 0.93, 0.83),
        (10.2, 0.98, 0.94),
        (9.2, 1.0, 1.0),
    ]
    power = _coach.coachwork(
        w, low, high, (*((y, a, b) for y, a, b in nose), (0.5, 1.0, 1.0), (0.42, 0.97, 0.985)), radius=0.55
    )
    coaches = [
        _coach.coachwork(
            w,
            low,
            high,
            ((y, 0.97, 0.985), (y - 0.08, 1.0, 1.0), (y - 11.4, 1.0, 1.0), (y - 11.48, 0.97, 0.985)),
            radius=0.42,
        )
        for y in (-0.2,)
    ]
    gaps = [box((2.3, 0.7, 2.5), center=(0, y, 2.35), bevel=0.1) for y in (0.1,)]
    panes, rubbers, doors, bands = [], [], [], []
    for side in (-1.0, 1.0):
        for first, count in ((-1.9, 6), (6.4, 4)):
            for k in range(count):
                y = first - 1.55 * k
                glass, rubber = _coach.pane(side, w / 2, (y - 1.3, y), (2.25, 3.15), bevel=0.12)
                panes.append(glass)
                rubbers.append(rubber)
        for y in (-0.75, -10.95, 7.6):
            glass, rubber = _coach.pane(side, w / 2, (y - 0.42, y + 0.42), (1.15, 3.2), bevel=0.08)
            doors.append(rubber)
            pane, _ = _coach.pane(side, w / 2, (y - 0.25, y + 0.25), (2.25, 3.0), proud=0.012)
            panes.append(pane)
        bands += [
            box((0.012, 11.3, 0.36), center=(side * (w / 2 + 0.002), y - 5.75, 1.62), bevel=0.004) for y in (-0.2,)
        ]
        bands.append(box((0.012, 8.6, 0.36), center=(side * (w / 2 + 0.002), 4.85, 1.62), bevel=0.004))
    glass = _screen()
    lamps = [box((0.34, 0.10, 0.14), center=(s * 0.62, 13.22, 1.62), bevel=0.04) for s in (-1, 1)]
    skirts = [box((2.6, length, 0.45), center=(0, y, 0.86), bevel=0.06) for length, y in ((11.6, 5.9), (10.8, -5.9))]
    roof = [box((1.5, 2.4, 0.22), center=(0, y, high + 0.05), bevel=0.08) for y in (3.5, -4.0, -8.0)]
    wheel = _wheels.wheel(0.46, 0.14, rim=0.86, solid=True)
    bogies, wheels = [], []
    for y in (9.6, 2.2, -2.2, -9.6):
        bogies += [box((0.18, 3.2, 0.24), center=(s * 0.98, y, 0.62), bevel=0.05) for s in (-1, 1)]
        for d in (-1.2, 1.2):
            wheels += [wheel.moved((0.78, y + d, 0.66)), wheel.mirrored(0).moved((-0.78, y + d, 0.66))]
    rails, sleepers, bed = _track()
    arm = [
        sweep(
            curve([(s * 0.5, -3.2, high + 0.15), (s * 0.45, -4.2, high + 0.62), (s * 0.55, -3.3, high + 1.15)], 14),
            0.03,
            sides=8,
        )
        for s in (-1, 1)
    ]
    arm.append(sweep([(-0.85, -3.3, high + 1.16), (0.85, -3.3, high + 1.16)], 0.035, sides=8))
    drawn = (
        things.mesh("train body", join([power, *coaches]), "white"),
        things.mesh("train bands", join(bands), "paint"),
        things.mesh("train nose", _cheek(), "paint"),
        things.mesh("train dark", join([*gaps, *rubbers, *doors, *skirts, *roof, *bogies, *arm]), "rubber"),
        things.mesh("train glass", join([*panes, glass]), "glass"),
        things.mesh("train lamps", join(lamps), "white lamp"),
        things.mesh("train wheels", join(wheels), *_wheels.MATERIALS),
        things.mesh("train rails", rails, "metal"),
        things.mesh("train sleepers", sleepers, "concrete"),
        things.mesh("train bed", bed, "gravel"),
    )
    nodes = tuple(
        n.model_copy(update={"points": np.asarray(n.points) + np.array([0, 0, BED_M], np.float32)}) for n in drawn
    )
    made = {
        "white": things.made_of("lacquer", (0.70, 0.71, 0.72)),
        "paint": things.made_of("lacquer", params.color),
        "metal": things.made_of("metal", (0.32, 0.29, 0.26)),
        "concrete": things.made_of("stone", (0.36, 0.34, 0.31)),
        "gravel": _gravel(),
        **_coach.trims(),
        **_wheels.materials((0.2, 0.19, 0.18)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.5), params.scale)


def _screen() -> Shape:
    """The windscreen on the slope of the nose."""
    rows = []
    for y, z, half in ((12.15, 2.86, 0.72), (11.6, 3.12, 0.86), (11.0, 3.42, 0.92), (10.55, 3.60, 0.82)):
        a = np.linspace(-1, 1, 15)
        rows.append(np.column_stack([half * a, y - 0.20 * a**2, z + 0.15 - 0.12 * np.abs(a) ** 2.5]))
    sheet = rings(np.array(rows), around=False, caps=False)
    return join([sheet, sheet._replace(faces=sheet.faces[:, ::-1])])


def _cheek() -> Shape:
    """A painted chin under the lamps."""
    return box((1.05, 0.16, 0.14), center=(0, 13.46, 1.30), bevel=0.05)


def _track() -> tuple[Shape, Shape, Shape]:
    length, middle = 44.0, 1.0
    rails = join([box((0.07, length, 0.15), center=(s * 0.752, middle, 0.125), bevel=0.02) for s in (-1, 1)])
    sleepers = join(
        [
            box((2.5, 0.26, 0.14), center=(0, middle - length / 2 + 0.3 + 0.6 * k, 0.0), bevel=0.02)
            for k in range(int(length / 0.6))
        ]
    )
    rows = []
    for x, z in ((-3.0, -0.42), (-1.7, 0.02), (1.7, 0.02), (3.0, -0.42)):
        rows.append([(x, y, z) for y in np.linspace(middle - length / 2, middle + length / 2, 120)])
    return rails, sleepers, rings(np.array(rows)[:, ::-1], around=False, caps=False)


def _gravel() -> Material:
    stones = voronoi(coords("rest"), scale=17.0)
    shade = noise(coords("rest"), scale=14.0, detail=4)
    return Material(
        color=mix((0.13, 0.12, 0.11), (0.40, 0.37, 0.34), shade),
        roughness=0.95,
        bumps=(Bump(height=stones, strength=1.0, distance_m=0.05),),
        preview=(0.26, 0.24, 0.22),
    )
