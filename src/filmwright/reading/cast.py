"""The members of a shot: new ones, those mentioned again, and those who come back from the shots before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from filmwright import concepts
from filmwright.content.together import is_person
from filmwright.reading.draft import Draft, Member
from filmwright.reading.items import Item
from filmwright.reading.vocabulary import Sense

MOST_PEOPLE, MOST = 200, 60  # of one member, people and things; chosen
GATHERING = {"pedestrian": 24, "bystander": 16, "spectator": 40, "commuter": 24, "shopper": 16, "tourist": 12}
"""How many are meant by those who never come alone, in a plural that nobody counts; chosen."""
MANY = 3  # a plural that nobody counts is some (chosen)
MOST_MEMBERS = 24  # of a shot; no picture shows more apart (chosen)
FACTS = ("age", "build", "complexion", "size", "color", "material")


def known(draft: Draft, sense: Sense) -> Member | None:
    """The member a second mention means: of this shot, else of the shots before."""
    if "+" in sense.value:
        return None
    if sense.get("plural"):  # "the fishermen" are those there are
        return next((m for m in reversed(draft.cast) if m.count > 1 and m.kind == sense.value), None)
    for member in reversed(draft.cast):
        if _may_be(member, sense) and not (sense.get("many") and member.count == 1):
            return member
    for member in reversed(draft.earlier):
        if _may_be(member, sense):
            return bring_back(draft, member)
    return None


def _may_be(member: Member, sense: Sense) -> bool:
    """Whether a word can mean a member: "the dog" is the golden retriever."""
    return sense.value in concepts.ancestors("person" if member.person else "thing", member.kind)


def bring_back(draft: Draft, member: Member) -> Member:
    """A member of an earlier shot comes back in this one, dressed as before."""
    again = deepcopy(member)
    again.at = f"{draft.at}.cast.{len(draft.cast)}"
    again.deeds, again.holds, again.manner, again.relations = [], [], None, []
    again.mood = again.traits.pop("expression", again.mood)
    draft.cast.append(again)
    return again


def new(draft: Draft, sense: Sense, total: int | None = None) -> list[Member]:
    """New members for a word: one, or as many as it is about (`total` if the text counts them)."""
    kinds = sense.value.split("+")
    if total is not None and sense.value.endswith("s") and total == 2 and sense.kind == "thing":
        total = 1  # "a pair of tweezers"
    if total is None:
        total = 2 if sense.get("plural") else MANY if sense.get("many") and not sense.value.endswith("s") else 1
        total = GATHERING.get(sense.value, total) if total > 1 else total
    share = max(1, min(total, MOST_PEOPLE if sense.kind == "person" else MOST) // len(kinds))
    return [add(draft, kind, share, sense) for kind in kinds]


def add(draft: Draft, kind: str, count: int, sense: Sense) -> Member:
    """One more member of the cast, with an id nobody has and what the word itself says about it."""
    taken = [m for m in (*draft.earlier, *draft.cast) if m.kind == kind]
    number = 1 + max((int(m.id.rsplit("-", 1)[1]) for m in taken), default=0)
    member = Member(f"{kind}-{number}", kind, f"{draft.at}.cast.{len(draft.cast)}", count, sense.get("sex"))
    for key in FACTS:
        value = sense.get(key)
        if value is not None:
            member.traits[key] = value
    draft.cast.append(member)
    return member


def note(draft: Draft, item: Item, sense: Sense, members: list[Member], since: Item) -> None:
    """Write down whom a word became, from the word that counts them on."""
    first = members[0]
    number = since.of("number")
    most = MOST_PEOPLE if first.person else MOST
    if number is not None and float(number.value) > most:
        draft.note(item, first.at, "approximated", f"at most {most} of a kind can be in a shot", since=since)
    else:
        draft.staged(item, sense, first.at, since=since)


def split(draft: Draft, several: Member) -> Member:
    """One of several becomes a member of their own, so far like the others."""
    one = add(draft, several.kind, 1, Sense("person" if is_person(several.kind) else "thing", several.kind))
    one.traits, one.hair, one.wardrobe = dict(several.traits), dict(several.hair), deepcopy(several.wardrobe)
    one.deeds, one.manner, one.sex = deepcopy(several.deeds), several.manner, several.sex
    several.count -= 1
    return one


def place_sides(draft: Draft, sides: Sequence[tuple[Item, str, Member]]) -> None:
    """Who is "on the left" of the picture is left of the next one; with nobody else in the shot there is no left."""
    for item, kind, member in sides:
        others = [m for m in draft.cast if m is not member]
        if len(others) > 1:
            placed = [m for _, _, m in sides if m is not member]
            others = placed or [m for m in others if m.person == member.person and m.count == 1][:1] or others
        if not others:
            draft.note(item, None, "unstaged", "what is alone is the middle of the picture")
            continue
        of_it = any(to == member.id for m in others for _, to in m.relations)
        path = member.relate(kind, others[0].id) if not member.relations and not of_it else member.at
        draft.note(item, path, "staged")


def stay(draft: Draft, before: Draft) -> None:
    """A shot that names neither people nor a place goes on with the cast of the shot before."""
    for member in before.cast:
        again = bring_back(draft, member)
        again.deeds, again.manner, again.relations = deepcopy(member.deeds), member.manner, list(member.relations)
        again.holds = list(member.holds)
