"""An even grey sky: soft light from above, hardly a shadow, the distance pale."""

from __future__ import annotations

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting

WORDS = ("overcast", "cloudy", "grey sky", "gray sky", "clouds")
EXAMPLE = "A man walks through a pine forest under an overcast sky"
COVER = Cover(sun=0.10, sun_angle_rad=0.9, cloud=1.0, brightness=0.62, haze_m=650.0)


def change(setting: Setting, *, wind: str | None = None, seed: int = 0) -> Setting:
    """The set under a closed cloud cover."""
    return atmosphere.relit(setting, COVER)
