"""What hospital rooms are fitted with: a bed with rails, a monitor on its arm, a drip, a curtain on a rail, a cabinet."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room import theater
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts, _soft
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rotation, shape, sweep

BED_M = (0.94, 2.08)  # width and length
LYING_M = 0.62  # height of the mattress's upper side
RAISED_RAD = math.radians(38.0)  # how far the head of a bed is raised


def hospital_bed(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bed on castors, its head (at y = 0) raised, white linen and a blanket of the fitting's color; its foot points into the room."""
    w, length = BED_M
    hinge = -0.78
    plates, linen = [], []
    flat = box((w - 0.06, length + hinge - 0.06, 0.14), center=(0, (hinge - length) / 2, LYING_M - 0.07), bevel=0.05)
    head = box((w - 0.06, 0.86, 0.14), center=(0, 0.43, -0.07), bevel=0.05)
    tilt = rotation(x=RAISED_RAD)
    linen += [flat, head.turned(tilt).moved((0, hinge, LYING_M))]
    pillow = _soft.pillow((0.62, 0.42, 0.17), wrinkle_m=0.015, seed=3).moved((0, 0.58, 0.07)).turned(tilt)
    linen.append(pillow.moved((0, hinge, LYING_M)))
    plates.append(box((w - 0.02, length + hinge, 0.04), center=(0, (hinge - length) / 2, LYING_M - 0.16), bevel=0.01))
    plates.append(
        box((w - 0.02, 0.90, 0.03), center=(0, 0.44, -0.16), bevel=0.01).turned(tilt).moved((0, hinge, LYING_M))
    )
    steel: list[Shape] = []
    plates += [box((0.07, 1.6, 0.07), center=(s * 0.30, -1.05, 0.26), bevel=0.015) for s in (-1, 1)]
    steel += [
        sweep([(s * 0.28, y0, 0.28), (s * 0.28, y1, LYING_M - 0.18)], 0.028, sides=8)
        for s in (-1, 1)
        for y0, y1 in ((-0.55, -0.85), (-1.55, -1.25))
    ]
    castors, shells = [], []
    for x in (-0.38, 0.38):
        for y in (-0.20, -1.92):
            wheel = lathe(
                [(0.001, -0.018), (0.055, -0.018), (0.062, -0.008), (0.062, 0.008), (0.055, 0.018), (0.001, 0.018)],
                sides=24,
                caps=False,
            )
            castors.append(wheel.turned(rotation(y=math.pi / 2)).moved((x, y, 0.062)))
            plates.append(box((0.05, 0.08, 0.12), center=(x, y, 0.16), bevel=0.012))
    plates.append(box((0.80, 0.06, 0.06), center=(0, -0.20, 0.24), bevel=0.012))
    plates.append(box((0.80, 0.06, 0.06), center=(0, -1.92, 0.24), bevel=0.012))
    shells.append(box((w, 0.045, 0.50), center=(0, -0.02, LYING_M + 0.12), bevel=0.02))
    shells.append(box((w, 0.045, 0.36), center=(0, -length, LYING_M + 0.02), bevel=0.02))
    for s in (-1, 1):
        x = s * (w / 2 + 0.02)
        for z in (LYING_M + 0.06, LYING_M + 0.17, LYING_M + 0.28):
            steel.append(sweep([(x, -0.92, z), (x, -1.62, z)], 0.012, sides=10))
        loop = [
            (x, -0.90, LYING_M - 0.12),
            (x, -0.90, LYING_M + 0.24),
            (x, -0.96, LYING_M + 0.29),
            (x, -1.58, LYING_M + 0.29),
            (x, -1.64, LYING_M + 0.24),
            (x, -1.64, LYING_M - 0.12),
        ]
        steel.append(sweep(curve(loop, 40), 0.016, sides=10))
    cover = _soft.draped(
        (w / 2, (length + hinge) / 2 - 0.02), (0.24, 0.05), -0.60, puff_m=0.018, seed=int(rng.integers(16))
    )
    cover = cover.turned(rotation(z=math.pi)).moved((0, (hinge - length) / 2, LYING_M + 0.022))
    fold = _soft.draped((w / 2 + 0.012, 9.0), (0.2, 0.0), 0.0, puff_m=0.014, seed=4)
    grid = fold.points.reshape(111, -1, 3).copy()
    t = np.linspace(0, 1, 111)[:, None]
    grid[..., 1] = -1.02 + 0.28 * t
    grid[..., 2] += 0.03 * np.sqrt(np.clip(1 - (2 * t - 1) ** 6, 0, 1)) + LYING_M + 0.018
    return {
        "linen": (join(linen), things.made_of("cotton", (0.80, 0.82, 0.83))),
        "sheet": (shape(grid.reshape(-1, 3), fold.faces), things.made_of("cotton", (0.80, 0.82, 0.83))),
        "blanket": (cover, things.made_of("cotton", colors.resolve(f.color))),
        "frame": (join(plates), things.made_of("lacquer", (0.60, 0.62, 0.63))),
        "steel": (join(steel), things.made_of("metal", (0.66, 0.67, 0.68))),
        "castors": (join(castors), things.made_of("rubber", (0.05, 0.05, 0.055))),
        "boards": (join(shells), things.made_of("plastic", (0.60, 0.55, 0.45))),
    }  # fmt: skip


def monitor(f: Fitting, rng: np.random.Generator) -> Parts:
    """A patient monitor on an arm from the wall, three curves and their figures on its screen, over a panel of gas outlets."""
    z = 1.58
    at = np.array([0.0, -0.34, z])
    case = box((0.42, 0.11, 0.32), center=at, bevel=0.022)
    arm = [sweep(curve([(0, -0.03, z - 0.22), (0.08, -0.12, z - 0.2), (0.0, -0.27, z - 0.04)], 20), 0.022, sides=12)]
    arm.append(box((0.10, 0.04, 0.24), center=(0, -0.02, z - 0.24), bevel=0.01))
    face = at[1] - 0.0565
    screen = box((0.37, 0.003, 0.25), center=(0, face, z + 0.012), bevel=0.001)
    parts: Parts = {
        "case": (case, things.made_of("plastic", (0.62, 0.63, 0.62))),
        "arm": (join(arm), things.made_of("metal", (0.55, 0.56, 0.57))),
        "screen": (screen, _parts.dark_glass()),
    }
    u = np.linspace(0, 1, 260)
    beat = (u * 4.0) % 1.0
    spike = (
        0.9 * np.exp(-(((beat - 0.42) / 0.02) ** 2))
        - 0.22 * np.exp(-(((beat - 0.47) / 0.022) ** 2))
        - 0.1 * np.exp(-(((beat - 0.38) / 0.015) ** 2))
    )
    heart = spike + 0.10 * np.exp(-(((beat - 0.25) / 0.05) ** 2)) + 0.18 * np.exp(-(((beat - 0.70) / 0.07) ** 2))
    pulse = np.exp(-(((beat - 0.4) / 0.13) ** 2)) + 0.35 * np.exp(-(((beat - 0.65) / 0.12) ** 2))
    breath = 0.5 + 0.5 * np.sin(2 * math.pi * 1.6 * u)
    for k, (line, color, number) in enumerate(
        ((heart, "#38f070", "72"), (pulse, "#35d8ff", "98"), (breath, "#ffd545", "16"))
    ):
        base = z + 0.085 - 0.083 * k
        path = np.column_stack([-0.172 + 0.25 * u, base + 0.050 * line])
        drawn = [_parts.ribbon(path, 0.0035), _parts.lettering(number, 0.045, (0.13, base + 0.022))]
        lit = join(drawn).turned(np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])).moved((0, face - 0.0025, 0))
        parts[f"curve {k}"] = (lit, _parts.glow(color, 2.4))
    return parts


def bed_panel(f: Fitting, rng: np.random.Generator) -> Parts:
    """The trunking over a bed: sockets, gas outlets, a reading lamp's warm band along its upper edge."""
    z = 1.28
    body = [box((f.width, 0.09, 0.20), center=(0, -0.045, z), bevel=0.012)]
    dark, caps = [], []
    for k, x in enumerate(np.linspace(-f.width / 2 + 0.18, f.width / 2 - 0.18, 7)):
        if k in (1, 3):
            caps.append(
                lathe([(0.001, 0.0), (0.03, 0.0), (0.03, 0.022), (0.012, 0.03), (0.001, 0.03)], sides=24, caps=False)
                .turned(rotation(x=math.pi / 2))
                .moved((x, -0.09, z))
            )
        else:
            body.append(box((0.085, 0.012, 0.085), center=(x, -0.093, z), bevel=0.004))
            dark.append(box((0.04, 0.004, 0.04), center=(x, -0.1, z), bevel=0.001))
    band = box((f.width - 0.04, 0.05, 0.02), center=(0, -0.045, z + 0.108))
    return {
        "trunking": (join(body), things.made_of("lacquer", (0.66, 0.67, 0.66))),
        "sockets": (join(dark), things.made_of("plastic", (0.05, 0.05, 0.055))),
        "outlets": (join(caps), things.made_of("plastic", (0.05, 0.22, 0.5))),
        "band": (band, Material(model="emission", emission=(1.0, 0.86, 0.66), emission_strength=3.0, preview=(1.0, 0.9, 0.7))),
    }  # fmt: skip


def drip(f: Fitting, rng: np.random.Generator) -> Parts:
    """A stand on five castors with a bag of saline and its tube; `at` is its middle."""
    pole = [sweep([(0, 0, 0.10), (0, 0, 1.95)], 0.013, sides=12)]
    feet = []
    for a in np.arange(5) * 2 * math.pi / 5:
        end = (0.29 * math.cos(a), 0.29 * math.sin(a), 0.06)
        pole.append(sweep([(0, 0, 0.12), end], [0.016, 0.011], sides=8))
        feet.append(
            lathe([(0.001, 0.0), (0.025, 0.004), (0.025, 0.044), (0.001, 0.048)], sides=14, caps=False).moved(
                (end[0], end[1], 0.0)
            )
        )
    for s in (-1, 1):
        hook = curve([(0, 0, 1.93), (s * 0.07, 0, 1.94), (s * 0.11, 0, 1.92), (s * 0.115, 0, 1.95)], 16)
        pole.append(sweep(hook, 0.006, sides=8))
    bag = (
        _soft.pillow((0.125, 0.20, 0.045), wrinkle_m=0.002, seed=2, pinch=0.03)
        .turned(rotation(x=math.pi / 2))
        .moved((0.11, 0, 1.78))
    )
    chamber = lathe([(0.001, 0.0), (0.011, 0.004), (0.011, 0.05), (0.004, 0.058)], sides=16, caps=False).moved(
        (0.11, 0, 1.60)
    )
    tube = sweep(
        curve([(0.11, 0, 1.60), (0.12, -0.02, 1.3), (0.05, -0.08, 1.0), (0.16, -0.2, 0.85), (0.26, -0.1, 0.82)], 40),
        0.0025,
        sides=6,
    )
    pump = box((0.17, 0.14, 0.22), center=(0.02, -0.085, 1.15), bevel=0.02)
    face = box((0.11, 0.004, 0.05), center=(0.02, -0.157, 1.19), bevel=0.001)
    clear = Material(
        color=(0.80, 0.84, 0.86), roughness=0.15, specular=0.6, alpha=0.55, translucent=0.3, preview=(0.8, 0.85, 0.87)
    )
    return {
        "pole": (join(pole), things.made_of("metal", (0.68, 0.69, 0.70))),
        "castors": (join(feet), things.made_of("rubber", (0.05, 0.05, 0.05))),
        "bag": (join([bag, chamber, tube]), clear),
        "pump": (pump, things.made_of("plastic", (0.64, 0.65, 0.64))),
        "pump display": (face, _parts.glow("#6fdcff", 1.2)),
    }


def bed_curtain(f: Fitting, rng: np.random.Generator) -> Parts:
    """A curtain drawn half-way on a ceiling rail along x, its upper part a net; it hangs to 0.35 m over the floor."""
    low, net, top = 0.35, f.height - 0.55, f.height - 0.06
    half = f.width * 0.5
    seed = int(rng.integers(100))
    cloth = theater.hanging(half, low, net, 0.20, 0.055, np.random.default_rng(seed)).moved(
        (-f.width / 2 + half / 2, 0.055, 0)
    )
    mesh = theater.hanging(half, net, top, 0.20, 0.055, np.random.default_rng(seed)).moved(
        (-f.width / 2 + half / 2, 0.055, 0)
    )
    rail = [sweep([(-f.width / 2, 0, top + 0.02), (f.width / 2, 0, top + 0.02)], 0.012, sides=8)]
    rail += [
        sweep([(x, 0, top + 0.02), (x, 0, f.height + 0.4)], 0.006, sides=6)
        for x in (-f.width / 2 + 0.1, f.width / 2 - 0.1)
    ]
    return {
        "cloth": (cloth, things.made_of("cotton", colors.resolve(f.color)).model_copy(update={"translucent": 0.35})),
        "net": (mesh, Material(color=(0.75, 0.78, 0.78), roughness=0.8, alpha=0.4, preview=(0.8, 0.8, 0.8))),
        "rail": (join(rail), things.made_of("metal", (0.7, 0.7, 0.7))),
    }


def cabinet(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bedside cabinet on castors with a drawer, a jug of water and a glass on it."""
    w, d, z = 0.48, 0.44, 0.84
    body = [
        box((w, d, z - 0.16), center=(0, -d / 2, 0.10 + (z - 0.16) / 2), bevel=0.008),
        box((w + 0.03, d + 0.03, 0.03), center=(0, -d / 2, z - 0.03), bevel=0.008),
    ]
    fronts = [
        box((w - 0.03, 0.015, 0.16), center=(0, -d - 0.004, z - 0.16), bevel=0.004),
        box((w - 0.03, 0.015, 0.38), center=(0, -d - 0.004, 0.36), bevel=0.004),
    ]
    pulls = [sweep([(-0.06, -d - 0.03, h), (0.06, -d - 0.03, h)], 0.006, sides=8) for h in (z - 0.16, 0.50)]
    wheels = [
        lathe([(0.001, 0.0), (0.028, 0.004), (0.028, 0.09), (0.001, 0.1)], sides=14, caps=False).moved(
            (s * 0.18, -d / 2 + t * 0.16, 0)
        )
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    jug = lathe(
        [
            (0.001, 0.0),
            (0.05, 0.0),
            (0.056, 0.02),
            (0.05, 0.16),
            (0.058, 0.2),
            (0.055, 0.2),
            (0.047, 0.16),
            (0.052, 0.02),
            (0.001, 0.008),
        ],
        sides=32,
        caps=False,
    )
    cup = lathe(
        [(0.001, 0.0), (0.027, 0.0), (0.034, 0.1), (0.032, 0.1), (0.026, 0.006), (0.001, 0.006)], sides=26, caps=False
    )
    top = z - 0.015
    return {
        "body": (join(body), things.made_of("lacquer", (0.62, 0.62, 0.60))),
        "fronts": (join(fronts), things.made_of("wood", (0.52, 0.36, 0.2))),
        "pulls": (join(pulls), things.made_of("metal", (0.6, 0.6, 0.6))),
        "wheels": (join(wheels), things.made_of("rubber", (0.05, 0.05, 0.05))),
        "jug": (join([jug.moved((-0.1, -0.2, top)), cup.moved((0.06, -0.26, top))]), things.made_of("glass", (0.9, 0.94, 0.95))),
    }  # fmt: skip
