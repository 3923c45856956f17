"""Snow that lies on a set which was not made for winter: on all that looks up, and caught in what grows."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content import offers
from filmwright.content.kinds import Setting
from filmwright.scene.shade import Expr, Material, mix, noise, normal_z, op, remap
from filmwright.spec.shot import Shot
from filmwright.values import Color

SNOW: Color = (0.80, 0.84, 0.90)
WARM = ("savanna", "desert", "canyon", "beach", "ocean")  # places where a winter brings none
_BARE = (
    "water",
    "sea",
    "swash",
    "foam",
    "river",
    "lake",
    "window",
    "shop_window",
    "lantern",
    "bulb",
    "steam",
    "smoke",
    "signal",
)
_GROWN = ("grass", "leaves", "needles", "reeds", "wheat", "flower", "ears", "straw", "hay")


def lies(shot: Shot) -> bool:
    """Whether snow lies in a shot's place that does not know of snow itself."""
    place = shot.place
    if "snowfall" in offers.facts("place", place.kind, "WEATHERS"):
        return False
    said = place.ground == "snow" or shot.weather.kind == "snowfall"
    return said or (place.season == "winter" and place.kind not in WARM)


def lying(setting: Setting) -> Setting:
    """The set under snow, if it has weather of its own."""
    if setting.indoors or setting.outdoors is None:
        return setting
    return replace(setting, materials={name: _white(name, material) for name, material in setting.materials.items()})


def _white(name: str, bare: Material) -> Material:
    if bare.model != "principled" or name.startswith(_BARE):
        return bare
    patches = noise(scale=1.3, detail=3.0)
    if name.startswith(_GROWN):
        caught = remap(normal_z() + (patches - 0.5) * 1.2, -0.35, 0.5, 0.0, 0.9)
        return bare.model_copy(update={"color": mix(bare.color, SNOW, caught)})
    drifts = noise(scale=0.22, detail=2.0)
    on: Expr = remap(normal_z() + (patches - 0.5) * 0.22 + (drifts - 0.5) * 0.3, 0.52, 0.74, smooth=True)
    return bare.model_copy(
        update={
            "color": mix(bare.color, SNOW, on),
            "roughness": mixed(bare.roughness, 0.7, on),
            "specular": mixed(bare.specular, 0.25, on),
            "metallic": mixed(bare.metallic, 0.0, on),
        }
    )


def mixed(a: float | Color | Expr, b: float, share: Expr) -> float | Expr:
    """Number a where the share is 0, b where it is 1."""
    return a if not isinstance(a, Expr) and a == b else op("mul", a, 1.0 - share) + share * b
