"""What burns: tongues of flame, embers, charred wood."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene.nodes import Vector
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, rings


def tongue(root: Vector, high_m: float, wide_m: float, k: int) -> Shape:
    """A tongue of fire, licking upward from its root on a bent line towards x = y = 0; point data "up" 0 at its root, 1 at its tip. k:
    which of a fire's tongues it is, each bends another way."""
    t = np.linspace(0, 1, 36)
    wide = wide_m * np.sin(math.pi * np.clip(t, 0.02, 0.998) ** 0.62) ** 1.1 + 0.001
    bend = 0.055 * np.sin(5.5 * t + 1.7 * k) * t
    x = root[0] * (1 - 0.55 * t) + bend * math.cos(1.3 * k)
    y = root[1] * (1 - 0.55 * t) + bend * math.sin(1.3 * k)
    turn = np.linspace(0, 2 * math.pi, 28, endpoint=False)
    stack = np.stack(
        [
            x[:, None] + wide[:, None] * np.cos(turn),
            y[:, None] + 0.8 * wide[:, None] * np.sin(turn),
            np.repeat((root[2] + high_m * t)[:, None], 28, axis=1),
        ],
        -1,
    )
    return rings(stack, caps=False).with_data("up", np.repeat(t, 28))


def _rising(scale: float, speed: float) -> Expr:
    """Rest position drawn out upward, climbing `speed` features a second."""
    still = mapping(coords("rest"), scale=(scale, scale, 0.45 * scale))
    return op("vadd", still, op("combine", 0.0, 0.0, op("time") * -speed))


def flames() -> Material:
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


def embers() -> Material:
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


def charred() -> Material:
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
