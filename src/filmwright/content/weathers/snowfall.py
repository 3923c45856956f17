"""Snow in the air: grey soft light, flakes at every distance, the far side of things lost in white; a blizzard if heavy."""

from __future__ import annotations

from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall

WORDS = ("snowfall", "snowing", "falling snow", "snow falls")
EXAMPLE = "A girl in a yellow hat walks through a pine forest while snow falls"
LIKE = ("rain",)
"""Sets that know of no snow are made for it as for this weather, and show it where they show that (content/snow.py)."""
COVER = Cover(sun=0.18, sun_angle_rad=0.5, cloud=1.0, brightness=0.60, haze_m=170.0, haze_start_m=3.0, stops=0.3)
_COVERS = {
    "light": COVER._replace(haze_m=340.0, brightness=0.64),
    "heavy": COVER._replace(haze_m=26.0, haze_start_m=2.0, brightness=0.62, sun=0.03),
}


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set in falling snow; a stronger wind drives it sideways."""
    return _fall.snowed(setting, _COVERS.get(strength or "", COVER), wind=wind, strength=strength, seed=seed)
