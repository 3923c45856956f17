"""A wooden fishing boat with a wheelhouse."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.vehicles import _coach
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("boat", "fishing boat", "motorboat")
EXAMPLE = "A boat"
COLOR = "blue"
HOME = ("ocean", "lake", "harbor", "beach")
DRAFT_M = 0.3
SPEEDS = {"sail": 3.0, "move": 3.0, "float": 0.4, "row": 2.0}


class Params(NamedTuple):
    """One boat: color of its hull, size."""

    color: Color
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The boat somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The boat, its keel a little under the water."""
    hull, deck, rail, band = _hull()
    house = join(
        [
            box((1.35, 1.35, 1.15), center=(0, -0.15, 1.52), bevel=0.05),
            box((1.62, 1.75, 0.07), center=(0, -0.10, 2.13), bevel=0.03),
        ]
    )
    panes = [box((0.48, 0.03, 0.44), center=(s * 0.33, 0.53, 1.74), bevel=0.03) for s in (-1, 1)]
    panes += [box((0.03, 0.42, 0.42), center=(s * 0.68, y, 1.74), bevel=0.03) for s in (-1, 1) for y in (0.15, -0.42)]
    frames = [box((0.56, 0.025, 0.52), center=(s * 0.33, 0.526, 1.74), bevel=0.03) for s in (-1, 1)]
    frames += [
        box((0.025, 0.50, 0.50), center=(s * 0.677, y, 1.74), bevel=0.03) for s in (-1, 1) for y in (0.15, -0.42)
    ]
    mast = [
        sweep([(0, 0.10, 2.1), (0, 0.06, 3.7)], [0.045, 0.028], sides=12),
        sweep([(0, 0.08, 2.6), (0, -1.7, 3.1)], 0.025, sides=10),
    ]
    stays = [
        sweep([(0, 0.06, 3.66), end], 0.006, sides=5)
        for end in ((0, 2.75, 1.35), (0.75, -1.9, 1.0), (-0.75, -1.9, 1.0))
    ]
    lamp = ball(0.05, center=(0, 0.06, 3.75), sides=12, levels=8)
    buoys = [
        lathe([(0.075, -0.07), (0.15, -0.07), (0.19, 0.0), (0.15, 0.07), (0.075, 0.07)], sides=32, closed=True)
        .turned(rotation(y=math.pi / 2))
        .moved((0.74, -0.13, 1.28))
    ]
    fenders = [
        ball((0.11, 0.11, 0.2), center=(s * 1.10, y, 0.62), sides=16, levels=10) for s in (-1, 1) for y in (0.9, -1.1)
    ]
    box_ = [
        box((0.62, 0.46, 0.34), center=(-0.25, -1.35, 0.98), bevel=0.02),
        box((0.5, 0.4, 0.28), center=(0.42, -1.55, 0.95), bevel=0.02),
    ]
    anchor = sweep(curve([(0.16, 2.35, 1.22), (0.20, 2.5, 1.05), (0.05, 2.6, 0.95)], 12), 0.03, sides=8)
    nodes = (
        things.mesh("boat hull", hull, "hull"),
        things.mesh("boat band", band, "white"),
        things.mesh("boat deck", deck, "deck"),
        things.mesh("boat rail", rail, "wood"),
        things.mesh("boat house", house, "white"),
        things.mesh("boat frames", join([*frames, *mast, *box_]), "wood"),
        things.mesh("boat glass", join(panes), "glass"),
        things.mesh("boat lines", join([*stays, anchor]), "rubber"),
        things.mesh("boat buoys", join([*buoys, *fenders]), "orange"),
        things.mesh("boat lamp", lamp, "white lamp"),
    )
    made = {
        "hull": things.made_of("lacquer", params.color),
        "white": things.made_of("lacquer", (0.72, 0.71, 0.67)),
        "deck": things.made_of("wood", (0.40, 0.27, 0.15)),
        "wood": things.made_of("wood", (0.25, 0.12, 0.05)),
        "orange": things.made_of("plastic", (0.75, 0.16, 0.02)),
        **_coach.trims(),
    }
    decks = ((0.0, 0.95, 0.765), (-0.2, 1.7, 0.887), (0.0, -2.15, 0.707))
    thing = Thing(nodes=nodes, materials=made, view_rad=0.95, hollow=(0.0, 1.45, 1.0), decks=decks)
    return things.scaled(thing, params.scale)


def _hull() -> tuple[Shape, Shape, Shape, Shape]:
    """Planked hull, deck within it, the rail round its edge and a painted band below."""
    ys = np.linspace(-2.6, 3.0, 60)
    t = (ys + 2.6) / 5.6
    beam = (
        1.05 * np.clip((1 - np.clip((t - 0.45) / 0.55, 0, 1) ** 2.1), 0.0, 1) * (0.86 + 0.14 * np.clip(t / 0.3, 0, 1))
        + 0.012
    )
    sheer = 0.86 + 0.55 * np.clip((t - 0.35) / 0.65, 0, 1) ** 2 + 0.06 * np.clip((0.3 - t) / 0.3, 0, 1)
    keel = 0.0 + 0.42 * np.clip((t - 0.80) / 0.20, 0, 1) ** 2.2
    rows, edge, strip = [], [], []
    for y, b, s, k in zip(ys, beam, sheer, keel):
        half = [
            (0.0, k),
            (0.22 * b, k + 0.02),
            (0.62 * b, k + 0.16),
            (0.88 * b, k + 0.42 * (s - k)),
            (0.97 * b, k + 0.70 * (s - k)),
            (1.0 * b, s),
        ]
        line = curve(np.array(half), 22)
        line[:, 0] += 0.006 * np.abs(np.sin(line[:, 1] / 0.115 * math.pi)) * (line[:, 1] > k + 0.1)
        side = np.column_stack([line[:, 0], np.full(22, y), line[:, 1]])
        rows.append(np.concatenate([side[::-1] * [-1, 1, 1], side[1:]]))
        edge.append(side[-1])
        strip.append(side[[-4, -2]] * [1.0, 1, 1] + [0.010, 0, 0])
    hull = rings(np.array(rows)[:, ::-1], around=False, caps=False)
    back = rows[0]
    middle = np.array([0.0, -2.6, 0.5])
    transom = rings(np.array([back, middle + (back - middle) * 0.02]), around=False, caps=False)
    inner = hull._replace(points=hull.points * [0.97, 1.0, 1.0] + [0, 0, 0.02], faces=hull.faces[:, ::-1])
    lines = np.array(edge)
    closed = np.concatenate([lines, lines[::-1] * [-1, 1, 1]])
    rail = sweep(closed, 0.045, sides=10, closed=True, flat=0.8)
    plank = rings(
        np.array([[e * [-0.96, 1, 1] - [0, 0, 0.20], e * [0.96, 1, 1] - [0, 0, 0.20]] for e in edge]),
        around=False,
        caps=False,
    )
    both = join([plank, plank._replace(faces=plank.faces[:, ::-1], points=plank.points - [0, 0, 0.02])])
    right = rings(np.array(strip), around=False, caps=False)
    band = join(
        [
            right,
            right._replace(faces=right.faces[:, ::-1]),
            right.mirrored(0),
            right._replace(faces=right.faces[:, ::-1]).mirrored(0),
        ]
    )
    return join([hull, inner, transom, transom._replace(faces=transom.faces[:, ::-1])]), both, rail, band
