"""Crowds that the text does not name: of a "busy street", a "crowded market", of soldiers "in rows"."""

from __future__ import annotations

from filmwright.reading import cast
from filmwright.reading.draft import Draft
from filmwright.reading.items import Item
from filmwright.reading.vocabulary import Sense

DESCRIBING = ("praise", "color", "age", "bulk", "season", "weather", "ground", "material", "region", "time")


def read(draft: Draft) -> None:
    """Fill the shot's places with people where a word says that they are full of them; give ranks as many as make some."""
    for item in draft.items:
        sense = item.of("praise", "place")
        crowd = sense.get("crowd") if sense is not None else None
        rows = sense.get("rows") if sense is not None else None
        if sense is None or (crowd is None and rows is None):
            continue
        if rows is not None:
            _in_rows(draft, item, sense, int(rows))
        elif crowd is not None and (sense.kind == "place" or (not item.used and _before_a_place(draft, item))):
            if any(member.person and member.count >= cast.MANY for member in draft.cast):
                continue  # the text tells who they are
            member = cast.add(draft, "crowd", int(crowd), Sense("person", "crowd"))
            if sense.kind == "praise":
                draft.staged(item, sense, member.at)


def _before_a_place(draft: Draft, item: Item) -> bool:
    """Whether an adjective is that of a place; of a thing that may be one, it is that place."""
    after = draft.after(item)
    while after is not None and after.of("place") is None and after.of(*DESCRIBING) is not None:
        after = draft.after(after)
    return after is not None and after.of("place") is not None


def _in_rows(draft: Draft, item: Item, sense: Sense, least: int) -> None:
    """Of those who were spoken of last, if they are several, so many as make ranks."""
    many = next((m for m in reversed(draft.cast) if m.person and m.count > 1), None)
    if many is not None:
        many.count = max(many.count, least)
        draft.staged(item, sense, f"{many.at}.count")
