"""The sun is gone: everything deep blue, a last pale band at the horizon. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = ("blue hour",)
EXAMPLE = "A woman walks through a pine forest at blue hour"

SUN = Sunlight(
    elevation_rad=math.radians(35.0),
    color=(0.5, 0.66, 1.0),
    irradiance=0.28,
    sky_strength=1.0,
    sky_dust=1.0,
    haze_color=(0.22, 0.34, 0.62),
    haze_strength=0.42,
    exposure_stops=0.95,
    gradient=(
        (-1.0, (0.05, 0.07, 0.11)),
        (0.0, (0.36, 0.34, 0.42)),
        (0.08, (0.24, 0.3, 0.48)),
        (0.3, (0.1, 0.18, 0.42)),
        (1.0, (0.04, 0.08, 0.24)),
    ),
    glow_color=(0.12, 0.07, 0.04),
    stars=0.12,
)
