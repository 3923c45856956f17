"""blend: shots that go over into one another, to the frame."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pydantic import ValidationError
from scipy.spatial.transform import Rotation

from cuttings import BEACH, CAFE, FPS, WOMAN, apart, film, make, numbered
from filmwright.editing.blend import blend
from filmwright.errors import BadInput
from filmwright.finish.joins import Reel, joined, mixed
from filmwright.scene.lens import lens_at
from filmwright.scene.nodes import Rig
from filmwright.scene.stage import Stage, fingerprint
from filmwright.spec.film import Span, picture_count, spans
from filmwright.spec.shot import Cut
from filmwright.staging.stage import stage_shot

SECOND = {"seconds": 1.0}


def gray(pictures: list[np.ndarray]) -> list[int]:
    return [int(picture[0, 0, 0]) for picture in pictures]


def test_the_film_is_shorter_by_what_both_shots_share() -> None:
    work = blend(film(BEACH | SECOND, CAFE | SECOND), 1, "dissolve", 0.5)
    assert picture_count(work) == 16 - 4
    assert [span.over for span in spans(work)] == [4, 0]
    assert picture_count(blend(work, 1, "dissolve", 0.0)) == 16


def test_a_dissolve_goes_evenly_from_one_to_the_other_and_touches_nothing_else() -> None:
    parts = [Span(0, 1.0, 6, over=3), Span(0, 1.0, 6)]
    seen = gray(list(joined(numbered([6, 6]), parts)))
    assert seen[:3] == [40, 41, 42] and seen[6:] == [123, 124, 125]
    assert len(seen) == 9 and seen[2] < seen[3] < seen[4] < seen[5] < seen[6]


def test_light_is_mixed_not_numbers() -> None:
    """Half the light of white is 188 of 255 in sRGB (IEC 61966-2-1), not 128."""
    black, white = np.zeros((1, 1, 3), np.uint8), np.full((1, 1, 3), 255, np.uint8)
    assert mixed(black, white, 0.5)[0, 0].tolist() == [188] * 3
    assert mixed(black, white, 0.0)[0, 0].tolist() == [0] * 3 and mixed(black, white, 1.0)[0, 0].tolist() == [255] * 3


def test_a_last_shot_that_goes_over_makes_the_film_a_ring() -> None:
    """What its end is mixed with is not shown at the beginning: after the last picture comes the first."""
    parts = [Span(0, 1.0, 8, over=3)]
    seen = gray(list(joined(numbered([8]), parts)))
    assert seen[:2] == [43, 44] and len(seen) == 5
    assert abs(seen[-1] - seen[0]) <= 2


def test_pictures_put_aside_come_back_in_order_from_memory_or_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("filmwright.finish.joins.IN_MEMORY", 100)
    pictures = [np.full((5, 7, 3), k, np.uint8) for k in range(6)]
    with Reel() as reel:
        for picture in pictures[:4]:
            reel.put(picture)
        assert gray([reel.take() for _ in range(2)]) == [0, 1]
        reel.put(pictures[4])
        assert gray([reel.take() for _ in range(3)]) == [2, 3, 4]
        reel.put(pictures[5])
        assert np.array_equal(reel.take(), pictures[5])


@pytest.mark.parametrize(
    ("shot", "seconds", "message"),
    [(2, 0.5, "No shot follows shot 2"), (3, 0.5, "no shot 3"), (1, 2.0, "at most 1 s"), (1, -1.0, "at most 1 s")],
)
def test_where_there_is_no_room_it_says_how_much_there_is(shot: int, seconds: float, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        blend(film(BEACH | SECOND, CAFE | SECOND), shot, "dissolve", seconds)


def test_two_dissolves_share_a_shot_but_no_picture() -> None:
    work = blend(film(BEACH | SECOND, CAFE | SECOND, BEACH | SECOND), 1, "dissolve", 0.75)
    with pytest.raises(BadInput, match=r"0\.25 s"):
        blend(work, 2, "dissolve", 0.5)
    into = {"into": {"kind": "dissolve", "seconds": 0.75}}
    with pytest.raises(ValidationError, match="only 1 s long"):
        film(BEACH | SECOND | into, CAFE | SECOND | into, BEACH | SECOND)


def test_a_blended_film_draws_nothing_and_shows_both_shots_where_they_meet(tmp_path: Path, fresh_cache: Path) -> None:
    before = film(BEACH, CAFE)
    first = make(before, tmp_path, fresh_cache)
    again = make(blend(before, 1, "dissolve", 3 / FPS), tmp_path, fresh_cache)
    assert again.drawn == 0 and again.kept == 12
    assert len(again.pictures) == 9
    for number, was in [(0, 0), (2, 2), (6, 9), (8, 11)]:
        assert apart(again.pictures[number], first.pictures[was]) < 3
    half = mixed(first.pictures[4], first.pictures[7], 0.5)
    assert apart(again.pictures[4], half) < 3


def test_a_match_cut_ends_one_shot_on_the_move_and_goes_on_with_it_in_the_next() -> None:
    before = film(BEACH | {"seconds": 4.0}, CAFE | {"seconds": 3.0, "camera": {"move": "static", "size": "wide"}})
    after = blend(before, 1, "match_cut")
    first, second = after.shots
    assert first.cut is not None and first.cut.to_s == 3.0
    assert first.model_copy(update={"cut": None, "into": None}) == before.shots[0]
    assert second.camera.move == "dolly_in" and second.camera.span_s == (-3.0, 1.0)
    assert picture_count(after) == 6 * FPS
    trimmed = before.model_copy(
        update={"shots": (before.shots[0].model_copy(update={"cut": Cut(to_s=2, rate=2)}), *before.shots[1:])}
    )
    assert blend(trimmed, 1, "match_cut").shots[1].camera.span_s == (-1.0, 1.0)
    with pytest.raises(BadInput, match="does not move"):
        blend(film(BEACH | {"camera": {"move": "static"}}, CAFE), 1, "match_cut")


@pytest.mark.parametrize(
    ("move", "action"),
    [
        ("dolly_in", "stand"),
        ("truck_right", "stand"),
        ("pan_left", "stand"),
        ("zoom_in", "stand"),
        ("pan_right+dolly_in", "stand"),
        ("dolly_out", "walk"),
    ],
)
def test_over_a_match_cut_the_camera_moves_on_and_the_subject_stays_in_its_place(move: str, action: str) -> None:
    """Place in the picture, in shares of it, and motion against it a frame, on both sides of the cut; and the shot before the cut is
    staged as it was."""
    first, *then = move.split("+")
    steps = [{"move": name} for name in then]
    camera = {"camera": {"move": first, "then": steps, "focus": "woman-1", "size": "medium_wide"}}
    walker = {"cast": [WOMAN | {"action": {"kind": action}}]}
    before = film(BEACH | {"seconds": 3.0} | camera | walker, CAFE | {"seconds": 3.0})
    after = blend(before, 1, "match_cut")
    last = spans(after)[0].frames[-1]
    a, b = (stage_shot(after, n).stage for n in (0, 1))
    assert fingerprint(a) == fingerprint(stage_shot(before, 0).stage)
    here, there = seen(a)[last - 1 : last + 1], seen(b)[:2]
    assert np.abs(here[1, :2] - there[0, :2]).max() < 0.08
    if action == "walk" or then:
        return  # she comes nearer by herself; the second of two moves has the room of its own set
    assert np.abs(np.diff(here[:, :2], axis=0) - np.diff(there[:, :2], axis=0)).max() < 0.004
    nearer = [(track[1, 2] - track[0, 2]) / track[0, 2] for track in (here, there)]
    assert abs(nearer[0] - nearer[1]) < 0.2 * max(map(abs, nearer)) + 1e-3
    speeds = np.linalg.norm(np.diff(np.asarray(b.camera.locations), axis=0), axis=1)
    assert speeds[-1] < 1e-4, "the move is over before the shot is"
    assert np.abs(np.diff(speeds)).max() < 0.35 * speeds.max() + 1e-3, "and comes to rest gently"


def seen(stage: Stage) -> np.ndarray:
    """Where the woman's head is in each picture (F, 3): right and down in shares of it, and how wide the picture is there in metres."""
    rig = next(node for node in stage.nodes if isinstance(node, Rig) and node.cast == "woman-1")
    bone = rig.bones.index("head")
    turns = Rotation.from_quat(np.asarray(rig.rotations)[:, bone][:, [1, 2, 3, 0]])
    heads = turns.apply([0.0, 0.05, 1.55]) + np.asarray(rig.locations)[:, bone]
    rows = []
    for frame, head in enumerate(heads):
        lens = lens_at(stage.camera, frame, (1, 1))
        x, y, depth = lens.project(head)
        rows.append((x, y, depth / lens.focal))
    return np.array(rows, float)
