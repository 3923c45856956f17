"""The Film: everything that decides what is made. Two equal Films give equal pictures on the same engine."""

from __future__ import annotations

from typing import Literal

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
        if sum(s.seconds for s in self.shots) > LONGEST_S + 1e-9:
            raise ValueError(f"a film is at most {LONGEST_S:g} seconds")
        return self


def frame_counts(film: Film) -> list[int]:
    """Frames of each shot. Cuts fall on the nearest frame of the running time, so the total is exact."""
    counts, clock, done = [], 0.0, 0
    for shot in film.shots:
        clock += shot.seconds
        end = max(done + 1, round(clock * film.fps))
        counts.append(end - done)
        done = end
    return counts
