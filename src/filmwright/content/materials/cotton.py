"""Cotton: thin, even, matte."""

from filmwright.content.materials._weave import crumple, fibre, uneven
from filmwright.scene.shade import Material
from filmwright.values import Color

WORDS = ("cotton", "linen", "canvas", "flannel")
EXAMPLE = "A man in a white cotton shirt sits in a café"


def build(color: Color) -> Material:
    """Cotton of a color."""
    return fibre(
        color,
        surface=uneven(color, dark=0.86, light=1.06, scale=9),
        grain=900,
        relief_m=0.0006,
        strength=0.3,
        roughness=0.85,
        sheen=0.08,
        specular=0.25,
        more=(crumple(0.014, size=7),),
    )
