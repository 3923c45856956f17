"""What phrases can mean: the English words inside the content modules and the lexicon files, as one table per language.

A lexicon file (`data/lexicon/<language>.toml`) has one table a kind of meaning, from a value to the phrases that mean it:

    [garment]            coat = ["coat", "overcoat"]              # a value and its words
    [near.expression]    sad = ["worried"]                        # there is no value of its own; this is the nearest
    [person]             "woman age=old" = ["grandmother"]        # a value with what else the word says

Values of concept kinds (concepts.KINDS) are concepts: whether they can be staged is not asked here. Every concept's name is its own
English word. Phrases are listed once; plurals and verb forms are made by `inflect` as the table FORMS says.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from filmwright import concepts
from filmwright.content import camera, colors, models
from filmwright.content.offers import constant, modules
from filmwright.reading import inflect
from filmwright.reading.tokens import plain, tokenize
from filmwright.reading.wordlist import Sense as Sense
from filmwright.reading.wordlist import kept

LANGUAGES = (
    "en",  # first: it wins where two languages fit a prompt as well
    *sorted(
        item.name.removesuffix(".toml")
        for item in resources.files("filmwright").joinpath("data", "lexicon").iterdir()
        if item.name.endswith(".toml") and item.name not in ("en.toml", "foreign.toml")
    ),
)
"""A language is one file of data/lexicon."""
GRADES = ("warm", "cool")  # looks that tint any style, so a text that asks for one fills `look.grade`

BULKS = ("tiny", "small", "large", "huge")

Forms = Callable[[str], tuple[str, ...]]
FORMS: dict[str, dict[str, Forms]] = {
    "en": {
        "noun": inflect.english_noun,
        "verb": inflect.english_verb,
    },
    "fr": {
        "noun": inflect.french_noun,
        "verb": inflect.french_verb,
        "adjective": inflect.french_adjective,
    },
    "es": {
        "noun": inflect.spanish_noun,
        "verb": inflect.spanish_verb,
        "adjective": inflect.spanish_adjective,
        "described": inflect.spanish_adjective,
    },
    "de": {
        "noun": inflect.german_noun,
        "verb": inflect.german_verb,
        "adjective": inflect.german_adjective,
        "described": inflect.german_described,
    },
}
FORM_OF = {
    "person": "noun", "garment": "noun", "thing": "noun", "place": "noun", "feature": "noun", "crowd": "noun",
    "action": "verb", "holding": "verb", "wearing": "verb",
    "color": "adjective", "bulk": "adjective", "pattern": "adjective", "age": "adjective", "build": "adjective",
    "complexion": "adjective", "hair_length": "adjective", "hair_style": "adjective", "expression": "adjective",
    "praise": "adjective", "cut": "adjective", "shade": "adjective", "hair_color": "adjective",
    "season": "described", "weather": "described", "ground": "described", "wind": "described", "material": "described",
    "manner": "described",
}  # fmt: skip
"""What kind of word the phrases of a kind are; those that are "described" are adjectives or nouns ("snowy", "rain")."""


CASES = ("de",)
"""Languages whose nouns have other forms than a plural: there a form does not say that it is about several."""
DETERMINERS = ("indefinite", "definite", "possessive")

_SIMPLE = re.compile(r"[a-zßà-öø-ÿœ ]+")  # phrases whose words are parted by nothing but spaces


@dataclass
class Vocabulary:
    """The meanings of one language's phrases. `adjectives_follow` says that adjectives stand behind their noun,
    `capital_nouns` that nouns begin with a capital letter. `phrases` goes from words to senses, `longest` from a first word to the
    lengths of phrases that start with it, longest first; `function` holds words that only join others."""

    language: str
    adjectives_follow: bool = False
    capital_nouns: bool = False
    phrases: Mapping[tuple[str, ...], Sequence[Sense]] = field(default_factory=dict)
    longest: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def has(self, phrase: str, kind: str) -> bool:
        """Whether a phrase has a meaning of a kind."""
        return any(s.kind == kind for s in self.phrases.get(tuple(t.key for t in tokenize(phrase)), ()))

    def determines(self, word: str) -> bool:
        """Whether a word is an article or a possessive."""
        senses = self.phrases.get((word,), ())
        return any(
            s.kind == "pronoun" or s.get("article") or (s.kind == "function" and s.value in DETERMINERS) for s in senses
        )

    def is_function(self, word: str) -> bool:
        """Whether a word only joins others: such a word needs no account."""
        return any(s.kind == "function" for s in self.phrases.get((word,), ()))


class _Building(Vocabulary):
    """A vocabulary that still grows."""

    phrases: dict[tuple[str, ...], list[Sense]]
    longest: dict[str, list[int]]

    def add(self, phrase: str, sense: Sense) -> None:
        """Give a phrase a meaning, under its spelling with and without accents."""
        words = tuple(phrase.split()) if _SIMPLE.fullmatch(phrase) else tuple(t.key for t in tokenize(phrase))
        if not words:
            return
        for key in (words,) if phrase.isascii() else _spellings(words, self.language):
            known = self.phrases.setdefault(key, [])
            known[:] = [s for s in known if not _beaten(s, sense)]
            if all((s.kind, s.value) != (sense.kind, sense.value) and not _beaten(sense, s) for s in known):
                known.append(sense)
            lengths = self.longest.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
                lengths.sort(reverse=True)

    def give(self, phrase: str, sense: Sense) -> None:
        """Give a phrase a meaning in place of others of its kind; not if it only joins words."""
        key = tuple(t.key for t in tokenize(phrase))
        if not self.is_function(phrase):
            self.phrases[key] = [s for s in self.phrases.get(key, ()) if s.kind != sense.kind]
            self.add(phrase, sense)


def _spellings(words: tuple[str, ...], language: str) -> set[tuple[str, ...]]:
    """The words with accents, without, and in German with two letters for an umlaut."""
    found = {words, tuple(plain(w) for w in words)}
    if language == "de":
        found.add(tuple(w.translate(_TWO_LETTERS) for w in words))
    return found


_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def _beaten(sense: Sense, by: Sense) -> bool:
    """Content that exists wins over a phrase that was only near something before it existed."""
    return sense.kind == by.kind and sense.near and not by.near


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language; English words of content come from the content itself."""
    facts, phrases, longest = kept(language, lambda: _built(language))
    return Vocabulary(language, facts["adjectives"] == "after", facts.get("nouns") == "capital", phrases, longest)


def _built(language: str) -> tuple[dict[str, Any], dict[tuple[str, ...], list[Sense]], dict[str, list[int]]]:
    """The facts about a language, its phrases and their lengths, from the lexicon and the content."""
    result = _Building(language)
    for phrase, sense in _lexicon_words(language):
        for form in _forms(language, sense.kind, phrase):
            result.add(form, _several(sense, several=form != phrase and language not in CASES))
    if language == "en":
        for phrase, sense in _concept_words():
            for form in _forms(language, sense.kind, phrase):
                if not result.is_function(form):
                    result.add(form, _several(sense, several=form != phrase))
        for phrase, sense in _content_words():
            for form in _forms(language, sense.kind, phrase):
                # what content calls its own may be a concept by itself ("t-shirt" among the words of the shirt)
                if (
                    not result.is_function(form)
                    and not result.has(form, sense.kind)
                    and not _described(result, form, sense)
                ):
                    result.add(form, sense)
    for phrase, name in models.words(language):
        for form in _forms(language, "thing", phrase):
            result.give(form, _several(Sense("thing", name), several=form != phrase and language not in CASES))
    return load(f"{language}.toml")["language"], result.phrases, result.longest


def _described(known: Vocabulary, form: str, sense: Sense) -> bool:
    """Whether a phrase is a known thing with an adjective: "a wooden table" is a table, whatever content calls its own."""
    adjective, _, rest = form.partition(" ")
    described = any(known.has(adjective, kind) for kind in ("material", "color", "bulk", "age"))
    return bool(rest) and sense.kind == "thing" and described and known.has(rest, "thing")


def _several(sense: Sense, *, several: bool) -> Sense:
    """The meaning of a noun's plural: more than one of it."""
    if not several or sense.kind not in ("thing", "person") or sense.get("plural") is not None:
        return sense
    return Sense(sense.kind, sense.value, sense.near, (*sense.more, ("many", "yes")))


def _forms(language: str, kind: str, phrase: str) -> tuple[str, ...]:
    """The forms of a phrase: nouns change at the end in English, at the first word in French, and wherever its
    rules say in a language whose `head` is "all"; other kinds do not change."""
    form = FORMS[language].get(FORM_OF.get(kind, ""))
    if form is None:
        return (phrase,)
    head = load(f"{language}.toml")["language"]["head"]
    if FORM_OF[kind] == "verb" or head == "all":
        return (phrase, *form(phrase))
    if head == "last":
        start, _, last = phrase.rpartition(" ")
        return (phrase, *(f"{start} {f}".strip() for f in form(last)))
    first, _, rest = phrase.partition(" ")
    return (phrase, *(f"{f} {rest}".strip() for f in form(first)))


def _concept_words() -> Iterator[tuple[str, Sense]]:
    """Every concept's own name."""
    for kind in concepts.KINDS:
        for name in concepts.parents(kind):
            meaning = "grade" if kind == "style" and name in GRADES else kind
            yield name.replace("_", " "), Sense(meaning, name)


def _content_words() -> Iterator[tuple[str, Sense]]:
    for kind, package, name in modules():
        meaning = "grade" if kind == "style" and name in GRADES else kind
        if kind == "hair_style":
            yield from _hair_words(name, constant(package, name, "WORDS") or ())
            continue
        yield name.replace("_", " "), Sense(meaning, name)
        for word in constant(package, name, "WORDS") or ():
            yield word, Sense(meaning, name)
    for color, named in colors.COLORS.items():
        for word in named.words:
            yield word, Sense("color", color)
    for size, row in camera.SIZES.items():
        for word in row.words:
            yield word, Sense("size", size)
    for angle, turn in camera.ANGLES.items():
        for word in turn.words:
            yield word, Sense("angle", angle)


def _hair_words(name: str, words: Sequence[str]) -> Iterator[tuple[str, Sense]]:
    """Words of a hair style: adjectives of hair, which has others besides ("black hair in a bun", "curly black hair"), and nouns that
    stand for the hair itself ("a black ponytail")."""
    for word in words:
        bare = word.removesuffix(" hair").removeprefix("hair ")
        yield bare, Sense("hair_style", name) if bare != word else Sense("hair", "hair", more=(("style", name),))


def _lexicon_words(language: str) -> Iterator[tuple[str, Sense]]:
    tables = load(f"{language}.toml")
    exact = {k: v for k, v in tables.items() if k not in ("near", "never", "language", "part")}
    for near, kinds in ((False, exact), (True, tables.get("near", {}))):
        for kind, values in kinds.items():
            for value, phrases in values.items():
                name, *more = value.split(" ")
                facts = tuple((k, v) for k, _, v in (m.partition("=") for m in more))
                meaning = "bulk" if kind == "size" and name in BULKS else kind  # a size of things, not of the shot
                for phrase in phrases:
                    yield phrase, Sense(meaning, name, near, facts)


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of one file of `data/lexicon`."""
    text = resources.files("filmwright").joinpath("data", "lexicon", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def head(language: str) -> dict[str, Any]:
    """The tables [language] and [function], which open every language's file: a hundredth of the time the whole takes."""
    text = resources.files("filmwright").joinpath("data", "lexicon", f"{language}.toml").read_text(encoding="utf-8")
    opening, *_ = re.split(r"^\[(?!language\]|function\])", text, maxsplit=1, flags=re.MULTILINE)
    return tomllib.loads(opening)


@cache
def function_words(language: str) -> frozenset[str]:
    """The single words of a language that only join others, with and without accents."""
    words = [word for phrases in head(language)["function"].values() for word in phrases if " " not in word]
    return frozenset(words) | frozenset(map(plain, words))
