"""Faces: they blink, look, speak and show what they feel, and the Stage has it."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from filmwright.content.figure import choose, face_units, morph, mouth, person
from filmwright.content.figure.body import Body
from filmwright.content.figure.countenance import BLINK_S, Countenance, blinks, countenance, towards
from filmwright.content.figure.expressions import EXPRESSIONS, expression
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.face_units import HALFWAY, UNITS
from filmwright.content.figure.speech import spoken
from filmwright.content.kinds import Motion
from filmwright.errors import UnknownName
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh, Strands
from filmwright.scene.skinning import shaped
from filmwright.scene.stage import Stage
from filmwright.spec.shot import Member
from filmwright.staging import detail
from filmwright.staging.stage import stage_shot

F64 = NDArray[np.float64]
FPS = 24


@lru_cache(maxsize=8)
def body_of(sex: str, age: str, complexion: str, seed: int = 1) -> Body:
    """A body as the cast gets them."""
    member = Member(id="woman-1", kind="woman", complexion=complexion)
    p = choose.vary(np.random.default_rng(seed), member, female=sex == "female", age=age)
    return morph.body(
        p.gender,
        p.age_years,
        p.height_m,
        p.weight,
        p.muscle,
        proportions=p.proportions,
        cup=p.cup,
        ancestry=p.ancestry,
        features=p.features,
    )


def in_form(body: Body, **shares: float) -> Body:
    """The body with these shares of face units."""
    units = face_units.of(body, landmarks(body))
    points = body.points.copy()
    for unit, share in shares.items():
        points[units.rows] += share * units.deltas[UNITS.index(unit)]
    return dataclasses.replace(body, points=points)


def open_share(body: Body, *, shut: float) -> float:
    """Which share of the left eyeball's front no skin lies before, when the lid is so far shut."""
    face = landmarks(body)
    radius, eye = face.eye_radius_m, face.eye_l
    half = 4 * shut * (1 - shut)
    seen = landmarks(in_form(body, blink_l=shut, **{HALFWAY["blink_l"]: half}, squint=0.2 * shut))
    x, z = (g.ravel() * radius for g in np.meshgrid(np.linspace(-1, 1, 50), np.linspace(-0.8, 0.8, 50)))
    front, _ = seen.surface((x + eye[0]) / face.u, (z + eye[2] - face.middle[2]) / face.u)
    ball = np.hypot(x, z) < radius
    surface = -np.sqrt(np.maximum(radius**2 - x**2 - z**2, 0))
    return float(((front[:, 1] - eye[1] > surface + 0.0003) & ball).sum() / ball.sum())


@pytest.mark.parametrize(
    ("sex", "age", "complexion"),
    [("female", "adult", "light"), ("male", "adult", "dark"), ("female", "old", "medium"), ("male", "child", "tan")],
)
def test_a_lid_closes_the_whole_eye_and_goes_round_the_ball(sex: str, age: str, complexion: str) -> None:
    body = body_of(sex, age, complexion)
    rest, half, shut = (open_share(body, shut=share) for share in (0.0, 0.5, 1.0))
    assert rest > 0.15 and shut == 0.0
    assert 0.02 < half < 0.7 * rest, (
        "half a blink shows half an eye: no lid inside the ball, where it would show it all"
    )


def test_people_blink_twelve_to_eighteen_times_a_minute_and_never_in_step() -> None:
    t = np.arange(0, 600, 1 / 60)
    starts = []
    for seed in range(12):
        lid = blinks(t, seed)
        begun = np.nonzero((lid[1:] > 0.5) & (lid[:-1] <= 0.5))[0]
        assert 11.5 <= len(begun) / 10 <= 18.5
        gaps = np.diff(t[begun])
        assert gaps.std() > 0.5, "blinks come irregularly"
        assert lid.max() == pytest.approx(1.0, abs=0.01)
        # closed a little over a tenth of a second, over in a quarter
        assert (lid > 0.01).mean() * 600 / len(begun) == pytest.approx(BLINK_S, abs=0.04)
        starts.append(t[begun][0])
    assert np.ptp(starts) > 1.0


def test_a_blink_depends_on_the_worlds_time_alone() -> None:
    t = np.arange(0, 20, 1 / FPS)
    whole = countenance(t, expression("happy"), seed=5, mouth="talk")
    late = countenance(t[200:260], expression("happy"), seed=5, mouth="talk")
    np.testing.assert_allclose(late.weights, whole.weights[200:260], atol=1e-12)
    np.testing.assert_allclose(late.gaze_rad, whole.gaze_rad[200:260], atol=1e-12)


def test_eyes_are_open_when_the_still_is_taken() -> None:
    for seed in range(80):
        taken_s = 0.1 * seed
        lid = blinks(taken_s + np.linspace(-0.2, 0.2, 9), seed, taken_s=taken_s)
        assert lid.max() < 0.01


def test_a_time_lapse_shows_no_blinks() -> None:
    t = np.arange(0, 600, 2.0)
    assert countenance(t, expression("neutral"), seed=1, pace=48.0).of("blink_l").max() == 0.0


def test_eyes_jump_and_rest() -> None:
    gaze = countenance(np.arange(0, 30, 1 / FPS), expression("neutral"), seed=3).gaze_rad
    step = np.abs(np.diff(gaze[:, 0]))
    assert (step < 1e-6).mean() > 0.85, "they rest most of the time"
    assert (step > np.radians(0.5)).sum() > 15, "and jump about once a second"
    assert np.abs(gaze).max() < np.radians(8)


def test_eyes_turn_to_what_is_looked_at_as_far_as_they_can() -> None:
    t = np.full(3, 1.0)
    seen = [countenance(t, expression("neutral"), seed=1, towards_rad=np.tile([a, 0.0], (3, 1))) for a in (0.3, 1.4)]
    assert seen[0].gaze_rad[0, 0] == pytest.approx(0.3, abs=0.1)
    assert abs(seen[1].gaze_rad[0, 0]) < 0.1, "what is behind the shoulder is not squinted at"


def test_where_somebody_looks_is_told_in_the_heads_own_axes() -> None:
    body = body_of("female", "adult", "light")
    count = len(body.bones)
    still = Motion(
        body.bones, np.zeros((1, count, 3)), np.tile([1.0, 0, 0, 0], (1, count, 1)), np.zeros((1, 3)), np.zeros(1)
    )
    eyes = (body.spots["eye_l"] + body.spots["eye_r"]) / 2
    left, up = towards(body, still, eyes + np.array([[1.0, -1.0, 1.0]]))[0]
    assert left == pytest.approx(np.pi / 4) and up == pytest.approx(np.arctan(1 / np.sqrt(2)))


@pytest.mark.parametrize("kind", ["talk", "laugh", "sing"])
def test_a_mouth_opens_and_closes_while_it_speaks(kind: str) -> None:
    t = np.arange(0, 12, 1 / 48)
    jaw = spoken(t, kind, 4)["jaw"]  # type: ignore[arg-type]
    assert jaw.max() > 0.15 and jaw.min() < 0.06
    turns = int((np.diff(np.sign(np.diff(jaw))) < 0).sum()) / 12
    low, high = {"talk": (3.0, 5.5), "laugh": (3.5, 5.0), "sing": (0.4, 2.0)}[kind]
    assert low < turns < high, "openings a second"
    assert np.abs(np.diff(jaw)).max() < 0.12, "no frame jumps"


def test_speech_pauses() -> None:
    jaw = spoken(np.arange(0, 30, 1 / 48), "talk", 4)["jaw"]
    quiet = jaw < 0.02
    longest = max(len(run) for run in "".join("q" if q else " " for q in quiet).split())
    assert 0.2 < longest / 48 < 0.9


def test_nobody_talks_before_the_action_begins() -> None:
    assert max(np.abs(share).max() for share in spoken(np.array([-2.0, -1.0]), "talk", 1).values()) == 0.0


def test_an_unknown_expression_is_refused() -> None:
    with pytest.raises(UnknownName, match="happy"):
        expression("hapy")


def test_each_expression_is_another_face() -> None:
    made = {name: countenance(np.zeros(1), e, seed=1, taken_s=0.0) for name, e in EXPRESSIONS.items()}
    for name, one in made.items():
        others = [np.abs(one.weights - other.weights).max() for key, other in made.items() if key != name]
        assert min(others) > 0.15, name


def lip_corners_m(body: Body) -> float:
    """How high the corners of the mouth are over its middle."""
    face = landmarks(body_of("female", "adult", "light"))
    lips = np.nonzero((face.lips > 0.5) & (body.points[:13380, 1] < face.mouth[1] + 0.03))[0]
    at = body.points[lips] - face.mouth
    corner = np.abs(at[:, 0]) > 0.9 * np.abs(at[:, 0]).max()
    return float(at[corner, 2].mean() - at[~corner, 2].mean())


def test_a_smile_lifts_the_corners_of_the_mouth_and_grief_pulls_them_down() -> None:
    body = body_of("female", "adult", "light")

    def corners(name: str) -> float:
        units = {k: v for k, v in EXPRESSIONS[name].units.items() if k != "jaw"}
        return lip_corners_m(in_form(body, **units))

    assert corners("happy") > corners("neutral") + 0.002
    assert corners("sad") < corners("neutral") - 0.002


def test_the_jaw_takes_the_lower_teeth_along_and_not_the_upper() -> None:
    body = body_of("male", "adult", "dark")
    teeth = {n.name: n for n in mouth.build(body, face_units.of(body, landmarks(body)), 30).nodes}
    jaw = np.zeros((1, len(UNITS)))
    jaw[0, UNITS.index("jaw")] = 0.5

    def drop(name: str) -> float:
        node = teeth[name]
        assert isinstance(node, Mesh) and node.shapes is not None
        moved = shaped(node.points, node.shapes.model_copy(update={"weights": jaw}), 0)
        return float((node.points - moved)[:, 2].max())

    assert drop("teeth lower") > 0.004 and drop("teeth upper") < 1e-4


def test_only_the_inside_of_the_mouth_is_dark() -> None:
    inside, points = mouth.inside(), morph.body(0, 30).points[:13380]
    behind = points[inside > 0.9]
    assert 100 < len(behind) < 400
    assert np.abs(behind[:, 0]).max() < 0.04 and np.ptp(behind[:, 2]) < 0.09


# --- on the Stage


@lru_cache(maxsize=4)
def staged(prompt: str, seconds: float = 2.0) -> Stage:
    film, _ = read(prompt)
    shot = film.shots[0].model_copy(update={"seconds": seconds})
    return stage_shot(film.model_copy(update={"shots": (shot,), "size": (320, 180)}), 0).stage


def face_of(stage: Stage) -> Mesh:
    (skin,) = (n for n in stage.nodes if n.name.endswith(" skin") and isinstance(n, Mesh))
    assert isinstance(skin, Mesh)
    return skin


def test_the_expression_reaches_the_stage() -> None:
    smile, frown = (face_of(staged(f"Close-up of a {mood} woman on a beach")) for mood in ("happy", "sad"))
    assert smile.points.shape == frown.points.shape
    moved = np.linalg.norm(smile.points - frown.points, axis=1)
    assert moved.max() > 0.008
    assert (moved < 1e-6).mean() > 0.3, "and the rest of her is the same"


def test_eyes_close_on_the_stage_and_the_lashes_go_with_the_lids() -> None:
    stage = staged("Close-up of a woman blinking on a beach")
    skin = face_of(stage)
    (lashes,) = (n for n in stage.nodes if n.name.endswith(" lashes"))
    assert isinstance(lashes, Strands) and skin.shapes is not None and lashes.shapes is not None
    lid = skin.shapes.weights[:, skin.shapes.units.index("blink_l")]
    assert lid.max() > 0.9 and np.median(lid) < 0.05
    at = int(lid.argmax())
    drop = {
        node.name: float((shaped(node.points, node.shapes, 0) - shaped(node.points, node.shapes, at))[..., 2].max())
        for node in (skin, lashes)
        if node.shapes is not None
    }
    assert all(0.006 < d < 0.022 for d in drop.values()), drop


def test_a_mouth_moves_on_the_stage_while_talking_and_not_while_standing() -> None:
    talks, stands = (staged(f"Close-up of a man who {does} on a beach") for does in ("talks", "stands"))
    shapes = face_of(talks).shapes
    assert shapes is not None and np.ptp(shapes.weights[:, shapes.units.index("jaw")]) > 0.15
    assert any(n.name.endswith("teeth upper") for n in talks.nodes)
    still = face_of(stands).shapes
    assert still is None or "jaw" not in still.units
    assert not any(n.name.endswith("teeth upper") for n in stands.nodes), "nobody pays for teeth that are not seen"


def test_a_beard_goes_with_the_jaw() -> None:
    stage = staged("Close-up of a bearded man who talks on a beach")
    beard = [n for n in stage.nodes if " beard" in n.name and isinstance(n, Strands)]
    assert beard and all(n.shapes is not None and "jaw" in n.shapes.units for n in beard)


def test_a_face_far_away_keeps_its_expression_and_stays_still() -> None:
    near = face_of(staged("Close-up of a happy man who talks on a beach"))
    far = detail.coarser(near, 10.0)
    assert isinstance(far, Mesh) and far.shapes is None and np.isfinite(far.points).all()


def test_the_eyes_of_somebody_who_reads_are_on_the_book() -> None:
    stage = staged("Medium close-up of a woman who reads a book in a library")
    (eye,) = (n for n in stage.nodes if n.name.endswith(" eye l"))
    (hat,) = (n for n in stage.nodes if n.name.endswith(" lash line"))
    assert isinstance(eye, Mesh) and isinstance(hat, Strands) and eye.track is not None and hat.track is not None
    dots = np.abs((eye.track.rotations * hat.track.rotations).sum(1))
    assert np.degrees(2 * np.arccos(np.clip(dots, -1, 1))).max() > 4.0, "the eyes turn against the head"


def test_a_face_that_repeats_itself_has_no_seam() -> None:
    film, _ = read("Close-up of a man who talks on a beach")
    shot = film.shots[0].model_copy(update={"seconds": 4.0, "period_s": 2.0})
    skin = face_of(stage_shot(film.model_copy(update={"shots": (shot,), "size": (320, 180)}), 0).stage)
    assert skin.shapes is not None
    period = 2 * film.fps
    np.testing.assert_allclose(skin.shapes.weights[:period], skin.shapes.weights[period : 2 * period], atol=1e-6)


def test_a_person_without_a_face_given_is_at_rest() -> None:
    params = choose.vary(np.random.default_rng(2), Member(id="woman-1", kind="woman"), female=True, age="adult")
    built = person.build(params)
    count = len(built.body.bones)
    still = Motion(
        built.body.bones, np.zeros((1, count, 3)), np.tile([1.0, 0, 0, 0], (1, count, 1)), np.zeros((1, 3)), np.zeros(1)
    )
    nodes = person.attach(built, still, "woman-1", "")
    assert all(getattr(n, "shapes", None) is None for n in nodes)
    rest = Countenance(np.zeros((1, len(UNITS))), np.zeros((1, 2)))
    skins = [
        next(n for n in found if n.name == "skin") for found in (nodes, person.attach(built, still, "w", "", rest))
    ]
    assert all(isinstance(n, Mesh) for n in skins)
    np.testing.assert_allclose(skins[0].points, skins[1].points, atol=1e-6)  # type: ignore[union-attr]
