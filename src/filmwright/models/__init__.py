"""Models that people bring: 3D files in the folders that FILMWRIGHT_MODELS names, and what is known of each.

A model is a file NAME.glb, .gltf, .obj, .usd, .usda, .usdc, .usdz or .blend, or a folder NAME with one such file and its textures.
What the file itself does not say stands in NAME.toml beside it (`Sidecar`), all of it optional:

    name = "phone_booth"                  # what it is called in a Film; else the file's name
    kind = "street_furniture"             # the concept it is one of; else guessed by its name
    words = ["phone booth"]               # or {en = […], fr = […]}: what it is called in a text
    height_m = 2.4                        # or width_m, length_m: its size; else guessed by its kind
    front = "-y"                          # the way its front looks in the file; -y, or +z where y is up, is usual
    seat_m = 0.45                         # how high one sits on it, of what is sat on
    paint = "Red"                         # the material that takes a color the text gives; else the one seen most
    title, author, licence, source        # for the film's credits; else what a glTF file says of itself

Catalogs of Sweet Home 3D (.sh3f) hold many; those Debian's sweethome3d-furniture installs are found by themselves. The files are
read when their model is staged (`geometry`).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from filmwright import settings
from filmwright.errors import BadInput

FORMATS = (".glb", ".gltf", ".obj", ".usd", ".usda", ".usdc", ".usdz", ".blend")
CATALOG = ".sh3f"
_UNREADABLE = (
    ".fbx",
    ".dae",
    ".3ds",
    ".max",
    ".ma",
    ".mb",
    ".c4d",
    ".skp",
    ".lwo",
    ".stl",
    ".ply",
    ".abc",
    ".step",
    ".3dm",
)
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
Axis = Literal["+x", "-x", "+y", "-y", "+z", "-z"]
Metres = Field(default=None, gt=0, le=500)


class Sidecar(BaseModel):
    """NAME.toml: see the top of this module."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str | None = None
    kind: str | None = None
    words: tuple[str, ...] | dict[str, tuple[str, ...]] = ()
    height_m: float | None = Metres
    width_m: float | None = Metres
    length_m: float | None = Metres
    seat_m: float | None = Field(default=None, gt=0, le=10)
    front: Axis = "-y"
    up: Literal["y", "z"] = "y"  # of an .obj, which does not say it
    paint: str | None = None
    title: str | None = None
    author: str | None = None
    licence: str | None = None
    source: str | None = None


@dataclass(frozen=True, eq=False)
class Model:
    """A model, unread: its name, the file it is in (`member` of it, if that is a catalog), what is said of it (`said`), its words
    by language, and the files that belong to it."""

    name: str
    file: Path
    said: Sidecar
    words: Mapping[str, tuple[str, ...]]
    member: str = ""

    @property
    def stem(self) -> str:
        """Its name without a number at its end."""
        return re.sub(r"_?\d+\Z", "", self.name) or self.name

    @property
    def from_catalog(self) -> bool:
        """Whether it is one of many that came with a catalog, not brought by itself."""
        return bool(self.member)


def brought() -> Mapping[str, Model]:
    """The models of this machine by name. Raises BadInput, naming the file, for what is in their folders and cannot be one."""
    return _read(settings.load().models)


@cache
def _read(folders: tuple[Path, ...]) -> Mapping[str, Model]:
    found: dict[str, Model] = {}
    for folder in folders:
        if not folder.is_dir():
            raise BadInput("There is no such folder of models", where=f"FILMWRIGHT_MODELS: {folder}")
        for model in _of_folder(folder):
            other = found.get(model.name)
            if other is None:
                found[model.name] = model
            elif not model.from_catalog:
                hint = "Give one of them another name in its .toml."
                raise BadInput(f"Two models are called {model.name}", where=f"{other.file}, {model.file}", hint=hint)
    return found


def stamp() -> str:
    """A text that changes when the names and words of the models may have changed."""
    rows = []
    for folder in settings.load().models:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in (*FORMATS, CATALOG, ".toml"):
                status = path.stat()
                rows.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(rows)


def _of_folder(folder: Path) -> Iterator[Model]:
    for path in sorted(p for p in folder.iterdir() if not p.name.startswith(".")):
        if path.is_dir():
            yield from _of_own_folder(path)
        elif path.suffix.lower() in FORMATS:
            yield _model(path.stem, path, [path.with_suffix(".toml")])
        elif path.suffix.lower() == CATALOG:
            from filmwright.models import catalog

            yield from catalog.models(path)
        elif path.suffix.lower() in _UNREADABLE:
            raise _unreadable(path)


def _of_own_folder(folder: Path) -> Iterator[Model]:
    """The one model of a folder of its own; none if there is none in it."""
    inside = sorted(p for p in folder.rglob("*") if p.suffix.lower() in FORMATS)
    named = [p for p in inside if p.stem == folder.name]
    if len(inside) > 1 and len(named) != 1:
        names = ", ".join(p.name for p in inside[:3])
        raise BadInput(
            f"A folder holds more than one model: {names}", where=str(folder), hint="Keep one in each folder."
        )
    for path in (named or inside)[:1]:
        yield _model(folder.name, path, [folder.with_suffix(".toml"), path.with_suffix(".toml")])
    if not inside:
        for path in (p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _UNREADABLE):
            raise _unreadable(path)


def _unreadable(path: Path) -> BadInput:
    return BadInput(f"Models of the kind {path.suffix} cannot be read", where=str(path), hint="Save it as .glb.")


def _model(stem: str, file: Path, sidecars: Iterable[Path]) -> Model:
    sidecar = next((path for path in sidecars if path.is_file()), None)
    said = _sidecar(sidecar) if sidecar is not None else Sidecar()
    name = said.name or slug(stem)
    if not _NAME.match(name):
        hint = 'Say name = "…" in its .toml: lower case letters, digits and underscores.'
        raise BadInput(f"{name!r} cannot be the name of a model", where=str(sidecar or file), hint=hint)
    model = Model(name, file, said, {})
    words = said.words if isinstance(said.words, dict) else {"en": said.words}
    usual = {"en": (model.stem.replace("_", " "),)}
    return replace(model, words={k: v for k, v in (usual | words).items() if v} if any(words.values()) else usual)


def _sidecar(path: Path) -> Sidecar:
    try:
        return Sidecar.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as e:
        first = e.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"{place}: {str(first['msg']).removeprefix('Value error, ')}", where=str(path)) from e
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise BadInput(f"What is said of a model cannot be read: {e}", where=str(path)) from e


def slug(text: str) -> str:
    """A name such as concepts have, of whatever a file is called: "Phone Booth-02" is phone_booth_02."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text)
    return re.sub(r"[^a-z0-9]+", "_", parted.lower()).strip("_0123456789" if not text[:1].isalpha() else "_")


class Credit(NamedTuple):
    """Who is to be named for a model."""

    title: str
    author: str | None
    licence: str | None
    source: str | None

    @property
    def words(self) -> str:
        """The credit in one line."""
        by = f" by {self.author}" if self.author else ""
        rest = ", ".join(part for part in (self.licence or "licence not said", self.source) if part)
        return f"{self.title}{by} ({rest})"


def credit(model: Model) -> Credit:
    """Who is to be named for a model: as its sidecar says, else as the file itself does."""
    said, own = model.said, _asset(model.file)
    more = own.get("extras") if isinstance(own.get("extras"), dict) else {}
    assert isinstance(more, dict)

    def of(first: str | None, *others: object) -> str | None:
        return first or next((text for text in others if isinstance(text, str) and text), None)

    return Credit(
        title=of(said.title, more.get("title")) or model.name.replace("_", " "),
        author=of(said.author, more.get("author")),
        licence=of(said.licence, more.get("license"), own.get("copyright")),
        source=of(said.source, more.get("source")),
    )


def _asset(file: Path) -> dict[str, Any]:
    """What a glTF file says of itself; empty of other files and of broken ones."""
    try:
        if file.suffix.lower() == ".gltf":
            document = json.loads(file.read_bytes())
        elif file.suffix.lower() == ".glb":
            with file.open("rb") as opened:
                head = opened.read(20)
                document = json.loads(opened.read(int.from_bytes(head[12:16], "little")))
        else:
            return {}
    except (OSError, ValueError, MemoryError, OverflowError):
        return {}
    asset = document.get("asset") if isinstance(document, dict) else None
    return asset if isinstance(asset, dict) else {}
