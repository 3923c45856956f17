"""What vessels hold: "a cup of coffee", "a bowl of ramen"."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.offers import offered
from filmwright.content.vessels import SERVED, VESSELS
from filmwright.reading import cast
from filmwright.reading.clause import leads
from filmwright.reading.draft import Note, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader
from filmwright.reading.vocabulary import Sense


def held(reader: Reader, item: Item, sense: Sense) -> bool:
    """Whether a drink or a dish is what the vessel named just before holds: it is a member inside of that, and the words stay about the
    vessel."""
    draft, vessel = reader.draft, reader.last or (reader.group[-1] if reader.group else None)
    if vessel is None or vessel.person or leads(draft, item) != "of":
        return False
    if not any(name in VESSELS for name in concepts.ancestors("thing", vessel.kind)):
        return False
    drink = "drink" in concepts.ancestors("thing", sense.value)
    if not drink and concepts.nearest("thing", sense.value, offered("thing")) not in SERVED:
        return False
    (inside, *_) = cast.new(draft, sense)
    path = inside.relate("inside", vessel.id)
    draft.notes.append(Note(None, path, "chosen", f"what a {spoken(vessel.kind)} is of is in it"))
    draft.staged(item, sense, inside.at)
    reader.waiting, reader.count, reader.article = [], None, None
    return True
