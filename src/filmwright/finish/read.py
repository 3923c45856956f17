"""Frames from disk as arrays."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import OpenEXR
from numpy.typing import NDArray

from filmwright.errors import EngineFailed
from filmwright.scene.frames import MOVING, STILL, Record, light, picture
from filmwright.scene.tiles import Tiles, none, pixels, unpack

F32 = NDArray[np.float32]
Mask = NDArray[np.bool_]

SKY_M = 1e5  # where nothing was hit the light comes from this far
GROWN_PX = 2  # the denoiser spreads the cast's colors this far
BRIGHTEST = 40.0  # a sample is no brighter than this: single hits of a lamp would outshine all their neighbors


class Light(NamedTuple):
    """What was rendered inside a record's window, rows from the top: color, albedo and normal (h, w, 3), linear and noisy;
    depth (h, w) in metres along the axis; owner (h, w): the cast member's number, MOVING, or 0 for what stays as it is."""

    record: Record
    color: F32
    albedo: F32
    normal: F32
    depth: F32
    owner: F32


def _broken(path: Path) -> EngineFailed:
    """What is raised for a file that cannot be read. Its record goes: by length and checksum the frame would count as sound for ever."""
    path.with_suffix(".json").unlink(missing_ok=True)
    return EngineFailed("A frame cannot be read", where=str(path), hint="Run the same command again: it is made anew.")


def read_picture(folder: Path, frame: int) -> F32:
    """A finished picture, (H, W, 3) sRGB 0..1. Raises EngineFailed if it cannot be read."""
    raw = cv2.imread(str(picture(folder, frame)), cv2.IMREAD_UNCHANGED)
    if raw is None or raw.ndim != 3:
        raise _broken(picture(folder, frame))
    scale = 65535.0 if raw.dtype == np.uint16 else 255.0
    return np.asarray(raw[..., 2::-1] / np.float32(scale), np.float32)


def read_light(folder: Path, record: Record) -> Light:
    """The light of a frame. Raises EngineFailed if it cannot be read or is not what the record says."""
    path = light(folder, record.frame)
    try:
        with OpenEXR.File(str(path), separate_channels=True) as file:
            found = {name.split(".", 1)[1]: channel.pixels for name, channel in file.channels().items()}

        def stack(name: str, letters: str) -> F32:
            return np.stack([np.asarray(found[f"{name}.{c}"], np.float32) for c in letters], -1)

        color = np.maximum(stack("Combined", "RGB"), 0.0)
        albedo, normal = stack("Denoising Albedo", "RGB"), stack("Denoising Normal", "XYZ")
        depth, index = found["Depth.Z"], found["IndexOB.X"]
    except (RuntimeError, OSError, KeyError, ValueError) as e:
        raise _broken(path) from e
    left, top, right, bottom = record.window
    if depth.shape != (bottom - top, right - left):
        raise _broken(path)
    peak = color.max(axis=-1, keepdims=True)
    color *= np.minimum(1.0, BRIGHTEST / np.maximum(peak, 1e-6))
    depth = np.minimum(np.nan_to_num(np.asarray(depth, np.float32), posinf=SKY_M), SKY_M)
    owner = np.where(index > STILL, 0, index)
    return Light(record, color, albedo, normal, depth, np.asarray(owner, np.float32))


def moving_tiles(record: Record) -> Tiles:
    """The tiles that the cast touches in a frame."""
    return none(record.size) if record.moving is None else unpack(record.moving, record.size)


def moving_pixels(seen: Light) -> Mask:
    """Which pixels (H, W) of a whole frame cannot be carried to another: the cast's tiles, and all that moves by itself."""
    return pixels(moving_tiles(seen.record), seen.record.size) | restless(seen)


def restless(seen: Light) -> Mask:
    """Which pixels of a whole frame move by themselves and are no cast: water, snowflakes, flickering signs."""
    found = (seen.owner >= MOVING - 0.5).astype(np.uint8)
    return np.asarray(cv2.dilate(found, np.ones((3, 3), np.uint8)) > 0) if found.any() else found.astype(bool)


def near_cast(owner: F32) -> Mask:
    """Where people are, and what the denoiser has spread of their colors."""
    return near((owner > 0) & (owner < MOVING - 0.5), GROWN_PX)


def near(mask: Mask, pixels: int) -> Mask:
    """What lies within so many pixels of a mask (H, W)."""
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((2 * pixels + 1,) * 2, np.uint8)) > 0)
