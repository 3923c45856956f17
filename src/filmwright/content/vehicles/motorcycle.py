"""A motorcycle: a naked twin with a round lamp, tank, exhausts and spoked wheels."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Ride, Thing
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("motorcycle", "motorbike")
EXAMPLE = "A red motorcycle"
COLOR = "dark_red"
HOME = ("studio",)
CARRIES = ("ride_motorcycle", "ride")
SPEEDS = {"ride_motorcycle": 9.0, "ride": 8.0, "drive": 9.0, "move": 6.0, "accelerate": 10.0}
RADIUS = 0.325


class Params(NamedTuple):
    """One motorcycle: color, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The motorcycle somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The motorcycle, on its wheels."""
    front, rear = np.array([0.0, 0.74, RADIUS]), np.array([0.0, -0.68, RADIUS])
    tank = _loft(
        [
            (-0.10, 0.115, 0.74, 0.09),
            (-0.02, 0.150, 0.78, 0.13),
            (0.12, 0.165, 0.80, 0.145),
            (0.26, 0.150, 0.81, 0.13),
            (0.36, 0.095, 0.80, 0.09),
            (0.39, 0.03, 0.79, 0.03),
        ]
    )
    seat = _loft(
        [
            (-0.70, 0.05, 0.815, 0.03),
            (-0.66, 0.115, 0.815, 0.05),
            (-0.48, 0.135, 0.795, 0.055),
            (-0.25, 0.130, 0.765, 0.055),
            (-0.10, 0.095, 0.760, 0.055),
            (-0.06, 0.05, 0.755, 0.04),
        ]
    )
    guards = [_fender(front, RADIUS + 0.045, 28, 150, 0.062), _fender(rear, RADIUS + 0.06, 35, 178, 0.085)]
    side = [
        _loft(
            [
                (-0.36, 0.02, 0.60, 0.04),
                (-0.28, 0.035, 0.60, 0.085),
                (-0.12, 0.035, 0.61, 0.085),
                (-0.06, 0.02, 0.61, 0.05),
            ]
        ).moved((s * 0.115, 0, 0))
        for s in (-1, 1)
    ]
    head = np.array([0.0, 0.42, 0.86])
    fork = []
    for s in (-1.0, 1.0):
        low, high = front + [s * 0.085, 0.0, 0.0], head + [s * 0.085, -0.005, 0.10]
        fork += [
            sweep([low, low + (high - low) * 0.52], [0.026, 0.028], sides=16),
            sweep([low + (high - low) * 0.5, high], 0.0185, sides=16),
        ]
    fork += [box((0.23, 0.07, 0.03), center=head + [0, 0.0, 0.03 + k], bevel=0.01) for k in (-0.12, 0.05)]
    bar = sweep(
        curve(
            [
                (-0.38, 0.24, 1.08),
                (-0.24, 0.33, 1.085),
                (-0.10, 0.41, 1.0),
                (0.10, 0.41, 1.0),
                (0.24, 0.33, 1.085),
                (0.38, 0.24, 1.08),
            ],
            50,
        ),
        0.0115,
        sides=12,
    )
    grips = [sweep([(s * 0.27, 0.318, 1.085), (s * 0.39, 0.235, 1.08)], 0.0175, sides=12) for s in (-1, 1)]
    lamp = (
        lathe([(0.012, -0.11), (0.06, -0.09), (0.088, -0.03), (0.092, 0.01), (0.088, 0.02)], sides=36, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.56, 0.90))
    )
    lens = (
        lathe([(0.087, 0.016), (0.06, 0.032), (0.001, 0.040)], sides=36, caps=False)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, 0.56, 0.90))
    )
    dials = [
        lathe([(0.035, 0.0), (0.038, 0.02), (0.034, 0.035), (0.001, 0.036)], sides=24)
        .turned(rotation(x=-0.5))
        .moved((s * 0.05, 0.46, 1.0))
        for s in (-1, 1)
    ]
    frame = [
        [(0, 0.40, 0.84), (0, 0.20, 0.72), (0, -0.20, 0.70), (0, -0.55, 0.72)],
        [
            (0.09, 0.36, 0.76),
            (0.11, 0.34, 0.50),
            (0.12, 0.22, 0.24),
            (0.12, -0.20, 0.22),
            (0.12, -0.34, 0.40),
            (0.10, -0.26, 0.68),
        ],
        [(0.11, -0.30, 0.38), (0.12, -0.50, 0.345), (0.105, -0.70, RADIUS)],
    ]
    tubes = [sweep(curve(np.array(line), 30), 0.019, sides=12) for line in frame]
    tubes += [t.mirrored(0) for t in tubes[1:]]
    shocks = [_spring(np.array([s * 0.115, -0.60, 0.36]), np.array([s * 0.105, -0.47, 0.72])) for s in (-1.0, 1.0)]
    engine, fins, pipes = _engine()
    tail = box((0.10, 0.05, 0.06), center=(0, -0.80, 0.72), bevel=0.02)
    stand = sweep([(-0.13, -0.10, 0.22), (-0.24, -0.16, 0.01)], 0.012, sides=8)
    mirrors = []
    for s in (-1.0, 1.0):
        mirrors += [
            sweep(curve([(s * 0.25, 0.33, 1.09), (s * 0.29, 0.35, 1.20), (s * 0.33, 0.34, 1.26)], 12), 0.005, sides=8),
            lathe([(0.001, -0.012), (0.05, -0.008), (0.056, 0.004), (0.05, 0.006)], sides=24, caps=False)
            .turned(rotation(x=math.pi / 2))
            .moved((s * 0.33, 0.34, 1.28)),
        ]
    nodes = [
        things.mesh("motorcycle tank", join([tank, *guards, *side]), "paint"),
        things.mesh("motorcycle seat", seat, "leather", sharp_rad=None),
        things.mesh("motorcycle frame", join([*tubes, *grips, *dials, stand]), "black"),
        things.mesh("motorcycle chrome", join([*fork, bar, lamp, *pipes, *mirrors, *[s[0] for s in shocks]]), "chrome"),
        things.mesh("motorcycle springs", join([s[1] for s in shocks]), "black"),
        things.mesh("motorcycle engine", join([engine, fins]), "alloy"),
        things.mesh("motorcycle lens", lens, "white lamp", sharp_rad=None),
        things.mesh("motorcycle tail lamp", tail, "red lamp"),
    ]
    joints: list[Joint] = []
    for name, middle, wide in (("front", front, 0.105), ("rear", rear, 0.135)):
        wheel = _wheels.wheel(RADIUS, wide, rim=0.72, spokes=10)
        disc = (
            lathe(
                [(0.07, 0.0), (0.15, 0.0), (0.152, 0.002), (0.15, 0.004), (0.07, 0.004)],
                sides=40,
                closed=True,
                slot=_wheels.RIM,
            )
            .turned(rotation(y=math.pi / 2))
            .moved((wide * 0.62, 0, 0))
        )
        both = join([wheel, wheel.mirrored(0), disc])
        mesh = things.mesh(f"motorcycle {name} wheel", both.moved(middle), *_wheels.MATERIALS)
        nodes.append(mesh)
        joints.append(Joint(nodes=(mesh.name,), pivot=(0.0, float(middle[1]), RADIUS), radius_m=RADIUS))
    made = {
        "paint": things.made_of("lacquer", params.color),
        "leather": things.made_of("leather", (0.025, 0.022, 0.02)),
        "black": things.made_of("lacquer", (0.012, 0.012, 0.013)),
        "chrome": things.made_of("chrome", (0.7, 0.7, 0.7)),
        "alloy": things.made_of("metal", (0.36, 0.36, 0.37)),
        **_coach.trims(),
        **_wheels.materials((0.06, 0.06, 0.065)),
    }
    thing = Thing(
        nodes=tuple(nodes),
        materials=made,
        joints=tuple(joints),
        view_rad=1.12,
        ride=Ride(
            seat=(0.0, -0.27, 0.82),
            feet=((-0.20, 0.02, 0.33), (0.20, 0.02, 0.33)),
            hands=((-0.33, 0.275, 1.09), (0.33, 0.275, 1.09)),
            lean_rad=0.28,
        ),
    )
    return things.scaled(thing, params.scale)


def _loft(rows: list[tuple[float, float, float, float]]) -> Shape:
    """Rounded sections along y: y, half width, height of the middle, half height; smoothed between."""
    smooth = curve(np.array(rows), 40)
    t = np.linspace(0, 2 * math.pi, 32, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    x, z = np.sign(c) * np.abs(c) ** 0.8, np.sign(s) * np.abs(s) ** 0.8
    stack = [np.column_stack([max(w, 0.002) * x, np.full(32, y), m + max(h, 0.002) * z]) for y, w, m, h in smooth]
    return rings(np.array(stack)[:, ::-1])


def _fender(
    middle: np.ndarray[tuple[int], np.dtype[np.float64]], r: float, low: float, high: float, half: float
) -> Shape:
    """A mudguard over a wheel, between two angles in degrees from ahead."""
    a = np.radians(np.linspace(low, high, 32))
    rows = []
    for across in np.linspace(-1, 1, 9):
        k = r - 0.028 * across**2
        rows.append(np.column_stack([np.full(32, half * across), k * np.cos(a), k * np.sin(a)]) + middle)
    sheet = rings(np.stack(rows, 1), around=False, caps=False)
    return join(
        [
            sheet,
            sheet._replace(faces=sheet.faces[:, ::-1], points=middle + (sheet.points - middle) * [0.98, 0.992, 0.992]),
        ]
    )


def _spring(
    low: np.ndarray[tuple[int], np.dtype[np.float64]], high: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> tuple[Shape, Shape]:
    """A shock absorber and the spring round it."""
    way = high - low
    u = np.cross(way, [1.0, 0, 0])
    u /= np.linalg.norm(u)
    v = np.cross(way, u) / np.linalg.norm(way)
    t = np.linspace(0, 1, 120)
    coil = low + np.outer(0.12 + 0.72 * t, way) + 0.034 * (np.outer(np.cos(t * 50), u) + np.outer(np.sin(t * 50), v))
    return join([sweep([low, low + 0.5 * way], 0.022, sides=14), sweep([low, high], 0.012, sides=12)]), sweep(
        coil, 0.007, sides=8
    )


def _engine() -> tuple[Shape, Shape, list[Shape]]:
    """Crankcase, finned cylinder, and the exhaust on both sides."""
    case = join(
        [
            box((0.30, 0.44, 0.20), center=(0, 0.0, 0.33), bevel=0.06),
            *[
                lathe([(0.001, 0.0), (0.085, 0.0), (0.095, -0.02), (0.095, -0.06)], sides=32, caps=False)
                .turned(rotation(y=s * math.pi / 2))
                .moved((s * 0.19, y, 0.34))
                for s in (-1, 1)
                for y in (0.10, -0.12)
            ],
        ]
    )
    lean = rotation(x=-0.22)
    cylinder = [box((0.27 - 0.002 * k, 0.20, 0.010), center=(0, 0.06, 0.44 + 0.022 * k), bevel=0.004) for k in range(9)]
    block = box((0.22, 0.15, 0.24), center=(0, 0.06, 0.52), bevel=0.02)
    cover = box((0.24, 0.17, 0.06), center=(0, 0.06, 0.655), bevel=0.025)
    fins = join([*cylinder, block, cover]).moved((0, -0.06, -0.4)).turned(lean).moved((0, 0.06, 0.4))
    pipes = []
    for s in (-1.0, 1.0):
        head = curve(
            [
                (s * 0.06, 0.20, 0.56),
                (s * 0.085, 0.33, 0.50),
                (s * 0.12, 0.31, 0.30),
                (s * 0.155, 0.14, 0.20),
                (s * 0.175, -0.15, 0.21),
                (s * 0.19, -0.30, 0.24),
            ],
            40,
        )
        pipes.append(sweep(head, 0.021, sides=14))
        pipes.append(
            sweep(
                [(s * 0.19, -0.28, 0.235), (s * 0.195, -0.36, 0.25), (s * 0.20, -0.80, 0.33), (s * 0.20, -0.86, 0.34)],
                [0.022, 0.046, 0.046, 0.034],
                sides=22,
            )
        )
    return case, fins, pipes
