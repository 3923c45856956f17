"""A climbing wall: gray panels that meet at slight angles, with bright holds of many shapes."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise
from filmwright.scene.shapes import Shape, ball, box, join, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("climbing wall",)
EXAMPLE = "A climbing wall in a gym"
COLOR = "#9a9da1"
HOME = ("gym", "studio")
WIDE_M, HIGH_M, DEEP_M = 4.4, 4.2, 0.16
RISE_M = 0.44  # from a hold of the way up to the next for the same hand or foot
HOLDS = {"hand_l": (0.24, 1.72), "hand_r": (0.27, 1.94), "foot_l": (0.20, 0.42), "foot_r": (0.22, 0.62)}
"""Where the lowest hold of a climber of 1.7 m is, by what holds it: to that side of the middle, and up; metres."""
_COLORS: tuple[Color, ...] = (
    (0.70, 0.03, 0.03),
    (0.75, 0.42, 0.01),
    (0.02, 0.30, 0.06),
    (0.02, 0.10, 0.55),
    (0.45, 0.03, 0.35),
)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The wall somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The wall, its holds to the front."""
    rng = np.random.default_rng(params.seed)
    front = DEEP_M / 2
    panels, seams = [], []
    for row in range(3):
        for column in range(3):
            x, z = (column - 1) * WIDE_M / 3, (row + 0.5) * HIGH_M / 3
            panels.append(box((WIDE_M / 3 - 0.012, DEEP_M, HIGH_M / 3 - 0.012), center=(x, 0, z), bevel=0.008))
    seams.append(box((WIDE_M - 0.03, DEEP_M - 0.03, HIGH_M - 0.03), center=(0, -0.01, HIGH_M / 2)))
    bolts = [
        lathe([(0.0, 0.0), (0.012, 0.0), (0.012, 0.002), (0.0, 0.002)], sides=10)
        .turned(rotation(x=-np.pi / 2))
        .moved((x, front, z))
        for x in np.arange(-WIDE_M / 2 + 0.22, WIDE_M / 2, 0.44)
        for z in np.arange(0.2, HIGH_M, 0.44)
    ]
    by_color: dict[int, list[Shape]] = {k: [] for k in range(len(_COLORS))}
    taken = []
    for name, (x, z) in HOLDS.items():
        sign = 1.0 if name.endswith("_l") else -1.0
        for k in range(7):
            at = (sign * x, z + k * RISE_M)
            if at[1] < HIGH_M - 0.1:
                by_color[0].append(_hold(rng, 0.075 if name.startswith("hand") else 0.06).moved((at[0], front, at[1])))
                taken.append(at)
    for _ in range(70):
        at = (float(rng.uniform(-0.46, 0.46) * WIDE_M), float(rng.uniform(0.15, HIGH_M - 0.15)))
        if min(np.hypot(at[0] - x, at[1] - z) for x, z in taken) > 0.26:
            taken.append(at)
            by_color[int(rng.integers(1, len(_COLORS)))].append(
                _hold(rng, float(rng.uniform(0.045, 0.085))).moved((at[0], front, at[1]))
            )
    nodes = [
        things.mesh("climbing wall panels", join(panels), "panel"),
        things.mesh("climbing wall frame", join(seams), "dark"),
        things.mesh("climbing wall bolts", join(bolts), "dark"),
        *[
            things.mesh(f"climbing wall holds {k}", join(made), f"hold {k}", sharp_rad=None)
            for k, made in by_color.items()
            if made
        ],
    ]
    made = {"panel": _panel(params.color), "dark": things.made_of("plastic", (0.03, 0.03, 0.032))}
    made |= {f"hold {k}": _grip(color) for k, color in enumerate(_COLORS)}
    return things.scaled(Thing(nodes=tuple(nodes), materials=made, view_rad=0.45), params.size)


def _hold(rng: np.random.Generator, size: float) -> Shape:
    """A lump with an edge to hold on to, its flat side on the wall at the origin."""
    made = ball((size * rng.uniform(0.8, 1.3), 0.62 * size, 0.62 * size), sides=20, levels=12)
    p = made.points
    waves = (
        1
        + 0.10 * np.sin(5 * p[:, 0] / size + rng.uniform(0, 6))
        + 0.08 * np.sin(7 * p[:, 2] / size + rng.uniform(0, 6))
    )
    p = p * waves[:, None]
    p[:, 2] = np.minimum(p[:, 2], 0.30 * size + 0.25 * p[:, 1])
    p[:, 1] = np.maximum(p[:, 1], 0.0)
    return made._replace(points=p).turned(rotation(y=float(rng.uniform(-0.4, 0.4))))


def _panel(color: Color) -> Material:
    grit = noise(coords("rest"), scale=160.0, detail=3.0)
    dark: Color = (0.7 * color[0], 0.7 * color[1], 0.7 * color[2])
    return Material(
        color=mix(dark, color, noise(coords("rest"), scale=2.2) * 0.7 + 0.3), roughness=0.85, specular=0.25,
        bumps=(Bump(height=grit, strength=0.5, distance_m=0.0015),), preview=color,
    )  # fmt: skip


def _grip(color: Color) -> Material:
    grit = noise(coords("rest"), scale=420.0, detail=2.0)
    return things.made_of("plastic", color).model_copy(
        update={"roughness": 0.7, "bumps": (Bump(height=grit, strength=0.5, distance_m=0.001),)}
    )
