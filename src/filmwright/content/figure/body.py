"""A person's body at rest, as every garment, hair style and action sees it. (Contract; the makers are beside it.)"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Body:
    """One body at rest: A-pose, facing -Y, soles at z = 0, metres.

    points (19158, 3) of the MakeHuman base mesh with its helpers; faces: group name ("body", "helper-tights", "helper-skirt",
    "helper-hair", …) -> (f, 4) point indices; corner_uv: group -> (f, 4, 2); bones: the 53 names of the game_engine rig;
    weights (19158, 53), rows sum to 1; heads, tails: bone -> joint position; parents: bone -> bone or "";
    marks: heights in metres ("neck", "waist", "hip", "knee", "ankle", "eyes", "top") and eye centers as "eye_l", "eye_r" in `spots`.
    """

    points: F64
    faces: dict[str, NDArray[np.int64]]
    corner_uv: dict[str, F64]
    bones: tuple[str, ...]
    weights: NDArray[np.float32]
    heads: dict[str, F64]
    tails: dict[str, F64]
    parents: dict[str, str]
    height_m: float
    gender: float  # 0 female, 1 male
    age_years: float
    marks: dict[str, float] = field(default_factory=dict)
    spots: dict[str, F64] = field(default_factory=dict)
