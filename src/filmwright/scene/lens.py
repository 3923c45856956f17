"""Where points fall on the picture: the Stage's camera as a pinhole with numbers in pixels."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Camera

F32 = NDArray[np.float32]
REFOCUS = 0.006  # change of blur, as a share of the picture's width, that pictures carried over do not show; chosen


class Lens(NamedTuple):
    """A pinhole at one frame: `axes` (3, 3) rows are the camera's right, up and backward in the world, `center` (3,) in
    metres, `focal` and the principal point `cx`, `cy` in pixels. x runs right, y down; pixel centers lie at halves. `clouds`: how
    far those of the sky have drifted by then (see scene/clouds)."""

    axes: F32
    center: F32
    focal: float
    cx: float
    cy: float
    clouds: tuple[float, float] = (0.0, 0.0)

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


def blur_share(focal_mm: float, f_stop: float, sensor_mm: float, focus_m: float, seen_m: float) -> float:
    """How wide a point at `seen_m` is drawn while focus lies at `focus_m`, as a share of the picture's width; and so the most that
    anything, however far, changes while focus goes from one to the other. A thin lens draws it f²/N·|1/s − 1/d| wide where focus s
    is many focal lengths away (the circle of confusion)."""
    if f_stop <= 0:
        return 0.0
    return (focal_mm / 1000) ** 2 / f_stop * abs(1 / focus_m - 1 / seen_m) / (sensor_mm / 1000)


def refocused(camera: Camera, first: int, last: int) -> float:
    """By how much blur changes at the most between two frames, as a share of the picture's width."""
    focus = np.asarray(camera.focus_m[first : last + 1], float)
    focal = float(np.asarray(camera.focal_mm[first : last + 1]).max())
    return blur_share(focal, camera.f_stop, camera.sensor_mm, float(focus.min()), float(focus.max()))


def is_locked(camera: Camera) -> bool:
    """Whether the camera never moves, nor its focus so far that it shows."""
    still = all(float(np.abs(v - v[0]).max()) < 1e-6 for v in (camera.locations, camera.rotations, camera.focal_mm))
    return still and refocused(camera, 0, len(camera.focus_m) - 1) < REFOCUS


def same(a: Lens, b: Lens) -> bool:
    """Whether two pinholes see the same picture of a still world."""
    return a.focal == b.focal and np.array_equal(a.axes, b.axes) and np.array_equal(a.center, b.center)
