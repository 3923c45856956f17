"""A city bicycle: diamond frame, spoked wheels, chain, mudguards, a lamp, cables to the brakes."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Joint, Ride, Thing
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("bicycle", "bike", "push bike")
EXAMPLE = "A red bicycle"
COLOR = "red"
HOME = ("studio",)
CARRIES = ("ride_bicycle", "ride")
SPEEDS = {"ride_bicycle": 4.5, "ride": 4.5, "move": 4.0}

WHEEL_M = 0.345  # a 28 inch wheel with its tire
REAR = np.array([0.0, -0.52, WHEEL_M])
FRONT = np.array([0.0, 0.53, WHEEL_M])
CRANK = np.array([0.0, -0.08, 0.285])
SEAT = np.array([0.0, -0.235, 0.80])
_CHAIN_X = 0.043  # the plane of the chain
GEAR = 2.3  # turns of the wheel to one of the cranks
_POST_M = 0.10  # of the seat post over the frame: for legs of somebody of 1.7 m
HEAD_LOW, HEAD_HIGH = np.array([0.0, 0.375, 0.70]), np.array([0.0, 0.325, 0.86])


class Params(NamedTuple):
    """One bicycle: the color of its frame, how large it is, how its cranks stand."""

    color: Color
    scale: float
    crank_rad: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The bicycle somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), float(rng.uniform(0.3, 0.9)))


def build(params: Params) -> Thing:
    """The bicycle."""
    drive, chain = _drive(params.crank_rad)
    nodes: list[Mesh] = [
        things.mesh("bicycle frame", _frame(), "paint"),
        things.mesh("bicycle guards", _guards(), "paint"),
        things.mesh("bicycle steel", _steel(), "steel"),
        things.mesh("bicycle cranks", drive, "steel"),
        things.mesh("bicycle chain", chain, "dark"),
        things.mesh("bicycle saddle", _saddle(), "leather"),
        things.mesh("bicycle grips", _grips(), "leather"),
        things.mesh("bicycle cables", _cables(), "dark"),
        things.mesh("bicycle lamp glass", _lens(), "glass"),
        things.mesh("bicycle reflector", _reflector(), "red"),
    ]
    joints: list[Joint] = []
    for name, middle in (("front", FRONT), ("rear", REAR)):
        parts = _wheel()
        for part, shape in parts.items():
            nodes.append(things.mesh(f"bicycle {name} {part}", shape.moved(middle), part))
        pivot = (float(middle[0]), float(middle[1]), float(middle[2]))
        joints.append(Joint(nodes=tuple(f"bicycle {name} {part}" for part in parts), pivot=pivot, radius_m=WHEEL_M))
    pivot = (float(CRANK[0]), float(CRANK[1]), float(CRANK[2]))
    joints.append(Joint(nodes=("bicycle cranks",), pivot=pivot, radius_m=GEAR * WHEEL_M))
    left, right = (CRANK + _pedal(side, params.crank_rad) + [0, 0, 0.012] for side in (-1.0, 1.0))
    hand = HEAD_HIGH + np.array([0.27, 0.03 - 0.155, 0.16 + 0.03])
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "paint": things.made_of("lacquer", params.color),
            "steel": things.made_of("chrome", (0.7, 0.7, 0.7)),
            "spokes": things.made_of("metal", (0.62, 0.63, 0.65)),
            "rim": things.made_of("metal", (0.60, 0.61, 0.63)),
            "tire": things.made_of("rubber", (0.016, 0.016, 0.017)),
            "dark": things.made_of("rubber", (0.02, 0.02, 0.022)),
            "leather": things.made_of("leather", (0.16, 0.075, 0.03)),
            "glass": things.made_of("chrome", (0.9, 0.9, 0.88)),
            "red": things.made_of("plastic", (0.55, 0.01, 0.01)),
        },
        joints=tuple(joints),
        view_rad=1.22,
        ride=Ride(
            seat=(0.0, -0.27, float(SEAT[2]) + _POST_M + 0.05),
            feet=(things.point(left), things.point(right)),
            hands=(things.point(hand * [-1, 1, 1]), things.point(hand)),
            lean_rad=0.24,
            pedals="bicycle cranks",
        ),
    )
    return things.scaled(thing, params.scale)


def _tube(a: F64, b: F64, r: float, r2: float | None = None) -> Shape:
    return sweep(
        np.array([a, a + (b - a) * 0.04, b - (b - a) * 0.04, b]), [r * 1.12, r, r2 or r, (r2 or r) * 1.12], sides=16
    )


def _wheel() -> dict[str, Shape]:
    """Tire, rim and spokes round the X axis at the origin."""
    turn = rotation(y=math.pi / 2)
    t = np.linspace(0, 2 * math.pi, 13)[:-1]
    tire = lathe(np.column_stack([WHEEL_M - 0.019 + 0.019 * np.cos(t), 0.018 * np.sin(t)]), sides=72, closed=True)
    r = WHEEL_M - 0.034
    rim = lathe(
        [
            (r - 0.012, -0.004),
            (r + 0.002, -0.012),
            (r + 0.006, -0.010),
            (r + 0.006, 0.010),
            (r + 0.002, 0.012),
            (r - 0.012, 0.004),
        ],
        sides=72,
        closed=True,
    )
    hub = lathe(
        [
            (0.004, -0.055),
            (0.008, -0.05),
            (0.022, -0.036),
            (0.022, -0.031),
            (0.013, -0.026),
            (0.013, 0.026),
            (0.022, 0.031),
            (0.022, 0.036),
            (0.008, 0.05),
            (0.004, 0.055),
        ],
        sides=24,
    )
    spokes = []
    for k in range(32):
        side = 1.0 if k % 2 else -1.0
        lean = (1.0 if (k // 2) % 2 else -1.0) * 0.9
        out, at = 2 * math.pi * k / 32, 2 * math.pi * k / 32 + lean
        a = np.array([0.021 * math.cos(at), 0.021 * math.sin(at), side * 0.033])
        b = np.array([(r - 0.008) * math.cos(out), (r - 0.008) * math.sin(out), 0.0])
        spokes.append(sweep([a, b], 0.0012, sides=5))
    return {"tire": tire.turned(turn), "rim": rim.turned(turn), "spokes": join([hub, *spokes]).turned(turn)}


def _frame() -> Shape:
    """Tubes of frame and fork."""
    up = (SEAT - CRANK) / np.linalg.norm(SEAT - CRANK)
    parts = [
        _tube(CRANK, SEAT, 0.0155),
        _tube(CRANK, HEAD_LOW + [0, -0.004, 0.03], 0.0185),
        _tube(SEAT - up * 0.03, HEAD_HIGH - [0, 0.0, 0.03], 0.0155),
        sweep([HEAD_LOW, HEAD_HIGH], 0.0215, sides=18),
        lathe([(0.02, -0.036), (0.022, -0.034), (0.022, 0.034), (0.02, 0.036)], sides=24)
        .turned(rotation(y=math.pi / 2))
        .moved(CRANK),
    ]
    for s in (-1.0, 1.0):
        parts.append(
            sweep(
                curve(
                    [
                        CRANK + [s * 0.024, -0.01, 0],
                        CRANK * 0.5 + REAR * 0.5 + [s * 0.045, 0, 0],
                        REAR + [s * 0.062, 0.0, 0],
                    ],
                    12,
                ),
                0.0095,
                sides=10,
            )
        )
        parts.append(
            sweep(
                curve(
                    [
                        SEAT - up * 0.04 + [s * 0.016, 0, 0],
                        SEAT * 0.5 + REAR * 0.5 + [s * 0.045, 0, 0],
                        REAR + [s * 0.062, 0, 0],
                    ],
                    12,
                ),
                0.0075,
                sides=10,
            )
        )
        crown = HEAD_LOW + np.array([s * 0.044, 0.008, -0.03])
        parts.append(
            sweep(
                curve([crown, crown * 0.45 + FRONT * 0.55 + [s * 0.028, -0.025, 0], FRONT + [s * 0.05, 0, 0]], 16),
                [0.0125] * 6 + [0.010] * 5 + [0.0085] * 5,
                sides=12,
            )
        )
    parts.append(box((0.104, 0.034, 0.026), center=HEAD_LOW + [0, 0.006, -0.022], bevel=0.008))
    return join(parts)


def _guards() -> Shape:
    """Mudguards that arch over both wheels, and a chain guard."""
    made = []
    for middle, low, high in ((FRONT, 20, 205), (REAR, -10, 172)):
        t = np.radians(np.linspace(low, high, 44))
        ring = []
        for across, drop in ((-0.027, 0.010), (-0.018, 0.001), (0.0, -0.002), (0.018, 0.001), (0.027, 0.010)):
            r = WHEEL_M + 0.018 - drop
            y = np.cos(t) * r * (1 if middle is FRONT else -1)
            ring.append(np.column_stack([np.full_like(t, across), y, np.sin(t) * r]) + middle)
        sheet = rings(np.stack(ring, 1), around=False, caps=False)
        made += [sheet, Shape(sheet.points + [0, 0, -0.0012], sheet.faces[:, ::-1], sheet.slot)]
    guard = sweep(
        curve(
            [
                CRANK + [0.052, 0.11, 0.02],
                CRANK + [0.052, 0.03, 0.098],
                REAR + [0.052, 0.1, 0.045],
                REAR + [0.052, -0.02, 0.03],
            ],
            24,
        ),
        0.017,
        sides=8,
        flat=0.35,
    )
    return join([*made, guard])


def _steel() -> Shape:
    """Seat post, stem and bar, carrier, lamp, bell, stays, stand, rear sprocket."""
    up = (SEAT - CRANK) / np.linalg.norm(SEAT - CRANK)
    bar = HEAD_HIGH + np.array([0, 0.03, 0.16])
    parts = [
        sweep([SEAT - up * 0.03, SEAT + up * _POST_M], 0.0132, sides=16),
        sweep([SEAT - up * 0.012, SEAT + up * 0.006], 0.0195, sides=16),
        sweep([HEAD_HIGH, HEAD_HIGH + [0, -0.012, 0.10], bar], 0.0125, sides=14),
        sweep(_bar(bar), 0.0115, sides=12),
        lathe(
            [(0.012, -0.0015), (0.036, -0.0015), (0.038, 0.0), (0.036, 0.0015), (0.012, 0.0015)], sides=28, closed=True
        )
        .turned(rotation(y=math.pi / 2))
        .moved(REAR + [_CHAIN_X, 0, 0]),
    ]
    for s in (-1.0, 1.0):
        parts.append(sweep([REAR + [s * 0.066, 0, 0.005], REAR + [s * 0.055, -0.12, 0.385]], 0.004, sides=8))
        parts.append(sweep([REAR + [s * 0.055, -0.17, 0.39], SEAT + [s * 0.05, -0.03, -0.07]], 0.0045, sides=8))
        parts.append(sweep([FRONT + [s * 0.056, 0, 0], FRONT + [s * 0.03, 0.1, 0.33]], 0.0025, sides=6))
        lever = bar + np.array([s * 0.22, -0.05, 0.0])
        parts.append(
            sweep(
                curve([lever, lever + [s * 0.01, 0.045, -0.012], lever + [s * 0.09, 0.02, -0.03]], 10),
                0.005,
                sides=8,
                flat=0.6,
            )
        )
    parts += [sweep([REAR + [-0.055, y, 0.39], REAR + [0.055, y, 0.39]], 0.004, sides=8) for y in (-0.16, -0.06, 0.04)]
    shell = lathe(
        [(0.004, -0.05), (0.02, -0.045), (0.034, -0.02), (0.038, 0.01), (0.036, 0.012)], sides=24, caps=False
    ).turned(rotation(x=-math.pi / 2))
    parts.append(shell.moved(HEAD_LOW + [0, 0.075, 0.10]))
    parts.append(
        lathe([(0.002, 0.026), (0.018, 0.022), (0.026, 0.008), (0.026, 0.0)], sides=24, caps=False).moved(
            bar + [-0.15, -0.01, 0.012]
        )
    )
    parts.append(
        sweep(
            curve([CRANK + [-0.03, -0.06, -0.02], CRANK + [-0.10, -0.10, -0.15], CRANK + [-0.13, -0.11, -0.28]], 10),
            0.0075,
            sides=10,
        )
    )
    return join(parts)


def _bar(bar: F64) -> F64:
    """The line of the handlebar, swept back to the grips."""
    half = [
        bar,
        bar + [0.06, 0.012, 0.012],
        bar + [0.16, 0.0, 0.03],
        bar + [0.25, -0.09, 0.03],
        bar + [0.285, -0.20, 0.022],
    ]
    left = [p * [-1.0, 1.0, 1.0] for p in half[:0:-1]]
    return curve([*left, *half], 48)


def _grips() -> Shape:
    bar = HEAD_HIGH + np.array([0, 0.03, 0.16])
    a, b = bar + [0.252, -0.095, 0.03], bar + [0.288, -0.215, 0.022]
    return join(sweep([a * [s, 1, 1], b * [s, 1, 1]], 0.0165, sides=14) for s in (-1.0, 1.0))


def _saddle() -> Shape:
    """Broad behind, a nose in front, on two rails."""
    up = (SEAT - CRANK) / np.linalg.norm(SEAT - CRANK)
    at = SEAT + up * _POST_M + [0, 0.0, 0.045]
    rows = []
    for y, w, z, deep in (
        (-0.135, 0.050, 0.010, 0.022),
        (-0.12, 0.075, 0.020, 0.034),
        (-0.09, 0.086, 0.022, 0.04),
        (-0.04, 0.075, 0.014, 0.042),
        (0.01, 0.05, 0.008, 0.04),
        (0.06, 0.031, 0.008, 0.036),
        (0.11, 0.024, 0.006, 0.032),
        (0.135, 0.016, -0.002, 0.02),
    ):
        t = np.linspace(0, 2 * math.pi, 24, endpoint=False)
        c, s = np.cos(t), np.sin(t)
        z_row = z + np.where(s > 0, 0.014 * np.abs(s) ** 0.7, -deep * np.abs(s) ** 0.6)
        rows.append(at + np.column_stack([w * np.sign(c) * np.abs(c) ** 0.8, np.full_like(t, y), z_row]))
    return rings(np.array(rows)[:, ::-1])


def _pedal(side: float, turn_rad: float) -> F64:
    """The middle of a pedal, the right one's side 1, from the axle of the cranks."""
    angle = turn_rad if side > 0 else turn_rad + math.pi
    return np.array([side * 0.13, 0.17 * math.cos(angle), -0.17 * math.sin(angle)])


def _drive(turn_rad: float) -> tuple[Shape, Shape]:
    """Chainring with cranks and pedals; and the chain round it and the rear sprocket."""
    x = _CHAIN_X
    ring = lathe(
        [(0.068, -0.0015), (0.088, -0.0015), (0.090, 0.0), (0.088, 0.0015), (0.068, 0.0015)], sides=44, closed=True
    )
    arms = [
        box((0.014, 0.075, 0.004), center=(0, 0.036, 0.0), bevel=0.001).turned(rotation(z=k * 2 * math.pi / 5))
        for k in range(5)
    ]
    turn = rotation(y=math.pi / 2)
    parts = [join([ring, *arms]).turned(turn).moved(CRANK + [x, 0, 0])]
    for s, angle in ((1.0, turn_rad), (-1.0, turn_rad + math.pi)):
        way = np.array([0, math.cos(angle), -math.sin(angle)])
        end = CRANK + _pedal(s, turn_rad) - [s * 0.055, 0, 0]
        parts.append(
            sweep(
                [CRANK + [s * 0.055, 0, 0], CRANK + np.array([s * 0.07, 0, 0]) + way * 0.05, end],
                [0.012, 0.0095, 0.0085],
                sides=10,
                flat=0.7,
            )
        )
        parts.append(box((0.095, 0.07, 0.020), center=end + [s * 0.055, 0, 0], bevel=0.006))
    t = np.radians(np.linspace(-84, 84, 20))
    front = np.column_stack([np.full_like(t, x), CRANK[1] + 0.091 * np.cos(t), CRANK[2] + 0.091 * np.sin(t)])
    back = np.column_stack([np.full_like(t, x), REAR[1] - 0.038 * np.cos(t), REAR[2] - 0.038 * np.sin(t)])
    return join(parts), sweep(np.concatenate([front, back]), 0.0042, sides=6, closed=True)


def _cables() -> Shape:
    bar = HEAD_HIGH + np.array([0, 0.03, 0.16])
    lines = [
        [
            bar + [0.2, -0.03, 0.0],
            bar + [0.12, 0.09, -0.02],
            HEAD_LOW + [0.03, 0.09, 0.06],
            FRONT + [0.02, -0.06, 0.36],
        ],
        [
            bar + [-0.2, -0.03, 0.0],
            bar + [-0.12, 0.08, -0.02],
            HEAD_HIGH + [-0.03, 0.02, -0.03],
            SEAT + [-0.02, 0.05, -0.02],
            REAR + [0.0, 0.12, 0.36],
        ],
    ]
    return join(sweep(curve(line, 28), 0.0026, sides=6) for line in lines)


def _lens() -> Shape:
    return (
        lathe([(0.034, 0.0), (0.028, 0.006), (0.001, 0.010)], sides=24, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved(HEAD_LOW + [0, 0.086, 0.10])
    )


def _reflector() -> Shape:
    return box((0.05, 0.012, 0.035), center=REAR + [0, -0.365, 0.10], bevel=0.004)
