"""Who rides is on what carries them: the shot with every rider tied to a mount, which goes as they ride it."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright import concepts
from filmwright.content.implied import implied_id
from filmwright.content.offers import facts, offered
from filmwright.spec.shot import Action, Member, Relation, Shot


def mounted(shot: Shot, people: frozenset[str]) -> Shot:
    """The shot with its riders on their mounts. A deed of riding takes the mount the text names, else brings its own; whoever
    is on what is ridden rides it, and it goes as they do (gallops). `people`: ids of those who can ride."""
    cast = {m.id: m for m in shot.cast}
    taken: set[str] = set()
    for rider in shot.cast:
        if rider.id not in people:
            continue
        deed = rider.action.kind if rider.action is not None else "stand"
        named = rider.relation.to if rider.relation is not None and rider.relation.kind == "on" else None
        mount = _mount(deed, rider, named, cast, taken)
        if mount is None:
            continue
        taken.add(mount.id)
        ridden = carried_by(mount.kind)
        rides = deed if deed in ridden else ridden[0]
        manner = rider.action.manner if rider.action is not None else None
        goes = mount.action or Action(kind=_pace(mount.kind, deed, manner), manner=manner)
        cast[mount.id] = mount.model_copy(update={"action": goes, "relation": None})
        on = Relation(kind="on", to=mount.id)
        cast[rider.id] = rider.model_copy(update={"action": Action(kind=rides), "relation": on})
    return shot if not taken else shot.model_copy(update={"cast": tuple(cast.values())})


def on_mount(member: Member, shot: Shot) -> bool:
    """Whether a member is on something that is ridden."""
    relation = member.relation
    under = (
        None if relation is None or relation.kind != "on" else next((m for m in shot.cast if m.id == relation.to), None)
    )
    return under is not None and bool(carried_by(under.kind))


def carried_by(kind: str) -> tuple[str, ...]:
    """The deeds of those who ride a thing; empty if nobody can."""
    near = concepts.nearest("thing", kind, offered("thing"))
    return facts("thing", near, "CARRIES") if near is not None else ()


def carrying(cast: Sequence[Member]) -> list[Member]:
    """The cast with every mount told whom it carries, as what it does it to: it is harnessed then."""
    riders = {
        m.relation.to: m.id
        for m in cast
        if m.relation is not None and m.action is not None and is_riding(m.action.kind)
    }
    return [m.model_copy(update={"action": _for(m.action, riders[m.id])}) if m.id in riders else m for m in cast]


def _for(action: Action | None, rider: str) -> Action:
    return (action or Action(kind="stand")).model_copy(update={"to": rider})


def _pace(kind: str, deed: str, manner: str | None) -> str:
    """How a mount goes: as the deed says, else at a walk, or a run if it is fast."""
    near = concepts.nearest("thing", kind, offered("thing")) or kind
    speeds = facts("thing", near, "SPEEDS")
    wanted = (deed, *(("gallop", "run") if manner == "fast" else ()), "walk", *facts("thing", near, "CARRIES"), "move")
    return next((name for name in wanted if name in speeds), "stand")


def _mount(deed: str, rider: Member, on: str | None, cast: dict[str, Member], taken: set[str]) -> Member | None:
    """What somebody rides: what they are on, what the deed is done to, the first that is there for it, or one of its own."""
    to = rider.action.to if rider.action is not None else None
    if on in cast and on not in taken and carried_by(cast[on].kind):
        return cast[on]
    if not is_riding(deed):
        return None
    there = [m for m in cast.values() if m.id not in taken and m.id != rider.id]
    for mount in there:
        if mount.id == to and carried_by(mount.kind):
            return mount
    for mount in there:
        if deed in carried_by(mount.kind) and mount.relation is None:
            return mount
    carriers = {thing: facts("thing", thing, "CARRIES") for thing in offered("thing")}
    own = (thing for thing, deeds in carriers.items() if deeds[:1] == (deed,))
    other = (thing for thing, deeds in carriers.items() if deed in deeds and deed != "ride")
    kind = next(own, None) or next(other, None)
    if kind is None:
        return None
    return Member(id=implied_id(kind, rider), kind=kind, count=rider.count)


def is_riding(deed: str) -> bool:
    """Whether somebody is carried who does it."""
    return bool({"ride", "drive", "sail"} & set(concepts.ancestors("action", deed)))
