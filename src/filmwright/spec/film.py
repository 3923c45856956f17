"""The Film: everything that decides what is made. Two equal Films give equal pictures on the same engine."""

from __future__ import annotations

import itertools
import math
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator

from filmwright.spec.shot import Shot

LONGEST_S = 60.0  # what Sora's description promised; chosen as the limit of one film


class Film(BaseModel):
    """Shots, frame size, rate and seed; versioned as `filmwright.film/1`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    schema_: Literal["filmwright.film/1"] = Field(default="filmwright.film/1", alias="schema")
    prompt: str
    language: Literal["en", "fr", "es", "de"] = "en"
    size: tuple[int, int] = (640, 360)
    fps: int = Field(default=24, ge=1, le=120)
    seed: int = Field(default=7, ge=0, lt=2**31)
    shots: tuple[Shot, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _check(self) -> Film:
        width, height = self.size
        if not (64 <= width <= 4096 and 64 <= height <= 4096):
            raise ValueError("size must be between 64x64 and 4096x4096")
        if width % 2 or height % 2:
            raise ValueError("width and height must be even (H.264 stores color at half resolution)")
        _check_cuts(self)
        if picture_count(self) > LONGEST_S * self.fps:
            raise ValueError(f"a film is at most {LONGEST_S:g} seconds")
        return self


class Span(NamedTuple):
    """What of a take is in the film: picture k shows its moment `first + k * rate` in frames, for `pictures` pictures, of which
    the last `over` are mixed with the first of the next shot."""

    first: int
    rate: float
    pictures: int
    over: int = 0

    def moment(self, picture: int) -> float:
        """Which frame of the take a picture shows; between two frames where it is no whole number."""
        return self.first + picture * self.rate

    @property
    def frames(self) -> range:
        """The frames of the take that its pictures are made of."""
        return range(self.first, math.ceil(self.moment(self.pictures - 1) - 1e-6) + 1)


def frame_counts(film: Film) -> list[int]:
    """Frames of each take, whatever is shown of it. Cuts fall on the nearest frame of the running time, so the total is exact."""
    counts, clock, done = [], 0.0, 0
    for shot in film.shots:
        clock += shot.seconds
        end = max(done + 1, round(clock * film.fps))
        counts.append(end - done)
        done = end
    return counts


def spans(film: Film) -> list[Span]:
    """What of each take is in the film."""
    return [_span(shot, count, film.fps) for shot, count in zip(film.shots, frame_counts(film))]


def picture_count(film: Film) -> int:
    """Pictures of the whole film: those of its shots, less what dissolves share."""
    return sum(span.pictures - span.over for span in spans(film))


def find(film: Film, picture: int) -> tuple[int, int]:
    """The shot, and the frame of its take, that a picture of the film shows; where two shots are mixed, the later one."""
    shown = spans(film)
    clock = picture + shown[-1].over  # a film that loops begins after what its end is mixed with
    starts = list(itertools.accumulate((span.pictures - span.over for span in shown[:-1]), initial=0))
    index = max(n for n, start in enumerate(starts) if start <= clock)
    return index, round(shown[index].moment(clock - starts[index]))


def _span(shot: Shot, frames: int, fps: int) -> Span:
    over = round(shot.into.seconds * fps) if shot.into is not None and shot.into.kind == "dissolve" else 0
    if shot.cut is None:
        return Span(0, 1.0, frames, over)
    first = min(round(shot.cut.from_s * fps), frames - 1)
    end = frames if shot.cut.to_s is None else min(max(round(shot.cut.to_s * fps), first + 1), frames)
    pictures = max(1, math.floor((end - 1 - first) / shot.cut.rate + 1e-6) + 1)
    return Span(first, shot.cut.rate, pictures, over)


def _check_cuts(film: Film) -> None:
    """Raises ValueError for a cut beyond its take, or dissolves that have no room in their shots."""
    shown = spans(film)
    for n, (shot, frames) in enumerate(zip(film.shots, frame_counts(film))):
        if shot.cut is not None and shot.cut.from_s * film.fps > frames - 0.5:
            raise ValueError(f"shots.{n}.cut begins after the take's {shot.seconds:g} seconds")
        used = shown[n - 1].over + shown[n].over  # shown[-1] goes over into the first
        if used > shown[n].pictures:
            raise ValueError(
                f"the dissolves of shots.{n} take {used / film.fps:g} s, but it is only {shown[n].pictures / film.fps:g} s long"
            )
