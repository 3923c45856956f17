"""Changes by path: what is set is what was said, and wrong paths name the right ones."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from filmwright.errors import BadInput, UnknownName
from filmwright.reading import check
from filmwright.reading.edit import apply
from filmwright.reading.read import read
from filmwright.spec.film import Film

FILM, _ = read("A woman in a red coat walks on the beach at sunset")


def test_a_change_changes_that_field_only() -> None:
    changed = apply(FILM, ["shots.0.camera.move=orbit_left"])
    assert changed.shots[0].camera.move == "orbit_left"
    assert apply(changed, ["shots.0.camera.move=static"]) == FILM


def test_a_move_without_direction_takes_the_usual_one() -> None:
    assert apply(FILM, ["shots.0.camera.move=orbit"]).shots[0].camera.move == "orbit_left"


def test_numbers_sizes_nothing_and_json_are_understood() -> None:
    changed = apply(FILM, [
        "size=320x180", "shots.0.seconds=2.5", "shots.0.camera.focus=null", "seed=3",
        'shots.0.cast.0.wardrobe=[{"kind": "dress", "color": "#aa3322"}]',
    ])  # fmt: skip
    shot = changed.shots[0]
    assert (changed.size, shot.seconds, shot.camera.focus, changed.seed) == ((320, 180), 2.5, None, 3)
    assert shot.cast[0].wardrobe[0].color == "#aa3322"


def test_a_part_that_was_not_there_is_made() -> None:
    assert apply(FILM, ["shots.0.cast.0.hair.color=blond"]).shots[0].cast[0].hair is not None


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("shots.0.camera.mvoe=static", "move"),
        ("shots.0.camera.move=orbit_lft", "orbit_left"),
        ("shots.0.place.kind=beech", "beach"),
        ("shots.0.light.time=nigth", "night"),
        ("shots.0.cast.0.wardrobe.0.color=redd", "red"),
        ("shots.0.cast.0.wardrobe.0.kind=cot", "coat"),
        ("shots.0.cast.0.action.kind=wlak", "walk"),
        ("shots.0.camera.size=closeup", "close_up"),
        ("shot.0.seconds=2", "shots"),
        ("shots.0.camera.follow=man-1", "woman-1"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(change: str, hint: str) -> None:
    with pytest.raises(UnknownName) as refused:
        apply(FILM, [change])
    assert hint in (refused.value.hint or "")


@pytest.mark.parametrize(
    "change",
    ["nonsense", "=x", "shots.7.seconds=2", "shots.x.seconds=2", "shots.0.seconds=long", "shots.0.seconds=0", "size=641x360",
     "shots.0.seconds.x=1", "shots.0.cast.0.wardrobe.0.color.hue=3", "shots.0=null", "shots=[]", "prompt=x", "fps=0",
     "shots.0.camera=7", "shots.0.camera.lens_mm=9000"],
)  # fmt: skip
def test_a_change_that_cannot_be_made_is_refused(change: str) -> None:
    with pytest.raises(BadInput):
        apply(FILM, [change])


def test_a_name_unknown_to_the_content_is_refused_with_its_path() -> None:
    tree = FILM.model_dump(mode="json", by_alias=True)
    tree["shots"][0]["cast"][0]["wardrobe"][0]["kind"] = "togga"
    with pytest.raises(UnknownName) as refused:
        check.names(Film.model_validate(tree))
    assert refused.value.where == "shots.0.cast.0.wardrobe.0.kind"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"relation": {"kind": "beside", "to": "woman-1"}}, "relation to itself"),
        ({"id": "man-1"}, "two members of the cast are called man-1"),
    ],
)
def test_a_cast_that_contradicts_itself_is_refused(change: dict[str, object], message: str) -> None:
    film, _ = read("A woman and a man walk on the beach")
    tree = film.model_dump(mode="json", by_alias=True)
    tree["shots"][0]["cast"][0] |= change
    with pytest.raises(ValidationError, match=message):
        Film.model_validate(tree)
