"""What words stand for, whether or not it can be staged: a hierarchy of names per kind of meaning (data/concepts.toml).

A mammoth is an elephant is a pachyderm is an animal. Reading resolves every noun to a concept; staging takes the nearest concept
that content exists for, and the ledger names it. A model that somebody brings is a concept too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from filmwright import models
from filmwright.errors import UnknownName

KINDS = ("thing", "person", "place", "garment", "action", "style", "move", "material")


def parents(kind: str) -> Mapping[str, str]:
    """Every concept of a kind and the one above it; "" above a root. Raises KeyError for a kind there is none of."""
    return _tables()[kind]


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("filmwright").joinpath("data", "concepts.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, str]] = tomllib.loads(text)
    things = tables["thing"]
    own = MappingProxyType(dict(things))
    for model in models.brought().values():
        if model.name not in own and not model.from_catalog:
            things[model.name] = _above(model, own)
    return tables


@cache
def _typical() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By kind and concept, what stands for it, best first; empty where nothing may."""
    text = resources.files("filmwright").joinpath("data", "typical.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    return {kind: {name: tuple(others) for name, others in table.items()} for kind, table in tables.items()}


def _above(model: models.Model, things: Mapping[str, str]) -> str:
    """The concept above a model: as is said of it, else the one its name ends with; "" if nothing tells. Raises UnknownName."""
    said = model.said.kind
    if said is not None:
        if said not in things:
            raise UnknownName("concept", said, things, where=str(model.file.with_suffix(".toml")))
        return said
    words = model.stem.split("_")
    return next((name for n in range(len(words)) if (name := "_".join(words[n:])) in things), "")


def ancestors(kind: str, name: str) -> Iterator[str]:
    """The concept itself and all above it, upwards."""
    table = parents(kind)
    while name:
        yield name
        name = table.get(name, "")


def typical(kind: str, name: str) -> tuple[str, ...]:
    """What people think of for a concept, first what they think of first."""
    return _typical().get(kind, {}).get(name, ())


def nearest(kind: str, name: str, offered: Collection[str], *, related: bool = True) -> str | None:
    """The offered name that comes nearest to a concept: itself, else what people think of first (data/typical.toml) or what is offered
    below it, else above it, else (`related`) what shares the closest concept above, unless that is a root or one that data/typical.toml
    says has nothing alike below it: such a word says too little ("animal"). None if nothing does."""
    if name in offered:
        return name
    table = _typical().get(kind, {})
    usual = next((other for other in table.get(name, ()) if other in offered), None)
    if usual is not None or table.get(name) == ():
        return usual
    line = list(ancestors(kind, name))
    for steps, above in enumerate(line):
        if above in offered:
            return above
        if steps and (not related or steps == len(line) - 1 or table.get(above) == ()):
            continue
        below = sorted(
            (distance, other) for other in offered if (distance := _distance(kind, other, above)) is not None
        )
        if below:
            return below[0][1]
    return None


def _distance(kind: str, name: str, above: str) -> int | None:
    """Steps up from a concept to one above it; None if that is not above it."""
    return next((n for n, found in enumerate(ancestors(kind, name)) if found == above), None)
