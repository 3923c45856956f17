"""A storm: dark torn clouds, rain that the wind drives, lightning that shows the set for a moment."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _fall
from filmwright.scene.lightning import Strikes, record
from filmwright.scene.nodes import Image, Native
from filmwright.scene.shade import Material, attribute, image, op
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


WINDOW_RAD = math.pi / 2  # of the way to a room's windows, most of which are on the left; chosen
RECORD_S, RATE = 32.0, 96  # after so long a window's flashes come again, in pixels of so many a second; chosen
PANES = 4.5  # how much brighter a flash makes what is seen through a window; by eye


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set in a storm; its wind is strong unless told otherwise. Through the windows
    of a room it is seen to flash."""
    wet = _fall.rained(setting, COVER, wind=wind or "strong", strength="heavy", seed=seed)
    if "outlook" in wet.materials:
        return _through_windows(wet, seed)
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


def _through_windows(room: Setting, seed: int) -> Setting:
    """The room lit by flashes from outside, what its windows show brighter with them."""
    strikes = Strikes(seed=seed, view_yaw_rad=WINDOW_RAD)
    levels = record(strikes, RECORD_S, RATE).astype(np.float32)
    pixels = np.ones((1, len(levels), 4), np.float32)
    pixels[0, :, :3] = levels[:, None]
    level = op("x", image("flashes", op("combine", op("fract", op("time") / RECORD_S), 0.5, 0.0)))
    seen = room.materials["outlook"]
    lit = seen.model_copy(update={"emission_strength": seen.emission_strength * (level * PANES + 1.0)})
    dark = Material(model="emission", emission=FLASH, emission_strength=0.0, haze=False, preview=FLASH)
    flash = Native(
        name="lightning",
        kind="lightning",
        params={**strikes._asdict(), "sun_w": SUN_W * 2.0**-room.exposure.stops, "sky": SKY, "color": FLASH},
        materials=("bolt", "lit_cloud"),
        everywhere=True,
    )
    return replace(
        room,
        nodes=(*room.nodes, flash),
        materials=room.materials | {"outlook": lit, "bolt": dark, "lit_cloud": dark},
        images=room.images | {"flashes": Image(pixels=pixels)},
    )
