"""Whom "she", "it" or "they" mean, and which of several "one" and "the other" are."""

from __future__ import annotations

from filmwright import concepts
from filmwright.reading import cast, dress
from filmwright.reading.clause import fronted, verb
from filmwright.reading.doing import can
from filmwright.reading.draft import Member
from filmwright.reading.items import Item
from filmwright.reading.reader import Reader, flush
from filmwright.reading.subject import RESTS, relate, settle_early, tie
from filmwright.reading.vocabulary import Sense


def pronoun(reader: Reader, item: Item, sense: Sense) -> None:
    draft = reader.draft
    flush(reader)
    reader.head = None
    reader.article = "possessive"
    item.used = True
    if sense.value == "it":
        under = draft.before(item)
        rest = RESTS.get(draft.text(under)) if under is not None else None
        if rest is not None and under is not None and fronted(draft, under) and draft.text(item) == "it":
            things = [m for m in reversed([*reader.subjects]) if not m.person] or [
                m for m in draft.cast if not m.person
            ]
            if things:  # "in it sits a witch"
                reader.behind_whom = (under, rest, things[0])
                return
        likely = [*(m for m in draft.cast if m not in reader.subjects), *reader.subjects]
        whole = next((m for m in reversed(likely) if not m.person and m not in reader.group), None)
        if (
            rest is not None and draft.text(item) == "it" and reader.group and whole is not None and under is not None
        ):  # "plates and bowls stand on it"
            paths = [member.relate(rest, whole.id) for member in reader.group]
            draft.note(under, paths[0], "staged")
            return
        group = _it(reader, item)
    elif sense.value == "they":
        if not (draft.cast or draft.earlier):
            return
        group = _both(reader) if draft.text(item) in BOTH else _they(reader)
        group = group or [cast.bring_back(draft, m) for m in draft.earlier]
    else:
        group = _meant(_likely(reader, item), sense.value)
        group = group or [cast.bring_back(draft, m) for m in _meant(draft.earlier, sense.value)]
        for member in group:
            if member.person and member.gender is None:
                member.sex = "female" if sense.value == "she" else "male"
    if not group and not draft.cast and not any(o.of("person", "crowd") for o in draft.items) and sense.value in SEX:
        group = [cast.add(draft, "woman" if sense.value == "she" else "man", 1, sense)]
        draft.note(item, group[0].at, "staged")
    if not group:
        return
    if _owns(reader, item):
        reader.owner = group
        return
    if reader.front is not None:
        reader.behind_whom, reader.front = (*reader.front, group[0]), None
        return
    if reader.relation is not None and draft.text(item) not in ("their", "his", "its"):
        relation_item, kind, left = reader.relation  # "a suitcase beside him"
        reader.relation = None
        if left is not group[0]:
            relate(draft, relation_item, left, kind, group[0])
        return
    object_of = draft.before(item)
    done_to = draft.text(item) in ("him", "them", "lui") or (
        draft.text(item) in ("her", "it") and object_of is not None and (object_of.of("action") or object_of.unknown)
    )
    if done_to and reader.subject_here and reader.group:  # "a man hugs her": he goes on being the subject
        if draft.text(item) == "it" and reader.given is not None:
            group = [reader.given]
        tie(reader, [m for m in group if m not in reader.group] or group)
        reader.last = group[0] if draft.text(item) == "it" else None
        return
    reader.group, reader.able, reader.subject_here, reader.last, reader.nobody = group, group, True, None, False
    settle_early(reader, group)


BOTH = (
    "both",
    "both of them",
    "the two of them",
    "tous deux",
    "toutes deux",
    "tous les deux",
    "toutes les deux",
    "les deux",
    "beide",
    "ambos",
)


def _they(reader: Reader) -> list[Member]:
    """Whom "they" means: those the last sentences were about together, else who is several, else all people, else all."""
    here = reader.draft.cast
    several = [m for m in here if m.count > 1]
    people = [m for m in here if m.person]
    about = [m for m in reader.several if m in here]
    if reader.relation is not None and reader.subject_here:  # "behind them"
        before = [m for m in reversed(reader.subjects) if m not in reader.group]
        people = [m for m in before if m.person or m.alive]
        return [m for m in people if m.count > 1][:1] or people[:1] or before[:1] or about
    return about or (several if len(several) == 1 else people) or list(here)


def _both(reader: Reader) -> list[Member]:
    """Whom "both" means: two of a kind, else the last two the text was about."""
    here = reader.draft.cast
    pair = [m for m in reversed(here) if m.count == 2][:1]
    about = [m for m in [*(m for m in here if m not in reader.subjects), *reader.subjects] if m.person or m.alive]
    return pair or (about[-2:] if len(about) > 1 else here[-2:])


def _likely(reader: Reader, item: Item) -> list[Member]:
    """The members a pronoun may mean, the likeliest last: who was spoken of last, but not whom the sentence is about already where
    the pronoun is a new subject ("the frog kisses the heron, and she turns around")."""
    here = reader.draft.cast
    order = [*(m for m in here if m not in reader.subjects), *(m for m in reader.subjects if m in here)]
    new = (
        reader.subject_here
        and reader.said
        and reader.relation is None
        and reader.draft.text(item) in ("she", "he", "elle", "il")
    )
    others = [m for m in order if m not in reader.group and (m.person or m.alive)]
    return [*(m for m in order if m not in others), *others] if new else order


def _it(reader: Reader, item: Item) -> list[Member]:
    """What "it" means: what the last sentence was about if that can do what follows, else what was named last."""
    things = [m for m in reversed(reader.draft.cast) if not m.person]
    after = reader.draft.after(item)
    deed = after.of("action") if after is not None else None
    if reader.relation is not None and reader.subject_here:  # "a moon hangs above it"
        before = [m for m in reversed(reader.subjects) if m not in reader.group and m.count == 1]
        return ([m for m in before if not m.person] or [m for m in things if m not in reader.group] or things)[:1]
    if deed is None or reader.draft.text(item) == "its":
        return things[:1]
    about = [m for m in reversed(reader.subjects) if not m.person and can(m, deed.value)]
    return (about or things)[:1]


def _owns(reader: Reader, item: Item) -> bool:
    """Whether a possessive leads to something of somebody who is not whom the sentence is about: "a man hugs her, her red dress"."""
    draft, after = reader.draft, reader.draft.after(item)
    text = draft.text(item)
    possessive = text in ("his", "their", "its") or (
        text == "her"
        and after is not None
        and not after.joins
        and after.of("relation", "side", "then", "while") is None
    )
    return reader.subject_here and possessive and reader.front is None


SEX = ("she", "he")


def _meant(members: list[Member], pronoun: str) -> list[Member]:
    """Whom "she" or "he" means, of members of whom the last is the likeliest: the last whose sex fits, else the last person whose sex
    nobody told, else an animal."""
    fitting = [m for m in reversed(members) if m.gender == pronoun]
    unsure = [m for m in reversed(members) if m.person and m.gender is None and m.kind != "crowd" and m.count == 1]
    animals = [m for m in reversed(members) if not m.person and "animal" in concepts.ancestors("thing", m.kind)]
    return (fitting or unsure or animals)[:1]


def half(reader: Reader, item: Item, sense: Sense) -> None:
    """ "Two girls, one in red and the other in blue": one of several is somebody of their own."""
    draft = reader.draft
    after = draft.after(item)
    before = draft.before(item)
    compared = sense.get("told") is not None or (before is not None and before.of("age", "build", "bulk") is not None)
    several = [m for m in draft.cast if m.count > 1]
    if not reader.halves and several and all(m.count == 1 for m in reader.group):
        reader.group = [*several[-1:]] if len(reader.group) < 2 else reader.group
    telling = compared or (
        after is not None and (after.joins or after.of("wearing", "action", "expression", "holding") is not None)
    )
    if not reader.halves and sum(person.count for person in reader.group) > 1:
        reader.halves = list(reader.group)
        reader.whole, reader.whole_part = list(reader.group), draft.part(item)
    if not telling or not reader.halves:
        counts = item.of("number")
        if counts is not None:
            number(reader, item, counts)
        return
    waiting, reader.waiting = reader.waiting, []
    reader.subject_here, reader.said, reader.nobody = True, False, False
    one = reader.halves[0]
    if sense.value == "one" and one.count > 1:
        one = cast.split(draft, one)
        reader.whole.append(one)
    else:
        reader.halves.pop(0)
    reader.group, reader.head, reader.article, reader.whole_part = (
        [one],
        dress.PersonHead([one]),
        None,
        draft.part(item),
    )
    reader.last = one
    for word in waiting:
        dress.describe(draft, one, word)
    draft.note(item, one.at, "staged")


def number(reader: Reader, item: Item, sense: Sense) -> None:
    after = reader.draft.after(item)
    if reader.draft.tied(item) and (after is None or after.unknown):
        return  # "a three-tier cake"
    if reader.draft.text(item) in BOTH and (after is None or after.joins or verb(reader.draft, after)):
        pronoun(reader, item, Sense("pronoun", "they"))
        return
    flush(reader)
    if sense.get("article"):
        reader.article = "indefinite"
        reader.count = None
    else:
        reader.count = (item, int(sense.value))
