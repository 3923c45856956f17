"""Blocking and framing by rule, on the real content."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from filmwright.content.camera import SIZES
from filmwright.engines.sketch import mesh_points, seen_from, to_pixels
from filmwright.reading.edit import apply
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.stage import Stage, document
from filmwright.spec.film import Film
from filmwright.staging import place
from filmwright.staging.stage import Staged, build_set, stage_shot

WALK = "A woman in a red coat and black boots walks through a snowy pine forest at golden hour"
STAND = "A man in a gray sweater and trousers stands on the beach in the morning"
GOLDEN = Path(__file__).parent / "golden"


@cache
def film(prompt: str, *edits: str) -> Film:
    made, _ = read(prompt, seconds=1.0)
    return apply(made, list(edits)) if edits else made


@cache
def staged(prompt: str, *edits: str) -> Staged:
    return stage_shot(film(prompt, *edits), 0)


def figure(stage: Stage, frame: int) -> np.ndarray:
    """World points (n, 3) of the hero's meshes at a frame."""
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    parts = [mesh_points(n, rigs, frame) for n in stage.nodes if isinstance(n, Mesh) and n.cast == stage.cast[0]]
    return np.concatenate(parts)


def in_frame(stage: Stage, frame: int) -> np.ndarray:
    """The hero in the picture: (n, 2) in 0..1, x right, y down."""
    local = seen_from(stage.camera, frame, figure(stage, frame))
    return to_pixels(stage.camera, frame, stage.size, local) / stage.size


@pytest.mark.parametrize("prompt", [STAND])
@pytest.mark.parametrize("size", ["wide", "full", "medium_wide", "medium", "medium_close_up", "close_up"])
def test_each_size_shows_its_part_of_the_body_with_headroom(prompt: str, size: str) -> None:
    stage = staged(prompt, f"shots.0.camera.size={size}").stage
    seen = in_frame(stage, stage.frames // 2)
    top, bottom = seen[:, 1].min(), seen[:, 1].max()
    assert -0.02 < top < 0.45, "the head is in the picture"
    if SIZES[size].bottom == 0:
        assert bottom < 1.0, "the feet are in the picture"
        assert bottom - top == pytest.approx(SIZES[size].share, abs=0.16)
    else:
        assert bottom > 0.98, "the body is cut by the frame"


@pytest.mark.parametrize("prompt", [WALK, STAND])
def test_the_hero_stays_in_the_picture_for_the_whole_shot(prompt: str) -> None:
    stage = staged(prompt).stage
    for frame in (0, stage.frames // 2, stage.frames - 1):
        seen = in_frame(stage, frame)
        assert seen[:, 0].min() > 0.02 and seen[:, 0].max() < 0.98


@pytest.mark.parametrize("angle", ["low", "high", "eye_level"])
def test_an_angle_puts_the_lens_where_it_says(angle: str) -> None:
    stage = staged(STAND, f"shots.0.camera.angle={angle}", "shots.0.camera.size=full").stage
    head = figure(stage, 0)[:, 2].max()
    feet = figure(stage, 0)[:, 2].min()
    lens = float(stage.camera.locations[0][2])
    assert {"low": lens < feet + 0.8, "high": lens > head + 0.5, "eye_level": feet + 1.0 < lens < head + 0.2}[angle]


@pytest.mark.parametrize("prompt", [WALK, STAND])
def test_the_hero_stands_on_the_ground_and_not_in_it(prompt: str) -> None:
    stage = staged(prompt).stage
    setting = build_set(film(prompt).shots[0], film(prompt).seed)
    for frame in range(0, stage.frames, 6):
        points = figure(stage, frame)
        low = points[points[:, 2].argmin()]
        ground = place.height(setting.ground, low[0], low[1])
        assert -0.06 < low[2] - ground < 0.05


def test_nobody_stands_inside_a_tree_and_nothing_stands_before_the_lens() -> None:
    for seed in (1, 2):
        made = film(WALK).model_copy(update={"seed": seed})
        setting = build_set(made.shots[0], seed)
        stage = stage_shot(made, 0).stage
        for frame in (0, stage.frames - 1):
            body = figure(stage, frame)[:, :2].mean(axis=0)
            eye = np.asarray(stage.camera.locations[frame][:2], float)
            for x, y, radius in setting.obstacles:
                assert np.hypot(body[0] - x, body[1] - y) > radius
                assert np.hypot(eye[0] - x, eye[1] - y) > radius


def test_the_same_film_stages_the_same_and_one_word_leaves_the_rest() -> None:
    again = stage_shot(film(WALK), 0).stage
    assert document(again)[0] == document(staged(WALK).stage)[0]
    green = staged(WALK, "shots.0.cast.0.wardrobe.0.color=green").stage
    old, new = document(staged(WALK).stage)[0], document(green)[0]
    assert old["nodes"] == new["nodes"] and old["camera"] == new["camera"]
    changed = {k for k in old["materials"] if old["materials"][k] != new["materials"][k]}
    assert changed and all("coat" in k or "woman-1" in k for k in changed)


def test_another_camera_move_leaves_set_and_cast_alone() -> None:
    old, new = document(staged(WALK).stage)[0], document(staged(WALK, "shots.0.camera.move=orbit_left").stage)[0]
    hero_free = [n for n in old["nodes"] if not n["name"].startswith("hero ")]
    assert hero_free == [n for n in new["nodes"] if not n["name"].startswith("hero ")]
    assert old["camera"] != new["camera"]


def test_a_lens_in_the_text_is_the_lens_on_the_camera() -> None:
    assert float(staged(STAND, "shots.0.camera.lens_mm=50").stage.camera.focal_mm[0]) == 50.0


def test_the_hero_has_lamps_that_touch_nobody_else() -> None:
    lamps = [n for n in staged(WALK).stage.nodes if n.type == "lamp" and n.name.startswith("hero ")]
    assert lamps and all(n.only and all(name.split()[0] == "woman-1" for name in n.only) for n in lamps)  # type: ignore[union-attr]


def test_several_people_keep_their_distance() -> None:
    stage = staged("A man in a blue shirt and a woman in a white dress stand on the beach at noon").stage
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    places = []
    for member in stage.cast:
        parts = [mesh_points(n, rigs, 0) for n in stage.nodes if isinstance(n, Mesh) and n.cast == member]
        places.append(np.concatenate(parts)[:, :2].mean(axis=0))
    assert len(places) == 2
    assert 0.5 < np.linalg.norm(places[0] - places[1]) < 1.6


def outline(stage: Stage) -> dict[str, object]:
    """A Stage's document with every array as its shape and a few rounded figures: steady across machines."""
    doc, arrays = document(stage)

    def plain(value: object) -> object:
        if isinstance(value, dict) and "$array" in value:
            data = arrays[value["$array"]]
            numbers = [round(float(x), 2) + 0.0 for x in (data.min(), data.mean(), data.max())] if data.size else []
            return {"shape": list(data.shape), "min mean max": numbers}
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(v) for v in value]
        return round(value, 3) if isinstance(value, float) else value

    nodes = {
        n["name"]: plain({k: v for k, v in n.items() if k in ("type", "points", "cast", "only")}) for n in doc["nodes"]
    }
    return {"camera": plain(doc["camera"]), "cast": doc["cast"], "nodes": nodes, "materials": sorted(doc["materials"])}


@pytest.mark.parametrize(("name", "prompt"), [("valley", WALK), ("beach", STAND)])
def test_a_prompt_stages_as_its_golden_document(name: str, prompt: str, request: pytest.FixtureRequest) -> None:
    """Rewrite the documents with `pytest --golden` after a change that is meant."""
    path = GOLDEN / f"{name}.json"
    found = outline(staged(prompt).stage)
    if request.config.getoption("--golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(json.dumps(found))


def test_two_who_sit_where_no_seat_is_have_a_seat_each() -> None:
    made = staged("A woman and a man sit on the beach", "size=320x180")
    assert sum(node.name.startswith("log") for node in made.stage.nodes) == 2
