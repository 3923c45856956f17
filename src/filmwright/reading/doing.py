"""Who can do what, and what a member's deeds become in the Film: after one another or beside, and how."""

from __future__ import annotations

from typing import Any

from filmwright import concepts
from filmwright.content.deeds import goes_with
from filmwright.reading.clause import SETTING
from filmwright.reading.draft import Draft, Member, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader
from filmwright.reading.vocabulary import Sense

POSTURES = ("stand", "sit", "lie", "kneel", "lean")  # other things are done in them, not after them


ABLE = ("animal", "vehicle", "machine", "being", "tornado", "storm", "fire", "avalanche", "wave", "flag")


STILL = (
    "dangle",
    "stand",
    "sit",
    "lie",
    "hang",
    "glow",
    "rest",
    "lean",
    "flicker",
    "stand_up",
)  # what things do without doing anything


MOVED = (
    "fall", "sink", "splash", "swing", "slide", "explode", "burn", "melt", "grow", "sway", "spin", "rotate", "roll", "float", "break",
    "ripple", "drip", "swirl", "drift", "boil", "pop", "rise", "spray", "sail", "fly", "turn", "crash", "crumble", "bounce",
    "open", "close", "erupt", "flow",
)  # fmt: skip
"""What lifeless things can be seen to do."""


def can(member: Member, deed: str) -> bool:
    """Whether a member can be seen doing something."""
    line = concepts.ancestors("thing", member.kind)
    return (
        member.person
        or any(name in ABLE for name in line)
        or any(n in MOVED for n in concepts.ancestors("action", deed))
    )


def act(reader: Reader, item: Item, sense: Sense, members: list[Member]) -> None:
    """Give members a deed: their action, or one after or beside it."""
    draft, first = reader.draft, members[0]
    at = _begins(reader, first, sense)
    for member in members:
        if any(deed["kind"] == sense.value for deed in member.deeds):
            continue
        deed = {"kind": sense.value, "manner": sense.get("manner"), "to": None, "at": at if member.deeds else None}
        if at == 0.0 and [had["kind"] for had in member.deeds] == ["stand"]:
            _stand_beside(draft, member, deed)  # "she stands and waves" waves: standing is how
        else:
            member.deeds.append(deed)
    index = next(n for n, deed in enumerate(first.deeds) if deed["kind"] == sense.value)
    if first.deeds[index]["manner"] is None and first.manner is not None and index == 0:
        for member in members:
            member.deeds[0]["manner"] = first.manner
    draft.note(item, deed_path(first, index), "staged")
    reader.taking = (
        [deed for m in members for deed in m.deeds if deed["kind"] == sense.value] if sense.get("takes") else []
    )
    reader.then = False
    if reader.early_manner is not None:
        manner_item, reader.early_manner = reader.early_manner, None
        manner_of(reader, manner_item, manner_item.senses[0])


def _stand_beside(draft: Draft, member: Member, deed: dict[str, Any]) -> None:
    """Make a deed the first of a member who stands, with the standing beside it."""
    member.deeds = [deed | {"at": None}, member.deeds[0] | {"at": 0.0}]
    for n, note in enumerate(draft.notes):
        if note.path == f"{member.at}.action":
            draft.notes[n] = note._replace(path=f"{member.at}.then.0")


def _begins(reader: Reader, member: Member, sense: Sense) -> float | None:
    """When a further deed begins: None, after the one before, where the text says "then" or strings deeds together; 0, at the same
    time, where one is a posture or the text says "while"."""
    if not member.deeds or reader.then:
        return None
    if reader.joined and goes_with(member.deeds[-1]["kind"], sense.value):
        return 0.0  # "walks and waves"
    beside = reader.beside or not reader.joined or POSTURES.count(member.deeds[-1]["kind"]) or sense.value in POSTURES
    return 0.0 if beside else None


def deed_path(member: Member, index: int) -> str:
    """Where a deed is in the Film."""
    return f"{member.at}.action" if index == 0 else f"{member.at}.then.{index - 1}"


PARTICIPLE = ("ed", "é", "és", "ée", "ées")  # "neatly combed hair" is no way of doing anything


def manner_of(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    after = draft.after(item)
    participle = after is not None and after.of("action") is None and draft.text(after).endswith(PARTICIPLE)
    described = participle or (after is not None and after.unknown and not draft.text(item).endswith(("ly", "ment")))
    before = draft.before(item)
    scenery = before is not None and before.used and before.of(*SETTING) is not None and before.of("action") is None
    of_film = after is not None and after.used and after.of("pace", "move", "size", "angle", "grade") is not None
    if reader.ghost == draft.part(item) or described or scenery or of_film:
        draft.note(item, None, "unstaged", "how it is done by what is no member cannot be shown")  # "in slow flakes"
        return
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
