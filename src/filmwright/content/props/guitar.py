"""An acoustic guitar on its stand: spruce top, sound hole with a rosette, frets, six strings, tuners."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("guitar", "acoustic guitar")
EXAMPLE = "A guitar in a studio"
COLOR = "#c58a45"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("studio",)
GRIP = ("carry",)
BODY_M, DEEP_M, SCALE_M = 0.50, 0.105, 0.645  # length and depth of the body; a scale of 25.4 inches
_BRIDGE_V, _HOLE_V, _NUT_V = 0.145, 0.325, 0.145 + 0.645  # heights over the lower end of bridge, hole and nut
_LEAN_RAD = 0.20


class Params(NamedTuple):
    """One guitar: its body's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float
    stands: bool = True
    strap: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A guitar of wood, or lacquered in the color asked for."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member))


def held(params: Params, action: str) -> Params:
    """In hands it has no stand; who plays has it on a strap."""
    return params._replace(stands=False, strap=action == "play_guitar")


def build(params: Params) -> Thing:
    """The guitar, its top in front (+Y), leaning back in its stand; without one it is upright."""
    outline = _outline()
    top, side, binding = _body(outline)
    neck, board, ivory, metal, head = _neck()
    strings, tuners, pegs = _strings()

    def set_up(*items: Shape) -> Shape:
        whole = join(items)
        return whole.turned(rotation(x=_LEAN_RAD)).moved((0, 0.035, 0.075)) if params.stands else whole

    hole = _parts.front([_parts.disc(0.049, 0.0004, bevel=0.0001, sides=56)], DEEP_M / 2 + 0.0006, _HOLE_V)
    rosette = _parts.front(
        [
            lathe([(r, 0), (r + t, 0), (r + t, 0.0006), (r, 0.0006)], sides=64, closed=True)
            for r, t in ((0.0505, 0.0018), (0.0545, 0.005), (0.0615, 0.0015))
        ],
        DEEP_M / 2 + 0.0002,
        _HOLE_V,
    )
    guard = _parts.front(_guard(), DEEP_M / 2 + 0.0004, _HOLE_V)
    bridge = _parts.front(_parts.slab(0.165, 0.03, 0.008, radius=0.012, bevel=0.005), DEEP_M / 2, _BRIDGE_V)
    saddle = _parts.front(box((0.076, 0.003, 0.006), center=(0, 0.006, 0.010)), DEEP_M / 2, _BRIDGE_V)
    thing = Thing(
        nodes=(
            things.mesh("guitar top", set_up(top), "top"),
            things.mesh("guitar sides", set_up(side, neck, head), "side"),
            things.mesh("guitar hole", set_up(hole), "black"),
            things.mesh("guitar dark", set_up(board, bridge, rosette, guard), "dark"),
            things.mesh("guitar ivory", set_up(binding, ivory, saddle, *pegs), "ivory"),
            things.mesh("guitar metal", set_up(metal, strings, tuners), "metal"),
            *((things.mesh("guitar stand", _stand(), "stand"),) if params.stands else ()),
            *((things.mesh("guitar strap", _strap(), "strap", sharp_rad=None),) if params.strap else ()),
        ),
        materials={
            "top": _varnished(params.material, params.color),
            "side": _varnished("wood" if params.material == "wood" else params.material, toned(params.color, 0.32)),
            "black": _parts.plain("paper", "#060403"),
            "dark": _varnished("wood", (0.022, 0.014, 0.010)),
            "ivory": _parts.plain("plastic", "#ece3cd"),
            "metal": _parts.plain("metal", "#d2cfc6"),
            "stand": _parts.plain("lacquer", "#161617"),
            "strap": things.made_of("leather", (0.050, 0.026, 0.014)),
        },
        view_rad=0.32,
        face=(0.0, 0.05, 0.45),
        grip=(0.0, 0.0, 0.86) if params.stands else (0.0, 0.04, 0.62),
        face_m=0.7,
    )
    return things.scaled(thing, params.size)


def _varnished(material: str, color: Color) -> Material:
    """A material under a clear gloss."""
    return things.made_of(material, color).model_copy(update={"coat": 0.8, "coat_roughness": 0.06})


def _outline() -> F64:
    """The outline of the body (n, 2): x to the right, v up from its lower end."""
    right = [
        (0.0, 0.0),
        (0.09, 0.006),
        (0.165, 0.05),
        (0.198, 0.135),
        (0.178, 0.225),
        (0.136, 0.295),
        (0.130, 0.345),
        (0.146, 0.41),
        (0.128, 0.465),
        (0.07, 0.494),
        (0.0, 0.50),
    ]
    fine = curve(np.array(right), 64)
    left = fine[::-1][1:-1] * [-1, 1]
    return np.concatenate([fine, left])


def _body(outline: F64) -> tuple[Shape, Shape, Shape]:
    """Top, sides with the back, and the binding at the edges."""
    mid = np.array([0.0, 0.24])

    def level(share: float, y: float) -> F64:
        o = mid + (outline - mid) * share
        return np.column_stack([-o[:, 0], np.full(len(o), y), o[:, 1]])

    h = DEEP_M / 2
    lid = rings(np.array([level(0.988, h - 0.0005), level(0.985, h), level(0.5, h), level(0.02, h)]), caps=False)
    back = rings(
        np.array(
            [
                level(0.02, -h - 0.008),
                level(0.5, -h - 0.006),
                level(0.99, -h),
                level(1.0, -h + 0.003),
                level(1.0, h - 0.003),
            ]
        ),
        caps=False,
    )
    bind = [sweep(level(0.997, y), 0.0022, sides=8, closed=True) for y in (h - 0.0016, -h + 0.0016)]
    return _parts.grained(lid, 2), _parts.grained(back, 2, 3.0), join(bind)


def _guard() -> Shape:
    """The pick guard, a drop beside the hole."""
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    o = np.column_stack(
        [0.058 + 0.034 * np.cos(a) + 0.010 * np.sin(a), -0.065 + 0.055 * np.sin(a) - 0.006 * np.cos(2 * a)]
    )
    return rings(np.array([np.column_stack([o, np.full(40, z)]) for z in (0.0, 0.0008)]))


def _neck() -> tuple[Shape, Shape, Shape, Shape, Shape]:
    """Neck, fingerboard, its nut and dots, frets, and the head."""
    h = DEEP_M / 2
    joint = 0.455
    stack = []
    for v, w, t in (
        (joint - 0.01, 0.056, 0.045),
        (joint + 0.05, 0.055, 0.026),
        (0.62, 0.050, 0.022),
        (_NUT_V, 0.043, 0.019),
    ):
        a = np.linspace(0, math.pi, 15)
        stack.append(np.column_stack([w / 2 * np.cos(a), h - t * np.sin(a) ** 0.8, np.full(15, v)]))
    neck = _parts.grained(rings(np.array(stack)), 2, 5.0)
    low = _HOLE_V + 0.052
    board = rings(
        np.array(
            [
                np.column_stack([np.array([-1, 1, 1, -1]) * w / 2, [h, h, h + 0.006, h + 0.006], np.full(4, v)])
                for v, w in ((low, 0.058), (_NUT_V, 0.043))
            ]
        )[:, ::-1]
    )
    frets: list[Shape] = []
    dots: list[Shape] = []
    for n in range(1, 20):
        v = _BRIDGE_V + 0.006 + (SCALE_M - 0.006) * 2 ** (-n / 12)
        w = float(np.interp(v, [low, _NUT_V], [0.058, 0.043]))
        if v > low:
            frets.append(sweep([(-w / 2, h + 0.006, v), (w / 2, h + 0.006, v)], 0.0012, sides=8))
        if n in (3, 5, 7, 9, 12):
            at = _BRIDGE_V + (SCALE_M) * 2 ** (-(n - 0.5) / 12)
            dots += [
                _parts.front(_parts.disc(0.0028, 0.0006), h + 0.0061, at).moved((x, 0, 0))
                for x in ((-0.012, 0.012) if n == 12 else (0.0,))
            ]
    nut = box((0.044, 0.009, 0.005), center=(0, h + 0.004, _NUT_V + 0.002), bevel=0.001)
    shape = np.array(
        [
            (-0.023, 0.0),
            (0.023, 0.0),
            (0.036, 0.035),
            (0.037, 0.165),
            (0.012, 0.178),
            (-0.012, 0.178),
            (-0.037, 0.165),
            (-0.036, 0.035),
        ]
    )
    plate = rings(np.array([np.column_stack([shape[:, 0], np.full(8, y), shape[:, 1]]) for y in (0.002, -0.014)]))
    head = plate.turned(rotation(x=0.24)).moved((0, h, _NUT_V + 0.002))
    return neck, _parts.grained(board, 2, 8.0), join([nut, *dots]), join(frets), _parts.grained(head, 2, 9.0)


def _strings() -> tuple[Shape, Shape, list[Shape]]:
    """Six strings from the bridge over the nut to their posts; tuners; pegs in the bridge and knobs."""
    h = DEEP_M / 2
    tilt = rotation(x=0.24)
    strings, tuners, pegs = [], [], []
    for k in range(6):
        f = k / 5 - 0.5
        side = -1 if k < 3 else 1
        j = k if k < 3 else 5 - k
        post = np.array([side * 0.021, 0.009, 0.04 + 0.048 * j])
        at = tilt @ post + [0, h, _NUT_V + 0.002]
        knob = tilt @ (post + [side * 0.030, -0.016, 0]) + [0, h, _NUT_V + 0.002]
        root = tilt @ (post + [0, -0.010, 0]) + [0, h, _NUT_V + 0.002]
        strings.append(
            sweep(
                [(f * 0.066, h + 0.0135, _BRIDGE_V + 0.006), (f * 0.038, h + 0.0085, _NUT_V + 0.002), at],
                0.00062 - 0.00006 * abs(k - 0) * 0.8,
                sides=5,
            )
        )
        strings.append(
            sweep(
                [(f * 0.066, h + 0.0135, _BRIDGE_V + 0.006), (f * 0.066, h + 0.008, _BRIDGE_V - 0.006)], 0.0005, sides=5
            )
        )
        pegs.append(
            _parts.front(
                lathe([(0.0036, 0), (0.0036, 0.002), (0.002, 0.004)], sides=12), h + 0.008, _BRIDGE_V - 0.006
            ).moved((f * 0.066, 0, 0))
        )
        tuners += [
            sweep([root, at + (at - root) * 0.15], 0.0032, sides=10),
            sweep([at - (at - knob) * 0.2 + (root - at) * 1.4, knob], 0.0022, sides=8),
        ]
        pegs.append(sweep([knob, knob + tilt @ np.array([side * 0.016, 0, 0])], [0.0055, 0.0075], sides=12, flat=0.55))
    return join(strings), join(tuners), pegs


# Where the strap of somebody who plays it goes (from the lower end behind the back, over the left shoulder, to the neck's foot), and
# which way it faces there; measured on bodies of 1.66 and 1.80 m as the guitar hangs before them (actions/play_guitar.py).
_STRAP = (
    ((0.000, 0.000, 0.000), (-0.44, 0.27, -0.86)),
    ((0.046, -0.202, 0.150), (0.35, 0.18, -0.92)),
    ((0.088, -0.204, 0.182), (0.35, 0.14, -0.92)),
    ((0.161, -0.285, 0.304), (0.34, -0.71, -0.60)),
    ((0.252, -0.304, 0.440), (0.02, -0.96, 0.26)),
    ((0.311, -0.300, 0.507), (-0.09, -0.86, 0.51)),
    ((0.367, -0.192, 0.550), (0.86, 0.09, 0.51)),
    ((0.264, -0.105, 0.529), (-0.36, 0.62, 0.69)),
    ((0.152, -0.052, 0.514), (-0.33, 0.74, 0.58)),
    ((0.000, -0.030, 0.455), (0.00, 0.98, 0.20)),
)
_STRAP_M = 0.048


def _strap() -> Shape:
    """The strap as a band."""
    rows = np.array([(*at, *way) for at, way in _STRAP])
    smooth = curve(rows, 120)
    path, out = smooth[:, :3], smooth[:, 3:]
    ahead = np.gradient(path, axis=0)
    across = np.cross(ahead, out)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    out = np.cross(across, ahead)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    half, thick = _STRAP_M / 2, 0.0015
    corners = [path + s * half * across + u * thick * out for s, u in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return rings(np.stack(corners, axis=1))


def _stand() -> Shape:
    """A folding stand of bent tube: two feet, two rests, a spine with a fork for the neck."""
    parts = []
    for s in (-1, 1):
        parts.append(
            sweep(
                curve(
                    [(0.0, -0.085, 0.30), (0.06 * s, -0.02, 0.17), (0.13 * s, 0.05, 0.05), (0.16 * s, 0.09, 0.012)], 24
                ),
                0.008,
                sides=10,
            )
        )
        parts.append(
            sweep(
                curve(
                    [
                        (0.10 * s, 0.022, 0.092),
                        (0.105 * s, 0.085, 0.068),
                        (0.108 * s, 0.125, 0.062),
                        (0.109 * s, 0.135, 0.085),
                    ],
                    20,
                ),
                0.0085,
                sides=10,
            )
        )
        parts.append(sweep([(0.16 * s, 0.09, 0.012), (0.165 * s, 0.10, 0.008)], 0.012, sides=12))
    parts.append(sweep(curve([(0.0, -0.085, 0.30), (0.0, -0.13, 0.15), (0.0, -0.19, 0.012)], 16), 0.008, sides=10))
    parts.append(sweep([(0.0, -0.19, 0.012), (0.0, -0.198, 0.008)], 0.012, sides=12))
    return join(parts)
