"""A concert harp: a fluted column with a gilded head, the curved neck, the sounding box, strings; for who plays with a stool."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, curve, join, rings, rounded_rectangle
from filmwright.spec.shot import Member

WORDS = ("harp",)
EXAMPLE = "A golden harp in a studio"
COLOR = "#7a4520"
MATERIALS = ("wood", "gold", "lacquer")
HOME = ("stage", "studio")
SIT_M, SEAT_M, ASIDE_M = (
    0.44,
    0.48,
    0.10,
)  # where its player sits: behind it (+Y), how high, and how far to the left of its strings
_COLUMN_Y = -0.66
_LOW, _HIGH = (
    np.array([0.0, -0.54, 0.13]),
    np.array([0.0, 0.10, 1.24]),
)  # the sounding board from the foot to the shoulder
_NECK = (
    (0.0, 0.12, 1.27),
    (0.0, 0.02, 1.285),
    (0.0, -0.14, 1.275),
    (0.0, -0.34, 1.40),
    (0.0, -0.52, 1.60),
    (0.0, -0.645, 1.655),
)
_STRINGS = 36


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The harp somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who plays sits on a stool."""
    return params._replace(action=action, size=1.0)


def strings(share: float, up: float) -> F64:
    """A point (3,) of the string at a share of the way from the longest (0) to the shortest, `up` of its length over the board."""
    low, high = _string(0.06 + 0.88 * share)
    return np.asarray(low + up * (high - low))


def _string(f: float) -> tuple[F64, F64]:
    """The ends of a string: on the board, and on the neck."""
    low = _LOW + f * (_HIGH - _LOW)
    neck = curve(np.array(_NECK), 80)
    order = np.argsort(neck[:, 1])
    y = _COLUMN_Y + 0.06 + (0.08 - _COLUMN_Y - 0.06) * f
    return low, np.array([0.012, y, float(np.interp(y, neck[order, 1], neck[order, 2])) - 0.02])


def build(params: Asked) -> Thing:
    """The harp upright, its column away from its player, who sits at +Y."""
    column = forms.turned(
        [
            (0.048, 0.10),
            (0.052, 0.13),
            (0.036, 0.17),
            (0.032, 0.22),
            (0.027, 1.42),
            (0.033, 1.47),
            (0.046, 1.50),
            (0.034, 1.53),
        ],
        (0, _COLUMN_Y, 0),
        sides=28,
    )
    flutes = [
        forms.rod(
            (0.031 * np.cos(a), _COLUMN_Y + 0.031 * np.sin(a), 0.24),
            (0.027 * np.cos(a), _COLUMN_Y + 0.027 * np.sin(a), 1.40),
            0.0036,
            sides=8,
        )
        for a in np.linspace(0, 2 * np.pi, 12, endpoint=False)
    ]
    crown = [
        forms.turned(
            [(0.034, 1.53), (0.052, 1.58), (0.058, 1.66), (0.047, 1.70), (0.054, 1.73), (0.030, 1.77), (0.001, 1.79)],
            (0, _COLUMN_Y, 0),
            sides=36,
        ),
        *(forms.hoop(r, 0.006, (0, _COLUMN_Y, z)) for r, z in ((0.050, 1.50), (0.058, 1.66), (0.052, 0.135))),
    ]
    neck_line = curve(np.array(_NECK), 60)
    stack = []
    for k, at in enumerate(neck_line):
        f = k / 59
        ahead = neck_line[min(k + 1, 59)] - neck_line[max(k - 1, 0)]
        up = np.array([0.0, -ahead[2], ahead[1]])
        up /= np.linalg.norm(up)
        o = rounded_rectangle(0.046, 0.10 - 0.02 * np.sin(np.pi * f), 0.018, per_corner=5)
        stack.append(at + np.outer(o[:, 0], [1.0, 0.0, 0.0]) + np.outer(o[:, 1], up))
    neck = rings(np.array(stack))
    chest = []
    way = (_HIGH - _LOW) / np.linalg.norm(_HIGH - _LOW)
    back = np.array([0.0, way[2], -way[1]])  # from the board to the player
    for f in np.linspace(-0.04, 1.02, 26):
        half, deep = 0.215 - 0.125 * f, 0.150 - 0.075 * f
        a = np.linspace(0, np.pi, 19)
        arc = np.outer(half * np.cos(a), [1.0, 0.0, 0.0]) + np.outer(deep * np.sin(a) ** 0.8, back)
        chest.append(_LOW + f * (_HIGH - _LOW) + arc)
    sounding = rings(np.array(chest))
    board = rings(
        np.array(
            [
                [_LOW + f * (_HIGH - _LOW) + [s * (0.213 - 0.125 * f), 0, 0] - 0.002 * back for s in (-1.0, 0.0, 1.0)]
                for f in np.linspace(-0.03, 1.01, 20)
            ]
        ),
        around=False,
        caps=False,
    )
    rib = forms.rod(_LOW - 0.004 * back, _HIGH - 0.004 * back, 0.009, sides=10)
    foot = [
        box((0.44, 0.40, 0.11), center=(0, -0.53, 0.075), bevel=0.030),
        *(box((0.07, 0.09, 0.03), center=(x, y, 0.013), bevel=0.010) for x in (-0.17, 0.17) for y in (-0.66, -0.38)),
    ]
    wires: dict[str, list[Shape]] = {"gut": [], "red": [], "blue": []}
    pegs = []
    for k in range(_STRINGS):
        low, high = _string(0.05 + 0.90 * k / (_STRINGS - 1))
        name = "red" if k % 7 == 0 else "blue" if k % 7 == 3 else "gut"
        wires[name].append(forms.rod(low, high, 0.0016 - 0.0008 * k / _STRINGS, sides=6))
        pegs.append(forms.rod(high + [-0.036, 0.0, 0.035], high + [0.034, 0.0, 0.035], 0.0042, sides=8))
    nodes = [
        things.mesh("harp frame", join([column, *flutes, neck, *foot]), "frame", sharp_rad=0.7),
        things.mesh("harp chest", sounding, "frame", sharp_rad=0.9),
        things.mesh("harp board", join([board, rib]), "board", sharp_rad=0.9),
        things.mesh("harp gold", join(crown), "gold"),
        things.mesh("harp pegs", join(pegs), "gold"),
        *(things.mesh(f"harp {name} strings", join(made), name) for name, made in wires.items()),
    ]
    materials = {
        "frame": things.made_of(params.material, params.color).model_copy(update={"coat": 0.6, "coat_roughness": 0.08}),
        "board": _parts.plain("wood", "#c99a5e"),
        "gold": _parts.plain("gold", "#d0b060"),
        "gut": _parts.plain("plastic", "#e6dcc4"),
        "red": _parts.plain("plastic", "#a8202a"),
        "blue": _parts.plain("plastic", "#1d2a52"),
    }
    if params.action == "play_harp":
        seat = [
            forms.turned(
                [
                    (0.155, SEAT_M - 0.06),
                    (0.170, SEAT_M - 0.05),
                    (0.170, SEAT_M - 0.012),
                    (0.150, SEAT_M),
                    (0.001, SEAT_M),
                ],
                (ASIDE_M, SIT_M, 0),
                sides=44,
            )
        ]
        seat += [
            _parts.leg(
                (ASIDE_M + x * 0.10, SIT_M + y * 0.10, SEAT_M - 0.05),
                (ASIDE_M + x * 0.15, SIT_M + y * 0.15, 0),
                (0.04, 0.03),
            )
            for x in (-1, 1)
            for y in (-1, 1)
        ]
        nodes.append(things.mesh("harp stool", join(seat), "stool"))
        materials["stool"] = _parts.plain("leather", "#2a1712")
    thing = Thing(nodes=tuple(nodes), materials=materials, view_rad=-1.2, face=(0.0, -0.4, 1.2), face_m=0.9)
    return things.scaled(thing, params.size)
