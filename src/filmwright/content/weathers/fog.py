"""Fog: a white that takes the far and leaves the near; a mist in the distance if light."""

from __future__ import annotations

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting

WORDS = ("fog", "foggy", "haze", "hazy")
EXAMPLE = "A woman walks through a foggy pine forest"
COVER = Cover(sun=0.08, sun_angle_rad=0.9, cloud=1.0, brightness=0.66, grey=0.35, haze_m=38.0, haze_start_m=4.0)
_COVERS = {
    "light": COVER._replace(sun=0.35, sun_angle_rad=0.25, cloud=0.75, haze_m=120.0, haze_start_m=8.0),
    "heavy": COVER._replace(haze_m=17.0, haze_start_m=2.5, sun=0.03),
}


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set in fog, near things clear."""
    return atmosphere.relit(setting, _COVERS.get(strength or "", COVER))
