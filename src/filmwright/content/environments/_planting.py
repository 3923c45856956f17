"""How things are set out in a landscape: copies of a few prototypes on points, in less detail the farther they are from where
cameras may stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from filmwright.scene.nodes import Instances, Mesh, Node, Ray
from filmwright.scene.shapes import F64, Shape


def node(
    name: str,
    made: Shape,
    *materials: str,
    smooth: bool = False,
    visible: bool = True,
    hidden_from: tuple[Ray, ...] = (),
    sharp_rad: float | None = None,
) -> Mesh:
    """A Shape as a Mesh; its slots are the materials in turn."""
    return Mesh(
        name=name,
        points=made.points,
        faces=made.faces,
        materials=materials,
        material_index=made.slot if len(materials) > 1 else None,
        smooth=smooth,
        sharp_angle_rad=sharp_rad,
        point_data=dict(made.data),
        visible=visible,
        hidden_from=hidden_from,
    )


def scattered(
    name: str,
    prototypes: Sequence[Mesh],
    points: F64,
    scales: F64,
    rng: np.random.Generator,
    *,
    tilt_rad: float = 0.05,
    yaw_rad: F64 | None = None,
) -> list[Node]:
    """The prototypes and their copies at points (n, 3), each turned at random or by `yaw_rad` (n,)."""
    n = len(points)
    if not n:
        return []
    yaw = rng.random(n) * 2 * math.pi if yaw_rad is None else yaw_rad
    copies = Instances(
        name=name,
        prototypes=tuple(p.name for p in prototypes),
        points=points,
        choice=rng.integers(0, len(prototypes), n),
        scales=scales,
        rotations=np.column_stack([rng.normal(0, tilt_rad, (n, 2)), yaw]),
    )
    return [*prototypes, copies]


class Grade(NamedTuple):
    """One degree of detail: its name, up to what distance it is used, how many prototypes it has."""

    detail: str
    end_m: float
    kinds: int


SHADE_M = 70.0  # from farther trees no shadow reaches where one looks closely; chosen
TREE_GRADES = (Grade("near", 34.0, 2), Grade("mid", 95.0, 3), Grade("far", 1e9, 4))


def graded(
    name: str,
    make: Callable[[int, str], Shape],
    materials: tuple[str, ...],
    points: F64,
    scales: F64,
    distance_m: F64,
    rng: np.random.Generator,
    *,
    grades: Sequence[Grade] = TREE_GRADES,
    tilt_rad: float = 0.03,
    shading: float | None = None,
) -> list[Node]:
    """Trees at points (n, 3) that are `distance_m` (n,) from the nearest camera. make(kind, detail): a prototype. What is "near" is
    looked at in full, but light finds only its "double", which is ten times lighter to trace. `shading`: under a closed canopy only
    this share of the trees throws shadows, and bounced rays find the sky through all of them: as much light as leaves let by."""
    nodes: list[Node] = []
    start = 0.0
    for grade in grades:
        chosen = (distance_m >= start) & (distance_m < grade.end_m)
        start = grade.end_m
        if not chosen.any():
            continue
        near = grade.detail == "near"
        hidden: tuple[Ray, ...] = ("shadow", "diffuse") if near or shading is not None else ()
        made = [
            node(f"{name}_{grade.detail}_{k}", make(k, grade.detail), *materials, visible=False, hidden_from=hidden)
            for k in range(grade.kinds)
        ]
        planted = scattered(f"{name}_{grade.detail}", made, points[chosen], scales[chosen], rng, tilt_rad=tilt_rad)
        nodes += planted
        if near and shading is None:
            doubles = [
                node(
                    f"{name}_double_{k}", make(k, "double"), *materials, visible=False, hidden_from=("camera", "glossy")
                )
                for k in range(grade.kinds)
            ]
            names = tuple(d.name for d in doubles)
            nodes += [*doubles, planted[-1].model_copy(update={"name": f"{name}_double", "prototypes": names})]
    if shading is not None:
        chosen = (distance_m < SHADE_M) & (rng.random(len(points)) < shading)
        made = [
            node(
                f"{name}_double_{k}",
                make(k, "double"),
                *materials,
                visible=False,
                hidden_from=("camera", "glossy", "diffuse"),
            )
            for k in range(2)
        ]
        nodes += scattered(f"{name}_double", made, points[chosen], scales[chosen], rng, tilt_rad=tilt_rad)
    return nodes


def distances(points: F64, eyes: F64) -> F64:
    """Metres (n,) from points (n, 2 or 3) to the nearest of the eyes (m, 2), seen from above."""
    nearest = np.full(len(points), np.inf)
    for eye in eyes:
        nearest = np.minimum(nearest, np.hypot(points[:, 0] - eye[0], points[:, 1] - eye[1]))
    return nearest


def ahead(points: F64, eyes: F64, view_yaw_rad: float, half_rad: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which points (n, 2 or 3) some eye (m, 2) has within `half_rad` of its view."""
    seen = np.zeros(len(points), bool)
    for eye in eyes:
        dx, dy = points[:, 0] - eye[0], points[:, 1] - eye[1]
        turn = np.remainder(np.arctan2(-dx, dy) - view_yaw_rad + math.pi, 2 * math.pi) - math.pi
        seen |= np.abs(turn) < half_rad
    return seen
