"""Felt: pressed wool, very matte and even."""

from filmwright.content.materials._weave import fibre, uneven
from filmwright.scene.shade import Material
from filmwright.values import Color

WORDS = ("felt",)
EXAMPLE = "A man in a gray felt hat stands on the beach"


def build(color: Color) -> Material:
    """Felt of a color."""
    return fibre(
        color,
        surface=uneven(color, dark=0.8, light=1.1, scale=24),
        grain=650,
        relief_m=0.0008,
        strength=0.4,
        roughness=0.95,
        sheen=0.35,
        specular=0.15,
    )
