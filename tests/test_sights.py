"""What places can have in their sky: fireworks and smoke, asked for as things or as marks of the place."""

from __future__ import annotations

import numpy as np

from filmwright import registry
from filmwright.content import atmosphere, offers
from filmwright.content.kinds import Mark, Outdoors, Setting
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene import fireworks
from filmwright.scene.fireworks import Display
from filmwright.scene.nodes import Mesh, Native
from filmwright.scene.shade import Material, changes

SHOW = Display(seed=5, view_yaw_rad=0.3)


def field(time: str) -> Setting:
    sun = registry.find("filmwright.content.times", time).SUN
    place = Outdoors(sun, 1.2, 800.0, 0.3)
    light = atmosphere.daylight(place)
    return Setting(
        nodes=light.nodes, materials={"ground": Material()}, world=light.world, ground=lambda x, y: np.zeros_like(x),
        marks=(Mark((0.0, 8.0, 0.0), 0.3),), haze=light.haze, exposure=light.exposure, outdoors=place,
    )  # fmt: skip


def test_something_bursts_at_any_time_before_the_camera() -> None:
    ahead = np.array([-np.sin(0.3), np.cos(0.3), 0.0])
    for time_s in np.arange(0.0, 6.0, 0.5):
        made = fireworks.at(SHOW, float(time_s))
        assert len(made.faces) > 100
        assert np.isfinite(made.points).all()
        assert (made.points @ ahead > 30).all()
        assert made.points[:, 2].max() > 15


def test_fireworks_depend_on_time_alone() -> None:
    one, two = fireworks.at(SHOW, 3.2), fireworks.at(SHOW, 3.2)
    np.testing.assert_array_equal(one.points, two.points)
    assert one.data["tint"].max() > 0.5


def test_fireworks_are_rendered_where_they_are_and_do_not_make_every_frame_whole() -> None:
    shown = registry.find(offers.SIGHTS, "fireworks").show(field("night"), seed=5)
    (node,) = [n for n in shown.nodes if isinstance(n, Native)]
    assert node.goes and not node.everywhere


def test_smoke_billows_with_time_and_stands_on_the_ground() -> None:
    shown = registry.find(offers.SIGHTS, "smoke_plume").show(field("noon"), seed=5)
    (node,) = [n for n in shown.nodes if isinstance(n, Mesh)]
    assert abs(float(node.points[:, 2].min())) < 1e-5
    assert node.points[:, 2].max() > 20
    assert changes(shown.materials["smoke_plume"])


def test_fireworks_are_asked_for_in_any_words_and_seen_at_night() -> None:
    for words in ("Fireworks over a harbor", "Ein Feuerwerk über dem Hafen", "Des feux d'artifice au-dessus du port"):
        shot = read(words)[0].shots[0]
        given = stageable(shot, 0)
        assert "fireworks" in given.shot.place.features, words
        assert given.shot.light.time == "night"
        assert not [m for m in given.shot.cast if m.kind == "fireworks"]
        assert not [gap for gap in given.gaps if "fireworks" in gap.reason]


def test_a_room_has_no_fireworks() -> None:
    given = stageable(read("Fireworks in a living room")[0].shots[0], 0)
    assert "fireworks" not in given.shot.place.features
