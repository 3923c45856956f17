"""A storm: dark torn clouds, rain that the wind drives, lightning that shows the set for a moment."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall
from filmwright.scene.lightning import Strikes
from filmwright.scene.nodes import Native
from filmwright.scene.shade import Material, attribute
from filmwright.values import Color

WORDS = ("storm", "thunderstorm")
EXAMPLE = "A man in a dark coat stands in a meadow in a storm"
COVER = Cover(
    sun=0.02,
    sun_angle_rad=0.9,
    cloud=1.0,
    brightness=0.23,
    grey=0.9,
    haze_m=230.0,
    haze_start_m=5.0,
    stops=0.75,
    clouds=0.8,
    dark=0.72,
    drive=5.0,
)

LIKE = ("rain",)
"""Sets are made for it as for this weather, and show it where they show that."""

FLASH: Color = (0.72, 0.82, 1.0)  # of a channel at 15,000 to 30,000 K, whitened by the rain between; chosen
SUN_W, SKY, BOLT, GLOW = 5.0, 1.3, 26.0, 0.6
"""At exposure 0: irradiance of the flash in W/m², how much brighter the whole sky gets, radiance of the bolt and of the cloud behind it.
By eye."""


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set in a storm; its wind is strong unless told otherwise. A room sees none of it."""
    wet = _fall.rained(setting, COVER, wind=wind or "strong", strength="heavy", seed=seed)
    if setting.indoors or setting.outdoors is None:
        return wet
    exposed = 2.0**-wet.exposure.stops
    strikes = Strikes(seed=seed, view_yaw_rad=setting.outdoors.view_yaw_rad)
    lightning = Native(
        name="lightning",
        kind="lightning",
        params={**strikes._asdict(), "sun_w": SUN_W * exposed, "sky": SKY, "color": FLASH},
        materials=("bolt", "lit_cloud"),
        everywhere=True,
    )
    materials = {
        "bolt": Material(model="emission", emission=FLASH, emission_strength=BOLT * exposed, haze=False, preview=FLASH),
        "lit_cloud": Material(
            model="glow",
            emission=FLASH,
            emission_strength=attribute("light") * (GLOW * exposed),
            haze=False,
            preview=FLASH,
        ),
    }
    return replace(wet, nodes=(*wet.nodes, lightning), materials=wet.materials | materials)
