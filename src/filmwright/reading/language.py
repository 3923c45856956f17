"""Which language a prompt is written in, judged by its function words."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright.errors import BadInput
from filmwright.reading.tokens import Token
from filmwright.reading.vocabulary import LANGUAGES, function_words, head, load, vocabulary

CLEAR = 2  # a language with so many function words fewer than another is not that of the prompt (chosen)


def detect(tokens: Sequence[Token]) -> str:
    """The code of one of LANGUAGES. Raises BadInput naming the known languages when the words look like another language's.

    A word of a phrase that the language knows counts 2, one that could begin such a phrase 1; the language with most points wins.
    Scripts other than Latin and prompts whose function words belong to a language of `foreign.toml` are refused by name.
    Vocabularies are loaded only of languages that can still win: none but the winner's for most prompts.
    """
    words = [t for t in tokens if t.number is None]
    latin = [t for t in words if t.plain.isascii()]
    if len(latin) * 2 < len(words):
        raise _unknown("another script")
    joined = {language: sum(t.key in function_words(language) for t in latin) for language in LANGUAGES}
    points: dict[str, int] = {}
    for language in sorted(LANGUAGES, key=lambda code: (-joined[code], LANGUAGES.index(code))):
        if points and joined[language] + CLEAR <= max(joined[code] for code in points):
            break
        full = [code for code, found in points.items() if found == 2 * len(latin)]
        if not any(LANGUAGES.index(code) < LANGUAGES.index(language) for code in full):  # else it could not win
            points[language] = _points(language, latin)
    winner = max(points, key=lambda code: (points[code], -LANGUAGES.index(code)))
    foreign = {
        name: sum(2 for t in latin if t.key in set(table["words"]))
        for name, table in load("foreign.toml")["language"].items()
    }
    likeliest = max(foreign, key=lambda name: foreign[name])
    if foreign[likeliest] > points[winner]:
        raise _unknown(likeliest)
    return winner


def _points(language: str, words: Sequence[Token]) -> int:
    known = vocabulary(language)
    keys = [token.key for token in words]
    total = covered = 0
    for at, key in enumerate(keys):
        lengths = known.longest.get(key, ())
        covered = max(covered, *(at + n for n in lengths if tuple(keys[at : at + n]) in known.phrases), at)
        total += 2 if covered > at else bool(lengths)
    return total


def _unknown(language: str) -> BadInput:
    *names, last = (head(code)["language"]["name"] for code in LANGUAGES)
    known = f"{', '.join(names)} and {last}"
    return BadInput(
        f"The prompt seems to be in {language}; filmwright reads {known}",
        where="prompt",
        hint="Write it in one of these.",
    )
