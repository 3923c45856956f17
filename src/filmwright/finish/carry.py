"""Pixels carried from one frame to another by depth and camera: exact for all that stands still.

Method: depth of the rendered frames is splatted into the camera of the wanted frame, then colors are fetched back from each
rendered frame, with a depth test that keeps apart what was hidden there. numpy and OpenCV throughout, no loop over pixels.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from filmwright.finish.read import F32, SKY_M, Mask
from filmwright.scene.clouds import drifted
from filmwright.scene.lens import Lens

EMPTY = 1e9  # depth where nothing was splatted
DEPTH_TOLERANCE = (
    0.04  # share of the depth by which two frames may disagree about one surface; by eye and PSNR on our shots
)


class Seen(NamedTuple):
    """Where the pixels of a wanted frame lie in a rendered one: x and y (H, W) in that frame's pixels (centers at whole
    numbers, as OpenCV counts), depth there, and trust 0..1 that the same surface is seen; `blocked` (H, W): what is there
    cannot be carried."""

    x: F32
    y: F32
    depth: F32
    trust: F32
    blocked: Mask


def across(depth: F32, of: Lens, into: Lens) -> tuple[F32, F32, F32]:
    """Where the pixels of a frame with `depth` (H, W) seen by `of` lie for `into`: x, y in pixels (centers at halves) and depth.
    Going to the world and back is one matrix: the pixel's ray times its depth, plus how the camera has moved."""
    turn = into.axes.astype(np.float64) @ of.axes.astype(np.float64).T
    moved = into.axes.astype(np.float64) @ (of.center.astype(np.float64) - into.center)
    # camera axes are right, up, backward; pixels run right, down and into the depth
    to_local = np.array([[1 / of.focal, 0, -of.cx / of.focal], [0, -1 / of.focal, of.cy / of.focal], [0, 0, -1]])
    to_pixel = np.array([[into.focal, 0, -into.cx], [0, -into.focal, -into.cy], [0, 0, -1]])
    ray, shift = (to_pixel @ turn @ to_local).astype(np.float32), (to_pixel @ moved).astype(np.float32)
    x = np.arange(depth.shape[1], dtype=np.float32)[None, :] + np.float32(0.5)
    y = np.arange(depth.shape[0], dtype=np.float32)[:, None] + np.float32(0.5)
    across_x, across_y, z = ((ray[k, 0] * x + (ray[k, 1] * y + ray[k, 2])) * depth + shift[k] for k in range(3))
    safe = np.where(np.abs(z) < 1e-4, np.float32(1e-4), z)
    return across_x / safe, across_y / safe, z


def splat(depth: F32, free: Mask, of: Lens, into: Lens, onto: F32) -> None:
    """Put the `free` pixels of a frame with `depth` seen by `of` into the depth picture `onto` seen by `into`; the nearest wins."""
    height, width = onto.shape
    u, v, z = across(depth, of, into)
    ok = free & (z > 0) & (u >= 0) & (v >= 0) & (u < width) & (v < height)
    places = v[ok].astype(np.int32) * width + u[ok].astype(np.int32)
    np.minimum.at(onto.reshape(-1), places, z[ok])


def filled(depth: F32) -> F32:
    """The depth with its holes filled by the farthest of their neighbors: what a hole shows is the background. Wide holes look
    farther at once, or the foreground at one of their sides would creep in."""
    hole = depth >= EMPTY
    square = np.ones((2, 2), np.uint8)  # an opening: what is at least two pixels wide stays
    wide = cv2.dilate(cv2.erode(hole.astype(np.uint8), square, anchor=(0, 0)), square, anchor=(1, 1)) > 0
    out = depth
    for reach in (1, 4, 16):
        now = hole & ~wide if reach == 1 else hole
        if not now.any():
            continue
        far = cv2.dilate(np.where(hole, np.float32(-1), out), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
        out = np.where(now & (far > 0), far, out)
        hole = out >= EMPTY
    return np.asarray(np.where(hole, np.float32(SKY_M), out), np.float32)


def look_up(depth: F32, at: Lens, key_depth: F32, key: Lens, blocked: Mask | None) -> Seen:
    """Where the surfaces of a wanted frame (`depth` seen by `at`) lie in a rendered frame, and how far to trust it."""
    u, v, z = across(depth, at, key)
    u, v = u - np.float32(0.5), v - np.float32(0.5)
    if at.clouds != key.clouds:
        _follow_clouds(depth, at, key_depth, key, u, v)
    inside = (z > 0) & (u >= -0.5) & (v >= -0.5) & (u <= key_depth.shape[1] - 0.5) & (v <= key_depth.shape[0] - 0.5)
    left, top = np.floor(u), np.floor(v)
    error = np.full_like(depth, np.float32(EMPTY))
    for dx in (0, 1):
        for dy in (0, 1):
            there = cv2.remap(key_depth, left + dx, top + dy, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
            error = np.minimum(error, np.abs(there - z))
    error /= DEPTH_TOLERANCE * np.maximum(z, 1e-3)
    trust = np.exp(-error * error) * inside
    hidden = np.zeros(depth.shape, bool)
    if blocked is not None and blocked.any():
        hidden = cv2.remap(blocked.astype(np.uint8), u, v, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE) > 0
        trust = trust * ~hidden
    return Seen(u, v, z, np.asarray(trust, np.float32), hidden)


def _follow_clouds(depth: F32, at: Lens, key_depth: F32, key: Lens, u: F32, v: F32) -> None:
    """Put where the clouds of the sky stand in a rendered frame into u and v, for all pixels of the sky whose cloud is seen there."""
    rows, columns = np.nonzero(depth >= SKY_M / 2)
    if not len(rows):
        return
    x, y = columns.astype(np.float32) + np.float32(0.5), rows.astype(np.float32) + np.float32(0.5)
    rays = at.unproject(x, y, np.ones_like(x)) - at.center
    shift = (key.clouds[0] - at.clouds[0], key.clouds[1] - at.clouds[1])
    moved = drifted(rays / np.linalg.norm(rays, axis=1, keepdims=True), shift)
    there_x, there_y, ahead = key.project(moved + key.center)
    there_x, there_y = there_x - np.float32(0.5), there_y - np.float32(0.5)
    height, width = key_depth.shape
    seen = (ahead > 0) & (there_x >= 0) & (there_y >= 0) & (there_x <= width - 1) & (there_y <= height - 1)
    column, row = (np.where(seen, w, 0).astype(np.int32) for w in (there_x, there_y))
    for right in (0, 1):  # no pixel that is fetched from may show the set
        for down in (0, 1):
            near = key_depth[np.minimum(row + down, height - 1), np.minimum(column + right, width - 1)]
            seen &= near >= SKY_M / 2
    u[rows[seen], columns[seen]], v[rows[seen], columns[seen]] = there_x[seen], there_y[seen]


def fetch(image: F32, seen: Seen) -> F32:
    """Colors (H, W, 3) of a rendered frame where `seen` says, sharply interpolated and without overshoot."""
    sharp = cv2.remap(image, seen.x, seen.y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    low = cv2.erode(image, np.ones((2, 2), np.uint8), anchor=(0, 0))
    high = cv2.dilate(image, np.ones((2, 2), np.uint8), anchor=(0, 0))
    left, top = np.floor(seen.x), np.floor(seen.y)
    floor = cv2.remap(low, left, top, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    ceiling = cv2.remap(high, left, top, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(sharp, floor, ceiling), np.float32)


def nearest(image: F32, seen: Seen) -> F32:
    """Values of a rendered frame at the pixel nearest to where `seen` says: noise stays the noise of single pixels."""
    return np.asarray(cv2.remap(image, seen.x, seen.y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE), np.float32)
