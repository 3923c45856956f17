"""The sun a hand over the horizon: amber light, blue shadows, long. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = (
    "golden hour",
    "sunset",
    "magic hour",
)
EXAMPLE = "A woman walks through a pine forest at golden hour"

SUN = Sunlight(
    elevation_rad=math.radians(10.0),
    color=(1.0, 0.50, 0.19),
    irradiance=9.5,
    sky_strength=1.0,
    sky_dust=2.5,
    haze_color=(0.92, 0.62, 0.42),
    haze_strength=0.66,
    exposure_stops=0.25,
    gradient=(
        (-1.0, (0.32, 0.27, 0.24)),
        (0.0, (0.95, 0.66, 0.4)),
        (0.1, (0.8, 0.62, 0.46)),
        (0.3, (0.46, 0.48, 0.54)),
        (0.65, (0.24, 0.33, 0.5)),
        (1.0, (0.16, 0.25, 0.44)),
    ),
    glow_color=(0.95, 0.5, 0.18),
    stars=0.0,
)
