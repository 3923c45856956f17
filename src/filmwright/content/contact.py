"""The soft patch of shadow where somebody stands, for sets whose light is baked: without it a figure floats."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene.nodes import Mesh, Track
from filmwright.scene.shade import Expr, Material
from filmwright.scene.shapes import lathe

MATERIAL = "contact shadow"
LIFT_M = 0.012  # over the ground, so that the two do not flicker (chosen)


def shadow(name: str, root: F64, radius_m: float = 0.52) -> Mesh:
    """A dark disc that fades to its rim and follows the points on the ground `root` (F, 3). Only the camera sees it."""
    rim = np.linspace(1.0, 0.0, 9)
    disc = lathe(np.column_stack([rim * radius_m, np.zeros(9)]), sides=24, caps=False)
    away = np.linalg.norm(disc.points[:, :2], axis=1) / radius_m
    still = np.tile([1.0, 0.0, 0.0, 0.0], (len(root), 1))
    return Mesh(
        name=name,
        points=disc.points,
        faces=disc.faces,
        materials=(MATERIAL,),
        point_data={"dark": (0.5 + 0.5 * np.cos(math.pi * away)) ** 1.2},
        track=Track(locations=root + np.array([0.0, 0.0, LIFT_M]), rotations=still),
        hidden_from=("diffuse", "glossy", "transmission", "shadow"),
    )


def material(shade: float) -> Material:
    """What the discs are made of; `shade` 0..1 is how dark they are in the middle."""
    dark = Expr(op="attribute", params={"name": "dark", "number": True})
    return Material(
        model="emission", emission=(0.0, 0.0, 0.0), alpha=dark * shade, haze=False, preview=(0.02, 0.02, 0.02)
    )
