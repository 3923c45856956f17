"""A kick scooter: a deck with grip tape between two small wheels, a folding neck, a steering column with handlebars."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Ride, Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member

WORDS = ("kick scooter",)
EXAMPLE = "A kick scooter in the street"
COLOR = "#1f7fc4"
HOME = ("city_street", "park")
SPEEDS = {"ride_kick_scooter": 1.8, "ride": 1.8, "move": 1.8}
CARRIES = ("ride_kick_scooter",)
WHEEL_M, DECK_M, BAR_M = 0.10, 0.105, 0.98  # radius of a wheel, height of the deck and of the handlebar
_AXLES_Y = (0.44, -0.40)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The scooter somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The scooter, its front ahead."""
    front, back = _AXLES_Y
    outline = [rounded_rectangle(w, 0.03, 0.012, per_corner=4) for w in (0.09, 0.135, 0.14, 0.135, 0.09)]
    deck = rings(
        np.array(
            [
                np.column_stack([o[:, 0], np.full(len(o), y), o[:, 1] + DECK_M - 0.017])
                for o, y in zip(outline, (-0.31, -0.26, 0.0, 0.20, 0.26))
            ]
        )
    )
    tape = box((0.115, 0.40, 0.003), center=(0, -0.03, DECK_M - 0.001), bevel=0.001)
    stays = [box((0.012, 0.20, 0.034), center=(s * 0.030, back + 0.07, WHEEL_M), bevel=0.004) for s in (-1, 1)]
    a = np.linspace(0.15 * math.pi, 0.80 * math.pi, 14)
    fender = [
        rings(
            np.array(
                [
                    [
                        (-0.026, back - r * math.cos(v), WHEEL_M + r * math.sin(v)),
                        (0.026, back - r * math.cos(v), WHEEL_M + r * math.sin(v)),
                    ]
                    for v in a
                ]
            ),
            around=False,
            caps=False,
        )
        for r in (WHEEL_M + 0.012, WHEEL_M + 0.016)
    ]
    fender[0] = fender[0]._replace(faces=fender[0].faces[:, ::-1])
    head = np.array([0.0, 0.355, 0.30])
    neck = sweep(
        curve([(0, 0.22, DECK_M - 0.012), (0, 0.30, DECK_M + 0.02), (0, 0.345, 0.20), (0, 0.355, 0.30)], 20),
        0.022,
        sides=14,
    )
    collar = sweep([head - [0, 0.012, 0.045], head + [0, 0.0, 0.06]], 0.029, sides=18)
    low = np.array([0.0, front - 0.02, WHEEL_M + 0.135])
    top = np.array([0.0, 0.275, BAR_M])
    column = sweep([low, top], [0.021, 0.017], sides=16)
    fork = [
        sweep(
            curve(low + np.array([(s * 0.01, 0, -0.01), (s * 0.032, 0.01, -0.03), (s * 0.034, 0.02, -0.135)]), 10),
            0.011,
            sides=10,
        )
        for s in (-1, 1)
    ]
    guard = sweep(
        curve(low + np.array([(0, 0.05, -0.02), (0, 0.09, -0.035), (0, 0.135, -0.105)]), 12),
        0.018,
        sides=8,
        flat=0.3,
    )
    ends = np.array([(-0.25, -0.03, 0.01), (-0.10, 0, 0), (0.10, 0, 0), (0.25, -0.03, 0.01)])
    bar = sweep(curve(top + ends, 30), 0.0125, sides=14)
    grips = [
        sweep(
            [(s * 0.150, top[1] - 0.014, BAR_M + 0.003), (s * 0.255, top[1] - 0.032, BAR_M + 0.011)],
            [0.0165, 0.0175],
            sides=16,
        )
        for s in (-1, 1)
    ]
    nodes = (
        things.mesh("scooter deck", deck, "color"),
        things.mesh("scooter tape", tape, "dark"),
        things.mesh("scooter steel", join([*stays, column, collar, *fork, bar]), "steel"),
        things.mesh("scooter neck", join([neck, *fender, guard]), "color"),
        things.mesh("scooter grips", join(grips), "dark"),
        *[things.mesh(f"scooter wheel {k}", _wheel().moved((0, y, WHEEL_M)), "wheel") for k, y in enumerate(_AXLES_Y)],
        *[things.mesh(f"scooter hub {k}", _hub().moved((0, y, WHEEL_M)), "steel") for k, y in enumerate(_AXLES_Y)],
    )
    joints = tuple(
        Joint((f"scooter wheel {k}", f"scooter hub {k}"), (0.0, y, WHEEL_M), radius_m=WHEEL_M)
        for k, y in enumerate(_AXLES_Y)
    )
    made = {
        "color": things.made_of("lacquer", params.color),
        "dark": things.made_of("rubber", (0.02, 0.02, 0.022)),
        "steel": things.made_of("metal", (0.52, 0.53, 0.55)),
        "wheel": things.made_of("rubber", (0.06, 0.06, 0.065)),
    }
    y = top[1] - 0.022
    ride = Ride(
        seat=(0.0, -0.05, DECK_M),
        feet=((0.0, 0.06, DECK_M), (0.0, -0.16, DECK_M)),
        hands=((-0.20, y, BAR_M + 0.007), (0.20, y, BAR_M + 0.007)),
        way="pushing",
    )
    return things.scaled(Thing(nodes=nodes, materials=made, joints=joints, view_rad=1.05, ride=ride), params.size)


def _wheel() -> Shape:
    rows = [(0.072, -0.012), (0.092, -0.013), (WHEEL_M, -0.005), (WHEEL_M, 0.005), (0.092, 0.013), (0.072, 0.012)]
    return lathe(rows, sides=40, closed=True).turned(rotation(y=math.pi / 2))


def _hub() -> Shape:
    """Five spokes and the axle."""
    rim = lathe([(0.066, -0.011), (0.073, -0.011), (0.073, 0.011), (0.066, 0.011)], sides=36, closed=True)
    axle = lathe([(0.0, -0.04), (0.014, -0.04), (0.018, -0.012), (0.018, 0.012), (0.014, 0.04), (0.0, 0.04)], sides=16)
    spokes = [
        box((0.054, 0.014, 0.012), center=(0.042, 0, 0), bevel=0.003).turned(rotation(z=2 * math.pi * k / 5))
        for k in range(5)
    ]
    return join([rim, axle, *spokes]).turned(rotation(y=math.pi / 2))
