"""A language model's answer becomes a Film that holds nothing unknown, or a list of what is wrong with it."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from filmwright.errors import BadInput, UnknownName
from filmwright.reading import check
from filmwright.reading.read import LONGEST_PROMPT, MOST_SHOTS, USUAL_S
from filmwright.spec.film import Film
from filmwright.spec.shot import Shot

SCHEMA = "filmwright.film/1"
MOST_CAST = 24  # members of a shot; chosen, far more than a text names
MOST_CLAUSES = 2000  # chosen; the longest prompt has fewer
MOST_FAULTS = 20  # that are said at once; chosen
OF_EDITS = ("cut", "into", "start_s")  # fields of a shot that only verbs on a finished film write
OF_EDITED_CAMERA = ("span_s",)
FAULT_LENGTH = 300  # characters; chosen


class Faulty(Exception):
    """The answer is no Film; `faults` say why, each with its place."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(fault[:FAULT_LENGTH] for fault in faults[:MOST_FAULTS])


class Clause(BaseModel):
    """Words quoted from the text, and the path in the Film they became; null where they became nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    quote: str = Field(max_length=LONGEST_PROMPT)
    path: str | None = Field(max_length=200)


class Given(NamedTuple):
    """What of a Film is not the language model's to say. seconds: the length of the whole film, None where the text decides."""

    prompt: str
    language: str
    size: tuple[int, int]
    fps: int
    seed: int
    seconds: float | None


class Answer(NamedTuple):
    """A valid Film whose names are all known, and where the model says the words of the text went in it (unproven)."""

    film: Film
    clauses: tuple[Clause, ...]


class _Reply(BaseModel):
    """A description of a film: its shots, and what became of each phrase of the text."""

    model_config = ConfigDict(extra="forbid")
    schema_: Literal["filmwright.film/1"] = Field(alias="schema")
    shots: tuple[Shot, ...]
    clauses: tuple[Clause, ...]


def answer_of(text: str, given: Given) -> Answer:
    """The Film and clauses a text holds. Raises Faulty with everything found wrong, the nearest known names included."""
    tree = _object(text)
    schema = tree.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise Faulty([f'schema is {json.dumps(schema)[:60]}; it must be "{SCHEMA}"'])
    clauses = _clauses(tree.pop("clauses", []))
    ours = {**given._asdict(), "schema": SCHEMA}
    del ours["seconds"]
    fields = {name: value for name, value in tree.items() if name not in ours} | ours
    _fit(fields.get("shots"), given.seconds)
    film = _named(fields)
    _check_cast(film)
    return Answer(film, clauses)


@cache
def reply_schema() -> dict[str, Any]:
    """JSON schema of an answer, in the strict form that endpoints enforce: every field required, none beside them, no defaults."""
    schema = _Reply.model_json_schema()
    for definition in (schema["$defs"]["Shot"], schema["$defs"]["Camera"]):
        for name in (*OF_EDITS, *OF_EDITED_CAMERA):
            definition["properties"].pop(name, None)
    for unused in ("Cut", "Transition"):
        del schema["$defs"][unused]
    strict = _strict(schema)
    assert isinstance(strict, dict)
    return strict


def _strict(part: Any) -> Any:
    if isinstance(part, list):
        return [_strict(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {
        key: {name: _strict(inner) for name, inner in value.items()} if key in ("properties", "$defs") else _strict(value)
        for key, value in part.items()
        if key not in ("default", "title")
    }  # fmt: skip
    if "properties" in made:
        made |= {"required": list(made["properties"]), "additionalProperties": False}
    return made


def _object(text: str) -> dict[str, Any]:
    """The JSON object of an answer; what a model writes around it (a fence, a greeting) is passed over."""
    start, end = text.find("{"), text.rfind("}") + 1
    try:
        tree = json.loads(text[start:end], parse_constant=_no_number) if 0 <= start < end else None
    except (ValueError, RecursionError) as e:  # no JSON; endless figures; nested too deep
        raise Faulty([f"the answer is no JSON object: {e}"]) from e
    if not isinstance(tree, dict):
        raise Faulty(["the answer is no JSON object"])
    return tree


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _clauses(tree: Any) -> tuple[Clause, ...]:
    try:
        return tuple(TypeAdapter(list[Clause]).validate_python(tree)[:MOST_CLAUSES])
    except ValidationError as wrong:
        raise Faulty(_said(wrong, "clauses")) from wrong


def _fit(shots: Any, total: float | None) -> None:
    """Take what only edits write out of the shots, and give them the length that was asked for. What is no shot is left alone: the
    validation names it."""
    if not isinstance(shots, list) or not all(isinstance(shot, dict) for shot in shots):
        return
    if len(shots) > MOST_SHOTS:
        raise Faulty([f"shots: there are {len(shots)}; at most {MOST_SHOTS} can be made"])
    for shot in shots:
        for name in OF_EDITS:
            shot.pop(name, None)
        if isinstance(shot.get("camera"), dict):
            for name in OF_EDITED_CAMERA:
                shot["camera"].pop(name, None)
    lengths = [shot.get("seconds", USUAL_S) for shot in shots]
    if total is None or not all(_is_length(length) for length in lengths):
        return
    for shot, length in zip(shots, lengths):
        shot["seconds"] = length * total / sum(lengths)


def _is_length(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e6 and math.isfinite(value)


def _named(fields: dict[str, Any]) -> Film:
    """The Film, every name known. Raises Faulty; an unknown name is put right for the moment, so that the next one is found too."""
    try:
        film = Film.model_validate(fields)
    except ValidationError as wrong:
        raise Faulty(_said(wrong)) from wrong
    faults: list[str] = []
    while len(faults) < MOST_FAULTS:
        try:
            check.names(film)
            break
        except UnknownName as wrong:
            faults.append(f"{wrong.where}: {wrong.message}. {wrong.hint or ''}")
            if not wrong.close or wrong.where is None:
                break
            tree = film.model_dump(mode="json", by_alias=True)
            _put(tree, wrong.where.split("."), wrong.close[0])
            film = Film.model_validate(tree)
        except BadInput as wrong:
            faults.append(f"{wrong.where}: {wrong.message}. {wrong.hint or ''}")
            break
    if faults:
        raise Faulty(faults)
    return film


def _put(tree: Any, steps: Sequence[str], value: str) -> None:
    """Set what stands at a path of a document."""
    for step in steps[:-1]:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    tree[int(steps[-1]) if isinstance(tree, list) else steps[-1]] = value


def _check_cast(film: Film) -> None:
    """Raises Faulty where a shot has too many members."""
    faults = [
        f"shots.{n}.cast: there are {len(shot.cast)} members; at most {MOST_CAST} can be in a shot"
        for n, shot in enumerate(film.shots)
        if len(shot.cast) > MOST_CAST
    ]
    if faults:
        raise Faulty(faults)


def _said(wrong: ValidationError, at: str = "") -> list[str]:
    """What is wrong, each with its place."""
    faults = []
    for error in wrong.errors(include_url=False, include_input=False):
        place = ".".join([at] * bool(at) + [str(step) for step in error["loc"]])
        faults.append(f"{place or 'the answer'}: {error['msg'].removeprefix('Value error, ')}")
    return faults
