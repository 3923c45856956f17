"""Where members are on each other: on a lap or a shoulder, and what lies inside what."""

from __future__ import annotations

from filmwright.reading.clause import lead_item, opens_part
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader, flush
from filmwright.reading.subject import RESTS
from filmwright.reading.vocabulary import Sense


def perch(reader: Reader, item: Item, sense: Sense) -> None:
    """ "On her shoulder", "on the old man's lap", "sur l'épaule d'un pirate": who is there is on somebody."""
    draft = reader.draft
    flush(reader)
    lead = _before_genitive(draft, item) or lead_item(draft, item)
    left = reader.relative or (reader.group[-1] if reader.group else None)
    if lead is None or left is None or RESTS.get(draft.text(lead)) != "on":
        return
    after = draft.after(item)
    function = after.of("function") if after is not None and after.joins else None
    if function is not None and function.value == "of":
        reader.relation = (lead, "on", left)
        return
    owner = _owner(reader, left)
    reader.owner = []
    if owner is not None:
        draft.note(lead, left.relate("on", owner.id), "staged")
        item.used = True


def _owner(reader: Reader, left: Member) -> Member | None:
    """Whose lap it is: as said, else who was spoken of before."""
    told = [m for m in reader.owner if m is not left]
    before = [m for m in reversed(reader.subjects) if m is not left and (m.person or m.alive)]
    return next(iter([*told, *before]), None)


def flank(reader: Reader, item: Item, sense: Sense) -> None:
    """ "On his right, an old woman": she is right of whom the words were about."""
    draft = reader.draft
    flush(reader)
    reader.head = None
    whom = reader.group[-1] if reader.group else next(iter(reversed(draft.earlier)), None)
    if whom is None or whom not in draft.cast:
        return
    if opens_part(draft, item):
        reader.behind_whom, reader.inverted = (item, sense.value, whom), False
    elif reader.last is not None and reader.last is not whom:
        draft.note(item, reader.last.relate(sense.value, whom.id), "staged")


def genitive(draft: Draft, item: Item) -> bool:
    """Whether a noun is followed by the "s" of "the old man's"."""
    after = draft.after(item)
    return (
        after is not None
        and draft.text(after) == "s"
        and draft.tokens[after.first].start == draft.tokens[item.end - 1].end + 1
    )


def _before_genitive(draft: Draft, item: Item) -> Item | None:
    """The preposition before "the old man's lap"."""
    mark = draft.before(item)
    if mark is None or draft.text(mark) != "s":
        return None
    owner = draft.before(mark)
    return lead_item(draft, owner) if owner is not None else None
