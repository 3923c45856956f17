"""A basketball hoop: board with its square, orange ring, white net, on a padded post that leans out over the floor."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("basketball hoop", "hoop")
EXAMPLE = "A basketball hoop in a gym"
COLOR = "#d8551a"
HOME = ("gym", "studio")
RING_M = (0.0, 0.62, 3.05)  # the middle of the ring; its height by the rules of the game
_RADIUS_M = 0.2286  # of the ring, by the rules
_BOARD_M = (1.80, 1.05)  # width and height, by the rules
_BOARD_Y = RING_M[1] - 0.375  # the front of the board, by the rules


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The hoop somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The hoop, its ring to the front."""
    low = 2.90
    board = box((_BOARD_M[0], 0.04, _BOARD_M[1]), center=(0, _BOARD_Y - 0.02, low + _BOARD_M[1] / 2), bevel=0.012)
    front = _BOARD_Y + 0.003
    lines = [
        *_frame(1.74, 0.99, low + _BOARD_M[1] / 2, front, 0.05),
        *_frame(0.59, 0.45, low + 0.15 + 0.225, front, 0.05),
    ]
    a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    circle = np.column_stack([_RADIUS_M * np.cos(a), RING_M[1] + _RADIUS_M * np.sin(a), np.full(72, RING_M[2])])
    ring = sweep(circle, 0.011, sides=10, closed=True)
    brace = [
        box((0.16, 0.14, 0.02), center=(0, _BOARD_Y + 0.07, RING_M[2] - 0.005), bevel=0.006),
        box((0.16, 0.02, 0.16), center=(0, _BOARD_Y + 0.012, RING_M[2] - 0.05), bevel=0.006),
        *[
            sweep([(s * 0.07, _BOARD_Y + 0.02, RING_M[2] - 0.11), (s * 0.07, _BOARD_Y + 0.15, RING_M[2] - 0.01)], 0.009)
            for s in (-1, 1)
        ],
    ]
    back = -0.95
    post = curve([(0, back, 0.25), (0, back, 1.6), (0, back + 0.18, 2.5), (0, _BOARD_Y - 0.30, 3.32)], 40)
    arms = [
        sweep(post, 0.065, sides=18),
        sweep([(0, back + 0.02, 2.2), (0, _BOARD_Y - 0.25, 3.02), (0, _BOARD_Y - 0.05, 3.05)], 0.03, sides=12),
        *[
            sweep([(0, _BOARD_Y - 0.32, 3.30), (s * 0.45, _BOARD_Y - 0.05, z)], 0.024, sides=10)
            for s in (-1, 1)
            for z in (3.05, 3.60)
        ],
        box((1.0, 0.05, 0.05), center=(0, _BOARD_Y - 0.06, 3.05), bevel=0.008),
        box((1.0, 0.05, 0.05), center=(0, _BOARD_Y - 0.06, 3.60), bevel=0.008),
    ]
    pad = lathe([(0.0, 0.30), (0.12, 0.30), (0.135, 0.33), (0.135, 1.75), (0.12, 1.78), (0.0, 1.78)], sides=28).moved(
        (0, back + 0.01, 0)
    )
    base = box((0.9, 1.25, 0.30), center=(0, back - 0.22, 0.17), bevel=0.05)
    wheels = [
        lathe([(0.0, -0.02), (0.06, -0.02), (0.065, 0.0), (0.06, 0.02), (0.0, 0.02)], sides=20)
        .turned(rotation(y=math.pi / 2)).moved((s * 0.36, back - 0.22 + y, 0.065))
        for s in (-1, 1) for y in (-0.5, 0.5)
    ]  # fmt: skip
    nodes = (
        things.mesh("hoop board", board, "board"),
        things.mesh("hoop lines", join(lines), "line"),
        things.mesh("hoop ring", join([ring, *brace]), "ring"),
        things.mesh("hoop net", _net(), "net"),
        things.mesh("hoop post", join(arms), "post"),
        things.mesh("hoop pad", join([pad, base]), "pad"),
        things.mesh("hoop wheels", join(wheels), "post"),
    )
    made = {
        "board": things.made_of("plastic", (0.78, 0.79, 0.80)),
        "line": things.made_of("plastic", (0.42, 0.035, 0.03)),
        "ring": things.made_of("lacquer", params.color),
        "net": things.made_of("cotton", (0.82, 0.82, 0.80)),
        "post": things.made_of("metal", (0.10, 0.11, 0.13)),
        "pad": things.made_of("leather", (0.02, 0.05, 0.20)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.5), params.size)


def _frame(width: float, height: float, middle_z: float, y: float, wide: float) -> list[Shape]:
    """Four painted lines round a rectangle that stands."""
    w, h = width / 2, height / 2
    return [
        *[box((width, 0.004, wide), center=(0, y, middle_z + s * (h - wide / 2))) for s in (-1, 1)],
        *[box((wide, 0.004, height), center=(s * (w - wide / 2), y, middle_z)) for s in (-1, 1)],
    ]


def _net() -> Shape:
    """Cords crossed twelve times round, drawn in below."""
    t = np.linspace(0, 1, 15)
    radius = _RADIUS_M * (1 - 0.44 * t + 0.06 * t**3)
    cords = []
    for k in range(12):
        for way in (-1, 1):
            a = 2 * math.pi * k / 12 + way * t * 2 * math.pi * 2.5 / 12
            line = np.column_stack([radius * np.cos(a), RING_M[1] + radius * np.sin(a), RING_M[2] - 0.012 - 0.43 * t])
            cords.append(sweep(line, 0.0045, sides=5))
    return join(cords)
