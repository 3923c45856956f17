"""The garments on bodies of all sizes, at rest and in motion."""

from functools import cache

import numpy as np
import pytest
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.actions import sit, walk, wave
from filmwright.content.colors import resolve
from filmwright.content.figure import morph
from filmwright.content.figure.body import Body
from filmwright.content.figure.choose import vary
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_layers import edge_points, wear
from filmwright.content.figure.outfit import complete
from filmwright.content.figure.person import build
from filmwright.content.figure.swing import flowing
from filmwright.content.implied import WORN
from filmwright.content.kinds import Motion, Performance, Piece
from filmwright.content.stageable import stageable
from filmwright.errors import UnknownName
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import point_normals
from filmwright.spec.shot import Garment, Hair, Member

WARDROBE = "filmwright.content.wardrobe"
KINDS = tuple(k for k in registry.names(WARDROBE) if not getattr(registry.find(WARDROBE, k), "PAINT", False))
BODIES = {
    "woman": (0.0, 28.0, 1.68, 0.45),
    "heavy man": (1.0, 48.0, 1.76, 0.95),
    "child": (0.0, 7.0, 1.22, 0.5),
}


def _body(who: str) -> Body:
    gender, age, height, weight = BODIES[who]
    return morph.body(gender, age, height, weight)


@cache
def _piece(who: str, kind: str, material: str | None = None) -> Piece:
    garment = Garment(kind=kind, material=material)
    piece: Piece = registry.find(WARDROBE, kind).build(_body(who), garment, np.random.default_rng(5))
    return piece


def _main(piece: Piece) -> Mesh:
    mesh = piece.nodes[0]
    assert isinstance(mesh, Mesh)
    return mesh


def _meshes(piece: Piece) -> list[Mesh]:
    return [n for n in piece.nodes if isinstance(n, Mesh)]


def test_the_wardrobe_holds_the_twelve_garments() -> None:
    wanted = {
        "coat",
        "jacket",
        "shirt",
        "sweater",
        "dress",
        "skirt",
        "trousers",
        "jeans",
        "boots",
        "shoes",
        "hat",
        "scarf",
    }
    assert set(KINDS) >= wanted


@pytest.mark.parametrize("who", ["woman", "heavy man", "child"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_garment_is_sound_on_every_body(kind: str, who: str) -> None:
    body, piece = _body(who), _piece(who, kind)
    for mesh in _meshes(piece):
        assert np.isfinite(mesh.points).all()
        assert mesh.faces[:, :3].min() >= 0 and mesh.faces.max() < len(mesh.points)
        assert mesh.skin is not None
        assert np.allclose(mesh.skin.weights.sum(1), 1, atol=1e-4)
        assert set(mesh.materials) <= set(piece.materials)
        assert np.abs(mesh.points[:, :2]).max() < 0.75 * body.height_m
        assert (
            mesh.points[:, 2].max()
            < (1.26 if "head" in getattr(registry.find(WARDROBE, kind), "COVERS", ()) else 1.08) * body.height_m
        )
        thick = 0.06 if "feet" in getattr(registry.find(WARDROBE, kind), "COVERS", ()) else 0.0  # wheels, blades
        assert mesh.points[:, 2].min() > -0.05 - thick


@pytest.mark.parametrize("kind", KINDS)
def test_every_garment_claims_only_materials_that_are_woven(kind: str) -> None:
    module = registry.find(WARDROBE, kind)
    assert set(module.MATERIALS) <= set(registry.names("filmwright.content.materials"))
    assert module.COLOR and resolve(module.COLOR)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_sews_the_same_garment(kind: str) -> None:
    again = registry.find(WARDROBE, kind).build(_body("woman"), Garment(kind=kind), np.random.default_rng(5))
    assert np.array_equal(_main(again).points, _main(_piece("woman", kind)).points)


@pytest.mark.parametrize("kind", KINDS)
def test_the_color_asked_for_is_the_color_of_the_cloth(kind: str) -> None:
    piece = registry.find(WARDROBE, kind).build(
        _body("woman"), Garment(kind=kind, color="green"), np.random.default_rng(5)
    )
    assert piece.materials[_main(piece).materials[0]].preview_color == pytest.approx(resolve("green"))


def test_a_material_nobody_weaves_is_refused_by_name() -> None:
    with pytest.raises(UnknownName, match="wool"):
        wear(_body("woman"), (Garment(kind="coat", material="wol"),), 1)


def test_lengths_tell_the_garments_apart() -> None:
    body = _body("woman")
    low = {k: float(_main(_piece("woman", k)).points[:, 2].min()) for k in KINDS}
    knee, hip, ankle = body.marks["knee"], body.marks["hip"], body.marks["ankle"]
    assert knee - 0.05 < low["coat"] < knee + 0.10
    assert low["coat"] < low["jacket"] - 0.25
    assert hip - 0.12 < low["jacket"] < hip + 0.05
    assert low["trousers"] < ankle < low["skirt"]
    top = {k: float(_main(_piece("woman", k)).points[:, 2].max()) for k in ("boots", "shoes", "hat")}
    assert knee - 0.2 < top["boots"] < knee
    assert top["shoes"] < ankle + 0.06
    assert top["hat"] > body.height_m


def test_boots_and_shoes_lift_their_wearer() -> None:
    assert _piece("woman", "boots").sole_m > 0.015
    assert _piece("woman", "shoes").sole_m > 0.010
    soles = [m for m in _meshes(_piece("woman", "boots")) if "soles" in m.name]
    assert float(soles[0].points[:, 2].min()) == pytest.approx(-_piece("woman", "boots").sole_m, abs=1e-3)


def test_a_womans_coat_has_buttons_a_belt_a_collar_and_pockets() -> None:
    names = " ".join(m.name for m in _meshes(_piece("woman", "coat")))
    for part in ("buttons", "belt", "buckle", "collar", "flaps", "cuffs", "placket"):
        assert part in names


def _posed(points: np.ndarray, bones: np.ndarray, weights: np.ndarray, motion: Motion, frame: int) -> np.ndarray:
    """Points by dual quaternions, as Blender's armature moves them with volume kept. Source: Kavan et al. 2007."""
    real = motion.rotations[frame]
    t = motion.locations[frame]
    # Dual part of each bone: half of (0, t) times the rotation, quaternions as (w, x, y, z).
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


def _motion(body: Body, action: str) -> Motion:
    path = np.array([[0.0, 0.0], [0.0, -20.0]]) if action == "walk" else np.zeros((1, 2))
    performance = Performance(24, 24, path, np.pi, lambda x, y: np.zeros_like(x), seat_m=0.45)
    module = {"walk": walk, "sit": sit, "wave": wave}[action]
    return module.build(body, performance)


def _skin_outside(body: Body, pieces: tuple[Piece, ...], motion: Motion, frame: int) -> float:
    """Share of the drawn skin that cloth covers at rest and that comes more than 4 mm through it in a frame."""
    covered = np.zeros(len(body.points), bool)
    for piece in pieces:
        if piece.covered is not None:
            covered |= piece.covered
    faces = body.faces["body"]
    drawn = np.unique(faces[~covered[faces].all(1)])
    order = np.argsort(-body.weights[drawn], axis=1)[:, :4]
    weights = np.take_along_axis(np.asarray(body.weights[drawn], float), order, 1)
    skin = _posed(body.points[drawn], order, weights / weights.sum(1, keepdims=True), motion, frame)
    through = np.zeros(len(drawn), bool)
    for piece in pieces:
        mesh = _main(piece)
        if "lip" not in mesh.point_data or mesh.skin is None:
            continue
        rest = np.asarray(mesh.points, float)
        outside = mesh.point_data["lip"] < 0.5
        rim = edge_points(Cloth(rest, _outer_faces(mesh, outside), np.ones((len(rest), 1))))
        use = np.flatnonzero(outside & (cKDTree(rim).query(rest)[0] > 0.02))
        if not len(use):
            continue  # all but its hems is hidden under what is worn over it
        below = _before(body.points[drawn], rest, mesh, use) < 0.02
        # Each point is held against the cloth that lay over it at rest: an arm may well lie on the lap.
        at = use[cKDTree(rest[use]).query(body.points[drawn], k=3)[1]]
        cloth = _posed(rest, mesh.skin.bones, mesh.skin.weights, motion, frame)
        normals = point_normals(cloth, np.asarray(mesh.faces, np.int64))
        before = ((skin[:, None] - cloth[at]) * normals[at]).sum(-1).min(1)
        through |= below & (before > 0.004)
    return float(through.mean())


def _before(probes: np.ndarray, cloth: np.ndarray, mesh: Mesh, use: np.ndarray) -> np.ndarray:
    """How far probes stand before the nearest of the cloth's points `use`; NaN beyond 3 cm of it."""
    normals = point_normals(cloth, np.asarray(mesh.faces, np.int64))
    distance, index = cKDTree(cloth[use]).query(probes, distance_upper_bound=0.03)
    near = np.isfinite(distance)
    at = use[np.where(near, index, 0)]
    return np.where(near, ((probes - cloth[at]) * normals[at]).sum(1), np.nan)


def _outer_faces(mesh: Mesh, inner: np.ndarray) -> np.ndarray:
    faces = np.asarray(mesh.faces, np.int64)
    return faces[np.where(faces >= 0, inner[faces], True).all(1)]


OUTFITS = (
    ("woman", ("coat", "trousers", "boots")),
    ("woman", ("dress", "shoes")),
    ("heavy man", ("jacket", "jeans", "shoes")),
    ("child", ("sweater", "skirt", "boots")),
    ("heavy man", ("shirt", "tie", "suit", "trousers", "shoes")),
    ("woman", ("t_shirt", "shorts", "sneakers")),
    ("heavy man", ("t_shirt", "hoodie", "jeans", "sneakers")),
    ("child", ("sweater", "raincoat", "jeans", "boots")),
    ("heavy man", ("shirt", "vest", "trousers", "shoes")),
    ("woman", ("kimono", "shoes")),
    ("woman", ("evening_dress", "shoes")),
    ("woman", ("wedding_dress", "shoes")),
    ("child", ("dress", "apron", "shoes", "gloves")),
)


@pytest.mark.parametrize(("who", "kinds"), OUTFITS)
def test_no_skin_comes_through_the_clothes_in_walking_sitting_or_waving(who: str, kinds: tuple[str, ...]) -> None:
    body = _body(who)
    pieces = wear(body, tuple(Garment(kind=k) for k in kinds), 3)
    for action in ("walk", "sit", "wave"):
        motion = _motion(body, action)
        for frame in (0, 8, 16):
            assert _skin_outside(body, pieces, motion, frame) < 0.004, (action, frame)


def test_trousers_go_into_boots_and_fall_over_shoes() -> None:
    body = _body("woman")
    low = {}
    for feet in ("boots", "shoes"):
        worn = {p.nodes[0].name: p for p in wear(body, (Garment(kind="trousers"), Garment(kind=feet)), 3)}
        low[feet] = float(_main(worn["trousers"]).points[:, 2].min())
        top = float(_main(worn[feet]).points[:, 2].max())
        assert (low[feet] > top - 0.08) if feet == "boots" else (low[feet] < top)
    assert low["boots"] > low["shoes"] + 0.2


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("sweater", "coat"), ("shirt", "sweater"), ("dress", "jacket"), ("skirt", "sweater"), ("shirt", "suit"),
        ("trousers", "suit"), ("shirt", "vest"), ("t_shirt", "hoodie"), ("trousers", "t_shirt"), ("sweater", "raincoat"),
    ],
)  # fmt: skip
def test_what_is_worn_below_stays_below(inner: str, outer: str) -> None:
    pieces = wear(_body("woman"), (Garment(kind=inner), Garment(kind=outer)), 3)
    below, above = (_main(piece) for piece in pieces)
    surface = np.asarray(above.points, float)
    outside = above.point_data["lip"] < 0.5
    rim = edge_points(Cloth(surface, _outer_faces(above, outside), np.ones((len(surface), 1))))
    far = cKDTree(rim).query(surface)[0] > 0.015
    _, index = cKDTree(surface).query(below.points)
    over = outside[index] & far[index]
    before = _before(np.asarray(below.points, float)[over], surface, above, np.flatnonzero(outside))
    assert over.any()
    assert np.nanmax(before) < 0.006, "more than the thickness of a hem"


def test_a_coat_hides_what_is_under_it_and_spares_the_work_of_drawing_it() -> None:
    alone = _main(_piece("woman", "sweater"))
    worn = wear(_body("woman"), (Garment(kind="sweater"), Garment(kind="coat")), 5)
    assert len(_main(worn[0]).faces) < 0.35 * len(alone.faces)


def test_a_skirt_spans_the_legs_when_one_swings_forward() -> None:
    body = _body("woman")
    mesh = _main(_piece("woman", "dress"))
    assert mesh.skin is not None
    motion = _motion(body, "walk")
    rest = np.asarray(mesh.points, float)
    edges = np.concatenate([mesh.faces[:, :2], mesh.faces[:, 1:3]])
    before = np.linalg.norm(rest[edges[:, 0]] - rest[edges[:, 1]], axis=1)
    for frame in range(0, 24, 4):
        cloth = _posed(rest, mesh.skin.bones, mesh.skin.weights, motion, frame)
        after = np.linalg.norm(cloth[edges[:, 0]] - cloth[edges[:, 1]], axis=1)
        low = rest[edges[:, 0], 2] < body.marks["hip"] - 0.05
        assert (after[low] / np.maximum(before[low], 0.004)).max() < 3.5


@pytest.mark.parametrize("kind", [k for k in KINDS if getattr(registry.find(WARDROBE, k), "PATTERNS", ())])
def test_a_pattern_is_laid_along_the_weave_of_the_cloth(kind: str) -> None:
    module = registry.find(WARDROBE, kind)
    plain = _piece("woman", kind)
    for pattern in module.PATTERNS:
        piece = module.build(_body("woman"), Garment(kind=kind, pattern=pattern), np.random.default_rng(5))
        cloth = _main(piece).materials[0]
        assert (piece.materials[cloth].color == plain.materials[cloth].color) == (
            pattern == getattr(module, "PATTERN", "plain")
        )
        assert all(m.uv is not None for m in _meshes(piece) if cloth in m.materials)


def test_to_a_suit_belong_shirt_and_tie_and_trousers_of_its_cloth() -> None:
    worn = {
        g.kind: g
        for g in complete((Garment(kind="suit", color="gray"),), np.random.default_rng(1), female=False, child=False)
    }
    assert set(worn) == {"suit", "shirt", "tie", "trousers", "shoes"}
    assert worn["trousers"].color == "gray"


def test_what_somebody_asked_for_takes_the_place_of_what_goes_with_a_suit() -> None:
    asked = (Garment(kind="suit", color="navy"), Garment(kind="t_shirt", color="white"), Garment(kind="jeans"))
    worn = complete(asked, np.random.default_rng(1), female=False, child=False)
    assert {g.kind for g in worn} == {"suit", "t_shirt", "jeans", "shoes"}


def test_a_knight_in_a_red_cape_keeps_his_armor() -> None:
    shot = read("A knight in a red cape stands in a forest")[0].shots[0]
    worn = {g.kind: g.color for g in stageable(shot, 1)[0].cast[0].wardrobe}
    assert worn == {"cape": "red", "armor": None, "knight_helmet": None}


def test_a_king_in_a_suit_wears_no_robe_but_his_crown() -> None:
    shot = read("A king in a gray suit stands in a museum")[0].shots[0]
    worn = {g.kind for g in stageable(shot, 1)[0].cast[0].wardrobe}
    assert {"suit", "crown"} <= worn and "robe" not in worn


@pytest.mark.parametrize("role", WORN)
def test_what_a_role_is_known_by_is_in_the_wardrobe(role: str) -> None:
    for garment in WORN[role]:
        module = registry.find(WARDROBE, garment.kind)
        assert garment.pattern is None or garment.pattern in module.PATTERNS
        assert garment.color is None or resolve(garment.color)


def test_trousers_of_a_uniform_have_its_pattern() -> None:
    worn = complete((Garment(kind="uniform"),), np.random.default_rng(1), female=False, child=False)
    assert {g.kind: g.pattern for g in worn}["sweatpants"] == "camouflage"


def test_a_cape_trails_behind_who_runs_and_hangs_down_on_who_sits() -> None:
    piece = _piece("woman", "cape")
    (flow,) = piece.flows.values()
    trail = {}
    for action in ("walk", "sit"):
        motion = _motion(_body("woman"), action)
        bone = motion.bones.index(flow.bone)
        trail[action] = flowing(motion.locations[:, bone], motion.rotations[:, bone], flow, 1 / 24)[:, 1].mean()
    assert trail["walk"] > 0.04
    assert abs(trail["sit"]) < 0.05


def test_under_a_headscarf_no_hair_is_seen() -> None:
    member = Member(id="woman-1", kind="woman", wardrobe=(Garment(kind="headscarf"),), hair=Hair(length="long"))
    params = vary(np.random.default_rng(3), member, female=True, age="adult")
    names = [n.name for piece in build(params).pieces for n in piece.nodes]
    assert any(name.startswith("headscarf") for name in names)
    assert not any(name.startswith("hair ") for name in names)
