"""Is a word that may be a noun and a verb a verb here? "He watches the sea" and "his watches", "elle porte" and "la porte"."""

from __future__ import annotations

from filmwright.reading.draft import Draft
from filmwright.reading.items import Item

NOUNS = ("thing", "garment", "person", "crowd", "glue", "frame", "hair")
DOES = ("action", "wearing", "holding")
LEADS = ("indefinite", "definite", "possessive", "of", "in")
BEFORE_VERBS = ("who", "then", "also", "while", "still", "now", "qui", "puis", "ensuite", "s", "se", "y", "to")
QUALIFIES = (
    "color",
    "bulk",
    "pattern",
    "shade",
    "material",
    "cut",
    "age",
    "build",
    "complexion",
    "praise",
    "season",
    "weather",
    "place",
    "feature",
)


def settles(draft: Draft, item: Item, *, acted: bool) -> str | None:
    """ "verb" or "noun" for an item that may be both, None for one that leaves no choice. A noun follows an article, a preposition
    or its adjectives; a verb follows whom it is about, or "and" once somebody did something (`acted`)."""
    if item.of(*NOUNS) is None or item.of(*DOES) is None:
        return None
    before = draft.before(item)
    if before is None:
        return "verb" if draft.cast else None
    text = draft.text(before)
    function = before.of("function")
    after_noun = draft.words.adjectives_follow
    if before.of("pronoun"):
        noun = text in ("her", "his", "their")
    elif before.of("person", "crowd", "garment", "hair", "beard", "thing"):
        noun = False
    elif function is not None and function.value == "conjunction":
        noun = not (acted or after_noun)
    elif before.of("relation") or (function is not None and function.value in LEADS):
        noun = True
    elif before.joins:
        noun = text not in BEFORE_VERBS
    elif before.of("move", "size", "angle", "lens", "style", "camera"):
        noun = True
    elif before.of(*QUALIFIES):
        worn = item.of("garment") is not None  # "in blue scrubs"
        noun = (worn and not after_noun) or not _describes_somebody(draft, before, after_noun=after_noun)
    else:
        noun = before.of("number") is not None
    return "noun" if noun else "verb"


def _describes_somebody(draft: Draft, item: Item, *, after_noun: bool) -> bool:
    """Whether an adjective ends what is said of somebody: in French it follows its noun, in English only "in red" does."""
    before = draft.before(item)
    while before is not None and before.of(*QUALIFIES):
        before = draft.before(before)
    if before is None:
        return False
    function = before.of("function")
    in_red = function is not None and function.value == "in"
    return in_red or (after_noun and before.of("person", "garment", "hair", "beard", "skin") is not None)


def of_a_face(draft: Draft, item: Item) -> bool:
    """ "She looks sad", "a sad look": the look is the expression's."""
    return any(other is not None and other.of("expression") for other in (draft.before(item), draft.after(item)))
