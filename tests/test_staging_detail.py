"""Detail by distance, and what is kept of people and sets."""

from __future__ import annotations

import os
import pickle
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from pydantic import BaseModel

from filmwright.reading.edit import apply
from filmwright.reading.read import read
from filmwright.scene.nodes import Camera, Mesh, Node, Skin, Strands
from filmwright.scene.stage import Stage, fingerprint
from filmwright.spec.film import Film
from filmwright.staging import memo
from filmwright.staging import stage as staging
from filmwright.staging.detail import as_seen, thinned
from filmwright.staging.stage import stage_shot

STAND = "A man in a gray sweater and trousers stands on the beach in the morning"


@cache
def film(*edits: str, prompt: str = STAND) -> Film:
    made, _ = read(prompt, seconds=0.5)
    return apply(made, list(edits))


@cache
def staged(*edits: str) -> Stage:
    return stage_shot(film(*edits), 0).stage


def tuft(count: int = 4000) -> Strands:
    points = np.random.default_rng(1).random((count, 4, 3))
    return Strands(name="hair", points=points, radii=np.linspace(0.0003, 0.0001, 4), material="hair", cast="man-1")


def hairs(stage: Stage) -> int:
    return sum(len(n.points) for n in stage.nodes if isinstance(n, Strands))


def subdivided(stage: Stage) -> list[str]:
    return [n.name for n in stage.nodes if isinstance(n, Mesh) and n.subdivide]


def test_somebody_far_away_has_fewer_strands_and_coarse_skin() -> None:
    far, near = staged("shots.0.camera.size=wide"), staged("shots.0.camera.size=close_up")
    assert hairs(far) < 0.3 * hairs(near)
    assert not subdivided(far) and subdivided(near)


def test_fewer_strands_cover_as_much() -> None:
    whole, thin = tuft(), thinned(tuft(), pixel_m=0.23 / 30)
    assert len(thin.points) < len(whole.points)
    assert len(thin.points) * thin.radii == pytest.approx(len(whole.points) * whole.radii)


def test_no_strand_is_thick_enough_to_be_seen_and_a_close_face_keeps_every_hair() -> None:
    for face in (12, 30, 60, 120, 400):
        pixel_m = 0.23 / face
        node = thinned(tuft(), pixel_m)
        assert len(node.points) == 4000 or 2 * node.radii.max() < 0.45 * pixel_m
    assert len(thinned(tuft(), 0.23 / 400).points) == 4000


def test_a_few_strands_are_all_drawn() -> None:
    assert len(thinned(tuft(2), pixel_m=0.1).points) == 2


def test_everybody_has_the_detail_of_their_own_distance() -> None:
    """One stands before the lens, one a long way behind."""
    frames = 3
    skin = Mesh(name="skin", points=np.zeros((3, 3)), faces=np.array([[0, 1, 2, -1]]), materials=(), subdivide=1)
    nodes: list[Node] = []
    for name in ("a-1", "b-1"):
        nodes += [skin.model_copy(update={"name": f"{name} skin", "cast": name})]
        nodes += [tuft().model_copy(update={"name": f"{name} hair", "cast": name})]
    people = staging.casting.Cast(
        tuple(nodes), {}, {}, staging.nobody(_setting(), _setting().marks[0], frames), ("a-1", "b-1"), (),
        {"a-1": np.tile([0.0, 1.5, 1.6], (frames, 1)), "b-1": np.tile([0.0, 30.0, 1.6], (frames, 1))},
            ("a-1", "b-1"),
    )  # fmt: skip
    still = np.tile([1.0, 0, 0, 0], (frames, 1))
    lens = Camera(
        locations=np.tile([0.0, 0.0, 1.6], (frames, 1)),
        rotations=still,
        focal_mm=np.full(frames, 35.0),
        focus_m=np.full(frames, 2.0),
    )
    seen = {n.name: n for n in as_seen(people, lens, 640).nodes}
    near, far = seen["a-1 skin"], seen["b-1 skin"]
    assert isinstance(near, Mesh) and isinstance(far, Mesh)
    assert (near.subdivide, far.subdivide) == (1, 0)
    near_hair, far_hair = seen["a-1 hair"], seen["b-1 hair"]
    assert isinstance(near_hair, Strands) and isinstance(far_hair, Strands)
    assert (len(near_hair.points), len(far_hair.points)) == (4000, 500)


@cache
def _setting() -> staging.Setting:
    return staging.build_set(film().shots[0], 7)


@pytest.mark.parametrize("prompt", [
    STAND,
    "A woman in a red coat walks through a snowy pine forest at golden hour",
    "A woman in a black leather jacket walks down a neon city street at night",
    "An old man with a beard sits in a café",
])  # fmt: skip
def test_a_stage_from_the_cache_is_the_stage_made_anew(prompt: str, tmp_path: Path) -> None:
    work = film(prompt=prompt)
    new = fingerprint(stage_shot(work, 0).stage)
    entries = []
    for _ in range(2):
        staging._built.cache_clear()
        assert fingerprint(stage_shot(work, 0, tmp_path).stage) == new
        entries.append({p.name: p.stat().st_ino for p in tmp_path.rglob("*.pickle")})
    assert len(entries[0]) == 2, "one set and one person are kept"
    assert entries[0] == entries[1], "and used: nothing was written a second time"


class Dish(BaseModel):
    salt: float = 0.5


def cooked(folder: Path | None, dish: Dish, calls: list[Dish]) -> dict[str, object]:
    def make() -> dict[str, object]:
        calls.append(dish)
        return {"salt": dish.salt, "grains": np.arange(5.0) * dish.salt}

    return memo.kept(folder, "dish", dish, make)


def test_what_was_made_is_kept_by_its_parameters(tmp_path: Path) -> None:
    calls: list[Dish] = []
    for dish in (Dish(), Dish(), Dish(salt=0.6), Dish()):
        made = cooked(tmp_path, dish, calls)
        assert made["salt"] == dish.salt and np.array_equal(made["grains"], np.arange(5.0) * dish.salt)  # type: ignore[arg-type]
    assert calls == [Dish(), Dish(salt=0.6)]


def test_a_damaged_entry_is_made_anew(tmp_path: Path) -> None:
    calls: list[Dish] = []
    cooked(tmp_path, Dish(), calls)
    (path,) = tmp_path.rglob("*.pickle")
    whole = path.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[:-1] + b"!", b"x" * len(whole)):
        path.write_bytes(damaged)
        cooked(tmp_path, Dish(), calls)
        assert path.read_bytes() == whole
    assert len(calls) == 5


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(_Trap.folder),)

    folder = Path()


def test_a_planted_entry_runs_nothing(tmp_path: Path) -> None:
    calls: list[Dish] = []
    cooked(tmp_path, Dish(), calls)
    (path,) = tmp_path.rglob("*.pickle")
    _Trap.folder = tmp_path / "trapped"
    memo._write(path, _Trap())
    assert pickle.loads(path.read_bytes()[memo._SEALED :]) is None and _Trap.folder.exists(), "the trap works"
    _Trap.folder.rmdir()
    cooked(tmp_path, Dish(), calls)
    assert not _Trap.folder.exists() and len(calls) == 2


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    calls: list[Dish] = []
    assert cooked(file, Dish(), calls)["salt"] == 0.5
    assert cooked(None, Dish(), calls)["salt"] == 0.5
    assert len(calls) == 2


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for age, name in enumerate("abcd"):
        (tmp_path / f"{name}.pickle").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.pickle", (1000 - age, 1000 - age))
    memo.trim(tmp_path, 250)
    assert sorted(p.stem for p in tmp_path.iterdir()) == ["a", "b"]


def test_thinned_fur_keeps_its_roots_and_its_rig() -> None:
    whole = tuft().model_copy(
        update={
            "skin": Skin(rig="rig", bones=np.zeros((4000, 4), np.int32), weights=np.full((4000, 4), 0.25)),
            "root_data": {"rest": np.zeros((4000, 3), np.float32)},
        }
    )
    thin = thinned(whole, pixel_m=0.02)
    assert thin.skin is not None and len(thin.points) < len(whole.points)
    assert len(thin.points) == len(thin.skin.bones) == len(thin.skin.weights) == len(thin.root_data["rest"])
