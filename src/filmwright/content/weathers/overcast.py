"""A grey sky: soft light from above, hardly a shadow, the distance pale; sun between white clouds if light, dark clouds if heavy."""

from __future__ import annotations

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting

WORDS = ("overcast", "cloudy", "grey sky", "gray sky", "clouds")
EXAMPLE = "A man walks through a pine forest under an overcast sky"
COVER = Cover(sun=0.10, sun_angle_rad=0.9, cloud=1.0, brightness=0.62, haze_m=650.0, clouds=0.5, dark=0.18)
_COVERS = {
    "light": Cover(sun=0.9, sun_angle_rad=0.03, clouds=0.66, drive=2.0),
    "heavy": COVER._replace(sun=0.04, brightness=0.42, haze_m=420.0, clouds=0.78, dark=0.42),
}


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set under a closed cloud cover, or under single clouds."""
    return atmosphere.relit(setting, _COVERS.get(strength or "", COVER))
