"""Wood: planed, its grain along the longest side of what it is made into (the rest X axis), oiled."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, noise, op, remap
from filmwright.values import Color

WORDS = ("wood", "wooden", "oak", "mahogany", "bamboo")
EXAMPLE = "A wooden chair in a studio"


def build(color: Color) -> Material:
    """Wood of a color."""
    rest = coords("rest")
    bent = op("vadd", mapping(rest, scale=(0.9, 9.0, 9.0)), op("vscale", op("noise_color", rest, 2.5, detail=2.0), 0.9))
    years = op("abs", op("sin", op("length", op("vmul", bent, (0.25, 1.0, 1.0))) * 9.0))
    fibers = noise(mapping(rest, scale=(5, 150, 150)), scale=1.0, detail=4)
    grain = remap(years * 0.55 + fibers * 0.6, 0.25, 0.95)
    return Material(
        color=mix(toned(color, 0.55), toned(color, 1.2), grain),
        roughness=0.42 + fibers * 0.2,
        specular=0.4,
        bumps=(Bump(height=fibers, strength=0.25, distance_m=0.0008),),
        preview=color,
    )
