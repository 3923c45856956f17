"""A stone fountain: a round basin, two bowls one above the other, water that falls from rim to rim."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, curve, join, lathe, sweep
from filmwright.spec.shot import Member

WORDS = ("fountain", "water fountain", "stone fountain")
EXAMPLE = "A stone fountain in a park"
COLOR = "#b5aa97"
MATERIALS = ("stone", "metal", "gold", "ceramic")
HOME = ("plaza", "park", "studio")


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The fountain somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The fountain, 2.7 m tall; its water runs."""
    basin = lathe(
        [
            (1.72, 0.0),
            (1.78, 0.05),
            (1.78, 0.14),
            (1.66, 0.20),
            (1.62, 0.42),
            (1.72, 0.50),
            (1.80, 0.54),
            (1.80, 0.62),
            (1.74, 0.65),
            (1.52, 0.65),
            (1.48, 0.60),
            (1.46, 0.18),
            (0.01, 0.18),
        ],
        sides=96,
        caps=False,
    )
    step = lathe([(2.15, 0.0), (2.15, 0.07), (2.10, 0.10), (1.5, 0.10)], sides=96, caps=False)
    column = lathe(
        curve(
            [
                (0.34, 0.18),
                (0.34, 0.34),
                (0.24, 0.42),
                (0.17, 0.62),
                (0.22, 0.86),
                (0.30, 0.98),
                (0.18, 1.06),
                (0.16, 1.16),
            ],
            60,
        ),
        sides=48,
    )
    bowl = _bowl(0.88, 1.30, 0.26)
    column2 = lathe(
        curve([(0.20, 1.20), (0.15, 1.30), (0.10, 1.50), (0.14, 1.72), (0.18, 1.78), (0.11, 1.84), (0.10, 1.92)], 40),
        sides=40,
    )
    bowl2 = _bowl(0.50, 2.03, 0.17)
    finial = lathe(
        curve([(0.12, 1.96), (0.08, 2.06), (0.055, 2.18), (0.09, 2.27), (0.10, 2.34), (0.055, 2.42), (0.02, 2.46)], 40),
        sides=36,
    )
    flutes = [forms.ring_of(forms.pipe([(1.665, 0, 0.20), (1.645, 0, 0.31), (1.67, 0, 0.43)], 0.05, sides=8), 40)]
    pools = [
        lathe([(r, z), (0.03, z + 0.004)], sides=64, caps=False)
        for r, z in ((1.49, 0.555), (0.84, 1.355), (0.465, 2.065))
    ]
    falls = [_curtain(0.885, 1.368, 0.565, 0.17, 26), _curtain(0.505, 2.078, 1.365, 0.13, 18)]
    jets = _jet(params.seed)
    rings_ = [_splash(r, z) for r, z in ((1.06, 0.565), (0.64, 1.365))]
    thing = Thing(
        nodes=(
            things.mesh(
                "fountain stone",
                join([basin, step, column, bowl, column2, bowl2, finial, *flutes]),
                "stone",
                sharp_rad=0.7,
            ),
            things.mesh("fountain pools", join(pools), "pool", sharp_rad=None),
            things.mesh("fountain falls", join([*falls, jets]), "fall", sharp_rad=None),
            things.mesh("fountain splashes", join(rings_), "foam", sharp_rad=None),
        ),
        materials={
            "stone": things.made_of(params.material, params.color),
            "pool": _pool(),
            "fall": _fall(),
            "foam": _foam(),
        },
        view_rad=0.0,
    )
    return things.scaled(thing, params.size)


def _bowl(r: float, z: float, deep: float) -> Shape:
    """A shallow bowl with a rolled and scalloped rim, its rim at about `z`."""
    profile = curve(
        [
            (0.12, z - deep + 0.02),
            (0.35 * r, z - deep + 0.04),
            (0.75 * r, z - 0.45 * deep),
            (0.97 * r, z),
            (r, z + 0.05),
            (0.985 * r, z + 0.075),
            (0.95 * r, z + 0.06),
            (0.80 * r, z - 0.25 * deep),
            (0.3 * r, z - 0.6 * deep),
            (0.01, z - 0.62 * deep),
        ],
        80,
    )
    made = lathe(profile, sides=112, caps=False)
    a = np.arctan2(made.points[:, 1], made.points[:, 0])
    far = np.clip((np.hypot(made.points[:, 0], made.points[:, 1]) / r - 0.5) / 0.5, 0, 1)
    return made._replace(
        points=made.points * np.column_stack([1 + 0.022 * np.cos(16 * a) * far] * 2 + [np.ones(len(a))])
    )


def _curtain(r: float, high: float, low: float, out: float, count: int) -> Shape:
    """Strands of water that fall from a rim to the pool below. Point data "fall": round the rim, seconds since it left it."""
    made = []
    drop = high - low
    for k in range(count):
        a = 2 * math.pi * k / count
        half = 0.36 * 2 * math.pi / count
        rows, marks = [], []
        for f in np.linspace(0, 1, 14):
            wide = half * (1.0 - 0.45 * f) * (1.1 if k % 2 else 0.75)
            turn = a + wide * np.linspace(-1, 1, 5)
            reach = r + out * f**0.5
            bulge = 0.012 * (1 - np.linspace(-1, 1, 5) ** 2)
            rows.append(
                np.column_stack(
                    [
                        (reach + bulge) * np.cos(turn),
                        (reach + bulge) * np.sin(turn),
                        np.full(5, high - drop * f + 0.02 * (1 - f) * f),
                    ]
                )
            )
            marks.append(
                np.column_stack(
                    [np.linspace(-1, 1, 5), np.full(5, math.sqrt(2 * drop * f / 9.81) + 0.37 * k), np.full(5, f)]
                )
            )
        made.append(forms.sheet(rows).with_data("fall", np.concatenate(marks)))
    return join(made)


def _jet(seed: int) -> Shape:
    """Thin jets that rise from the finial and fall into the upper bowl."""
    made = []
    for k in range(9):
        a = 2 * math.pi * k / 8 + 0.2 * seed
        reach = 0.30 if k < 8 else 0.02
        rows = []
        for f in np.linspace(0, 1, 22):
            z = 2.45 + 1.5 * f - 1.88 * f * f if k < 8 else 2.45 + 0.42 * f
            rows.append((reach * f * math.cos(a), reach * f * math.sin(a), z))
        tube = sweep(rows, np.linspace(0.010, 0.016, 22), sides=7)
        n = len(tube.points)
        f = np.clip(np.arange(n) // 7 / 21.0, 0, 1)
        made.append(tube.with_data("fall", np.column_stack([np.zeros(n), 0.5 * f + 0.31 * k, f])))
    return join(made)


def _splash(r: float, z: float) -> Shape:
    """A ring of foam where the water comes down."""
    a = np.linspace(0, 2 * math.pi, 121)
    return forms.sheet(
        [
            np.column_stack([(r + d) * np.cos(a), (r + d) * np.sin(a), np.full(121, z + h)])
            for d, h in ((-0.12, 0.0), (-0.05, 0.016), (0.0, 0.022), (0.06, 0.012), (0.13, 0.0))
        ]
    )


def _pool() -> Material:
    """Clear water over stone, rippled and never still."""
    rest = coords("rest")
    ripple = noise(op("vadd", rest, op("combine", 0.0, 0.0, op("time") * 0.55)), scale=7.0, detail=3)
    return Material(
        color=(0.030, 0.085, 0.095),
        roughness=0.05,
        specular=0.6,
        coat=0.8,
        coat_roughness=0.02,
        bumps=(Bump(height=ripple, strength=0.6, distance_m=0.04),),
        preview=(0.1, 0.2, 0.22),
    )


def _fall() -> Material:
    """Falling water: bright streaks that run down, gaps between them."""
    mark = attribute("fall")
    across, age, share = op("x", mark), op("y", mark), op("z", mark)
    streak = noise(op("combine", across * 2.6, (age - op("time")) * 9.0, age * 0.2), scale=1.0, detail=3)
    alpha = remap(streak, 0.36, 0.62, 0.18, 0.92)
    return Material(
        color=mix((0.42, 0.52, 0.56), (0.86, 0.90, 0.92), streak),
        roughness=0.15,
        specular=0.7,
        translucent=0.5,
        alpha=op("clamp", alpha * (1.0 - share * 0.25)),
        preview=(0.7, 0.78, 0.8),
    )


def _foam() -> Material:
    """White water that boils."""
    churn = noise(op("vadd", coords("rest"), op("combine", 0.0, 0.0, op("time") * 1.6)), scale=22.0, detail=4)
    return Material(
        color=(0.80, 0.84, 0.86),
        roughness=0.6,
        specular=0.4,
        alpha=remap(churn, 0.42, 0.60, 0.0, 0.85),
        preview=(0.8, 0.84, 0.86),
    )
