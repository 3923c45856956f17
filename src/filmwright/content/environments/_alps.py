"""High mountains: jagged ridges with snow, forested below; their surface as one material that knows height and steepness."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.environments import _conifer, _patterns, _planting
from filmwright.content.environments._country import ease
from filmwright.scene import noise
from filmwright.scene.nodes import Node
from filmwright.scene.shade import Bump, Expr, Material, Value, attribute, cmul, coords, mix, normal_z, op, remap
from filmwright.scene.shade import noise as noise_of
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

SNOW: Color = (0.82, 0.86, 0.92)
_ROCK: Color = (0.135, 0.128, 0.122)
_PALE_ROCK: Color = (0.26, 0.245, 0.23)


class Range(NamedTuple):
    """A chain of peaks around the place looked at: `high_m` over the valley, from `from_m` to `full_m` away; `summit`: the x, y,
    height and reach of the peak that is the picture's subject."""

    seed: int
    high_m: float = 820.0
    from_m: float = 900.0
    full_m: float = 2700.0
    summit: tuple[float, float, float, float] = (-330.0, 3000.0, 560.0, 620.0)

    def height(self, x: F64, y: F64) -> F64:
        """Height over the valley's floor in metres at x, y (of one shape)."""
        r = np.hypot(x, y)
        rise = ease((r - self.from_m) / (self.full_m - self.from_m))
        bent = noise.fractal(x * 0.0011, y * 0.0011, 4, seed=self.seed + 6) * 420.0
        sharp = noise.fractal((x + bent) * 0.00105 + 3, (y - bent) * 0.00105, 8, ridged=True, seed=self.seed)
        broad = noise.fractal(x * 0.00042 + 5, y * 0.00042, 3, seed=self.seed + 2) + 0.55
        sx, sy, sh, sr = self.summit
        away = np.hypot((x - sx) + 0.35 * bent, (y - sy) * 0.8 + 0.35 * bent)
        peak = np.clip(1 - away / (1.9 * sr), 0, 1) ** 1.35
        crags = noise.fractal((x + bent) * 0.0032, (y - bent) * 0.0032, 6, ridged=True, seed=self.seed + 4)
        return np.asarray(rise * (self.high_m * sharp * broad * 1.35 + sh * peak * (0.72 + 0.55 * crags) - 40.0))


def surface(field: Value, *, tree_line_m: float, snow_line_m: float, snowy: bool) -> Material:
    """The mountains and the valley as one material. `field`: the color of the meadows. Above the tree line lies rock, above the
    snow line snow wherever it is not too steep; snowy: everywhere. Attribute `wood` 0..1: where forest is."""
    height = op("z", coords())
    broken = noise_of(scale=0.009, detail=6.0, roughness=0.62)
    fine = noise_of(scale=0.07, detail=4.0, roughness=0.6)
    far = remap(op("camera_distance"), 250.0, 900.0)
    strata = remap(op("fract", height * 0.018 + broken * 1.6), 0.0, 1.0, 0.75, 1.2)
    rock = cmul(
        mix(_ROCK, _PALE_ROCK, remap(broken * 0.5 + fine * 0.5, 0.38, 0.62)), op("combine", strata, strata, strata)
    )
    level = normal_z() + (broken - 0.5) * 0.55 + (fine - 0.5) * 0.3
    upper = remap(height + (broken - 0.5) * 260.0, tree_line_m, tree_line_m + 150.0)
    bare = op("max", upper, remap(level, 0.74, 0.62)) * far
    land = mix(field, rock, bare)
    line = remap(height + (broken - 0.5) * 360.0, snow_line_m - 90.0, snow_line_m + 120.0)
    lying = remap(level, 0.60, 0.72) * (op("max", line, 1.0 - far) if snowy else line)
    color: Expr = mix(land, SNOW, op("max", lying, 1.0 - remap(far, 0.0, 0.2)) if snowy else lying)
    if snowy:
        color = mix(color, (0.32, 0.36, 0.40), attribute("wood") * 0.8)
    near = remap(op("camera_distance"), 6.0, 60.0, 1.0, 0.0)
    turf = _patterns.laid("turf", 2.3)
    return Material(
        color=color,
        specular=0.0,
        bumps=(
            Bump(height=broken, strength=far * 0.8, distance_m=60.0),
            Bump(height=op("z", turf) + op("y", turf) * 0.5, strength=near * (0.25 if snowy else 0.5), distance_m=0.03),
        ),
        preview=SNOW if snowy else (0.1, 0.13, 0.05),
    )


NEEDLE: Color = (0.042, 0.078, 0.030)
LARCH: Color = (0.36, 0.21, 0.035)


def conifers(
    name: str, points: F64, scales: F64, eyes: F64, rng: np.random.Generator, *, snow: float, larches: float = 0.0
) -> list[Node]:
    """Firs at points (n, 3), of 12 m times their scale; a share of them larches in autumn's color."""
    nodes: list[Node] = []
    golden = rng.random(len(points)) < larches
    for label, chosen, needle in (("fir", ~golden, NEEDLE), ("larch", golden, LARCH)):
        if not chosen.any():
            continue

        def make(kind: int, detail: str, needle: Color = needle) -> Shape:
            return _conifer.conifer(kind + 1, detail, needle=needle, snow=snow)  # type: ignore[arg-type]

        nodes += _planting.graded(
            f"{name}_{label}", make, ("needles", "bark"), points[chosen], scales[chosen],
            _planting.distances(points[chosen], eyes), rng,
            grades=(_planting.Grade("near", 26.0, 2), _planting.Grade("mid", 90.0, 3), _planting.Grade("far", 1e9, 4)),
        )  # fmt: skip
    return nodes


def needles(snowy: bool) -> Material:
    """The foliage of firs, white above where snow lies."""
    white = remap(normal_z(), -0.05, 0.35)
    color = mix(attribute("tint"), SNOW, attribute("snow") * white) if snowy else attribute("tint")
    return Material(color=mix(color, (0.0, 0.0, 0.0), op("ray", kind="diffuse")), specular=0.0, preview=NEEDLE)
