"""The water of the waterfall: sheets that fall, threads that run down the rock, the pool, and the mist at the foot.

What falls carries `fallen`, the seconds it has been falling, and `across`, metres across the sheet. A pattern that is a function of
`fallen` minus time travels as drops do: slowly over the lip, stretched and fast below. `edge` is 1 in the middle, 0 at the sides.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments import _patterns
from filmwright.content.environments._patterns import field, image, level, walls
from filmwright.content.environments._waterfall.gorge import FALL_X, Gorge
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Image
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

GRAVITY = 9.81
LEAVES_M_S = 1.7  # how fast the water goes over the lip; chosen
TILE_M, TILE_S = 2.6, 0.9  # what one tile of the pattern covers


def foot(gorge: Gorge) -> tuple[float, float]:
    """x, y where the fall meets the pool."""
    return FALL_X, float(_lip(gorge)[0] - LEAVES_M_S * math.sqrt(2 * gorge.high_m / GRAVITY))


def _lip(gorge: Gorge) -> tuple[float, float]:
    """y and z of the edge the water comes over."""
    x = np.array([FALL_X])
    top = float(gorge.top(x)[0])
    return float(gorge.face_y(x, np.array([top]))[0]) - 0.15, top + 0.06


def sheets(gorge: Gorge, width_m: float) -> Shape:
    """The fall as four sheets, one before the other, each with an edge of its own."""
    y_lip, z_lip = _lip(gorge)
    made = []
    before = np.linspace(1.4, 0.05, 8)  # metres behind the lip
    ends = math.sqrt(2 * (z_lip + 0.3) / GRAVITY)
    falls = ends * np.linspace(0.0, 1.0, 64) ** 0.85
    u = np.linspace(-1, 1, 46)
    lip = 0.30 * noise.fractal(u * 1.7 + 3.0, u * 0.0, 3, seed=gorge.seed + 30)[None]
    for layer, (aside, share) in enumerate(((0.0, 0.98), (-0.30, 0.52), (0.36, 0.44), (0.04, 0.60))):
        fallen = np.concatenate([-before / LEAVES_M_S, falls])[:, None]
        down = np.maximum(fallen, 0.0)
        half = 0.5 * width_m * share * (0.86 + 0.42 * down)
        ragged = 1 + 0.45 * noise.fractal(np.sign(u[None]) * 2.0 + 5.0 * layer, down * 2.2, 3, seed=gorge.seed + layer)
        x = (
            FALL_X
            + 0.5 * width_m * aside * (1 + 0.3 * down)
            + 0.08 * np.sin(7.0 * down + layer)
            + half * u[None] * ragged
        )
        bulge = 0.30 * (1 - u[None] ** 2) * (0.3 + 0.6 * down) + 0.20 * np.sin(8.0 * u[None] + 2.0 * layer) * down
        y = y_lip - LEAVES_M_S * fallen * (1 + 0.16 * np.sin(3.0 * u[None] + layer)) - bulge - 0.20 * layer * down
        z = z_lip + lip + np.where(fallen < 0, -0.10 * fallen, -0.5 * GRAVITY * down**2)
        sheet = _sheet(x, y, z)
        across = np.broadcast_to(u[None] * 0.5 * width_m * share + 3.1 * layer, x.shape)
        edge = np.clip((1 - np.abs(u[None])) / 0.45, 0, 1) * np.ones_like(x)
        made.append(
            sheet.with_data("fallen", np.broadcast_to(fallen, x.shape).reshape(-1))
            .with_data("across", across.reshape(-1))
            .with_data("edge", edge.reshape(-1))
            .with_data("thin", 0.15 + 0.06 * layer)
        )
    return shapes.join(made)


def rocks(gorge: Gorge, width_m: float) -> tuple[F64, F64]:
    """Points (n, 3) and scales (n,) of the rocks that part the fall and stand at its foot."""
    y_lip, z_lip = _lip(gorge)
    placed = ((-0.36, 0.10, 0.50), (0.30, 0.16, 0.55), (-0.66, 0.98, 1.15), (0.60, 0.99, 1.05), (0.08, 1.0, 0.75))
    points = []
    for aside, drop, scale in placed:
        z = z_lip * (1 - drop)
        x = FALL_X + aside * width_m * (0.8 + 0.4 * drop)
        fallen = math.sqrt(2 * (z_lip - z) / GRAVITY)
        points.append((x, y_lip - LEAVES_M_S * fallen + 0.12 * scale, z - 0.1 * scale))
    return np.array(points), np.array([p[2] for p in placed])


def threads(gorge: Gorge) -> Shape:
    """Lesser water that runs down the rock beside the fall."""
    made = []
    for k, (aside, wide) in enumerate(((3.3, 0.9), (-3.0, 0.7), (5.9, 0.5), (-5.2, 0.45))):
        top = float(gorge.top(np.array([FALL_X + aside]))[0])
        z = np.linspace(top + 0.02, -0.15, 90)[:, None]
        u = np.linspace(-1, 1, 12)[None]
        sway = 0.45 * (noise.value(z / 1.9, z * 0.0 + 11.0 * k, gorge.seed + 20) - 0.5)
        half = 0.5 * wide * (0.5 + 0.9 * noise.value(z / 1.3, z * 0.0 + 5.0 * k, gorge.seed + 21))
        x = FALL_X + aside + sway + half * u
        face = gorge.face_y(x, np.broadcast_to(z, x.shape))
        # Water leaps from shelf to shelf: it hangs before the hollows of the rock.
        hang = np.minimum.accumulate(face, axis=0)
        y = np.maximum(hang, face - 0.55) - 0.07 - 0.05 * (1 - u**2)
        fallen = np.broadcast_to(np.sqrt(2 * np.maximum(top - z, 0) / GRAVITY) * 1.5, x.shape)
        made.append(
            _sheet(x, y, np.broadcast_to(z, x.shape)).with_data("fallen", fallen.reshape(-1))
            .with_data("across", np.broadcast_to(u * half + 7.0 * k, x.shape).reshape(-1))
            .with_data("edge", (np.clip((1 - np.abs(u)) / 0.7, 0, 1) * np.ones_like(x)).reshape(-1)).with_data("thin", 0.20)
        )  # fmt: skip
    return shapes.join(made)


def _sheet(x: F64, y: F64, z: F64) -> Shape:
    """Points in rows from above to below as a sheet that faces -Y."""
    rows, columns = x.shape
    i = np.arange(rows * columns).reshape(rows, columns)
    faces = np.stack([i[1:, :-1], i[1:, 1:], i[:-1, 1:], i[:-1, :-1]], -1).reshape(-1, 4)
    return shapes.shape(np.stack([x, np.broadcast_to(y, x.shape), z], -1).reshape(-1, 3), faces)


def mist(gorge: Gorge) -> Shape:
    """Veils of spray before the foot of the fall. Attribute `soft` 0..1: how thick they are there."""
    x, y = foot(gorge)
    made = []
    for k, (ahead, aside, wide, high, thick) in enumerate((
        (-0.6, 0.0, 4.6, 3.6, 1.0), (0.7, -0.8, 5.6, 3.0, 0.8), (1.9, 0.9, 6.6, 2.5, 0.6),
        (3.6, -0.6, 7.6, 1.9, 0.45), (6.0, 0.6, 8.5, 1.4, 0.3),
    )):  # fmt: skip
        u, v = np.meshgrid(np.linspace(-1, 1, 22), np.linspace(0, 1, 14))
        reach = np.clip(1 - u**2, 0, 1) ** 1.4 * np.clip(1 - v, 0, 1) ** 1.5 * np.clip(v / 0.06, 0, 1)
        px = x + aside + 0.5 * wide * u * (0.8 + 0.5 * v)
        veil = shapes.shape(
            np.stack([px, np.full(px.shape, y - ahead) + 0.25 * u**2, high * v], -1).reshape(-1, 3),
            _grid_faces(px.shape),
        )
        made.append(veil.with_data("soft", thick * reach.reshape(-1)).with_data("place", 3.7 * k))
    return shapes.join(made)


def _grid_faces(shape: tuple[int, ...]) -> NDArray[np.int64]:
    i = np.arange(shape[0] * shape[1]).reshape(shape[:2])
    return np.asarray(np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4), np.int64)


def pattern(seed: int) -> Image:
    """Falling water, seamless. Red: strands. Green: clots. Blue: soft large patches."""
    rng = np.random.default_rng([seed, 17])
    strands = 0.5 * level(field(rng, 1.1, 0.018)) + 0.5 * np.clip(1 - walls(rng, 420) / 0.8, 0, 1)
    clots = level(field(rng, 1.5, 0.05))
    return image(strands, clots, level(field(rng, 2.0, 0.16)))


def falling() -> Material:
    """Water in the air: white where it is torn, clear between."""
    time = op("time")
    fallen, across = attribute("fallen"), attribute("across")
    spot = op("combine", across * (1 / TILE_M), (fallen - time) * (1 / TILE_S), 0.0)
    wide = op("combine", across * (0.37 / TILE_M) + 0.31, (fallen - time * 0.94) * (0.43 / TILE_S), 0.0)
    fine, large = _patterns.repeated("fall", spot), _patterns.repeated("fall", wide)
    body = op("x", fine) * 0.42 + op("y", fine) * 0.26 + op("z", large) * 0.34 + op("y", large) * 0.16
    torn = remap(fallen, 0.0, 0.5)  # over the lip it is a clear sheet still
    alpha = remap(body + attribute("edge") * 0.42 - attribute("thin"), 0.66, 1.02, 0.0, 1.0)
    alpha = op("min", alpha, remap(attribute("edge"), 0.0, 0.25)) * remap(torn, 0.0, 1.0, 0.72, 0.97)
    white = mix((0.26, 0.33, 0.35), (0.86, 0.89, 0.90), remap(body + torn * 0.16, 0.48, 0.98))
    return Material(
        color=white,
        roughness=0.5,
        specular=0.25,
        translucent=0.45,
        alpha=alpha,
        bumps=(Bump(height=op("x", fine) + op("y", large), strength=0.7, distance_m=0.10),),
        preview=(0.75, 0.80, 0.82),
    )


def pool(at: tuple[float, float]) -> Material:
    """The pool: white where the fall goes in, rings of ripples and shreds of foam driven out from there, dark and clear farther on."""
    time = op("time")
    dx, dy = op("x", coords()) - at[0], op("y", coords()) - at[1]
    away = op("length", op("combine", dx, dy, 0.0))
    turn = op("atan2", dx, dy) * (3 / (2 * math.pi))
    driven = _patterns.repeated("foam", op("combine", turn, (away - time * 0.9) * (1 / 5.2), 0.0))
    driven2 = _patterns.repeated("foam", op("combine", turn * (5 / 3), (away - time * 1.3) * (1 / 3.1), 0.0))
    drift = _patterns.laid("foam", 2.7, turn_rad=0.5, moved=op("combine", time * 0.12, time * 0.34, 0.0))
    churn = remap(away, 1.2, 3.4, 1.0, 0.0, smooth=True)
    lace = op("x", driven) * 0.5 + op("y", driven2) * 0.5
    shreds = remap(lace, 0.62, 0.85) * remap(away, 2.0, 11.0, 0.85, 0.0)
    white = op("max", remap(churn + (op("y", driven2) - 0.5) * 0.9, 0.35, 0.8), shreds)
    strength = remap(away, 2.0, 14.0, 0.75, 0.16)
    return Material(
        color=mix(mix((0.030, 0.062, 0.052), (0.010, 0.026, 0.022), remap(away, 3.0, 9.0)), (0.74, 0.78, 0.78), white),
        roughness=op("max", white * 0.6, 0.03),
        specular=0.5,
        ior=1.333,
        bumps=(
            Bump(
                height=op("z", driven) * 0.8 + op("z", driven2) * 0.5 + op("z", drift) * 0.5,
                strength=strength,
                distance_m=0.10,
            ),
        ),
        preview=(0.10, 0.16, 0.15),
    )


def vapor(light: Color) -> Material:
    """Spray in the air, as bright as the `light` it scatters, drifting up and out."""
    time = op("time")
    spot = op("combine", op("x", coords()) * 0.19 + attribute("place"), (op("z", coords()) - time * 0.55) * 0.21, 0.0)
    other = op(
        "combine",
        op("x", coords()) * 0.09 - time * 0.03 + attribute("place") * 0.7,
        (op("z", coords()) - time * 0.3) * 0.11,
        0.0,
    )
    cloud: Expr = op("z", _patterns.repeated("fall", spot)) * 0.6 + op("z", _patterns.repeated("fall", other)) * 0.6
    density: Value = attribute("soft") * remap(cloud, 0.32, 0.9)
    return Material(
        model="glow", emission=cmul(light, op("combine", density, density, density)), emission_strength=2.6, haze=False
    )
