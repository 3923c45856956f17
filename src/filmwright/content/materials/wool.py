"""Woven wool: matte, thick, with a soft edge of light."""

from filmwright.content.materials._weave import crumple, fibre, uneven
from filmwright.scene.shade import Material
from filmwright.values import Color

WORDS = ("wool", "woollen", "woolen", "tweed", "cashmere")
EXAMPLE = "A woman in a red wool coat walks through a snowy forest"


def build(color: Color) -> Material:
    """Wool of a color."""
    return fibre(
        color,
        surface=uneven(color),
        grain=420,
        relief_m=0.0015,
        strength=0.55,
        roughness=0.92,
        sheen=0.28,
        more=(crumple(0.02, size=7),),
    )
