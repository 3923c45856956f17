"""Frames on disk: what was rendered of each frame, and a record that says it is whole.

`000012.exr` holds the light of a frame as the engine saw it: linear color still full of noise, the denoiser's guides, depth and
object index; `000012.png` a finished picture (the sketch engine makes those). `000012.json` is its Record, written last: a frame
is complete when its record is there and tells the truth about the file.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from filmwright.scene import tiles
from filmwright.scene.flicker import Fire
from filmwright.scene.lens import Lens, lens_at
from filmwright.scene.nodes import Camera, Exposure
from filmwright.scene.tiles import Window

MOVING = 1000  # object index of what moves or changes with time and is no cast
QUICK = 1001  # of what moves so fast that it is nowhere in two frames: rain, sparks
ALIKE = 0.02  # difference in the brightness of lightning (0..1) that nobody sees; chosen
STILL = 2000  # and of what is cast but stays as it is (plus its number): it can be carried between frames as the set is


class Request(BaseModel):
    """One frame asked of an engine, with `samples` a pixel. `extra` None: the whole picture. Else a part of it: the tiles that
    moving things touch at this frame, and these tiles (packed, see scene/tiles) besides."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    frame: int
    samples: int
    extra: str | None = None


class Record(BaseModel):
    """What is on disk of one frame. `window` is the rectangle of pixels in the file; `tiles` the packed tiles inside it that
    were rendered (None: all), `moving` the packed tiles that moving things touch. `size` is that of the whole picture as
    rendered. `length` and `crc` (CRC-32) are those of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal["filmwright.frame/2"] = "filmwright.frame/2"
    frame: int
    kind: Literal["light", "picture"]
    size: tuple[int, int]
    window: Window
    tiles: str | None = None
    moving: str | None = None
    samples: int = 0
    seconds: float = 0.0
    length: int
    crc: int

    @property
    def whole(self) -> bool:
        """Whether every pixel of the frame was rendered."""
        return self.tiles is None

    def answers(self, request: Request) -> bool:
        """Whether this is exactly what the request asks for: the same samples in the same tiles, no fewer and no more, so that
        a film gone on with is the film made at once. A finished picture answers every request."""
        if self.kind == "picture":
            return True
        if self.samples != request.samples or request.extra is None:
            return self.samples == request.samples and self.whole
        try:
            asked = tiles.unpack(request.extra, self.size)
            moving = tiles.none(self.size) if self.moving is None else tiles.unpack(self.moving, self.size)
            there = ~tiles.none(self.size) if self.tiles is None else tiles.unpack(self.tiles, self.size)
        except ValueError:
            return False
        wanted = moving | asked
        if not wanted.any():
            wanted[0, 0] = True
        return bool((wanted == there).all())


class Frames(NamedTuple):
    """`length` frames of `size` at `fps` in `folder`, seen by `camera`, to be shown with `exposure`. `clean_guides`: the guides
    for the denoiser are noisy themselves. `lit`: how bright lightning is in each frame, if there is any. `drift`: how
    far the clouds of the sky go from frame to frame. `fires`: the lamps that flicker."""

    folder: Path
    length: int
    fps: int
    size: tuple[int, int]
    camera: Camera
    exposure: Exposure
    clean_guides: bool = False
    lit: tuple[float, ...] = ()
    drift: tuple[float, float] = (0.0, 0.0)
    fires: tuple[Fire, ...] = ()

    def lens(self, frame: int, size: tuple[int, int]) -> Lens:
        """The pinhole of a frame for a picture of `size`, with the sky as it is then."""
        across, along = self.drift
        return lens_at(self.camera, frame, size)._replace(clouds=(frame * across, frame * along))

    def alike(self, frame: int, other: int) -> bool:
        """Whether two frames are lit alike, so that one may show the light of the other."""
        return not self.lit or abs(self.lit[frame] - self.lit[other]) < ALIKE


def picture(folder: Path, frame: int) -> Path:
    """Path of a frame's finished picture."""
    return folder / f"{frame:06d}.png"


def light(folder: Path, frame: int) -> Path:
    """Path of a frame's light (multilayer EXR)."""
    return folder / f"{frame:06d}.exr"


def record_path(folder: Path, frame: int) -> Path:
    """Path of a frame's record."""
    return folder / f"{frame:06d}.json"


def data_path(folder: Path, record: Record) -> Path:
    """Path of the file a record speaks of."""
    return (light if record.kind == "light" else picture)(folder, record.frame)


def checksum(path: Path) -> tuple[int, int]:
    """Length and CRC-32 of a file."""
    data = path.read_bytes()
    return len(data), zlib.crc32(data)


def put_record(folder: Path, record: Record) -> None:
    """Write a record: from now on the frame is complete."""
    path = record_path(folder, record.frame)
    part = path.with_name(f".{path.stem}.{os.getpid()}.part.json")
    part.write_text(record.model_dump_json(), encoding="utf-8")
    os.replace(part, path)


def read_record(folder: Path, frame: int) -> Record | None:
    """The record of a frame; None if there is none, or none that this version can read."""
    try:
        return Record.model_validate_json(record_path(folder, frame).read_bytes())
    except (OSError, ValidationError):
        return None


def verified(folder: Path, frame: int) -> Record | None:
    """The record of a frame whose file is as the record says (length and checksum); None if there is none."""
    record = read_record(folder, frame)
    if record is None:
        return None
    try:
        return record if checksum(data_path(folder, record)) == (record.length, record.crc) else None
    except OSError:
        return None
