"""Stone: mottled, matte, with pores."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap, voronoi
from filmwright.values import Color

WORDS = ("stone", "concrete", "granite", "sandstone")
EXAMPLE = "A stone fountain in a park"


def build(color: Color) -> Material:
    """Stone of a color."""
    rest = coords("rest")
    patches = noise(rest, scale=3.2, detail=7, roughness=0.62)
    grit = voronoi(rest, scale=150)
    pores = remap(noise(rest, scale=38, detail=4), 0.34, 0.46)
    return Material(
        color=mix(toned(color, 0.68), toned(color, 1.18), patches * 0.75 + grit * 0.35),
        roughness=0.85,
        specular=0.25,
        bumps=(
            Bump(height=patches, strength=0.5, distance_m=0.012),
            Bump(height=pores, strength=0.4, distance_m=0.002),
        ),
        preview=color,
    )
