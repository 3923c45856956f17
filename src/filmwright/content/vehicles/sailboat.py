"""A sloop under sail: a white hull, mast and boom, mainsail and jib filled by the wind."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Ride, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, curve, join, rings, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("sailboat", "sailing boat", "yacht", "sloop", "sailing ship")
EXAMPLE = "A sailboat on a lake"
COLOR = "white"
HOME = ("ocean", "lake", "harbor", "beach")
DRAFT_M = 0.3
SPEEDS = {"sail": 3.0, "move": 3.0, "float": 0.4}
CARRIES = ("sail",)
LONG_M, MAST_M = 7.4, 10.2
_DECK_M, _HEEL = 0.78, 0.06
_MAST_Y = 0.75


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The sailboat somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The sloop, heeling a little, its waterline just over z = 0."""
    hull, deck, band, edge = _hull()
    house = forms.loft(
        [
            (1.5, 0.10, 0.86, 0.04),
            (1.2, 0.50, 0.94, 0.20),
            (0.2, 0.66, 0.98, 0.26),
            (-0.9, 0.66, 0.98, 0.27),
            (-1.0, 0.60, 0.96, 0.22),
        ],
        power=3.6,
    )
    windows = [box((0.02, 0.42, 0.11), center=(s * 0.655, y, 1.10), bevel=0.04) for s in (-1, 1) for y in (0.30, -0.35)]
    mast = forms.rod((0, _MAST_Y, _DECK_M), (0, _MAST_Y, MAST_M), (0.070, 0.045))
    boom = forms.rod((0, _MAST_Y, 1.75), (0.55, -2.9, 1.70), 0.045)
    foot = np.array([0.0, _MAST_Y, MAST_M - 0.25])
    wires = [
        forms.rod(foot, end, 0.009, sides=6)
        for end in ((0, 3.62, 0.98), (1.02, 0.55, 0.80), (-1.02, 0.55, 0.80), (0, -3.45, 0.85))
    ]
    wires += [forms.rod((s * 0.62, _MAST_Y - 0.05, 5.9), (s * 1.02, 0.55, 0.80), 0.008, sides=6) for s in (-1, 1)]
    spreaders = forms.rod((-0.62, _MAST_Y - 0.05, 5.9), (0.62, _MAST_Y - 0.05, 5.9), 0.022, sides=8)
    rail = {side: [_edge(y, side) for y in (-3.2, -2.0, 0.0, 1.4, 2.6)] for side in (-1.0, 1.0)}
    posts = [forms.rod(p, p + [0, 0, 0.5], 0.012, sides=8) for line in rail.values() for p in line]
    lines = [sweep(np.array(line) + [0, 0, 0.48], 0.008, sides=6) for line in rail.values()]
    tiller = join(
        [
            forms.rod((0, -3.4, 0.98), (0.12, -2.5, 1.12), 0.022, sides=8),
            box((0.62, 0.42, 0.05), center=(0.46, -2.80, 1.02), bevel=0.02),  # the bench of whoever steers
            box((0.50, 0.34, 0.24), center=(0.44, -2.82, 0.89)),
        ]
    )
    lean = np.array([[math.cos(_HEEL), 0, math.sin(_HEEL)], [0, 1, 0], [-math.sin(_HEEL), 0, math.cos(_HEEL)]])

    def drawn(name: str, item: Shape, material: str, sharp_rad: float | None = things.SHARP_RAD) -> Mesh:
        return things.mesh(f"sailboat {name}", item.turned(lean), material, sharp_rad=sharp_rad)

    main = _sail(
        np.array([0.02, _MAST_Y - 0.08, 1.86]),
        np.array([0.02, _MAST_Y - 0.08, MAST_M - 0.2]),
        np.array([0.53, -2.85, 1.80]),
        0.42,
    )
    jib = _sail(np.array([0.0, 3.5, 1.15]), foot - [0.0, -0.12, 1.6], np.array([0.62, 0.35, 1.35]), 0.50)
    nodes = (
        drawn("hull", hull, "hull", 1.0),
        drawn("deck", join([deck, tiller]), "deck"),
        drawn("band", band, "band"),
        drawn("house", house, "white", 0.8),
        drawn("windows", join(windows), "glass"),
        drawn("edge", edge, "wood"),
        drawn("spars", join([mast, boom, spreaders, *posts]), "alloy"),
        drawn("wires", join([*wires, *lines]), "wire"),
        drawn("sails", join([main, jib]), "sail", None),
    )
    made = {
        "hull": things.made_of("lacquer", params.color),
        "white": things.made_of("lacquer", (0.74, 0.73, 0.70)),
        "band": things.made_of("lacquer", (0.03, 0.08, 0.24)),
        "deck": things.made_of("wood", (0.46, 0.30, 0.16)),
        "wood": things.made_of("wood", (0.25, 0.12, 0.05)),
        "alloy": things.made_of("metal", (0.62, 0.63, 0.65)),
        "wire": things.made_of("metal", (0.25, 0.25, 0.26)),
        "sail": _cloth((0.82, 0.80, 0.74)),
        "glass": _coach.glass(),
    }
    helm = Ride(
        seat=(0.50, -2.75, 1.06),
        feet=((0.30, -2.22, _DECK_M + 0.02), (0.52, -2.20, _DECK_M + 0.02)),
        hands=((0.13, -2.46, 1.14), (0.62, -2.40, 1.30)),
        lean_rad=0.10,
    )
    thing = Thing(nodes=nodes, materials=made, view_rad=1.05, top=(0.0, -2.4, _DECK_M + 0.1), ride=helm)
    return things.scaled(thing, params.size)


def _beam(y: float | F64) -> F64:
    """Half width of the deck at y."""
    t = (np.asarray(y, float) + LONG_M / 2) / LONG_M
    return np.asarray(
        1.14
        * np.clip(1 - np.clip((t - 0.42) / 0.58, 0, 1) ** 2.0, 0.004, 1)
        * (0.74 + 0.26 * np.clip(t / 0.35, 0, 1) ** 0.6)
    )


def _sheer(y: float | F64) -> F64:
    """Height of the deck's edge at y."""
    t = (np.asarray(y, float) + LONG_M / 2) / LONG_M
    return np.asarray(_DECK_M + 0.22 * np.clip((t - 0.3) / 0.7, 0, 1) ** 2)


def _edge(y: float, side: float) -> F64:
    """A point just within the deck's edge."""
    return np.array([side * 0.94 * float(_beam(y)), y, float(_sheer(y))])


def _hull() -> tuple[Shape, Shape, Shape, Shape]:
    """Hull, deck, the painted band at the waterline and the wooden edge."""
    ys = np.linspace(-LONG_M / 2, LONG_M / 2, 70)
    rows, deck, band, edge = [], [], [], []
    for y, b, s in zip(ys, _beam(ys), _sheer(ys)):
        t = (y + LONG_M / 2) / LONG_M
        keel = -0.12 + 0.55 * max(0.0, (t - 0.82) / 0.18) ** 1.8 + 0.30 * max(0.0, (0.25 - t) / 0.25) ** 1.6
        half = curve(
            [
                (0.0, keel),
                (0.45 * b, keel + 0.07),
                (0.83 * b, keel + 0.36 * (s - keel)),
                (0.97 * b, keel + 0.72 * (s - keel)),
                (b, s),
            ],
            20,
        )
        side = np.column_stack([half[:, 0], np.full(20, y), half[:, 1]])
        rows.append(np.concatenate([side[::-1] * [-1, 1, 1], side[1:]]))
        deck.append(np.array([[-0.99 * b, y, s - 0.03], [0, y, s + 0.02], [0.99 * b, y, s - 0.03]]))
        low = np.array([np.interp([0.14, 0.26], half[:, 1], half[:, 0]) if keel < 0.1 else [0.0, 0.0]])[0]
        if keel < 0.1:
            band.append(np.array([[low[0] + 0.012, y, 0.14], [low[1] + 0.012, y, 0.26]]))
        edge.append(side[-1])
    hull = rings(np.array(rows)[:, ::-1], around=False, caps=False)
    stern = rows[0]
    middle = stern.mean(axis=0)
    transom = rings(np.array([stern, middle + (stern - middle) * 0.02]), around=False, caps=False)
    rail = np.array(edge)
    rim = sweep(np.concatenate([rail, rail[::-1] * [-1, 1, 1]]), 0.035, sides=10, closed=True)
    strip = forms.sheet(band)
    return join([hull, transom]), forms.sheet(deck), join([strip, strip.mirrored(0)]), rim


def _sail(tack: F64, head: F64, clew: F64, belly: float) -> Shape:
    """A three-cornered sail that bulges to the right. Point data "cloth": along its foot, up its luff."""
    rows, marks = [], []
    for v in np.linspace(0, 1, 34):
        luff, leech = tack + (head - tack) * v, clew + (head - clew) * v
        u = np.linspace(0, 1, 22)
        roach = (
            0.10
            * math.sin(math.pi * v)
            * u[:, None]
            * np.array([0.0, -1.0, 0.0])
            * float(np.linalg.norm(clew - tack))
            * 1.4
        )
        fill = belly * np.sin(math.pi * u**0.75) * (1 - v) ** 0.55 * min(1.0, 6 * v + 0.25)
        rows.append(luff + (leech - luff) * u[:, None] + roach + fill[:, None] * np.array([1.0, 0.12, 0.0]))
        marks.append(np.column_stack([u, np.full(22, v), np.zeros(22)]))
    return forms.sheet(rows).with_data("cloth", np.concatenate(marks))


def _cloth(color: Color) -> Material:
    """Sailcloth in sewn panels; the light shines through."""
    up = op("y", attribute("cloth"))
    seam = remap(op("abs", op("fract", up * 9.0) - 0.5), 0.46, 0.485)
    folds = noise(coords("rest"), scale=1.6, detail=4)
    shade: Color = (0.8 * color[0], 0.8 * color[1], 0.8 * color[2])
    return Material(
        color=mix(mix(shade, color, remap(folds, 0.3, 0.6)), (0.45, 0.44, 0.42), seam * 0.7),
        roughness=0.8,
        translucent=0.45,
        specular=0.2,
        bumps=(Bump(height=folds, strength=0.25, distance_m=0.05),),
        preview=color,
    )
