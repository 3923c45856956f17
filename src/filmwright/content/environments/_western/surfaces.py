"""What a frontier town is made of: weathered boards, shingles, planks, sailcloth, glass, and the dust of its street."""

from __future__ import annotations

from filmwright.content.environments import _patterns
from filmwright.content.environments._town.surfaces import grey, on_wall, upright
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, op, remap
from filmwright.values import Color

BOARD_M = 0.17  # height of a clapboard
_DUST: Color = (0.39, 0.295, 0.195)


def materials(glow: float) -> dict[str, Material]:
    """All materials of the town; `glow` 0..1 is how much its windows and lanterns shine."""
    plain = {"specular": 0.0, "roughness": 0.92}
    tint = attribute("tint")
    near = remap(op("camera_distance"), 4.0, 55.0, 1.0, 0.0)
    grain = op("y", on_wall("turf", 2.6, tall_m=0.2))

    def shining(strength: float, light: Value) -> dict[str, Value]:
        return {"emission": light, "emission_strength": strength * glow} if glow > 0 else {}

    return {
        "siding": _siding(tint, near, grain, plain),
        "shingles": _shingles(tint),
        "planks": Material(color=cmul(tint, grey(_wood())), bumps=(Bump(height=_wood(), strength=near * 0.4, distance_m=0.01),), **plain),
        "trim": Material(color=cmul(tint, grey(remap(grain, 0.2, 0.8, 0.68, 1.22))), preview=(0.4, 0.36, 0.3), **plain),
        "board": Material(color=cmul(tint, grey(remap(grain, 0.25, 0.75, 0.6, 1.2))), preview=(0.4, 0.35, 0.28), **plain),
        "log": Material(color=cmul(tint, grey(_wood())), bumps=(Bump(height=_wood(), strength=near * 0.5, distance_m=0.012),), **plain),
        "iron": Material(color=tint, roughness=0.6, specular=0.35),
        "canvas": Material(color=tint, translucent=0.3, preview=(0.6, 0.55, 0.45), **plain),
        "cloth": Material(color=tint, translucent=0.1, **plain),
        "window": Material(color=tint, roughness=0.06, specular=0.5, **shining(0.75, attribute("lit"))),
        "lantern": Material(color=tint, specular=0.3, roughness=0.4, **shining(9.0, attribute("lit"))),
        "water": Material(color=tint, roughness=0.03, specular=0.5),
        "dark letters": Material(color=(0.035, 0.028, 0.024), **plain),
        "pale letters": Material(color=(0.52, 0.45, 0.30), **plain),
        "dirt": _dirt(near, plain),
        "leaves": Material(color=tint, translucent=0.3, preview=(0.055, 0.075, 0.022), **plain),
        "bark": Material(color=tint, preview=(0.08, 0.065, 0.05), **plain),
        "grass": Material(color=tint, translucent=0.3, preview=(0.35, 0.26, 0.1), **plain),
    }  # fmt: skip


def _wood() -> Expr:
    spot = op("combine", op("x", coords()) * 0.9 + op("z", coords()) * 0.35, op("y", coords()) * 2.8, 0.0)
    return remap(op("y", _patterns.repeated("turf", spot)), 0.2, 0.8, 0.66, 1.3)


def _siding(tint: Expr, near: Expr, grain: Expr, plain: dict[str, float]) -> Material:
    """Clapboards, each of its own shade, their paint worn off in patches, streaked by rain, dusty at the foot."""
    along, up = upright()
    row = up * (1 / BOARD_M)
    shift = op("fract", op("floor", row) * 0.37)
    own = op("white_noise", op("combine", op("floor", row), op("floor", along * (1 / 3.4) + shift), 4.0))
    lap = op("fract", row)
    groove = remap(lap, 0.0, 0.14, 0.40, 1.0)
    butt = remap(op("abs", op("fract", along * (1 / 3.4) + shift) - 0.5), 0.494, 0.499, 1.0, 0.6)
    worn = remap(op("x", on_wall("turf", 3.6)) * 0.55 + grain * 0.45, 0.52, 0.66)
    bare = cmul((0.30, 0.265, 0.22), grey(remap(grain, 0.2, 0.8, 0.62, 1.2)))
    streak = remap(op("x", on_wall("turf", 0.8, tall_m=6.0)), 0.15, 0.6, 0.78, 1.04)
    painted = cmul(tint, grey(remap(own, 0.0, 1.0, 0.80, 1.16)))
    color = cmul(mix(painted, bare, worn * 0.8), grey(groove * butt * streak))
    dusty = remap(op("z", coords()), 0.1, 1.5, 0.55, 0.0)
    color = mix(color, cmul(_DUST, grey(groove)), dusty * remap(grain, 0.3, 0.7, 0.6, 1.0))
    return Material(
        color=color, bumps=(Bump(height=lap, strength=near * 0.8, distance_m=0.02),), preview=(0.33, 0.27, 0.2), **plain
    )


def _shingles(tint: Expr) -> Material:
    along, up = upright()
    row = up * (1 / 0.16)
    shift = op("fract", op("floor", row) * 0.5)
    own = op("white_noise", op("combine", op("floor", along * (1 / 0.14) + shift), op("floor", row), 2.0))
    lip = remap(op("fract", row), 0.0, 0.2, 0.45, 1.0)
    return Material(
        color=cmul(tint, grey(remap(own, 0.0, 1.0, 0.65, 1.35) * lip)),
        specular=0.0,
        roughness=0.9,
        preview=(0.2, 0.165, 0.13),
    )


def _dirt(near: Expr, plain: dict[str, float]) -> Material:
    """Pale dust with wheel ruts and hoof prints in the street; dry grass on the hills."""
    wide, fine = _patterns.laid("turf", 11.0, turn_rad=0.3), _patterns.laid("turf", 1.3)
    # Ruts run along the street and wander: the pattern is stretched along it.
    ruts = _patterns.repeated("turf", op("combine", op("x", coords()) * (1 / 6.5), op("y", coords()) * (1 / 70.0), 0.0))
    track = remap(op("z", ruts) * 0.7 + op("y", ruts) * 0.3, 0.35, 0.62)
    churned = remap(op("z", fine) * 0.6 + op("y", fine) * 0.4, 0.3, 0.7)
    patches = remap(op("x", wide) * 0.6 + op("z", wide) * 0.4, 0.2, 0.8, 0.78, 1.16)
    road = mix((0.27, 0.195, 0.125), _DUST, track * 0.75 + churned * 0.25)
    road = cmul(road, grey(patches))
    side = cmul((0.33, 0.25, 0.16), grey(patches * remap(churned, 0.0, 1.0, 0.85, 1.1)))
    town = mix(side, road, attribute("road"))
    hills = cmul(attribute("tint"), grey(patches * remap(op("y", fine), 0.25, 0.75, 0.86, 1.14)))
    relief = track * 0.6 + churned * 0.4
    return Material(
        color=mix(hills, town, attribute("town")),
        bumps=(Bump(height=relief, strength=near * 0.7, distance_m=0.06),), preview=_DUST, **plain,
    )  # fmt: skip
