"""Hair and beards: on the scalp, out of the eyes, under the hat; they swing, and can be asked for."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.figure import beard, morph
from filmwright.content.figure.body import Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.strands import tucked
from filmwright.content.figure.swing import swung
from filmwright.content.kinds import Piece, Swing
from filmwright.errors import UnknownName
from filmwright.reading import check
from filmwright.reading.read import read
from filmwright.scene.nodes import Strands
from filmwright.spec.shot import Hair

STYLES = registry.names("filmwright.content.hair")
GROWN = [style for style in STYLES if style != "bald"]
MOST = 16_000  # strands of a head: what long hair and its flyaways have had from the first, and half as much again
MOST_POINTS = 260_000


@cache
def body(kind: str) -> Body:
    gender, age, height = {"woman": (0.0, 30.0, 1.68), "man": (1.0, 45.0, 1.80), "girl": (0.0, 7.0, 1.22)}[kind]
    return morph.body(gender, age, height)


@cache
def grown(style: str, kind: str, length: str | None = "long", seed: int = 3) -> Piece:
    module = registry.find("filmwright.content.hair", style)
    made: Piece = module.build(body(kind), Hair(style=style, color="black", length=length), np.random.default_rng(seed))
    return made


def strands(piece: Piece) -> list[np.ndarray]:
    return [np.asarray(n.points, float) for n in piece.nodes if isinstance(n, Strands) and "band" not in n.name]


def points(piece: Piece) -> np.ndarray:
    return np.concatenate([s.reshape(-1, 3) for s in strands(piece)])


def before_the_eyes(face: Face, at: np.ndarray) -> np.ndarray:
    a, b = np.abs(at[:, 0]) / face.u, (at[:, 2] - face.middle[2]) / face.u
    return np.asarray((a < 0.85) & (np.abs(b) < 0.22) & (at[:, 1] < face.middle[1] + 0.2 * face.u))


@pytest.mark.parametrize("style", GROWN)
@pytest.mark.parametrize("kind", ["woman", "man", "girl"])
def test_hair_grows_on_the_scalp_and_not_before_the_eyes(style: str, kind: str) -> None:
    piece, face = grown(style, kind), landmarks(body(kind))
    still = [s for n, s in zip(piece.nodes, strands(piece)) if len(s) > 600]
    first = np.concatenate([s[:, 0] for s in still])
    skin = cKDTree(body(kind).points[:13380])
    assert (skin.query(first)[0] < 0.02).mean() > 0.5, "roots are on the skin"
    assert (first[:, 2] > face.mouth[2] - 1.4 * face.u).mean() > 0.7
    assert before_the_eyes(face, points(piece)).mean() < 0.001


@pytest.mark.parametrize("style", GROWN)
def test_a_head_of_hair_costs_no_more_than_any_other(style: str) -> None:
    piece = grown(style, "woman")
    assert sum(len(s) for s in strands(piece)) <= MOST
    assert len(points(piece)) <= MOST_POINTS


def test_a_bald_head_has_none() -> None:
    assert not grown("bald", "man").nodes


def test_hair_reaches_as_far_as_its_style_says() -> None:
    face, neck = landmarks(body("woman")), body("woman").marks["neck"]
    top = body("woman").marks["top"]
    for style in ("long", "wavy", "ponytail", "braid", "dreadlocks"):
        assert points(grown(style, "woman"))[:, 2].min() < neck, style
    bob = points(grown("bob", "woman", "medium"))
    assert neck < np.quantile(bob[:, 2], 0.02) < face.mouth[2]
    for style in ("crew_cut", "shaved"):
        assert points(grown(style, "woman"))[:, 2].max() < top + 0.02, style
    for style in ("afro", "mohawk"):
        assert points(grown(style, "woman"))[:, 2].max() > top + 0.06, style
    wreath = points(grown("tonsure", "man"))
    assert wreath[:, 2].max() < body("man").marks["top"] - 0.03, "the crown is bald"


def test_pigtails_hang_at_both_sides() -> None:
    low = points(grown("pigtails", "girl"))
    low = low[low[:, 2] < landmarks(body("girl")).mouth[2]]
    left, right = (low[:, 0] > 0.03).mean(), (low[:, 0] < -0.03).mean()
    assert left > 0.3 and right > 0.3


@pytest.mark.parametrize("style", GROWN)
def test_hair_stays_under_a_hat(style: str) -> None:
    own = body("woman")
    rim = own.marks["eyes"] + 0.5 * (own.marks["top"] - own.marks["eyes"])
    covered = np.zeros(len(own.points), bool)
    covered[:13380] = own.points[:13380, 2] > rim
    hatted = tucked(grown(style, "woman"), own, covered, own.marks["eyes"])
    assert points(hatted)[:, 2].max() < rim + 0.012
    if style in ("long", "wavy", "dreadlocks", "braid"):
        bare = points(grown(style, "woman"))
        low = own.marks["neck"]
        assert (points(hatted)[:, 2] < low).sum() > 0.7 * (bare[:, 2] < low).sum(), "what hangs out still hangs"


def turning(frames: int, step_s: float) -> tuple[np.ndarray, np.ndarray]:
    """Places and turns of a head that looks from side to side and goes ahead."""
    t = np.arange(frames) * step_s
    turn = Rotation.from_rotvec(np.outer(0.5 * np.sin(2.5 * t), [0.0, 0.0, 1.0]))
    return np.column_stack([0.02 * np.sin(6 * t), -1.4 * t, 0 * t]), turn.as_quat(scalar_first=True)


TAIL = Swing(pivot=(0.0, 0.1, 1.6), length_m=0.25, most_rad=0.5, away=(0.0, 1.0), hang=0.8)
LOOSE = Swing(pivot=(0.0, 0.02, 1.6), length_m=0.35, most_rad=0.08, hang=0.2, twist=0.35)


def lag(swing: Swing, frames: int, step_s: float) -> np.ndarray:
    places, turns = turning(frames, step_s)
    moved = swung(places, turns, swing, step_s)[1]
    own = Rotation.from_quat(turns, scalar_first=True).inv() * Rotation.from_quat(moved, scalar_first=True)
    return np.asarray(own.as_rotvec())


@pytest.mark.parametrize("swing", [TAIL, LOOSE])
def test_hair_lags_behind_a_head_that_turns_and_stays_on_it(swing: Swing) -> None:
    angle = np.linalg.norm(lag(swing, 96, 1 / 24), axis=1)
    assert 0.01 < angle.max() < swing.most_rad * 1.5
    places, turns = turning(96, 1 / 24)
    moved, own = swung(places, turns, swing, 1 / 24)
    at = [Rotation.from_quat(r, scalar_first=True).apply(swing.pivot) + p for p, r in ((places, turns), (moved, own))]
    assert np.abs(at[0] - at[1]).max() < 1e-9, "it hangs from its pivot"


def test_hair_is_still_where_the_head_is() -> None:
    places, turns = np.zeros((48, 3)), np.tile([1.0, 0.0, 0.0, 0.0], (48, 1))
    moved, own = swung(places, turns, TAIL, 1 / 24)
    assert np.abs(moved).max() < 1e-9 and np.abs(own - turns).max() < 1e-9


def test_how_hair_swings_does_not_depend_on_what_comes_later() -> None:
    assert lag(TAIL, 96, 1 / 24)[:60] == pytest.approx(lag(TAIL, 62, 1 / 24)[:60], abs=0.01)


def test_hair_swings_alike_at_any_rate_of_frames() -> None:
    assert lag(TAIL, 96, 1 / 24)[30:90] == pytest.approx(lag(TAIL, 192, 1 / 48)[60:180:2], abs=0.03)


def test_a_time_lapse_shows_no_swing() -> None:
    places, turns = turning(24, 1.0)
    assert swung(places, turns, TAIL, 1.0)[1] is turns


@pytest.mark.parametrize("style", ["long", "wavy", "ponytail", "braid", "pigtails", "bob", "dreadlocks"])
def test_hair_that_hangs_swings(style: str) -> None:
    piece = grown(style, "woman")
    assert piece.swings.keys() <= piece.on_bone.keys() == {n.name for n in piece.nodes}
    hanging = [
        n for n in piece.nodes if isinstance(n, Strands) and n.points[..., 2].min() < body("woman").marks["neck"] + 0.06
    ]
    assert hanging and all(n.name in piece.swings for n in hanging)


@cache
def bearded(kind: str) -> np.ndarray:
    own = body("man")
    made = beard.build(own, landmarks(own), Hair(color="brown", beard=kind), np.random.default_rng(3))
    return points(made)


@pytest.mark.parametrize("kind", check.BEARDS)
def test_a_beard_is_on_the_lower_face(kind: str) -> None:
    face, at = landmarks(body("man")), bearded(kind)
    assert np.quantile(at[:, 2], 0.99) < face.middle[2] + 0.1 * face.u
    assert not before_the_eyes(face, at).any()
    mouth = (np.abs(at[:, 0]) < 0.3 * face.u) & (np.abs(at[:, 2] - face.mouth[2]) < 0.03 * face.u)
    assert mouth.mean() < 0.03, "the mouth is free"


def test_beards_differ_in_where_they_grow_and_how_far_they_reach() -> None:
    face = landmarks(body("man"))
    reach = {kind: face.mouth[2] - bearded(kind)[:, 2].min() for kind in check.BEARDS}
    assert reach["moustache"] < 0.4 * face.u
    assert reach["stubble"] < reach["short"] < reach["full"] < 0.10 < 0.14 < reach["long"]
    wide = {kind: np.abs(bearded(kind)[:, 0]).max() for kind in check.BEARDS}
    assert wide["goatee"] < 0.75 * wide["full"]


def test_a_kind_of_beard_that_nobody_cuts_is_an_error() -> None:
    assert set(check.BEARDS) == set(beard.CUTS)
    own = body("man")
    with pytest.raises(UnknownName):
        beard.build(own, landmarks(own), Hair(beard="forked"), np.random.default_rng(1))


@pytest.mark.parametrize(
    ("prompt", "hair"),
    [
        ("a woman with a blonde ponytail", {"color": "blond", "style": "ponytail"}),
        ("a woman with a black ponytail walks", {"color": "black", "style": "ponytail"}),
        ("a bald man with a grey beard", {"color": "gray", "length": "bald", "beard": True}),
        ("an old man with a moustache", {"beard": "moustache"}),
        ("a girl with pigtails", {"style": "pigtails"}),
        ("a girl with two red pigtails", {"color": "red", "style": "pigtails"}),
        ("a man with an afro", {"style": "afro"}),
        ("a woman with blue hair", {"color": "blue"}),
        ("a man with a long white beard", {"color": "white", "beard": "long"}),
        ("a man with a short beard", {"beard": "short"}),
        ("an unshaven man", {"beard": "stubble"}),
        ("a clean-shaven man", {"beard": False}),
        ("a man without a beard", {"beard": False}),
        ("a man with a goatee and a black hat", {"beard": "goatee"}),
        ("a woman with her black hair in a bob", {"color": "black", "style": "bob"}),
        ("a woman with wavy red hair in a bun", {"color": "red", "style": "bun"}),
        ("a balding man with a fringe of white hair", {"color": "white", "style": "tonsure"}),
        ("a ponytailed girl runs", {"style": "ponytail"}),
        ("a man with a shaved head", {"style": "shaved"}),
        ("Une femme avec une queue de cheval blonde", {"color": "blond", "style": "ponytail"}),
        ("Un homme avec une moustache noire", {"color": "black", "beard": "moustache"}),
        ("Eine Frau mit einem blonden Pferdeschwanz", {"color": "blond", "style": "ponytail"}),
        ("Una mujer con una coleta rubia", {"color": "blond", "style": "ponytail"}),
    ],
)
def test_hair_and_beards_can_be_asked_for(prompt: str, hair: dict[str, object]) -> None:
    film, _ = read(prompt)
    own = film.shots[0].cast[0].hair
    assert own is not None
    assert {k: v for k, v in own.model_dump().items() if v is not None} == hair


def test_hair_is_that_of_whom_was_named_last() -> None:
    film, _ = read("A woman with wavy red hair and a girl with her hair in a braid stand in a park")
    assert [m.hair.style for m in film.shots[0].cast if m.hair] == ["wavy", "braid"]


def test_a_bun_on_a_plate_is_no_hair() -> None:
    film, _ = read("a woman eats a bun")
    assert film.shots[0].cast[0].hair is None
