"""What members do, how they do it, to whom, and where they are, seen from each other."""

from __future__ import annotations

from filmwright.reading.draft import Member, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader, flush
from filmwright.reading.vocabulary import Sense

POSTURES = ("stand", "sit", "lie", "kneel", "lean")  # other things are done in them, not after them


def action(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    if reader.group:
        if reader.whole and reader.draft.part(item) != reader.whole_part:
            reader.subject = reader.whole
        reader.group, reader.subject = reader.subject or reader.group, []
        act(reader, item, sense, reader.group)
    elif reader.early_action is None:
        reader.early_action = item
    reader.said, reader.joined, reader.holding = True, False, None


def act(reader: Reader, item: Item, sense: Sense, members: list[Member]) -> None:
    """Give members a deed: their action, or one after or beside it."""
    draft, first = reader.draft, members[0]
    had = next((n for n, deed in enumerate(first.deeds) if deed["kind"] == sense.value), None)
    at = _begins(reader, first, sense)
    for member in members:
        if at == 0.0 and [deed["kind"] for deed in member.deeds] == ["stand"]:
            member.deeds[0]["kind"] = sense.value  # "she stands and waves" waves: standing is how
        elif all(deed["kind"] != sense.value for deed in member.deeds):
            manner = sense.get("manner")
            member.deeds.append({"kind": sense.value, "manner": manner, "to": None, "at": at if member.deeds else None})
    index = had if had is not None else len(first.deeds) - 1
    if first.deeds[index]["manner"] is None and first.manner is not None and index == 0:
        for member in members:
            member.deeds[0]["manner"] = first.manner
    draft.note(item, deed_path(first, index), "staged")
    reader.taking = [m.deeds[-1] for m in members if m.deeds] if sense.get("takes") else []
    reader.then = False
    if reader.early_manner is not None:
        manner_item, reader.early_manner = reader.early_manner, None
        manner_of(reader, manner_item, manner_item.senses[0])


def _begins(reader: Reader, member: Member, sense: Sense) -> float | None:
    """When a further deed begins: None, after the one before, where the text says "then" or strings deeds together; 0, at the same
    time, where one is a posture or the text says "while"."""
    if not member.deeds or reader.then:
        return None
    beside = reader.beside or not reader.joined or POSTURES.count(member.deeds[-1]["kind"]) or sense.value in POSTURES
    return 0.0 if beside else None


def deed_path(member: Member, index: int) -> str:
    """Where a deed is in the Film."""
    return f"{member.at}.action" if index == 0 else f"{member.at}.then.{index - 1}"


def manner_of(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    if not reader.group and reader.early_manner is not None:
        return
    if not reader.group:
        reader.early_manner = item
        return
    manner = item.of("manner") or sense
    first = reader.group[0]
    had = first.deeds[-1]["manner"] if first.deeds else first.manner
    if had is not None and had != manner.value:
        draft.note(item, None, "unstaged", f"one manner an action: {spoken(had)} came first")
        return
    for member in reader.group:
        if member.deeds:
            member.deeds[-1]["manner"] = manner.value
        else:
            member.manner = manner.value
    path = deed_path(first, len(first.deeds) - 1) if first.deeds else f"{first.at}.action"
    draft.staged(item, manner, f"{path}.manner")


def relation(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    left = reader.last or (reader.group[-1] if reader.group else None)
    if left is not None:
        reader.relation = (item, sense.value, left)


def side(reader: Reader, item: Item, sense: Sense) -> None:
    """ "The woman on the left": who stands where is settled when everybody is known."""
    flush(reader)
    reader.head = None
    before = reader.draft.before(item)
    opens = before is None or (before.joins and reader.joined)
    if (opens and reader.draft.after(item) is not None) or not reader.group:
        reader.early_side = item
    elif reader.group:
        reader.sides.append((item, sense.value, reader.last or reader.group[-1]))


def then(reader: Reader, item: Item, sense: Sense) -> None:
    """ "Then she turns": the next deed comes after the one before."""
    flush(reader)
    reader.then, reader.joined = True, True
    item.used = True


def meanwhile(reader: Reader, item: Item, sense: Sense) -> None:
    """ "While talking": the next deed is done beside the one before."""
    flush(reader)
    reader.beside = True
    item.used = True
