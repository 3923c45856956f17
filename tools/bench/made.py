"""Films that are made: the frames of their shots, as the take folder names them, ready to be looked at again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from filmwright.finish.pictures import Shown
from filmwright.movie.take import ShotFrames
from filmwright.scene.frames import Record, Request
from filmwright.scene.lens import is_locked
from filmwright.scene.stage import Stage
from filmwright.settings import Plan
from filmwright.shoot import Shooter, Shooting, frames_of


class Made(NamedTuple):
    """A shot that is made: its frames as the finisher takes them, and their records in order."""

    shown: Shown
    records: tuple[Record, ...]


class _NoSession:
    """A session for frames that are all there."""

    def render(self, requests: Sequence[Request]) -> None:
        """Raises FileNotFoundError: something is missing."""
        raise FileNotFoundError(f"{len(requests)} frames are missing, the first is {requests[0].frame}")


def shots(take: Path, cache: Path, stages: Sequence[Stage]) -> list[Made]:
    """The shots of the film whose take folder this is. Raises FileNotFoundError if frames are missing."""
    found = []
    for document, stage in zip(json.loads((take / "shots.json").read_bytes()), stages, strict=True):
        shot = ShotFrames.model_validate(document)
        folder = cache / "frames" / shot.store / "frames"
        shooting = Shooting(frames_of(stage, folder))
        # The shooter itself finds out again which frames are whole: it decides from what is on disk.
        shooter = Shooter(stage, Plan(**shot.plan), shooting, lambda event: None)  # type: ignore[arg-type]
        shooter.everything(_NoSession(), light=True)
        records = tuple(shooting.record_now(number) for number in range(shot.frames))
        found.append(Made(Shown(shooting.frames, shooting, is_locked(stage.camera)), records))
    return found
