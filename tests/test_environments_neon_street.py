"""The neon street: its geometry, its light, its people and its letters."""

from __future__ import annotations

import numpy as np
import pytest

from filmwright.content.environments import neon_street
from filmwright.content.environments._street import crowd, ground
from filmwright.content.environments._street.canvas import CHASE, FLICKER, KERB_M, STEADY, UNIT, Canvas, Facade, bend
from filmwright.content.kinds import Setting
from filmwright.content.weathers import rain
from filmwright.scene.nodes import Camera, Gradient, Haze, Mesh, Rig
from filmwright.scene.shade import changes
from filmwright.scene.sign_light import Ambient, Lights, irradiance, merged
from filmwright.scene.stage import Stage, check_stage
from filmwright.spec.shot import Light, Place, Shot, Weather

DARK = Ambient((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 9.0)


@pytest.fixture(scope="module")
def street() -> Setting:
    return neon_street.build(neon_street.Params(seed=5))


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    return neon_street.draw(5)


def one_light(facing: tuple[float, float, float] = (0.0, -1.0, 0.0)) -> Lights:
    return Lights(np.array([[0.0, 2.0, 1.0]]), np.array([facing]), np.array([[1.0, 0.2, 0.1]]), np.array([1.0]))


def normals(mesh: Mesh) -> np.ndarray:
    p, f = mesh.points, mesh.faces
    last = np.where(f[:, 3] < 0, f[:, 2], f[:, 3])
    return np.cross(p[f[:, 2]] - p[f[:, 0]], p[last] - p[f[:, 1]])


def test_a_surface_that_faces_a_sign_is_brighter_than_one_that_looks_away() -> None:
    at = np.zeros((2, 3))
    light = irradiance(at, np.array([[0.0, 1.0, 0.0], [0.0, -1.0, 0.0]]), one_light(), DARK)
    assert light[0, 0] > 5 * light[1, 0]
    assert light[0, 0] > 4 * light[0, 1]  # and takes the sign's color


def test_nothing_is_lit_behind_a_sign() -> None:
    behind, before = np.array([[0.0, 3.5, 1.0]]), np.array([[0.0, 0.5, 1.0]])
    back = irradiance(behind, np.array([[0.0, -1.0, 0.0]]), one_light(), DARK)
    front = irradiance(before, np.array([[0.0, 1.0, 0.0]]), one_light(), DARK)
    assert front.sum() > 5 * back.sum()


def test_what_stands_in_the_way_of_the_strongest_lights_casts_a_shadow() -> None:
    lights = Lights(*(np.repeat(v, 5, 0) for v in one_light()))
    at, up = np.zeros((1, 3)), np.array([[0.0, 1.0, 0.0]])
    free = irradiance(at, up, lights, DARK, lambda o, d, r: np.zeros(len(o), bool))
    shut = irradiance(at, up, lights, DARK, lambda o, d, r: np.ones(len(o), bool))
    assert shut[0, 0] < 0.5 * free[0, 0]


def test_merging_lights_keeps_their_power() -> None:
    rng = np.random.default_rng(1)
    facing = np.eye(3)[rng.integers(3, size=200)]
    lights = Lights(rng.uniform(0, 6, (200, 3)), facing, rng.random((200, 3)), rng.random(200))
    few = merged(lights)
    assert len(few.area) < 150
    np.testing.assert_allclose((few.color * few.area[:, None]).sum(0), (lights.color * lights.area[:, None]).sum(0))


@pytest.mark.parametrize("side", [-1, 1])
def test_boxes_face_outwards_on_both_sides_of_the_street(side: int) -> None:
    canvas = Canvas()
    Facade(canvas, side, 3.0).box("wall", (0, 0, 0), (2, 1, 3), (0.5, 0.5, 0.5), cell=0.7)
    (mesh,) = canvas.meshes()
    centers = mesh.points[mesh.faces].mean(1)
    assert (((centers - mesh.points.mean(0)) * normals(mesh)).sum(1) > 0).all()
    assert UNIT.shape == (6, 4, 3)


@pytest.mark.parametrize("side", [-1, 1])
def test_panels_face_their_reader_who_reads_from_left_to_right(side: int) -> None:
    canvas = Canvas()
    f = Facade(canvas, side, 3.0)
    f.blade("sign", 0.0, (0.5, 1.5), (2.0, 3.0), (1, 1, 1))
    f.panel("screen", (0.0, 2.0), (2.0, 3.0), 0.1, (1, 1, 1))
    screen, sign = canvas.meshes()
    assert normals(sign)[0, 1] < 0  # towards the camera
    assert normals(screen)[0, 0] * side < 0  # towards the middle of the street
    assert np.corrcoef(sign.points[:, 0], sign.point_data["panel"][:, 0])[0, 1] > 0.99
    reader_right = -side * screen.points[:, 1]
    assert np.corrcoef(reader_right, screen.point_data["panel"][:, 0])[0, 1] > 0.99


def test_the_same_street_is_built_twice_and_another_seed_gives_another(street: Setting) -> None:
    again = neon_street.build(neon_street.Params(seed=5))
    other = neon_street.build(neon_street.Params(seed=6))
    walls = [next(n for n in s.nodes if n.name == "street_wall") for s in (street, again, other)]
    assert np.array_equal(walls[0].points, walls[1].points)
    assert walls[0].points.shape != walls[2].points.shape


@pytest.mark.parametrize(("time", "weather"), [("dusk", "rain"), ("noon", "fog")])
def test_a_stage_of_it_resolves_and_any_other_hour_is_taken_as_night(time: str, weather: str) -> None:
    shot = Shot(place=Place(kind="neon_street"), light=Light(time=time), weather=Weather(kind=weather))
    setting = neon_street.build(neon_street.vary(np.random.default_rng(3), shot))
    assert setting.moving is not None
    sky = neon_street.HOURS["dusk" if time == "dusk" else "night"].zenith
    assert isinstance(setting.world, Gradient) and setting.world.stops[-1][1] == sky
    camera = Camera(
        locations=np.zeros((2, 3)),
        rotations=np.tile([1.0, 0, 0, 0], (2, 1)),
        focal_mm=np.full(2, 35),
        focus_m=np.ones(2),
    )
    stage = Stage(
        size=(64, 36), fps=24, frames=2, nodes=(*setting.nodes, *setting.moving(np.arange(2) / 24, 2 / 24)), materials=setting.materials,
        world=setting.world, camera=camera, bake=setting.bake,
    )  # fmt: skip
    check_stage(stage)
    faces = sum(len(n.faces) for n in stage.nodes if isinstance(n, Mesh))
    assert 60_000 < faces < 500_000


def test_the_hero_has_a_free_way_of_fourteen_metres_towards_the_camera(street: Setting) -> None:
    mark = street.marks[0]
    path = np.array(mark.path)
    assert path[0, 1] - path[-1, 1] >= 14
    dense = np.stack([np.interp(np.linspace(0, 1, 300), np.linspace(0, 1, len(path)), path[:, k]) for k in (0, 1)], 1)
    gaps = np.linalg.norm(dense[:, None] - street.obstacles[:, :2], axis=2) - street.obstacles[:, 2]
    assert gaps.min() > 0.6
    assert np.linalg.norm(dense - np.array(mark.position[:2]), axis=1).min() < 0.05


def test_the_seat_is_on_the_bench_and_nothing_stands_before_it(street: Setting) -> None:
    seat = next(m for m in street.marks if m.kind == "seat")
    wood = next(n for n in street.nodes if n.name == "street_wall").points
    near = wood[(np.abs(wood[:, :2] - np.array(seat.position[:2])) < (0.9, 0.2)).all(1) & (wood[:, 2] < 0.7)]
    assert near[:, 2].max() == pytest.approx(seat.position[2] + seat.seat_m, abs=0.03)
    before = street.obstacles[(street.obstacles[:, 1] < seat.position[1] - 0.9) & (street.obstacles[:, 1] > 5.0)]
    assert (np.abs(before[:, 0] - seat.position[0]) > 0.5).all()


def test_the_gates_letters_are_not_crossed_by_a_street_lamp(canvas: Canvas) -> None:
    name = next(t for t in canvas.texts if t.body == "夜光通り")
    assert name.normal[1] < -0.99
    eye = np.array([0.85, 0.0, 1.2])
    for position, facing, _, _ in canvas.lights:
        if facing[2] < -0.9 and 2 < position[1] < name.center[1]:  # the street lamps look down
            crossing = eye + (name.center - eye) * (position[1] - eye[1]) / (name.center[1] - eye[1])
            half = (
                2.4 * (position[1] - eye[1]) / (name.center[1] - eye[1])
            )  # half the length of the name, seen from there
            assert abs(position[0] - crossing[0]) > half or abs(position[2] - crossing[2]) > 0.4


def test_the_pavement_stands_a_kerb_over_the_road_all_along_the_bend() -> None:
    y = np.array([0.0, 50.0, 90.0])
    assert (ground.height(bend(y), y) == 0).all()
    assert (ground.height(bend(y) + KERB_M + 0.5, y) > 0.1).all()
    assert (ground.height(bend(y) - KERB_M - 0.5, y) > 0.1).all()


def test_neon_is_thicker_far_away_and_letters_end_where_they_would_only_flicker(canvas: Canvas) -> None:
    nodes = {n.name: n for n in canvas.letters()}
    tube, far = nodes["street_letters_tube"], nodes["street_letters_far_tube"]
    assert far.params["tube_radius"] > 1.5 * tube.params["tube_radius"]
    assert max(float(n.arrays["center"][:, 1].max()) for n in nodes.values()) < 80


def test_a_tired_tube_and_running_lamps_are_on_the_street(canvas: Canvas) -> None:
    kinds = np.concatenate([m.point_data["panel"][:, 2] for m in canvas.meshes() if m.name == "street_restless_neon"])
    assert {FLICKER, CHASE} <= set(np.unique(kinds).tolist())


def test_only_what_flickers_runs_or_plays_has_a_material_that_changes(canvas: Canvas, street: Setting) -> None:
    restless = {"restless_sign", "restless_neon", "restless_letters", "screen", "steam"}
    assert {name for name, material in street.materials.items() if changes(material)} == restless
    behaviors = {m.name: m.point_data["panel"][:, 2] for m in canvas.meshes() if "panel" in m.point_data}
    behaviors |= {n.name: n.arrays["data_panel"][:, 2] for n in canvas.letters()}
    lights = {name: kinds for name, kinds in behaviors.items() if any(w in name for w in ("sign", "neon", "letters"))}
    assert any((kinds == FLICKER).any() for kinds in lights.values())
    for name, kinds in lights.items():
        assert (kinds != STEADY).all() if "restless" in name else (kinds == STEADY).all()


def test_nearly_all_signs_are_steady(canvas: Canvas) -> None:
    faces = {m.name: len(m.faces) for m in canvas.meshes()}
    assert faces["street_restless_sign"] < 0.15 * faces["street_sign"]
    assert faces["street_restless_neon"] < 0.6 * faces["street_neon"]


@pytest.mark.parametrize("seconds", [4, 30])
def test_passers_by_keep_well_behind_the_hero(street: Setting, seconds: int) -> None:
    for seed in range(4):
        for who in crowd.choose(seed, 17, float(seconds)):
            y = who.y + who.speed_m_s * np.linspace(0, seconds, 20)
            assert y.min() > street.marks[0].position[1] + 8


def posed(nodes: tuple[object, ...], frame: int) -> list[np.ndarray]:
    """The points of every passer-by at a frame, by linear blend skinning."""
    rigs = {n.name: n for n in nodes if isinstance(n, Rig)}
    out = []
    for n in nodes:
        if isinstance(n, Mesh) and n.skin is not None:
            rig = rigs[n.skin.rig]
            w, x, y, z = np.moveaxis(rig.rotations[frame].astype(float), -1, 0)
            turn = np.stack(
                [
                    np.stack([1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)], -1),
                    np.stack([2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)], -1),
                    np.stack([2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)], -1),
                ],
                -2,
            )
            moved = np.einsum("bij,nj->nbi", turn, n.points) + rig.locations[frame]
            share = np.take_along_axis(moved, n.skin.bones[..., None], 1)
            out.append((share * n.skin.weights[..., None]).sum(1))
    return out


def test_passers_by_walk_on_the_ground_and_not_in_it(street: Setting) -> None:
    assert street.moving is not None
    nodes = street.moving(np.arange(24) / 24, 1.0)
    for frame in (0, 7, 13, 20):
        for points in posed(nodes, frame):
            middle = points.mean(0)
            floor = float(ground.height(middle[:1], middle[1:2])[0])
            assert -0.06 < points[:, 2].min() - floor < 0.04
            assert 1.5 < points[:, 2].max() - floor < 2.4


def test_a_walkers_step_and_its_way_agree() -> None:
    """The foot on the ground slides less than a third of what the body travels."""
    who = crowd.choose(3, 6, 4.0)[0]._replace(x=0.0, y=10.0, speed_m_s=1.2, yaw_rad=0.0, umbrella=None)
    locations, rotations = crowd.motion(who, np.arange(48) / 24)
    shin = crowd.BONES.index("foot_l")
    sole = np.array([-crowd.HIP_X, 0.0, 0.05]) * who.scale
    w, x, y, z = rotations[:, shin].T
    column = np.stack([2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)], -1) * sole[1]
    column += np.stack([1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)], -1) * sole[0]
    column += np.stack([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)], -1) * sole[2]
    foot = locations[:, shin] + column
    down = foot[:-1, 2] < np.quantile(foot[:, 2], 0.35)
    slide = np.abs(np.diff(foot[:, 1]))[down].mean()
    assert slide < 1.2 / 24 / 3


def test_a_figure_is_a_person_in_outline() -> None:
    for who in crowd.choose(1, 12, 4.0):
        p = crowd.figure(who._replace(umbrella=None, bag="none", scale=1.0)).points

        def width(low: float, high: float, p: np.ndarray = p) -> float:
            level = p[(p[:, 2] > low) & (p[:, 2] < high)]
            return float(np.ptp(level[:, 0]))

        assert 1.7 < np.ptp(p[:, 2]) < 1.85
        assert width(1.34, 1.42) > 2.0 * width(1.60, 1.70)  # shoulders against head
        assert width(1.505, 1.54) < 0.6 * width(1.34, 1.42)  # a neck, or a collar, between them


def test_rain_over_the_street_is_seen_by_the_light_of_its_signs(street: Setting) -> None:
    wet = rain.change(street)
    drops = next(m for name, m in wet.materials.items() if name == "raindrops")
    assert min(drops.preview_color) > 0.3
    assert wet.moving is not None


def test_fog_hides_the_gate_and_leaves_the_hero() -> None:
    clear, fog = (neon_street.air(neon_street.HOURS["night"], w) for w in ("clear", "fog"))

    def veil(air: Haze, distance_m: float) -> float:
        return 1 - float(np.exp(-max(distance_m - air.start_m, 0) / air.distance_m))

    assert veil(fog, 31) > 0.6 > 0.3 > veil(clear, 31)
    assert veil(fog, 6) < 0.1


@pytest.mark.render
def test_letters_are_drawn_in_kanji_and_kept_to_their_length() -> None:
    pytest.importorskip("bpy")
    from filmwright.blender.native import text

    night, light = (text.glyph(c, "fill", 0.0, 0.0) for c in "夜光")
    assert len(night.points) > 20
    assert len(night.points) != len(light.points)  # not twice the box that stands for a missing letter
    fit, origins = text.layout([night, light, night], False, 1.5)
    assert fit == pytest.approx(1.5 / (2 * night.advance + light.advance))
    assert (np.diff(origins[:, 0]) > 0).all()
    _, below = text.layout([night, light], True, 9.0)
    assert below[1, 1] < below[0, 1] - 0.9


@pytest.mark.render
def test_a_wall_keeps_the_light_of_a_sign_from_what_is_behind_it() -> None:
    pytest.importorskip("mathutils")
    from filmwright.blender import bake_signs

    wall = Mesh(
        name="wall", points=np.array([[-2, 1, 0], [2, 1, 0], [2, 1, 3], [-2, 1, 3]], float), faces=np.array([[0, 1, 2, 3]]),
        materials=("wall",),
    )  # fmt: skip
    blocked = bake_signs.occlusion([wall])
    ways = np.array([[0.0, 1.0, 0.0], [0.0, -1.0, 0.0], [0.0, 1.0, 0.0]])
    dark = blocked(np.array([[0.0, 0.0, 1.0]] * 3), ways, np.array([5.0, 5.0, 0.5]))
    assert dark.tolist() == [True, False, False]
    where, normal = bake_signs.samples(wall)
    assert np.allclose(np.abs(normal[:, 1]), 1)
    assert (np.abs(where[:, 1] - 1) > 0.03).all()
