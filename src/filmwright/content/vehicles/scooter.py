"""A motor scooter: a step-through frame behind a curved shield, round cheeks over the rear wheel, a seat for two."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Ride, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("scooter", "motor scooter")
EXAMPLE = "A red scooter on a city street"
COLOR = "#8fb8a8"
HOME = ("city_street", "studio")
CARRIES = ("ride_scooter", "ride_motorcycle", "ride")
SPEEDS = {"ride_scooter": 7.0, "ride_motorcycle": 7.0, "ride": 7.0, "drive": 7.0, "move": 5.0}
_WHEEL_M = 0.225
_FRONT, _REAR = np.array([0.0, 0.62, _WHEEL_M]), np.array([0.0, -0.62, _WHEEL_M])


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The scooter somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The scooter, on its wheels."""
    paint = [_shield(), _floor(), _tail(), *(_cheek(s) for s in (-1.0, 1.0)), _fender()]
    head = np.array([0.0, 0.40, 0.98])
    paint.append(
        _loft(
            [
                (0.28, 0.05, 0.99, 0.04),
                (0.34, 0.085, 1.0, 0.065),
                (0.42, 0.09, 1.01, 0.075),
                (0.48, 0.085, 1.01, 0.07),
                (0.50, 0.06, 1.01, 0.05),
            ]
        )
    )
    lens = (
        lathe([(0.075, 0.0), (0.06, 0.022), (0.001, 0.032)], sides=36, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.495, 1.01))
    )
    rim = forms.hoop(0.078, 0.009, (0, 0.497, 1.01), axis="y")
    bars = sweep(
        curve(
            [
                (-0.34, 0.22, 1.03),
                (-0.22, 0.31, 1.03),
                (-0.07, 0.37, 1.0),
                (0.07, 0.37, 1.0),
                (0.22, 0.31, 1.03),
                (0.34, 0.22, 1.03),
            ],
            40,
        ),
        0.014,
        sides=12,
    )
    grips = [sweep([(s * 0.25, 0.29, 1.03), (s * 0.355, 0.21, 1.03)], 0.020, sides=14) for s in (-1, 1)]
    levers = [sweep([(s * 0.24, 0.315, 1.02), (s * 0.34, 0.26, 1.015)], 0.006, sides=8) for s in (-1, 1)]
    mirrors = []
    for s in (-1.0, 1.0):
        mirrors.append(
            sweep(curve([(s * 0.22, 0.31, 1.04), (s * 0.27, 0.33, 1.16), (s * 0.31, 0.32, 1.22)], 12), 0.005, sides=8)
        )
        mirrors.append(ball((0.055, 0.012, 0.055), center=(s * 0.32, 0.32, 1.26), sides=24, levels=12))
    fork = [
        sweep([_FRONT + [s * 0.075, 0.0, 0.0], head + [s * 0.03, -0.02, -0.12]], [0.020, 0.026], sides=14)
        for s in (-1.0,)
    ]
    seat = _loft(
        [
            (-0.78, 0.05, 0.80, 0.03),
            (-0.73, 0.125, 0.81, 0.055),
            (-0.52, 0.145, 0.80, 0.06),
            (-0.40, 0.135, 0.785, 0.055),
            (-0.20, 0.140, 0.775, 0.06),
            (-0.06, 0.105, 0.765, 0.05),
            (-0.01, 0.04, 0.76, 0.03),
        ]
    )
    rail = sweep(
        curve(
            [(0.13, -0.62, 0.82), (0.11, -0.84, 0.86), (0.0, -0.90, 0.88), (-0.11, -0.84, 0.86), (-0.13, -0.62, 0.82)],
            40,
        ),
        0.010,
        sides=10,
    )
    stand = [sweep([(s * 0.10, -0.12, 0.24), (s * 0.16, -0.20, 0.015)], 0.011, sides=8) for s in (-1, 1)]
    pipe = sweep([(0.13, -0.20, 0.20), (0.155, -0.45, 0.19), (0.16, -0.85, 0.23)], [0.022, 0.045, 0.040], sides=18)
    mat = [box((0.26 - 0.01 * k, 0.020, 0.010), center=(0, -0.02 + 0.055 * k, 0.252), bevel=0.004) for k in range(6)]
    nodes = [
        things.mesh("scooter body", join(paint), "paint", sharp_rad=0.9),
        things.mesh("scooter seat", seat, "leather", sharp_rad=None),
        things.mesh("scooter chrome", join([rim, bars, *levers, *mirrors, *fork, rail, _trim(), pipe]), "chrome"),
        things.mesh("scooter black", join([*grips, *stand, *mat]), "black"),
        things.mesh("scooter lens", lens, "white lamp", sharp_rad=None),
        things.mesh("scooter tail lamp", box((0.12, 0.05, 0.07), center=(0, -0.865, 0.56), bevel=0.025), "red lamp"),
        things.mesh("scooter plate", box((0.17, 0.012, 0.13), center=(0, -0.895, 0.42), bevel=0.004), "plate"),
    ]
    joints: list[Joint] = []
    for name, middle in (("front", _FRONT), ("rear", _REAR)):
        wheel = _wheels.wheel(_WHEEL_M, 0.10, rim=0.60, solid=True)
        mesh = things.mesh(f"scooter {name} wheel", join([wheel, wheel.mirrored(0)]).moved(middle), *_wheels.MATERIALS)
        nodes.append(mesh)
        joints.append(Joint(nodes=(mesh.name,), pivot=(0.0, float(middle[1]), _WHEEL_M), radius_m=_WHEEL_M))
    made = {
        "paint": things.made_of("lacquer", params.color),
        "leather": things.made_of("leather", (0.10, 0.045, 0.022)),
        "black": things.made_of("rubber", (0.014, 0.014, 0.015)),
        "chrome": things.made_of("chrome", (0.7, 0.7, 0.7)),
        **_coach.trims(),
        **_wheels.materials((0.55, 0.55, 0.56)),
    }
    thing = Thing(
        nodes=tuple(nodes),
        materials=made,
        joints=tuple(joints),
        view_rad=1.05,
        ride=Ride(
            seat=(0.0, -0.22, 0.82), feet=((-0.12, 0.12, 0.26), (0.12, 0.12, 0.26)),
            hands=((-0.31, 0.245, 1.04), (0.31, 0.245, 1.04)), lean_rad=0.02,
        ),
    )  # fmt: skip
    return things.scaled(thing, params.size)


def _loft(rows: list[tuple[float, float, float, float]]) -> Shape:
    """Rounded sections along y: y, half width, height of the middle, half height; smoothed between."""
    smooth = curve(np.array(rows), 48)
    t = np.linspace(0, 2 * math.pi, 36, endpoint=False)
    stack = [
        np.column_stack([max(w, 0.002) * np.cos(t), np.full(36, y), m + max(h, 0.002) * np.sin(t)])
        for y, w, m, h in smooth
    ]
    return rings(np.array(stack)[:, ::-1])


def _shield() -> Shape:
    """The curved leg shield from the floor up to the handlebar."""
    line = curve(
        [
            (0.30, 0.26, 0.17),
            (0.36, 0.32, 0.21),
            (0.385, 0.55, 0.235),
            (0.375, 0.75, 0.215),
            (0.36, 0.90, 0.13),
            (0.355, 0.97, 0.06),
        ],
        40,
    )
    return _bowed([(y, z, half) for y, z, half in line], 0.09)


def _bowed(rows: list[tuple[float, float, float]], bow: float) -> Shape:
    """A plate through rows (y, z, half width), its middle bowed ahead."""
    t = np.linspace(-1, 1, 25)
    front = np.array(
        [np.column_stack([half * t, y + bow * (1 - t**2) * half / 0.23, np.full(25, z)]) for y, z, half in rows]
    )
    back = front - [0.0, 0.022, 0.0]
    shell = np.concatenate([front, back[:, ::-1]], axis=1)
    return rings(shell)


def _trim() -> Shape:
    """The bright edge of the shield."""
    line = curve(
        [(0.30, 0.26, 0.17), (0.36, 0.32, 0.21), (0.385, 0.55, 0.235), (0.375, 0.75, 0.215), (0.36, 0.90, 0.13)], 40
    )
    return join(
        sweep(np.column_stack([s * line[:, 2], line[:, 0] - 0.011, line[:, 1]]), 0.013, sides=8) for s in (-1.0, 1.0)
    )


def _floor() -> Shape:
    """The board for the feet, and the neck down to it."""
    board = box((0.30, 0.46, 0.045), center=(0, 0.13, 0.225), bevel=0.02)
    sill = box((0.20, 0.30, 0.10), center=(0, -0.16, 0.24), bevel=0.04)
    return join([board, sill])


def _tail() -> Shape:
    """The body under the seat, tapering to the rear."""
    return _loft([
        (-0.92, 0.03, 0.55, 0.03), (-0.88, 0.10, 0.57, 0.12), (-0.70, 0.155, 0.61, 0.17), (-0.45, 0.160, 0.58, 0.19),
            (-0.25, 0.135, 0.54, 0.21),
        (-0.12, 0.105, 0.48, 0.22), (-0.04, 0.075, 0.42, 0.18), (-0.01, 0.03, 0.38, 0.10),
    ])  # fmt: skip


def _cheek(side: float) -> Shape:
    """The round cowl beside the rear wheel."""
    made = ball((0.115, 0.31, 0.20), center=(side * 0.175, -0.58, 0.47), sides=40, levels=24)
    p = made.points.copy()
    p[:, 2] -= 0.10 * np.clip((-0.58 - p[:, 1]) / 0.3, -1, 1) * 0.3
    return made._replace(points=p)


def _fender() -> Shape:
    """The mudguard that turns with the front wheel."""
    a = np.radians(np.linspace(8, 172, 40))
    rows = []
    for across in np.linspace(-1, 1, 15):
        r = _WHEEL_M + 0.060 - 0.055 * across**4
        low = 1.0 - 0.10 * abs(across)
        rows.append(np.column_stack([np.full(40, 0.088 * across), r * np.cos(a) * low, r * np.sin(a)]) + _FRONT)
    sheet = rings(np.stack(rows, 1), around=False, caps=False)
    inner = _FRONT + (sheet.points - _FRONT) * [0.96, 0.985, 0.985]
    return join([sheet, sheet._replace(faces=sheet.faces[:, ::-1], points=inner)])
