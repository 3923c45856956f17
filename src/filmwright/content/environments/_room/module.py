"""What a space station's module is fitted with: walls of racks and padding, a round hatch, windows with the Earth, handrails, screens."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import (
    Bump,
    Material,
    attribute,
    cadd,
    coords,
    mapping,
    mix,
    noise,
    op,
    ramp,
    remap,
    voronoi,
)
from filmwright.scene.shapes import Shape, box, curve, grid, join, lathe, rotation, sweep

BAY_M = 1.05  # width of a rack; that of the standard payload racks
CORNER_M = 0.42  # how much the corners between walls and ceiling are cut
HATCH_M = 0.66  # half the clear width of the hatch
_TALL_M = 2.35


def rack_wall(f: Fitting, rng: np.random.Generator) -> Parts:
    """A wall of racks over the fitting's width, so high as the fitting: drawers, padding, lockers and electronics by turns, with
    handrails on the seams."""
    count = max(1, round(f.width / BAY_M))
    wide, top = f.width / count, f.height
    white: list[Shape] = []
    soft: list[Shape] = []
    dark: list[Shape] = []
    steel: list[Shape] = []
    blue: list[Shape] = []
    lit: list[Shape] = []
    labels: list[Shape] = []
    dark.append(box((f.width, 0.02, top), center=(0, 0.02, top / 2)))
    for k in range(count):
        x = -f.width / 2 + (k + 0.5) * wide
        z = 0.06
        turn = int(rng.integers(4))
        while z < top - 0.18:
            tall = min(float(rng.choice([0.28, 0.42, 0.56])), top - 0.04 - z)
            if top - z - tall < 0.2:
                tall = top - 0.04 - z
            middle = z + tall / 2
            if turn % 4 == 0:
                for s in (-1, 1):
                    at = (x + s * wide / 4, -0.05, middle)
                    soft.append(box((wide / 2 - 0.02, 0.13, tall - 0.02), center=at, bevel=0.045))
                blue.append(box((wide - 0.06, 0.008, 0.035), center=(x, -0.119, middle), bevel=0.002))
            elif turn % 4 == 1:
                white.append(box((wide - 0.03, 0.05, tall - 0.015), center=(x, -0.01, middle), bevel=0.008))
                rail = [
                    (x - 0.3, -0.03, middle),
                    (x - 0.28, -0.075, middle),
                    (x + 0.28, -0.075, middle),
                    (x + 0.3, -0.03, middle),
                ]
                steel.append(sweep(curve(rail, 20), 0.011, sides=8))
                labels.append(box((0.12, 0.003, 0.045), center=(x - 0.34, -0.037, middle + tall * 0.28)))
            elif turn % 4 == 2:
                dark.append(box((wide - 0.03, 0.03, tall - 0.015), center=(x, 0.0, middle), bevel=0.006))
                wide_m = 0.42
                lit.append(_display(wide_m, tall * 0.62, rng).moved((x - 0.22, -0.0175, middle)))
                for n in range(int(rng.integers(9, 16))):
                    at = (x + 0.12 + 0.065 * (n % 5), -0.019, middle + tall * 0.24 - 0.06 * (n // 5))
                    color = [(0.2, 1.0, 0.4), (1.0, 0.55, 0.12), (0.3, 0.7, 1.0)][int(rng.integers(3))]
                    lit.append(box((0.014, 0.006, 0.014), center=at).with_data("tint", np.array(color)))
            else:
                for s in (-1, 0, 1):
                    at = (x + s * (wide - 0.03) / 3, -0.015, middle)
                    white.append(box((wide / 3 - 0.02, 0.06, tall - 0.02), center=at, bevel=0.012))
                    steel.append(box((0.05, 0.02, 0.03), center=(at[0], -0.052, middle + tall * 0.32), bevel=0.005))
            z += tall
            turn += 1 + int(rng.integers(2))
        seam = x - wide / 2
        white.append(box((0.035, 0.09, top), center=(seam, -0.02, top / 2), bevel=0.008))
        for low in (0.45, 1.35):
            bar = [(seam, -0.06, low), (seam, -0.13, low + 0.03), (seam, -0.13, low + 0.47), (seam, -0.06, low + 0.5)]
            blue.append(sweep(curve(bar, 24), 0.014, sides=10))
    return {
        "panels": (join(white), things.made_of("lacquer", (0.60, 0.61, 0.60))),
        "padding": (join(soft), _quilted()),
        "dark": (join(dark), things.made_of("lacquer", (0.035, 0.040, 0.048))),
        "steel": (join(steel), things.made_of("metal", (0.6, 0.61, 0.62))),
        "rails": (join(blue), things.made_of("lacquer", colors.resolve(f.color))),
        "displays": (join(lit), _lit(1.1)),
        "labels": (join(labels), things.made_of("paper", (0.55, 0.33, 0.04))),
    }


def _display(wide: float, tall: float, rng: np.random.Generator) -> Shape:
    """A screen about the origin, facing -y: a dark blue ground with a curve, bars and rows of text; attribute `tint`."""
    made = [box((wide, 0.006, tall), bevel=0.001).with_data("tint", np.array((0.01, 0.035, 0.09)))]
    face = -0.0045
    turn = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
    u = np.linspace(0, 1, 60)
    line = np.column_stack([(u - 0.5) * wide * 0.86, tall * (0.16 + 0.14 * np.sin(u * 9.0 + float(rng.uniform(0, 6))))])
    drawn = [(_parts.ribbon(line, 0.006), (0.25, 0.9, 1.0))]
    for n in range(9):
        high = tall * float(rng.uniform(0.05, 0.3))
        bar = np.array(
            [(-0.4 * wide + 0.05 * wide * n, -0.42 * tall), (-0.4 * wide + 0.05 * wide * n, -0.42 * tall + high)]
        )
        drawn.append((_parts.ribbon(bar, 0.03 * wide), (0.3, 1.0, 0.45) if n % 3 else (1.0, 0.6, 0.15)))
    for n in range(4):
        end = 0.12 * wide + float(rng.uniform(0.12, 0.3)) * wide
        row = np.array([(0.12 * wide, -0.14 * tall - 0.09 * tall * n), (end, -0.14 * tall - 0.09 * tall * n)])
        drawn.append((_parts.ribbon(row, 0.03 * tall), (0.55, 0.75, 0.9)))
    made += [shape.turned(turn).moved((0, face, 0)).with_data("tint", np.array(color)) for shape, color in drawn]
    return join(made)


def _lit(strength: float) -> Material:
    tint = attribute("tint")
    return Material(model="emission", emission=tint, emission_strength=strength, haze=False, preview=(0.1, 0.3, 0.5))


def _quilted() -> Material:
    """White cloth over padding, stitched in squares."""
    spot = coords("rest")
    waves = op("abs", op("sin", op("x", spot) * 22.0)) * op("abs", op("sin", op("z", spot) * 22.0))
    fine = noise(spot, scale=300.0, detail=2.0)
    folds = noise(spot, scale=9.0, detail=3.0)
    return Material(
        color=mix((0.52, 0.52, 0.49), (0.66, 0.66, 0.63), waves), roughness=0.85, specular=0.15, sheen=0.2,
        bumps=(
            Bump(height=op("pow", waves, 0.4) + folds * 0.5, strength=0.6, distance_m=0.012),
            Bump(height=fine, strength=0.3, distance_m=0.001),
        ),
        preview=(0.6, 0.6, 0.58),
    )  # fmt: skip


def module_ceiling(f: Fitting, rng: np.random.Generator) -> Parts:
    """The upper and the lower side of a module `width` wide and `gap` = from, to along y: panels, corners cut aslant with strips of
    light in them, a handrail along the ceiling and loops of cable."""
    low, high = f.gap or (-8.0, 0.0)
    half, top = f.width / 2, f.height
    long, middle = high - low, (low + high) / 2
    plates: list[Shape] = []
    floor: list[Shape] = []
    strips: list[Shape] = []
    rails: list[Shape] = []
    count = max(1, round(long / BAY_M))
    bay = long / count
    flat = 2 * (half - CORNER_M)
    for k in range(count):
        y = low + (k + 0.5) * bay
        for s in (-1, 0, 1):
            plates.append(box((flat / 3 - 0.012, bay - 0.02, 0.05), center=(s * flat / 3, y, top + 0.01), bevel=0.012))
            floor.append(
                box((2 * half / 3 - 0.012, bay - 0.016, 0.04), center=(s * 2 * half / 3, y, -0.014), bevel=0.006)
            )
        for s in (-1, 1):
            reach = CORNER_M * math.sqrt(2)
            slope = rotation(y=s * math.pi / 4)
            at = (s * (half - CORNER_M / 2), y, top - CORNER_M / 2)
            plates.append(box((reach, bay - 0.02, 0.04), bevel=0.01).turned(slope).moved(at))
            lamp = box((0.16, bay - 0.22, 0.02), center=(0, 0, -0.03), bevel=0.006).turned(slope).moved(at)
            strips.append(lamp)
        for s in (-1, 1):
            bar = [
                (s * 0.22, y - 0.38, top - 0.02),
                (s * 0.22, y - 0.36, top - 0.09),
                (s * 0.22, y + 0.36, top - 0.09),
                (s * 0.22, y + 0.38, top - 0.02),
            ]
            rails.append(sweep(curve(bar, 24), 0.013, sides=8))
    cables = []
    for n in range(3):
        x = half - CORNER_M + 0.02 + 0.035 * n
        sag = [(x, low + t * long, top - 0.02 - 0.05 * abs(math.sin(7.0 * t + n))) for t in np.linspace(0, 1, 15)]
        cables.append(sweep(curve(sag, 90), 0.012, sides=6))
    backing = box((2 * half + 0.1, long, 0.04), center=(0, middle, top + 0.08))
    return {
        "plates": (join(plates), things.made_of("lacquer", (0.62, 0.63, 0.62))),
        "backing": (backing, things.made_of("lacquer", (0.05, 0.05, 0.055))),
        "floor": (join(floor), things.made_of("lacquer", (0.24, 0.31, 0.38))),
        "strips": (join(strips), _parts.glow("#f2f8ff", 3.2)),
        "rails": (join(rails), things.made_of("lacquer", colors.resolve(f.color))),
        "cables": (join(cables), things.made_of("rubber", (0.10, 0.10, 0.11))),
    }


def hatch(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bulkhead over the fitting's width and height with a round hatch open to a short tunnel, at whose end the Earth stands in a
    window; its rim is padded, with a warning band, and the hatch's cover hangs beside it."""
    half, top = f.width / 2, f.height
    z = top / 2 + 0.02
    a = np.linspace(0, 2 * math.pi, 65)
    square = np.column_stack([np.cos(a), np.sin(a)])
    square /= np.abs(square).max(axis=1)[:, None]
    inner = np.column_stack([HATCH_M * np.cos(a), np.zeros(65), z + HATCH_M * np.sin(a)])
    outer = np.column_stack([half * square[:, 0], np.zeros(65), top / 2 + (top / 2 + 0.05) * square[:, 1]])
    wall = grid(*np.stack([outer, inner]).transpose(2, 0, 1))
    upright = rotation(x=math.pi / 2)
    rim = lathe(
        [(HATCH_M, 0.02), (HATCH_M + 0.02, 0.06), (HATCH_M + 0.10, 0.06), (HATCH_M + 0.13, 0.0)], sides=72, caps=False
    )
    band = lathe([(HATCH_M + 0.135, 0.004), (HATCH_M + 0.21, 0.004)], sides=72, caps=False)
    tunnel = lathe(
        [(HATCH_M, 0.02), (HATCH_M, -0.5), (HATCH_M - 0.03, -0.52), (HATCH_M, -0.55), (HATCH_M, -1.2)],
        sides=72,
        caps=False,
    )
    ring = lathe([(HATCH_M, -1.12), (HATCH_M - 0.12, -1.1), (HATCH_M - 0.14, -1.16)], sides=72, caps=False)
    glowing = [
        lathe([(HATCH_M - 0.004, -0.30 - d), (HATCH_M - 0.004, -0.34 - d)], sides=72, caps=False) for d in (0.0, 0.45)
    ]
    at = (0.0, 0.0, z)
    bolts = [
        box((0.05, 0.05, 0.03), bevel=0.006)
        .moved((0, 0, 0.03))
        .moved(((HATCH_M + 0.28) * math.cos(t), (HATCH_M + 0.28) * math.sin(t), 0))
        for t in np.arange(16) * math.pi / 8
    ]
    bags = [
        box((0.34, 0.24, 0.30), center=(s * (half - 0.28), -0.16, h), bevel=0.07)
        for s, h in ((-1, 0.32), (1, 0.30), (1, 0.62))
    ]
    rails = [
        sweep(
            curve(
                [
                    (s * (half - 0.22), 0, h),
                    (s * (half - 0.22), -0.08, h + 0.03),
                    (s * (half - 0.22), -0.08, h + 0.42),
                    (s * (half - 0.22), 0, h + 0.45),
                ],
                24,
            ),
            0.014,
            sides=8,
        )
        for s in (-1, 1)
        for h in (1.05,)
    ]
    pane, earth = earth_window(HATCH_M - 0.13, seed=int(rng.integers(9)))
    return {
        "bulkhead": (wall, things.made_of("lacquer", (0.55, 0.56, 0.56))),
        "rim": (join([rim, *bolts]).turned(upright).moved(at), things.made_of("metal", (0.5, 0.51, 0.53))),
        "band": (band.turned(upright).moved(at), _warning(z)),
        "tunnel": (join([tunnel, ring]).turned(upright).moved(at), things.made_of("lacquer", (0.42, 0.45, 0.48))),
        "tunnel light": (join(glowing).turned(upright).moved(at), _parts.glow("#bfe0ff", 1.6)),
        "bags": (join(bags), things.made_of("cotton", (0.60, 0.59, 0.54))),
        "rails": (join(rails), things.made_of("lacquer", colors.resolve(f.color))),
        "earth": (pane.moved((0, 1.14, z)), earth),
    }


def _warning(z: float) -> Material:
    """Yellow and black sectors round the middle of a hatch that is z up."""
    spot = coords("rest")
    turn = op("atan2", op("z", spot) - z, op("x", spot)) * (36.0 / (2 * math.pi))
    return Material(
        color=mix((0.02, 0.02, 0.02), (0.75, 0.48, 0.02), op("greater", op("fract", turn), 0.5)),
        roughness=0.5,
        preview=(0.5, 0.3, 0.02),
    )


def earth_window(radius: float, seed: int = 3) -> tuple[Shape, Material]:
    """A round view, facing -y about the origin: the Earth's limb with clouds under black space with stars; and what it is made of."""
    n, m = 72, 24
    a, r = np.meshgrid(np.linspace(0, 2 * math.pi, n + 1), np.linspace(0.001, radius, m), indexing="ij")
    disc = grid(r * np.cos(a), np.zeros_like(r), r * np.sin(a))
    disc = disc.with_data(
        "view", np.column_stack([disc.points[:, 0], disc.points[:, 2], np.zeros(len(disc.points))]) / radius
    )
    view = attribute("view")
    away = op("length", op("vsub", view, (0.45, -1.42, 0.0)))
    limb = 1.95
    inside = remap(away, limb, limb - 0.012)
    # Seen aslant, what lies on the globe is pressed together towards the limb.
    near = op("sqrt", op("max", 1.0 - (away / limb) * (away / limb), 0.001))
    place = op("combine", op("x", view) / (near + 0.25), op("y", view) / (near + 0.12), float(seed))
    swirl = noise(place, scale=1.5, detail=9.0, roughness=0.62, distortion=0.8)
    puffs = noise(place, scale=6.0, detail=6.0, roughness=0.6)
    cloud = remap(swirl * 0.7 + puffs * 0.3, 0.46, 0.64, smooth=True)
    land = remap(noise(mapping(place, offset=(4.0, 2.0, 0.0)), scale=0.8, detail=8.0), 0.56, 0.58)
    ground = mix(mix((0.010, 0.075, 0.25), (0.11, 0.10, 0.05), land), (0.80, 0.85, 0.92), cloud)
    hazy = mix(ground, (0.28, 0.52, 0.98), remap(away, limb - 0.5, limb, 0.0, 0.75, smooth=True))
    air = ramp(
        remap(away, limb - 0.01, limb + 0.16),
        (0.0, (0.34, 0.62, 1.0)),
        (0.25, (0.06, 0.20, 0.62)),
        (0.7, (0.004, 0.02, 0.09)),
        (1.0, (0.0, 0.0, 0.0)),
    )
    sparks = remap(voronoi(view, scale=24.0), 0.055, 0.02) * remap(noise(view, scale=9.0), 0.45, 0.7)
    space = cadd(air, op("combine", sparks, sparks, sparks))
    glow = Material(
        model="emission",
        emission=mix(space, hazy, inside),
        emission_strength=1.25,
        haze=False,
        preview=(0.1, 0.25, 0.6),
    )
    return disc, glow


def porthole(f: Fitting, rng: np.random.Generator) -> Parts:
    """A round window of the fitting's width in the wall, its middle at the fitting's height: a deep rim, bolts, the Earth outside."""
    r, at = f.width / 2, (0.0, 0.0, f.height)
    upright = rotation(x=math.pi / 2)
    rim = lathe(
        [(r, -0.10), (r + 0.01, 0.10), (r + 0.05, 0.15), (r + 0.13, 0.15), (r + 0.16, 0.12), (r + 0.16, -0.10)],
        sides=64,
        caps=False,
    )
    bolts = [
        box((0.03, 0.03, 0.02), center=((r + 0.09) * math.cos(t), (r + 0.09) * math.sin(t), 0.155), bevel=0.004)
        for t in np.arange(12) * math.pi / 6
    ]
    pane, earth = earth_window(r, seed=5)
    return {
        "rim": (join([rim, *bolts]).turned(upright).moved(at), things.made_of("lacquer", (0.50, 0.52, 0.54))),
        "earth": (pane.moved((0, -0.085, f.height)), earth),
    }


def console(f: Fitting, rng: np.random.Generator) -> Parts:
    """Two laptops' worth of screens on arms before a wall, about the fitting's height, and a keyboard shelf."""
    z = f.height
    lit, dark = [], []
    for s in (-1, 1):
        turn = rotation(x=-0.18) @ rotation(z=-s * 0.22)
        at = (s * f.width * 0.27, -0.30, z)
        lit.append(_display(0.40, 0.25, rng).turned(turn).moved(at))
        dark.append(box((0.44, 0.022, 0.29), center=(0, 0.016, 0), bevel=0.006).turned(turn).moved(at))
        dark.append(box((0.44, 0.26, 0.018), center=(at[0], -0.46, z - 0.16), bevel=0.006))
        dark.append(
            sweep(curve([(at[0], 0.0, z - 0.2), (at[0], -0.14, z - 0.1), (at[0], -0.28, z - 0.04)], 16), 0.018, sides=8)
        )
    return {"screens": (join(lit), _lit(1.6)), "cases": (join(dark), things.made_of("plastic", (0.03, 0.03, 0.034)))}
