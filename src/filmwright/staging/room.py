"""Standing room: where in a set people can stand and go, read off the set itself."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, label
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Mark, Setting
from filmwright.scene.nodes import Mesh, Native

CELL_M = 0.25
REACH_M = 34.0  # to every side of the mark; chosen
LEVELS_M = (0.4, 0.75, 1.1, 1.5)  # heights over the ground at which a set is cut to see what stands in the way; chosen
STEP_M = 0.11  # from one cell to the next nobody goes who must climb more; chosen
BODY_M = 0.28  # half as wide as people are; chosen
SURF_M = 0.3  # how high a sea runs up over its level; chosen
WET = ("water", "sea", "river", "lake", "pond", "pool")


class Room(NamedTuple):
    """Where one can stand: cells (n, n) of CELL_M whose first has its corner at `low` (x, y). `tall`: what hides who stands behind."""

    low: tuple[float, float]
    free: NDArray[np.bool_]
    tall: NDArray[np.bool_]

    def holds(self, points: F64) -> NDArray[np.bool_]:
        """Which of the points (..., 2) one can stand at."""
        cell = np.floor((points - self.low) / CELL_M).astype(np.int64)
        inside = ((cell >= 0) & (cell < len(self.free))).all(-1)
        cell = np.clip(cell, 0, len(self.free) - 1)
        return np.asarray(inside & self.free[cell[..., 0], cell[..., 1]])

    def shows(self, eye: F64, point: F64) -> bool:
        """Whether somebody at a point (2,) is seen from another."""
        way = point - eye
        long = float(np.linalg.norm(way))
        steps = np.arange(0.8, long - 0.6, CELL_M)[:, None] / max(long, 1e-6)
        cell = np.floor((eye + steps * way - self.low) / CELL_M).astype(np.int64)
        cell = cell[((cell >= 0) & (cell < len(self.tall))).all(1)]
        return not bool(self.tall[cell[:, 0], cell[:, 1]].any())

    @property
    def area_m2(self) -> float:
        """How large it is."""
        return float(self.free.sum()) * CELL_M**2


def room_round(setting: Setting, mark: Mark) -> Room:
    """The ground that one can get to from a mark without climbing, wading or going through anything."""
    count = int(2 * REACH_M / CELL_M)
    low = (mark.position[0] - REACH_M, mark.position[1] - REACH_M)
    middle = (np.arange(count) + 0.5) * CELL_M
    x, y = np.meshgrid(low[0] + middle, low[1] + middle, indexing="ij")
    height = np.asarray(setting.ground(x, y), float)
    shut, tall = np.zeros((count, count), bool), np.zeros((count, count), bool)
    for axis in (0, 1):
        steep = np.abs(np.diff(height, axis=axis)) > STEP_M
        shut |= np.insert(steep, 0, False, axis) | np.insert(steep, count - 1, False, axis)
    for px, py, radius in setting.obstacles:
        shut |= np.hypot(x - px, y - py) < radius
    if setting.water is not None:
        level = setting.water(x.reshape(1, -1), y.reshape(1, -1), np.zeros(1)).reshape(x.shape)
        shut |= height < level + 0.05
    if any(isinstance(node, Native) and node.kind == "sea" for node in setting.nodes):
        shut |= height < SURF_M
    for node in setting.nodes:
        if isinstance(node, Mesh) and node.visible and len(node.faces):
            for points, grid in zip(_in_the_way(node, setting, low), (shut, tall)):
                cell = np.clip(np.floor((points - low) / CELL_M).astype(np.int64), 0, count - 1)
                grid[cell[:, 0], cell[:, 1]] = True
    reach = int(np.ceil(BODY_M / CELL_M))
    a, b = np.mgrid[-reach : reach + 1, -reach : reach + 1] * CELL_M
    open_ = ~binary_dilation(shut, np.hypot(a, b) <= BODY_M)
    parts, _ = label(open_)
    gap = np.hypot(x - mark.position[0], y - mark.position[1])
    gap[~open_] = np.inf
    nearest = np.unravel_index(int(gap.argmin()), gap.shape)
    if not gap[nearest] < 2.5:
        return Room(low, np.zeros_like(open_), tall)
    return Room(low, np.asarray(parts == parts[nearest]), tall)


def _in_the_way(node: Mesh, setting: Setting, low: tuple[float, float]) -> tuple[F64, F64]:
    """Points (n, 2) of the ground over which a mesh stands in the way, no farther apart than half a cell; and those over which it
    stands as high as people."""
    pose = node.pose
    points = np.asarray(node.points, float) * pose.scale
    points = Rotation.from_quat(pose.rotation, scalar_first=True).apply(points) + pose.location
    near = ((points[:, :2] > low) & (points[:, :2] < np.add(low, 2 * REACH_M))).all(1)
    faces = np.asarray(node.faces, np.int64)
    tri = np.concatenate([faces[:, :3], faces[faces[:, 3] >= 0][:, [0, 2, 3]]])
    tri = tri[near[tri].any(1)]
    if not len(tri):
        return np.zeros((0, 2)), np.zeros((0, 2))
    used, again = np.unique(tri, return_inverse=True)
    points, tri = points[used], again.reshape(-1, 3)
    high = points[:, 2] - setting.ground(points[:, 0], points[:, 1])
    wet = any(word in name for name in node.materials for word in WET)
    found = []
    for level in (0.04, 0.3, *LEVELS_M) if wet else LEVELS_M:
        found.append(_cut(points, tri, high, level))
    flat = (high[tri] > (0.04 if wet else LEVELS_M[0])).all(1) & (high[tri] < (9.0 if wet else LEVELS_M[-1])).all(1)
    found.append(_spread(points[tri[flat]][..., :2]))
    return np.concatenate(found), _cut(points, tri, high, LEVELS_M[-1])


def _cut(points: F64, tri: NDArray[np.int64], high: F64, level: float) -> F64:
    """Where triangles cross a height over the ground, from above (n, 2)."""
    over = high[tri] > level
    crossing = over.any(1) & ~over.all(1)
    tri, over = tri[crossing], over[crossing]
    if not len(tri):
        return np.zeros((0, 2))
    # Two of the three edges cross: those of the corner that is alone on its side.
    alone = np.where(over.sum(1) == 1, over.argmax(1), (~over).argmax(1))
    rows = np.arange(len(tri))
    corner = tri[rows, alone]
    ends = []
    for k in (1, 2):
        other = tri[rows, (alone + k) % 3]
        share = (level - high[corner]) / (high[other] - high[corner])
        ends.append(points[corner, :2] + share[:, None] * (points[other, :2] - points[corner, :2]))
    return _along(*ends)


def _along(start: F64, end: F64) -> F64:
    """Points (n, 2) along lines."""
    steps = np.clip(np.ceil(np.linalg.norm(end - start, axis=1) / (CELL_M / 2)).astype(int), 1, 400) + 1
    line = np.repeat(np.arange(len(start)), steps)
    first = np.repeat(np.cumsum(steps) - steps, steps)
    share = (np.arange(len(line)) - first) / np.maximum(steps[line] - 1, 1)
    return np.asarray(start[line] + share[:, None] * (end - start)[line])


def _spread(corners: F64) -> F64:
    """Points (n, 2) all over triangles (t, 3, 2)."""
    if not len(corners):
        return np.zeros((0, 2))
    size = np.ptp(corners, axis=1).max(1)
    found = [corners.reshape(-1, 2)]
    for most, count in ((0.5, 3), (2.0, 10), (np.inf, 40)):
        mine, size_left = corners[size <= most], size > most
        i, j = np.meshgrid(np.linspace(0, 1, count), np.linspace(0, 1, count))
        inside = i + j <= 1
        i, j = i[inside], j[inside]
        shares = np.stack([1 - i - j, i, j], 1)
        found.append(np.einsum("kc,tcx->tkx", shares, mine).reshape(-1, 2))
        corners, size = corners[size_left], size[size_left]
    return np.concatenate(found)
