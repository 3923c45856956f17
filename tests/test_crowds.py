"""Crowds: read as many, staged as extras who keep apart, stand on the ground and leave the subject to be seen."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from filmwright.content.figure.coarse import coarse, triangles
from filmwright.content.stageable import stageable
from filmwright.engines.sketch import mesh_points
from filmwright.reading.read import read
from filmwright.scene.lens import lens_at
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.shapes import ball
from filmwright.scene.skinning import posed
from filmwright.scene.stage import Stage
from filmwright.settings import load
from filmwright.staging.extras import NAME
from filmwright.staging.headcount import CROWD, crowds, individuals
from filmwright.staging.stage import build_set, stage_shot

BUSY = "A man walks through a busy street"


@cache
def staged(prompt: str) -> Stage:
    film, _ = read(prompt, seconds=0.5, size=(320, 180))
    return stage_shot(film, 0, load().cache).stage


def extras_of(stage: Stage) -> tuple[Mesh, Rig]:
    mesh = next(n for n in stage.nodes if isinstance(n, Mesh) and n.name == NAME)
    rig = next(n for n in stage.nodes if isinstance(n, Rig) and n.name == f"{NAME} rig")
    return mesh, rig


def hips(rig: Rig, frame: int) -> np.ndarray:
    """Where the extras are on the ground (n, 2), told from how their pelvis has moved."""
    hip = np.array([0.0, 0.0, 0.95])
    found = []
    for k, name in enumerate(rig.bones):
        if name.endswith(" pelvis"):
            w, *v = (float(x) for x in rig.rotations[frame, k])
            turned = hip + 2 * np.cross(v, np.cross(v, hip) + w * hip)
            found.append((turned + rig.locations[frame, k])[:2])
    return np.array(found)


@pytest.mark.parametrize(
    ("prompt", "least"),
    [
        ("a crowd of people", 50),
        ("fifty people", 50),
        ("a crowded market", 30),
        ("a cheering concert crowd", 50),
        ("a group of 20 dancers", 20),
        ("an audience", 30),
        ("soldiers marching in rows", 20),
        ("hundreds of people in a park", 100),
        ("People walk by in the background", 10),
    ],
)
def test_many_people_are_read_as_many(prompt: str, least: int) -> None:
    assert max(m.count for m in read(prompt)[0].shots[0].cast) >= least


def test_a_busy_street_is_full_of_people_and_a_busy_chef_is_alone() -> None:
    street = read(BUSY)[0].shots[0].cast
    assert [(m.kind, m.count > 20) for m in street] == [("man", False), ("crowd", True)]
    assert [m.count for m in read("A busy chef in a kitchen")[0].shots[0].cast] == [1]


def test_whom_the_shot_is_about_is_of_the_cast_and_the_rest_are_extras() -> None:
    film, _ = read(BUSY)
    cast = stageable(film.shots[0], 7).shot.cast
    assert [m.id for m in individuals(cast)] == ["man-1"]
    assert sum(n for _, n in crowds(cast)) == 40
    cast = stageable(read("a crowd of people")[0].shots[0], 7).shot.cast
    few = individuals(cast)
    assert 0 < len(few) <= CROWD and len(few) + sum(n for _, n in crowds(cast)) == 60


def test_where_no_crowd_can_stand_the_ledger_says_so() -> None:
    film, _ = read("a cup on a table, a man and a crowd of people, tabletop")
    shot = film.shots[0].model_copy(update={"place": film.shots[0].place.model_copy(update={"kind": "tabletop"})})
    reasons = [gap.reason for gap in stageable(shot, 7).gaps]
    assert any("no room for a crowd" in reason for reason in reasons)


def test_a_street_with_passers_by_of_its_own_keeps_them() -> None:
    shot = stageable(read("A woman walks through a crowd in a neon street at night")[0].shots[0], 7).shot
    assert not crowds(shot.cast)


def test_extras_keep_apart_and_clear_of_the_cast() -> None:
    stage = staged(BUSY)
    _, rig = extras_of(stage)
    for frame in (0, stage.frames - 1):
        spots = hips(rig, frame)
        assert len(spots) > 25
        gaps = np.linalg.norm(spots[:, None] - spots[None], axis=2) + 9 * np.eye(len(spots))
        assert gaps.min() > 0.4
        hero = next(n for n in stage.nodes if isinstance(n, Rig) and n.cast == "man-1")
        assert np.linalg.norm(spots - hips(hero.model_copy(update={"bones": _named(hero)}), frame), axis=1).min() > 0.7


def _named(rig: Rig) -> tuple[str, ...]:
    return tuple(f"0 {bone}" for bone in rig.bones)


def test_extras_stand_on_the_ground() -> None:
    stage = staged(BUSY)
    mesh, rig = extras_of(stage)
    film, _ = read(BUSY, seconds=0.5, size=(320, 180))
    setting = build_set(stageable(film.shots[0], film.seed).shot, film.seed, load().cache)
    points = posed(mesh.points, mesh.skin, rig, 3)
    over = points[:, 2] - setting.ground(points[:, 0], points[:, 1])
    assert over.min() > -0.08
    owner = np.array([int(name.split()[0]) for name in rig.bones])[mesh.skin.bones[:, 0]]
    lowest = np.array([over[owner == k].min() for k in np.unique(owner)])
    assert np.abs(lowest).max() < 0.12, "nobody floats"


def test_nobody_of_a_crowd_stands_before_its_subject() -> None:
    stage = staged("A woman stands in a crowded park")
    _, rig = extras_of(stage)
    hero = next(n for n in stage.nodes if isinstance(n, Rig) and n.cast == "woman-1")
    lens = lens_at(stage.camera, 0, stage.size)
    spots = np.column_stack([hips(rig, 0), np.full(len(hips(rig, 0)), 1.0)])
    own = np.append(hips(hero.model_copy(update={"bones": _named(hero)}), 0)[0], 1.0)
    x, _, depth = lens.project(spots)
    middle, _, far = lens.project(own[None])
    half = 0.3 * lens.focal / depth
    assert not ((depth < far[0]) & (np.abs(x - middle[0]) < half)).any()


def test_extras_do_what_the_text_says() -> None:
    stage = staged("A crowd cheers on the beach")
    _, rig = extras_of(stage)
    hands = [k for k, name in enumerate(rig.bones) if name.endswith(" hand_r")]
    rest = np.array([-0.6, 0.0, 0.9])
    high = 0
    for k in hands:
        w, *v = (float(x) for x in rig.rotations[0, k])
        turned = rest + 2 * np.cross(v, np.cross(v, rest) + w * rest)
        high += bool((turned + rig.locations[0, k])[2] > 1.25)
    assert high > 0.3 * len(hands), "hands are up"


def test_extras_differ_in_their_clothes_skin_and_hair() -> None:
    mesh, _ = extras_of(staged(BUSY))
    assert len(np.unique(np.round(mesh.point_data["paint"], 2), axis=0)) > 100


def test_a_coarse_mesh_keeps_the_form_with_fewer_points() -> None:
    sphere = ball(1.0, sides=64, levels=32)
    kept, tri = coarse(sphere.points, sphere.faces, 0.3)
    assert len(kept) < len(sphere.points) / 8
    assert len(np.unique(tri)) == len(kept)
    points = sphere.points[kept]
    corners = points[tri]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1).sum() / 2
    assert area == pytest.approx(4 * np.pi, rel=0.1)
    assert triangles(sphere.faces).shape[1] == 3


def test_a_mesh_posed_by_numpy_is_where_the_sketch_has_it() -> None:
    mesh, rig = extras_of(staged(BUSY))
    assert posed(mesh.points, mesh.skin, rig, 5) == pytest.approx(mesh_points(mesh, {rig.name: rig}, 5), abs=1e-4)
