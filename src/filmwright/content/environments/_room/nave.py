"""What a church is built of: pillars under pointed arches, a ribbed vault, windows of colored glass, pews, an altar, candles."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Bump, Expr, Material, Value, coords, mix, noise, op, remap
from filmwright.scene.shapes import F64, box, join, lathe, rings, shape, sweep
from filmwright.values import Color

BAY_M = 4.0  # from pillar to pillar
NAVE_M = 24.0  # from the altar's wall to behind the camera
_STONE: Color = (0.50, 0.455, 0.385)
_WOOD: Color = (0.115, 0.058, 0.028)
_GLASSES: tuple[Color, ...] = (
    (0.03, 0.10, 0.60), (0.55, 0.03, 0.035), (0.70, 0.38, 0.04), (0.03, 0.30, 0.14), (0.05, 0.22, 0.58), (0.30, 0.06, 0.36),
)  # fmt: skip


def _ashlar() -> Material:
    """Limestone in courses, each block a little other than the next."""
    spot = coords()
    row = op("floor", op("z", spot) * 2.4)
    along = (op("x", spot) + op("y", spot)) * 1.25 + op("fract", row * 0.5)
    tone = op("white_noise", op("combine", op("floor", along), row, 1.0)) * 0.35 + noise(scale=3.0, detail=6.0) * 0.65
    joint = op(
        "max",
        remap(op("abs", op("fract", along) - 0.5), 0.485, 0.497),
        remap(op("abs", op("fract", op("z", spot) * 2.4) - 0.5), 0.47, 0.492),
    )
    stone = mix((0.40, 0.36, 0.30), (0.60, 0.555, 0.48), tone)
    return Material(
        color=mix(stone, (0.30, 0.27, 0.23), joint * 0.6), roughness=0.85, specular=0.2, preview=_STONE,
        bumps=(Bump(height=op("sub", noise(scale=22.0, detail=4.0), joint), strength=0.25, distance_m=0.01),),
    )  # fmt: skip


def _pointed(half: float, spring: float, rise: float, count: int = 12) -> F64:
    """A pointed arch (n, 2) from (-half, spring) over (0, spring + rise) to (half, spring): two arcs of one radius."""
    radius = (half * half + rise * rise) / (2 * half)
    a = np.linspace(0.0, math.atan2(rise, radius - half), count)
    x, z = radius - half - radius * np.cos(a), spring + radius * np.sin(a)
    left = np.column_stack([x, z])
    return np.concatenate([left, left[-2::-1] * (-1.0, 1.0)])


def arcade(f: Fitting, rng: np.random.Generator) -> Parts:
    """Clustered pillars BAY_M apart over the fitting's width and the wall they carry on pointed arches, up to `height`; it stands
    on y = 0, seen from both sides."""
    count = round(f.width / BAY_M)
    spring = 0.42 * f.height
    parts = []
    for k in range(count + 1):
        x = -f.width / 2 + k * BAY_M
        a = np.linspace(0, 2 * math.pi, 64, endpoint=False)
        lobed = 0.36 * (1.0 + 0.22 * np.abs(np.cos(2.0 * a)) ** 3)
        shaft = [
            np.column_stack([x + lobed * r * np.cos(a), lobed * r * np.sin(a), np.full(64, z)])
            for z, r in ((0.55, 1.0), (spring - 0.42, 1.0))
        ]
        parts.append(rings(np.array(shaft)))
        for profile in (
            [(0.60, 0.0), (0.60, 0.22), (0.52, 0.28), (0.55, 0.38), (0.46, 0.46), (0.47, 0.55), (0.38, 0.60)],
            [(0.38, spring - 0.48), (0.44, spring - 0.44), (0.40, spring - 0.38), (0.50, spring - 0.10),
             (0.58, spring - 0.08), (0.58, spring)],
        ):  # fmt: skip
            parts.append(lathe(profile, sides=24).moved((x, 0.0, 0.0)))
    half = BAY_M / 2 - 0.42
    arch = _pointed(half, spring, 1.25 * half)
    for k in range(count):
        middle = -f.width / 2 + (k + 0.5) * BAY_M
        for depth in (-0.32, 0.32):  # the wall over the arch, on both its faces
            edge = np.column_stack([arch[:, 0] + middle, np.full(len(arch), depth), arch[:, 1]])
            over = edge.copy()
            over[:, 2] = f.height
            over[0, 0], over[-1, 0] = middle - BAY_M / 2, middle + BAY_M / 2
            foot = np.array([[middle - BAY_M / 2, depth, spring], [middle + BAY_M / 2, depth, spring]])
            low = np.concatenate([foot[:1], edge, foot[1:]])
            high = np.concatenate([over[:1], over, over[-1:]])
            n = len(low)
            i = np.arange(n - 1)
            parts.append(shape(np.concatenate([low, high]), np.stack([i, i + 1, n + i + 1, n + i], -1)))
        line = np.column_stack([arch[:, 0] + middle, np.zeros(len(arch)), arch[:, 1]])
        parts += [sweep(line + (0.0, y, 0.0), r, sides=8) for y, r in ((-0.27, 0.13), (0.0, 0.17), (0.27, 0.13))]
    parts.append(box((f.width, 0.86, 0.16), center=(0, 0, 0.72 * f.height + 0.6), bevel=0.03))
    return {"stone": (join(parts), _ashlar())}


def vault(f: Fitting, rng: np.random.Generator) -> Parts:
    """A ribbed vault over the fitting's width, NAVE_M long from y = 0 towards the camera; its crown is at `height`."""
    half = f.width / 2
    rise = 0.80 * half
    spring = f.height - rise
    arch = _pointed(half, spring, rise, 16)
    bays = round(NAVE_M / BAY_M)
    across = arch[:, 0] / half
    rows = []
    steps = 12
    for k in range(bays * steps + 1):
        way = (k % steps) / steps * 2.0 - 1.0
        # Between the ribs the web is bowed upward like a sail, highest midway.
        bow = 0.55 * (1.0 - way * way) * np.abs(across) ** 1.5
        back = np.full(len(arch), -k * BAY_M / steps)
        rows.append(np.column_stack([arch[:, 0], back, np.minimum(arch[:, 1] + bow, f.height)]))
    web = np.array(rows)
    i = np.arange(web.shape[0] * web.shape[1]).reshape(web.shape[:2])
    faces = np.stack([i[:-1, :-1], i[:-1, 1:], i[1:, 1:], i[1:, :-1]], -1).reshape(-1, 4)
    ribs = []
    for k in range(bays + 1):
        y = -k * BAY_M
        ribs.append(sweep(np.column_stack([arch[:, 0], np.full(len(arch), y), arch[:, 1] - 0.04]), 0.15, sides=8))
        if k < bays:
            t = np.linspace(-1.0, 1.0, len(arch))
            bow = 0.55 * (1.0 - t * t) * np.abs(across) ** 1.5
            z = np.minimum(arch[:, 1] + bow, f.height) - 0.04
            for sign in (1.0, -1.0):
                ribs.append(
                    sweep(
                        np.column_stack([sign * half * t, y - BAY_M / 2 * (1 + t), np.interp(t * half, arch[:, 0], z)]),
                        0.11,
                        sides=8,
                    )
                )
            ribs.append(
                lathe([(0.02, 0.0), (0.24, 0.03), (0.27, 0.10), (0.2, 0.2)], sides=16).moved(
                    (0, y - BAY_M / 2, f.height - 0.24)
                )
            )
    plaster = mix((0.55, 0.52, 0.46), (0.68, 0.645, 0.575), noise(scale=1.4, detail=6.0))
    return {
        "web": (
            shape(web.reshape(-1, 3), faces),
            Material(color=plaster, roughness=0.9, specular=0.1, preview=(0.6, 0.57, 0.5)),
        ),
        "ribs": (join(ribs), _ashlar()),
    }


def lancet(f: Fitting, rng: np.random.Generator) -> Parts:
    """A pointed window of colored glass in leads, its head at `height` and its foot at 0.3 of that; `color` says how bright
    the day behind it is."""
    half, low = f.width / 2, 0.3 * f.height
    rise = 1.3 * half
    arch = _pointed(half, f.height - rise, rise, 14)
    outline = np.concatenate([[(-half, low)], arch, [(half, low)]])
    edge = np.column_stack([outline[:, 0], np.full(len(outline), -0.03), outline[:, 1]])
    middle = np.array([[0.0, -0.03, (low + f.height) / 2]])
    n = len(edge)
    pane = shape(np.concatenate([middle, edge]), np.array([(0, 1 + k, 1 + (k + 1) % n) for k in range(n)]))
    frame = [sweep(np.vstack([edge, edge[:1]]), 0.13, sides=8)]
    lights = max(1, round(f.width / 0.75))
    for k in range(1, lights):
        x = -half + k * f.width / lights
        top = float(np.interp(x, arch[:, 0], arch[:, 1])) - 0.02
        frame.append(sweep([(x, -0.06, low), (x, -0.06, top)], 0.045, sides=8))
    for k in range(lights):
        x, quarter = -half + (k + 0.5) * f.width / lights, f.width / lights / 2
        small = _pointed(quarter, f.height - 1.15 * rise, 1.2 * quarter, 8)
        if lights > 1:
            frame.append(
                sweep(np.column_stack([small[:, 0] + x, np.full(len(small), -0.06), small[:, 1]]), 0.04, sides=6)
            )
    if lights > 1:
        a = np.linspace(0, 2 * math.pi, 29)
        r = 0.30 * half
        frame.append(
            sweep(
                np.column_stack([r * np.cos(a), np.full(29, -0.06), f.height - 0.68 * rise + r * np.sin(a)]),
                0.04,
                sides=6,
            )
        )
    bright = colors.resolve(f.color)
    return {"glass": (pane, _stained(bright)), "tracery": (join(frame), _ashlar())}


def _stained(bright: Color) -> Material:
    """Glass in pieces of many colors, held by leads, with the day behind it."""
    spot = coords()
    u, v = op("x", spot) + op("y", spot), op("z", spot)
    lean = op("fract", op("floor", v * 3.2) * 0.5)
    cells = op("combine", op("floor", u * 5.6 + lean), op("floor", v * 3.2), 2.0)
    pick = op("white_noise", cells)
    glass: Value = _GLASSES[0]
    for k in range(1, len(_GLASSES)):
        glass = mix(glass, _GLASSES[k], op("greater", pick, k / len(_GLASSES)))
    pale = mix(
        glass,
        (0.85, 0.82, 0.70),
        op("greater", op("white_noise", op("combine", op("floor", u * 5.6), op("floor", v * 3.2), 9.0)), 0.86),
    )
    lead: Expr = op(
        "max",
        remap(op("abs", op("fract", u * 5.6 + lean) - 0.5), 0.44, 0.47),
        remap(op("abs", op("fract", v * 3.2) - 0.5), 0.455, 0.48),
    )
    uneven = mix((0.55, 0.55, 0.55), (1.15, 1.15, 1.15), noise(scale=7.0, detail=3.0))
    shown = mix(op("vmul", pale, uneven), (0.004, 0.004, 0.004), lead)
    level = sum(bright) / 3
    return Material(
        color=(0.02, 0.02, 0.02), roughness=0.2, emission=shown, emission_strength=2.2 * level, preview=(0.2, 0.2, 0.5)
    )


def pew(f: Fitting, rng: np.random.Generator) -> Parts:
    """A pew over the fitting's width; one sits at y = 0 and looks along +y."""
    w = f.width
    parts = [
        box((w, 0.42, 0.045), center=(0, 0.0, 0.44), bevel=0.012),
        box((w, 0.035, 0.42), center=(0, -0.21, 0.68), bevel=0.01),
        box((w, 0.09, 0.05), center=(0, -0.22, 0.91), bevel=0.015),
        box((w, 0.20, 0.025), center=(0, -0.38, 0.76), bevel=0.006),
        box((w, 0.03, 0.38), center=(0, -0.14, 0.22), bevel=0.006),
    ]
    for s in (-1, 1):
        x = s * (w / 2 + 0.02)
        parts.append(box((0.06, 0.62, 0.66), center=(x, -0.06, 0.33), bevel=0.015))
        parts.append(box((0.06, 0.18, 0.36), center=(x, -0.24, 0.80), bevel=0.02))
        parts.append(
            lathe([(0.01, 0.0), (0.07, 0.02), (0.085, 0.08), (0.06, 0.14), (0.01, 0.16)], sides=14).moved(
                (x, -0.24, 0.97)
            )
        )
    return {"wood": (join(parts), things.made_of("wood", _WOOD))}


def altar(f: Fitting, rng: np.random.Generator) -> Parts:
    """An altar under a white cloth on two steps, a cross and tall candles on it; its back is at y = 0."""
    w = f.width
    stone = [
        box((w + 2.6, 2.6, 0.16), center=(0, -0.9, 0.08), bevel=0.01),
        box((w + 1.5, 1.9, 0.16), center=(0, -0.75, 0.24), bevel=0.01),
        box((w - 0.2, 0.8, 0.95), center=(0, -0.7, 0.79), bevel=0.02),
    ]
    cloth = [
        box((w, 1.0, 0.03), center=(0, -0.7, 1.285), bevel=0.01),
        box((w, 0.012, 0.34), center=(0, -1.2, 1.12)),
        *(box((0.012, 0.98, 0.55), center=(s * w / 2, -0.7, 1.02)) for s in (-1, 1)),
    ]
    gold = [
        box((0.07, 0.05, 1.15), center=(0, -0.5, 1.95), bevel=0.012),
        box((0.62, 0.05, 0.07), center=(0, -0.5, 2.20), bevel=0.012),
        lathe([(0.02, 0.0), (0.2, 0.0), (0.17, 0.04), (0.05, 0.10), (0.04, 0.2)], sides=20).moved((0, -0.5, 1.3)),
    ]
    wax, flames = [], []
    for x in (-0.40, -0.31, -0.22, 0.22, 0.31, 0.40):
        tall = 0.62 - 0.5 * abs(abs(x) - 0.31)
        at = (x * w, -0.6, 1.3)
        gold.append(
            lathe([(0.02, 0.0), (0.09, 0.0), (0.03, 0.05), (0.025, 0.2), (0.05, 0.24), (0.02, 0.25)], sides=14).moved(
                at
            )
        )
        wax.append(lathe([(0.004, 0.22), (0.026, 0.22), (0.026, tall), (0.004, tall)], sides=12).moved(at))
        flames.append(
            lathe([(0.003, 0.0), (0.016, 0.03), (0.010, 0.07), (0.002, 0.11)], sides=10).moved(
                (at[0], at[1], at[2] + tall + 0.01)
            )
        )
    glow = Material(color=(0.8, 0.6, 0.3), emission=(1.0, 0.62, 0.26), emission_strength=14.0, preview=(1.0, 0.8, 0.4))
    gilt = Material(color=(0.72, 0.47, 0.15), metallic=0.9, roughness=0.3, preview=(0.6, 0.4, 0.13))
    return {
        "stone": (join(stone), things.made_of("stone", _STONE)),
        "cloth": (join(cloth), things.made_of("cotton", (0.78, 0.76, 0.71))),
        "gold": (join(gold), gilt),
        "wax": (join(wax), Material(color=(0.80, 0.74, 0.60), roughness=0.5, preview=(0.8, 0.74, 0.6))),
        "flames": (join(flames), glow),
    }


def flags(f: Fitting, rng: np.random.Generator) -> Parts:
    """A floor of worn stone flags with a red carpet along its middle; from its far end at y = 0, `height` deep."""
    spot = coords()
    side = 0.85
    row = op("floor", op("y", spot) * (1 / side))
    u = op("x", spot) * (1 / side) + op("fract", row * 0.5)
    v = op("y", spot) * (1 / side)
    joint = op(
        "max",
        remap(op("abs", op("fract", u) - 0.5), 0.485, 0.495),
        remap(op("abs", op("fract", v) - 0.5), 0.485, 0.495),
    )
    tone = op("white_noise", op("combine", op("floor", u), row, 3.0)) * 0.5 + noise(scale=2.5, detail=6.0) * 0.5
    stone = mix((0.20, 0.185, 0.165), (0.44, 0.41, 0.365), tone)
    floor = Material(
        color=mix(stone, (0.09, 0.08, 0.07), joint), roughness=0.32 + tone * 0.25, specular=0.45, preview=(0.33, 0.31, 0.28),
        bumps=(Bump(height=op("sub", 1.0, joint), strength=0.3, distance_m=0.004),),
    )  # fmt: skip
    red = colors.resolve(f.color)
    return {
        "flags": (box((f.width, f.height, 0.012), center=(0, -f.height / 2, 0.004)), floor),
        "runner": (
            box((1.7, f.height - 2.0, 0.012), center=(0, -f.height / 2 - 1.0, 0.009)),
            things.made_of("felt", red),
        ),
    }
