"""Leather: dark and glossy, finely grained, worn where it bends."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise, voronoi
from filmwright.values import Color

WORDS = ("leather", "suede")
EXAMPLE = "A woman in a black leather jacket walks down a neon street at night"


def build(color: Color) -> Material:
    """Leather of a color."""
    rest = coords("rest")
    wear = noise(rest, scale=18, detail=6, roughness=0.6)
    creases = noise(rest, scale=55, detail=4, distortion=1.5)
    grain = voronoi(rest, scale=420, feature="DISTANCE_TO_EDGE")
    return Material(
        color=mix(toned(color, 0.7), toned(color, 1.15), wear),
        roughness=0.33 + wear * 0.22,
        specular=0.5,
        coat=0.1,
        coat_roughness=0.22,
        bumps=(
            Bump(height=creases, strength=0.25, distance_m=0.003),
            Bump(height=grain, strength=0.25, distance_m=0.0006),
        ),
        preview=color,
    )
