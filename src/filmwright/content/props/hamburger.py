"""A hamburger: sesame bun, lettuce, tomato, melted cheese, a grilled patty, on a wooden board."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rotation
from filmwright.spec.shot import Member

WORDS = ("hamburger", "burger", "cheeseburger")
EXAMPLE = "A hamburger in a studio"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The hamburger somebody asked for."""
    return things.asked(rng, member, "brown")


def held(params: Asked, action: str) -> Asked:
    """Who eats it has it without its board."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The hamburger."""
    rng = np.random.default_rng(params.seed)
    z = 0.012
    board = _parts.grained(
        forms.turned([(0.105, 0.0), (0.108, 0.003), (0.108, 0.010), (0.105, 0.012), (0.001, 0.012)], sides=64), 0
    )
    heel = _toasted(
        lathe(
            curve([(0.04, z), (0.052, z), (0.0575, z + 0.006), (0.0565, z + 0.015), (0.053, z + 0.018)], 20), sides=64
        ),
        low=True,
    )
    patty = _food.lumpy(
        lathe(
            curve(
                [
                    (0.03, z + 0.019),
                    (0.054, z + 0.019),
                    (0.0605, z + 0.026),
                    (0.059, z + 0.036),
                    (0.05, z + 0.040),
                    (0.01, z + 0.0405),
                ],
                26,
            ),
            sides=72,
        ),
        0.0022,
        110.0,
        params.seed,
    )
    cheese = _slice(0.112, z + 0.0415)
    tomato = [
        forms.turned(
            [(0.029, 0.0), (0.030, 0.002), (0.030, 0.005), (0.029, 0.007), (0.001, 0.0072)],
            (0.026 * math.cos(a), 0.026 * math.sin(a), z + 0.046),
            sides=40,
        )
        for a in (0.3, 2.4, 4.5)
    ]
    onion = [
        forms.hoop(0.026, 0.0024, (0.024 * math.cos(a), 0.024 * math.sin(a), z + 0.0555), flat=1.0)
        for a in (1.3, 3.4, 5.5)
    ]
    lettuce = [_leaf(z + 0.058, 0.071, params.seed), _leaf(z + 0.0195, 0.066, params.seed + 3)]
    dome = curve(
        [
            (0.05, z + 0.062),
            (0.0585, z + 0.064),
            (0.0615, z + 0.072),
            (0.056, z + 0.087),
            (0.042, z + 0.099),
            (0.022, z + 0.1055),
            (0.0005, z + 0.107),
        ],
        40,
    )
    crown = _toasted(lathe(np.concatenate([[(0.0005, z + 0.062)], dome]), sides=72, caps=False), low=False)
    seeds = []
    seed = ball((0.0014, 0.0023, 0.0009), sides=8, levels=6)
    for k in range(110):
        share = math.sqrt((k + 0.5) / 120)
        turn = 2.399963 * k + rng.uniform(-0.3, 0.3)
        r = 0.051 * share
        up = float(np.interp(r, dome[::-1, 0], dome[::-1, 1]))
        slope = -math.atan2(float(np.interp(r + 0.002, dome[::-1, 0], dome[::-1, 1])) - up, 0.002)
        item = seed.turned(rotation(z=rng.uniform(0, 3.1))).turned(rotation(y=slope)).turned(rotation(z=turn))
        seeds.append(item.moved((r * math.cos(turn), r * math.sin(turn), up + 0.0004)))
    thing = Thing(
        nodes=(
            things.mesh("burger bun", join([heel, crown]), "bun", sharp_rad=1.2),
            things.mesh("burger seeds", join(seeds), "seed", sharp_rad=None),
            things.mesh("burger patty", patty, "meat", sharp_rad=None),
            things.mesh("burger cheese", cheese, "cheese", sharp_rad=None),
            things.mesh("burger tomato", join(tomato), "tomato"),
            things.mesh("burger onion", join(onion), "onion"),
            things.mesh("burger lettuce", join(lettuce), "lettuce", sharp_rad=None),
            *(() if params.action == "eat" else (things.mesh("burger board", board, "board"),)),
        ),
        materials={
            "bun": _food.toasted((0.62, 0.38, 0.15), (0.36, 0.135, 0.028)).model_copy(
                update={"coat": 0.25, "coat_roughness": 0.25}
            ),
            "seed": _food.skin((0.78, 0.66, 0.42), roughness=0.5),
            "meat": _food.crumb(
                (0.13, 0.055, 0.024), (0.025, 0.010, 0.005), scale=210.0, depth_m=0.004, roughness=0.55
            ),
            "cheese": _food.glaze((0.86, 0.42, 0.03), roughness=0.35),
            "tomato": _food.skin((0.55, 0.045, 0.02), (0.62, 0.11, 0.05), scale=60, roughness=0.2, shine=0.4),
            "onion": _food.skin((0.75, 0.68, 0.66), (0.55, 0.36, 0.48), scale=50, roughness=0.3),
            "lettuce": _lettuce(),
            "board": _parts.plain("wood", "#7a5232"),
        },
        view_rad=0.2,
    )
    return things.scaled(thing, params.size)


def _toasted(item: Shape, *, low: bool) -> Shape:
    """A bun with its brown: all over above, only on the outside below."""
    z = item.points[:, 2]
    f = (z - z.min()) / np.ptp(z)
    return item.with_data("toast", np.clip(0.25 + 1.2 * f, 0, 1) if not low else np.clip(1.1 - 0.9 * f, 0, 1))


def _slice(side: float, z: float) -> Shape:
    """A square slice of cheese whose corners melt down over the patty."""
    t = np.linspace(-1, 1, 41)
    u, v = np.meshgrid(t, t)
    x, y = side / 2 * u, side / 2 * v
    r = np.hypot(x, y)
    over = np.clip(r - 0.055, 0, None)
    down = np.where(over > 0, 0.012 * (1 - np.exp(-over / 0.006)) + 0.75 * over, 0.0)
    k = np.minimum(1.0, (0.0585 + 0.35 * over) / np.maximum(r, 1e-9))
    pts = np.stack([x * np.where(over > 0, k, 1), y * np.where(over > 0, k, 1), z + 0.001 - down], -1)
    return join([forms.sheet(pts), forms.sheet(pts - [0, 0, 0.0028])])


def _leaf(z: float, reach: float, seed: int) -> Shape:
    """A ruffled leaf of lettuce that shows all round."""
    a = np.linspace(0, 2 * math.pi, 181)
    rows = []
    for f in np.linspace(0.05, 1, 14):
        ruffle = max(0.0, f - 0.62) / 0.38
        w = 0.0065 * ruffle * np.sin(15 * a + seed) + 0.0035 * ruffle * np.sin(31 * a + 2 * seed)
        r = reach * f * (1 + 0.05 * np.sin(3 * a + seed) * f + 0.04 * ruffle * np.sin(23 * a))
        rows.append(np.column_stack([r * np.cos(a), r * np.sin(a), z + w - 0.007 * ruffle]))
    return forms.sheet(rows)


def _lettuce() -> Material:
    """Crisp green, paler inside."""
    return _food.skin((0.16, 0.34, 0.035), (0.38, 0.50, 0.10), scale=45, roughness=0.4).model_copy(
        update={"translucent": 0.3}
    )
