"""Props that a set has of its own: each set down where its Piece says, with the light it gives and the room it takes."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import offers, things
from filmwright.content.environments._room.plan import Piece
from filmwright.content.figure import person
from filmwright.content.kinds import F64, Thing
from filmwright.scene.nodes import Image, Lamp, Mesh, Node, Pose
from filmwright.scene.shade import Material
from filmwright.spec.shot import Member

ALIKE = 3  # pieces of a kind come in so many forms; chosen


class Placed(NamedTuple):
    """Props in a set: their nodes and lamps, materials and images under names of their own, obstacles (n, 3)."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    obstacles: F64


def placed(pieces: Sequence[Piece], seed: int, *, absent: Collection[Piece] = ()) -> Placed:
    """The pieces where they stand, but for those that are absent; what nobody has made is left out."""
    nodes: list[Node] = []
    materials: dict[str, Material] = {}
    images: dict[str, Image] = {}
    obstacles = [np.zeros((0, 3))]
    for index, piece in enumerate(pieces):
        thing = _thing(piece._replace(at=(0.0, 0.0, 0.0), yaw_rad=0.0), seed + index % ALIKE)
        if thing is None or piece in absent:
            continue
        prefix = f"furniture {index} "
        nodes += [_set_down(node, piece, prefix) for node in thing.nodes]
        nodes += [_lit(lamp, piece, prefix) for lamp in thing.lamps]
        materials |= person.named(thing.materials, prefix)
        images |= {f"{prefix}{k}": v for k, v in thing.images.items()}
        obstacles.append(_circles(thing, piece))
    return Placed(tuple(nodes), materials, images, np.concatenate(obstacles))


@cache
def _thing(piece: Piece, seed: int) -> Thing | None:
    """The prop of a piece, wherever it stands; None while nobody has made it."""
    if piece.prop not in offers.own("thing"):
        return None
    module = registry.find(offers.package_of("thing", piece.prop, brought=False), piece.prop)
    member = Member(id=f"{piece.prop}-1", kind=piece.prop, color=piece.color, material=piece.material)
    made: Thing = module.build(module.vary(np.random.default_rng(seed), member))
    return things.scaled(made, piece.scale)


def _set_down(node: Node, piece: Piece, prefix: str) -> Node:
    half = piece.yaw_rad / 2
    pose = Pose(location=piece.at, rotation=(math.cos(half), 0.0, 0.0, math.sin(half)))
    if isinstance(node, Mesh):
        change = {
            "name": f"{prefix}{node.name}",
            "pose": pose,
            "materials": tuple(f"{prefix}{m}" for m in node.materials),
        }
        return node.model_copy(update=change)
    assert node.type == "strands"
    c, s = math.cos(piece.yaw_rad), math.sin(piece.yaw_rad)
    points = np.asarray(node.points, float) @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]).T + piece.at
    return node.model_copy(
        update={
            "name": f"{prefix}{node.name}",
            "points": points.astype(np.float32),
            "material": f"{prefix}{node.material}",
        }
    )


def _lit(lamp: Lamp, piece: Piece, prefix: str) -> Lamp:
    """A light of a piece where the piece stands."""
    x, y, z = lamp.pose.location
    c, s = math.cos(piece.yaw_rad), math.sin(piece.yaw_rad)
    at = (piece.at[0] + c * x - s * y, piece.at[1] + s * x + c * y, piece.at[2] + z)
    return lamp.model_copy(update={"name": f"{prefix}{lamp.name}", "pose": Pose(location=at)})


def _circles(thing: Thing, piece: Piece) -> F64:
    """The room (n, 3) that a piece takes on the ground; none if it lies flat or stands on another."""
    low, high = things.box(thing.nodes)
    if piece.at[2] > 0.3 or high[2] - low[2] < 0.25:
        return np.zeros((0, 3))
    c, s = math.cos(piece.yaw_rad), math.sin(piece.yaw_rad)
    size = high[:2] - low[:2]
    longer = int(size[1] > size[0])
    radius = float(size.min()) / 2
    count = max(1, math.ceil(float(size.max()) / max(2 * radius, 0.2)))
    out = []
    for k in range(count):
        offset = [0.0, 0.0]
        offset[longer] = (k + 0.5) / count * float(size.max()) - float(size.max()) / 2
        out.append((piece.at[0] + c * offset[0] - s * offset[1], piece.at[1] + s * offset[0] + c * offset[1], radius))
    return np.array(out)
