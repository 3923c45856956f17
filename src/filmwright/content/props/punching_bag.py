"""A punching bag: a leather bag on chains in a steel stand."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene import noise
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("punching bag",)
EXAMPLE = "A red punching bag in a studio"
COLOR = "#7c1a18"
MATERIALS = ("leather", "rubber", "cotton")
HOME = ("gym", "studio")
RADIUS_M, LENGTH_M, LOW_M, HOOK_M = (
    0.175,
    1.10,
    0.62,
    2.12,
)  # a heavy bag, its lower end over the floor, the stand's hook


class Params(NamedTuple):
    """One bag: what it is made of and its linear color, its size against the usual, and where it is dented."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The punching bag somebody asked for."""
    return Params(
        member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member), int(rng.integers(97))
    )


def build(params: Params) -> Thing:
    """The bag in its stand, the side that is hit in front."""
    top = LOW_M + LENGTH_M
    bag = _bag(params.seed)
    bands = join(_band(z).moved((0, 0, 0)) for z in (LOW_M + 0.12, LOW_M + LENGTH_M / 2, top - 0.12))
    links = [
        _chain((RADIUS_M * 0.86 * math.cos(a), RADIUS_M * 0.86 * math.sin(a), top - 0.01), (0, 0, HOOK_M - 0.08))
        for a in np.arange(4) * math.pi / 2 + 0.6
    ]
    swivel = lathe([(0.012, -0.09), (0.024, -0.085), (0.024, -0.05), (0.012, -0.045), (0.012, 0.0)], sides=20).moved(
        (0, 0, HOOK_M)
    )
    back = -0.78
    post = curve(
        [
            (0, back, 0.04),
            (0, back, 1.2),
            (0, back + 0.02, HOOK_M - 0.12),
            (0, back + 0.18, HOOK_M + 0.015),
            (0, back + 0.5, HOOK_M + 0.03),
            (0, 0.06, HOOK_M + 0.03),
        ],
        60,
    )
    stand = [sweep(post, 0.036, sides=16)]
    stand += [sweep([(s * 0.04, back, 0.045), (s * 0.56, 0.34, 0.045)], 0.034, sides=14) for s in (-1, 1)]
    stand.append(sweep([(-0.52, back + 0.1, 0.045), (0.52, back + 0.1, 0.045)], 0.034, sides=14))
    stand.append(sweep([(0, back + 0.01, HOOK_M - 0.45), (0, back + 0.42, HOOK_M + 0.02)], 0.02, sides=12))
    pads = [
        box((0.11, 0.11, 0.02), center=(s * x, y, 0.010), bevel=0.006)
        for s in (-1, 1)
        for x, y in ((0.55, 0.32), (0.50, back + 0.1))
    ]
    plates = [
        _parts.disc(0.2, 0.045, bevel=0.008).moved((s * 0.30, back + 0.1, 0.085 + 0.05 * k))
        for s in (-1, 1)
        for k in (0, 1)
    ]
    thing = Thing(
        nodes=(
            things.mesh("punching bag", bag, "skin", sharp_rad=1.0),
            things.mesh("punching bag bands", bands, "bands"),
            things.mesh("punching bag chains", join([*links, swivel]), "steel", sharp_rad=None),
            things.mesh("punching bag stand", join(stand), "frame", sharp_rad=None),
            things.mesh("punching bag weights", join([*plates, *pads]), "iron"),
        ),
        materials={
            "skin": things.made_of(params.material, params.color),
            "bands": _parts.plain("leather", "#151312"),
            "steel": _parts.plain("metal", "#a8abad"),
            "frame": _parts.plain("lacquer", "#17181b"),
            "iron": _parts.plain("rubber", "#1d1e20"),
        },
        view_rad=0.5,
    )
    return things.scaled(thing, params.size)


def _bag(seed: int) -> Shape:
    """A stuffed cylinder, heavier below, dented where it is hit."""
    a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    stack = []
    for f in np.concatenate([[0.0, 0.003, 0.012, 0.03], np.linspace(0.06, 0.94, 40), [0.97, 0.988, 0.997, 1.0]]):
        end = min(f, 1 - f)
        r = RADIUS_M * math.sqrt(max(0.02, 1 - max(0.0, 1 - end / 0.035) ** 2 * 0.45)) * (1.03 - 0.05 * f)
        z = LOW_M + LENGTH_M * f
        soft = noise.fractal(1.6 * np.cos(a) + seed, 1.6 * np.sin(a) + 5 * f, 4, seed=seed % 16) - 0.1
        dent = np.exp(-(((f - 0.62) / 0.13) ** 2)) * np.exp(-((np.angle(np.exp(1j * (a - math.pi / 2))) / 0.55) ** 2))
        crease = 0.004 * np.sin(34 * f + 2.5 * np.cos(a + seed)) * np.exp(-((f - 0.35) ** 2) / 0.05)
        rr = r + 0.010 * soft - 0.022 * dent + crease * (0.5 + 0.5 * np.sin(a))
        stack.append(np.column_stack([rr * np.cos(a), rr * np.sin(a), np.full(72, z)]))
    return rings(np.array(stack))


def _band(z: float) -> Shape:
    r = RADIUS_M * 1.035
    return lathe(
        [(r - 0.02, z - 0.022), (r, z - 0.02), (r + 0.002, z), (r, z + 0.02), (r - 0.02, z + 0.022)],
        sides=64,
        caps=False,
    )


def _chain(start: tuple[float, float, float], end: tuple[float, float, float]) -> Shape:
    """A chain as links turned a quarter against each other."""
    a, b = np.asarray(start), np.asarray(end)
    way = b - a
    count = max(2, round(float(np.linalg.norm(way)) / 0.032))
    t = np.linspace(0, 2 * math.pi, 16, endpoint=False)
    link = np.column_stack([0.009 * np.cos(t), np.zeros(16), 0.021 * np.sin(t)])
    yaw, tilt = math.atan2(way[1], way[0]), math.atan2(math.hypot(way[0], way[1]), way[2])
    made = []
    for k in range(count):
        turned = link @ rotation(z=k * math.pi / 2).T @ rotation(y=tilt).T @ rotation(z=yaw).T
        made.append(sweep(turned + a + way * (k + 0.5) / count, 0.0036, sides=6, closed=True))
    return join(made)
