"""A storyboard shows every shot as a director would print it."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray
from PIL import Image

import stages
from filmwright import registry
from filmwright.cli import cli, storyboard
from filmwright.errors import CannotWrite
from filmwright.movie.arrows import MOVES, with_move
from filmwright.movie.board import PAGE, PAPER, Panel, Warning, drawn, pages, save
from filmwright.reading.document import load
from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger

GRAY: NDArray[np.uint8] = np.full((180, 320, 3), 128, np.uint8)
LONG = "A woman who holds more things than anybody could ever count walks on and on through the snow. " * 12


def film(prompt: str = "", **shot: object) -> Film:
    """A Film of one shot on a beach for each stretch of the prompt."""
    place = {"place": {"kind": "beach"}, "light": {"time": "noon"}}
    count = max(1, prompt.count("Shot "))
    return load(json.dumps({"prompt": prompt, "shots": [{**place, **shot}] * count}))


def test_every_move_but_a_still_camera_is_drawn() -> None:
    assert set(MOVES) == set(registry.names("filmwright.content.moves")) - {"static"}
    for move in MOVES:
        changed = (with_move(GRAY, move) != GRAY).any(axis=2).mean()
        assert 0.005 < changed < 0.2, move
    assert np.array_equal(with_move(GRAY, "static"), GRAY)


@pytest.mark.parametrize("move", ["pan", "truck", "orbit", "whip_pan"])
def test_left_is_right_in_a_mirror(move: str) -> None:
    left, right = (
        np.asarray(Image.fromarray(with_move(GRAY, f"{move}_{side}")).resize((64, 36)), float)
        for side in ("left", "right")
    )
    assert np.abs(left - right[:, ::-1]).mean() < 0.5 * np.abs(left - right).mean()


def test_an_arrow_to_the_right_has_its_head_on_the_right() -> None:
    white = (with_move(GRAY, "truck_right") > 220).all(axis=2)[:165]  # above the rails
    tall = white.sum(axis=0)
    assert tall.argmax() > 160 and white.any()


def test_ink_lies_where_colors_meet() -> None:
    picture = np.full((60, 80, 3), 230, np.uint8)
    picture[:, 40:] = (200, 30, 30)
    inked = drawn(picture).astype(int)
    assert inked[30, 40].sum() < 0.6 * min(inked[30, 5].sum(), inked[30, 75].sum())
    assert np.abs(inked[30, 5] - picture[30, 5]).max() < 16


@pytest.mark.parametrize(
    ("size", "count", "sheets"),
    [((320, 180), 1, 1), ((320, 180), 6, 1), ((320, 180), 7, 2), ((180, 320), 7, 2), ((256, 256), 15, 2)],
)
def test_a_board_has_as_many_pages_as_its_shots_need(size: tuple[int, int], count: int, sheets: int) -> None:
    still = np.full((size[1], size[0], 3), (10, 200, 10), np.uint8)
    made = pages([Panel(still, "A dog runs.", 4.0 * n, 4.0) for n in range(count)], "Dogs", ["so many shots"])
    assert len(made) == sheets and all(page.size == PAGE for page in made)
    green = sum(int((np.asarray(page) == (10, 200, 10)).all(axis=2).sum()) for page in made)
    share = green / count / (PAGE[0] * PAGE[1])
    assert share > 0.035  # of a page, each


def test_words_stay_in_their_panel() -> None:
    notes = tuple(Warning("unstaged", f"{LONG} {n}") for n in range(9))
    panel = Panel(
        GRAY, LONG + "x" * 400, 0.0, 4.0, ("extreme wide shot of everything there is",) * 9, "pan_left", notes
    )
    (page,) = pages([panel] * 6, LONG, ["6 shots"])
    ink = (np.asarray(page) != PAPER).any(axis=2)
    rows = np.flatnonzero(ink.any(axis=1))
    assert not ink[:, :80].any() and not ink[:, -80:].any()
    gaps = [b - a for a, b in itertools.pairwise(rows)]
    assert sum(gap > 20 for gap in gaps) >= 3  # below the head, between the rows, above the foot


def test_a_board_is_a_picture_or_a_document(tmp_path: Path) -> None:
    made = pages([Panel(GRAY, "A dog.", 0.0, 4.0)] * 7, "Dogs", [])
    save(made, tmp_path / "board.jpg")
    save(made, tmp_path / "board.pdf")
    assert Image.open(tmp_path / "board.jpg").size == (PAGE[0], 2 * PAGE[1])
    document = (tmp_path / "board.pdf").read_bytes()
    assert document.startswith(b"%PDF") and document.count(b"/Type /Page\n") == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["board.jpg", "board.pdf"]


def test_a_board_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    made = pages([Panel(GRAY, "A dog.", 0.0, 4.0)], "Dogs", [])
    with pytest.raises(CannotWrite, match="cannot be written"):
        save(made, tmp_path / "no" / "board.jpg")


def test_each_panel_has_the_words_of_its_shot() -> None:
    board = film("Two shots: Shot 1 (2s): a dog\nruns. Shot 2: **a cat** sleeps.")
    assert storyboard.shot_texts(board, Ledger()) == ["a dog runs.", "a cat** sleeps."]


def test_a_shot_without_words_is_told() -> None:
    shot = film(cast=[{"id": "woman-1", "kind": "woman", "count": 2, "action": {"kind": "look_around"}}])
    assert storyboard.shot_texts(shot, Ledger()) == ["2 woman look around. Beach, noon, clear."]


def test_the_camera_is_told_as_on_a_slate() -> None:
    camera = {"size": "close_up", "angle": "low", "move": "dolly_in", "speed": "slow", "f_stop": 2.8}
    stage = stages.small()
    words = storyboard.camera_words(film(camera=camera, pace=0.4).shots[0], stage, 0)
    assert words == (
        "close up",
        "low",
        f"{float(stage.camera.focal_mm[0]):.0f} mm",
        "f/2.8",
        "dolly in, slow",
        "slow motion",
    )
    two = film(camera={"move": "pan_left", "then": [{"move": "dolly_in", "speed": "fast"}]}).shots[0]
    assert storyboard.camera_words(two, stage, 0)[-1] == "pan left, then dolly in, fast"


def test_a_warning_stands_once_under_its_own_shot() -> None:
    board = film("Shot 1: a dog runs. Shot 2: a cat sleeps.")
    ledger = Ledger(
        entries=(
            Entry(text="dog", span=(10, 13), path="shots.0.cast.0", status="unstaged", reason="no dog"),
            Entry(text="runs", span=(14, 18), path="shots.0.cast.0.action", status="unstaged", reason="no dog"),
            Entry(text="cat", span=(30, 33), status="approximated", reason="only a rug"),
            Entry(text="", path="shots.1.light", status="chosen", reason="noon"),
        )
    )
    assert storyboard.warnings(board, ledger, 0) == [Warning("unstaged", "dog, runs: no dog")]
    assert storyboard.warnings(board, ledger, 1) == [Warning("approximated", "cat: only a rug")]


def test_a_document_becomes_a_board_on_the_command_line(tmp_path: Path) -> None:
    document = tmp_path / "film.json"
    document.write_text(film().model_dump_json(by_alias=True))
    board = tmp_path / "board.pdf"
    done = CliRunner().invoke(cli, ["storyboard", str(document), "-o", str(board)], catch_exceptions=False)
    assert done.exit_code == 0 and board.read_bytes().startswith(b"%PDF")


def test_whatever_names_a_film_can_be_explained(tmp_path: Path) -> None:
    take = tmp_path / "film.take"
    take.mkdir()
    (take / "film.json").write_text(film("A beach.").model_dump_json(by_alias=True))
    play = tmp_path / "play.fountain"
    play.write_text("Title: Sea\n\nEXT. BEACH - NOON\n\nMARIA, 30s, waves.")
    for argument in (str(take), str(play), film().model_dump_json(by_alias=True), "A beach at noon"):
        done = CliRunner().invoke(cli, ["explain", argument, "--json", "--seed", "5"], catch_exceptions=False)
        document = json.loads(done.output)["film"]
        assert (document["shots"][0]["place"]["kind"], document["seed"]) == ("beach", 5)


@pytest.mark.parametrize(("name", "message"), [("board.gif", "Use .jpg"), ("no/board.jpg", "mkdir")])
def test_a_place_no_board_can_go_to_is_refused_at_once(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(CannotWrite, match=message):
        CliRunner().invoke(
            cli, ["storyboard", "a beach", "-o", str(tmp_path / name)], catch_exceptions=False, standalone_mode=False
        )
