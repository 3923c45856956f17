"""What warehouses are fitted with: racks of steel with cartons on pallets, and a roof of trusses with skylights."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, box, join, sweep

BAY_M = 2.7  # clear width of a bay; the usual beam for three pallets of 0.8 m
LEVEL_M = 1.55  # from one beam to the next; usual for pallets loaded to 1.2 m
DEPTH_M = 1.1
PALLET_M = (0.8, 1.2, 0.144)  # the European pallet, its short side to the aisle
_CARDBOARD = ((0.42, 0.27, 0.14), (0.36, 0.22, 0.11), (0.48, 0.32, 0.18), (0.50, 0.45, 0.38))
_TRUSS_M = 0.95  # height of a truss; chosen


def pallet_rack(f: Fitting, rng: np.random.Generator) -> Parts:
    """A rack `height` high with its back at y = 0: blue uprights with their bracing, beams in the fitting's color, pallets of cartons on
    the floor and on every level, some places empty."""
    bays = max(1, round(f.width / BAY_M))
    wide = f.width / bays
    levels = np.arange(0.0, f.height - 0.9, LEVEL_M)
    posts, beams, wood = [], [], []
    cartons: list[Shape] = []
    tape: list[Shape] = []
    for k in range(bays + 1):
        x = -f.width / 2 + k * wide
        posts += [box((0.10, 0.08, f.height), center=(x, y, f.height / 2), bevel=0.006) for y in (-0.05, -DEPTH_M)]
        for n, z in enumerate(np.arange(0.3, f.height - 0.6, 0.75)):
            ends = [(x, -0.05, z), (x, -DEPTH_M, z + 0.75)]
            posts.append(sweep(ends if n % 2 else [(x, -DEPTH_M, z), (x, -0.05, z + 0.75)], 0.018, sides=6))
    for k in range(bays):
        x = -f.width / 2 + (k + 0.5) * wide
        for z in levels:
            if z > 0:
                beams += [
                    box((wide - 0.10, 0.05, 0.13), center=(x, y, z - 0.065), bevel=0.006) for y in (-0.05, -DEPTH_M)
                ]
            for s in (-1, 0, 1):
                if rng.random() < 0.86:
                    at = (x + s * 0.84 * wide / BAY_M, -DEPTH_M / 2 - 0.04, float(z))
                    wood += _pallet(at)
                    _load(cartons, tape, at, rng)
    return {
        "posts": (join(posts), things.made_of("lacquer", (0.03, 0.09, 0.24))),
        "beams": (join(beams), things.made_of("lacquer", colors.resolve(f.color))),
        "pallets": (join(wood), things.made_of("wood", (0.40, 0.28, 0.16))),
        "cartons": (join(cartons), Material(color=attribute("tint"), roughness=0.8, specular=0.2, preview=(0.42, 0.28, 0.15))),
        "tape": (join(tape), Material(color=attribute("tint"), roughness=0.4, specular=0.4, preview=(0.6, 0.5, 0.35))),
    }  # fmt: skip


def _pallet(at: tuple[float, float, float]) -> list[Shape]:
    """A pallet whose middle is at `at`."""
    x, y, z = at
    wide, deep, high = PALLET_M
    made = [box((wide, 0.12, 0.022), center=(x, y + t * deep, z + high - 0.011)) for t in np.linspace(-0.45, 0.45, 6)]
    for s in (-0.42, 0.0, 0.42):
        made.append(box((0.10, deep, 0.022), center=(x + s * wide, y, z + 0.011)))
        made += [box((0.10, 0.14, 0.10), center=(x + s * wide, y + t * deep, z + 0.07)) for t in (-0.44, 0.0, 0.44)]
    return made


def _load(
    cartons: list[Shape], tape: list[Shape], at: tuple[float, float, float], rng: np.random.Generator
) -> None:  # fmt: skip
    """Cartons of one size stacked on a pallet, the last layer not always full, each with a strip of tape and a label."""
    x, y, z = at
    across, layers = int(rng.integers(1, 3)), int(rng.integers(2, 4))
    tall = float(rng.uniform(0.30, 0.38))
    wide, deep = 0.78 / across, 0.55
    tint = np.array(_CARDBOARD[int(rng.integers(len(_CARDBOARD)))])
    for layer in range(layers):
        for n in range(across):
            for row in (-1, 1):
                if layer == layers - 1 and rng.random() < 0.25:
                    continue
                jog = rng.uniform(-0.012, 0.012, 2)
                here = np.array([x + (n - (across - 1) / 2) * wide + jog[0], y + row * 0.29 + jog[1], 0.0])
                here[2] = z + PALLET_M[2] + (layer + 0.5) * tall
                shade = tint * float(rng.uniform(0.86, 1.1))
                size = (wide - 0.012, deep, tall - 0.006)
                cartons.append(box(size, center=tuple(here), bevel=0.006).with_data("tint", shade))
                face = here - [0, deep / 2 + 0.001, 0]
                strip = box((0.055, 0.002, tall * 0.3), center=tuple(face + [0, 0, 0.34 * tall]))
                tape.append(strip.with_data("tint", np.array((0.55, 0.40, 0.22))))
                label = box((0.11, 0.002, 0.075), center=tuple(face + [0.27 * wide, 0, -0.22 * tall]))
                tape.append(label.with_data("tint", np.array((0.75, 0.74, 0.70))))


def trussed_roof(f: Fitting, rng: np.random.Generator) -> Parts:
    """Trusses across a hall `width` wide under a ceiling at `height`, along `gap` = from, to in y, with bright skylights between them."""
    low, high = f.gap or (-4.0, 12.0)
    half, top = f.width / 2, f.height - 0.06
    steel, panes, bars = [], [], []
    places = np.arange(low, high, 3.0)
    count = max(4, round(f.width / 1.2))
    for y in places:
        for z in (top, top - _TRUSS_M):
            steel.append(box((f.width, 0.12, 0.12), center=(0, y, z - 0.06), bevel=0.01))
        x = np.linspace(-half, half, count + 1)
        for k in range(count):
            a, b = (top - 0.06, top - _TRUSS_M - 0.06) if k % 2 else (top - _TRUSS_M - 0.06, top - 0.06)
            steel.append(sweep([(x[k], y, a), (x[k + 1], y, b)], 0.035, sides=8))
    for y in places[:-1] + 1.5:
        for s in (-1, 1):
            at = (s * half * 0.42, float(y), top + 0.03)
            panes.append(box((half * 0.42, 1.7, 0.02), center=at))
            bars += [box((half * 0.42, 0.05, 0.06), center=(at[0], y + t, top + 0.01)) for t in (-0.85, 0.0, 0.85)]
            bars += [box((0.05, 1.7, 0.06), center=(at[0] + t * half * 0.42, y, top + 0.01)) for t in (-0.5, 0.0, 0.5)]
    return {
        "steel": (join([*steel, *bars]), things.made_of("lacquer", colors.resolve(f.color))),
        "skylights": (join(panes), _parts.glow("#e6f0fb", 2.6)),
    }
