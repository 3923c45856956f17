"""Glass, as thin walls: clear, with the reflection of a pane, tinted by its color."""

from filmwright.scene.shade import Material
from filmwright.values import Color

WORDS = ("glass", "crystal")
EXAMPLE = "A glass vase on a table"


def build(color: Color) -> Material:
    """Glass of a color; white and gray are clear."""
    clear = min(color) > 0.75 * max(color) and min(color) > 0.2
    tint = (0.97, 0.98, 0.98) if clear else (0.35 + 0.65 * color[0], 0.35 + 0.65 * color[1], 0.35 + 0.65 * color[2])
    return Material(model="glass", color=tint, roughness=0.0, preview=(0.6, 0.66, 0.68) if clear else color)
