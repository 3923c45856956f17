"""A folder of modules as a table: `environments/forest.py` is the environment "forest". No list to edit. A package that has a
`modules_brought()` is a table by itself: what it holds comes from files that people bring."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from filmwright.errors import UnknownName


def names(package: str) -> tuple[str, ...]:
    """Names of the modules in a package folder, sorted; those with a leading underscore are not content."""
    parent = importlib.import_module(package)
    return tuple(sorted(parent.modules_brought())) if hasattr(parent, "modules_brought") else _folder(package)


@cache
def _folder(package: str) -> tuple[str, ...]:
    parent = importlib.import_module(package)
    return tuple(sorted(m.name for m in pkgutil.iter_modules(parent.__path__) if not m.name.startswith("_")))


def find(package: str, name: str, *, where: str | None = None) -> ModuleType:
    """The module called `name`. Raises UnknownName with the nearest names."""
    known = names(package)
    if name not in known:
        raise UnknownName(package.rsplit(".", 1)[-1], name, known, where=where)
    parent = importlib.import_module(package)
    if hasattr(parent, "modules_brought"):
        brought: ModuleType = parent.modules_brought()[name]
        return brought
    return importlib.import_module(f"{package}.{name}")
