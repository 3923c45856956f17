"""Sports: balls that leave the hand and come back to it, things in both hands and under the feet, bodies in balance."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import offers
from filmwright.content.figure import feet, morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.content.offers import facts
from filmwright.content.props import basketball, basketball_hoop, golf_club, skis
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.spec.shot import Member
from filmwright.staging import holding

PACKAGE = "filmwright.content.actions"
BODIES = {"woman": (0, 30, 1.66), "man": (1, 35, 1.84), "girl": (0, 7, 1.22)}
SOLE_M = 0.026
LOOSE = [
    "play_basketball",
    "shoot_basketball",
    "play_tennis",
    "play_golf",
    "throw",
    "throw_frisbee",
    "shoot_goal",
    "hula_hoop",
    "jump_rope",
    "lift_weights",
]


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def thing(kind: str, action: str) -> Thing:
    maker = registry.find(offers.package_of("thing", kind), kind)
    params = maker.vary(np.random.default_rng(3), Member(id=f"{kind}-1", kind=kind))
    made: Thing = maker.build(maker.held(params, action) if hasattr(maker, "held") else params)
    return made


def performed(name: str, body: Body, frames: int = 144, fps: int = 24, **more: object) -> Motion:
    module = registry.find(PACKAGE, name)
    uses = facts("action", name, "USES")
    using = thing(uses[0], name) if uses else None
    walks = module.POSTURE == "walk"
    path = np.array([[0.0, 0.0], [0.0, -30.0]]) if walks else np.zeros((1, 2))
    motion: Motion = module.build(body, Performance(frames, fps, path, 0.4, flat, using=using, sole_m=SOLE_M, **more))  # type: ignore[arg-type]
    return motion


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("name", LOOSE)
def test_what_is_thrown_neither_jumps_nor_sinks(name: str, who: str) -> None:
    """Between two frames a 240th of a second apart nothing goes farther than the fastest ball does."""
    motion = performed(name, morph.body(*BODIES[who]), 1400, 240)
    assert motion.loose
    for spots, rotations in motion.loose.values():
        assert np.isfinite(spots).all()
        np.testing.assert_allclose(np.linalg.norm(rotations, axis=1), 1, atol=1e-6)
        near = np.abs(spots - motion.root).max(axis=1) < 5.0
        steps = np.linalg.norm(np.diff(spots, axis=0), axis=1)[near[1:] & near[:-1]]
        fastest = {"play_golf": 0.35, "play_tennis": 0.16, "throw": 0.20, "shoot_goal": 0.10}.get(name, 0.09)
        assert steps.max() < fastest, f"{steps.max():.2f} m in a frame"
        if name not in ("hula_hoop", "jump_rope", "lift_weights", "throw_frisbee"):
            assert spots[:, 2].min() > -SOLE_M - 0.13


@pytest.mark.parametrize("who", list(BODIES))
def test_a_shot_goes_through_the_ring(who: str) -> None:
    body = morph.body(*BODIES[who])
    motion = performed("shoot_basketball", body, 480, 120)
    spots, rotations = motion.loose["ball"]
    own = Rotation.from_quat(rotations, scalar_first=True)
    middle = spots + own.apply([0.0, 0.0, basketball.RADIUS_M]) + [0, 0, SOLE_M]
    module = registry.find(PACKAGE, "shoot_basketball")
    hold = module.hold_other(body, thing("basketball_hoop", "shoot_basketball"))
    ring = holding.handled(motion, hold, SOLE_M)
    at = ring.turns.apply(basketball_hoop.RING_M) + ring.spots
    assert np.linalg.norm(middle - at, axis=1).min() < 0.05
    assert middle[:, 2].max() > basketball_hoop.RING_M[2] + 0.25, "from above"


@pytest.mark.parametrize("who", list(BODIES))
def test_the_club_is_at_the_ball_when_that_goes(who: str) -> None:
    body = morph.body(*BODIES[who])
    motion = performed("play_golf", body, 600, 120)
    spots, _ = motion.loose["ball"]
    goes = int(np.argmax(np.linalg.norm(np.diff(spots, axis=0), axis=1) > 0.05))
    module = registry.find(PACKAGE, "play_golf")
    club = thing("golf_club", "play_golf")
    held = holding.handled(motion, module.hold(body, club), SOLE_M)
    heads = held.spots + held.turns.apply([0.03, 0.0, 0.03])
    away = np.linalg.norm(heads[goes - 3 : goes + 4] - spots[goes] - [0, 0, SOLE_M + 0.045], axis=1)
    assert away.min() < 0.16
    assert heads[:, 2].min() > -0.02 and heads[:, 2].max() > 1.0 * body.height_m
    assert golf_club.LENGTH_M > 1.0


@pytest.mark.parametrize("who", list(BODIES))
def test_skis_lie_on_the_snow_under_both_feet(who: str) -> None:
    body = morph.body(*BODIES[who])
    motion = performed("go_skiing", body)
    module = registry.find(PACKAGE, "go_skiing")
    what = thing("skis", "go_skiing")
    parts = module.hold_parts(body, what)
    size = module.hold(body, what).size
    for name in ("skis left", "skis right"):
        mesh = next(n for n in what.nodes if n.name == name)
        points = size * np.asarray(mesh.points, float).reshape(-1, 3)  # type: ignore[union-attr]
        held = holding.handled(motion, parts[name], SOLE_M)
        low = [(held.turns[f].apply(points) + held.spots[f])[:, 2].min() for f in range(0, 144, 6)]
        assert min(low) > -0.05 and max(low) < 0.03, f"{min(low):.3f} .. {max(low):.3f}"
    assert skis.STANDS_M < 0.05


@pytest.mark.parametrize("who", list(BODIES))
def test_a_skater_pushes_wide_and_glides(who: str) -> None:
    body = morph.body(*BODIES[who])
    module = registry.find(PACKAGE, "ice_skate")
    motion = performed("ice_skate", body, 96, speed_m_s=module.pace(body, None))
    apart = []
    for side in "lr":
        k = motion.bones.index(f"foot_{side}")
        turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
        apart.append(turned.apply(body.heads[f"foot_{side}"]) + motion.locations[:, k])
    wide = np.linalg.norm((apart[0] - apart[1])[:, :2], axis=1)
    assert wide.max() > 0.36 * body.height_m and wide.min() < 0.16 * body.height_m


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("name", ["climb_rope", "rock_climb"])
def test_hands_that_hold_stay_while_the_body_goes_up(name: str, who: str) -> None:
    body = morph.body(*BODIES[who])
    motion = performed(name, body, 480, 60)
    hip = _joint(motion, body, "pelvis")
    assert hip[-1, 2] > hip[0, 2] + 0.6 * body.height_m / 1.7
    for side in "lr":
        hand = _joint(motion, body, f"hand_{side}")
        still = np.linalg.norm(np.diff(hand, axis=0), axis=1) < 0.002
        assert still.mean() > 0.35


def _joint(motion: Motion, body: Body, bone: str) -> F64:
    k = motion.bones.index(bone)
    turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
    return np.asarray(turned.apply(body.heads[bone]) + motion.locations[:, k])


@pytest.mark.parametrize("who", list(BODIES))
def test_whoever_runs_on_a_treadmill_stays_on_its_belt(who: str) -> None:
    body = morph.body(*BODIES[who])
    motion = performed("run_on_treadmill", body)
    low = []
    for side in "lr":
        shape = feet.foot(body, side)
        heel = body.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel
        k = motion.bones.index(f"foot_{side}")
        turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
        for point in (heel, body.heads[f"ball_{side}"] * [1, 1, 0]):
            low.append(turned.apply(point) + motion.locations[:, k])
    points = np.concatenate(low)
    assert points[:, 2].min() > 0.15, "over the belt"
    assert np.abs(points[:, :2]).max() < 0.9


COURT = ["t_shirt", "shorts", "sneakers"]  # what games are played in


@pytest.mark.parametrize(
    ("prompt", "action", "held", "worn"),
    [
        ("A man plays basketball", "play_basketball", ["basketball"], COURT),
        ("A person is shooting basketball", "shoot_basketball", ["basketball", "basketball_hoop"], COURT),
        ("A boy plays football", "play_football", ["sports_ball"], COURT),
        ("A woman plays tennis", "play_tennis", ["tennis_racket"], COURT),
        ("A person is hula hooping", "hula_hoop", ["hula_hoop"], []),
        ("A girl jumps rope", "jump_rope", ["jump_rope"], ["t_shirt", "leggings", "sneakers"]),
        ("A person is archery", "shoot_arrow", ["bow_and_arrow"], []),
        ("A man lifts weights", "lift_weights", ["barbell"], ["t_shirt", "sweatpants", "sneakers"]),
        ("A person is climbing a rope", "climb_rope", ["rope"], []),
        ("A person is running on treadmill", "run_on_treadmill", ["treadmill"], ["t_shirt", "leggings", "sneakers"]),
        ("A person is cheerleading", "cheerlead", ["pompoms"], []),
        ("A person is pushing cart", "push_cart", ["shopping_cart"], []),
        ("A woman skis", "go_skiing", ["skis"], ["puffer_jacket", "beanie", "gloves"]),
        ("A girl rollerblades", "roller_skate", [], ["roller_skates"]),
        ("A man ice skates", "ice_skate", [], ["ice_skates"]),
        ("Ein Mann spielt Tennis", "play_tennis", ["tennis_racket"], COURT),
    ],
)
def test_sports_come_with_what_they_take(prompt: str, action: str, held: list[str], worn: list[str]) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    somebody = staged.shot.cast[0]
    assert somebody.action is not None and somebody.action.kind == action
    kinds = {m.id: m.kind for m in staged.shot.cast}
    assert [kinds[name] for name in somebody.holds] == held
    assert [g.kind for g in somebody.wardrobe] == worn


@pytest.mark.parametrize(
    ("prompt", "deed", "board"),
    [("A man surfs", "surf", "surfboard"), ("A woman snowboards", "snowboard", "snowboard")],
)
def test_boards_are_ridden(prompt: str, deed: str, board: str) -> None:
    film, _ = read(prompt)
    cast = stageable(film.shots[0], film.seed).shot.cast
    assert cast[0].action is not None and cast[0].action.kind == deed
    assert cast[0].relation is not None and cast[0].relation.kind == "on"
    assert cast[1].kind == board
