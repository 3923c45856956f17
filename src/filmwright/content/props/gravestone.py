"""A weathered gravestone with a cross, letters and moss, on its grave."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _foliage, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, grid, join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("gravestone", "tombstone", "headstone", "grave")
EXAMPLE = "A gravestone in a meadow"
COLOR = "#8b8880"
HOME = ("cemetery", "meadow", "forest", "studio")


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The gravestone somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The stone, leaning a little, on its foot."""
    rng = np.random.default_rng(params.seed)
    a = np.linspace(0, math.pi, 25)
    outline = np.concatenate(
        [
            [(-0.33, 0.0), (0.33, 0.0), (0.33, 0.70)],
            np.column_stack([0.27 * np.cos(a), 0.74 + 0.24 * np.sin(a)]),
            [(-0.33, 0.70)],
        ]
    )
    stone = forms.plate(outline, 0.135, bevel=0.018)
    panel = forms.plate(np.column_stack([outline[:, 0] * 0.84, 0.06 + outline[:, 1] * 0.86]), 0.004).moved(
        (0, 0.1335, 0)
    )
    carved = [
        _parts.front(_parts.lettering(text, size, (0, 0), width=size * 0.14), 0.1385, z)
        for text, size, z in (("R I P", 0.105, 0.545), ("1848 - 1912", 0.046, 0.42))
    ]
    cross = [
        box((0.036, 0.008, 0.20), center=(0, 0.138, 0.77), bevel=0.003),
        box((0.125, 0.008, 0.036), center=(0, 0.138, 0.80), bevel=0.003),
    ]
    lines = [box((0.34, 0.004, 0.007), center=(0, 0.1375, z), bevel=0.001) for z in (0.49, 0.35)]
    lean = rotation(x=0.05, y=0.035)
    foot = box((0.84, 0.30, 0.14), center=(0, 0.06, 0.05), bevel=0.03)
    xs, ys = np.linspace(-0.46, 0.46, 22), np.linspace(0.12, 1.5, 34)
    u, v = np.meshgrid(xs, ys)
    mound = 0.13 * np.clip(1 - (np.abs(u) / 0.46) ** 3, 0, 1) * np.clip(1 - (np.abs(v - 0.8) / 0.7) ** 4, 0, 1) - 0.01
    earth = grid(xs, ys, mound + 0.012 * rng.normal(0, 1, u.shape))
    blades: list[Shape] = []
    for _ in range(240):
        x, y = rng.uniform(-0.62, 0.62), rng.uniform(-0.22, 1.6)
        if abs(x) < 0.40 and y < 0.20:
            continue
        z = 0.13 * max(0.0, 1 - (abs(x) / 0.46) ** 3) * max(0.0, 1 - (abs(y - 0.8) / 0.7) ** 4) - 0.01
        blades.append(
            _foliage.leaf(
                np.array([x, y, z]),
                np.array([rng.normal(0, 0.35), rng.normal(0, 0.35), 1.0]),
                rng.uniform(0.07, 0.20),
                0.011,
                droop=rng.uniform(0.2, 1.1),
                tone=rng.uniform(0, 1),
            )
        )
    nodes = (
        things.mesh("grave stone", join([stone, panel]).turned(lean).moved((0, 0, 0.10)), "stone", sharp_rad=0.5),
        things.mesh("grave letters", join([*carved, *lines]).turned(lean).moved((0, 0, 0.10)), "dark"),
        things.mesh("grave cross", join(cross).turned(lean).moved((0, 0, 0.10)), "stone"),
        things.mesh("grave foot", foot, "stone"),
        things.mesh("grave earth", earth, "earth", sharp_rad=None),
        things.mesh("grave grass", join(blades), "leaf", sharp_rad=None),
    )
    thing = Thing(
        nodes=things.centered(nodes),
        materials={
            "stone": _weathered(params.color),
            "dark": _parts.plain("stone", "#23211e"),
            "earth": _foliage.soil(),
            "leaf": _foliage.green((0.03, 0.07, 0.014), (0.10, 0.19, 0.04)),
        },
        view_rad=0.25,
    )
    return things.scaled(thing, params.size)


def _weathered(color: Color) -> Material:
    """Old stone: stains that run down, lichen in patches, moss near the ground."""
    rest = coords("rest")
    broad = noise(rest, scale=5.0, detail=6, roughness=0.65)
    grit = noise(rest, scale=70.0, detail=4)
    run = noise(op("vmul", rest, (9.0, 9.0, 1.2)), scale=1.0, detail=4)
    dark: Color = (0.35 * color[0], 0.35 * color[1], 0.34 * color[2])
    base = mix(color, dark, remap(run * 0.6 + broad * 0.5, 0.5, 0.8))
    base = mix(base, (0.36, 0.36, 0.22), remap(noise(rest, scale=13.0, detail=3), 0.62, 0.68, 0.0, 0.7))
    moss = remap(op("z", rest) + (broad - 0.5) * 0.7, 0.10, 0.38, 0.85, 0.0)
    return Material(
        color=mix(base, (0.06, 0.09, 0.02), moss),
        roughness=0.92,
        specular=0.15,
        bumps=(Bump(height=broad, strength=0.5, distance_m=0.02), Bump(height=grit, strength=0.5, distance_m=0.004)),
        preview=color,
    )
