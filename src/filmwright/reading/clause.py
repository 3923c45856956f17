"""What stands where in a clause: the noun before a verb, whether a preposition leads to it, and what opens a clause."""

from __future__ import annotations

from filmwright.reading import verbs
from filmwright.reading.draft import Draft
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES

MEMBERS = ("person", "crowd", "thing")
OTHERS = (
    "place",
    "feature",
    "weather",
    "ground",
    "lighting",
    "hair",
    "beard",
    "skin",
    "glue",
    "garment",
    "time",
    "frame",
    "wind",
)
"""Kinds of nouns that name no member of the cast, though they may be the subject of a verb: "steam rises"."""


SETTING = ("place", "feature", "weather", "time", "ground", "wind", "lighting", "season")
"""Kinds of words that were read before the cast is."""


def determines(draft: Draft, item: Item) -> bool:
    """Whether an item is an article or a possessive."""
    function = item.of("function")
    own = item.of("pronoun") is not None and draft.text(item) not in ("him", "them", "it", "each other", "one another")
    return own or (function is not None and function.value in ("indefinite", "definite", "possessive"))


def before_noun(draft: Draft, item: Item, *, over_unknown: bool = False) -> Item | None:
    """What stands before a noun and its adjectives, numbers and articles (and, if asked, words nobody knows)."""
    before = draft.before(item)
    if before is not None and before.of("thing") and not before.used and not draft.words.adjectives_follow:
        before = draft.before(before)  # "a bubble helmet"
    while before is not None and (
        before.of("number", *ADJECTIVES) or determines(draft, before) or (over_unknown and before.unknown)
    ):
        begins = determines(draft, before)
        before = draft.before(before)
        if begins and (before is None or not determines(draft, before)):
            break  # an article begins a noun's name: what is before it belongs to another
    return before


def lead_item(draft: Draft, item: Item, *, over_unknown: bool = True) -> Item | None:
    """The preposition before a noun, over its adjectives, numbers and articles; None if there is none."""
    before = before_noun(draft, item, over_unknown=over_unknown)
    if before is None or not before.joins or before.senses[0].kind != "function":
        return None
    if draft.text(before) in SUBORDINATES:
        return None
    return before if before.senses[0].value in ("in", "on", "of", "other") else None


SUBORDINATES = (
    "where", "when", "who", "which", "whose", "whom", "because", "if", "so", "while", "until", "till", "what", "how", "there", "here",
    "où", "quand", "qui", "que", "qu", "dont", "lorsque", "lorsqu", "tandis", "alors", "si", "car", "donc", "puisque", "il y a",
)  # fmt: skip
"""Function words that lead to a clause, not to a noun."""


def leads(draft: Draft, item: Item) -> str | None:
    """What leads to a noun, as a word or a kind of function word; None if nothing does."""
    lead = lead_item(draft, item)
    if lead is None:
        return None
    value = lead.senses[0].value
    return value if value != "other" else draft.text(lead)


def verb(draft: Draft, item: Item) -> bool:
    """Whether an item is a verb where it stands."""
    return item.of("action") is not None and verbs.settles(draft, item, acted=True) != "noun"


def named_so(draft: Draft, item: Item) -> bool:
    """Whether an article makes a noun of a verb: "as a punch lands"."""
    if draft.words.language != "en" or draft.text(item).split()[0].endswith(("ing", "ed")):
        return False
    before = draft.before(item)
    described = before is not None and before.of("color", "bulk", "material") is not None and before.of("thing") is None
    while before is not None and before.of(*ADJECTIVES) is not None and before.of("thing", "person") is None:
        before = draft.before(before)
    function = before.of("function") if before is not None else None
    article = function is not None and function.value in ("indefinite", "definite")
    article = article or (before is not None and draft.text(before) in ("his", "its", "their"))
    return article or (described and before is not None and draft.text(before) in ("with", "of"))


def noun_before(draft: Draft, item: Item) -> Item | None:
    """The noun (or word nobody knows) right before a verb, over adverbs, "is" and adjectives that follow their noun; None if something
    else stands there."""
    before = draft.before(item)
    while (
        before is not None
        and not before.of(*MEMBERS, *OTHERS, "pronoun")
        and (before.of("manner") is not None or copula(before) or _adverb(draft, before))
    ):
        before = draft.before(before)
    if draft.words.adjectives_follow:
        while before is not None and before.of(*ADJECTIVES) and not before.of(*MEMBERS, *OTHERS):
            before = draft.before(before)
    if before is None or before.joins or before.of("pronoun"):
        return None
    if before.of("action") is not None and before.of(*MEMBERS, *OTHERS) is None:
        return before if named_so(draft, before) else None  # "its claws raised"
    return before if before.unknown or before.of(*MEMBERS, *OTHERS) else None


def attribute(draft: Draft, item: Item) -> bool:
    """Whether a participle belongs to the noun that follows: "a burning house", "thick swirling brushstrokes"."""
    if draft.words.language != "en" or not draft.text(item).endswith(("ing", "ed")):
        return False
    before, after = draft.before(item), draft.after(item)
    while after is not None and after.of(*ADJECTIVES) and not after.of(*MEMBERS, *OTHERS):
        after = draft.after(after)
    heads = after is not None and not after.joins and (after.unknown or after.of(*MEMBERS, *OTHERS) is not None)
    leads_in = (
        before is None or determines(draft, before) or before.of(*ADJECTIVES, "number") is not None or before.joins
    )
    named = before is not None and before.of(*MEMBERS) is not None
    return heads and leads_in and not named and not (before is not None and copula(before))


def copula(item: Item) -> bool:
    """Whether an item is a form of "to be"."""
    function = item.of("function")
    return item.joins and function is not None and function.value == "copula"


def _adverb(draft: Draft, item: Item) -> bool:
    return item.unknown and (draft.text(item).endswith("ly") or draft.text(item) in AUXILIARIES)


AUXILIARIES = (
    "starts",
    "start",
    "started",
    "begins",
    "begin",
    "began",
    "continues",
    "continue",
    "keeps",
    "keep",
    "tries",
    "wants",
)


def of_camera(draft: Draft, item: Item) -> bool:
    """Whether the camera does it: "the camera leads them, moving backward"."""
    for other in reversed([o for o in draft.of_sentence(item) if o.first < item.first]):
        if other.of("camera") is not None or (other.of("move") is not None and _names_camera(draft, other)):
            return True
        named = other.of("person", "crowd", "thing") is not None and not other.used
        named = named and lead_item(draft, other) is None and not noun_led(draft, other)
        if named and not _moved_at(draft, other):
            return False
        if other.of("pronoun") is not None and draft.text(other) not in (*OBJECTS, "his", "its", "their"):
            return False
        if other.of("while") is not None or draft.text(other) in RELATIVE:
            return False
    return False


RELATIVE = ("who", "that", "which", "qui", "que", "où", "where")


def _names_camera(draft: Draft, item: Item) -> bool:
    return any(t.plain in ("camera", "kamera") for t in draft.tokens[item.first : item.end])


def _moved_at(draft: Draft, item: Item) -> bool:
    """Whether a noun is whom a camera follows: "the camera follows the waiter"."""
    before = before_noun(draft, item)
    return before is not None and before.of("move") is not None


def speaks_of_another(draft: Draft, item: Item, *, told: bool) -> bool:
    """Whether the subject of a verb is a noun that is no member: "steam pours", "the red lights sweep". `told`: the sentence has told
    already whom it is about, and clothes are theirs."""
    noun = noun_before(draft, item)
    if noun is None or noun.of(*MEMBERS) is not None:
        return False
    if noun.of("garment") is not None and told:
        return False
    if noun.used and noun.of(*SETTING, "garment") is None:
        return False
    head = _first_of_several(draft, noun)
    grows = draft.text(item).endswith("ing") and draft.before(item) is noun and noun.of(*SETTING) is not None
    if noun.of(*SETTING) is not None and draft.before(item) is noun and _seen_to(draft, head, item):
        return True
    if (lead_item(draft, head) is not None or noun_led(draft, head)) and not (grows and leads(draft, head) == "with"):
        return False
    opens = before_noun(draft, noun)
    joined = opens is not None and opens.joins
    if noun.unknown:
        before = draft.before(noun)
        while before is not None and before.unknown:
            before = draft.before(before)
        return before is None or determines(draft, before) or joined or conjoins(before)
    return opens is None or joined or draft.before(noun) is not opens


def _seen_to(draft: Draft, noun: Item, item: Item) -> bool:
    """Whether a verb says what a noun is seen to do: "watches the rain fall", "regarde la pluie tomber"."""
    before = before_noun(draft, noun)
    text = draft.text(item).split()[0]
    bare = text.endswith(("er", "ir", "re")) if draft.words.language == "fr" else not text.endswith(("ing", "ed", "s"))
    return before is not None and before.of("action") is not None and bare


def _first_of_several(draft: Draft, noun: Item) -> Item:
    """The first of nouns that "and" joins up to this one."""
    while (before := before_noun(draft, noun)) is not None and conjoins(before):
        earlier = draft.before(before)
        if earlier is None or not (earlier.unknown or earlier.of(*MEMBERS, *OTHERS)):
            break
        noun = earlier
    return noun


def noun_led(draft: Draft, noun: Item) -> bool:
    """Whether a noun hangs on a word before it that is no subject's: a relation, a verb, "wearing"."""
    before = before_noun(draft, noun, over_unknown=True)
    return (
        before is not None
        and before.of("relation", "action", "wearing", "holding", "in_hand", "camera", "move", "size") is not None
    )


def opens_part(draft: Draft, item: Item) -> bool:
    """Whether an item is the first of its part, but for joining words."""
    before = draft.before(item)
    while before is not None and conjoins(before):
        before = draft.before(before)
    return before is None


def conjoins(item: Item) -> bool:
    function = item.of("function")
    return item.of("then", "while") is not None or (
        item.joins and function is not None and function.value == "conjunction"
    )


def fronted(draft: Draft, item: Item) -> bool:
    """Whether a preposition or relation opens a clause whose subject comes later: "on the table lies a book", "behind the counter a
    jukebox glows", "in front of the house there are two trucks"."""
    return opens_part(draft, item) and _subject_after(draft, item) is not None


def listed(draft: Draft, item: Item) -> bool:
    """Whether a noun that opens a part is one of a list that ends in "and …" and a verb: "plates, bowls and vases stand"."""
    if before_noun(draft, item) is not None:
        return False
    rest = [o for o in draft.of_sentence(item) if o.first > item.first]
    joined = False
    for other in rest:
        if joined and other.of(*MEMBERS) is not None and not verb(draft, other):
            after = draft.after(other)
            while after is not None and (
                after.of(*MEMBERS, *ADJECTIVES, "garment") or _of(after) or determines(draft, after)
            ):
                if verb(draft, after):
                    return True
                after = draft.after(after)
            lies = after is not None and draft.text(after) in ("on", "sur", "auf", "sobre")
            return after is not None and (verb(draft, after) or copula(after) or lies)
        if conjoins(other) and other.of("then", "while") is None:
            joined = True
        elif not (
            other.of(*MEMBERS, *ADJECTIVES, "number", "garment")
            or determines(draft, other)
            or _of(other)
            or other.unknown
        ) or verb(draft, other):
            return False
    return False


def subject_follows(draft: Draft, item: Item) -> bool:
    """Whether the subject of a verb stands behind it: "at the end of the table sits a queen"."""
    first = item
    while (before := draft.before(first)) is not None and not (conjoins(before) and draft.before(before) is None):
        first = before
    if first is item or not (first.of("relation", "side") or (first.joins and not determines(draft, first))):
        return False
    return _subject_after(draft, first) is item


def _subject_after(draft: Draft, lead: Item) -> Item | None:
    """What the subject follows in a clause that a preposition opens: its verb, "there is", or the article of the subject itself. None if
    it is no such clause."""
    noun: Item | None = None
    after = draft.after(lead)
    while after is not None:
        if noun is None:
            pronoun = after.of("pronoun") is not None and draft.text(after) in OBJECTS
            noun = (
                after if after.of(*MEMBERS, *OTHERS) is not None or (pronoun and not _qualified(draft, after)) else None
            )
        elif determines(draft, after) or after.of("number") is not None:
            return after if _noun_follows(draft, after) else None
        elif _there_is(draft, after) or (after.of("action") is not None and verb(draft, after)):
            return after if _noun_follows(draft, draft.after(after)) else None
        elif after.of(*MEMBERS, *OTHERS) is not None:
            noun = after  # "the dining room table"
        elif after.joins and not _of(after):
            return None
        elif _of(after):
            noun = None
        after = draft.after(after)
    return None


OBJECTS = ("him", "her", "them", "it", "lui", "elle", "eux", "elles")


def _qualified(draft: Draft, pronoun: Item) -> bool:
    """Whether a pronoun is a possessive here: "behind her mother"."""
    after = draft.after(pronoun)
    return draft.text(pronoun) == "her" and after is not None and after.of(*MEMBERS, *ADJECTIVES) is not None


def _there_is(draft: Draft, item: Item) -> bool:
    return copula(item) or draft.text(item) in ("there", "there is", "there are", "il y a")


def _of(item: Item) -> bool:
    function = item.of("function")
    return item.joins and function is not None and function.value == "of"


def _noun_follows(draft: Draft, item: Item | None) -> bool:
    """Whether the name of a member comes next, with its articles, numbers and adjectives, and no preposition before it."""
    while item is not None and item.of(*MEMBERS) is None:
        if not (
            determines(draft, item)
            or item.of("number", *ADJECTIVES, "manner")
            or item.unknown
            or _there_is(draft, item)
        ):
            return False
        item = draft.after(item)
    return item is not None
