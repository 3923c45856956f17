"""Clothes, hair, and what hands hold."""

from __future__ import annotations

from filmwright.reading import dress
from filmwright.reading.clause import leads
from filmwright.reading.deeds import BY
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader, flush
from filmwright.reading.subject import WITH
from filmwright.reading.things import hand_sized
from filmwright.reading.vocabulary import Sense


def garment(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    owner, reader.owner = reader.owner, []
    adjectives, reader.waiting = reader.waiting, []
    reader.count = None
    if not reader.group:
        reader.early.append((item, adjectives))
        reader.article = None
        return
    reader.twin = reader.head if reader.joined and isinstance(reader.head, dress.GarmentHead) else None
    alike = reader.joined and not adjectives and reader.article is None and draft.words.language == "en"
    shared = reader.head if alike else None
    text = draft.text(item)
    pair = sense.value.endswith("s") and sense.value != "dress"  # one person's gloves; "coats" are those of several
    everybody = text.endswith(("s", "x")) and not text.endswith("ss") and not pair
    of_all = everybody or (reader.article == "possessive" and not reader.said)
    last = reader.last
    told = last is not None and last.person and last not in reader.group and reader.article != "possessive"
    if told and last is not None and (reader.wearing or leads(draft, item) in ("in", *WITH)):
        owner = [last]  # "he bumps into a monk in an orange robe"
    if not owner and not any(m.person or m.alive for m in reader.group):
        owner = reader.able[-1:]  # "a cape hangs from his shoulders"
    people = owner or (reader.group if of_all else reader.group[-1:])
    head = dress.garment(
        draft, people, item, adjectives, like=shared if isinstance(shared, dress.GarmentHead) else None
    )
    reader.cloth = head
    reader.head, reader.article, reader.joined, reader.linked, reader.wearing = head, None, False, False, True


OF_HAIR = {"hair": ("hair_length", "hair_style"), "beard": ("hair_length",)}


def feature(reader: Reader, item: Item, sense: Sense) -> None:
    """Hair, beard and skin with the adjectives before them."""
    draft = reader.draft
    adjectives, reader.waiting = reader.waiting, []
    count, reader.count = reader.count, None
    ahead = sense.get("before") is not None and _person_follows(draft, item)
    if ahead or not reader.group:
        if ahead:
            reader.waiting = [*adjectives, item]
        return
    about_hair = [w for w in adjectives if w.of("color", "shade", "hair_color", *OF_HAIR.get(sense.kind, ()))]
    about_hair += [w for w in adjectives if sense.kind == "skin" and w.of("complexion")]
    reader.waiting = [w for w in adjectives if not any(w is a for a in about_hair)]
    owner, reader.owner = reader.owner, []
    reader.head = dress.feature(draft, owner or reader.group[-1:], item, about_hair)
    if count is not None:  # "two braids"
        draft.note(count[0], f"{(owner or reader.group)[-1].at}.hair", "staged")
    reader.linked = reader.joined = False


def _person_follows(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    while after is not None and (after.of(*ADJECTIVES) or after.unknown) and not after.of("person"):
        after = draft.after(after)
    return after is not None and after.of("person") is not None


def wearing(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = reader.holding = None
    reader.taking, reader.wearing = [], True


def in_hand(reader: Reader, item: Item, sense: Sense) -> None:
    """ "A suitcase in her hand", "une valise à la main": what was named last is held by who can hold."""
    flush(reader)
    on = _on_whom(reader, item)
    if on is not None and (reader.last is None or reader.last.alive or not hand_sized(reader.last)):
        if ("beside", on[1].id) in on[0].relations:  # "with a crow on her shoulder"
            on[0].relations.remove(("beside", on[1].id))
        reader.draft.note(item, on[0].relate("on", on[1].id), "staged")  # "a mouse on her shoulder"
        return
    holder = next((m for m in (*reader.able, *reader.group) if m is not reader.last), None)
    before = reader.draft.before(item)
    if holder is None or reader.last is None or reader.last.person or before is None or before.unknown:
        return
    if reader.last.id not in holder.holds:
        holder.holds.append(reader.last.id)
    if reader.group == [reader.last]:
        reader.group = [holder]
    reader.draft.note(item, f"{holder.at}.holds", "staged")


def _on_whom(reader: Reader, item: Item) -> tuple[Member, Member] | None:
    """Who is on whom: "sits on his shoulder"; None if the words say something else."""
    left = reader.relative or reader.last or (reader.group[-1] if reader.group else None)
    if left is None or not (
        reader.draft.text(item).split()[0] in ("on", "over", "sur") or "épaule" in reader.draft.text(item)
    ):
        return None
    whom = next((m for m in reversed(reader.subjects) if m is not left and (m.person or m.alive)), None)
    return (left, whom) if whom is not None and not left.person else None


def holding(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    reader.taking, reader.wearing = [], False
    after = reader.draft.after(item)
    before = reader.draft.before(item)
    named = before is not None and before.of("person", "crowd", "thing") is not None
    gerund = reader.draft.text(item).split()[0].endswith(("ing", "ant"))
    last = reader.relative or (reader.last if named and gerund else None)
    reader.holder = last if last is not None and (last.person or last.alive) else None
    reader.relative = None
    if after is not None and reader.draft.text(after) in BY and reader.last is not None:
        reader.held = reader.last  # "an umbrella held by a girl"
        item.used = True
        return
    reader.holding = item
