"""A grand piano: black lacquer, the lid propped open over gold iron and strings, keys, pedals, a bench."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts, _soft
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("piano", "grand piano")
EXAMPLE = "A grand piano in a studio"
COLOR = "black"
MATERIALS = ("lacquer", "wood")
HOME = ("studio",)
WIDTH_M, LENGTH_M = 1.50, 1.75  # a salon grand: 1.50 m wide, 1.70 to 1.80 m long
KEY_M, LOW_M, RIM_M = 0.73, 0.64, 0.99  # heights of the white keys, of the case's underside and of its rim
_KEYS_Y = 0.62  # where the fall board stands, the keys before it
_LID_RAD = math.radians(38.0)
_SIT = (0.0, 1.0, 0.50)  # where the player sits


class Params(NamedTuple):
    """One piano: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A grand piano."""
    material = "wood" if member.color in ("brown", "dark_brown", "light_brown") else "lacquer"
    return Params(member.material or material, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The piano, its keys in front (+Y), its bass side at +X: the lid opens towards -X."""
    whole = _outline(1.0)
    case = [_wall(whole), _plate(whole, LOW_M, 0.03)]
    lid, prop = _lid(whole)
    case += [lid, prop, *_key_bed(), _music_desk()]
    legs, brass = _legs()
    iron, strings = _inside()
    white, black = _keys()
    bench, pad = _bench()
    pedals = [
        sweep(
            curve([(x, 0.50, 0.075), (x, 0.58, 0.07), (x, 0.63, 0.055)], 10),
            np.linspace(0.008, 0.015, 10),
            sides=10,
            flat=0.4,
        )
        for x in (-0.06, 0.0, 0.06)
    ]
    logo = _parts.front(_parts.lettering("SALON", 0.026, (0, 0)), _KEYS_Y + 0.004, KEY_M + 0.105)
    middle = np.array([0.0, -0.10, 0.0])

    def node(name: str, parts: list[Shape], material: str) -> Mesh:
        return things.mesh(f"piano {name}", join(parts).moved(middle), material)

    lacquer = things.made_of(params.material, params.color)
    thing = Thing(
        nodes=(
            node("case", [*case, *legs], "case"),
            node("bench", [bench], "case"),
            node("pad", [pad], "leather"),
            node("iron", [iron], "gold"),
            node("brass", [*brass, *pedals, logo], "brass"),
            node("strings", [strings], "steel"),
            node("white keys", [white], "white"),
            node("black keys", [black], "black"),
        ),
        materials={
            "case": lacquer.model_copy(update={"roughness": 0.12, "coat": 1.0})
            if params.material == "lacquer"
            else lacquer,
            "leather": things.made_of("leather", (0.03, 0.026, 0.024)),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "steel": _parts.plain("metal", "#c9c6bd"),
            "white": _parts.plain("plastic", "#efece2"),
            "black": _parts.plain("plastic", "#0c0c0d"),
        },
        view_rad=-0.62,
        top=(0.0, -0.1, RIM_M + 0.02),
        sits=((*_SIT, math.pi),),
    )
    return things.scaled(thing, params.size)


def _outline(share: float) -> F64:
    """The case from above (n, 2), counter-clockwise: straight on the bass side (+X) and in front, waisted on the other."""
    hw, front, back = WIDTH_M / 2, 0.62, 0.62 - LENGTH_M + 0.22
    side = curve(
        [
            (-hw, 0.30),
            (-hw + 0.02, 0.05),
            (-0.50, -0.18),
            (-0.28, -0.42),
            (-0.12, -0.66),
            (0.06, back + 0.10),
            (0.28, back),
            (0.50, back + 0.05),
        ],
        46,
    )
    bass = curve([(0.50, back + 0.05), (hw - 0.06, back + 0.22), (hw, back + 0.50), (hw, 0.0)], 20)[1:]
    o = np.concatenate([[(hw, front), (-hw, front)], side, bass])
    mid = np.array([0.1, 0.0])
    return np.asarray(mid + (o - mid) * share)


def _wall(outline: F64) -> Shape:
    """The bent rim, 5 cm thick."""
    mid = np.array([0.1, 0.0])
    inner = mid + (outline - mid) * 0.935
    rows = [
        (outline, LOW_M),
        (outline, RIM_M - 0.006),
        (mid + (outline - mid) * 0.994, RIM_M),
        (mid + (outline - mid) * 0.94, RIM_M),
        (inner, RIM_M - 0.006),
        (inner, LOW_M),
    ]
    return rings(np.array([np.column_stack([o, np.full(len(o), z)]) for o, z in rows]), closed=True)


def _plate(outline: F64, z: float, thick: float) -> Shape:
    """A board of the case's outline."""
    return rings(np.array([np.column_stack([outline, np.full(len(outline), v)]) for v in (z, z + thick)]))


def _lid(outline: F64) -> tuple[Shape, Shape]:
    """The lid, hinged along the bass side, its front part folded back on it; the stick that holds it."""
    over = _outline(1.012)
    main = over[(over[:, 1] < 0.40)]
    first = np.array([(WIDTH_M / 2 + 0.01, 0.40), (-WIDTH_M / 2 - 0.005, 0.40)])
    o = np.concatenate([first, main])
    hinge = np.array([WIDTH_M / 2, 0.0, RIM_M + 0.004])
    turn = rotation(y=_LID_RAD)
    lid = rings(
        np.array([np.column_stack([q, np.full(len(q), z)]) for q, z in ((o, 0.004), (o, 0.018), (o * 0.997, 0.021))])
    )
    folded = box((WIDTH_M * 0.99, 0.24, 0.017), center=(0.0, 0.27, 0.032), bevel=0.004)
    leaf = join([lid, folded]).moved(np.array([0.0, 0.0, RIM_M]) - hinge).turned(turn).moved(hinge)
    at = np.array([-0.42, 0.16, RIM_M - 0.03])
    under = hinge + turn @ (np.array([-0.42, 0.16, RIM_M + 0.004]) - hinge)
    return leaf, sweep([at, under], 0.010, sides=12)


def _key_bed() -> list[Shape]:
    """What carries the keys: bed, key slip, cheek blocks, fall board."""
    hw = WIDTH_M / 2
    parts = [box((WIDTH_M, 0.25, 0.07), center=(0, 0.735, 0.675), bevel=0.008)]
    parts.append(box((WIDTH_M - 0.02, 0.022, 0.05), center=(0, 0.845, KEY_M - 0.02), bevel=0.006))
    for s in (-1, 1):
        parts.append(box((0.125, 0.24, 0.085), center=(s * (hw - 0.0625), 0.735, KEY_M + 0.012), bevel=0.018))
        arm = [
            (0.60, LOW_M),
            (0.86, LOW_M),
            (0.86, KEY_M + 0.02),
            (0.80, KEY_M + 0.05),
            (0.72, KEY_M + 0.07),
            (0.66, RIM_M - 0.06),
            (0.60, RIM_M),
        ]
        ring = np.array(arm)
        stack = [np.column_stack([np.full(len(ring), x), ring]) for x in (s * hw - 0.022, s * hw + 0.022)]
        parts.append(rings(np.array(stack)))
    parts.append(box((WIDTH_M - 0.25, 0.018, 0.13), center=(0, _KEYS_Y - 0.006, KEY_M + 0.085), bevel=0.006))
    return parts


def _keys() -> tuple[Shape, Shape]:
    """52 white and 36 black keys, the bass to the left of the player (+X)."""
    room = WIDTH_M - 0.26
    wide = room / 52
    white = [
        box((wide - 0.0012, 0.148, 0.022), center=(room / 2 - (k + 0.5) * wide, 0.757, KEY_M - 0.011), bevel=0.0016)
        for k in range(52)
    ]
    black = []
    for k in range(51):
        if k % 7 in (0, 2, 3, 5, 6):  # the lowest key is an A: sharps after A, C, D, F and G
            rows = [(0.0135, 0.095, 0.0), (0.0125, 0.094, 0.010), (0.0095, 0.088, 0.0125)]
            stack = [
                np.array([(-w / 2, -0.0475, z), (w / 2, -0.0475, z), (w / 2, -0.0475 + d, z), (-w / 2, -0.0475 + d, z)])
                for w, d, z in rows
            ]
            black.append(rings(np.array(stack)).moved((room / 2 - (k + 1) * wide, 0.732, KEY_M)))
    return join(white), join(black)


def _music_desk() -> Shape:
    """The board for the notes, leaning back."""
    board = box((0.72, 0.014, 0.24), center=(0, 0, 0.12), bevel=0.006)
    ledge = box((0.72, 0.035, 0.012), center=(0, 0.012, 0.0), bevel=0.004)
    return join([board, ledge]).turned(rotation(x=0.30)).moved((0, 0.46, RIM_M + 0.012))


def _legs() -> tuple[list[Shape], list[Shape]]:
    """Three turned legs with brass casters, and the lyre of the pedals."""
    profile = [
        (0.032, 0.07),
        (0.036, 0.09),
        (0.040, 0.12),
        (0.046, 0.30),
        (0.060, 0.50),
        (0.066, 0.56),
        (0.058, 0.58),
        (0.070, 0.60),
        (0.072, LOW_M),
    ]
    legs, brass = [], []
    for x, y in ((-0.60, 0.56), (0.60, 0.56), (0.28, -0.72)):
        legs.append(lathe(curve(np.array(profile), 40), sides=8).moved((x, y, 0)))
        brass.append(lathe([(0.026, 0.045), (0.030, 0.05), (0.030, 0.072), (0.034, 0.08)], sides=24).moved((x, y, 0)))
        wheel = lathe(
            [(0.004, -0.010), (0.022, -0.010), (0.026, -0.006), (0.026, 0.006), (0.022, 0.010), (0.004, 0.010)],
            sides=24,
        )
        brass.append(wheel.turned(rotation(y=math.pi / 2)).moved((x, y, 0.026)))
    legs += [sweep([(x, 0.46, LOW_M), (x * 0.8, 0.48, 0.12)], 0.016, sides=10) for x in (-0.075, 0.075)]
    legs.append(box((0.24, 0.11, 0.05), center=(0, 0.49, 0.095), bevel=0.010))
    return legs, brass


def _inside() -> tuple[Shape, Shape]:
    """The gold iron frame with its bars, and the strings over it."""
    inner = _outline(0.93)
    plate = _plate(inner[inner[:, 1] < 0.45], RIM_M - 0.115, 0.02)
    bars = [
        sweep([(x0, 0.36, RIM_M - 0.07), (x1, y, RIM_M - 0.08)], 0.014, sides=8, flat=0.7)
        for x0, x1, y in ((-0.40, -0.12, -0.48), (-0.05, 0.16, -0.80), (0.30, 0.42, -0.86), (0.62, 0.62, -0.70))
    ]
    strings = []
    for f in np.linspace(0, 1, 56):
        x0 = 0.64 - 1.28 * f
        x1 = 0.62 - 1.08 * f
        y1 = float(np.interp(f, [0, 0.35, 0.6, 1.0], [-0.66, -0.80, -0.35, 0.14]))
        strings.append(_parts.ribbon([(x0, 0.40), (x1, y1)], 0.0026, RIM_M - 0.082))
    bridge = sweep(
        curve(
            [
                (0.5, -0.72, RIM_M - 0.088),
                (0.15, -0.66, RIM_M - 0.088),
                (-0.15, -0.25, RIM_M - 0.088),
                (-0.5, 0.12, RIM_M - 0.088),
            ],
            30,
        ),
        0.014,
        sides=8,
    )
    return join([plate, *bars, bridge]), join(strings)


def _bench() -> tuple[Shape, Shape]:
    """The player's bench: frame, four legs, a padded seat."""
    y, high = 1.10, 0.44
    legs = [
        _parts.leg((x * 0.34, y + s * 0.13, high), (x * 0.34, y + s * 0.13, 0), (0.046, 0.032))
        for x in (-1, 1)
        for s in (-1, 1)
    ]
    rim = box((0.74, 0.33, 0.07), center=(0, y, high - 0.01), bevel=0.006)
    pad = _soft.cushion((0.73, 0.32, 0.055), plump_m=0.022, edge_m=0.018, corner_m=0.02, wrinkle_m=0.002, welt_m=0.004)
    return join([*legs, rim]), pad.moved((0, y, high + 0.05))


def bench() -> tuple[float, float]:
    """How far along Y the middle of the bench's seat is, and its height, in metres."""
    return _SIT[1], _SIT[2]


def keys() -> F64:
    """The middle of the keys' upper side (3,)."""
    return np.array([0.0, 0.757 - 0.10, KEY_M])
