"""The inside of a mouth: both rows of teeth, the tongue, and which skin is dark and wet behind the lips."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from filmwright import bodydata
from filmwright.bodydata import BODY_POINTS
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face_units import FaceUnits
from filmwright.content.figure.skinned import part
from filmwright.content.figure.wrinkles import years
from filmwright.content.kinds import Piece
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material, attribute, mix, op, remap
from filmwright.values import Color

INSIDE: Color = (0.10, 0.022, 0.020)  # linear: wet and dark; light hardly gets there
_TOOTH_M = 0.0078  # width of a tooth; textbook, the mean of the front ones
# In metres of the base mesh, whose upper teeth stick through the inside of the lip, and show little when it is lifted.
_MOVED = np.array([0.0, 0.0026, -0.0016])
_DEEPEST = 693  # the point of the base mesh at the back of the mouth


def build(body: Body, units: FaceUnits, age_years: float) -> Piece:
    """Teeth and tongue, riding on the head; the lower ones go with the jaw."""
    nodes = []
    for group, name, material in (
        ("helper-upper-teeth", "teeth upper", "teeth"),
        ("helper-lower-teeth", "teeth lower", "teeth"),
        ("helper-tongue", "tongue", "tongue"),
    ):
        faces = body.faces[group]
        mesh = part(name, body, group, np.ones(len(faces), bool), material, subdivide=1)
        used = np.unique(faces)
        points = body.points[used] + (units.scale * _MOVED if group == "helper-upper-teeth" else 0.0)
        # Along the arch, so that gaps between teeth have a place.
        along = np.arctan2(points[:, 0], points[:, 1].max() + 0.004 - points[:, 1]) * np.ptp(points[:, 0]) / 2
        data = {"rest": points, "along": along / _TOOTH_M}
        nodes.append(
            mesh.model_copy(
                update={"shapes": units.on_points(used), "skin": None, "points": points, "point_data": data}
            )
        )
    k = years(age_years)
    ivory = (
        0.95 - 0.18 * k,
        0.92 - 0.22 * k,
        0.84 - 0.26 * k,
    )  # brighter than they are: lips shade them, and light bounces once
    return Piece(
        nodes=tuple(nodes),
        materials={"teeth": _teeth(ivory), "tongue": Material(color=(0.36, 0.10, 0.09), roughness=0.32, specular=0.5)},
        on_bone={n.name: "head" for n in nodes},
    )


def _teeth(ivory: Color) -> Material:
    """Enamel, darker in the gaps."""
    from_gap = op("abs", op("fract", attribute("along")) - 0.5)
    gap = remap(from_gap, 0.36, 0.5, 0.0, 0.55, smooth=True)
    enamel = mix(ivory, (0.20, 0.12, 0.08), gap)
    return Material(color=enamel, roughness=0.22, specular=0.5, ior=1.6, preview=ivory)


@lru_cache(maxsize=1)
def inside() -> F64:
    """1 for skin points (13380,) behind the lips, 0 for the rest; between them where the two meet."""
    data = bodydata.load()
    faces, corners = data.faces["body"], data.face_uv["body"]
    # The mouth is an island of its own on the map of the skin.
    ends = np.concatenate([corners[:, [0, k]] for k in (1, 2, 3)])
    links = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(data.uv),) * 2)
    _, island = connected_components(links, directed=False)
    of_face = island[corners[:, 0]]
    mine = of_face == of_face[(faces == _DEEPEST).any(1)][0]
    out = np.zeros(BODY_POINTS)
    out[faces[mine]] = 1.0
    out[np.intersect1d(faces[mine], faces[~mine])] = 0.35
    return out


def opens(mesh: Mesh) -> bool:
    """Whether a node is seen only in an open mouth."""
    return mesh.name in ("teeth upper", "teeth lower", "tongue")
