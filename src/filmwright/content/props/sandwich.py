"""A club sandwich in two triangles, on a plate."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.scene.shapes import Shape, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("sandwich",)
EXAMPLE = "A sandwich"
COLOR = "beige"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)


class Params(NamedTuple):
    """One sandwich: color of its bread, size."""

    color: Color
    scale: float
    seed: int
    eaten: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The sandwich somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def held(params: Params, action: str) -> Params:
    """Who eats has one half, without the plate."""
    return params._replace(eaten=action == "eat")


def build(params: Params) -> Thing:
    """Two halves that lean on each other, their fillings to the front."""
    rng = np.random.default_rng(params.seed)
    plate = _food.plate(0.125)
    parts: dict[str, list[Shape]] = {"bread": [], "crust": [], "ham": [], "cheese": [], "lettuce": [], "tomato": []}
    halves = ((rotation(z=0.25), (-0.030, 0.0)), (rotation(z=math.pi + 1.0), (0.050, -0.030)))
    for turn, at in ((np.eye(3), (0.0, 0.0)),) if params.eaten else halves:
        for name, item in _half(rng):
            parts[name].append(item.turned(turn).moved((*at, 0.006)))
    nodes = [things.mesh(f"sandwich {k}", join(v), k, sharp_rad=math.radians(50)) for k, v in parts.items()]
    nodes = (
        list(things.centered(tuple(nodes))) if params.eaten else [*nodes, things.mesh("sandwich plate", plate, "plate")]
    )
    made = {
        "bread": _food.crumb(
            _food.tuple_times(params.color, 1.25), _food.tuple_times(params.color, 0.85), scale=330.0, depth_m=0.001
        ),
        "crust": _food.crumb((0.36, 0.17, 0.06), (0.22, 0.09, 0.03), scale=120.0),
        "ham": _food.skin((0.70, 0.30, 0.27), (0.60, 0.22, 0.20), roughness=0.35),
        "cheese": _food.skin((0.83, 0.52, 0.10), (0.80, 0.47, 0.08), roughness=0.4),
        "lettuce": _food.skin((0.16, 0.36, 0.05), (0.30, 0.50, 0.12), scale=50, roughness=0.4, soft=0.2),
        "tomato": _food.skin((0.56, 0.04, 0.02), (0.62, 0.10, 0.05), roughness=0.15, shine=0.5),
        "plate": things.made_of("ceramic", (0.82, 0.83, 0.82)),
    }
    return things.scaled(Thing(nodes=tuple(nodes), materials=made, view_rad=0.15, top=(0, 0, 0.08)), params.scale)


def _triangle(side: float, z: float, thick: float, *, grow: float = 0.0, wavy: float = 0.0, seed: float = 0.0) -> Shape:
    """A right-angled slab, its long side towards +Y, its edge rising and falling by `wavy`."""
    h = side / math.sqrt(2)
    corners = [(-h - grow, 0.25 * h + grow), (0.0, -0.75 * h - grow), (h + grow, 0.25 * h + grow)]
    outline = np.concatenate(
        [
            np.linspace(a, b, 26, endpoint=False)
            for a, b in ((corners[0], corners[1]), (corners[1], corners[2]), (corners[2], corners[0]))
        ]
    )
    ripple = wavy * np.sin(np.arange(len(outline)) * 1.3 + seed)
    middle = outline.mean(axis=0)
    rows = [
        np.column_stack([middle + (outline - middle) * k, z + up * thick + ripple * k])
        for k, up in ((0.02, 0.0), (0.97, 0.0), (1.0, 0.15), (1.0, 0.85), (0.97, 1.0), (0.02, 1.0))
    ]
    return rings(np.array(rows), caps=False)


def _half(rng: np.random.Generator) -> list[tuple[str, Shape]]:
    """Three slices with two fillings between."""
    out: list[tuple[str, Shape]] = []
    z, side = 0.0, 0.115
    for k in range(3):
        slice_ = _triangle(side, z, 0.0125)
        out.append(("bread", slice_))
        out.append(("crust", _triangle(side + 0.0015, z + 0.0015, 0.0095).moved((0, -0.0016, 0))))
        z += 0.0125
        if k == 2:
            break
        for name, thick, grow, wavy in (
            ("lettuce", 0.0022, 0.006, 0.0022),
            ("tomato", 0.0046, -0.003, 0.0),
            ("ham", 0.0026, 0.002, 0.0010),
            ("cheese", 0.0026, 0.003, 0.0004),
        ):
            out.append((name, _triangle(side, z, thick, grow=grow, wavy=wavy, seed=float(rng.uniform(0, 6)))))
            z += thick + 0.0008
    return out
