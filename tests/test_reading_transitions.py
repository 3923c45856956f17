"""Words between shots that ask for a dissolve: in a prompt and in a screenplay."""

from __future__ import annotations

import pytest

from filmwright.reading.document import film_of
from filmwright.reading.fountain import read_fountain
from filmwright.reading.read import read
from filmwright.reading.transitions import dissolves
from filmwright.spec.film import picture_count

PLAY = """INT. CAFE - DAY

A woman in a red coat drinks coffee.

DISSOLVE TO:

EXT. BEACH - SUNSET

The woman walks along the water.

CUT TO:

EXT. STREET - NIGHT

A man waits in the rain.
"""


@pytest.mark.parametrize(
    ("words", "yes"),
    [("DISSOLVE TO:", True), ("FONDU ENCHAÎNÉ SUR", True), ("Überblendung auf", True), ("fundido a", True), ("> CROSSFADE TO:", True),
     ("CUT TO:", False), ("Shot 2:", False), ("FADE IN:", False), ("", False)],
)  # fmt: skip
def test_words_that_dissolve_are_told_from_those_that_cut(words: str, yes: bool) -> None:
    assert dissolves(words) == yes


def test_a_dissolve_of_a_screenplay_is_one_of_the_film() -> None:
    film, _ = film_of(read_fountain(PLAY))
    assert len(film.shots) == 3
    first, second, third = (shot.into for shot in film.shots)
    assert first is not None and first.kind == "dissolve" and 0 < first.seconds <= 1
    assert second is None and third is None


def test_a_dissolve_makes_no_film_shorter() -> None:
    text = "A woman walks on the beach. {} a man sits in a cafe."
    cut, mixed = (read(text.format(words), seconds=8.0)[0] for words in ("Cut to", "Dissolve to"))
    assert cut.shots[0].into is None and mixed.shots[0].into is not None
    assert picture_count(cut) == picture_count(mixed) == 8 * 24


def test_a_text_that_ends_with_a_dissolve_has_nothing_to_go_over_into() -> None:
    film, _ = read("A woman walks on the beach. Dissolve to")
    assert len(film.shots) == 1 and film.shots[0].into is None
