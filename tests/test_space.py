"""The moon, and those who walk on it: no air, the Earth in the sky, craters beside the way, a suit that closes round all of a body."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial import ConvexHull, Delaunay

from filmwright.content.environments import mars, moon
from filmwright.content.environments._craters import Craters
from filmwright.content.figure import morph, person
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment_layers import wear
from filmwright.content.figure.person import PersonParams
from filmwright.content.kinds import Piece
from filmwright.content.stageable import stageable
from filmwright.content.wardrobe import spacesuit
from filmwright.reading.read import read
from filmwright.scene.nodes import Gradient, Mesh
from filmwright.spec.shot import Garment, Hair


@pytest.fixture(scope="module")
def body() -> Body:
    return morph.body(1.0, 34.0, 1.78, 0.5)


@pytest.fixture(scope="module")
def suit(body: Body) -> Piece:
    return spacesuit.build(body, Garment(kind="spacesuit"), np.random.default_rng(5))


def mesh(piece: Piece, name: str) -> Mesh:
    found = next(n for n in piece.nodes if n.name == f"spacesuit {name}".strip())
    assert isinstance(found, Mesh)
    return found


def test_the_sky_of_the_moon_is_black_and_nothing_veils_its_mountains() -> None:
    setting = moon.build(moon.Params())
    assert setting.haze is None
    assert isinstance(setting.world, Gradient)
    assert all(max(color) == 0 for _, color in setting.world.stops)


def test_the_earth_stands_over_the_mountains_before_the_camera() -> None:
    setting = moon.build(moon.Params())
    eye = np.asarray(setting.marks[0].position) - [0, 9, -1.4]
    nodes = {n.name: np.asarray(n.points, float) - eye for n in setting.nodes if isinstance(n, Mesh)}
    up = {name: np.arctan2(p[:, 2], np.hypot(p[:, 0], p[:, 1])) for name, p in nodes.items()}
    aside = {name: np.arctan2(p[:, 0], p[:, 1]) for name, p in nodes.items()}
    earth = aside["earth"]
    below = (aside["ground"] > earth.min()) & (aside["ground"] < earth.max()) & (nodes["ground"][:, 1] > 20)
    assert up["earth"].min() > up["ground"][below].max()
    assert np.abs(earth).max() < 0.45  # half of what a 35 mm lens sees


@pytest.mark.parametrize("seed", [1, 7, 4321])
def test_no_crater_lies_in_the_way(seed: int) -> None:
    along = np.linspace(-20.0, 34.0, 900)
    assert np.abs(np.diff(Craters(seed).height(np.zeros_like(along), along))).max() < 0.03


def test_there_are_craters_of_all_sizes() -> None:
    x, y = np.meshgrid(np.linspace(-300, 300, 601), np.linspace(-300, 300, 601))
    height = Craters(7).height(x, y)
    assert height.min() < -8.0
    small = height[280:320, 310:330]
    assert small.min() < -0.03


@pytest.mark.parametrize("place", [moon, mars])
def test_two_builds_of_an_alien_place_are_equal(place: object) -> None:
    first, again = (place.build(place.Params()) for _ in range(2))  # type: ignore[attr-defined]
    for a, b in zip(first.nodes, again.nodes, strict=True):
        if isinstance(a, Mesh):
            assert np.array_equal(a.points, b.points)


def test_a_spacesuit_closes_round_all_of_a_body(body: Body, suit: Piece) -> None:
    assert suit.covered is not None and suit.covered.all()
    assert suit.sole_m > 0.03
    head = body.points[np.unique(body.faces["body"])]
    head = head[head[:, 2] > body.marks["neck"] + 0.08]
    closed = np.concatenate([mesh(suit, "helmet").points, mesh(suit, "visor").points]).astype(float)
    hull = Delaunay(closed[ConvexHull(closed).vertices])
    assert (hull.find_simplex(head) >= 0).all()


def test_nothing_is_seen_of_what_is_worn_with_a_spacesuit(body: Body) -> None:
    worn = wear(body, (Garment(kind="hat"), Garment(kind="spacesuit"), Garment(kind="boots")), 3)
    assert [piece.nodes[0].name for piece in worn] == ["spacesuit"]


def test_hair_stays_in_the_helmet() -> None:
    params = PersonParams(
        gender=0.0, age_years=30.0, height_m=1.68, tone=(0.5, 0.3, 0.2), eye=(0.3, 0.2, 0.1),
        hair=Hair(style="long", length="long", color="brown"), wardrobe=(Garment(kind="spacesuit"),), seed=4,
    )  # fmt: skip
    assert {n.name.split(" ")[0] for piece in person.build(params).pieces for n in piece.nodes} == {"spacesuit"}


@pytest.mark.parametrize(
    "text",
    [
        "An astronaut walks on the moon",
        "Ein Astronaut geht auf dem Mond",
        "Un astronaute marche sur la lune",
        "Un astronauta camina en la luna",
    ],
)
def test_an_astronaut_wears_a_spacesuit_without_a_word(text: str) -> None:
    film, _ = read(text)
    staged = stageable(film.shots[0], film.seed)
    assert staged.shot.place.kind == "moon"
    assert [g.kind for g in staged.shot.cast[0].wardrobe] == ["spacesuit"]
    assert not staged.gaps


def test_what_the_text_says_an_astronaut_wears_is_worn() -> None:
    film, _ = read("An astronaut in a blue jacket sits in a café")
    assert [g.kind for g in stageable(film.shots[0], 7).shot.cast[0].wardrobe] == ["jacket"]
