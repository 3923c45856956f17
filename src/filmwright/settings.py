"""Configuration, read in one place and passed down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

QualityName = Literal["draft", "standard", "final"]


class Plan(NamedTuple):
    """How the frames of a shot are made, the same on every machine.

    stride: at most every how many frames the whole picture is rendered while the camera moves; the frames between are carried
    over from those, and only what moves is rendered in them. locked_stride: the same when the camera stands still.
    key_samples and part_samples: samples a pixel of a whole picture and of the part that moves. scale: the share of the film's
    size that is rendered."""

    stride: int
    locked_stride: int
    key_samples: int
    part_samples: int
    scale: float = 1.0

    def every(self, *, locked: bool, everywhere: bool = False) -> int:
        """At most every how many frames the whole picture is rendered: in a shot whose camera stands still or not, where things
        move everywhere in the picture or not."""
        return 1 if everywhere else self.locked_stride if locked else self.stride


QUALITIES: dict[str, Plan] = {
    "draft": Plan(stride=12, locked_stride=48, key_samples=6, part_samples=3),
    "standard": Plan(stride=6, locked_stride=24, key_samples=16, part_samples=12),
    "final": Plan(stride=3, locked_stride=12, key_samples=48, part_samples=48),
}


class Settings(NamedTuple):
    """cache: everything that can be made again (body data, baked light, frames). worker_silence_s: how long a worker may say
    nothing before it counts as hung. worker_attempts: fresh starts without a new frame before giving up. device: auto or cpu.
    threads: render threads of a worker, 0 for one a core. ray: address of a Ray cluster ("auto", "host:port"), None for this
    machine alone. frames_gb: how much disk the frames of earlier films may take."""

    cache: Path
    worker_silence_s: float = 900.0
    worker_attempts: int = 3
    device: str = "auto"
    threads: int = 0
    ray: str | None = None
    frames_gb: float = 20.0


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment: FILMWRIGHT_CACHE, FILMWRIGHT_WORKER_SILENCE_S, FILMWRIGHT_DEVICE, FILMWRIGHT_FRAMES_GB."""
    home = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".cache")
    return Settings(
        cache=Path(environment.get("FILMWRIGHT_CACHE") or Path(home) / "filmwright"),
        worker_silence_s=float(environment.get("FILMWRIGHT_WORKER_SILENCE_S", "900")),
        device=environment.get("FILMWRIGHT_DEVICE", "auto"),
        frames_gb=float(environment.get("FILMWRIGHT_FRAMES_GB", "20")),
    )
