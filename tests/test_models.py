"""Models that people bring: 3D files as things of the cast."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filmwright import concepts, models
from filmwright.content import models as brought
from filmwright.content import offers, things
from filmwright.content.credits import credits
from filmwright.content.kinds import Thing
from filmwright.content.stageable import stageable
from filmwright.errors import BadInput, UnknownName
from filmwright.models import geometry
from filmwright.reading import vocabulary
from filmwright.reading.read import read
from filmwright.scene.shade import Expr
from filmwright.spec.shot import Member
from filmwright.staging.things import module_of

FORMATS = ("booth.glb", "gltf_booth/scene.gltf", "booth.usdc", "booth.obj", "booth.blend")


def _forget() -> None:
    """Have the tables of content read anew."""
    for kept in (
        models._read, concepts._tables, offers.offered, offers.own, offers.constant, brought._table, brought._like,
        vocabulary.vocabulary,
    ):  # fmt: skip
        kept.cache_clear()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the phone booth in every format."""
    folder = tmp_path_factory.mktemp("models")
    script = Path(__file__).parent / "modelling.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folder


Bring = Callable[..., Path]


@pytest.fixture
def bring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_cache: Path) -> Iterator[Bring]:
    """Put a file, as `name`, and what is said of it where models are looked for."""
    folder = tmp_path / "brought"
    folder.mkdir()
    monkeypatch.setenv("FILMWRIGHT_MODELS", str(folder))

    def go(file: Path | bytes, name: str, said: str = "") -> Path:
        target = folder / name
        if isinstance(file, bytes):
            target.write_bytes(file)
        elif file.is_dir():
            shutil.copytree(file, target)
        else:
            shutil.copy(file, target)
        if said:
            target.with_suffix(".toml").write_text(said)
        _forget()
        return target

    yield go
    monkeypatch.undo()
    _forget()


def thing(name: str, **said: object) -> Thing:
    """The model as staging builds it."""
    member = Member.model_validate({"id": f"{name}-1", "kind": name, **said})
    module = module_of(member)
    built: Thing = module.build(module.vary(np.random.default_rng(1), member))
    return built


def size(built: Thing) -> np.ndarray:
    low, high = things.box(built.nodes)
    return np.asarray(high - low)


@pytest.mark.parametrize("file", FORMATS)
def test_a_model_of_every_format_stands_on_the_ground_with_its_front_along_y(
    made: Path, bring: Bring, file: str
) -> None:
    source = made / file
    bring(source.parent, "booth") if "/" in file else bring(source, f"booth{source.suffix}")
    if source.suffix == ".obj":
        bring(made / "booth.mtl", "booth.mtl")
    built = thing("booth")
    low, high = things.box(built.nodes)
    np.testing.assert_allclose(low, [-0.45, -0.4, 0.0], atol=1e-3)
    np.testing.assert_allclose(high, [0.45, 0.4, 2.4], atol=1e-3)
    (mesh,) = built.nodes
    glass = next(
        n for n, name in enumerate(mesh.materials) if built.materials[name].model == "glass" or "Glass" in name
    )
    door = np.asarray(mesh.points)[np.asarray(mesh.faces)[np.asarray(mesh.material_index) == glass][:, :3]].reshape(
        -1, 3
    )
    assert door[:, 1].min() > 0.3, "the door is in front"
    knob = next(n for n, name in enumerate(mesh.materials) if "Brass" in name)
    grip = np.asarray(mesh.points)[np.asarray(mesh.faces)[np.asarray(mesh.material_index) == knob][:, :3]].reshape(
        -1, 3
    )
    assert grip[:, 0].max() < 0, "seen from the front, what was on the right is on the right"


def test_materials_come_with_a_model(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "booth.glb")
    materials = {name.split(" ", 1)[1]: m for name, m in thing("booth").materials.items()}
    np.testing.assert_allclose(materials["Red"].color, (0.6, 0.02, 0.02), atol=0.01)
    assert materials["Red"].roughness == pytest.approx(0.3, abs=0.01)
    assert materials["Brass"].metallic == pytest.approx(1.0)
    assert materials["Glass"].model == "glass"
    roof = materials["Roof"].color
    assert isinstance(roof, Expr) and roof.op == "image"
    (image,) = thing("booth").images.values()
    pixels = np.asarray(image.pixels)
    assert pixels.shape == (16, 32, 4) and pixels[8, 4, 0] == 255 and pixels[8, 28, 0] == 0 and not image.data


def test_the_color_a_text_gives_goes_to_the_largest_surface(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "booth.glb")
    materials = {name.split(" ", 1)[1]: m for name, m in thing("booth", color="blue").materials.items()}
    assert materials["Red"].color[2] > materials["Red"].color[0]
    assert (
        materials["Brass"].color
        == thing("booth").materials[next(n for n in thing("booth").materials if "Brass" in n)].color
    )


def test_a_named_material_takes_the_color_and_its_texture_stays(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "booth.glb", 'paint = "Roof"')
    materials = {name.split(" ", 1)[1]: m for name, m in thing("booth", color="blue").materials.items()}
    np.testing.assert_allclose(materials["Red"].color, (0.6, 0.02, 0.02), atol=0.01)
    assert isinstance(materials["Roof"].color, Expr) and materials["Roof"].color.op == "cmul"


@pytest.mark.parametrize(
    "said, height_m",
    [
        ("height_m = 3.0", 3.0),
        ("width_m = 1.8", 4.8),
        ("length_m = 0.4", 1.2),
        ('front = "+x"\nlength_m = 1.8', 4.8),
        ('kind = "tower"', 40.0),  # no unit makes it that large
    ],
)
def test_a_model_is_as_large_as_is_said_of_it(made: Path, bring: Bring, said: str, height_m: float) -> None:
    bring(made / "booth.glb", "thing.glb", said)
    assert size(thing("thing"))[2] == pytest.approx(height_m, rel=0.01)


def test_a_model_in_centimetres_is_taken_for_one(bring: Bring) -> None:
    square = "v -40 0 -30\nv 40 0 -30\nv 40 95 30\nv -40 95 30\nf 1 2 3 4\n"
    bring(square.encode(), "oak_chair.obj")
    assert size(thing("oak_chair")) == pytest.approx([0.8, 0.6, 0.95], rel=0.01)


def test_a_red_phone_booth_is_the_model_of_that_name(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "phone_booth.glb")
    film, ledger, *_ = read("A red phone booth on a street at night")
    shot = stageable(film.shots[0], film.seed)
    assert [m.kind for m in shot.shot.cast] == ["phone_booth"]
    assert shot.shot.cast[0].color == "red"
    assert not [e for e in ledger.having("unstaged") if "booth" in e.text]


def test_a_model_has_the_words_that_are_given_to_it_in_each_language(made: Path, bring: Bring) -> None:
    bring(
        made / "booth.glb",
        "k6.glb",
        'kind = "street_furniture"\nwords = {en = ["kiosque box"], fr = ["cabine anglaise"]}',
    )
    assert read("A kiosque box in the park")[0].shots[0].cast[0].kind == "k6"
    assert read("Une cabine anglaise dans le parc", language="fr")[0].shots[0].cast[0].kind == "k6"
    assert concepts.parents("thing")["k6"] == "street_furniture"
    assert "k6" in offers.offered("thing")


def test_a_model_stands_in_for_what_is_ours_but_not_in_our_rooms(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "chair.glb")
    assert offers.package_of("thing", "chair") == offers.BROUGHT
    assert offers.package_of("thing", "chair", brought=False) != offers.BROUGHT
    assert offers.offered("thing").count("chair") == 1


def test_a_model_is_held_and_stands_as_the_nearest_of_ours(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "blue_vase.glb")
    module = module_of(Member(id="blue_vase-1", kind="blue_vase"))
    assert module.STANDS == "table"
    assert not hasattr(module, "SPEEDS")


def test_who_sits_on_a_model_sits_as_high_as_is_said(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "throne.glb", "seat_m = 0.6")
    assert thing("throne", size="large").sits == ((0.0, 0.0, pytest.approx(0.6 * things.SIZES["large"]), 0.0),)


def test_who_made_a_model_is_named(made: Path, bring: Bring) -> None:
    said = 'author = "A. Author"\nlicence = "CC BY 4.0"\nsource = "example.org/booth"'
    bring(made / "booth.glb", "phone_booth.glb", said)
    (credit,) = credits(read("A phone booth in the park")[0])
    assert credit.words == "phone booth by A. Author (CC BY 4.0, example.org/booth)"
    assert not credits(read("A bench in the park")[0])


def test_a_gltf_file_says_itself_who_made_it(bring: Bring) -> None:
    asset = {"version": "2.0", "extras": {"author": "B. Author", "license": "CC0", "title": "Old booth"}}
    path = bring(json.dumps({"asset": asset}).encode(), "booth.gltf")
    assert models.credit(models.brought()["booth"]).words == "Old booth by B. Author (CC0)"
    with pytest.raises(BadInput, match=str(path)):
        thing("booth")


def test_a_changed_file_is_another_model(bring: Bring) -> None:
    bring(b"v 0 0 0\nv 1 0 0\nv 1 1 0\nf 1 2 3\n", "flag_pole.obj", "height_m = 1.0")
    first = geometry.digest_of(models.brought()["flag_pole"])
    bring(b"v 0 0 0\nv 1 0 0\nv 1 2 0\nf 1 2 3\n", "flag_pole.obj")
    assert geometry.digest_of(models.brought()["flag_pole"]) != first


@pytest.mark.parametrize(
    "name, content, error",
    [
        ("old.max", b"", "cannot be read"),
        ("booth.toml.glb", b"", "cannot be read"),
        ("123.glb", b"", "cannot be the name"),
        ("empty.obj", b"# nothing\n", "no surface"),
        ("broken.blend", b"BLENDER", "cannot be read"),
        ("broken.usdz", b"PK", "cannot be read"),
        ("room.sh3f", b"PK", "no catalog"),
    ],
)
def test_a_file_that_is_no_model_is_named(bring: Bring, name: str, content: bytes, error: str) -> None:
    path = bring(content, name)
    with pytest.raises(BadInput, match=error) as caught:
        for known in models.brought():
            thing(known)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    "said, error",
    [
        ("height_m = -1", "height_m"),
        ("hight = 2", "hight"),
        ("kind = 'street_furnitur'", "street_furniture"),
        ("kind =", "cannot be read"),
        ("name = 'Phone Booth'", "cannot be the name"),
    ],
)
def test_what_is_said_wrongly_of_a_model_is_named(made: Path, bring: Bring, said: str, error: str) -> None:
    path = bring(made / "booth.glb", "booth.glb", said)
    with pytest.raises((BadInput, UnknownName), match=error) as caught:
        models.brought()
        concepts.parents("thing")
    assert str(path.with_suffix(".toml")) in str(caught.value)


def test_two_models_of_one_name_are_named(made: Path, bring: Bring) -> None:
    bring(made / "booth.glb", "booth.glb")
    bring(made / "booth.blend", "booth.blend")
    with pytest.raises(BadInput, match="Two models are called booth"):
        models.brought()


def test_a_folder_that_is_not_there_is_named(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMWRIGHT_MODELS", "/nowhere")
    with pytest.raises(BadInput, match="/nowhere"):
        models.brought()


_SPOILS = st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoils=st.lists(_SPOILS, min_size=1, max_size=12), cut=st.floats(0.05, 1.0))
def test_a_broken_file_is_one_clear_error_or_a_model(
    made: Path, bring: Bring, spoils: list[tuple[float, bytes]], cut: float
) -> None:
    data = bytearray((made / "booth.glb").read_bytes())
    for at, junk in spoils:
        start = int(at * len(data))
        data[start : start + len(junk)] = junk
    path = bring(bytes(data[: max(1, int(cut * len(data)))]), "booth.glb")
    geometry.digest_of.cache_clear()
    models.credit(models.brought()["booth"])
    try:
        assert np.isfinite(size(thing("booth"))).all()
    except BadInput as e:
        assert str(path) in str(e)


def test_a_catalog_of_furniture_gives_the_things_we_have_not(tmp_path: Path, bring: Bring) -> None:
    rows = [
        "name=Test furniture", "license=CC0", "provider=example.org",
        "name#1=Washing machine", "model#1=/a/washer.obj", "height#1=85", "creator#1=C. Author",
        "name#2=Chair", "model#2=/a/washer.obj", "height#2=90",
        "name#3=Front door", "model#3=/a/washer.obj", "height#3=200", "doorOrWindow#3=true",
    ]  # fmt: skip
    archive = tmp_path / "furniture.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("PluginFurnitureCatalog.properties", "\n".join(rows))
        opened.writestr("a/washer.obj", "v 0 0 0\nv 60 0 0\nv 60 85 0\nv 0 85 60\nf 1 2 3 4\n")
    bring(archive, "furniture.sh3f")
    film, *_ = read("A washing machine in the park")
    assert "washing_machine" in brought.modules_brought() and "chair" not in brought.modules_brought()
    assert size(thing("washing_machine"))[2] == pytest.approx(0.85)
    assert credits(film)[0].words == "Washing machine (Test furniture) by C. Author (CC0, example.org)"
