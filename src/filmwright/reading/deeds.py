"""What members do, how they do it, to whom, and where they are, seen from each other."""

from __future__ import annotations

from typing import Any

from filmwright import concepts
from filmwright.reading.clause import (
    attribute,
    determines,
    fronted,
    named_so,
    noun_before,
    of_camera,
    speaks_of_another,
    subject_follows,
)
from filmwright.reading.draft import Draft, Member, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader, flush
from filmwright.reading.unknown import unknown
from filmwright.reading.vocabulary import Sense

POSTURES = ("stand", "sit", "lie", "kneel", "lean")  # other things are done in them, not after them


def action(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = None
    if named_so(reader.draft, item):
        unknown(reader, item)
        return
    if attribute(reader.draft, item) and _of_no_member(reader, item):
        return
    if not reader.subject_here and _of_the_film(reader.draft, item):
        return
    if _passive(reader, item):
        after = reader.draft.after(item)
        if after is not None and reader.draft.text(after) in BY:
            reader.agent = item
        return
    if sense.value in VAGUE and _leads_nowhere(reader.draft, item):
        return
    if (reader.nobody and not reader.subject_here) or _of_another(reader, item):
        reader.draft.note(item, None, "unstaged", "what does it cannot be shown by itself")
        return
    if subject_follows(reader.draft, item):
        reader.early_action, reader.inverted = item, True
        return
    if reader.behind_whom is not None and reader.behind_whom[2] not in reader.group:
        reader.behind_whom = None
    whose = _whose(reader, item, sense)
    if whose is not None:
        act(reader, item, sense, [whose])
        reader.joined, reader.holding, reader.wearing, reader.relative = False, None, False, None
        return
    _find_able(reader, sense)
    if sense.value in STILL and reader.group and not any(m.person or m.alive for m in reader.group):
        reader.draft.note(item, reader.group[-1].at, "staged")
        return
    if reader.group and not any(can(m, sense.value) for m in reader.group):
        named = spoken(reader.group[-1].kind)
        reader.draft.note(item, None, "unstaged", f"a {named} cannot be shown doing this")
        return
    if reader.group:
        if reader.whole and reader.draft.part(item) != reader.whole_part:
            reader.subject = reader.whole
        reader.group, reader.subject = reader.subject or reader.group, []
        act(reader, item, sense, reader.group)
    elif reader.early_action is None:
        reader.early_action = item
    reader.said, reader.joined, reader.holding, reader.wearing, reader.last = True, False, None, False, None


def _of_no_member(reader: Reader, item: Item) -> bool:
    """Whether what a participle describes is no member, or one of a sentence that has its subject already."""
    after = reader.draft.after(item)
    while after is not None and after.of(*ADJECTIVES) and not after.of("person", "thing"):
        after = reader.draft.after(after)
    garment = after is not None and after.of("garment") is not None
    return reader.subject_here or garment or after is None or after.used or after.of("person", "crowd", "thing") is None


def _of_the_film(draft: Draft, item: Item) -> bool:
    """ "Point a telephoto lens": what is done to the camera is not seen."""
    after = draft.after(item)
    while after is not None and (determines(draft, after) or after.of(*ADJECTIVES)):
        after = draft.after(after)
    return after is not None and after.of("lens", "camera", "frame") is not None


def _of_another(reader: Reader, item: Item) -> bool:
    """Whether something that is no member does it: "steam pours out of a pot", and what is strung to that by "and"."""
    draft = reader.draft
    noun = noun_before(draft, item)
    scenery = noun is not None and noun is reader.scenery
    if scenery or speaks_of_another(draft, item, told=reader.subject_here) or of_camera(draft, item):
        reader.ghost, reader.said = draft.part(item), True
        return True
    before = draft.before(item)
    strung = before is not None and before.joins and reader.joined
    return reader.ghost == draft.part(item) and strung


SIDES = ("left_of", "right_of")
BY = ("by", "par")
ABLE = ("animal", "vehicle", "machine", "being", "tornado", "storm", "fire", "avalanche", "wave")
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
VAGUE = (
    "make",
    "give",
    "build",
    "draw",
    "change",
    "create",
    "leave",
    "break",
    "take",
    "receive",
    "hold_hands",
)
"""Verbs that are seen only in what they are done to: "making a snowman", but not "making it magical"."""
PARTICIPLES = (
    "built", "made", "caught", "seen", "known", "drawn", "torn", "broken", "given", "taken", "hung", "lit", "set", "grown", "worn", "cut",
    "frozen", "driven", "ridden", "written", "thrown", "hidden", "lost", "sent", "left", "laid", "shot", "told", "bent",
)  # fmt: skip


def can(member: Member, deed: str) -> bool:
    """Whether a member can be seen doing something."""
    line = concepts.ancestors("thing", member.kind)
    return (
        member.person
        or any(name in ABLE for name in line)
        or any(n in MOVED for n in concepts.ancestors("action", deed))
    )


def _whose(reader: Reader, item: Item, sense: Sense) -> Member | None:
    """Who does it, if not the subject: "a dish with pandas running", "a crab that crawls"."""
    last = reader.relative or reader.last
    if last is None or last in reader.group or not can(last, sense.value):
        return None
    before = reader.draft.before(item)
    if before is not None and reader.draft.text(before) == "to" and named_last(reader.draft, before):
        return last  # "teaches his daughter to crack an egg"
    at_once = before is not None and (before.of("thing", "person") is not None)
    gerund = reader.draft.text(item).split()[0].endswith("ing") or reader.draft.words.adjectives_follow
    return last if reader.relative is not None or (at_once and gerund) else None


def named_last(draft: Draft, to: Item) -> bool:
    """Whether the word before "to" names a member."""
    before = draft.before(to)
    return before is not None and before.of("person", "thing") is not None


def _find_able(reader: Reader, sense: Sense) -> None:
    """Things stand about while people act: "she waits beside a car and waves"."""
    if reader.group and any(can(m, sense.value) for m in reader.group):
        return
    if reader.able and sense.value not in STILL:
        reader.group = reader.able


def _passive(reader: Reader, item: Item) -> bool:
    """ "Surrounded by", "is made", "planted in the ground": said of whom it happens to. Notes nothing: it is left to be reported."""
    draft = reader.draft
    word = draft.text(item).split()[0]
    if draft.words.language != "en" or not (word.endswith("ed") or word in PARTICIPLES):
        return False
    before, after = draft.before(item), draft.after(item)
    linked = before is not None and before.of("function") is not None and before.senses[0].value == "copula"
    by = after is not None and draft.text(after) in ("by", "with", "in", "on", "of", "from", "at", "to", "into")
    described = before is not None and before.of("thing", "garment", "place", "feature") is not None
    if before is None and after is not None and draft.text(after) in BY:
        return True  # "…, chased by a dog"
    return (
        linked
        or described
        or (by and before is not None and before.of("person", "thing") is not None and word in PARTICIPLES)
    )


def _leads_nowhere(draft: Draft, item: Item) -> bool:
    """Whether words follow a verb, but no thing and nobody among the next ones."""
    after = draft.after(item)
    if after is None:
        return False
    for _ in range(5):
        if after is None or after.of("action"):
            return True
        if after.of("thing", "person", "place"):
            return False
        after = draft.after(after)
    return True


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
    beside = reader.beside or not reader.joined or POSTURES.count(member.deeds[-1]["kind"]) or sense.value in POSTURES
    return 0.0 if beside else None


def deed_path(member: Member, index: int) -> str:
    """Where a deed is in the Film."""
    return f"{member.at}.action" if index == 0 else f"{member.at}.then.{index - 1}"


def manner_of(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    after = draft.after(item)
    described = after is not None and (after.unknown or (after.of("glue") is not None and draft.words.language == "fr"))
    if reader.ghost == draft.part(item) or described:
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


def relation(reader: Reader, item: Item, sense: Sense) -> None:
    flush(reader)
    reader.head = reader.holding = None
    before = reader.draft.before(item)
    after = reader.draft.after(item)
    opens = before is None or (before.joins and reader.draft.before(before) is None)
    of_somebody = after is not None and after.of("pronoun") is not None and reader.draft.after(after) is not None
    if sense.value == "beside" and len(reader.group) == 2 and (after is None or after.joins):
        reader.draft.note(
            item, reader.group[0].relate("beside", reader.group[1].id), "staged"
        )  # "they race side by side"
        return
    if opens and (not reader.subject_here or of_somebody or fronted(reader.draft, item)):
        reader.front, reader.behind_whom = (item, sense.value), None
        return
    part_opens = opens and reader.subject_here and bool(reader.group) and reader.said
    left = (reader.group[-1] if part_opens else reader.last) or (reader.group[-1] if reader.group else None)
    if after is None and sense.value == "inside" and reader.last is not None and reader.bearer is not None:
        reader.draft.note(item, reader.last.relate("inside", reader.bearer.id), "staged")  # "a jar with a fish inside"
        return
    if left is not None and any(left.id in m.holds for m in reader.group):
        left = reader.group[-1]  # "a woman with a bag beside a man": she is beside him
    if left is not None:
        reader.relation = (item, sense.value, left)


def side(reader: Reader, item: Item, sense: Sense) -> None:
    """ "The woman on the left": who stands where is settled when everybody is known."""
    flush(reader)
    reader.head = None
    before = reader.draft.before(item)
    opens = before is None or (before.joins and reader.joined)
    if opens and reader.behind_whom is None and reader.sided is not None and reader.sided not in reader.group:
        reader.behind_whom = (item, sense.value, reader.sided)  # "left of the table a man; on the right a woman"
        return
    if reader.behind_whom is not None and reader.behind_whom[1] in SIDES:
        reader.behind_whom = (
            item,
            sense.value,
            reader.behind_whom[2],
        )  # "on the left of the table a knife, on the right a fork"
        return
    if before is not None and before.of("action") is not None and before.senses[0].value not in STILL:
        reader.draft.note(item, None, "unstaged", "it says where to, not where")  # "runs to the right"
        return
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
    reader.beside, reader.holding = True, None
    item.used = True
