"""A lorry: a cab over its engine, a box body behind."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import Shape, box, join, lathe, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("truck", "lorry")
EXAMPLE = "A white truck on a city street"
COLOR = "blue"
HOME = ("city_street", "studio")
SPEEDS = {"drive": 7.0, "move": 5.0, "drive_truck": 7.0, "slow_down": 4.0, "accelerate": 8.0}


class Params(NamedTuple):
    """One truck: color of its cab, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The truck somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The lorry."""
    w, front = 2.4, 3.9
    cab = _coach.coachwork(
        w,
        0.62,
        3.0,
        (
            (front, 0.92, 0.80),
            (front - 0.04, 0.97, 0.88),
            (front - 0.22, 1.0, 0.97),
            (front - 0.55, 1.0, 1.0),
            (front - 1.75, 1.0, 1.0),
            (front - 1.8, 0.97, 0.98),
        ),
        radius=0.16,
    )
    shield = _coach.coachwork(
        2.2,
        2.9,
        3.55,
        ((front - 0.75, 0.9, 0.15), (front - 1.15, 1.0, 0.7), (front - 1.7, 1.0, 1.0), (front - 1.75, 0.98, 0.98)),
        radius=0.12,
    )
    cargo = box((2.5, 5.6, 2.55), center=(0, -1.05, 2.30), bevel=0.03)
    ribs = [
        box((0.03, 0.05, 2.5), center=(s * 1.255, 1.65 - 0.9 * k, 2.30), bevel=0.008) for s in (-1, 1) for k in range(7)
    ]
    rails = [box((2.54, 0.09, 0.12), center=(0, y, z), bevel=0.02) for y in (1.72, -3.82) for z in (1.06, 3.52)]
    rails += [box((0.06, 5.6, 0.12), center=(s * 1.25, -1.05, z), bevel=0.015) for s in (-1, 1) for z in (1.06, 3.52)]
    chassis = [box((0.12, 7.2, 0.24), center=(s * 0.42, 0.0, 0.78), bevel=0.02) for s in (-1, 1)]
    tank = (
        lathe(
            [(0.001, -0.55), (0.28, -0.55), (0.30, -0.53), (0.30, 0.53), (0.28, 0.55), (0.001, 0.55)],
            sides=32,
            caps=False,
        )
        .turned(rotation(x=math.pi / 2))
        .moved((-0.95, 0.95, 0.72))
    )
    panes, rubbers = [], []
    glass, rubber = _coach.front_pane(front - 0.005, 1.0, 2.05, (1.85, 2.72))
    panes.append(glass)
    rubbers.append(rubber)
    for side in (-1.0, 1.0):
        glass, rubber = _coach.pane(side, w / 2, (front - 1.35, front - 0.45), (1.85, 2.62))
        panes.append(glass)
        rubbers.append(rubber)
    seams = [
        box((0.012, 0.016, 1.9), center=(s * (w / 2 + 0.002), front - d, 1.75), bevel=0.003)
        for s in (-1, 1)
        for d in (0.36, 1.45)
    ]
    grille = [box((1.7, 0.05, 0.055), center=(0, front + 0.005, 1.02 + 0.105 * k), bevel=0.015) for k in range(6)]
    bumper = box((2.42, 0.26, 0.42), center=(0, front + 0.02, 0.60), bevel=0.07)
    steps = [
        box((0.30, 0.45, 0.05), center=(s * 1.05, front - 0.95, z), bevel=0.012) for s in (-1, 1) for z in (0.48, 0.78)
    ]
    white = [box((0.42, 0.05, 0.16), center=(s * 0.88, front + 0.145, 0.66), bevel=0.03) for s in (-1, 1)]
    amber = [box((0.12, 0.05, 0.12), center=(s * 1.12, front + 0.135, 0.66), bevel=0.02) for s in (-1, 1)]
    red = [box((0.34, 0.05, 0.12), center=(s * 0.95, -3.88, 0.86), bevel=0.02) for s in (-1, 1)]
    bars = [box((0.025, 0.03, 2.35), center=(s * 0.35, -3.875, 2.3), bevel=0.008) for s in (-1, 1)]
    guards = [_guard(s, y, r) for s in (-1.0, 1.0) for y, r in ((front - 1.0, 0.60), (-2.35, 0.62))]
    nodes = [
        things.mesh("truck cab", join([cab, shield]), "paint"),
        things.mesh("truck cargo", join([cargo, *ribs]), "box"),
        things.mesh("truck rails", join([*rails, tank, *bars]), "metal"),
        things.mesh(
            "truck chassis",
            join(
                [*chassis, *rubbers, *seams, *grille, bumper, *steps, *guards, _coach.mirrors(1.10, front - 0.45, 2.25)]
            ),
            "rubber",
        ),
        things.mesh("truck glass", join(panes), "glass"),
        things.mesh("truck lamps", join(white), "white lamp"),
        things.mesh("truck amber", join(amber), "amber lamp"),
        things.mesh("truck tail lamps", join(red), "red lamp"),
        things.mesh("truck plate", box((0.52, 0.02, 0.11), center=(0, front + 0.155, 0.50), bevel=0.004), "plate"),
    ]
    joints: list[Joint] = []
    wheel = _wheels.wheel(0.50, 0.30, rim=0.58, solid=True)
    for name, y in (("front", front - 1.0), ("rear", -2.35)):
        meshes, own = _wheels.axle(f"truck {name} wheel", wheel, 1.02, y, 0.50)
        nodes += meshes
        joints += own
    made = {
        "paint": things.made_of("lacquer", params.color),
        "box": things.made_of("lacquer", (0.66, 0.66, 0.64)),
        "metal": things.made_of("metal", (0.5, 0.5, 0.52)),
        **_coach.trims(),
        **_wheels.materials(),
    }
    return things.scaled(
        Thing(nodes=tuple(nodes), materials=made, joints=tuple(joints), view_rad=0.70, top=(0, -1, 3.6)), params.scale
    )


def _guard(side: float, y: float, r: float) -> Shape:
    """A mudguard over a wheel."""
    a = np.linspace(0.15, math.pi - 0.15, 20)
    rows = np.array(
        [
            np.column_stack([np.full(20, x), y + rr * np.cos(a), 0.5 + rr * np.sin(a)])
            for x, rr in ((side * 0.84, r), (side * 1.20, r), (side * 1.22, r - 0.05))
        ]
    )
    sheet = rings(rows, around=False, caps=False)
    return join([sheet, sheet._replace(faces=sheet.faces[:, ::-1], points=sheet.points - [0, 0, 0.004])])
