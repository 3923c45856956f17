"""What members do, how they do it, to whom, and where they are, seen from each other."""

from __future__ import annotations

from filmwright.reading.clause import (
    attribute,
    determines,
    fronted,
    lead_item,
    named_so,
    noun_before,
    noun_led,
    of_camera,
    speaks_of_another,
    subject_follows,
)
from filmwright.reading.doing import STILL, act, can
from filmwright.reading.draft import Draft, Member, spoken
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader, flush
from filmwright.reading.unknown import unknown
from filmwright.reading.vocabulary import Sense


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
    if _of_another(reader, item) or (reader.nobody and not reader.subject_here):
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
    if not _told(reader, item):
        _find_able(reader, sense)
    if sense.value in STILL and reader.group and not any(m.person or m.alive for m in reader.group):
        reader.draft.note(item, reader.group[-1].at, "staged")
        reader.said, reader.joined = True, False
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


def _told(reader: Reader, item: Item) -> bool:
    """Whether the noun right before a verb is its subject: nobody else does what it cannot do ("the lantern goes out")."""
    noun = noun_before(reader.draft, item)
    if noun is None or noun.of("thing") is None or reader.said:
        return False
    return lead_item(reader.draft, noun) is None and not noun_led(reader.draft, noun)


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
    if draft.text(item).endswith("hands"):  # each other's; "her hand" may be held to her face
        return False
    for _ in range(5):
        if after is None or after.of("action"):
            return True
        if after.of("thing", "person", "place"):
            return False
        after = draft.after(after)
    return True


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
        reader.front, reader.behind_whom, reader.taking = (item, sense.value), None, []
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
