"""Small animals of stiff parts: a body, and limbs that turn about hinges. Their bones and motions; wings as thin leaves."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.spatial.transform import Rotation

from filmwright.content import course, things
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, about_axis, apply, wander
from filmwright.content.kinds import Motion, Performance
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, shape


class Hinge(NamedTuple):
    """A limb of the right side and its mirror image: they turn about `axis` (of the right one) through `pivot`, by `rest` and by
    `reach` to either side, `rate` times a second, `late` of a beat after the others; the left one `apart` of a beat after the right."""

    name: str
    pivot: tuple[float, float, float]
    axis: tuple[float, float, float]
    reach: float
    rate: float
    rest: float = 0.0
    late: float = 0.0
    apart: float = 0.0


def bones(hinges: tuple[Hinge, ...]) -> tuple[str, ...]:
    """The body, and both limbs of every hinge."""
    return ("body", *(f"{hinge.name}_{side}" for hinge in hinges for side in "rl"))


def part(hinges: tuple[Hinge, ...], name: str, item: Shape, material: str, bone: str = "body") -> Mesh:
    """A mesh that goes with one bone."""
    names = bones(hinges)
    weights = np.zeros((len(item.points), len(names)))
    weights[:, names.index(bone)] = 1.0
    return things.mesh(name, item, material, sharp_rad=None, weights=weights)


def pair(hinges: tuple[Hinge, ...], hinge: str, item: Shape, material: str) -> list[Mesh]:
    """A limb of the right side and its mirror image."""
    return [
        part(hinges, f"{hinge} {side}", made, material, f"{hinge}_{side}")
        for side, made in (("r", item), ("l", item.mirrored(0)))
    ]


def moved(
    hinges: tuple[Hinge, ...], size: float, performance: Performance, *, length_m: float, drift_m: float = 0.0, aside: bool = False,
    busy: float = 1.0,
) -> Motion:  # fmt: skip
    """The Motion of one `size` times as large as its hinges say: on its way, or where it is. `drift_m`: how far it is carried about in
    the air; `aside`: it goes sideways; `busy`: how far its limbs move against the usual."""
    t = performance.times_s + 5.3 * performance.phase
    speed = performance.speed_m_s or 0.0
    if speed or performance.course:
        s = course.gone(performance.course, performance.times_s) if performance.course else speed * performance.times_s
        path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(s).max()) + length_m, performance.begin)
        facing = path.yaw(s) + (math.pi / 2 if aside else 0.0)
        place = np.column_stack([path.spot(s), path.height(s, performance.ground, 0.3)])
    else:
        facing = np.full(len(t), performance.facing_yaw_rad) + (0.5 * wander(t, 4.0, 6.0) if drift_m else 0.0)
        place = np.tile(np.asarray(performance.path, float)[0], (len(t), 1))
    carried = drift_m * np.column_stack([wander(t, 2.3, 1.0), wander(t, 2.9, 2.0), 0.6 * wander(t, 1.4, 3.0)])
    tilt = about("y", 14.0 * wander(t, 1.7, 5.0) if drift_m else 0.0 * t) @ about(
        "x", 6.0 * wander(t, 1.3, 7.0) if drift_m else 0.0 * t
    )
    turns, places = {"body": tilt}, {"body": carried}
    for hinge in hinges:
        for k, (side, sign) in enumerate((("r", 1.0), ("l", -1.0))):
            beat = 2 * math.pi * (hinge.rate * t - hinge.late - k * hinge.apart)
            angle = hinge.rest + busy * hinge.reach * np.sin(beat)
            axis = np.asarray(hinge.axis) * [1.0, sign, sign]
            pivot = np.asarray(hinge.pivot) * [sign, 1.0, 1.0] * size
            name = f"{hinge.name}_{side}"
            turns[name] = tilt @ about_axis(axis / np.linalg.norm(axis), np.degrees(angle))
            places[name] = apply(tilt, pivot) + carried - apply(turns[name], pivot)
    names = bones(hinges)
    world = about("z", np.degrees(facing))
    rotations = [Rotation.from_matrix(world @ turns[n]).as_quat(scalar_first=True) for n in names]
    locations = [apply(world, places[n]) + place for n in names]
    return Motion(names, np.stack(locations, 1), np.stack(rotations, 1), place, facing)


def leaf(rim: ArrayLike, *, center: tuple[float, float, float], rows: int = 14, dome: float = 0.06) -> Shape:
    """A wing in the plane of x and y: from its root out to a rim of (angle in degrees from +x, radius), domed by a share of the radius.
    Attributes `along`: from the root to the rim, `angle`: 0..1 from the first to the last of its rim."""
    table = np.asarray(rim, float)
    count = 40
    a = np.linspace(table[0, 0], table[-1, 0], count)
    # Through the table in smooth curves.
    from_table = np.interp(a, table[:, 0], table[:, 1])
    kernel = np.array([1, 2, 3, 2, 1]) / 9
    radius = np.convolve(np.pad(from_table, 2, mode="edge"), kernel, mode="valid")
    share = np.linspace(0.02, 1.0, rows)
    r = np.outer(share, radius)
    turn = np.radians(a)
    x, y = r * np.cos(turn), r * np.sin(turn)
    z = dome * radius.mean() * np.outer(np.sin(np.pi * share), np.ones(count))
    points = np.stack([x, y, z], -1).reshape(-1, 3) + np.asarray(center)
    index = np.arange(rows * count).reshape(rows, count)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1).reshape(-1, 4)
    made = shape(points, faces)
    return made.with_data("along", np.repeat(share, count)).with_data("angle", np.tile(np.linspace(0, 1, count), rows))
