"""A person: parameters, the built figure, and the figure in motion as nodes of a Stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.figure import beard, eyes, face_hair, face_units, morph, mouth, skin
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.countenance import Countenance, turned
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.garment_layers import wear
from filmwright.content.figure.strands import tucked
from filmwright.content.figure.swing import flowing, swung
from filmwright.content.kinds import Motion, Piece, Swing
from filmwright.content.offers import facts
from filmwright.scene.nodes import Image, Mesh, Node, Rig, Shapes, Strands, Track
from filmwright.scene.shade import Expr, Material, Value
from filmwright.scene.skinning import shaped
from filmwright.spec.shot import Garment, Hair
from filmwright.values import Color

UNSEEN = 1e-4  # share of a shape whose change nobody sees


class PersonParams(BaseModel):
    """Everything that makes one person, chosen (see choose.py). Ages in years, weight, muscle, proportions and cup 0..1 with
    0.5 the average; ancestry: shares of african, asian and caucasian features; features: (morph target, weight);
    tone: linear albedo of the cheek; eye: sRGB of the iris; stubble, freckles, makeup, flush 0..1;
    molded: of one stuff all over, as a statue is, so the skin is not painted."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    gender: float = Field(ge=0, le=1)
    age_years: float = Field(ge=2, le=100)
    height_m: float = Field(gt=0.7, lt=2.3)
    weight: float = 0.5
    muscle: float = 0.5
    proportions: float = 0.6
    cup: float = 0.5
    ancestry: tuple[float, float, float] = (0.0, 0.0, 1.0)
    features: tuple[tuple[str, float], ...] = ()
    complexion: str = "light"
    tone: Color
    eye: Color
    hair: Hair = Hair()
    wardrobe: tuple[Garment, ...] = ()
    stubble: float = 0.0
    freckles: float = 0.0
    makeup: float = 0.0
    flush: float = 1.0
    seed: int = 0
    molded: bool = False


@dataclass(frozen=True)
class Person:
    """A built person at rest: the body, pieces (skin, eyes, hair, garments), and how far the soles lift the body."""

    body: Body
    pieces: tuple[Piece, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    sole_m: float


@lru_cache(maxsize=8)
def build(params: PersonParams) -> Person:
    """The person of these parameters. Raises UnknownName for a garment or a hair style nobody makes."""
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
    garments = _dressed(body, params)
    covered = np.zeros(len(body.points), bool)
    for piece in garments:
        if piece.covered is not None:
            covered |= piece.covered
    pieces = [*_bare(body, params, covered), *garments]
    materials = {k: v for piece in pieces for k, v in piece.materials.items()}
    images = {k: v for piece in pieces for k, v in piece.images.items()}
    return Person(body, tuple(pieces), materials, images, max((g.sole_m for g in garments), default=0.0))


def _bare(body: Body, params: PersonParams, covered: NDArray[np.bool_]) -> list[Piece]:
    """Skin, eyes and hair; nothing of somebody who is `covered` from head to foot."""
    if covered[body.faces["body"]].all():
        return []
    face = landmarks(body)
    units = face_units.of(body, face)
    pieces = [
        skin.build(body, face, units, params, covered),
        eyes.build(face, params.eye, params.age_years, params.seed, params.tone),
        mouth.build(body, units, params.age_years),
        face_hair.build(body, face, units, params),
        *_hair(body, params, covered),
    ]
    if params.hair.beard:
        grown = beard.build(body, face, params.hair, np.random.default_rng([params.seed, 5]))
        nodes = tuple(units.on_strands(body, n) if isinstance(n, Strands) else n for n in grown.nodes)
        pieces.append(replace(grown, nodes=nodes))
    return pieces


def _dressed(body: Body, params: PersonParams) -> list[Piece]:
    """The garments on the body, from the skin outward, without what the outer ones hide; each kind is worn once."""
    once = {g.kind: g for g in reversed(params.wardrobe)}
    return list(wear(body, tuple(reversed(once.values())), params.seed))


def _hair(body: Body, params: PersonParams, covered: NDArray[np.bool_]) -> list[Piece]:
    if params.hair.style is None or any("hair" in facts("garment", g.kind, "COVERS") for g in params.wardrobe):
        return []
    module = registry.find("filmwright.content.hair", params.hair.style, where="hair.style")
    piece: Piece = module.build(body, params.hair, np.random.default_rng([params.seed, 7]))
    return [tucked(piece, body, covered, body.marks["eyes"])]


def attach(
    person: Person,
    motion: Motion,
    member_id: str,
    prefix: str,
    face: Countenance | None = None,
    *,
    step_s: float = 0.0,
    shown: slice = slice(None),
    period: int | None = None,
) -> tuple[Node, ...]:
    """The person in the `shown` frames of a motion: a Rig, the skinned meshes on it, and everything rigid with the Track of its bone;
    with this face in each of those, or one at rest. All names start with `prefix`; see `named` for the materials. `step_s`: how far
    apart the frames are in the world's time, for what swings (0: nothing does); `period`: after so many frames the motion repeats
    itself."""
    rig = f"{prefix}rig"
    locations = motion.locations + np.array([0.0, 0.0, person.sole_m])
    rotations = motion.rotations
    nodes: list[Node] = [
        Rig(name=rig, bones=motion.bones, locations=locations[shown], rotations=rotations[shown], cast=member_id)
    ]
    swings: dict[Swing, tuple[F64, F64]] = {}
    for piece in person.pieces:
        for node in piece.nodes:
            if isinstance(node, Mesh) and mouth.opens(node) and not _open(face):
                continue
            track = None
            if node.name in piece.on_bone:
                bone = motion.bones.index(piece.on_bone[node.name])
                moved = locations[:, bone], rotations[:, bone]
                swing = piece.swings.get(node.name)
                if swing is not None:
                    if swing not in swings:
                        swings[swing] = swung(*moved, swing, step_s, period)
                    moved = swings[swing]
                track = Track(locations=moved[0][shown], rotations=moved[1][shown])
                if node.name in piece.gazing and face is not None:
                    track = _gazing(track, np.array(piece.gazing[node.name]), face)
            flow = piece.flows.get(node.name)
            if flow is None:
                node = _formed(node, face)
            elif isinstance(node, Mesh):
                bone = motion.bones.index(flow.bone)
                swaying = flowing(locations[:, bone], rotations[:, bone], flow, step_s, period)
                node = _bent(node, swaying[shown])
            nodes.append(_named_node(node, rig, track, member_id, prefix))
    return tuple(nodes)


def _bent(cloth: Mesh, weights: F64) -> Mesh:
    """Cloth with so much (F, 3) of its shapes; without them if they never move it."""
    if cloth.shapes is None or not (np.abs(weights) > UNSEEN).any():
        return cloth.model_copy(update={"shapes": None})
    return cloth.model_copy(update={"shapes": cloth.shapes.model_copy(update={"weights": weights})})


def _open(face: Countenance | None) -> bool:
    """Whether the lips part at any time."""
    return face is not None and any(
        (face.of(unit) > 0.01).any() for unit in ("jaw", "upper_up", "lower_down", "stretch", "funnel")
    )


def _gazing(head: Track, center: F64, face: Countenance) -> Track:
    """What turns with the gaze about a point of the head."""
    turn, gaze = Rotation.from_quat(head.rotations, scalar_first=True), turned(face.gaze_rad)
    both = turn * gaze
    return Track(
        locations=np.asarray(head.locations, float) + turn.apply(center - gaze.apply(center)),
        rotations=both.as_quat(scalar_first=True),
    )


def _formed(node: Node, face: Countenance | None) -> Node:
    """A node with the shapes this face needs: what stays as it is moves its points once, what changes is kept as shapes."""
    if not isinstance(node, Mesh | Strands) or node.shapes is None:
        return node
    if face is None:
        return node.model_copy(update={"shapes": None})
    shapes, weights = node.shapes, np.asarray(face.weights)
    moves = (np.abs(np.asarray(shapes.deltas)) > 1e-5).any(tuple(range(1, np.ndim(shapes.deltas))))
    changes = moves & (np.ptp(weights, axis=0) > UNSEEN)
    always = shapes.model_copy(update={"weights": np.where(changes, 0.0, weights[:1])})
    change: dict[str, object] = {"points": shaped(node.points, always, 0).astype(np.float32), "shapes": None}
    if changes.any():
        change["shapes"] = Shapes(
            units=tuple(np.array(shapes.units)[changes].tolist()),
            rows=shapes.rows,
            deltas=shapes.deltas[changes],
            weights=weights[:, changes],
        )
    return node.model_copy(update=change)


def _named_node(node: Node, rig: str, track: Track | None, member_id: str, prefix: str) -> Node:
    name = f"{prefix}{node.name}"
    if isinstance(node, Mesh):
        skinned = None if node.skin is None else node.skin.model_copy(update={"rig": rig})
        materials = tuple(f"{prefix}{m}" for m in node.materials)
        change = {"name": name, "skin": skinned, "materials": materials, "track": track, "cast": member_id}
        return node.model_copy(update=change)
    assert isinstance(node, Strands), f"{node.name}: a person is made of meshes and strands"
    change = {"name": name, "material": f"{prefix}{node.material}", "track": track, "cast": member_id}
    return node.model_copy(update=change)


def named(materials: dict[str, Material], prefix: str) -> dict[str, Material]:
    """The materials under prefixed names, reading images of prefixed names."""
    return {f"{prefix}{k}": _reading(m, prefix) for k, m in materials.items()}


def _reading(material: Material, prefix: str) -> Material:
    change: dict[str, object] = {}
    for name in type(material).model_fields:
        value = getattr(material, name)
        if isinstance(value, Expr):
            change[name] = _renamed(value, prefix)
        elif name == "bumps":
            change[name] = tuple(b.model_copy(update={"height": _renamed(b.height, prefix)}) for b in value)
    return material.model_copy(update=change)


def _renamed(value: Value, prefix: str) -> Value:
    if not isinstance(value, Expr):
        return value
    params = dict(value.params)
    if value.op in ("image", "image_alpha"):
        params["name"] = f"{prefix}{params['name']}"
    return value.model_copy(update={"args": tuple(_renamed(a, prefix) for a in value.args), "params": params})
