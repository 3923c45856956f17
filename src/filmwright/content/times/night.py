"""Moonlight: blue and dim, but every shape can be read; stars. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = (
    "night",
    "midnight",
    "moonlight",
)
EXAMPLE = "A woman walks through a pine forest at night"

SUN = Sunlight(
    elevation_rad=math.radians(34.0),
    color=(0.62, 0.77, 1.0),
    irradiance=0.75,
    sky_strength=1.0,
    sky_dust=1.0,
    haze_color=(0.1, 0.16, 0.3),
    haze_strength=0.42,
    exposure_stops=1.3,
    gradient=(
        (-1.0, (0.02, 0.03, 0.05)),
        (0.0, (0.06, 0.095, 0.18)),
        (0.15, (0.035, 0.062, 0.13)),
        (0.5, (0.016, 0.032, 0.08)),
        (1.0, (0.01, 0.02, 0.055)),
    ),
    glow_color=(0.02, 0.03, 0.05),
    stars=1.0,
)
