"""The café as data: it builds, people fit in it, the light follows the hour, and its baked light goes where it belongs."""

from __future__ import annotations

import itertools
import math
from functools import cache

import numpy as np
import pytest

from filmwright.content.environments import cafe
from filmwright.content.environments._cafe import air, lettering, light, plan
from filmwright.content.kinds import Setting
from filmwright.scene import probes, shafts
from filmwright.scene.nodes import Camera, Mesh, Native
from filmwright.scene.shade import changes, only_glows
from filmwright.scene.shapes import box
from filmwright.scene.stage import Stage, check_stage, set_fingerprint
from filmwright.spec.shot import Light, Place, Shot, Weather


@cache
def setting(time: str = "morning", weather: str = "clear", arrangement: int = 0) -> Setting:
    return cafe.build(cafe.Params(time, weather, arrangement))


def mesh(name: str, of: Setting) -> Mesh:
    return next(n for n in of.nodes if isinstance(n, Mesh) and n.name == f"cafe {name}")


def stage(of: Setting, x: float = 0.0) -> Stage:
    camera = Camera(
        locations=np.array([[x, 0, 1.1]]),
        rotations=np.array([[1, 0, 0, 0]]),
        focal_mm=np.array([35.0]),
        focus_m=np.array([3.0]),
    )
    return Stage(
        size=(64, 64), fps=24, frames=1, nodes=of.nodes, materials=of.materials, images=of.images, world=of.world,
        camera=camera, exposure=of.exposure, transport=of.transport, bake=of.bake,
    )  # fmt: skip


def shot(time: str, weather: str) -> Shot:
    return Shot(place=Place(kind="cafe"), light=Light(time=time), weather=Weather(kind=weather))


@pytest.mark.parametrize("time", ["morning", "night"])
def test_a_cafe_is_a_stage_an_engine_can_draw(time: str) -> None:
    check_stage(stage(setting(time)))


def test_all_times_and_weathers_can_be_asked_for_and_unknown_ones_find_their_nearest() -> None:
    rng = np.random.default_rng(1)
    assert all(cafe.vary(rng, shot(t, w))[:2] == (t, w) for t in cafe.TIMES for w in cafe.WEATHERS)
    assert cafe.vary(rng, shot("morning", "snowfall")).weather == "overcast"


def test_the_same_params_give_the_same_set_and_another_camera_keeps_its_bake() -> None:
    first, again = setting(), cafe.build(cafe.Params("morning", "clear", 0))
    assert set_fingerprint(stage(first)) == set_fingerprint(stage(again, x=1.0))
    assert set_fingerprint(stage(first)) != set_fingerprint(stage(setting("night")))


def test_the_marked_chair_is_free_and_its_sitter_has_room_for_the_legs() -> None:
    seat = next(m for m in setting().marks if m.kind == "seat")
    table = plan.TABLES[0]
    x, y = seat.position[:2]
    ahead = np.array([-math.sin(plan.SEAT_FACING_YAW), math.cos(plan.SEAT_FACING_YAW)])
    to_table = np.array([table.x - x, table.y - y])
    assert to_table @ ahead == pytest.approx(np.linalg.norm(to_table))  # the sitter faces the table
    gap = float(np.linalg.norm(to_table)) - table.radius
    assert 0.18 < gap < 0.30  # hips to the table's rim: a belly fits, the cup can be reached
    assert plan.TABLE_HEIGHT - seat.seat_m > 0.24  # thighs fit under the top
    wood = mesh("wood", setting()).points
    above = (np.linalg.norm(wood[:, :2] - (x, y), axis=1) < 0.16) & (wood[:, 2] > 0.5)
    assert not above.any()


def test_the_sitter_turns_three_quarters_to_the_lens_and_towards_the_windows() -> None:
    assert math.radians(25) < cafe.facing_camera_rad() < math.radians(60)
    assert -math.sin(plan.SEAT_FACING_YAW) < 0  # the windows are at -X


def test_nothing_stands_on_the_way_from_the_counter_to_the_camera() -> None:
    walk = next(m for m in setting().marks if m.kind == "stand")
    line = np.asarray(walk.path)
    assert 4.0 <= np.linalg.norm(np.diff(line, axis=0), axis=1).sum() <= 6.0
    along = np.concatenate([a + (b - a) * np.linspace(0, 1, 40)[:, None] for a, b in itertools.pairwise(line)])
    gap = np.linalg.norm(along[:, None] - setting().obstacles[None, :, :2], axis=-1) - setting().obstacles[:, 2]
    assert gap.min() > 0.35
    for name in ("wood", "marble", "iron", "ceramic"):
        points = mesh(name, setting()).points
        low = points[points[:, 2] < 1.9]
        assert np.linalg.norm(low[:, None, :2] - along[None, ::8], axis=-1).min() > 0.28, name


def test_the_camera_has_a_free_view_of_the_walker() -> None:
    walk = next(m for m in setting().marks if m.kind == "stand")
    view = np.array([-math.sin(walk.view_yaw_rad), math.cos(walk.view_yaw_rad)])
    sight = np.asarray(walk.position[:2]) - view * np.linspace(0, walk.back_m, 60)[:, None]
    assert (sight[:, 1] > plan.FRONT + 0.2).all() and (sight[:, 0] < plan.RIGHT - 0.5).all()
    gap = np.linalg.norm(sight[:, None] - setting().obstacles[None, :, :2], axis=-1) - setting().obstacles[:, 2]
    assert gap.min() > 0.3


def test_only_hours_with_a_sun_have_a_sun_and_beams() -> None:
    kinds = {t: {n.type for n in setting(t).nodes} for t in ("morning", "night")}
    assert {"lamp", "native"} <= kinds["morning"] and not {"lamp", "native"} & kinds["night"]
    assert not {"lamp", "native"} & {n.type for n in setting("noon", "overcast").nodes}


def test_at_night_the_lamps_give_more_and_the_sky_less_than_by_day() -> None:
    day, night = light.hour("morning", "clear"), light.hour("night", "clear")
    assert night.lamp_w > 3 * day.lamp_w and night.strength * max(night.sky) < 0.05 * day.strength * max(day.sky)
    dark, bright = (np.median(mesh("street", setting(t)).point_data["tint"]) for t in ("night", "morning"))
    assert dark < 0.3 * bright


def test_the_hero_is_lit_from_the_window_side_at_every_hour() -> None:
    for time in cafe.TIMES:
        for weather in cafe.WEATHERS:
            lamps = {lamp.name: lamp for lamp in light.hero_lamps(light.hour(time, weather))}
            assert lamps["window"].azimuth_rad < 0 < lamps["room"].azimuth_rad, (time, weather)


def test_rain_is_seen_only_when_it_rains() -> None:
    names = [{n.name for n in setting("noon", w).nodes} for w in ("rain", "overcast")]
    assert "cafe rain" in names[0] and "cafe rain" not in names[1]


def test_sun_falls_through_the_panes_but_not_through_piers_or_lace() -> None:
    sun = air.shafts(light.hour("morning", "clear"))
    a, b = plan.WINDOWS[3]
    start = np.array(
        [[plan.LEFT - 0.17, a + 0.45, 2.0], [plan.LEFT - 0.17, b + 0.3, 2.0], [plan.LEFT - 0.17, a + 0.45, 0.8]]
    )
    lit = shafts.sunlit(start + sun.sun * 0.8, sun)
    assert lit[0] > 0.9 and lit[1] == 0 and lit[2] == 0


def test_beams_end_at_the_surface_behind_them() -> None:
    sun = air.shafts(light.hour("morning", "clear"))
    eye, ray = np.array([0.3, -0.1, 1.1]), np.array([[-0.35, 0.93, 0.05]])
    ray /= np.linalg.norm(ray)
    short, long = (shafts.scattered(eye, ray, np.array([d]), sun)[0] for d in (2.0, 5.0))
    assert 0 <= short < long
    assert shafts.scattered(eye, ray, np.array([5.0]), sun, near_m=5.0)[0] == 0


def test_probes_leave_out_what_lies_buried_and_colors_return_to_their_corners() -> None:
    wall, picture = box((2, 0.02, 2)), box((0.4, 0.02, 0.4), center=(0, -0.012, 0))
    surfaces = [probes.Surface(s.points, s.faces, 0.6) for s in (wall, picture)]
    placed = probes.place(surfaces, np.zeros((0, 4)))
    assert len(placed.positions) < 4 * sum(len(s.faces) for s in surfaces)
    colors = probes.spread(placed, placed.normals, surfaces)
    for surface, color in zip(surfaces, colors, strict=True):
        assert color.shape == (len(surface.faces), 4, 3)
        assert np.einsum("fkc,fkc->fk", color, probes.corner_normals(surface)).min() > 0.9


def test_smoothing_takes_a_firefly_away_and_keeps_a_flat_wall_flat() -> None:
    grid = np.stack([*np.meshgrid(np.arange(20) * 0.08, np.arange(20) * 0.08), np.zeros((20, 20))], -1).reshape(-1, 3)
    placed = probes.Probes(grid, np.tile([0.0, 0.0, 1.0], (400, 1)), np.arange(400))
    value = np.ones((400, 3))
    assert np.allclose(probes.smooth(placed, value), 1.0)
    value[210] = 500.0
    assert probes.smooth(placed, value).max() < 6.0


def test_the_menu_can_be_read_as_chalk_on_slate() -> None:
    board = lettering.board(1)
    assert board.shape == (lettering.HEIGHT, lettering.WIDTH, 4)
    bright = board[..., :3].mean(-1) > 140
    assert 0.04 < bright.mean() < 0.25
    assert all(c in lettering._ALPHABET for name, price in lettering.MENU for c in name + price)


def test_a_set_is_light_enough_to_build_and_bake() -> None:
    baked = [n for n in setting().nodes if isinstance(n, Mesh) and n.baked]
    surfaces = [probes.Surface(np.asarray(m.points, float), np.asarray(m.faces, np.int64), 0.6) for m in baked]
    bake = setting().bake
    assert bake is not None
    assert len(probes.place(surfaces, bake.arrays["focus"]).positions) < 100_000
    assert sum(len(n.faces) for n in setting().nodes if isinstance(n, Mesh)) < 200_000


@pytest.mark.parametrize(("time", "weather"), [("morning", "clear"), ("morning", "rain"), ("night", "clear")])
def test_nothing_that_hides_what_is_behind_it_changes_with_time(time: str, weather: str) -> None:
    """So all of a café but its people is carried from frame to frame: steam, dust, sunbeams and rain only add light."""
    room = setting(time, weather)
    assert {name for name, m in room.materials.items() if changes(m)} == {"cafe steam", "cafe rain"}
    assert all(only_glows(m) for m in room.materials.values() if changes(m))
    for node in room.nodes:
        if isinstance(node, Native):
            assert all(only_glows(room.materials[name]) for name in node.materials)
