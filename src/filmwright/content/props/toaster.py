"""A two-slot toaster of polished steel with its lever, its dial, and two slices that have popped up."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, attribute, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, box, join, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("toaster",)
EXAMPLE = "A red toaster in a studio"
COLOR = "#c8cacd"
MATERIALS = ("chrome", "lacquer", "metal", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
LENGTH_M, WIDTH_M, HEIGHT_M = 0.275, 0.165, 0.175
_FOOT = 0.012


class Params(NamedTuple):
    """One toaster: its shell's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A toaster of polished steel, or enamelled in the color asked for."""
    usual = "chrome" if member.color in (None, "silver", "gray", "light_gray") else "lacquer"
    return Params(member.material or usual, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The toaster, its long side in front (+Y), its lever to the right."""
    top = _FOOT + HEIGHT_M
    base = box((LENGTH_M + 0.012, WIDTH_M + 0.008, 0.022), center=(0, 0, _FOOT + 0.008), bevel=0.008)
    feet = [_parts.disc(0.011, _FOOT).moved((x, y, 0)) for x in (-0.11, 0.11) for y in (-0.06, 0.06)]
    slots = [
        _parts.frame(0.190, 0.036, 0.005, 0.004, radius=0.012, bevel=0.0015).moved((0, y, top - 0.0015))
        for y in (-0.034, 0.034)
    ]
    pits = [
        _parts.slab(0.182, 0.028, 0.0012, radius=0.009, bevel=0.0003).moved((0, y, top - 0.0008))
        for y in (-0.034, 0.034)
    ]
    end = _end()
    slices = join(
        [_slice(k).moved((0.004 * (2 * k - 1), y, top + 0.008 + 0.006 * k)) for k, y in enumerate((-0.034, 0.034))]
    )
    thing = Thing(
        nodes=(
            things.mesh("toaster shell", _shell(), "shell", sharp_rad=0.8),
            things.mesh("toaster trim", join([base, *feet, end[0]]), "dark"),
            things.mesh("toaster metal", join([*slots, end[1]]), "chrome"),
            things.mesh("toaster slots", join(pits), "pit"),
            things.mesh("toaster ticks", end[2], "ink"),
            things.mesh("toaster bread", slices, "bread", sharp_rad=0.9),
        ),
        materials={
            "shell": things.made_of(params.material, params.color),
            "dark": _parts.plain("plastic", "#1a1a1c"),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "pit": Material(color=(0.004, 0.004, 0.004), roughness=0.9, specular=0.05, preview=(0.01, 0.01, 0.01)),
            "ink": _parts.plain("plastic", "#ededed"),
            "bread": _toast(),
        },
        view_rad=0.62,
        top=(0.0, 0.0, top),
    )
    return things.scaled(thing, params.size)


def _shell() -> Shape:
    """The body, its upper edges well rounded, drawn in a little above."""
    rows = [(0.0, 0.0), (0.0, 0.55 * HEIGHT_M)]
    r = 0.045
    rows += [(0.004 + r * (1 - math.cos(a)), HEIGHT_M - r + r * math.sin(a)) for a in np.linspace(0, math.pi / 2, 12)]
    stack = []
    for inset, z in rows:
        o = rounded_rectangle(
            LENGTH_M - 1.25 * inset, WIDTH_M - 1.55 * inset, max(0.042 - 0.3 * inset, 0.02), per_corner=10
        )
        stack.append(np.column_stack([o, np.full(len(o), _FOOT + 0.012 + z * (HEIGHT_M - 0.012) / HEIGHT_M)]))
    return rings(np.array(stack))


def _end() -> tuple[Shape, Shape, Shape]:
    """The narrow side at +X: the lever in its slit with the dial below; dark, bright and printed parts."""
    x = LENGTH_M / 2
    turn = np.array([[0, 0, 1.0], [1, 0, 0], [0, 1, 0]])  # drawn in xy, seen from +X
    slit = _parts.slab(0.012, 0.085, 0.0014, radius=0.006, bevel=0.0005).moved((0, 0.115, 0))
    lever = _parts.slab(0.05, 0.022, 0.026, radius=0.008, bevel=0.006).moved((0, 0.143, 0.006))
    dial = _parts.knob(0.018, 0.016, 0.6).moved((0, 0.048, 0.0))
    ring = _parts.frame(0.05, 0.05, 0.004, 0.003, radius=0.025).moved((0, 0.048, 0))
    ticks = [
        _parts.ribbon(
            [(0.028 * math.sin(a), 0.048 + 0.028 * math.cos(a)), (0.032 * math.sin(a), 0.048 + 0.032 * math.cos(a))],
            0.0016,
            0.0008,
        )
        for a in np.linspace(-2.2, 2.2, 7)
    ]
    dark, bright, printed = (join(s).turned(turn).moved((x, 0, 0)) for s in ([slit, lever], [dial, ring], ticks))
    return dark, bright, printed


def _loaf(width: float, height: float) -> F64:
    """The outline of a slice (n, 2), standing on its flat side: straight flanks under a domed top."""
    a = np.linspace(0, math.pi, 40)
    dome = np.column_stack([0.56 * width * np.cos(a), 0.72 * height + 0.28 * height * np.sin(a) ** 0.8])
    right = np.column_stack([np.full(8, 0.5 * width), np.linspace(0.02, 0.66, 8) * height])
    left = np.column_stack([np.full(8, -0.5 * width), np.linspace(0.66, 0.02, 8) * height])
    return np.concatenate([[(0.46 * width, 0.0)], right, dome, left, [(-0.46 * width, 0.0)]])


def _slice(k: int) -> Shape:
    """The upper part of a slice of toast, upright, its faces along Y. Point data "crust": 1 on its rim."""
    o = _loaf(0.118 + 0.006 * k, 0.125) - [0.0, 0.062]
    stack, crust = [], []
    for scale, y, c in (
        (0.30, -1.0, 0.0),
        (0.86, -1.0, 0.05),
        (0.965, -0.96, 0.7),
        (1.0, -0.6, 1.0),
        (1.0, 0.6, 1.0),
        (0.965, 0.96, 0.7),
        (0.86, 1.0, 0.05),
        (0.30, 1.0, 0.0),
    ):
        p = o * scale
        stack.append(np.column_stack([p[:, 0], np.full(len(p), -0.0085 * y), p[:, 1]]))
        crust.append(np.full(len(p), c))
    return rings(np.array(stack)).with_data("crust", np.concatenate([*crust, [0.0, 0.0]]))


def _toast() -> Material:
    """Toasted crumb, browner in patches, in a dark crust."""
    rest = coords("rest")
    pores = noise(rest, scale=320.0, detail=4)
    patch = noise(rest, scale=26.0, detail=3)
    crumb = mix((0.62, 0.36, 0.13), (0.28, 0.11, 0.03), remap(patch + pores * 0.35, 0.5, 0.85))
    return Material(
        color=mix(crumb, (0.20, 0.075, 0.02), remap(attribute("crust"), 0.2, 0.8)),
        roughness=0.9,
        specular=0.2,
        bumps=(Bump(height=pores, strength=0.8, distance_m=0.003),),
        preview=(0.5, 0.28, 0.1),
    )
