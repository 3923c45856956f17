"""Steam over what is hot: wisps that rise, turn about each other and thin out."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Material, attribute, coords, mapping, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, join, rings
from filmwright.spec.shot import Member

WORDS = ("wisp of steam", "plume of steam", "wisps of steam")
EXAMPLE = "A wisp of steam"
COLOR = "white"
HOME = ("tabletop", "studio")
HIGH_M, REACH_M = 0.26, 0.030  # of a wisp, and from the middle of the cup to its root; chosen
RISE_M_S = 0.10  # of warm air over a cup; by eye
BRIGHT = 0.16  # radiance of the thickest at exposure 0; by eye


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The steam over something."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The wisps, from z = 0 up."""
    wisps = join([_wisp(k, params.seed) for k in range(5)])
    thing = Thing(
        nodes=(things.mesh("steam", wisps, "steam", sharp_rad=None, shadow=False),),
        materials={"steam": _vapor(params.seed)},
    )
    return things.scaled(thing, params.size)


def _wisp(k: int, seed: int) -> Shape:
    """A soft tube on a path that winds upward and widens; point data "up" 0 at its root, 1 at its end."""
    rng = np.random.default_rng([seed, k])
    a, t = 2.399 * k, np.linspace(0, 1, 40)
    high = HIGH_M * float(rng.uniform(0.7, 1.0))
    wind = 0.022 * t * np.sin(float(rng.uniform(4, 7)) * t + 2.0 * k)
    x = REACH_M * math.cos(a) * (1 - 0.4 * t) + wind
    y = REACH_M * math.sin(a) * (1 - 0.4 * t) + 0.022 * t * np.cos(float(rng.uniform(3, 6)) * t + k)
    wide = 0.012 + 0.026 * t**0.8
    turn = np.linspace(0, 2 * math.pi, 24, endpoint=False)
    stack = np.stack(
        [
            x[:, None] + wide[:, None] * np.cos(turn),
            y[:, None] + wide[:, None] * np.sin(turn),
            np.repeat((high * t)[:, None], 24, axis=1),
        ],
        -1,
    )
    return rings(stack, caps=False).with_data("up", np.repeat(t, 24))


def _vapor(seed: int) -> Material:
    """Mist that light passes through: densest low in the middle, drawn out upward, gone at the top and at its rim."""
    up = attribute("up")
    place = mapping(coords("rest"), scale=(24.0, 24.0, 13.0), offset=(1.7 * (seed % 50), 0.0, 0.0))
    rising = op("vadd", place, op("combine", 0.0, 0.0, op("time") * (-13.0 * RISE_M_S)))
    torn = grain(rising, scale=1.0, detail=3.0, distortion=1.1)
    rim = remap(op("facing"), 0.10, 0.85, 1.0, 0.0, smooth=True)
    thick = remap(torn, 0.42, 0.68, 0.0, 1.0, smooth=True)
    ends = remap(up, 0.0, 0.10, 0.0, 1.0, smooth=True) * remap(up, 0.30, 1.0, 1.0, 0.0, smooth=True)
    return Material(
        model="glow",
        emission=(1.0, 0.98, 0.95),
        emission_strength=rim * rim * thick * ends * BRIGHT,
        haze=False,
        preview=(0.8, 0.8, 0.8),
    )
