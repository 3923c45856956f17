"""The sun is going: an ember on the horizon under violet. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = (
    "dusk",
    "nightfall",
    "twilight",
)
EXAMPLE = "A woman walks through a pine forest at dusk"

SUN = Sunlight(
    elevation_rad=math.radians(3.5),
    color=(1.0, 0.36, 0.22),
    irradiance=1.5,
    sky_strength=1.0,
    sky_dust=2.5,
    haze_color=(0.6, 0.34, 0.38),
    haze_strength=0.34,
    exposure_stops=0.9,
    gradient=(
        (-1.0, (0.13, 0.11, 0.16)),
        (0.0, (0.78, 0.33, 0.2)),
        (0.08, (0.58, 0.28, 0.28)),
        (0.25, (0.26, 0.2, 0.34)),
        (0.6, (0.09, 0.11, 0.25)),
        (1.0, (0.05, 0.07, 0.18)),
    ),
    glow_color=(0.75, 0.26, 0.08),
    stars=0.05,
)
