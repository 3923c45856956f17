"""What people and animals have in their hands and paws: what the text names, or what a deed cannot be thought without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from filmwright import concepts
from filmwright.content.deeds import AT_ONCE, in_turn, phases
from filmwright.content.gaps import Gap, spoken
from filmwright.content.implied import INSTEAD, OWN, PAWS, THINGS, implied_id
from filmwright.content.offers import done_as, facts, offered
from filmwright.content.together import is_person
from filmwright.spec.shot import Action, Member, Relation, Shot

SWADDLED = "swaddled_baby"
ARMFUL = "carry_in_arms"
"""What somebody does who holds what is too large for a hand: a cat."""


def swaddled(shot: Shot) -> Shot:
    """The shot with every baby that somebody holds as what is held: a bundle with a face."""
    held = {name for m in shot.cast for name in m.holds}

    def made(member: Member) -> Member:
        if member.id not in held or not (
            is_person(member.kind) and "baby" in concepts.ancestors("person", member.kind)
        ):
            return member
        return Member(id=member.id, kind=SWADDLED)

    return shot.model_copy(update={"cast": tuple(made(m) for m in shot.cast)})


def in_hand(tie: Relation, shot: Shot) -> bool:
    """Whether somebody is "on" what they can only hold in their hands."""
    kind = next((m.kind for m in shot.cast if m.id == tie.to), "")
    return tie.kind == "on" and bool(facts("thing", kind, "GRIP"))


def with_hands(one: Member, shot: Shot) -> Member:
    """Somebody with what they cannot stand on but only hold in their hands ("on the phone"), and doing what is done with that."""
    kinds = {m.id: m.kind for m in shot.cast}
    for tie in one.relations:
        if in_hand(tie, shot):
            rest = tuple(r for r in one.relations if r != tie)
            ties = {"relation": rest[0] if rest else None, "also": rest[1:]}
            one = one.model_copy(update={**ties, "holds": (*one.holds, tie.to)})

    one = _with_armful(one, kinds, shot)

    def done(deed: Action) -> Action:
        with_ = (*one.holds, deed.to or "")
        other = next(
            (INSTEAD[deed.kind, kinds[name]] for name in with_ if (deed.kind, kinds.get(name)) in INSTEAD), None
        )
        return deed.model_copy(update={"kind": other}) if other in offered("action") else deed

    action = done(one.action) if one.action is not None else None
    return one.model_copy(update={"action": action, "then": tuple(done(deed) for deed in one.then)})


def _with_armful(one: Member, kinds: Mapping[str, str], shot: Shot) -> Member:
    """Somebody who carries in the arms what is held there; what cannot be held, for all that is done meanwhile, is left beside them."""
    on_leash = {
        m.id for m in shot.cast if any(tie.kind == "on" and kinds.get(tie.to) == "leash" for tie in m.relations)
    }
    armful = [i for i in one.holds if i in kinds and _in_arms(kinds[i])]
    if not armful:
        return one
    asked = [a for a in (one.action, *one.then) if a is not None]
    deeds = [a.model_copy(update={"kind": _nearest(a.kind)}) for a in asked if a.kind != "stand"]
    carries = Action(kind=ARMFUL, to=armful[0], at=AT_ONCE if deeds else None)
    always = all(ARMFUL in [a.kind for a in phase.actions] for phase in in_turn([*deeds, carries]))
    if not always or armful[0] in on_leash:
        return one.model_copy(update={"holds": tuple(i for i in one.holds if i not in armful)})
    left = {"holds": tuple(i for i in one.holds if i not in armful[1:])}
    if not deeds:
        return one.model_copy(update=left | {"action": carries, "then": ()})
    return one.model_copy(update=left | {"then": (*one.then, carries)})


def _nearest(deed: str) -> str:
    """The action that a deed is staged as, or that is nearest to it."""
    done = done_as(deed)
    return concepts.nearest("action", done, offered("action")) or done


def with_implied(people: list[Member], member: Member, path: str, shot: Shot, gaps: list[Gap]) -> list[Member]:
    """People and the things their deeds cannot be thought without, if content has them and the text did not name them anyway."""
    doing = [a for phase in phases(people[0]) for a in phase.actions] if people else []
    handling = [a for a in doing if facts("action", a.kind, "USES")]
    for deed in handling:
        people = _handling(people, member, facts("action", deed.kind, "USES"), shot)
        people = _handling(people, member, facts("action", deed.kind, "WITH"), shot)
    if handling:
        return people
    deeds = [(f"{path}.action", member.action), *((f"{path}.then.{n}", a) for n, a in enumerate(member.then))]
    for at, told in deeds:
        thing, how = THINGS.get(told.kind, ("", "beside")) if told is not None else ("", "beside")
        if told is None or told.kind in offered("action") or thing not in offered("thing") or not people:
            continue
        first = people[0]
        there = next((m for m in shot.cast if m.kind == thing), None)
        if there is not None:
            free = how == "holds" and there.relation is None and not any(there.id in m.holds for m in shot.cast)
            if free and facts("thing", thing, "GRIP"):
                people = _given(people, there.id)
            continue
        own = implied_id(thing, first)
        held = how == "holds" and bool(facts("thing", thing, "GRIP"))
        relation = None if held else Relation(kind="beside", to=first.id)
        words = f"a {spoken(thing)} {'in the hand' if held else 'beside'}"
        gaps[:] = [g for g in gaps if g.path not in (at, f"{at}.kind")]
        gaps.append(Gap(at, "approximated", f"nobody can {spoken(told.kind)} yet; it is shown with {words}"))
        people = _given(people, own) if held else people
        return [*people, Member(id=own, kind=thing, relation=relation)]
    return people


def _handling(people: list[Member], member: Member, uses: Sequence[str], shot: Shot) -> list[Member]:
    """People and one of the things their action handles: what they hold already, else what is there and free, else one of their own."""
    near = {m.id: concepts.nearest("thing", m.kind, offered("thing")) for m in shot.cast if not is_person(m.kind)}
    if not uses or any(near.get(name) in uses for name in people[0].holds):
        return people
    held = {name for m in shot.cast for name in m.holds}
    free = next((m.id for m in shot.cast if near.get(m.id) in uses and m.id not in held and m.relation is None), None)
    if free is not None:
        return _given(people, free)
    asked = [THINGS.get(a.kind, ("", "holds"))[0] for a in (member.action, *member.then) if a is not None]
    thing = next((name for name in (OWN.get(member.kind), *asked) if name in uses), uses[0])
    if thing not in offered("thing"):
        return people
    own = implied_id(thing, people[0])
    return [*_given(people, own), Member(id=own, kind=thing)]


def _given(people: list[Member], name: str) -> list[Member]:
    """The people, the first of whom holds one more thing."""
    return [people[0].model_copy(update={"holds": (*people[0].holds, name)}), *people[1:]]


def graspable(member: Member, somebody: bool) -> bool:
    """Whether a hand can hold a member in the picture, and there is somebody to do it."""
    given = concepts.nearest("thing", member.kind, offered("thing"))
    return somebody and given is not None and (bool(facts("thing", given, "GRIP")) or _in_arms(given))


def _in_arms(kind: str) -> bool:
    """Whether somebody who holds a thing has it in the arms."""
    return concepts.nearest("thing", kind, offered("thing")) in facts("action", ARMFUL, "USES")


def with_paws(animals: list[Member], asked: Member, shot: Shot) -> list[Member]:
    """Animals and what their deed handles: what the text names for it, else one of their own."""
    deed = animals[0].action if animals else None
    if (
        deed is None
        or animals[0].then
        or deed.kind not in facts("thing", animals[0].kind, "HANDLES")
        or any(is_person(m.kind) for m in shot.cast)
    ):
        return animals
    uses = PAWS[deed.kind]
    near = {m.id: concepts.nearest("thing", m.kind, offered("thing")) for m in shot.cast if m.id != asked.id}
    told = next((a.to for a in (asked.action, *asked.then) if a is not None and a.to is not None), None)
    free = [name for name, kind in near.items() if kind in uses or (not uses and name == told and kind is not None)]
    free = [name for name in free if not any(name in m.holds for m in shot.cast)]
    if free:
        return _given(animals, free[0])
    if not uses or uses[0] not in offered("thing") or animals[0].count > 1:
        return animals
    own = implied_id(uses[0], animals[0])
    return [*_given(animals, own), Member(id=own, kind=uses[0])]
