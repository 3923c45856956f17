"""remix: the words that change change the film, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from cuttings import make
from filmwright.editing.recut import Order, Trim, recut
from filmwright.editing.remix import remix, swapped
from filmwright.editing.settle import settled
from filmwright.errors import BadInput
from filmwright.reading.edit import apply
from filmwright.reading.read import read
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger

TEXT = "A woman in a red coat walks on the beach at noon with a man. Then cut to a man in a hat sitting in a cafe."


def reading(text: str) -> tuple[Film, Ledger]:
    return read(text, size=(96, 64), fps=8)


def made(text: str = TEXT) -> Film:
    return reading(text)[0]


def test_the_same_words_give_the_same_film() -> None:
    assert remix(made(), TEXT, reading).film == settled(made())


def test_one_word_changes_one_thing() -> None:
    after = remix(made(), swapped(TEXT, "red coat", "blue coat"), reading).film
    assert after.shots[1] == settled(made()).shots[1]
    coat = after.shots[0].cast[0].wardrobe[0]
    assert (coat.kind, coat.color) == ("coat", "blue")
    back = after.shots[0].cast[0].model_copy(update={"wardrobe": made().shots[0].cast[0].wardrobe})
    assert back == made().shots[0].cast[0]


def test_one_move_of_two_changes_alone() -> None:
    text = "A woman stands on the beach. The camera pans left, then dollies in."
    after = remix(made(text), swapped(text, "dollies in", "tilts up"), reading).film
    assert after.shots[0].camera.moves == ("pan_left", "tilt_up")
    assert after.shots[0].model_copy(update={"camera": made(text).shots[0].camera}) == settled(made(text)).shots[0]


def test_who_is_left_is_who_it_was() -> None:
    """The woman in the scarf is woman-2 to the film; with the first woman gone the new text calls her woman-1."""
    before = made("A woman in a red coat and a woman in a blue scarf stand on the beach.")
    who = {member.wardrobe[0].kind: member.id for member in before.shots[0].cast}
    after = remix(before, "A woman in a blue scarf stands on the beach.", reading).film
    assert [member.id for member in after.shots[0].cast] == [who["scarf"]]
    assert after.shots[0].camera.focus in (None, who["scarf"])


def test_somebody_new_gets_an_id_nobody_had() -> None:
    before = made("A woman in a red coat stands on the beach. Cut to a woman in a scarf in a cafe.")
    ids = {member.id for shot in before.shots for member in shot.cast}
    text = before.prompt.replace("Cut", "Cut to a woman in a hat in the snow. Cut")
    after = remix(before, text, reading).film
    assert len(after.shots) == 3
    assert {member.id for shot in after.shots[::2] for member in shot.cast} == ids
    assert not ids & {member.id for member in after.shots[1].cast}


def test_edits_made_since_stay_and_the_new_words_win_where_they_speak() -> None:
    before = apply(
        made(),
        ["shots.0.camera.move=orbit_left", "shots.0.cast.0.wardrobe.0.material=wool", "shots.1.light.time=night"],
    )
    before = recut(before, [Trim(1, 0.5, 2.0)])
    after = remix(before, swapped(TEXT, "red coat", "blue coat"), reading).film
    assert after.shots[0].camera.move == "orbit_left" and after.shots[0].cut == before.shots[0].cut
    coat = after.shots[0].cast[0].wardrobe[0]
    assert (coat.color, coat.material) == ("blue", "wool")
    assert after.shots[1] == before.shots[1]


def test_what_neither_text_says_stays_as_it_was_chosen() -> None:
    before = apply(made("A woman stands in a cafe."), ["shots.0.light.time=night"])
    after = remix(before, "A woman stands on the beach.", reading).film
    assert (after.shots[0].place.kind, after.shots[0].light.time) == ("beach", "night")


def test_a_film_in_another_order_keeps_it() -> None:
    before = recut(made(), [Order((2, 1))])
    mixed = remix(before, swapped(TEXT, "hat", "scarf"), reading)
    assert mixed.film.shots[1] == before.shots[1]
    assert mixed.film.shots[0].cast[0].wardrobe[0].kind == "scarf"
    where = {entry.text: entry.path for entry in mixed.ledger.entries}
    assert where["cafe"] == "shots.0.place.kind" and where["beach"] == "shots.1.place.kind"


def test_a_shot_whose_words_are_gone_is_gone_and_one_more_comes_in_its_place() -> None:
    second = "A man in a hat sits in a cafe."
    alone = remix(made(), second, reading).film
    assert [shot.place.kind for shot in alone.shots] == ["cafe"]
    assert alone.shots[0].cast[0].id == made().shots[1].cast[0].id
    more = remix(made(), f"{TEXT} Cut to a girl in the snow.", reading).film
    assert more.shots[:2] == settled(made()).shots and len(more.shots) == 3


def test_a_phrase_is_changed_wherever_it_stands_as_words() -> None:
    assert swapped("Red coat, red  coat, tired coat", "red coat", "blue hat") == "Blue hat, blue hat, tired coat"
    assert swapped("L'homme court", "homme", "enfant") == "L'enfant court"
    with pytest.raises(BadInput, match="It says “red coat”"):
        swapped("A red coat", "red cot", "hat")
    with pytest.raises(BadInput, match="No words"):
        swapped("A red coat", "  ", "hat")


def test_only_the_shot_whose_words_changed_is_drawn_again(tmp_path: Path, fresh_cache: Path) -> None:
    text = (
        "A woman in a red coat stands on the beach at noon, 0.5 seconds. Cut to a man in a hat in a cafe, 0.5 seconds."
    )
    before = made(text)
    before = before.model_copy(
        update={"shots": tuple(shot.model_copy(update={"seconds": 0.5}) for shot in before.shots)}
    )
    assert make(before, tmp_path, fresh_cache)[:2] == (8, 0)
    after = remix(before, swapped(text, "red", "blue"), reading).film
    assert make(after, tmp_path, fresh_cache)[:2] == (4, 4)


def test_people_a_screenplay_joined_stay_joined() -> None:
    """To the film the woman of both shots is one, though the text alone would make her two."""
    text = "A woman in a red coat stands on the beach. Cut to a woman in a scarf in a cafe."
    before = made(text)
    woman = before.shots[0].cast[0].id
    tree = before.model_dump()
    tree["shots"][1]["cast"][0]["id"] = woman
    tree["shots"][1]["camera"]["focus"] = woman
    joined = Film.model_validate(tree)
    assert remix(joined, text, reading).film == settled(joined)
    after = remix(joined, swapped(text, "scarf", "hat"), reading).film
    assert [shot.cast[0].id for shot in after.shots] == [woman, woman]
    assert len(after.shots[1].cast) == 1 and after.shots[1].cast[0].wardrobe[0].kind == "hat"


def test_a_film_of_no_text_has_no_words_to_change() -> None:
    with pytest.raises(BadInput, match="--set"):
        remix(made().model_copy(update={"prompt": ""}), TEXT, reading)
