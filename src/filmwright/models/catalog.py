"""Catalogs of Sweet Home 3D: zip archives (.sh3f) of OBJ files with a list that names them and says how large they are."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from filmwright.errors import BadInput
from filmwright.models import Model, Sidecar, slug

_LIST = "PluginFurnitureCatalog.properties"
_ROW = re.compile(r"^(\w+)(?:#(\d+))?=(.*)$", re.MULTILINE)
_CM = 0.01


def models(archive: Path) -> Iterator[Model]:
    """The pieces of furniture in a catalog, as models that are named as the catalog names them in English. What needs a wall (doors,
    windows) is left out. Raises BadInput if it is no catalog."""
    try:
        with zipfile.ZipFile(archive) as opened:
            text = opened.read(_LIST).decode("latin-1")
    except (OSError, KeyError, zipfile.BadZipFile) as e:
        raise BadInput("This is no catalog of furniture", where=str(archive)) from e
    whole: dict[str, str] = {}
    pieces: dict[str, dict[str, str]] = {}
    for key, number, value in _ROW.findall(text):
        (pieces.setdefault(number, {}) if number else whole)[key] = _plain(value.strip())
    for piece in pieces.values():
        if piece.get("doorOrWindow") == "true" or not {"name", "model", "height"} <= piece.keys():
            continue
        name = slug(piece["name"])
        if not name[:1].isalpha():
            continue
        said = Sidecar(
            height_m=max(0.005, float(piece["height"]) * _CM),
            front="-y",
            title=f"{piece['name']} ({whole.get('name', archive.stem)})",
            author=piece.get("creator"),
            licence=whole.get("license"),
            source=whole.get("provider"),
        )
        yield Model(name, archive, said, {}, member=piece["model"].lstrip("/"))


def unpacked(model: Model, folder: Path) -> Path:
    """The OBJ file of a model of a catalog, with what lies beside it, in `folder`. Raises BadInput if it is not there."""
    inside = str(PurePosixPath(model.member).parent)
    try:
        with zipfile.ZipFile(model.file) as opened:
            for name in opened.namelist():
                if str(PurePosixPath(name).parent) == inside and not name.endswith("/"):
                    (folder / PurePosixPath(name).name).write_bytes(opened.read(name))
    except (OSError, zipfile.BadZipFile) as e:
        raise BadInput("A catalog of furniture cannot be read", where=str(model.file)) from e
    return folder / PurePosixPath(model.member).name


def _plain(value: str) -> str:
    r"""A value without the escapes of the list (\u00e9)."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), value)
