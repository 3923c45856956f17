"""The forms a word takes in a sentence, so that the lexicon holds each word once."""

from __future__ import annotations

_VOWELS = "aeiou"


def english_noun(word: str) -> tuple[str, ...]:
    """The word and its regular plural: "scarf" has its irregular one in the lexicon."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word, word + "es")
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return (word, word[:-1] + "ies")
    return (word, word + "s")


def english_verb(phrase: str) -> tuple[str, ...]:
    """ "look around" -> look, looks, looking, looked around; irregular pasts are in the lexicon. The last consonant after one
    short vowel is doubled in words of one syllable ("running")."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = word
    if word.endswith("e") and not word.endswith("ee"):
        stem = word[:-1]
    elif len(word) > 2 and sum(c in _VOWELS for c in word) == 1 and word[-2] in _VOWELS and word[-1] not in "aeiouwxy":
        stem = word + word[-1]
    third = english_noun(word)[1]
    past = word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in _VOWELS else stem + "ed"
    return tuple(form + tail for form in (word, third, stem + "ing", past))


def french_noun(word: str) -> tuple[str, ...]:
    """The word and its regular plural."""
    if word.endswith(("s", "x", "z")):
        return (word,)
    if word.endswith(("eau", "eu")):
        return (word, word + "x")
    if word.endswith("al"):
        return (word, word[:-2] + "aux")
    return (word, word + "s")


def french_adjective(word: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural, of a regular adjective given in the masculine singular."""
    if word.endswith("e"):
        return (word, word + "s")
    feminine = word[:-1] + "se" if word.endswith("eux") else word[:-1] + "ve" if word.endswith("f") else word + "e"
    if word.endswith("eux"):
        feminine = word[:-1] + "se"
    return (word, *(() if word.endswith(("s", "x")) else (word + "s",)), feminine, feminine + "s")


def french_verb(phrase: str) -> tuple[str, ...]:
    """Third persons, participle and infinitive of a regular -er verb ("marcher" -> marche, marchent, marchant …); any other
    verb is given form by form in the lexicon."""
    word, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    if not word.endswith("er"):
        return (phrase,)
    stem = word[:-2]
    soft = stem + "e" if stem.endswith("g") else stem
    return tuple(
        f + tail for f in (word, stem + "e", stem + "ent", soft + "ant", soft + "ait", soft + "aient", stem + "era")
    )
