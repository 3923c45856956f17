"""A bouquet: roses, tulips and daisies in a cone of paper tied with a ribbon."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _flowers, _foliage, _parts
from filmwright.content.props._flowers import Head
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, curve, join
from filmwright.spec.shot import Member

WORDS = ("bouquet", "bunch of flowers", "flower bouquet")
EXAMPLE = "A bouquet in a studio"
COLOR = "#c0182c"
HOME = ("studio",)
GRIP = ("up", "carry")
_TIE_M, _TOP_M = 0.17, 0.40


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The bouquet somebody asked for; its roses have the color."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The bouquet, upright on the ends of its stems."""
    rng = np.random.default_rng(params.seed)
    heads: dict[str, list[Head]] = {"rose": [], "tulip": [], "daisy": []}
    green: list[Shape] = []
    spots = (
        [(0.0, 0.0)]
        + [(0.062, 2 * math.pi * k / 6) for k in range(6)]
        + [(0.118, 2 * math.pi * (k + 0.5) / 10) for k in range(10)]
    )
    for k, (r, a) in enumerate(spots):
        up = _TOP_M - 1.6 * r**2 * 10 * 0.35 + rng.uniform(-0.012, 0.012)
        at = np.array([r * math.cos(a), r * math.sin(a), up])
        way = np.array([1.5 * r * math.cos(a), 1.5 * r * math.sin(a), 0.25])
        kind = ("rose", "daisy", "rose", "tulip")[k % 4] if r < 0.1 else ("daisy", "rose", "tulip", "rose")[k % 4]
        made = {
            "rose": _flowers.rose(0.078, k),
            "tulip": _flowers.tulip(0.062, k),
            "daisy": _flowers.daisy(0.082, k, count=13),
        }[kind]
        heads[kind].append(_flowers.facing(made, at, way))
        foot = np.array([-0.25 * r * math.cos(a), -0.25 * r * math.sin(a), 0.0])
        green.append(_flowers.stem([foot, (0.12 * at[0], 0.12 * at[1], _TIE_M), at], 0.0028))
    for k in range(16):
        a = 2.4 * k
        green.append(
            _flowers.blade(
                (0.09 * math.cos(a), 0.09 * math.sin(a), _TOP_M - 0.13),
                (math.cos(a), math.sin(a), 1.3),
                rng.uniform(0.10, 0.15),
                0.05,
                droop=0.8,
                tone=rng.uniform(0.1, 0.7),
            )
        )
    nodes: list[Mesh] = [
        things.mesh(f"bouquet {kind}s", join(h.petals for h in made), kind, sharp_rad=None)
        for kind, made in heads.items()
    ]
    nodes += [
        things.mesh(
            "bouquet middles", join(h.middle for h in heads["daisy"] if h.middle is not None), "middle", sharp_rad=None
        ),
        things.mesh(
            "bouquet green", join([*green, *(h.green for made in heads.values() for h in made)]), "leaf", sharp_rad=None
        ),
        things.mesh("bouquet paper", _paper(rng), "paper", sharp_rad=None),
        things.mesh("bouquet ribbon", _ribbon(), "ribbon"),
    ]
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "rose": _flowers.skin(params.color),
            "tulip": _flowers.skin(colors.resolve("#efb23a"), tip=colors.resolve("#e8803a")),
            "daisy": _flowers.skin(colors.resolve("#eeebe2"), colors.resolve("#d8d4b4")),
            "middle": _flowers.florets(colors.resolve("#b06a10"), colors.resolve("#eab52a")),
            "leaf": _foliage.green(),
            "paper": _parts.plain("paper", "#d9c9a8").model_copy(update={"translucent": 0.3}),
            "ribbon": _parts.plain("silk", "#b52a3a"),
        },
        view_rad=0.0,
        grip=(0.0, 0.0, 0.09),
    )
    return things.scaled(thing, params.size)


def _paper(rng: np.random.Generator) -> Shape:
    """The paper, gathered at the tie, its edge in folds."""
    a = np.linspace(0, 2 * math.pi, 121)
    rows = []
    for f in np.linspace(0, 1, 16):
        z = 0.06 + f * 0.27
        r = float(np.interp(f, [0.0, 0.4, 0.55, 1.0], [0.052, 0.022, 0.045, 0.150]))
        fold = 1 + (0.10 * np.sin(9 * a) + 0.05 * np.sin(17 * a + 1.0)) * (abs(f - 0.4) + 0.15)
        edge = 0.02 * np.sin(5 * a + 1.0) * f
        rows.append(np.column_stack([r * fold * np.cos(a), r * fold * np.sin(a), z + edge]))
    return forms.sheet(rows)


def _ribbon() -> Shape:
    """A band round the tie with a bow in front."""
    band = [forms.hoop(0.026, 0.004, (0, 0, _TIE_M + d), flat=1.8) for d in (-0.006, 0.006)]
    bow = []
    for s in (-1.0, 1.0):
        loop = curve(
            [
                (0, 0.028, _TIE_M),
                (s * 0.035, 0.040, _TIE_M + 0.020),
                (s * 0.062, 0.036, _TIE_M + 0.004),
                (s * 0.035, 0.046, _TIE_M - 0.010),
                (0, 0.032, _TIE_M),
            ],
            30,
        )
        tail = curve([(0, 0.030, _TIE_M), (s * 0.020, 0.042, _TIE_M - 0.05), (s * 0.038, 0.036, _TIE_M - 0.12)], 20)
        bow += [forms.sheet([line - [0, 0.007, 0], line + [0, 0.007, 0]]) for line in (loop, tail)]
    return join(
        [*band, *bow, forms.turned([(0.001, -0.012), (0.010, 0.0), (0.001, 0.012)], (0, 0.034, _TIE_M), axis="y")]
    )
