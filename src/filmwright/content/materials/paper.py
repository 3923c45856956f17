"""Paper and card: matte, faintly fibrous."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("paper", "cardboard")
EXAMPLE = "A paper boat on a table"


def build(color: Color) -> Material:
    """Paper of a color."""
    rest = coords("rest")
    pulp = noise(rest, scale=160, detail=5)
    return Material(
        color=mix(toned(color, 0.93), toned(color, 1.03), pulp),
        roughness=0.9,
        specular=0.2,
        bumps=(Bump(height=pulp, strength=0.15, distance_m=0.0004),),
        preview=color,
    )
