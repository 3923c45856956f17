"""What painters' studios are fitted with: a table of paint pots and brushes, canvases leaning on the wall, shelves of pigments."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Bump, Material, attribute, coords, mapping, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, lathe, rotation, sweep
from filmwright.values import Color

PAINTS: tuple[Color, ...] = (
    (0.60, 0.03, 0.02), (0.75, 0.42, 0.02), (0.02, 0.10, 0.42), (0.03, 0.24, 0.09), (0.70, 0.66, 0.56), (0.20, 0.06, 0.02),
    (0.42, 0.05, 0.20), (0.02, 0.22, 0.28), (0.62, 0.20, 0.03), (0.02, 0.02, 0.025),
)  # fmt: skip
TABLE_M = 0.82
_POT = [
    (0.001, 0.0),
    (0.047, 0.0),
    (0.05, 0.004),
    (0.05, 0.105),
    (0.053, 0.108),
    (0.053, 0.114),
    (0.047, 0.114),
    (0.046, 0.06),
    (0.001, 0.06),
]
_JAR = [
    (0.001, 0.0),
    (0.036, 0.0),
    (0.04, 0.006),
    (0.04, 0.10),
    (0.033, 0.115),
    (0.033, 0.13),
    (0.030, 0.13),
    (0.030, 0.11),
    (0.036, 0.096),
    (0.036, 0.01),
    (0.001, 0.01),
]


def paint_table(f: Fitting, rng: np.random.Generator) -> Parts:
    """A trestle table with open pots, jars of brushes, a palette and tubes; `at` is the middle of its back edge."""
    w, d = f.width, 0.70
    top = [box((w, d, 0.036), center=(0, -d / 2, TABLE_M - 0.018), bevel=0.005)]
    for x in (-w / 2 + 0.16, w / 2 - 0.16):
        for y in (-0.08, -d + 0.08):
            top.append(sweep([(x - 0.07, y, 0.0), (x, y, TABLE_M - 0.03)], 0.028, sides=4))
            top.append(sweep([(x + 0.07, y, 0.0), (x, y, TABLE_M - 0.03)], 0.028, sides=4))
        top.append(box((0.05, d - 0.1, 0.04), center=(x, -d / 2, 0.30), bevel=0.004))
    pots, fills, runs = [], [], []
    for k in range(round(w / 0.16)):
        x = -w / 2 + 0.10 + 0.155 * k + float(rng.normal(0, 0.012))
        y = -0.12 - 0.15 * (k % 3) + float(rng.normal(0, 0.02))
        if x > w / 2 - 0.55:
            break
        paint = np.array(PAINTS[k % len(PAINTS)])
        pots.append(lathe(_POT, sides=28, caps=False).moved((x, y, TABLE_M)))
        fills.append(
            lathe([(0.001, 0.095), (0.0465, 0.094)], sides=28, caps=False)
            .moved((x, y, TABLE_M))
            .with_data("tint", paint)
        )
        for _ in range(3):
            a = float(rng.uniform(0, 6.28))
            drop = float(rng.uniform(0.03, 0.1))
            at = (0.0515 * math.cos(a) + x, 0.0515 * math.sin(a) + y)
            run = sweep([(*at, TABLE_M + 0.112), (*at, TABLE_M + 0.112 - drop)], [0.006, 0.004], sides=8)
            runs.append(run.with_data("tint", paint))
        label = lathe([(0.0503, 0.03), (0.0506, 0.032), (0.0506, 0.08), (0.0503, 0.082)], sides=28, caps=False)
        fills.append(label.moved((x, y, TABLE_M)).with_data("tint", 0.7 * paint + 0.08))
    jars, brushes = [], []
    for k, x in enumerate((w / 2 - 0.45, w / 2 - 0.30, w / 2 - 0.16)):
        y = -0.16 - 0.05 * (k % 2)
        jars.append(lathe(_JAR, sides=24, caps=False).moved((x, y, TABLE_M)))
        for _ in range(7):
            a, tilt, tall = float(rng.uniform(0, 6.28)), float(rng.uniform(0.08, 0.26)), float(rng.uniform(0.22, 0.34))
            way = np.array([math.sin(tilt) * math.cos(a), math.sin(tilt) * math.sin(a), math.cos(tilt)])
            foot = np.array([x, y, TABLE_M + 0.015])
            tint = np.array(
                ((0.25, 0.10, 0.03), (0.45, 0.03, 0.02), (0.02, 0.02, 0.02), (0.5, 0.33, 0.12))[int(rng.integers(4))]
            )
            brushes.append(sweep([foot, foot + tall * way], [0.0025, 0.0045], sides=7).with_data("tint", tint))
            brushes.append(
                sweep([foot + tall * way, foot + (tall + 0.025) * way], [0.005, 0.0052], sides=7).with_data(
                    "tint", (0.5, 0.48, 0.42)
                )
            )
            hair = sweep([foot + (tall + 0.025) * way, foot + (tall + 0.06) * way], [0.0065, 0.002], sides=7)
            brushes.append(hair.with_data("tint", np.array(PAINTS[int(rng.integers(len(PAINTS)))]) * 0.8))
    palette = lathe([(0.001, 0.0), (0.19, 0.0), (0.19, 0.006), (0.001, 0.006)], sides=40, caps=False).scaled(
        (1.15, 0.72, 1.0)
    )
    middle = np.array([w / 2 - 0.34, -0.47, TABLE_M + 0.002])
    for k in range(9):
        a = 0.4 + 0.55 * k
        blob = lathe([(0.024, 0.0), (0.022, 0.007), (0.012, 0.012), (0.001, 0.013)], sides=14, caps=False)
        spot = middle + [0.165 * math.cos(a), 0.105 * math.sin(a), 0.006]
        fills.append(blob.moved(spot).with_data("tint", np.array(PAINTS[k % len(PAINTS)])))
    return {
        "table": (join(top), _stained()),
        "pots": (join(pots), things.made_of("metal", (0.55, 0.55, 0.54))),
        "paint": (join([*fills, *runs]), _wet()),
        "jars": (join(jars), things.made_of("glass", (0.9, 0.93, 0.9))),
        "brushes": (
            join(brushes),
            Material(color=attribute("tint"), roughness=0.45, specular=0.4, preview=(0.3, 0.2, 0.1)),
        ),
        "palette": (palette.moved(middle), things.made_of("wood", (0.33, 0.19, 0.09))),
    }


def _wet() -> Material:
    return Material(color=attribute("tint"), roughness=0.22, specular=0.5, coat=0.4, preview=(0.4, 0.2, 0.1))


def _stained() -> Material:
    """A wooden top that paint was spilled on for years."""
    color = things.made_of("wood", (0.36, 0.25, 0.15)).color
    for k, paint in enumerate(((0.66, 0.64, 0.58), (0.05, 0.15, 0.4), (0.6, 0.09, 0.04), (0.7, 0.45, 0.06))):
        drops = noise(
            mapping(coords("rest"), offset=(2.3 * k, 5.1 * k, 0.0)), scale=9.0 + 3.0 * k, detail=2.0, distortion=0.7
        )
        color = mix(color, paint, remap(drops, 0.64, 0.655, 0.0, 0.9))
    return Material(color=color, roughness=0.6, specular=0.3, preview=(0.36, 0.25, 0.15))


def canvases(f: Fitting, rng: np.random.Generator) -> Parts:
    """Canvases leaning on the wall over the fitting's width, some turned to it so that their backs are seen."""
    fronts: list[Shape] = []
    backs: list[Shape] = []
    bars: list[Shape] = []
    x, k = -f.width / 2, 0
    while x < f.width / 2 - 0.3:
        w, h = float(rng.uniform(0.5, 1.0)), float(rng.uniform(0.65, 1.0)) * f.height
        lean = rotation(x=-0.16 - 0.05 * float(rng.random()))
        at = (min(x + w / 2, f.width / 2), -0.22 - 0.05 * (k % 2), 0.0)
        sheet = box((w, 0.022, h), center=(0, 0, h / 2), bevel=0.003)
        if k % 3 == 1:
            backs.append(sheet.turned(lean).moved(at))
            wood = [box((w, 0.02, 0.05), center=(0, -0.018, z), bevel=0.003) for z in (0.025, h - 0.025, h / 2)]
            wood += [box((0.05, 0.02, h), center=(s * (w / 2 - 0.025), -0.018, h / 2), bevel=0.003) for s in (-1, 1)]
            bars.append(join(wood).turned(lean).moved(at))
        else:
            tone = np.array(PAINTS[(3 * k + int(rng.integers(3))) % len(PAINTS)])
            fronts.append(sheet.turned(lean).moved(at).with_data("tint", 0.6 * tone + 0.08))
        x += w * float(rng.uniform(0.72, 1.0))
        k += 1
    return {
        "fronts": (join(fronts), _abstract()),
        "backs": (join(backs), things.made_of("cotton", (0.62, 0.56, 0.45))),
        "stretchers": (join(bars), things.made_of("wood", (0.50, 0.34, 0.18))),
    }


def _abstract() -> Material:
    """Broad strokes of the canvas's own tint over white ground, other colors in them."""
    spot = coords("rest")
    sweeps = noise(mapping(spot, scale=(1.0, 1.0, 2.4), rotation=(0.0, 0.5, 0.0)), scale=3.2, detail=4, distortion=1.2)
    other = noise(mapping(spot, offset=(9.0, 3.0, 1.0)), scale=2.3, detail=3, distortion=0.8)
    fine = noise(spot, scale=60.0, detail=3)
    tint = attribute("tint")
    color = mix((0.74, 0.71, 0.64), tint, remap(sweeps, 0.40, 0.52))
    color = mix(color, op("cmul", tint, (0.35, 0.4, 0.6)), remap(other, 0.56, 0.62))
    color = mix(color, (0.80, 0.58, 0.22), remap(other, 0.36, 0.32, 0.0, 0.8))
    return Material(
        color=color,
        roughness=0.5,
        specular=0.35,
        bumps=(Bump(height=fine, strength=0.3, distance_m=0.002),),
        preview=(0.5, 0.4, 0.3),
    )


def pigment_shelf(f: Fitting, rng: np.random.Generator) -> Parts:
    """Open shelves of jars full of pigment, rolls of paper and boxes."""
    depth, t = 0.26, 0.028
    levels = np.linspace(0.35, f.height, max(3, round(f.height / 0.42)))
    frame = [box((f.width, depth, t), center=(0, -depth / 2, float(z)), bevel=0.003) for z in levels]
    frame += [
        box((t, depth, f.height), center=(s * (f.width / 2), -depth / 2, f.height / 2), bevel=0.003) for s in (-1, 1)
    ]
    jars: list[Shape] = []
    body = lathe(
        [(0.001, 0.0), (0.045, 0.0), (0.05, 0.008), (0.05, 0.13), (0.04, 0.15), (0.001, 0.15)], sides=22, caps=False
    )
    lid = lathe([(0.043, 0.15), (0.043, 0.175), (0.001, 0.176)], sides=22, caps=False)
    for z in levels[:-1]:
        x = -f.width / 2 + 0.08
        while x < f.width / 2 - 0.07:
            if rng.random() < 0.2:
                w = float(rng.uniform(0.15, 0.26))
                if x + w > f.width / 2 - 0.05:
                    break
                crate = box((w, 0.19, float(rng.uniform(0.12, 0.24))), bevel=0.004)
                crate = crate.moved((x + w / 2 - 0.05, -0.13, z + t / 2 - float(crate.points[:, 2].min())))
                jars.append(crate.with_data("tint", np.array((0.45, 0.36, 0.24)) * float(rng.uniform(0.5, 1.2))))
                x += w + 0.03
                continue
            size = float(rng.uniform(0.75, 1.15))
            paint = np.array(PAINTS[int(rng.integers(len(PAINTS)))]) * 0.9
            at = (x, -0.13 + float(rng.normal(0, 0.015)), z + t / 2)
            jars += [
                body.scaled(size).moved(at).with_data("tint", paint),
                lid.scaled(size).moved(at).with_data("tint", (0.35, 0.34, 0.32)),
            ]
            x += 0.125 * size
    return {
        "shelves": (join(frame), things.made_of("wood", colors.resolve(f.color))),
        "jars": (
            join(jars),
            Material(color=attribute("tint"), roughness=0.3, specular=0.5, coat=0.3, preview=(0.4, 0.25, 0.15)),
        ),
    }
