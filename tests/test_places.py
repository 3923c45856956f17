"""What is particular to the railway station, the bridge, the highway, the banks of the Seine and outer space."""

from __future__ import annotations

import math

import numpy as np
import pytest

from filmwright.content.environments import _skyline, _traffic, bridge, highway, outer_space, seine, train_station
from filmwright.content.environments._station import line
from filmwright.content.props import eiffel_tower
from filmwright.content.stageable import stageable
from filmwright.content.things import asked, box
from filmwright.content.vehicles import train
from filmwright.reading.read import read
from filmwright.scene.nodes import Gradient, Mesh
from filmwright.spec.shot import Member
from filmwright.staging.place import choose_mark
from filmwright.staging.postures import stands_on


@pytest.mark.parametrize("build", [train_station.build, bridge.build])
def test_a_train_finds_a_track(build) -> None:  # type: ignore[no-untyped-def]
    params = train_station.Params() if build is train_station.build else bridge.Params()
    mark = choose_mark(build(params), stands_on(Member(id="train-1", kind="train")))
    assert mark.kind == "track"
    assert len({x for x, _ in mark.path}) == 1


def test_the_rails_of_a_train_lie_on_those_of_the_station() -> None:
    rails = next(n for n in train.build(train.Params((0.5, 0.0, 0.0), 1.0, 3)).nodes if n.name == "train rails")
    top = float(np.asarray(rails.points)[:, 2].max()) + line.ORIGIN_Z  # type: ignore[union-attr]
    assert abs(top - line.RAIL_Z) < 0.02


def test_traffic_is_where_it_is_at_a_time_whatever_else_is_asked_for() -> None:
    lanes = highway.LANES
    whole = _traffic.moving(7, lanes, np.array([0.0, 1.0, 2.0]), 3.0)
    later = _traffic.moving(7, lanes, np.array([2.0]), 3.0)
    assert len(whole) == len(later) > 60
    for a, b in zip(whole, later, strict=True):
        assert isinstance(a, Mesh) and isinstance(b, Mesh) and a.track is not None and b.track is not None
        np.testing.assert_allclose(a.track.locations[2], b.track.locations[0])


def test_no_car_drives_through_the_one_before() -> None:
    spots = [
        n.track.locations[0]
        for n in _traffic.moving(7, highway.LANES, np.zeros(1), 3.0)
        if isinstance(n, Mesh) and n.track
    ]
    for lane in highway.LANES:
        along = np.sort([y for x, y, _ in spots if abs(x - lane.x) < 1.0])
        assert np.diff(along).min() > 12.5


def test_the_lane_of_the_hero_is_free() -> None:
    assert all(abs(lane.x - highway.HERO_X) > 3.0 for lane in highway.LANES)
    assert all(abs(lane.x - bridge.HERO_X) > 3.0 for lane in bridge.LANES)


def test_the_eiffel_tower_stands_in_its_place_once() -> None:
    film, _ = read("A boat sailing leisurely along the Seine River with the Eiffel Tower in background")
    staged = stageable(film.shots[0], 7)
    assert staged.shot.place.kind == "seine"
    assert [m.kind for m in staged.shot.cast] == ["boat"]
    assert not [g for g in staged.gaps if g.path.startswith("place")]


def test_the_eiffel_tower_is_as_slender_as_the_real_one() -> None:
    thing = eiffel_tower.build(
        asked(np.random.default_rng(1), Member(id="tower-1", kind="eiffel_tower"), eiffel_tower.COLOR)
    )
    low, high = box(thing.nodes)
    assert abs((high - low)[2] - eiffel_tower.HIGH_M) < 0.5
    assert 2.4 < (high - low)[2] / (high - low)[0] < 2.8  # 330 m over 125 m
    assert abs(low[2]) < 0.5


def test_the_top_of_the_tower_can_be_in_the_picture() -> None:
    """Seen from the quay it rises less than a lens of 35 mm sees over the horizon."""
    tower = next(n for n in seine.build(seine.Params()).nodes if n.name == "tower")
    top = np.asarray(tower.points)[np.asarray(tower.points)[:, 2].argmax()]  # type: ignore[union-attr]
    assert math.degrees(math.atan2(top[2], math.hypot(top[0], top[1]))) < 13.5


def test_a_bridge_one_is_on_is_the_place() -> None:
    for text in ("A man stands on a bridge", "A train crossing over a tall bridge"):
        assert read(text)[0].shots[0].place.kind == "bridge"


def test_space_is_black_and_has_the_earth_below() -> None:
    setting = outer_space.build(outer_space.Params())
    assert isinstance(setting.world, Gradient) and all(max(color) == 0 for _, color in setting.world.stops)
    earth = np.asarray(next(n for n in setting.nodes if n.name == "earth").points)  # type: ignore[union-attr]
    assert earth[:, 2].max() < 0.0
    assert setting.haze is None


def test_high_rises_have_walls_with_windows_and_closed_tops() -> None:
    tower = _skyline.plain(np.random.default_rng(3), 120.0)
    assert (tower.data["roof"] > 0).any() and (tower.data["roof"] == 0).any()
    assert 120.0 <= tower.points[:, 2].max() < 175.0
    assert np.ptp(tower.data["wall"][:, 1]) > 100.0
