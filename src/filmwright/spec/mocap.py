"""A take: how somebody moved, as points of the body over time, with the performer's signed consent; versioned as `filmwright.take/1`.

No take without consent is ever used: `signed` makes the record, `opened` refuses a file whose record is missing, or is not for exactly
this movement.
"""

from __future__ import annotations

import hashlib
import math
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from filmwright.errors import BadInput

JOINTS = (
    *(f"{joint}_{side}" for joint in ("hip", "knee", "ankle", "heel", "toe") for side in "lr"),
    *(f"{joint}_{side}" for joint in ("shoulder", "elbow", "wrist", "hand", "ear") for side in "lr"),
    "nose",
)
"""The points of a body that a take follows. The line from heel to toe is level where a foot is flat, the line from the middle of the
ears to the nose where a head is upright; hand: the knuckle of the middle or the first finger."""

STATEMENT = "I, {performer}, made this movement and agree that it moves characters in films made with Filmwright."
HINT = "Make it with `filmwright capture`, which asks the performer to sign."
Point = tuple[float, float, float]


class Consent(BaseModel):
    """What a performer agreed to, and when (ISO date). signature: SHA-256 over performer, date, statement and the movement itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    performer: str = Field(min_length=1)
    date: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    statement: str = Field(min_length=20)
    signature: str


class Mocap(BaseModel):
    """points: for each moment, `fps` of them a second, the JOINTS in metres, Z up, whatever way they face."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    schema_: Literal["filmwright.take/1"] = Field(default="filmwright.take/1", alias="schema")
    source: str = ""
    fps: float = Field(gt=0, le=240)
    points: tuple[tuple[Point, ...], ...] = Field(min_length=2, max_length=60 * 240)
    consent: Consent | None = None

    @model_validator(mode="after")
    def _check(self) -> Mocap:
        if any(len(moment) != len(JOINTS) for moment in self.points):
            raise ValueError(f"every moment has {len(JOINTS)} points")
        if not all(math.isfinite(x) and abs(x) < 1000 for moment in self.points for point in moment for x in point):
            raise ValueError("a point is no place")
        return self


def signed(take: Mocap, performer: str, date: str, statement: str | None = None) -> Mocap:
    """The take with the performer's consent to the statement (usually STATEMENT)."""
    said = statement if statement is not None else STATEMENT.format(performer=performer)
    signature = _signature(take, performer, date, said)
    return take.model_copy(
        update={"consent": Consent(performer=performer, date=date, statement=said, signature=signature)}
    )


def opened(path: Path) -> Mocap:
    """The take in a file. Raises BadInput if it is none, or nobody consented to its use."""
    try:
        take = Mocap.model_validate_json(path.read_bytes())
    except OSError as e:
        raise BadInput("There is no such take", where=str(path), hint=HINT) from e
    except ValidationError as e:
        first = e.errors()[0]
        place = ".".join(str(part) for part in first["loc"][:3]) or "take"
        message = str(first["msg"]).removeprefix("Value error, ")
        raise BadInput(f"This is no take: {place}: {message}", where=str(path), hint=HINT) from e
    agreed = take.consent
    if agreed is None:
        raise BadInput(
            "The take has no record of the performer's consent, so it is not used", where=str(path), hint=HINT
        )
    if agreed.signature != _signature(take, agreed.performer, agreed.date, agreed.statement):
        reason = "The consent is not for this movement: its signature does not fit, so the take is not used"
        raise BadInput(reason, where=str(path), hint=HINT)
    return take


def _signature(take: Mocap, performer: str, date: str, statement: str) -> str:
    whole = hashlib.sha256()
    movement = take.model_dump_json(include={"fps", "points"})
    for text in (performer, date, statement, movement):
        whole.update(f"{len(text)}:{text}\n".encode())
    return whole.hexdigest()
