"""A member of the cast as the shot knows it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Motion, Thing
from filmwright.scene.nodes import Image, Node
from filmwright.scene.shade import Material


class Actor(NamedTuple):
    """A member of the cast in the shot: nodes, materials, images; where it is every known frame: `low` and `high` (F, 3) the corners
    of the upright box it fills, `origin` (F, 3) the point on the ground it is built round, `eyes` (F, 3) what the camera looks at; the way
    it faces, and the built Thing if it is one, with the way it faces (F,), how far it has gone (F,), what its bones do and how it is
    turned (F,), tilted by waves; `key`: the row at which the camera is made ready for it, if that is not where it arrives."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    low: F64
    high: F64
    origin: F64
    eyes: F64
    facing: F64
    face_m: float = 0.0
    thing: Thing | None = None
    yaws: F64 = np.zeros(1)
    gone_m: F64 = np.zeros(1)
    motion: Motion | None = None
    key: int | None = None
    turns: Rotation | None = None
