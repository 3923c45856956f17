"""Nothing pokes through: rays from the skin outward meet the cloth that lies over it, whatever the body does."""

from functools import cache

import numpy as np
import pytest
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.actions import run, sit, stretch, walk
from filmwright.content.figure import morph
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_layers import wear
from filmwright.content.kinds import Motion, Performance, Piece
from filmwright.content.offers import facts
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import point_normals
from filmwright.spec.shot import Garment
from rays import Target

WARDROBE = "filmwright.content.wardrobe"
KINDS = tuple(
    k
    for k in registry.names(WARDROBE)
    if not any(getattr(registry.find(WARDROBE, k), n, False) for n in ("PAINT", "WHOLE"))
)
BODIES = {
    "woman": (0.0, 28.0, 1.68, 0.45),
    "heavy man": (1.0, 48.0, 1.76, 0.95),
    "slim man": (1.0, 24.0, 1.88, 0.25),
    "old woman": (0.0, 74.0, 1.58, 0.62),
    "child": (0.0, 7.0, 1.22, 0.5),
}
DEEDS = {"walk": (walk, (6,)), "run": (run, (4, 12)), "sit": (sit, (12,)), "reach": (stretch, (16,))}

FREE_M = 0.004  # skin no more than this before the cloth is not seen: its bulge is as thick as a hem
OVER_M = 0.10  # cloth further out than this is not worn on that skin
HEM_M = 0.025  # of a hem: what comes out there comes out below or beside it
SUNK_M = 0.030  # cloth found so far behind skin that it lay over at rest has been passed through
EVERY = 3  # of how many points of skin one sends a ray; the body has 13,380
MOST = 12  # rays that may start before the cloth, of the 4,460 on 1.8 square metres of skin; the worst is an apron with nothing under it


@cache
def _body(who: str) -> Body:
    gender, age, height, weight = BODIES[who]
    return morph.body(gender, age, height, weight)


@cache
def _motion(who: str, deed: str) -> Motion:
    path = np.array([[0.0, 0.0], [0.0, -20.0]]) if deed in ("walk", "run") else np.zeros((1, 2))
    performance = Performance(24, 24, path, np.pi, lambda x, y: np.zeros_like(x), seat_m=0.45)
    return DEEDS[deed][0].build(_body(who), performance)


@cache
def _skin(who: str) -> tuple[np.ndarray, np.ndarray]:
    """The four strongest bones of each body point and their weights."""
    weights = np.asarray(_body(who).weights, float)
    order = np.argsort(-weights, axis=1)[:, :4]
    share = np.take_along_axis(weights, order, 1)
    return order, share / share.sum(1, keepdims=True)


@cache
def _posed_body(who: str, deed: str, frame: int) -> tuple[np.ndarray, np.ndarray]:
    """The body's points in a frame, and their normals."""
    body = _body(who)
    points = posed(np.asarray(body.points, float), *_skin(who), _motion(who, deed), frame)
    return points, point_normals(points, body.faces["body"])


def posed(points: np.ndarray, bones: np.ndarray, weights: np.ndarray, motion: Motion, frame: int) -> np.ndarray:
    """Points by dual quaternions, as Blender's armature moves them with volume kept. Source: Kavan et al. 2007."""
    real, t = motion.rotations[frame], motion.locations[frame]
    w, v = real[:, :1], real[:, 1:]
    dual = 0.5 * np.concatenate([-(t * v).sum(1, keepdims=True), w * t + np.cross(t, v)], 1)
    pivot = np.take_along_axis(bones, weights.argmax(1)[:, None], 1)[:, 0]
    sign = np.sign((real[bones] * real[pivot][:, None]).sum(-1) + 1e-12)
    share = (weights * sign)[..., None]
    a, b = (share * real[bones]).sum(1), (share * dual[bones]).sum(1)
    length = np.linalg.norm(a, axis=1, keepdims=True)
    a, b = a / length, b / length
    moved = Rotation.from_quat(a[:, [1, 2, 3, 0]]).apply(points)
    shift = 2 * (a[:, :1] * b[:, 1:] - b[:, :1] * a[:, 1:] + np.cross(a[:, 1:], b[:, 1:]))
    return np.asarray(moved + shift)


def _feet(body: Body) -> list[int]:
    return [k for k, bone in enumerate(body.bones) if bone.startswith(("foot", "ball"))]


def _from_hems(pieces: tuple[Piece, ...], points: np.ndarray) -> np.ndarray:
    """How far points are from the nearest hem of the pieces at rest."""
    hems = [
        np.asarray(node.points, float)[node.point_data["lip"] > 0.5]
        for piece in pieces
        for node in piece.nodes
        if isinstance(node, Mesh) and "lip" in node.point_data
    ]
    return np.asarray(cKDTree(np.concatenate(hems)).query(points)[0]) if hems else np.full(len(points), np.inf)


def _cloth(pieces: tuple[Piece, ...], motion: Motion | None, frame: int) -> Target:
    """All cloth of the pieces, at rest or in a frame."""
    points, faces, start = [], [], 0
    for mesh in (node for piece in pieces for node in piece.nodes if isinstance(node, Mesh)):
        at = np.asarray(mesh.points, float)
        if motion is not None and mesh.skin is not None:
            at = posed(at, np.asarray(mesh.skin.bones, int), np.asarray(mesh.skin.weights, float), motion, frame)
        points.append(at)
        faces.append(np.where(mesh.faces >= 0, np.asarray(mesh.faces, np.int64) + start, -1))
        start += len(at)
    return Target(np.concatenate(points), np.concatenate(faces))


def through(who: str, kinds: tuple[str, ...]) -> dict[str, int]:
    """How many rays from the skin that is drawn start before these garments, for each deed the worst of its frames."""
    body = _body(who)
    pieces = wear(body, tuple(Garment(kind=k) for k in kinds), 3)
    covered = np.zeros(len(body.points), bool)
    for piece in pieces:
        if piece.covered is not None:
            covered |= piece.covered
    faces = body.faces["body"]
    drawn = np.unique(faces[~covered[faces].all(1)])[::EVERY]
    rest = np.asarray(body.points, float)
    normals = point_normals(rest, faces)
    out = _cloth(pieces, None, 0).distance(rest[drawn], normals[drawn], OVER_M)
    under = drawn[np.isfinite(out)]
    if not any("feet" in facts("garment", k, "COVERS") for k in kinds):
        under = under[
            np.asarray(body.weights)[under][:, _feet(body)].sum(1) < 0.5
        ]  # they come out below a hem as they should
    under = under[_from_hems(pieces, rest[under]) > HEM_M]
    counts = dict.fromkeys(DEEDS, 0)
    if not len(under):
        return counts
    for deed, (_, frames) in DEEDS.items():
        for frame in frames:
            points, normal = _posed_body(who, deed, frame)
            cloth = _cloth(pieces, _motion(who, deed), frame)
            p, n = points[under], normal[under]
            bare = ~np.isfinite(cloth.distance(p - n * FREE_M, n, OVER_M))
            behind = np.isfinite(cloth.distance(p[bare] - n[bare] * FREE_M, -n[bare], SUNK_M))
            counts[deed] = max(counts[deed], int(behind.sum()))
    return counts


@pytest.mark.parametrize("who", BODIES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_pokes_through_a_garment_in_walking_running_sitting_or_reaching(kind: str, who: str) -> None:
    counts = through(who, (kind,))
    assert max(counts.values()) <= MOST, f"{kind} on a {who}: {counts} rays start before the cloth"
