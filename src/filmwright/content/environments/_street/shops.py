"""Ground floors: lit rooms behind glass. They shine of themselves, so they cost a renderer nothing; goods are boxes, not
pictures, so they move past each other as the camera does."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._street.canvas import Facade, dim
from filmwright.content.environments._street.crowd import choose, figure
from filmwright.content.environments._street.lanterns import lantern
from filmwright.content.environments._street.palette import CYAN, PALE, PINK, VIOLET, WARM, Kind
from filmwright.scene.shapes import Shape, ball, lathe, rotation
from filmwright.values import Color

F64 = NDArray[np.float64]

GOODS = np.array(
    [
        (0.9, 0.25, 0.12), (0.95, 0.75, 0.35), (0.25, 0.45, 0.5), (0.8, 0.8, 0.7), (0.5, 0.12, 0.1),
        (0.2, 0.35, 0.18), (0.12, 0.1, 0.1), (0.85, 0.45, 0.1), (0.15, 0.2, 0.45), (0.9, 0.85, 0.6),
    ]
)  # fmt: skip
WOOD: Color = (0.30, 0.16, 0.07)
DEPTH_M = 2.4


Wall = Literal["back", "side"]


BEHIND: dict[Wall, str] = {"back": "y", "side": "X"}  # the face of a box that its wall hides
ALL_BUT_FRONT: dict[Wall, str] = {"back": "xXyzZ", "side": "XyYzZ"}


class Room(NamedTuple):
    """A shop's inside: from a to b along the facade, as high as `height`, lit by `glow`."""

    facade: Facade
    rng: np.random.Generator
    a: float
    b: float
    height: float
    glow: Color


def shell(room: Room, wall: Color, floor: Color = (0.13, 0.13, 0.13), lamp: float = 2.1) -> None:
    """Walls, floor, ceiling and ceiling lights."""
    f, a, b, h, glow = room.facade, room.a, room.b, room.height, np.array(room.glow)
    f.box("room", (a, -DEPTH_M - 0.05, 0.12), (b, -DEPTH_M, h), glow * wall, skip="xXyzZ")
    f.box("room", (a - 0.05, -DEPTH_M, 0.12), (a, 0, h), glow * wall * 0.7, skip="xyYzZ")
    f.box("room", (b, -DEPTH_M, 0.12), (b + 0.05, 0, h), glow * wall * 0.7, skip="XyYzZ")
    f.box("room", (a, -DEPTH_M, 0.02), (b, 0, 0.12), glow * floor, skip="xXyYz")
    f.box("room", (a, -DEPTH_M, h), (b, 0, h + 0.05), glow * 0.24, skip="xXyYZ")
    if lamp > 0:
        u = np.arange(a + 0.6, b - 0.6, 1.3)
        low = np.column_stack([u, np.full(len(u), -DEPTH_M + 0.3), np.full(len(u), h - 0.06)])
        f.boxes("sign", low, low + np.array([0.9, DEPTH_M - 0.8, 0.04]), dim(room.glow, lamp))


def along(room: Room, wall: Wall, low: F64, high: F64) -> tuple[F64, F64]:
    """Boxes given as (run along a wall, depth out of it, z) in the facade's axes. "back" is the wall opposite the glass,
    "side" the one at the far end, which the camera looks at down the street."""
    if wall == "back":
        shift = np.array([room.a, -DEPTH_M, 0.0])
        return low + shift, high + shift
    # runs from the back wall to the glass, depth points back towards the camera
    swapped_low = np.column_stack([room.b - high[:, 1], low[:, 0] - DEPTH_M, low[:, 2]])
    swapped_high = np.column_stack([room.b - low[:, 1], high[:, 0] - DEPTH_M, high[:, 2]])
    return swapped_low, swapped_high


def run_length(room: Room, wall: Wall) -> float:
    """Metres one can furnish along a wall."""
    return room.b - room.a if wall == "back" else DEPTH_M - 0.25


def shelves(
    room: Room,
    *,
    rows: int,
    width: tuple[float, float],
    saturation: float = 1.0,
    fill: float = 0.9,
    walls: tuple[Wall, ...] = ("back", "side"),
    out_m: float = 0.05,
) -> None:
    """Goods on boards along walls, `out_m` away from them."""
    f, rng, glow = room.facade, room.rng, np.array(room.glow)
    top = min(room.height - 0.35, 2.25)
    step = (top - 0.2) / rows
    z = 0.2 + step * np.arange(rows)
    for wall in walls:
        length = run_length(room, wall)
        boards = np.column_stack([np.zeros(rows), np.full(rows, out_m), z - 0.03])
        f.boxes("room", *along(room, wall, boards, boards + np.array([length, 0.36, 0.03])), glow * WOOD)
        for row in z:
            sizes = rng.uniform(*width, int(length / width[0]) + 1)
            u = np.cumsum(sizes) - sizes
            keep = (u + sizes < length) & (rng.random(len(u)) < fill)
            u, sizes = u[keep], sizes[keep]
            tall = step * rng.uniform(0.45, 0.86, len(u))
            # goods come in runs of one color, as they do in shops
            run = np.floor(u / 0.55).astype(int)
            color = GOODS[(run * 7 + int(rng.integers(100))) % len(GOODS)] * rng.uniform(0.55, 1.05, (len(u), 1))
            color = color.mean(1, keepdims=True) * (1 - saturation) + color * saturation
            low = np.column_stack([u + 0.008, np.full(len(u), out_m + 0.02), np.full(len(u), row)])
            deep = out_m + 0.02 + rng.uniform(0.18, 0.32, len(u))
            high = np.column_stack([u + sizes - 0.008, deep, row + tall])
            light = glow * (0.75 + 0.25 * row / top)
            f.boxes("room", *along(room, wall, low, high), color * light, skip="z" + BEHIND[wall])
            if not f.far:  # labels
                some = rng.random(len(u)) < 0.6
                low, high, paper = low[some], high[some].copy(), 0.35 + 0.5 * GOODS[(run[some] * 3 + 1) % len(GOODS)]
                low = np.column_stack([low[:, 0] + 0.01, high[:, 1], row + (high[:, 2] - row) * 0.3])
                high = np.column_stack([high[:, 0] - 0.01, high[:, 1] + 0.004, row + (high[:, 2] - row) * 0.62])
                f.boxes("room", *along(room, wall, low, high), paper * light, skip=ALL_BUT_FRONT[wall])


def menus(room: Room, z: float = 1.75) -> None:
    """Paper strips with the dishes along the walls, and a few pictures below them."""
    f, rng, glow = room.facade, room.rng, np.array(room.glow)
    papers = np.array([(0.95, 0.85, 0.62), (0.95, 0.75, 0.35), (0.85, 0.16, 0.08), (0.9, 0.88, 0.8)])
    for wall in ("back", "side"):
        u = np.arange(0.15, run_length(room, wall) - 0.2, 0.19)
        u = u[rng.random(len(u)) < 0.85]
        low = np.column_stack([u, np.full(len(u), 0.01), np.full(len(u), z) + rng.uniform(-0.03, 0.03, len(u))])
        color = papers[rng.integers(4, size=len(u))] * glow * 0.85
        f.boxes("room", *along(room, wall, low, low + np.array([0.12, 0.015, 0.48])), color)
        u = np.arange(0.2, run_length(room, wall) - 0.7, 0.85)
        low = np.column_stack([u, np.full(len(u), 0.01), np.full(len(u), 1.12) + rng.uniform(-0.08, 0.08, len(u))])
        color = GOODS[rng.integers(len(GOODS), size=len(u))] * glow * 0.7
        f.boxes("room", *along(room, wall, low, low + np.array([0.5, 0.02, 0.38])), color)


def panelling(room: Room, color: Color, top: float = 1.0) -> None:
    """A dark boarded dado round the room, so that a wall has a foot."""
    f, glow = room.facade, np.array(room.glow)
    for wall in ("back", "side"):
        u = np.arange(0.0, run_length(room, wall), 0.24)
        low = np.column_stack([u + 0.01, np.zeros(len(u)), np.full(len(u), 0.12)])
        shade = np.array(color) * (0.8 + 0.4 * room.rng.random((len(u), 1)))
        f.boxes("room", *along(room, wall, low, low + np.array([0.22, 0.03, top - 0.12])), shade * glow)


@lru_cache(maxsize=1)
def customers() -> tuple[Shape, ...]:
    """A few people standing, of neutral color (about 0.5) and lit from above by their own shading."""
    out = []
    for who in choose(0, 6, 0.0):
        item = figure(who._replace(umbrella=None))
        tone = item.data["paint"].mean(1)
        out.append(item.with_data("tone", tone / max(float(tone.max()), 1e-6)))
    return tuple(out)


def people_inside(room: Room, count: int, dark: float = 0.16) -> None:
    """Customers as dark shapes against the light."""
    f, rng = room.facade, room.rng
    for _ in range(0 if f.far else count):
        item = customers()[int(rng.integers(6))]
        place = (rng.uniform(room.a + 0.4, room.b - 0.4), -rng.uniform(0.75, 1.7), 0.12)
        turned = item.turned(rotation(z=rng.uniform(0, 2 * math.pi))).moved(place)
        tint = np.array(room.glow) * dark * rng.uniform(0.6, 1.6)
        plain = Shape(turned.points, turned.faces, turned.slot)
        f.shape("room", plain, (0.15 + item.data["tone"])[:, None] * tint)


def counter(room: Room, w: float, height: float = 1.05) -> None:
    """A wooden bar with stools and bottles."""
    f, rng, glow = room.facade, room.rng, np.array(room.glow)
    f.box("room", (room.a + 0.2, w - 0.4, 0.12), (room.b - 0.2, w, height), glow * WOOD * 0.9)
    f.box("room", (room.a + 0.15, w - 0.5, height), (room.b - 0.15, w + 0.06, height + 0.05), glow * WOOD * 1.8)
    u = np.arange(room.a + 0.5, room.b - 0.4, 0.75)
    for x in u:
        stool = lathe([(0.14, 0.12), (0.03, 0.16), (0.03, 0.66), (0.17, 0.68), (0.17, 0.73)], sides=10)
        f.shape("room", stool.moved((x, w + 0.4, 0)), glow * (0.10, 0.03, 0.02))
    x = rng.uniform(room.a + 0.3, room.b - 0.3, 12)
    low = np.column_stack([x, np.full(12, w - 0.35), np.full(12, height + 0.05)])
    color = GOODS[rng.integers(len(GOODS), size=12)] * glow * 0.8
    f.boxes("room", low, low + np.array([0.07, 0.07, 0.26]), color)


def pendants(room: Room, w: float, color: Color, spacing: float = 1.1, z: float = 2.0) -> None:
    """Hanging lamps in a row."""
    f = room.facade
    for u in np.arange(room.a + 0.6, room.b - 0.3, spacing):
        f.shape("sign", lathe([(0.02, 0.18), (0.16, 0.0), (0.0, -0.01)], sides=12).moved((u, w, z)), dim(color, 2.2))
        f.box("room", (u - 0.008, w - 0.008, z + 0.15), (u + 0.008, w + 0.008, room.height), (0.02, 0.02, 0.02))


def tables(room: Room) -> None:
    """Small round tables with chairs, near the glass."""
    f, glow = room.facade, np.array(room.glow)
    for u in np.arange(room.a + 0.8, room.b - 0.5, 1.6):
        top = lathe([(0.2, 0.12), (0.03, 0.15), (0.03, 0.78), (0.36, 0.80), (0.36, 0.83), (0.0, 0.83)], sides=14)
        f.shape("room", top.moved((u, -0.9, 0)), glow * WOOD * 1.4)
        for way in (-0.55, 0.55):
            f.box("room", (u + way - 0.18, -1.08, 0.5), (u + way + 0.18, -0.72, 0.56), glow * WOOD)
            back = u + way + math.copysign(0.17, way)
            f.box("room", (back - 0.02, -1.08, 0.5), (back + 0.02, -0.72, 1.0), glow * WOOD * 0.8)


def curtain(room: Room) -> None:
    """A noren: short split cloth over the door, with lanterns beside it."""
    f, rng = room.facade, room.rng
    color: Color = [(0.35, 0.03, 0.02), (0.03, 0.05, 0.16), (0.30, 0.20, 0.08)][int(rng.integers(3))]
    strips = 5
    step = (room.b - room.a - 0.8) / strips
    for k in range(strips):
        u = room.a + 0.4 + step * k
        f.box("wall", (u + 0.02, 0.02, 1.5), (u + step - 0.02, 0.035, 2.2), color, cell=0.35)
    for k in range(int((room.b - room.a + 0.5) / 1.15)):
        lantern(f, (0.35 + k * 1.15, 0.55, 2.72 + 0.05 * math.sin(k)))


def front(room: Room) -> None:
    """The glass front's mullions and low wall."""
    f, rng = room.facade, room.rng
    u = np.linspace(room.a, room.b, max(3, int((room.b - room.a) / 1.2)))
    low = np.column_stack([u - 0.03, np.full(len(u), -0.10), np.full(len(u), 0.1)])
    f.boxes("metal", low, low + np.array([0.06, 0.06, room.height - 0.1]), (0.05, 0.045, 0.04))
    f.box("metal", (room.a, -0.10, 2.15), (room.b, -0.04, 2.21), (0.05, 0.045, 0.04))
    sill = float(rng.choice([0.12, 0.45, 0.7]))
    f.box("wall", (room.a, -0.16, 0), (room.b, -0.02, sill), (0.12, 0.10, 0.09), cell=1)


def arcade_machines(room: Room) -> None:
    """Cabinets with bright screens and colored heads, along the back and the far end."""
    f, rng = room.facade, room.rng
    for wall in ("back", "side"):
        for run in np.arange(0.1, run_length(room, wall) - 0.7, 0.92):
            color = (CYAN, PINK, VIOLET, (1.2, 1.0, 0.2))[int(rng.integers(4))]

            def put(
                surface: str, low: tuple[float, float, float], size: tuple[float, float, float], paint: Color
            ) -> None:
                corner = np.array([low]) + np.array([run, 0.0, 0.0])  # noqa: B023
                f.boxes(surface, *along(room, wall, corner, corner + size), paint)  # noqa: B023

            put("room", (0, 0, 0.12), (0.8, 0.65, 1.65), dim(color, 0.03))
            put("sign", (0.08, 0.65, 0.75), (0.64, 0.02, 0.6), dim(color, 0.20))
            put("sign", (0.04, 0.65, 1.45), (0.72, 0.03, 0.27), dim(color, 0.36))
            put("room", (0.05, 0.65, 0.55), (0.7, 0.18, 0.12), dim(color, 0.06))
            for _ in range(6):
                at = (rng.uniform(0.1, 0.6), 0.66, rng.uniform(0.78, 1.2))
                put("room", at, (0.1, 0.03, 0.1), tuple(GOODS[int(rng.integers(len(GOODS)))] * 0.9))


def shutter(f: Facade, a: float, b: float, height: float, color: Color) -> None:
    """A closed roller shutter."""
    n = int(height / 0.2)
    z = 0.2 * np.arange(n)
    low = np.column_stack([np.full(n, a), np.full(n, -0.10), z])
    f.boxes("wall", low, low + np.array([b - a, 0.05, 0.17]), color)


def stalls(room: Room) -> None:
    """Crates and buckets of goods on the pavement before the glass."""
    f, rng = room.facade, room.rng
    for u in np.arange(room.a + 0.2, room.b - 0.9, 0.95):
        if rng.random() < 0.25:
            continue
        f.box("wall", (u, 0.1, 0.13), (u + 0.8, 0.6, 0.75), WOOD, cell=0.5)
        spots = rng.uniform((u + 0.02, 0.14), (u + 0.66, 0.5), (16, 2))
        low = np.column_stack([spots, np.full(16, 0.75)])
        size = np.column_stack([rng.uniform(0.08, 0.14, (16, 2)), rng.uniform(0.06, 0.3, 16)])
        f.boxes("wall", low, low + size, GOODS[rng.integers(len(GOODS), size=16)] * 0.8)


def flowers(room: Room) -> None:
    """Buckets of flowers in tiers on the pavement."""
    f, rng = room.facade, room.rng
    blooms = np.array([(0.85, 0.08, 0.12), (0.9, 0.55, 0.1), (0.8, 0.7, 0.75), (0.75, 0.15, 0.45), (0.9, 0.8, 0.3)])
    bucket = lathe([(0.09, 0.0), (0.13, 0.3), (0.0, 0.3)], sides=10)
    bloom, leaf = ball((1, 1, 0.7), sides=6, levels=4), ball((0.5, 0.9, 0.35), sides=4, levels=3)
    many, size = (7, 1.8) if f.far else (18, 1.0)
    for u in np.arange(room.a + 0.2, room.b - 0.3, 0.36):
        for tier, w in enumerate((0.65, 0.35)):
            z = 0.13 + 0.28 * tier
            f.shape("wall", bucket.moved((u, w, z)), (0.12, 0.13, 0.14))
            color = blooms[int(rng.integers(len(blooms)))] * rng.uniform(0.5, 1.0, (many, 1))
            at = rng.normal((u, w, z + 0.5), (0.075, 0.075, 0.07), (many, 3))
            f.copies("wall", bloom, at, size * rng.uniform(0.02, 0.042, many), color)
            green = np.array((0.05, 0.15, 0.04)) * rng.uniform(0.6, 1.4, (many, 1))
            at = rng.normal((u, w, z + 0.40), (0.08, 0.08, 0.05), (many, 3))
            f.copies("wall", leaf, at, size * rng.uniform(0.035, 0.065, many), green)


def ground_floor(f: Facade, rng: np.random.Generator, length: float, height: float, kind: Kind | str) -> None:
    """One shop of a kind, between u = 0.25 and length - 0.25, and the light it throws on the street."""
    a, b = 0.25, length - 0.25
    if kind == "shutter":
        shutter(f, a, b, height, [(0.20, 0.205, 0.21), (0.13, 0.17, 0.16), (0.22, 0.17, 0.12)][int(rng.integers(3))])
        return
    cool = kind in ("konbini", "arcade") or (kind == "shop" and rng.random() < 0.3)
    glow = dim(PALE if cool else WARM, rng.uniform(0.75, 1.15))
    room = Room(f, rng, a, b, height, glow)
    if kind == "food":
        shell(room, (0.62, 0.40, 0.20), lamp=0.0)
        panelling(room, WOOD)
        menus(room)
        pendants(room, -1.35, glow)
        counter(room, -1.5)
        people_inside(room, int(rng.integers(2, 5)))
        curtain(room)
    elif kind == "bar":
        dim_room, bright = room._replace(glow=(0.62, 0.12, 0.16)), room._replace(glow=(1.35, 0.62, 0.24))
        shell(dim_room, (0.45, 0.3, 0.3), lamp=0.0)
        panelling(dim_room, (0.2, 0.1, 0.1), 0.9)
        pendants(room, -1.3, (1.2, 0.5, 0.15))
        shelves(bright, rows=5, width=(0.06, 0.11), fill=0.85)
        counter(room, -1.4)
        people_inside(room, int(rng.integers(1, 4)), 0.10)
    elif kind == "cafe":
        shell(room, (0.62, 0.46, 0.28), lamp=0.0)
        panelling(room, (0.12, 0.16, 0.10), 1.15)
        pendants(room, -0.9, glow, 1.6, 1.95)
        shelves(room, rows=3, width=(0.12, 0.3), fill=0.5, saturation=0.6, walls=("back",))
        menus(room, 1.55)
        tables(room)
        people_inside(room, int(rng.integers(1, 4)))
    elif kind == "arcade":
        shell(room._replace(glow=(0.30, 0.20, 0.75)), (0.22, 0.16, 0.30), lamp=0.9)
        arcade_machines(room)
        people_inside(room, int(rng.integers(1, 4)), 0.08)
    elif kind == "konbini":
        shell(room, (0.72, 0.74, 0.70), (0.3, 0.3, 0.3), lamp=2.2)
        shelves(room, rows=5, width=(0.07, 0.16))
        shelves(room, rows=3, width=(0.07, 0.16), walls=("back",), out_m=1.1)
        people_inside(room, int(rng.integers(1, 3)))
        for k, color in enumerate(((0.9, 0.16, 0.02), (0.02, 0.32, 0.08), (0.8, 0.03, 0.02))):
            f.panel("sign", (a, b), (height + 0.02 + 0.07 * k, height + 0.08 + 0.07 * k), 0.07, color)
    else:
        shell(room, (0.5, 0.42, 0.32))
        shelves(room, rows=int(rng.integers(4, 7)), width=(0.05, 0.12) if rng.random() < 0.5 else (0.1, 0.3))
        people_inside(room, int(rng.integers(1, 4)))
        (flowers if rng.random() < 0.35 else stalls)(room)
    front(room)
    lit = {"bar": (0.75, 0.25, 0.16), "arcade": (0.5, 0.35, 0.95)}.get(str(kind), dim(glow, 0.9))
    parts = max(1, round(length / 2))
    for k in range(parts):
        center = (a + (b - a) * (k + 0.5) / parts, 0.1, 1.6)
        f.light(center, (0, 1, -0.25), lit, (b - a) / parts * 2.0)
