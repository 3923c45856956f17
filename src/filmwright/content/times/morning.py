"""A low clear sun, slightly warm, fresh blue above. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = ("morning",)
EXAMPLE = "A woman walks through a pine forest at morning"

SUN = Sunlight(
    elevation_rad=math.radians(20.0),
    color=(1.0, 0.86, 0.67),
    irradiance=4.4,
    sky_strength=1.0,
    sky_dust=1.2,
    haze_color=(0.7, 0.79, 0.9),
    haze_strength=0.55,
    exposure_stops=0.0,
    gradient=(
        (-1.0, (0.35, 0.38, 0.42)),
        (0.0, (0.66, 0.72, 0.78)),
        (0.1, (0.52, 0.63, 0.78)),
        (0.35, (0.28, 0.44, 0.74)),
        (1.0, (0.12, 0.25, 0.58)),
    ),
    glow_color=(0.55, 0.4, 0.22),
    stars=0.0,
)
