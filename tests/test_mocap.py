"""Takes: how somebody moved, read from a file, signed, and done by anybody of the cast."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from bvh_of import MIXAMO, bvh
from filmwright.capture import captured, video
from filmwright.content.actions import do_yoga, walk, wave
from filmwright.content.credits import credits
from filmwright.content.figure import morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.mocap import performed, stands
from filmwright.content.figure.pose import unit
from filmwright.content.kinds import Motion, Performance
from filmwright.errors import BadInput
from filmwright.reading import edit
from filmwright.reading.read import read
from filmwright.spec.mocap import JOINTS, Mocap, opened, signed
from filmwright.staging.stage import stage_shot

FPS = 24
LIMBS = ("thigh", "calf", "upperarm", "lowerarm")
ENDS = {"thigh": "calf", "calf": "foot", "upperarm": "lowerarm", "lowerarm": "hand"}
LINE = np.array([[0.0, 0.0], [0.0, -30.0]])


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def woman() -> Body:
    return morph.body(0, 30, 1.66)


def moved(action: object, body: Body, frames: int = 72) -> Motion:
    made: Motion = action.build(body, Performance(frames, FPS, LINE, np.pi, flat))  # type: ignore[attr-defined]
    return made


def joint(body: Body, motion: Motion, bone: str) -> F64:
    """Where a joint is, every frame."""
    k = motion.bones.index(bone)
    turn = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
    return np.asarray(turn.apply(body.heads[bone]) + motion.locations[:, k])


def apart_deg(a: F64, b: F64) -> F64:
    """Angles between directions (F, 3)."""
    return np.degrees(np.arccos(np.clip(np.sum(unit(a) * unit(b), -1), -1, 1)))


def taken(tmp_path: Path, body: Body, motion: Motion, names: dict[str, str] = MIXAMO) -> F64:
    """The points of a motion that went through a BVH file."""
    path = tmp_path / "motion.bvh"
    path.write_text(bvh(body, motion, FPS, names))
    return np.asarray(captured(path).points)


@pytest.mark.parametrize("action", [walk, wave, do_yoga], ids=lambda a: a.__name__.rsplit(".", 1)[-1])
def test_a_motion_is_the_same_after_a_round_trip_through_bvh(tmp_path: Path, action: object) -> None:
    body = woman()
    first = moved(action, body)
    again = performed(taken(tmp_path, body, first), FPS, body, Performance(72, FPS, LINE, np.pi, flat))
    for limb in LIMBS:
        for side in "lr":
            ends = f"{limb}_{side}", f"{ENDS[limb]}_{side}"
            a, b = (joint(body, m, ends[1]) - joint(body, m, ends[0]) for m in (first, again))
            angle = apart_deg(a, b)
            assert np.median(angle) < 4 and np.percentile(angle, 95) < 8, (limb, side, np.median(angle), angle.max())
    for bone, limit in (("spine_03", 6), ("head", 6)):
        k = first.bones.index(bone)
        a, b = (Rotation.from_quat(m.rotations[:, k], scalar_first=True) for m in (first, again))
        assert np.degrees((a.inv() * b).magnitude()).max() < limit, bone
    np.testing.assert_allclose(joint(body, again, "pelvis"), joint(body, first, "pelvis"), atol=0.05)


def test_our_own_names_of_joints_are_known_too(tmp_path: Path) -> None:
    body = woman()
    motion = moved(walk, body)
    np.testing.assert_allclose(taken(tmp_path, body, motion, {}), taken(tmp_path, body, motion), atol=1e-3)


@pytest.mark.parametrize("who", [(1, 74, 1.80), (0, 7, 1.22)], ids=["old man", "girl"])
def test_anybody_walks_as_the_performer_did_and_no_foot_slides(tmp_path: Path, who: tuple[float, float, float]) -> None:
    points = taken(tmp_path, woman(), moved(walk, woman()))
    body = morph.body(*who)
    motion = performed(points, FPS, body, Performance(72, FPS, LINE, 0.7, flat))
    for side in "lr":
        ankle = joint(body, motion, f"foot_{side}")
        assert ankle[:, 2].min() > body.heads[f"foot_{side}"][2] - 0.01
        stood = stands(points, FPS, side)
        edges = np.flatnonzero(np.diff(np.concatenate([[False], stood, [False]]).astype(int))).reshape(-1, 2)
        assert len(edges) >= 2
        for begin, end in edges:
            assert np.ptp(ankle[begin:end, :2], axis=0).max() < 0.02
    way = motion.root[-1, :2] - motion.root[0, :2]
    ahead = np.array([-np.sin(0.7), np.cos(0.7)])
    assert way @ ahead > 0.98 * np.linalg.norm(way) > 1.0


def test_a_take_goes_at_the_films_own_rate_and_stays_as_it_ended(tmp_path: Path) -> None:
    body = woman()
    points = taken(tmp_path, body, moved(walk, body))
    at_24 = performed(points, FPS, body, Performance(200, 24, LINE, 0.0, flat))
    at_48 = performed(points, FPS, body, Performance(200, 48, LINE, 0.0, flat))
    np.testing.assert_allclose(at_48.locations[80], at_24.locations[40], atol=1e-6)
    np.testing.assert_allclose(at_24.locations[199], at_24.locations[150], atol=1e-6)


def take_of(points: F64) -> Mocap:
    return Mocap(source="test", fps=FPS, points=np.round(points, 4).tolist())


def test_a_take_is_used_only_with_the_performers_consent(tmp_path: Path) -> None:
    path = tmp_path / "take.json"
    bare = take_of(np.zeros((3, len(JOINTS), 3)))
    path.write_text(bare.model_dump_json(by_alias=True))
    with pytest.raises(BadInput, match="consent"):
        opened(path)
    good = signed(bare, "Ada Example", "2026-11-28")
    path.write_text(good.model_dump_json(by_alias=True))
    assert opened(path) == good
    for field, other in (
        ("performer", "Bob"),
        ("date", "2026-11-27"),
        ("statement", "I agree to nothing of the kind."),
    ):
        document = json.loads(good.model_dump_json(by_alias=True))
        document["consent"][field] = other
        path.write_text(json.dumps(document))
        with pytest.raises(BadInput, match="signature"):
            opened(path)
    document = json.loads(good.model_dump_json(by_alias=True))
    document["points"][1][0][0] = 0.5
    path.write_text(json.dumps(document))
    with pytest.raises(BadInput, match="signature"):
        opened(path)


def test_the_command_asks_the_performer_to_sign(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    source, out = tmp_path / "walk.bvh", tmp_path / "take.json"
    source.write_text(bvh(woman(), moved(walk, woman()), FPS))
    words = ("capture", str(source), "-o", str(out), "--performer", "Ada Example")
    refused = run(*words, "--sign", "somebody else")
    assert refused.code == 2 and "consent" in refused.err and not out.exists()
    made = run(*words, "--sign", "ada example")
    assert made.code == 0 and opened(out).consent is not None


def test_a_person_of_a_film_does_what_the_performer_did(tmp_path: Path) -> None:
    points = taken(tmp_path, woman(), moved(walk, woman()))
    path = tmp_path / "take.json"
    path.write_text(signed(take_of(points), "Ada Example", "2026-11-28").model_dump_json(by_alias=True))
    film, *_ = read("A man in a blue coat in a studio, full shot", seconds=1.0, size=(96, 64))
    changed = edit.apply(film, [f"shots.0.cast.0.action.take={path}"])
    assert changed.shots[0].cast[0].action is not None
    assert credits(changed)[0].words == "movement by Ada Example (with consent of 2026-11-28)"
    stage = stage_shot(changed, 0).stage
    rig = next(node for node in stage.nodes if node.type == "rig")
    thigh = rig.bones.index("thigh_l")
    assert np.ptp(np.asarray(rig.rotations)[:, thigh], axis=0).max() > 0.2
    with pytest.raises(BadInput, match="no such take"):
        edit.apply(film, ["shots.0.cast.0.action.take=nowhere.json"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "HIERARCHY\nMOTION\n",
        "HIERARCHY ROOT a { OFFSET 0 0 0 CHANNELS 1 Wrotation }\nMOTION Frames: 2 Frame Time: 0.1 1 2",
    ],
)
def test_what_is_no_motion_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.bvh"
    path.write_text(text)
    with pytest.raises(BadInput, match=r"broken\.bvh"):
        captured(path)


WALKED = None


@settings(max_examples=25, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), junk=st.text(max_size=12), cut=st.floats(0.01, 1.0))
def test_a_broken_bvh_is_one_clear_error_or_a_motion(
    tmp_path_factory: pytest.TempPathFactory, at: float, junk: str, cut: float
) -> None:
    global WALKED
    WALKED = WALKED or bvh(woman(), moved(walk, woman(), 6), FPS)
    place = int(at * len(WALKED))
    path = tmp_path_factory.mktemp("bvh") / "broken.bvh"
    path.write_text((WALKED[:place] + junk + WALKED[place:])[: int(cut * len(WALKED))], encoding="utf-8")
    try:
        captured(path)
    except BadInput as e:
        assert "broken.bvh" in str(e)


def test_a_body_seen_by_a_camera_is_set_on_the_ground_and_goes_on(tmp_path: Path) -> None:
    """What the network gives is round the hips: a walk without its way and its height."""
    points = taken(tmp_path, woman(), moved(walk, woman()))
    hips = (points[:, 0] + points[:, 1]) / 2
    grounded = video._grounded(points - hips[:, None], FPS)
    way = (grounded[:, 0] + grounded[:, 1])[-1] / 2 - (grounded[:, 0] + grounded[:, 1])[0] / 2
    assert way[1] == pytest.approx((hips[-1] - hips[0])[1], rel=0.1)
    assert abs(way[0]) < 0.1
    assert np.ptp(grounded[..., 2].min(axis=1)) < 0.1


def test_a_body_that_is_seen_leaning_by_a_tilted_camera_stands_upright(tmp_path: Path) -> None:
    points = taken(tmp_path, woman(), moved(wave, woman()))
    tilt = Rotation.from_euler("x", 14, degrees=True).as_matrix()
    level = video._level(points @ tilt.T)
    np.testing.assert_allclose(
        level[:, JOINTS.index("wrist_r")], video._level(points)[:, JOINTS.index("wrist_r")], atol=0.02
    )
