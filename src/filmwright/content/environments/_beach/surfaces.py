"""What a beach is made of: one recipe of sand that gets wet, the sea over it, grass, wood, shell and rock."""

from __future__ import annotations

from typing import NamedTuple

from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, image, mapping, mix, noise, op, remap, voronoi
from filmwright.values import Color

_DRY: Color = (0.47, 0.365, 0.245)
_DRY_DARK: Color = (0.36, 0.27, 0.175)
_WET: Color = (0.125, 0.092, 0.06)
_FOAM: Color = (0.80, 0.83, 0.85)


class Water(NamedTuple):
    """Color of the sea looked into: over white sand, and where it is deep."""

    shallow: Color
    deep: Color


def _near(reach_m: float) -> Expr:
    """1 close to the camera, 0 beyond reach: detail finer than a pixel only shimmers."""
    return remap(op("camera_distance"), 0.25 * reach_m, reach_m, 1.0, 0.0)


def _sand_color(dark: Expr) -> Expr:
    """Sand whose darkness 0..1 says how wet it is."""
    patches = noise(scale=0.7, detail=5.0, roughness=0.6)
    grain = noise(scale=95.0, detail=1.0)
    dry = mix(_DRY_DARK, _DRY, remap(patches * 0.75 + grain * 0.25, 0.36, 0.62))
    return mix(dry, _WET, dark)


def _ripples(amount: Expr | float) -> Bump:
    """Wind ripples, about 9 cm apart, that run along the shore and fork."""
    bent = op("vadd", coords(), op("vscale", op("noise_color", coords(), 1.3), 0.16))
    crest = noise(mapping(bent, scale=(9.5, 2.2, 3.0)), scale=1.0, detail=1.5, roughness=0.45)
    return Bump(height=crest, strength=_near(26.0) * amount, distance_m=0.035)


def _churned(amount: Expr | float) -> Bump:
    """Soft hollows a foot wide: sand that many feet have crossed."""
    hollow = voronoi(scale=3.1, feature="SMOOTH_F1")
    lumps = noise(scale=6.0, detail=3.0, roughness=0.55)
    return Bump(height=remap(hollow, 0.0, 0.55, smooth=True) + lumps * 0.5, strength=_near(55.0) * amount, distance_m=0.055)


def _steps(strip: tuple[float, float, float, float]) -> Bump:
    """Footprints pressed into a strip (x, y of its corner, width, length), from the image "footprints"."""
    x, y, width, length = strip
    spot = mapping(coords(), scale=(1 / width, 1 / length, 0.0), offset=(-x / width, -y / length, 0.0))
    return Bump(height=op("x", image("footprints", spot)), strength=_near(45.0), distance_m=0.05)


def _damp() -> Expr:
    """How dark the sand is where no wave has been for a while: moist towards the water, dry up the beach."""
    ragged = noise(scale=0.8, detail=4.0) * 2.6
    return remap(attribute("up") + ragged, 6.4, 10.4, 0.62, 0.0, smooth=True)


def sand(strip: tuple[float, float, float, float]) -> Material:
    """Dry sand: rippled, trodden, with prints."""
    dry = remap(_damp(), 0.5, 0.1)
    return Material(
        color=_sand_color(_damp()),
        roughness=0.9,
        specular=0.0,
        bumps=(_churned(dry * 0.75 + 0.12), _ripples(dry * 0.55 + 0.1), _steps(strip)),
        preview=_DRY,
    )


def sea(water: Water, strip: tuple[float, float, float, float]) -> Material:
    """Water over sand, foam on it, and the wet sand it leaves: one surface, so that no edge shows between them."""
    depth, shine = attribute("depth"), attribute("shine")
    dark = op("max", _damp(), attribute("dark") * 0.92)
    film = remap(depth, 0.0, 0.02)
    body = mix(mix(_WET, water.shallow, remap(depth, 0.0, 0.5)), water.deep, remap(depth, 0.3, 3.0, smooth=True))
    ground = mix(_sand_color(dark), body, film)
    white = foam_mask()
    far = remap(op("camera_distance"), 15.0, 700.0, 0.05, 0.24)
    wet = op("max", shine, film)
    roughness = mix((0.62, 0.62, 0.62), (0.0, 0.0, 0.0), wet) + wet * far
    time = op("time")
    drift = op("vadd", coords(), op("combine", time * 0.5, time * -0.22, time * 0.35))
    counter = op("vadd", coords(), op("combine", time * -0.18, time * 0.45, time * 0.3))
    ripple = noise(drift, scale=2.6, detail=3.0) + noise(counter, scale=6.5, detail=2.0) * 0.4
    open_water = remap(depth, 0.03, 0.35)
    return Material(
        color=mix(ground, _FOAM, white),
        roughness=op("max", roughness, white * 0.7),
        specular=mix((0.06, 0.06, 0.06), (0.5, 0.5, 0.5), op("max", wet, dark * 0.5)),
        ior=1.333,
        bumps=(
            Bump(height=ripple, strength=open_water * remap(op("camera_distance"), 8.0, 260.0, 0.62, 0.12), distance_m=0.07),
            Bump(height=white, strength=_near(40.0) * 0.5, distance_m=0.05),
            _ripples(remap(wet, 0.0, 1.0, 0.22, 0.03)),
            _steps(strip),
        ),
        preview=water.deep,
    )


def foam_mask() -> Expr:
    """Where the water is white: all over in a breaking front, a lace of cell walls as the foam thins."""
    foam = attribute("foam")
    bent = op("vadd", coords(), op("vscale", op("noise_color", coords(), 1.1), 0.55))
    flat = mapping(bent, scale=(1.0, 0.62, 0.0))
    walls = voronoi(flat, scale=2.1, feature="DISTANCE_TO_EDGE")
    fine = voronoi(flat, scale=6.5, feature="DISTANCE_TO_EDGE")
    clots = noise(flat, scale=3.0, detail=4.0, roughness=0.65)
    lace = remap(walls, 0.0, 0.34, 0.62, 0.0) + remap(fine, 0.0, 0.3, 0.22, 0.0) + clots * 0.55
    return remap(foam * 1.25 + lace, 1.02, 1.38, smooth=True)


def grass(light: Color) -> Material:
    """Marram: leaves that let the low sun through, greener at the foot."""
    tall = attribute("tall")
    straw = mix((0.10, 0.13, 0.045), light, tall)
    aged = mix(straw, (0.34, 0.26, 0.12), remap(op("random"), 0.45, 1.0, 0.0, 0.6))
    return Material(color=aged, specular=0.0, translucent=0.42, preview=light)


def wood() -> Material:
    """Timber that has stood in the sea: silver above, black and green where the tide reaches."""
    up = op("z", coords())
    grain = noise(mapping(coords("object"), scale=(14.0, 14.0, 1.2)), detail=4.0)
    dry = mix((0.085, 0.07, 0.055), (0.24, 0.205, 0.165), remap(grain, 0.3, 0.7))
    weedy = mix((0.018, 0.02, 0.012), (0.045, 0.06, 0.02), remap(noise(scale=7.0), 0.4, 0.6))
    tide = remap(up + noise(scale=4.0) * 0.3, 0.55, 0.95, smooth=True)
    return Material(
        color=mix(weedy, dry, tide),
        roughness=remap(tide, 0.0, 1.0, 0.35, 0.8),
        specular=0.4,
        bumps=(Bump(height=grain, strength=0.6, distance_m=0.02),),
    )


def shell() -> Material:
    """Shells and pebbles: each its own pale or grey."""
    tint = op("random")
    color = mix(mix((0.55, 0.47, 0.40), (0.22, 0.19, 0.17), remap(tint, 0.3, 0.5)), (0.62, 0.58, 0.54), remap(tint, 0.8, 0.9))
    return Material(color=color, roughness=0.45, specular=0.35)


def headland() -> Material:
    """Far land: heath over cliffs."""
    steep = remap(op("z", op("normal")) + noise(scale=0.02) * 0.3, 0.72, 0.98)
    return Material(color=mix((0.20, 0.16, 0.12), (0.055, 0.075, 0.035), steep), specular=0.0)


def plaster(color: Color) -> Material:
    """The lighthouse's walls."""
    return Material(color=color, specular=0.0)
