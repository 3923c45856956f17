"""Every animal, vehicle and prop: it builds, the same parameters give the same thing, its size is sane, its box stands on the ground,
and what it says of itself is there."""

from __future__ import annotations

import inspect
from functools import cache
from types import ModuleType

import numpy as np
import pytest

from filmwright import concepts, registry
from filmwright.content import offers, things
from filmwright.content.kinds import Thing
from filmwright.content.offers import facts, offered
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Strands
from filmwright.spec.shot import Member

NAMES = offered("thing")
LONGEST_M = 80.0  # a ship; what is larger is a place
MOST_FACES = 250_000


def maker(name: str) -> ModuleType:
    return registry.find(offers.package_of("thing", name), name)


@cache
def made(name: str, seed: int = 7) -> Thing:
    module = maker(name)
    thing: Thing = module.build(module.vary(np.random.default_rng(seed), Member(id=f"{name}-1", kind=name)))
    return thing


@pytest.mark.parametrize("name", NAMES)
def test_a_thing_is_a_concept_that_reading_knows(name: str) -> None:
    assert name in concepts.parents("thing")


@pytest.mark.parametrize("name", NAMES)
def test_a_thing_stands_on_the_ground_round_its_origin_and_has_a_sane_size(name: str) -> None:
    low, high = things.box(made(name).nodes)
    size = high - low
    assert 0.005 < size.max() < LONGEST_M
    assert abs(low[2]) < 0.12 * size.max() + 0.01, "it stands on z = 0"
    assert (np.abs((low + high) / 2)[:2] < 0.35 * size[:2] + 0.02).all(), "the origin is the middle of its footprint"


@pytest.mark.parametrize("name", NAMES)
def test_a_thing_is_whole(name: str) -> None:
    thing = made(name)
    assert len({n.name for n in thing.nodes}) == len(thing.nodes)
    faces = 0
    for node in thing.nodes:
        assert isinstance(node, Mesh | Strands)
        used = node.materials if isinstance(node, Mesh) else (node.material,)
        assert set(used) <= set(thing.materials), node.name
        if isinstance(node, Mesh):
            assert node.track is None and "rest" in node.point_data
            assert node.faces.max() < len(node.points)
            faces += len(node.faces)
            assert node.skin is None or node.skin.bones.max() < len(thing.bones)
    assert 20 < faces < MOST_FACES
    joined = [name for joint in thing.joints for name in joint.nodes]
    assert set(joined) <= {n.name for n in thing.nodes} and len(joined) == len(set(joined))
    for point in (thing.face, thing.top, thing.hollow):
        low, high = things.box(thing.nodes)
        assert point is None or (np.asarray(point) > low - 0.1 * (high - low) - 0.02).all()
        assert point is None or (np.asarray(point) < high + 0.1 * (high - low) + 0.02).all()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_closed_is_inside_out(name: str) -> None:
    for node in made(name).nodes:
        if isinstance(node, Mesh):
            wrong = shapes.inside_out(node.points.astype(float), node.faces.astype(np.int64))
            assert not wrong.any(), f"{node.name}: {int(wrong.sum())} faces"


def test_what_is_wound_inwards_is_turned_and_sheets_are_left_alone() -> None:
    ball = shapes.ball(1.0)
    backwards = np.where(ball.faces[:, 3:] >= 0, ball.faces[:, ::-1], ball.faces[:, [2, 1, 0, 3]])
    inward = ball._replace(faces=backwards)
    both = shapes.join([ball, inward.moved((3, 0, 0)), shapes.grid([0.0, 1.0], [0.0, 1.0], -2.0)])
    turned = shapes.outward(both)
    assert np.array_equal(turned.faces[: len(ball.faces)], ball.faces)
    normals = shapes.point_normals(turned.points, turned.faces)
    second = slice(len(ball.points), 2 * len(ball.points))
    away = turned.points[second] - [3, 0, 0]
    assert ((normals[second] * away).sum(axis=1) > 0).mean() > 0.95
    assert np.array_equal(turned.faces[-1], both.faces[-1])


@pytest.mark.parametrize("name", NAMES)
def test_the_same_parameters_give_the_same_thing_and_a_color_shows(name: str) -> None:
    module = maker(name)
    asked = Member(id=f"{name}-1", kind=name, color="blue")
    one, two = (module.build(module.vary(np.random.default_rng(3), asked)) for _ in range(2))
    assert [n.name for n in one.nodes] == [n.name for n in two.nodes]
    for first, second in zip(one.nodes, two.nodes):
        assert np.array_equal(first.points, second.points)
    assert one.materials == two.materials
    if hasattr(module, "COLOR"):
        red = module.build(module.vary(np.random.default_rng(3), asked.model_copy(update={"color": "red"})))
        assert red.materials != one.materials or red.images.keys() != one.images.keys()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_thing_says_of_itself_is_there(name: str) -> None:
    module = maker(name)
    assert module.WORDS and module.EXAMPLE and module.__doc__
    assert set(facts("thing", name, "MATERIALS")) <= set(registry.names(things.MATERIALS))
    known = set(concepts.parents("action"))
    assert {*facts("thing", name, "SPEEDS"), *facts("thing", name, "ACTIONS")} <= known
    assert set(facts("thing", name, "HOME")) <= set(concepts.parents("place")) | set(offered("place"))
    assert bool(made(name).bones) == hasattr(module, "move")
    if hasattr(module, "move"):
        assert list(inspect.signature(module.move).parameters)[:3] == ["thing", "action", "performance"]


@pytest.mark.parametrize("name", [n for n in NAMES if facts("thing", n, "MATERIALS")])
def test_every_material_a_thing_offers_can_be_built(name: str) -> None:
    module = maker(name)
    for material in facts("thing", name, "MATERIALS"):
        member = Member(id=f"{name}-1", kind=name, material=material)
        assert module.build(module.vary(np.random.default_rng(1), member)).nodes
