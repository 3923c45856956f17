"""How many people make a crowd, and where there is room for one."""

from __future__ import annotations

from filmwright.content.gaps import Gap, spoken
from filmwright.content.offers import facts
from filmwright.content.sets import stand_in_place
from filmwright.spec.shot import Member, Shot

CROWD = 3  # as many people around somebody may be a crowd
TOGETHER = 6  # people who are all of the cast; of more, those who are CROWD alike are a crowd (staging/cast.py)
FEW = 4  # who take the place of a crowd where there is no room for one
WITH_PASSERS_BY = ("neon_street",)  # places that are full of people of their own
NO_ROOM = ("tabletop", "ocean", "underwater", "outer_space", "sky")  # and those where no crowd can stand


def fewer(member: Member, path: str, there: str, together: int, gaps: list[Gap]) -> Member:
    """A crowd as the few people there is room for, in a place without room for all."""
    if together <= TOGETHER or member.count < CROWD or there not in (*WITH_PASSERS_BY, *NO_ROOM):
        return member
    reason = f"there is room for {FEW} people in {spoken(there)}, not for {member.count}"
    gaps.append(Gap(f"{path}.count", "approximated", reason))
    return member.model_copy(update={"count": FEW})


def has_them(shot: Shot, member: Member) -> bool:
    """Whether several people who do nothing else than be there are in the set of themselves: the workers of a construction site."""
    deed = member.action
    idle = deed is None or (deed.kind in ("stand", "work") and deed.to is None)
    there = facts("place", stand_in_place(shot.place.kind), "PEOPLE")
    return member.count >= CROWD and idle and not member.then and not member.wardrobe and member.kind in there
