"""Carrying an animal in the arms: it lies along one forearm against the chest, the other hand on its flank."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import about, apply, columns, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import breath, look_towards
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("carry in arms", "carry in the arms")
EXAMPLE = "A woman in a blue sweater carries in her arms a cat in a garden"
POSTURE = "stand"
OVER = ("right", "left")
FREE = ("head",)
SEATED = ("told",)
SEEN = ("medium",)
USES = (
    "cat", "dog", "rabbit", "corgi", "dachshund", "poodle", "dalmatian", "labrador", "golden_retriever", "german_shepherd", "husky",
    "fox", "pig", "goat", "sheep", "raccoon", "red_panda", "otter", "koala", "panda", "lion", "tiger", "leopard",
    "swaddled_baby",
)  # fmt: skip
FACE = ("happy",)
TURN_RAD = 0.30

_HIGH_M = 0.32  # how tall an animal is at the most that is carried: of larger ones it is a small one; chosen
_BELLY = 0.645  # height of the forearm under it, in heights of who carries; chosen
_RISES_DEG, _OUT_DEG = 16.0, 24.0  # how far its head end is raised, and turned out from the chest; chosen


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] holds it all the time, and looks down at it now and then."""
    standing = at_ease(body, performance, liveliness=0.6)
    poser, t, s = standing.poser, performance.times_s, hands.scale(body)
    if performance.look_at is not None:
        look_towards(standing, performance.look_at, 0.55 + 0.25 * wander(t, 6.0, 1.0))
    poser.bend("head", about("x", 3.0 + 4.0 * wander(t, 5.0, 2.0)))
    thick = _thick_m(performance.using)
    place, across = _place(body, performance.using), _across()
    chest, joint = poser.at("spine_03")

    def on_body(point: F64) -> F64:
        """A point at rest as the chest carries it (F, 3)."""
        return joint + apply(chest, point - body.heads["spine_03"])

    def along(way: tuple[float, float, float]) -> F64:
        return apply(chest, across @ about("z", 90.0) @ np.array(way))

    air = columns(0.0, -0.002 * breath(t), 0.0)
    for side in "lr":
        poser.curl(side, 22.0, thumb_deg=16.0)
    # Along its length, out from the chest and up: the axes of what lies there.
    bundle = performance.using is not None and not performance.using.bones
    under = place + across @ np.array([0.55 * thick if bundle else 0.0, -0.11 * s, 0.004])
    elbow = apply(chest, np.array([0.55, -0.5 if bundle else 0.35, -0.9]))
    hands.bring(
        poser, "l", on_body(under) + air, along((-0.95, -0.25 if bundle else -0.10, 0.05)), along((0.0, 0.25, 1.0)), elbow,
        at=hands.hollow(body, "l", 0.006),
    )  # fmt: skip
    flank = place + across @ np.array([thick, (-0.17 if bundle else 0.03) * s, 0.09 if bundle else 1.1 * thick])
    hands.bring(
        poser, "r", on_body(flank) + air, along((0.95, 0.10, 0.10)), along((0.0, 1.0, -0.25)), apply(chest, np.array([-0.7, 0.2, -0.8])),
        at=hands.hollow(body, "r", 0.004),
    )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The animal across the chest, its head to the body's left."""
    return Hold("spine_03", _across(), _place(body, thing), size=_size(thing))


def _across() -> F64:
    """The turn (3, 3) of what lies in the arms: its right side out from the chest."""
    return np.asarray(about("z", -_OUT_DEG) @ about("y", -_RISES_DEG) @ about("z", -90.0))


def _place(body: Body, thing: Thing | None) -> F64:
    """Where the ground under it would be (3,), its middle before the body at rest."""
    s = hands.scale(body)
    left, high_m = 0.01 * s, _BELLY * body.height_m
    if thing is not None and not thing.bones:
        low, high = things.box(thing.nodes)
        left -= float(low[1] + high[1]) / 2
        high_m += 0.03 * s
    return np.array([left, hands.front_m(body, "chest") - _thick_m(thing) - 0.015, high_m])


def _size(thing: Thing) -> float:
    low, high = things.box(thing.nodes)
    return float(min(1.0, _HIGH_M / (thing.top[2] if thing.top is not None else (high - low)[2])))


def _thick_m(thing: Thing | None) -> float:
    """Half of how thick it is, in metres: of an animal its trunk."""
    if thing is not None and not thing.bones:
        low, high = things.box(thing.nodes)
        return float(high[0] - low[0]) / 2
    high_m = 0.26 if thing is None or thing.top is None else thing.top[2] * _size(thing)
    return 0.22 * high_m
