"""The set a place is staged as: the nearest there is, and the hour and the weather it can be shown at."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright import concepts
from filmwright.content.costume import WARM_CLOTHES
from filmwright.content.deeds import posture_of
from filmwright.content.gaps import Gap, spoken
from filmwright.content.implied import BOARDS
from filmwright.content.offers import facts, offered, sights
from filmwright.content.together import is_person
from filmwright.spec.shot import Member, Place, Relation, Shot, Weather

CLOCK = ("dawn", "morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night")
NEAR_WEATHER = {
    "storm": ("rain", "overcast", "clear"),
    "snowfall": ("overcast", "clear"),
    "rain": ("overcast", "clear"),
    "fog": ("overcast", "clear"),
    "overcast": ("clear",),
}
EMPTY_PLACE = "beach"  # open and bright; stands in where nothing is near
AFLOAT, ASHORE = ("ocean",), "beach"  # places without ground, and where those stand who need some
BELOW, UNDER_WATER = "underwater", ("swim",)  # the set under the sea, and what people do there
STATION, SPACE = "space_station", "outer_space"
AQUARIUM = "aquarium"  # a hall for visitors; animals of the sea are shown in its water
EXTERIORS = {"house": "suburban_house", "home": "suburban_house", "church": "village", "indoors": "street"}
"""Where one is who is before a building, by what kind of building it is (chosen)."""


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


def set_for(shot: Shot) -> str:
    """The set of a shot, about; who swims in the open sea is shown under its surface."""
    near = stand_in_place(shot.place.kind)
    if near == AQUARIUM and any(_lives_in_water(m) for m in shot.cast):
        return BELOW
    deeds = [a for m in shot.cast if is_person(m.kind) for a in (m.action, *m.then) if a is not None]
    below = any(concepts.nearest("action", a.kind, offered("action")) in UNDER_WATER for a in deeds)
    return BELOW if near in AFLOAT and below else near


def beyond_the_pane(shot: Shot) -> Shot:
    """The shot in space, of a station that is seen from there, and under water, of an aquarium without visitors."""
    people = any(is_person(m.kind) for m in shot.cast)
    kind = shot.place.kind
    above = not people and any(m.kind == "earth" for m in shot.cast)
    if kind == STATION and (above or not {SPACE, "outdoors"}.isdisjoint(shot.place.features)):
        kind = SPACE
    elif kind == AQUARIUM and not people and any(_lives_in_water(m) for m in shot.cast):
        kind = BELOW
    return shot.model_copy(update={"place": shot.place.model_copy(update={"kind": kind})})


def on_board(shot: Shot, gaps: list[Gap]) -> Shot:
    """The shot with the thing that a place is a part of, and on it those who stay there: of a ship's deck the ship at sea."""
    where, vessel = BOARDS.get(shot.place.kind, ("", ""))
    people = [m for m in shot.cast if is_person(m.kind)]
    if (
        not where
        or not people
        or not all(m.count == 1 and _stays(m) for m in people)
        or vessel in {m.kind for m in shot.cast}
    ):
        return shot
    there = Member(id=f"{vessel}-1", kind=vessel)
    on = Relation(kind="on", to=there.id)
    cast = [m.model_copy(update={"relation": on}) if is_person(m.kind) and m.relation is None else m for m in shot.cast]
    gaps.append(
        Gap("place.kind", "approximated", f"the {spoken(shot.place.kind)} is that of a {vessel} on the {where}")
    )
    place = shot.place.model_copy(update={"kind": where})
    return shot.model_copy(update={"cast": (*cast, there), "place": place})


def _stays(person: Member) -> bool:
    """Whether somebody stands where they are, whatever they do."""
    done = [
        concepts.nearest("action", a.kind, offered("action")) for a in (person.action, *person.then) if a is not None
    ]
    return all(name is not None and posture_of(name) == "stand" for name in done)


def _lives_in_water(member: Member) -> bool:
    """Whether it is an animal whose home is the sea and that a set with a tank does not have already."""
    near = concepts.nearest("thing", member.kind, offered("thing"))
    return (
        near is not None
        and member.kind not in facts("place", AQUARIUM, "LANDMARKS")
        and "animal" in concepts.ancestors("thing", near)
        and BELOW in facts("thing", near, "HOME")[:1]
    )


def staged_place(shot: Shot, cast: Sequence[Member], gaps: list[Gap]) -> Place:
    asked = _from_outside(shot.place)
    snow = asked.season == "winter" or asked.ground == "snow" or shot.weather.kind == "snowfall"
    dark = shot.light.time in ("night", "dusk", "blue_hour")
    near = nearest_place(asked.kind, snow=snow, dark=dark)
    visited = near == AQUARIUM and set_for(shot) == BELOW
    if visited or (near in AFLOAT and set_for(shot) == BELOW):
        near = BELOW
    elif near in AFLOAT and (any(_walks(m) for m in cast) or "shore" in asked.features):
        near = ASHORE
    given = near or EMPTY_PLACE
    shown = {given, *facts("place", given, "ALSO")}
    shown |= {*facts("place", given, "ALSO_IN_SNOW")} if snow else set()
    shown |= {*facts("place", given, "ALSO_AT_NIGHT")} if dark else set()
    if near is None:
        reason = f"no {spoken(asked.kind)} can be staged yet, nor anything near it: an empty {spoken(given)} stands in"
        gaps.append(Gap("place.kind", "unstaged", reason))
    elif given == BELOW and asked.kind not in shown and stand_in_place(asked.kind) in AFLOAT:
        gaps.append(
            Gap("place.kind", "approximated", f"who swims in the {spoken(asked.kind)} is shown under its surface")
        )
    elif visited:
        gaps.append(Gap("place.kind", "approximated", "who is with animals of an aquarium is shown in their water"))
    elif asked.kind not in shown:
        reason = f"no {spoken(asked.kind)} can be staged yet; the nearest place is {spoken(given)}"
        gaps.append(Gap("place.kind", "approximated", reason))
    if asked.region is not None and asked.region not in facts("place", given, "REGIONS"):
        gaps.append(Gap("place.region", "unstaged", f"a place can have no marks of {spoken(asked.region)} yet"))
    has = {
        *facts("place", given, "FEATURES"),
        *shown,
        *concepts.ancestors("place", given),
        *(("outdoors", *sights()) if outdoors(given) else ("indoors",)),
    }
    for n, feature in enumerate(asked.features):
        if has.isdisjoint((feature, f"{feature}s")):
            gaps.append(Gap(f"place.features.{n}", "unstaged", f"no {spoken(feature)} can be staged in this place yet"))
    season = asked.season
    if given == "snow_valley" and season is None and asked.ground is None and asked.kind != "snow_valley":
        # a forest without a word of snow is green, unless people are dressed for winter
        warm = any(g.kind in WARM_CLOTHES for member in cast for g in member.wardrobe)
        season = "winter" if snow or warm else "summer"
    features = tuple(f for f in asked.features if not has.isdisjoint((f, f"{f}s")))
    region = asked.region if asked.region in facts("place", given, "REGIONS") else None
    return asked.model_copy(update={"kind": given, "region": region, "season": season, "features": features})


def lies_there(kind: str, place: str) -> bool:
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


def outdoors(place: str) -> bool:
    return "indoors" not in concepts.ancestors("place", place)


def with_sights(place: Place, shot: Shot) -> Place:
    """The place with what the text has in its sky, whether it speaks of a thing or of a mark of the place."""
    asked = [m.kind for m in shot.cast if m.kind in sights() and outdoors(place.kind)]
    asked += [m.kind for m in shot.cast if m.kind in facts("place", place.kind, "LANDMARKS")]
    return place.model_copy(update={"features": tuple(dict.fromkeys((*place.features, *asked)))}) if asked else place


def _walks(member: Member) -> bool:
    """Whether somebody needs ground under their feet."""
    return is_person(member.kind) and (member.relation is None or member.relation.kind not in ("on", "inside"))


def nearest_time(shot: Shot, place: str, gaps: list[Gap]) -> str:
    asked, shown = shot.light.time, facts("place", place, "TIMES")
    if asked in shown or not shown:
        return asked
    hour = CLOCK.index(asked) if asked in CLOCK else 0
    given = min(shown, key=lambda name: abs(CLOCK.index(name) - hour) if name in CLOCK else len(CLOCK))
    reason = f"{spoken(place)} cannot be shown at {spoken(asked)} yet; {spoken(given)} is the nearest"
    gaps.append(Gap("light.time", "approximated", reason))
    return given


def nearest_weather(asked: Weather, place: str, gaps: list[Gap]) -> Weather:
    shown = facts("place", place, "WEATHERS")
    like = facts("weather", asked.kind, "LIKE")
    seen = outdoors(place) or "windows" in facts("place", place, "FEATURES")
    if asked.kind in shown or not shown or (seen and any(name in shown for name in like)):
        return asked
    given = next((name for name in NEAR_WEATHER.get(asked.kind, ()) if name in shown), shown[0])
    reason = f"{spoken(place)} cannot be shown with {spoken(asked.kind)} yet; {spoken(given)} is the nearest"
    gaps.append(Gap("weather.kind", "approximated", reason))
    return asked.model_copy(update={"kind": given})
