"""A high white sun under deep blue: short shadows, full color. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = (
    "noon",
    "midday",
)
EXAMPLE = "A woman walks through a pine forest at noon"

SUN = Sunlight(
    elevation_rad=math.radians(50.0),
    color=(1.0, 0.96, 0.9),
    irradiance=4.4,
    sky_strength=1.0,
    sky_dust=0.8,
    haze_color=(0.62, 0.76, 0.95),
    haze_strength=0.5,
    exposure_stops=-0.4,
    gradient=(
        (-1.0, (0.35, 0.38, 0.42)),
        (0.0, (0.55, 0.68, 0.84)),
        (0.12, (0.38, 0.55, 0.84)),
        (0.4, (0.18, 0.36, 0.76)),
        (1.0, (0.08, 0.2, 0.58)),
    ),
    glow_color=(0.18, 0.18, 0.18),
    stars=0.0,
)
