"""A canoe: a slim wooden hull, pointed and raised at both ends, with thwarts, a seat and a light rail."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Ride, Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, attribute, mix, op, remap
from filmwright.scene.shapes import Shape, box, join, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("canoe",)
EXAMPLE = "A canoe on the ocean"
COLOR = "#8a2a1c"
HOME = ("lake", "river", "ocean", "harbor")
DRAFT_M = 0.10
SPEEDS = {"canoe": 1.6, "row": 1.6, "move": 1.6, "float": 0.3}
CARRIES = ("canoe", "row")
LONG_M, BEAM_M, HIGH_M = 4.6, 0.84, 0.36
_SEAT_M = 0.26


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The canoe somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The canoe, its bow ahead."""
    ys = np.linspace(-LONG_M / 2, LONG_M / 2, 70)
    hull = _hull(ys)
    inner = _hull(ys, inset=0.012)
    inner = inner._replace(faces=inner.faces[:, ::-1])
    sides = [np.array([_edge(float(y)) * [s, 1, 1] for y in ys]) for s in (-1.0, 1.0)]
    rails = [sweep(line, 0.017, sides=8) for line in sides]
    decks = [_deck(end) for end in (-1.0, 1.0)]
    thwarts = []
    for y in (0.85, -1.15):
        edge = _edge(y)
        thwarts.append(box((2 * edge[0], 0.07, 0.022), center=(0, y, edge[2] - 0.02), bevel=0.008))
    edge = _edge(-0.30)
    seat = box((2 * edge[0] * 0.94, 0.26, 0.024), center=(0, -0.30, _SEAT_M), bevel=0.009)
    ribs = []
    for y in np.arange(-1.7, 1.71, 0.20):
        line = _section(float(y), inset=0.016)
        ribs.append(sweep(line[2:-2], 0.012, sides=6, flat=0.5))
    nodes = (
        things.mesh("canoe hull", hull, "hull", sharp_rad=1.0),
        things.mesh("canoe inside", inner, "wood", sharp_rad=1.0),
        things.mesh("canoe rails", join([*rails, *decks]), "dark"),
        things.mesh("canoe thwarts", join([*thwarts, seat]), "dark"),
        things.mesh("canoe ribs", join(ribs), "wood"),
    )
    made = {
        "hull": _painted(params.color),
        "wood": things.made_of("wood", (0.48, 0.29, 0.12)),
        "dark": things.made_of("wood", (0.20, 0.09, 0.035)),
    }
    ride = Ride(seat=(0.0, -0.30, _SEAT_M + 0.02), feet=((-0.14, 0.42, 0.09), (0.14, 0.42, 0.09)))
    return things.scaled(
        Thing(nodes=nodes, materials=made, view_rad=1.05, hollow=(0.0, 0.3, 0.08), ride=ride), params.size
    )


def _half(y: float) -> float:
    """Half of the beam at the rail."""
    return float(max(BEAM_M / 2 * max(1 - abs(2 * y / LONG_M) ** 2.3, 0.0) ** 0.85, 0.004))


def _edge(y: float) -> F64:
    """The rail on the right at y."""
    return np.array([_half(y), y, HIGH_M + 0.20 * abs(2 * y / LONG_M) ** 3.2])


def _section(y: float, inset: float = 0.0) -> F64:
    """The line (n, 3) of the hull across, from rail to rail."""
    half, top = _half(y), float(_edge(y)[2])
    keel = 0.13 * abs(2 * y / LONG_M) ** 5
    a = np.linspace(-1, 1, 25)
    x = half * np.sign(a) * np.abs(np.sin(a * math.pi / 2)) ** 0.75
    z = keel + (top - keel) * np.abs(a) ** 3.4
    shrink = max(1 - inset / half, 0.02)
    return np.column_stack([x * shrink, np.full(25, y), z + inset * (1 - np.abs(a))])


def _hull(ys: F64, inset: float = 0.0) -> Shape:
    made = rings(np.array([_section(float(y), inset) for y in ys]), around=False, caps=False)
    return made.with_data("high", made.points[:, 2])


def _deck(end: float) -> Shape:
    """The small deck at an end."""
    rows = []
    for k in np.linspace(0, 1, 8):
        edge = _edge(end * (LONG_M / 2 - 0.02 - 0.42 * k))
        rows.append(np.array([edge * [-1, 1, 1], edge * [0, 1, 1] + [0, 0, 0.012], edge]))
    made = rings(np.array(rows), around=False, caps=False)
    return join([made, made._replace(faces=made.faces[:, ::-1], points=made.points - [0, 0, 0.006])])


def _painted(color: Color) -> Material:
    """The hull's paint with a pale line under the rail."""
    base = things.made_of("lacquer", color)
    band = op("abs", attribute("high") - (HIGH_M - 0.055))
    return base.model_copy(update={"color": mix((0.80, 0.76, 0.64), color, remap(band, 0.009, 0.011))})
