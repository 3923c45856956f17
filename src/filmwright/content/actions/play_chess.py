"""Playing chess: at a table, bent over the board, a man lifted from one square and set down on another."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import columns, smooth_step
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import chessboard

WORDS = ("play chess",)
EXAMPLE = "A man in a gray sweater plays chess in a living room"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("chessboard",)
WITH = ("table",)
HOME = ("library", "living_room", "studio")
ALSO = ("play_board_game",)
TURN_RAD = 0.75

_AHEAD_M = 0.30  # of the board's middle from the table's edge
_PERIOD_S = 6.0


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] makes its move within the first three seconds, and thinks."""
    sitting = _work.sat(body, performance, lean_deg=20.0)
    poser, t = sitting.poser, performance.times_s
    board = _work.at_table(performance, 0.0, _AHEAD_M, chessboard.BOARD_M)
    u = (t + 0.9) % _PERIOD_S - 0.6  # between two moves the hand rests
    out = smooth_step(u, -0.6, 0.3) * (1 - smooth_step(u, 3.0, 4.4))
    over = smooth_step(u, 0.7, 2.1)
    s = chessboard.SQUARE_M
    start, end = np.array([-0.5 * s, 1.5 * s, 0.0]), np.array([-0.5 * s, -0.5 * s, 0.0])
    lift = 0.075 * np.sin(np.pi * np.clip((u - 0.5) / 1.7, 0.0, 1.0)) ** 0.7
    spot = board + start + (end - start) * over[:, None] + columns(0.0, 0.0, lift)
    _work.look(poser, board + 0.6 * (spot - board), most_deg=46.0)
    rest = _work.at_table(performance, -0.30, 0.04, 0.03)
    point = rest + (spot + [0.0, 0.0, 0.052] - rest) * out[:, None]
    turned = np.broadcast_to(hands.as_held(0.0), (len(t), 3, 3))
    poser.curl("r", 38.0, thumb_deg=38.0)
    hands.carry(poser, "r", _grip(), turned, point, _work.elbow(poser, 0.85, 0.35, 0.5))
    # The chin rests on the left fist, its elbow on the table.
    turn, joint = poser.at("head")
    chin = joint + np.einsum(
        "fij,j->fi", turn, hands.mouth(body) - body.heads["head"] + np.array([0.022, 0.004, -0.062]) * hands.scale(body)
    )
    poser.curl("l", 52.0, thumb_deg=20.0)
    hands.bring(
        poser, "l", chin, np.array([-0.30, 0.35, 0.9]), np.array([-0.5, 0.75, -0.4]), np.array([0.55, -0.8, -0.9]),
        at=hands.hollow(body, "l", -0.030),
    )  # fmt: skip
    return sitting.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The board on the table."""
    return _work.on_table(0.0, _AHEAD_M)


def hold_other(body: Body, thing: Thing) -> Hold:
    """The table before who plays."""
    return _work.table_stands()


def hold_parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """The man that is moved goes with the right hand."""
    return {"chess moved man": hands.hold(body, "r", _grip())}


def _grip() -> hands.Grip:
    """A man's head (its origin) between thumb and fingers from above."""
    return hands.Grip(np.array([0.0, 0.0, 0.0]), np.array([-0.18, 0.62, -0.76]), np.array([-0.62, -0.55, -0.55]), 0.030)
