"""Rain: streaks in grey air, dark wet ground."""

from __future__ import annotations

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall, _wet
from filmwright.scene.fall import Fall

WORDS = ("rain", "raining", "rainy", "drizzle", "downpour", "storm")
EXAMPLE = "A man in a dark coat walks through a pine forest in the rain"
COVER = Cover(sun=0.06, sun_angle_rad=0.9, cloud=1.0, brightness=0.50, haze_m=170.0, haze_start_m=3.0, stops=0.25)


def change(setting: Setting, *, wind: str | None = None, seed: int = 0) -> Setting:
    """The set in rain; a stronger wind slants it."""
    side = 1.4 * _fall.WIND_M_S.get(wind, 0.5)
    near = Fall(
        amount=1200, box_m=10.0, velocity_m_s=(side, -0.2 * side, -8.0), small_m=0.0012, large_m=0.002, shutter_s=1 / 40,
        clear_m=1.2, thin_rad=0.0007, seed=seed,
    )  # fmt: skip
    far = near._replace(
        amount=6000, box_m=30.0, small_m=0.002, large_m=0.004, clear_m=4.5, thin_rad=0.0009, seed=seed + 1
    )
    color = atmosphere.falling_color(setting, COVER, 1.3)
    wet = _wet.wetted(atmosphere.relit(setting, COVER))
    return _fall.with_fall(wet, "raindrops", (near, far), color=color, alpha=0.42)
