"""How many of a cast are members of their own, extras of a crowd, or beside it in a herd."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.together import is_person
from filmwright.spec.shot import Member
from filmwright.staging import place

CROWD = 6  # people one shot can hold before a frame costs too much; chosen
HERD = 6  # animals of one kind that are all of the cast; of more the rest are coarser; chosen
LEADS = 3  # of a crowd that comes first so many are full people, before the rest of it; chosen
MANY = 3  # as many alike may be a crowd; chosen
THRONG = 24  # and things; chosen


def individuals(cast: tuple[Member, ...]) -> tuple[Member, ...]:
    """The cast with every count spelled out as members of their own, at most CROWD people and THRONG things of them: of more people
    the rest are extras (`crowds`). Of as many who are on as many, each is on their own."""
    people: list[Member] = []
    shares = _full(cast)
    left = THRONG
    counts = {m.id: m.count for m in cast}
    fewer = {m.id: n for m, n in herds(cast)}
    for member in cast:
        most = shares.get(member.id, min(left, member.count - fewer.get(member.id, 0)))
        left -= 0 if is_person(member.kind) else min(member.count, most)
        for k in range(min(member.count, most)):
            own = _copy(member.id, k)
            relation = member.relation
            if k > 0 and relation is not None and counts.get(relation.to, 1) >= member.count:
                relation = relation.model_copy(update={"to": _copy(relation.to, k)})
            people.append(member.model_copy(update={"id": own, "count": 1, "relation": relation}))
    return tuple(people)


def crowds(cast: tuple[Member, ...]) -> tuple[tuple[Member, int], ...]:
    """The people of a cast who are extras: members, and how many of each."""
    shares = _full(cast)
    return tuple((m, m.count - shares[m.id]) for m in cast if m.id in shares and m.count > max(shares[m.id], MANY - 1))


def herds(cast: tuple[Member, ...]) -> tuple[tuple[Member, int], ...]:
    """The animals of a cast that are many: members, and how many of each are not of the cast itself, but beside it."""
    return tuple(
        (m, m.count - LEADS)
        for m in cast
        if m.count > HERD
        and "animal" in concepts.ancestors("thing", m.kind)
        and (m.relation is None or m.relation.kind not in place.STACKED)
        and not m.holds
    )


def _full(cast: tuple[Member, ...]) -> dict[str, int]:
    """How many of each of the people are full people. If all together are too many, those who are MANY alike are a crowd: LEADS of
    it are, if it comes first, else nobody."""
    people = [m for m in cast if is_person(m.kind)]
    if sum(m.count for m in people) <= CROWD:
        return {m.id: m.count for m in people}
    left, shares = CROWD, {}
    for member in (m for m in people if m.count < MANY):
        shares[member.id] = min(member.count, left)
        left -= shares[member.id]
    many = [m for m in people if m.count >= MANY]
    leads = min(LEADS, left) if cast[0] in many else 0
    for n, member in enumerate(many):
        shares[member.id] = min(member.count, leads // len(many) + (n < leads % len(many)))
    return shares


def _copy(name: str, k: int) -> str:
    """The id of the k-th copy of a member, which is itself for 0."""
    kind, number = name.rsplit("-", 1)
    return name if k == 0 else f"{kind}-{100 * (k + 1) + int(number)}"
