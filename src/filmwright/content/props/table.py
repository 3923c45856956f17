"""A small table of wood on four legs; for who works at it, with a chair before it and what the work takes on it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _laid, _parts, chair
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("table",)
EXAMPLE = "A table in a studio"
COLOR = "light_brown"
MATERIALS = ("wood", "lacquer", "stone", "metal", "glass")
HOME = ("studio",)
WIDTH_M, DEPTH_M, HEIGHT_M = 0.96, 0.62, 0.74
NEAR_M = 0.21  # from who sits at it to its edge; chosen: a hand's breadth before the belly
SIT_M = NEAR_M + DEPTH_M / 2
SEAT_M = chair.SEAT_M + 0.05
COUNTER_M = 0.88  # height of one that somebody stands at; usual of kitchen tops


class Params(NamedTuple):
    """One table: material and linear color, its size against the usual, and the action it is laid for."""

    material: str
    color: Color
    size: float
    seed: int = 0
    work: str = ""


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A table, painted where the text gives it a color that wood does not have."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member), int(rng.integers(1000)))


def held(params: Params, action: str) -> Params:
    """Who works at it has on it what the work takes; it is as large as tables are."""
    return params._replace(work=action, size=1.0)


def build(params: Params) -> Thing:
    """The table, its long side in front (+Y), where one sits."""
    laid = _laid.laid(params.work, params.seed) if params.work else None
    w, d, thick = WIDTH_M, DEPTH_M, 0.028
    h = HEIGHT_M if laid is None or laid.seat else COUNTER_M
    top = [
        _parts.board((w, d / 4 - 0.0012, thick), (0, (k - 1.5) * d / 4, h - thick / 2), bevel=0.003, offset=1.9 * k)
        for k in range(4)
    ]
    x, y, under = w / 2 - 0.06, d / 2 - 0.05, h - thick
    legs = [
        _parts.leg((i * x, j * y, under), (i * (x + 0.02), j * (y + 0.01), 0), (0.058, 0.034), offset=i + 2 * j)
        for i in (-1, 1)
        for j in (-1, 1)
    ]
    aprons = [_parts.board((0.02, 2 * y - 0.05, 0.06), (i * x, 0, under - 0.03), offset=i) for i in (-1, 1)]
    aprons += [_parts.board((2 * x - 0.05, 0.02, 0.06), (0, -y, under - 0.03), offset=5)]
    base = "wood" if params.material in ("stone", "glass") else params.material
    nodes: tuple[Mesh, ...] = (
        things.mesh("table top", join(top), "top"),
        things.mesh("table base", join([*legs, *aprons]), "base"),
    )
    materials = {
        "top": things.made_of(params.material, params.color),
        "base": things.made_of(base, params.color),
    }
    if laid is not None:
        nodes += tuple(_moved(node, (0.0, 0.0, h)) for node in laid.nodes)
        materials |= laid.materials
        if laid.seat:
            own = chair.build(chair.Params("wood", params.color, (0.30, 0.34, 0.28), 1.0))
            at = (0.0, SIT_M + 0.03, 0.0)
            nodes += tuple(_moved(node, at, turn=True) for node in own.nodes if isinstance(node, Mesh))
            materials |= own.materials
    thing = Thing(nodes=nodes, materials=materials, view_rad=0.42, top=(0.0, 0.0, h))
    return things.scaled(thing, params.size)


def _moved(node: Mesh, by: tuple[float, float, float], *, turn: bool = False) -> Mesh:
    """A mesh moved, and half turned about the upright before that."""
    points = np.asarray(node.points, float)
    points = points @ rotation(z=np.pi).T if turn else points
    return node.model_copy(update={"points": (points + by).astype(np.float32)})
