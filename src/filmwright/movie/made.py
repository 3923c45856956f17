"""A finished film as documents: what it was made of, read back from the file or from its folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import av
from pydantic import ValidationError

from filmwright.errors import BadInput
from filmwright.movie.encode import read_metadata
from filmwright.settings import QUALITIES, Plan
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger

SCHEMA = str(Film.model_fields["schema_"].default)
HINT = "Name a film.mp4 that filmwright made, or its .take folder."


class Made(NamedTuple):
    """What a film was made of, and how: the engine, the quality by name, and the plan of its first shot (None where a document
    does not say)."""

    film: Film
    ledger: Ledger
    engine: str | None = None
    quality: str | None = None
    plan: Plan | None = None


def opened(path: Path) -> Made:
    """The documents of a film.mp4 or of a film.take. Raises BadInput for what is none, of another version, or
    damaged."""
    if not path.exists():
        near = sorted(other.name for other in path.parent.glob("*.mp4")) if path.parent.is_dir() else []
        hint = f"There is {', '.join(near[:3])}." if near else HINT
        raise BadInput("There is no such film", where=str(path), hint=hint)
    if path.is_dir():
        return _made(_of_folder(path), path)
    try:
        tags = read_metadata(path)
    except (av.FFmpegError, OSError) as e:
        raise BadInput("This is no film", where=str(path), hint=HINT) from e
    return _made({key.removeprefix("filmwright."): text for key, text in tags.items()}, path)


def _of_folder(folder: Path) -> dict[str, str]:
    names = ("film", "ledger", "settings")
    return {name: _text(folder / f"{name}.json") for name in names if (folder / f"{name}.json").is_file()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise BadInput("This document cannot be read", where=str(path), hint=HINT) from e


def _made(documents: dict[str, str], path: Path) -> Made:
    if "film" not in documents:
        raise BadInput("This film does not say what it was made of", where=str(path), hint=HINT)
    film = _film(documents["film"], path)
    try:
        ledger = Ledger.model_validate_json(documents.get("ledger", "{}"))
        settings = json.loads(documents.get("settings", "{}"))
        plan = Plan(**settings["plan"]) if "plan" in settings else None
    except (ValidationError, ValueError, TypeError) as e:
        raise BadInput("The documents of this film are damaged", where=str(path), hint=HINT) from e
    return Made(film, ledger, settings.get("engine"), settings.get("quality"), plan)


def _film(text: str, path: Path) -> Film:
    try:
        document: Any = json.loads(text)
    except ValueError as e:
        raise BadInput("This is no film document", where=str(path), hint=HINT) from e
    version = document.get("schema") if isinstance(document, dict) else None
    if version != SCHEMA:
        said = f"says {version!r}" if version else "names no schema"
        raise BadInput(f"The document {said}", where=str(path), hint=f'This version reads "schema": "{SCHEMA}".')
    try:
        return Film.model_validate(document)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "film"
        message = str(first["msg"]).removeprefix("Value error, ")
        raise BadInput(f"{place}: {message}", where=str(path)) from wrong


def known_quality(made: Made) -> str | None:
    """The name of the quality a film was made in; None if a budget chose it."""
    return made.quality if made.quality in QUALITIES else None
