"""Playing cards: at a table, a fan of them in the left hand, the right one drawing a card and laying it down."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.kinds import Hold, Motion, Performance, Thing

WORDS = ("play cards",)
EXAMPLE = "A man in a white shirt plays cards in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("playing_cards",)
WITH = ("table",)
HOME = ("living_room", "dining_room", "studio")
ALSO = ("shuffle_cards",)
TURN_RAD = 0.75

_PERIOD_S = 3.2


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays a card within the first two seconds, and draws again."""
    sitting = _work.sat(body, performance, lean_deg=9.0)
    poser, t = sitting.poser, performance.times_s
    u = (t / _PERIOD_S) % 1.0
    down = smooth_step(u, 0.12, 0.46) * (1 - smooth_step(u, 0.62, 0.96))
    fan = _work.at_table(performance, 0.075, 0.10, 0.235)
    _work.look(poser, fan + (_work.at_table(performance, -0.05, 0.25, 0.0) - fan) * (0.8 * down)[:, None], most_deg=40.0)
    # Faces look back at who plays.
    turned = np.broadcast_to(about("z", 14.0) @ about("x", 22.0), (len(t), 3, 3))
    origin = fan + columns(0.0, 0.0, 0.004 * np.sin(2 * np.pi * t / 2.7))
    poser.curl("l", 34.0, thumb_deg=30.0)
    hands.carry(poser, "l", _fan_grip(), turned, origin, _work.elbow(poser, 0.8, 0.3, 0.8, "l"))
    high = origin + apply(turned, np.array([-0.045, 0.012, 0.085]))
    low = _work.at_table(performance, -0.06, 0.26, 0.035)
    spot = high + (low - high) * down[:, None] + columns(0.0, 0.0, 0.05 * np.sin(np.pi * down))
    card = about("z", 10.0) @ about("x", 20.0 + 62.0 * down)
    poser.curl("r", 34.0, thumb_deg=36.0)
    hands.carry(poser, "r", _card_grip(), card, spot, _work.elbow(poser, 0.85, 0.35, 0.6))
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The fan in the left hand."""
    return hands.hold(body, "l", _fan_grip())


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who plays."""
    return _work.table_stands()


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """One card in the right hand."""
    own = hands.hold(body, "r", _card_grip())
    return {node.name: own for node in thing.nodes if node.name.startswith("cards single")}


def _fan_grip() -> hands.Grip:
    """The foot of the fan between thumb and fingers, these behind it."""
    return hands.Grip(np.array([0.012, -0.002, 0.024]), np.array([-0.72, 0.0, 0.69]), np.array([0.20, 0.90, 0.20]), 0.006)


def _card_grip() -> hands.Grip:
    """A card by its foot."""
    return hands.Grip(np.array([-0.028, -0.004, 0.030]), np.array([0.78, 0.0, 0.62]), np.array([0.0, 0.95, 0.0]), 0.014)
