"""Words nobody knows: an adjective, a noun or a verb by where they stand."""

from __future__ import annotations

from filmwright.reading import cast, dress
from filmwright.reading.clause import determines, leads
from filmwright.reading.draft import Draft
from filmwright.reading.items import Item
from filmwright.reading.reader import HEADS, Reader, flush, goes_alone
from filmwright.reading.subject import join, settle_early
from filmwright.reading.vocabulary import Sense

AGENTS = (
    "maker",
    "keeper",
    "seller",
    "player",
    "trainer",
    "owner",
    "dealer",
    "collector",
    "driver",
    "tamer",
    "builder",
    "hunter",
    "catcher",
)
"""Ends of nouns that name somebody by what they do."""
POSSESSIVE = ("his", "their", "its")


def unknown(reader: Reader, item: Item) -> None:
    """A word nobody knows: a verb after its subject, an adjective when a noun follows at once, else a noun that takes its adjectives
    along."""
    after = reader.draft.after(item)
    if _is_verb(reader, item):
        flush(reader)
        reader.head, reader.holding, reader.taking, reader.last = None, None, [], None
        reader.said, reader.joined, reader.wearing, reader.relative = True, False, False, None
        return
    who = after is not None and reader.draft.text(after) == "who"
    if who or (reader.draft.words.language == "en" and reader.draft.text(item).endswith(AGENTS)):
        _somebody(reader, item)
        return
    if after is not None and after.of(*HEADS) and not after.used:
        return
    if not any(goes_alone(reader, w) for w in reader.waiting):
        reader.waiting.clear()
    flush(reader)
    reader.head = reader.relation = None
    reader.count = None
    if not reader.subject_here and leads(reader.draft, item) is None:
        reader.nobody = True


def _somebody(reader: Reader, item: Item) -> None:
    """ "A violin maker", "a jogger who stops": nobody knows the word, but it is somebody."""
    draft = reader.draft
    waiting, reader.waiting = reader.waiting, []
    object = bool(reader.group) and reader.subject_here and (leads(draft, item) is not None or bool(reader.taking))
    members = cast.new(draft, Sense("person", "person"))
    join(reader, members, object=object)
    draft.note(item, members[0].at, "approximated", "there is no word for who this is: somebody was chosen")
    for word in waiting:
        dress.describe(draft, members[0], word)
    reader.head, reader.count, reader.article = dress.PersonHead(members), None, None
    if not object:
        settle_early(reader, members)


def _is_verb(reader: Reader, item: Item) -> bool:
    draft = reader.draft
    if not reader.group or item.of("action"):
        return False
    after, before = draft.after(item), draft.before(item)
    while before is not None and before.of("manner"):
        before = draft.before(before)
    object_follows = after is not None and (determines(draft, after) or after.of("number") is not None)
    ends = draft.text(item).endswith(("s", "ing", "ed")) if draft.words.language == "en" else object_follows
    if before is None or _and(before):
        return reader.subject_here and reader.said and ends and object_follows
    if before.of("pronoun") and draft.text(before) not in POSSESSIVE:
        return ends or object_follows
    if before.of("person"):
        return ends and not _leads_on(draft, after)
    return before.of("thing") is not None and ends and object_follows


def _and(item: Item) -> bool:
    function = item.of("function")
    return function is not None and function.value == "conjunction"


def _leads_on(draft: Draft, after: Item | None) -> bool:
    """Whether the word is the first of a name: another unknown word follows."""
    return after is not None and after.unknown and not draft.text(after).endswith("ly")
