"""The line: tracks on ballast, the wires over them and their masts, signals, a waiting train, a footbridge. Metres; the line runs along
+Y, the tops of platforms are at z = 0."""

from __future__ import annotations

import itertools
import math
from functools import cache

import numpy as np

from filmwright.content.environments._city.masonry import Masonry
from filmwright.content.figure import person
from filmwright.content.vehicles import train
from filmwright.scene import noise, shapes
from filmwright.scene.nodes import Mesh, Pose
from filmwright.scene.shade import Material
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

RAIL_Z = -0.55  # top of the rails under the platform's top
ORIGIN_Z = RAIL_Z - 0.60  # where a train stands: its own bed lies 0.4 m, its rails 0.6 m over its origin
GAUGE_M = 0.752  # half of it, to the middle of a rail
TRACKS = (-4.1, -8.7, -13.3)  # x of each track's middle
START_Y, END_Y = -60.0, 900.0
WIRE_Z = RAIL_Z + 5.5

_CONCRETE: Color = (0.30, 0.285, 0.26)
_STEEL: Color = (0.16, 0.17, 0.17)
_ASIDE = ("train rails", "train sleepers", "train bed")


def bed(seed: int) -> Shape:
    """Ballast under all tracks, heaped unevenly between them, and the ditch beside."""
    x = np.concatenate([np.linspace(-2.3, -15.6, 60), np.linspace(-16.4, -34.0, 12)])[::-1]
    y = np.concatenate([np.arange(START_Y, 60.0, 0.6), np.geomspace(60.0, END_Y, 90)])
    gx, gy = np.meshgrid(x, y)
    rough = 0.05 * noise.fractal(gx * 2.3, gy * 2.3, 3, seed=seed)
    z = RAIL_Z - 0.20 + rough - 0.05 * np.cos(2 * math.pi * (gx + 4.1) / 4.6)
    z = np.where(gx < -16.0, RAIL_Z - 0.7 + 0.1 * noise.fractal(gx * 0.4, gy * 0.4, 3, seed=seed + 1), z)
    return shapes.grid(gx, gy, z)


def tracks(masonry: Masonry) -> None:
    """Rails and sleepers, as fine as they are near."""
    web = np.array(
        [
            (-0.07, -0.15),
            (0.07, -0.15),
            (0.02, -0.11),
            (0.02, -0.04),
            (0.036, -0.03),
            (0.036, 0.0),
            (-0.036, 0.0),
            (-0.036, -0.03),
            (-0.02, -0.04),
            (-0.02, -0.11),
        ]
    )
    long = np.array([START_Y, -8.0, 60.0, END_Y])
    rows = np.stack([np.column_stack([web[:, 0], np.full(len(web), y), web[:, 1] + RAIL_Z]) for y in long])
    rail = shapes.rings(rows)
    for x in TRACKS:
        for side in (-1, 1):
            masonry.add("rail", rail.moved((x + side * GAUGE_M, 0, 0)), (0.32, 0.29, 0.27))
    sleeper = shapes.box((2.5, 0.25, 0.2), center=(0, 0, RAIL_Z - 0.23), bevel=0.02)
    plain = shapes.box((2.5, 0.25, 0.2), center=(0, 0, RAIL_Z - 0.23))
    for x in TRACKS:
        near = [sleeper.moved((x, float(y), 0)) for y in np.arange(-14.0, 40.0, 0.62)]
        far = [plain.moved((x, float(y), 0)) for y in (*np.arange(START_Y, -14.0, 0.62), *np.arange(40.0, 240.0, 0.62))]
        masonry.add("concrete", shapes.join([*near, *far]), _CONCRETE)


def wires(masonry: Masonry) -> F64:
    """Masts with arms, the contact wires and what they hang on; what of it stands in the way (n, 3)."""
    masts = np.arange(-32.0, 560.0, 44.0)
    for y in masts:
        for x, arms in ((-15.2, ((-13.3, 1.0),)), (-6.4, ((-4.1, 1.0), (-8.7, -1.0)))):
            post = shapes.box((0.26, 0.26, 8.4), center=(x, float(y), RAIL_Z + 3.9), bevel=0.02)
            masonry.add("iron", post, _STEEL)
            for to, _ in arms:
                reach = [(x, y, WIRE_Z + 1.35), (to, y, WIRE_Z + 1.3)]
                stay = [(x, y, WIRE_Z + 2.5), (to + 0.3 * (x - to), y, WIRE_Z + 1.35)]
                arm = [(x + 0.55 * (to - x), y, WIRE_Z + 1.3), (to, y, WIRE_Z + 0.05)]
                for line in (reach, stay, arm):
                    masonry.add("iron", shapes.sweep(np.array(line), 0.035, sides=6), _STEEL)
                drop = shapes.sweep(np.array([(to, y, WIRE_Z + 1.3), (to, y, WIRE_Z + 0.02)]), 0.02, sides=5)
                masonry.add("iron", drop, _STEEL)
    for x in TRACKS:
        masonry.add(
            "iron", shapes.sweep([(x, START_Y, WIRE_Z), (x, END_Y, WIRE_Z)], 0.014, sides=4), (0.03, 0.028, 0.025)
        )
        hung = [
            (x, float(y), WIRE_Z + 0.55 + 0.75 * (abs((y + 32.0) % 44.0 - 22.0) / 22.0) ** 2)
            for y in np.arange(START_Y, 520.0, 5.5)
        ]
        masonry.add("iron", shapes.sweep(np.array(hung), 0.014, sides=4), (0.03, 0.028, 0.025))
    return np.column_stack([np.full(len(masts), -6.4), masts, np.full(len(masts), 0.2)])


def signals(masonry: Masonry) -> None:
    """A signal for each track, far down the platform, all at stop but one."""
    for x, y, color in (
        (-6.4, 62.0, (2.4, 0.10, 0.04)),
        (-11.0, 66.0, (0.1, 2.0, 0.7)),
        (-2.9, 118.0, (2.4, 0.10, 0.04)),
    ):
        masonry.add("iron", shapes.lathe([(0.09, RAIL_Z), (0.07, 4.4)], sides=8).moved((x, y, 0)), _STEEL)
        masonry.add("iron", shapes.box((0.5, 0.14, 1.1), center=(x, y - 0.1, 4.2), bevel=0.05), (0.012, 0.012, 0.013))
        disc = shapes.lathe([(0.13, 0.0), (0.0, 0.015)], sides=14, caps=False).turned(shapes.rotation(x=math.pi / 2))
        masonry.add("signal", disc.moved((x, y - 0.18, 4.5 if color[0] > 1 else 4.0)), (0.2, 0.05, 0.03), lit=color)


def footbridge(masonry: Masonry, y: float) -> None:
    """A lattice bridge over all tracks, with stairs down to both platforms."""
    left, right, deck = -18.6, 3.0, 5.9
    span = right - left
    for d in (-1.1, 1.1):
        for z in (deck, deck + 1.55):
            masonry.add("green", shapes.box((span, 0.12, 0.18), center=((left + right) / 2, y + d, z)), _GREEN)
        posts = np.linspace(left, right, 15)
        for a, b in itertools.pairwise(posts):
            for ends in (
                [(a, y + d, deck), (b, y + d, deck + 1.55)],
                [(a, y + d, deck + 1.55), (b, y + d, deck)],
                [(a, y + d, deck), (a, y + d, deck + 1.55)],
            ):
                masonry.add("green", shapes.sweep(np.array(ends), 0.035, sides=4), _GREEN)
    masonry.add("green", shapes.box((span, 2.3, 0.12), center=((left + right) / 2, y, deck - 0.08)), (0.20, 0.19, 0.18))
    for x in (left, right - 0.4):
        for d in (-1.1, 1.1):
            masonry.add("green", shapes.box((0.24, 0.24, deck), center=(x, y + d, deck / 2)), _GREEN)
    for x in (left - 0.2, right - 0.2):
        steps = [
            shapes.box((2.2, 0.32, 0.08), center=(x, y + 1.2 + 0.30 * k, deck - 0.1 - 0.17 * k)) for k in range(34)
        ]
        masonry.add("green", shapes.join(steps), (0.20, 0.19, 0.18))
        for d in (-1.1, 1.1):
            for up in (0.0, 1.0):
                rail = np.array([(x + d, y + 1.1, deck + up), (x + d, y + 11.3, 0.05 + up)])
                masonry.add("green", shapes.sweep(rail, 0.06, sides=4), _GREEN)


_GREEN: Color = (0.035, 0.085, 0.06)


@cache
def _thing(color: Color) -> tuple[tuple[Mesh, ...], dict[str, Material]]:
    made = train.build(train.Params(color, 1.0, 3))
    return tuple(n for n in made.nodes if isinstance(n, Mesh) and n.name not in _ASIDE), made.materials


def waiting(x: float, nose_y: float, color: Color) -> tuple[list[Mesh], dict[str, Material]]:
    """A train that stands on the track at `x`, its nose at `nose_y` and towards -Y, and a second one coupled behind it."""
    meshes, found = _thing(color)
    nodes = []
    for k, (y, turn) in enumerate(((nose_y + 13.7, math.pi), (nose_y + 38.5, 0.0))):
        pose = Pose(location=(x, y, ORIGIN_Z), rotation=(math.cos(turn / 2), 0.0, 0.0, math.sin(turn / 2)))
        for n in meshes:
            update = {
                "name": f"waiting {k} {n.name}",
                "pose": pose,
                "materials": tuple(f"waiting {m}" for m in n.materials),
            }
            nodes.append(n.model_copy(update=update))
    used = {m for n in meshes for m in n.materials}
    return nodes, person.named({k: v for k, v in found.items() if k in used}, "waiting ")
