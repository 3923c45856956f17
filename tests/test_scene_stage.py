"""The Stage as a document."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from pydantic import ValidationError

import stages
from filmwright.errors import BadInput
from filmwright.scene import stage as S
from filmwright.scene.nodes import Bake, Mesh
from filmwright.scene.shade import Material, mix, noise


def test_a_stage_comes_back_from_its_folder_as_it_was(tmp_path: Path) -> None:
    stage = stages.small()
    saved = S.save(stage, tmp_path)
    loaded = S.load(tmp_path)
    assert S.fingerprint(loaded) == S.fingerprint(stage) == saved
    assert np.array_equal(loaded.nodes[0].points, stage.nodes[0].points)  # type: ignore[union-attr]


def test_equal_stages_have_equal_fingerprints_and_a_moved_point_changes_it() -> None:
    stage = stages.small()
    assert S.fingerprint(stage) == S.fingerprint(stages.small())
    ground = stage.nodes[0].model_copy(update={"points": stage.nodes[0].points + 0.01})  # type: ignore[union-attr]
    assert S.fingerprint(stage.model_copy(update={"nodes": (ground, *stage.nodes[1:])})) != S.fingerprint(stage)


def test_the_bake_is_shared_by_shots_of_one_set_and_not_by_another_set() -> None:
    stage = stages.small()
    ground = stage.nodes[0].model_copy(update={"baked": True})
    bake = {"bake": Bake(method="probes")}
    here = stage.model_copy(update={"nodes": (ground, *stage.nodes[1:]), **bake})
    other_camera = here.model_copy(update={"camera": here.camera.model_copy(update={"f_stop": 8.0})})
    no_cast = here.model_copy(update={"nodes": tuple(n for n in here.nodes if getattr(n, "cast", None) is None)})
    raised = ground.model_copy(update={"points": ground.points + 1.0})  # type: ignore[union-attr]
    other_set = here.model_copy(update={"nodes": (raised, *stage.nodes[1:])})
    assert S.set_fingerprint(other_camera) == S.set_fingerprint(no_cast) == S.set_fingerprint(here)
    assert S.set_fingerprint(other_set) != S.set_fingerprint(here)


def test_a_stage_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no stage here"):
        S.load(tmp_path / "nothing")


def test_nan_in_an_array_is_refused() -> None:
    with pytest.raises(ValidationError, match="NaN"):
        Mesh(name="x", points=np.full((3, 3), np.nan), faces=np.array([[0, 1, 2, -1]]), materials=("m",))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"materials": {}}, "no material"),
        ({"frames": 9}, "camera has 3 frames"),
    ],
)
def test_a_stage_no_engine_could_draw_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        S.check_stage(stages.small().model_copy(update=change))


def test_a_face_that_names_a_missing_point_is_refused() -> None:
    stage = stages.small()
    broken = stage.nodes[0].model_copy(update={"faces": np.array([[0, 1, 2, 99]])})
    with pytest.raises(ValueError, match="a point that is not there"):
        S.check_stage(stage.model_copy(update={"nodes": (broken, *stage.nodes[1:])}))


def test_materials_compose_with_plain_operators_and_guess_a_preview_color() -> None:
    snow = noise(scale=2.0) * 0.5 + 0.1
    material = Material(color=mix((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), snow))
    again = Material.model_validate_json(material.model_dump_json())
    assert again == material
    assert material.preview_color == (0.5, 0.0, 0.5)


def test_a_stage_that_is_there_is_not_written_again_and_a_damaged_one_is(tmp_path: Path) -> None:
    stage = stages.small()
    mark = S.save(stage, tmp_path)
    arrays = tmp_path / "arrays.npz"
    os.utime(arrays, (1, 1))
    assert S.save(stage, tmp_path) == mark
    assert arrays.stat().st_mtime == 1
    arrays.write_bytes(arrays.read_bytes()[:-100])
    assert S.save(stage, tmp_path) == mark
    assert S.fingerprint(S.load(tmp_path)) == mark
    other = S.save(stages.small(frames=4), tmp_path)
    assert other != mark and S.fingerprint(S.load(tmp_path)) == other
