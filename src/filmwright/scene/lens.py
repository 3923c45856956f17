"""Where points fall on the picture: the Stage's camera as a pinhole with numbers in pixels."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Camera

F32 = NDArray[np.float32]


class Lens(NamedTuple):
    """A pinhole at one frame: `axes` (3, 3) rows are the camera's right, up and backward in the world, `center` (3,) in
    metres, `focal` and the principal point `cx`, `cy` in pixels. x runs right, y down; pixel centers lie at halves."""

    axes: F32
    center: F32
    focal: float
    cx: float
    cy: float

    def project(self, points: NDArray[Any]) -> tuple[F32, F32, F32]:
        """Pixel x, y and depth along the axis (metres) of world points (..., 3). Behind the camera depth is negative."""
        local = (np.asarray(points, np.float32) - self.center) @ self.axes.T
        depth = -local[..., 2]
        safe = np.where(np.abs(depth) < 1e-4, np.float32(1e-4), depth)
        return self.cx + self.focal * local[..., 0] / safe, self.cy - self.focal * local[..., 1] / safe, depth

    def unproject(self, x: F32, y: F32, depth: F32) -> F32:
        """World points (..., 3) of pixels at a depth."""
        local = np.stack([(x - self.cx) * depth / self.focal, (self.cy - y) * depth / self.focal, -depth], -1)
        return np.asarray(local @ self.axes + self.center, np.float32)


def lens_at(camera: Camera, frame: int, size: tuple[int, int]) -> Lens:
    """The pinhole of a camera at a frame for a picture of `size` (width, height)."""
    w, x, y, z = (float(v) for v in camera.rotations[frame])
    norm = (w * w + x * x + y * y + z * z) ** 0.5
    w, x, y, z = w / norm, x / norm, y / norm, z / norm
    columns = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )
    width, height = size
    focal = float(camera.focal_mm[frame]) / camera.sensor_mm * width
    center = np.asarray(camera.locations[frame], np.float32)
    return Lens(columns.T.astype(np.float32), center, focal, width / 2, height / 2)


def is_locked(camera: Camera) -> bool:
    """Whether the camera never moves."""
    return all(float(np.abs(v - v[0]).max()) < 1e-6 for v in (camera.locations, camera.rotations, camera.focal_mm))


def same(a: Lens, b: Lens) -> bool:
    """Whether two pinholes see the same picture of a still world."""
    return a.focal == b.focal and np.array_equal(a.axes, b.axes) and np.array_equal(a.center, b.center)
