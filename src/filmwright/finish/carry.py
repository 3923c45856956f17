"""Pixels carried from one frame to another by depth and camera: exact for all that stands still.

Method: depth of the rendered frames is splatted into the camera of the wanted frame, then colors are fetched back from each
rendered frame, with a depth test that keeps apart what was hidden there. numpy and OpenCV throughout, no loop over pixels.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from filmwright.finish.read import F32, SKY_M, Mask
from filmwright.scene.lens import Lens

EMPTY = 1e9  # depth where nothing was splatted
DEPTH_TOLERANCE = (
    0.04  # share of the depth by which two frames may disagree about one surface; by eye and PSNR on our shots
)


class Seen(NamedTuple):
    """Where the pixels of a wanted frame lie in a rendered one: x and y (H, W) in that frame's pixels (centers at whole
    numbers, as OpenCV counts), depth there, and trust 0..1 that the same surface is seen."""

    x: F32
    y: F32
    depth: F32
    trust: F32


def centers(size: tuple[int, int]) -> tuple[F32, F32]:
    """x and y (H, W) of all pixel centers."""
    x, y = np.meshgrid(np.arange(size[0], dtype=np.float32) + 0.5, np.arange(size[1], dtype=np.float32) + 0.5)
    return x, y


def splat(depth: F32, free: Mask, of: Lens, into: Lens, onto: F32) -> None:
    """Put the `free` pixels of a frame with `depth` seen by `of` into the depth picture `onto` seen by `into`; the nearest wins."""
    height, width = onto.shape
    x, y = centers((depth.shape[1], depth.shape[0]))
    u, v, z = into.project(of.unproject(x[free], y[free], depth[free]))
    column, row = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    ok = (z > 0) & (column >= 0) & (row >= 0) & (column < width) & (row < height)
    np.minimum.at(onto.reshape(-1), row[ok] * width + column[ok], z[ok])


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
    height, width = depth.shape
    x, y = centers((width, height))
    u, v, z = key.project(at.unproject(x, y, depth))
    u, v = u - 0.5, v - 0.5
    inside = (z > 0) & (u >= -0.5) & (v >= -0.5) & (u <= key_depth.shape[1] - 0.5) & (v <= key_depth.shape[0] - 0.5)
    left, top = np.floor(u), np.floor(v)
    error = np.full_like(depth, np.float32(EMPTY))
    for dx in (0, 1):
        for dy in (0, 1):
            there = cv2.remap(key_depth, left + dx, top + dy, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
            error = np.minimum(error, np.abs(there - z))
    error /= DEPTH_TOLERANCE * np.maximum(z, 1e-3)
    trust = np.exp(-error * error) * inside
    if blocked is not None and blocked.any():
        hidden = cv2.remap(blocked.astype(np.uint8), u, v, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
        trust = trust * (hidden == 0)
    return Seen(u, v, z, np.asarray(trust, np.float32))


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
