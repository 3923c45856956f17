"""Silk and satin: smooth, with long soft highlights."""

from filmwright.content.materials._weave import crumple, toned
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, noise, op
from filmwright.values import Color

WORDS = ("silk", "satin", "velvet")
EXAMPLE = "A woman in a blue silk dress walks on the beach"


def build(color: Color) -> Material:
    """Silk of a color."""
    slub = noise(mapping(coords("rest"), scale=(900, 900, 90)), scale=1.0, detail=2)
    return Material(
        color=mix(toned(color, 0.9), toned(color, 1.25), op("facing")),
        roughness=0.44,
        specular=0.4,
        sheen=0.2,
        sheen_color=toned(color, 2.0),
        bumps=(
            crumple(0.02, size=7),
            Bump(height=slub, strength=0.12, distance_m=0.0006),
        ),
        preview=color,
    )
