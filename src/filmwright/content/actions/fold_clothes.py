"""Folding clothes: at a table with piles of them, the hands laying a shirt together and smoothing it."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import SIDES, columns, smooth_step
from filmwright.content.figure.stance import stand
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import _laid

WORDS = ("fold clothes",)
EXAMPLE = "A woman in a green sweater folds clothes in a bedroom"
POSTURE = "stand"
SEEN = ("medium_wide",)
USES = ("table",)
HOME = ("bedroom", "living_room", "studio")
ALSO = ("do_laundry",)
TURN_RAD = 0.45

_PERIOD_S = 2.8


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] folds from the first moment to the end."""
    standing = stand(body, performance, liveliness=0.3)
    poser, t = standing.poser, performance.times_s
    _work.stoop(standing, performance, 0.0, 12.0)
    _work.bow(poser, 17.0)
    u = (t / _PERIOD_S) % 1.0
    together = smooth_step(u, 0.05, 0.30) * (1 - smooth_step(u, 0.72, 0.95))
    smooth = np.sin(np.pi * np.clip((u - 0.34) / 0.34, 0.0, 1.0))
    shirt = _work.at_table(performance, 0.0, _laid.PILE[1] - 0.02, 0.048 + _work.HIGHER_M)
    _work.look(poser, shirt + 0 * t[:, None], most_deg=44.0)
    for side, sign in SIDES:
        lift = 0.075 * np.sin(np.pi * np.clip((u - 0.03) / 0.27, 0.0, 1.0)) + 0.03 * np.sin(
            np.pi * np.clip((u - 0.72) / 0.25, 0, 1)
        )
        aside = 0.185 - 0.105 * together
        point = shirt + columns(sign * aside, 0.02 - 0.10 * smooth, lift)
        poser.curl(side, 14.0 + 18.0 * (1 - together), thumb_deg=20.0)
        tilt = 0.55 * (1 - together)
        hands.bring(
            poser, side, point, columns(-sign * 0.45, -0.85, -0.22 - 0.1 * tilt), columns(-sign * tilt, 0.0, -1.0),
            np.array([sign * 0.85, 0.55, -0.4]), at=hands.hollow(body, side, 0.003),
        )  # fmt: skip
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The table before who folds."""
    return _work.table_stands()
