"""Who of the cast does together what takes two, and where the two stand."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import NamedTuple

from filmwright import registry
from filmwright.content.deeds import phases
from filmwright.content.figure import pair
from filmwright.content.figure import person as figure
from filmwright.content.figure.body import Body
from filmwright.content.kinds import F64, Partner, Performance
from filmwright.content.offers import facts
from filmwright.content.together import is_person
from filmwright.spec.shot import Action, Member
from filmwright.staging import place


class Tie(NamedTuple):
    """One of two: who the other is, what they do together, whether this is the first, and how far turned from the lens they stand."""

    other: str
    deed: str
    leads: bool
    turn_rad: float = 0.0


class With(NamedTuple):
    """With whom somebody does what takes two, and where the other stands and how far turned from the lens."""

    tie: Tie
    person: figure.Person
    offset: place.Offset
    turn_rad: float
    phase: float

    def partner(self, spot: place.Spot, begin: int = 0) -> Partner:
        """The other as an action knows them."""
        leads, sole_m = not self.tie.leads, self.person.sole_m
        return Partner(self.person.body, spot.path, spot.facing_yaw_rad, begin, self.phase, sole_m, leads)


def ties(cast: tuple[Member, ...]) -> dict[str, Tie]:
    """By id, those of the cast who do together what takes two: each with the next who does the same."""
    made: dict[str, Tie] = {}
    waiting: dict[str, str] = {}
    for member in cast:
        deed = _deed_for_two(member)
        if deed is None:
            continue
        first = waiting.pop(deed, None)
        if first is None:
            waiting[deed] = member.id
        else:
            made |= {first: Tie(member.id, deed, True), member.id: Tie(first, deed, False)}
    return made


def parted(cast: tuple[Member, ...]) -> tuple[Member, ...]:
    """The cast with whoever is left over for what takes two standing by."""
    tied = ties(cast)

    def alone(member: Member) -> bool:
        deed = _deed_for_two(member)
        return deed is not None and member.id not in tied and bool(facts("action", deed, "FOR_TWO"))

    stands = {"action": Action(kind="stand"), "then": ()}
    return tuple(m.model_copy(update=stands) if alone(m) else m for m in cast)


def _deed_for_two(member: Member) -> str | None:
    """What of a member's deeds takes two, or may be done by two to each other, the first of them."""
    if not is_person(member.kind):
        return None
    deeds = (action.kind for phase in phases(member) for action in phase.actions)
    met = member.relation is None and not any(phase.sits for phase in phases(member))
    return next(
        (deed for deed in deeds if facts("action", deed, "FOR_TWO") or (met and facts("action", deed, "MEETS"))), None
    )


def met(
    found: Mapping[str, Tie], offsets: dict[str, place.Offset], bodies: Mapping[str, Body]
) -> tuple[dict[str, Tie], dict[str, place.Offset]]:
    """The ties with how each is turned, and the offsets with each of two where their bodies and what they do want them: about the
    middle between them, or about the mark if the first was on it."""
    made, moved = dict(found), dict(offsets)
    for name, tie in found.items():
        if not tie.leads or name not in offsets or tie.other not in offsets:
            continue
        module = registry.find("filmwright.content.actions", tie.deed, where="action")
        one, two = offsets[name], offsets[tie.other]
        middle = one if one[:2] == (0.0, 0.0) else place.Offset((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)
        stations: tuple[pair.Station, pair.Station] = module.stations(bodies[name], bodies[tie.other])
        for own, station in zip((name, tie.other), stations):
            moved[own] = place.Offset(middle.right_m + station.right_m, middle.back_m + station.back_m)
            made[own] = made[own]._replace(turn_rad=station.turn_rad)
    return made, moved


def aloud(module: ModuleType, performance: Performance) -> F64 | None:
    """How much somebody speaks in every frame (F,), of what is said by turns."""
    shares: F64 | None = module.aloud(performance) if hasattr(module, "aloud") else None
    return shares
