"""A city bus: two doors on its right side, tall windows, a sign over the windscreen."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import box, join, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bus", "city bus", "coach")
EXAMPLE = "A red bus on a city street"
COLOR = "red"
HOME = ("city_street", "studio")
SPEEDS = {"drive": 7.0, "move": 5.0, "slow_down": 4.0, "turn_corner": 4.0}


class Params(NamedTuple):
    """One bus: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The bus somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The bus."""
    w, low, high, front, rear = 2.5, 0.34, 3.05, 5.6, -5.6
    body = _coach.coachwork(
        w,
        low,
        high,
        (
            (front, 0.90, 0.90),
            (front - 0.05, 0.965, 0.965),
            (front - 0.22, 1.0, 1.0),
            (rear + 0.18, 1.0, 1.0),
            (rear + 0.04, 0.97, 0.97),
            (rear, 0.92, 0.92),
        ),
        radius=0.24,
    )
    roof = box((1.7, 5.2, 0.22), center=(0, -1.2, high + 0.06), bevel=0.08)
    panes, rubbers, doors = [], [], []
    for side in (-1.0, 1.0):
        x = w / 2
        spans = [(3.35, 4.35), (1.95, 3.2), (0.55, 1.85), (-0.85, 0.45), (-2.2, -0.95), (-3.5, -2.3), (-4.75, -3.6)]
        for y in spans:
            door = side > 0 and y in ((3.35, 4.35), (-0.85, 0.45))
            glass, rubber = _coach.pane(
                side, x, y if not door else (y[0] + 0.04, y[1] - 0.04), (1.35, 2.55) if not door else (0.45, 2.5)
            )
            panes.append(glass)
            rubbers.append(rubber)
            if door:
                doors.append(box((0.02, 0.045, 2.1), center=(side * (x + 0.012), (y[0] + y[1]) / 2, 1.45), bevel=0.006))
        quarter, rubber = _coach.pane(side, x, (4.55, 5.25), (1.45, 2.45))
        panes.append(quarter)
        rubbers.append(rubber)
    for end, ahead, wide, z in ((front - 0.012, 1.0, 2.15, (1.15, 2.45)), (rear + 0.012, -1.0, 1.9, (1.65, 2.5))):
        glass, rubber = _coach.front_pane(end, ahead, wide, z)
        panes.append(glass)
        rubbers.append(rubber)
    sign = box((1.6, 0.05, 0.30), center=(0, front - 0.03, 2.70), bevel=0.02)
    dots = [
        box((0.055, 0.02, 0.17), center=(-0.62 + 0.10 * k, front + 0.002, 2.70), bevel=0.01)
        for k in (0, 1, 3, 4, 5, 7, 8, 9, 10, 12)
    ]
    wells = [
        lathe([(0.60, -0.02), (0.60, 0.02), (0.001, 0.02)], sides=40, caps=False)
        .turned(rotation(y=s * math.pi / 2))
        .moved((s * (w / 2 - 0.012), y, 0.50))
        for s in (-1, 1)
        for y in (3.0, -2.9)
    ]
    white = [box((0.36, 0.06, 0.17), center=(s * 0.92, front - 0.005, 0.78), bevel=0.04) for s in (-1, 1)]
    red = [box((0.12, 0.05, 0.36), center=(s * 1.08, rear + 0.015, 1.05), bevel=0.03) for s in (-1, 1)]
    bumpers = [box((2.36, 0.10, 0.28), center=(0, y, 0.46), bevel=0.05) for y in (front - 0.02, rear + 0.02)]
    skirt = [box((0.015, 9.6, 0.05), center=(s * (w / 2 + 0.004), 0, 0.62), bevel=0.006) for s in (-1, 1)]
    band = [box((0.012, 10.2, 0.10), center=(s * (w / 2 + 0.002), 0, 1.14), bevel=0.004) for s in (-1, 1)]
    plate = [box((0.52, 0.02, 0.11), center=(0, y, 0.47), bevel=0.004) for y in (front + 0.032, rear - 0.032)]
    nodes = [
        things.mesh("bus body", body, "paint"),
        things.mesh("bus roof", roof, "white"),
        things.mesh("bus glass", join(panes), "glass"),
        things.mesh(
            "bus rubber",
            join([*rubbers, *doors, *bumpers, *skirt, *wells, sign, _coach.mirrors(1.16, front - 0.25, 2.1)]),
            "rubber",
        ),
        things.mesh("bus sign", join(dots), "amber lamp"),
        things.mesh("bus lamps", join(white), "white lamp"),
        things.mesh("bus tail lamps", join(red), "red lamp"),
        things.mesh("bus band", join(band), "white"),
        things.mesh("bus plates", join(plate), "plate"),
    ]
    joints: list[Joint] = []
    wheel = _wheels.wheel(0.50, 0.30, rim=0.58, solid=True)
    for name, at in (("front", 3.0), ("rear", -2.9)):
        meshes, own = _wheels.axle(f"bus {name} wheel", wheel, 1.15, at, 0.50)
        nodes += meshes
        joints += own
    made = {
        "paint": things.made_of("lacquer", params.color),
        "white": things.made_of("lacquer", (0.72, 0.72, 0.70)),
        **_coach.trims(),
        **_wheels.materials(),
    }
    return things.scaled(
        Thing(nodes=tuple(nodes), materials=made, joints=tuple(joints), view_rad=0.62, top=(0, 0, high)), params.scale
    )
