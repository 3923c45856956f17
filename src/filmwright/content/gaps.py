"""What of a Shot is not staged as it was asked for, and the reason."""

from __future__ import annotations

from typing import Literal, NamedTuple

Status = Literal["approximated", "unstaged"]


class Gap(NamedTuple):
    """A part of a Shot, by its path in it ("cast.1.wardrobe.0"), that is not staged as it is."""

    path: str
    status: Status
    reason: str


def spoken(name: str) -> str:
    return name.replace("_", " ")


def note_gap(gaps: list[Gap], path: str, asked: str, given: str | None) -> None:
    """Say that something is staged as something else, or not at all."""
    if given is None:
        gaps.append(Gap(path, "unstaged", f"no {spoken(asked)} can be staged yet"))
    else:
        reason = f"no {spoken(asked)} can be staged yet; the nearest is {spoken(given)}"
        gaps.append(Gap(path, "approximated", reason))
