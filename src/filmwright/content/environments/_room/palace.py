"""What a palace's halls are fitted with: pilasters under an entablature, chandeliers, gilded mirrors and doors, a parquet floor."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Bump, Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, shape, sweep
from filmwright.values import Color

_GOLD: Color = (0.62, 0.40, 0.13)


def gilding() -> Material:
    """Worn gold leaf."""
    worn = noise(scale=18.0, detail=4.0)
    return Material(
        color=mix((0.36, 0.21, 0.06), (0.78, 0.52, 0.19), remap(worn, 0.3, 0.6)),
        metallic=0.85,
        roughness=0.30 + worn * 0.12,
        preview=_GOLD,
    )


def marble(color: Color) -> Material:
    """Polished marble with dark veins."""
    veins = noise(scale=1.7, detail=7.0, roughness=0.62, distortion=1.8)
    line = remap(op("abs", veins - 0.5), 0.0, 0.035, 1.0, 0.0)
    dark: Color = (color[0] * 0.55, color[1] * 0.55, color[2] * 0.6)
    return Material(color=mix(color, dark, line * 0.6), roughness=0.22, specular=0.5, preview=color)


def pilasters(f: Fitting, rng: np.random.Generator) -> Parts:
    """Fluted half columns about 2.4 m apart along a wall, gilded capitals, and a cornice in steps over them; `height` is the room's."""
    count = max(2, round(f.width / 2.4) + 1)
    top = f.height - 0.85
    shafts, gilt, stone = [], [], []
    for k in range(count):
        x = -f.width / 2 + k * f.width / (count - 1)
        radius = 0.21
        a = np.linspace(0, 2 * math.pi, 96, endpoint=False)
        flute = 1.0 - 0.07 * np.abs(np.sin(a * 10.0)) ** 0.6
        levels = []
        for z, r in ((0.62, 1.0), (top * 0.35, 1.0), (top - 0.45, 0.86)):
            levels.append(
                np.column_stack(
                    [x + radius * r * flute * np.cos(a), radius * r * flute * np.sin(a) - 0.03, np.full(96, z)]
                )
            )
        shafts.append(rings(np.array(levels)))
        stone.append(box((0.66, 0.42, 0.46), center=(x, -0.14, 0.23), bevel=0.02))
        gilt.append(lathe([(0.27, 0.46), (0.29, 0.52), (0.24, 0.56), (0.22, 0.62)], sides=32).moved((x, -0.03, 0)))
        capital = [
            (0.185, top - 0.45),
            (0.20, top - 0.40),
            (0.19, top - 0.36),
            (0.23, top - 0.18),
            (0.31, top - 0.05),
            (0.31, top),
        ]
        gilt.append(lathe(capital, sides=32).moved((x, -0.03, 0)))
        for s in (-1, 1):
            curl = [
                (x + s * (0.26 - 0.05 * t * math.cos(4.4 * t)), -0.24, top - 0.12 + 0.05 * math.sin(4.4 * t))
                for t in np.linspace(0, 1.6, 14)
            ]
            gilt.append(sweep(np.array(curl), 0.026, sides=8))
        gilt += [
            box((0.06, 0.05, 0.13), center=(x + 0.09 * j, -0.24, top - 0.27), bevel=0.02)
            for j in (-1.6, -0.5, 0.5, 1.6)
        ]
    for z, out, high in ((top + 0.10, 0.30, 0.2), (top + 0.46, 0.24, 0.5), (top + 0.76, 0.52, 0.16)):
        stone.append(box((f.width + 0.7, out, high), center=(0, -out / 2, z), bevel=0.015))
    gilt.append(box((f.width + 0.7, 0.36, 0.05), center=(0, -0.18, top + 0.22), bevel=0.01))
    gilt.append(box((f.width + 0.7, 0.58, 0.04), center=(0, -0.29, top + 0.66), bevel=0.01))
    teeth = round(f.width / 0.16)
    gilt += [
        box((0.07, 0.10, 0.09), center=(-f.width / 2 + (k + 0.5) * f.width / teeth, -0.36, top + 0.60))
        for k in range(teeth)
    ]
    return {
        "shafts": (join(shafts), marble(colors.resolve(f.color))),
        "stone": (join(stone), things.made_of("stone", (0.68, 0.66, 0.60))),
        "gilt": (join(gilt), gilding()),
    }


def chandelier(f: Fitting, rng: np.random.Generator) -> Parts:
    """Two rings of arms with candle lamps, hung with crystal; `width` across, its lowest ball at `height` over the floor."""
    r, low = f.width / 2, f.height
    brass, lamps, crystal = [], [], []
    stem = [
        (0.02, low + 0.1),
        (0.10, low + 0.2),
        (0.05, low + 0.35),
        (0.11, low + 0.6),
        (0.04, low + 0.8),
        (0.07, low + 1.1),
        (0.02, low + 1.25),
    ]
    brass.append(lathe(stem, sides=20))
    brass.append(sweep([(0, 0, low + 1.2), (0, 0, low + 4.5)], 0.012, sides=8))
    crystal.append(ball(0.10, center=(0, 0, low), sides=20, levels=14))
    for ring, (reach, z, count) in enumerate(((r, low + 0.45, 12), (0.58 * r, low + 0.95, 8))):
        for k in range(count):
            a = 2 * math.pi * (k + 0.5 * ring) / count
            c, s = math.cos(a), math.sin(a)
            bent = curve([(0.06, z - 0.05), (0.4 * reach, z - 0.20), (0.8 * reach, z - 0.12), (reach, z + 0.04)], 12)
            brass.append(sweep(np.column_stack([bent[:, 0] * c, bent[:, 0] * s, bent[:, 1]]), 0.014, sides=6))
            brass.append(
                lathe([(0.015, 0.0), (0.055, 0.03), (0.05, 0.045), (0.016, 0.05)], sides=14).moved(
                    (reach * c, reach * s, z + 0.03)
                )
            )
            lamps.append(
                lathe([(0.013, 0.07), (0.013, 0.16), (0.020, 0.19), (0.016, 0.23), (0.002, 0.27)], sides=10).moved(
                    (reach * c, reach * s, z)
                )
            )
            crystal.append(_drop(0.05).moved((reach * c, reach * s, z - 0.03)))
            b = 2 * math.pi * (k + 0.5 + 0.5 * ring) / count
            for t in np.linspace(0.12, 0.88, 6):
                mid = a + (b - a) * 2 * float(t)
                sag = 0.16 * (1 - (2 * float(t) - 1) ** 2)
                crystal.append(
                    ball(
                        0.017, center=(reach * math.cos(mid), reach * math.sin(mid), z - 0.02 - sag), sides=8, levels=6
                    )
                )
        for t in np.linspace(0, 1, 7)[1:-1]:
            top = 0.08 + t * (reach - 0.08)
            for k in range(count):
                a = 2 * math.pi * (k + 0.5 * ring) / count
                crystal.append(_drop(0.03).moved((top * math.cos(a), top * math.sin(a), z - 0.16 + 0.14 * t)))
    glow = Material(color=(0.8, 0.7, 0.5), emission=(1.0, 0.70, 0.36), emission_strength=9.0, preview=(1.0, 0.8, 0.5))
    glass = Material(
        color=(0.86, 0.87, 0.88),
        roughness=0.04,
        specular=0.9,
        coat=0.8,
        emission=(1.0, 0.84, 0.62),
        emission_strength=0.22,
        preview=(0.85, 0.85, 0.85),
    )
    return {"brass": (join(brass), gilding()), "flames": (join(lamps), glow), "crystal": (join(crystal), glass)}


def _drop(size: float) -> Shape:
    return lathe([(0.002, -2.4 * size), (0.55 * size, -1.5 * size), (0.25 * size, -0.5 * size), (0.002, 0.0)], sides=8)


def gilded_mirror(f: Fitting, rng: np.random.Generator) -> Parts:
    """A tall mirror with a round head in a gilded frame, from 0.7 m over the floor to `height`."""
    half, low = f.width / 2, 0.7
    spring = f.height - half
    a = np.linspace(0, math.pi, 25)
    head = [(half * math.cos(t), spring + half * math.sin(t)) for t in a]
    outline = [(half, low), *head, (-half, low)]
    line = np.array([(x, -0.05, z) for x, z in outline])
    frame = [sweep(np.vstack([line, line[:1]]), 0.07, sides=10, closed=False)]
    inner = np.array([(x * 0.93, -0.06, low + 0.06 + (z - low) * 0.97) for x, z in outline])
    frame.append(sweep(np.vstack([inner, inner[:1]]), 0.025, sides=8))
    for s in (-1, 1):
        spiral = [
            (s * (0.34 - 0.06 * t) * math.cos(2.2 * t), -0.07, f.height + 0.06 + (0.20 - 0.05 * t) * math.sin(2.2 * t))
            for t in np.linspace(0, 3.0, 30)
        ]
        frame.append(sweep(np.array(spiral), 0.035, sides=8))
    frame.append(ball((0.13, 0.05, 0.17), center=(0, -0.08, f.height + 0.12), sides=20, levels=12))
    points = np.array([(0.0, -0.03, (low + spring) / 2), *[(x, -0.03, z) for x, z in outline]])
    n = len(outline)
    pane = shape(points, np.array([(0, 1 + k, 1 + (k + 1) % n) for k in range(n)]))
    glass = Material(color=(0.82, 0.84, 0.83), metallic=1.0, roughness=0.02, preview=(0.6, 0.65, 0.66))
    return {"pane": (pane, glass), "frame": (join(frame), gilding())}


def double_door(f: Fitting, rng: np.random.Generator) -> Parts:
    """White doors with gilded fields under a pediment."""
    half, high = f.width / 2, f.height
    leaves = [box((half - 0.01, 0.06, high), center=(s * half / 2, -0.05, high / 2), bevel=0.01) for s in (-1, 1)]
    fields, gilt = [], []
    for s in (-1, 1):
        for z0, z1 in ((0.15, 0.9), (1.05, high - 0.75), (high - 0.62, high - 0.12)):
            w, h = half - 0.26, z1 - z0
            x, z = s * half / 2, (z0 + z1) / 2
            fields.append(box((w, 0.03, h), center=(x, -0.085, z), bevel=0.012))
            gilt += [box((w + 0.05, 0.02, 0.025), center=(x, -0.095, z + d * h / 2), bevel=0.006) for d in (-1, 1)]
            gilt += [box((0.025, 0.02, h + 0.05), center=(x + d * w / 2, -0.095, z), bevel=0.006) for d in (-1, 1)]
        gilt.append(ball(0.035, center=(s * 0.09, -0.14, 1.05), sides=16, levels=10))
    case = [box((0.2, 0.14, high + 0.1), center=(s * (half + 0.1), -0.07, high / 2), bevel=0.02) for s in (-1, 1)]
    case += [
        box((f.width + 0.6, 0.22, 0.24), center=(0, -0.11, high + 0.16), bevel=0.03),
        box((f.width + 0.9, 0.34, 0.1), center=(0, -0.17, high + 0.33), bevel=0.02),
    ]
    arch = [
        (x, -0.2, high + 0.38 + 0.42 * (1 - (x / (half + 0.4)) ** 2)) for x in np.linspace(-half - 0.4, half + 0.4, 24)
    ]
    case.append(sweep(np.array(arch), 0.07, sides=8))
    gilt.append(ball((0.16, 0.05, 0.20), center=(0, -0.2, high + 0.6), sides=20, levels=12))
    white = things.made_of("lacquer", colors.resolve(f.color))
    return {
        "leaves": (join([*leaves, *fields]), white),
        "case": (join(case), things.made_of("stone", (0.68, 0.66, 0.60))),
        "gilt": (join(gilt), gilding()),
    }


def parquet(f: Fitting, rng: np.random.Generator) -> Parts:
    """A floor of squares, each of strips laid across the next one's, polished; from its far end at y = 0, `height` deep."""
    plate = box((f.width, f.height, 0.012), center=(0, -f.height / 2, 0.006))
    spot = coords()
    side = 0.72
    u, v = op("x", spot) * (1 / side), op("y", spot) * (1 / side)
    turn = op("greater", op("fract", (op("floor", u) + op("floor", v)) * 0.5), 0.25)
    along = u * op("sub", 1.0, turn) + v * turn
    strip = op("floor", along * 6.0)
    cell = op("white_noise", op("combine", op("floor", u) * 7.0 + strip, op("floor", v) * 5.0, turn))
    grain = noise(op("combine", op("x", spot) * 22.0, op("y", spot) * 22.0, 0.0), scale=1.0, detail=4)
    rim = op("min", op("abs", op("fract", u) - 0.5), 9.0)
    edge: Expr = remap(op("max", rim, op("abs", op("fract", v) - 0.5)), 0.485, 0.495)
    joint = remap(op("abs", op("fract", along * 6.0) - 0.5), 0.47, 0.495)
    tone = cell * 0.5 + grain * 0.4
    wood = mix((0.16, 0.075, 0.028), (0.40, 0.225, 0.095), tone)
    return {
        "strips": (plate, Material(
            color=mix(wood, (0.05, 0.022, 0.01), op("max", edge, joint * 0.7)), roughness=0.13 + grain * 0.12, specular=0.5, coat=0.3,
            bumps=(Bump(height=op("sub", 1.0, op("max", edge, joint)), strength=0.2, distance_m=0.001),), preview=(0.28, 0.15, 0.06),
        )),
    }  # fmt: skip
