"""Frames on disk: numbered pictures with their passes. A frame whose picture exists is complete."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Frames(NamedTuple):
    """`length` frames of `size` at `fps` in `folder`: 000000.png (16-bit sRGB) and, if the engine makes passes, 000000.exr."""

    folder: Path
    length: int
    fps: int
    size: tuple[int, int]


def picture(folder: Path, frame: int) -> Path:
    """Path of a frame's picture."""
    return folder / f"{frame:06d}.png"


def passes(folder: Path, frame: int) -> Path:
    """Path of a frame's passes (multilayer EXR)."""
    return folder / f"{frame:06d}.exr"


def missing(folder: Path, count: int) -> list[int]:
    """Frames that are not there yet, in order."""
    return [k for k in range(count) if not picture(folder, k).exists()]
