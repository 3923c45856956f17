"""What happened, as typed values: workers send them over a pipe, the command line shows them, `--json` prints them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FilmStarted(_Event):
    """The film is read and the work begins: frames of each shot."""

    event: Literal["film_started"] = "film_started"
    frames: tuple[int, ...]
    folder: str


class ShotStarted(_Event):
    """A shot is staged and its `frames` are being made, with Stage and plan of this content hash."""

    event: Literal["shot_started"] = "shot_started"
    shot: int
    frames: int


class Stepped(_Event):
    """A named step of the preparation is under way ("building", "baking the light of the set", …)."""

    event: Literal["stepped"] = "stepped"
    step: str


class FrameDone(_Event):
    """A frame is on disk, complete. `seconds` is what its render took; `whole`: all of it was rendered, not only what moves."""

    event: Literal["frame_done"] = "frame_done"
    frame: int
    seconds: float
    whole: bool = True
    peak_bytes: int = 0


class FrameKept(_Event):
    """A frame is there from an earlier run."""

    event: Literal["frame_kept"] = "frame_kept"
    frame: int


class Waiting(_Event):
    """Another run is at work in the same place; this one goes on when it has ended."""

    event: Literal["waiting"] = "waiting"
    where: str


class Retrying(_Event):
    """The worker failed and is started again for the missing frames."""

    event: Literal["retrying"] = "retrying"
    reason: str
    attempt: int


class WorkerFailed(_Event):
    """The worker says why it gives up."""

    event: Literal["worker_failed"] = "worker_failed"
    kind: Literal["cannot_write", "bad_stage", "failed"]
    message: str


class WorkerDone(_Event):
    """Every frame asked for exists."""

    event: Literal["worker_done"] = "worker_done"


class FilmDone(_Event):
    """The film is written."""

    event: Literal["film_done"] = "film_done"
    path: str
    frames: int
    seconds: float


Event = Annotated[
    FilmStarted | ShotStarted | Stepped | FrameDone | FrameKept | Waiting | Retrying | WorkerFailed | WorkerDone | FilmDone,
    Field(discriminator="event"),
]
_ADAPTER: TypeAdapter[Event] = TypeAdapter(Event)


def parse(line: str | bytes) -> Event:
    """The event of one JSON line. Raises pydantic.ValidationError if it is none."""
    return _ADAPTER.validate_json(line)
