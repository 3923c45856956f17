"""Materials of swimmers: wet skin, scales, eyes, fins."""

from __future__ import annotations

from filmwright.scene.shade import Bump, Material, Value, attribute, coords, mapping, mix, noise, op, remap, voronoi
from filmwright.values import Color


def wet(color: Value, length_m: float, *, gloss: float = 0.5, relief: float = 0.25) -> Material:
    """Smooth skin under water."""
    rest = coords("rest")
    return Material(
        color=color,
        roughness=0.62 - 0.28 * gloss,
        specular=0.2 + 0.3 * gloss,
        bumps=(
            Bump(height=noise(rest, scale=60 / length_m, detail=3.0), strength=relief, distance_m=0.004 * length_m),
            Bump(height=noise(rest, scale=7 / length_m), strength=0.2, distance_m=0.02 * length_m),
        ),
    )


def scaled(color: Value, length_m: float) -> Material:
    """Skin of scales that shimmer."""
    rest = coords("rest")
    scales = voronoi(mapping(rest, scale=(0.6, 1.0, 1.25)), scale=44 / length_m, randomness=0.35)
    return Material(
        color=mix(color, (0.0, 0.0, 0.0), remap(scales, 0.35, 0.62) * 0.30),
        roughness=0.36,
        specular=0.55,
        coat=0.25,
        coat_roughness=0.2,
        bumps=(Bump(height=scales * -1.0, strength=0.4, distance_m=0.010 * length_m),),
    )


def rayed(color: Value, length_m: float, *, alpha: float = 1.0) -> Material:
    """A fin: skin between rays that run from its root to its rim."""
    mottled = noise(coords("rest"), scale=20 / length_m, detail=1.0)
    lines = remap(op("abs", op("sin", attribute("ray") * 38.0)), 0.0, 0.6)  # twelve rays
    return Material(
        color=mix(mix(color, (0.0, 0.0, 0.0), 0.30), color, lines * 0.7 + mottled * 0.3),
        roughness=0.45,
        specular=0.35,
        translucent=0.3,
        alpha=alpha,
        bumps=(Bump(height=lines, strength=0.4, distance_m=0.006 * length_m),),
    )


def eye(iris: Color, *, pupil_rad: float = 0.55, iris_rad: float = 1.0, rim: Color = (0.012, 0.010, 0.010)) -> Material:
    """An eye with light standing in it."""
    turned = attribute("turned")
    color = mix((0.003, 0.003, 0.003), iris, remap(turned, pupil_rad - 0.04, pupil_rad + 0.04))
    color = mix(color, rim, remap(turned, iris_rad - 0.05, iris_rad + 0.05))
    glint = remap(attribute("glint"), 0.22, 0.15)
    return Material(
        color=mix(color, (0.95, 0.95, 0.95), glint),
        roughness=0.12,
        coat=0.8,
        coat_roughness=0.03,
        emission=(0.8, 0.9, 0.95),
        emission_strength=glint * 0.35,
        preview=(0.02, 0.02, 0.02),
    )
