"""extend and loop: what goes on without a jump, and what ends as it began; and the time that runs in a take."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from cuttings import BEACH, CAFE, FPS, WOMAN, apart, film, make
from filmwright import cli
from filmwright.editing.blend import blend
from filmwright.editing.extend import extend
from filmwright.editing.loop import loop
from filmwright.editing.recut import Retime, Trim, recut
from filmwright.errors import BadInput
from filmwright.movie.made import opened
from filmwright.scene.nodes import Camera, Rig, Track
from filmwright.scene.stage import Stage, fingerprint
from filmwright.spec.film import Film, picture_count, spans
from filmwright.spec.shot import Cut, Shot
from filmwright.staging.stage import stage_shot

VALLEY: dict[str, Any] = BEACH | {"place": {"kind": "snow_valley", "season": "winter"}}
STREET: dict[str, Any] = BEACH | {"place": {"kind": "neon_street"}, "light": {"time": "night"}}
POINTS = {"foot_l": (0.1, 0, 0.08), "foot_r": (-0.1, 0, 0.08), "hand_r": (-0.6, 0, 1.2), "head": (0, 0, 1.6)}


def shot(action: str, move: str, seconds: float = 2.0, where: dict[str, Any] = BEACH) -> dict[str, Any]:
    """A shot of the woman, who does something while the camera moves; "pan_left+dolly_in" is one move after the other."""
    first, *then = move.split("+")
    view = {"move": first, "then": [{"move": name} for name in then], "focus": "woman-1", "size": "medium_wide"}
    return where | {"seconds": seconds, "camera": view, "cast": [WOMAN | {"action": {"kind": action}}]}


def smooth(*shots: dict[str, Any]) -> Film:
    """A film at 24 frames a second, of which a frame is a small step."""
    return film(*shots).model_copy(update={"fps": 24})


def stages(work: Film) -> list[Stage]:
    return [stage_shot(work, n).stage for n in range(len(work.shots))]


def rig(stage: Stage) -> Rig:
    return next(node for node in stage.nodes if isinstance(node, Rig) and node.cast == "woman-1")


def joints(stage: Stage) -> np.ndarray:
    """Where points of the body are, every frame (F, 4, 3): feet, a hand, the head."""
    found = rig(stage)
    points = []
    for bone, rest in POINTS.items():
        k = found.bones.index(bone)
        turned = Rotation.from_quat(np.asarray(found.rotations, float)[:, k], scalar_first=True).apply(rest)
        points.append(turned + np.asarray(found.locations, float)[:, k])
    return np.stack(points, 1)


def view(camera: Camera) -> np.ndarray:
    """What a camera shows as numbers (F, 7): where it is, a point 5 m ahead of it, the logarithm of its lens."""
    places = np.asarray(camera.locations, float)
    ahead = Rotation.from_quat(np.asarray(camera.rotations, float), scalar_first=True).apply([0.0, 0.0, -5.0])
    return np.column_stack([places, places + ahead, 5 * np.log(np.asarray(camera.focal_mm, float))])


def jumps(rows: np.ndarray) -> np.ndarray:
    """How much each step (F - 2,) differs from the one before: speed that comes or goes at once."""
    flat = rows.reshape(len(rows), -1, rows.shape[-1] if rows.ndim == 3 else 1)
    return np.asarray(np.linalg.norm(np.diff(flat, n=2, axis=0), axis=-1).max(axis=-1))


def seamless(first: np.ndarray, second: np.ndarray, slack: float) -> bool:
    """Whether going over from one to the other changes speed no more than it changes at other times."""
    both = jumps(np.concatenate([first, second]))
    seam = both[len(first) - 2 : len(first)].max()
    usual = max(jumps(first).max(), jumps(second).max())
    return bool(seam <= usual + slack)


@pytest.mark.parametrize("forward", [True, False], ids=["after", "before"])
@pytest.mark.parametrize(
    ("action", "move"),
    [
        ("walk", "follow"),
        ("walk", "static"),
        ("run", "dolly_out"),
        ("stand", "orbit_left"),
        ("wave", "pan_left"),
        ("look_around", "zoom_in"),
        ("stand", "dolly_in"),
        ("stand", "pan_left+dolly_in"),
        ("walk", "follow+boom_up"),
    ],
)
def test_where_a_shot_goes_on_nothing_jumps_and_what_there_is_stays_as_it_is(
    action: str, move: str, forward: bool
) -> None:
    before = smooth(shot(action, move, where=VALLEY))
    after = extend(before, 1.5, forward=forward)
    assert picture_count(after.film) == 84 and after.came_of == [0, 0]
    old, new = stages(after.film)[:: 1 if forward else -1]
    assert fingerprint(old) == fingerprint(stages(before)[0])
    first, second = (old, new) if forward else (new, old)
    assert seamless(view(first.camera), view(second.camera), slack=0.004)
    assert seamless(joints(first), joints(second), slack=0.004)
    assert first.time_s(first.frames) == pytest.approx(second.time_s(0))


def test_hands_that_hold_a_camera_do_not_rest() -> None:
    old, new = stages(extend(smooth(shot("stand", "handheld")), 2.0).film)
    assert seamless(view(old.camera), view(new.camera), slack=0.004)
    moved = [np.linalg.norm(np.diff(view(stage.camera)[:, 3:6], axis=0), axis=1) for stage in (old, new)]
    assert moved[1][-12:].mean() > 0.3 * moved[0].mean()


def test_lamps_and_passers_by_go_on_with_the_shot() -> None:
    old, new = stages(extend(smooth(shot("walk", "static", 1.0, STREET)), 1.0).film)
    for name in [node.name for node in old.nodes if isinstance(getattr(node, "track", None), Track)]:
        tracks = [next(node for node in stage.nodes if node.name == name).track for stage in (old, new)]  # type: ignore[union-attr]
        assert seamless(np.asarray(tracks[0].locations), np.asarray(tracks[1].locations), slack=0.004), name
    strangers = [n.name for n in old.nodes if isinstance(n, Rig) and n.cast is None]
    assert strangers
    for name in strangers:
        places = [next(n for n in s.nodes if n.name == name).locations for s in (old, new)]  # type: ignore[union-attr]
        assert seamless(np.asarray(places[0]), np.asarray(places[1]), slack=0.004), name


@pytest.mark.parametrize("forward", [True, False], ids=["after", "before"])
def test_those_beside_the_hero_go_on_too_and_so_does_the_view_of_an_empty_place(forward: bool) -> None:
    man = WOMAN | {"id": "man-1", "kind": "man", "action": {"kind": "walk"}}
    camera = {"move": "dolly_out", "focus": "woman-1", "size": "two_shot"}
    both = CAFE | {"cast": [WOMAN | {"action": {"kind": "sit"}}, man], "camera": camera}
    for what in (both, VALLEY | {"cast": [], "camera": {"move": "flyover"}}):
        first, second = stages(extend(smooth(what | {"seconds": 2.0}), 1.0, forward=forward).film)
        assert seamless(view(first.camera), view(second.camera), slack=0.004)
        for node in (node for node in first.nodes if isinstance(node, Rig)):
            other = next(n for n in second.nodes if isinstance(n, Rig) and n.name == node.name)
            assert seamless(np.asarray(node.locations), np.asarray(other.locations), slack=0.004)


def test_a_shot_is_extended_again_and_on_both_sides() -> None:
    work = smooth(shot("walk", "follow", 1.0, VALLEY))
    work = extend(extend(extend(work, 0.5).film, 0.5).film, 0.5, forward=False).film
    assert picture_count(work) == 60
    parts = stages(work)
    for one, other in itertools.pairwise(parts):
        assert seamless(view(one.camera), view(other.camera), slack=0.004)
        assert seamless(joints(one), joints(other), slack=0.004)


def test_what_a_trim_cut_off_is_shown_again_first() -> None:
    whole = film(shot("stand", "dolly_in"))
    trimmed = recut(whole, [Trim(1, 0.5, 1.5)])
    assert extend(trimmed, 0.5).film.shots[0].cut == Cut(from_s=0.5)
    assert extend(trimmed, 0.5, forward=False).film.shots[0].cut == Cut(to_s=1.5)
    longer = extend(trimmed, 1.0).film
    assert [span.pictures for span in spans(longer)] == [12, 4]
    assert longer.shots[1].start_s == 2.0 and longer.shots[1].span_s == (0.0, 2.0)
    assert longer.shots[1].camera.span_s == (-2.0, 0.0)


@pytest.mark.parametrize("rate", [2.0, 0.5, 1.5])
@pytest.mark.parametrize("forward", [True, False], ids=["after", "before"])
def test_a_retimed_shot_goes_on_as_fast_as_it_runs(rate: float, forward: bool) -> None:
    work = recut(film(shot("stand", "static", 4.0)), [Retime(1, rate)])
    longer = extend(work, 1.0, forward=forward).film
    assert abs(picture_count(longer) - picture_count(work) - FPS) <= 1
    first, second = longer.shots
    last = first.start_s + spans(longer)[0].moment(spans(longer)[0].pictures - 1) / FPS
    assert second.start_s - last == pytest.approx(rate / FPS)


def test_a_dissolve_moves_to_the_new_end() -> None:
    work = blend(film(shot("stand", "static"), CAFE | {"seconds": 2.0}), 1, "dissolve", 0.5)
    longer = extend(work, 1.0, shot=1)
    assert longer.came_of == [0, 0, 1]
    assert [span.over for span in spans(longer.film)] == [0, 4, 0]
    assert picture_count(longer.film) == picture_count(work) + 8


def test_a_match_cut_is_gone_on_with_on_the_side_it_has() -> None:
    work = blend(smooth(shot("stand", "dolly_in", 3.0), shot("stand", "static", 2.0, CAFE)), 1, "match_cut")
    longer = extend(work, 1.0).film
    old, new = stages(longer)[1:]
    assert seamless(view(old.camera), view(new.camera), slack=0.004)
    with pytest.raises(BadInput, match="camera's move of the shot before"):
        extend(work, 1.0, shot=2, forward=False)


@pytest.mark.parametrize(
    ("seconds", "number", "message"),
    [(0.0, -1, "nothing to extend"), (-1.0, -1, "nothing to extend"), (float("nan"), -1, "nothing to extend"),
     (float("inf"), -1, "nothing to extend"), (1.0, 3, "no shot 3"), (1.0, 0, "no shot 0"), (59.0, -1, "at most 60 seconds")],
)  # fmt: skip
def test_an_extension_that_cannot_be_is_refused(seconds: float, number: int, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        extend(film(shot("stand", "static")), seconds, number)


def test_an_extended_film_draws_only_what_is_new(tmp_path: Path, fresh_cache: Path) -> None:
    first = make(film(BEACH), tmp_path, fresh_cache)
    again = make(extend(film(BEACH), 0.5).film, tmp_path, fresh_cache)
    assert again.kept == 6 and again.drawn == 4 and len(again.pictures) == 10
    assert apart(again.pictures[5], first.pictures[5]) < 3
    earlier = make(extend(film(BEACH), 0.5, forward=False).film, tmp_path, fresh_cache)
    assert earlier.kept == 6 and earlier.drawn == 4


@pytest.mark.parametrize(
    ("action", "move"),
    [("stand", "dolly_in"), ("wave", "orbit_left"), ("look_around", "handheld"), ("sit", "zoom_in"), ("stand", "tilt_up"),
     ("wave", "static"), ("stand", "rack_focus"), ("stand", "dolly_in+pan_left")],
)  # fmt: skip
def test_a_shot_that_repeats_itself_ends_as_it_began(action: str, move: str) -> None:
    before = smooth(shot(action, move, 3.0))
    ring = loop(before)
    assert picture_count(ring) == picture_count(before)
    stage = stages(ring)[0]
    period = round((ring.shots[0].period_s or 0.0) * 24)
    assert period == 72 and stage.frames == 72 + 24
    for rows in (view(stage.camera), joints(stage)):
        assert np.allclose(rows[period:], rows[: stage.frames - period], atol=1e-5)
        turn = rows[:period]
        assert seamless(turn, turn, slack=1e-5)
        step = np.abs(np.diff(turn, axis=0)).max()
        assert np.abs(turn[0] - turn[-1]).max() <= step + 1e-6
    moved = np.linalg.norm(view(stage.camera) - view(stage.camera)[0], axis=1).max()
    assert moved > 0.01 or move in ("static", "rack_focus")


def test_feet_stay_where_they_stand_while_a_body_goes_back_to_its_beginning() -> None:
    stage = stages(loop(smooth(shot("wave", "static", 4.0))))[0]
    feet = joints(stage)[:, :2]
    assert np.abs(feet - feet[0]).max() < 0.004
    hand = joints(stage)[:, 2, 2]
    assert hand.max() - hand.min() > 0.4, "the wave is still one"


@pytest.mark.parametrize("what", [shot("walk", "follow"), shot("stand", "static") | {"cast": []}])
def test_what_cannot_turn_back_dissolves_into_its_beginning_and_keeps_its_frames(what: dict[str, Any]) -> None:
    before = film(what)
    ring = loop(before)
    assert fingerprint(stages(ring)[0]) == fingerprint(stages(before)[0])
    assert picture_count(ring) == 8 and spans(ring)[0].over == 8


def test_a_film_of_several_shots_dissolves_its_last_into_its_first() -> None:
    before = film(shot("stand", "dolly_in"), CAFE | {"seconds": 2.0})
    ring = loop(before, 0.5)
    assert [s.model_copy(update={"into": None}) for s in ring.shots] == list(before.shots)
    assert [span.over for span in spans(ring)] == [0, 4]
    again = loop(ring, 1.0)
    assert [span.over for span in spans(again)] == [0, 8]


def test_a_loop_with_no_room_says_how_much_there_is() -> None:
    with pytest.raises(BadInput, match=r"--seconds from 0\.125 to 1\b"):
        loop(film(shot("walk", "static")), 1.5)
    with pytest.raises(BadInput, match="repeats itself"):
        extend(loop(film(shot("stand", "static"))), 1.0)


def test_in_a_looped_film_the_last_picture_meets_the_first(tmp_path: Path, fresh_cache: Path) -> None:
    """From the last to the first it is no farther than from any picture to the next."""
    for what in (shot("wave", "orbit_left", 1.5), shot("walk", "static", 3.0)):
        shown = make(loop(film(what)), tmp_path, fresh_cache).pictures
        steps = [apart(one, other) for one, other in itertools.pairwise(shown)]
        assert apart(shown[-1], shown[0]) <= max(steps) * 1.1


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit code of the command line."""
    monkeypatch.setattr(sys, "argv", ["filmwright", *words])
    try:
        cli.main()
    except SystemExit as e:
        return int(e.code or 0)
    return 0


def test_both_verbs_are_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, fresh_cache: Path
) -> None:
    make(film(BEACH), tmp_path, fresh_cache)
    (made,) = tmp_path.glob("*.mp4")
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(fresh_cache))
    capsys.readouterr()
    assert typed(monkeypatch, "extend", str(made), "--seconds", "0.25", "--before", "--json") == 0
    events = [json.loads(row)["event"] for row in capsys.readouterr().out.splitlines()]
    assert events.count("frame_kept") == 6 and events.count("frame_done") == 2
    longer = opened(made.with_name(f"{made.stem}-extend.mp4")).film
    assert picture_count(longer) == 8 and longer.shots[0].start_s == -0.25
    assert typed(monkeypatch, "loop", str(made), "--explain") == 0
    assert not made.with_name(f"{made.stem}-loop.mp4").exists()
    capsys.readouterr()
    assert typed(monkeypatch, "loop", str(made), "--seconds", "9") == 2
    assert "Give --seconds from" in capsys.readouterr().err


def paced(what: dict[str, Any], pace: float, seconds: float) -> Stage:
    return stages(smooth(what | {"pace": pace, "seconds": seconds}))[0]


@pytest.mark.parametrize("action", ["walk", "wave"])
def test_slow_motion_slows_people_water_and_passers_by_and_not_the_camera(action: str) -> None:
    usual, slow = paced(shot(action, "static"), 1.0, 1.0), paced(shot(action, "static"), 0.25, 4.0)
    assert np.allclose(joints(slow)[::4], joints(usual), atol=0.008)
    assert slow.time_s(slow.frames) == usual.time_s(usual.frames) == 1.0
    moved = [view(paced(shot("stand", "pan_left"), pace, 2.0).camera) for pace in (1.0, 0.25)]
    turned = [np.linalg.norm(rows[-1, 3:6] - rows[0, 3:6]) for rows in moved]
    assert turned[1] == pytest.approx(turned[0], rel=0.1)


def test_in_a_time_lapse_who_walks_stays_in_the_set() -> None:
    staged = stage_shot(smooth(shot("walk", "static", 4.0) | {"pace": 30.0}), 0)
    walked = np.linalg.norm(np.diff(joints(staged.stage)[[0, -1], 3], axis=0))
    assert walked < 40
    assert any("not 30 times" in note for note in staged.notes)
    assert staged.stage.pace == 30


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="later end"):
        Shot.model_validate(BEACH | {"span_s": (1.0, 1.0)})
