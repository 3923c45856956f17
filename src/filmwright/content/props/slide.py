"""A playground slide: a curved chute with rims, a ladder with handrails, a little roofed platform."""

from __future__ import annotations

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, curve, join, rings
from filmwright.spec.shot import Member

WORDS = ("slide", "playground slide", "slides")
EXAMPLE = "A slide in a park"
COLOR = "#e0a818"
MATERIALS = ("plastic", "metal", "lacquer")
HOME = ("playground", "park", "meadow", "studio")
_TOP_M = 1.5


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The slide somebody asked for: the color of its chute."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The slide, its chute running to the front (+Y)."""
    line = curve(
        [
            (0, -0.55, _TOP_M),
            (0, -0.35, _TOP_M - 0.02),
            (0, 0.1, _TOP_M - 0.36),
            (0, 0.75, _TOP_M - 0.92),
            (0, 1.25, 0.32),
            (0, 1.65, 0.22),
            (0, 2.0, 0.20),
        ],
        60,
    )
    t = np.gradient(line, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    up = np.cross(np.array([1.0, 0.0, 0.0]), t)
    section = [
        (-0.285, 0.13),
        (-0.27, 0.145),
        (-0.255, 0.13),
        (-0.245, 0.03),
        (-0.21, 0.0),
        (0.21, 0.0),
        (0.245, 0.03),
        (0.255, 0.13),
        (0.27, 0.145),
        (0.285, 0.13),
        (0.275, 0.0),
        (0.24, -0.025),
        (-0.24, -0.025),
        (-0.275, 0.0),
    ]
    chute = rings(np.array([[p + np.array([x, 0, 0]) + n * h for x, h in section] for p, n in zip(line, up)]))
    frame = []
    for s in (-1.0, 1.0):
        frame += [forms.rod((s * 0.30, y, 0.0), (s * 0.30, y, 2.35), 0.032, sides=16) for y in (-1.15, -0.55)]
        frame += [forms.rod((s * 0.30, -1.15, z), (s * 0.30, -0.55, z), 0.022, sides=12) for z in (1.75, 2.02)]
        frame.append(forms.rod((s * 0.30, -1.72, 0.0), (s * 0.30, -1.15, _TOP_M), 0.028, sides=14))
        frame.append(
            forms.pipe(
                [(s * 0.30, -1.78, 0.55), (s * 0.34, -1.62, 0.95), (s * 0.34, -1.28, 1.80), (s * 0.30, -1.15, 1.98)],
                0.018,
            )
        )
        frame.append(forms.rod((s * 0.22, 1.0, 0.0), (s * 0.22, 0.98, 0.48), 0.024, sides=12))
    rungs = [
        box((0.58, 0.10, 0.035), center=(0, -1.72 + 0.57 * f, _TOP_M * f), bevel=0.012)
        for f in (0.17, 0.34, 0.51, 0.68, 0.85)
    ]
    platform = box((0.66, 0.66, 0.05), center=(0, -0.85, _TOP_M - 0.03), bevel=0.015)
    roof = rings(
        np.array(
            [
                [(-0.46, -1.32, 2.32), (0.46, -1.32, 2.32), (0.46, -0.38, 2.32), (-0.46, -0.38, 2.32)],
                [(-0.46, -1.32, 2.36), (0.46, -1.32, 2.36), (0.46, -0.38, 2.36), (-0.46, -0.38, 2.36)],
                [(-0.03, -0.88, 2.86), (0.03, -0.88, 2.86), (0.03, -0.82, 2.86), (-0.03, -0.82, 2.86)],
            ]
        )
    )
    ball = forms.turned(
        [(0.02, 0.0), (0.055, 0.03), (0.06, 0.06), (0.04, 0.10), (0.001, 0.115)], (0, -0.85, 2.84), sides=24
    )
    panels = [box((0.03, 0.52, 0.40), center=(s * 0.30, -0.85, 1.78), bevel=0.012) for s in (-1, 1)]
    warm = params.color[0] > params.color[2]
    nodes = things.centered(
        (
            things.mesh("slide chute", chute, "chute", sharp_rad=0.8),
            things.mesh("slide frame", join(frame), "frame"),
            things.mesh("slide steps", join([*rungs, platform]), "step"),
            things.mesh("slide roof", join([roof, ball]), "roof"),
            things.mesh("slide panels", join(panels), "panel"),
        )
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "chute": things.made_of(params.material, params.color),
            "frame": things.made_of("lacquer", colors.resolve("#1f57a0" if warm else "#c8321f")),
            "step": things.made_of("wood", (0.34, 0.20, 0.10)),
            "roof": things.made_of("plastic", colors.resolve("#c0281e" if warm else "#e0a818")),
            "panel": things.made_of("plastic", colors.resolve("#2f8a44")),
        },
        view_rad=0.95,
    )
    return things.scaled(thing, params.size)
