"""What bars are fitted with: a panelled counter with a foot rail, taps and glasses, and the high stools before it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, box, join, lathe, sweep

COUNTER_M = 1.10  # usual height of a bar
STOOL_M = 0.76  # usual height of the seat before it
DEPTH_M = 0.56
_TUMBLER = [(0.001, 0.0), (0.031, 0.0), (0.037, 0.10), (0.0345, 0.10), (0.029, 0.012), (0.001, 0.012)]
_DRINK = [(0.001, 0.013), (0.0285, 0.013), (0.0325, 0.062), (0.001, 0.062)]
_STEM = [
    (0.001, 0.0), (0.034, 0.001), (0.033, 0.004), (0.005, 0.010), (0.004, 0.085), (0.020, 0.105), (0.038, 0.14), (0.033, 0.19),
    (0.031, 0.19), (0.036, 0.14), (0.018, 0.108), (0.001, 0.104),
]  # fmt: skip


def bar_counter(f: Fitting, rng: np.random.Generator) -> Parts:
    """A bar of dark wood with the guests at -y, a brass rail for their feet, three taps, and glasses along it. `at` is the middle of
    the barkeeper's edge."""
    w, top = f.width, COUNTER_M
    front = -DEPTH_M
    body = [
        box((w, DEPTH_M, top - 0.16), center=(0, front / 2, 0.10 + (top - 0.16) / 2), bevel=0.004),
        box((w - 0.06, DEPTH_M - 0.10, 0.1), center=(0, front / 2 + 0.03, 0.05)),
        box((w + 0.02, 0.05, 0.06), center=(0, front - 0.015, top - 0.09), bevel=0.012),
        box((w + 0.02, 0.04, 0.10), center=(0, front - 0.012, 0.16), bevel=0.010),
    ]
    fields = max(2, round(w / 0.62))
    wide = w / fields
    for k in range(fields):
        x = -w / 2 + (k + 0.5) * wide
        body.append(box((wide - 0.16, 0.02, top - 0.48), center=(x, front - 0.008, top / 2 + 0.02), bevel=0.008))
        body.append(box((wide - 0.26, 0.02, top - 0.58), center=(x, front - 0.020, top / 2 + 0.02), bevel=0.009))
    for k in range(fields + 1):
        x = -w / 2 + k * wide
        body.append(box((0.07, 0.03, top - 0.26), center=(x, front - 0.014, top / 2 + 0.02), bevel=0.006))
    slab = box((w + 0.10, DEPTH_M + 0.16, 0.05), center=(0, front / 2 - 0.04, top - 0.025), bevel=0.018)
    rail = [sweep([(-w / 2, front - 0.16, 0.21), (w / 2, front - 0.16, 0.21)], 0.019, sides=16)]
    for x in np.linspace(-w / 2 + 0.12, w / 2 - 0.12, max(3, round(w / 1.1) + 1)):
        rail.append(sweep([(x, front, 0.23), (x, front - 0.09, 0.23), (x, front - 0.16, 0.21)], 0.011, sides=10))
    brass = [*rail, *_taps(-0.30 * w, top)]
    glasses, drinks = [], []
    for x in np.arange(-w / 2 + 0.3, w / 2 - 0.2, 0.42):
        at = (float(x + rng.uniform(-0.1, 0.1)), front + float(rng.uniform(0.04, 0.2)), top + 0.001)
        if abs(at[0] + 0.30 * w) < 0.3:
            continue
        if rng.random() < 0.45:
            glasses.append(lathe(_STEM, sides=28, caps=False).moved(at))
        else:
            glasses.append(lathe(_TUMBLER, sides=28, caps=False).moved(at))
            drinks.append(lathe(_DRINK, sides=24, caps=False).moved(at))
    wood = colors.resolve(f.color)
    return {
        "body": (join(body), things.made_of("wood", wood)),
        "slab": (slab, things.made_of("wood", wood).model_copy(update={"coat": 0.7, "coat_roughness": 0.12})),
        "brass": (join(brass), things.made_of("gold", (0.62, 0.44, 0.20))),
        "glasses": (join(glasses), Material(color=(0.62, 0.66, 0.68), roughness=0.05, specular=0.8, alpha=0.32, preview=(0.7, 0.7, 0.7))),
        "drinks": (join(drinks), Material(color=(0.55, 0.20, 0.03), roughness=0.1, specular=0.6, preview=(0.5, 0.2, 0.05))),
    }  # fmt: skip


def _taps(x: float, top: float) -> list[Shape]:
    """A font with three taps, as a column with a cross bar, its spouts towards the guests."""
    y = -0.22
    out = [
        lathe([(0.001, 0.0), (0.075, 0.0), (0.07, 0.012), (0.042, 0.03), (0.040, 0.26), (0.001, 0.27)], sides=28).moved((x, y, top)),
        sweep([(x - 0.19, y, top + 0.29), (x + 0.19, y, top + 0.29)], 0.036, sides=20),
    ]  # fmt: skip
    for k in (-1, 0, 1):
        at = x + 0.14 * k
        out.append(
            sweep([(at, y, top + 0.29), (at, y + 0.09, top + 0.27), (at, y + 0.10, top + 0.20)], 0.010, sides=12)
        )
        out.append(sweep([(at, y + 0.02, top + 0.32), (at, y + 0.01, top + 0.47)], np.array([0.010, 0.017]), sides=14))
        out.append(ball(0.019, center=(at, y + 0.01, top + 0.475), sides=14, levels=10))
    return out


def bar_stool(f: Fitting, rng: np.random.Generator) -> Parts:
    """A high stool with an upholstered seat on four legs and a ring for the feet. `at` is its middle, `width` that of its seat."""
    r, h = f.width / 2, STOOL_M
    seat = lathe(
        [(0.001, h - 0.075), (0.90 * r, h - 0.075), (r, h - 0.055), (1.02 * r, h - 0.03), (0.93 * r, h - 0.006), (0.6 * r, h), (0.001, h)],
        sides=48, caps=False,
    )  # fmt: skip
    legs, foot = [], 0.24
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        c, s = math.cos(a), math.sin(a)
        legs.append(sweep([(0.20 * c, 0.20 * s, 0.0), (0.12 * c, 0.12 * s, h - 0.07)], 0.017, sides=14))
    around = np.linspace(0, 2 * math.pi, 41)
    ring = sweep(np.stack([0.178 * np.cos(around), 0.178 * np.sin(around), np.full(41, foot)], axis=1), 0.010, sides=12)
    return {
        "seat": (seat, things.made_of("leather", colors.resolve(f.color))),
        "legs": (join(legs), things.made_of("wood", (0.10, 0.05, 0.03))),
        "ring": (ring, things.made_of("gold", (0.62, 0.44, 0.20))),
    }
