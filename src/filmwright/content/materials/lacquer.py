"""Lacquer: paint under a clear coat, as on cars, toys and enamelled iron."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("lacquer", "enamel", "paint")
EXAMPLE = "A red car on a street"


def build(color: Color) -> Material:
    """Lacquer of a color: deep and even, a sharp reflection over it, hardly any orange peel."""
    rest = coords("rest")
    dust = noise(rest, scale=6, detail=5)
    return Material(
        color=mix(toned(color, 0.9), toned(color, 1.06), dust),
        roughness=0.32 + dust * 0.08,
        specular=0.5,
        coat=1.0,
        coat_roughness=0.06,
        bumps=(Bump(height=noise(rest, scale=240, detail=1), strength=0.03, distance_m=0.0006),),
        preview=color,
    )
