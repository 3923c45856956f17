"""What stands and lies on a beach: a groyne of old posts, driftwood, shells, marram grass, a headland with a lighthouse."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._beach.shore import Shore
from filmwright.scene import noise
from filmwright.scene.nodes import Image, Instances, Mesh, Node
from filmwright.scene.shapes import Shape, ball, grid, join, lathe, rings, shape, sweep

F64 = NDArray[np.float64]


def mesh(name: str, item: Shape, *materials: str, visible: bool = True, smooth: bool = True) -> Mesh:
    """A Shape as a node."""
    return Mesh(
        name=name,
        points=item.points,
        faces=item.faces,
        materials=materials,
        material_index=item.slot if len(materials) > 1 else None,
        point_data=dict(item.data),
        visible=visible,
        smooth=smooth,
        sharp_angle_rad=0.7 if smooth and visible and not item.data else None,
    )


def groyne(shore: Shore, rng: np.random.Generator, y: float) -> tuple[Mesh, F64]:
    """A row of worn posts from the dry sand into the sea, and what of it stands in the way, (n, 3)."""
    posts, obstacles = [], []
    for up in np.arange(3.2, -44.0, -1.05):
        at_y = y + rng.normal(0, 0.07) - 0.045 * up
        x = float(shore.waterline(np.array([at_y]))[0]) + up
        ground = float(shore.height(np.array([x]), np.array([at_y]))[0])
        top = 1.15 - 0.012 * (3.2 - up) + rng.normal(0, 0.09) - (0.5 if rng.random() < 0.12 else 0.0)
        if rng.random() < 0.06:
            continue  # one is gone
        radius = 0.125 + 0.02 * rng.normal()
        heights = np.array([ground - 0.5, ground + 0.4 * (top - ground), top - 0.05, top])
        ring = np.linspace(0, 2 * math.pi, 11)[:-1]
        wear = 1 + 0.12 * rng.normal(0, 1, 10)
        lean = rng.normal(0, 0.03, 2)
        stack = np.stack(
            [
                np.column_stack(
                    [
                        x + lean[0] * (h - ground) + r * wear * np.cos(ring),
                        at_y + lean[1] * (h - ground) + r * wear * np.sin(ring),
                        np.full(10, h) + (rng.normal(0, 0.015, 10) if h == top else 0.0),
                    ]
                )
                for h, r in zip(heights, radius * np.array([1.1, 1.0, 0.92, 0.72]), strict=True)
            ]
        )
        posts.append(rings(stack))
        obstacles.append((x, at_y, radius + 0.2))
    return mesh("groyne", join(posts), "wood"), np.array(obstacles)


def driftwood(shore: Shore, rng: np.random.Generator, x: float, y: float, length: float) -> Mesh:
    """A bleached branch, half sunk."""
    yaw = rng.uniform(-0.6, 0.6)
    along = np.linspace(-0.5, 0.5, 14) * length
    bend = 0.12 * length * np.sin(np.linspace(0, 3.5, 14) + rng.uniform(0, 3))
    px, py = x + along * math.cos(yaw) - bend * math.sin(yaw), y + along * math.sin(yaw) + bend * math.cos(yaw)
    pz = shore.height(px, py) + 0.05 + 0.1 * np.sin(np.linspace(0, 4, 14)) ** 2
    trunk = sweep(np.column_stack([px, py, pz]), np.linspace(0.11, 0.035, 14) * rng.uniform(0.9, 1.1, 14), sides=9)
    parts = [trunk]
    for k in (4, 7, 10):
        reach = np.linspace(0, 1, 6)[:, None]
        aim = np.array([rng.normal(0, 0.4), rng.normal(0, 0.4), rng.uniform(0.25, 0.6)]) * length * 0.28
        start = np.array([px[k], py[k], pz[k]])
        parts.append(sweep(start + reach * aim + 0.05 * np.sin(reach * 5), np.linspace(0.045, 0.012, 6), sides=7))
    return mesh("driftwood", join(parts), "driftwood")


def litter(shore: Shore, rng: np.random.Generator, count: int) -> list[Node]:
    """Shells and pebbles, most of them in the line the last tide left."""
    nodes: list[Node] = []
    for k in range(3):
        lump = ball((1.0, 0.72, 0.42), sides=9, levels=6)
        rough = 1 + 0.22 * rng.normal(0, 1, (len(lump.points), 1))
        nodes.append(
            mesh(f"pebble {k}", lump._replace(points=lump.points * np.clip(rough, 0.7, 1.3)), "shell", visible=False)
        )
    y = rng.uniform(-30, 45, count)
    tide = rng.random(count) < 0.7
    up = np.where(tide, 7.5 + 0.5 * np.sin(y / 3.1) + rng.normal(0, 0.35, count), rng.uniform(1.0, 16.0, count))
    x = shore.waterline(y) + up
    z = shore.height(x, y)
    scale = 0.008 + 0.028 * rng.random(count) ** 4
    nodes.append(
        Instances(
            name="litter",
            prototypes=("pebble 0", "pebble 1", "pebble 2"),
            points=np.column_stack([x, y, z + 0.2 * scale]),
            choice=rng.integers(0, 3, count),
            scales=scale,
            rotations=np.column_stack(
                [rng.normal(0, 0.3, count), rng.normal(0, 0.3, count), rng.uniform(0, 6.28, count)]
            ),
        )
    )
    return nodes


def _tuft(rng: np.random.Generator, blades: int, width: float, wind: float) -> Shape:
    """A tuft of marram about a metre high: arching blades, `tall` 0 at the foot, 1 at the tip."""
    points: list[list[float]] = []
    faces: list[list[int]] = []
    tall: list[float] = []
    for _ in range(blades):
        turn = rng.uniform(0, 2 * math.pi)
        out = np.array([math.cos(turn), math.sin(turn)])
        foot = out * rng.uniform(0, 0.16)
        long, arch = rng.uniform(0.55, 1.0), rng.uniform(0.08, 0.55)
        side = np.array([-out[1], out[0]]) * width
        base = len(points)
        steps = 4
        for k in range(steps):
            q = k / (steps - 1)
            bow = out * arch * q**1.7 + np.array([wind, 0.25 * wind]) * q * q
            middle = foot + bow * long
            high = long * (q - 0.35 * arch * q**2.4)
            half = side * (1 - 0.85 * q)
            for sign in (-1, 1):
                points.append([*(middle + sign * half), high - 0.03])
                tall.append(q)
            if k:
                a = base + 2 * k
                faces.append([a - 2, a - 1, a + 1, a])
    return shape(points, faces).with_data("tall", np.array(tall))


def marram(shore: Shore, rng: np.random.Generator, count: int, wind: float) -> list[Node]:
    """Grass on the dunes: full tufts near the view, coarse ones far off."""
    nodes: list[Node] = []
    near = [f"marram {k}" for k in range(4)]
    far = [f"marram far {k}" for k in range(2)]
    for name in near:
        nodes.append(mesh(name, _tuft(rng, 46, 0.0055, wind), "grass", visible=False))
    for name in far:
        nodes.append(mesh(name, _tuft(rng, 16, 0.022, wind), "grass", visible=False))
    for label, names, low, high, number in (
        ("marram", near, -26.0, 45.0, count),
        ("marram far", far, 45.0, 420.0, count),
    ):
        y = low + (high - low) * rng.random(number) ** (1.0 if low < 0 else 1.7)
        up = 15.0 + 32.0 * rng.random(number) ** 1.25
        x = shore.waterline(y) + up
        z = shore.height(x, y)
        clump = noise.fractal(x / 4.0, y / 4.0, 3, seed=shore.seed + 9) + 0.25 * np.clip((z - 1.6) / 2.0, -1, 1)
        keep = (clump > -0.02) & (z > 1.05)
        points = np.column_stack([x, y, z - 0.02])[keep]
        n = len(points)
        nodes.append(
            Instances(
                name=label,
                prototypes=tuple(names),
                points=points,
                choice=rng.integers(0, len(names), n),
                scales=rng.uniform(0.55, 1.15, n),
                rotations=np.column_stack([rng.normal(0, 0.08, n), rng.normal(0, 0.08, n), rng.uniform(-0.5, 0.5, n)]),
            )
        )
    return nodes


def headland(seed: int) -> Mesh:
    """A cliffed cape that closes the bay, about two kilometres away, lower to seaward."""
    along = np.linspace(-1150.0, 900.0, 240)
    deep = np.linspace(-160.0, 620.0, 90)
    x, out = np.meshgrid(along, deep)
    y = 1900.0 + out - 0.00012 * (x + 300) ** 2
    ridge = 0.35 + 0.65 * noise.fractal(x / 420.0 + 7, out / 500.0, 6, ridged=True, seed=seed)
    rise = np.clip((x + 1050.0) / 900.0, 0.0, 1.0) ** 0.7
    cliff = np.clip((out + 70 + 90 * noise.fractal(x / 160.0, out / 200.0, 3, seed=seed)) / 70.0, 0, 1)
    height = -6.0 + (30.0 + 95.0 * ridge * rise) * rise**0.5 * cliff * cliff * (3 - 2 * cliff)
    sheet = grid(x, y, height + 6.0 * noise.fractal(x / 80.0, out / 80.0, 3, seed=seed + 1) * cliff)
    return mesh("headland", sheet, "headland")


def lighthouse(x: float, y: float, z: float) -> list[Mesh]:
    """A white tower with a red lantern, 22 m high."""
    tower = lathe([(3.0, -2.0), (2.9, 0.0), (2.0, 15.0), (2.7, 15.2), (2.7, 15.8), (1.5, 15.9)], sides=16).moved(
        (x, y, z)
    )
    lantern = lathe([(1.5, 15.9), (1.5, 18.6), (1.9, 18.7), (0.1, 21.0)], sides=16).moved((x, y, z))
    return [mesh("lighthouse", tower, "tower"), mesh("lantern", lantern, "lantern")]


def trodden(rng: np.random.Generator, width_m: float, length_m: float) -> Image:
    """A strip of footprints as an image of heights, flat at its edges."""
    heights = footprints(rng, width_m, length_m, 0.02)
    heights[:, [0, -1]] = heights[[0, -1]] = 0.5
    level = np.round(255 * np.clip(heights, 0, 1)).astype(np.uint8)
    return Image(pixels=np.dstack([level, level, level, np.full_like(level, 255)]), data=True)


def prints(rng: np.random.Generator, strip: tuple[float, float, float, float]) -> Image:
    """The trodden strip of a beach (x, y, width, length) as an image, 2 cm a pixel, flat at its edges."""
    heights = footprints(rng, strip[2], strip[3], 0.02)
    heights[:, [0, -1]] = heights[[0, -1]] = 0.5
    level = np.round(255 * np.clip(heights, 0, 1)).astype(np.uint8)
    return Image(pixels=np.dstack([level, level, level, np.full_like(level, 255)]), data=True)


def footprints(rng: np.random.Generator, width_m: float, length_m: float, pixel_m: float) -> F64:
    """A strip of trodden sand as heights (rows along the strip, columns across) around 0.5: prints lie lower, rims higher."""
    columns, rows = round(width_m / pixel_m), round(length_m / pixel_m)
    across = (np.arange(columns) + 0.5) * pixel_m
    along = (np.arange(rows) + 0.5) * pixel_m
    heights = np.full((rows, columns), 0.5)
    trails = ((0.3, 0.74, 0.27), (0.52, 0.66, 0.25), (0.78, 0.5, 0.2))  # where across, stride, foot length
    for where, stride, foot in trails:
        drift = rng.uniform(0, 6.28)
        for k, at in enumerate(np.arange(0.3, length_m - 0.4, stride)):
            side = 1 if k % 2 else -1
            middle = where * width_m + 0.16 * math.sin(at / 7.0 + drift) + side * 0.09
            _press(heights, across, along, middle + rng.normal(0, 0.015), at + rng.normal(0, 0.03), foot, side)
    return heights


def _press(heights: F64, across: F64, along: F64, x: float, y: float, foot: float, side: int) -> None:
    """One print: heel and ball go down, the sand they push out stands up round them."""
    near_y = np.abs(along - y) < foot
    near_x = np.abs(across - x) < 0.6 * foot
    dx, dy = np.meshgrid(across[near_x] - x, along[near_y] - y)
    heel = ((dx + 0.01 * side) / (0.16 * foot)) ** 2 + ((dy + 0.30 * foot) / (0.2 * foot)) ** 2
    front = ((dx - 0.02 * side) / (0.2 * foot)) ** 2 + ((dy - 0.18 * foot) / (0.32 * foot)) ** 2
    inside = np.minimum(heel, front)
    pressed = -0.45 / (1 + np.exp(6.0 * (inside - 0.9)))
    rim = 0.07 * np.exp(-((np.sqrt(inside) - 1.45) ** 2) / 0.12)
    heights[np.ix_(near_y, near_x)] += pressed + rim
