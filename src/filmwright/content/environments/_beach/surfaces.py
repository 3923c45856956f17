"""What a beach is made of: one recipe of sand that gets wet, the sea over it, grass, wood, shell and rock.

Patterns come from the images of `tiles` ("sand", "foam") and from point attributes, hardly any from shader noise: a frame
costs a third of what it did with noise. Attributes: `damp` 0..1, where sand stays dark; `tone` 0..1, its large patches;
`depth`, `foam`, `shine` and `dark` come from the sea every frame.
"""

from __future__ import annotations

from typing import NamedTuple

from filmwright.content.environments._beach.tiles import FOAM_M, SAND_M
from filmwright.content.environments._patterns import laid
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, coords, image, mapping, mix, noise, op, remap
from filmwright.values import Color

_DRY: Color = (0.50, 0.385, 0.255)
_DRY_DARK: Color = (0.33, 0.245, 0.155)
_WET: Color = (0.115, 0.083, 0.053)
DAMP: Color = (0.30, 0.216, 0.138)  # as a sketch shows wet sand that no water stands on
_FOAM: Color = (0.80, 0.83, 0.85)
Strip = tuple[float, float, float, float]


class Grain(NamedTuple):
    """Color of the sand: dry, in its darker patches, and wet."""

    dry: Color = _DRY
    dark: Color = _DRY_DARK
    wet: Color = _WET


GOLDEN = Grain()


class Water(NamedTuple):
    """Color of the sea looked into: over white sand, and where it is deep (from `deep_m` on), and through a crest
    before the light."""

    shallow: Color
    crest: Color
    deep: Color
    deep_m: float = 2.2


def _near(reach_m: float) -> Expr:
    """1 close to the camera, 0 beyond reach: detail finer than a pixel only shimmers."""
    return remap(op("camera_distance"), 0.2 * reach_m, reach_m, 1.0, 0.0)


def _sand_color(dark: Value, grain: Grain) -> Expr:
    """Sand whose darkness 0..1 says how wet it is."""
    patches = op("x", laid("sand", SAND_M)) * 0.55 + attribute("tone") * 0.45
    return mix(mix(grain.dark, grain.dry, remap(patches, 0.2, 0.72)), grain.wet, dark)


def _relief(dry: Value, strip: Strip) -> Expr:
    """Height of the sand's relief in units of 5 cm: wind ripples and trodden hollows where it is dry, footprints in a strip."""
    tile = laid("sand", SAND_M)
    x, y, width, length = strip
    spot = mapping(coords(), scale=(1 / width, 1 / length, 0.0), offset=(-x / width, -y / length, 0.0))
    prints = op("x", image("footprints", spot))
    swept = remap(attribute("tone"), 0.42, 0.66, 0.02, 0.19) * _near(
        24.0
    )  # the wind has drawn ripples here and not there
    return (op("y", tile) * swept + op("z", tile) * 0.7) * dry + prints * 1.2


def sand(strip: Strip, grain: Grain = GOLDEN) -> Material:
    """Dry sand: rippled, trodden, with prints."""
    damp = attribute("damp")
    return Material(
        color=_sand_color(damp, grain),
        specular=0.0,
        bumps=(Bump(height=_relief(remap(damp, 0.55, 0.1, 0.15, 1.0), strip), strength=_near(90.0), distance_m=0.05),),
        preview=grain.dry,
    )


def swash(water: Water, strip: Strip, grain: Grain = GOLDEN) -> Material:
    """The sand the sea runs over, with the sheet of water on it: one surface, so that no edge shows between them."""
    depth, shine, damp = attribute("depth"), attribute("shine"), attribute("damp")
    dark = op("max", damp, attribute("dark") * 0.95)
    film = remap(depth, 0.0, 0.02)
    wet = op("max", shine, film)
    body = mix(grain.wet, water.shallow, remap(depth, 0.02, 0.5))
    white = _white()
    return Material(
        color=mix(mix(_sand_color(dark, grain), body, film), _FOAM, white),
        roughness=op("max", remap(wet, 0.0, 0.9, 0.5, 0.05), white * 0.7),
        specular=remap(op("max", wet, dark), 0.62, 1.0, 0.0, 0.5),
        ior=1.333,
        bumps=(
            Bump(
                height=_relief(remap(damp, 0.55, 0.1, 0.15, 1.0) * remap(wet, 0.0, 0.8, 1.0, 0.12), strip)
                + white * 0.5,
                strength=_near(70.0),
                distance_m=0.05,
            ),
        ),
        preview=grain.wet,
    )


def sea(water: Water) -> Material:
    """The sea beyond the swash: the color of its depth under a reflection of the sky, white where it breaks."""
    depth = attribute("depth")
    white = _white()
    clots = op("y", laid("foam", 0.8 * FOAM_M, turn_rad=0.3))
    crest = remap(op("z", coords()), 0.15, 0.75)  # light comes through where a wave stands up thin
    time = op("time")
    drift = laid("foam", 0.62 * FOAM_M, turn_rad=0.4, moved=op("combine", time * 0.42, time * -0.2, 0.0))
    counter = laid("foam", 1.45 * FOAM_M, turn_rad=-0.5, moved=op("combine", time * -0.3, time * 0.5, 0.0))
    far = op("camera_distance")
    return Material(
        color=mix(
            mix(mix(water.shallow, water.deep, remap(depth, 0.25, water.deep_m, smooth=True)), water.crest, crest),
            _FOAM,
            white,
        ),
        roughness=op("max", remap(far, 15.0, 700.0, 0.06, 0.24), white * 0.7),
        specular=0.5,
        ior=1.333,
        bumps=(
            Bump(
                height=op("z", drift) * 0.35 + op("z", counter) * 0.8 + (0.4 + clots) * white,
                strength=remap(far, 8.0, 300.0, 0.75, 0.1),
                distance_m=0.10,
            ),
        ),
        preview=water.deep,
    )


def _white() -> Expr:
    """Where the water is white: all over in a breaking front, a lace of cell walls as the foam thins."""
    fine, wide = laid("foam", FOAM_M), laid("foam", 2.3 * FOAM_M, turn_rad=0.9)
    lace = op("x", fine) * 0.42 + op("x", wide) * 0.34 + op("y", wide) * 0.3
    return remap(attribute("foam") * 1.2 + lace, 0.92, 1.3, smooth=True)


def grass(light: Color) -> Material:
    """Marram: leaves that let the low sun through, greener at the foot."""
    straw = mix((0.09, 0.125, 0.04), light, attribute("tall"))
    aged = mix(straw, (0.34, 0.26, 0.12), remap(op("random"), 0.45, 1.0, 0.0, 0.6))
    return Material(color=aged, specular=0.0, translucent=0.42, preview=light)


def driftwood() -> Material:
    """Wood that sun and salt have bleached."""
    grain = noise(mapping(coords(), scale=(3.0, 26.0, 26.0)), detail=3.0)
    return Material(color=mix((0.20, 0.165, 0.13), (0.46, 0.42, 0.36), remap(grain, 0.3, 0.7)), specular=0.0)


def wood() -> Material:
    """Timber that has stood in the sea: silver above, black and green where the tide reaches."""
    up = op("z", coords())
    grain = noise(mapping(coords("object"), scale=(14.0, 14.0, 1.2)), detail=4.0)
    dry = mix((0.085, 0.07, 0.055), (0.24, 0.205, 0.165), remap(grain, 0.3, 0.7))
    weedy = mix((0.018, 0.02, 0.012), (0.045, 0.06, 0.02), remap(noise(scale=7.0), 0.4, 0.6))
    tide = remap(up + noise(scale=4.0) * 0.3, 0.5, 0.9, smooth=True)
    return Material(
        color=mix(weedy, dry, tide),
        roughness=remap(tide, 0.0, 1.0, 0.35, 0.8),
        specular=0.4,
        bumps=(Bump(height=grain, strength=0.6, distance_m=0.02),),
    )


def shell() -> Material:
    """Shells and pebbles: each its own pale or grey."""
    tint = op("random")
    dull = mix((0.50, 0.42, 0.35), (0.20, 0.17, 0.15), remap(tint, 0.3, 0.5))
    return Material(color=mix(dull, (0.62, 0.58, 0.54), remap(tint, 0.8, 0.9)), specular=0.0)


def headland() -> Material:
    """Far land: heath over cliffs."""
    steep = remap(op("z", op("normal")) + noise(scale=0.02) * 0.3, 0.72, 0.98)
    return Material(color=mix((0.20, 0.16, 0.12), (0.055, 0.075, 0.035), steep), specular=0.0)


def plaster(color: Color) -> Material:
    """The lighthouse's walls."""
    return Material(color=color, specular=0.0)
