"""What is slow to make and always comes out the same, kept on disk: built people and built sets.

An entry is a pickle, for a Setting holds functions (the height of its ground) beside arrays. It is read only if its digest is
right, so half a file never reaches the unpickler, and the unpickler makes nothing but our own data types, numpy arrays and
partial functions of our content: a file somebody else put there cannot run anything. The name of an entry hashes the source
of everything that makes it, so no entry outlives the code it came from.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import platform
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import scipy
from pydantic import VERSION as PYDANTIC
from pydantic_core import to_json

from filmwright import bodydata
from filmwright.values import digest

Made = TypeVar("Made")
FOLDER = "made"
MOST_BYTES = 2_000_000_000  # of all entries together, chosen: some sixty sets and people
_SOURCES = ("content", "scene", "spec", "bodydata.py", "registry.py", "values.py")  # all that content may import
_OURS = ("filmwright.content.", "filmwright.scene.", "filmwright.spec.")
_SEALED = hashlib.blake2b(digest_size=16).digest_size
_OTHERS = {
    ("numpy", "ndarray"), ("numpy", "dtype"), ("numpy.core.multiarray", "_reconstruct"), ("numpy.core.multiarray", "scalar"),
    ("numpy._core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "scalar"), ("numpy.core.numeric", "_frombuffer"),
    ("numpy._core.numeric", "_frombuffer"), ("functools", "partial"), ("builtins", "set"), ("builtins", "frozenset"),
}  # fmt: skip


class _Reader(pickle.Unpickler):
    """Makes values of our own data types and numpy arrays, nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The type or content function of that name. Raises UnpicklingError for anything else."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        # What a module of ours merely imported was not defined there.
        if found is None or (getattr(found, "__module__", None), getattr(found, "__qualname__", None)) != (
            module,
            name,
        ):
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a built set or person")
        return found


def kept(folder: Path | None, kind: str, params: object, make: Callable[[], Made]) -> Made:
    """What `make` makes of `params`: from `folder` if it was made before by the same code, else made now and put there. `kind`
    says which maker it is; `params` are plain values in a pydantic model or a tuple. No folder: made now. An entry that cannot be
    read is made anew."""
    if folder is None:
        return make()
    key = digest(kind.encode(), to_json(params), _code().encode())
    path = folder / FOLDER / f"{kind.replace('/', '-')}-{key}.pickle"
    found = _read(path)
    if found is not None:
        made: Made = found
        return made
    made = make()
    # A cache that cannot be written costs time and nothing else; what must be written says so itself.
    with contextlib.suppress(OSError):
        _write(path, made)
        trim(path.parent, MOST_BYTES)
    return made


def _read(path: Path) -> Any:
    """What the entry holds, None if it is missing or not whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = memoryview(data)[_SEALED:]
    if hashlib.blake2b(body, digest_size=_SEALED).digest() != data[:_SEALED]:
        return None
    try:
        found = _Reader(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError, EOFError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return found


def _write(path: Path, made: object) -> None:
    """Put an entry in place, whole or not at all."""
    body = pickle.dumps(made, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(hashlib.blake2b(body, digest_size=_SEALED).digest())
            file.write(body)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def trim(folder: Path, most_bytes: int) -> None:
    """Delete the entries that were not used for longest until the rest takes at most `most_bytes`."""
    entries = []
    for path in folder.glob("*.pickle"):
        with contextlib.suppress(OSError):  # another process may trim too
            stat = path.stat()
            entries.append((stat.st_mtime_ns, stat.st_size, path))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries):
        if total <= most_bytes:
            return
        path.unlink(missing_ok=True)
        total -= size


@cache
def _code() -> str:
    """Digest of everything but the parameters that decides what comes out: our source, and the versions below it."""
    root = Path(__file__).parent.parent
    parts = [
        np.__version__,
        scipy.__version__,
        PYDANTIC,
        platform.python_version(),
        platform.machine(),
        bodydata.SHA256,
    ]
    sources = [
        p for name in _SOURCES for p in ((root / name).rglob("*.py") if (root / name).is_dir() else [root / name])
    ]
    texts = [part for p in sorted(sources) for part in (str(p.relative_to(root)).encode(), p.read_bytes())]
    return digest(*(p.encode() for p in parts), *texts)
