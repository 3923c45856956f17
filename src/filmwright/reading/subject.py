"""Whom the next words are about, and what leads to a noun: how a member named takes its part in the sentence."""

from __future__ import annotations

from copy import deepcopy

from filmwright.reading import dress, verbs
from filmwright.reading.clause import before_noun, conjoins, determines
from filmwright.reading.doing import STILL, act, can
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.reader import ADJECTIVES, Reader

WITH = (
    "with",
    "along with",
    "together with",
    "accompanied by",
    "avec",
    "accompagné de",
    "accompagnée de",
    "accompagné d",
    "accompagnée d",
    "con",
    "junto con",
    "mit",
    "zusammen mit",
)


RESTS = {
    "on": "on", "onto": "on", "on the edge of": "on", "in": "inside", "sur": "on", "dans": "inside", "auf": "on", "sobre": "on",
    "im": "inside",
}  # fmt: skip


def join(
    reader: Reader,
    members: list[Member],
    *,
    brought: bool = False,
    object: bool = False,
    done_to: bool = False,
    listed: bool = False,
) -> None:
    """Who the next words are about: "a man and a woman walk" is about both, and so is "a man with a woman" (`brought`). An `object`
    of a verb or a preposition is only named: the subject stays; `done_to` says that it is a verb's. `listed`: a comma
    strings them to those before ("plates, bowls and vases stand")."""
    together = (
        reader.subject_here
        and ((reader.joined and not reader.then) or listed)
        and not reader.said
        and reader.relation is None
    )
    if brought and reader.subject_here and reader.group and (reader.group[0].person or reader.group[0].alive):
        _accompany(reader, members)
        together = True
    if reader.front is not None and reader.behind_whom is None:
        reader.behind_whom, reader.front = (*reader.front, members[0]), None  # "beside the car a girl waits"
        reader.subject_here, reader.group, reader.last = True, list(members), members[-1]
        reader.joined = False
        return
    if reader.behind_whom is not None and not object:
        item, kind, whom = reader.behind_whom
        if kind not in RESTS.values() and not reader.inverted:  # several things lie on a table
            reader.behind_whom = None
        if whom is not members[0]:
            relate(reader.draft, item, members[0], kind, whom)
            reader.sided = whom if kind in ("left_of", "right_of") else reader.sided
            object = together = False
    tie(reader, members)
    reader.owner = []
    if reader.held is not None:
        if members[0] is not reader.held and (members[0].person or members[0].alive):
            members[0].holds.append(reader.held.id)
        reader.held, object = None, True
    if reader.agent is not None:
        _does(reader, members)
        object = True
    if not object:
        reader.subject = []
        if any(m not in reader.whole for m in members):
            reader.halves, reader.whole = [], []
        reader.group = [*reader.group, *(m for m in members if m not in reader.group)] if together else list(members)
        reader.subject_here, reader.nobody, reader.ghost = True, False, -1
        if any(can(m, "walk") for m in reader.group):
            reader.able = reader.group
        if sum(m.count for m in reader.group) > 1:
            reader.several = list(reader.group)
        reader.subjects = [*(m for m in reader.subjects if m not in reader.group), *reader.group]
        acted, reader.said = reader.said, False
    else:
        acted = False
        if done_to:
            reader.given = members[0]
    reader.joined, reader.last = False, members[-1]
    if reader.early_side is not None:
        item, reader.early_side = reader.early_side, None
        reader.sides.append((item, item.senses[0].value, members[0]))
    if reader.relation is not None:
        item, kind, left = reader.relation
        if left is not members[0]:
            reader.subject = [left] if not acted else []
            relate(reader.draft, item, left, kind, members[0])
        reader.relation = None


def _does(reader: Reader, members: list[Member]) -> None:
    """ "Ridden by a man": who is named after "by" does it to the subject."""
    item, reader.agent = reader.agent, None
    sense = item.of("action") if item is not None else None
    if item is None or sense is None or not all(m.person or m.alive for m in members):
        return
    act(reader, item, sense, members)
    for deed in reader.taking:
        deed["to"] = reader.group[0].id if reader.group else None
    reader.taking = []


def relate(draft: Draft, item: Item, left: Member, kind: str, right: Member) -> None:
    """Say where a member stands to another, and note the words that say it."""
    draft.note(item, left.relate(kind, right.id), "staged")


def tie(reader: Reader, members: list[Member]) -> None:
    """Give what is named now to the hands that hold it and the deeds that are done to it."""
    if reader.taking:
        for deed in reader.taking:
            deed["to"] = members[0].id
        reader.taking = []
    if reader.holding is not None and reader.group:
        holder = reader.holder or reader.group[0]
        holder.holds += [m.id for m in members if m.id not in holder.holds and m is not holder]
        if not reader.holding.used:
            reader.draft.note(reader.holding, f"{holder.at}.holds", "staged")


def brought(draft: Draft, item: Item) -> bool:
    """Whether "with" leads to this person."""
    before = before_noun(draft, item)
    return before is not None and draft.text(before) in WITH


def _accompany(reader: Reader, people: list[Member]) -> None:
    """Those who come with somebody do the same: "she walks with a man"."""
    lead = reader.group[0]
    for person in people:
        if not person.deeds:
            person.deeds, person.manner = deepcopy(lead.deeds), lead.manner


def settle_early(reader: Reader, people: list[Member]) -> None:
    """Clothes, faces and actions written before their person: "In a red coat, a woman …", "Smiling, walking, he …"."""
    for item, adjectives in reader.early:
        if not item.used:
            dress.garment(reader.draft, people[-1:], item, adjectives)
    reader.early.clear()
    for face in reader.early_faces:
        for person in people:
            dress.describe(reader.draft, person, face)
    reader.early_faces.clear()
    if reader.early_action is not None:
        item, reader.early_action = reader.early_action, None
        sense = item.of("action")
        if sense is not None and sense.value not in STILL and not any(can(m, sense.value) for m in people):
            reader.early_action = item
            return
        if sense is not None and sense.value in STILL and not any(m.person or m.alive for m in people):
            reader.draft.note(item, people[0].at, "staged")
        elif sense is not None:
            act(reader, item, sense, people)


CLITICS = (
    "le",
    "la",
    "les",
    "l",
    "lui",
    "leur",
    "se",
    "s",
    "y",
    "en",
    "ne",
    "n",
)  # between a French subject and its verb


def does_next(draft: Draft, item: Item) -> bool:
    """Whether a noun opens a clause and its verb follows, at once or after "in a red vest"."""
    before, after = before_noun(draft, item), draft.after(item)
    noun = before is not None and (before.unknown or before.of("thing", "place", "feature", "garment") is not None)
    told = draft.before(item) is not before  # "with every note a goldfish jumps": an article parts the two nouns
    opens = before is None or conjoins(before) or before.of("side") is not None
    opens = opens or (noun and told)
    while after is not None and draft.words.adjectives_follow and after.of(*ADJECTIVES) and not after.of("action"):
        after = draft.after(after)
    while after is not None and draft.words.language == "fr" and draft.text(after) in CLITICS:
        after = draft.after(after)
    if (
        before is None
        and after is not None
        and after.joins
        and draft.text(after) in ("in", "with", "en", "avec", "à", "aux")
    ):
        after = _after_phrase(draft, after)
    if not opens or after is None or after.of("action") is None:
        return False
    word = draft.text(after).split()[0]
    return not word.endswith("ing") and verbs.settles(draft, after, acted=True) != "noun"


def _after_phrase(draft: Draft, lead: Item) -> Item | None:
    """What stands behind a preposition and its nouns."""
    after = draft.after(lead)
    while after is not None and not (after.of("action") and verbs.settles(draft, after, acted=True) != "noun"):
        if (after.joins and not determines(draft, after) and not conjoins(after)) or after.of("relation"):
            return None
        after = draft.after(after)
    return after


COMPARED = ("like", "as", "as if", "comme", "wie", "como")  # "like a bird" is no bird
