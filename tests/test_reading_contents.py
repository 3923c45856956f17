"""What a director expects without being told: vessels and what is in them, dark rooms, buildings seen from outside, where people belong."""

from __future__ import annotations

import pytest

from filmwright import concepts
from filmwright.content.offers import offered
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.spec.shot import Shot


def shot(text: str) -> Shot:
    return read(text)[0].shots[0]


def staged(text: str) -> Shot:
    return stageable(shot(text), 7).shot


@pytest.mark.parametrize("name", ["dragon", "neon_sign", "sewing_machine", "pineapple", "makeup"])
def test_what_would_mislead_stands_for_nothing(name: str) -> None:
    assert concepts.nearest("thing", name, offered("thing")) in (name, None)


def test_a_drink_is_in_its_cup() -> None:
    assert [m.kind for m in shot("A cup of coffee on a wooden table").cast] == ["cup", "coffee", "table"]
    assert [m.kind for m in staged("A cup of coffee on a wooden table").cast] == ["cup"]


def test_a_dish_made_with_its_bowl_is_one_thing() -> None:
    assert [m.kind for m in staged("A bowl of ramen, close-up").cast] == ["soup"]


def test_a_steaming_cup_has_steam_over_it() -> None:
    cast = staged("A steaming cup of coffee").cast
    assert [m.kind for m in cast] == ["cup", "steam_wisp"]
    assert cast[1].relation is not None and cast[1].relation.to == cast[0].id


def test_a_dark_room_is_a_room_at_night() -> None:
    assert shot("An old man sits in a dark living room").light.time == "night"
    assert shot("A man walks in a dark forest").light.time == "dusk"
    assert shot("A man walks in a dark forest at dawn").light.time == "dawn"


def test_who_is_in_front_of_a_building_is_outside() -> None:
    assert staged("A red car in front of a diner at night").place.kind == "city_street"
    assert staged("A man sits in a diner at night").place.kind == "restaurant"
    assert staged("A girl stands in front of a church").place.kind == "village"


def test_what_is_by_a_window_is_indoors() -> None:
    assert shot("A cup on a table by a window, rain outside").place.kind == "tabletop"
    assert shot("Portrait of an old man, window light").place.kind == "living_room"


def test_a_campfire_is_not_on_a_street() -> None:
    assert shot("A man sits by a campfire at night, playing guitar").place.kind == "forest"


def test_a_waterfall_in_a_jungle_is_the_place() -> None:
    assert staged("A waterfall in a lush jungle").place.kind == "waterfall"


def test_wildlife_is_that_of_the_place() -> None:
    assert [m.kind for m in staged("Wildlife on a river").cast] == ["otter"]
    assert [m.kind for m in staged("An animal in the savanna").cast] == ["elephant"]


def test_people_are_where_they_belong() -> None:
    assert shot("A cowboy looks around").place.kind == "desert"
    assert shot("A person is wrestling").place.kind == "gym"


def test_a_room_with_a_fireplace_has_it() -> None:
    for text in ("A living room with a fireplace", "A cat sleeps on a couch in front of the fireplace"):
        made = staged(text)
        assert made.place.kind == "living_room" and "fireplace" in made.place.features
        assert "fireplace" not in [m.kind for m in made.cast]


def test_who_drives_is_seen_at_the_wheel() -> None:
    camera = staged("A man driving a car at night").camera
    assert (camera.size, camera.move, camera.follow) == ("medium", "lead", "man-1")
    assert staged("A man drives a red car").camera.size is None
