"""Light that does not change, baked once per set and cached by the set's content hash."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np

from filmwright.blender.build import Built, corners, set_attribute
from filmwright.events import Event, Stepped
from filmwright.scene.nodes import Mesh
from filmwright.scene.stage import set_fingerprint


def apply(built: Built, cache: Path, emit: Callable[[Event], None]) -> None:
    """Give every baked mesh its corner colors under the name "baked": from the cache, or by the Stage's bake method
    (`blender/bake_<method>.py: bake(built) -> {mesh name: (f, 4, 3) linear color}`), which is then cached."""
    stage = built.stage
    if stage.bake is None:
        return
    path = cache / "baked" / f"{stage.bake.method}-{set_fingerprint(stage)}.npz"
    if path.exists():
        with np.load(path) as stored:
            colors = {name: stored[name] for name in stored.files}
    else:
        emit(Stepped(step="baking the light of the set (once)"))
        module = importlib.import_module(f"filmwright.blender.bake_{stage.bake.method}")
        colors = {name: np.asarray(v, np.float16) for name, v in module.bake(built).items()}
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.stem}.{os.getpid()}.npz")
        np.savez(part, **colors)
        os.replace(part, path)
    for node in stage.nodes:
        if isinstance(node, Mesh) and node.baked and node.name in colors:
            item = built.objects[node.name]
            data = item[0] if isinstance(item, tuple) else item.data
            set_attribute(data, "baked", corners(node.faces, colors[node.name].astype(np.float32)), "CORNER")
