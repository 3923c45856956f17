"""A diamond kite in the air, with a tail of bows and a line."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Thing
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("kite",)
EXAMPLE = "A kite"
COLOR = "red"
MATERIALS = ("cotton", "silk", "paper")
HOME = ("beach", "meadow", "studio")
FLOWN = (0.30, 1.85, 0.98)  # from the hand to the kite: right, ahead, up; chosen: near enough to be in the picture


class Params(NamedTuple):
    """One kite: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    flown: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The kite somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """Who flies it has it on a line."""
    return params._replace(flown=action == "fly_kite", scale=1.0)


def build(params: Params) -> Thing:
    """The kite, up in the air, its face to the front. Flown, its line begins at the origin, in a hand, and it swings to and fro."""
    w, up, down = 0.42, 0.36, 0.64
    tilt = rotation(x=0.42, y=0.16)
    corners = {"top": (0, 0, up), "right": (w, -0.05, 0), "low": (0, 0, -down), "left": (-w, -0.05, 0)}
    panels = []
    order = (("top", "right"), ("right", "low"), ("low", "left"), ("left", "top"))
    for index, (p, q) in enumerate(order):
        panels.append(_panel(np.array(corners[p], float), np.array(corners[q], float), index % 2))
    sail = join(panels)
    back = sail._replace(
        faces=np.where(sail.faces[:, 3:] >= 0, sail.faces[:, ::-1], sail.faces[:, [2, 1, 0, 3]]),
        points=sail.points - [0, 0.002, 0],
    )
    spars = join(
        [
            sweep(np.array([corners["top"], (0, -0.006, 0), corners["low"]]) - [0, 0.008, 0], 0.005, sides=8),
            sweep(
                curve(np.array([corners["left"], (0, -0.012, 0.0), corners["right"]]) - [0, 0.006, 0], 16),
                0.005,
                sides=8,
            ),
        ]
    )
    s = np.linspace(0, 1, 60)
    tail = np.column_stack([0.14 * np.sin(s * 7.0) * s**0.6, -0.10 * s + 0.05 * np.sin(s * 5), -down - 0.75 * s])
    bows = []
    for k in range(6):
        at = tail[8 + 9 * k]
        for side in (-1, 1):
            bows.append(
                rings(
                    np.array(
                        [[at, at + [side * 0.075, 0.01, 0.035]], [at + [0, 0.004, 0], at + [side * 0.08, 0.012, -0.03]]]
                    ),
                    around=False,
                    caps=False,
                )
            )
    bow = join(bows)
    bow = join([bow, bow._replace(faces=bow.faces[:, ::-1], points=bow.points + [0, -0.001, 0])])
    line = sweep(curve([(0, 0.03, 0.05), (0.06, 0.3, -0.35), (0.2, 0.8, -0.9), (0.38, 1.3, -1.4)], 40), 0.0022, sides=5)
    lift = 3.2
    drawn = (
        things.mesh("kite sail", join([sail, back]).turned(tilt).moved((0, 0, lift)), "sail", "second"),
        things.mesh("kite spars", spars.turned(tilt).moved((0, 0, lift)), "spar"),
        things.mesh("kite tail", sweep(tail, 0.0035, sides=6).moved((0, 0, lift)), "spar"),
        things.mesh("kite bows", bow.moved((0, 0, lift)), "bow"),
        things.mesh("kite line", line.moved((0, 0, lift)), "spar"),
    )
    nodes = _flown(drawn) if params.flown else things.centered(drawn)
    second = (0.80, 0.55, 0.06) if params.color[0] < 0.5 or params.color[1] < 0.3 else (0.08, 0.18, 0.5)
    made = {
        "sail": things.made_of(params.material, params.color).model_copy(update={"translucent": 0.35}),
        "second": things.made_of(params.material, second).model_copy(update={"translucent": 0.35}),
        "bow": things.made_of(params.material, second),
        "spar": things.made_of("wood", (0.16, 0.10, 0.06)),
    }
    if params.flown:
        swings = Joint(
            tuple(n.name for n in nodes), (0.0, 0.0, 0.0), (0.0, 1.0, 0.0), "swing", rate=1.9, reach_rad=0.05
        )
        return Thing(nodes=nodes, materials=made, joints=(swings,), view_rad=0.25)
    thing = Thing(nodes=nodes, materials=made, view_rad=0.25, lift_m=1.6)
    return things.scaled(thing, params.scale)


def _flown(drawn: tuple[Mesh, ...]) -> tuple[Mesh, ...]:
    """The kite at the end of its line, and a reel at the line's other end, at the origin."""
    middle = np.array([0.0, 0.0, 3.2])
    aside = rotation(z=-1.0).T  # its face a little to who looks on
    nodes = [
        n.model_copy(update={"points": ((np.asarray(n.points, float) - middle) @ aside + FLOWN).astype(np.float32)})
        for n in drawn
        if n.name != "kite line"
    ]
    f = np.linspace(0, 1, 30)
    sag = -0.10 * np.sin(np.pi * f)
    path = np.outer(f, np.asarray(FLOWN) + [0.0, -0.02, 0.05]) + np.column_stack([0 * f, 0 * f, sag])
    reel = lathe(
        [
            (0.002, -0.05),
            (0.026, -0.05),
            (0.028, -0.042),
            (0.014, -0.036),
            (0.014, 0.036),
            (0.028, 0.042),
            (0.026, 0.05),
            (0.002, 0.05),
        ],
        sides=24,
    )
    nodes.append(things.mesh("kite line", sweep(path, 0.0028, sides=6), "spar"))
    nodes.append(things.mesh("kite reel", reel.turned(rotation(y=math.pi / 2)), "bow"))
    return tuple(nodes)


def _panel(
    a: np.ndarray[tuple[int], np.dtype[np.float64]], b: np.ndarray[tuple[int], np.dtype[np.float64]], slot: int
) -> Shape:
    """A quarter of the sail from the middle to two corners, blown out by the wind."""
    rows = []
    for s in np.linspace(0.002, 1, 12):
        line = a[None] * s + (b - a)[None] * s * np.linspace(0, 1, 12)[:, None]
        belly = 0.035 * np.sin(np.linspace(0, 1, 12) * math.pi) * math.sin(s * math.pi * 0.9)
        rows.append(line + np.column_stack([np.zeros(12), -belly, np.zeros(12)]))
    return rings(np.array(rows), around=False, caps=False, slot=slot)
