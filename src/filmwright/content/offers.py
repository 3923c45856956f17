"""What content there is, by name, without importing it: the folders of each kind and the constants of their modules."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

from filmwright import registry

PACKAGES: dict[str, tuple[str, ...]] = {
    "place": ("filmwright.content.environments",),
    "person": ("filmwright.content.people",),
    "thing": (
        "filmwright.content.models",
        "filmwright.content.props",
        "filmwright.content.vehicles",
        "filmwright.content.animals",
    ),
    "garment": ("filmwright.content.wardrobe",),
    "hair_style": ("filmwright.content.hair",),
    "action": ("filmwright.content.actions",),
    "move": ("filmwright.content.moves",),
    "time": ("filmwright.content.times",),
    "weather": ("filmwright.content.weathers",),
    "style": ("filmwright.content.looks",),
}
"""Where the modules of a kind live; a module's WORDS mean its name. What people bring comes before what is ours."""
BROUGHT = "filmwright.content.models"


def modules() -> tuple[tuple[str, str, str], ...]:
    """All content: (kind, package, name)."""
    return tuple(
        (kind, package, name)
        for kind, packages in PACKAGES.items()
        for package in packages
        for name in registry.names(package)
    )


@cache
def offered(kind: str) -> tuple[str, ...]:
    """The names of all content of a kind."""
    return tuple(dict.fromkeys(name for package in PACKAGES[kind] for name in registry.names(package)))


SIGHTS = "filmwright.content.sights"


@cache
def sights() -> dict[str, str]:
    """What places can have in their sky: from every name of one to the module that shows it."""
    found = {name: name for name in registry.names(SIGHTS)}
    return {also: name for name in found for also in constant(SIGHTS, name, "ALSO") or ()} | found


@cache
def own(kind: str) -> tuple[str, ...]:
    """The names of the content of a kind that is ours, not brought."""
    return tuple(name for package in PACKAGES[kind] if package != BROUGHT for name in registry.names(package))


def qualities() -> tuple[str, ...]:
    """The kinds of light that there are."""
    return constant("filmwright.content", "lighting", "QUALITIES") or ()


def package_of(kind: str, name: str, *, brought: bool = True) -> str:
    """The folder of a piece of content; the first of its kind if there is none of that name. `brought`: what people brought may
    stand for what is ours."""
    packages = tuple(p for p in PACKAGES[kind] if brought or p != BROUGHT)
    return next((package for package in packages if name in registry.names(package)), packages[0])


def facts(kind: str, name: str, called: str) -> tuple[str, ...]:
    """A constant of one piece of content (TIMES, MANNERS, …); empty if there is no such content or it has none."""
    return (constant(package_of(kind, name), name, called) or ()) if name in offered(kind) else ()


def done_as(deed: str) -> str:
    """The action that a deed is staged as: itself, or the one that says it is that as well (ALSO)."""
    if deed in offered("action"):
        return deed
    return next((name for name in offered("action") if deed in facts("action", name, "ALSO")), deed)


_ASSIGNED = r"^{}(?::[^=\n]*)?\s*=\s*"


@cache
def constant(package: str, name: str, called: str) -> tuple[str, ...] | None:
    """A module's tuple of names (WORDS, TIMES, …), or None if it has none. A literal is read from the source: importing all
    content to learn its words would cost ten times what reading the prompt does."""
    parent = import_module(package)
    if package == BROUGHT:
        brought: tuple[str, ...] | None = parent.fact(name, called)
        return brought
    for folder in parent.__path__:
        file = Path(folder) / f"{name}.py"
        if not file.is_file():
            file = Path(folder) / name / "__init__.py"
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            start = re.search(_ASSIGNED.format(re.escape(called)), text, re.MULTILINE)
            if start is None:
                return None
            value = _literal(text, text[start.end() :]) or _borrowed(text, text[start.end() :])
            if value is None:
                value = getattr(import_module(f"{package}.{name}"), called)
            return tuple(str(v) for v in value)
    return None


def _borrowed(source: str, text: str) -> tuple[str, ...] | None:
    """The constant of a sister module that `text` names ("light.TIMES"); None if it names none."""
    named = re.match(r"(\w+)\.(\w+)\n", text)
    if named is None:
        return None
    origin = re.search(rf"^from ([\w.]+) import (?:\([^)]*|[^(\n]*)\b{named[1]}\b", source, re.MULTILINE)
    return constant(origin[1], named[1], named[2]) if origin else None


def _literal(source: str, text: str) -> tuple[str, ...] | None:
    """The literal tuple, list or dict (its keys) that `text` starts with, or the one string, with what it takes over of constants of
    sister modules ("*light.TIMES"); None if it is anything else."""
    word = re.match(r'"([^"\n]*)"', text)
    if word is not None:
        return (word[1],)
    closing = {"(": ")", "[": "]", "{": "}"}.get(text[:1])
    if closing is None:
        return None
    for end in (m.end() for m in re.finditer(re.escape(closing), text)):
        try:
            tree = ast.parse(text[:end], mode="eval").body
        except SyntaxError:
            continue
        names = tree.keys if isinstance(tree, ast.Dict) else getattr(tree, "elts", [])
        found: list[str] = []
        for name in names:
            if isinstance(name, ast.Starred):
                found += _borrowed(source, f"{ast.unparse(name.value)}\n") or ()
            elif isinstance(name, ast.Constant):
                found.append(str(ast.literal_eval(name)))
        return tuple(found)
    return None
