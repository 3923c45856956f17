"""What prompts mean: whole sentences against the Film they must give."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from filmwright.content.stageable import stageable
from filmwright.reading import check
from filmwright.reading.read import read

READINGS = tomllib.loads((Path(__file__).parent / "data/prompts/readings.toml").read_text(encoding="utf-8"))["reading"]


def at(tree: Any, path: str) -> Any:
    """The value at a path, "none" where there is nothing."""
    for step in path.split("."):
        if isinstance(tree, list):
            tree = tree[int(step)] if int(step) < len(tree) else None
        else:
            tree = tree[step] if tree is not None else None
    return "none" if tree is None else tree


def staged(prompt: str, **options: Any) -> dict[str, tuple[str, str | None]]:
    """Status and reason of each clause, by its text."""
    return {entry.text: (entry.status, entry.reason) for entry in read(prompt, **options)[1].entries}


@pytest.mark.parametrize("reading", READINGS, ids=lambda r: r["prompt"][:40])
def test_a_prompt_is_staged_as_it_describes(reading: dict[str, Any]) -> None:
    film, _ = read(reading["prompt"])
    shots = tuple(stageable(shot, film.seed).shot for shot in film.shots)
    tree = film.model_copy(update={"shots": shots}).model_dump(mode="json")
    assert {path: at(tree, path) for path in reading["film"]} == reading["film"]
    check.names(film)


def test_every_clause_of_the_two_showcase_prompts_is_staged() -> None:
    for reading in READINGS[:2]:
        _, ledger = read(reading["prompt"])
        assert {entry.status for entry in ledger.entries} == {"staged"}


def test_the_same_prompt_reads_the_same_twice() -> None:
    prompt = READINGS[2]["prompt"]
    assert read(prompt) == read(prompt)


def test_what_cannot_be_staged_is_in_the_film_and_named_in_the_ledger() -> None:
    film, ledger = read("A woman with a stethoscope and a big brown gazebo walks on the beach")
    woman, stethoscope, gazebo = film.shots[0].cast
    assert woman.holds == (stethoscope.id,)
    assert (woman.kind, gazebo.kind, gazebo.color, gazebo.size) == ("woman", "gazebo", "brown", "large")
    unstaged = {entry.text: entry.reason for entry in ledger.having("unstaged")}
    assert unstaged["big brown gazebo"] == "no gazebo can be staged yet"
    assert "stethoscope" in unstaged


def test_a_face_takes_the_expression_the_text_gives_it() -> None:
    assert staged("A man walks on the beach with a sad look")["sad look"] == ("staged", None)
    assert staged("A terrified woman walks on the beach")["terrified"] == ("staged", None)
    status, reason = staged("A nervous woman walks on the beach")["nervous"]
    assert status == "approximated" and reason == "there is no word for nervous yet; the nearest is sad"


def test_a_gloomy_sky_makes_nobody_sad() -> None:
    film, _ = read("A woman walks on the beach near a gloomy house under a gloomy sky")
    assert film.shots[0].cast[0].expression is None


def test_a_place_that_is_not_there_becomes_the_nearest_and_says_so() -> None:
    film, ledger = read("a man in an oasis")
    assert stageable(film.shots[0], film.seed).shot.place.kind == "desert"
    (entry,) = ledger.having("approximated")
    assert entry.text == "oasis" and "the nearest place is desert" in (entry.reason or "")


def test_a_prompt_without_place_or_hour_says_what_was_chosen() -> None:
    _, ledger = read("A woman in a red coat walks")
    assert {"shots.0.place.kind", "shots.0.light.time"} <= {e.path for e in ledger.having("chosen")}


def test_a_move_without_direction_takes_one_and_says_so() -> None:
    film, ledger = read("a man on the beach, orbit")
    assert film.shots[0].camera.move == "orbit_left"
    assert [e.text for e in ledger.having("chosen") if e.span] == ["orbit"]


def test_an_hour_the_place_cannot_show_moves_to_the_nearest() -> None:
    film, ledger = read("a woman in a neon street at noon")
    assert film.shots[0].light.time == "noon"
    assert stageable(film.shots[0], film.seed).shot.light.time == "dusk"
    assert "at noon" in [e.text for e in ledger.having("approximated")]


def test_people_nobody_wants_are_left_out() -> None:
    film, ledger = read("A snowy valley at dawn, no people")
    assert film.shots[0].cast == ()
    assert ("no people", "left out, as asked") in [(e.text, e.reason) for e in ledger.entries]


def test_waves_of_the_sea_are_no_greeting() -> None:
    assert read("a woman waves on the beach")[0].shots[0].cast[0].action.kind == "wave"  # type: ignore[union-attr]
    assert read("a woman walks along the waves of the sea")[0].shots[0].cast[0].action.kind == "walk"  # type: ignore[union-attr]


def test_the_lens_and_the_film_stock_are_told_apart() -> None:
    lens = read("a man on the beach, 35mm")[0].shots[0]
    stock = read("a man on the beach, shot on 35mm film")[0].shots[0]
    assert (lens.camera.lens_mm, lens.look.film) == (35.0, None)
    assert (stock.camera.lens_mm, stock.look.film) == (None, "film_35mm")


def test_the_speed_goes_to_the_nearer_of_camera_and_walker() -> None:
    walker = read("a man walks slowly on the beach, dolly in")[0].shots[0]
    assert (walker.cast[0].action.manner, walker.camera.speed) == ("slow", None)  # type: ignore[union-attr]


def test_a_second_mention_is_the_same_person() -> None:
    film, _ = read("A man stands on the beach. The man wears a blue shirt. His shirt is made of silk.")
    (member,) = film.shots[0].cast
    assert [(g.kind, g.color, g.material) for g in member.wardrobe] == [("shirt", "blue", "silk")]


def test_the_seconds_option_is_stronger_than_the_text() -> None:
    film, ledger = read("a man on the beach, 5 seconds", seconds=8)
    assert film.shots[0].seconds == 8
    assert "5 seconds" in [e.text for e in ledger.having("unstaged")]


def test_the_seconds_option_is_shared_by_the_shots() -> None:
    film, _ = read("A man walks. Cut to the beach. Cut to a cafe.", seconds=9)
    assert [shot.seconds for shot in film.shots] == [3, 3, 3]


def test_a_count_is_kept_and_too_large_a_one_is_said() -> None:
    assert read("five men stand on the beach")[0].shots[0].cast[0].count == 5
    assert read("3 men stand on the beach")[0].shots[0].cast[0].count == 3
    assert read("twenty women stand on the beach")[0].shots[0].cast[0].count == 20
    film, ledger = read("900 women stand on the beach")
    assert film.shots[0].cast[0].count == 200
    assert "900 women" in [e.text for e in ledger.having("approximated")]


@pytest.mark.parametrize(
    ("prompt", "size", "seconds"),
    [
        ("A 10-second vertical video of a woman on the beach", (360, 640), 10.0),
        ("a man on the beach, 9:16", (360, 640), 4.0),
        ("une femme sur la plage, format carré", (360, 360), 4.0),
        ("a man on the beach, 2.39:1", (640, 360), 4.0),
    ],
)
def test_the_text_may_give_length_and_shape(prompt: str, size: tuple[int, int], seconds: float) -> None:
    film, _ = read(prompt)
    assert (film.size, film.shots[0].seconds) == (size, seconds)


def test_a_described_object_is_found_beside_the_deed() -> None:
    film, _ = read("A grandfather reads a big book to a boy")
    man, book, boy = film.shots[0].cast
    assert man.action is not None and (man.action.kind, book.size, boy.kind) == ("read_book", "large", "boy")


def test_deeds_follow_each_other_or_go_together() -> None:
    (woman,) = read("A woman walks on the beach, then she turns and smiles")[0].shots[0].cast
    assert woman.action is not None and woman.action.kind == "walk" and woman.expression == "happy"
    assert [(deed.kind, deed.at) for deed in woman.then] == [("turn", None)]
    (man,) = read("A man sits in a cafe while reading a newspaper")[0].shots[0].cast
    assert [(deed.kind, deed.at) for deed in man.then] == [("read_newspaper", 0.0)]


def test_who_is_where_is_seen_from_the_camera() -> None:
    film, _ = read("A red car on the left of a white bicycle, and a cat under a table")
    car, bicycle, cat, table = film.shots[0].cast
    assert car.relation is not None and (car.relation.kind, car.relation.to) == ("left_of", bicycle.id)
    assert cat.relation is not None and (cat.relation.kind, cat.relation.to) == ("under", table.id)
    assert (car.color, bicycle.color) == ("red", "white")


def test_nothing_is_called_staged_that_the_film_does_not_hold() -> None:
    film, ledger = read(
        "Two dogs chase a cat through Paris in the rain, a woman with an umbrella watches them, oil painting, 50mm"
    )
    tree = film.model_dump(mode="json")
    for entry in ledger.entries:
        if entry.path is not None and entry.status != "unstaged":
            assert at(tree, entry.path) not in ("none", None), entry
