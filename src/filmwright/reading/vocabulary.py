"""What phrases can mean: the English words inside the content modules and the lexicon files, as one table per language.

A lexicon file (`data/lexicon/<language>.toml`) has one table a kind of meaning, from a value to the phrases that mean it:

    [garment]            coat = ["coat", "overcoat"]              # staged as a coat
    [near.garment]       coat = ["trench coat"]                   # not there yet; a coat is the nearest
    [never.style]        any = ["watercolor"]                     # known, and nothing is near it
    [person]             "woman age=old" = ["grandmother"]        # a value with what else the word says

Phrases are listed once; plurals and verb forms are made by `inflect` as the table FORMS says.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, resources
from pathlib import Path
from typing import Any, Literal

from filmwright import registry
from filmwright.content import camera, colors
from filmwright.reading import inflect
from filmwright.reading.tokens import plain, tokenize

Degree = Literal["", "near", "never"]
LANGUAGES = ("en", "fr")
PACKAGES = {
    "place": "filmwright.content.environments",
    "person": "filmwright.content.people",
    "garment": "filmwright.content.wardrobe",
    "hair_style": "filmwright.content.hair",
    "action": "filmwright.content.actions",
    "move": "filmwright.content.moves",
    "time": "filmwright.content.times",
    "weather": "filmwright.content.weathers",
    "style": "filmwright.content.looks",
}
"""Where the modules of a kind live; a module's WORDS mean its name."""
GRADES = ("warm", "cool")  # looks that tint any style, so a text that asks for one fills `look.grade`

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
}
FORM_OF = {
    "person": "noun", "garment": "noun", "thing": "noun", "place": "noun", "feature": "noun", "crowd": "noun",
    "action": "verb", "holding": "verb", "wearing": "verb",
    "color": "adjective", "age": "adjective", "build": "adjective", "complexion": "adjective", "hair_length": "adjective",
    "hair_style": "adjective", "expression": "adjective", "praise": "adjective", "cut": "adjective", "shade": "adjective",
    "hair_color": "adjective",
}  # fmt: skip


@dataclass(frozen=True)
class Sense:
    """One meaning: its kind and value, what else the phrase says (`more`), and whether it is only near what was written or
    known but not stageable ("never")."""

    kind: str
    value: str
    degree: Degree = ""
    more: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """What the phrase says about `key`, if anything."""
        return dict(self.more).get(key)


_SIMPLE = re.compile(r"[a-z ]+")  # phrases whose words are parted by nothing but spaces


@dataclass
class Vocabulary:
    """The meanings of one language's phrases. `phrases` goes from words to senses, `longest` from a first word to the lengths of
    phrases that start with it, longest first; `function` holds words that only join others."""

    language: str
    phrases: dict[tuple[str, ...], list[Sense]] = field(default_factory=dict)
    longest: dict[str, list[int]] = field(default_factory=dict)

    def add(self, phrase: str, sense: Sense) -> None:
        """Give a phrase a meaning, under its spelling with and without accents."""
        words = tuple(phrase.split()) if _SIMPLE.fullmatch(phrase) else tuple(t.key for t in tokenize(phrase))
        if not words:
            return
        for key in (words,) if phrase.isascii() else {words, tuple(plain(w) for w in words)}:
            known = self.phrases.setdefault(key, [])
            known[:] = [s for s in known if not _beaten(s, sense)]
            if all((s.kind, s.value) != (sense.kind, sense.value) and not _beaten(sense, s) for s in known):
                known.append(sense)
            lengths = self.longest.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
                lengths.sort(reverse=True)

    def is_function(self, word: str) -> bool:
        """Whether a word only joins others: such a word needs no account."""
        return any(s.kind == "function" for s in self.phrases.get((word,), ()))


def _beaten(sense: Sense, by: Sense) -> bool:
    """Content that exists wins over a phrase that was only near something before it existed."""
    return sense.kind == by.kind and sense.degree != "" and by.degree == ""


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of "en" or "fr"; English words of content come from the content itself."""
    result = Vocabulary(language)
    for phrase, sense in _lexicon_words(language):
        for form in _forms(language, sense.kind, phrase):
            result.add(form, sense)
    if language == "en":
        for phrase, sense in _content_words():
            for form in _forms(language, sense.kind, phrase):
                if not result.is_function(form):
                    result.add(form, sense)
    return result


def _forms(language: str, kind: str, phrase: str) -> tuple[str, ...]:
    """The forms of a phrase: nouns change at the end in English, at the first word in French; other kinds do not change."""
    form = FORMS[language].get(FORM_OF.get(kind, ""))
    if form is None:
        return (phrase,)
    if FORM_OF[kind] == "verb":
        return (phrase, *form(phrase))
    if language == "en":
        head, _, last = phrase.rpartition(" ")
        return (phrase, *(f"{head} {f}".strip() for f in form(last)))
    first, _, rest = phrase.partition(" ")
    return (phrase, *(f"{f} {rest}".strip() for f in form(first)))


def _content_words() -> Iterator[tuple[str, Sense]]:
    for kind, package in PACKAGES.items():
        for name in registry.names(package):
            meaning = "grade" if kind == "style" and name in GRADES else kind
            yield name.replace("_", " "), Sense(meaning, name)
            for word in constant(package, name, "WORDS") or ():
                yield _bare(word) if kind == "hair_style" else word, Sense(meaning, name)
    for color, named in colors.COLORS.items():
        for word in named.words:
            yield word, Sense("color", color)
    for size, row in camera.SIZES.items():
        for word in row.words:
            yield word, Sense("size", size)
    for angle, turn in camera.ANGLES.items():
        for word in turn.words:
            yield word, Sense("angle", angle)


def _bare(word: str) -> str:
    """A word for a hair style without the hair, which has its own adjectives: "black hair in a bun", "long hair"."""
    return word.removesuffix(" hair").removeprefix("hair ")


def _lexicon_words(language: str) -> Iterator[tuple[str, Sense]]:
    tables = load(f"{language}.toml")
    degrees: tuple[tuple[Degree, dict[str, Any]], ...] = (
        ("", {k: v for k, v in tables.items() if k not in ("near", "never")}),
        ("near", tables.get("near", {})),
        ("never", tables.get("never", {})),
    )
    for degree, kinds in degrees:
        for kind, values in kinds.items():
            for value, phrases in values.items():
                name, *more = value.split(" ")
                facts = tuple((k, v) for k, _, v in (m.partition("=") for m in more))
                for phrase in phrases:
                    yield phrase, Sense(kind, name, degree, facts)


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of one file of `data/lexicon`."""
    text = resources.files("filmwright").joinpath("data", "lexicon", name).read_text(encoding="utf-8")
    return tomllib.loads(text)


_ASSIGNED = r"^{}(?::[^=\n]*)?\s*=\s*"


@cache
def constant(package: str, name: str, called: str) -> tuple[str, ...] | None:
    """A module's tuple of names (WORDS, TIMES, …), or None if it has none. A literal is read from the source: importing all
    content to learn its words would cost ten times what reading the prompt does."""
    parent = import_module(package)
    for folder in parent.__path__:
        file = Path(folder) / f"{name}.py"
        if not file.is_file():
            file = Path(folder) / name / "__init__.py"
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            start = re.search(_ASSIGNED.format(re.escape(called)), text, re.MULTILINE)
            if start is None:
                return None
            value = _literal(text[start.end() :]) or _borrowed(text, text[start.end() :])
            if value is None:
                value = getattr(import_module(f"{package}.{name}"), called)
            return tuple(str(v) for v in value)
    return None


def _borrowed(source: str, text: str) -> tuple[str, ...] | None:
    """The constant of a sister module that `text` names ("light.TIMES"); None if it names none."""
    named = re.match(r"(\w+)\.(\w+)\n", text)
    if named is None:
        return None
    origin = re.search(rf"^from ([\w.]+) import (?:\([^)]*|[^(\n]*)\b{named[1]}\b", source, re.MULTILINE)
    return constant(origin[1], named[1], named[2]) if origin else None


def _literal(text: str) -> tuple[str, ...] | None:
    """The literal tuple, list or dict (its keys) that `text` starts with; None if it starts with anything else."""
    closing = {"(": ")", "[": "]", "{": "}"}.get(text[:1])
    if closing is None:
        return None
    for end in (m.end() for m in re.finditer(re.escape(closing), text)):
        try:
            tree = ast.parse(text[:end], mode="eval").body
        except SyntaxError:
            continue
        names = tree.keys if isinstance(tree, ast.Dict) else getattr(tree, "elts", [])
        return tuple(str(ast.literal_eval(name)) for name in names if isinstance(name, ast.Constant))
    return None
