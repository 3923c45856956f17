"""Small Stages for tests: every node type once, cheap to render."""

from __future__ import annotations

import math

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.nodes import (
    Camera,
    Gradient,
    Haze,
    Instances,
    Lamp,
    Mesh,
    Pose,
    Rig,
    Skin,
    Strands,
    Track,
)
from filmwright.scene.shade import Bump, Material, mix, noise, normal_z, remap
from filmwright.scene.stage import Stage


def mesh(name: str, item: shapes.Shape, material: str, **more: object) -> Mesh:
    """A Mesh node of one material from a Shape."""
    return Mesh(name=name, points=item.points, faces=item.faces, materials=(material,), **more)  # type: ignore[arg-type]


def small(frames: int = 3, size: tuple[int, int] = (96, 64)) -> Stage:
    """A green ground, a red box on a rig that moves 1 m to the right over the shot, blue instanced balls, a tuft of hair."""
    steps = np.linspace(0, 1, frames)
    still = np.tile([1.0, 0, 0, 0], (frames, 1))
    path = np.stack([steps, 0 * steps, 0 * steps], 1)
    box = shapes.box((0.8, 0.8, 1.6), center=(0, 0, 0.8), bevel=0.05)
    n = len(box.points)
    skin = Skin(rig="rig", bones=np.zeros((n, 4), int), weights=np.tile([1.0, 0, 0, 0], (n, 1)))
    tilt = math.radians(90 - 12) / 2
    eye = np.tile([0.0, -7.0, 2.2], (frames, 1))
    hair = np.zeros((40, 4, 3))
    hair[..., 0] = np.linspace(-0.3, 0.3, 40)[:, None]
    hair[..., 2] = 1.6 + np.linspace(0, 0.5, 4)
    balls = np.array([[-2.0, 1, 0.3], [2.0, 1, 0.3], [-1.5, -1, 0.2]])
    up = remap(normal_z() + noise(scale=2.0) * 0.2, 0.5, 0.9)
    return Stage(
        size=size,
        fps=24,
        frames=frames,
        seed=3,
        cast=("hero-1",),
        nodes=(
            mesh("ground", shapes.grid([-20, 20], [-20, 20]), "grass"),
            Rig(name="rig", bones=("root",), locations=path[:, None], rotations=still[:, None], cast="hero-1"),
            mesh("box", box, "red", skin=skin, cast="hero-1"),
            mesh("ball", shapes.ball(0.4), "blue", visible=False),
            Instances(
                name="balls",
                prototypes=("ball",),
                points=balls,
                choice=np.zeros(3, int),
                scales=np.ones(3),
                rotations=np.zeros((3, 3)),
            ),
            Strands(
                name="tuft",
                points=hair,
                radii=np.full(4, 0.01),
                material="hair",
                cast="hero-1",
                track=Track(locations=path, rotations=still),
            ),
            Lamp(name="sun", kind="sun", power_w=4.0, angle_rad=0.05, pose=Pose(rotation=(0.9, 0.35, 0.2, 0.0))),
            Lamp(name="rim", kind="disk", power_w=50.0, size_m=(1, 1), pose=Pose(location=(2, 2, 3)), only=("hero-1",)),
        ),
        materials={
            "grass": Material(
                color=mix((0.05, 0.2, 0.03), (0.1, 0.4, 0.05), up), bumps=(Bump(height=noise(scale=9.0)),)
            ),
            "red": Material(color=(0.7, 0.02, 0.02), roughness=0.5),
            "blue": Material(color=(0.02, 0.05, 0.7)),
            "hair": Material(model="hair", color=(0.2, 0.1, 0.05), roughness=0.35),
        },
        world=Gradient(stops=((-1.0, (0.2, 0.2, 0.2)), (0.0, (0.8, 0.85, 0.9)), (1.0, (0.2, 0.4, 0.8))), clouds=0.4),
        haze=Haze(color=(0.7, 0.75, 0.8), distance_m=60.0),
        camera=Camera(
            locations=eye,
            rotations=np.tile([math.cos(tilt), math.sin(tilt), 0, 0], (frames, 1)),
            focal_mm=np.full(frames, 35.0),
            focus_m=np.full(frames, 7.0),
            f_stop=2.8,
        ),
    )
