"""Small films for the editing verbs, and a way to make them and see what was drawn anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np

from filmwright import line, settings
from filmwright.events import Event, FrameDone, FrameKept
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Shot

FPS = 8
WOMAN: dict[str, Any] = {
    "id": "woman-1",
    "kind": "woman",
    "wardrobe": [{"kind": "coat", "color": "red"}],
    "action": {"kind": "stand"},
}
BEACH: dict[str, Any] = {
    "seconds": 0.75,
    "place": {"kind": "beach"},
    "light": {"time": "noon"},
    "cast": [WOMAN],
    "camera": {"move": "dolly_in", "focus": "woman-1"},
}
CAFE: dict[str, Any] = BEACH | {"place": {"kind": "cafe"}, "light": {"time": "morning"}}


def film(*shots: dict[str, Any]) -> Film:
    """A film of these shots, 96 by 64 at FPS."""
    return Film(prompt="a woman", size=(96, 64), fps=FPS, shots=tuple(Shot.model_validate(shot) for shot in shots))


class Made(NamedTuple):
    """A film as it came out: how many frames were drawn and how many were there, and its pictures (F, H, W, 3)."""

    drawn: int
    kept: int
    pictures: np.ndarray


def make(work: Film, folder: Path, cache: Path) -> Made:
    """Make a film with the sketch engine."""
    events: list[Event] = []
    path = folder / "film.mp4"
    order = line.Order(work, Ledger(), "sketch", "draft")
    line.make(order, path, settings.load()._replace(cache=cache), events.append)
    counts = Counter(type(event) for event in events)
    return Made(counts[FrameDone], counts[FrameKept], decoded(path))


def decoded(path: Path) -> np.ndarray:
    """Every picture of a film (F, H, W, 3)."""
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


def apart(one: np.ndarray, other: np.ndarray) -> float:
    """How far two pictures are apart on average, in steps of 255."""
    return float(np.abs(one.astype(int) - other.astype(int)).mean())


def numbered(counts: Sequence[int]) -> list[list[np.ndarray]]:
    """Pictures of flat gray for shots of so many pictures: 40, 41, 42 … the first shot, 120, 121 … the second."""
    return [[np.full((2, 2, 3), 40 + 80 * n + k, np.uint8) for k in range(count)] for n, count in enumerate(counts)]
