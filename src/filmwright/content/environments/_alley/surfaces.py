"""What a back alley is made of: worn brick, wet asphalt with puddles, rusty iron, painted steel, plastic bags, steam."""

from __future__ import annotations

from filmwright.content.environments import _patterns
from filmwright.content.environments._town.surfaces import grey, on_wall, upright
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, noise, op, remap

BRICK_M = (0.225, 0.0775)  # a brick and its joint, along and up


def materials(glow: float, wet: float) -> dict[str, Material]:
    """All materials of an alley; `glow` 0..1 is how much its lamps and windows shine, `wet` 0..1 how much of the ground is under water."""
    plain = {"specular": 0.0, "roughness": 0.9}
    tint = attribute("tint")
    near = remap(op("camera_distance"), 3.0, 40.0, 1.0, 0.0)
    wide, run, fine = on_wall("turf", 4.3), on_wall("turf", 0.7, tall_m=6.0), on_wall("turf", 0.9)
    high = op("z", coords())
    soot = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.62, 1.16)
    streaks = remap(op("x", run), 0.05, 0.65, 0.76, 1.04)
    damp = remap(high + op("z", wide) * 0.9, 0.2, 1.5, 0.55, 1.0)
    grime = soot * streaks * damp * remap(op("y", fine), 0.2, 0.8, 0.86, 1.12)
    joint, stone = _brick()
    bricks = cmul(
        cmul(tint, grey(remap(stone, 0.0, 1.0, 0.70, 1.24))),
        mix((1.1, 0.95, 0.9), (0.88, 1.02, 1.06), op("fract", stone * 7.3)),
    )
    lime = (
        remap(op("z", wide), 0.62, 0.78) * remap(op("y", fine), 0.3, 0.7) * 0.35
    )  # salt that has come out of the wall
    face = mix(mix(bricks, cmul(tint, (0.85, 0.9, 0.95)), joint * 0.85), (0.42, 0.40, 0.37), lime)
    worn = mix(face, cmul(tint, (1.5, 1.45, 1.4)), remap(op("x", fine) + op("z", wide), 1.25, 1.5) * 0.35)
    flaked = remap(op("x", fine) * 0.5 + op("z", wide), 0.95, 1.05)
    lines = op("x", on_wall("turf", 2.2))
    rust = remap(lines + op("y", fine) * 0.35, 0.72, 0.95)
    painted = mix(
        cmul(tint, grey(remap(op("y", fine), 0.2, 0.8, 0.8, 1.15) * streaks)), (0.14, 0.055, 0.022), rust * 0.75
    )
    ribs = remap(op("fract", high * 11.0), 0.0, 0.25, 0.45, 1.0)

    # The towers of the city: rows of windows, some of them lit.
    aside, up = upright()
    cell, floor = aside * 0.5, up * 0.3
    glass = remap(op("fract", cell), 0.12, 0.16) * remap(op("fract", floor), 0.3, 0.34)
    office = op("white_noise", op("combine", op("floor", cell), op("floor", floor), 5.0))

    def shining(strength: float, light: Value) -> dict[str, Value]:
        return {"emission": light, "emission_strength": strength * glow} if glow > 0 else {}

    return {
        "road_asphalt": _asphalt(near, wet),
        "brick": Material(
            color=cmul(worn, grey(grime)), bumps=(Bump(height=1.0 - joint + op("y", fine) * 0.4, strength=near * 0.8, distance_m=0.012),),
            preview=(0.16, 0.075, 0.05), **plain,
        ),
        "painted_brick": Material(
            color=mix(cmul(tint, grey(grime * (1.0 - joint * 0.25))), cmul(bricks, (0.35, 0.16, 0.11)), flaked),
            bumps=(Bump(height=1.0 - joint, strength=near * 0.5, distance_m=0.01),), preview=(0.3, 0.31, 0.3), **plain,
        ),
        "concrete": Material(color=cmul(tint, grey(grime)), preview=(0.25, 0.245, 0.235), **plain),
        "iron": Material(color=mix(tint, (0.10, 0.042, 0.02), rust * 0.6), roughness=0.55, specular=0.4),
        "steel": Material(color=painted, roughness=0.42, specular=0.4, preview=(0.06, 0.12, 0.09)),
        "shutter": Material(color=cmul(painted, grey(ribs)), roughness=0.5, specular=0.3, preview=(0.2, 0.2, 0.2)),
        "zinc": Material(color=cmul(tint, grey(streaks)), roughness=0.4, specular=0.5),
        "plastic": Material(
            color=tint, roughness=0.28, specular=0.5, preview=(0.02, 0.02, 0.022),
            bumps=(Bump(height=noise(coords(), scale=13.0, detail=3.0, roughness=0.6), strength=0.8, distance_m=0.05),),
        ),
        "card": Material(color=cmul(tint, grey(remap(op("y", fine), 0.2, 0.8, 0.85, 1.1))), preview=(0.35, 0.24, 0.14), **plain),
        "window": Material(color=tint, roughness=0.06, specular=0.6, **shining(0.8, attribute("lit"))),
        "bulb": Material(color=tint, roughness=0.3, **shining(9.0, attribute("lit"))),
        "sign": Material(color=tint, roughness=0.4, specular=0.3, **shining(1.6, attribute("lit"))),
        "letters": Material(color=(0.7, 0.68, 0.62), roughness=0.5, specular=0.3, **shining(1.3, (1.0, 0.12, 0.07))),
        "tower": Material(
            color=mix(tint, (0.02, 0.024, 0.03), glass), preview=(0.1, 0.1, 0.11),
            **shining(0.55, cmul((1.0, 0.74, 0.45), grey(glass * remap(office, 0.62, 1.0)))), **plain,
        ),
        "steam": _steam(glow),
    }  # fmt: skip


def _brick() -> tuple[Expr, Expr]:
    """1 in the joints of a running bond, and a number 0..1 for each brick."""
    along, up = upright()
    course = up * (1 / BRICK_M[1])
    row = op("floor", course)
    bed = op("fract", course)
    place = along * (1 / BRICK_M[0]) + op("fract", row * 0.5)
    head = op("fract", place)
    mortar = op("max", remap(bed, 0.14, 0.06), remap(head, 0.055, 0.02))
    return mortar, op("white_noise", op("combine", op("floor", place), row, 3.0))


def _asphalt(near: Expr, wet: float) -> Material:
    """Patched asphalt, black where it is wet; in the puddles along the drain it mirrors."""
    wide, fine = _patterns.laid("turf", 7.0, turn_rad=0.3), _patterns.laid("turf", 1.3)
    grit = 1.0 + (remap(op("y", fine), 0.25, 0.75, 0.65, 1.4) - 1.0) * near
    patch = remap(op("x", wide), 0.3, 0.7, 0.75, 1.2)
    dry = cmul((0.082, 0.080, 0.078), grey(grit * patch))
    low = attribute("low")  # 1 in the drain, 0 at the walls
    pool = remap(op("x", low) * 0.55 + op("x", wide) * 0.75 + op("z", wide) * 0.3, 1.16 - 0.32 * wet, 1.24 - 0.32 * wet)
    film = remap(op("x", low) * 0.4 + op("z", wide) * 0.9, 0.62 - 0.5 * wet, 1.15 - 0.4 * wet)
    color = mix(mix(dry, cmul(dry, (0.5, 0.5, 0.52)), film), (0.010, 0.010, 0.011), pool)
    rough = mix(mix(grey(0.85), grey(0.36), film), grey(0.03), pool)
    return Material(
        color=color, roughness=op("x", rough), specular=0.5,
        bumps=(Bump(height=op("y", fine), strength=(1.0 - pool) * near * 0.6, distance_m=0.012),), preview=(0.05, 0.05, 0.05),
    )  # fmt: skip


def _steam(glow: float) -> Material:
    """Vapor that rises and thins out, lit by what shines; only the camera sees it. `panel` is the place on its card, 0..1."""
    panel, p, time = attribute("panel"), coords(), op("time")
    u, v = op("x", panel), op("y", panel)
    drift = op("combine", op("x", p) + time * 0.1, op("y", p), op("z", p) - time * 0.5)
    cloud = remap(noise(drift, scale=0.9, detail=3.0, roughness=0.55), 0.38, 0.72, smooth=True)
    across = remap(1.0 - op("abs", u - 0.5) * 2.0, 0.0, 0.9, smooth=True)
    rise = remap(v, 0.0, 0.2, smooth=True) * remap(v, 0.3, 1.0, 1.0, 0.0, smooth=True)
    strength = cloud * across * rise * op("ray", kind="camera") * (1.0 if glow > 0.5 else 0.5)
    return Material(
        model="glow", emission=attribute("tint"), emission_strength=strength, haze=False, preview=(0.1, 0.09, 0.08)
    )
