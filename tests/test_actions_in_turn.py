"""Several actions in one shot: one after the other without a jump or a slide, and arms that do something over the legs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright.content.deeds import Phase, phases
from filmwright.content.figure import feet, morph
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about
from filmwright.content.kinds import F64, Mark, Motion, Setting
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene.nodes import Panorama
from filmwright.spec.shot import Action
from filmwright.staging import place, plan, score
from filmwright.staging.clock import Clock
from filmwright.staging.role import Part, Role

BODIES = {"woman": (0, 30, 1.66), "old man": (1, 74, 1.72), "girl": (0, 7, 1.22)}
FPS = 24


def bumpy(x: F64, y: F64) -> F64:
    return np.asarray(0.15 * np.sin(x * 0.9) + 0.12 * np.sin(y * 1.1 + 0.3))


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def parsed(text: str) -> tuple[Phase, ...]:
    """ "walk+wave, sit": a walk while waving, then sitting."""
    made = []
    for part in text.split(", "):
        base, *over = part.split("+")
        made.append(Phase(Action(kind=base), tuple(Action(kind=name) for name in over)))
    return plan.steps_of(made)


def clock_of(seconds: float, *, fps: int = FPS, start: int = 0, planned: range | None = None) -> Clock:
    frames = round(seconds * fps)
    return Clock(frames, fps, 0.0, 1.0, planned or range(start, frames))


def role_of(who: str, done: tuple[Phase, ...], ground=flat) -> Role:  # type: ignore[no-untyped-def]
    body = morph.body(*BODIES[who])
    setting = Setting(nodes=(), materials={}, world=Panorama(name="studio"), ground=ground, marks=())
    mark = Mark((0.0, 0.0, 0.0), 0.0)
    spot = place.stay(setting, mark, 0.0, 0.0, turn=0.4, sitting=any(p.sits for p in done))
    return Role(body, spot._replace(seat_m=0.262 * body.height_m), setting, mark, (0.0, 0.0), {}, (0.0, -5.0, 1.5), 0.0)


def played(who: str, text: str, clock: Clock, ground=flat) -> tuple[Body, list[Part], Motion]:  # type: ignore[no-untyped-def]
    done = parsed(text)
    role = role_of(who, done, ground)
    parts = plan.planned(role, done, clock)
    return role.body, parts, score.played(role, parts, clock)


IN_TURN = (
    "walk, wave",
    "turn_around, wave",
    "walk, sit",
    "look_around, run",
    "sit, stand, walk",
    "walk, look_around, run",
    "run, jump",
    "walk+wave, run",
    "sit+wave, stand, walk",
    "kneel, stand",
)


@pytest.mark.parametrize("text", IN_TURN)
@pytest.mark.parametrize("who", list(BODIES))
def test_no_joint_jumps_where_one_action_goes_over_into_the_next(who: str, text: str) -> None:
    _, _, motion = played(who, text, clock_of(5.0), bumpy)
    assert np.isfinite(motion.locations).all()
    turn = np.abs((motion.rotations[1:] * motion.rotations[:-1]).sum(-1)).clip(0, 1)
    jump = np.degrees(2 * np.arccos(turn))
    worst = np.unravel_index(jump.argmax(), jump.shape)
    assert jump.max() < 42, f"{motion.bones[worst[1]]} at frame {worst[0]}"
    steps = np.linalg.norm(np.diff(motion.root, axis=0), axis=1) * FPS
    assert steps.max() < 4.5 and np.abs(np.diff(steps)).max() < 1.5


@pytest.mark.parametrize("text", IN_TURN)
@pytest.mark.parametrize("who", list(BODIES))
def test_a_foot_that_stands_does_not_slide_while_actions_change(who: str, text: str) -> None:
    fps = 60
    body, parts, motion = played(who, text, clock_of(5.0, fps=fps))
    times = np.arange(len(motion.root)) / fps
    for side in "lr":
        shape, k = feet.foot(body, side), motion.bones.index(f"foot_{side}")
        turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
        heel = body.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel
        ball = body.heads[f"ball_{side}"]
        at = [turned.apply(p) + motion.locations[:, k] for p in (heel, ball)]
        down = np.array([at[0][:, 2] < 0.006, at[1][:, 2] < ball[2] + 0.006])
        moved = np.array([np.linalg.norm(np.diff(p[:, :2], axis=0), axis=1) for p in at])
        both = down[:, 1:] & down[:, :-1]
        slide = np.where(both, moved, np.inf).min(axis=0)
        slide = np.where(both.any(axis=0), slide, 0.0)
        for part, over in pairwise(parts):
            rows = (times[1:] > part.ends_s) & (times[1:] < over.begins_s)
            assert slide[rows].max(initial=0.0) < 0.005, f"{side} from {part.phase.base.kind}"


def test_a_shot_that_goes_on_shows_the_same_body() -> None:
    _, _, whole = played("woman", "walk, wave", clock_of(5.0))
    planned = range(-48, 72)  # the later three seconds of it, as a take of their own
    _, _, rest = played("woman", "walk, wave", Clock(72, FPS, 2.0, 1.0, planned))
    np.testing.assert_allclose(rest.locations, whole.locations, atol=0.004)


def test_a_walker_waves_with_one_arm_and_swings_the_other() -> None:
    body, _, motion = played("woman", "walk+wave", clock_of(3.0))
    hands = {}
    for side in "lr":
        k = motion.bones.index(f"hand_{side}")
        turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
        hands[side] = turned.apply(body.heads[f"hand_{side}"]) + motion.locations[:, k] - motion.root
    assert hands["r"][30:, 2].min() > 0.75 * body.height_m
    assert hands["l"][:, 2].max() < 0.62 * body.height_m
    assert np.ptp(hands["l"][:, 1]) > 0.2
    assert np.linalg.norm(motion.root[-1] - motion.root[0]) > 2.5


def test_whoever_stays_ends_a_turn_as_it_began() -> None:
    clock = Clock(144, FPS, 0.0, 1.0, range(120), 120)
    _, _, motion = played("girl", "turn_around, wave", clock)
    np.testing.assert_allclose(motion.locations[120], motion.locations[0], atol=1e-6)
    turn = np.abs((motion.rotations[1:] * motion.rotations[:-1]).sum(-1)).clip(0, 1)
    assert np.degrees(2 * np.arccos(turn)).max() < 42


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("A man walks to the bench and sits down", [("walk",), ("sit",)]),
        ("A woman turns around and waves", [("turn_around",), ("wave",)]),
        ("A man walks, stops, looks around and runs away", [("walk",), ("look_around",), ("run",)]),
        ("A woman stands up and walks away", [("sit",), ("stand",), ("walk",)]),
        ("A woman walks while talking on the phone", [("walk", "talk_on_phone")]),
        ("A man walks and waves", [("walk", "wave")]),
        ("A man waves while walking", [("walk", "wave")]),
        ("A man walks, then stops and waves", [("walk",), ("stand",), ("wave",)]),
        ("A boy sits down and waves", [("sit", "wave")]),
        ("A woman sits down and reads a book", [("read",)]),
    ],
)
def test_deeds_are_staged_in_turn_or_at_once(prompt: str, kinds: list[tuple[str, ...]]) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    done = phases(staged.shot.cast[0])
    assert [tuple(a.kind for a in phase.actions) for phase in done] == kinds
    assert not [gap for gap in staged.gaps if gap.path.startswith(("cast.0.action", "cast.0.then"))]


def test_who_goes_to_a_seat_sits_on_it() -> None:
    film, _ = read("A man walks to the bench and sits down")
    man, bench = stageable(film.shots[0], film.seed).shot.cast
    assert man.relation is not None and man.relation.to == bench.id
