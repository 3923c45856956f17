"""The sun touches the horizon: rose and mauve, mist still in the air. (Numbers chosen by eye on the snow valley.)"""

from __future__ import annotations

import math

from filmwright.content.kinds import Sunlight

WORDS = (
    "dawn",
    "sunrise",
    "daybreak",
    "first light",
)
EXAMPLE = "A woman walks through a pine forest at dawn"

SUN = Sunlight(
    elevation_rad=math.radians(3.0),
    color=(1.0, 0.52, 0.38),
    irradiance=2.2,
    sky_strength=1.0,
    sky_dust=2.0,
    haze_color=(0.8, 0.55, 0.55),
    haze_strength=0.42,
    exposure_stops=0.55,
    gradient=(
        (-1.0, (0.3, 0.25, 0.3)),
        (0.0, (0.86, 0.52, 0.42)),
        (0.1, (0.74, 0.47, 0.47)),
        (0.3, (0.4, 0.36, 0.5)),
        (0.65, (0.19, 0.24, 0.42)),
        (1.0, (0.12, 0.17, 0.34)),
    ),
    glow_color=(0.75, 0.33, 0.14),
    stars=0.0,
)
