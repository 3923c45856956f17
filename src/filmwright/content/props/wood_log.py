"""A fallen trunk to sit on, where a set has no seat."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.scene import noise, shapes
from filmwright.scene.shade import Bump, Material, coords, mapping, mix, normal_z, remap
from filmwright.scene.shade import noise as grain
from filmwright.spec.shot import Member

WORDS = ("log", "trunk", "fallen tree")
EXAMPLE = "A log on the beach at dusk"
LENGTH_M = 1.9
SIDES = 28
SUNK_M = 0.11
_BARK, _WOOD, _SNOW = (0.052, 0.036, 0.026), (0.21, 0.145, 0.09), (0.84, 0.87, 0.93)  # linear; chosen by eye


class Params(NamedTuple):
    """A trunk whose upper side is `top_m` above the ground. bleached: silver driftwood without bark; snowy: snow lies on it."""

    top_m: float = 0.42
    bleached: bool = False
    snowy: bool = False
    seed: int = 0


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The trunk somebody asked for."""
    return Params(
        top_m=0.42 * things.size_of(member),
        bleached=member.color in ("gray", "white", "silver"),
        seed=int(rng.integers(97)),
    )


def build(params: Params) -> Thing:
    """The trunk, lying along x, sunk a little into the ground."""
    top_m, bleached, snowy, seed = params
    radius = (top_m + SUNK_M) / 2
    x = np.linspace(-LENGTH_M / 2, LENGTH_M / 2, 36)
    angle = np.arange(SIDES) * 2 * math.pi / SIDES
    u = np.repeat((x * 2.0 + float(seed % 97))[:, None], SIDES, axis=1)
    v: F64 = np.repeat(np.linspace(0.0, 0.35 * SIDES, SIDES)[None], len(x), axis=0)
    furrow = 0.06 * noise.fractal(u, v, 4, seed=seed % 16) + 0.025 * noise.fractal(
        u * 0.4, v * 6, 3, seed=(seed + 3) % 16
    )
    spread = radius * (1 + furrow) * (1 + 0.07 * np.cos(x * 1.7 + 0.4))[:, None]
    flat = np.where(np.sin(angle) > 0.9, 0.985, 1.0)  # worn where one sits
    bend = 0.035 * np.sin(x * 1.4 + 1.0)
    stack = np.stack(
        [
            np.repeat(x[:, None], SIDES, 1),
            bend[:, None] + spread * np.cos(angle),
            radius - SUNK_M + spread * flat * np.sin(angle),
        ],
        -1,
    )
    body = shapes.rings(stack, caps=False)
    ends = [_cut(stack[0], -1), _cut(stack[-1], 1)]
    knot = shapes.sweep(
        [(0.62, -0.6 * radius, radius), (0.66, -1.35 * radius, 1.35 * radius), (0.72, -1.7 * radius, 1.75 * radius)],
        [0.07, 0.045, 0.02],
        sides=10,
    )
    whole = shapes.join([body, knot, *ends])
    surface = _driftwood() if bleached else _bark()
    if snowy:
        lies = remap(normal_z() + grain(scale=7.0, detail=3.0) * 0.4, 0.86, 1.0, smooth=True)
        surface = surface.model_copy(update={"color": mix(surface.color, _SNOW, lies)})
    mesh = things.mesh("log", whole, "log", "log end", sharp_rad=math.radians(50))
    return Thing(
        (mesh,),
        {"log": surface, "log end": _rings()},
        view_rad=0.35,
        top=(0.0, 0.0, top_m),
        sits=((0.0, 0.08, top_m, 0.0),),
    )


def _cut(ring: F64, side: int) -> shapes.Shape:
    """The sawn end of the trunk, a fan."""
    middle = ring.mean(axis=0)
    k = np.arange(SIDES)
    order = (k, (k + 1) % SIDES) if side > 0 else ((k + 1) % SIDES, k)
    faces = np.column_stack([np.full(SIDES, SIDES), *order])
    return shapes.shape(np.vstack([ring, middle]), faces, slot=1)


def _bark() -> Material:
    along = mapping(coords("rest"), scale=(3.0, 14.0, 14.0))
    plates = grain(along, scale=2.2, detail=5.0, roughness=0.6)
    return Material(
        color=mix(_BARK, (0.13, 0.095, 0.07), remap(plates, 0.35, 0.75)),
        roughness=0.9,
        specular=0.2,
        bumps=(Bump(height=plates, strength=0.9, distance_m=0.03),),
        preview=_BARK,
    )


def _driftwood() -> Material:
    along = mapping(coords("rest"), scale=(1.6, 22.0, 22.0))
    fibers = grain(along, scale=3.0, detail=5.0, roughness=0.6)
    return Material(
        color=mix((0.16, 0.135, 0.115), (0.42, 0.38, 0.33), remap(fibers, 0.3, 0.7)),
        roughness=0.85,
        specular=0.2,
        bumps=(Bump(height=fibers, strength=0.7, distance_m=0.012),),
        preview=(0.3, 0.26, 0.22),
    )


def _rings() -> Material:
    years = grain(mapping(coords("rest"), scale=(0.0, 5.0, 5.0)), scale=9.0, detail=2.0)
    return Material(
        color=mix(_WOOD, (0.12, 0.08, 0.05), remap(years, 0.4, 0.6)), roughness=0.8, specular=0.2, preview=_WOOD
    )
