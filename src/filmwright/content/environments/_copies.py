"""Things of the cast's kinds that a set has of its own: parked cars, moored boats. They share their meshes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure import person
from filmwright.content.kinds import F64, Thing
from filmwright.scene.nodes import Instances, Mesh, Node, Track
from filmwright.scene.shade import Material

Paint = Mapping[str, Material]


def painted(prefix: str, paints: Sequence[Paint]) -> dict[str, Material]:
    """The materials of all paints, under names that begin with `prefix` and the number of the paint."""
    return {k: m for i, paint in enumerate(paints) for k, m in person.named(dict(paint), f"{prefix}{i} ").items()}


def copies(
    prefix: str, thing: Thing, paints: Sequence[Paint], points: F64, yaws: F64, scales: F64, choice: NDArray[np.int64]
) -> tuple[list[Node], dict[str, Material]]:
    """One thing in several paints, each its materials by name, at points (n, 3), turned by yaws (n,); `choice` (n,) says in which of
    the paints each is. All names begin with `prefix`."""
    nodes: list[Node] = []
    materials = painted(prefix, paints)
    rotations = np.column_stack([np.zeros((len(points), 2)), yaws])
    for index, part in enumerate(meshes_of(thing)):
        differs = any(paint[m] != paints[0][m] for paint in paints for m in part.materials)
        kinds = range(len(paints) if differs else 1)
        prototypes = [
            part.model_copy(
                update={
                    "name": f"{prefix}{part.name} {k}",
                    "materials": tuple(f"{prefix}{k} {m}" for m in part.materials),
                    "visible": False,
                }
            )
            for k in kinds
        ]
        nodes += prototypes
        nodes.append(
            Instances(
                name=f"{prefix}all {index}",
                prototypes=tuple(p.name for p in prototypes),
                points=points,
                choice=choice % len(kinds),
                scales=scales,
                rotations=rotations,
            )
        )
    return nodes, materials


def driven(name: str, thing: Thing, points: F64, yaws: F64, materials: str) -> list[Node]:
    """One of them on its way: at points (F, 3), turned by yaws (F,), its materials those whose names begin with `materials`."""
    half = yaws / 2
    still = np.zeros_like(half)
    track = Track(locations=points, rotations=np.column_stack([np.cos(half), still, still, np.sin(half)]))
    return [
        part.model_copy(
            update={
                "name": f"{name} {part.name}",
                "materials": tuple(f"{materials}{m}" for m in part.materials),
                "track": track,
            }
        )
        for part in meshes_of(thing)
    ]


def meshes_of(thing: Thing) -> list[Mesh]:
    """The parts of a thing that is made of meshes alone."""
    parts = []
    for node in thing.nodes:
        assert isinstance(node, Mesh), f"{node.name}: only meshes can be copied"
        parts.append(node)
    return parts
