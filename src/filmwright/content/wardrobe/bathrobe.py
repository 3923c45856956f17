"""A bathrobe of thick terry to below the knee: a shawl collar, turned cuffs, two pockets, tied with a belt of its cloth."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell, garment_tailored
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("bathrobe",)
EXAMPLE = "A woman in a white bathrobe drinks coffee in a kitchen"
MATERIALS = ("wool", "cotton", "silk")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("lower", "outer", "warm", "feet")
WITH = (("t_shirt", "white"),)
LAYER = 7


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A bathrobe on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "bathrobe", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.024, hem=fit.knee - 0.13 * s, neck=0.012, tilt=0.30, sleeve=0.94, wide=0.012, loose=0.45, flare=0.045,
        flutes=0.014, folds=0.005,
    )  # fmt: skip
    front = garment_tailored.Front(
        apex=fit.waist + 0.10 * s, gorge=fit.neck - 0.014 * s, half=0.052 * s, away=0.0, spread=0.0
    )
    surface = garment_tailored.opened(fit, garment_coats.cloth_of(fit, cut, seed_of(rng)), front, 0.0)
    sewing.shell(surface, cloth, thickness=0.008, depth=0.05)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    level = fit.waist + 0.005 * s
    for index, side in enumerate((-1, 1)):
        sewing.add(f"shawl {index}", _shawl(ground, front, side, level, 0.005 + 0.006 * index), cloth)
    behind = garment_parts.collar(
        ground, neck, stand=0.026, fall=lambda a: 0.062 + 0 * a, gap=0.006, opening_rad=0.02, thickness=0.006, roll=0.010,
        above_z=front.gorge - 0.004 * s,
    )  # fmt: skip
    sewing.add("collar behind", behind, cloth)
    sewing.add("edge", _edge(ground, level), cloth)
    sewing.add(
        "cuffs", [garment_parts.band(ground, e, 0.085, gap=0.002, thickness=0.006) for e in sleeve_ends(ground)], cloth
    )
    pockets = [
        part
        for side in (1, -1)
        for part in garment_coats.patch_pocket(ground, side, fit.waist - 0.10 * s, near=0.085, width=0.125, deep=0.15)
    ]
    sewing.add("pockets", pockets, cloth)
    belt = garment_parts.belt(ground, level, width=0.042, gap=0.005, thickness=0.005)
    ends = [_end(ground, level, x, long) for x, long in ((0.012, 0.30), (0.046, 0.25))]
    at = Surface(fit, belt).face(np.array([0.030 * s]), np.array([level]))[0]
    knot = garment_parts.plate(ground, at, (0.052, 0.050, 0.030), lift=0.004)
    sewing.add("belt", [belt, *ends, knot], cloth)
    return sewing.piece()


def _shawl(ground: Surface, front: garment_tailored.Front, side: int, low_z: float, lift: float) -> Cloth:
    """One side of the collar, from the neck down along the V into the belt."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 26), np.linspace(0, 1, 6), indexing="ij")
    z = front.gorge + (low_z - front.gorge) * v
    slope = front.half / (front.gorge - front.apex)
    wide = 0.085 - 0.045 * v
    x = slope * (z - front.apex) + (wide * u - 0.004) * s
    grid = ground.face(float(side) * x, z)
    roll = lift + 0.006 * np.exp(-((u / 0.25) ** 2))
    flat = ground.lifted(grid.reshape(-1, 3), (roll * s).ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.006 * s, sunk_m=0.005 * s)


def _edge(ground: Surface, top_z: float) -> Cloth:
    """The front edge from the belt to the hem."""
    s = ground.fit.scale
    low = float(ground.cloth.points[:, 2].min())
    v, u = np.meshgrid(np.linspace(0, 1, 22), np.linspace(0, 1, 5), indexing="ij")
    grid = ground.face((-0.050 + 0.06 * u - 0.010 * v) * s, top_z + (low + 0.004 * s - top_z) * v)
    gap = (0.0046 - 0.0095 * u**1.5) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.004 * s)


def _end(ground: Surface, level: float, x: float, long: float) -> Cloth:
    """An end of the belt that hangs from the knot."""
    s = ground.fit.scale
    return garment_parts.panel(
        ground,
        lambda u, v: ((x - 0.018 + 0.036 * u + 0.012 * v) * s, level - (0.010 + long * v) * s),
        (14, 4),
        gap=0.012,
        thickness=0.005,
    )
