"""A campfire: logs leant together in a ring of stones, flames that flicker over embers."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene import noise
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rings, sweep
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
            "log": _charred(),
            "embers": _embers(),
            "flame": _fire(),
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
    """A tongue of fire, licking upward on a bent line; point data "up" 0 at its root, 1 at its tip."""
    a, far = k * 2.4, 0.0 if k == 0 else float(rng.uniform(0.07, 0.17))
    high = FLAME_M if k == 0 else float(rng.uniform(0.40, 0.74))
    t = np.linspace(0, 1, 36)
    wide = (0.15 if k == 0 else 0.10) * np.sin(math.pi * np.clip(t, 0.02, 0.998) ** 0.62) ** 1.1 + 0.001
    bend = 0.055 * np.sin(5.5 * t + 1.7 * k) * t
    x = far * math.cos(a) * (1 - 0.55 * t) + bend * math.cos(1.3 * k)
    y = far * math.sin(a) * (1 - 0.55 * t) + bend * math.sin(1.3 * k)
    turn = np.linspace(0, 2 * math.pi, 28, endpoint=False)
    stack = np.stack(
        [
            x[:, None] + wide[:, None] * np.cos(turn),
            y[:, None] + 0.8 * wide[:, None] * np.sin(turn),
            np.repeat((0.06 + high * t)[:, None], 28, axis=1),
        ],
        -1,
    )
    made = rings(stack, caps=False)
    return made.with_data("up", np.repeat(t, 28))


def _rising(scale: float, speed: float) -> Expr:
    """Rest position drawn out upward, climbing `speed` features a second."""
    still = mapping(coords("rest"), scale=(scale, scale, 0.45 * scale))
    return op("vadd", still, op("combine", 0.0, 0.0, op("time") * -speed))


def _fire() -> Material:
    """Flames: brightest where they are looked at straight through, torn towards their tips, yellow below and red above."""
    up = attribute("up")
    torn = grain(_rising(11.0, 2.6), scale=1.0, detail=3.0, distortion=0.8)
    body = remap(op("facing"), 0.15, 0.95, 1.0, 0.0, smooth=True)
    holes = remap(torn - up * 0.33, 0.20, 0.46, 0.0, 1.0, smooth=True)
    color = mix((1.0, 0.50, 0.10), (1.0, 0.20, 0.02), remap(up, 0.25, 0.95))
    flicker = grain(_rising(2.0, 4.0), scale=1.0, detail=1.0) * 0.8 + 0.6
    return Material(
        model="glow",
        emission=color,
        emission_strength=body * body * holes * remap(up, 0.0, 0.12) * flicker * 0.95,
        haze=False,
        preview=(1.0, 0.5, 0.1),
    )


def _embers() -> Material:
    """Ash with cracks that glow and breathe."""
    cracks = grain(coords("rest"), scale=14.0, detail=4.0)
    breath = grain(_rising(4.0, 0.5), scale=1.0, detail=1.0)
    return Material(
        color=(0.03, 0.028, 0.027),
        roughness=0.95,
        emission=(1.0, 0.22, 0.03),
        emission_strength=remap(cracks, 0.46, 0.62) * (breath * 5.0 + 2.0),
        bumps=(Bump(height=cracks, strength=0.8, distance_m=0.03),),
        preview=(0.5, 0.12, 0.03),
    )


def _charred() -> Material:
    """Bark below, coal above, a glow between."""
    rest = coords("rest")
    z = op("z", rest)
    bark = grain(mapping(rest, scale=(30, 30, 9)), scale=1.0, detail=4.0)
    burnt = remap(z + (bark - 0.5) * 0.16, 0.12, 0.24)
    glow = remap(bark, 0.52, 0.66) * remap(z, 0.10, 0.20) * remap(z, 0.34, 0.46, 1.0, 0.0)
    return Material(
        color=mix(mix((0.10, 0.062, 0.036), (0.20, 0.135, 0.085), bark), (0.012, 0.011, 0.010), burnt),
        roughness=0.9,
        specular=0.2,
        emission=(1.0, 0.20, 0.025),
        emission_strength=glow * 3.0,
        bumps=(Bump(height=bark, strength=0.8, distance_m=0.012),),
        preview=(0.07, 0.05, 0.035),
    )
