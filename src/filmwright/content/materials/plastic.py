"""Plastic: molded, even, with a soft shine."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("plastic", "vinyl")
EXAMPLE = "A plastic toy in a studio"


def build(color: Color) -> Material:
    """Plastic of a color: finely grained, a little handled."""
    rest = coords("rest")
    handled = noise(rest, scale=22, detail=4)
    return Material(
        color=mix(toned(color, 0.94), toned(color, 1.05), handled),
        roughness=0.3 + handled * 0.14,
        specular=0.5,
        bumps=(Bump(height=noise(rest, scale=900), strength=0.12, distance_m=0.0002),),
        preview=color,
    )
