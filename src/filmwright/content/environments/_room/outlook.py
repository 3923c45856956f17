"""What is seen through a room's windows: the other side of the street, or a garden, painted out of focus on a sheet outside."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from filmwright.content import things
from filmwright.content.environments._room.plan import Light, Plan
from filmwright.content.kinds import F64
from filmwright.scene import noise
from filmwright.scene.nodes import Image, Mesh, Ray
from filmwright.scene.shade import Expr, Material, attribute, image, op, remap, voronoi
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, shape
from filmwright.values import Color

AWAY_M = 5.0  # how far outside the sheet hangs; what it shows is three times as far, and drawn as much smaller
LENGTH_M, LOW_M, HIGH_M = 50.0, -4.0, 11.0
PIXELS_M = 20  # pixels a metre of the sheet
SOFT_M = 0.07  # a lens set on somebody in the room sees the street so blurred
STREET_M = 0.85  # height at which the far side's foot is seen
ONLY_SEEN: tuple[Ray, ...] = ("diffuse", "shadow", "transmission")
_PLASTERS: tuple[Color, ...] = (
    (0.46, 0.38, 0.29), (0.52, 0.46, 0.38), (0.40, 0.24, 0.18), (0.44, 0.43, 0.41), (0.55, 0.44, 0.28), (0.33, 0.37, 0.40),
)  # fmt: skip
_LAMP: Color = (1.0, 0.62, 0.28)


def build(
    plan: Plan, hour: Light, seed: int, weather: str = "clear"
) -> tuple[tuple[Mesh, ...], dict[str, Material], dict[str, Image]]:
    """A sheet outside every wall that has windows, its material and its picture; nothing in a room without. Rain and snow fall before
    the picture."""
    walls = sorted({w.wall for w in plan.windows})
    if not walls:
        return (), {}, {}
    seen: Expr = image("outlook", attribute("outlook"))
    if weather in _FALLS:
        seen = op("cadd", seen, op("vscale", _as_color(_times(hour.view, hour.view_strength)), _FALLS[weather]()))
    glow = Material(model="emission", emission=seen, haze=False, preview=hour.view)
    meshes = tuple(
        things.mesh(f"outlook {wall}", _sheet(plan, wall), "outlook").model_copy(update={"hidden_from": ONLY_SEEN})
        for wall in walls
    )
    pixels = np.dstack([_picture(plan, hour, seed, weather == "snowfall"), np.ones((_rows(), _columns()))]).astype(
        np.float32
    )
    return meshes, {"outlook": glow}, {"outlook": Image(pixels=pixels)}


def _as_color(color: Color) -> Expr:
    return op("combine", *color)


def _times(color: Color, factor: float) -> Color:
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def _spot(across: float, up: float, falls_m_s: float, drifts_m_s: float = 0.0) -> Expr:
    """A place on the sheet in features, so many a metre across and up, that falls and drifts with time."""
    place = attribute("outlook")
    x = (op("x", place) * LENGTH_M - op("time") * drifts_m_s) * across
    z = (op("y", place) * (HIGH_M - LOW_M) + op("time") * falls_m_s) * up
    return op("combine", x, z, 0.0)


def _flakes() -> Expr:
    """How much of the light a flake sends on, 0..1: near ones large and quick, far ones small and slow."""
    share: Expr | float = 0.0
    for scale, speed, size, bright in ((2.2, 0.8, 0.105, 0.6), (3.6, 0.55, 0.11, 0.42), (6.0, 0.35, 0.12, 0.28)):
        away = voronoi(_spot(scale, scale, speed, 0.12 + 0.1 * speed), feature="F1")
        share = remap(away, 0.5 * size, size, bright, 0.0) + share
    assert isinstance(share, Expr)
    return share


def _streaks() -> Expr:
    """How much of the light rain sends on, 0..1: thin upright streaks."""
    near = grain(_spot(16.0, 0.9, 7.5, 0.6), scale=1.0, detail=1.0)
    far = grain(_spot(34.0, 1.8, 5.0, 0.4), scale=1.0, detail=1.0)
    return remap(near, 0.64, 0.80, 0.0, 0.30) + remap(far, 0.62, 0.78, 0.0, 0.20)


_FALLS = {"snowfall": _flakes, "rain": _streaks}
_ZENITH: Color = (0.36, 0.60, 0.98)  # of the view's light, what is left of it high over the horizon
_SNOW: Color = (0.80, 0.83, 0.90)


def _rows() -> int:
    return round((HIGH_M - LOW_M) * PIXELS_M)


def _columns() -> int:
    return round(LENGTH_M * PIXELS_M)


def _sheet(plan: Plan, wall: str) -> Shape:
    away = plan.half_m + AWAY_M
    start, end = {
        "left": ((-away, plan.back_m - 14.0), (-away, plan.back_m - 14.0 + LENGTH_M)),
        "right": ((away, plan.back_m - 14.0 + LENGTH_M), (away, plan.back_m - 14.0)),
        "back": ((-LENGTH_M / 2, plan.back_m + AWAY_M), (LENGTH_M / 2, plan.back_m + AWAY_M)),
    }[wall]
    corners = [(*start, LOW_M), (*end, LOW_M), (*end, HIGH_M), (*start, HIGH_M)]
    made = shape(corners, [[0, 1, 2, 3]])
    return made.with_data("outlook", np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], float))


def _picture(plan: Plan, hour: Light, seed: int, snow: bool) -> F64:
    """Radiance (rows, columns, 3), first row at the bottom."""
    rng = np.random.default_rng(seed)
    z, u = (
        axis.astype(float)
        for axis in np.meshgrid(
            np.linspace(LOW_M, HIGH_M, _rows()), np.linspace(0, LENGTH_M, _columns()), indexing="ij"
        )
    )
    view = np.asarray(hour.view) * hour.view_strength
    height = np.clip((z - STREET_M) / 5.0, 0, 1)[..., None]
    blue = 1.0 - np.clip(1.6 * height, 0, 1) * (1.0 - np.asarray(_ZENITH)) * (0.25 if snow else 1.0)
    picture = 0.80 * view * blue + 0.02 * (1 - height) * hour.view_strength
    _clouds(picture, u, z, view)
    dark = hour.lamp_w > 30.0
    daylight = view * (0.55 if dark else 0.75)
    _hills(picture, u, z, view, snow)
    if plan.outlook == "street":
        _houses(picture, u, z, daylight, dark, rng)
    _trees(picture, u, z, daylight, plan.outlook == "garden", snow, rng)
    ground = z < STREET_M + 0.03 * np.sin(0.7 * u)
    surface = np.array(_SNOW if snow else (0.16, 0.24, 0.09) if plan.outlook == "garden" else (0.30, 0.29, 0.28))
    picture[ground] = (surface * daylight * (0.8 + 0.3 * noise.fractal(u, 6.0 * z, 4, seed=3)[..., None]))[ground]
    picture = np.stack([gaussian_filter(picture[..., k], SOFT_M * PIXELS_M) for k in range(3)], -1)
    if dark:
        _lights(picture, u, z, rng)
    return np.asarray(np.maximum(picture, 0.0))


def _houses(picture: F64, u: F64, z: F64, daylight: F64, dark: bool, rng: np.random.Generator) -> None:
    """A row of fronts with windows, some of them lit in the evening, and shops at their feet."""
    at = 0.0
    while at < LENGTH_M:
        wide, top = float(rng.uniform(1.9, 3.2)), STREET_M + float(rng.uniform(2.4, 4.2))
        inside = (u >= at) & (u < at + wide) & (z < top) & (z > STREET_M)
        plaster = np.asarray(_PLASTERS[int(rng.integers(len(_PLASTERS)))])
        picture[inside] = plaster * daylight * float(rng.uniform(0.8, 1.1))
        picture[inside & (z > top - 0.09)] *= 0.7
        columns = max(2, round(wide / 0.62))
        for column in range(columns):
            x = at + (column + 0.5) * wide / columns
            for floor in np.arange(STREET_M + 1.15, top - 0.5, 0.85):
                pane = (np.abs(u - x) < 0.15) & (np.abs(z - floor - 0.24) < 0.26)
                lit = dark and rng.random() < 0.4
                warm = np.asarray(_LAMP) * float(rng.uniform(0.25, 0.8))
                picture[pane] = warm if lit else daylight * float(rng.uniform(0.12, 0.3))
        shop = inside & (z < STREET_M + 0.85) & (np.abs(u - at - wide / 2) < 0.36 * wide)
        picture[shop] = np.asarray(_LAMP) * float(rng.uniform(0.35, 0.95)) if dark else daylight * 0.22
        awning = inside & (np.abs(z - STREET_M - 0.95) < 0.09)
        picture[awning] = rng.uniform(0.1, 0.5, 3) * daylight
        at += wide + (float(rng.uniform(0.4, 1.0)) if rng.random() < 0.15 else 0.0)


def _clouds(picture: F64, u: F64, z: F64, view: F64) -> None:
    """A few soft white clouds."""
    torn = noise.fractal(0.16 * u, 0.55 * z, 5, seed=11)
    share = np.clip((torn - 0.02) / 0.35, 0, 0.75)[..., None]
    picture += (0.95 * view - picture) * share


def _hills(picture: F64, u: F64, z: F64, view: F64, snow: bool) -> None:
    """Two ranges of wooded hills, pale with distance."""
    for k, (base, reach, share) in enumerate(((1.15, 0.9, 0.30), (0.65, 0.7, 0.52))):
        line = STREET_M + base + reach * noise.fractal(0.10 * u + 9.0 * k, np.zeros_like(u), 4, seed=5 + k)
        inside = np.clip((line - z) / 0.12, 0, 1)[..., None]
        wood = (
            np.asarray(_SNOW if snow else (0.16, 0.25, 0.13))
            * (0.9 + 0.25 * noise.fractal(2.0 * u, 4.0 * z, 3, seed=k))[..., None]
        )
        color = view * ((1 - share) * np.asarray((0.72, 0.82, 0.95)) * 0.8 + share * wood)
        picture += (color - picture) * inside


def _trees(picture: F64, u: F64, z: F64, daylight: F64, many: bool, snow: bool, rng: np.random.Generator) -> None:
    """Crowns on trunks, light above and dark below, those behind paler; a hedge at their feet in a garden."""
    for far in (True, False):
        for at in np.arange(0.3 + 0.7 * far, LENGTH_M, (1.3 if far else 2.1) if many else 3.4 + 1.2 * far):
            _tree(picture, u, z, daylight, at + float(rng.normal(0, 0.4)), far, many, snow, rng)
    if many:
        top = STREET_M + 0.42 + 0.12 * noise.fractal(1.1 * u, np.zeros_like(u), 4, seed=4)
        leaf = (0.6 + 0.7 * np.clip((z - STREET_M) / 0.5, 0, 1) + 0.7 * noise.fractal(7.0 * u, 7.0 * z, 3, seed=8))[
            ..., None
        ]
        color = np.asarray(_SNOW if snow else (0.10, 0.17, 0.06)) * np.clip(leaf, 0.25, 1.5) * daylight
        picture += (color - picture) * np.clip((top - z) / 0.05, 0, 1)[..., None]


def _tree(
    picture: F64, u: F64, z: F64, daylight: F64, x: float, far: bool, many: bool, snow: bool, rng: np.random.Generator
) -> None:
    r = float(rng.uniform(0.7, 1.25)) * (1.35 if many else 0.8) * (0.75 if far else 1.0)
    middle = STREET_M + (1.35 if many else 1.9) * (0.85 if far else 1.0)
    seed = int(rng.integers(12))
    near = np.abs(u[0] - x) < 2.2 * r
    u, z, part = u[:, near], z[:, near], picture[:, near]
    rough = 0.42 * noise.fractal(2.2 * u + x, 2.2 * z, 4, seed=seed)
    leaves = noise.fractal(9.0 * u + x, 9.0 * z, 3, seed=seed + 1)
    away = np.hypot((u - x) / r, (z - middle) / (0.9 * r)) - rough - 0.22 * leaves
    trunk = (np.abs(u - x) < 0.05) & (z < middle) & (z > STREET_M)
    part[trunk] = np.array((0.08, 0.06, 0.04)) * daylight
    leaf = np.array((0.15, 0.23, 0.07)) * float(rng.uniform(0.75, 1.15))
    if snow:  # it lies on what looks up
        leaf = leaf * 0.5 + (np.asarray(_SNOW) * 0.8 - leaf * 0.5) * np.clip(0.35 + 1.1 * rough[..., None], 0, 1)
    light = np.clip(0.70 + 0.45 * (z - middle) / r + 0.9 * leaves + 0.3 * (u - x) / r, 0.22, 1.6)[..., None]
    color = leaf * light * daylight
    if far:
        color = 0.55 * color + 0.45 * daylight * np.asarray((0.55, 0.64, 0.72))
    part += (color - part) * np.clip((0.85 - away) / 0.12, 0, 1)[..., None]
    picture[:, near] = part


def _lights(picture: F64, u: F64, z: F64, rng: np.random.Generator) -> None:
    """Street lamps and traffic as discs of light, as a lens out of focus draws them."""
    for k in range(60):
        x, y = (
            float(rng.uniform(0, LENGTH_M)),
            STREET_M + float(rng.uniform(0.12, 0.5) if k % 3 else rng.uniform(1.2, 1.6)),
        )
        color = np.asarray(((1.0, 0.55, 0.22), (1.0, 0.85, 0.6), (1.0, 0.12, 0.06))[k % 3 if y < STREET_M + 1 else 0])
        disc = np.clip((float(rng.uniform(0.07, 0.12)) - np.hypot(u - x, z - y)) / 0.02, 0, 1)[..., None]
        picture += disc * color * float(rng.uniform(0.35, 0.9))
