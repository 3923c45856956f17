"""A Christmas tree: a fir with glass balls, a garland of lights, a star on its tip, presents beneath."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.environments._conifer import BARK, conifer
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts, gift
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, ball, curve, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("christmas tree", "xmas tree")
EXAMPLE = "A christmas tree in a living room"
COLOR = "red"
HOME = ("living_room", "studio")
HEIGHT_M, REACH_M = 2.15, 0.74
_FOOT_M, _LOW_M = 0.14, 0.36  # where the trunk stands in its pot, and where the boughs begin


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The tree somebody asked for; most of its balls have the color."""
    asked = member.color if member.color not in ("green", "dark_green", "light_green") else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def build(params: Asked) -> Thing:
    """The tree in its pot."""
    rng = np.random.default_rng(params.seed)
    scale = HEIGHT_M / 12.0
    tree = conifer(params.seed, "near", needle=(0.018, 0.075, 0.022), snow=0.0)
    points = tree.points * [1.35 * scale, 1.35 * scale, scale] + [0.0, 0.0, _FOOT_M + 0.04]
    keep = points[:, 2] > 0.05
    points[:, 2] = np.where(keep, points[:, 2], 0.05)
    tree = tree._replace(points=points)
    top = HEIGHT_M + _FOOT_M + 0.03
    first: list[Shape] = []
    second: list[Shape] = []
    lights: list[Shape] = []
    ornament = forms.turned([(0.010, 0.036), (0.010, 0.046), (0.001, 0.047)], sides=12)
    caps = []
    for k in range(64):
        f = ((k + 0.5) / 64) ** 0.75
        at = _on(f, 2.399963 * k, 1.0)
        size = rng.uniform(0.028, 0.042) * (1.1 - 0.35 * f)
        (first if k % 3 else second).append(ball(size, center=at, sides=20, levels=12))
        caps.append(ornament.scaled(size / 0.036).moved(at))
    turns = 7.5
    for k in range(150):
        f = k / 149
        at = _on(0.02 + 0.94 * f, 2 * math.pi * turns * f**0.8, 1.01) + rng.normal(0, 0.012, 3)
        lights.append(ball((0.010, 0.010, 0.014), center=at, sides=8, levels=6))
    garland = sweep(
        [_on(0.02 + 0.94 * f, 2 * math.pi * turns * f**0.8, 0.98) for f in np.linspace(0, 1, 220)], 0.0035, sides=5
    )
    pot = forms.vessel([(0.14, 0.0), (0.15, 0.01), (0.19, 0.25), (0.205, 0.26), (0.205, 0.29)], 0.015, floor=0.24)
    nodes: list[Mesh] = [
        things.mesh("tree needles", tree, "needles", "bark", sharp_rad=None),
        things.mesh("tree first balls", join(first), "first", sharp_rad=None),
        things.mesh("tree second balls", join(second), "gold", sharp_rad=None),
        things.mesh("tree caps", join(caps), "gold"),
        things.mesh("tree lights", join(lights), "light", sharp_rad=None),
        things.mesh("tree garland", garland, "wire"),
        things.mesh("tree star", _star(top), "star"),
        things.mesh("tree pot", pot, "pot"),
    ]
    made: dict[str, Material] = {
        "needles": Material(
            color=attribute("tint"), roughness=0.6, specular=0.3, translucent=0.2, preview=(0.018, 0.075, 0.022)
        ),
        "bark": things.made_of("wood", (0.06, 0.035, 0.02)),
        "first": things.made_of("lacquer", params.color).model_copy(update={"metallic": 0.6, "roughness": 0.12}),
        "gold": _parts.plain("gold", "#c8c8c8"),
        "light": _parts.glow("#ffd27a", 8.0),
        "wire": _parts.plain("rubber", "#16301c"),
        "star": _parts.glow("#ffd45e", 3.0),
        "pot": _parts.plain("lacquer", "#7a1a1a"),
    }
    for k, (x, y, side, color, band) in enumerate(
        (
            (0.46, 0.42, 0.26, "#2c5b8f", "#e8e2d2"),
            (-0.44, 0.46, 0.30, "#a8202a", "#d8b04a"),
            (0.06, 0.62, 0.20, "#e6e0d2", "#2f7038"),
        )
    ):
        box_, ribbon = gift.parcel((side * 1.15, side, side * 0.72))
        turned = rotation(z=0.4 - 0.5 * k)
        nodes += [
            things.mesh(f"tree present {k}", box_.turned(turned).moved((x, y, 0)), f"paper {k}"),
            things.mesh(f"tree bow {k}", ribbon.turned(turned).moved((x, y, 0)), f"ribbon {k}"),
        ]
        made |= {
            f"paper {k}": things.made_of("paper", colors.resolve(color)),
            f"ribbon {k}": things.made_of("silk", colors.resolve(band)),
        }
    thing = Thing(nodes=tuple(nodes), materials=made, view_rad=0.2)
    assert BARK == 1
    return things.scaled(thing, params.size)


def _on(f: float, turn: float, reach: float) -> F64:
    """A point on the tree's outline: 0 the lowest boughs, 1 the tip."""
    z = _FOOT_M + _LOW_M + f * (HEIGHT_M - _LOW_M - 0.10)
    r = REACH_M * reach * (1 - f) ** 0.85 * 0.86 + 0.035
    return np.array([r * math.cos(turn), r * math.sin(turn), z - 0.16 * (1 - f)])


def _star(top: float) -> Shape:
    """A five-pointed star, thick in its middle."""
    a = np.arange(10) * math.pi / 5
    r = np.where(np.arange(10) % 2 == 0, 0.125, 0.052)
    rim = np.column_stack([r * np.sin(a), np.zeros(10), r * np.cos(a)])
    stack = [rim * 0.02 + [0, 0.028, 0], rim, rim * 0.02 - [0, 0.028, 0]]
    stick = curve([(0, 0, -0.16), (0, 0, -0.10), (0, 0, -0.04)], 6)
    return join([rings(np.array(stack), caps=False), sweep(stick, 0.012)]).moved((0, 0, top + 0.06))
