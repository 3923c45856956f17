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


def determines(item: Item) -> bool:
    """Whether an item is an article or a possessive."""
    function = item.of("function")
    return item.of("pronoun") is not None or (
        function is not None and function.value in ("indefinite", "definite", "possessive")
    )


def before_noun(draft: Draft, item: Item, *, over_unknown: bool = False) -> Item | None:
    """What stands before a noun and its adjectives, numbers and articles (and, if asked, words nobody knows)."""
    before = draft.before(item)
    while before is not None and (
        before.of("number", *ADJECTIVES) or determines(before) or (over_unknown and before.unknown)
    ):
        begins = determines(before)
        before = draft.before(before)
        if begins and (before is None or not determines(before)):
            break  # an article begins a noun's name: what is before it belongs to another
    return before


def lead_item(draft: Draft, item: Item, *, over_unknown: bool = True) -> Item | None:
    """The preposition before a noun, over its adjectives, numbers and articles; None if there is none."""
    before = before_noun(draft, item, over_unknown=over_unknown)
    if before is None or not before.joins or before.senses[0].kind != "function":
        return None
    return before if before.senses[0].value in ("in", "on", "of", "other") else None


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
    return article or (described and before is not None and draft.text(before) in ("with", "of"))


def noun_before(draft: Draft, item: Item) -> Item | None:
    """The noun (or word nobody knows) right before a verb, over adverbs, "is" and adjectives that follow their noun; None if something
    else stands there."""
    before = draft.before(item)
    while (
        before is not None
        and not before.of(*MEMBERS, *OTHERS, "pronoun")
        and (before.of("manner") is not None or _copula(before) or _adverb(draft, before))
    ):
        before = draft.before(before)
    if draft.words.adjectives_follow:
        while before is not None and before.of(*ADJECTIVES) and not before.of(*MEMBERS, *OTHERS):
            before = draft.before(before)
    if before is None or before.joins or before.of("pronoun", "action"):
        return None
    return before if before.unknown or before.of(*MEMBERS, *OTHERS) else None


def _copula(item: Item) -> bool:
    function = item.of("function")
    return item.joins and function is not None and function.value == "copula"


def _adverb(draft: Draft, item: Item) -> bool:
    return item.unknown and draft.text(item).endswith("ly")


def of_camera(draft: Draft, item: Item) -> bool:
    """Whether the camera does it: "the camera leads them, moving backward"."""
    if item.of("move") is None and not draft.text(item).endswith("ing"):
        return False
    for other in reversed([o for o in draft.of_sentence(item) if o.first < item.first]):
        if other.of("camera") is not None:
            return True
        if other.of("person", "thing") is not None or (
            other.of("pronoun") is not None and draft.text(other) not in OBJECTS
        ):
            return False
    return False


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
    if lead_item(draft, head) is not None or noun_led(draft, head):
        return False
    opens = before_noun(draft, noun)
    joined = opens is not None and opens.joins
    if noun.unknown:
        before = draft.before(noun)
        while before is not None and before.unknown:
            before = draft.before(before)
        return before is None or determines(before) or joined or _conjoins(before)
    return opens is None or joined or draft.before(noun) is not opens


def _first_of_several(draft: Draft, noun: Item) -> Item:
    """The first of nouns that "and" joins up to this one."""
    while (before := before_noun(draft, noun)) is not None and _conjoins(before):
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
    while before is not None and _conjoins(before):
        before = draft.before(before)
    return before is None


def _conjoins(item: Item) -> bool:
    function = item.of("function")
    return item.of("then", "while") is not None or (
        item.joins and function is not None and function.value == "conjunction"
    )


def fronted(draft: Draft, item: Item) -> bool:
    """Whether a preposition or relation opens a clause whose subject comes later: "on the table lies a book", "behind the counter a
    jukebox glows", "in front of the house there are two trucks"."""
    return opens_part(draft, item) and _subject_after(draft, item) is not None


def subject_follows(draft: Draft, item: Item) -> bool:
    """Whether the subject of a verb stands behind it: "at the end of the table sits a queen"."""
    first = item
    while (before := draft.before(first)) is not None and not (_conjoins(before) and draft.before(before) is None):
        first = before
    if first is item or not (first.of("relation", "side") or (first.joins and not determines(first))):
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
        elif determines(after) or after.of("number") is not None:
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
    return _copula(item) or draft.text(item) in ("there", "there is", "there are", "il y a")


def _of(item: Item) -> bool:
    function = item.of("function")
    return item.joins and function is not None and function.value == "of"


def _noun_follows(draft: Draft, item: Item | None) -> bool:
    """Whether the name of a member comes next, with its articles, numbers and adjectives, and no preposition before it."""
    while item is not None and item.of(*MEMBERS) is None:
        if not (determines(item) or item.of("number", *ADJECTIVES, "manner") or item.unknown or _there_is(draft, item)):
            return False
        item = draft.after(item)
    return item is not None
