"""Frames from disk as arrays."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import OpenEXR
from numpy.typing import NDArray

from filmwright.errors import EngineFailed
from filmwright.scene.frames import passes, picture

F32 = NDArray[np.float32]


class Passes(NamedTuple):
    """What steadying needs: motion (H, W, 2) in pixels from this frame to where the point was in the last, x right, y down; depth
    (H, W) metres along the axis; member (H, W): number of the cast member, 0 for the set."""

    motion: F32
    depth: F32
    member: F32


def read_picture(folder: Path, frame: int) -> F32:
    """The picture of a frame, (H, W, 3) sRGB 0..1. Raises EngineFailed if it cannot be read."""
    raw = cv2.imread(str(picture(folder, frame)), cv2.IMREAD_UNCHANGED)
    if raw is None or raw.ndim != 3:
        raise EngineFailed("A frame cannot be read", where=str(picture(folder, frame)), hint="Delete it and run again.")
    scale = 65535.0 if raw.dtype == np.uint16 else 255.0
    return np.asarray(raw[..., 2::-1] / np.float32(scale), np.float32)


def read_passes(folder: Path, frame: int) -> Passes | None:
    """The passes of a frame; None if the engine made none."""
    path = passes(folder, frame)
    if not path.exists():
        return None
    with OpenEXR.File(str(path), separate_channels=True) as file:
        channels = {name.split(".", 1)[1]: c.pixels for name, c in file.channels().items()}
    if "Vector.X" not in channels:
        return None
    motion = np.stack([channels["Vector.X"], -channels["Vector.Y"]], -1).astype(np.float32)
    return Passes(motion, channels["Depth.Z"].astype(np.float32), channels["IndexOB.X"].astype(np.float32))
