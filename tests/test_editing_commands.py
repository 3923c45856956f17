"""The editing verbs as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from conftest import Said
from cuttings import BEACH, CAFE, decoded, film
from filmwright import line, settings
from filmwright.movie.encode import encode
from filmwright.movie.made import opened
from filmwright.settings import Plan
from filmwright.spec.ledger import Entry, Ledger

LEDGER = Ledger(entries=(Entry(text="cafe", span=(0, 4), path="shots.1.place.kind", status="staged"),))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of two shots of six pictures, made by the sketch engine."""
    path = tmp_path_factory.mktemp("film") / "walk.mp4"
    order = line.Order(film(BEACH, CAFE), LEDGER, "sketch", "standard")
    line.make(order, path, settings.load(), lambda event: None)
    return path


def events(said: Said) -> list[str]:
    return [json.loads(row)["event"] for row in said.out.splitlines()]


def test_a_film_is_cut_anew_beside_the_old_one_and_nothing_is_drawn(run, finished: Path) -> None:  # type: ignore[no-untyped-def]
    said = run("recut", str(finished), "--order", "2,1", "--trim", "1:0.25-0.5", "--json")
    assert said.code == 0, said.err
    assert "frame_done" not in events(said)
    new = opened(finished.with_name("walk-recut.mp4"))
    assert [shot.place.kind for shot in new.film.shots] == ["cafe", "beach"]
    assert (new.engine, new.quality) == ("sketch", "standard")
    assert new.ledger.entries[0].path == "shots.0.place.kind"
    assert len(decoded(finished.with_name("walk-recut.mp4"))) == 6 + 2


def test_two_shots_are_blended_and_the_folder_is_as_good_as_the_film(run, finished: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "out.mp4"
    said = run("blend", str(finished.with_suffix(".take")), "--seconds", "0.5", "-o", str(out), "--json")
    assert said.code == 0, said.err
    assert "frame_done" not in events(said) and len(decoded(out)) == 12 - 4


def test_a_change_can_be_looked_at_before_it_is_made(run, finished: Path) -> None:  # type: ignore[no-untyped-def]
    said = run("recut", str(finished), "--retime", "1:2x", "--explain", "--json")
    assert json.loads(said.out)["film"]["shots"][0]["cut"]["rate"] == 2.0
    words = run("remix", str(finished), "--set", "shots.0.camera.move=orbit_left", "--explain")
    assert "orbit_left" in words.out
    cut = " ".join(run("recut", str(finished), "--trim", "1:0.25-0.5", "--retime", "1:50%", "--explain").out.split())
    assert "0.25 to 0.5 s of 0.75" in cut and "0.5 times as fast" in cut
    assert "dissolve of 0.5 s" in run("blend", str(finished), "--seconds", "0.5", "--explain").out


def test_a_film_document_is_as_good_as_a_film(run, finished: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    document = tmp_path / "film.json"
    document.write_bytes((finished.with_suffix(".take") / "film.json").read_bytes())
    said = run("recut", str(document), "--order", "2", "--explain", "--json")
    assert len(json.loads(said.out)["film"]["shots"]) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("remix", "FILM"), "Say what to change"),
        (("remix", "FILM", "--swap", "a womn", "a man"), "a woman"),
        (("recut", "FILM"), "Say how"),
        (("recut", "FILM", "--trim", "1:9-10"), "lasts 0.75 s"),
        (("recut", "FILM", "--trim", "first"), "SHOT:FROM-TO"),
        (("blend", "FILM", "--shot", "2"), "No shot follows"),
        (("blend", "nowhere.mp4"), "There is no such film"),
    ],
)
def test_what_cannot_be_done_is_one_clear_error(run, finished: Path, words: tuple[str, ...], message: str) -> None:  # type: ignore[no-untyped-def]
    said = run(*(str(finished) if word == "FILM" else word for word in words))
    assert said.code == 2 and message in said.err and "Traceback" not in said.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("film.mp4", b"not a film at all", "This is no film"),
        ("film.json", b'{"schema": "filmwright.film/9"}', "filmwright.film/1"),
        ("film.json", b"{", "no valid JSON"),
        ("film.json", b'{"schema": "filmwright.film/1", "prompt": "x", "shots": [{"seconds": -1}]}', "shots.0"),
    ],
)
def test_what_is_no_film_is_said_to_be_none(run, tmp_path: Path, name: str, content: bytes, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / name
    path.write_bytes(content)
    said = run("recut", str(path), "--order", "1")
    assert said.code == 2 and message in said.err


def test_a_film_somebody_else_made_and_documents_of_another_version_are_refused(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    foreign = tmp_path / "holiday.mp4"
    encode([np.zeros((64, 64, 3), np.uint8)] * 2, foreign, size=(64, 64), fps=8)
    assert "does not say what it was made of" in run("recut", str(foreign), "--order", "1").err
    folder = tmp_path / "old.take"
    folder.mkdir()
    (folder / "film.json").write_text('{"schema": "filmwright.film/0"}', encoding="utf-8")
    said = run("recut", str(folder), "--order", "1")
    assert said.code == 2 and "filmwright.film/0" in said.err and "filmwright.film/1" in said.err


def test_a_match_cut_can_be_asked_for(run, finished: Path) -> None:  # type: ignore[no-untyped-def]
    said = run("blend", str(finished), "--match", "--explain", "--json")
    shots = json.loads(said.out)["film"]["shots"]
    assert shots[0]["into"]["kind"] == "match_cut" and shots[1]["camera"]["span_s"]


def test_a_film_with_other_words_is_made_beside_the_old_one(run, finished: Path) -> None:  # type: ignore[no-untyped-def]
    """Its text says no more than "a woman": the edits that gave her a coat and two sets stay."""
    said = run("remix", str(finished), "--swap", "a woman", "a woman in a hat", "--json")
    assert said.code == 0, said.err
    new = opened(finished.with_name("walk-remix.mp4"))
    assert new.film.prompt == "a woman in a hat"
    assert {g.kind for g in new.film.shots[0].cast[0].wardrobe} == {"coat", "hat"}
    assert new.film.shots[0].place.kind == "beach"


def test_a_film_whose_plan_a_budget_chose_is_cut_by_that_plan(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path, plan = tmp_path / "film.mp4", Plan(stride=9, locked_stride=40, key_samples=5, part_samples=4)
    order = line.Order(film(BEACH), Ledger(), "sketch", as_made=("budget 60 s", plan))
    line.make(order, path, settings.load(), lambda event: None)
    said = run("recut", str(path), "--retime", "1:2x", "--json")
    assert said.code == 0 and "frame_done" not in events(said), said.err
    new = opened(tmp_path / "film-recut.mp4")
    assert (new.quality, new.plan) == ("budget 60 s", plan)
