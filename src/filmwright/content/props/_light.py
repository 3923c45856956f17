"""Lamps: shades that glow from within."""

from __future__ import annotations

import numpy as np

from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, lathe
from filmwright.values import Color

WARM: Color = (1.0, 0.62, 0.30)  # a lamp of 2700 K against daylight


def shade_shape(lower_m: float, upper_m: float, height_m: float) -> Shape:
    """A lampshade open at both ends, from z = 0 up, by its lower and upper radius. Point data "glow": 0 at the lower edge, 1 at the
    upper; 2 and more inside."""
    f = np.linspace(0, 1, 14)
    r = lower_m + (upper_m - lower_m) * f
    outside = np.column_stack([r, height_m * f])
    inside = np.column_stack([r - 0.0018, height_m * f])[::-1]
    made = lathe(np.concatenate([outside, inside]), sides=72, closed=True)
    return made.with_data("glow", np.repeat(np.concatenate([f, 2 + f[::-1]]), 72))


def shade(color: Color, strength: float = 1.0) -> Material:
    """Pleated linen with a bulb behind it: brightest half-way up, its edges bound in darker tape."""
    place = attribute("glow")
    inner = op("greater", place, 1.5)
    f = op("fract", place)
    bulb = op("exp", (f - 0.42) * (f - 0.42) * -7.0)
    edge = op("max", remap(f, 0.03, 0.045, 1.0, 0.0), remap(f, 0.955, 0.97))
    weave = noise(coords("rest"), scale=420.0, detail=2)
    lit: Color = (
        0.35 * color[0] + 0.65 * WARM[0] * 0.9,
        0.35 * color[1] + 0.65 * WARM[1] * 0.9,
        0.35 * color[2] + 0.65 * WARM[2] * 0.9,
    )
    power = (bulb * 0.9 + 0.12 + inner * 1.6) * (edge * -0.65 + 1.0) * (weave * 0.3 + 0.85) * strength
    return Material(
        color=mix(color, (0.6 * color[0], 0.55 * color[1], 0.5 * color[2]), edge),
        roughness=0.9,
        specular=0.1,
        emission=lit,
        emission_strength=power,
        bumps=(Bump(height=weave, strength=0.3, distance_m=0.0008),),
        lights=True,
        preview=lit,
    )
