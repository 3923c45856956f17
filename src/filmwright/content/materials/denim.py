"""Denim: a blue twill, paler where it is worn and along its seams."""

from filmwright.content.materials._weave import crumple, fibre, toned
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.values import Color

WORDS = ("denim",)
EXAMPLE = "A young man in a white shirt and blue denim jeans walks down the street"

SEAM_M = 0.05  # how far from a seam its distance is known; chosen
TWILL_M = 0.0028  # distance of the diagonal ridges; about twice the real ones so that they show (chosen)


def build(color: Color) -> Material:
    """Denim of a color. Point attributes: `worn` 0..1 where it has faded; `seam`: 1 + (signed distance to a seam) / SEAM_M, so
    that it is exact between points and a mesh without it has no seams."""
    uv = coords("uv")
    twill = op("sin", (op("x", uv) + op("y", uv)) * (6.2832 / TWILL_M))
    cloud = noise(coords("rest"), scale=12, detail=6)
    slub = noise(coords("rest"), scale=500, detail=2)
    faded = op("clamp", attribute("worn") * (cloud * 1.2 + 0.2) + cloud * 0.25 + slub * 0.15)
    warp = tuple(min(1.0, 0.35 * c + 0.42 * m) for c, m in zip(color, (0.75, 0.9, 1.05), strict=True))
    pale = (warp[0], warp[1], warp[2])
    base = mix(toned(color, 0.62), pale, faded)
    away = op("abs", attribute("seam") - 1.0) * SEAM_M
    ridge = remap(away, 0.002, 0.005, 1.0, 0.0)
    edge = op("clamp", ridge * (slub + 0.35))
    return fibre(
        color,
        surface=mix(base, toned(pale, 1.05), edge * 0.5),
        grain=800,
        relief_m=0.0006,
        strength=0.3,
        roughness=0.88,
        sheen=0.08,
        specular=0.25,
        more=(
            crumple(0.02),
            Bump(height=twill, strength=0.25, distance_m=0.0008),
            Bump(height=ridge, strength=0.6, distance_m=0.002),
        ),
    )
