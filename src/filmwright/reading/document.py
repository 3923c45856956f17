"""What a user hands over in place of a prompt: a Film document written by hand, a screenplay, a file with either, or just words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from filmwright.content.stageable import stageable
from filmwright.errors import BadInput, UnknownName
from filmwright.reading import check, edit, fountain, screenplay, transitions
from filmwright.reading.fountain import Screenplay
from filmwright.reading.identity import same_people
from filmwright.reading.read import read
from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger

SCHEMA = "filmwright.film/1"
LARGEST = 4_000_000  # bytes of a file; a film of 60 s needs a hundredth of that
SUFFIXES = (".json", ".fountain", ".txt", ".md")


def given(argument: str) -> Film | Screenplay | str:
    """What an argument holds: a Film (JSON, or a .json file), a Screenplay (a .fountain file, or a
    text with scene headings), or a prompt (itself, or what is in a .txt file). Raises BadInput with the place of what is wrong."""
    text, where = argument, "prompt"
    path = named_file(argument)
    if path is not None:
        where = str(path)
        text = _file(path)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _film(text, where)
    if path is not None and path.suffix.lower() == ".json":
        raise BadInput(
            "This is no Film document", where=where, hint='It begins with { "schema": "filmwright.film/1", …'
        )
    if (path is not None and path.suffix.lower() == ".fountain") or fountain.looks_like(text):
        return fountain.read_fountain(text, where=where)
    return text


class Options(NamedTuple):
    """What a user says beside the source. None: as the source says, else the usual."""

    size: tuple[int, int] | None = None
    fps: int | None = None
    seed: int | None = None
    seconds: float | None = None
    language: str | None = None


AS_GIVEN = Options()


def film_of(source: Film | Screenplay | str, options: Options = AS_GIVEN) -> tuple[Film, Ledger]:
    """The Film of what was given and what became of each clause. Raises BadInput, as `read` does."""
    if isinstance(source, Film):
        return _changed(source, options)
    said = {name: value for name, value in options._asdict().items() if value is not None}
    if isinstance(source, str):
        return read(source, **said)
    shots = screenplay.prompts(source, language=options.language)
    text, stretches = screenplay.written(shots)
    film, ledger = read(text, **said)
    film, ledger = same_people(film, ledger, screenplay.mentions(shots, text, stretches))
    film = transitions.joined(film, {n: shot.reached for n, shot in enumerate(shots)})
    lost = (
        Entry(
            text=left.text,
            path=f"shots.{max((n for n, shot in enumerate(shots) if shot.line <= left.line), default=0)}",
            status="unstaged",
            reason=f"{left.reason} (line {left.line} of the screenplay)",
        )
        for left in screenplay.left_out(source)
    )
    return film, ledger.model_copy(update={"entries": (*ledger.entries, *lost)})


def unstaged(film: Film) -> Ledger:
    """What of a Film cannot be staged as it is; the ledger of a document nobody wrote a prompt for."""
    gaps = ((n, gap) for n, shot in enumerate(film.shots) for gap in stageable(shot, film.seed).gaps)
    return Ledger(
        entries=tuple(
            Entry(text="", path=f"shots.{n}.{gap.path}", status=gap.status, reason=gap.reason) for n, gap in gaps
        )
    )


def _changed(film: Film, options: Options) -> tuple[Film, Ledger]:
    if options.seconds is not None or options.language is not None:
        name = "--seconds" if options.seconds is not None else "--language"
        raise BadInput("A Film document says this itself", where=name, hint="Change it there, or with --set.")
    changes = []
    if options.size is not None:
        changes.append(f"size={options.size[0]}x{options.size[1]}")
    changes += [f"{k}={v}" for k, v in (("fps", options.fps), ("seed", options.seed)) if v is not None]
    film = edit.apply(film, changes)
    return film, unstaged(film)


def load(source: str | Path) -> Film:
    """The Film of a JSON text or a file, every name known. Raises BadInput with the path in the document and the nearest right
    name."""
    if isinstance(source, str) and source.lstrip("\ufeff \t\r\n").startswith("{"):
        return _film(source, "film.json")
    return _film(_file(Path(source)), str(source))


def named_file(argument: str, endings: tuple[str, ...] = SUFFIXES) -> Path | None:
    """The file an argument names; None for words. Words may end like a file ("a note called plan.txt") if there is none."""
    name = argument.strip().rstrip("/")
    if "\n" in name or not name.isprintable() or not name.lower().endswith(endings):
        return None
    try:
        there = Path(name).exists()
    except OSError:  # longer than a name can be
        return None
    return Path(name) if there or " " not in name else None


def _file(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(f"The file has more than {LARGEST:,} bytes", where=str(path))
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as e:
        raise BadInput("There is no such file", where=str(path)) from e
    except OSError as e:
        raise BadInput(f"The file cannot be read: {e.strerror}", where=str(path)) from e
    except UnicodeDecodeError as e:
        hint = "Save it as UTF-8 text."
        raise BadInput(f"The file is no UTF-8 text: byte {e.start} is not", where=str(path), hint=hint) from e


def _film(text: str, where: str) -> Film:
    tree = _json(text, where)
    schema = tree.get("schema", SCHEMA)
    if schema != SCHEMA:
        hint = f'This version of filmwright reads "{SCHEMA}".'
        raise BadInput(f"The document's schema is {json.dumps(schema)[:60]}", where=f"{where}: schema", hint=hint)
    tree.setdefault("prompt", "")
    try:
        film = Film.model_validate(tree)
    except ValidationError as wrong:
        raise _refusal(wrong.errors(include_url=False), where) from wrong
    try:
        film.prompt.encode()
    except UnicodeEncodeError as e:
        raise BadInput("The prompt holds half a character", where=f"{where}: prompt") from e
    check.names(film)
    return film


def _json(text: str, where: str) -> dict[str, Any]:
    """The object a text holds; a field twice, or a number that is none, is refused."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise BadInput(f"The field {twice!r} stands twice in one place", where=where, hint="Keep one of them.")
        return fields

    def no_number(word: str) -> Any:
        raise BadInput(f"{word} is no number", where=where)

    try:
        tree = json.loads(text.lstrip("\ufeff"), object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as e:
        place = f"{where}, line {e.lineno}, column {e.colno}"
        raise BadInput(f"The document is no valid JSON: {e.msg.lower()}", where=place) from e
    except (RecursionError, ValueError) as e:  # nested too deep; an integer of thousands of digits
        raise BadInput("The document is no Film: it holds something endless", where=where) from e
    if not isinstance(tree, dict):
        raise BadInput(
            "This is no Film document", where=where, hint='It begins with { "schema": "filmwright.film/1", …'
        )
    return tree


def _refusal(errors: list[ErrorDetails], where: str) -> BadInput:
    """What is wrong with a document, and how many more things are: first a field that does not exist, for another may be missing
    because it is misspelled."""
    first = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])
    steps = [str(step) for step in first["loc"]]
    place = f"{where}: {'.'.join(steps)}" if steps else where
    more = f"There is more that is wrong ({len(errors) - 1})." if len(errors) > 1 else None
    if first["type"] == "extra_forbidden":
        return UnknownName("field", steps[-1], _fields(first["loc"]), where=place)
    if first["type"] == "missing":
        return BadInput(f"{'.'.join(steps)} is missing", where=where, hint=more)
    if first["type"] == "too_short":
        return BadInput(f"{'.'.join(steps)} is empty", where=where, hint=more)
    said = first["msg"].removeprefix("Value error, ").removeprefix("Input should be ").partition(", unable")[0]
    if first["msg"].startswith("Input should be "):
        return BadInput(f"{'.'.join(steps)} is {_short(first['input'])}; it should be {said}", where=where, hint=more)
    return BadInput(said[:1].upper() + said[1:], where=place, hint=more)


def _short(value: object) -> str:
    try:
        words = json.dumps(value)
    except (TypeError, ValueError):
        words = str(value)
    return words if len(words) <= 40 else words[:39] + "…"


def _fields(steps: tuple[int | str, ...]) -> list[str]:
    """The fields there are where a step of a document does not exist."""
    model: type[BaseModel] = Film
    for step in steps[:-1]:
        field = model.model_fields.get(str(step)) if isinstance(step, str) else None
        if field is not None:
            model = _model(field.annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model(annotation: object) -> type[BaseModel] | None:
    """The model inside a type such as `tuple[Shot, ...]` or `Hair | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model(inner)) is not None), None)
