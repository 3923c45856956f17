"""A round teapot with its lid, spout and handle."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import ball, curve, join, lathe, rings, sweep
from filmwright.spec.shot import Member

WORDS = ("teapot", "tea pot", "tea kettle", "kettle")
EXAMPLE = "A blue teapot in a studio"
COLOR = "#3b6ea5"
MATERIALS = ("ceramic", "metal", "chrome", "gold", "glass", "stone")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The teapot somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The teapot, its spout to the right (+X)."""
    belly = lathe(
        np.concatenate(
            [
                [(0.0005, 0.004)],
                curve(
                    [
                        (0.044, 0.0),
                        (0.048, 0.004),
                        (0.066, 0.022),
                        (0.083, 0.055),
                        (0.082, 0.085),
                        (0.064, 0.116),
                        (0.043, 0.130),
                        (0.041, 0.134),
                    ],
                    50,
                ),
            ]
        ),
        sides=80,
        caps=False,
    )
    lid = lathe(
        curve(
            [
                (0.044, 0.133),
                (0.045, 0.137),
                (0.036, 0.145),
                (0.018, 0.151),
                (0.0075, 0.154),
                (0.006, 0.159),
                (0.0125, 0.166),
                (0.0125, 0.173),
                (0.006, 0.178),
                (0.0005, 0.179),
            ],
            50,
        ),
        sides=64,
    )
    path = curve([(0.070, 0, 0.052), (0.105, 0, 0.068), (0.122, 0, 0.105), (0.142, 0, 0.134), (0.151, 0, 0.140)], 30)
    radius = np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.7, 1], [0.029, 0.0195, 0.0125, 0.0135])
    spout = sweep(path, radius, sides=28)
    mouth = sweep(path[-2:] + [0.0008, 0, 0.0006], 0.0098, sides=24)
    handle = forms.pipe(
        [
            (-0.070, 0, 0.112),
            (-0.100, 0, 0.130),
            (-0.135, 0, 0.118),
            (-0.143, 0, 0.085),
            (-0.125, 0, 0.055),
            (-0.078, 0, 0.040),
        ],
        [0.0095, 0.0085, 0.0085, 0.0085, 0.008, 0.009],
        count=44,
        sides=18,
    )
    bands = [forms.hoop(r, 0.0014, (0, 0, z)) for r, z in ((0.0845, 0.070), (0.0455, 0.1345), (0.0485, 0.003))]
    dots = [
        ball(0.0052, center=(0.0832 * np.cos(a), 0.0832 * np.sin(a), 0.088), sides=12, levels=8)
        for a in np.arange(14) * 2 * np.pi / 14
    ]
    petals = [
        rings(
            np.array(
                [
                    [(0.083 * np.cos(a) * k, 0.083 * np.sin(a) * k, z) for a in np.linspace(t - w, t + w, 7)]
                    for z, w, k in (
                        (0.030, 0.005, 0.885),
                        (0.040, 0.10, 0.955),
                        (0.052, 0.12, 1.0),
                        (0.063, 0.01, 1.014),
                    )
                ]
            ),
            around=False,
            caps=False,
        )
        for t in np.arange(14) * 2 * np.pi / 14
    ]
    plain = params.material == "ceramic"
    thing = Thing(
        nodes=(
            things.mesh("teapot", join([belly, lid, spout, handle]), "pot", sharp_rad=0.9),
            things.mesh("teapot gilding", join(bands), "gold"),
            things.mesh(
                "teapot flowers",
                join([*dots, *petals]) if plain else join(dots),
                "white" if plain else "pot",
                sharp_rad=None,
            ),
            things.mesh("teapot mouth", mouth, "dark"),
        ),
        materials={
            "pot": things.made_of(params.material, params.color),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "white": _parts.plain("ceramic", "#ece9e0"),
            "dark": _parts.plain("rubber", "#120e0b"),
        },
        view_rad=0.25,
        grip=(-0.14, 0.0, 0.09),
    )
    return things.scaled(thing, params.size)
