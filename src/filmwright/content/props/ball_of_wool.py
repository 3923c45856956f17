"""A ball of wool with two needles stuck in it; for who knits what is on the needles already."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, ball, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("ball of wool", "ball of yarn", "yarn")
EXAMPLE = "A red ball of wool in a studio"
COLOR = "#b8323c"
MATERIALS = ("wool", "cotton", "knit")
HOME = ("tabletop", "studio")
STANDS = "table"
NEEDLE_M, RADIUS_M = 0.30, 0.052
CLOTH_M = (0.17, 0.30)  # width and length of what is knitted


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The wool somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who knits has the needles in both hands and a piece of knitting hanging from the left one."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The ball. Knitted: the left needle lies along +Y from the origin, its point in front, the knitting hanging from it; the right
    needle likewise; the ball is about the origin on the ground."""
    wound = [ball(RADIUS_M * 0.93, center=(0, 0, RADIUS_M), sides=40, levels=26)]
    rng = np.random.default_rng(params.seed)
    for _ in range(13):
        axis = rotation(x=float(rng.uniform(0, 3.1)), z=float(rng.uniform(0, 3.1)))
        for d in np.linspace(-0.35, 0.35, 6):
            r = RADIUS_M * np.sqrt(1 - d**2)
            wound.append(forms.hoop(r, 0.0024, (0, 0, d * RADIUS_M)).turned(axis).moved((0, 0, RADIUS_M)))
    nodes: list[Mesh] = [things.mesh("wool ball", join(wound), "wool", sharp_rad=None)]
    materials = {"wool": things.made_of(params.material, params.color), "needle": _parts.plain("wood", "#d2a667")}
    if params.action == "knit":
        nodes += [
            things.mesh("wool needle l", _needle(), "needle", sharp_rad=None),
            things.mesh("wool needle r", _needle(), "needle", sharp_rad=None),
            things.mesh("wool knitting", _knitting(), "knitting", sharp_rad=None).model_copy(
                update={"solidify_m": 0.006}
            ),
        ]
        materials["knitting"] = things.made_of("knit", params.color)
    else:
        pair = [_needle().turned(rotation(x=0.9, z=a)).moved((0.02 * np.sin(a), -0.10, 0.02)) for a in (0.35, -0.30)]
        nodes.append(things.mesh("wool needles", join(pair), "needle", sharp_rad=None))
    return things.scaled(Thing(nodes=tuple(nodes), materials=materials, view_rad=0.4), params.size)


def _needle() -> Shape:
    """A needle along +Y from its knob at the origin."""
    rows = [
        (0.0005, -0.006),
        (0.0062, -0.004),
        (0.0062, 0.002),
        (0.0030, 0.004),
        (0.0030, NEEDLE_M - 0.022),
        (0.0004, NEEDLE_M),
    ]
    return forms.turned(rows, axis="y", sides=16, caps=False)


def _knitting() -> Shape:
    """What hangs from the left needle, with a row of loops on it."""
    wide, long = CLOTH_M
    y = np.linspace(NEEDLE_M - 0.035 - wide, NEEDLE_M - 0.035, 25)
    rows: list[F64] = []
    for f in np.linspace(0.0, 1.0, 34):
        wave = 0.010 * np.sin(np.linspace(0, 3.5 * np.pi, 25) + 2.0 * f) * f
        rows.append(np.column_stack([wave + 0.035 * f**2, y + 0.012 * np.sin(3 * f), np.full(25, 0.002 - long * f)]))
    loops = [forms.hoop(0.0052, 0.0021, (0, v, 0.0), axis="y") for v in np.linspace(y[0], y[-1], 22)]
    edge = sweep(np.array([(rows[-1][k][0], rows[-1][k][1], rows[-1][k][2]) for k in range(25)]), 0.0045, sides=8)
    return join([rings(np.array(rows), around=False, caps=False), *loops, edge])
