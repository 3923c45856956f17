"""What vessels hold: "a cup of coffee", "a bowl of ramen"."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.offers import offered
from filmwright.reading.clause import leads
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader
from filmwright.reading.vocabulary import Sense

VESSELS = ("crockery", "bottle", "can")
SERVED = ("soup",)
"""Dishes that content makes with the bowl they are in."""


def held(reader: Reader, item: Item, sense: Sense) -> bool:
    """Whether a drink or a dish is what the vessel named just before holds, and so no member of its own; a dish that is made with its
    bowl takes the vessel's place."""
    draft, vessel = reader.draft, reader.last or (reader.group[-1] if reader.group else None)
    if vessel is None or vessel.person or leads(draft, item) != "of":
        return False
    if not any(name in VESSELS for name in concepts.ancestors("thing", vessel.kind)):
        return False
    if "drink" not in concepts.ancestors("thing", sense.value):
        if concepts.nearest("thing", sense.value, offered("thing")) not in SERVED:
            return False
        _becomes(draft, vessel, sense.value)
    draft.staged(item, sense, vessel.at)
    reader.waiting, reader.count, reader.article = [], None, None
    return True


def _becomes(draft: Draft, member: Member, kind: str) -> None:
    """The member is of another kind, and whoever is tied to it is tied to that."""
    taken = [m for m in (*draft.earlier, *draft.cast) if m.kind == kind]
    number = 1 + max((int(m.id.rsplit("-", 1)[1]) for m in taken), default=0)
    old, member.id, member.kind = member.id, f"{kind}-{number}", kind
    for other in draft.cast:
        other.holds = [member.id if name == old else name for name in other.holds]
        other.relations = [(how, member.id if to == old else to) for how, to in other.relations]
