"""What an engine is, and which there are.

A film has one Crew: the workers that render its shots. A crew opens one shot at a time as a Session, and a session renders the
frames it is asked for. Everything it makes is on disk (scene/frames.py), so any session may be cut short and another goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

from filmwright import registry
from filmwright.events import Event
from filmwright.scene.frames import Request
from filmwright.scene.stage import Stage
from filmwright.settings import Settings

Emit = Callable[[Event], None]


class Take(NamedTuple):
    """A staged shot, the folder its frames belong in, and the share of its size it is rendered at."""

    stage: Stage
    folder: Path
    scale: float = 1.0


class Session(Protocol):
    """One shot, opened."""

    def render(self, requests: Sequence[Request]) -> None:
        """Make these frames, each whole or not at all, and say each one (FrameDone). Returns when all have their records; a
        failed worker is started again for the ones that are missing. Raises EngineFailed, CannotWrite."""


class Crew(Protocol):
    """The workers of one film."""

    def ready(self) -> None:
        """Start what takes time to start, so that the next shot opens at once. Returns immediately."""

    def open(self, take: Take) -> AbstractContextManager[Session]:
        """Open a shot. Leaving the context ends its workers. Raises EngineFailed, CannotWrite, NotInstalled."""


class Engine(Protocol):
    """`light`: whether it makes light that still has to be finished (Record.kind "light"), or pictures at once."""

    light: bool

    def crew(self, settings: Settings, emit: Emit) -> AbstractContextManager[Crew]:
        """The workers for one film; leaving the context ends every one of them."""


def engine(name: str) -> Engine:
    """The engine called `name` ("cycles", "sketch"). Raises UnknownName."""
    from filmwright.errors import UnknownName

    known = [n for n in registry.names("filmwright.engines") if n not in ("base", "cluster")]
    if name not in known:
        raise UnknownName("engine", name, known, where="--engine")
    made: Engine = registry.find("filmwright.engines", name).ENGINE
    return made
