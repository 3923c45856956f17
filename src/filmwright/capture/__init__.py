"""How somebody moved, from a video or a file of motion capture, as a take (spec/mocap.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from filmwright.errors import BadInput
from filmwright.spec.mocap import Mocap

VIDEOS = (".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v")


def captured(path: Path, progress: Callable[[float], None] = lambda share: None) -> Mocap:
    """The movement in a file, not yet signed. `progress` hears the share that is done. Raises BadInput for what cannot be read or shows
    nobody, NotInstalled if what finds people in pictures is missing."""
    if not path.is_file():
        raise BadInput("There is no such file", where=str(path))
    if path.suffix.lower() == ".bvh":
        from filmwright.capture import bvh

        return bvh.read(path)
    if path.suffix.lower() in VIDEOS:
        from filmwright.capture import video

        return video.read(path, progress)
    raise BadInput("This is no video and no .bvh", where=str(path), hint=f"Videos are {', '.join(VIDEOS)}.")
