"""Knitwear: columns of stitches one can count from near, soft from afar."""

from filmwright.content.materials._weave import fibre, toned
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op
from filmwright.values import Color

WORDS = ("knit", "knitted", "jersey")
EXAMPLE = "An old man in a blue knit sweater walks along the beach at sunset"

COLUMN_M = 0.0075  # width of a column of stitches; a chunky hand knit (chosen: it must show in a medium shot)
ROW_M = 0.0055
RIB_M = 0.014  # width of one rib of a hem or cuff; chosen


def build(color: Color) -> Material:
    """Knit of a color. The point attribute `rib` 0..1 turns stitches into the ribs of hems and cuffs."""
    uv = coords("uv")
    turn = 2 * 3.14159265
    column = op("abs", op("sin", op("x", uv) * (turn / 2 / COLUMN_M)))
    slant = op("sin", op("y", uv) * (turn / ROW_M) + op("abs", op("sin", op("x", uv) * (turn / 4 / COLUMN_M))) * 3.0)
    stitch = column * 0.7 + slant * 0.2
    rib = op("sin", op("x", uv) * (turn / RIB_M)) * 0.5 + 0.5
    ribbed = attribute("rib")
    height = stitch * (op("sub", 1.0, ribbed * 0.75)) + rib * ribbed * 1.6
    mottled = noise(coords("rest"), scale=160, detail=3)
    shade = op("clamp", height * 0.55 + mottled * 0.4)
    return fibre(
        color,
        surface=mix(toned(color, 0.62), toned(color, 1.15), shade),
        grain=500,
        relief_m=0.001,
        strength=0.4,
        roughness=0.95,
        sheen=0.25,
        more=(Bump(height=height, strength=0.8, distance_m=0.0035),),
    )
