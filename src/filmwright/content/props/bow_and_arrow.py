"""A bow and an arrow: a wooden longbow with a leather grip, and an arrow with three feathers."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("bow and arrow", "longbow")
EXAMPLE = "A bow and arrow in a studio"
COLOR = "#6b3a1a"
HOME = ("meadow", "studio")
BRACE_M, DRAWN_M = 0.167, 0.66  # from the grip to the string at rest, and at full draw; of a bow 1.6 m long
DRAWN = ("bow limbs", "bow string")
SLACK = ("bow slack limbs", "bow slack string")
ARROW = ("arrow shaft", "arrow feathers", "arrow head")
_ARROW_M = 0.78


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The bow somebody asked for."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever shoots with it has it by its grip, drawn and at rest."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The bow standing, an arrow beside it. Shot with, the grip is the origin, the arrow flies along +y, its nock on the string at the
    origin of its own; the bow is there twice, drawn and at rest."""
    shot = params.action == "shoot_arrow"
    feathers, shaft, point = _arrow()
    if shot:
        drawn, cord = _bow(0.70, 0.36, DRAWN_M)
        slack, line = _bow(0.765, 0.165, BRACE_M)
        nodes = [
            things.mesh("bow limbs", drawn, "wood", sharp_rad=None),
            things.mesh("bow string", cord, "cord"),
            things.mesh("bow slack limbs", slack, "wood", sharp_rad=None),
            things.mesh("bow slack string", line, "cord"),
            things.mesh("bow grip", _handle(), "leather"),
        ]
        place = np.zeros(3)
        tip = rotation()
    else:
        limbs, cord = _bow(0.765, 0.165, BRACE_M)
        turn, up = rotation(z=-math.pi / 2), (0.16, -0.05, 0.80)
        nodes = [
            things.mesh("bow limbs", limbs.turned(turn).moved(up), "wood", sharp_rad=None),
            things.mesh("bow string", cord.turned(turn).moved(up), "cord"),
            things.mesh("bow grip", _handle().turned(turn).moved(up), "leather"),
        ]
        tip, place = rotation(x=math.pi / 2 - 0.08), np.array([-0.16, 0.01, 0.02])
    nodes += [
        things.mesh(ARROW[0], shaft.turned(tip).moved(place), "shaft"),
        things.mesh(ARROW[1], feathers.turned(tip).moved(place), "feather"),
        things.mesh(ARROW[2], point.turned(tip).moved(place), "steel"),
    ]
    made = {
        "wood": things.made_of("wood", params.color),
        "cord": things.made_of("cotton", (0.70, 0.66, 0.55)),
        "leather": things.made_of("leather", (0.05, 0.025, 0.015)),
        "shaft": things.made_of("wood", (0.45, 0.30, 0.14)),
        "feather": things.made_of("felt", (0.62, 0.03, 0.03)),
        "steel": things.made_of("metal", (0.35, 0.35, 0.37)),
    }
    return things.scaled(Thing(nodes=tuple(nodes), materials=made, view_rad=0.2), params.size)


def _bow(half: float, bend: float, back: float) -> tuple[Shape, Shape]:
    """The limbs, their ends `half` over and under the grip and `bend` behind it, and the string, drawn `back`."""
    t = np.linspace(-1, 1, 61)
    line = np.column_stack([0 * t, -bend * np.abs(t) ** 1.9, half * t])
    limbs = sweep(line, 0.006 + 0.011 * (1 - np.abs(t)) ** 0.7, sides=12, flat=0.7)
    ends = line[[0, -1]] + np.array([0.0, -0.002, 0.0])
    middle = np.array([0.0, -back, 0.0])
    cord = join([sweep([ends[0], middle], 0.0022, sides=6), sweep([middle, ends[1]], 0.0022, sides=6)])
    return limbs, cord


def _handle() -> Shape:
    return lathe([(0.0, -0.06), (0.017, -0.058), (0.0185, 0.0), (0.017, 0.058), (0.0, 0.06)], sides=20)


def _arrow() -> tuple[Shape, Shape, Shape]:
    """Feathers, shaft and head along +y, the nock at the origin."""
    shaft = sweep([(0, 0, 0), (0, _ARROW_M, 0)], 0.004, sides=10)
    vanes = []
    for k in range(3):
        a = 2 * math.pi * k / 3
        out = np.array([math.cos(a), 0.0, math.sin(a)])
        rows = [
            np.array([[0, y, 0], [0, y - 0.012, 0] + out * h]) + out * 0.003
            for y, h in ((0.03, 0.004), (0.05, 0.020), (0.10, 0.017), (0.14, 0.001))
        ]
        vane = rings(np.array(rows), around=False, caps=False)
        vanes += [
            vane,
            vane._replace(faces=vane.faces[:, ::-1], points=vane.points + 0.0006 * np.cross(out, [0, 1, 0])),
        ]
    head = (
        lathe([(0.0, 0.0), (0.005, 0.0), (0.0075, 0.012), (0.0, 0.05)], sides=12)
        .turned(rotation(x=-math.pi / 2))
        .moved((0, _ARROW_M - 0.01, 0))
    )
    return join(vanes), shaft, head
