"""Metal: bare steel, brushed, with faint stains."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, noise
from filmwright.values import Color

WORDS = ("metal", "steel", "iron", "aluminum", "stainless steel")
EXAMPLE = "A metal bucket in a studio"


def build(color: Color) -> Material:
    """Metal of a color."""
    rest = coords("rest")
    brushed = noise(mapping(rest, scale=(14, 14, 420)), scale=1.0, detail=3)
    stain = noise(rest, scale=7, detail=6, roughness=0.65)
    return Material(
        color=mix(toned(color, 0.8), toned(color, 1.15), stain),
        metallic=1.0,
        roughness=0.24 + brushed * 0.16 + stain * 0.08,
        bumps=(Bump(height=brushed, strength=0.06, distance_m=0.0005),),
        preview=color,
    )
