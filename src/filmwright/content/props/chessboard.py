"""A chessboard set up for a game: thirty-two turned pieces on sixty-four squares."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, box, curve, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("chessboard", "chess board", "chess set", "chess")
EXAMPLE = "A chessboard in a studio"
COLOR = "#4a2412"
MATERIALS = ("wood", "stone", "glass", "metal")
HOME = ("tabletop", "studio")
STANDS = "table"
SQUARE_M, BOARD_M = 0.05, 0.022


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The chessboard somebody asked for: the color of its dark squares and men."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who plays has a man of their own color in the hand."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The board after a few moves, white at the front."""
    s = SQUARE_M
    dark: list[Shape] = []
    light: list[Shape] = []
    for i in range(8):
        for j in range(8):
            square = box(
                (s - 0.0003, s - 0.0003, 0.004), center=((i - 3.5) * s, (j - 3.5) * s, BOARD_M - 0.002), bevel=0.0002
            )
            (light if (i + j) % 2 == 0 else dark).append(_parts.grained(square, 0, 3.0 * i + 7 * j))
    frame = [
        _parts.board(
            (8 * s + 0.06, 0.03, BOARD_M + 0.002), (0, t * (4 * s + 0.015), BOARD_M / 2), offset=t, bevel=0.004
        )
        for t in (-1, 1)
    ]
    frame += [
        _parts.board((0.03, 8 * s, BOARD_M + 0.002), (t * (4 * s + 0.015), 0, BOARD_M / 2), offset=5 + t, bevel=0.004)
        for t in (-1, 1)
    ]
    order = ("rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook")
    place: dict[bool, list[tuple[str, int, int]]] = {True: [], False: []}
    for i, kind in enumerate(order):
        if not (params.action == "play_chess" and i == 6):  # the knight is in the hand
            place[True].append((kind, 7 - i, 7))
        place[False].append((kind, 7 - i, 0))
    moved_white, moved_black = {3: 5, 4: 5}, {3: 3, 4: 2}
    for i in range(8):
        place[True].append(("pawn", i, moved_white.get(i, 6)))
        place[False].append(("pawn", i, moved_black.get(i, 1)))
    sets = {}
    for white, men in place.items():
        made = [_man(kind, white).moved(((i - 3.5) * s, (j - 3.5) * s, BOARD_M)) for kind, i, j in men]
        sets[white] = join(made)
    pale = things.made_of(params.material, (0.70, 0.50, 0.27) if params.material == "wood" else (0.8, 0.79, 0.75))
    deep = things.made_of(params.material, params.color)
    gloss = {"coat": 0.5, "coat_roughness": 0.1}
    thing = Thing(
        nodes=(
            things.mesh("chess dark squares", join(dark), "deep"),
            things.mesh("chess light squares", join(light), "pale"),
            things.mesh("chess frame", join(frame), "deep"),
            things.mesh("chess white", sets[True], "pale men", sharp_rad=0.7),
            things.mesh("chess black", sets[False], "deep men", sharp_rad=0.7),
            *(
                (things.mesh("chess moved man", _man("knight", True).moved((0, 0, -0.052)), "pale men", sharp_rad=0.7),)
                if params.action == "play_chess"
                else ()
            ),
        ),
        materials={
            "deep": deep if params.material != "glass" else _parts.dark_glass(),
            "pale": pale,
            "pale men": things.made_of(
                "wood" if params.material == "wood" else params.material, (0.82, 0.64, 0.38)
            ).model_copy(update=gloss),
            "deep men": things.made_of(
                "wood", (0.35 * params.color[0], 0.33 * params.color[1], 0.33 * params.color[2])
            ).model_copy(update=gloss),
        },
        view_rad=0.42,
        top=(0.0, 0.0, BOARD_M),
    )
    return things.scaled(thing, params.size)


_FOOT = ((0.0170, 0.0), (0.0178, 0.004), (0.0165, 0.008), (0.0140, 0.010), (0.0150, 0.0125))


def _man(kind: str, white: bool) -> Shape:
    """A piece of a kind on z = 0; a knight looks at the other side."""
    high = {"pawn": 0.046, "rook": 0.052, "knight": 0.058, "bishop": 0.065, "queen": 0.077, "king": 0.084}[kind]
    k = {"pawn": 0.80, "rook": 0.95, "knight": 0.98, "bishop": 0.95, "queen": 1.06, "king": 1.10}[kind]
    foot = [(r * k, z * k) for r, z in _FOOT]
    if kind == "pawn":
        body = [*foot, (0.0075, 0.018), (0.0055, 0.026), (0.0092, 0.0285), (0.0055, 0.031)]
        return join(
            [forms.turned(curve(body, 40), sides=28), ball(0.0085, center=(0, 0, high - 0.0085), sides=22, levels=14)]
        )
    if kind == "rook":
        body = [*foot, (0.0105, 0.020), (0.0088, 0.034), (0.0115, 0.040), (0.0130, 0.042), (0.0130, high - 0.005)]
        teeth = forms.ring_of(box((0.0045, 0.0065, 0.006), center=(0.0108, 0, high - 0.003), bevel=0.0008), 6)
        return join(
            [
                forms.turned(
                    np.concatenate(
                        [curve(body, 40), [(0.009, high - 0.005), (0.0088, high - 0.008), (0.001, high - 0.008)]]
                    ),
                    sides=32,
                ),
                teeth,
            ]
        )
    if kind == "knight":
        stem = forms.turned(curve([*foot, (0.0110, 0.018), (0.0105, 0.022)], 24), sides=28)
        profile = np.array(
            [
                (-0.010, 0.020),
                (0.010, 0.020),
                (0.008, 0.030),
                (0.005, 0.036),
                (0.014, 0.038),
                (0.0165, 0.043),
                (0.010, 0.050),
                (0.003, 0.056),
                (0.001, 0.0605),
                (-0.003, 0.056),
                (-0.010, 0.049),
                (-0.013, 0.036),
            ]
        )
        middle = np.array([-0.001, 0.040])
        rows = [
            np.column_stack([np.full(12, x), middle + (profile - middle) * s])
            for x, s in ((-0.0062, 0.55), (-0.0055, 0.88), (-0.002, 1.0), (0.002, 1.0), (0.0055, 0.88), (0.0062, 0.55))
        ]
        head = rings(np.array(rows))
        made = join([stem, head])
        return made.turned(rotation(z=math.pi)) if white else made
    if kind == "bishop":
        body = [
            *foot,
            (0.0090, 0.020),
            (0.0060, 0.038),
            (0.0105, 0.041),
            (0.0060, 0.043),
            (0.0088, 0.050),
            (0.0070, 0.057),
            (0.0015, high - 0.005),
        ]
        return join(
            [forms.turned(curve(body, 60), sides=28), ball(0.0028, center=(0, 0, high - 0.003), sides=14, levels=8)]
        )
    body = [
        *foot,
        (0.0100, 0.024),
        (0.0070, 0.046),
        (0.0118, 0.049),
        (0.0068, 0.052),
        (0.0085, 0.058),
        (0.0122, high - 0.012),
        (0.0118, high - 0.010),
    ]
    stem = forms.turned(curve(body, 60), sides=32)
    if kind == "queen":
        points = forms.ring_of(ball(0.0022, center=(0.0112, 0, high - 0.0085), sides=10, levels=8), 9)
        return join(
            [
                stem,
                points,
                forms.turned([(0.0095, high - 0.011), (0.006, high - 0.006), (0.001, high - 0.005)]),
                ball(0.0030, center=(0, 0, high - 0.003), sides=14, levels=8),
            ]
        )
    cross = [
        box((0.0028, 0.0028, 0.012), center=(0, 0, high - 0.001), bevel=0.0006),
        box((0.0085, 0.0028, 0.0028), center=(0, 0, high + 0.001), bevel=0.0006),
    ]
    return join([stem, forms.turned([(0.0115, high - 0.011), (0.008, high - 0.007), (0.001, high - 0.006)]), *cross])
