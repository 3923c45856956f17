"""The open sea, and what floats on it."""

from __future__ import annotations

from functools import cache

import numpy as np

from filmwright import registry
from filmwright.content.environments import ocean
from filmwright.content.kinds import Setting
from filmwright.scene import waves
from filmwright.scene.nodes import Native
from filmwright.spec.film import Film
from filmwright.spec.shot import Action, Light, Member, Place, Shot
from filmwright.staging.stage import stage_shot


@cache
def built() -> Setting:
    return ocean.build(ocean.vary(np.random.default_rng(7), Shot(place=Place(kind="ocean"), light=Light(time="noon"))))


def test_what_floats_is_told_of_the_sea_that_is_seen() -> None:
    setting = built()
    assert setting.water is not None
    node = next(n for n in setting.nodes if isinstance(n, Native))
    seen = waves.sea_at(waves.from_node(node), float(node.params["start_s"]) + 1.5).points
    near = seen[np.hypot(seen[:, 0], seen[:, 1]) < 6.0]
    told = setting.water(near[None, :, 0].astype(float), near[None, :, 1].astype(float), np.array([1.5]))[0]
    np.testing.assert_allclose(told, near[:, 2], atol=2e-3)


def test_deep_water_does_not_break() -> None:
    node = next(n for n in built().nodes if isinstance(n, Native))
    assert waves.sea_at(waves.from_node(node), 30.0).foam.max() < 0.01


def test_a_boat_heaves_and_pitches_with_the_swell() -> None:
    boat = Member(id="boat-1", kind="boat", action=Action(kind="sail"))
    shot = Shot(seconds=2.0, place=Place(kind="ocean"), light=Light(time="noon"), cast=(boat,))
    film = Film(prompt="", seed=7, shots=(shot,))
    stage = stage_shot(film, 0).stage
    hull = next(n for n in stage.nodes if n.name == "boat-1 boat hull")
    assert hull.track is not None  # type: ignore[union-attr]
    heights = np.asarray(hull.track.locations)[:, 2]  # type: ignore[union-attr]
    tilts = np.asarray(hull.track.rotations)[:, 1]  # type: ignore[union-attr]
    assert -1.5 < heights.min() < heights.max() < 1.0
    assert np.ptp(heights) > 0.02 and np.ptp(tilts) > 0.002
    draft_m = registry.find("filmwright.content.vehicles", "boat").DRAFT_M
    assert abs(heights.mean() + draft_m) < 0.6
