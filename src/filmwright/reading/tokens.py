"""A prompt cut into words that remember where they stood."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,]\d+)?|(?:[^\W\d_]|[\u0300-\u036f])+")
_STOP = re.compile(r"[.!?;\n\r…。]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>")  # markup that came along with a pasted text
_COMMA = re.compile(r"[,:()\[\]{}\"“”«»|/—–]| - ")


class Token(NamedTuple):
    """One word or number. `key` is its lower-case composed form, `plain` the same without accents; prompt[start:end] is the
    word as written. Words of one `sentence` have no full stop between them, words of one `part` no comma either; `capital` says that
    it begins with a capital letter, `tied` that a hyphen ties it to the word before."""

    key: str
    plain: str
    start: int
    end: int
    sentence: int
    part: int
    capital: bool = False
    tied: bool = False

    @property
    def number(self) -> float | None:
        """Its value if it is written in digits, "2,5" and "2.5" alike."""
        return float(self.key.replace(",", ".")) if self.key[0].isdecimal() and self.key.isascii() else None


def plain(word: str) -> str:
    """The word without accents: "été" -> "ete"; ligatures are opened ("cœur" -> "coeur", "straße" -> "strasse")."""
    if word.isascii():
        return word
    opened = word.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", opened) if not unicodedata.combining(c))


def tokenize(text: str) -> list[Token]:
    """All words of `text` in order. Hyphens and apostrophes part words ("close-up" is two, "l'eau" is two), and so does the step
    from digits to letters ("35mm" is two), so that every way of writing a phrase gives the same words. Markup says nothing."""
    text = _TAG.sub(lambda tag: " " * len(tag.group()), text)
    tokens: list[Token] = []
    sentence = part = last = 0
    for found in _WORD.finditer(text):
        gap = text[last : found.start()]
        if _STOP.search(gap):
            sentence += 1
            part += 1
        elif _COMMA.search(gap):
            part += 1
        last = found.end()
        key = unicodedata.normalize("NFC", found.group()).lower()
        tied = gap in ("-", "‐", "‑")
        tokens.append(
            Token(key, plain(key), found.start(), found.end(), sentence, part, found.group()[0].isupper(), tied)
        )
    return tokens
