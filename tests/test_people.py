"""People: chosen as described, built whole, dressed decently."""

from __future__ import annotations

import numpy as np
import pytest

from filmwright import registry
from filmwright.content.figure import choose, morph, outfit, person, scalp
from filmwright.content.figure.face import landmarks, lid_lines
from filmwright.content.figure.face_paint import paint_face
from filmwright.content.figure.paint import window_mask
from filmwright.content.kinds import Performance
from filmwright.content.people import girl, man, woman
from filmwright.errors import UnknownName
from filmwright.scene.nodes import Camera, Gradient, Mesh, Strands
from filmwright.scene.stage import Stage, check_stage
from filmwright.spec.shot import Garment, Hair, Member

DRESSED = (Garment(kind="sweater", color="blue"), Garment(kind="trousers"), Garment(kind="shoes"))


def some(kind: str = "woman", seed: int = 1, **said: object) -> person.PersonParams:
    """Parameters of a person of whom `said` is said."""
    member = Member(id=f"{kind}-1", kind=kind, **said)  # type: ignore[arg-type]
    module = registry.find("filmwright.content.people", kind)
    params: person.PersonParams = module.vary(np.random.default_rng(seed), member)
    return params


@pytest.fixture(scope="module")
def anna() -> person.Person:
    return woman.build(some(hair=Hair(style="long", color="brown"), wardrobe=DRESSED))


@pytest.mark.parametrize(("gender", "age", "height"), [(0, 30, 1.55), (0, 8, 1.25), (1, 40, 1.95), (1, 75, 1.70)])
def test_a_body_stands_on_its_soles_as_tall_as_asked(gender: float, age: float, height: float) -> None:
    body = morph.body(gender, age, height)
    skin = body.points[:13380]
    assert skin[:, 2].min() == pytest.approx(0.0, abs=1e-9)
    assert skin[:, 2].max() == pytest.approx(height, abs=1e-6)
    order = [body.marks[k] for k in ("ankle", "knee", "hip", "waist", "neck", "eyes", "top")]
    assert order == sorted(order)
    assert body.spots["eye_l"][0] > 0 > body.spots["eye_r"][0]
    assert body.spots["eye_l"][1] < body.heads["head"][1], "the face looks towards -Y"


def test_a_child_is_no_small_adult() -> None:
    def heads(body: morph.Body) -> float:
        return body.height_m / (body.marks["top"] - body.marks["neck"])

    assert heads(morph.body(0, 7, 1.22)) < 0.9 * heads(morph.body(0, 30, 1.65))


def test_grown_women_and_men_have_usual_heights() -> None:
    women = np.mean([some("woman", s).height_m for s in range(60)])
    men = np.mean([some("man", s).height_m for s in range(60)])
    assert women == pytest.approx(1.65, abs=0.02)
    assert men == pytest.approx(1.78, abs=0.02)


@pytest.mark.parametrize("age", list(choose.AGES))
def test_an_age_word_gives_that_age(age: str) -> None:
    low, high = choose.AGES[age]
    assert low <= some("man", age=age).age_years <= high


def test_an_unknown_age_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        some("man", age="childe")
    assert "child" in caught.value.close


def test_what_is_said_is_kept() -> None:
    params = some(
        "man", hair=Hair(color="red", length="bald"), complexion="dark", wardrobe=(Garment(kind="coat", color="green"),)
    )
    assert params.hair.style == "bald" and params.hair.color == "red"
    assert params.complexion == "dark"
    assert params.wardrobe[0] == Garment(kind="coat", color="green")


@pytest.mark.parametrize(
    "asked", ["coat", "jacket", "shirt", "sweater", "dress", "skirt", "trousers", "hat", "scarf", "boots", None]
)
@pytest.mark.parametrize("climate", ["cold", "mild", "warm"])
def test_nobody_is_half_dressed(asked: str | None, climate: outfit.Climate) -> None:
    given = (Garment(kind=asked, color="red"),) if asked else ()
    for seed in range(12):
        worn = outfit.complete(given, np.random.default_rng(seed), female=seed % 2 == 0, child=False, climate=climate)
        kinds = {g.kind for g in worn}
        assert worn[: len(given)] == given
        assert kinds & {"coat", "jacket", "shirt", "sweater", "dress"}
        assert kinds & {"trousers", "jeans", "skirt", "dress"}
        assert kinds & {"boots", "shoes"}
        assert len(kinds) == len(worn)
        if climate == "cold":
            assert not outfit.bare_legged(kinds)


def test_old_hair_turns_gray_and_young_hair_does_not() -> None:
    old = [some("man", s, age="old").hair.color for s in range(20)]
    young = [some("man", s, age="young").hair.color for s in range(20)]
    assert sum(c in ("gray", "white") for c in old) >= 17
    assert not any(c in ("gray", "white") for c in young)


def test_red_hair_comes_with_a_complexion_that_has_it() -> None:
    assert {some(seed=s, hair=Hair(color="red")).complexion for s in range(15)} == {"light"}
    assert len({some(seed=s).complexion for s in range(40)}) == 5


def test_a_face_has_its_parts_in_place() -> None:
    for body in (morph.body(0, 25, 1.65), morph.body(1, 70, 1.75, ancestry=(1.0, 0.0, 0.0)), morph.body(0, 7, 1.2)):
        face = landmarks(body)
        assert face.mouth[2] < face.nose[2] < face.middle[2]
        upper, lower = lid_lines(face, "l")
        assert 0.003 < (upper[:, 2] - lower[:, 2]).max() < 0.014
        point, normal = face.surface(0.0, 0.8)
        assert normal[0, 1] < -0.7, "the forehead faces the front"
        assert abs(point[0, 0]) < 1e-6


def test_lips_are_redder_than_the_forehead_and_tones_get_darker() -> None:
    brightness = []
    for tone in ("light", "tan", "dark"):
        params = some(complexion=tone, seed=4)
        body = morph.body(0, 30, 1.65)
        painting = paint_face(body, landmarks(body), params, scalp=None, scalp_color=np.zeros(3), lash=1.0)
        height, width = painting.cover.shape
        lips = window_mask("lips", width, height) > 0.9
        red = painting.color[..., 0] / painting.color[..., 1]
        assert np.median(red[lips]) > 1.15 * np.median(red[painting.cover > 0.9])
        brightness.append(float(painting.color[painting.cover > 0.9].mean()))
    assert brightness == sorted(brightness, reverse=True)
    assert brightness[0] > 2 * brightness[-1]


def test_age_shows_in_the_relief_of_the_face() -> None:
    body = morph.body(1, 30, 1.78)
    relief = []
    for age in ("young", "old"):
        params = some("man", age=age)
        painting = paint_face(body, landmarks(body), params, scalp=None, scalp_color=np.zeros(3), lash=1.0)
        relief.append(float(np.abs(painting.height[painting.cover > 0.9]).mean()))
    assert relief[1] > 1.3 * relief[0]


def test_skin_under_clothes_is_left_out(anna: person.Person) -> None:
    skin = next(n for n in anna.pieces[0].nodes if n.name == "skin")
    assert isinstance(skin, Mesh)
    assert len(skin.faces) < 0.8 * len(anna.body.faces["body"])
    head = skin.points[skin.points[:, 2] > anna.body.marks["eyes"] - 0.05]
    assert len(head) > 2000, "the face stays"


@pytest.mark.parametrize("style", [name for name in registry.names("filmwright.content.hair") if name != "bald"])
@pytest.mark.parametrize("kind", ["woman", "man", "girl"])
def test_hair_lies_outside_the_head(style: str, kind: str) -> None:
    params = some(kind)
    body = morph.body(params.gender, params.age_years, params.height_m)
    module = registry.find("filmwright.content.hair", style)
    piece = module.build(body, Hair(style=style, color="black", length="long"), np.random.default_rng(3))
    strands = np.concatenate([n.points.reshape(-1, 3) for n in piece.nodes])
    assert sum(len(n.points) for n in piece.nodes) > 5000
    face = landmarks(body)
    inside = scalp.Obstacle(body, face, cloth_m=0.0).depth(strands.astype(float))
    assert (inside > 0.006).mean() < 0.02
    before_the_eyes = np.abs(strands - face.middle)[:, [0, 2]].max(1) < 0.35 * face.u
    in_front = strands[before_the_eyes, 1] < face.middle[1]
    assert in_front.mean() < 0.5 if len(in_front) else True


def test_no_hair_grows_through_a_hat() -> None:
    bare = some("man", hair=Hair(style="short", color="brown", beard=False), wardrobe=DRESSED)
    hatted = bare.model_copy(update={"wardrobe": (*DRESSED, Garment(kind="hat"))})

    def top_strands(params: person.PersonParams) -> int:
        built = man.build(params)
        rows = [
            n.points[:, 0]
            for p in built.pieces
            for n in p.nodes
            if isinstance(n, Strands) and n.name.startswith("hair")
        ]
        return int((np.concatenate(rows)[:, 2] > built.body.marks["top"] - 0.04).sum())

    assert top_strands(bare) > 500
    assert top_strands(hatted) < 0.05 * top_strands(bare)


def staged(built: person.Person, frames: int = 3) -> Stage:
    """The person standing in an empty Stage."""
    still = Performance(frames, 24, np.zeros((1, 2)), 0.0, lambda x, y: 0 * x)
    motion = registry.find("filmwright.content.actions", "stand").build(built.body, still)
    nodes = person.attach(built, motion, "woman-1", "woman-1 ")
    camera = Camera(
        locations=np.zeros((frames, 3)), rotations=np.tile([1.0, 0, 0, 0], (frames, 1)), focal_mm=np.full(frames, 35.0),
        focus_m=np.ones(frames),
    )  # fmt: skip
    return Stage(
        size=(64, 64), fps=24, frames=frames, nodes=nodes, materials=person.named(built.materials, "woman-1 "),
        images={f"woman-1 {k}": v for k, v in built.images.items()}, world=Gradient(stops=((-1.0, (0, 0, 0)),)),
        camera=camera, cast=("woman-1",),
    )  # fmt: skip


def test_an_attached_person_is_a_whole_stage(anna: person.Person) -> None:
    stage = staged(anna)
    check_stage(stage)
    text = stage.model_dump_json(include={"materials"}, context={"arrays": {}})
    assert '"woman-1 face"' in text and '"name":"face"' not in text
    for node in stage.nodes:
        assert node.name.startswith("woman-1 ")
        assert getattr(node, "cast", None) == "woman-1"
        if isinstance(node, Mesh) and node.skin is not None:
            np.testing.assert_allclose(node.skin.weights.sum(1), 1, atol=1e-5)
        else:
            assert node.type == "rig" or getattr(node, "track", None) is not None, f"{node.name} does not move"


def test_the_same_parameters_give_the_same_person() -> None:
    params = some("girl", wardrobe=(Garment(kind="dress", color="yellow"),))
    first = girl.build(params)
    person.build.cache_clear()
    again = girl.build(params)
    for a, b in zip(first.pieces, again.pieces):
        assert [n.name for n in a.nodes] == [n.name for n in b.nodes]
        for m, n in zip(a.nodes, b.nodes):
            assert isinstance(m, Mesh | Strands) and isinstance(n, Mesh | Strands)
            np.testing.assert_array_equal(m.points, n.points)


def test_a_heavy_build_is_seen_at_the_waist() -> None:
    def waist(build: str) -> float:
        p = some("man", seed=3, build=build)
        body = morph.body(p.gender, p.age_years, 1.75, p.weight, p.muscle, features=p.features)
        ring = body.points[:13380]
        ring = ring[(np.abs(ring[:, 2] - body.marks["waist"] + 0.03) < 0.02) & (np.abs(ring[:, 0]) < 0.3)]
        return float(np.ptp(ring[:, 0]) + np.ptp(ring[:, 1]))

    assert waist("heavy") > waist("average") + 0.12
    assert waist("slim") < waist("average") - 0.01
