"""A Shot of concepts becomes a Shot that content can stage, and what had to give way for it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from filmwright import concepts
from filmwright.content.deeds import GETS_UP, Phase, in_turn, phases, said
from filmwright.content.implied import (
    GRAYBEARDS,
    INSTEAD,
    MALE_DEEDS,
    PAWS,
    TABLES,
    THINGS,
    WORN,
    implied_id,
    is_implied,
)
from filmwright.content.mounted import carrying, is_riding, mounted, on_mount
from filmwright.content.offers import done_as, facts, offered, qualities, sights
from filmwright.content.thing_deeds import thing_deeds
from filmwright.content.together import alone, for_two, is_person, sex_of, together
from filmwright.spec.shot import Action, Camera, Garment, Light, Look, Member, Move, Place, Relation, Shot, Weather

Status = Literal["approximated", "unstaged"]

CLOCK = ("dawn", "morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night")
NEAR_WEATHER = {
    "storm": ("rain", "overcast", "clear"),
    "snowfall": ("overcast", "clear"),
    "rain": ("overcast", "clear"),
    "fog": ("overcast", "clear"),
    "overcast": ("clear",),
}
EMPTY_PLACE = "beach"  # open and bright; stands in where nothing is near
WARM_CLOTHES = ("coat", "scarf")
POSTURES = ("stand", "sit")  # other actions are done standing or sitting: "she stands and waves" waves
CROWD = 3  # as many people around somebody may be a crowd
TOGETHER = 6  # people who are all of the cast; of more, those who are CROWD alike are a crowd (staging/cast.py)
FEW = 4  # who take the place of a crowd where there is no room for one
AFLOAT, ASHORE = ("ocean",), "beach"  # places without ground, and where those stand who need some
BELOW, UNDER_WATER = "underwater", ("swim",)  # the set under the sea, and what people do there
WITH_PASSERS_BY = ("neon_street",)  # places that are full of people of their own
EXTERIORS = {"house": "suburban_house", "home": "suburban_house", "church": "village", "indoors": "street"}
"""Where one is who is before a building, by what kind of building it is (chosen)."""
COATS = ("fur", "wool", "feather", "leather")  # what animals are covered with
AT_THE_WHEEL = ("drive_car",)  # deeds of who sits in what they drive
WISP, STEAM = "steam_wisp", "steam"  # what is over hot things, and what a text calls it
VESSELS = ("crockery", "bottle", "can")
SERVED = ("soup",)  # dishes that content makes with the bowl they are in
STEAMING = ("cup", "soup", "bowl", "teapot", "frying_pan", "plate", "pizza", "bread")
GENERAL = ("animal", "sea_creature")  # words for what is different in every place
NO_ROOM = ("tabletop", "ocean", "underwater", "outer_space", "sky")  # and those where no crowd can stand


class Gap(NamedTuple):
    """A part of a Shot, by its path in it ("cast.1.wardrobe.0"), that is not staged as it is."""

    path: str
    status: Status
    reason: str


class Stageable(NamedTuple):
    """A Shot whose names are all content, and what differs from the one that was asked for."""

    shot: Shot
    gaps: tuple[Gap, ...]


def stageable(shot: Shot, seed: int) -> Stageable:
    """The Shot with the nearest content for every concept, and without what nothing is near to."""
    gaps: list[Gap] = []
    shot = _beside_the_first(together(_at_own_table(shot)))
    shot = mounted(shot, frozenset(m.id for m in shot.cast if is_person(m.kind)))
    cast, kept = _cast(shot, seed, gaps)
    gaps += _further_relations(shot)
    place = _with_sights(_place(shot, cast, gaps), shot)
    changed = shot.model_copy(
        update={
            "place": place,
            "light": Light(time=_time(shot, place.kind, gaps), quality=_quality(shot, gaps)),
            "weather": _weather(shot.weather, place.kind, gaps),
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
    hot = _hot(shot)
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


def _hot(shot: Shot) -> str | None:
    """The id of what steams where the text speaks of steam: what holds something hot to eat or drink, if nobody has it in the hand. None
    where there is no steam, or it is the place's."""
    if STEAM not in shot.place.features:
        return None
    held = {name for m in shot.cast for name in m.holds}
    return next((m.id for m in shot.cast if m.id not in held and _steams(m.kind)), None)


def _steams(kind: str) -> bool:
    return concepts.nearest("thing", kind, offered("thing")) in STEAMING


def stand_in_place(kind: str) -> str:
    """The set that comes nearest to a place; an open one if none does."""
    return nearest_place(kind) or EMPTY_PLACE


def nearest_place(kind: str, *, snow: bool = False, dark: bool = False) -> str | None:
    """The set that is a place, or says that it is that as well (ALSO, in snow, at night); else the one that is, or says that it is,
    what comes nearest."""
    claims: dict[str, str] = {}
    for called in ("ALSO_IN_SNOW",) * snow + ("ALSO_AT_NIGHT",) * dark + ("ALSO",):
        for place in offered("place"):
            for name in facts("place", place, called):
                claims.setdefault(name, place)
    near = concepts.nearest("place", kind, {*offered("place"), *claims})
    return near if near is None or near in offered("place") else claims[near]


def _set_for(shot: Shot) -> str:
    """The set of a shot, about; who swims in the open sea is shown under its surface."""
    near = stand_in_place(shot.place.kind)
    deeds = [a for m in shot.cast if is_person(m.kind) for a in (m.action, *m.then) if a is not None]
    below = any(concepts.nearest("action", a.kind, offered("action")) in UNDER_WATER for a in deeds)
    return BELOW if near in AFLOAT and below else near


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _gap(gaps: list[Gap], path: str, asked: str, given: str | None) -> None:
    """Say that something is staged as something else, or not at all."""
    if given is None:
        gaps.append(Gap(path, "unstaged", f"no {_spoken(asked)} can be staged yet"))
    else:
        reason = f"no {_spoken(asked)} can be staged yet; the nearest is {_spoken(given)}"
        gaps.append(Gap(path, "approximated", reason))


def _place(shot: Shot, cast: Sequence[Member], gaps: list[Gap]) -> Place:
    asked = _from_outside(shot.place)
    snow = asked.season == "winter" or asked.ground == "snow" or shot.weather.kind == "snowfall"
    dark = shot.light.time in ("night", "dusk", "blue_hour")
    near = nearest_place(asked.kind, snow=snow, dark=dark)
    if near in AFLOAT and _set_for(shot) == BELOW:
        near = BELOW
    elif near in AFLOAT and (any(_walks(m) for m in cast) or "shore" in asked.features):
        near = ASHORE
    given = near or EMPTY_PLACE
    shown = {given, *facts("place", given, "ALSO")}
    shown |= {*facts("place", given, "ALSO_IN_SNOW")} if snow else set()
    shown |= {*facts("place", given, "ALSO_AT_NIGHT")} if dark else set()
    if near is None:
        reason = (
            f"no {_spoken(asked.kind)} can be staged yet, nor anything near it: an empty {_spoken(given)} stands in"
        )
        gaps.append(Gap("place.kind", "unstaged", reason))
    elif given == BELOW and asked.kind not in shown and stand_in_place(asked.kind) in AFLOAT:
        gaps.append(
            Gap("place.kind", "approximated", f"who swims in the {_spoken(asked.kind)} is shown under its surface")
        )
    elif asked.kind not in shown:
        reason = f"no {_spoken(asked.kind)} can be staged yet; the nearest place is {_spoken(given)}"
        gaps.append(Gap("place.kind", "approximated", reason))
    if asked.region is not None and asked.region not in facts("place", given, "REGIONS"):
        gaps.append(Gap("place.region", "unstaged", f"a place can have no marks of {_spoken(asked.region)} yet"))
    has = {
        *facts("place", given, "FEATURES"),
        *shown,
        *concepts.ancestors("place", given),
        *(("outdoors", *sights()) if _outdoors(given) else ("indoors",)),
    }
    for n, feature in enumerate(asked.features):
        if has.isdisjoint((feature, f"{feature}s")):
            gaps.append(
                Gap(f"place.features.{n}", "unstaged", f"no {_spoken(feature)} can be staged in this place yet")
            )
    season = asked.season
    if given == "snow_valley" and season is None and asked.ground is None and asked.kind != "snow_valley":
        # a forest without a word of snow is green, unless people are dressed for winter
        warm = any(g.kind in WARM_CLOTHES for member in cast for g in member.wardrobe)
        season = "winter" if snow or warm else "summer"
    features = tuple(f for f in asked.features if not has.isdisjoint((f, f"{f}s")))
    region = asked.region if asked.region in facts("place", given, "REGIONS") else None
    return asked.model_copy(update={"kind": given, "region": region, "season": season, "features": features})


def _lies_there(kind: str, place: str) -> bool:
    """Whether a set has a piece of nature that is no thing: a mountain where it says that it has mountains."""
    wild = not {"natural_wonder", "tree", "grass"}.isdisjoint(concepts.ancestors("thing", kind))
    return (
        wild and kind not in offered("thing") and not {kind, f"{kind}s"}.isdisjoint(facts("place", place, "FEATURES"))
    )


def _from_outside(asked: Place) -> Place:
    """A building that is seen from outside as where such buildings stand: "parked in front of a diner"."""
    line = tuple(concepts.ancestors("place", asked.kind))
    if "outdoors" not in asked.features or "indoors" not in line:
        return asked
    kind = next(EXTERIORS[name] for name in line if name in EXTERIORS)
    return asked.model_copy(update={"kind": kind})


def _outdoors(place: str) -> bool:
    return "indoors" not in concepts.ancestors("place", place)


def _with_sights(place: Place, shot: Shot) -> Place:
    """The place with what the text has in its sky, whether it speaks of a thing or of a mark of the place."""
    asked = [m.kind for m in shot.cast if m.kind in sights() and _outdoors(place.kind)]
    asked += [m.kind for m in shot.cast if m.kind in facts("place", place.kind, "LANDMARKS")]
    return place.model_copy(update={"features": tuple(dict.fromkeys((*place.features, *asked)))}) if asked else place


def _walks(member: Member) -> bool:
    """Whether somebody needs ground under their feet."""
    return is_person(member.kind) and (member.relation is None or member.relation.kind not in ("on", "inside"))


def _time(shot: Shot, place: str, gaps: list[Gap]) -> str:
    asked, shown = shot.light.time, facts("place", place, "TIMES")
    if asked in shown or not shown:
        return asked
    hour = CLOCK.index(asked) if asked in CLOCK else 0
    given = min(shown, key=lambda name: abs(CLOCK.index(name) - hour) if name in CLOCK else len(CLOCK))
    reason = f"{_spoken(place)} cannot be shown at {_spoken(asked)} yet; {_spoken(given)} is the nearest"
    gaps.append(Gap("light.time", "approximated", reason))
    return given


def _quality(shot: Shot, gaps: list[Gap]) -> str | None:
    """The kind of light, if there is such."""
    asked = shot.light.quality
    if asked is None or asked in qualities():
        return asked
    gaps.append(Gap("light.quality", "unstaged", f"the light cannot be made {_spoken(asked)} yet"))
    return None


def _weather(asked: Weather, place: str, gaps: list[Gap]) -> Weather:
    shown = facts("place", place, "WEATHERS")
    like = facts("weather", asked.kind, "LIKE")
    seen = _outdoors(place) or "windows" in facts("place", place, "FEATURES")
    if asked.kind in shown or not shown or (seen and any(name in shown for name in like)):
        return asked
    given = next((name for name in NEAR_WEATHER.get(asked.kind, ()) if name in shown), shown[0])
    reason = f"{_spoken(place)} cannot be shown with {_spoken(asked.kind)} yet; {_spoken(given)} is the nearest"
    gaps.append(Gap("weather.kind", "approximated", reason))
    return asked.model_copy(update={"kind": given})


def _cast(shot: Shot, seed: int, gaps: list[Gap]) -> tuple[list[Member], set[str]]:
    """The members that can be staged, and the ids that are left."""
    somebody = any(is_person(m.kind) and m.count < CROWD for m in shot.cast)
    held = {name for m in shot.cast for name in m.holds}
    cast: list[Member] = []
    around: list[Member] = []
    there = _set_for(shot)
    together = sum(m.count for m in shot.cast if is_person(m.kind))
    for n, member in enumerate(shot.cast):
        path = f"cast.{n}"
        if _in_vessel(member, shot):
            continue  # the cup is full, the dish has its bowl
        member = _filled(member, shot)
        if member.kind == shot.place.kind and member.kind in offered("place") and not is_person(member.kind):
            continue  # the set is it
        if member.kind in sights() and _outdoors(stand_in_place(shot.place.kind)):
            continue  # the sky of the set has it
        if member.kind in facts("place", stand_in_place(shot.place.kind), "LANDMARKS"):
            continue  # it stands in the set already
        if _lies_there(member.kind, stand_in_place(shot.place.kind)):
            continue  # it is what the set is made of
        if _has_them(shot, member):
            continue  # the set is full of them
        if member.id in held and not _graspable(member, somebody):
            gaps.append(Gap(path, "unstaged", "hands cannot hold it yet"))
        elif not is_person(member.kind):
            cast += _with_paws(_thing(member, path, shot, gaps), member, shot)
        elif member.count >= CROWD and somebody and there in WITH_PASSERS_BY:
            continue  # the place has them anyway
        elif member.count >= CROWD and somebody and there in NO_ROOM and together > TOGETHER:
            gaps.append(Gap(path, "unstaged", f"there is no room for a crowd around the cast in {_spoken(there)}"))
        elif member.count >= CROWD and somebody:
            around += _people(_with_hands(member, shot), path, shot, seed, gaps)
        else:
            few = _fewer(_with_hands(member, shot), path, there, together, gaps)
            people = _people(few, path, shot, seed, gaps)
            cast += people if few.count > TOGETHER else _with_implied(people, member, path, shot, gaps)
    cast += around  # whom the shot is about comes first
    kept = {m.id for m in cast}
    return [_among(m, shot, kept, gaps) for m in cast], kept


def _vessel(member: Member, shot: Shot) -> Member | None:
    """What a dish or a drink is in, if content shows it with that; None if it is in nothing, or something of its own."""
    relation = member.relation
    to = next((m for m in shot.cast if relation is not None and m.id == relation.to), None)
    if relation is None or relation.kind != "inside" or to is None:
        return None
    if not any(name in VESSELS for name in concepts.ancestors("thing", to.kind)):
        return None
    drink = "drink" in concepts.ancestors("thing", member.kind)
    return to if drink or concepts.nearest("thing", member.kind, offered("thing")) in SERVED else None


def _in_vessel(member: Member, shot: Shot) -> bool:
    """Whether something is shown with what it is in."""
    return _vessel(member, shot) is not None


def _filled(member: Member, shot: Shot) -> Member:
    """A bowl with a dish in it as that dish, which content makes with its bowl."""
    dishes = (m for m in shot.cast if _vessel(m, shot) is member)
    served = (concepts.nearest("thing", m.kind, offered("thing")) for m in dishes)
    dish = next((name for name in served if name in SERVED), None)
    return member if dish is None else member.model_copy(update={"kind": dish})


def _fewer(member: Member, path: str, there: str, together: int, gaps: list[Gap]) -> Member:
    """A crowd as the few people there is room for, in a place without room for all."""
    if together <= TOGETHER or member.count < CROWD or there not in (*WITH_PASSERS_BY, *NO_ROOM):
        return member
    reason = f"there is room for {FEW} people in {_spoken(there)}, not for {member.count}"
    gaps.append(Gap(f"{path}.count", "approximated", reason))
    return member.model_copy(update={"count": FEW})


def _has_them(shot: Shot, member: Member) -> bool:
    """Whether several people who do nothing else than be there are in the set of themselves: the workers of a construction site."""
    deed = member.action
    idle = deed is None or (deed.kind in ("stand", "work") and deed.to is None)
    there = facts("place", stand_in_place(shot.place.kind), "PEOPLE")
    return member.count >= CROWD and idle and not member.then and not member.wardrobe and member.kind in there


def _among(member: Member, shot: Shot, kept: set[str], gaps: list[Gap]) -> Member:
    """A member without ties to those who are not there."""
    relation = member.relation
    if relation is not None and relation.to not in kept:
        index = next((n for n, other in enumerate(shot.cast) if other.id == member.id), None)
        other = next((m.kind for m in shot.cast if m.id == relation.to), relation.to)
        stands = facts("place", stand_in_place(shot.place.kind), "LANDMARKS")
        if index is not None and other not in stands and not (other == shot.place.kind and other in offered("place")):
            gaps.append(Gap(f"cast.{index}.relation", "unstaged", f"there is no {_spoken(other)} in the picture"))
        relation = None
    if any(held not in kept for held in member.holds):
        index = next((n for n, other in enumerate(shot.cast) if other.id == member.id), None)
        if index is not None:
            gaps.append(Gap(f"cast.{index}.holds", "unstaged", "hands cannot hold it yet"))
    return member.model_copy(update={"relation": relation, "holds": tuple(i for i in member.holds if i in kept)})


def _in_hand(tie: Relation, shot: Shot) -> bool:
    """Whether somebody is "on" what they can only hold in their hands."""
    kind = next((m.kind for m in shot.cast if m.id == tie.to), "")
    return tie.kind == "on" and bool(facts("thing", kind, "GRIP"))


def _with_hands(one: Member, shot: Shot) -> Member:
    """Somebody with what they cannot stand on but only hold in their hands ("on the phone"), and doing what is done with that."""
    kinds = {m.id: m.kind for m in shot.cast}
    for tie in one.relations:
        if _in_hand(tie, shot):
            rest = tuple(r for r in one.relations if r != tie)
            ties = {"relation": rest[0] if rest else None, "also": rest[1:]}
            one = one.model_copy(update={**ties, "holds": (*one.holds, tie.to)})

    def done(deed: Action) -> Action:
        with_ = (*one.holds, deed.to or "")
        other = next(
            (INSTEAD[deed.kind, kinds[name]] for name in with_ if (deed.kind, kinds.get(name)) in INSTEAD), None
        )
        return deed.model_copy(update={"kind": other}) if other in offered("action") else deed

    action = done(one.action) if one.action is not None else None
    return one.model_copy(update={"action": action, "then": tuple(done(deed) for deed in one.then)})


def _with_implied(people: list[Member], member: Member, path: str, shot: Shot, gaps: list[Gap]) -> list[Member]:
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
        words = f"a {_spoken(thing)} {'in the hand' if held else 'beside'}"
        gaps[:] = [g for g in gaps if g.path not in (at, f"{at}.kind")]
        gaps.append(Gap(at, "approximated", f"nobody can {_spoken(told.kind)} yet; it is shown with {words}"))
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
    thing = next((name for name in asked if name in uses), uses[0])
    if thing not in offered("thing"):
        return people
    own = implied_id(thing, people[0])
    return [*_given(people, own), Member(id=own, kind=thing)]


def _given(people: list[Member], name: str) -> list[Member]:
    """The people, the first of whom holds one more thing."""
    return [people[0].model_copy(update={"holds": (*people[0].holds, name)}), *people[1:]]


def _graspable(member: Member, somebody: bool) -> bool:
    """Whether a hand can hold a member in the picture, and there is somebody to do it."""
    given = concepts.nearest("thing", member.kind, offered("thing"))
    return somebody and given is not None and bool(facts("thing", given, "GRIP"))


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
        _gap(gaps, path, member.kind, given)
    if given is None:
        return []
    if member.pattern is not None and member.pattern not in facts("thing", given, "PATTERNS"):
        gaps.append(Gap(f"{path}.pattern", "unstaged", f"nothing {_spoken(member.pattern)} can be staged yet"))
    can = facts("thing", given, "MATERIALS")
    if member.material in COATS and "animal" in concepts.ancestors("thing", given):
        member = member.model_copy(update={"material": None})  # it has that anyway
    of = concepts.nearest("material", member.material, can) if member.material is not None else None
    if of != member.material:
        reason = f"a {_spoken(given)} cannot be made of {_spoken(str(member.material))} yet"
        reason += f"; the nearest is {_spoken(of)}" if of is not None else ""
        gaps.append(Gap(f"{path}.material", "approximated" if of is not None else "unstaged", reason))
    speeds = facts("thing", given, "SPEEDS")
    does = (*speeds, *facts("thing", given, "ACTIONS"))
    done, told = thing_deeds(member, path, _spoken(given), does, speeds)
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


def _with_paws(animals: list[Member], asked: Member, shot: Shot) -> list[Member]:
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


def _people(member: Member, path: str, shot: Shot, seed: int, gaps: list[Gap]) -> list[Member]:
    """Somebody as a woman, man, girl or boy; several people whose sex nobody told are some of each."""
    kinds = _kinds(member, seed)
    costume = _costume(member.kind)
    if member.kind not in (*kinds, "person", "child", "crowd") and not costume:
        reason = f"“{_spoken(member.kind)}” is staged as a {kinds[0]}, without what goes with it"
        gaps.append(Gap(f"{path}.kind", "approximated", reason))
    if member.size is not None or member.pattern is not None:
        gaps.append(Gap(f"{path}.size", "unstaged", "people cannot be of another size yet"))
    there, lonely = _set_for(shot), alone(member, shot)
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
            "wardrobe": _equipped(_clad(_wardrobe(member.wardrobe, path, gaps), costume), score),
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


def _costume(kind: str) -> tuple[Garment, ...]:
    """What somebody of a kind is known by and wears if the text says nothing else; empty where content has not all of it."""
    worn = next((WORN[name] for name in concepts.ancestors("person", kind) if name in WORN), ())
    return worn if all(garment.kind in offered("garment") for garment in worn) else ()


def _clad(asked: tuple[Garment, ...], costume: tuple[Garment, ...]) -> tuple[Garment, ...]:
    """The asked garments, and of a costume what is worn where none of them is: a knight in a red cape keeps his armor."""
    taken = {part for garment in asked for part in facts("garment", garment.kind, "COVERS")} - {"warm"}
    kinds = {garment.kind for garment in asked}
    return asked + tuple(
        garment
        for garment in costume
        if garment.kind not in kinds and not taken & {*facts("garment", garment.kind, "COVERS")}
    )


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


def _wardrobe(asked: Sequence[Garment], path: str, gaps: list[Gap]) -> tuple[Garment, ...]:
    made: list[Garment] = []
    for n, garment in enumerate(asked):
        at = f"{path}.wardrobe.{n}"
        kinds = _garments(garment.kind)
        if not kinds:
            _gap(gaps, at, garment.kind, None)
            continue
        if kinds != (garment.kind,):
            _gap(gaps, at, garment.kind, " and ".join(kinds))
        if all(any(g.kind == kind for g in made) for kind in kinds):
            gaps.append(Gap(at, "unstaged", f"nobody can wear two of them yet: {' and '.join(kinds)}"))
            continue
        pattern = garment.pattern
        if pattern is not None and not any(pattern in facts("garment", kind, "PATTERNS") for kind in kinds):
            gaps.append(Gap(f"{at}.pattern", "unstaged", f"nothing {_spoken(pattern)} can be staged yet"))
            pattern = None
        material = garment.material
        for kind in kinds:
            can = facts("garment", kind, "MATERIALS")
            of = concepts.nearest("material", material, can) if material is not None and can else material
            if of != material and kind == kinds[0]:
                reason = f"a {_spoken(kind)} cannot be made of {_spoken(str(material))} yet"
                if of is not None:
                    reason += f"; the nearest is {_spoken(of)}"
                gaps.append(Gap(f"{at}.material", "approximated" if of is not None else "unstaged", reason))
            if not any(g.kind == kind for g in made):
                made.append(Garment(kind=kind, color=garment.color, material=of, pattern=pattern))
    return tuple(made)


def _equipped(worn: tuple[Garment, ...], score: Sequence[Phase]) -> tuple[Garment, ...]:
    """The garments, and those that what is done is done in (skates), unless others are worn there."""
    for name in dict.fromkeys(name for phase in score for name in facts("action", phase.base.kind, "WEARS")):
        covered = {part for g in worn for part in facts("garment", g.kind, "COVERS")}
        if not covered & {*facts("garment", name, "COVERS")}:
            worn = (*worn, Garment(kind=name))
    return worn


def _garments(kind: str) -> tuple[str, ...]:
    """The garments a concept is staged as: itself, the nearest, or several ("jacket+trousers" stands above a suit)."""
    for above in concepts.ancestors("garment", kind):
        parts = tuple(above.split("+"))
        if all(part in offered("garment") for part in parts):
            return parts
    near = concepts.nearest("garment", kind, offered("garment"))
    return (near,) if near is not None else ()


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
                gaps.append(Gap(at, "unstaged", f"nobody can be staged doing this yet: {_spoken(action.kind)}"))
                continue
            reason = f"nobody can {_spoken(action.kind)} yet; the nearest is {_spoken(kind)}"
            gaps.append(Gap(f"{at}.kind", "approximated", reason))
        manner = action.manner
        if manner is not None and manner not in facts("action", kind, "MANNERS"):
            reason = f"{_spoken(kind)} cannot be done in a {_spoken(manner)} manner yet"
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
    move = concepts.nearest("move", asked.move, offered("move"))
    if move is None:
        _gap(gaps, "camera.move", asked.move, None)
        move = "static"
    elif move != asked.move:
        _gap(gaps, "camera.move", asked.move, move)
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
        reason = f"there is nobody to {move}" if move is not None else f"no {_spoken(asked.move)} can be staged yet"
        gaps.append(Gap(path, "unstaged", f"{reason}: the camera stays"))
        move = "static"
    elif move != asked.move:
        _gap(gaps, f"{path}.move", asked.move, move)
    for field, value in (("size", asked.size), ("angle", asked.angle)):
        if value is not None:
            reason = f"a move cannot be made to end at {_spoken(value)} yet: it ends where the set has room"
            gaps.append(Gap(f"{path}.{field}", "unstaged", reason))
    return asked.model_copy(update={"move": move, "size": None, "angle": None})


def _further_relations(shot: Shot) -> list[Gap]:
    """Every relation of a member beside its first: they are not staged."""
    return [
        Gap(f"cast.{m}.also.{n}", "unstaged", "one relation a member can be staged yet")
        for m, member in enumerate(shot.cast)
        for n, tie in enumerate(member.also)
        if not _in_hand(tie, shot)
    ]


def _look(asked: Look, gaps: list[Gap]) -> Look:
    changed: dict[str, str | None] = {}
    for field, default in (("style", "photoreal"), ("grade", None)):
        name = getattr(asked, field)
        if name is None or name in offered("style"):
            continue
        near = concepts.nearest("style", name, offered("style"))
        if near is None:
            gaps.append(Gap(f"look.{field}", "unstaged", f"there is no {_spoken(name)} look yet"))
        else:
            reason = f"there is no {_spoken(name)} look yet; the nearest is {_spoken(near)}"
            gaps.append(Gap(f"look.{field}", "approximated", reason))
        changed[field] = near or default
    return asked.model_copy(update=changed)
