"""What movie theaters are fitted with: a screen with a picture on it, lights along the aisle, a projector's window."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import Expr, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, grid, join, lathe, rotation
from filmwright.values import Color

LOW_M = 0.95  # height of the picture's lower edge
WIDE = 2.39  # a picture's width against its height: anamorphic
_SKY: tuple[Color, Color, Color] = ((1.0, 0.72, 0.28), (0.95, 0.34, 0.16), (0.16, 0.14, 0.42))
_HILLS: tuple[Color, ...] = ((0.62, 0.22, 0.20), (0.33, 0.10, 0.18), (0.12, 0.035, 0.10), (0.012, 0.006, 0.02))


def screen(f: Fitting, rng: np.random.Generator) -> Parts:
    """A screen of the fitting's width, a little curved, in black masking: ranges of hills before a setting sun shine on it."""
    w, h = f.width, f.width / WIDE
    u = np.linspace(-0.5, 0.5, 33)
    bow = -0.30 * (4 * u * u)
    rows = np.stack([np.full(33, LOW_M), np.full(33, LOW_M + h)])
    picture = grid(np.stack([u * w] * 2), np.stack([bow - 0.12] * 2), rows)
    picture = picture.with_data(
        "film",
        np.column_stack([picture.points[:, 0] / h, (picture.points[:, 2] - LOW_M) / h, 0 * picture.points[:, 0]]),
    )
    edge = [box((w + 0.7, 0.05, 0.4), center=(0, -0.46, z), bevel=0.01) for z in (LOW_M - 0.2, LOW_M + h + 0.2)]
    edge += [box((0.35, 0.05, h), center=(s * (w / 2 + 0.17), -0.44, LOW_M + h / 2), bevel=0.01) for s in (-1, 1)]
    stage = box((w + 0.7, 1.0, 0.35), center=(0, -0.55, 0.175), bevel=0.02)
    return {
        "picture": (
            picture,
            Material(model="emission", emission=_picture(), emission_strength=1.5, haze=False, preview=_SKY[1]),
        ),
        "masking": (join(edge), things.made_of("cotton", (0.008, 0.008, 0.009))),
        "step": (stage, things.made_of("cotton", (0.035, 0.012, 0.014))),
    }


def _picture() -> Expr:
    """A frame of a film, linear: sun low over four ranges of hills, a lone tree-line in front."""
    place = attribute("film")
    x, up = op("x", place), op("y", place)
    sky = mix(mix(_SKY[0], _SKY[1], remap(up, 0.30, 0.62)), _SKY[2], remap(up, 0.55, 1.0, smooth=True))
    streak = noise(op("combine", x * 1.3, up * 9.0, 2.0), scale=1.0, detail=6.0)
    sky = mix(sky, (1.0, 0.60, 0.36), remap(streak, 0.52, 0.68) * remap(up, 0.35, 0.7) * 0.7)
    off = op("length", op("vsub", place, (0.42, 0.47, 0.0)))
    shown: Expr = mix(
        mix(sky, (1.3, 0.80, 0.36), remap(off, 0.42, 0.08, 0.0, 0.7, smooth=True)),
        (1.9, 1.6, 1.0),
        remap(off, 0.105, 0.098),
    )
    for k, (base, reach, color) in enumerate(
        zip((0.42, 0.33, 0.22, 0.06), (0.34, 0.30, 0.26, 0.16), _HILLS, strict=True)
    ):
        line = noise(op("combine", x * (0.8 + 0.5 * k), 3.7 * k, 0.0), scale=1.0, detail=5.0 + k)
        if k == 3:
            line = line + noise(op("combine", x * 26.0, 1.0, 0.0), scale=1.0, detail=2.0) * 0.45
        shown = mix(shown, color, remap(op("sub", (line - 0.5) * (2 * reach) + base, up), 0.0, 0.012))
    return shown


def aisle_lights(f: Fitting, rng: np.random.Generator) -> Parts:
    """Small warm lights on the floor along both sides of an aisle `width` wide that runs from `gap` = from, to along y."""
    low, high = f.gap or (-6.0, 2.0)
    spots = [(s * f.width / 2, y) for s in (-1, 1) for y in np.arange(low, high, 0.98)]
    lit = [box((0.02, 0.20, 0.035), center=(x, y, 0.06), bevel=0.004) for x, y in spots]
    glow: list[Shape] = []
    for at_x, at_y in spots:
        across, along = np.meshgrid(
            np.linspace(-0.34, 0.34, 9) + at_x, np.linspace(-0.42, 0.42, 9) + at_y, indexing="ij"
        )
        glow.append(grid(across, along, 0.005))
    halo = join(
        one.with_data(
            "near", np.clip(1 - np.hypot((one.points[:, 0] - x) / 0.34, (one.points[:, 1] - y) / 0.42), 0, 1) ** 2
        )
        for one, (x, y) in zip(glow, spots, strict=True)
    )
    pool = Material(
        model="glow",
        emission=(1.0, 0.5, 0.16),
        emission_strength=remap(attribute("near"), 0.0, 1.0) * 0.16,
        haze=False,
        preview=(0.1, 0.05, 0.02),
    )
    return {"lights": (join(lit), _parts.glow("#ffb45c", 2.5)), "pools": (halo, pool)}


def projector(f: Fitting, rng: np.random.Generator) -> Parts:
    """The window of the projection room at the fitting's height, the lens bright in it, and its beam in the air, fading into the hall."""
    z = f.height
    frame = [box((0.9, 0.08, 0.06), center=(0, -0.04, z + s * 0.28), bevel=0.01) for s in (-1, 1)]
    frame += [box((0.06, 0.08, 0.62), center=(s * 0.45, -0.04, z), bevel=0.01) for s in (-1, 1)]
    back = box((0.86, 0.02, 0.54), center=(0, -0.01, z))
    lens = lathe([(0.001, 0.0), (0.085, 0.0)], sides=28, caps=False).turned(rotation(x=np.pi / 2)).moved((0, -0.06, z))
    beam = lathe([(0.09, 0.0), (1.5, 8.0)], sides=48, caps=False)
    beam = (
        beam.with_data("along", np.clip(beam.points[:, 2] / 8.0, 0, 1))
        .turned(rotation(x=np.pi / 2))
        .moved((0, -0.08, z))
    )
    through = op("sub", 1.0, op("facing", 0.5))
    dust = remap(noise(coords(), scale=3.0, detail=4.0), 0.3, 0.7, 0.5, 1.2)
    fade = op("pow", op("sub", 1.0, op("x", attribute("along"))), 2.0)
    air = Material(
        model="glow",
        emission=(0.75, 0.86, 1.0),
        emission_strength=op("pow", through, 2.0) * fade * dust * 0.20,
        haze=False,
        preview=(0.1, 0.1, 0.12),
    )
    return {
        "frame": (join(frame), things.made_of("lacquer", (0.02, 0.02, 0.02))),
        "room": (back, _parts.glow("#3a4656", 0.5)),
        "lens": (lens, _parts.glow("#eef4ff", 14.0)),
        "beam": (beam, air),
    }
