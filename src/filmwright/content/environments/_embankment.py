"""A paved bank along a river: the terrace with its parapet and lamps on the right, the water on the left; the far bank is the place's
own. It runs along +Y; parts are gathered in a `Masonry`, lamplight on the paving is the attribute `pool`."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments import _patterns, _planting, _water
from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.kinds import F64, HeroLamp, Mark
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.values import Color

WATER_Z = -3.0
EDGE_X = -2.4  # of the terrace, over the water
START_Y, END_Y = -34.0, 190.0
MARK = (0.7, 0.0)
LAMP_M = 4.1
_STONE: Color = (0.40, 0.375, 0.325)
_IRON: Color = (0.014, 0.017, 0.016)
_LAMP: Color = (1.0, 0.68, 0.38)
GLOW = {"dawn": 0.5, "golden_hour": 0.25, "dusk": 0.8, "blue_hour": 1.0, "night": 1.0}
"""How much the lights of lamps and windows shine at an hour; chosen."""


def lamps(every_m: float = 14.0) -> F64:
    """Where the lamps along the parapet shine, (n, 3)."""
    y = np.arange(START_Y + 2.0, END_Y - 30.0, every_m)
    return np.column_stack([np.full(len(y), EDGE_X + 0.75), y, np.full(len(y), LAMP_M)])


def pool(points: F64) -> F64:
    """How much lamplight (n,) falls on points (n, 3), about 1 below a lamp."""
    total = np.zeros(len(points))
    for lamp in lamps():
        away = np.linalg.norm(points - lamp, axis=1)
        total += LAMP_M**2 / np.maximum(away, 1.0) ** 2 * np.clip((lamp[2] - points[:, 2] + 1.0) / 2.0, 0.0, 1.0)
    return total


def terrace(back_x: float) -> Mesh:
    """The paving from the edge to `back_x`."""
    made = shapes.grid(np.linspace(EDGE_X, back_x, 17), np.arange(START_Y, END_Y + 0.1, 0.8), 0.0)
    return _planting.node("ground", made.with_data("pool", pool(made.points)), "paving")


def river(far_x: float) -> Mesh:
    """The water, to far beyond the other bank."""
    made = shapes.grid(
        [far_x, far_x / 2, -60.0, -20.0, EDGE_X + 0.4], [-300.0, -40.0, 60.0, 300.0, 900.0, 2600.0], WATER_Z
    )
    return _planting.node("water", made, "water")


def edge(masonry: Masonry) -> None:
    """The wall down to the water and its coping."""
    long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
    wall = shapes.box((0.6, long, 4.6), center=(EDGE_X + 0.3, middle, -2.36))
    masonry.add("quay_wall", wall, _STONE)
    masonry.add("coping", shapes.box((0.72, long, 0.2), center=(EDGE_X + 0.28, middle, 0.1), bevel=0.03), _STONE)


def balustrade(masonry: Masonry, high_m: float = 1.0) -> None:
    """Turned balusters between piers, under a rail, all of stone."""
    x = EDGE_X + 0.28
    profile = [(0.06, 0.0), (0.075, 0.05), (0.05, 0.12), (0.085, 0.30), (0.045, 0.52), (0.07, 0.58), (0.07, 0.64)]
    one = shapes.lathe(profile, sides=8, caps=False).scaled((1, 1, (high_m - 0.38) / 0.64))
    near = [one.moved((x, float(y), 0.2)) for y in np.arange(-14.0, 46.0, 0.26)]
    coarse = shapes.box((0.11, 0.12, high_m - 0.38), center=(x, 0, 0.2 + (high_m - 0.38) / 2))
    far = [coarse.moved((0, float(y), 0)) for y in (*np.arange(START_Y, -14.0, 0.3), *np.arange(46.0, END_Y, 0.3))]
    masonry.add("coping", shapes.join([*near, *far]), _STONE)
    long, middle = END_Y - START_Y, (START_Y + END_Y) / 2
    masonry.add("coping", shapes.box((0.34, long, 0.16), center=(x, middle, high_m - 0.1), bevel=0.03), _STONE)
    piers = [
        shapes.box((0.42, 0.62, high_m + 0.1), center=(x, float(y), (high_m + 0.1) / 2), bevel=0.03)
        for y in np.arange(START_Y + 4.0, END_Y, 3.5)
    ]
    masonry.add("coping", shapes.join(piers), _STONE)


def railing(masonry: Masonry) -> None:
    """Iron posts with two rails between them."""
    x = EDGE_X + 0.3
    post = shapes.lathe([(0.06, 0.2), (0.045, 0.3), (0.035, 1.05), (0.06, 1.1), (0.045, 1.18), (0.0, 1.22)], sides=8)
    masonry.add("iron", shapes.join(post.moved((x, float(y), 0)) for y in np.arange(START_Y, END_Y, 1.75)), _IRON)
    for z in (0.58, 1.02):
        masonry.add("iron", shapes.sweep([(x, START_Y, z), (x, END_Y, z)], 0.026, sides=8), _IRON)


def light_posts(masonry: Masonry, globes: int) -> F64:
    """Cast-iron lamps along the parapet, with one globe or three; and what of them stands in the way (n, 3)."""
    profile = [(0.19, 0.0), (0.18, 0.4), (0.10, 0.55), (0.075, 1.5), (0.055, 3.6), (0.09, 3.68), (0.05, LAMP_M - 0.2)]
    post = shapes.lathe(profile, sides=12)
    arm = shapes.sweep(
        shapes.curve([(0, 0, 3.3), (0, 0.35, 3.25), (0, 0.55, 3.45), (0, 0.55, 3.62)], 12), 0.025, sides=6
    )
    arms = [arm, arm.turned(shapes.rotation(z=np.pi))] if globes == 3 else []
    iron = shapes.join([post, *arms])
    ball = shapes.ball(0.21, sides=18, levels=12)
    at = [(0.0, 0.0, LAMP_M)] + ([(0.0, s * 0.55, 3.82) for s in (-1, 1)] if globes == 3 else [])
    glass = shapes.join(ball.moved(p) for p in at)
    for x, y, _ in lamps():
        masonry.add("iron", iron.moved((x, y, 0.0)), _IRON)
        masonry.add("lantern", glass.moved((x, y, 0.0)), (0.66, 0.64, 0.58), lit=(1.0, 0.72, 0.42))
    return np.column_stack([lamps()[:, :2], np.full(len(lamps()), 0.3)])


def bollards(masonry: Masonry, ys: tuple[float, ...]) -> F64:
    """Cast-iron bollards with a mooring ring before each, at the edge; and what of them stands in the way (n, 3)."""
    profile = [
        (0.20, 0.0),
        (0.20, 0.05),
        (0.13, 0.09),
        (0.115, 0.30),
        (0.19, 0.38),
        (0.19, 0.44),
        (0.10, 0.49),
        (0.0, 0.50),
    ]
    one = shapes.lathe(profile, sides=20)
    a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    ring = shapes.sweep(
        np.column_stack([0.13 * np.cos(a), 0.13 * np.sin(a), np.full(20, 0.225)]), 0.016, sides=6, closed=True
    )
    x = EDGE_X + 0.42
    for y in ys:
        masonry.add(
            "iron", shapes.join([one.moved((x, y, 0.2)), ring.moved((x + 0.05, y - 0.55, 0.0))]), (0.03, 0.03, 0.032)
        )
    return np.array([(x, y, 0.3) for y in ys])


def benches(masonry: Masonry, x: float, ys: tuple[float, ...]) -> F64:
    """Slatted benches that look over the water, and what of them stands in the way (n, 3)."""
    for y in ys:
        slats = [shapes.box((0.09, 1.8, 0.035), center=(x + d, y, 0.45), bevel=0.01) for d in (-0.2, -0.09, 0.02, 0.13)]
        slats += [
            shapes.box((0.03, 1.8, 0.09), center=(x + 0.24 + 0.02 * k, y, 0.60 + 0.13 * k), bevel=0.01)
            for k in range(3)
        ]
        masonry.add("wood", shapes.join(slats), (0.16, 0.085, 0.04))
        feet = [shapes.box((0.5, 0.05, 0.06), center=(x, y + s * 0.75, 0.4), bevel=0.01) for s in (-1, 1)]
        feet += [
            shapes.box((0.06, 0.05, 0.42), center=(x + d, y + s * 0.75, 0.2)) for s in (-1, 1) for d in (-0.2, 0.22)
        ]
        feet += [shapes.box((0.05, 0.05, 0.5), center=(x + 0.27, y + s * 0.75, 0.66)) for s in (-1, 1)]
        masonry.add("iron", shapes.join(feet), _IRON)
    return np.array([(x, y + d, 0.4) for y in ys for d in (-0.6, 0.0, 0.6)])


def blocked(back_x: float) -> F64:
    """What nobody walks or films through (n, 3): the parapet and the wall behind."""
    y = np.arange(START_Y, END_Y, 0.8)
    return np.concatenate(
        [np.column_stack([np.full(len(y), x), y, np.full(len(y), 0.35)]) for x in (EDGE_X + 0.2, back_x)]
    )


def marks(
    view_yaw_rad: float, back_m: float, afloat: tuple[float, float], sailed: tuple[tuple[float, float], ...]
) -> tuple[Mark, ...]:
    """On the terrace, walking towards the camera; and on the river, where boats come by."""
    y = np.arange(26.0, -12.0, -1.0)
    ashore = Mark(
        position=(*MARK, 0.0), view_yaw_rad=view_yaw_rad, path=tuple((MARK[0] + 0.02 * float(a), float(a)) for a in y), back_m=back_m,
        radius_m=1.4,
    )  # fmt: skip
    return ashore, Mark(
        position=(*afloat, WATER_Z), view_yaw_rad=view_yaw_rad, kind="water", path=sailed, back_m=16.0, radius_m=3.0
    )


def height(x: F64, y: F64) -> F64:
    """Height of what one stands on in metres: the terrace, or the bed of the river."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    return np.where(x >= EDGE_X, 0.0, WATER_Z - 3.0)


def hero_lamps(found: tuple[HeroLamp, ...], glow: float) -> tuple[HeroLamp, ...]:
    """After dark the lamps of the bank find the hero: warm, from behind and from the town."""
    if glow < 0.7:
        return found
    return (*found, HeroLamp("bank lamp", -2.3, 0.6, 5.0, 1.0, 240.0 * glow, (1.0, 0.70, 0.42)),
            HeroLamp("town", 0.9, 0.25, 5.0, 2.0, 130.0 * glow, (1.0, 0.76, 0.52)))  # fmt: skip


def _grey(level: Value) -> Expr:
    return op("combine", level, level, level)


def materials(
    glow: float, wind: float, leaf: Color, *, flooded: float = 0.0, deep: Color = (0.012, 0.030, 0.026)
) -> dict[str, Material]:
    """What the bank and its houses are made of. It takes the images "turf" and "foam". `flooded`: how bright the walls of houses are lit
    from below after dark."""
    plain: dict[str, Value] = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    wide, fine = _patterns.laid("turf", 11.0, turn_rad=0.3), _patterns.laid("turf", 1.7)
    near = remap(op("camera_distance"), 5.0, 55.0, 1.0, 0.0)
    grit = remap(op("y", fine), 0.25, 0.75, 0.78, 1.22)
    stain = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.76, 1.2)
    across, up = op("x", coords()) + op("y", coords()), op("z", coords())
    soot = _patterns.repeated("turf", op("combine", across * (1 / 7.0), up * (1 / 7.0), 0.0))
    weather = _grey(remap(op("x", soot) * 0.55 + op("z", soot) * 0.45, 0.2, 0.8, 0.80, 1.14))
    wall = cmul(tint, weather)
    slabs = op(
        "brick",
        coords(),
        (1.10, 1.08, 1.04),
        (0.82, 0.83, 0.84),
        (0.42, 0.41, 0.39),
        1.0,
        mortar=0.008,
        width=0.9,
        height=0.45,
        offset=0.5,
    )
    paving = cmul(
        cmul((0.235, 0.225, 0.205), mix((0.92, 0.92, 0.9), slabs, remap(op("camera_distance"), 9.0, 40.0, 1.0, 0.2))),
        _grey(stain * grit),
    )
    courses = op(
        "brick",
        op("combine", across, up, 0.0),
        (1.10, 1.07, 1.0),
        (0.78, 0.78, 0.78),
        (0.45, 0.45, 0.43),
        1.0,
        mortar=0.014,
        width=1.1,
        height=0.42,
        offset=0.5,
    )
    weed = remap(up + op("z", soot) * 0.5, WATER_Z + 0.3, WATER_Z + 0.95, smooth=True)
    worn = op("x", wide) * 0.5 + op("z", fine) * 0.5

    def lit(color: Value) -> dict[str, Value]:
        if glow <= 0:
            return {}
        return {"emission": cmul(cmul(color, _LAMP), _grey(attribute("pool"))), "emission_strength": 0.32 * glow}

    def shining(strength: float) -> dict[str, Value]:
        return {"emission": attribute("lit"), "emission_strength": strength * glow} if glow > 0 else {}

    washed: dict[str, Value] = {}
    if glow > 0 and flooded > 0:
        rising = op("exp", up * (-1 / 15.0)) * 1.3 + 0.12
        washed = {"emission": cmul(cmul(wall, (1.0, 0.66, 0.30)), _grey(rising)), "emission_strength": flooded * glow}
    return {
        "paving": Material(
            color=paving, roughness=remap(worn, 0.3, 0.7, 0.5, 0.85), specular=0.25,
            bumps=(Bump(height=op("y", fine), strength=near * 0.4, distance_m=0.01),), preview=(0.23, 0.22, 0.2), **lit(paving),
        ),
        "coping": Material(color=wall, **plain),
        "quay_wall": Material(
            color=mix((0.022, 0.027, 0.012), cmul(cmul(tint, courses), weather), weed), roughness=0.85, specular=0.2,
            preview=(0.28, 0.26, 0.22),
        ),
        "wall": Material(color=wall, **plain, **washed),
        "brick": Material(color=wall, **plain, **washed),
        "trim": Material(color=wall, **plain, **washed),
        "roof": Material(color=wall, roughness=0.6, specular=0.3),
        "iron": Material(color=tint, roughness=0.5, specular=0.4),
        "paint": Material(color=tint, roughness=0.4, specular=0.4),
        "cloth": Material(color=tint, translucent=0.35, **plain),
        "wood": Material(color=cmul(tint, _grey(grit)), roughness=0.6, specular=0.3),
        "window": Material(color=tint, roughness=0.03, specular=0.62, **shining(0.8)),
        "shop_window": Material(color=tint, roughness=0.03, specular=0.55, **shining(0.5)),
        "lantern": Material(color=tint, specular=0.3, roughness=0.4, **shining(6.0)),
        "leaves": Material(color=tint, translucent=0.3, preview=leaf, **plain),
        "bark": Material(color=(0.10, 0.085, 0.065), **plain),
        "water": _water.basin(wind, deep=deep),
    }  # fmt: skip
