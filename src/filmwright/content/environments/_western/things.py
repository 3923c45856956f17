"""What stands along the street of a frontier town: hitching rails, troughs, barrels, crates, sacks, lanterns, a covered wagon, tents, a
water tower, a wooden church. Parts go to the masonry by material, standing in the world."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.environments._town.fabric import slab
from filmwright.content.environments._western.houses import LAMP
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape
from filmwright.values import Color

At = tuple[float, float, float]
_WOOD: Color = (0.25, 0.19, 0.135)
_DARK: Color = (0.16, 0.115, 0.08)
_IRON: Color = (0.06, 0.05, 0.045)
CANVAS: Color = (0.62, 0.57, 0.46)
_STAVES = 18


def hitching_rail(masonry: Masonry, at: At, yaw_rad: float, long_m: float = 3.2) -> None:
    """Two posts and a round rail along x before it is turned."""
    posts = [
        shapes.lathe([(0.075, -0.1), (0.07, 1.12), (0.05, 1.16)], sides=9).moved((s * long_m / 2, 0, 0))
        for s in (-1, 1)
    ]
    rail = shapes.sweep([(-long_m / 2 - 0.25, 0, 0.98), (0, 0, 0.96), (long_m / 2 + 0.25, 0, 0.99)], 0.055, sides=8)
    masonry.add("log", shapes.join([*posts, rail]).turned(shapes.rotation(z=yaw_rad)).moved(at), _WOOD)


def trough(masonry: Masonry, at: At, yaw_rad: float) -> None:
    """A water trough of planks."""
    outer = [shapes.box((2.0, 0.05, 0.5), center=(0, s * 0.3, 0.27)) for s in (-1, 1)]
    outer += [shapes.box((0.05, 0.6, 0.5), center=(s * 0.98, 0, 0.27)) for s in (-1, 1)]
    outer += [shapes.box((0.09, 0.72, 0.09), center=(s * 0.7, 0, 0.05)) for s in (-1, 1)]
    turn = shapes.rotation(z=yaw_rad)
    masonry.add("log", shapes.join(outer).turned(turn).moved(at), _DARK)
    masonry.add(
        "water", shapes.box((1.92, 0.56, 0.01), center=(0, 0, 0.42)).turned(turn).moved(at), (0.03, 0.03, 0.025)
    )


def barrel(masonry: Masonry, at: At, size: float = 1.0) -> None:
    """A barrel of staves with iron hoops."""
    t = np.linspace(0, 1, 9)
    r = 0.24 + 0.075 * np.sin(math.pi * t)
    body = shapes.lathe([*zip(r, 0.86 * t, strict=True), (0.2, 0.83), (0.001, 0.83)], sides=_STAVES, caps=False)
    hoops = [
        shapes.lathe(
            [(0.24 + 0.075 * math.sin(math.pi * a) + 0.006, 0.86 * a + d) for d in (-0.022, 0.022)],
            sides=_STAVES,
            caps=False,
        )
        for a in (0.1, 0.3, 0.7, 0.9)
    ]
    masonry.add("log", body.scaled(size).moved(at), (0.27, 0.18, 0.10))
    masonry.add("iron", shapes.join(hoops).scaled(size).moved(at), _IRON)


def box_of_planks(masonry: Masonry, at: At, size: float, yaw_rad: float) -> None:
    """A wooden box with battens."""
    parts = [shapes.box((1.0, 0.7, 0.62), center=(0, 0, 0.31))]
    for s in (-1, 1):
        parts += [shapes.box((0.09, 0.03, 0.62), center=(t * 0.44, s * 0.36, 0.31)) for t in (-1, 1)]
        parts += [shapes.box((1.0, 0.03, 0.08), center=(0, s * 0.36, z)) for z in (0.05, 0.57)]
    masonry.add("log", shapes.join(parts).scaled(size).turned(shapes.rotation(z=yaw_rad)).moved(at), (0.30, 0.22, 0.14))


def sack(masonry: Masonry, at: At, yaw_rad: float) -> None:
    """A full sack that lies on its side."""
    body = shapes.ball((0.42, 0.24, 0.15), center=(0, 0, 0.14), sides=16, levels=9)
    masonry.add("cloth", body.turned(shapes.rotation(z=yaw_rad)).moved(at), (0.40, 0.32, 0.20))


def wall_lantern(masonry: Masonry, at: At) -> At:
    """An oil lantern that hangs from its ring at `at`; where its flame is."""
    x, y, z = at
    cage = [
        shapes.sweep([(0.07 * c, 0.07 * s, -0.34), (0.05 * c, 0.05 * s, -0.12)], 0.005, sides=4)
        for c, s in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    hood = shapes.lathe([(0.085, -0.13), (0.03, -0.06), (0.02, -0.02), (0.004, 0.0)], sides=10, caps=False)
    foot = shapes.lathe([(0.085, -0.42), (0.085, -0.36), (0.07, -0.34)], sides=10)
    ring = shapes.sweep([(0, 0, 0.0), (0, 0, 0.2)], 0.005, sides=4)
    masonry.add("iron", shapes.join([*cage, hood, foot, ring]).moved(at), _IRON)
    glass = shapes.lathe([(0.05, -0.34), (0.062, -0.25), (0.045, -0.13)], sides=10, caps=False)
    masonry.add("lantern", glass.moved(at), (0.6, 0.5, 0.35), lit=LAMP)
    return (x, y, z - 0.25)


def _wheel(radius: float) -> Shape:
    """A spoked wheel in the y-z plane about the origin."""
    turn = np.arange(28) * 2 * math.pi / 28
    ring = np.column_stack([np.zeros(28), radius * np.cos(turn), radius * np.sin(turn)])
    rim = shapes.sweep(ring, 0.036, sides=6, closed=True)
    hub = shapes.lathe([(0.05, -0.16), (0.085, -0.05), (0.085, 0.05), (0.05, 0.16)], sides=12).turned(
        shapes.rotation(y=math.pi / 2)
    )
    spokes = [
        shapes.sweep(
            [(0, 0.07 * math.cos(a), 0.07 * math.sin(a)), (0, radius * math.cos(a), radius * math.sin(a))],
            [0.026, 0.018],
            sides=6,
        )
        for a in np.arange(12) * math.pi / 6
    ]
    return shapes.join([rim, hub, *spokes])


def wagon(masonry: Masonry, at: At, yaw_rad: float) -> None:
    """A covered wagon, its shafts towards +Y before it is turned."""
    turn = shapes.rotation(z=yaw_rad)

    def put(material: str, part: Shape, tint: Color) -> None:
        masonry.add(material, part.turned(turn).moved(at), tint)

    for x in (-0.82, 0.82):
        put("log", _wheel(0.52).moved((x, 1.15, 0.555)), (0.23, 0.15, 0.085))
        put("log", _wheel(0.66).moved((x, -1.15, 0.695)), (0.23, 0.15, 0.085))
    bed = [shapes.box((1.15, 3.4, 0.06), center=(0, 0, 0.92))]
    for s in (-1, 1):
        flare = shapes.rotation(y=s * 0.16)
        for k in range(3):
            bed.append(
                shapes.box((0.035, 3.5, 0.2), center=(0, 0, 0.11 + 0.21 * k)).turned(flare).moved((s * 0.58, 0, 0.92))
            )
        bed.append(shapes.box((1.2, 0.035, 0.6), center=(0, s * 1.72, 1.24)))
    for y, z in ((1.15, 0.555), (-1.15, 0.695)):
        bed.append(shapes.box((1.7, 0.11, 0.11), center=(0, y, z)))
        bed.append(shapes.box((0.16, 0.14, 0.3), center=(0, y, 0.8)))
    put("log", shapes.join(bed), (0.20, 0.22, 0.18))
    pole = [
        shapes.sweep([(0, 1.2, 0.62), (0, 4.3, 0.55)], 0.045, sides=7),
        shapes.box((1.3, 0.07, 0.08), center=(0, 2.6, 0.64)),
    ]
    put("log", shapes.join(pole), _DARK)
    hoops = np.linspace(-1.95, 1.95, 29)
    turns = np.linspace(-0.25, math.pi + 0.25, 19)
    rows = []
    for k, at_y in enumerate(hoops):
        puff = 1.0 - 0.035 * math.sin(math.pi * ((k % 7) / 7)) + 0.02 * abs(at_y)
        side, high = 0.80 * np.cos(turns) * puff, 1.55 + (1.02 * np.sin(turns)) * puff
        rows.append(np.column_stack([side, np.full(19, at_y * 1.02), np.maximum(high, 1.35)]))
    put("canvas", shapes.rings(np.array(rows), around=False, caps=False), CANVAS)
    for at_y in hoops[::7]:
        hoop = np.column_stack([0.79 * np.cos(turns), np.full(19, at_y), np.maximum(1.55 + 1.0 * np.sin(turns), 1.3)])
        put("log", shapes.sweep(hoop, 0.02, sides=5), _WOOD)


def tent(seed: int) -> Shape:
    """A wall tent of sailcloth on its ridge pole, its door towards -Y; attribute `tint`."""
    rng = np.random.default_rng([seed, 3])
    half, wall, ridge, deep = 1.5, 1.05, 2.5, 3.6
    section = [
        (-half - 0.05, 0.0),
        (-half, wall),
        (-0.75, 1.72),
        (0.0, ridge),
        (0.75, 1.72),
        (half, wall),
        (half + 0.05, 0.0),
    ]
    ys = np.linspace(-deep / 2, deep / 2, 9)
    rows = []
    for y in ys:
        sag = 0.1 * (1 - (2 * y / deep) ** 2)
        rows.append([(x, y, z - sag * (0.4 < z / ridge < 0.99)) for x, z in section])
    roof = shapes.rings(np.array(rows), around=False, caps=False)
    back = shapes.shape(
        [(x, deep / 2, z) for x, z in section] + [(0, deep / 2, 0)], [(k, k + 1, 7, -1) for k in range(6)]
    )
    flaps = []
    for s in (-1, 1):
        points = [
            (s * (half + 0.05), -deep / 2, 0),
            (s * half, -deep / 2, wall),
            (0, -deep / 2, ridge),
            (s * 0.55, -deep / 2 - 0.1, 0.0),
        ]
        flaps.append(shapes.shape(points, [(0, 1, 2, 3)]))
    poles = [
        shapes.sweep([(0, s * (deep / 2 + 0.05), 0), (0, s * (deep / 2 + 0.05), ridge + 0.15)], 0.04, sides=6)
        for s in (-1, 1)
    ]
    cloth = shapes.join([roof, back, *flaps]).with_data("tint", np.asarray(CANVAS) * rng.uniform(0.75, 1.05))
    return shapes.join([cloth, shapes.join(poles).with_data("tint", _WOOD)])


def water_tower(masonry: Masonry, at: At) -> None:
    """A tank of staves on trestles, under a flat cone."""
    tank = shapes.lathe([(2.0, 6.2), (2.05, 9.2), (2.0, 9.2)], sides=24)
    masonry.add("siding", tank.moved(at), (0.27, 0.20, 0.145))
    masonry.add("shingles", shapes.lathe([(2.35, 9.15), (0.05, 10.7)], sides=24).moved(at), (0.20, 0.165, 0.13))
    hoops = [shapes.lathe([(2.06, z - 0.04), (2.07, z + 0.04)], sides=24, caps=False) for z in (6.6, 7.4, 8.2, 8.9)]
    masonry.add("iron", shapes.join(hoops).moved(at), _IRON)
    legs = []
    for a in np.arange(6) * math.pi / 3:
        top, foot = (1.6 * math.cos(a), 1.6 * math.sin(a), 6.2), (2.1 * math.cos(a), 2.1 * math.sin(a), 0.0)
        legs.append(shapes.sweep([foot, top], 0.12, sides=6))
        b = a + math.pi / 3
        legs.append(shapes.sweep([foot, (1.8 * math.cos(b), 1.8 * math.sin(b), 4.2)], 0.05, sides=4))
    masonry.add("log", shapes.join([*legs, shapes.box((3.6, 3.6, 0.25), center=(0, 0, 6.1))]).moved(at), _DARK)


def church(masonry: Masonry, at: At, yaw_rad: float) -> None:
    """A white wooden church with a belfry, its door towards -Y before it is turned."""
    turn, white = shapes.rotation(z=yaw_rad), (0.60, 0.58, 0.52)

    def put(material: str, part: Shape, tint: Color) -> None:
        masonry.add(material, part.turned(turn).moved(at), tint)

    nave = np.array([[(-4.2, y, 0), (4.2, y, 0), (4.2, y, 4.6), (0, y, 8.0), (-4.2, y, 4.6)] for y in (14.0, 0.0)])
    put("siding", shapes.outward(shapes.rings(nave)), white)
    for s in (-1, 1):
        quad = np.array([(s * 4.6, -0.3, 4.35), (0, -0.3, 8.15), (0, 14.3, 8.15), (s * 4.6, 14.3, 4.35)])
        put("shingles", slab(quad + [0, 0, 0.1], 0.12), (0.17, 0.14, 0.115))
    put("siding", shapes.box((2.6, 2.6, 11.0), center=(0, -0.9, 5.5)), white)
    put("trim", shapes.box((3.0, 3.0, 0.25), center=(0, -0.9, 8.7)), white)
    put("trim", shapes.box((3.0, 3.0, 0.25), center=(0, -0.9, 11.0)), white)
    for s in (-1, 1):
        put("window", shapes.box((0.9, 0.06, 1.5), center=(0.0, -0.9 + s * 1.31, 9.8)), (0.015, 0.013, 0.012))
        put("window", shapes.box((0.06, 0.9, 1.5), center=(s * 1.31, -0.9, 9.8)), (0.015, 0.013, 0.012))
        put("window", shapes.box((0.9, 0.08, 2.2), center=(s * 2.7, -0.03, 2.6)), (0.02, 0.02, 0.02))
        put("trim", shapes.box((1.15, 0.06, 0.15), center=(s * 2.7, -0.06, 3.8)), white)
    spire = shapes.lathe([(2.05, 11.1), (0.04, 16.6)], sides=4, caps=False).turned(shapes.rotation(z=math.pi / 4))
    put("shingles", spire.moved((0, -0.9, 0)), (0.17, 0.14, 0.115))
    put(
        "trim",
        shapes.join(
            [shapes.box((0.1, 0.1, 1.5), center=(0, -0.9, 17.1)), shapes.box((0.8, 0.1, 0.1), center=(0, -0.9, 17.4))]
        ),
        white,
    )
    put("trim", shapes.box((1.5, 0.1, 2.6), center=(0, -2.21, 1.4)), (0.15, 0.10, 0.065))
