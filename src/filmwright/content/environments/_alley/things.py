"""What an alley is full of: fire escapes, pipes, vents, dumpsters, bags, boxes, a lamp over a door, cables, steam."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Plot
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Node
from filmwright.scene.shapes import Shape
from filmwright.values import Color

IRON: Color = (0.035, 0.030, 0.027)
ZINC: Color = (0.26, 0.265, 0.27)
SODIUM: Color = (1.0, 0.56, 0.20)
MERCURY: Color = (0.62, 0.95, 0.80)
DEEP_M = 1.05  # how far a fire escape stands out


def fire_escape(fabric: Fabric, plot: Plot, u: float, floors: tuple[float, ...], *, long: float = 3.4) -> None:
    """Platforms with railings before the windows of each floor, stairs between them, a ladder drawn up under the lowest."""
    parts: list[Shape] = []
    for k, z in enumerate(floors):
        left, right = u - long / 2, u + long / 2
        for w in (0.06, DEEP_M):
            parts.append(shapes.box((long, 0.05, 0.09), center=(u, w, z)))
        slats = np.arange(0.12, DEEP_M, 0.085)
        parts += [shapes.box((long, 0.035, 0.03), center=(u, float(w), z + 0.03)) for w in slats]
        for x in (left, u, right):
            parts.append(shapes.box((0.05, DEEP_M, 0.07), center=(x, DEEP_M / 2, z - 0.03)))
            brace = np.array([(x, 0.02, z - 0.85), (x, DEEP_M - 0.05, z - 0.03)])
            parts.append(shapes.sweep(brace, 0.022, sides=5))
        for high in (0.5, 0.98):
            rail = np.array(
                [(left, 0.05, z + high), (left, DEEP_M, z + high), (right, DEEP_M, z + high), (right, 0.05, z + high)]
            )
            parts += [shapes.sweep(rail[j : j + 2], 0.018, sides=5) for j in range(3)]
        for x in np.linspace(left, right, 8):
            parts.append(shapes.sweep([(x, DEEP_M, z), (x, DEEP_M, z + 0.98)], 0.012, sides=4))
        if k + 1 < len(floors):
            parts += _stairs(left + 0.35, right - 0.5, z + 0.03, floors[k + 1] + 0.03, 0.72 if k % 2 else 0.38)
    x, low = u - long / 2 + 0.35, floors[0]
    for d in (-0.2, 0.2):
        parts.append(
            shapes.sweep([(x + d, DEEP_M + 0.06, low + 0.9), (x + d, DEEP_M + 0.06, low - 1.15)], 0.02, sides=5)
        )
    for z in np.arange(low - 1.05, low + 0.8, 0.3):
        parts.append(shapes.sweep([(x - 0.2, DEEP_M + 0.06, z), (x + 0.2, DEEP_M + 0.06, z)], 0.013, sides=4))
    fabric.put(plot, "iron", shapes.join(parts), IRON)


def _stairs(foot: float, head: float, low: float, high: float, w: float) -> list[Shape]:
    """A steep stair of open treads along the wall."""
    parts = []
    for d in (-0.3, 0.3):
        line = np.array([(foot, w + d, low), (head, w + d, high)])
        parts.append(shapes.sweep(line, 0.05, sides=4, flat=0.35))
        parts.append(shapes.sweep(line + [0.0, 0.0, 0.85], 0.016, sides=5))
    for t in np.linspace(0.06, 0.97, 13):
        at = (foot + t * (head - foot), w, low + t * (high - low))
        parts.append(shapes.box((0.2, 0.6, 0.025), center=at))
    return parts


def pipe(fabric: Fabric, plot: Plot, u: float, top: float, *, radius: float = 0.055, tint: Color = ZINC) -> None:
    """A rain pipe with its clips, its foot turned out over the ground."""
    line = [(u, 0.09, top), (u, 0.09, 0.32), (u, 0.12, 0.16), (u, 0.24, 0.10)]
    fabric.put(plot, "zinc", shapes.sweep(line, radius, sides=10), tint)
    for z in np.arange(0.9, top, 1.9):
        fabric.put(
            plot,
            "zinc",
            shapes.lathe([(radius + 0.014, -0.03), (radius + 0.014, 0.03)], sides=10).moved((u, 0.09, float(z))),
            tint,
        )
        fabric.box(plot, "zinc", (u - 0.1, 0.0, float(z) - 0.02), (u + 0.1, 0.03, float(z) + 0.02), tint)


def conduit(fabric: Fabric, plot: Plot, line: list[tuple[float, float]], radius: float = 0.018) -> None:
    """A cable's tube on the wall through (u, z) points, from a box at its first to a box at its last."""
    path = [(u, 0.03, z) for u, z in line]
    for a, b in pairwise(path):
        fabric.put(plot, "zinc", shapes.sweep([a, b], radius, sides=6), (0.17, 0.17, 0.17))
    for u, z in (line[0], line[-1]):
        fabric.put(plot, "steel", shapes.box((0.26, 0.14, 0.36), center=(u, 0.07, z), bevel=0.012), (0.16, 0.17, 0.165))


def cooler(fabric: Fabric, plot: Plot, u: float, z: float) -> None:
    """The box of an air conditioner on brackets, with its grille and fan."""
    fabric.put(plot, "steel", shapes.box((0.85, 0.36, 0.6), center=(u, 0.26, z), bevel=0.02), (0.42, 0.42, 0.39))
    rings = [
        shapes.sweep(
            [(u - 0.12 + r * math.cos(a), 0.45, z + r * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 17)[:-1]],
            0.008,
            sides=4,
            closed=True,
        )
        for r in (0.08, 0.15, 0.22)
    ]
    fabric.put(plot, "iron", shapes.join(rings), (0.02, 0.02, 0.02))
    fabric.put(
        plot,
        "iron",
        shapes.lathe([(0.23, 0.0), (0.0, 0.005)], sides=20, caps=False)
        .turned(shapes.rotation(x=-math.pi / 2))
        .moved((u - 0.12, 0.443, z)),
        (0.012, 0.012, 0.012),
    )
    for d in (-0.3, 0.3):
        fabric.box(plot, "iron", (u + d - 0.02, 0.0, z - 0.34), (u + d + 0.02, 0.42, z - 0.30), IRON)


def vent(fabric: Fabric, plot: Plot, u: float, z: float, top: float) -> None:
    """A kitchen's air duct: out of the wall and up it."""
    fabric.put(plot, "zinc", shapes.box((0.5, 0.5, 0.5), center=(u, 0.25, z), bevel=0.02), (0.34, 0.34, 0.33))
    fabric.put(plot, "zinc", shapes.box((0.42, 0.42, top - z), center=(u, 0.26, (z + top) / 2)), (0.34, 0.34, 0.33))
    for at in np.arange(z + 0.9, top, 1.2):
        fabric.put(plot, "zinc", shapes.box((0.47, 0.47, 0.05), center=(u, 0.26, float(at))), (0.30, 0.30, 0.29))


def dumpster(fabric: Fabric, plot: Plot, u: float, paint: Color, *, ajar: float) -> None:
    """A steel container with ribs, sleeves for the lifting forks, rollers and two lids, one of them `ajar` (radians)."""
    wide, deep, high, lift = 1.9, 1.15, 1.12, 0.16
    w = 0.12 + deep / 2
    rows = []
    for z, grow in ((lift, -0.10), (lift + 0.12, -0.06), (lift + high, 0.0)):
        half, out = wide / 2 + grow * 0.5, deep / 2 + grow
        rows.append(
            [(u - half, w - deep / 2, z), (u + half, w - deep / 2, z), (u + half, w + out, z), (u - half, w + out, z)]
        )
    fabric.put(plot, "steel", shapes.outward(shapes.rings(np.array(rows))), paint)
    trims = [shapes.box((wide + 0.1, 0.07, 0.08), center=(u, w + deep / 2, lift + high), bevel=0.012)]
    for sign in (-1, 1):
        trims.append(shapes.box((0.07, deep + 0.05, 0.08), center=(u + sign * wide / 2, w, lift + high), bevel=0.012))
        trims.append(shapes.box((0.16, 0.8, 0.14), center=(u + sign * (wide / 2 + 0.05), w, lift + 0.62), bevel=0.012))
        trims.append(shapes.box((0.05, deep, 0.06), center=(u + sign * (wide / 2 - 0.02), w, lift + 0.9)))
    for d in (-0.62, 0.0, 0.62):
        trims.append(
            shapes.box((0.07, 0.05, high - 0.1), center=(u + d, w + deep / 2 - 0.01, lift + high / 2), bevel=0.01)
        )
    fabric.put(plot, "steel", shapes.join(trims), (paint[0] * 0.8, paint[1] * 0.8, paint[2] * 0.8))
    for sign, open_rad in ((-1, ajar), (1, 0.03)):
        lid = shapes.box((wide / 2 - 0.02, deep + 0.1, 0.05), center=(0.0, (deep + 0.1) / 2, 0.0), bevel=0.015)
        ribs = [shapes.box((0.05, deep, 0.03), center=(d, (deep + 0.1) / 2, 0.035)) for d in (-0.3, 0.0, 0.3)]
        made = (
            shapes.join([lid, *ribs])
            .turned(shapes.rotation(x=open_rad))
            .moved((u + sign * wide / 4, w - deep / 2 - 0.02, lift + high + 0.07))
        )
        fabric.put(plot, "plastic", made, (0.022, 0.023, 0.024))
    for x in (-0.75, 0.75):
        for d in (-0.38, 0.38):
            wheel = (
                shapes.lathe([(0.08, -0.03), (0.08, 0.03)], sides=12)
                .turned(shapes.rotation(y=math.pi / 2))
                .moved((u + x, w + d, 0.08))
            )
            fabric.put(plot, "iron", wheel, (0.015, 0.015, 0.015))
    for d in (-0.5, 0.5):
        at = plot.place(u + d, w, 0.0)
        fabric.obstacles.append((at[0], at[1], 0.72))


def bag(fabric: Fabric, at: tuple[float, float, float], size: float, seed: int) -> None:
    """A full plastic bag that has settled, knotted at the top."""
    ball = shapes.ball((1.0, 1.0, 1.0), sides=28, levels=18)
    p = ball.points
    lump = 1.0 + 0.5 * noise.fractal(p[:, 0] * 1.3 + 3.1 * seed, p[:, 1] * 1.3 + p[:, 2] * 0.9, 3, seed=seed)
    p = p * lump[:, None]
    flat = np.where(p[:, 2] < -0.45, -0.45 + 0.1 * (p[:, 2] + 0.45), p[:, 2])
    body = ball._replace(points=np.column_stack([p[:, 0], p[:, 1], (flat + 0.5) * 0.95]))
    neck = shapes.lathe([(0.3, 1.25), (0.09, 1.5), (0.07, 1.56), (0.2, 1.72), (0.16, 1.76), (0.0, 1.66)], sides=12)
    made = shapes.join([body, neck]).scaled(0.34 * size).turned(shapes.rotation(z=seed * 1.7)).moved(at)
    fabric.masonry.add("plastic", made, (0.014, 0.014, 0.016))


def boxes(fabric: Fabric, at: tuple[float, float, float], seed: int) -> None:
    """Cardboard boxes in a heap, one with its flaps open."""
    rng = np.random.default_rng([seed, 5])
    for k, (dx, dy, dz, size) in enumerate(
        (
            (0.0, 0.0, 0.0, (0.55, 0.45, 0.42)),
            (0.5, 0.16, 0.0, (0.42, 0.4, 0.32)),
            (0.08, 0.02, 0.42, (0.42, 0.36, 0.28)),
        )
    ):
        turn = float(rng.normal(0, 0.3))
        parts = [shapes.box(size, center=(0, 0, size[2] / 2), bevel=0.006)]
        if k == 1:
            for sign in (-1, 1):
                flap = (
                    shapes.box((size[0], 0.18, 0.008), center=(0, 0.09, 0))
                    .turned(shapes.rotation(x=0.7))
                    .moved((0, size[1] / 2, size[2]))
                )
                parts.append(flap if sign > 0 else flap.turned(shapes.rotation(z=math.pi)))
        made = shapes.join(parts).turned(shapes.rotation(z=turn)).moved((at[0] + dx, at[1] + dy, at[2] + dz))
        fabric.masonry.add("card", made, np.array((0.40, 0.27, 0.155)) * rng.uniform(0.75, 1.1))  # type: ignore[arg-type]


def crate(fabric: Fabric, at: tuple[float, float, float], turn: float, paint: Color) -> None:
    """A plastic bottle crate."""
    parts = [shapes.box((0.4, 0.3, 0.015), center=(0, 0, 0.01))]
    for y in (-0.15, 0.15):
        parts += [shapes.box((0.4, 0.015, h), center=(0, y, z)) for z, h in ((0.05, 0.07), (0.15, 0.04), (0.25, 0.05))]
    for x in (-0.2, 0.2):
        parts += [shapes.box((0.015, 0.3, h), center=(x, 0, z)) for z, h in ((0.05, 0.07), (0.15, 0.04), (0.25, 0.05))]
        parts += [shapes.box((0.03, 0.03, 0.27), center=(x, y, 0.135)) for y in (-0.15, 0.0, 0.15)]
    made = shapes.join(parts).turned(shapes.rotation(z=turn)).moved(at)
    fabric.masonry.add("plastic", made, paint)


def pallet(fabric: Fabric, plot: Plot, u: float) -> None:
    """A wooden pallet that leans against the wall."""
    parts = [shapes.box((1.2, 0.022, 0.1), center=(0, y, z)) for z in np.linspace(0.05, 0.95, 6) for y in (0.0, 0.13)]
    parts += [shapes.box((0.1, 0.11, 1.0), center=(x, 0.065, 0.5)) for x in (-0.55, 0.0, 0.55)]
    made = shapes.join(parts).turned(shapes.rotation(x=0.22)).moved((u, 0.27, 0.0))
    fabric.put(plot, "card", made, (0.20, 0.15, 0.10))
    x, y, _ = plot.place(u, 0.3, 0.0)
    fabric.obstacles.append((x, y, 0.62))


def door_lamp(fabric: Fabric, plot: Plot, u: float, z: float, light: Color) -> tuple[float, float, float]:
    """A lamp under an enamel shade on a bent arm; where its bulb is."""
    out = 0.62
    arm = shapes.curve(
        [(u, 0.0, z + 0.1), (u, 0.14, z + 0.34), (u, 0.42, z + 0.40), (u, out, z + 0.22), (u, out, z + 0.12)], 18
    )
    fabric.put(plot, "iron", shapes.sweep(arm, 0.019, sides=8), IRON)
    fabric.put(
        plot,
        "iron",
        shapes.lathe([(0.1, 0.0), (0.09, 0.03), (0.0, 0.035)], sides=16)
        .turned(shapes.rotation(x=-math.pi / 2))
        .moved((u, 0.0, z + 0.1)),
        IRON,
    )
    profile = [(0.235, -0.03), (0.23, -0.02), (0.16, 0.06), (0.07, 0.11), (0.05, 0.17), (0.0, 0.175)]
    fabric.put(plot, "iron", shapes.lathe(profile, sides=24, caps=False).moved((u, out, z)), (0.035, 0.05, 0.045))
    fabric.put(
        plot,
        "bulb",
        shapes.ball((0.055, 0.055, 0.075), center=(u, out, z + 0.0), sides=14, levels=9),
        (0.6, 0.55, 0.45),
        lit=light,
    )
    return plot.place(u, out, z - 0.05)


def cables(fabric: Fabric, spans: list[tuple[tuple[float, float, float], tuple[float, float, float]]]) -> None:
    """Cables that sag from wall to wall."""
    t = np.linspace(0.0, 1.0, 15)[:, None]
    for a, b in spans:
        line = np.asarray(a) * (1 - t) + np.asarray(b) * t
        line[:, 2] -= 4 * t[:, 0] * (1 - t[:, 0]) * 0.09 * float(np.linalg.norm(np.subtract(b, a)))
        fabric.masonry.add("iron", shapes.sweep(line, 0.014, sides=5), (0.012, 0.012, 0.012))


def steam(cards: tuple[tuple[float, float, float, float, Color], ...]) -> Node:
    """Upright cards of vapor at x, y, so wide and so tall, in the color of what lights them."""
    points, panel, tint = [], [], []
    for x, y, wide, tall, color in cards:
        points += [(x - wide / 2, y, 0.02), (x + wide / 2, y, 0.02), (x + wide / 2, y, tall), (x - wide / 2, y, tall)]
        panel += [(0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (1.0, 1.0, 0.0), (0.0, 1.0, 0.0)]
        tint += [color] * 4
    made = shapes.shape(np.array(points), np.arange(len(points)).reshape(-1, 4))
    made = made._replace(data={"panel": np.array(panel), "tint": np.array(tint)})
    return _planting.node("steam", made, "steam", hidden_from=("shadow", "diffuse", "glossy"))
