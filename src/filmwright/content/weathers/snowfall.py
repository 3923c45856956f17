"""Snow in the air: grey soft light, flakes at every distance, the far side of things lost in white."""

from __future__ import annotations

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall
from filmwright.scene.fall import Fall

WORDS = ("snowfall", "snowing", "falling snow", "snow falls", "blizzard", "snowstorm")
EXAMPLE = "A girl in a yellow hat walks through a pine forest while snow falls"
COVER = Cover(sun=0.08, sun_angle_rad=0.9, cloud=1.0, brightness=0.60, haze_m=120.0, haze_start_m=3.0)


def change(setting: Setting, *, wind: str | None = None, seed: int = 0) -> Setting:
    """The set in falling snow; a stronger wind drives it sideways."""
    side = _fall.WIND_M_S.get(wind, 0.5)
    near = Fall(
        amount=3200, box_m=11.0, velocity_m_s=(side, -0.3 * side, -1.1), swirl_m=0.16, small_m=0.006, large_m=0.013,
        clear_m=2.2, thin_rad=0.001, seed=seed,
    )  # fmt: skip
    far = near._replace(
        amount=15000, box_m=38.0, small_m=0.012, large_m=0.022, clear_m=5.0, thin_rad=0.0011, seed=seed + 1
    )
    color = atmosphere.falling_color(setting, COVER, 1.25)
    return _fall.with_fall(atmosphere.relit(setting, COVER), "snowflakes", (near, far), color=color)
