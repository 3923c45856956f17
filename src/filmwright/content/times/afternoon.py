"""A high warm sun past its top. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = ("afternoon",)
EXAMPLE = "A woman walks through a pine forest at afternoon"

SUN = Sunlight(
    elevation_rad=math.radians(32.0),
    color=(1.0, 0.9, 0.76),
    irradiance=4.4,
    sky_strength=1.0,
    sky_dust=1.0,
    haze_color=(0.72, 0.78, 0.86),
    haze_strength=0.52,
    exposure_stops=-0.05,
    gradient=(
        (-1.0, (0.36, 0.37, 0.4)),
        (0.0, (0.66, 0.71, 0.78)),
        (0.12, (0.46, 0.59, 0.79)),
        (0.4, (0.22, 0.39, 0.73)),
        (1.0, (0.09, 0.21, 0.55)),
    ),
    glow_color=(0.4, 0.32, 0.2),
    stars=0.0,
)
