"""The Ledger: what became of each clause of the text."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["staged", "approximated", "unstaged", "chosen"]


class Entry(BaseModel):
    """One clause. `span` is its [start, end) in the prompt (None when nobody wrote it and the program chose), `path` where it
    went in the Film ("shots.0.cast.0.wardrobe.0"). "approximated" and "unstaged" say why in `reason`; so does "chosen":
    a decision the text left open."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    span: tuple[int, int] | None = None
    path: str | None = None
    status: Status
    reason: str | None = None


class Ledger(BaseModel):
    """All clauses in the order of the text, then what was chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    schema_: Literal["filmwright.ledger/1"] = Field(default="filmwright.ledger/1", alias="schema")
    entries: tuple[Entry, ...] = ()

    def having(self, status: Status) -> tuple[Entry, ...]:
        """The entries of one status, in order."""
        return tuple(e for e in self.entries if e.status == status)
