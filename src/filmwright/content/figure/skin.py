"""Skin: the body's surface where no cloth hides it, with the painted face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from filmwright import registry
from filmwright.content.figure import mouth, scalp
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.eyes import to_srgb8
from filmwright.content.figure.face import Face
from filmwright.content.figure.face_paint import paint_face
from filmwright.content.figure.face_units import FaceUnits
from filmwright.content.figure.paint import WINDOW
from filmwright.content.figure.skinned import part
from filmwright.content.figure.strands import hair_color, undyed
from filmwright.content.kinds import Piece
from filmwright.scene.nodes import Image
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mapping, mix, noise, op, voronoi
from filmwright.values import Color

if TYPE_CHECKING:
    from filmwright.content.figure.person import PersonParams


def build(body: Body, face: Face, units: FaceUnits, params: PersonParams, covered: NDArray[np.bool_]) -> Piece:
    """The skin of the body without the faces whose points are all covered."""
    keep = ~covered[body.faces["body"]].all(1)
    mesh = part("skin", body, "body", keep, "skin", subdivide=1)
    used = np.unique(body.faces["body"][keep])
    data = mesh.point_data | {"inside": mouth.inside()[used]}
    mesh = mesh.model_copy(update={"shapes": units.on_points(used), "point_data": data})
    images = {} if params.molded else _images(body, face, params)
    return Piece(nodes=(mesh,), materials={"skin": _material(params.tone)}, images=images)


def _images(body: Body, face: Face, params: PersonParams) -> dict[str, Image]:
    strand = hair_color(undyed(params.hair.color))
    shade = np.array(strand.color) * (1 - strand.white) + np.array([0.30, 0.27, 0.25]) * strand.white
    grown: F64 | None = None
    if params.hair.style is not None:
        style = registry.find("filmwright.content.hair", params.hair.style, where="hair.style")
        line: scalp.Hairline = getattr(style, "line", scalp.hairline)(body)
        grown = np.zeros(len(body.points))
        grown[: len(face.ears)] = scalp.density(face, line, body.points[: len(face.ears)])
    lash = 0.85 if params.gender < 0.5 else 0.55
    painting = paint_face(body, face, params, scalp=grown, scalp_color=np.clip(shade * 1.2 + 0.015, 0, 1), lash=lash)
    detail = np.dstack([painting.height, painting.roughness, painting.oil, painting.cover])
    return {
        "face": Image(pixels=to_srgb8(painting.color, painting.cover)),
        "face detail": Image(pixels=detail.astype(np.float32), data=True),
    }


def _on_face(name: str, alpha: bool = False) -> Expr:
    """An image of the face window, looked up by the body's UVs."""
    left, bottom, width, height = WINDOW
    at = mapping(coords("uv"), scale=(1 / width, 1 / height, 1), offset=(-left / width, -bottom / height, 0))
    return Expr(op="image_alpha" if alpha else "image", args=(at,), params={"name": name, "extension": "CLIP"})


def _material(tone: Color) -> Material:
    """Tone and painted face. Subsurface: random walk, radii of skin in millimetres; no more than 1 mm or lash lines wash out."""
    mottle = noise(coords("rest"), scale=45.0, detail=4)
    plain = mix(_times(tone, (0.93, 0.84, 0.82)), _times(tone, (1.05, 1.08, 1.10)), mottle)
    cover = _on_face("face", alpha=True)
    detail = _on_face("face detail")
    cells = voronoi(coords("rest"), scale=620.0)
    return Material(
        color=mix(mix(plain, _on_face("face"), cover), mouth.INSIDE, attribute("inside")),
        roughness=(op("y", detail) - 0.56) * cover + 0.56,
        specular=0.42,
        ior=1.42,
        coat=op("z", detail) * 0.22,
        coat_roughness=0.28,
        subsurface=1.0,
        subsurface_radius=(3.6, 1.4, 0.7),
        subsurface_scale_m=0.0009,
        bumps=(
            Bump(height=op("x", detail), distance_m=0.001),
            Bump(height=cells, strength=0.12, distance_m=0.0006),
        ),
        preview=tone,
    )


def _times(a: Color, b: Color) -> Color:
    return (min(a[0] * b[0], 1.0), min(a[1] * b[1], 1.0), min(a[2] * b[2], 1.0))
