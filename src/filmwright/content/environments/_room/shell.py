"""Floor, walls with window openings, ceiling, skirting, panels, frames, curtains, a rug and pictures."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.plan import Opening, Plan
from filmwright.content.kinds import F64
from filmwright.scene.nodes import Mesh, Ray
from filmwright.scene.shade import Bump, Expr, Material, coords, mapping, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, rings, sweep
from filmwright.values import Color

FRONT_M = 9.0  # how far floor, ceiling and side walls run behind the camera
THICK_M = 0.22
OPEN: tuple[Ray, ...] = ("diffuse", "shadow")  # what lets the fill of a stage set in: the ceiling is only to be seen


def build(plan: Plan) -> tuple[Mesh, ...]:
    """All surfaces of the room as meshes."""
    parts: list[tuple[str, Shape, str, bool]] = [
        ("room floor", _sheet(plan), "floor", False),
        ("room left wall", _side(plan, "left"), "wall", False),
        ("room right wall", _side(plan, "right"), "wall", True),
        ("room back wall", _back(plan), "back wall", False),
        (
            "room front wall",
            box((2 * plan.half_m, 0.1, plan.height_m), center=(0, -FRONT_M, plan.height_m / 2)),
            "wall",
            True,
        ),
        (
            "room ceiling",
            box(
                (2 * plan.half_m + 0.4, plan.back_m + FRONT_M, 0.1),
                center=(0, (plan.back_m - FRONT_M) / 2, plan.height_m + 0.05),
            ),
            "ceiling",
            True,
        ),
    ]
    frames = [_frame(plan, w) for w in plan.windows]
    if frames:
        parts.append(("room window frames", join(frames), "trim", False))
    if plan.skirting:
        parts.append(("room skirting", _skirting(plan), "trim", False))
    if plan.tiled_m:
        parts.append(("room tiles", _tiling(plan), "tiles", False))
    if plan.panelled:
        parts.append(("room panels", _panels(plan, plan.panelled[0]), "panels", False))
    if plan.rug:
        x, y, w, d, _ = plan.rug
        parts.append(("room rug", box((w, d, 0.014), center=(x, y, 0.008), bevel=0.006), "rug", False))
    for k, (x, z, w, h, _) in enumerate(plan.pictures):
        parts.append(
            (f"room picture {k}", box((w, 0.008, h), center=(x, plan.back_m - 0.03, z)), f"picture {k}", False)
        )
        parts.append((f"room picture frame {k}", _picture_frame(x, plan.back_m - 0.02, z, w, h), "frame", False))
    for k, window in enumerate(w for w in plan.windows if w.curtains):
        parts.append((f"room curtain {k}", _curtains(plan, window), f"curtain {k}", False))
    seen = [
        things.mesh(name, shape, material).model_copy(update={"hidden_from": OPEN if open_ else ()})
        for name, shape, material, open_ in parts
    ]
    return (*seen, _sun_stop(plan))


def _sun_stop(plan: Plan) -> Mesh:
    """What keeps the sun from coming over the left wall, through the ceiling that light falls through: only shadows know it."""
    high = 8.0
    stop = box(
        (THICK_M, plan.back_m + FRONT_M, high),
        center=(-plan.half_m - THICK_M / 2, (plan.back_m - FRONT_M) / 2, plan.height_m + high / 2),
    )
    return things.mesh("room sun stop", stop, "wall").model_copy(
        update={"hidden_from": ("camera", "diffuse", "glossy", "transmission")}
    )


def _sheet(plan: Plan) -> Shape:
    w = plan.half_m + 0.1
    return box((2 * w, plan.back_m + FRONT_M, 0.1), center=(0, (plan.back_m - FRONT_M) / 2, -0.05))


def _walled(
    length: tuple[float, float], height: float, windows: list[Opening]
) -> list[tuple[float, float, float, float]]:
    """A wall's solid rectangles (u0, u1, z0, z1) around its openings, which do not overlap along it."""
    out: list[tuple[float, float, float, float]] = []
    at = length[0]
    for w in sorted(windows, key=lambda w: w.middle):
        a, b = w.middle - w.width / 2, w.middle + w.width / 2
        out += [(at, a, 0.0, height), (a, b, 0.0, w.sill), (a, b, w.head, height)]
        at = b
    out.append((at, length[1], 0.0, height))
    return [r for r in out if r[1] - r[0] > 1e-3 and r[3] - r[2] > 1e-3]


def _side(plan: Plan, side: str) -> Shape:
    x = (plan.half_m + THICK_M / 2) * (-1 if side == "left" else 1)
    blocks = _walled((-FRONT_M, plan.back_m), plan.height_m, [w for w in plan.windows if w.wall == side])
    return join(box((THICK_M, b - a, z1 - z0), center=(x, (a + b) / 2, (z0 + z1) / 2)) for a, b, z0, z1 in blocks)


def _back(plan: Plan) -> Shape:
    y = plan.back_m + THICK_M / 2
    ends = (-plan.half_m - THICK_M, plan.half_m + THICK_M)
    blocks = _walled(ends, plan.height_m, [w for w in plan.windows if w.wall == "back"])
    return join(box((b - a, THICK_M, z1 - z0), center=((a + b) / 2, y, (z0 + z1) / 2)) for a, b, z0, z1 in blocks)


def _frame(plan: Plan, w: Opening) -> Shape:
    """Casement, mullions and sill, drawn in the wall's own plane and set into it."""
    n, m = w.panes
    tall, z = w.head - w.sill, (w.head + w.sill) / 2
    bars = [
        box((w.width + 0.02, 0.07, 0.06), center=(0, 0, w.sill + 0.03), bevel=0.006),
        box((w.width + 0.02, 0.07, 0.06), center=(0, 0, w.head - 0.03), bevel=0.006),
    ]
    bars += [box((0.06, 0.07, tall), center=(s * (w.width / 2 - 0.03), 0, z), bevel=0.006) for s in (-1, 1)]
    bars += [
        box((0.035 if n > 2 else 0.055, 0.05, tall), center=(-w.width / 2 + k * w.width / n, 0, z), bevel=0.004)
        for k in range(1, n)
    ]
    bars += [box((w.width, 0.045, 0.028), center=(0, 0, w.sill + k * tall / m), bevel=0.004) for k in range(1, m)]
    sill = box((w.width + 0.16, 0.30, 0.035), center=(0, -0.13, w.sill - 0.012), bevel=0.008)
    return _set_in(plan, w, join([*bars, sill]), THICK_M * 0.55)


def _set_in(plan: Plan, w: Opening, shape: Shape, depth: float) -> Shape:
    """A shape drawn along x with the room at -y, put into the window's wall `depth` behind its face."""
    turn = {"left": math.pi / 2, "right": -math.pi / 2, "back": 0.0}[w.wall]
    place = {
        "left": (-plan.half_m - depth, w.middle, 0.0),
        "right": (plan.half_m + depth, w.middle, 0.0),
        "back": (w.middle, plan.back_m + depth, 0.0),
    }[w.wall]
    c, s = math.cos(turn), math.sin(turn)
    return shape.turned(np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])).moved(place)


def _curtains(plan: Plan, w: Opening) -> Shape:
    """Two curtains drawn aside, falling in folds from a rod."""
    made: list[Shape] = []
    top, bottom = w.head + 0.18, 0.03 if w.sill < 1.0 else w.sill - 0.12
    for side in (-1, 1):
        u = np.linspace(0, 1, 49)
        x = side * (w.width / 2 - 0.10 + 0.42 * u)
        rows = []
        for z in np.linspace(bottom, top, 9):
            gather = 0.045 + 0.018 * (top - z) / (top - bottom)
            rows.append(
                np.column_stack([x, -0.12 + gather * np.sin(u * 2 * math.pi * 6 + 0.4 * z + side), np.full_like(x, z)])
            )
        sheet = rings(np.array(rows), around=False, caps=False)
        made += [sheet, sheet.moved((0, -0.004, 0)).mirrored(0).mirrored(0)]
    rod = sweep([(-w.width / 2 - 0.5, -0.12, top + 0.015), (w.width / 2 + 0.5, -0.12, top + 0.015)], 0.014, sides=10)
    return _set_in(plan, w, join([*made, rod]), 0.0)


def _skirting(plan: Plan) -> Shape:
    h, d = 0.10, 0.018
    length = plan.back_m + FRONT_M
    sides = [
        box((d, length, h), center=(s * (plan.half_m - d / 2), (plan.back_m - FRONT_M) / 2, h / 2), bevel=0.004)
        for s in (-1, 1)
    ]
    return join([*sides, box((2 * plan.half_m, d, h), center=(0, plan.back_m - d / 2, h / 2), bevel=0.004)])


def _panels(plan: Plan, high: float) -> Shape:
    """Wainscot on the back and the side walls: fields between stiles, under a cap rail."""
    made: list[Shape] = []
    for wall, half in (("back", plan.half_m), ("left", 0.0), ("right", 0.0)):
        ends = (-half, half) if wall == "back" else (-FRONT_M, plan.back_m)
        openings = [w._replace(head=min(w.head, high)) for w in plan.windows if w.wall == wall and w.sill < high]
        plate = Opening(wall, 0.0)  # type: ignore[arg-type]
        for a, b, z0, z1 in _walled(ends, high, openings):
            drawn = [box((b - a, 0.014, z1 - z0), center=((a + b) / 2, -0.007, (z0 + z1) / 2))]
            if z1 > high - 1e-6:
                drawn.append(box((b - a, 0.05, 0.035), center=((a + b) / 2, -0.022, high), bevel=0.008))
            count = max(1, round((b - a) / 0.62))
            for k in range(count + 1):
                x = a + (b - a) * k / count
                drawn.append(box((0.075, 0.028, z1 - z0), center=(x, -0.014, (z0 + z1) / 2), bevel=0.004))
            for z in (z0 + 0.09, z1 - 0.05):
                drawn.append(box((b - a, 0.027, 0.09), center=((a + b) / 2, -0.014, z), bevel=0.004))
            made.append(_set_in(plan, plate, join(drawn), 0.0))
    return join(made)


def _tiling(plan: Plan) -> Shape:
    d = 0.012
    blocks = _walled(
        (-plan.half_m, plan.half_m),
        plan.tiled_m,
        [w._replace(head=min(w.head, plan.tiled_m)) for w in plan.windows if w.wall == "back"],
    )
    back = [
        box((b - a, d, z1 - z0), center=((a + b) / 2, plan.back_m - d / 2, (z0 + z1) / 2)) for a, b, z0, z1 in blocks
    ]
    return join(back)


def _picture_frame(x: float, y: float, z: float, w: float, h: float) -> Shape:
    t = 0.028
    bars = [box((w + 2 * t, 0.03, t), center=(x, y, z + s * (h + t) / 2), bevel=0.005) for s in (-1, 1)]
    bars += [box((t, 0.03, h), center=(x + s * (w + t) / 2, y, z), bevel=0.005) for s in (-1, 1)]
    return join(bars)


def materials(plan: Plan) -> dict[str, Material]:
    """What the room is made of."""
    faces = {"plaster": _plaster, "brick": _bricks}
    made = {
        "wall": faces[plan.walls](colors.resolve(plan.wall)),
        "back wall": faces[plan.back_wall or plan.walls](colors.resolve(plan.accent or plan.wall)),
        "ceiling": _plaster((0.78, 0.77, 0.74)),
        "floor": _floor(plan),
        "trim": things.made_of("lacquer", (0.74, 0.73, 0.70)).model_copy(update={"coat": 0.25, "coat_roughness": 0.3}),
        "frame": things.made_of("wood", (0.07, 0.05, 0.035)),
        "tiles": _tiles(colors.resolve(plan.tile_color), 0.15),
    }
    if plan.panelled:
        made["panels"] = things.made_of("wood", colors.resolve(plan.panelled[1]))
    if plan.rug:
        made["rug"] = _rug(colors.resolve(plan.rug[4]))
    for k, row in enumerate(plan.pictures):
        made[f"picture {k}"] = _picture(colors.resolve(row[4]), float(k), row[1], row[3])
    for k, window in enumerate(w for w in plan.windows if w.curtains):
        cloth = things.made_of("cotton", colors.resolve(window.curtains or "cream"))
        made[f"curtain {k}"] = cloth.model_copy(update={"translucent": 0.35})
    return {name: m.model_copy(update={"haze": False}) for name, m in made.items()}


def _plaster(color: Color) -> Material:
    roller = noise(scale=90.0, detail=3)
    patches = noise(scale=1.6, detail=4, roughness=0.6)
    return Material(
        color=mix(_times(color, 0.93), _times(color, 1.03), patches),
        roughness=0.85,
        specular=0.2,
        bumps=(Bump(height=roller, strength=0.12, distance_m=0.001),),
        preview=color,
    )


def _floor(plan: Plan) -> Material:
    color = colors.resolve(plan.floor_color)
    if plan.floor == "tiles":
        return _tiles(color, 0.32)
    if plan.floor == "carpet":
        return things.made_of("felt", color)
    if plan.floor == "concrete":
        stain = noise(scale=1.1, detail=7, roughness=0.62)
        return Material(
            color=mix(_times(color, 0.72), _times(color, 1.1), stain),
            roughness=0.5 + stain * 0.25,
            specular=0.4,
            preview=color,
        )
    if plan.floor == "rubber":
        return _rubber(color)
    if plan.floor == "linoleum":
        return _linoleum(color)
    planks = _planks(color)
    return _splashed(planks) if plan.floor == "splashed" else planks


def _planks(color: Color, wide_m: float = 0.14) -> Material:
    """Oiled boards along y."""
    spot = coords()
    grain = noise(mapping(spot, scale=(38.0, 2.2, 1.0)), scale=1.0, detail=5, roughness=0.6)
    turned = mapping(spot, rotation=(0.0, 0.0, math.pi / 2))
    plank = op(
        "brick",
        turned,
        (0.0, 0.0, 0.0),
        (1.0, 1.0, 1.0),
        (0.5, 0.5, 0.5),
        1.0,
        mortar=0.0012,
        width=1.6,
        height=wide_m,
        bias=0.0,
    )
    joint = Expr(
        op="brick",
        args=(turned, 0.0, 0.0, 1.0, 1.0),
        params={"mortar": 0.0014, "width": 1.6, "height": wide_m, "mask": True},
    )
    tone = op("x", plank) * 0.38 + grain * 0.62
    return Material(
        color=mix(mix(_times(color, 0.6), _times(color, 1.25), tone), _times(color, 0.22), joint),
        roughness=0.30 + grain * 0.16,
        specular=0.42,
        bumps=(Bump(height=op("sub", grain * 0.3, joint), strength=0.25, distance_m=0.0015),),
        preview=color,
    )


def _splashed(planks: Material) -> Material:
    """Boards that much was painted over: drops and smears of many colors, worn grey in between."""
    color = planks.color
    for k, (paint, size, share) in enumerate(
        (
            ((0.70, 0.68, 0.62), 5.0, 0.69), ((0.62, 0.10, 0.05), 9.0, 0.72), ((0.06, 0.16, 0.42), 11.0, 0.72),
            ((0.75, 0.48, 0.06), 14.0, 0.73), ((0.04, 0.24, 0.14), 16.0, 0.74), ((0.03, 0.03, 0.03), 13.0, 0.74),
        )
    ):  # fmt: skip
        here = mapping(coords(), offset=(3.1 * k, 7.7 * k, 0.0))
        drops = noise(here, scale=size, detail=1.5, distortion=0.8)
        where = noise(here, scale=0.9, detail=1.0)
        color = mix(color, paint, remap(drops + (where - 0.5) * 0.35, share, share + 0.02, 0.0, 0.85))
    return planks.model_copy(update={"color": color, "roughness": 0.55})


def _rubber(color: Color) -> Material:
    """Granulated rubber mats a metre wide, with chips of other colors."""
    size = {"mortar": 0.003, "width": 1.0, "height": 1.0, "offset": 0.0}
    joint = Expr(op="brick", args=(coords(), 0.0, 0.0, 1.0, 1.0), params=size | {"mask": True})
    chips = noise(scale=170.0, detail=0.0)
    blue, pale = remap(chips, 0.70, 0.73), remap(chips, 0.30, 0.27)
    speckled = mix(mix(color, (0.10, 0.20, 0.34), blue), (0.26, 0.27, 0.27), pale)
    return Material(
        color=mix(speckled, _times(color, 0.3), joint), roughness=0.72, specular=0.35,
        bumps=(Bump(height=op("sub", chips * 0.5, joint), strength=0.3, distance_m=0.001),), preview=color,
    )  # fmt: skip


def _linoleum(color: Color) -> Material:
    """Marbled linoleum in broad sheets, polished."""
    flow = noise(mapping(coords(), scale=(9.0, 3.0, 1.0)), scale=1.6, detail=6, roughness=0.65, distortion=0.6)
    seam = remap(op("abs", op("sub", op("fract", op("x", coords()) * 0.5), 0.5)), 0.0, 0.0012, 1.0, 0.0)
    return Material(
        color=mix(mix(_times(color, 0.78), _times(color, 1.14), flow), _times(color, 0.5), seam),
        roughness=0.16 + noise(scale=2.0, detail=3) * 0.14, specular=0.45, preview=color,
    )  # fmt: skip


def _bricks(color: Color) -> Material:
    """Old bricks, each its own tone, with pale joints."""
    spot = coords()
    flat = op("combine", op("add", op("x", spot), op("y", spot)), op("z", spot), 0.0)
    size = {"mortar": 0.007, "width": 0.25, "height": 0.075, "offset": 0.5}
    shade = Expr(op="brick", args=(flat, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.5, 0.5, 0.5), 1.0), params=size)
    joint = Expr(op="brick", args=(flat, 0.0, 0.0, 1.0, 1.0), params=size | {"mask": True})
    rough = noise(scale=28.0, detail=5, roughness=0.65)
    soot = noise(scale=0.9, detail=4)
    tone = mix(_times(color, 0.55), _times(color, 1.35), op("x", shade) * 0.75 + rough * 0.25)
    return Material(
        color=mix(mix(tone, _times(color, 0.45), remap(soot, 0.5, 0.72)), mix(_times(color, 0.8), (0.16, 0.15, 0.13), 0.5), joint),
        roughness=0.85, specular=0.25,
        bumps=(Bump(height=op("sub", rough * 0.45, joint), strength=0.75, distance_m=0.006),), preview=color,
    )  # fmt: skip


def _tiles(color: Color, side_m: float) -> Material:
    spot = coords()
    flat = op("combine", op("x", spot), op("add", op("y", spot), op("z", spot)), 0.0)
    size = {"mortar": 0.0025, "width": side_m, "height": side_m, "offset": 0.0}
    dark, light, middle = ((k, k, k) for k in (0.25, 0.75, 0.5))
    shade = Expr(op="brick", args=(flat, dark, light, middle, 1.0), params=size)
    joint = Expr(op="brick", args=(flat, 0.0, 0.0, 1.0, 1.0), params=size | {"mask": True})
    return Material(
        color=mix(mix(_times(color, 0.95), _times(color, 1.04), op("x", shade)), (0.42, 0.41, 0.39), joint),
        roughness=remap(joint, 0.0, 1.0, 0.16, 0.8),
        specular=0.5,
        bumps=(Bump(height=op("sub", 1.0, joint), strength=0.5, distance_m=0.0015),),
        preview=color,
    )


def _rug(color: Color) -> Material:
    spot = coords("rest")
    pile = noise(spot, scale=260.0, detail=3)
    border = op("sin", op("x", spot) * 24.0) * op("sin", op("y", spot) * 24.0)
    return Material(
        color=mix(mix(_times(color, 0.75), _times(color, 1.2), pile), _times(color, 1.7), remap(border, 0.55, 0.75, 0.0, 0.55)),
        roughness=0.95, specular=0.1, sheen=0.25, bumps=(Bump(height=pile, strength=0.8, distance_m=0.006),), preview=color,
    )  # fmt: skip


def _picture(color: Color, seed: float, middle_m: float, tall_m: float) -> Material:
    """A painting of land under a sky in its color: clouds above, ranges of hills one behind the other, each with its own line."""
    place = coords("rest")
    across, up = op("add", op("x", place), 5.3 * seed), (op("z", place) - middle_m) / tall_m
    strokes = noise(mapping(place, scale=(26.0, 26.0, 70.0)), scale=1.0, detail=2.0)
    cloud = noise(op("combine", across * 3.0, up * 4.0, 3.1 * seed), scale=1.0, detail=3.0)
    pale, deep = _mixed(color, (0.86, 0.80, 0.68), 0.72), _mixed(color, (0.03, 0.035, 0.05), 0.55)
    painted: Expr = mix(pale, (0.93, 0.89, 0.80), remap(cloud, 0.44, 0.62))
    for k, base in enumerate(
        (0.14, 0.0, -0.16, -0.34)
    ):  # far to near, as shares of the picture's height from its middle
        line = noise(op("combine", across * (2.2 + 1.3 * k), 1.7 * k + seed, 0.0), scale=1.0, detail=3.0)
        hill = remap(op("sub", (line - 0.5) * 0.62 + base, up), 0.0, 0.012)
        painted = mix(painted, _mixed(pale, deep, 0.25 + 0.25 * k), hill)
    return Material(
        color=mix(painted, _mixed(color, (1.0, 0.95, 0.85), 0.5), remap(strokes, 0.55, 0.85, 0.0, 0.22)),
        roughness=0.42,
        specular=0.25,
        bumps=(Bump(height=strokes, strength=0.25, distance_m=0.002),),
        preview=color,
    )


def _mixed(one: Color, two: Color, share: float) -> Color:
    return (
        one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share, one[2] + (two[2] - one[2]) * share,
    )  # fmt: skip


def _times(color: Color, factor: float) -> Color:
    return (min(1.0, color[0] * factor), min(1.0, color[1] * factor), min(1.0, color[2] * factor))


def room_box(plan: Plan) -> F64:
    """Circles (n, 3) along the walls that nobody may walk or film through."""
    rows = [(s * (plan.half_m + 0.3), y, 0.4) for s in (-1, 1) for y in np.arange(-4.0, plan.back_m, 0.5)]
    rows += [(x, plan.back_m + 0.3, 0.4) for x in np.arange(-plan.half_m, plan.half_m, 0.5)]
    return np.array(rows)
