"""A pair of skis with bindings, standing crossed, and two poles."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import attribute_number
from filmwright.scene.shade import Material, mix, op, remap
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("skis", "pair of skis")
EXAMPLE = "Skis"
COLOR = "red"
MATERIALS = ("wood", "plastic")
HOME = ("snow_valley", "studio")
STANDS_M, GRIP_M = 0.036, 1.055  # height of what a boot stands on over the snow, and of a hand on a pole
_BOOT_M = 0.77  # the middle of a boot from the end of a ski


class Params(NamedTuple):
    """One skis: color, material, size."""

    color: Color
    material: str
    scale: float
    seed: int
    worn: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The skis somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def held(params: Params, action: str) -> Params:
    """Whoever skis has a ski on each foot and a pole in each hand."""
    return params._replace(worn=action == "go_skiing", scale=1.0)


def build(params: Params) -> Thing:
    """The skis upright, tips crossed, poles beside them. Worn, each ski and each pole is a part of its own: a ski flat along y, the
    origin under the boot, a pole upright on its tip."""
    if params.worn:
        return _worn(params)
    skis, bindings = [], []
    for side in (-1.0, 1.0):
        ski, binding = _ski()
        lean = rotation(y=side * 0.10)
        at = (-side * 0.13, side * 0.02, 0.0)
        skis.append(ski.turned(lean).moved(at))
        bindings.append(binding.turned(lean).moved(at))
    poles, grips = [], []
    for side in (-1.0, 1.0):
        lean = rotation(y=-side * 0.13, x=-0.03)
        pole, grip = _pole()
        poles.append(pole.turned(lean).moved((side * 0.30, 0.07, 0)))
        grips.append(grip.turned(lean).moved((side * 0.30, 0.07, 0)))
    thing = Thing(
        nodes=(
            things.mesh("skis", join(skis), "ski", sharp_rad=math.radians(40)),
            things.mesh("skis bindings", join(bindings), "binding"),
            things.mesh("skis poles", join(poles), "pole"),
            things.mesh("skis grips", join(grips), "binding"),
        ),
        materials=_materials(params),
        view_rad=0.2,
    )
    return things.scaled(thing, params.scale)


def _worn(params: Params) -> Thing:
    """The parts as they are on the feet and in the hands."""
    ski, binding = _ski()
    flat = rotation(z=math.pi) @ rotation(x=math.pi / 2)
    pole, grip = _pole()
    nodes = []
    for name in ("left", "right"):
        nodes += [
            things.mesh(f"skis {name}", ski.turned(flat).moved((0, -_BOOT_M, 0)), "ski", sharp_rad=math.radians(40)),
            things.mesh(f"skis {name} binding", binding.turned(flat).moved((0, -_BOOT_M, 0)), "binding"),
            things.mesh(f"skis {name} pole", pole, "pole"),
            things.mesh(f"skis {name} grip", grip, "binding"),
        ]
    return Thing(nodes=tuple(nodes), materials=_materials(params))


def _materials(params: Params) -> dict[str, Material]:
    return {
        "ski": _finish(params),
        "binding": things.made_of("plastic", (0.022, 0.022, 0.024)),
        "pole": things.made_of("metal", (0.5, 0.51, 0.53)),
    }


def _pole() -> tuple[Shape, Shape]:
    """A pole on its tip with its basket, and the grip with its strap."""
    pole = join(
        [
            sweep([(0, 0, 0.0), (0, 0, 1.02)], [0.006, 0.009], sides=12),
            lathe([(0.005, 0.075), (0.048, 0.085), (0.050, 0.089), (0.006, 0.097)], sides=28, caps=False),
        ]
    )
    strap = curve([(0, 0.0, 1.12), (0.03, 0.03, 1.07), (0.02, 0.03, 0.96), (-0.01, 0.02, 1.03), (0, 0, 1.12)], 24)
    grip = join(
        [
            sweep([(0, 0, 0.99), (0, 0, 1.02), (0, 0, 1.10), (0, 0, 1.125)], [0.012, 0.0165, 0.0155, 0.019], sides=14),
            sweep(strap, 0.006, sides=6, flat=0.35),
        ]
    )
    return pole, grip


def _ski() -> tuple[Shape, Shape]:
    """A ski upright along z with its top sheet to +y, and its binding."""
    length, rows = 1.72, []
    for t in np.linspace(0, 1, 60):
        half = 0.034 + 0.017 * (2 * t - 1) ** 2
        end = min(max(1 - (t - 0.93) / 0.07, 0.0) if t > 0.93 else 1.0, min(t / 0.015, 1.0))
        half *= math.sqrt(max(1 - (1 - end) ** 2, 0.02))
        y = 0.20 * max(t - 0.90, 0) ** 1.5 * 6 + 0.015 * math.sin(t * math.pi)
        thick = 0.006 + 0.010 * math.sin(t * math.pi)
        o = rounded_rectangle(2 * half, thick, 0.3 * thick, per_corner=3)
        rows.append(np.column_stack([o[:, 0], o[:, 1] + y, np.full(len(o), length * t)]))
    ski = rings(np.array(rows)[:, ::-1])
    ski = ski.with_data("t", ski.points[:, 2] / length)
    parts = [
        box((0.07, 0.035, 0.10), center=(0, 0.042, 0.93), bevel=0.012),
        box((0.075, 0.045, 0.13), center=(0, 0.048, 0.60), bevel=0.014),
        box((0.05, 0.012, 0.46), center=(0, 0.030, 0.77), bevel=0.004),
        box((0.03, 0.06, 0.03), center=(0, 0.075, 0.55), bevel=0.008),
    ]
    return ski, join(parts)


def _finish(params: Params) -> Material:
    base = things.made_of("lacquer" if params.material == "plastic" else params.material, params.color)
    t = attribute_number("t")
    tip = remap(t, 0.80, 0.81)
    stripe = remap(op("abs", op("fract", t * 9.0) - 0.5), 0.38, 0.40)
    return base.model_copy(
        update={
            "color": mix(
                mix(base.color, (0.8, 0.8, 0.78), tip), (0.02, 0.02, 0.03), stripe * remap(t, 0.3, 0.31, 1.0, 0.0)
            )
        }
    )
