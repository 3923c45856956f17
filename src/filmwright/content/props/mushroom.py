"""A toadstool: a red cap with white spots, gills, a ring round its stalk, a small one beside it, in moss."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _foliage, _food
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rotation
from filmwright.spec.shot import Member

WORDS = ("mushroom", "toadstool")
EXAMPLE = "A mushroom in a forest"
COLOR = "#b81d16"
HOME = ("forest", "studio")
GRIP = ("carry",)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The mushroom somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The mushroom, 20 cm tall, and its young one."""
    caps: list[Shape] = []
    gills: list[Shape] = []
    stalks: list[Shape] = []
    spots: list[Shape] = []
    for k, (x, y, size, lean) in enumerate(
        ((0.0, 0.0, 1.0, 0.05), (0.115, 0.045, 0.52, -0.16), (-0.085, 0.075, 0.34, 0.2))
    ):
        cap, gill, stalk, spot = _one(params.seed + k, round_=0.0 if k == 0 else 0.35 * k)
        turn = rotation(y=lean, z=0.8 * k)
        for into, part in ((caps, cap), (gills, gill), (stalks, stalk), (spots, spot)):
            into.append(part.scaled(size).turned(turn).moved((x, y, 0)))
    rng = np.random.default_rng(params.seed)
    blades = []
    for _ in range(70):
        a, r = rng.uniform(0, 2 * math.pi), 0.16 * math.sqrt(rng.uniform(0.05, 1))
        at = np.array([0.02 + r * math.cos(a), 0.03 + 0.8 * r * math.sin(a), 0.0])
        blades.append(
            _foliage.leaf(
                at,
                np.array([0.5 * math.cos(3 * a), 0.5 * math.sin(3 * a), 1.2]),
                rng.uniform(0.03, 0.075),
                0.006,
                droop=rng.uniform(0.2, 1.0),
                tone=rng.uniform(0, 1),
            )
        )
    moss = _food.lumpy(
        ball((0.165, 0.135, 0.020), center=(0.02, 0.03, 0.0), sides=48, levels=20), 0.006, 40.0, params.seed
    )
    thing = Thing(
        nodes=(
            things.mesh("mushroom caps", join(caps), "cap", sharp_rad=None),
            things.mesh("mushroom gills", join(gills), "flesh"),
            things.mesh("mushroom stalks", join(stalks), "flesh", sharp_rad=None),
            things.mesh("mushroom spots", join(spots), "spot", sharp_rad=None),
            things.mesh("mushroom grass", join(blades), "leaf", sharp_rad=None),
            things.mesh("mushroom moss", moss, "moss", sharp_rad=None),
        ),
        materials={
            "cap": _food.skin(params.color, _food.tuple_times(params.color, 0.6), scale=22, roughness=0.22, shine=0.5),
            "flesh": _food.skin((0.72, 0.66, 0.52), (0.60, 0.52, 0.38), scale=30, roughness=0.7),
            "spot": _food.skin((0.80, 0.77, 0.68), (0.7, 0.65, 0.52), scale=90, roughness=0.85),
            "leaf": _foliage.green((0.02, 0.07, 0.012), (0.08, 0.2, 0.03)),
            "moss": _food.crumb((0.07, 0.13, 0.02), (0.018, 0.04, 0.008), scale=180.0, depth_m=0.006),
        },
        view_rad=0.0,
    )
    return things.scaled(thing, params.size)


def _one(seed: int, *, round_: float) -> tuple[Shape, Shape, Shape, Shape]:
    """Cap, gills, stalk with its ring, spots; `round_` the younger the rounder."""
    rng = np.random.default_rng(seed)
    r, z = 0.085 * (1 - 0.35 * round_), 0.155
    high = 0.052 * (1 + 0.8 * round_)
    edge = [(r * 0.98, z - 0.008), (r, z - 0.003)]
    arc = [(r * math.cos(t), z + high * math.sin(t) ** 0.9) for t in np.linspace(0.04, math.pi / 2 - 0.01, 22)]
    cap = lathe(np.array([(0.2 * r, z + 0.006), *edge, *arc]), sides=64)
    leaf = forms.wall((0.012, 0, z - 0.004), (r * 0.97, 0, z - 0.007), (r * 0.95, 0, z + 0.004), (0.012, 0, z + 0.010))
    gills = forms.ring_of(leaf, 64)
    stalk = lathe(
        curve([(0.022, 0.0), (0.025, 0.012), (0.019, 0.035), (0.0155, 0.09), (0.014, z + 0.005)], 24), sides=36
    )
    a = np.linspace(0, 2 * math.pi, 49)
    skirt = forms.sheet(
        [
            np.column_stack([q * np.cos(a), q * np.sin(a), h + 0.002 * np.sin(9 * a) * w])
            for q, h, w in ((0.0145, 0.125, 0), (0.024, 0.116, 0.6), (0.030, 0.104, 1.0))
        ]
    )
    spots = []
    for k in range(26):
        share = math.sqrt((k + 0.3) / 27)
        turn = 2.399963 * k + rng.uniform(-0.3, 0.3)
        t = math.acos(min(share * 0.97, 0.995))
        at = np.array(
            [r * math.cos(t) * math.cos(turn), r * math.cos(t) * math.sin(turn), z + high * math.sin(t) ** 0.9]
        )
        size = rng.uniform(0.0045, 0.0095) * (1.15 - 0.5 * share)
        spots.append(_food.lumpy(ball((size, size, 0.55 * size), sides=14, levels=8), 0.0012, 300.0, k).moved(at))
    return cap, gills, join([stalk, skirt]), join(spots)
