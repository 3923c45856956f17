"""Rain: streaks in grey air, dark wet ground; a drizzle if light, a downpour if heavy."""

from __future__ import annotations

from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall

WORDS = ("rain", "raining", "rainy")
EXAMPLE = "A man in a dark coat walks through a pine forest in the rain"
COVER = Cover(
    sun=0.06,
    sun_angle_rad=0.9,
    cloud=1.0,
    brightness=0.50,
    grey=0.75,
    haze_m=170.0,
    haze_start_m=3.0,
    stops=0.25,
    clouds=0.6,
    dark=0.25,
)
_COVERS = {
    "light": COVER._replace(brightness=0.56, haze_m=320.0, sun=0.09),
    "heavy": COVER._replace(brightness=0.40, haze_m=75.0, stops=0.4, clouds=0.8, dark=0.35),
}


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set in rain; a stronger wind slants it."""
    return _fall.rained(setting, _COVERS.get(strength or "", COVER), wind=wind, strength=strength, seed=seed)
