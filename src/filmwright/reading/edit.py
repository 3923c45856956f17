"""Changes to a Film by path: `shots.0.camera.move=orbit_left`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from filmwright.errors import BadInput, UnknownName
from filmwright.reading import check
from filmwright.reading.lens import FAMILIES
from filmwright.spec.film import Film
from filmwright.spec.shot import (
    Action,
    Camera,
    Garment,
    Hair,
    Light,
    Look,
    Member,
    Move,
    Place,
    Relation,
    Shot,
    Weather,
)

WHERE = "--set"
MODELS: dict[str, type[BaseModel]] = {
    "place": Place, "light": Light, "weather": Weather, "camera": Camera, "look": Look, "hair": Hair, "action": Action,
    "relation": Relation,
}  # fmt: skip
LISTS: dict[str, type[BaseModel]] = {"shots": Shot, "cast": Member, "wardrobe": Garment, "also": Relation}
KEPT = ("schema", "schema_", "prompt")


def apply(film: Film, changes: Sequence[str]) -> Film:
    """The Film with every change made, checked again as a whole and against the content. A value is a word, a number, "null" or
    JSON. Raises BadInput for a change that is not one, UnknownName for a field or a name that does not exist."""
    tree = film.model_dump(mode="json")
    for change in changes:
        path, equals, text = change.partition("=")
        if not equals or not path.strip():
            raise BadInput(
                f"{change!r} is not a change",
                where=WHERE,
                hint="Write PATH=VALUE, like shots.0.camera.move=orbit_left.",
            )
        _put(tree, path.strip(), _value(path.strip(), text.strip()))
    tree["schema"] = tree.pop("schema_")
    try:
        changed = Film.model_validate(tree)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = ".".join(str(p) for p in first["loc"]) or "film"
        raise BadInput(f"{WHERE} {place}: {first['msg'].removeprefix('Value error, ')}", where=place) from wrong
    check.names(changed)
    return changed


def _value(path: str, text: str) -> Any:
    """The value as written: JSON where it is JSON, else a word. A move without direction takes the usual one; a take is a file."""
    if path.endswith("camera.move"):
        return FAMILIES.get(text, text)
    if path.endswith(".take"):
        return str(Path(text).expanduser().absolute()) if text != "null" else None
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        if path == "size" and text.replace("x", "").isdecimal() and text.count("x") == 1:
            return [int(side) for side in text.split("x")]
        return text


def _put(tree: dict[str, Any], path: str, value: Any) -> None:
    """Set one field deep in the tree; a part that is not there yet (hair of a member without) is made."""
    steps = path.split(".")
    here: Any = tree
    model: type[BaseModel] = Film
    for n, step in enumerate(steps):
        so_far = ".".join(steps[: n + 1])
        last = n == len(steps) - 1
        if isinstance(here, list):
            index, model = _index(here, steps, n), _listed(steps[n - 1], model)
            if last:
                here[index] = value
                return
            here = here[index]
            continue
        known = [name for name in model.model_fields if name not in KEPT]
        if step not in known:
            raise UnknownName("field", step, known, where=so_far)
        if last:
            here[step] = value
            return
        if step in MODELS:
            model = MODELS[step]
            here[step] = (
                here[step] if here[step] is not None else {name: None for name in model.model_fields if name != "kind"}
            )
            if steps[-1] == "take":
                here[step].setdefault("kind", "stand")
        elif not isinstance(here[step], list):
            raise BadInput(f"{so_far} has no parts", where=path, hint=f"Write {so_far}=VALUE.")
        here = here[step]


def _listed(name: str, model: type[BaseModel]) -> type[BaseModel]:
    """What a list of that name holds: `then` are the moves of a camera and the actions of a member."""
    return (Move if model is Camera else Action) if name == "then" else LISTS.get(name, model)


def _index(here: list[Any], steps: Sequence[str], n: int) -> int:
    """The place in a list that a step names."""
    path = ".".join(steps[:n])
    if not steps[n].isdecimal() or int(steps[n]) >= len(here):
        range_of = f"They are {path}.0 to {path}.{len(here) - 1}." if here else f"{path} is empty."
        raise BadInput(f"There is no {path}.{steps[n]}", where=".".join(steps), hint=range_of)
    return int(steps[n])
