"""Straw: flat braids sewn edge to edge, every blade a little darker or paler than the next."""

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op
from filmwright.values import Color

WORDS = ("straw",)
EXAMPLE = "A woman in a straw hat walks along the beach"

BRAID_M = 0.0085  # width of a braid; chosen so that it shows
BLADE_M = 0.0055


def build(color: Color) -> Material:
    """Straw of a color; its meshes carry metres around and up as UV."""
    u, v = op("x", coords("uv")), op("y", coords("uv"))
    row = op("abs", op("fract", v / BRAID_M) - 0.5)
    # Blades slant one way in the upper half of a braid and the other way in the lower one.
    blade = op("fract", (u + row * BRAID_M * 1.4) / BLADE_M)
    number = op("combine", op("floor", (u + row * BRAID_M * 1.4) / BLADE_M), op("floor", v / BRAID_M), 0.0)
    tint = op("white_noise", number) * 0.6 + noise(coords("rest"), scale=30, detail=3) * 0.5
    seam = op("clamp", (row - 0.36) * 8.0)
    cross = op("abs", blade - 0.5)
    return Material(
        color=mix(mix(toned(color, 0.68), toned(color, 1.12), tint), toned(color, 0.38), seam * 0.75),
        roughness=0.62,
        specular=0.35,
        bumps=(Bump(height=op("sub", 1.0, seam) - cross * 0.5, strength=0.55, distance_m=0.0016),),
        preview=color,
    )
