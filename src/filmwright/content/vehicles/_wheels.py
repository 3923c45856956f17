"""Wheels of road vehicles: tire, rim with spokes, brake disc; their axle lies along X."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Bump, Material, coords, mix, noise, voronoi
from filmwright.scene.shapes import Shape, box, join, lathe, rotation

TIRE, RIM, DARK = 0, 1, 2
MATERIALS = ("tire", "rim", "dark")


def wheel(radius: float, width: float, *, rim: float = 0.66, spokes: int = 10, solid: bool = False) -> Shape:
    """A wheel round the X axis with its outer side at +X. rim: its share of the radius; solid: a pressed steel disc, as on lorries."""
    w, r, ri = width / 2, radius, radius * rim
    shoulder = 0.16 * (r - ri)
    tread = [(r, -w * 0.62), (r, w * 0.62)]
    profile = [
        (ri, -w * 0.86), (ri + 0.25 * (r - ri), -w), (ri + 0.62 * (r - ri), -w), (r - shoulder, -w * 0.86), *tread,
        (r - shoulder, w * 0.86), (ri + 0.62 * (r - ri), w), (ri + 0.25 * (r - ri), w), (ri, w * 0.86),
    ]  # fmt: skip
    tire = lathe(profile, sides=48, closed=True, slot=TIRE)
    grooves = [
        lathe([(r + 0.001, z - 0.004), (r + 0.0015, z), (r + 0.001, z + 0.004)], sides=48, caps=False, slot=DARK)
        for z in (-w * 0.3, 0, w * 0.3)
    ]
    lip = lathe(
        [
            (ri * 0.93, w * 0.55),
            (ri * 1.0, w * 0.84),
            (ri * 1.02, w * 0.88),
            (ri * 0.99, w * 0.9),
            (ri * 0.92, w * 0.7),
        ],
        sides=48,
        closed=True,
        slot=RIM,
    )
    barrel = lathe([(ri * 0.92, -w * 0.8), (ri * 0.92, w * 0.7)], sides=48, caps=False, slot=DARK)
    back = lathe([(0.001, -w * 0.3), (ri * 0.9, -w * 0.3)], sides=32, caps=False, slot=DARK)
    parts = [tire, *grooves, lip, barrel, barrel.mirrored(0), back]
    if solid:
        dish = lathe(
            [
                (0.002, w * 0.62),
                (ri * 0.30, w * 0.66),
                (ri * 0.34, w * 0.3),
                (ri * 0.62, w * 0.18),
                (ri * 0.94, w * 0.62),
            ],
            sides=40,
            caps=False,
            slot=RIM,
        )
        nuts = [
            lathe([(0.002, 0.03), (0.016, 0.03), (0.018, 0.0)], sides=6, caps=False, slot=DARK).moved(
                (ri * 0.46 * math.cos(a), ri * 0.46 * math.sin(a), w * 0.24)
            )
            for a in np.arange(8) * math.pi / 4
        ]
        parts += [dish, *nuts]
    else:
        blade = box((0.10 * r, ri * 0.78, 0.022), center=(0, ri * 0.53, w * 0.62), bevel=0.008, slot=RIM)
        slim = box((0.045 * r, ri * 0.78, 0.014), center=(0, ri * 0.53, w * 0.58), bevel=0.005, slot=RIM)
        parts += [
            (blade if spokes < 8 or k % 2 == 0 else slim).turned(rotation(z=2 * math.pi * k / spokes))
            for k in range(spokes)
        ]
        parts.append(
            lathe(
                [(0.001, w * 0.78), (ri * 0.16, w * 0.76), (ri * 0.2, w * 0.66), (ri * 0.2, w * 0.4)],
                sides=28,
                caps=False,
                slot=RIM,
            )
        )
        parts.append(
            lathe([(ri * 0.2, w * 0.05), (ri * 0.66, w * 0.05), (ri * 0.66, -w * 0.05)], sides=36, caps=False, slot=RIM)
        )
    return join(parts).turned(rotation(y=math.pi / 2))


def materials(rim: tuple[float, float, float] = (0.50, 0.51, 0.53)) -> dict[str, Material]:
    """What wheels are made of."""
    dust = noise(coords("rest"), scale=30, detail=4)
    lugs = voronoi(coords("rest"), scale=60.0)
    return {
        "tire": Material(
            color=mix((0.012, 0.012, 0.013), (0.04, 0.038, 0.036), dust), roughness=0.75, specular=0.35,
            bumps=(Bump(height=lugs, strength=0.15, distance_m=0.002),), preview=(0.02, 0.02, 0.02),
        ),
        "rim": things.made_of("metal", rim),
        "dark": Material(color=(0.01, 0.01, 0.011), roughness=0.7, specular=0.3, preview=(0.01, 0.01, 0.01)),
    }  # fmt: skip


def axle(
    name: str, shape: Shape, half_track: float, y: float, radius: float
) -> tuple[tuple[Mesh, ...], tuple[Joint, ...]]:
    """The left and right wheel of an axle and the joints they roll on."""
    meshes, joints = [], []
    for side, word in ((1.0, "right"), (-1.0, "left")):
        turned = shape if side > 0 else shape.mirrored(0)
        placed = turned.moved((side * half_track, y, radius))
        placed = placed.with_data("rest", turned.points)
        node = f"{name} {word}"
        mesh = things.mesh(node, placed, *MATERIALS)
        meshes.append(
            mesh.model_copy(update={"point_data": mesh.point_data | {"rest": np.asarray(turned.points, np.float32)}})
        )
        joints.append(Joint(nodes=(node,), pivot=(side * half_track, y, radius), radius_m=radius))
    return tuple(meshes), tuple(joints)
