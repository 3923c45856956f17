"""A delivery van: short sloping nose, a long high body, a sliding door."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Member

WORDS = ("van", "delivery van", "minivan", "camper van")
EXAMPLE = "A white van on a city street"
COLOR = "white"
HOME = ("city_street", "studio")
SPEEDS = {"drive": 8.0, "move": 5.0, "drive_car": 8.0, "slow_down": 4.0, "accelerate": 9.0}
WIDE_M, HIGH_M, FRONT_M, REAR_M = 1.96, 2.42, 2.72, -2.72
_WHEEL_M, _AXLES = 0.35, (1.75, -1.65)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The van somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The van."""
    low = 0.34
    rows = (
        (FRONT_M, 0.86, 0.27), (FRONT_M - 0.03, 0.92, 0.31), (FRONT_M - 0.14, 0.97, 0.37), (FRONT_M - 0.40, 1.0, 0.42),
        (FRONT_M - 0.85, 1.0, 0.475), (FRONT_M - 1.55, 0.995, 0.89), (FRONT_M - 1.75, 0.995, 0.96), (FRONT_M - 2.1, 0.995, 0.995),
        (FRONT_M - 2.6, 1.0, 1.0), (REAR_M + 0.10, 1.0, 1.0), (REAR_M + 0.02, 0.985, 0.99), (REAR_M, 0.96, 0.97),
    )  # fmt: skip
    body = _coach.coachwork(WIDE_M, low, HIGH_M, rows, radius=0.15)
    glass = [_screen()]
    rubber: list[Shape] = []
    for side in (-1.0, 1.0):
        pane = _side_pane(side)
        glass.append(pane)
        g, r = _coach.pane(side, WIDE_M / 2, (-0.62, 0.42), (1.42, 2.02), bevel=0.09)
        glass.append(g)
        rubber.append(r)
    for s in (-1.0, 1.0):
        g, r = _coach.front_pane(REAR_M + 0.005, -1.0, 0.68, (1.42, 2.0), radius=0.08)
        glass.append(g.moved((s * 0.42, 0, 0)))
        rubber.append(r.moved((s * 0.42, 0, 0)))
    x = WIDE_M / 2 + 0.002
    seams = [box((0.012, 0.012, 1.72), center=(s * x, y, 1.28), bevel=0.003) for s in (-1, 1) for y in (0.60, -0.74)]
    seams += [box((0.012, 0.012, 0.72), center=(s * x, FRONT_M - 1.02, 0.85), bevel=0.003) for s in (-1, 1)]
    seams.append(box((0.012, 0.012, 1.8), center=(0, REAR_M - 0.003, 1.3), bevel=0.003))
    rails = [box((0.016, 2.1, 0.03), center=(s * x, -1.6, 1.25), bevel=0.006) for s in (-1, 1)]
    trim = [box((0.03, 4.2, 0.14), center=(s * x, -0.35, 0.72), bevel=0.012) for s in (-1, 1)]
    handles = [
        box((0.03, 0.17, 0.04), center=(s * (x + 0.01), y, 1.12), bevel=0.01) for s in (-1, 1) for y in (0.72, 0.45)
    ]
    bumpers = [
        box((1.86, 0.22, 0.26), center=(0, FRONT_M - 0.02, 0.50), bevel=0.08),
        box((1.94, 0.16, 0.22), center=(0, REAR_M, 0.48), bevel=0.06),
    ]
    grille = [box((0.98, 0.04, 0.03), center=(0, FRONT_M - 0.02, 0.72 + 0.06 * k), bevel=0.01) for k in range(3)]
    lamps = [box((0.34, 0.20, 0.17), center=(s * 0.72, FRONT_M - 0.10, 0.86), bevel=0.06) for s in (-1, 1)]
    tails = [box((0.13, 0.05, 0.46), center=(s * 0.89, REAR_M, 1.08), bevel=0.02) for s in (-1, 1)]
    amber = [box((0.10, 0.06, 0.07), center=(s * 0.90, FRONT_M - 0.11, 0.72), bevel=0.02) for s in (-1, 1)]
    wells = [_arch(s, y) for s in (-1.0, 1.0) for y in _AXLES]
    nodes = [
        things.mesh("van body", body, "paint", sharp_rad=0.5),
        things.mesh("van glass", join(glass), "glass"),
        things.mesh(
            "van trim",
            join(
                [
                    *rubber,
                    *seams,
                    *rails,
                    *trim,
                    *handles,
                    *bumpers,
                    *grille,
                    *wells,
                    _coach.mirrors(0.94, FRONT_M - 1.15, 1.42),
                ]
            ),
            "rubber",
        ),
        things.mesh("van lamps", join(lamps), "white lamp"),
        things.mesh("van tail lamps", join(tails), "red lamp"),
        things.mesh("van amber", join(amber), "amber lamp"),
        things.mesh("van plate", box((0.52, 0.02, 0.11), center=(0, FRONT_M + 0.10, 0.48), bevel=0.004), "plate"),
    ]
    joints: list[Joint] = []
    wheel = _wheels.wheel(_WHEEL_M, 0.23, rim=0.64, solid=True)
    for name, y in zip(("front", "rear"), _AXLES):
        meshes, own = _wheels.axle(f"van {name} wheel", wheel, 0.87, y, _WHEEL_M)
        nodes += meshes
        joints += own
    thing = Thing(
        nodes=tuple(nodes),
        materials={"paint": things.made_of("lacquer", params.color), **_coach.trims(), **_wheels.materials()},
        joints=tuple(joints),
        view_rad=0.74,
        top=(0.0, -0.8, HIGH_M),
    )
    return things.scaled(thing, params.size)


def _screen() -> Shape:
    """The windscreen, laid on the slope of the nose and a little round its corners."""
    stack = []
    for f in np.linspace(0.10, 0.95, 6):
        y, z = FRONT_M - 0.85 - 0.70 * f, 0.34 + 2.08 * (0.475 + 0.415 * f) + 0.012
        half = 0.86 - 0.07 * f
        x = np.linspace(-half, half, 15)
        stack.append(np.column_stack([x, y + 0.012 - 0.05 * (x / half) ** 4, z - 0.02 * (x / half) ** 4]))
    return forms.sheet(stack)


def _side_pane(side: float) -> Shape:
    """The front door's window, its leading edge as steep as the windscreen."""
    corners = np.array([(0.68, 1.38), (1.62, 1.38), (1.30, 1.72), (1.08, 1.96), (0.68, 2.02)])
    x = side * (WIDE_M / 2 + 0.004)
    rows = [
        np.column_stack([np.full(5, x), 0.95 + (corners[:, 0] - 0.95) * k, 1.65 + (corners[:, 1] - 1.65) * k])
        for k in (1.0, 0.02)
    ]
    return rings(np.array(rows), caps=False)


def _arch(side: float, y: float) -> Shape:
    """The dark gap of a wheel arch, standing out a little from the body."""
    a = np.linspace(-0.15, math.pi + 0.15, 28)
    r = _WHEEL_M + 0.09
    rows = [
        np.column_stack([np.full(28, x), y + rr * np.cos(a), _WHEEL_M + 0.02 + rr * np.sin(a)])
        for x, rr in ((side * 0.995, 0.02), (side * 0.995, r), (side * 1.005, r + 0.02), (side * 0.975, r + 0.045))
    ]
    return forms.sheet(rows)
