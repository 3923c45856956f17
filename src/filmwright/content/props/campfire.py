"""A campfire: logs leant together in a ring of stones, flames that flicker over embers."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _fire, _parts
from filmwright.scene import noise
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, sweep
from filmwright.spec.shot import Member

WORDS = ("campfire", "bonfire", "camp fire")
EXAMPLE = "A campfire in a forest at night"
HOME = ("forest", "snow_valley", "studio")
RING_M, FLAME_M = 0.52, 0.85  # the ring of stones and the highest flame; chosen


class Params(NamedTuple):
    """One fire: size, and how its stones, logs and flames lie."""

    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The fire somebody asked for."""
    return Params(things.size_of(member), int(rng.integers(1000)))


def build(params: Params) -> Thing:
    """The fire, burning."""
    rng = np.random.default_rng(params.seed)
    logs = join([_log(k, rng) for k in range(7)])
    stones = join([_stone(k, rng) for k in range(13)])
    flames = join([_flame(k, rng) for k in range(9)])
    ash = lathe([(0.0, 0.0), (0.44, 0.0), (0.36, 0.02), (0.2, 0.045), (0.0, 0.055)], sides=48, caps=False)
    thing = Thing(
        nodes=(
            things.mesh("campfire stones", stones, "stone", sharp_rad=1.0),
            things.mesh("campfire logs", logs, "log", sharp_rad=0.9),
            things.mesh("campfire embers", ash, "embers", sharp_rad=None),
            things.mesh("campfire flames", flames, "flame", sharp_rad=None, shadow=False),
        ),
        materials={
            "stone": _parts.plain("stone", "#6d6a66"),
            "log": _fire.charred(),
            "embers": _fire.embers(),
            "flame": _fire.flames(),
        },
        view_rad=0.3,
        lamps=(things.lamp("campfire light", (0.0, 0.0, 0.55), 100.0, (1.0, 0.42, 0.13), size_m=0.4, flicker=0.32),),
    )
    return things.scaled(thing, params.scale)


def _log(k: int, rng: np.random.Generator) -> Shape:
    """A log from the edge of the ring up to where all meet."""
    a = k * 2 * math.pi / 7 + float(rng.uniform(-0.15, 0.15))
    out = np.array([math.cos(a), math.sin(a), 0.0])
    across = np.array([-math.sin(a), math.cos(a), 0.0])
    foot, top = 0.36 * out + [0, 0, 0.04], -0.06 * out + 0.05 * across + [0, 0, 0.43 + float(rng.uniform(0, 0.06))]
    path = curve([foot, (foot + top) / 2 + 0.02 * across, top], 14)
    return sweep(path, np.linspace(0.052, 0.038, 14) * float(rng.uniform(0.85, 1.15)), sides=16)


def _stone(k: int, rng: np.random.Generator) -> Shape:
    """A field stone of the ring."""
    a = k * 2 * math.pi / 13 + float(rng.uniform(-0.06, 0.06))
    made = ball(1.0, sides=24, levels=16)
    p = made.points
    shift = float(rng.uniform(0, 40))
    lumps = noise.fractal(1.4 * p[:, 0] + shift, 1.4 * p[:, 1] + p[:, 2], 3, seed=k)
    size = rng.uniform([0.10, 0.085, 0.075], [0.135, 0.11, 0.10])
    put = p * (1 + 0.22 * lumps)[:, None] * size
    c, s = math.cos(a + 1.57), math.sin(a + 1.57)
    turned = put @ np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
    return made._replace(points=turned + [RING_M * math.cos(a), RING_M * math.sin(a), 0.062])


def _flame(k: int, rng: np.random.Generator) -> Shape:
    """One of the fire's tongues: the highest in the middle, the others round it."""
    a, far = k * 2.4, 0.0 if k == 0 else float(rng.uniform(0.07, 0.17))
    high = FLAME_M if k == 0 else float(rng.uniform(0.40, 0.74))
    return _fire.tongue((far * math.cos(a), far * math.sin(a), 0.06), high, 0.15 if k == 0 else 0.10, k)
