"""Rubber: soles, wellington boots."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("rubber",)
EXAMPLE = "A child in yellow rubber boots walks in the rain"


def build(color: Color) -> Material:
    """Rubber of a color: even, with a broad soft shine and dust."""
    dust = noise(coords("rest"), scale=35, detail=5)
    return Material(
        color=mix(toned(color, 0.85), toned(color, 1.1), dust),
        roughness=0.42 + dust * 0.18,
        specular=0.45,
        bumps=(Bump(height=noise(coords("rest"), scale=300), strength=0.08, distance_m=0.001),),
        preview=color,
    )
