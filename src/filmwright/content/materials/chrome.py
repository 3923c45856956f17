"""Chrome: a mirror with a breath of dust."""

from filmwright.scene.shade import Material, coords, noise
from filmwright.values import Color

WORDS = ("chrome", "polished metal")
EXAMPLE = "A chrome toaster in a kitchen"


def build(color: Color) -> Material:
    """Chrome, tinted by a color that is not gray."""
    grey = min(color) > 0.6 * max(color)
    tint = (0.78, 0.79, 0.81) if grey else color
    return Material(
        color=tint, metallic=1.0, roughness=0.05 + noise(coords("rest"), scale=9, detail=4) * 0.07, preview=tint
    )
