"""What hands do with tools and instruments: food at the lips, the bow on the strings, the pen on the paper, a driver in the car."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import offers
from filmwright.content.figure import hands, morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import _laid, table, violin
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh
from filmwright.spec.shot import Action, Member

BODIES = {"woman": (0, 30, 1.66), "man": (1, 35, 1.84), "girl": (0, 7, 1.22)}


def thing(kind: str, action: str) -> Thing:
    maker = registry.find(offers.package_of("thing", kind), kind)
    params = maker.vary(np.random.default_rng(3), Member(id=f"{kind}-1", kind=kind))
    made: Thing = maker.build(maker.held(params, action) if hasattr(maker, "held") else params)
    return made


def performed(action: str, body: Body, using: Thing, frames: int = 96, *, sole_m: float = 0.0) -> Motion:
    made: Motion = registry.find("filmwright.content.actions", action).build(
        body,
        Performance(frames, 24, np.zeros((1, 2)), np.pi, lambda x, y: 0.0 * x, using=using, sole_m=sole_m),
    )
    return made


def placed(motion: Motion, hold: Hold, points: F64, frame: int) -> F64:
    """Points of a thing in model axes at a frame: the body faces -Y, as at rest."""
    rest = hold.size * points @ hold.turn.T + hold.place
    if not hold.bone:
        return np.asarray(rest)
    k = motion.bones.index(hold.bone)
    return np.asarray(
        Rotation.from_quat(motion.rotations[frame, k], scalar_first=True).apply(rest) + motion.locations[frame, k]
    )


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("food", ["hamburger", "ice_cream", "apple", "pizza"])
def test_who_eats_brings_the_food_to_the_lips(food: str, who: str) -> None:
    body, what = morph.body(*BODIES[who]), thing(food, "eat")
    motion = performed("eat", body, what)
    hold = registry.find("filmwright.content.actions", "eat").hold(body, what)
    points = np.concatenate([np.asarray(n.points, float).reshape(-1, 3) for n in what.nodes if isinstance(n, Mesh)])
    head = Hold("head", np.eye(3), np.zeros(3))
    gaps = [
        np.linalg.norm(placed(motion, hold, points, f) - placed(motion, head, hands.mouth(body)[None], f), axis=1).min()
        for f in range(0, 96, 3)
    ]
    assert min(gaps) < 0.02 and max(gaps) > 0.12


@pytest.mark.parametrize("who", list(BODIES))
def test_the_bow_goes_to_and_fro_over_the_strings(who: str) -> None:
    body, what = morph.body(*BODIES[who]), thing("violin", "play_violin")
    module = registry.find("filmwright.content.actions", "play_violin")
    motion = performed("play_violin", body, what)
    hair = np.linspace([0.0, 0.05, 0.0], [0.0, violin.BOW_M - 0.01, 0.0], 300)
    own, bow = module.hold(body, what), module.hold_parts(body, what)["violin bow"]
    gaps, at = [], []
    for f in range(0, 96, 3):
        away = np.linalg.norm(placed(motion, bow, hair, f) - placed(motion, own, violin.strings()[None], f), axis=1)
        gaps.append(away.min())
        at.append(hair[away.argmin(), 1])
    assert max(gaps) < 0.03
    assert np.ptp(at) > 0.15


@pytest.mark.parametrize("sole_m", [0.0, 0.03])
@pytest.mark.parametrize("who", list(BODIES))
def test_a_pen_is_on_the_paper_whatever_shoes_are_worn(who: str, sole_m: float) -> None:
    body, pen = morph.body(*BODIES[who]), thing("pen", "write")
    motion = performed("write", body, pen, sole_m=sole_m)
    hold = registry.find("filmwright.content.actions", "write").hold(body, pen)
    tip = np.array([[0.0, hands.reach_m(pen, 1), 0.0055]])
    tips = np.concatenate([placed(motion, hold, tip, f) for f in range(96)]) + [0.0, 0.0, sole_m]
    paper = _laid.on_paper(0.0, 0.0) + [0.0, -table.SIT_M, table.HEIGHT_M]
    assert np.abs(tips[:, 2] - paper[2]).max() < 0.03 and np.median(np.abs(tips[:, 2] - paper[2])) < 0.008
    assert np.abs(tips[:, :2] - paper[:2]).max() < 0.17


def test_a_child_has_a_smaller_guitar() -> None:
    module, guitar = registry.find("filmwright.content.actions", "play_guitar"), thing("guitar", "play_guitar")
    sizes = [module.hold(morph.body(*BODIES[who]), guitar).size for who in ("man", "woman", "girl")]
    assert sizes[0] == sizes[1] == 1.0 and sizes[2] < 0.8


@pytest.mark.parametrize(
    ("prompt", "vehicle"),
    [("A man drives a red car", "car"), ("a person is driving car", "car"), ("A woman drives a taxi", "taxi")],
)
def test_who_drives_sits_in_what_is_driven(prompt: str, vehicle: str) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    somebody, ridden = staged.shot.cast
    assert somebody.relation is not None and somebody.relation.to == ridden.id
    assert somebody.action is not None and somebody.action.kind == "drive_car"
    assert ridden.action is not None and ridden.action.to == somebody.id
    assert not staged.gaps
    assert ridden.kind in (vehicle, "car")


def test_one_sees_into_a_car_that_is_driven() -> None:
    maker = registry.find("filmwright.content.vehicles", "car")
    rng = np.random.default_rng(1)
    empty = maker.build(maker.vary(rng, Member(id="car-1", kind="car")))
    driven = maker.build(maker.vary(rng, Member(id="car-1", kind="car", action=Action(kind="drive", to="man-1"))))
    assert not any("seats" in n.name for n in empty.nodes)
    assert any("seats" in n.name for n in driven.nodes) and driven.materials["glazing"].alpha != 1.0


@pytest.mark.parametrize(
    ("prompt", "held"),
    [
        ("a person is writing", ["pen", "table"]),
        ("a man writes at a desk", ["pen", "table"]),
        ("a person is using computer", ["laptop", "table"]),
        ("a person is eating watermelon", ["watermelon"]),
        ("a woman eats hot soup", ["soup", "table"]),
        ("a person is playing violin", ["violin"]),
        ("a person is ironing", ["iron", "ironing_board"]),
        ("a person is sharpening knives", ["knife", "table"]),
        ("a woman holds a cat in her arms", ["cat"]),
        ("a mother carries her baby", ["swaddled_baby"]),
        ("a man walks carrying a puppy", ["dog"]),
        ("a woman holding a cat waves", []),
        ("a woman holding a dog on a leash", []),
    ],
)
def test_tools_and_tables_come_with_what_is_done(prompt: str, held: list[str]) -> None:
    film, _ = read(prompt)
    shot = stageable(film.shots[0], film.seed).shot
    kinds = {m.id: m.kind for m in shot.cast}
    assert sorted(kinds[name] for name in shot.cast[0].holds) == sorted(held)


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("kind", ["cat", "dog", "swaddled_baby"])
def test_what_is_carried_in_the_arms_is_held_by_both_hands(kind: str, who: str) -> None:
    body, carried = morph.body(*BODIES[who]), thing(kind, "carry_in_arms")
    motion = performed("carry_in_arms", body, carried)
    hold = registry.find("filmwright.content.actions", "carry_in_arms").hold(body, carried)
    middle = placed(motion, hold, np.array([[0.0, -0.05, 0.08]]) / hold.size, 48)[0]
    for side in "lr":
        k = motion.bones.index(f"hand_{side}")
        turn = Rotation.from_quat(motion.rotations[48, k], scalar_first=True)
        palm = turn.apply(hands.hollow(body, side)) + motion.locations[48, k]
        assert np.linalg.norm(palm - middle) < 0.20
