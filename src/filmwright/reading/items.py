"""A line of words becomes a line of items: phrases with their possible meanings, and words nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filmwright.reading import numerals
from filmwright.reading.tokens import Token, plain
from filmwright.reading.vocabulary import LANGUAGES, Sense, Vocabulary, vocabulary


@dataclass
class Item:
    """Words first..end (exclusive) of the prompt and what they may mean. `used` says that a reader took it, `inside` holds what
    an adverb in the middle of the phrase means ("pushes slowly in")."""

    first: int
    end: int
    senses: tuple[Sense, ...]
    inside: tuple[Sense, ...] = ()
    used: bool = False

    def of(self, *kinds: str) -> Sense | None:
        """Its first sense of one of the kinds."""
        return next((s for s in self.senses if s.kind in kinds), None)

    @property
    def joins(self) -> bool:
        """Whether it is a function word and nothing else ("the" may lead to a decade too: "in the sixties")."""
        return self.of("function") is not None and all(s.kind in ("function", "unit") for s in self.senses)

    @property
    def unknown(self) -> bool:
        """Whether no meaning is known."""
        return not self.senses


def itemize(tokens: Sequence[Token], words: Vocabulary) -> list[Item]:
    """The longest known phrase at every word, left to right; figures with their units first."""
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        found = numerals.at(tokens, at, words)
        if found is not None:
            items.append(Item(at, found.end, (found.sense,)))
        elif (moved := _camera_goes_on(tokens, at, words, items)) is not None:
            items.append(moved)
        else:
            items.append(_phrase(tokens, at, words) or _borrowed(tokens, at, words) or Item(at, at + 1, ()))
        at = items[-1].end
    return items


CAMERA = {"en": ("camera",), "fr": ("la", "caméra"), "es": ("la", "cámara"), "de": ("die", "kamera")}
STRINGS = ("and", "then", "finally", "et", "puis", "enfin", "elle", "y", "luego", "und", "dann", "it")


def _camera_goes_on(tokens: Sequence[Token], at: int, words: Vocabulary, items: Sequence[Item]) -> Item | None:
    """A move of a camera that was named before in its sentence: "the camera pans left, then moves forward" is "camera moves forward"."""
    lead = CAMERA.get(words.language, ())
    opens = at > 0 and (tokens[at - 1].key in STRINGS or tokens[at - 1].part != tokens[at].part)
    if not lead or not opens:
        return None
    named = False
    for item in reversed(items):
        if tokens[item.first].sentence != tokens[at].sentence:
            break
        named = named or any(t.plain == plain(lead[-1]) for t in tokens[item.first : item.end])
    if not named:
        return None
    for length in range(4, 0, -1):
        taken = tokens[at : at + length]
        if len(taken) == length and taken[-1].part == tokens[at].part:
            senses = words.phrases.get((*lead, *(t.key for t in taken)), ())
            moves = tuple(s for s in senses if s.kind == "move")
            if moves:
                return Item(at, at + length, moves)
    return None


CARRIED = (
    "thing", "person", "place", "garment", "action", "style", "move", "color", "material", "time", "weather", "size", "angle", "region",
)  # fmt: skip
"""Kinds of meaning that a word of another language may have in the middle of a sentence."""


def _borrowed(tokens: Sequence[Token], at: int, words: Vocabulary) -> Item | None:
    """A word that only another language knows: "une femme en trench coat walks on the plage"."""
    if len(tokens[at].key) < 3:
        return None
    for code in LANGUAGES:
        if code == words.language:
            continue
        foreign = vocabulary(code)
        other = _phrase(tokens, at, foreign)
        senses = tuple(s for s in other.senses if s.kind in CARRIED) if other is not None else ()
        shouted = at > 0 and tokens[at - 1].capital
        if foreign.capital_nouns and (shouted or not tokens[at].capital):  # an English herd is no German "Herd"
            senses = tuple(s for s in senses if s.kind not in NOUNS)
        if other is not None and senses:
            return Item(at, other.end, senses)
    return None


def _phrase(tokens: Sequence[Token], at: int, words: Vocabulary) -> Item | None:
    told = _of_told(tokens, at, words)
    if told is not None:
        return told
    for form in ("key", "plain"):
        for length in words.longest.get(getattr(tokens[at], form), ()):
            taken = tokens[at : at + length]
            if len(taken) == length and taken[-1].part == tokens[at].part:
                senses = words.phrases.get(tuple(getattr(t, form) for t in taken))
                if senses and words.capital_nouns and length == 1:
                    senses = _by_capital(
                        taken[0], senses, opens=at == 0 or tokens[at - 1].sentence != tokens[at].sentence
                    )
                if (
                    senses
                    and not _somebody_acts(tokens, at, senses, words)
                    and not _described(taken, tokens, at, senses, words)
                ):
                    return Item(at, at + length, tuple(senses))
            parted = _parted(tokens, at, length, form, words) or _of_some(tokens, at, length, form, words)
            if parted:
                return parted
    return None


DESCRIBING = ("color", "age", "bulk", "material", "shade", "praise", "build", "pattern", "cut")
NOUNS = ("thing", "person", "place", "garment", "crowd", "feature", "glue")
MOST_BETWEEN = 4


def _by_capital(token: Token, senses: Sequence[Sense], *, opens: bool) -> Sequence[Sense]:
    """What a German word means by its first letter: "eine junge Frau", but "ein Junge"; at the head of a sentence it tells nothing."""
    nouns = [s for s in senses if s.kind in NOUNS]
    others = [s for s in senses if s.kind in DESCRIBING]
    if not nouns or not others or (opens and token.capital):
        return senses
    dropped = others if token.capital else nouns
    return [s for s in senses if s not in dropped]


def _of_told(tokens: Sequence[Token], at: int, words: Vocabulary) -> Item | None:
    """A deed whose object is described: "reads a big book" is to read a book; the big book stays a thing of its own."""
    own = words.phrases.get((tokens[at].key,), ())
    if not any(s.kind == "action" for s in own):
        return None
    start = at + 1
    while start < len(tokens) and start - at <= MOST_BETWEEN and tokens[start].part == tokens[at].part:
        described = any(s.kind in DESCRIBING for s in words.phrases.get((tokens[start].key,), ()))
        if not described and not words.determines(tokens[start].key):
            break
        start += 1
    if start < at + 3:  # with an article alone it is one phrase
        return None
    for length in words.longest.get(tokens[at].key, ()):
        taken = tokens[start : start + length - 1]
        if length > 1 and len(taken) == length - 1 and taken[-1].part == tokens[at].part:
            deeds = [s for s in words.phrases.get((tokens[at].key, *(t.key for t in taken)), ()) if s.kind == "action"]
            if deeds:
                return Item(at, at + 1, tuple(deeds))
    return None


def _somebody_acts(tokens: Sequence[Token], at: int, senses: Sequence[Sense], words: Vocabulary) -> bool:
    """ "Robot dancing in the street" is a robot that dances, "is robot dancing" a dance."""
    if any(s.kind != "action" for s in senses):
        return False
    noun = any(s.kind in ("thing", "person") for s in words.phrases.get((tokens[at].key,), ()))
    opens = at == 0 or tokens[at - 1].part != tokens[at].part or words.determines(tokens[at - 1].key)
    if not opens and not words.adjectives_follow:
        opens = any(s.kind in DESCRIBING for s in words.phrases.get((tokens[at - 1].key,), ()))
    verb = any(s.kind == "action" for s in words.phrases.get((tokens[at].key,), ()))
    return noun and opens and not verb


def _described(
    taken: Sequence[Token], tokens: Sequence[Token], at: int, senses: Sequence[Sense], words: Vocabulary
) -> bool:
    """ "A closed umbrella" is an umbrella, "closes the umbrella" a deed."""
    deed = all(s.kind == "action" for s in senses)
    participle = len(taken) > 1 and taken[0].key.endswith(("ed", "ing"))
    return deed and participle and words.language == "en" and at > 0 and words.determines(tokens[at - 1].key)


def _of_some(tokens: Sequence[Token], at: int, length: int, form: str, words: Vocabulary) -> Item | None:
    """A deed with an article or a possessive within it: "playing the guitar", "runs on a treadmill"."""
    taken = tokens[at : at + length + 1]
    if length < 2 or len(taken) <= length or taken[-1].part != tokens[at].part:
        return None
    for article in range(1, length):
        if not words.determines(taken[article].key):
            continue
        rest = (*taken[:article], *taken[article + 1 :])
        deeds = tuple(s for s in words.phrases.get(tuple(getattr(t, form) for t in rest), ()) if s.kind == "action")
        if deeds:
            return Item(at, at + length + 1, deeds)
    return None


def _parted(tokens: Sequence[Token], at: int, length: int, form: str, words: Vocabulary) -> Item | None:
    """A camera move with one adverb of manner in its middle: "dolly slowly in", "recule lentement"."""
    taken = tokens[at : at + length + 1]
    if length < 2 or len(taken) <= length or taken[-1].part != tokens[at].part:
        return None
    for middle in range(1, length):
        manner = words.phrases.get((taken[middle].key,), ())
        if not any(s.kind == "manner" for s in manner):
            continue
        rest = (*taken[:middle], *taken[middle + 1 :])
        senses = words.phrases.get(tuple(getattr(t, form) for t in rest), ())
        moves = tuple(s for s in senses if s.kind == "move")
        if moves:
            return Item(at, at + length + 1, moves, inside=tuple(s for s in manner if s.kind == "manner"))
    return None


def within(item: Item, tokens: Sequence[Token], words: Vocabulary, kinds: Sequence[str]) -> list[Sense]:
    """What parts of a longer phrase mean by themselves: "snowy" in "snowy pine forest" still says it is winter."""
    found: list[Sense] = []
    for start in range(item.first, item.end):
        for end in range(item.end, start, -1):
            if (start, end) != (item.first, item.end):
                for form in ("key", "plain"):
                    key = tuple(getattr(t, form) for t in tokens[start:end])
                    found += [s for s in words.phrases.get(key, ()) if s.kind in kinds and s not in found]
    return found
