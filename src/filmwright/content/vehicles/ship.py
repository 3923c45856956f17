"""A passenger ship: a long dark hull, white decks with rows of lit windows, funnels, lifeboats, masts."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.shade import Bump, Material, attribute, coords, mapping, mix, noise, remap
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("ship", "passenger ship", "ocean liner")
EXAMPLE = "A ship on the ocean"
COLOR = "#12161f"
HOME = ("ocean", "harbor", "beach")
DRAFT_M = 1.0
SPEEDS = {"sail": 3.5, "move": 3.5, "float": 0.4}

_LONG, _BEAM, _SIDE = 62.0, 4.9, 6.4
"""Length, half beam, and height of the side over the keel amidships, in metres: a small liner."""


_SHARE = 0.62  # of these it is built in: a camera can stand only so far away on the sea; chosen


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ship somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The ship, its keel on the ground."""
    decks, windows, rails = _decks()
    holes = [
        lathe([(0.17, 0.0), (0.20, 0.05), (0.001, 0.05)], sides=14, caps=False)
        .turned(rotation(y=s * math.pi / 2))
        .moved((s * (_half(y, z) + 0.0), y, z))
        for s in (-1.0, 1.0)
        for z in (3.9, 5.1)
        for y in np.arange(-24.0, 21.0, 1.5)
    ]
    funnels, tops = [], []
    for y in (5.5, -2.5, -10.5):
        line = [(0.0, y, 12.6), (0.0, y - 0.55, 15.4), (0.0, y - 0.95, 17.4)]
        funnels.append(sweep(line, [1.25, 1.20, 1.15], sides=40, flat=0.72))
        tops.append(sweep([(0.0, y - 0.80, 16.6), (0.0, y - 1.0, 17.7)], [1.20, 1.18], sides=40, flat=0.74))
    boats = [_lifeboat(s, y) for s in (-1.0, 1.0) for y in (10.0, 4.5, -1.0, -6.5, -12.0, -17.5)]
    davits = [
        sweep(
            curve([(s * 3.6, y, 11.0), (s * 3.7, y, 12.9), (s * 4.2, y, 13.3), (s * 4.5, y, 12.9)], 14), 0.07, sides=8
        )
        for s in (-1.0, 1.0)
        for base in (10.0, 4.5, -1.0, -6.5, -12.0, -17.5)
        for y in (base - 1.2, base + 1.2)
    ]
    masts = [
        sweep([(0, 21.0, 8.0), (0, 20.2, 22.5)], [0.22, 0.10], sides=14),
        sweep([(0, -21.0, 9.0), (0, -21.8, 21.0)], [0.20, 0.09], sides=14),
    ]
    masts += [sweep([(-1.6, 20.4, 18.5), (1.6, 20.4, 18.5)], 0.06, sides=8)]
    stays: list[tuple[tuple[float, float, float], tuple[float, float, float]]] = [
        ((0, 20.3, 21.5), (0, 30.0, 8.6)),
        ((0, 20.3, 21.5), (0, -21.6, 20.5)),
        ((0, -21.7, 20.3), (0, -30.0, 8.0)),
    ]
    stays += [((0, 20.4, 20.0), (s * 3.8, 15.0, 9.0)) for s in (-1, 1)] + [
        ((0, -21.5, 19.0), (s * 3.6, -17.0, 9.0)) for s in (-1, 1)
    ]
    wires = [sweep([a, b], 0.03, sides=5) for a, b in stays]
    anchors = [box((0.12, 0.5, 0.9), center=(s * (_half(27.0, 5.6) + 0.05), 27.0, 5.4), bevel=0.05) for s in (-1, 1)]
    nodes = (
        things.mesh("ship hull", _hull(), "hull"),
        things.mesh("ship decks", join([*decks, *masts[:0]]), "white"),
        things.mesh("ship planks", _planks(), "planks"),
        things.mesh("ship windows", join(windows), "window"),
        things.mesh("ship holes", join(holes), "window"),
        things.mesh("ship funnels", join(funnels), "funnel"),
        things.mesh("ship tops", join([*tops, *anchors]), "black"),
        things.mesh("ship masts", join([*masts, *davits]), "mast"),
        things.mesh("ship wires", join([*wires, *rails]), "wire"),
        things.mesh("ship boats", join(boats), "white"),
    )
    made = {
        "hull": _painted(params.color),
        "white": _parts.plain("lacquer", "#d9d6cd"),
        "planks": things.made_of("wood", (0.42, 0.29, 0.16)),
        "window": _parts.glow("#ffd9a0", 0.35).model_copy(update={"color": (0.03, 0.03, 0.035), "roughness": 0.1}),
        "funnel": _parts.plain("lacquer", "#b5471d"),
        "black": _parts.plain("lacquer", "#101012"),
        "mast": _parts.plain("lacquer", "#b99a63"),
        "wire": _parts.plain("lacquer", "#c9c7c0"),
        **_coach.trims(),
    }
    stands = tuple((x, y, _plank(x, y)) for x, y in ((0.0, 22.0), (1.5, 21.0), (-1.5, 21.0)))
    thing = Thing(nodes=nodes, materials=made, view_rad=0.95, top=(0.0, 24.0, 8.2), decks=stands)
    return things.scaled(thing, _SHARE * params.size)


def _half(y: float, z: float) -> float:
    """Half width of the hull at a station and a height."""
    t = (y + _LONG / 2) / _LONG
    full = _BEAM * (1 - np.clip((t - 0.62) / 0.38, 0, 1) ** 2.3) * (0.55 + 0.45 * np.clip(t / 0.22, 0, 1) ** 0.7)
    flare = 0.70 + 0.30 * np.clip(z / (0.55 * _SIDE), 0, 1) ** 0.6
    bow = 1.0 - 0.55 * np.clip((t - 0.80) / 0.20, 0, 1) * (1 - np.clip(z / _SIDE, 0, 1))
    return float(full * flare * bow)


def _sheer(y: float) -> float:
    """Height of the edge of the deck."""
    t = (y + _LONG / 2) / _LONG
    return float(_SIDE + 2.2 * np.clip((t - 0.55) / 0.45, 0, 1) ** 2 + 1.0 * np.clip((0.3 - t) / 0.3, 0, 1) ** 2)


def _hull() -> Shape:
    """The shell from the keel to the deck's edge; data "z" is the height, for the band at the water."""
    rows = []
    for y in np.linspace(-_LONG / 2, _LONG / 2, 120):
        edge = _sheer(float(y))
        zs = edge * np.linspace(0, 1, 26) ** 1.1
        t = (y + _LONG / 2) / _LONG
        rake = 2.4 * np.clip((t - 0.9) / 0.1, 0, 1) * (zs / edge - 1.0) - 2.0 * np.clip((0.08 - t) / 0.08, 0, 1) * (
            zs / edge - 1.0
        )
        x = np.array([max(_half(float(y), float(z)), 0.02) for z in zs])
        x[0] = 0.35 * x[0]
        side = np.column_stack([x, y + rake, zs])
        rows.append(np.concatenate([side[::-1] * [-1, 1, 1], side]))
    shell = rings(np.array(rows)[:, ::-1], around=False, caps=False)
    stern = rows[0]
    middle = np.array([0.0, stern[:, 1].mean(), 3.5])
    back = rings(np.array([middle + (stern - middle) * 0.02, stern]), around=False, caps=False)
    edge_ = np.array([r[-1] for r in rows])
    closed = np.concatenate([edge_, edge_[::-1] * [-1, 1, 1]])
    rim = sweep(closed, 0.14, sides=8, closed=True)
    made = join([shell, back, rim])
    return made.with_data("high", made.points[:, 2])


def _painted(color: tuple[float, float, float]) -> Material:
    """Dark above, a white line, red at the water; streaks of rust."""
    high = attribute("high")
    rust = noise(mapping(coords("rest"), scale=(0.8, 0.8, 0.12)), scale=1.0, detail=4.0)
    upper = mix(color, (0.72, 0.70, 0.66), remap(high, 5.95, 6.0))
    base = mix((0.26, 0.030, 0.022), upper, remap(high, 2.55, 2.6))
    base = mix(base, (0.10, 0.045, 0.02), remap(rust, 0.62, 0.78) * 0.35)
    plates = noise(mapping(coords("rest"), scale=(0.0, 0.35, 0.5)), scale=1.0, detail=1.0)
    return Material(
        color=base,
        roughness=0.42,
        specular=0.4,
        coat=0.2,
        bumps=(Bump(height=plates, strength=0.15, distance_m=0.05),),
        preview=color,
    )


def _plank(x: float, y: float) -> float:
    """Height of the open deck."""
    return _sheer(y) - 0.35 + 0.06 * (1 - abs(x) / (0.96 * _half(y, _SIDE)))


def _planks() -> Shape:
    """The open decks fore and aft."""
    rows = []
    for y in np.linspace(-_LONG / 2 + 1.0, _LONG / 2 - 0.6, 80):
        half, z = 0.96 * _half(float(y), _SIDE), _sheer(float(y)) - 0.35
        rows.append(np.array([[-half, y, z], [0.0, y, z + 0.06], [half, y, z]]))
    sheet = rings(np.array(rows), around=False, caps=False)
    return join([sheet, sheet._replace(faces=sheet.faces[:, ::-1], points=sheet.points - [0, 0, 0.03])])


def _decks() -> tuple[list[Shape], list[Shape], list[Shape]]:
    """Houses one over the other, their windows, and the railings round them."""
    decks, windows, rails = [], [], []
    for low, high, front, rear, half in (
        (6.1, 8.5, 16.5, -19.5, 4.25), (8.5, 10.8, 14.8, -17.5, 4.0), (10.8, 12.9, 12.6, -14.5, 3.1), (12.9, 14.6, 12.2, 8.6, 2.5),
    ):  # fmt: skip
        middle, long = (front + rear) / 2, front - rear
        decks.append(box((2 * half, long, high - low), center=(0, middle, (low + high) / 2), bevel=0.35))
        decks.append(box((2 * half + 1.0, long + 1.3, 0.14), center=(0, middle + 0.1, high), bevel=0.05))
        count = int(long / 1.15)
        ys = np.linspace(rear + 0.9, front - 0.9, count)
        tall = 0.95 if low > 8 else 0.80
        for s in (-1, 1):
            windows += [
                box((0.05, 0.62, tall), center=(s * half, y, low + 0.58 * (high - low)), bevel=0.06) for y in ys
            ]
        across = np.linspace(-half + 0.7, half - 0.7, max(2, int(2 * half / 1.0)))
        windows += [box((0.66, 0.05, tall), center=(x, front, low + 0.58 * (high - low)), bevel=0.06) for x in across]
        out, z = half + 0.45, high + 0.07
        line = np.array([(-out, rear - 0.45, z), (-out, front + 0.6, z), (out, front + 0.6, z), (out, rear - 0.45, z)])
        for up in (0.35, 0.70, 1.0):
            rails.append(sweep(line + [0, 0, up], 0.028, sides=5))
        posts = np.arange(rear, front, 1.3)
        rails += [sweep([(s * out, y, z), (s * out, y, z + 1.0)], 0.025, sides=5) for s in (-1, 1) for y in posts]
    # The wings of the bridge.
    decks.append(box((9.6, 1.5, 1.0), center=(0, 12.0, 13.3), bevel=0.15))
    for y in (18.6, -20.8, -24.5):
        decks.append(box((2.6, 1.8, 1.1), center=(0, y, _sheer(y) + 0.25), bevel=0.12))
    for y in np.linspace(-29.0, 29.0, 46):
        half, z = _half(float(y), _SIDE) - 0.05, _sheer(float(y))
        if y > 17 or y < -20:
            rails += [sweep([(s * half, y, z), (s * half, y, z + 1.0)], 0.03, sides=5) for s in (-1, 1)]
    for low_y, high_y in ((17.0, 29.5), (-29.5, -20.0)):
        ys = np.linspace(low_y, high_y, 20)
        for up in (0.5, 1.0):
            edge = np.array([(_half(float(y), _SIDE) - 0.05, y, _sheer(float(y)) + up) for y in ys])
            rails += [sweep(edge * [s, 1, 1], 0.03, sides=5) for s in (-1, 1)]
    return decks, windows, rails


def _lifeboat(side: float, y: float) -> Shape:
    """A boat in its davits."""
    made = ball((0.62, 1.75, 0.55), center=(0, 0, 0), sides=24, levels=16)
    p = made.points * [1.0, 1.0, 1.0]
    p[:, 2] = np.where(p[:, 2] > 0, 0.45 * p[:, 2], p[:, 2])
    return made._replace(points=p).moved((side * 4.35, y, 12.2))
