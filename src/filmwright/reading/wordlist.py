"""A language's phrases as a table, and the file in the cache it is read from: made once, it loads ten times faster than its sources.

The file is named by a hash of all it is made from, so no entry outlives its sources, and it is plain JSON: a broken one is ignored
and made anew.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import Any, TypeVar

from filmwright import models, settings
from filmwright.content.offers import PACKAGES

Default = TypeVar("Default")
FOLDER = "words"
_CODE = (
    "reading/vocabulary.py",
    "reading/inflect.py",
    "reading/tokens.py",
    "reading/wordlist.py",
    "content/camera.py",
    "content/colors.py",
    "content/models/__init__.py",
    "models/__init__.py",
    "concepts.py",
)
_DATA = ("data/concepts.toml", "data/lexicon/{}.toml")


@dataclass(frozen=True)
class Sense:
    """One meaning: its kind and value, what else the phrase says (`more`), and whether the value is only near to what was written."""

    kind: str
    value: str
    near: bool = False
    more: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """What the phrase says about `key`, if anything."""
        return dict(self.more).get(key)


class Phrases(Mapping[tuple[str, ...], Sequence[Sense]]):
    """From the words of a phrase to its senses, which are made when they are asked for."""

    def __init__(self, rows: Mapping[str, Sequence[int]], senses: Sequence[Sequence[Any]]) -> None:
        """`rows` goes from phrases, words parted by spaces, to places in `senses`, which holds the fields of a Sense each."""
        self._rows, self._senses = rows, senses
        self._made: dict[int, Sense] = {}

    def __getitem__(self, words: tuple[str, ...]) -> Sequence[Sense]:
        return [self._sense(n) for n in self._rows[" ".join(words)]]

    def get(self, words: tuple[str, ...], default: Any = None) -> Any:
        rows = self._rows.get(" ".join(words))
        return default if rows is None else [self._sense(n) for n in rows]

    def __contains__(self, words: object) -> bool:
        return isinstance(words, tuple) and " ".join(words) in self._rows

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return (tuple(phrase.split(" ")) for phrase in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _sense(self, n: int) -> Sense:
        made = self._made.get(n)
        if made is None:
            kind, value, near, more = self._senses[n]
            made = self._made[n] = Sense(kind, value, bool(near), tuple((k, v) for k, v in more))
        return made


Table = tuple[dict[str, Any], Phrases, dict[str, list[int]]]
"""The facts about a language, its phrases, and the lengths of phrases by their first word."""


def kept(
    language: str, make: Callable[[], tuple[dict[str, Any], dict[tuple[str, ...], list[Sense]], dict[str, list[int]]]]
) -> Table:
    """The table of a language: from the cache if it was made before of the same sources, else what `make` gives, put there."""
    path = settings.load().cache / FOLDER / f"{language}-{_sources(language)}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError), _without_collecting():
        read = json.loads(path.read_bytes())
        return read["facts"], Phrases(read["phrases"], read["senses"]), read["longest"]
    with _without_collecting():
        facts, phrases, longest = make()
        places: dict[Sense, int] = {}
        rows = {
            " ".join(words): [places.setdefault(s, len(places)) for s in senses] for words, senses in phrases.items()
        }
        senses = [(s.kind, s.value, s.near, s.more) for s in places]
    # A cache that cannot be written costs time and nothing else.
    with contextlib.suppress(OSError):
        _write(path, {"facts": facts, "phrases": rows, "senses": senses, "longest": longest}, language)
    return facts, Phrases(rows, senses), longest


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """A hundred thousand small objects are made and none dropped: looking for garbage among them takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _write(path: Path, table: Mapping[str, Any], language: str) -> None:
    """Put a table into its place at once, and drop those of the language made from other sources."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.part")
    partial.write_text(json.dumps(table, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
    partial.replace(path)
    for other in path.parent.glob(f"{language}-*.json"):
        if other != path:
            other.unlink(missing_ok=True)


def _sources(language: str) -> str:
    """A name for all that a language's table is made from: the bytes of its data and of the code; of the content modules, whose words
    are English ones, how long they are and when they were written."""
    whole = hashlib.blake2b(digest_size=12)
    root = Path(str(resources.files("filmwright")))
    for name in (*_CODE, *_DATA):
        whole.update((root / name.format(language)).read_bytes())
    whole.update(models.stamp().encode())
    if language == "en":
        whole.update(_content().encode())
    return whole.hexdigest()


@cache
def _content() -> str:
    return "\n".join(
        f"{e.path} {s.st_size} {s.st_mtime_ns}" for e, s in sorted(_modules(), key=lambda row: row[0].path)
    )


def _modules() -> Iterable[tuple[os.DirEntry[str], os.stat_result]]:
    for package in (package for packages in PACKAGES.values() for package in packages):
        for folder in import_module(package).__path__:
            with os.scandir(folder) as entries:
                yield from [(entry, entry.stat()) for entry in entries if not entry.name.startswith("__")]
