"""What people do in place: feet that stay where they stand, weight over the feet, hands that hold what is held."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import offers
from filmwright.content.figure import feet, hands, morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.offers import facts, offered
from filmwright.content.props import easel
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh
from filmwright.spec.shot import Member

PACKAGE = "filmwright.content.actions"
BODIES = {"woman": (0, 30, 1.66), "man": (1, 35, 1.84), "girl": (0, 7, 1.22)}
IN_PLACE = [name for name in registry.names(PACKAGE) if registry.find(PACKAGE, name).POSTURE == "stand"]
HANDLED = [
    (name, kind)
    for name in registry.names(PACKAGE)
    if registry.find(PACKAGE, name).POSTURE != "ride"  # what carries them is built by staging (tests/test_riding.py)
    for kind in facts("action", name, "USES")
]
OFF_THE_GROUND = ("do_push_ups", "float", "jump", "sleep", "climb_rope", "rock_climb")
HANDS_OFF = (
    "hula_hoop",
    "play_football",
    "shoot_goal",
    "run_on_treadmill",
)  # what goes with the body, or with the feet
ON_THE_GROUND_M = 0.006  # a ball of a foot no higher than this over its height at rest bears; chosen


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def module(name: str) -> ModuleType:
    return registry.find(PACKAGE, name)


def body(name: str) -> Body:
    return morph.body(*BODIES[name])


def thing(kind: str, action: str) -> Thing:
    """A thing as it is in the hands of somebody who does that."""
    maker = registry.find(offers.package_of("thing", kind), kind)
    params = maker.vary(np.random.default_rng(3), Member(id=f"{kind}-1", kind=kind))
    made: Thing = maker.build(maker.held(params, action) if hasattr(maker, "held") else params)
    return made


def other_of(name: str) -> Thing | None:
    """What goes with the thing an action handles."""
    return next((thing(kind, name) for kind in facts("action", name, "WITH")), None)


def performed(name: str, who: str, frames: int = 120, using: Thing | None = None, **more: object) -> Motion:
    motion: Motion = module(name).build(
        body(who), Performance(frames, 24, np.zeros((1, 2)), 0.4, flat, look_at=(0.0, 5.0, 1.5), using=using, **more)
    )
    return motion


def at(motion: Motion, bone: str, point: F64) -> F64:
    """Where a rest point carried by one bone is, every frame."""
    k = motion.bones.index(bone)
    return np.asarray(
        Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(point) + motion.locations[:, k]
    )


def joint(motion: Motion, who: Body, bone: str) -> F64:
    return at(motion, bone, who.heads[bone])


def soles(motion: Motion, who: Body) -> dict[str, tuple[F64, F64]]:
    """Ball and heel of each foot, every frame."""
    made = {}
    for side in "lr":
        shape = feet.foot(who, side)
        heel = who.heads[f"foot_{side}"] + about("z", shape.rest_yaw_deg) @ shape.heel
        made[side] = (at(motion, f"foot_{side}", who.heads[f"ball_{side}"]), at(motion, f"foot_{side}", heel))
    return made


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("name", IN_PLACE)
def test_a_foot_that_bears_neither_slides_nor_sinks(name: str, who: str) -> None:
    figure = body(who)
    motion = performed(name, who)
    for side, (ball, heel) in soles(motion, figure).items():
        height = figure.heads[f"ball_{side}"][2]
        assert ball[:, 2].min() > height - 0.02 and heel[:, 2].min() > -0.02, "a foot is in the ground"
        bears = ball[:, 2] < height + ON_THE_GROUND_M
        both = bears[1:] & bears[:-1]
        gone = np.linalg.norm(np.diff(ball[:, :2], axis=0), axis=1)[both]
        assert gone.max(initial=0.0) < 0.012, f"foot {side} slides"


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("name", [n for n in IN_PLACE if n not in OFF_THE_GROUND])
def test_the_weight_is_over_the_feet(name: str, who: str) -> None:
    figure = body(who)
    motion = performed(name, who)
    if sits(motion, figure):
        return  # on a seat that comes with what is done
    shares = {
        "head": 0.10,
        "spine_03": 0.32,
        "spine_01": 0.18,
        "thigh_l": 0.12,
        "thigh_r": 0.12,
        "calf_l": 0.08,
        "calf_r": 0.08,
    }
    middle = sum(share * joint(motion, figure, bone)[:, :2] for bone, share in shares.items())
    points = [p[:, :2] for pair in soles(motion, figure).values() for p in pair]
    if name == "kneel":
        points.append(joint(motion, figure, "calf_r")[:, :2])
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    outside = np.maximum(low - middle, middle - high).max()
    assert outside < 0.07 * hands.scale(figure), f"{outside:.3f} m beside the feet"


def sits(motion: Motion, who: Body) -> bool:
    """Whether somebody's thighs are nearer to level than to upright."""
    hip, knee = joint(motion, who, "thigh_l"), joint(motion, who, "calf_l")
    return bool(((hip - knee)[:, 2] < 0.6 * np.linalg.norm(hip - knee, axis=1)).all())


def dense(mesh: Mesh) -> F64:
    """Points of a mesh and, where they are far apart, of the edges between them: a stick has few."""
    points, faces = np.asarray(mesh.points, float).reshape(-1, 3), np.asarray(mesh.faces)
    made = [points]
    for k in range(faces.shape[1]):
        ends = faces[:, (k + 1) % faces.shape[1]]
        a, b = points[faces[:, k]], points[np.where(ends >= 0, ends, faces[:, 0])]
        long = np.linalg.norm(b - a, axis=1) > 0.03
        made += [a[long] + (b - a)[long] * share for share in np.linspace(0.04, 0.96, 24)]
    return np.concatenate(made)


def held_points(motion: Motion, hold: Hold, what: Thing, frames: F64, names: frozenset[str] | None = None) -> list[F64]:
    """All points of a held thing at some frames; names: of only these nodes of it."""
    meshes = [n for n in what.nodes if isinstance(n, Mesh) and (names is None or n.name in names)]
    if not meshes:
        return [np.full((1, 3), np.inf)] * len(frames)
    points = np.concatenate([dense(n) for n in meshes])
    rest = hold.size * points @ hold.turn.T + hold.place
    if hold.loose in motion.loose:
        spots, rotations = motion.loose[hold.loose]
        own = Rotation.from_quat(rotations, scalar_first=True)
        return [own[int(f)].apply(hold.size * points) + spots[int(f)] for f in frames]
    if not hold.bone:
        return [Rotation.from_euler("z", 0.4 + np.pi).apply(rest) + motion.root[int(f)] for f in frames]
    k = motion.bones.index(hold.bone)
    turns = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
    return [turns[int(f)].apply(rest) + motion.locations[int(f), k] for f in frames]


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize(("name", "kind"), HANDLED)
def test_hands_are_at_what_they_hold(name: str, kind: str, who: str) -> None:
    figure, what = body(who), thing(kind, name)
    motion = performed(name, who, 100, what, other=other_of(name))
    frames = np.arange(0, 100, 9)
    made = module(name)
    parts = made.hold_parts(figure, what) if hasattr(made, "hold_parts") else {}
    whole = frozenset(n.name for n in what.nodes) - frozenset(parts)
    clouds = held_points(motion, made.hold(figure, what), what, frames, whole)
    for node, part in parts.items():
        more = held_points(motion, part, what, frames, frozenset([node]))
        clouds = [np.concatenate([cloud, own]) for cloud, own in zip(clouds, more, strict=True)]
    both = name in ("read", "take_photo", "play_guitar", "give_award", "play_video_game", "play_flute", "play_violin")
    if name in HANDS_OFF:
        return
    for side in "lr" if both else "l" if name in ("cook", "shoot_arrow", "peel_apples") else "r":
        hollow = at(motion, f"hand_{side}", hands.hollow(figure, side, 0.01))
        gaps = [np.linalg.norm(cloud - hollow[f], axis=1).min() for cloud, f in zip(clouds, frames, strict=True)]
        # What stays where it stands is touched and left; what is held never is.
        own = made.hold(figure, what)
        stays = (not own.bone and not parts) or bool(own.loose)
        # An animal in the arms is measured as it stands; it lies there in its coat.
        near_m = 0.085 if name == "carry_in_arms" else 0.055
        assert (min(gaps) if stays else max(gaps)) < near_m, f"hand {side} is {max(gaps):.3f} m away"


@pytest.mark.parametrize("who", list(BODIES))
@pytest.mark.parametrize("seated", [False, True])
def test_who_drinks_brings_the_rim_to_the_lips(who: str, seated: bool) -> None:
    figure, what = body(who), thing("cup", "drink")
    motion = performed("drink", who, 120, what, seated=seated)
    lips = at(motion, "head", hands.mouth(figure))
    clouds = held_points(motion, module("drink").hold(figure, what), what, np.arange(120))
    gaps = np.array([np.linalg.norm(cloud - lips[f], axis=1).min() for f, cloud in enumerate(clouds)])
    assert gaps.min() < 0.015 and gaps[0] > 0.12
    assert (gaps < 0.03).sum() > 12, "long enough for a sip"


@pytest.mark.parametrize("who", list(BODIES))
def test_a_brush_touches_the_canvas_and_leaves_it(who: str) -> None:
    figure, brush, canvas = body(who), thing("paintbrush", "paint"), thing("easel", "paint")
    motion = performed("paint", who, 96, brush, other=canvas)
    hold = module("paint").hold(figure, brush)
    tips = [
        cloud[np.argmax(cloud @ hold_front(motion, hold, f))]
        for f, cloud in enumerate(held_points(motion, hold, brush, np.arange(96)))
    ]
    own = module("paint").hold_other(figure, canvas)
    back = Rotation.from_euler("z", 0.4 + np.pi).inv()
    local = (back.apply(np.array(tips) - motion.root) - own.place) @ own.turn
    level = (local - easel.canvas_middle()) @ np.array([0.0, np.cos(easel.LEAN_RAD), np.sin(easel.LEAN_RAD)])
    assert np.abs(level).min() < 0.02 and level.max() > 0.03 and level.min() > -0.04
    on = local[np.abs(level) < 0.02]
    assert (np.abs(on[:, 0]) < easel.CANVAS_M[0] / 2).all()
    assert (np.abs(on[:, 2] - easel.canvas_middle()[2]) < easel.CANVAS_M[1] / 2).all()


def hold_front(motion: Motion, hold: Hold, frame: int) -> F64:
    """The way the front of a held thing points at a frame."""
    k = motion.bones.index(hold.bone)
    own = Rotation.from_quat(motion.rotations[frame, k], scalar_first=True)
    return np.asarray(own.apply(hold.turn @ np.array([0.0, 1.0, 0.0])))


def test_hands_that_clap_meet_and_part() -> None:
    figure = body("woman")
    motion = performed("clap", "woman", 96)
    palms = [at(motion, f"hand_{side}", hands.hollow(figure, side, 0.0)) for side in "lr"]
    gap = np.linalg.norm(palms[0] - palms[1], axis=1)[24:]
    assert gap.min() < 0.05 and gap.max() > 0.2
    closest = (gap[1:-1] < gap[:-2]) & (gap[1:-1] < gap[2:]) & (gap[1:-1] < 0.12)
    assert closest.sum() >= 5


def test_who_points_has_a_straight_arm_and_looks_along_it() -> None:
    figure = body("woman")
    motion = performed("point", "woman", 60)
    shoulder, wrist = joint(motion, figure, "upperarm_r")[30], joint(motion, figure, "hand_r")[30]
    arm = sum(
        np.linalg.norm(figure.heads[b] - figure.heads[a])
        for a, b in (("upperarm_r", "lowerarm_r"), ("lowerarm_r", "hand_r"))
    )
    assert np.linalg.norm(wrist - shoulder) > 0.93 * arm
    tip = at(motion, "index_03_r", figure.tails["index_03_r"])[30]
    curled = at(motion, "ring_03_r", figure.tails["ring_03_r"])[30]
    assert np.linalg.norm(tip - wrist) > np.linalg.norm(curled - wrist) + 0.04
    k = motion.bones.index("head")
    gaze = Rotation.from_quat(motion.rotations[30, k], scalar_first=True).apply([0.0, -1.0, 0.0])
    assert gaze[:2] @ (tip - shoulder)[:2] / np.linalg.norm((tip - shoulder)[:2]) > 0.8


@pytest.mark.parametrize("who", list(BODIES))
def test_who_jumps_leaves_the_ground(who: str) -> None:
    figure = body(who)
    motion = performed("jump", who, 96)
    lowest = np.min([p[:, 2] for pair in soles(motion, figure).values() for p in pair], axis=0)
    assert lowest.max() > 0.12 * figure.heads["thigh_l"][2]
    assert (lowest < 0.03).sum() > 30


@pytest.mark.parametrize("who", list(BODIES))
def test_who_kneels_has_a_knee_on_the_ground_and_an_upright_back(who: str) -> None:
    figure = body(who)
    motion = performed("kneel", who, 96)
    knee = joint(motion, figure, "calf_r")[70:, 2]
    assert knee.min() > 0.02 and knee.max() < 0.12
    assert (joint(motion, figure, "calf_l")[70:, 2] > 0.2 * figure.height_m).all()
    back = (joint(motion, figure, "neck_01") - joint(motion, figure, "pelvis"))[70:]
    assert (back[:, 2] > 0.9 * np.linalg.norm(back, axis=1)).all()


@pytest.mark.parametrize("who", list(BODIES))
def test_hands_and_toes_of_push_ups_stay_put_while_the_body_goes_down(who: str) -> None:
    figure = body(who)
    motion = performed("do_push_ups", who, 96)
    for bone in ("hand_l", "hand_r", "foot_l", "foot_r"):
        assert np.ptp(joint(motion, figure, bone), axis=0).max() < 0.02, bone
    chest = joint(motion, figure, "spine_03")[:, 2]
    assert np.ptp(chest) > 0.15 * figure.height_m / 1.7 and chest.min() > 0.08
    assert joint(motion, figure, "head")[:, 2].max() < 0.5 * figure.height_m


def test_who_turns_around_shows_the_back_and_then_the_face() -> None:
    motion = performed("turn_around", "woman", 72)
    turned = np.degrees(motion.facing_yaw_rad - 0.4)
    assert abs(turned[0]) > 170 and abs(turned[-1]) < 2
    assert (np.diff(np.abs(turned)) < 0.01).all()


def test_a_bow_is_deep() -> None:
    figure = body("man")
    head = joint(performed("bow", "man", 96), figure, "head")[:, 2]
    assert head[:6].min() > 0.85 * figure.height_m and head.min() < 0.75 * figure.height_m


def test_somebody_in_the_tree_stands_on_one_leg() -> None:
    figure = body("woman")
    motion = performed("do_yoga", "woman", 96)
    foot, knee = joint(motion, figure, "foot_r")[60:], joint(motion, figure, "calf_l")[60:]
    assert (foot[:, 2] > knee[:, 2]).all()
    palms = [joint(motion, figure, f"hand_{side}")[60:] for side in "lr"]
    assert (palms[0][:, 2] > joint(motion, figure, "head")[60:, 2] + 0.2).all()


@pytest.mark.parametrize(
    ("prompt", "action", "held"),
    [
        ("a person is clapping", "clap", None),
        ("a person is drinking a cup of tea", "drink", "cup"),
        ("a person is tasting beer", "drink", "bottle"),
        ("a man plays the guitar", "play_guitar", "guitar"),
        ("a person is strumming guitar", "play_guitar", "guitar"),
        ("a person is reading book", "read", "book"),
        ("a man reads a red book in a library", "read", "book"),
        ("a person is laughing", "laugh", None),
        ("a person is push up", "do_push_ups", None),
        ("A woman takes a photo", "take_photo", "cell_phone"),
        ("Un homme joue de la guitare", "play_guitar", "guitar"),
        ("A man cooks in a kitchen", "cook", "frying_pan"),
        ("A woman paints a picture in a studio", "paint", "paintbrush"),
        ("Eine Frau liest ein Buch", "read", "book"),
    ],
)
def test_a_deed_is_staged_with_what_it_handles(prompt: str, action: str, held: str | None) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    somebody = staged.shot.cast[0]
    assert somebody.action is not None and somebody.action.kind == action
    assert not staged.gaps
    kinds = {m.id: m.kind for m in staged.shot.cast}
    assert [kinds[name] for name in somebody.holds] == ([held, *facts("action", action, "WITH")] if held else [])


def test_who_sits_and_drinks_does_both() -> None:
    film, _ = read("A woman sits in a café and drinks coffee")
    staged = stageable(film.shots[0], film.seed)
    somebody = staged.shot.cast[0]
    assert somebody.action is not None and somebody.action.kind == "drink"
    assert [a.kind for a in somebody.then] == ["sit"] and not staged.gaps


def test_what_actions_say_of_themselves_is_there() -> None:
    for name in registry.names(PACKAGE):
        made = module(name)
        assert hasattr(made, "hold") == bool(facts("action", name, "USES"))
        assert set(facts("action", name, "USES")) <= set(offered("thing"))
        assert set(facts("action", name, "SEATED")) <= {"told", "offered"}
        assert not set(facts("action", name, "ALSO")) & set(offered("action"))
        assert set(facts("action", name, "OVER")) <= {"right", "left", "head"} >= set(facts("action", name, "FREE"))
        assert set(facts("action", name, "ONLY_IN")) <= set(offered("place"))
