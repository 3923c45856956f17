"""What people do, how they do it and where they are, seen from each other."""

from __future__ import annotations

from filmwright.reading.draft import Draft, Person, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader, flush
from filmwright.reading.vocabulary import Sense

STANDING = ("wave", "look_around")  # what is done standing: "she stands and waves" waves


def action(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    reader.said = True
    if reader.other is not None:
        reader.draft.note(item, None, "unstaged", "who does it cannot be staged yet")
    elif reader.group:
        if reader.whole and reader.draft.part(item) != reader.whole_part:
            reader.subject = reader.whole
        reader.group, reader.subject = reader.subject or reader.group, []
        act(reader, item, sense, reader.group)
    elif reader.early_action is None:
        reader.early_action = item


def act(reader: Reader, item: Item, sense: Sense, people: list[Person]) -> None:
    draft = reader.draft
    path = f"{people[0].at}.action"
    if sense.degree == "never":
        draft.note(item, None, "unstaged", f"nobody can be staged doing this yet ({draft.text(item)})")
        return
    had = people[0].action
    if had is not None and had != sense.value and people[0].loosely and sense.degree == "":
        _overrule(draft, people, path, sense.value)
    elif had in STANDING and sense.value == "stand":
        draft.note(item, path, "staged")
        return
    elif had is not None and had != sense.value and not (had == "stand" and sense.value in STANDING):
        draft.note(item, None, "unstaged", f"one action a shot: {spoken(had)} came first")
        return
    for person in people:
        person.loosely = sense.degree == "near" and (person.loosely or person.action is None)
        person.action = sense.value
        person.manner = person.manner or sense.get("manner")
    if sense.degree == "near":
        draft.note(
            item, path, "approximated", f"“{draft.text(item)}” is staged as {spoken(sense.value)}, the nearest there is"
        )
    else:
        draft.note(item, path, "staged")
    if reader.early_manner is not None:
        manner, reader.early_manner = reader.early_manner, None
        manner_of(reader, manner, manner.senses[0])


def _overrule(draft: Draft, people: list[Person], path: str, value: str) -> None:
    """An action that can be staged takes the place of one that was only near something: "thinking, he sits" sits."""
    for n, note in enumerate(draft.notes):
        if note.path == path and note.status == "approximated":
            draft.notes[n] = note._replace(
                path=None, status="unstaged", reason=f"one action a shot: {spoken(value)} was taken"
            )
    for person in people:
        person.manner = None


def manner_of(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    if reader.other is not None or (not reader.group and reader.early_manner is not None):
        return
    if not reader.group:
        reader.early_manner = item
        return
    manner = item.of("manner") or sense
    had = reader.group[0].manner
    if had is not None and had != manner.value:
        draft.note(item, None, "unstaged", f"one manner an action: {spoken(had)} came first")
        return
    for person in reader.group:
        person.manner = manner.value
    draft.staged(item, manner, f"{reader.group[0].at}.action.manner")


def relation(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    if reader.group and reader.other is None:
        reader.relation = (item, sense.value, reader.group[-1])


def side(reader: Reader, item: Item, sense: Sense) -> None:
    """ "The woman on the left": who stands where is settled when everybody is known."""
    flush(reader)
    reader.head = None
    before = reader.draft.before(item)
    opens = before is None or (before.joins and reader.joined)
    if (opens and reader.draft.after(item) is not None) or not reader.group:
        reader.early_side = item
    elif reader.group and reader.other is None:
        reader.sides.append((item, sense.value, reader.group[-1]))
