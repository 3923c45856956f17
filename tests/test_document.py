"""A film.json by hand, a screenplay or a file is taken wherever a prompt is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from filmwright import concepts
from filmwright.content.offers import facts, offered
from filmwright.errors import BadInput, UnknownName
from filmwright.reading.document import Options, film_of, given, load
from filmwright.reading.fountain import Screenplay
from filmwright.reading.read import read
from filmwright.spec.film import Film

SHOT = {"place": {"kind": "beach"}, "light": {"time": "noon"}}


def text(**fields: Any) -> str:
    """A small Film document with some fields of its own."""
    return json.dumps({"shots": [SHOT], **fields})


def test_a_film_written_by_hand_needs_only_its_shots() -> None:
    film = load(text())
    assert film.shots[0].place.kind == "beach"
    assert (film.size, film.fps) == ((640, 360), 24)


def test_the_film_of_a_prompt_comes_back_from_its_document() -> None:
    film, _ = read("A woman in a red coat walks on the beach at dusk")
    assert load(film.model_dump_json(by_alias=True)) == film


def test_a_file_says_by_its_end_and_its_content_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text(), encoding="utf-8-sig")
    (tmp_path / "a.fountain").write_text("EXT. BEACH - DAY\n\nA dog.")
    (tmp_path / "a.txt").write_text("A dog runs.")
    (tmp_path / "b.txt").write_text("EXT. BEACH - DAY\n\nA dog.")
    assert isinstance(given(str(tmp_path / "a.json")), Film)
    assert isinstance(given(str(tmp_path / "a.fountain")), Screenplay)
    assert given(str(tmp_path / "a.txt")) == "A dog runs."
    assert isinstance(given(str(tmp_path / "b.txt")), Screenplay)


@pytest.mark.parametrize(
    "words",
    ["A dog runs.", "A man opens a file called plan.txt", "[1, 2]", "a\nb.json", "a\0b.json", "a" * 5000 + ".json"],
)
def test_words_stay_words(words: str) -> None:
    assert given(words) == words


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('{"shots": [}', "no valid JSON: expecting value (film.json, line 1, column 12)"),
        (
            text(schema="filmwright.film/2"),
            'schema is "filmwright.film/2" (film.json: schema). This version of filmwright reads',
        ),
        (text(sede=3), "No field is called 'sede' (film.json: sede). Did you mean seed"),
        (text(shots=[{**SHOT, "camera": {"mvoe": "static"}}]), "(film.json: shots.0.camera.mvoe). Did you mean move"),
        (text(shots=[{**SHOT, "cast": [{"id": "a-1", "kind": "woman", "hiar": None}]}]), "Did you mean hair"),
        (text(shots=[{"plaec": {"kind": "beach"}, "light": {"time": "noon"}}]), "Did you mean place"),
        (text(shots=[{"place": {"kind": "beach"}}]), "shots.0.light is missing (film.json)"),
        (
            text(shots=[{**SHOT, "seconds": "long"}]),
            'shots.0.seconds is "long"; it should be a valid number (film.json)',
        ),
        (text(shots=[{**SHOT, "seconds": 50}, {**SHOT, "seconds": 50}]), "A film is at most 60 seconds (film.json)"),
        (text(shots=[]), "shots is empty (film.json)"),
        (text(size=[640, 361]), "idth and height must be even"),
        ('{"fps": 1, "fps": 2}', "The field 'fps' stands twice in one place"),
        ('{"fps": NaN}', "NaN is no number"),
        ('{"a":' + "[" * 100_000, "something endless"),
        ('{"fps": ' + "9" * 10_000 + "}", "something endless"),
    ],
)
def test_what_is_wrong_in_a_document_is_said_with_its_place(document: str, message: str) -> None:
    with pytest.raises(BadInput) as refusal:
        load(document)
    assert message in str(refusal.value)


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["beach", "woman-1", "walk"])
)
TREES = st.recursive(
    LEAVES, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=8), t, max_size=3), max_leaves=6
)
PATHS = [
    ("shots",), ("size",), ("fps",), ("prompt",), ("schema",), ("shots", 0), ("shots", 0, "place"), ("shots", 0, "place", "kind"),
    ("shots", 0, "cast"), ("shots", 0, "camera"), ("shots", 0, "seconds"), ("shots", 0, "look"), ("extra",),
]  # fmt: skip


@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.too_slow])  # a busy machine
@hypothesis.given(st.sampled_from(PATHS), TREES)
def test_any_change_to_a_document_is_read_or_refused(path: tuple[Any, ...], value: Any) -> None:
    tree: Any = json.loads(text())
    here = tree
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    try:
        assert isinstance(load(json.dumps(tree)), Film)
    except BadInput as refusal:
        assert str(refusal)


def test_what_is_said_belongs_to_its_shot_and_is_not_heard() -> None:
    film, ledger = film_of(given("INT. CAFE - DAY\n\nMARIA, 30s, sits.\n\nMARIA\nYou are late."))
    said = next(entry for entry in ledger.entries if entry.text == "You are late.")
    assert (said.path, said.status, len(film.shots)) == ("shots.1", "unstaged", 2)


def test_somebody_with_a_name_is_the_same_member_in_every_shot() -> None:
    play = """INT. CAFE - DAY

MARIA, 30s, red coat, sits.

JOHN (40, gray sweater) walks. Maria smiles.

EXT. BEACH - NIGHT

JOHN
Here.

ANNA (25, blue dress) and Maria walk.
"""
    film, ledger = film_of(given(play))
    maria, john, anna = "woman-1", "man-1", film.shots[3].cast[0].id
    assert [{m.id for m in shot.cast} for shot in film.shots] == [{maria}, {maria, john}, {john}, {maria, anna}]
    assert anna not in (maria, john)
    names = [entry for entry in ledger.entries if entry.text in ("Maria", "John", "Anna")]
    assert len(names) == 6 and all(entry.status == "staged" and entry.path for entry in names)
    assert load(film.model_dump_json(by_alias=True)) == film


def test_they_are_everybody_once() -> None:
    play = "EXT. BEACH - DAY\n\nMARIA, 30s, sits.\n\nJOHN (40) walks.\n\nMARIA\nCome.\n\nJOHN\nYes.\n\nThey wave."
    film, ledger = film_of(given(play))
    assert sorted(member.id for member in film.shots[-1].cast) == ["man-1", "woman-1"]
    assert all(int(e.path.split(".")[3]) < 2 for e in ledger.entries if e.path and e.path.startswith("shots.4.cast."))


def test_options_change_a_document_and_leave_the_rest() -> None:
    film, _ = film_of(load(text(seed=3)), Options(size=(320, 180), fps=12))
    assert (film.size, film.fps, film.seed) == ((320, 180), 12, 3)
    with pytest.raises(BadInput, match="--seconds"):
        film_of(film, Options(seconds=3))


def test_a_document_says_what_of_it_cannot_be_staged() -> None:
    sets = offered("place")
    shown = {*sets, *(name for place in sets for name in facts("place", place, "ALSO"))}
    kind = next(place for place in concepts.parents("place") if place not in shown)
    _, ledger = film_of(load(text(shots=[{**SHOT, "place": {"kind": kind}}])))
    (gap,) = ledger.entries
    assert gap.path is not None and gap.path.startswith("shots.0.place") and gap.status in ("approximated", "unstaged")


def test_a_name_nobody_knows_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"beech.*shots\.0\.place\.kind.*beach"):
        load(text(shots=[{**SHOT, "place": {"kind": "beech"}}]))


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.json").write_text("[]")
    for name, message in (
        ("a.json", "no UTF-8"),
        ("b.json", "no Film document"),
        ("c.json", "no such file"),
    ):
        with pytest.raises(BadInput, match=message) as refusal:
            given(str(tmp_path / name))
        assert name.split(".")[0] in str(refusal.value)
