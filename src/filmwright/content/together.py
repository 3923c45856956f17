"""What two do together: who does it with whom, where the text says it of one or in other words. And who of a Shot is a person."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright import concepts
from filmwright.content.implied import implied_id
from filmwright.content.offers import done_as, facts, offered
from filmwright.spec.shot import Action, Member, Shot

MALE, FEMALE = ("man", "boy"), ("woman", "girl")
AGAINST = ("fight", "sword_fight", "wrestle", "do_boxing", "do_martial_arts")  # what two do against each other


def together(shot: Shot) -> Shot:
    """The shot with what two do together done by both, and put as one deed."""
    return _both(_as_two(shot))


def _as_two(shot: Shot) -> Shot:
    """The shot with what is said of two put as one deed: who holds somebody holds their hand; who does and walks goes hand in hand; a man
    and a woman who dance, and any two in a ballroom, dance together."""
    people = {m.id: m for m in shot.cast if is_person(m.kind)}
    cast = list(shot.cast)
    for n, member in enumerate(cast):
        led = [i for i in member.holds if i in people and "baby" not in concepts.ancestors("person", people[i].kind)]
        if member.id in people and led:
            hand = Action(kind="hold_hands", to=led[0])
            doing = member.action
            own = {"action": hand} if doing is None or doing.kind == "stand" else {"then": (*member.then, hand)}
            held = tuple(i for i in member.holds if i not in led)
            cast[n] = member = member.model_copy(update={**own, "holds": held})
        cast[n] = _hand_in_hand(member) if member.id in people else member
    two = sum(m.count for m in people.values()) == 2
    if two and all(m.action is not None and m.action.kind in AGAINST for m in people.values()):
        cast = [
            m.model_copy(update={"action": m.action.model_copy(update={"kind": "fight"})})
            if m.id in people and m.action is not None and m.action.kind in ("do_boxing", "do_martial_arts")
            else m
            for m in cast
        ]
    if two and _a_couple(list(people.values()), shot):
        cast = [
            m.model_copy(update={"action": m.action.model_copy(update={"kind": "dance_with"})})
            if m.id in people and m.action is not None and m.action.kind == "dance"
            else m
            for m in cast
        ]
    return shot.model_copy(update={"cast": tuple(cast)})


def _hand_in_hand(member: Member) -> Member:
    """Somebody who holds hands and walks, as one deed."""
    deeds = [a for a in (member.action, *member.then) if a is not None]
    held = next((a for a in deeds if a.kind == "hold_hands"), None)
    walks = next((a for a in deeds if a.kind == "walk"), None)
    if held is None or walks is None:
        return member
    both = walks.model_copy(update={"kind": "walk_hand_in_hand", "to": held.to or walks.to, "at": None})
    left = tuple(a for a in deeds if a not in (held, walks))
    return member.model_copy(update={"action": both, "then": left})


def _a_couple(two: Sequence[Member], shot: Shot) -> bool:
    """Whether two of a cast dance as couples do."""
    if any(m.action is None or m.action.kind != "dance" for m in two):
        return False
    return {sex_of(m.kind, m.sex) for m in two} == {"male", "female"} or "ballroom" in (
        shot.place.kind,
        *concepts.ancestors("place", shot.place.kind),
    )


def _both(shot: Shot) -> Shot:
    """The shot with both of two doing what it takes two for, where the text says it of one; and with somebody else, where it speaks of
    nobody but one who does it."""
    people = [m for m in shot.cast if is_person(m.kind)]
    deeds = [a for m in people for a in (m.action, *m.then) if a is not None]
    with_whom = {a.to: a for a in deeds if for_two(a.kind) or (a.to is not None and _meeting(a.kind))}
    cast = [
        m.model_copy(update={"action": Action(kind=with_whom[m.id].kind)})
        if m.id in with_whom and is_person(m.kind) and (m.action is None or m.action.kind == "stand")
        else m
        for m in shot.cast
    ]
    if len(people) == 1 and people[0].count == 1 and None in with_whom and with_whom[None].kind != "hold_hands":
        one = people[0]
        sex = sex_of(one.kind, one.sex)
        if with_whom[None].kind not in AGAINST:
            sex = {"male": "female", "female": "male"}.get(sex or "")
        if sex_of(one.kind, one.sex) is None and one.kind == "person":
            # one of each
            cast = [m.model_copy(update={"count": 2}) if m.id == one.id else m for m in cast]
            return shot.model_copy(update={"cast": tuple(cast)})
        kind = "child" if "child" in concepts.ancestors("person", one.kind) else "person"
        age = None if one.age == "old" else one.age
        cast.append(
            Member(id=implied_id(kind, one), kind=kind, sex=sex, age=age, action=Action(kind=with_whom[None].kind))
        )
    return shot.model_copy(update={"cast": tuple(cast)})


def for_two(deed: str) -> bool:
    """Whether nobody does a deed alone."""
    return bool(facts("action", done_as(deed), "FOR_TWO"))


def _meeting(deed: str) -> bool:
    """Whether two do a deed to each other, by turns."""
    return bool(facts("action", done_as(deed), "MEETS"))


def alone(member: Member, shot: Shot) -> bool:
    """Whether nobody else is there to do together what a member does."""
    own = {done_as(a.kind) for a in (member.action, *member.then) if a is not None}
    others = [m for m in shot.cast if is_person(m.kind) and m.id != member.id]
    theirs = {done_as(a.kind) for m in others for a in (m.action, *m.then) if a is not None}
    return member.count == 1 and not any(for_two(deed) for deed in own & theirs)


def sex_of(kind: str, said: str | None) -> str | None:
    """ "female" or "male" of somebody: as said, else as the word tells ("queen"); None if neither does."""
    if said is not None:
        return said
    line = tuple(concepts.ancestors("person", kind))
    if any(name in line for name in FEMALE):
        return "female"
    return "male" if any(name in line for name in MALE) else None


def is_person(kind: str) -> bool:
    """Whether a concept is one of people."""
    return kind in concepts.parents("person") or kind in offered("person")
