"""A jump rope with two handles: lying in loops, or as it goes round whoever jumps it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("jump rope", "skipping rope")
EXAMPLE = "A jump rope in a gym"
COLOR = "#e8402a"
HOME = ("gym", "studio")
HANDS_M, DEPTH_M = (
    0.36,
    1.07,
)  # from the middle to a hand, and from the line between the hands to the middle of the rope; chosen
_ROPE_M = 0.0055


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The rope somebody asked for."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever jumps it has it in a bow."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The rope in loops on the ground; jumped, a bow upwards in the plane of x and z, the hands on the x axis."""
    line, ends = _bow() if params.action else _loops()
    rope = sweep(line, _ROPE_M, sides=8)
    handles = [_handle(at, way) for at, way in ends]
    thing = Thing(
        nodes=(
            things.mesh("jump rope cord", rope, "cord", sharp_rad=None),
            things.mesh("jump rope handles", join(handles), "handle"),
        ),
        materials={
            "cord": things.made_of("plastic", params.color),
            "handle": things.made_of("wood", (0.36, 0.19, 0.08)),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)


def _bow() -> tuple[F64, list[tuple[F64, F64]]]:
    """The line of the rope, and where each handle is and which way its end points."""
    x = np.linspace(-1.0, 1.0, 80)
    z = DEPTH_M * (1 - np.abs(x) ** 2.6)
    line = np.column_stack([(HANDS_M + 0.06) * x, 0 * x, z])
    return line, [(np.array([s * HANDS_M, 0.0, 0.0]), np.array([s * 1.0, 0.0, 0.12])) for s in (-1.0, 1.0)]


def _loops() -> tuple[F64, list[tuple[F64, F64]]]:
    """Three loops that lie one over the other, the handles out of them."""
    a = np.linspace(0, 6 * math.pi, 240)
    r = 0.20 + 0.012 * np.sin(2.3 * a)
    line = np.column_stack([r * np.cos(a), 0.8 * r * np.sin(a), _ROPE_M + 0.0035 * a / math.pi])
    ends = []
    for at, way in ((line[0], np.array([0.55, -0.85, 0.0])), (line[-1], np.array([0.9, 0.45, 0.0]))):
        ends.append((at * [1, 1, 0] + np.array([0, 0, 0.014]) + 0.10 * way, -way))
    line = np.concatenate([[ends[0][0]], line[4:-4], [ends[1][0]]])
    return curve(line, 400), ends


def _handle(at: F64, way: F64) -> Shape:
    """A turned handle round `at`, the rope leaving it towards `way`."""
    rows = [
        (0.0, -0.075),
        (0.012, -0.074),
        (0.015, -0.055),
        (0.0125, -0.02),
        (0.013, 0.03),
        (0.010, 0.066),
        (0.006, 0.075),
        (0.0, 0.075),
    ]
    made = lathe(rows, sides=20)
    side = way / np.linalg.norm(way)
    pitch, yaw = math.acos(float(side[2])), math.atan2(float(side[1]), float(side[0]))
    return made.turned(rotation(z=yaw) @ rotation(y=pitch)).moved(at)
