"""A Shot of concepts becomes a Shot that content can stage, and what had to give way for it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from filmwright import concepts
from filmwright.content.costume import clad, costume_of, equipped, staged_wardrobe
from filmwright.content.crowds import CROWD, NO_ROOM, TOGETHER, WITH_PASSERS_BY, fewer, has_them
from filmwright.content.deeds import GETS_UP, Phase, in_turn, said
from filmwright.content.gaps import Gap, note_gap, spoken
from filmwright.content.hands import graspable, in_hand, swaddled, with_hands, with_implied, with_paws
from filmwright.content.implied import GRAYBEARDS, MALE_DEEDS, TABLES, is_implied
from filmwright.content.mounted import carrying, is_riding, mounted, on_mount
from filmwright.content.offers import done_as, facts, offered, qualities, sights
from filmwright.content.sets import (
    beyond_the_pane,
    lies_there,
    nearest_time,
    nearest_weather,
    on_board,
    outdoors,
    set_for,
    staged_place,
    stand_in_place,
    with_sights,
)
from filmwright.content.thing_deeds import thing_deeds
from filmwright.content.together import alone, for_two, is_person, sex_of, together
from filmwright.content.vessels import STEAM, WISP, filled, in_vessel, steaming
from filmwright.spec.shot import Action, Camera, Light, Look, Member, Move, Relation, Shot

POSTURES = ("stand", "sit")  # other actions are done standing or sitting: "she stands and waves" waves
COATS = ("fur", "wool", "feather", "leather")  # what animals are covered with
AT_THE_WHEEL = ("drive_car",)  # deeds of who sits in what they drive
GENERAL = ("animal", "sea_creature")  # words for what is different in every place


class Stageable(NamedTuple):
    """A Shot whose names are all content, and what differs from the one that was asked for."""

    shot: Shot
    gaps: tuple[Gap, ...]


def stageable(shot: Shot, seed: int) -> Stageable:
    """The Shot with the nearest content for every concept, and without what nothing is near to."""
    gaps: list[Gap] = []
    shot = on_board(shot, gaps)
    shot = _beside_the_first(together(_at_own_table(swaddled(beyond_the_pane(shot)))))
    shot = mounted(shot, frozenset(m.id for m in shot.cast if is_person(m.kind)))
    cast, kept = _cast(shot, seed, gaps)
    gaps += _further_relations(shot)
    place = with_sights(staged_place(shot, cast, gaps), shot)
    changed = shot.model_copy(
        update={
            "place": place,
            "light": Light(time=nearest_time(shot, place.kind, gaps), quality=_quality(shot, gaps)),
            "weather": nearest_weather(shot.weather, place.kind, gaps),
            "cast": tuple(carrying(cast)),
            "camera": _camera(shot.camera, cast, kept, gaps),
            "look": _look(shot.look, gaps),
        }
    )
    return Stageable(changed, tuple(gaps))


def _at_own_table(shot: Shot) -> Shot:
    """The shot with a desk as the table of somebody whose action brings its own, with what it takes on it."""
    deeds = [done_as(m.action.kind) for m in shot.cast if m.action is not None and is_person(m.kind)]
    if not any("table" in (*facts("action", deed, "USES"), *facts("action", deed, "WITH")) for deed in deeds):
        return shot
    near = {m.id: concepts.nearest("thing", m.kind, offered("thing")) for m in shot.cast if not is_person(m.kind)}
    cast = [m.model_copy(update={"kind": "table"}) if near.get(m.id) in TABLES else m for m in shot.cast]
    return shot.model_copy(update={"cast": tuple(cast)})


def _beside_the_first(shot: Shot) -> Shot:
    """The shot with what the place has not, but what there is as a thing ("by a campfire"), beside whom it is about."""
    there = stand_in_place(shot.place.kind)
    kinds = {m.kind for m in shot.cast}
    has = {*facts("place", there, "FEATURES"), *facts("place", there, "LANDMARKS"), *sights(), *kinds}
    brought = [name for name in shot.place.features if name in offered("thing") and name not in has]
    hot = steaming(shot)
    if not shot.cast or not (brought or hot):
        return shot
    tall = [
        name for name in brought if not {"building", "tower", "fireplace"}.isdisjoint(concepts.ancestors("thing", name))
    ]
    added = tuple(
        Member(
            id=f"{name}-1",
            kind=name,
            relation=Relation(kind="behind" if name in tall else "beside", to=shot.cast[0].id),
        )
        for name in brought
    )
    if hot is not None:
        added += (Member(id=f"{WISP}-1", kind=WISP, relation=Relation(kind="on", to=hot)),)
        brought.append(STEAM)
    features = tuple(name for name in shot.place.features if name not in brought)
    place = shot.place.model_copy(update={"features": features})
    return shot.model_copy(update={"cast": (*shot.cast, *added), "place": place})


def _quality(shot: Shot, gaps: list[Gap]) -> str | None:
    """The kind of light, if there is such."""
    asked = shot.light.quality
    if asked is None or asked in qualities():
        return asked
    gaps.append(Gap("light.quality", "unstaged", f"the light cannot be made {spoken(asked)} yet"))
    return None


def _cast(shot: Shot, seed: int, gaps: list[Gap]) -> tuple[list[Member], set[str]]:
    """The members that can be staged, and the ids that are left."""
    somebody = any(is_person(m.kind) and m.count < CROWD for m in shot.cast)
    held = {name for m in shot.cast for name in m.holds}
    cast: list[Member] = []
    around: list[Member] = []
    there = set_for(shot)
    together = sum(m.count for m in shot.cast if is_person(m.kind))
    for n, member in enumerate(shot.cast):
        path = f"cast.{n}"
        if in_vessel(member, shot):
            continue  # the cup is full, the dish has its bowl
        member = filled(member, shot)
        if member.kind == shot.place.kind and member.kind in offered("place") and not is_person(member.kind):
            continue  # the set is it
        if member.kind in sights() and outdoors(stand_in_place(shot.place.kind)):
            continue  # the sky of the set has it
        if member.kind in facts("place", stand_in_place(shot.place.kind), "LANDMARKS"):
            continue  # it stands in the set already
        if lies_there(member.kind, stand_in_place(shot.place.kind)):
            continue  # it is what the set is made of
        if has_them(shot, member):
            continue  # the set is full of them
        if member.id in held and not graspable(member, somebody):
            gaps.append(Gap(path, "unstaged", "hands cannot hold it yet"))
        elif not is_person(member.kind):
            cast += with_paws(_thing(member, path, shot, gaps), member, shot)
        elif member.count >= CROWD and somebody and there in WITH_PASSERS_BY:
            continue  # the place has them anyway
        elif member.count >= CROWD and somebody and there in NO_ROOM and together > TOGETHER:
            gaps.append(Gap(path, "unstaged", f"there is no room for a crowd around the cast in {spoken(there)}"))
        elif member.count >= CROWD and somebody:
            around += _people(with_hands(member, shot), path, shot, seed, gaps)
        else:
            few = fewer(with_hands(member, shot), path, there, together, gaps)
            people = _people(few, path, shot, seed, gaps)
            cast += people if few.count > TOGETHER else with_implied(people, member, path, shot, gaps)
    cast += around  # whom the shot is about comes first
    kept = {m.id for m in cast}
    return [_among(m, shot, kept, gaps) for m in cast], kept


def _among(member: Member, shot: Shot, kept: set[str], gaps: list[Gap]) -> Member:
    """A member without ties to those who are not there."""
    relation = member.relation
    if relation is not None and relation.to not in kept:
        index = next((n for n, other in enumerate(shot.cast) if other.id == member.id), None)
        other = next((m.kind for m in shot.cast if m.id == relation.to), relation.to)
        stands = facts("place", stand_in_place(shot.place.kind), "LANDMARKS")
        if index is not None and other not in stands and not (other == shot.place.kind and other in offered("place")):
            gaps.append(Gap(f"cast.{index}.relation", "unstaged", f"there is no {spoken(other)} in the picture"))
        relation = None
    if any(held not in kept for held in member.holds):
        index = next((n for n, other in enumerate(shot.cast) if other.id == member.id), None)
        if index is not None:
            gaps.append(Gap(f"cast.{index}.holds", "unstaged", "hands cannot hold it yet"))
    return member.model_copy(update={"relation": relation, "holds": tuple(i for i in member.holds if i in kept)})


def _of_the_place(member: Member, shot: Shot) -> str | None:
    """For a word that says no more than "animal" the one people think of first of those that live where the shot is and that the text
    does not name besides; None for any other word."""
    if member.kind not in GENERAL:
        return None
    there, named = stand_in_place(shot.place.kind), {m.kind for m in shot.cast}
    known = (*concepts.typical("thing", member.kind), *offered("thing"))
    return next(
        (
            name
            for name in known
            if name in offered("thing") and name not in named and "animal" in concepts.ancestors("thing", name)
            if any(stand_in_place(home) == there for home in facts("thing", name, "HOME"))
        ),
        None,
    )


def _thing(member: Member, path: str, shot: Shot, gaps: list[Gap]) -> list[Member]:
    """An animal, a vehicle or a prop as the nearest there is; none if nothing is near."""
    given = _of_the_place(member, shot) or concepts.nearest("thing", member.kind, offered("thing"))
    if given != member.kind:
        note_gap(gaps, path, member.kind, given)
    if given is None:
        return []
    if member.pattern is not None and member.pattern not in facts("thing", given, "PATTERNS"):
        gaps.append(Gap(f"{path}.pattern", "unstaged", f"nothing {spoken(member.pattern)} can be staged yet"))
    can = facts("thing", given, "MATERIALS")
    if member.material in COATS and "animal" in concepts.ancestors("thing", given):
        member = member.model_copy(update={"material": None})  # it has that anyway
    of = concepts.nearest("material", member.material, can) if member.material is not None else None
    if of != member.material:
        reason = f"a {spoken(given)} cannot be made of {spoken(str(member.material))} yet"
        reason += f"; the nearest is {spoken(of)}" if of is not None else ""
        gaps.append(Gap(f"{path}.material", "approximated" if of is not None else "unstaged", reason))
    speeds = facts("thing", given, "SPEEDS")
    does = (*speeds, *facts("thing", given, "ACTIONS"))
    done, told = thing_deeds(member, path, spoken(given), does, speeds)
    gaps += [Gap(*one) for one in told]
    kept = {
        "kind": given,
        "material": of,
        "action": done[0] if done else None,
        "then": tuple(done[1:]),
        "wardrobe": (),
        "hair": None,
        "expression": None,
    }
    return [member.model_copy(update=kept)]


def _people(member: Member, path: str, shot: Shot, seed: int, gaps: list[Gap]) -> list[Member]:
    """Somebody as a woman, man, girl or boy; several people whose sex nobody told are some of each."""
    kinds = _kinds(member, seed)
    costume = costume_of(member.kind)
    if member.kind not in (*kinds, "person", "child", "crowd") and not costume:
        reason = f"“{spoken(member.kind)}” is staged as a {kinds[0]}, without what goes with it"
        gaps.append(Gap(f"{path}.kind", "approximated", reason))
    if member.size is not None or member.pattern is not None:
        gaps.append(Gap(f"{path}.size", "unstaged", "people cannot be of another size yet"))
    there, lonely = set_for(shot), alone(member, shot)
    does = [
        deed
        for deed in offered("action")
        if (on_mount(member, shot) or not is_riding(deed))
        and not (lonely and for_two(deed))
        and there in (facts("action", deed, "ONLY_IN") or (there,))
    ]
    score = _score(member, path, gaps, does)
    action, then = said(score)
    doing = action.kind if action is not None else ""
    face = next(iter(facts("action", doing, "FACE")), None)
    graybeard = GRAYBEARDS.get(member.kind) if kinds == ("man",) else None
    dressed = member.model_copy(
        update={
            "age": member.age or ("old" if graybeard else None),
            "hair": member.hair or graybeard,
            "wardrobe": equipped(clad(staged_wardrobe(member.wardrobe, path, gaps), costume), score),
            "action": action,
            "then": then,
            "relation": _seat(member, score, shot) or member.relation,
            "expression": member.expression or face,
            "sex": None,
            "size": None,
            "pattern": None,
            "color": None,
            "material": None,
        }
    )
    share, rest = divmod(member.count, len(kinds))
    made = []
    for n, kind in enumerate(kinds):
        count = share + (n < rest)
        # the first keeps the id others know; ids of the rest stay apart from those the text gives
        name = (
            member.id if n == 0 else f"{kind}-{500 + 10 * int(path.split('.')[1]) + int(member.id.rsplit('-', 1)[1])}"
        )
        if count:
            made.append(dressed.model_copy(update={"id": name, "kind": kind, "count": count}))
    return made


def _seat(member: Member, score: Sequence[Phase], shot: Shot) -> Relation | None:
    """On what somebody sits who goes to a seat and sits down; None if the text puts them somewhere, or there is none."""
    if member.relation is not None or not any(phase.sits for phase in score):
        return None
    to = {a.to for a in (member.action, *member.then) if a is not None and a.to is not None}
    seats = (m.id for m in shot.cast if m.id in to and "seat" in concepts.ancestors("thing", m.kind))
    return next((Relation(kind="on", to=name) for name in seats), None)


def _kinds(member: Member, seed: int) -> tuple[str, ...]:
    if member.kind in offered("person"):
        return (member.kind,)
    line = tuple(concepts.ancestors("person", member.kind))
    young = "child" in line or member.age == "child"
    pair = ("girl", "boy") if young else ("woman", "man")
    sex = sex_of(member.kind, member.sex)
    if sex is None and member.action is not None and member.action.kind in MALE_DEEDS:
        sex = "male"
    if sex is not None:
        return (pair[0] if sex == "female" else pair[1],)
    pair = pair if seed % 2 else pair[::-1]
    return pair[:1] if member.count == 1 else pair


def _score(member: Member, path: str, gaps: list[Gap], does: Sequence[str]) -> list[Phase]:
    """What somebody does in turn and at once, of the deeds that content `does`; for a deed it has not, what is nearest to it."""
    asked = [a for a in (member.action, *member.then) if a is not None]
    acted = next((a for a in asked if a.take is not None), None)
    if acted is not None:
        return [Phase(Action(kind=acted.kind, take=acted.take))]
    like = {other: name for name in does for other in facts("action", name, "ALSO")}
    telling = any((a.kind in does or a.kind in like) and a.kind not in POSTURES for a in asked)
    made: list[Action] = []
    for n, action in enumerate(asked):
        began = member.action is not None
        at = f"{path}.action" if n == 0 and began else f"{path}.then.{n - began}"
        kind = action.kind if action.kind in does or action.kind in GETS_UP else like.get(action.kind)
        if kind is None:
            kind = concepts.nearest("action", action.kind, does)
            if kind is None or (kind in POSTURES and telling):
                gaps.append(Gap(at, "unstaged", f"nobody can be staged doing this yet: {spoken(action.kind)}"))
                continue
            reason = f"nobody can {spoken(action.kind)} yet; the nearest is {spoken(kind)}"
            gaps.append(Gap(f"{at}.kind", "approximated", reason))
        manner = action.manner
        if manner is not None and manner not in facts("action", kind, "MANNERS"):
            reason = f"{spoken(kind)} cannot be done in a {spoken(manner)} manner yet"
            gaps.append(Gap(f"{at}.manner", "unstaged", reason))
            manner = None
        if made and any(is_riding(a.kind) for a in (*made, action)):
            gaps.append(Gap(at, "unstaged", "who rides can do nothing else yet"))
            continue
        made.append(Action(kind=kind, manner=manner, at=action.at))
    return in_turn(made)


def _camera(asked: Camera, cast: Sequence[Member], kept: set[str], gaps: list[Gap]) -> Camera:
    focus = asked.focus if asked.focus in kept else cast[0].id if cast else None
    follow = asked.follow if asked.follow in kept else None
    if asked.size is None and _drives_alone(cast, focus):
        # who drives is seen at the wheel, and the camera goes along
        goes = {"move": "lead", "follow": focus} if asked.move == "static" else {}
        asked = asked.model_copy(update={"size": "medium", **goes})
        follow = asked.follow if asked.follow == focus else follow
    if asked.part is not None and asked.move == "static" and focus is not None:
        asked, follow = (
            asked.model_copy(update={"move": "lead"}),
            follow or focus,
        )  # by a breath an eye is out of the picture
    move = concepts.nearest("move", asked.move, offered("move"))
    if move is None:
        note_gap(gaps, "camera.move", asked.move, None)
        move = "static"
    elif move != asked.move:
        note_gap(gaps, "camera.move", asked.move, move)
    if {move, *(step.move for step in asked.then)} & {"follow", "lead"}:
        follow = follow or focus
    if move in ("follow", "lead") and follow is None:
        reason = f"there is nobody to {move}; the camera travels to the right"
        gaps.append(Gap("camera.move", "approximated", reason))
        move = "truck_right"
    then = tuple(_further_move(step, f"camera.then.{n}", follow, gaps) for n, step in enumerate(asked.then))
    return asked.model_copy(update={"focus": focus, "follow": follow, "move": move, "then": then})


def _drives_alone(cast: Sequence[Member], focus: str | None) -> bool:
    """Whether the shot is about somebody at the wheel of a car that the text does not speak of."""
    driver = next((m for m in cast if m.id == focus and m.action is not None and m.action.kind in AT_THE_WHEEL), None)
    return driver is not None and driver.relation is not None and is_implied(driver.relation.to)


def _further_move(asked: Move, path: str, follow: str | None, gaps: list[Gap]) -> Move:
    """A move after the first as what there is of it: it ends where the set has room, whatever size or angle was asked for."""
    move = concepts.nearest("move", asked.move, offered("move"))
    if move is None or (move in ("follow", "lead") and follow is None):
        reason = f"there is nobody to {move}" if move is not None else f"no {spoken(asked.move)} can be staged yet"
        gaps.append(Gap(path, "unstaged", f"{reason}: the camera stays"))
        move = "static"
    elif move != asked.move:
        note_gap(gaps, f"{path}.move", asked.move, move)
    for field, value in (("size", asked.size), ("angle", asked.angle)):
        if value is not None:
            reason = f"a move cannot be made to end at {spoken(value)} yet: it ends where the set has room"
            gaps.append(Gap(f"{path}.{field}", "unstaged", reason))
    return asked.model_copy(update={"move": move, "size": None, "angle": None})


def _further_relations(shot: Shot) -> list[Gap]:
    """Every relation of a member beside its first: they are not staged."""
    return [
        Gap(f"cast.{m}.also.{n}", "unstaged", "one relation a member can be staged yet")
        for m, member in enumerate(shot.cast)
        for n, tie in enumerate(member.also)
        if not in_hand(tie, shot)
    ]


def _look(asked: Look, gaps: list[Gap]) -> Look:
    changed: dict[str, str | None] = {}
    for field, default in (("style", "photoreal"), ("grade", None)):
        name = getattr(asked, field)
        if name is None or name in offered("style"):
            continue
        near = concepts.nearest("style", name, offered("style"))
        if near is None:
            gaps.append(Gap(f"look.{field}", "unstaged", f"there is no {spoken(name)} look yet"))
        else:
            reason = f"there is no {spoken(name)} look yet; the nearest is {spoken(near)}"
            gaps.append(Gap(f"look.{field}", "approximated", reason))
        changed[field] = near or default
    return asked.model_copy(update=changed)
