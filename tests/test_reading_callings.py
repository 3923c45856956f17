"""People who are known by what they do, do it, where the text says nothing else and there is room for it."""

from __future__ import annotations

import pytest

from filmwright.reading.read import read


def _deed(prompt: str) -> tuple[str, str]:
    film, _ = read(prompt)
    (shot,) = film.shots
    assert shot.cast[0].action is not None
    return shot.cast[0].action.kind, shot.place.kind


@pytest.mark.parametrize(
    ("prompt", "deed", "place"),
    [
        ("A skier", "go_skiing", "ski_slope"),
        ("A skier races down a ski slope", "go_skiing", "ski_slope"),
        ("A surfer", "surf", "ocean"),
        ("A cyclist races down the street", "ride_bicycle", "street"),
        ("A guitarist in a cafe", "play_guitar", "cafe"),
    ],
)
def test_who_is_known_by_a_deed_does_it(prompt: str, deed: str, place: str) -> None:
    assert _deed(prompt) == (deed, place)


@pytest.mark.parametrize(
    ("prompt", "deed"),
    [
        ("A surfer on the beach", "stand"),
        ("A cyclist drinks coffee in a cafe", "drink_coffee"),
        ("A skier walks through a village", "walk"),
        ("A guitarist sits on a bench in a park", "sit"),
    ],
)
def test_what_the_text_says_goes_before_a_calling_and_nobody_surfs_ashore(prompt: str, deed: str) -> None:
    assert _deed(prompt)[0] == deed


def test_the_ledger_says_that_a_deed_was_chosen() -> None:
    _, ledger = read("A skier")
    assert any("skier" in (entry.reason or "") and entry.path.endswith("action") for entry in ledger.having("chosen"))
