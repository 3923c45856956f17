"""A violin with its bow, on a stand: arched top with f-holes, waist, scroll, four strings, chin rest."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("violin", "fiddle")
EXAMPLE = "A violin in a studio"
COLOR = "#a3521c"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
GRIP = ("carry",)
BOW_M = 0.72
_LONG_M, _DEEP_M = 0.356, 0.031  # a full-size body and its ribs


class Params(NamedTuple):
    """One violin: linear color, material, its size against the usual, and whether it is played."""

    color: Color
    material: str
    size: float
    played: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The violin somebody asked for."""
    return Params(*things.asked(rng, member, COLOR, MATERIALS)[:3])


def held(params: Params, action: str) -> Params:
    """Who plays has no stand."""
    return params._replace(played=action == "play_violin", size=1.0) if action == "play_violin" else params


def strings() -> F64:
    """The point of the strings (3,) that a bow goes across: between bridge and fingerboard, if it is played."""
    return np.array([0.0, _DEEP_M / 2 + 0.034, 0.198])


def build(params: Params) -> Thing:
    """The violin, its top to the front, leaning in a stand, its bow beside it. Played, it stands upright on its lower end, and its bow
    lies along +Y from the origin, its hair down."""
    outline = _outline()
    top, ribs = _body(outline)
    dark, strings, head, pegs = _fittings()
    holes = [_f_hole(s) for s in (-1.0, 1.0)]
    edge = sweep(
        np.column_stack(
            [-0.955 * outline[:, 0], np.full(len(outline), 0.0185), 0.178 + 0.965 * (outline[:, 1] - 0.178)]
        ),
        0.0009,
        sides=6,
        closed=True,
    )
    lean = rotation(x=0.20)

    def set_up(*items: Shape) -> Shape:
        whole = join(items)
        return whole if params.played else whole.turned(lean).moved((0, 0.03, 0.14))

    bow, hair = _bow_across() if params.played else _bow()
    thing = Thing(
        nodes=(
            things.mesh("violin top", set_up(top), "top", sharp_rad=0.7),
            things.mesh("violin ribs", set_up(ribs, head), "side", sharp_rad=0.7),
            things.mesh("violin dark", set_up(dark, *holes, edge, pegs), "dark"),
            things.mesh("violin strings", set_up(strings), "metal"),
            things.mesh("violin bow", bow, "side"),
            things.mesh("violin bow hair", hair, "hair"),
            *(() if params.played else (things.mesh("violin stand", _stand(), "stand"),)),
        ),
        materials={
            "top": _varnished(params.material, params.color),
            "side": _varnished(params.material, toned(params.color, 0.55)),
            "dark": _varnished("wood", (0.010, 0.008, 0.007)),
            "metal": _parts.plain("metal", "#d2cfc6"),
            "hair": _parts.plain("cotton", "#e6dfcc"),
            "stand": _parts.plain("lacquer", "#161617"),
        },
        view_rad=0.30,
        face=(0.0, 0.05, 0.32),
        face_m=0.45,
        grip=(0.0, 0.0, 0.60),
    )
    return things.scaled(thing, params.size)


def _varnished(material: str, color: Color) -> Material:
    """Wood under oil varnish."""
    return things.made_of(material, color).model_copy(update={"coat": 0.9, "coat_roughness": 0.05})


def _outline() -> F64:
    """The body's outline (n, 2): x, v up from its lower end; waist and corners sharp."""
    right = [
        (0.0, 0.0),
        (0.045, 0.002),
        (0.085, 0.022),
        (0.103, 0.060),
        (0.100, 0.098),
        (0.083, 0.124),
        (0.080, 0.1295),
    ]
    waist = [(0.080, 0.1295), (0.066, 0.138), (0.0555, 0.165), (0.056, 0.195), (0.066, 0.220), (0.0755, 0.229)]
    upper = [
        (0.0755, 0.229),
        (0.078, 0.236),
        (0.084, 0.262),
        (0.0825, 0.295),
        (0.066, 0.333),
        (0.036, 0.351),
        (0.0, 0.356),
    ]
    side = np.concatenate([curve(right, 36), curve(waist, 26)[1:], curve(upper, 36)[1:]])
    return np.concatenate([side, side[::-1][1:-1] * [-1, 1]])


def _body(outline: F64) -> tuple[Shape, Shape]:
    """The arched top, and the ribs with the arched back."""
    mid = np.array([0.0, 0.178])
    h = _DEEP_M / 2

    def level(share: float, y: float) -> F64:
        o = mid + (outline - mid) * share
        return np.column_stack([-o[:, 0], np.full(len(o), y), o[:, 1]])

    arch = [
        (1.03, h),
        (1.032, h + 0.0022),
        (1.02, h + 0.0034),
        (0.97, h + 0.0030),
        (0.9, h + 0.005),
        (0.75, h + 0.010),
        (0.5, h + 0.0145),
        (0.25, h + 0.0165),
        (0.02, h + 0.017),
    ]
    lid = rings(np.array([level(s, y) for s, y in arch]), caps=False)
    back = rings(np.array([level(s, -y) for s, y in reversed(arch)] + [level(1.0, -h), level(1.0, h)]), caps=False)
    return _parts.grained(lid, 2), _parts.grained(back, 2, 3.0)


def _f_hole(side: float) -> Shape:
    """An f-hole, inlaid dark a little over the arched top."""
    line = curve(
        [
            (0.0290, 0.178),
            (0.0335, 0.186),
            (0.0375, 0.178),
            (0.0385, 0.165),
            (0.0400, 0.146),
            (0.0435, 0.130),
            (0.0480, 0.122),
            (0.0525, 0.128),
            (0.0490, 0.135),
        ],
        60,
    )
    wide = np.interp(
        np.linspace(0, 1, 60),
        [0, 0.12, 0.3, 0.5, 0.7, 0.88, 1],
        [0.0052, 0.0022, 0.0036, 0.0048, 0.0036, 0.0022, 0.0052],
    )
    flat = forms.sheet(_widened(line, wide))
    x = flat.points[:, 0]
    lift = _DEEP_M / 2 + 0.0176 - 0.0095 * (np.abs(x) / 0.055) ** 2
    made = flat._replace(points=np.column_stack([-side * x, lift, flat.points[:, 1]]))
    return made


def _widened(line: F64, wide: F64) -> F64:
    """Two rows along a flat line, so far apart."""
    t = np.gradient(line, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    n = np.column_stack([-t[:, 1], t[:, 0]]) * wide[:, None] / 2
    return np.stack(
        [np.column_stack([line + n, np.zeros(len(line))]), np.column_stack([line - n, np.zeros(len(line))])]
    )


def _fittings() -> tuple[Shape, Shape, Shape, Shape]:
    """Fingerboard, tailpiece, chin rest and bridge; strings; neck with its scroll; pegs."""
    h = _DEEP_M / 2
    board = rings(
        np.array(
            [
                [(-w / 2, y, v), (w / 2, y, v), (w / 2, y + 0.004, v), (0, y + 0.0065, v), (-w / 2, y + 0.004, v)]
                for v, w, y in ((0.225, 0.042, h + 0.022), (0.486, 0.024, h + 0.0035))
            ]
        )
    )
    tail = rings(
        np.array(
            [
                [(-w / 2, y, v), (w / 2, y, v), (w / 2, y + 0.003, v), (0, y + 0.007, v), (-w / 2, y + 0.003, v)]
                for v, w, y in (
                    (0.008, 0.018, h + 0.010),
                    (0.022, 0.022, h + 0.013),
                    (0.105, 0.042, h + 0.020),
                    (0.112, 0.040, h + 0.021),
                )
            ]
        )
    )
    chin = (
        forms.loft(
            [
                (-0.030, 0.01, 0.0, 0.002),
                (-0.022, 0.026, 0.0, 0.005),
                (0.015, 0.030, 0.0, 0.006),
                (0.030, 0.012, 0.0, 0.003),
            ],
            axis="x",
        )
        .turned(rotation(x=math.pi / 2))
        .moved((0.058, h + 0.018, 0.038))
    )
    bridge = forms.plate(
        [
            (-0.021, 0),
            (-0.012, 0.004),
            (0.012, 0.004),
            (0.021, 0),
            (0.017, 0.018),
            (0.019, 0.028),
            (0.0, 0.0345),
            (-0.019, 0.028),
            (-0.017, 0.018),
        ],
        0.005,
    )
    bridge = bridge._replace(points=bridge.points[:, [0, 2, 1]] * [1, 1, -1] + [0, h + 0.0145, 0.162])
    neck = rings(
        np.array(
            [
                [(-w / 2, y, v), (-w / 3, y - t, v), (w / 3, y - t, v), (w / 2, y, v)]
                for v, w, t, y in (
                    (0.35, 0.034, 0.030, h + 0.0125),
                    (0.37, 0.030, 0.020, h + 0.0115),
                    (0.486, 0.024, 0.016, h + 0.0035),
                )
            ]
        )
    )
    box_ = rings(
        np.array(
            [
                [(-w / 2, y - t, v), (w / 2, y - t, v), (w / 2, y, v), (-w / 2, y, v)]
                for v, w, t, y in (
                    (0.484, 0.025, 0.020, h + 0.005),
                    (0.53, 0.022, 0.022, h - 0.002),
                    (0.556, 0.018, 0.022, h - 0.012),
                )
            ]
        )
    )
    a = np.linspace(-0.4, 3.5 * math.pi, 90)
    r = np.interp(a, [a[0], a[-1]], [0.0185, 0.0035])
    spiral = np.column_stack([np.zeros(90), h - 0.018 + r * np.cos(a), 0.572 + r * np.sin(a)])
    scroll = sweep(spiral, np.interp(a, [a[0], a[-1]], [0.0075, 0.0035]), sides=12)
    eyes = forms.rod((-0.018, h - 0.018, 0.572), (0.018, h - 0.018, 0.572), 0.0055)
    wires, pegs = [], []
    for k in range(4):
        f = k / 3 - 0.5
        peg = np.array([0.0, h - 0.004 - 0.012 * (k / 3), 0.500 + 0.014 * k])
        wires.append(
            sweep(
                np.array(
                    [
                        (f * 0.018, h + 0.026, 0.108),
                        (f * 0.034, h + 0.048 - 0.012 * f * f * 4, 0.1645),
                        (f * 0.016, h + 0.0095, 0.487),
                        tuple(peg),
                    ]
                ),
                0.0005 + 0.0001 * (3 - k),
                sides=6,
            )
        )
        side = -1.0 if k % 2 else 1.0
        pegs.append(forms.rod(peg - [side * 0.014, 0, 0], peg + [side * 0.026, 0, 0], 0.0026, sides=10))
        pegs.append(
            forms.loft(
                [
                    (0.022, 0.003, 0, 0.003),
                    (0.027, 0.004, 0, 0.008),
                    (0.038, 0.004, 0, 0.009),
                    (0.042, 0.002, 0, 0.003),
                ],
                axis="x",
                sides=20,
                count=16,
            )
            .scaled((1, 1, 1))
            .moved(peg)
            if side > 0
            else forms.loft(
                [
                    (-0.042, 0.002, 0, 0.003),
                    (-0.038, 0.004, 0, 0.009),
                    (-0.027, 0.004, 0, 0.008),
                    (-0.022, 0.003, 0, 0.003),
                ],
                axis="x",
                sides=20,
                count=16,
            ).moved(peg)
        )
    nut = box((0.025, 0.006, 0.004), center=(0, h + 0.007, 0.488), bevel=0.001)
    return (
        join([board, tail, chin, nut]),
        join(wires),
        _parts.grained(join([neck, box_, scroll, eyes, bridge]), 2, 5.0),
        join(pegs),
    )


def _bow() -> tuple[Shape, Shape]:
    """The bow, standing aslant beside the violin: stick, frog and tip; its hair."""
    low, high = np.array([0.185, 0.10, 0.004]), np.array([0.115, -0.08, 0.735])
    way = high - low
    away = np.array([0.0, 0.030, 0.006])
    t = np.linspace(0, 1, 30)
    stick = low + np.outer(t, way) + np.outer(0.5 * (1 - np.sin(math.pi * t)) + 0.15, away) * 0.6
    frog = box((0.011, 0.020, 0.045), center=low + 0.09 * way + 0.32 * away, bevel=0.003)
    tip = forms.rod(stick[-1], high - 0.1 * away, (0.004, 0.003))
    screw = forms.rod(stick[0] - 0.012 * way, stick[0], 0.0046)
    hair = [
        sweep([low + 0.09 * way - 0.0 * away + [d, 0, 0], high - 0.1 * away + [d, 0, 0]], 0.0012, sides=5)
        for d in (-0.003, 0.0, 0.003)
    ]
    return _parts.grained(join([sweep(stick, 0.0042, sides=12), frog, tip, screw]), 2, 2.0), join(hair)


def _bow_across() -> tuple[Shape, Shape]:
    """The bow along +Y from its screw: the stick over z = 0, where the hair is."""
    y = np.linspace(0.0, BOW_M, 30)
    arch = 0.026 - 0.014 * np.sin(math.pi * y / BOW_M)
    stick = sweep(np.column_stack([0 * y, y, arch]), np.linspace(0.0044, 0.0030, 30), sides=12)
    frog = box((0.012, 0.046, 0.022), center=(0.0, 0.045, 0.011), bevel=0.003)
    tip = forms.rod((0, BOW_M, 0.026), (0, BOW_M - 0.006, 0.0), (0.005, 0.0035))
    screw = forms.rod((0, -0.012, 0.026), (0, 0.0, 0.026), 0.0048)
    hair = forms.plate([(-0.005, 0.0), (0.005, 0.0), (0.005, 0.0012), (-0.005, 0.0012)], BOW_M - 0.05).moved(
        (0, 0.045, 0)
    )
    return _parts.grained(join([stick, frog, tip, screw]), 1, 2.0), hair


def _stand() -> Shape:
    """A tripod of tube with a cradle for the body and a fork for the neck."""
    parts = [forms.rod((0, -0.045, 0.20), (0, -0.065, 0.48), 0.006)]
    for a in (math.pi / 2 + 2.3, math.pi / 2 - 2.3, math.pi / 2):
        foot = np.array([0.19 * math.cos(a), -0.045 + 0.19 * math.sin(a), 0.008])
        parts.append(forms.pipe([(0, -0.045, 0.22), (0.5 * foot[0], 0.5 * (foot[1] - 0.045), 0.13), foot], 0.0065))
    for s in (-1.0, 1.0):
        parts.append(
            forms.pipe(
                [(0, -0.045, 0.16), (s * 0.055, -0.02, 0.145), (s * 0.075, 0.04, 0.140), (s * 0.08, 0.075, 0.155)],
                0.006,
            )
        )
        parts.append(forms.pipe([(0, -0.065, 0.48), (s * 0.028, -0.062, 0.485), (s * 0.032, -0.02, 0.49)], 0.005))
    return join(parts)
