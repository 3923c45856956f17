"""Prompts and options that cannot be used are refused at once, with the place and what to do."""

from __future__ import annotations

import time

import pytest

from filmwright.errors import BadInput, UnknownName
from filmwright.reading.read import read

WALK = "A woman walks on the beach"


@pytest.mark.parametrize("prompt", ["", "   \n\t", "🙂🙂🎬", "1234 5", "!!! ... ???"])
def test_a_prompt_without_words_is_refused_with_an_example(prompt: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(prompt)
    assert refused.value.where == "prompt" and "For example" in (refused.value.hint or "")


def test_a_prompt_of_100000_characters_is_refused_within_a_second() -> None:
    started = time.perf_counter()
    with pytest.raises(BadInput, match=r"100,000 characters"):
        read("a woman " * 12_500)
    assert time.perf_counter() - started < 1


def test_the_longest_prompt_allowed_is_read_in_reasonable_time() -> None:
    started = time.perf_counter()
    film, _ = read((WALK + ", not a dog. ") * 480)
    assert film.shots[0].place.kind == "beach" and time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("Una donna con un cappotto rosso cammina sulla spiaggia", "Italian"),
        ("Uma mulher de casaco vermelho caminha na praia ao pôr do sol", "Portuguese"),
        ("Een vrouw in een rode jas loopt door het bos", "Dutch"),
        ("Женщина в красном пальто идёт по лесу", "another script"),
        ("赤いコートの女性が雪の森を歩く", "another script"),
    ],
)
def test_a_language_not_known_is_named_and_so_are_the_known_ones(prompt: str, language: str) -> None:
    with pytest.raises(BadInput, match=f"{language}.*English,.* and "):
        read(prompt)


def test_an_unknown_language_option_names_the_known_ones() -> None:
    with pytest.raises(UnknownName):
        read(WALK, language="it")


@pytest.mark.parametrize(
    "prompt", ["A woman walks", "beach, sunset", "une plage", "un homme marche", "campsite", "Tokyo, neon, rain"]
)
def test_short_prompts_are_not_taken_for_foreign(prompt: str) -> None:
    read(prompt)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadInput, match="not valid text"):
        read("a woman \udcff walks")


def test_words_nobody_knows_are_refused_with_an_example() -> None:
    with pytest.raises(BadInput, match="neither somebody nor something nor a place"):
        read("a flumphed zorblax")


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 60.5])
def test_seconds_out_of_range_are_refused(seconds: float) -> None:
    with pytest.raises(BadInput) as refused:
        read(WALK, seconds=seconds)
    assert refused.value.where == "--seconds"


@pytest.mark.parametrize("text", ["0 seconds", "90 seconds", "a 5 minute film"])
def test_seconds_out_of_range_in_the_text_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="seconds"):
        read(f"{WALK}, {text}")


@pytest.mark.parametrize(
    ("size", "nearest"),
    [((641, 360), "640x360"), ((2, 2), "64x64"), ((99_999, 360), "4096x360"), ((-5, 360), "64x360")],
)
def test_a_size_that_cannot_be_encoded_names_the_nearest(size: tuple[int, int], nearest: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(WALK, size=size)
    assert nearest in (refused.value.hint or "")


def test_rate_and_seed_out_of_range_are_refused() -> None:
    with pytest.raises(BadInput):
        read(WALK, fps=0)
    with pytest.raises(BadInput):
        read(WALK, seed=-1)
