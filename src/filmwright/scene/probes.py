"""Where the light of a set is measured: one probe for each distinct place and direction of its surfaces, and back again.

A corner is one corner of one face. Arrays over corners are (f, 4, …); the fourth of a triangle repeats its third.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

F64 = NDArray[np.float64]
_OFF_M = 0.006  # probes float this far off their surface; chosen
_INSET_M = 0.012  # and at most this far in from the corner, so that none sits inside the neighboring wall; chosen
_FINE, _COARSE = (0.02, 0.5), (0.085, 1.1)  # size of a cell in metres and in units of the normal; chosen


class Surface(NamedTuple):
    """A mesh to be lit: points (n, 3), faces (f, 4) with -1 for triangles, edges sharper than `sharp_rad` kept sharp."""

    points: F64
    faces: NDArray[np.int64]
    sharp_rad: float = math.pi


class Probes(NamedTuple):
    """positions and normals (k, 3); `of_corner` names the probe of every corner of all surfaces in turn."""

    positions: F64
    normals: F64
    of_corner: NDArray[np.int64]


def corner_normals(surface: Surface) -> F64:
    """Unit normals (f, 4, 3): smooth where the faces round a point agree, the face's own at sharp edges."""
    points, faces = surface.points, _whole(surface.faces)
    diagonal = np.cross(points[faces[:, 2]] - points[faces[:, 0]], points[faces[:, 3]] - points[faces[:, 1]])
    triangle = surface.faces[:, 3] < 0
    if triangle.any():
        a, b, c = (points[surface.faces[triangle, k]] for k in range(3))
        diagonal[triangle] = np.cross(b - a, c - a)
    own = _unit(diagonal)
    smooth = np.zeros_like(points)
    for k in range(4):
        weight = np.where(triangle & (k == 3), 0.0, 1.0)
        np.add.at(smooth, faces[:, k], diagonal * weight[:, None])
    corner = _unit(smooth)[faces]
    agrees = np.einsum("fkc,fc->fk", corner, own) > math.cos(min(surface.sharp_rad, math.pi / 2))
    return np.where(agrees[..., None], corner, own[:, None])


def place(surfaces: Sequence[Surface], focus: F64) -> Probes:
    """Probes for all corners: 2 cm apart at least inside the `focus` balls (x, y, z, radius rows), 8 cm elsewhere."""
    positions, normals = [], []
    for surface in surfaces:
        corners = surface.points[_whole(surface.faces)]
        normal = corner_normals(surface)
        inward = corners.mean(axis=1, keepdims=True) - corners
        reach = np.linalg.norm(inward, axis=-1, keepdims=True)
        inset = inward / np.maximum(reach, 1e-6) * np.minimum(reach * 0.25, _INSET_M)
        positions.append((corners + inset + normal * _OFF_M).reshape(-1, 3))
        normals.append(normal.reshape(-1, 3))
    p, n = np.concatenate(positions), np.concatenate(normals)
    # Of the corners that share a cell the outermost is measured: one below it may lie buried under a picture or a plate.
    order = np.argsort(-(p * n).sum(axis=1), kind="stable")
    p, n = p[order], n[order]
    near = np.zeros(len(p), bool)
    for x, y, z, radius in focus:
        near |= np.linalg.norm(p - (x, y, z), axis=1) < radius
    cell = np.where(near, _FINE[0], _COARSE[0])[:, None]
    facet = np.where(near, _FINE[1], _COARSE[1])[:, None]
    key = np.round(np.concatenate([p / cell, n / facet], axis=1)).astype(np.int64)
    _, first, cell_of = np.unique(key, axis=0, return_index=True, return_inverse=True)
    of_corner = np.empty(len(p), np.int64)
    of_corner[order] = cell_of.ravel()
    return Probes(p[first], n[first], of_corner)


def smooth(probes: Probes, light: F64, *, radius_m: float = 0.11, neighbors: int = 14) -> F64:
    """Light (k, 3) averaged over nearby probes that face the same way: takes away what noise the bake still has. Where probes
    are sparse (a ceiling) the radius grows with their distance. Only fireflies are capped first, against the mean of their
    neighbors (the median would darken the set)."""
    here = np.concatenate([probes.positions, probes.normals * 0.15], axis=1)
    if len(here) < 2:
        return light
    found = cKDTree(here).query(here, k=min(neighbors, len(here)))
    distance, near = np.asarray(found[0]), np.asarray(found[1])
    alike = np.clip((probes.normals[:, None] * probes.normals[near]).sum(-1), 0, 1) ** 4
    radius = np.maximum(radius_m, 0.8 * distance[:, min(8, distance.shape[1] - 1), None])
    weight = np.exp(-0.5 * (distance / radius) ** 2) * alike + 1e-9
    capped = np.minimum(light, light[near[:, 1:]].mean(axis=1) * 4 + 0.05)
    return np.asarray((capped[near] * weight[..., None]).sum(1) / weight.sum(1, keepdims=True))


def spread(probes: Probes, light: F64, surfaces: Sequence[Surface]) -> list[F64]:
    """Light of the probes (k, 3) as colors (f, 4, 3) of the corners of each surface."""
    all_corners = light[probes.of_corner]
    ends = np.cumsum([4 * len(s.faces) for s in surfaces])[:-1]
    return [part.reshape(-1, 4, 3) for part in np.split(all_corners, ends)]


def _whole(faces: NDArray[np.int64]) -> NDArray[np.int64]:
    """Faces with the missing fourth corner of triangles filled by the third."""
    return np.asarray(np.column_stack([faces[:, :3], np.where(faces[:, 3] >= 0, faces[:, 3], faces[:, 2])]), np.int64)


def _unit(v: F64) -> F64:
    length = np.linalg.norm(v, axis=-1, keepdims=True)
    return np.where(length > 1e-12, v / np.maximum(length, 1e-12), np.array([0.0, 0.0, 1.0]))
