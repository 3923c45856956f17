"""A vase with a full belly, a narrow neck and a flared lip, under a glaze that runs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import curve, lathe
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("vase", "flower vase", "ceramic vase")
EXAMPLE = "A blue vase in a studio"
COLOR = "teal"
MATERIALS = ("ceramic", "glass", "stone", "metal", "gold", "lacquer")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
HEIGHT_M, RADIUS_M = 0.30, 0.092
_FORMS = (  # (radius, height) in shares of the belly and the height, from the foot to the lip
    ((0.52, 0.0), (0.60, 0.015), (0.80, 0.16), (1.0, 0.42), (0.92, 0.62), (0.56, 0.78), (0.36, 0.86), (0.37, 0.94), (0.54, 1.0)),
    ((0.50, 0.0), (0.54, 0.015), (0.62, 0.15), (0.86, 0.45), (1.0, 0.68), (0.84, 0.84), (0.50, 0.90), (0.45, 0.94), (0.56, 1.0)),
)  # fmt: skip


class Params(NamedTuple):
    """One vase: material and linear color, which of the forms, its size against the usual."""

    material: str
    color: Color
    form: int
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A vase."""
    return Params(
        member.material or MATERIALS[0],
        things.color_of(member, COLOR),
        int(rng.integers(len(_FORMS))),
        things.size_of(member),
    )


def build(params: Params) -> Thing:
    """The vase; it is hollow."""
    outside = curve(np.array(_FORMS[params.form]) * [RADIUS_M, HEIGHT_M], 64)
    outside[:, 1] = np.maximum(outside[:, 1], 0.0)
    wall = 0.0045
    inside = outside[::-1][:54] - [wall, 0.0]
    inside[0] = outside[-1] + [-0.5 * wall, 0.0018]
    throwing = 0.0004 * np.sin(np.arange(len(outside)) * 1.9)
    outside[:, 0] += throwing
    body = lathe(
        np.concatenate(
            [[(0.0, 0.004), (0.40 * RADIUS_M, 0.004), (0.44 * RADIUS_M, 0.0)], outside, inside, [(0.0, inside[-1, 1])]]
        ),
        sides=80,
        caps=False,
    )
    material = _glazed(params.color) if params.material == "ceramic" else things.made_of(params.material, params.color)
    thing = Thing(
        nodes=(things.mesh("vase", body, "vase", sharp_rad=1.1),),
        materials={"vase": material},
        view_rad=0.0,
        hollow=(0.0, 0.0, 0.05),
    )
    return things.scaled(thing, params.size)


def _glazed(color: Color) -> Material:
    """A glaze thinner at the lip, deeper where it gathered, ending in a wavy line over bare clay near the foot."""
    rest = coords("rest")
    height = op("z", rest) * (1 / HEIGHT_M)
    run = height + (noise(rest, scale=22.0, detail=3) - 0.5) * 0.10
    bare = remap(run, 0.085, 0.10, 1.0, 0.0)
    pool = remap(run, 0.10, 0.30, 0.0, 1.0, smooth=True)
    speckle = remap(noise(rest, scale=260.0, detail=2), 0.68, 0.74)
    glaze = mix(toned(color, 0.45), toned(color, 1.12), pool)
    glaze = mix(glaze, toned(color, 1.7), remap(run, 0.93, 1.02, 0.0, 0.7, smooth=True))
    glaze = mix(glaze, toned(color, 0.35), speckle * 0.7)
    return Material(
        color=mix(glaze, (0.42, 0.27, 0.17), bare),
        roughness=mix((0.14, 0.14, 0.14), (0.8, 0.8, 0.8), bare),
        specular=0.5,
        coat=remap(run, 0.085, 0.10, 0.0, 0.6),
        coat_roughness=0.05,
        preview=color,
    )
