"""What furnishes the aisles of a church: stands of little candles, confessionals with their curtains, framed stations, crowns of lights."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, lathe, rings, sweep

_IRON = Material(color=(0.022, 0.020, 0.018), roughness=0.5, specular=0.4, preview=(0.03, 0.03, 0.03))
_GILT = Material(color=(0.62, 0.40, 0.13), metallic=0.85, roughness=0.35, preview=(0.5, 0.34, 0.12))
_FLAME = Material(color=(0.8, 0.6, 0.3), emission=(1.0, 0.60, 0.25), emission_strength=12.0, preview=(1.0, 0.8, 0.4))


def _flame(at: tuple[float, float, float], size: float = 1.0) -> Shape:
    return lathe([(0.002, 0.0), (0.012, 0.022), (0.008, 0.05), (0.001, 0.08)], sides=8).scaled(size).moved(at)


def votive_stand(f: Fitting, rng: np.random.Generator) -> Parts:
    """A stand of iron with rising rows of little candles in red and clear glasses, most of them lit."""
    w = f.width
    iron = [box((w, 0.14, 0.03), center=(0, -0.16 - 0.15 * k, 1.12 - 0.13 * k), bevel=0.008) for k in range(4)]
    iron += [sweep([(s * w / 2, -0.1, 1.16), (s * w / 2, -0.66, 0.66)], 0.014, sides=6) for s in (-1, 1)]
    iron += [
        sweep([(s * w * 0.42, y, 0.0), (s * w * 0.42, y, 0.9)], 0.018, sides=8) for s in (-1, 1) for y in (-0.14, -0.56)
    ]
    glasses: dict[str, list[Shape]] = {"red": [], "clear": []}
    flames = []
    for k in range(4):
        for x in np.arange(-w / 2 + 0.07, w / 2 - 0.04, 0.105):
            at = (float(x), -0.16 - 0.15 * k, 1.135 - 0.13 * k)
            cup = lathe([(0.020, 0.0), (0.030, 0.012), (0.033, 0.075)], sides=12, caps=False).moved(at)
            glasses["red" if rng.random() < 0.62 else "clear"].append(cup)
            if rng.random() < 0.75:
                flames.append(_flame((at[0], at[1], at[2] + 0.04), 0.9))
    made = {
        name: Material(color=color, roughness=0.15, emission=light, emission_strength=0.65, preview=light)
        for name, color, light in (
            ("red", (0.30, 0.01, 0.01), (1.0, 0.10, 0.03)), ("clear", (0.5, 0.42, 0.3), (1.0, 0.55, 0.22)),
        )
    }  # fmt: skip
    return {
        "iron": (join(iron), _IRON),
        "flames": (join(flames), _FLAME),
        **{name: (join(cups), made[name]) for name, cups in glasses.items() if cups},
    }


def confessional(f: Fitting, rng: np.random.Generator) -> Parts:
    """A confessional of carved wood: a door with a lattice in the middle, curtains on either side, a pediment on top."""
    w, high, deep = f.width, 2.55, 0.95
    wood = [
        box((w, 0.06, high), center=(0, -0.03, high / 2)),
        box((w + 0.12, deep + 0.1, 0.12), center=(0, -deep / 2, 0.06), bevel=0.02),
    ]
    posts = np.array([-w / 2, -w * 0.19, w * 0.19, w / 2])
    wood += [box((0.11, deep, high), center=(float(x), -deep / 2, high / 2), bevel=0.015) for x in posts]
    wood += [box((w + 0.22, deep + 0.14, 0.16), center=(0, -deep / 2, high), bevel=0.03)]
    gable = rings(
        np.array(
            [
                [(-w * 0.3, y, high + 0.08), (w * 0.3, y, high + 0.08), (0.0, y, high + 0.62)]
                for y in (-deep, -deep + 0.12)
            ]
        )
    )
    wood += [gable, box((0.07, 0.07, 0.42), center=(0, -deep + 0.05, high + 0.82), bevel=0.01)]
    wood += [box((0.28, 0.07, 0.07), center=(0, -deep + 0.05, high + 0.88), bevel=0.01)]
    wood += [box((w * 0.36, 0.05, 1.05), center=(0, -deep + 0.04, 0.66), bevel=0.012)]
    wood += [box((w * 0.26, 0.03, 0.72), center=(0, -deep + 0.005, 0.68), bevel=0.012)]
    lattice = [
        sweep([(x - 0.30 * s, -deep + 0.05, 1.22), (x + 0.30 * s, -deep + 0.05, 2.10)], 0.008, sides=5)
        for x in np.linspace(-w * 0.16, w * 0.16, 7) for s in (-1, 1)
    ]  # fmt: skip
    cloth = []
    for s in (-1, 1):
        u = np.linspace(-0.13, 0.13, 40) * w
        fold = 0.035 * np.sin(u * 46.0 + s)
        rows = [np.column_stack([s * w * 0.345 + u, -deep + 0.16 + fold, np.full(40, z)]) for z in (0.14, high - 0.12)]
        cloth.append(rings(np.array(rows), around=False, caps=False))
    return {
        "wood": (join([*wood, *lattice]), things.made_of("wood", (0.10, 0.052, 0.026))),
        "curtain": (join(cloth), things.made_of("wool", colors.resolve(f.color))),
    }


def station(f: Fitting, rng: np.random.Generator) -> Parts:
    """A dark old painting in a gilded frame with a pointed top, a candle before it; its middle is at `height`."""
    w, z = f.width, f.height
    h = 1.35 * w
    frame = [box((0.09, 0.07, h), center=(s * w / 2, -0.05, z), bevel=0.02) for s in (-1, 1)]
    frame += [box((w + 0.09, 0.07, 0.09), center=(0, -0.05, z + s * h / 2), bevel=0.02) for s in (-1, 1)]
    top = np.array(
        [(-w / 2 - 0.05, -0.05, z + h / 2), (0.0, -0.05, z + h / 2 + 0.42 * w), (w / 2 + 0.05, -0.05, z + h / 2)]
    )
    frame.append(sweep(top, 0.04, sides=8))
    shift = 40.0 * float(rng.random())
    place = op("vadd", coords(), op("combine", shift, shift, 0.0))
    figures = noise(place, scale=2.2, detail=4.0, distortion=1.4)
    ground: Expr = mix((0.035, 0.024, 0.016), (0.20, 0.11, 0.045), remap(figures, 0.40, 0.62))
    ground = mix(ground, (0.38, 0.25, 0.13), remap(figures, 0.60, 0.70))
    ground = mix(
        ground, colors.resolve(f.color), remap(noise(place, scale=1.6, detail=2.0, distortion=0.8), 0.56, 0.64) * 0.8
    )
    painting = Material(color=ground, roughness=0.35, specular=0.4, preview=(0.15, 0.09, 0.05))
    return {"painting": (box((w, 0.03, h), center=(0, -0.02, z)), painting), "frame": (join(frame), _GILT)}


def crown(f: Fitting, rng: np.random.Generator) -> Parts:
    """A crown of iron with candles on chains, `width` across, its rim `height` over the floor; its middle is at y = 0."""
    radius, z = f.width / 2, f.height
    turn = np.arange(16) * 2 * math.pi / 16
    rim = [(radius - 0.02, z - 0.09), (radius + 0.02, z - 0.09), (radius + 0.02, z + 0.09), (radius - 0.02, z + 0.09)]
    iron = [lathe(rim, sides=64, closed=True)]
    inner = 0.45 * radius
    iron.append(lathe([(inner, z - 0.02), (inner + 0.02, z - 0.02), (inner + 0.02, z + 0.02)], sides=48, closed=True))
    top = np.array([0.0, 0.0, z + 1.5])
    chains, wax, flames = [], [], []
    for k, a in enumerate(turn):
        c, s = math.cos(a), math.sin(a)
        if k % 4 == 0:
            chains.append(sweep(np.array([(radius * c, radius * s, z + 0.09), tuple(top)]), 0.011, sides=5))
            chains.append(
                sweep([(0.45 * radius * c, 0.45 * radius * s, z), (radius * c, radius * s, z)], 0.014, sides=5)
            )
        iron.append(
            lathe([(0.01, 0.0), (0.05, 0.01), (0.055, 0.03), (0.02, 0.03)], sides=10).moved(
                (radius * c, radius * s, z + 0.09)
            )
        )
        wax.append(
            lathe([(0.022, 0.0), (0.022, 0.20), (0.003, 0.205)], sides=9).moved((radius * c, radius * s, z + 0.11))
        )
        flames.append(_flame((radius * c, radius * s, z + 0.32), 1.3))
    chains.append(sweep(np.array([top, top + [0, 0, 4.0]]), 0.014, sides=5))
    return {
        "iron": (join([*iron, *chains]), _IRON),
        "wax": (join(wax), Material(color=(0.80, 0.74, 0.60), roughness=0.5, preview=(0.8, 0.74, 0.6))),
        "flames": (join(flames), _FLAME),
    }
