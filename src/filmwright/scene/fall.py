"""Snow and rain in the air: particles in a box that repeats itself without end, so it is always snowing round the lens.

A particle's place is a function of its seed and of time alone; the eye only decides which copy of the box is shown. So a
frame can be drawn without the ones before it, and a camera that moves passes between flakes that stay where they are.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Native

F64 = NDArray[np.float64]


class Fall(NamedTuple):
    """What falls: `amount` particles in a cube of `box_m`; velocity in m/s; `swirl_m` how far each wanders from its line;
    half width from small_m to large_m; drawn as long as it moves in `shutter_s`; nearer than `clear_m` to the lens there is
    none. At a distance a particle is not let thinner than `thin_rad` as seen from the lens: it would only flicker."""

    amount: int
    box_m: float
    velocity_m_s: tuple[float, float, float]
    swirl_m: float = 0.0
    small_m: float = 0.004
    large_m: float = 0.009
    shutter_s: float = 1 / 48
    clear_m: float = 1.0
    thin_rad: float = 0.0
    seed: int = 0


def from_node(node: Native) -> Fall:
    """The Fall a Native describes in its params."""
    velocity = node.params["velocity_m_s"]
    fields = {k: v for k, v in node.params.items() if k != "velocity_m_s"}
    return Fall(velocity_m_s=(float(velocity[0]), float(velocity[1]), float(velocity[2])), **fields)


def places(fall: Fall, seconds: float, eye: F64) -> tuple[F64, F64]:
    """Where the particles are (n, 3), within half a box of the eye, and their velocities (n, 3) in m/s."""
    rng = np.random.default_rng([fall.seed, 20])
    home = rng.random((fall.amount, 3)) * fall.box_m
    turn = rng.random((fall.amount, 2)) * 2 * math.pi
    rate = 0.7 + 1.3 * rng.random((fall.amount, 2))  # radians a second; chosen
    pace = 0.75 + 0.5 * rng.random((fall.amount, 1))
    velocity = np.asarray(fall.velocity_m_s) * pace
    angle = turn + rate * seconds
    wander = np.column_stack([np.sin(angle), np.zeros(fall.amount)]) * fall.swirl_m
    drift = np.column_stack([np.cos(angle) * rate, np.zeros(fall.amount)]) * fall.swirl_m
    point = home + velocity * seconds + wander
    half = fall.box_m / 2
    return eye + np.mod(point - eye + half, fall.box_m) - half, velocity + drift


def outlines(fall: Fall, seconds: float, eye: F64, sides: int = 6) -> F64:
    """Outlines (n, sides, 3) of all particles: ovals that face the eye, drawn out along their motion. Those too near the eye
    shrink to a point."""
    place, velocity = places(fall, seconds, eye)
    away = place - eye
    distance = np.linalg.norm(away, axis=1)
    sizes = np.random.default_rng([fall.seed, 21]).random(fall.amount) ** 2
    width = np.maximum(fall.small_m + (fall.large_m - fall.small_m) * sizes, distance * fall.thin_rad)
    width = np.where(distance < fall.clear_m, 0.0, width)
    speed = np.linalg.norm(velocity, axis=1)
    along = velocity / np.maximum(speed, 1e-9)[:, None]
    across = np.cross(away, along)
    across /= np.maximum(np.linalg.norm(across, axis=1), 1e-9)[:, None]
    length = np.where(width > 0, width + speed * fall.shutter_s / 2, 0.0)
    turn = np.arange(sides) * 2 * math.pi / sides
    return np.asarray(
        place[:, None]
        + across[:, None] * (width[:, None] * np.cos(turn))[..., None]
        + along[:, None] * (length[:, None] * np.sin(turn))[..., None]
    )


def faces(count: int) -> NDArray[np.int64]:
    """Two quads (2·count, 4) for each outline of six points."""
    first = np.arange(count)[:, None] * 6
    return np.concatenate([first + np.array(c) for c in ((0, 1, 2, 3), (0, 3, 4, 5))])
