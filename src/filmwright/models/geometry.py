"""What is in the file of a model: read by Blender in a process of its own (blender/modelled.py), once, and kept in the cache."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright import settings
from filmwright.errors import BadInput
from filmwright.models import FORMATS, Model, catalog

FOLDER = "models"
LONGEST_S = 300.0  # that reading one may take; chosen
_PARTS = ("models/geometry.py", "blender/modelled.py")


class Texture(NamedTuple):
    """One channel of an image, or its color: "rgb", "r", "g", "b" or "a"."""

    image: str
    channel: str


class Surface(NamedTuple):
    """A material of the file: linear color, and numbers of Blender's Principled BSDF; a texture takes the place of a number, times
    `factor` of it."""

    name: str
    color: tuple[float, float, float]
    roughness: float
    metallic: float
    alpha: float
    transmission: float
    emission: tuple[float, float, float]
    emission_strength: float
    ior: float
    textures: dict[str, Texture]


class Geometry(NamedTuple):
    """A model as it stands in its file, in its own units with Z up: points (n, 3), triangles (f, 3), the surface of each (f,),
    uv (f, 3, 2), images (h, w, 4) uint8 in sRGB with the first row at the bottom."""

    points: NDArray[np.float64]
    faces: NDArray[np.int64]
    slots: NDArray[np.int64]
    uv: NDArray[np.float32]
    surfaces: tuple[Surface, ...]
    images: dict[str, NDArray[np.uint8]]


@cache
def digest_of(model: Model) -> str:
    """Hash of all that decides what is read of a model: the file, what lies beside it, and how it is read."""
    whole = hashlib.blake2b(digest_size=12)
    root = Path(__file__).parent.parent
    for part in _PARTS:
        whole.update((root / part).read_bytes())
    whole.update(f"{model.member} {model.said.up}".encode())
    try:
        if model.from_catalog:
            status = model.file.stat()
            whole.update(f"{model.file} {status.st_size} {status.st_mtime_ns}".encode())
        else:
            whole.update(model.file.read_bytes())
            for path in sorted(model.file.parent.rglob("*")):
                if path.is_file() and path.suffix.lower() not in (*FORMATS, ".toml"):
                    status = path.stat()
                    whole.update(f"{path.name} {status.st_size} {status.st_mtime_ns}".encode())
    except OSError as e:
        raise _broken(model, e.strerror or str(e)) from e
    return whole.hexdigest()


def read(model: Model) -> Geometry:
    """What is in the file of a model. Raises BadInput, naming the file, if that is no model, or an empty one."""
    folder = settings.load().cache / FOLDER
    path = folder / f"{digest_of(model)}.npz"
    if path.is_file():
        try:
            return _loaded(path)
        except (OSError, KeyError, ValueError, zipfile.BadZipFile):
            path.unlink(missing_ok=True)  # half a file: read it anew
    with tempfile.TemporaryDirectory(prefix="filmwright-model-") as name:
        own = Path(name) / "unpacked"
        own.mkdir()
        file = catalog.unpacked(model, own) if model.from_catalog else model.file
        made = Path(name) / "model.npz"
        _converted(model, file, made)
        geometry = _loaded(made)
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{path.stem}.{os.getpid()}.part"
        part.write_bytes(made.read_bytes())
        os.replace(part, path)
    return geometry


def _converted(model: Model, file: Path, made: Path) -> None:
    words = [sys.executable, "-m", "filmwright.blender.modelled", str(file), str(made), model.said.up]
    try:
        done = subprocess.run(words, capture_output=True, timeout=LONGEST_S, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as e:
        raise _broken(model, f"it took longer than {LONGEST_S:g} s") from e
    if done.returncode or not made.is_file():
        said = made.with_suffix(".error")
        reason = said.read_text(encoding="utf-8") if said.is_file() else f"Blender ended with {done.returncode}"
        raise _broken(model, reason)


def _broken(model: Model, reason: str) -> BadInput:
    where = f"{model.file}, {model.member}" if model.member else str(model.file)
    return BadInput(f"The model {model.name} cannot be read: {reason}", where=where)


def _loaded(path: Path) -> Geometry:
    with np.load(path) as store:
        index: dict[str, Any] = json.loads(bytes(store["index"]).decode())
        surfaces = tuple(
            Surface(
                **{
                    **row,
                    "color": tuple(row["color"]),
                    "emission": tuple(row["emission"]),
                    "textures": {k: Texture(*v) for k, v in row["textures"].items()},
                }
            )
            for row in index["surfaces"]
        )
        return Geometry(
            store["points"].astype(np.float64),
            store["faces"].astype(np.int64),
            store["slots"].astype(np.int64),
            store["uv"],
            surfaces,
            {name: store[f"image/{n}"] for n, name in enumerate(index["images"])},
        )
