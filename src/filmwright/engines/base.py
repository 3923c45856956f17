"""What an engine is, and which there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from filmwright import registry
from filmwright.events import Event
from filmwright.scene.stage import Stage
from filmwright.settings import QUALITIES, Quality, Settings

Emit = Callable[[Event], None]


class Take(NamedTuple):
    """What is asked of an engine: a staged shot, the folder its frames belong in, which frames, how good."""

    stage: Stage
    folder: Path
    frames: Sequence[int]
    quality: Quality = QUALITIES["draft"]


class Engine(Protocol):
    """One method: make the take's frames that do not exist yet, each whole or not at all, and say each one.
    Raises EngineFailed, CannotWrite, NotInstalled."""

    def shoot(self, take: Take, settings: Settings, emit: Emit) -> None: ...


def engine(name: str) -> Engine:
    """The engine called `name` ("cycles", "sketch"). Raises UnknownName."""
    from filmwright.errors import UnknownName

    known = [n for n in registry.names("filmwright.engines") if n != "base"]
    if name not in known:
        raise UnknownName("engine", name, known, where="--engine")
    made: Engine = registry.find("filmwright.engines", name).ENGINE
    return made
