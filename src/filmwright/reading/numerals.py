"""Figures with their units: seconds, focal lengths, film gauges, ages, ratios. One meaning each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from filmwright.reading.tokens import Token
from filmwright.reading.vocabulary import Sense, Vocabulary

FIRST_YEAR = 1000  # a number from here on with an "s" at its end is a decade
UPRIGHT = (1.0, 4 / 5, 3 / 4, 2 / 3, 9 / 16)  # shapes of a picture that is no wider than high
GAUGES = (8, 16, 65, 70)  # millimetres of film stock; 35 is one only beside the word "film"
OLDEST = {"child": 12, "teen": 17, "young": 29, "adult": 44, "middle_aged": 59, "old": 81}
"""The last year of each age of life (chosen); later is "very_old"."""


class Found(NamedTuple):
    """A figure's meaning and the word after it."""

    end: int
    sense: Sense


def at(tokens: Sequence[Token], start: int, words: Vocabulary) -> Found | None:
    """What the figure (or the words that lead to it) at `start` means; None if there is none or it stands alone."""
    for read in (_stop, _decade, _length, _millimetres, _age, _ratio, _definition, _count):
        found = read(tokens, start, words)
        if found is not None:
            return found
    return None


def age_name(years: float) -> str:
    """The age of life of somebody that many years old."""
    return next((name for name, last in OLDEST.items() if years <= last), "very_old")


def _value(tokens: Sequence[Token], at: int, words: Vocabulary) -> float | None:
    """The number at a place, in figures or words."""
    if at >= len(tokens):
        return None
    if tokens[at].number is not None:
        return tokens[at].number
    for sense in words.phrases.get((tokens[at].key,), ()):
        if sense.kind == "number" and sense.value.isdecimal() and sense.get("article") is None:
            return float(sense.value)
    return None


def _unit(tokens: Sequence[Token], at: int, words: Vocabulary) -> str | None:
    if at >= len(tokens) or (at > 0 and tokens[at].part != tokens[at - 1].part):
        return None
    return next((s.value for s in words.phrases.get((tokens[at].key,), ()) if s.kind == "unit"), None)


def _length(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "5 seconds", "a ten-second film", "2 minute video"; minutes count only as the length of something filmed, for people do
    things for minutes. A leading "for" belongs to it."""
    value = _value(tokens, at, words)
    sign = -1.0 if value is not None and at > 0 and tokens[at - 1].key in ("minus", "moins", "negative") else 1.0
    unit = _unit(tokens, at + 1, words)
    if value is None or unit not in ("second", "minute"):
        return None
    if value >= FIRST_YEAR and tokens[at + 1].key == "s" and tokens[at + 1].start == tokens[at].end:
        return Found(at + 2, Sense("praise", "decade"))  # "the 1940s"
    after = _unit(tokens, at + 2, words)
    if unit == "minute" and after not in ("film", "long"):
        return None
    end = at + 2 + (after in ("film", "long"))
    return Found(end, Sense("seconds", repr(sign * value * (60.0 if unit == "minute" else 1.0))))


def _millimetres(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "35mm" and "50 mm lens" are a focal length; "shot on 35mm", "35mm film" and "16mm" are a film stock."""
    value = tokens[at].number
    if value is None or _unit(tokens, at + 1, words) != "mm":
        return None
    after = _unit(tokens, at + 2, words)
    if after == "lens":
        return Found(at + 3, Sense("lens", repr(value)))
    before = tuple(t.key for t in tokens[max(0, at - 2) : at])
    shot_on = any(s.kind == "shot_on" for s in words.phrases.get(before, ()))
    if after in ("film", "stock") or shot_on or value in GAUGES:
        return Found(at + 2 + (after in ("film", "stock")), Sense("film", f"{value:g}mm".replace(".", "_")))
    return Found(at + 2, Sense("lens", repr(value)))


def _age(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "30 year old", "60 years of age", "aged 40", "de 30 ans"."""
    lead = tokens[at].key in ("aged", "âgé", "âgée", "âgés", "âgées", "agé", "agée")
    first = at + 1 if lead else at
    if lead and first < len(tokens) and tokens[first].key in ("de", "d"):
        first += 1
    value = _value(tokens, first, words)
    if value is None:
        return None
    end = first + 1
    if _unit(tokens, end, words) == "year":
        end += 1
        if _unit(tokens, end, words) == "old":
            end += 1
        elif not lead and words.language == "en":
            return None
    elif not lead:
        return None
    return Found(end, Sense("age", age_name(value), more=(("years", f"{value:g}"),)))


def _decade(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "in his 60s", "in her late forties", "d'une trentaine d'années", "la quarantaine"."""
    end = at
    while end < len(tokens) and end - at < 5 and _unit(tokens, end, words) == "decade_lead":
        end += 1
    if end == at or end >= len(tokens):
        return None
    value = tokens[end].number
    if value is not None:
        if value % 10 or end + 1 >= len(tokens) or tokens[end + 1].key != "s":
            return None
        end += 1
    else:
        senses = words.phrases.get((tokens[end].key,), ())
        value = next((float(s.value) for s in senses if s.kind == "decade"), None)
        if value is None:
            return None
    end += 1
    while end < len(tokens) and _unit(tokens, end, words) == "decade_tail":
        end += 1
    return Found(end, Sense("age", age_name(value + 5), more=(("years", f"{value + 5:g}"),)))


def _ratio(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "2.39:1" and "21:9": the shape of the picture, shown with bars; "9:16" and "1:1" turn the picture itself."""
    first = tokens[at].number
    second = tokens[at + 1].number if at + 1 < len(tokens) else None
    if first is None or not second or tokens[at + 1].start != tokens[at].end + 1:
        return None
    ratio = first / second
    if ratio in UPRIGHT:
        return Found(at + 2, Sense("shape", f"{ratio:.4g}"))
    return Found(at + 2, Sense("aspect", f"{ratio:.3g}")) if 1 < ratio < 4 else None


def _count(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """A whole number that stands alone counts what follows."""
    value = tokens[at].number
    if value is None or value != value // 1 or not 1 <= value < 10_000:
        return None
    return Found(at + 1, Sense("number", f"{value:.0f}"))


def _stop(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "f/1.8": how far the lens is open."""
    value = tokens[at + 1].number if tokens[at].key == "f" and at + 1 < len(tokens) else None
    if value is None or not 0.7 <= value <= 64:
        return None
    return Found(at + 2, Sense("f_stop", repr(value)))


def _definition(tokens: Sequence[Token], at: int, words: Vocabulary) -> Found | None:
    """ "4k", "1080p", "60 fps": sizes and rates are options of the command, not of the text."""
    if tokens[at].number is None or _unit(tokens, at + 1, words) != "definition":
        return None
    return Found(at + 2, Sense("option", "size"))
