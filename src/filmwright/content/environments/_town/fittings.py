"""What hangs on the walls and stands before them: lanterns, signs, a bench, café tables, flowers; and the church."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._town.fabric import SNOW, Fabric, leaves, slab
from filmwright.content.environments._town.plots import Lane, Plot
from filmwright.scene import shapes
from filmwright.scene.nodes import Lamp, Native, Node, Pose
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

IRON: Color = (0.016, 0.017, 0.018)
LIGHT: Color = (1.0, 0.60, 0.27)
SEAT_M = 0.46
LANTERN_M = 3.35  # how high the lanterns hang
_BLOSSOMS: tuple[tuple[Color, ...], ...] = (
    ((0.62, 0.022, 0.03), (0.72, 0.05, 0.05)), ((0.70, 0.12, 0.28), (0.78, 0.30, 0.42)), ((0.62, 0.022, 0.03), (0.78, 0.72, 0.66)),
    ((0.36, 0.10, 0.42), (0.70, 0.16, 0.30)),
)  # fmt: skip
_GREEN: tuple[Color, ...] = ((0.045, 0.105, 0.022), (0.07, 0.135, 0.03), (0.035, 0.08, 0.02))
_CLAY: Color = (0.40, 0.16, 0.085)


def lantern(fabric: Fabric, plot: Plot, u: float, high: float = LANTERN_M) -> None:
    """A lantern of wrought iron on a curled bracket."""
    out = 0.62
    scroll = shapes.curve(
        [(u, 0.02, high - 0.42), (u, 0.24, high - 0.32), (u, 0.44, high - 0.05), (u, out, high + 0.12)], 14
    )
    turn = np.linspace(0.0, 1.7 * math.pi, 18)
    curl = np.column_stack(
        [
            np.full(18, u),
            0.2 + 0.085 * (1 - 0.1 * turn) * np.cos(turn),
            high - 0.02 + 0.085 * (1 - 0.1 * turn) * np.sin(turn),
        ]
    )
    parts = [
        shapes.sweep([(u, 0.0, high + 0.12), (u, out + 0.04, high + 0.12)], 0.016, sides=6),
        shapes.sweep(scroll, 0.011, sides=6),
        shapes.sweep(curl, 0.010, sides=6),
        shapes.box((0.09, 0.025, 0.72), center=(u, 0.015, high - 0.15), bevel=0.008),
        shapes.sweep([(u, out, high + 0.12), (u, out, high - 0.02)], 0.008, sides=5),
    ]
    square = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)])

    def level(half: float, z: float) -> F64:
        return np.column_stack([u + half * square[:, 0], out + half * square[:, 1], np.full(4, high + z)])

    low, top = level(0.085, -0.52), level(0.145, -0.17)
    parts += [shapes.sweep([a, b], 0.011, sides=4) for a, b in zip(low, top, strict=True)]
    parts += [shapes.sweep(ring, 0.013, sides=4, closed=True) for ring in (low, top)]
    parts.append(shapes.rings(np.array([level(0.17, -0.17), level(0.08, -0.06), level(0.03, -0.02)])))
    parts.append(shapes.box((0.17, 0.17, 0.03), center=(u, out, high - 0.535)))
    fabric.put(plot, "iron", shapes.join(parts), IRON)
    panes = shapes.rings(np.array([level(0.08, -0.51), level(0.138, -0.17)]), caps=False)
    fabric.put(plot, "lantern", panes, (0.62, 0.58, 0.48), lit=LIGHT)
    fabric.lanterns.append(plot.place(u, out, high - 0.3))
    fabric.ledge(plot, (u - 0.09, out - 0.09, high - 0.09), (u + 0.09, out + 0.09, high - 0.02))


def lamps(fabric: Fabric, glow: float, eyes_y: float, count: int = 7) -> list[Node]:
    """The light of the lanterns nearest to where one looks, after dark."""
    if glow <= 0:
        return []
    nearest = sorted(fabric.lanterns, key=lambda at: abs(at[1] - eyes_y - 6.0))[:count]
    return [
        Lamp(
            name=f"lantern light {k}",
            kind="point",
            power_w=160.0 * glow,
            color=LIGHT,
            size_m=(0.16, 0.16),
            pose=Pose(location=at),
        )
        for k, at in enumerate(nearest)
    ]


def hanging_sign(fabric: Fabric, plot: Plot, u: float, kind: int) -> None:
    """A guild sign on an iron arm: a pretzel, a key, a jug."""
    high, out = 3.15, 0.95
    arm = [shapes.sweep([(u, 0.0, high), (u, out, high)], 0.014, sides=6)]
    turn = np.linspace(0.0, 2.2 * math.pi, 26)
    for w, size in ((0.22, 0.13), (0.55, 0.11)):
        ring = np.column_stack(
            [
                np.full(26, u),
                w + size * (1 - 0.11 * turn) * np.cos(turn),
                high + 0.15 + size * (1 - 0.11 * turn) * np.sin(turn),
            ]
        )
        arm.append(shapes.sweep(ring, 0.009, sides=5))
    for w in (0.45, 0.85):
        arm.append(shapes.sweep([(u, w, high), (u, w, high - 0.14)], 0.005, sides=4))
    fabric.put(plot, "iron", shapes.join(arm), IRON)
    disc = shapes.lathe([(0.0, -0.018), (0.25, -0.018), (0.27, 0.0), (0.25, 0.018), (0.0, 0.018)], sides=28, caps=False)
    field: Color = ((0.05, 0.10, 0.07), (0.12, 0.025, 0.02), (0.05, 0.06, 0.11))[kind % 3]
    middle = (u, 0.65, high - 0.4)
    fabric.put(plot, "paint", disc.turned(shapes.rotation(y=math.pi / 2)).moved(middle), field)
    gold: Color = (0.62, 0.43, 0.13)
    t = np.linspace(0, 2 * math.pi, 40)
    if kind % 3 == 0:  # a pretzel
        line = np.column_stack(
            [np.zeros(40), 0.15 * np.sin(t) * (1 + 0.25 * np.cos(t)), 0.12 * np.cos(2 * t) * 0.7 + 0.05 * np.cos(t)]
        )
        mark = shapes.sweep(line, 0.024, sides=6, closed=True)
    elif kind % 3 == 1:  # a jug
        handle = np.column_stack([np.zeros(12), 0.09 + 0.06 * np.sin(t[:12] * 1.7), 0.09 - 0.016 * np.arange(12)])
        mark = shapes.join([shapes.lathe([(0.07, -0.13), (0.10, -0.05), (0.09, 0.04), (0.05, 0.09), (0.065, 0.14)], sides=14),
                            shapes.sweep(handle, 0.014, sides=5)])  # fmt: skip
    else:  # a key
        ring = np.column_stack([np.zeros(40), 0.055 * np.cos(t), 0.12 + 0.055 * np.sin(t)])
        mark = shapes.join([shapes.sweep(ring, 0.016, sides=5, closed=True), shapes.sweep([(0, 0, 0.065), (0, 0, -0.17)], 0.016, sides=6),
                            shapes.box((0.02, 0.08, 0.03), center=(0, 0.045, -0.15)),
                            shapes.box((0.02, 0.06, 0.03), center=(0, 0.035, -0.10))])  # fmt: skip
    for d in (-0.03, 0.03):
        fabric.put(plot, "paint", mark.moved((middle[0] + d, middle[1], middle[2])), gold)


def names(spots: list[tuple[Plot, float, float, float, str]]) -> Native:
    """Golden letters on shop boards: plot, middle, height, width and words of each."""
    arrays = {
        "center": np.array([plot.place(u, 0.125, z) for plot, u, z, _, _ in spots]),
        "right": np.array([(-math.cos(plot.yaw_rad), -math.sin(plot.yaw_rad), 0.0) for plot, *_ in spots]),
        "up": np.tile([0.0, 0.0, 1.0], (len(spots), 1)),
        "size_m": np.full(len(spots), 0.27),
        "limit_m": np.array([wide for _, _, _, wide, _ in spots]),
        "vertical": np.zeros(len(spots)),
    }
    words = [text for *_, text in spots]
    return Native(
        name="names", kind="text", params={"bodies": words, "style": "fill"}, arrays=arrays, materials=("letters",)
    )


def bench(fabric: Fabric, plot: Plot, u: float) -> None:
    """A wooden bench against the wall."""
    wood: Color = (0.20, 0.115, 0.055)
    for w in (0.2, 0.32, 0.44):
        fabric.put(plot, "beam", shapes.box((1.6, 0.10, 0.04), center=(u, w, SEAT_M - 0.02), bevel=0.008), wood)
    for z in (0.68, 0.84):
        fabric.put(plot, "beam", shapes.box((1.6, 0.035, 0.11), center=(u, 0.1, z), bevel=0.008), wood)
    for x in (-0.68, 0.68):
        for w, tall in ((0.1, 0.9), (0.44, SEAT_M - 0.04)):
            fabric.put(plot, "beam", shapes.box((0.07, 0.06, tall), center=(u + x, w, tall / 2)), wood)


def terrace(fabric: Fabric, lane: Lane, plot: Plot, start: float, end: float) -> None:
    """Small round tables with chairs before a café, flowers on them."""
    count = max(1, int((end - start) / 1.55))
    for k in range(count):
        u = start + (k + 0.5) * (end - start) / count
        x, y, _ = plot.place(u, 0.95, 0.0)
        z = float(lane.height(np.array(x), np.array(y)))
        top = shapes.lathe([(0.0, 0.71), (0.31, 0.71), (0.325, 0.725), (0.31, 0.74), (0.0, 0.74)], sides=20, caps=False)
        leg = shapes.lathe([(0.2, 0.0), (0.19, 0.02), (0.03, 0.05), (0.025, 0.71)], sides=10)
        fabric.masonry.add("paint", top.moved((x, y, z)), (0.40, 0.37, 0.31))
        fabric.masonry.add("iron", leg.moved((x, y, z)), IRON)
        if fabric.snow:
            fabric.masonry.add(
                "snow",
                shapes.lathe([(0.0, 0.735), (0.3, 0.74), (0.27, 0.80), (0.0, 0.82)], sides=18, caps=False).moved(
                    (x, y, z)
                ),
                SNOW,
            )
        else:
            fabric.pots.append((x, y, z + 0.74, float(k), 0.3))
        for way in (0.0, math.pi):
            turn = plot.yaw_rad + way + float(fabric.rng.normal(0, 0.18))
            at = (x + 0.56 * math.cos(plot.yaw_rad + way), y + 0.56 * math.sin(plot.yaw_rad + way), z)
            _chair(fabric, at, turn)
        fabric.obstacles.append((x, y, 0.62))


def _chair(fabric: Fabric, at: tuple[float, float, float], turn: float) -> None:
    """A folding chair whose back is towards `turn`."""
    paint: Color = (0.05, 0.12, 0.085)
    slats = [shapes.box((0.05, 0.38, 0.018), center=(0.16 - 0.066 * k, 0, 0.455), bevel=0.004) for k in range(6)]
    slats += [
        shapes.box((0.018, 0.38, 0.06), center=(0.205 + 0.01 * k, 0, 0.66 + 0.1 * k), bevel=0.004) for k in range(3)
    ]
    frame = []
    for y in (-0.185, 0.185):
        frame.append(shapes.sweep([(-0.19, y, 0.0), (0.17, y, 0.45), (0.24, y, 0.9)], 0.012, sides=5))
        frame.append(shapes.sweep([(0.21, y, 0.0), (-0.17, y, 0.45)], 0.012, sides=5))
    for name, parts in (("paint", slats), ("iron", frame)):
        fabric.masonry.add(
            name, shapes.join(parts).turned(shapes.rotation(z=turn)).moved(at), paint if name == "paint" else IRON
        )


def church(fabric: Fabric, at: tuple[float, float, float], yaw_rad: float) -> None:
    """A square tower with belfry, clock and a slate spire, its nave behind."""
    tower = Plot(*at, yaw_rad, 6.4)
    half, stone, pale = 3.2, (0.44, 0.385, 0.30), (0.50, 0.45, 0.36)
    front = tower.moved(half)  # u runs along the tower's front, its middle at u = 0
    fabric.box(tower, "rubble", (-half, -half, -2.0), (half, half, 11.0), stone)
    fabric.box(tower, "rubble", (-half + 0.15, -half + 0.15, 11.0), (half - 0.15, half - 0.15, 19.0), stone)
    for z in (11.0, 15.2, 19.0):
        fabric.box(tower, "trim", (-half - 0.12, -half - 0.12, z - 0.16), (half + 0.12, half + 0.12, z + 0.16), pale)
    for u in (-half, half - 0.55):  # quoins
        for k in range(26):
            long = 0.55 if k % 2 else 0.34
            left = u if u < 0 else half - long
            fabric.box(
                front,
                "trim",
                (left - (0.04 if u < 0 else 0), -0.2, 0.2 + 0.42 * k),
                (left + long + (0.04 if u > 0 else 0), 0.05, 0.57 + 0.42 * k),
                pale,
            )
    for side in range(4):
        face = tower._replace(yaw_rad=yaw_rad + side * math.pi / 2).moved(half - 0.15)
        for u in (-0.85, 0.85):
            _belfry(fabric, face, u, 15.7)
        clock = shapes.lathe([(1.05, 0.0), (1.0, 0.06), (0.0, 0.07)], sides=32, caps=False).turned(
            shapes.rotation(x=-math.pi / 2)
        )
        fabric.put(face, "paint", clock.moved((0.0, 0.02, 13.1)), (0.66, 0.62, 0.52))
        for turn, long in ((-0.9, 0.8), (0.75, 0.55)):
            hand = (
                shapes.box((0.07, 0.03, long), center=(0, 0, long / 2 - 0.1))
                .turned(shapes.rotation(y=turn))
                .moved((0.0, 0.12, 13.1))
            )
            fabric.put(face, "iron", hand, (0.04, 0.035, 0.03))
        for k in range(12):
            tick = (
                shapes.box((0.06, 0.03, 0.16), center=(0, 0, 0.84))
                .turned(shapes.rotation(y=k * math.pi / 6))
                .moved((0.0, 0.11, 13.1))
            )
            fabric.put(face, "iron", tick, (0.04, 0.035, 0.03))
    _belfry(fabric, front, 0.0, 6.5)
    spire = shapes.lathe([(4.9, 19.0), (3.1, 20.9), (2.2, 23.3), (0.06, 31.2)], sides=4, caps=False).turned(
        shapes.rotation(z=math.pi / 4)
    )
    fabric.put(tower, "slate", spire, (0.085, 0.105, 0.125) if not fabric.snow else (0.55, 0.58, 0.63))
    cross = shapes.join(
        [
            shapes.box((0.09, 0.09, 1.7), center=(0, 0, 31.9)),
            shapes.box((0.85, 0.09, 0.09), center=(0, 0, 32.2)),
            shapes.ball(0.2, center=(0, 0, 31.1)),
        ]
    )
    fabric.put(tower, "paint", cross, (0.55, 0.40, 0.12))
    nave = tower.moved(-half - 9.0)
    fabric.box(nave, "rubble", (-5.5, -9.0, -2.0), (5.5, 9.0, 7.2), stone)
    for sign in (-1, 1):
        quad = np.array([(sign * 6.0, 9.3, 6.9), (0.0, 9.3, 13.0), (0.0, -9.3, 13.0), (sign * 6.0, -9.3, 6.9)])
        fabric.put(
            nave, "snow" if fabric.snow else "roof", slab(quad, 0.3), SNOW if fabric.snow else (0.24, 0.09, 0.06)
        )
    gable = np.array([[(-5.5, w, 7.2), (5.5, w, 7.2), (0.0, w, 12.7)] for w in (-9.0, 9.0)])
    fabric.put(nave, "rubble", shapes.outward(shapes.rings(gable)), stone)


def _belfry(fabric: Fabric, plot: Plot, u: float, low: float) -> None:
    """A round-headed opening with louvres, dark inside."""
    turn = np.linspace(0.0, math.pi, 11)
    outline = np.concatenate(
        [[[0.5, 0.0]], np.column_stack([0.5 * np.cos(turn), 1.6 + 0.5 * np.sin(turn)]), [[-0.5, 0.0]]]
    )
    fan = [[(outline[k, 0] + u, 0.03, low + outline[k, 1]), (outline[k + 1, 0] + u, 0.03, low + outline[k + 1, 1]),
            (u, 0.03, low + 0.8), (u, 0.03, low + 0.8)]
           for k in range(len(outline) - 1)]  # fmt: skip
    n = len(fan)
    fabric.masonry.panes(plot, "beam", np.array(fan)[:, ::-1], np.tile((0.012, 0.011, 0.010), (n, 1)), np.zeros((n, 3)))
    rim = np.column_stack([outline[:, 0] + u, np.full(len(outline), 0.05), low + outline[:, 1]])
    fabric.put(plot, "trim", shapes.sweep(rim, 0.09, sides=5), (0.52, 0.47, 0.38))
    for k in range(6):
        fabric.box(
            plot,
            "beam",
            (u - 0.47, 0.02, low + 0.15 + 0.25 * k),
            (u + 0.47, 0.10, low + 0.21 + 0.25 * k),
            (0.09, 0.07, 0.055),
        )


def hills(rng: np.random.Generator, *, snow: bool, leaf: Color) -> Node:
    """Wooded hills beyond the roofs."""
    x = np.linspace(-900.0, 900.0, 160)
    y = np.linspace(84.0, 900.0, 50)
    grid_x, grid_y = np.meshgrid(x, y)
    rough = sum(
        (rng.uniform(0.6, 1.0) * 2.0**-k * np.sin(grid_x * 0.006 * 2**k + rng.random() * 6)
         * np.cos(grid_y * 0.005 * 2**k + rng.random() * 6)
         for k in range(5)), np.zeros_like(grid_x)
    )  # fmt: skip
    rise = np.clip((grid_y - 230.0) / 420.0, 0.0, 1.0)
    made = shapes.grid(x, y, -1.0 + rise * (74.0 + 24.0 * rough) + 3.0 * rise * rng.normal(size=grid_x.shape))
    base = np.array((0.62, 0.66, 0.72) if snow else (leaf[0] * 0.55, leaf[1] * 0.55, leaf[2] * 0.8))
    return _planting.node(
        "hills", made.with_data("tint", base[None] * rng.uniform(0.75, 1.2, (len(made.points), 1))), "hill"
    )


def plants(fabric: Fabric, rng: np.random.Generator) -> list[Node]:
    """Flower boxes under windows, pots at doors."""
    nodes: list[Node] = []
    kinds = (("flower box", fabric.boxes, _flower_box, 5), ("pot", fabric.pots, _pot, 4))
    for name, spots, make, count in kinds:
        if spots:
            at = np.array(spots)
            prototypes = [
                _planting.node(f"{name} {k}", make(rng, k, snow=fabric.snow), "leaves", "clay", visible=False)
                for k in range(count)
            ]
            nodes += _planting.scattered(
                f"{name}es", prototypes, at[:, :3], at[:, 4], rng, tilt_rad=0.0, yaw_rad=at[:, 3]
            )
    return nodes


def _flower_box(rng: np.random.Generator, kind: int, *, snow: bool) -> Shape:
    """A box of geraniums: leaves above and hanging over the front, blossoms in heads."""
    n = 240
    spread = np.column_stack(
        [rng.uniform(-0.46, 0.46, n), rng.normal(0.02, 0.075, n), 0.17 + np.abs(rng.normal(0, 0.075, n))]
    )
    hang = rng.random(n) < 0.3
    spread[hang, 1] = 0.12 + np.abs(rng.normal(0, 0.03, hang.sum()))
    spread[hang, 2] = rng.uniform(-0.08, 0.18, hang.sum())
    green = leaves(rng, spread, 0.036, _GREEN, facing=np.tile([0.0, 0.6, 0.7], (n, 1)))
    heads = spread[rng.choice(n, 26, replace=False)] + [0.0, 0.03, 0.045]
    petals = (heads[:, None] + rng.normal(0, 0.022, (26, 9, 3))).reshape(-1, 3)
    colors = _BLOSSOMS[kind % len(_BLOSSOMS)]
    flower = leaves(rng, petals, 0.020, colors, facing=np.tile([0.0, 0.7, 0.6], (len(petals), 1)))
    box = (
        shapes.box((0.96, 0.19, 0.17), center=(0.0, 0.0, 0.085), bevel=0.01)
        .with_data("tint", (0.26, 0.13, 0.07))
        .painted(1)
    )
    return shapes.join([green, flower, box])


def _pot(rng: np.random.Generator, kind: int, *, snow: bool) -> Shape:
    """A clay pot with a clipped ball of box, a shrub in flower or lavender."""
    pot = shapes.lathe(
        [(0.15, 0.0), (0.21, 0.34), (0.235, 0.34), (0.24, 0.42), (0.20, 0.42), (0.19, 0.36), (0.0, 0.36)],
        sides=18,
        caps=False,
    )
    pot = pot.with_data("tint", _CLAY).painted(1)
    n = 700
    way = rng.normal(size=(n, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    if kind % 4 == 0 or snow:  # a ball
        centers = way * 0.25 * rng.uniform(0.82, 1.03, (n, 1)) + [0, 0, 0.63]
        plant = leaves(rng, centers, 0.026, _GREEN[:2], facing=way)
    else:
        tall = (0.32, 0.5, 0.38)[kind % 3]
        centers = (
            np.abs(way[:, 2:]) * [[0, 0, tall]] + way * [0.2, 0.2, 0.05] * rng.uniform(0.3, 1.1, (n, 1)) + [0, 0, 0.45]
        )
        plant = leaves(rng, centers, 0.032, _GREEN, facing=way + [0, 0, 0.5])
        heads = centers[rng.choice(n, 46, replace=False)] + way[:46] * 0.03 + [0, 0, 0.04]
        petals = (heads[:, None] + rng.normal(0, 0.018, (46, 7, 3))).reshape(-1, 3)
        plant = shapes.join([plant, leaves(rng, petals, 0.019, _BLOSSOMS[kind % len(_BLOSSOMS)])])
    return shapes.join([plant, pot])


def climber(
    fabric: Fabric, plot: Plot, u: float, wide: float, high: float, leaf: Color, blossom: Color | None
) -> Shape:
    """A creeper on a wall, from its stem at u, over `wide` and up to `high`; attribute `tint`."""
    rng = fabric.rng
    n = int(900 * wide * high / 6)
    t = rng.random(n) ** 0.8
    z = 0.2 + t * (high - 0.2)
    reach = wide / 2 * np.clip(0.15 + 1.4 * t, 0, 1) * (0.75 + 0.25 * np.sin(7.0 * t + 1.0))
    x = u + rng.uniform(-1, 1, n) * reach
    keep = np.sin(x * 3.1 + z * 1.7) + np.sin(z * 2.9 - x * 1.3) + rng.normal(0, 0.6, n) > -0.9
    centers = np.column_stack([x, 0.05 + np.abs(rng.normal(0, 0.05, n)), z])[keep]
    facing = np.tile([0.0, 1.0, 0.35], (len(centers), 1))
    colors = (leaf, (leaf[0] * 0.7, leaf[1] * 0.75, leaf[2]), (leaf[0] * 1.3, leaf[1] * 1.2, leaf[2]))
    parts = [leaves(rng, centers, 0.055, colors, facing=facing)]
    if blossom is not None:
        heads = centers[rng.random(len(centers)) < 0.09] + [0, 0.05, 0]
        petals = (heads[:, None] + rng.normal(0, 0.02, (len(heads), 6, 3))).reshape(-1, 3)
        parts.append(leaves(rng, petals, 0.03, (blossom,), facing=np.tile([0.0, 1.0, 0.3], (len(petals), 1))))
    made = shapes.join(parts)
    return made._replace(points=plot.placed(made.points))
