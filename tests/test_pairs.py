"""What two people do together: hands on backs, lips that meet, feet on the ground, and who does it with whom."""

from __future__ import annotations

import math
from types import ModuleType

import numpy as np
import pytest
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from filmwright.content.actions import dance_with, fight, high_five, hold_hands, hug, kiss, talk, walk_hand_in_hand
from filmwright.content.figure import hands, morph, pair
from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Motion, Partner, Performance
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.staging import headcount, pairs

BODIES = {"man": (1.0, 35.0, 1.79), "woman": (0.0, 32.0, 1.65), "girl": (0.0, 8.0, 1.25)}
SKIN = 13380
COUPLES = (("man", "woman"), ("woman", "woman"), ("woman", "girl"))


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def acted(
    module: ModuleType, one: str, two: str, *, start_s: float = 0.0, frames: int = 1
) -> list[tuple[Body, Motion]]:
    """Both of two doing something, seen by a camera that looks along +Y."""
    bodies = [morph.body(*BODIES[one]), morph.body(*BODIES[two])]
    stations = module.stations(*bodies)
    spots = [np.array([[s.right_m, s.back_m, 0.0]]) for s in stations]
    if module.POSTURE == "walk":
        spots = [spot + np.column_stack([np.zeros(40), np.linspace(6.0, -6.0, 40), np.zeros(40)]) for spot in spots]
    yaws = [math.pi + (s.turn_rad if module.POSTURE != "walk" else 0.0) for s in stations]
    made = []
    for n in (0, 1):
        eye = spots[1 - n][0] + [0.0, 0.0, bodies[1 - n].marks["eyes"]]
        partner = Partner(bodies[1 - n], spots[1 - n], yaws[1 - n], 8, 0.0, 0.0, leads=n == 1)
        speed = min(module.pace(b, None) for b in bodies) if module.POSTURE == "walk" else None
        performance = Performance(
            frames,
            24,
            spots[n],
            yaws[n],
            flat,
            look_at=tuple(eye),
            start_s=start_s,
            begin=8,
            speed_m_s=speed,
            partner=partner,
        )
        made.append((bodies[n], module.build(bodies[n], performance)))
    return made


def posed(body: Body, motion: Motion, frame: int = 0) -> F64:
    """The skin (n, 3) of a body in a frame."""
    out = np.zeros((SKIN, 3))
    for k in range(len(motion.bones)):
        turned = Rotation.from_quat(motion.rotations[frame, k], scalar_first=True).apply(body.points[:SKIN])
        out += body.weights[:SKIN, k, None] * (turned + motion.locations[frame, k])
    return out


def on(motion: Motion, bone: str, point: F64, frame: int = 0) -> F64:
    """A point (3,) at rest, posed by a bone."""
    k = motion.bones.index(bone)
    turned = Rotation.from_quat(motion.rotations[frame, k], scalar_first=True).apply(point)
    return np.asarray(turned + motion.locations[frame, k])


@pytest.mark.parametrize("couple", COUPLES)
def test_the_hands_of_each_who_hug_lie_on_the_other(couple: tuple[str, str]) -> None:
    two = acted(hug, *couple)
    for (own, motion), (other, theirs) in (two, two[::-1]):
        trunk = posed(other, theirs)[pair.trunk_rows(other)]
        for side in "lr":
            palm = on(motion, f"hand_{side}", pair.palm(own, side))
            assert np.linalg.norm(trunk - palm, axis=1).min() < 0.045


@pytest.mark.parametrize("module", (hug, kiss, dance_with))
@pytest.mark.parametrize("couple", COUPLES)
def test_trunks_of_two_who_hold_each_other_do_not_pass_through_each_other(
    module: ModuleType, couple: tuple[str, str]
) -> None:
    (one, first), (two, second) = acted(module, *couple, start_s=2.0)
    a = posed(one, first)[pair.trunk_rows(one, heads=False)]
    b = posed(two, second)[pair.trunk_rows(two, heads=False)]
    way = (second.root[0] - first.root[0])[:2]
    way = way / np.linalg.norm(way)
    near, rows = cKDTree(b).query(a)
    # A point of one that lies beyond the skin of the other that is next to it is inside, if that skin looks to the first.
    beyond = ((a - b[rows])[:, :2] @ way)[near < 0.05]
    front = (b[rows][near < 0.05][:, :2] - second.root[0, :2]) @ way < 0
    assert not (front & (beyond > 0.03)).any()


@pytest.mark.parametrize("couple", (("man", "woman"), ("woman", "woman")))
def test_the_lips_of_two_who_kiss_meet(couple: tuple[str, str]) -> None:
    (one, first), (two, second) = acted(kiss, *couple, start_s=2.0)
    lips = [on(m, "head", hands.mouth(b)) for b, m in ((one, first), (two, second))]
    assert np.linalg.norm(lips[0] - lips[1]) < 0.03


def test_a_child_is_kissed_on_the_cheek() -> None:
    (woman, first), (girl, second) = acted(kiss, "woman", "girl", start_s=2.0)
    lips, cheek = on(first, "head", hands.mouth(woman)), on(second, "head", kiss.cheek(girl, "r"))
    assert np.linalg.norm(lips - cheek) < 0.04


@pytest.mark.parametrize("module", (hold_hands, walk_hand_in_hand))
@pytest.mark.parametrize("couple", COUPLES)
def test_two_hand_in_hand_hold_the_same_point(module: ModuleType, couple: tuple[str, str]) -> None:
    two = acted(module, *couple, frames=30)
    for frame in (0, 11, 29):
        held = [[on(m, f"hand_{side}", hands.hollow(b, side), frame) for side in "lr"] for b, m in two]
        assert min(np.linalg.norm(a - b) for a in held[0] for b in held[1]) < 0.03


def test_palms_meet_in_a_high_five() -> None:
    (one, first), (two, second) = acted(high_five, "woman", "man", start_s=2.0)
    palms = [on(m, "hand_r", pair.palm(b, "r")) for b, m in ((one, first), (two, second))]
    assert np.linalg.norm(palms[0] - palms[1]) < 0.03


def test_no_blow_lands() -> None:
    (one, first), (two, second) = acted(fight, "man", "woman", frames=82)
    for frame in range(0, 82, 3):
        fists = [on(first, f"hand_{side}", one.tails[f"hand_{side}"], frame) for side in "lr"]
        face = on(second, "head", (two.spots["eye_l"] + two.spots["eye_r"]) / 2, frame)
        assert min(np.linalg.norm(fist - face) for fist in fists) > 0.12


@pytest.mark.parametrize("module", (hug, kiss, dance_with, fight, hold_hands))
def test_both_of_two_stand_on_the_ground(module: ModuleType) -> None:
    for body, motion in acted(module, "man", "woman", start_s=1.3):
        assert abs(posed(body, motion)[:, 2].min()) < 0.02


def test_feet_of_dancers_stay_where_they_are_set_down() -> None:
    for body, motion in acted(dance_with, "man", "woman", frames=72):
        soles = [np.array([on(motion, f"ball_{s}", body.heads[f"ball_{s}"], f) for f in range(72)]) for s in "lr"]
        steps = np.array([np.linalg.norm(np.diff(sole[:, :2], axis=0), axis=1) for sole in soles])
        assert (steps.min(axis=0) < 0.006).all()  # one of the two carries


def test_two_who_talk_take_turns() -> None:
    body = morph.body(*BODIES["woman"])
    acts = [
        Performance(130, 24, np.zeros((1, 3)), 0.0, flat, partner=Partner(body, np.ones((1, 3)), 0.0, leads=n))
        for n in (True, False)
    ]
    loud = np.array([talk.aloud(act) for act in acts])
    assert (loud.sum(axis=0) > 0.4).all()
    assert (loud.min(axis=0) < 0.6).all()
    assert (loud.max(axis=1) == 1).all()
    assert (loud.min(axis=1) == 0).all()


@pytest.mark.parametrize(
    ("prompt", "deed"),
    (
        ("A man and a woman hug", "hug"),
        ("a couple hugging", "hug"),
        ("A mother hugs her daughter", "hug"),
        ("two friends embrace", "hug"),
        ("A person is hugging", "hug"),
        ("A girl is hugged by her mother", "hug"),
        ("a couple walking hand in hand on the beach", "walk_hand_in_hand"),
        ("A couple holding hands walks through a park", "walk_hand_in_hand"),
        ("A father walks with his daughter hand in hand", "walk_hand_in_hand"),
        ("a father holding his child's hand", "hold_hands"),
        ("A man kisses a woman", "kiss"),
        ("a couple dancing in a ballroom", "dance_with"),
        ("A man dances with a woman", "dance_with"),
        ("two men fighting", "fight"),
        ("two men boxing", "fight"),
        ("A boy and a girl give each other a high five", "high_five"),
        ("A man talks to a woman", "talk"),
        ("Ein Paar umarmt sich", "hug"),
        ("Ein Paar geht Hand in Hand am Strand", "walk_hand_in_hand"),
        ("Un couple se promène main dans la main sur la plage", "walk_hand_in_hand"),
        ("Una pareja camina de la mano por la playa", "walk_hand_in_hand"),
    ),
)
def test_what_two_do_is_done_by_both(prompt: str, deed: str) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed).shot
    two = pairs.parted(headcount.individuals(staged.cast))
    assert [m.action.kind for m in two if m.action is not None] == [deed, deed]
    assert len(pairs.ties(two)) == 2


def test_who_is_left_over_stands_by() -> None:
    film, _ = read("three friends hug")
    deeds = [
        m.action.kind for m in pairs.parted(headcount.individuals(stageable(film.shots[0], 1).shot.cast)) if m.action
    ]
    assert sorted(deeds) == ["hug", "hug", "stand"]


def test_a_few_friends_are_no_couple() -> None:
    film, _ = read("Ein paar Freunde gehen am Strand")
    assert film.shots[0].cast[0].kind == "friend"
