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
    """A shot is staged and its `frames` are being made."""

    event: Literal["shot_started"] = "shot_started"
    shot: int
    frames: int


class Chosen(_Event):
    """How the frames of a shot will be made so that the film is done in `budget_s`: samples a pixel of whole pictures and of
    parts, every how many frames a whole picture, the share of the film's size that is rendered. `expected_s` is when the whole
    film will be done, counted from its beginning; `enough` False: even the cheapest way takes longer than the budget.
    `remembered`: an earlier run of the same command chose it."""

    event: Literal["chosen"] = "chosen"
    shot: int
    budget_s: float
    key_samples: int
    part_samples: int
    stride: int
    scale: float
    expected_s: float | None = None
    enough: bool = True
    remembered: bool = False


class Planned(_Event):
    """Of the shot at hand so many frames are or will be rendered whole, and so many in part. Said again when more have to be
    whole."""

    event: Literal["planned"] = "planned"
    whole: int
    parts: int


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
    whole: bool = True


class PictureDone(_Event):
    """A picture of the film is finished and in the file; `picture` counts through the whole film."""

    event: Literal["picture_done"] = "picture_done"
    picture: int


class Estimated(_Event):
    """The film will be done in about so many seconds."""

    event: Literal["estimated"] = "estimated"
    eta_s: float


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
    FilmStarted
    | ShotStarted
    | Chosen
    | Planned
    | Stepped
    | FrameDone
    | FrameKept
    | PictureDone
    | Estimated
    | Waiting
    | Retrying
    | WorkerFailed
    | WorkerDone
    | FilmDone,
    Field(discriminator="event"),
]
_ADAPTER: TypeAdapter[Event] = TypeAdapter(Event)


def parse(line: str | bytes) -> Event:
    """The event of one JSON line. Raises pydantic.ValidationError if it is none."""
    return _ADAPTER.validate_json(line)
