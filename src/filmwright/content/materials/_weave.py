"""What all cloth shares: a color that is nowhere quite even, fine relief, the soft bright edge of fibres."""

from __future__ import annotations

from filmwright.scene.shade import Bump, Expr, Material, Value, coords, mapping, mix, noise, op
from filmwright.values import Color


def toned(color: Color, factor: float) -> Color:
    """A color darker or lighter by a factor, kept below white."""
    r, g, b = (min(1.0, c * factor) for c in color)
    return (r, g, b)


def uneven(color: Color, *, dark: float = 0.74, light: float = 1.12, scale: float = 14.0) -> Expr:
    """The color mottled as dyed fibre is; `scale` is features a metre."""
    return mix(toned(color, dark), toned(color, light), noise(coords("rest"), scale=scale, detail=6))


def crumple(depth_m: float, *, size: float = 9.0, strength: float = 1.0) -> Bump:
    """Soft creases that the mesh is too coarse for: `size` is creases a metre, a little longer than wide."""
    rest = coords("rest")
    field = noise(mapping(rest, scale=(size, size, 0.6 * size)), scale=1.0, detail=2, distortion=1.1)
    ridge = op("abs", field - 0.5)
    return Bump(height=ridge, strength=strength, distance_m=depth_m)


def fibre(
    color: Color,
    *,
    surface: Value,
    grain: float,
    relief_m: float,
    strength: float,
    roughness: float,
    sheen: float,
    specular: float = 0.2,
    more: tuple[Bump, ...] = (),
) -> Material:
    """A matte cloth. grain: threads a metre of its fine relief; sheen 0..1 is the light that its fuzz catches."""
    tint = (min(1.0, color[0] + 0.15), min(1.0, color[1] + 0.15), min(1.0, color[2] + 0.15))
    fine = Bump(height=noise(coords("rest"), scale=grain, detail=3), strength=strength, distance_m=relief_m)
    return Material(
        color=surface,
        roughness=roughness,
        specular=specular,
        sheen=sheen,
        sheen_color=tint,
        bumps=(*more, fine),
        preview=color,
    )
