"""The Stage: one shot as a renderer-neutral scene, in memory and as a folder (`stage.json` + `arrays.npz`)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from filmwright.errors import BadInput
from filmwright.scene.nodes import Bake, Camera, Exposure, Haze, Image, Instances, Mesh, Node, Transport, World
from filmwright.scene.shade import Material
from filmwright.values import digest


class Stage(BaseModel):
    """One shot, ready for an engine. `cast` lists the members' ids; a mesh's object index is its member's place + 1. `start_s` is the
    time of the set (its water, its signs) in the first frame, `pace` how fast it runs: 0.4 in slow motion."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    # Unknown names and missing frames are refused by `check_stage`, once, when it is built.
    schema_: Literal["filmwright.stage/1"] = Field(default="filmwright.stage/1", alias="schema")
    size: tuple[int, int]
    fps: int
    frames: int
    seed: int = 0
    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image] = Field(default_factory=dict)
    world: World
    haze: Haze | None = None
    camera: Camera
    exposure: Exposure = Exposure()
    transport: Transport = Transport()
    bake: Bake | None = None
    cast: tuple[str, ...] = ()
    start_s: float = 0.0
    pace: float = 1.0

    def time_s(self, frame: int) -> float:
        """The time of the set at a frame, in seconds."""
        return self.start_s + frame * self.pace / self.fps


def document(stage: Stage) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """The JSON document of a Stage and its arrays by content key."""
    arrays: dict[str, NDArray[Any]] = {}
    return stage.model_dump(mode="json", by_alias=True, context={"arrays": arrays}), arrays


def fingerprint(stage: Stage) -> str:
    """Content hash of the whole Stage, 16 hex digits: equal Stages give equal pictures."""
    return digest(json.dumps(document(stage)[0], sort_keys=True).encode())


def set_fingerprint(stage: Stage) -> str:
    """Content hash of what decides the baked light: the baked nodes, their materials and the bake's own parameters.
    Camera and cast do not count, so one bake serves every shot in the set."""
    doc, _ = document(stage)
    nodes = [n for n in doc["nodes"] if n.get("baked")]
    lamps = [n for n in doc["nodes"] if n["type"] == "lamp" and not n["only"]]
    names = sorted({m for n in nodes for m in n["materials"]})
    parts = {
        "nodes": nodes,
        "lamps": lamps,
        "materials": {k: doc["materials"][k] for k in names},
        "world": doc["world"],
        "bake": doc["bake"],
    }
    return digest(json.dumps(parts, sort_keys=True).encode())


def save(stage: Stage, folder: Path) -> str:
    """Write the Stage into `folder` (made if missing), unless it is there already, and return its fingerprint. Each file
    appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    doc, arrays = document(stage)
    text = json.dumps(doc, sort_keys=True)
    if _holds(folder, text, set(arrays)):
        return digest(text.encode())
    part = folder / "arrays.part.npz"
    np.savez(part, **arrays)
    os.replace(part, folder / "arrays.npz")
    (folder / "stage.json.part").write_text(text, encoding="utf-8")
    os.replace(folder / "stage.json.part", folder / "stage.json")
    return digest(text.encode())


def _holds(folder: Path, text: str, arrays: set[str]) -> bool:
    """Whether a folder holds a Stage of this document and these arrays, whose names are their content."""
    try:
        if (folder / "stage.json").read_text(encoding="utf-8") != text:
            return False
        with np.load(folder / "arrays.npz") as kept:
            return set(kept.files) == arrays
    except (OSError, ValueError, BadZipFile):
        return False


def load(folder: Path) -> Stage:
    """The Stage of a folder. Raises BadInput if the folder holds none."""
    try:
        text = (folder / "stage.json").read_text(encoding="utf-8")
    except FileNotFoundError as e:
        raise BadInput("There is no stage here", where=str(folder)) from e
    with np.load(folder / "arrays.npz") as arrays:
        return Stage.model_validate(json.loads(text), context={"arrays": {k: arrays[k] for k in arrays.files}})


def check_stage(stage: Stage) -> None:
    """Refuse a Stage no engine could draw: names that do not resolve, arrays of the wrong shape. Raises ValueError."""
    names = [n.name for n in stage.nodes]
    double = {n for n in names if names.count(n) > 1}
    if double:
        raise ValueError(f"two nodes share a name: {sorted(double)}")
    meshes = {n.name for n in stage.nodes if isinstance(n, Mesh)}
    rigs = {n.name for n in stage.nodes if n.type == "rig"}
    for node in stage.nodes:
        if isinstance(node, Mesh):
            n, f = len(node.points), len(node.faces)
            if node.points.shape != (n, 3) or node.faces.shape != (f, 4):
                raise ValueError(f"{node.name}: points must be (n, 3) and faces (f, 4)")
            if f and (node.faces.max() >= n or node.faces[:, :3].min() < 0):
                raise ValueError(f"{node.name}: a face names a point that is not there")
            if node.skin is not None and node.skin.rig not in rigs:
                raise ValueError(f"{node.name}: no rig {node.skin.rig!r}")
        if isinstance(node, Instances):
            missing = set(node.prototypes) - meshes
            if missing:
                raise ValueError(f"{node.name}: no mesh {sorted(missing)}")
        wanted = [node.material] if node.type == "strands" else list(getattr(node, "materials", ()))
        for material in wanted:
            if material not in stage.materials:
                raise ValueError(f"{node.name}: no material {material!r}")
    if len(stage.camera.locations) != stage.frames:
        raise ValueError(f"the camera has {len(stage.camera.locations)} frames, the stage {stage.frames}")
