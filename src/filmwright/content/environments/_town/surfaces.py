"""What an old town is made of: cobbles, plaster, rubble stone, beams, tiles, painted wood, glass; in winter with snow on it."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.environments import _patterns
from filmwright.content.environments._town.fabric import SNOW
from filmwright.scene.nodes import Image
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.values import Color

COBBLE_TILE_M = 2.2  # side of the image of cobbles
_ROWS, _STONES = 18, 14  # of the image


def cobbles(seed: int) -> Image:
    """Setts in rows that are never quite straight. Red: how high the stone stands, 0 in the joints. Green: each stone's own shade.
    Blue: grain."""
    rng = np.random.default_rng([seed, 71])
    row, column = np.meshgrid(np.arange(_ROWS), np.arange(_STONES), indexing="ij")
    x = (column + 0.5 * (row % 2) + rng.normal(0, 0.11, row.shape)) / _STONES
    y = (row + 0.5 + rng.normal(0, 0.07, row.shape)) / _ROWS
    centers = np.column_stack([x.ravel(), y.ravel()]) % 1.0
    stretch = np.array([_STONES / _ROWS, 1.0])  # so that stones are longer than wide
    tree = cKDTree(centers * stretch, boxsize=stretch)
    distances, index = tree.query(_patterns.pixels() * stretch, k=2)
    near = np.asarray(distances)
    edge = np.asarray((near[:, 1] - near[:, 0]) * _ROWS).reshape(_patterns.SIZE, _patterns.SIZE)
    grain = _patterns.level(_patterns.field(rng, 0.9, 0.012))
    high = np.clip((edge - 0.10) / 0.5, 0.0, 1.0) ** 0.55
    shade = rng.random(len(centers))[np.asarray(index)[:, 0]].reshape(high.shape)
    return _patterns.image(high * (0.86 + 0.14 * grain), shade, grain)


def rubble(seed: int) -> Image:
    """A wall of stones of every size. Red: how far the stone stands out, 0 in the mortar. Green: each stone's own shade. Blue: grain."""
    rng = np.random.default_rng([seed, 73])
    rows = 9
    centers = []
    for row in range(rows):
        count = int(rng.integers(4, 7))
        x = (np.arange(count) + rng.random() + rng.normal(0, 0.16, count)) / count
        centers.append(np.column_stack([x % 1.0, ((row + 0.5 + rng.normal(0, 0.10, count)) / rows) % 1.0]))
    at = np.concatenate(centers)
    stretch = np.array([0.55, 1.0])
    distances, index = cKDTree(at * stretch, boxsize=stretch).query(_patterns.pixels() * stretch, k=2)
    near = np.asarray(distances)
    edge = np.asarray((near[:, 1] - near[:, 0]) * rows).reshape(_patterns.SIZE, _patterns.SIZE)
    grain = _patterns.level(_patterns.field(rng, 1.0, 0.02))
    high = np.clip((edge - 0.09 + 0.10 * (grain - 0.5)) / 0.22, 0.0, 1.0) ** 0.6
    shade = rng.random(len(at))[np.asarray(index)[:, 0]].reshape(high.shape)
    return _patterns.image(high * (0.8 + 0.2 * grain), shade, grain)


def grey(level: Value) -> Expr:
    """A number as a color."""
    return op("combine", level, level, level)


def upright() -> tuple[Expr, Expr]:
    """Metres along and up a flat wall or roof, whichever way it faces (a roof is measured along its slope)."""
    normal, spot = op("normal"), coords()
    nx, ny = op("x", normal), op("y", normal)
    level = op("max", op("sqrt", nx * nx + ny * ny), 0.02)
    along = (op("y", spot) * nx - op("x", spot) * ny) / level
    return along, op("z", spot) / level


def on_wall(name: str, side_m: float, *, tall_m: float | None = None) -> Expr:
    """A seamless image on upright surfaces, `side_m` wide and `tall_m` high."""
    along, up = upright()
    return _patterns.repeated(name, op("combine", along * (1 / side_m), up * (1 / (tall_m or side_m)), 0.0))


def materials(glow: float, *, snow: bool, leaf: Color) -> dict[str, Material]:
    """All materials of a town; `glow` 0..1 is how much its windows and lanterns shine."""
    plain = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    near = remap(op("camera_distance"), 4.0, 45.0, 1.0, 0.0)
    soot, fine = on_wall("turf", 5.5), on_wall("turf", 1.3)
    worn = remap(op("x", soot) * 0.6 + op("z", soot) * 0.4, 0.2, 0.8, 0.80, 1.14)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.90, 1.10) - 1.0) * near
    run = on_wall("turf", 0.9, tall_m=7.0)  # what rain has washed down
    streaks = remap(op("x", run), 0.15, 0.6, 0.86, 1.03)
    damp = remap(_over_street(), -0.2, 1.1, 0.70, 1.0)  # the foot of a wall is darker
    plaster = cmul(tint, grey(worn * grit * streaks * damp))
    stones = on_wall("rubble", 2.4)
    shade = remap(op("y", stones), 0.0, 1.0, 0.62, 1.22)
    warm = mix((1.06, 0.98, 0.9), (0.92, 0.98, 1.05), op("y", stones))
    mortar = remap(op("x", stones), 0.0, 0.5, 0.0, 1.0)
    wall = cmul(
        mix(
            (0.30, 0.27, 0.225),
            cmul(cmul(tint, warm), grey(shade * remap(op("z", stones), 0.2, 0.8, 0.82, 1.15))),
            mortar,
        ),
        grey(damp),
    )
    along, up = upright()
    course = up * (1 / 0.17)
    shift = op("fract", op("floor", course) * 0.5)
    tile = op("white_noise", op("combine", op("floor", along * (1 / 0.19) + shift), op("floor", course), 2.0))
    across = op("abs", op("fract", along * (1 / 0.19) + shift) - 0.5)
    lip = op("fract", course + across * across * 1.6)  # rounded ends, as of beaver tail tiles
    tiles = cmul(tint, grey(remap(tile, 0.0, 1.0, 0.72, 1.24) * remap(lip, 0.0, 0.2, 0.42, 1.0) * worn))
    slate = cmul(tint, grey(remap(tile, 0.0, 1.0, 0.8, 1.2) * remap(lip, 0.0, 0.2, 0.6, 1.0)))
    wood = on_wall("turf", 0.35, tall_m=3.5)
    beam = cmul(tint, grey(remap(op("y", wood), 0.2, 0.8, 0.62, 1.4)))
    slats = remap(op("fract", op("z", coords()) * 19.0), 0.0, 0.45, 0.55, 1.0)
    shutter = cmul(tint, grey(1.0 + (slats - 1.0) * near * 0.8))
    rows = op("z", coords()) * 2.6
    things = op("white_noise", op("combine", op("floor", along * 9.0), op("floor", rows), 1.0))
    shelf = remap(things, 0.0, 1.0, 0.45, 1.0) * remap(op("fract", rows), 0.06, 0.16, 0.25, 1.0)
    lying = remap(normal_z(), 0.45, 0.8) * (1.0 if snow else 0.0)

    def snowed(color: Value) -> Value:
        """The color, or snow where the surface lies level, in winter."""
        return mix(color, SNOW, lying) if snow else color

    def shining(strength: float, light: Value) -> dict[str, Value]:
        return {"emission": light, "emission_strength": strength * glow} if glow > 0 else {}

    return {
        "road_cobbles": _cobbled(near, snow=snow, dark=glow > 0.5),
        "plaster": Material(color=plaster, preview=(0.55, 0.45, 0.33), **plain),
        "rubble": Material(
            color=wall, bumps=(Bump(height=op("x", stones), strength=near * 0.8, distance_m=0.03),), preview=(0.33, 0.29, 0.23), **plain
        ),
        "trim": Material(color=snowed(cmul(tint, grey(worn * grit))), preview=(0.45, 0.4, 0.33), **plain),
        "beam": Material(color=beam, preview=(0.06, 0.035, 0.02), **plain),
        "roof": Material(
            color=tiles, bumps=(Bump(height=lip, strength=near * 0.7, distance_m=0.03),), preview=(0.28, 0.11, 0.065), **plain
        ),
        "slate": Material(color=slate, roughness=0.5, specular=0.35, preview=(0.09, 0.1, 0.12)),
        "snow": Material(color=tint, preview=SNOW, **plain),
        "curb": Material(color=snowed(cmul(tint, grey(grit))), preview=(0.33, 0.3, 0.25), **plain),
        "shutter": Material(color=shutter, roughness=0.55, specular=0.25),
        "paint": Material(color=cmul(tint, grey(grit)), roughness=0.45, specular=0.3),
        "iron": Material(color=snowed(tint), roughness=0.5, specular=0.4),
        "cloth": Material(color=tint, translucent=0.35, **plain),
        "window": Material(color=tint, roughness=0.03, specular=0.62, **shining(0.85, attribute("lit"))),
        "shop_window": Material(
            color=cmul(tint, grey(shelf * 1.3)), roughness=0.03, specular=0.55,
            **shining(0.7, cmul(attribute("lit"), grey(shelf * remap(op("fract", rows * 0.25), 0.0, 1.0, 0.7, 1.2)))),
        ),
        "lantern": Material(color=tint, specular=0.3, roughness=0.4, **shining(7.0, attribute("lit"))),
        "letters": Material(color=(0.62, 0.47, 0.20), roughness=0.4, specular=0.5, **shining(0.35, (1.0, 0.72, 0.36))),
        "leaves": Material(color=snowed(tint), translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=snowed(tint), preview=(0.08, 0.065, 0.05), **plain),
        "clay": Material(color=snowed(cmul(tint, grey(grit))), preview=(0.4, 0.16, 0.085), **plain),
        "hill": Material(color=tint, preview=(0.1, 0.13, 0.06), **plain),
    }  # fmt: skip


def _over_street() -> Expr:
    """Metres over the street's own height at the foot of a wall: what is stored as `foot` on its points."""
    return op("z", coords()) - attribute("foot")


def _cobbled(near: Expr, *, snow: bool, dark: bool) -> Material:
    """Worn setts, moss and dirt in their joints; under trodden snow in winter. After dark they catch the lanterns' light."""
    stones = _patterns.laid("cobbles", COBBLE_TILE_M, turn_rad=0.0)
    wide = _patterns.laid("turf", 9.0, turn_rad=0.5)
    high, shade = op("x", stones), op("y", stones)
    color = mix((0.135, 0.125, 0.115), (0.30, 0.275, 0.24), shade)
    color = mix(color, (0.25, 0.20, 0.16), remap(op("fract", shade * 7.0), 0.75, 0.9) * 0.7)  # a red one here and there
    patches = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.74, 1.2)
    color = cmul(color, grey(patches * remap(op("z", stones), 0.2, 0.8, 0.84, 1.14)))
    joint = mix((0.040, 0.036, 0.030), (0.045, 0.052, 0.022), remap(op("z", wide), 0.45, 0.65))
    color = mix(joint, color, remap(high, 0.05, 0.45))
    bump = Bump(height=high, strength=near * 0.9, distance_m=0.035)
    preview: Color = (0.2, 0.185, 0.165)
    if snow:
        aside = attribute("aside")
        lies = remap(op("x", aside) * 0.9 + op("x", wide) * 0.55 + op("z", wide) * 0.35 - high * 0.28, 0.42, 0.68)
        color = mix(color, (0.74, 0.77, 0.83), lies)
        bump = Bump(height=mix(grey(high), (0.9, 0.9, 0.9), lies), strength=near * 0.7, distance_m=0.03)
        preview = (0.6, 0.62, 0.66)
    worn = remap(high, 0.3, 0.9, 0.75, 0.42)
    if dark:
        return Material(color=color, bumps=(bump,), specular=0.45, roughness=worn, preview=preview)
    return Material(color=color, bumps=(bump,), specular=0.22, roughness=worn, preview=preview)
