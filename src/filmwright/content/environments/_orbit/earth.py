"""The Earth from some hundred kilometres up, as a ball before the camera: seas, land, clouds, the blue rim of its air, and the lights of
its cities on the dark side."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.environments import _planting
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Ray, Vector
from filmwright.scene.shade import Expr, Material, attribute, cmul, mix, op, ramp, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import F64

RADIUS_M = 3000.0  # it has to lie before the camera's far end; only angles are seen
_AIR = 1.014  # how far its air is seen, against its radius


def middle(azimuth_rad: float, low_rad: float, seen_rad: float) -> F64:
    """Its center, seen from the origin `low_rad` under the horizon towards an azimuth (0: +Y, clockwise), `seen_rad` its apparent
    radius."""
    away = RADIUS_M / math.sin(seen_rad)
    flat = math.cos(low_rad)
    return away * np.array([flat * math.sin(azimuth_rad), flat * math.cos(azimuth_rad), -math.sin(low_rad)])


def globe(center: F64, turn_rad: float) -> list[Mesh]:
    """The ball and the shell of its air. Attribute `globe`: the place on a ball of radius 1."""
    made = []
    # The side that is seen looks back at the camera: the ball is fine there, with its pole towards the origin.
    axis = -center / np.linalg.norm(center)
    side = np.cross([0.0, 1.0, 0.0], axis)
    side /= np.linalg.norm(side)
    turn = np.column_stack([side, np.cross(axis, side), axis])
    a = np.concatenate([np.linspace(0.001, 0.45, 160), np.linspace(0.46, math.pi - 0.001, 60)])[::-1]
    unit = shapes.lathe(np.column_stack([np.sin(a), np.cos(a)]), sides=360, caps=False).turned(turn)
    own = unit.points @ shapes.rotation(z=turn_rad, x=0.4)
    for name, scale in (("earth", 1.0), ("air", _AIR)):
        ball = unit.scaled(RADIUS_M * scale).with_data("globe", own).moved(center)
        hidden: tuple[Ray, ...] = ("shadow", "diffuse", "glossy") if name == "air" else ("shadow", "diffuse")
        made.append(_planting.node(name, ball, name, smooth=True, hidden_from=hidden))
    return made


def surface(sun: Vector, lights: float) -> dict[str, Material]:
    """Ball and air under a sun in the direction `sun`; `lights`: how bright its cities are."""
    globe = attribute("globe")
    warp = noise_of(globe, scale=5.0, detail=3.0)
    bent = op("vadd", globe, op("combine", warp * 0.10, warp * -0.07, warp * 0.05))
    swirl = noise_of(bent, scale=11.0, detail=10.0, roughness=0.60, distortion=0.7)
    puffs = noise_of(globe, scale=70.0, detail=6.0, roughness=0.62)
    where = noise_of(globe, scale=3.3, detail=2.0)
    cloud = remap(swirl * 0.75 + puffs * 0.25 + (where - 0.5) * 0.55, 0.52, 0.70, smooth=True)
    coast = noise_of(globe, scale=4.2, detail=12.0, roughness=0.60)
    land = remap(coast, 0.535, 0.542)
    rough = noise_of(globe, scale=26.0, detail=8.0, roughness=0.62)
    green = mix((0.045, 0.062, 0.022), (0.24, 0.165, 0.085), remap(rough, 0.40, 0.62))
    shelf = remap(coast, 0.505, 0.538, smooth=True)
    sea = mix((0.006, 0.026, 0.085), (0.012, 0.11, 0.16), shelf)
    rim = op("pow", op("facing", 0.5), 3.0)
    ground = mix(mix(sea, green, land), (0.80, 0.82, 0.85), cloud)
    day = remap(op("dot", op("normal"), sun), -0.06, 0.16)
    towns = remap(noise_of(globe, scale=260.0, detail=4.0), 0.585, 0.70) * remap(
        noise_of(globe, scale=14.0, detail=3.0), 0.46, 0.6
    )
    glow = towns * land * op("sub", 1.0, cloud * 0.8) * op("sub", 1.0, day) * lights
    halo: Expr = ramp(
        op("facing", 0.5), (0.0, (0, 0, 0)), (0.60, (0.0, 0.0, 0.0)), (0.815, (0.10, 0.22, 0.44)), (0.845, (0.20, 0.42, 0.85)),
        (0.90, (0.045, 0.12, 0.36)), (0.97, (0.006, 0.02, 0.08)), (1.0, (0.0, 0.0, 0.0)),
    )  # fmt: skip
    return {
        "earth": Material(
            color=mix(ground, (0.30, 0.50, 0.86), rim * 0.85), roughness=remap(op("max", land, cloud), 0.0, 1.0, 0.34, 1.0),
            specular=remap(op("max", land, cloud), 0.0, 1.0, 0.28, 0.0), emission=(1.0, 0.60, 0.24), emission_strength=glow,
            haze=False, preview=(0.1, 0.2, 0.45),
        ),
        "air": Material(
            model="glow", emission=cmul(halo, op("combine", day, day, day)), emission_strength=1.5, haze=False, preview=(0.1, 0.2, 0.5),
        ),
    }  # fmt: skip
