"""Gold and its kin, brass, bronze and copper: warm metal, polished, dark in its hollows."""

from filmwright.scene.shade import Material, coords, mix, noise
from filmwright.values import Color

WORDS = ("gold", "brass", "bronze", "copper")
EXAMPLE = "A gold crown in a studio"
_GOLD: Color = (0.86, 0.57, 0.20)  # reflectance of gold at 0 degrees is (1.0, 0.77, 0.34); tarnished, by eye


def build(color: Color) -> Material:
    """The metal; a color that is gray gives gold."""
    tint = _GOLD if min(color) > 0.7 * max(color) else color
    worn = noise(coords("rest"), scale=12, detail=5)
    return Material(
        color=mix(tint, (tint[0] * 0.7, tint[1] * 0.6, tint[2] * 0.5), worn),
        metallic=1.0,
        roughness=0.16 + worn * 0.2,
        preview=tint,
    )
