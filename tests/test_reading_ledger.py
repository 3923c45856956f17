"""Nothing of a prompt is lost: every word that says something stands in some entry of the Ledger."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filmwright.errors import BadInput
from filmwright.reading.accounts import needs_account
from filmwright.reading.items import itemize
from filmwright.reading.read import read
from filmwright.reading.tokens import tokenize
from filmwright.reading.vocabulary import LANGUAGES, Sense, vocabulary
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger

PHRASES = {
    language: sorted({" ".join(words) for words in vocabulary(language).phrases if words[0].isascii()})
    for language in LANGUAGES
}
NOISE = [
    "zorblax",
    "the",
    "of",
    ", ",
    ". ",
    "and",
    "red",
    "35",
    "5 seconds",
    "a",
    "with",
    "not",
    "; ",
    "\n",
    "Then cut to",
    "—",
    "🙂",
]


def accounted(prompt: str, language: str) -> None:
    """Assert that the entries of a prompt are true to it and leave no word out."""
    try:
        film, ledger = read(prompt, language=language)
    except BadInput:
        return
    assert isinstance(film, Film) and isinstance(ledger, Ledger)
    covered = [False] * len(prompt)
    for entry in ledger.entries:
        if entry.span is not None:
            start, end = entry.span
            assert 0 <= start < end <= len(prompt) and entry.text == prompt[start:end]
            covered[start:end] = [True] * (end - start)
        assert entry.status == "staged" or entry.reason
    tokens = tokenize(prompt)
    for item in itemize(tokens, vocabulary(language)):
        if needs_account(item):
            lost = [t for t in tokens[item.first : item.end] if not all(covered[t.start : t.end])]
            assert not lost, f"{[t.key for t in lost]} of {prompt!r} is in no entry"


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PHRASES["en"]), st.sampled_from(NOISE)), min_size=1, max_size=22))
def test_no_english_word_is_lost(words: list[str]) -> None:
    accounted("a woman on the beach " + " ".join(words), "en")


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PHRASES["fr"]), st.sampled_from(NOISE)), min_size=1, max_size=22))
def test_no_french_word_is_lost(words: list[str]) -> None:
    accounted("une femme sur la plage " + " ".join(words), "fr")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    accounted(text, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_function_words_alone_say_nothing(language: str) -> None:
    words = vocabulary(language)
    assert words.is_function({"en": "of", "fr": "de", "es": "de", "de": "von"}[language])
    assert not any(s == Sense("function", "other") for s in words.phrases.get(("beach",), ()))
