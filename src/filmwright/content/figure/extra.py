"""Extras: people of a crowd, built as the cast is and made coarse, for they are small in the picture.

A form of an Extra is one mesh of a few thousand points whose colors are told by part (skin, hair, each garment), so that one build
is worn by many: `colored` paints it. It moves by the same bones as anybody, so all that people do, extras do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright import registry
from filmwright.content.colors import resolve
from filmwright.content.figure import morph, mouth
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.coarse import coarse
from filmwright.content.figure.face import Face, brow_line, landmarks
from filmwright.content.figure.garment_layers import wear
from filmwright.content.figure.person import PersonParams
from filmwright.content.figure.scalp import Hairline, density, hairline
from filmwright.content.figure.skinned import strongest
from filmwright.content.figure.strands import hair_color
from filmwright.content.kinds import Piece
from filmwright.registry import find
from filmwright.scene.nodes import Mesh, Strands
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import point_normals
from filmwright.values import Color

SKIN, HAIR, EYES, LIPS = "skin", "hair", "eyes", "lips"
CLOTH_M, HEAD_M, HAND_M, FOOT_M = 0.034, 0.0135, 0.021, 0.022  # between the points that stay; chosen by eye
DETAILS = (1.0, 1.9)  # factors on the spacing, of those near and those far; chosen
FINGERS = ("thumb", "index", "middle", "ring", "pinky")
LOCKS, LOCK_POINTS, LOCK_M = (
    190,
    4,
    0.013,
)  # ribbons that stand for a head of hair, points along each, half their width; chosen
CAP_M = 0.012  # how far hair stands off the head at the least; chosen
THICK_M = 0.04  # hair farther from the head than this hangs; chosen
EYE_COLOR: Color = (0.05, 0.04, 0.035)
MATERIALS = {
    "extra skin": Material(color=attribute("paint"), roughness=0.5, specular=0.25, preview=(0.5, 0.36, 0.28)),
    "extra cloth": Material(color=attribute("paint"), roughness=0.85, specular=0.15, sheen=0.12, preview=(0.2, 0.2, 0.24)),
    "extra hair": Material(color=attribute("paint"), roughness=0.5, specular=0.2, preview=(0.06, 0.04, 0.03)),
}  # fmt: skip
"""What extras are made of; the color is told point by point."""
_OF_PART = {SKIN: "extra skin", EYES: "extra skin", LIPS: "extra skin", HAIR: "extra hair"}


class Part(NamedTuple):
    """What one color is given to: the skin, the hair or a garment by its kind, and the color it has if nobody says another."""

    name: str
    color: Color

    @property
    def material(self) -> str:
        """Its material, of MATERIALS."""
        return _OF_PART.get(self.name, "extra cloth")


@dataclass(frozen=True, eq=False)
class Form:
    """How somebody of a crowd is at rest, at one detail: points (n, 3), triangles (t, 3), which of the extra's parts each point is of
    (n,), how light it is against its part's color (n,), the BONES (n, 4) each follows and by how much (n, 4)."""

    points: F64
    faces: NDArray[np.int64]
    part: NDArray[np.int64]
    shade: F64
    bones: NDArray[np.int32]
    weights: F64


@dataclass(frozen=True, eq=False)
class Extra:
    """Somebody of a crowd: the body it is made on, its form at each of DETAILS, its parts, the garments it wears, how far soles
    lift it."""

    body: Body
    forms: tuple[Form, ...]
    parts: tuple[Part, ...]
    sole_m: float


class _Piece(NamedTuple):
    points: F64
    faces: NDArray[np.int64]
    weights: F64
    part: Part
    shade: F64
    apart: F64 | None = None  # how far apart its points are; None of what is as coarse as it can be


def _thinned(piece: _Piece, factor: float) -> _Piece:
    """The piece with points so many times as far apart."""
    if piece.apart is None:
        return piece
    quads = np.column_stack([piece.faces, np.full(len(piece.faces), -1)])
    kept, tri = coarse(piece.points, quads, factor * piece.apart)
    return piece._replace(
        points=piece.points[kept], faces=tri, weights=piece.weights[kept], shade=piece.shade[kept], apart=None
    )


def build(params: PersonParams) -> Extra:
    """The extra of these parameters. Raises UnknownName for a garment or a hair style nobody makes."""
    p = params
    body = morph.body(
        p.gender,
        p.age_years,
        p.height_m,
        p.weight,
        p.muscle,
        proportions=p.proportions,
        cup=p.cup,
        ancestry=p.ancestry,
        features=p.features,
    )
    once = {g.kind: g for g in reversed(p.wardrobe)}
    garments = wear(body, tuple(reversed(once.values())), p.seed)
    covered = np.zeros(len(body.points), bool)
    for piece in garments:
        if piece.covered is not None:
            covered |= piece.covered
    face, line, strands = landmarks(body), *_grown(body, p)
    worn = [one for g, kind, color in _kinds(garments, p) for one in _garment(body, g, kind, color)]
    near = [*_skin(body, face, p, covered), *worn]
    made = [
        [*(near if factor == 1 else (_thinned(piece, factor) for piece in near)), *hair]
        for factor in DETAILS
        for hair in [_hair(body, face, p, covered, line, strands, factor)]
    ]
    parts = tuple(dict.fromkeys(piece.part for pieces in made for piece in pieces))
    sole_m = max((g.sole_m for g in garments), default=0.0)
    return Extra(body, tuple(_form(body, [p for p in pieces if len(p.faces)], parts) for pieces in made), parts, sole_m)


def _form(body: Body, pieces: list[_Piece], parts: tuple[Part, ...]) -> Form:
    """The pieces as one."""
    weights = np.concatenate([piece.weights for piece in pieces]).astype(np.float32)
    carried = np.zeros((len(weights), len(body.bones)), np.float32)
    for k, bone in enumerate(body.bones):
        carried[:, body.bones.index(_carrier(bone, body))] += weights[:, k]
    skin = strongest(carried)
    starts = np.cumsum([0, *(len(piece.points) for piece in pieces)])
    return Form(
        points=np.concatenate([piece.points for piece in pieces]),
        faces=np.concatenate([piece.faces + start for piece, start in zip(pieces, starts)]),
        part=np.concatenate([np.full(len(piece.points), parts.index(piece.part)) for piece in pieces]),
        shade=np.concatenate([piece.shade for piece in pieces]),
        bones=skin.bones,
        weights=np.asarray(skin.weights, float),
    )


def _carrier(bone: str, body: Body) -> str:
    """The bone that moves what is on a bone: a finger goes with its hand."""
    while bone.startswith(FINGERS) and body.parents[bone]:
        bone = body.parents[bone]
    return bone


def _grown(body: Body, params: PersonParams) -> tuple[Hairline, list[F64]]:
    """Where the hair of these parameters grows, and its strands."""
    if params.hair.style in (None, "bald"):
        return hairline(body), []
    module = registry.find("filmwright.content.hair", str(params.hair.style), where="hair.style")
    piece: Piece = module.build(body, params.hair, np.random.default_rng([params.seed, 7]))
    line: Hairline = getattr(module, "line", hairline)(body)
    return line, [np.asarray(node.points, float) for node in piece.nodes if isinstance(node, Strands)]


def _kinds(garments: tuple[Piece, ...], params: PersonParams) -> list[tuple[Piece, str, Color]]:
    """The pieces with the kind and the color of the garment each was made for."""
    once = {g.kind: g for g in params.wardrobe}
    modules = {kind: find("filmwright.content.wardrobe", kind, where="wardrobe") for kind in once}
    order = sorted((k for k in once if not getattr(modules[k], "PAINT", False)), key=lambda k: int(modules[k].LAYER))
    whole = [k for k in order if getattr(modules[k], "WHOLE", False)][:1]
    out = []
    for piece, kind in zip(garments, whole or order):
        name = once[kind].color or getattr(modules[kind], "COLOR", None) or "gray"
        out.append((piece, kind, resolve(name)))
    return out


def _skin(body: Body, face: Face, params: PersonParams, covered: NDArray[np.bool_]) -> list[_Piece]:
    """The skin that no cloth hides, eyes, brows and lips."""
    quads = body.faces["body"]
    shut = np.zeros(len(body.points), bool)
    inner = np.asarray(mouth.inside()) > 0.5
    shut[: len(inner)] = inner
    quads = quads[~covered[quads].all(1) & ~shut[quads].any(1)]
    z = body.points[:, 2]
    scale = body.height_m / 1.7
    apart = np.full(len(z), CLOTH_M)
    apart[z > body.marks["neck"] + 0.02 * scale] = HEAD_M
    apart[np.asarray(_share(body, "hand")) > 0.5] = HAND_M
    apart[z < body.marks["ankle"]] = FOOT_M
    kept, tri = coarse(body.points, quads, apart * scale)
    points = body.points[kept]
    tone = Part(SKIN, params.tone)
    # Sockets and nostrils lie in shade that a coarse mesh has lost.
    near = np.minimum(*(np.linalg.norm(points - eye, axis=1) for eye in (face.eye_l, face.eye_r)))
    shade = 1.0 - 0.35 * np.exp(-((near / (0.42 * face.u)) ** 2))
    out = [_Piece(points, tri, body.weights[kept].astype(float), tone, shade, scale * apart[kept])]
    head = _all_on(body, "head")
    for side in (1.0, -1.0):
        a, b = np.linspace(0.28, 0.72, 4), np.array([-0.09, 0.09])
        out.append(_sheet(face, side * a, b[:, None] * np.sin(np.linspace(0.5, 2.64, 4)), Part(EYES, EYE_COLOR), head))
        line_a, line_b = brow_line(np.linspace(0, 1, 4))
        brow = hair_color(params.hair.color).color if params.hair.style is not None else EYE_COLOR
        band = np.array([-0.055, 0.055])[:, None] + line_b
        out.append(_sheet(face, side * line_a, band, Part(HAIR, brow), head))
    a = np.linspace(-0.36, 0.36, 5)
    level = (face.mouth[2] - face.middle[2]) / face.u
    band = level + np.array([-0.10, 0.08])[:, None] * np.cos(a * 3.6)
    lips = tuple(float(c * k) for c, k in zip(params.tone, (0.72, 0.48, 0.46)))
    return [*out, _sheet(face, a, band, Part(LIPS, (lips[0], lips[1], lips[2])), head)]


def _sheet(face: Face, a: F64, b: F64, part: Part, weights: F64) -> _Piece:
    """A strip that lies on the face: between two lines at face coordinates a (k,) and b (2, k)."""
    across, up = np.broadcast_arrays(a, b)
    points, normals = face.surface(across, up)
    points = points + 0.0028 * normals
    k = across.shape[1]
    low = np.arange(k - 1)
    faces = np.concatenate([np.stack([low, low + 1, low + k], 1), np.stack([low + 1, low + k + 1, low + k], 1)])
    if a[-1] < a[0]:
        faces = faces[:, ::-1]
    return _Piece(points, faces, np.repeat(weights, len(points), 0), part, np.ones(len(points)))


def _hair(
    body: Body,
    face: Face,
    params: PersonParams,
    covered: NDArray[np.bool_],
    line: Hairline,
    strands: list[F64],
    factor: float,
) -> list[_Piece]:
    """A cap of the head's own skin where hair grows, and the locks that hang from it as ribbons."""
    if not strands:
        return []
    color = hair_color(params.hair.color)
    shade = np.array(color.color) * (1 - color.white) + np.array([0.34, 0.32, 0.30]) * color.white
    part = Part(HAIR, (float(shade[0]), float(shade[1]), float(shade[2])))
    quads = body.faces["body"]
    head = len(face.ears)
    quads = quads[(quads < head).all(1)]
    grown = density(face, line, body.points[:head])
    high = body.points[quads][..., 2].min(1) > face.middle[2] - 1.4 * face.u
    bare = (grown[quads].min(1) < 0.3) | (face.ears[quads].max(1) > 0.5) | covered[quads].any(1)
    quads = quads[high & ~bare]
    if not len(quads):
        return []
    normals = point_normals(body.points, quads)
    locks = _locks(strands, round(LOCKS / factor**2))
    lift = np.full(len(body.points), CAP_M)
    if locks is not None:  # the cap is as thick as the hair that grows there
        tips = locks.reshape(-1, 3)
        roots = np.unique(quads)
        found, nearest = cKDTree(body.points[roots]).query(tips)
        reach = np.asarray(found, float)
        near = reach < THICK_M
        np.maximum.at(lift, roots[np.asarray(nearest)[near]], 0.8 * reach[near])
    lift = lift * np.clip(np.pad(grown, (0, len(lift) - head)), 0.2, 1.0)
    kept, tri = coarse(body.points, quads, factor * HEAD_M * 1.25 * body.height_m / 1.7)
    cap = body.points[kept] + normals[kept] * lift[kept, None]
    own = _all_on(body, "head")
    rng = np.random.default_rng([params.seed, 71])
    made = [_Piece(cap, tri, np.repeat(own, len(cap), 0), part, rng.uniform(0.75, 1.15, len(cap)))]
    if locks is not None:
        made.append(_ribbons(locks, face, part, own, factor, rng))
    return made


def _locks(strands: list[F64], count: int) -> F64 | None:
    """Of thousands of strands some `count` (k, LOCK_POINTS, 3) that stand for all; None of hair so short that a cap shows it."""
    few = []
    total = sum(len(s) for s in strands)
    for points in strands:
        many = max(1, round(count * len(points) / total))
        chosen = points[np.linspace(0, len(points) - 1, many).astype(int)]
        few.append(chosen[:, np.linspace(0, points.shape[1] - 1, LOCK_POINTS).astype(int)])
    locks = np.concatenate(few)
    long = np.linalg.norm(np.diff(locks, axis=1), axis=2).sum(1)
    locks = locks[long > 0.045]
    return locks if len(locks) > count / 10 else None


def _ribbons(locks: F64, face: Face, part: Part, own: F64, factor: float, rng: np.random.Generator) -> _Piece:
    """Locks as ribbons that lie flat on the head."""
    k, j = locks.shape[:2]
    middle = np.array([0.0, face.middle[1] + 1.5 * face.u, face.middle[2] + 0.33 * face.u])
    along = np.gradient(locks, axis=1)
    out = locks - middle
    out[..., 2] *= 0.35  # below the head hair lies on neck and back, which stand upright
    side = np.cross(along, out)
    side /= np.maximum(np.linalg.norm(side, axis=2, keepdims=True), 1e-9)
    wide = factor * LOCK_M * np.linspace(1.0, 0.55, j)[None, :, None] * rng.uniform(0.8, 1.2, (k, 1, 1))
    points = np.stack([locks - side * wide, locks + side * wide], 2).reshape(k, 2 * j, 3)
    low = 2 * np.arange(j - 1)
    one = np.concatenate([np.stack([low, low + 1, low + 3], 1), np.stack([low, low + 3, low + 2], 1)])
    faces = (one[None] + 2 * j * np.arange(k)[:, None, None]).reshape(-1, 3)
    shade = np.repeat(rng.uniform(0.65, 1.3, k), 2 * j)
    return _Piece(points.reshape(-1, 3), faces, np.repeat(own, k * 2 * j, 0), part, shade)


def _garment(body: Body, piece: Piece, kind: str, color: Color) -> list[_Piece]:
    """The meshes of a garment, made coarse; what is small on it (buttons, a buckle) is gone."""
    scale = body.height_m / 1.7
    apart = (FOOT_M if piece.sole_m > 0 else CLOTH_M) * scale
    out = []
    for number, node in enumerate(piece.nodes):
        if not isinstance(node, Mesh) or not node.visible or not len(node.faces):
            continue
        points = np.asarray(node.points, float)
        own = apart if number == 0 or np.ptp(points, axis=0).max() > 0.2 else apart / 2
        kept, tri = coarse(points, node.faces, own)
        if len(tri) < 2:
            continue
        if node.skin is not None:
            weights = np.zeros((len(kept), len(body.bones)))
            np.add.at(weights, (np.arange(len(kept))[:, None], node.skin.bones[kept]), node.skin.weights[kept])
        else:
            weights = np.repeat(_all_on(body, piece.on_bone.get(node.name, "pelvis")), len(kept), 0)
        # A fold of dark in each, or cloth of one color looks like paint; and belts, laces and soles are no cloth of that color.
        light = 1.0 if number == 0 else 0.8
        out.append(
            _Piece(points[kept], tri, weights, Part(kind, color), np.full(len(kept), light), np.full(len(kept), own))
        )
    return out


def _all_on(body: Body, bone: str) -> F64:
    """The weights (1, B) of what follows one bone."""
    return np.asarray([[float(name == bone) for name in body.bones]])


def _share(body: Body, *names: str) -> F64:
    """How much of each point's weight is on bones whose names begin so (n,)."""
    mine = [k for k, bone in enumerate(body.bones) if bone.startswith(names)]
    return np.asarray(body.weights[:, mine].sum(1), float)


def colored(extra: Extra, form: Form, colors: Mapping[str, Color]) -> F64:
    """The color of every point (n, 3) of a form: that of its part, or the one `colors` has for a part of that name."""
    table = np.array([colors.get(part.name, part.color) for part in extra.parts])
    return np.asarray(np.clip(table[form.part] * form.shade[:, None], 0.0, 1.0))
