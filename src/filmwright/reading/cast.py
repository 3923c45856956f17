"""The members of a shot: new ones, those mentioned again, and those who come back from the shots before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from filmwright.reading.draft import Draft, Person
from filmwright.reading.items import Item
from filmwright.reading.vocabulary import Sense

MOST = 12  # of one kind of member; the Film document allows no more


def known(draft: Draft, sense: Sense) -> Person | None:
    """The member a second mention means: of this shot, else of the shots before."""
    if sense.get("plural") or "+" in sense.value:
        return None
    for person in reversed(draft.cast):
        if sense.value in (person.kind, "person"):
            return person
    for person in reversed(draft.earlier):
        if sense.value in (person.kind, "person"):
            return bring_back(draft, person)
    return None


def bring_back(draft: Draft, person: Person) -> Person:
    """A member of an earlier shot comes back in this one, dressed as before."""
    again = deepcopy(person)
    again.at = f"{draft.at}.cast.{len(draft.cast)}"
    again.action = again.manner = again.relation = None
    again.mood = again.traits.pop("expression", again.mood)
    draft.cast.append(again)
    return again


def new(draft: Draft, sense: Sense, total: int | None = None) -> list[Person]:
    """New members for a word: one, or as many as it is about (`total` if the text counts them)."""
    plural = sense.get("plural") is not None
    total = total if total is not None else 2 if plural else 1
    kinds = sense.value.split("+")
    if sense.value in ("person", "child"):
        pair = ["woman", "man"] if sense.value == "person" else ["girl", "boy"]
        first = pair[(draft.seed + 1) % 2]
        second = pair[draft.seed % 2]
        kinds = [first] if total == 1 else [first, second]
    share, rest = divmod(min(total, MOST), len(kinds))
    people = []
    for n, kind in enumerate(kinds):
        count = max(1, share + (n < rest)) if len(kinds) == 1 or sense.value in ("person", "child") else 1
        people.append(add(draft, kind, count, sense))
    return people


def add(draft: Draft, kind: str, count: int, sense: Sense) -> Person:
    """One more member of the cast, with an id nobody has and what the word itself says about the person."""
    taken = [p for p in (*draft.earlier, *draft.cast) if p.kind == kind]
    number = 1 + max((int(p.id.rsplit("-", 1)[1]) for p in taken), default=0)
    person = Person(f"{kind}-{number}", kind, f"{draft.at}.cast.{len(draft.cast)}", count)
    for key in ("age", "build", "complexion"):
        value = sense.get(key)
        if value is not None:
            person.traits[key] = value
    draft.cast.append(person)
    return person


def note(draft: Draft, item: Item, sense: Sense, people: list[Person], since: Item) -> None:
    """Write down whom a word became, from the word that counts them on."""
    first = people[0]
    number = since.of("number")
    if number is not None and int(number.value) > MOST:
        draft.note(item, first.at, "approximated", f"at most {MOST} of a kind can be staged", since=since)
    elif sense.degree == "near":
        reason = f"“{draft.text(item)}” is staged as a {first.kind}, without what goes with it"
        draft.note(item, first.at, "approximated", reason, since=since)
    elif sense.value == "person":
        kinds = " and a ".join(p.kind for p in people)
        draft.note(item, first.at, "chosen", f"the text leaves it open: a {kinds}", since=since)
    else:
        draft.note(item, first.at, "staged", since=since)


def split(draft: Draft, several: Person) -> Person:
    """One of several becomes a member of their own, so far like the others."""
    one = add(draft, several.kind, 1, Sense("person", several.kind))
    one.traits, one.hair, one.wardrobe = dict(several.traits), dict(several.hair), deepcopy(several.wardrobe)
    one.action, one.manner, one.loosely = several.action, several.manner, several.loosely
    several.count -= 1
    return one


def place_sides(draft: Draft, sides: Sequence[tuple[Item, str, Person]]) -> None:
    """Who is "on the left" of the picture is left of the next one; with nobody else in the shot there is no left."""
    for item, kind, person in sides:
        others = [p for p in draft.cast if p is not person]
        if not others:
            draft.note(item, None, "unstaged", "somebody alone is the middle of the picture")
            continue
        if person.relation is None and all(p.relation is None or p.relation[1] != person.id for p in others):
            person.relation = (kind, others[0].id)
        draft.note(item, f"{person.at}.relation", "staged")


def stay(draft: Draft, before: Draft) -> None:
    """A shot that names neither people nor a place goes on with the cast of the shot before."""
    for person in before.cast:
        again = bring_back(draft, person)
        again.action, again.manner = person.action, person.manner
