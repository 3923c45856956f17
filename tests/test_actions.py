"""Actions: feet that hold the ground, bodies that stay upright, gestures that read."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content.actions import look_around, run, sit, stand, walk, wave
from filmwright.content.figure import feet, gait, morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about
from filmwright.content.kinds import Motion, Performance
from filmwright.content.mounted import is_riding
from filmwright.content.offers import offered

ACTIONS = [name for name in offered("action") if not is_riding(name)]  # test_riding.py has the others
BODIES = {"woman": (0, 30, 1.66), "old man": (1, 74, 1.72), "girl": (0, 7, 1.22)}
LINE = np.array([[0.0, 0.0], [0.0, -30.0]])
CORNER = np.array([[0.0, 0.0], [0.0, -3.0], [4.0, -6.0], [4.0, -10.0]])


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def bumpy(x: F64, y: F64) -> F64:
    return np.asarray(0.15 * np.sin(x * 0.9) + 0.12 * np.sin(y * 1.1 + 0.3))


def body(name: str) -> Body:
    return morph.body(*BODIES[name])


def at(motion: Motion, bone: str, point: F64) -> F64:
    """Where a rest point carried by one bone is, every frame."""
    k = motion.bones.index(bone)
    return np.asarray(
        Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(point) + motion.locations[:, k]
    )


def stances(who: Body, motion: Motion, cycle: gait.Cycle) -> list[tuple[F64, F64]]:
    """For each step, the place of the ball of the foot while it bears, and of the heel while it lands."""
    out = []
    for side, offset in (("l", 0.0), ("r", 0.5)):
        shape = feet.foot(who, side)
        ball = at(motion, f"foot_{side}", who.heads[f"ball_{side}"])
        heel = at(motion, f"foot_{side}", who.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel)
        number = np.floor(cycle.phase - offset)
        share = (cycle.phase - offset - number) / cycle.duty
        for n in np.unique(number):
            bearing = (number == n) & (share > 0.22) & (share < 1)
            landing = (number == n) & (share < 0.22)
            out.append((ball[bearing], heel[landing]))
    return out


@pytest.mark.parametrize("ground", [flat, bumpy])
@pytest.mark.parametrize("path", [LINE, CORNER], ids=["straight", "corner"])
@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize(("action", "speed"), [("walk", 0.7), ("walk", 1.3), ("walk", 1.8), ("run", 2.4), ("run", 3.4)])
def test_feet_neither_slide_nor_sink(action: str, speed: float, who: str, path: F64, ground) -> None:  # type: ignore[no-untyped-def]
    module = registry.find("filmwright.content.actions", action)
    figure = body(who)
    performance = Performance(120, 24, path, 0.0, ground, speed_m_s=speed)
    motion = module.build(figure, performance)
    own = module._manner(figure, None)
    cycle = (gait.run_cycle if action == "run" else gait.walk_cycle)(figure, own, performance)
    height = figure.heads["ball_l"][2]
    for ball, heel in stances(figure, motion, cycle):
        for spot, lift in ((ball, height), (heel, 0.0)):
            if len(spot) > 1:
                assert np.ptp(spot, axis=0).max() < 0.005
            if len(spot):
                over = spot[:, 2] - ground(spot[:, 0], spot[:, 1]) - lift
                assert over.min() > -0.015 and over.max() < 0.03


def test_a_walker_goes_along_the_path_and_faces_it() -> None:
    motion = walk.build(body("woman"), Performance(240, 24, CORNER, 0.0, flat))
    ahead = np.stack([-np.sin(motion.facing_yaw_rad), np.cos(motion.facing_yaw_rad)], 1)
    steps = np.diff(motion.root[:, :2], axis=0)
    assert ((steps * ahead[1:]).sum(1) / np.linalg.norm(steps, axis=1)).min() > 0.98
    far = np.array([np.linalg.norm(motion.root[:, :2] - corner, axis=1).min() for corner in CORNER[1:3]])
    assert far.max() < 0.8


def test_a_walk_keeps_a_foot_on_the_ground_and_a_run_does_not() -> None:
    for module, flies in ((walk, False), (run, True)):
        figure = body("woman")
        motion = module.build(figure, Performance(72, 48, LINE, 0.0, flat))
        lowest = np.full(72, np.inf)
        for side in "lr":
            shape = feet.foot(figure, side)
            heel = figure.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel
            toe = figure.tails[f"ball_{side}"] * [1, 1, 0]
            for bone, point in ((f"foot_{side}", heel), (f"ball_{side}", toe)):
                lowest = np.minimum(lowest, at(motion, bone, point)[:, 2])
        assert (lowest > 0.03).any() == flies


def test_a_runner_stays_upright() -> None:
    figure = body("old man")
    motion = run.build(figure, Performance(72, 24, LINE, 0.0, flat))
    hip = at(motion, "pelvis", figure.heads["pelvis"])[:, 2]
    assert hip.min() > figure.heads["pelvis"][2] - 0.12
    lean = at(motion, "spine_03", figure.heads["neck_01"]) - at(motion, "pelvis", figure.heads["pelvis"])
    assert np.degrees(np.arctan2(np.linalg.norm(lean[:, :2], axis=1), lean[:, 2])).max() < 25


def test_age_slows_the_walk_and_manners_differ() -> None:
    woman, old = body("woman"), body("old man")
    assert walk.pace(old, None) < 0.9 * walk.pace(woman, None)
    assert walk.pace(woman, "slow") < walk.pace(woman, None) < walk.pace(woman, "brisk")
    assert walk.pace(body("girl"), None) < walk.pace(woman, None) < run.pace(woman, None)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("who", list(BODIES))
def test_no_joint_jumps_from_frame_to_frame(action: str, who: str) -> None:
    module = registry.find("filmwright.content.actions", action)
    motion = module.build(body(who), Performance(200, 24, LINE, 1.0, bumpy, look_at=(2.0, -4.0, 1.5)))
    assert np.isfinite(motion.locations).all()
    np.testing.assert_allclose(np.linalg.norm(motion.rotations, axis=-1), 1, atol=1e-6)
    turn = np.abs((motion.rotations[1:] * motion.rotations[:-1]).sum(-1)).clip(0, 1)
    jump = np.degrees(2 * np.arccos(turn))
    worst = np.unravel_index(jump.argmax(), jump.shape)
    # A running shin turns 35 degrees in a frame; the wrists of who throws or swings a club turn faster.
    most = {"play_golf": 58, "throw": 52, "cheerlead": 52}.get(action, 42)
    assert jump.max() < most, f"{motion.bones[worst[1]]} at frame {worst[0]}"


@pytest.mark.parametrize("who", list(BODIES))
def test_somebody_sits_on_the_seat_with_hands_on_the_thighs(who: str) -> None:
    figure = body(who)
    for seat in (0.40, 0.46):
        motion = sit.build(figure, Performance(48, 24, np.zeros((1, 2)), 0.0, flat, seat_m=seat))
        hip = at(motion, "thigh_l", figure.heads["thigh_l"])
        assert 0.05 < (hip[:, 2] - seat).mean() < 0.16
        for side in "lr":
            ankle = at(motion, f"foot_{side}", figure.heads[f"foot_{side}"])
            assert ankle[:, 2].min() > figure.heads[f"foot_{side}"][2] - 0.01
            if who != "girl":  # her feet hang
                assert ankle[:, 2].max() < figure.heads[f"foot_{side}"][2] + 0.02
            hand = at(motion, f"hand_{side}", figure.heads[f"hand_{side}"])
            knee = at(motion, f"calf_{side}", figure.heads[f"calf_{side}"])
            middle = (hip + knee) / 2
            assert np.linalg.norm(hand - middle, axis=1).max() < 0.30
            assert (hand[:, 2] > middle[:, 2] - 0.02).all()


def test_sitters_face_where_they_are_told() -> None:
    figure = body("woman")
    motion = sit.build(figure, Performance(2, 24, np.array([[3.0, 2.0]]), np.pi / 2, flat))
    knee = at(motion, "calf_l", figure.heads["calf_l"])[0]
    assert knee[0] < 3.0 - 0.3, "facing pi/2 is towards -X"


def test_a_wave_is_above_the_shoulder_and_swings() -> None:
    figure = body("woman")
    motion = wave.build(figure, Performance(72, 24, np.zeros((1, 2)), 0.0, flat))
    hand = at(motion, "hand_r", figure.tails["middle_01_r"])
    shoulder = at(motion, "upperarm_r", figure.heads["upperarm_r"])
    assert hand[0, 2] < shoulder[0, 2] - 0.3
    assert (hand[30:, 2] > shoulder[30:, 2] + 0.1).all()
    side = (hand[30:] - shoulder[30:])[:, 0]
    assert np.ptp(side) > 0.10
    assert 4 <= (np.diff(np.sign(side - side.mean())) != 0).sum() <= 12


def gaze_yaw_deg(motion: Motion) -> F64:
    """Where the head looks against the body's facing, in degrees, positive to the left."""
    k = motion.bones.index("head")
    ahead = Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply([0.0, -1.0, 0.0])
    yaw = np.arctan2(-ahead[:, 0], ahead[:, 1]) - motion.facing_yaw_rad
    return np.degrees((yaw + np.pi) % (2 * np.pi) - np.pi)


def test_looking_around_goes_to_both_sides() -> None:
    motion = look_around.build(body("woman"), Performance(144, 24, np.zeros((1, 2)), 0.7, flat))
    yaw = gaze_yaw_deg(motion)
    assert yaw.max() > 30 and yaw.min() < -30


def test_somebody_who_stands_glances_at_what_is_worth_it() -> None:
    target = (3.0, 3.0, 1.6)  # 45 degrees to the right of +Y
    motion = stand.build(body("woman"), Performance(96, 24, np.zeros((1, 2)), 0.0, flat, look_at=target))
    assert gaze_yaw_deg(motion)[50] < -25
    root = motion.root
    assert np.ptp(root, axis=0).max() == 0
