"""What restaurants are fitted with: tables laid on white cloths, and a lit wall of bottles over a sideboard."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.plan import WARM, Fitting
from filmwright.content.kinds import F64
from filmwright.scene.shade import Bump, Material, attribute, coords, noise
from filmwright.scene.shapes import Shape, ball, box, join, lathe, rings, rotation, shape, sweep

TABLE_M = 0.755  # height of a laid table
Parts = dict[str, tuple[Shape, Material]]
_PLATE = [
    (0.001, 0.004), (0.085, 0.004), (0.095, 0.008), (0.135, 0.018), (0.137, 0.0195), (0.134, 0.0205), (0.095, 0.0115),
    (0.082, 0.008), (0.001, 0.008),
]  # fmt: skip
_BOTTLE = [
    (0.001, 0.0), (0.034, 0.0), (0.037, 0.006), (0.037, 0.19), (0.032, 0.215), (0.015, 0.245), (0.0135, 0.30), (0.0155, 0.302),
    (0.0155, 0.315), (0.001, 0.316),
]  # fmt: skip


def set_table(f: Fitting, rng: np.random.Generator) -> Parts:
    """A round table under a cloth, laid for two at its -x and +x side, a candle in a glass in its middle. `at` is its middle."""
    radius = f.width / 2
    plates, napkins, silver = [], [], []
    for side in (-1.0, 1.0):
        turn = rotation(z=math.pi if side < 0 else 0.0)
        x = radius - 0.19
        plates.append(lathe(_PLATE, sides=48, caps=False).moved((side * x, 0, TABLE_M)))
        napkins.append(_napkin(rng).moved((x, 0, TABLE_M + 0.009)).turned(turn))
        fork, blade = _fork(), _knife()
        silver += [
            fork.moved((x, 0.175, TABLE_M + 0.003)).turned(turn),
            blade.moved((x, -0.175, TABLE_M + 0.003)).turned(turn),
        ]
    cup = [(0.001, 0.0), (0.031, 0.0), (0.036, 0.01), (0.038, 0.085), (0.0365, 0.085), (0.0335, 0.012), (0.001, 0.010)]
    here = (0.0, 0.06, TABLE_M + 0.001)
    flame = ball((0.005, 0.005, 0.017), sides=14, levels=10).moved((0, 0, 0.05))
    glow = Material(model="emission", emission=(1.0, 0.50, 0.16), emission_strength=14.0, preview=(1.0, 0.7, 0.3))
    wax = Material(
        color=(0.85, 0.78, 0.66),
        roughness=0.5,
        emission=(1.0, 0.42, 0.12),
        emission_strength=0.9,
        preview=(0.9, 0.8, 0.6),
    )
    vase = [
        (0.001, 0.0),
        (0.028, 0.0),
        (0.036, 0.03),
        (0.03, 0.07),
        (0.013, 0.10),
        (0.015, 0.125),
        (0.012, 0.125),
        (0.001, 0.02),
    ]
    beside = (-0.02, -0.09, TABLE_M)
    return {
        "cloth": (_cloth(radius, rng), _linen()),
        "plates": (join(plates), things.made_of("ceramic", (0.80, 0.79, 0.76))),
        "napkins": (join(napkins), things.made_of("cotton", colors.resolve(f.color))),
        "silver": (join(silver), Material(color=(0.72, 0.70, 0.67), metallic=1.0, roughness=0.16, preview=(0.7, 0.7, 0.7))),
        "candle glass": (lathe(cup, sides=32, caps=False).moved(here), things.made_of("glass", (0.95, 0.9, 0.85))),
        "wax": (lathe([(0.001, 0.011), (0.031, 0.011), (0.031, 0.034), (0.001, 0.033)], sides=24, caps=False).moved(here), wax),
        "flame": (flame.moved(here), glow),
        "vase": (lathe(vase, sides=28, caps=False).moved(beside), things.made_of("ceramic", (0.10, 0.13, 0.15))),
        "flowers": (_posy(rng).moved((beside[0], beside[1], TABLE_M + 0.125)), _petals()),
    }  # fmt: skip


def _cloth(radius: float, rng: np.random.Generator) -> Shape:
    """A round cloth that falls in flutes from the table's edge almost to the floor."""
    a = np.linspace(0, 2 * math.pi, 240, endpoint=False)
    phase = float(rng.uniform(0, 6.28))
    flute = np.sin(11 * a + phase) + 0.45 * np.sin(7 * a - 1.7 * phase) + 0.25 * np.sin(19 * a + 2.0 * phase)
    stack = []
    for r in (0.02, 0.4 * radius, 0.8 * radius, radius - 0.012, radius - 0.004):
        stack.append(np.column_stack([r * np.cos(a), r * np.sin(a), np.full(240, TABLE_M)]))
    for drop in (0.004, 0.015, 0.05, 0.12, 0.22, 0.34, 0.46, 0.56):
        t = drop / 0.56
        r = radius + 0.006 + 0.05 * t + 0.036 * t**0.8 * flute
        stack.append(np.column_stack([r * np.cos(a), r * np.sin(a), np.full(240, TABLE_M - drop) - 0.006 * t * flute]))
    return rings(np.array(stack), caps=False)


def _linen() -> Material:
    """Ironed white linen; light comes through where it hangs."""
    weave = noise(coords("rest"), scale=700.0, detail=1)
    return Material(
        color=(0.80, 0.785, 0.75), roughness=0.8, specular=0.25, sheen=0.15, translucent=0.15,
        bumps=(Bump(height=weave, strength=0.15, distance_m=0.0004),), preview=(0.8, 0.78, 0.75),
    )  # fmt: skip


def _napkin(rng: np.random.Generator) -> Shape:
    """A napkin folded to a standing fan."""
    rows = []
    for t in np.linspace(0, 1, 7):
        k = np.arange(17)
        spread = (k / 16 - 0.5) * (0.05 + 0.13 * t)
        fold = 0.007 * (0.4 + t) * (-1.0) ** k
        rows.append(np.column_stack([fold + 0.012 * t, spread, 0.11 * t - 0.9 * np.abs(spread) ** 1.6 * t]))
    return rings(np.array(rows), around=False, caps=False)


def _fork() -> Shape:
    tines = [
        sweep([(0.03, y, 0.001), (0.085, y * 1.1, 0.002)], 0.0016, sides=6) for y in (-0.009, -0.003, 0.003, 0.009)
    ]
    neck = sweep([(-0.10, 0, 0.0), (-0.02, 0, 0.002), (0.012, 0, 0.002)], [0.006, 0.003, 0.003], sides=8, flat=1.0)
    return join([*tines, neck, box((0.024, 0.023, 0.002), center=(0.021, 0, 0.002), bevel=0.0008)]).turned(
        rotation(z=math.pi)
    )


def _knife() -> Shape:
    return join(
        [
            box((0.11, 0.019, 0.002), center=(-0.055, 0, 0.002), bevel=0.0008),
            sweep([(0.0, 0, 0.002), (0.10, 0, 0.002)], 0.005, sides=8),
        ]
    )


def _posy(rng: np.random.Generator) -> Shape:
    """A few round flowers and leaves over a vase's rim at the origin; their "tint" is their color."""
    made = []
    for k in range(5):
        a, lean = 2.4 * k, float(rng.uniform(0.1, 0.5))
        top = np.array([0.09 * lean * math.cos(a), 0.09 * lean * math.sin(a), 0.05 + 0.04 * float(rng.random())])
        made.append(sweep(np.array([[0.0, 0.0, -0.06], top]), 0.0015, sides=5).with_data("tint", (0.05, 0.13, 0.03)))
        for ring in range(3):
            petal = ball((0.017 - 0.004 * ring,) * 2 + (0.008,), center=top + [0, 0, 0.006 * ring], sides=9, levels=6)
            made.append(petal.with_data("tint", np.array((0.75, 0.70, 0.62)) * (1.0 - 0.12 * ring)))
        leaf = ball((0.026, 0.010, 0.002), sides=8, levels=5).turned(rotation(y=-0.6, z=a + 0.8))
        made.append(leaf.moved(0.7 * top + [0, 0, 0.0]).with_data("tint", (0.06, 0.16, 0.04)))
    return join(made)


def _petals() -> Material:
    return Material(color=attribute("tint"), roughness=0.6, specular=0.2, translucent=0.2, preview=(0.5, 0.5, 0.4))


def bottle_wall(f: Fitting, rng: np.random.Generator) -> Parts:
    """A sideboard with glasses under shelves of bottles that a warm strip lights from behind. Its back stands at y = 0."""
    w, top = f.width, 1.02
    wood = things.made_of("wood", colors.resolve(f.color))
    board = [box((w, 0.46, top - 0.06), center=(0, -0.25, (top - 0.06) / 2 + 0.02), bevel=0.004)]
    board.append(box((w + 0.06, 0.54, 0.04), center=(0, -0.26, top - 0.02), bevel=0.008))
    doors = max(2, round(w / 0.55))
    for k in range(doors):
        x = -w / 2 + (k + 0.5) * w / doors
        board.append(box((w / doors - 0.03, 0.02, top - 0.2), center=(x, -0.49, top / 2 - 0.01), bevel=0.006))
        board.append(box((w / doors - 0.17, 0.02, top - 0.36), center=(x, -0.497, top / 2 - 0.01), bevel=0.008))
    shelves = [top + 0.42, top + 0.84, top + 1.26]
    board += [box((w, 0.26, 0.03), center=(0, -0.14, z), bevel=0.004) for z in shelves]
    board += [box((0.04, 0.28, 1.34), center=(s * (w / 2 - 0.02), -0.14, top + 0.63), bevel=0.004) for s in (-1, 0, 1)]
    knobs = [
        ball(0.012, center=(-w / 2 + (k + 0.5) * w / doors + 0.17, -0.51, 0.62), sides=12, levels=8)
        for k in range(doors)
    ]
    bottles: list[Shape] = []
    one = lathe(_BOTTLE, sides=18, caps=False)
    label = lathe([(0.0375, 0.05), (0.0378, 0.052), (0.0378, 0.13), (0.0375, 0.132)], sides=18, caps=False)
    tints = (
        (0.02, 0.05, 0.02),
        (0.16, 0.05, 0.01),
        (0.05, 0.01, 0.012),
        (0.26, 0.15, 0.03),
        (0.015, 0.02, 0.03),
        (0.09, 0.11, 0.04),
    )
    for z in [top, *shelves[:2]]:
        x = -w / 2 + 0.09
        while x < w / 2 - 0.08:
            x += float(rng.uniform(0.082, 0.125))
            if abs(x) < 0.07 or x > w / 2 - 0.07 or rng.random() < 0.1:
                continue
            size = (float(rng.uniform(0.85, 1.15)),) * 2 + (float(rng.uniform(0.8, 1.08)),)
            at = (x, -0.14 - float(rng.uniform(0, 0.05)), z + 0.016)
            tint = np.array(tints[int(rng.integers(len(tints)))]) * float(rng.uniform(0.7, 1.4))
            paper = np.array((0.62, 0.57, 0.45)) * float(rng.uniform(0.5, 1.1))
            bottles.append(one.scaled(size).with_data("tint", tint).moved(at))
            bottles.append(label.scaled(size).with_data("tint", paper).moved(at))
    strips = [box((w - 0.12, 0.012, 0.02), center=(0, -0.03, z - 0.03)) for z in shelves]
    back = _plane(w - 0.08, top, shelves[2])
    shine = Material(
        color=(0.20, 0.11, 0.05), roughness=0.6, emission=WARM, emission_strength=0.10, preview=(0.6, 0.4, 0.2)
    )
    return {
        "sideboard": (join(board), wood),
        "knobs": (join(knobs), things.made_of("gold", (0.5, 0.4, 0.25))),
        "bottles": (join(bottles), Material(color=attribute("tint"), roughness=0.09, specular=0.6, coat=0.4, preview=(0.1, 0.06, 0.03))),
        "back light": (back, shine),
        "strips": (join(strips), Material(model="emission", emission=WARM, emission_strength=2.2, preview=WARM)),
    }  # fmt: skip


def _plane(width: float, low: float, high: float) -> Shape:
    x = width / 2
    points: F64 = np.array([(-x, -0.02, low), (x, -0.02, low), (x, -0.02, high), (-x, -0.02, high)])
    return shape(points, [[0, 1, 2, 3]])
