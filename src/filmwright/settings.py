"""Configuration, read in one place and passed down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

QualityName = Literal["draft", "standard", "final"]


class Quality(NamedTuple):
    """What a quality level costs: Cycles samples a pixel. Chosen by eye on the benchmark prompts."""

    samples: int


QUALITIES: dict[str, Quality] = {"draft": Quality(3), "standard": Quality(16), "final": Quality(64)}


class Settings(NamedTuple):
    """cache: everything that can be made again (body data, baked light). worker_silence_s: how long a worker may say
    nothing before it counts as hung. worker_attempts: fresh starts without a new frame before giving up. device: auto or cpu."""

    cache: Path
    worker_silence_s: float = 900.0
    worker_attempts: int = 3
    device: str = "auto"


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment: FILMWRIGHT_CACHE, FILMWRIGHT_WORKER_SILENCE_S, FILMWRIGHT_DEVICE."""
    home = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".cache")
    return Settings(
        cache=Path(environment.get("FILMWRIGHT_CACHE") or Path(home) / "filmwright"),
        worker_silence_s=float(environment.get("FILMWRIGHT_WORKER_SILENCE_S", "900")),
        device=environment.get("FILMWRIGHT_DEVICE", "auto"),
    )
