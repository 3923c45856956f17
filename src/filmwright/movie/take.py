"""The folder beside a film: its documents, and where in the store (movie/store.py) the frames of its shots are."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from filmwright import __version__
from filmwright.content.credits import credits
from filmwright.errors import CannotWrite
from filmwright.movie.store import cannot_write
from filmwright.settings import Plan
from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger


class ShotFrames(BaseModel):
    """Where the frames of one shot are: `store` is the name of its folder in the cache's `frames`. `budget_s`: the plan was
    chosen so that the film is done in that time."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    index: int
    store: str
    frames: int
    engine: str
    plan: dict[str, int | float]
    budget_s: float | None = None


_SHOTS = TypeAdapter(list[ShotFrames])


def open_folder(path: Path) -> Path:
    """The take folder of a film at `path` ("film.mp4" → "film.take"), made if its parent exists. Raises CannotWrite."""
    if path.suffix.lower() != ".mp4":
        raise CannotWrite("A film is written as .mp4", where=str(path), hint=f"Try -o {path.stem or 'film'}.mp4.")
    if not path.parent.is_dir():
        raise CannotWrite("The folder does not exist", where=str(path.parent), hint=f"Make it: mkdir -p {path.parent}")
    if path.is_dir():
        raise CannotWrite("There is a folder of that name", where=str(path), hint="Choose another file with -o.")
    folder = path.with_suffix(".take")
    try:
        folder.mkdir(exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as e:
        raise CannotWrite(
            f"The folder cannot be written: {e.strerror}", where=str(path.parent), hint="Choose another with -o."
        ) from e
    return folder


def shot_frames(
    index: int, folder: Path, frames: int, engine: str, plan: Plan, budget_s: float | None = None
) -> ShotFrames:
    """What to note of a shot whose frames belong in `folder` (a path of store.shot_folder)."""
    name = folder.parent.name
    return ShotFrames(index=index, store=name, frames=frames, engine=engine, plan=plan._asdict(), budget_s=budget_s)


def read_shots(folder: Path) -> list[ShotFrames]:
    """What an earlier run noted of the shots; empty if there is nothing this version can read."""
    try:
        return _SHOTS.validate_json((folder / "shots.json").read_bytes())
    except (OSError, ValidationError):
        return []


def write_shots(folder: Path, shots: Sequence[ShotFrames]) -> None:
    """shots.json: where the frames of the film are. Raises CannotWrite."""
    _write(folder / "shots.json", _SHOTS.dump_json(list(shots), indent=1, exclude_none=True).decode())


def write_documents(folder: Path, film: Film, ledger: Ledger, engine: str, quality: str, plan: Plan) -> None:
    """film.json, ledger.json, settings.json, and credits.json if somebody is to be named. Raises CannotWrite."""
    for name, text in tags(film, ledger, engine, quality, plan).items():
        if name.startswith("filmwright."):
            _write(folder / f"{name.split('.')[1]}.json", text)


def _write(path: Path, text: str) -> None:
    """A text file, whole or not at all. Raises CannotWrite."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError as e:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise cannot_write(e, path) from e


def tags(film: Film, ledger: Ledger, engine: str, quality: str, plan: Plan) -> dict[str, str]:
    """What is embedded in the movie file: title, and Film, Ledger and settings as JSON; who is to be named for what is in it, if
    anybody is. `quality` names what `plan` was chosen by."""
    settings = {"filmwright": __version__, "engine": engine, "quality": quality, "plan": plan._asdict()}
    named = credits(film)
    owed = {
        "copyright": "; ".join(credit.words for credit in named),
        "filmwright.credits": json.dumps([credit._asdict() for credit in named], ensure_ascii=False),
    }
    return {
        "title": film.prompt[:200],
        "filmwright.film": film.model_dump_json(by_alias=True),
        "filmwright.ledger": ledger.model_dump_json(by_alias=True),
        "filmwright.settings": json.dumps(settings, separators=(",", ":")),
        **(owed if named else {}),
    }


def noted(ledger: Ledger, index: int, notes: tuple[str, ...]) -> Ledger:
    """The ledger with what staging had to bend."""
    more = tuple(Entry(text=n, path=f"shots.{index}", status="approximated", reason=n) for n in notes)
    return ledger.model_copy(update={"entries": ledger.entries + more})
