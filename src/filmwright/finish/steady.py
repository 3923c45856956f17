"""Noise steadied over time: each picture is blended with the last one carried along by the exact motion vectors.

A history that leaves the range of colors around a pixel is pulled back into it (variance clipping), so nothing ghosts: new
ground, falling snow and a moving sea show as rendered. Source of the method: temporal anti-aliasing as in Karis 2014 and Salvi
2016 (variance clipping); the numbers are chosen by eye on our own shots.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from filmwright.finish.read import F32, Passes, read_passes, read_picture
from filmwright.scene.frames import Frames

FRESH = 0.18  # share of the new picture where history is good
FRESH_CAST = (
    0.6  # the same on people: their faces and folds change faster than a set, and blur would be seen there first
)
SHARPEN = 0.3
SPREAD = 1.35  # standard deviations of the neighborhood that history may leave


def steadied(frames: Frames) -> Iterator[F32]:
    """The pictures (H, W, 3) of all frames in order, steadied where there are motion vectors. Holds two frames in memory."""
    history: F32 | None = None
    last: Passes | None = None
    for number in range(frames.length):
        current = read_picture(frames.folder, number)
        passes = read_passes(frames.folder, number)
        if history is not None and last is not None and passes is not None:
            current, trusted = _blend(current, passes, history, last)
            history = current
            current = _sharpened(current, trusted)
        else:
            history = current
        last = passes
        yield current


def _sharpened(picture: F32, trusted: F32) -> F32:
    """Resampling softens what is carried along; the picture shown gets that much back (the history does not)."""
    soft = cv2.GaussianBlur(picture, (0, 0), 0.8)
    return np.asarray(picture + SHARPEN * trusted * (picture - soft), np.float32)


def _blend(current: F32, passes: Passes, history: F32, last: Passes) -> tuple[F32, F32]:
    """The steadied picture, and where history was trusted (H, W, 1)."""
    height, width = current.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    at_x, at_y = x + passes.motion[..., 0], y + passes.motion[..., 1]
    carried = cv2.remap(history, at_x, at_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    was_member = cv2.remap(last.member, at_x, at_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    was_depth = cv2.remap(last.depth, at_x, at_y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REPLICATE)
    inside = (at_x >= 0) & (at_y >= 0) & (at_x <= width - 1) & (at_y <= height - 1)
    depth = np.minimum(passes.depth, 1e5)
    same = np.abs(np.minimum(was_depth, 1e5) - depth) < 0.08 * depth + 0.05
    trusted = (inside & same & (np.abs(was_member - passes.member) < 0.5)).astype(np.float32)
    trusted = np.asarray(cv2.erode(trusted, np.ones((3, 3), np.uint8)), np.float32)
    mean = cv2.blur(current, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(current * current, (5, 5)) - mean * mean, 0.0)) * SPREAD + 0.006
    carried = np.clip(carried, mean - spread, mean + spread)
    fresh = np.where(passes.member > 0, FRESH_CAST, FRESH)
    share = np.asarray(trusted * (1 - fresh), np.float32)[..., None]
    return np.asarray(current + share * (carried - current), np.float32), trusted[..., None]
