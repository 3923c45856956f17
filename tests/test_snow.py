"""Snow lies in winter and while it falls, in places that were made for it and in those that were not; never in rooms or on water."""

from __future__ import annotations

import pytest

from filmwright.content import snow
from filmwright.content.stageable import stageable
from filmwright.scene.shade import Material
from filmwright.spec.shot import Light, Place, Shot, Weather
from filmwright.staging.stage import build_set


def shot(place: str, *, season: str | None = None, weather: str = "clear") -> Shot:
    asked = Shot(
        place=Place.model_validate({"kind": place, "season": season}),
        light=Light(time="noon"),
        weather=Weather(kind=weather),
    )
    return stageable(asked, 7).shot


def is_white(material: Material) -> bool:
    return "[0.8,0.84,0.9]" in material.model_dump_json()


@pytest.mark.parametrize("place", ["farmyard", "city_street"])
def test_snow_lies_where_nobody_thought_of_it_in_winter_and_while_it_falls(place: str) -> None:
    for asked in (shot(place, season="winter"), shot(place, weather="snowfall")):
        made = build_set(asked, 7)
        ground = [m for name, m in made.materials.items() if name.startswith(("ground", "road", "pavement"))]
        assert ground and all(is_white(m) for m in ground)


def test_what_snows_is_shown_where_it_rains() -> None:
    assert shot("lake", weather="snowfall").weather.kind == "snowfall"
    assert shot("mars", weather="snowfall").weather.kind == "overcast"


def test_places_that_know_of_snow_are_left_to_themselves_and_warm_ones_have_none() -> None:
    assert not snow.lies(shot("village", season="winter"))
    assert not snow.lies(shot("savanna", season="winter"))
    assert not snow.lies(shot("farmyard", season="summer"))


def test_it_does_not_snow_on_water_or_into_rooms() -> None:
    made = build_set(shot("lake", weather="snowfall"), 7)
    assert not [name for name, m in made.materials.items() if name.startswith("water") and is_white(m)]
    room = build_set(shot("kitchen", weather="snowfall"), 7)
    assert not [m for m in room.materials.values() if is_white(m)]
    assert not [n for n in room.nodes if n.type == "native" and n.everywhere]
