"""Ceramic: fired clay under a glaze that gathers where it ran."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("ceramic", "porcelain", "china", "glazed")
EXAMPLE = "A white ceramic vase on a table"


def build(color: Color) -> Material:
    """Glazed ceramic of a color."""
    rest = coords("rest")
    glaze = noise(rest, scale=16, detail=4)
    return Material(
        color=mix(toned(color, 0.9), toned(color, 1.05), glaze),
        roughness=0.16 + glaze * 0.08,
        specular=0.55,
        coat=0.6,
        coat_roughness=0.05,
        bumps=(Bump(height=noise(rest, scale=40, detail=2), strength=0.05, distance_m=0.001),),
        preview=color,
    )
