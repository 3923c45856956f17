"""A bunch of flat things in the left hand at a table, cards or notes: the right hand draws one and lays it down."""

from __future__ import annotations

import numpy as np

from filmwright.content.actions import _work
from filmwright.content.figure import hands
from filmwright.content.figure.body import Body
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.kinds import Hold, Motion, Performance, Thing


def deal(body: Body, performance: Performance, period_s: float, *, low: tuple[float, float] = (-0.06, 0.26)) -> Motion:
    """The body sits at its table and deals one every `period_s`, laying it at `low`: left of the middle and ahead of the edge."""
    sitting = _work.sat(body, performance, lean_deg=9.0)
    poser, t = sitting.poser, performance.times_s
    u = (t / period_s) % 1.0
    down = smooth_step(u, 0.12, 0.46) * (1 - smooth_step(u, 0.62, 0.96))
    fan = _work.at_table(performance, 0.075, 0.10, 0.215)
    _work.look(poser, fan + (_work.at_table(performance, *low) - fan) * (0.8 * down)[:, None], most_deg=40.0)
    # Their faces look back at who holds them.
    turned = np.broadcast_to(about("z", 14.0) @ about("x", 22.0), (len(t), 3, 3))
    origin = fan + columns(0.0, 0.0, 0.004 * np.sin(2 * np.pi * t / 2.7))
    poser.curl("l", 34.0, thumb_deg=30.0)
    hands.carry(poser, "l", _bunch(), turned, origin, _work.elbow(poser, 0.8, 0.3, 0.8, "l"))
    high = origin + apply(turned, np.array([-0.045, 0.012, 0.085]))
    spot = high + (_work.at_table(performance, *low, 0.035) - high) * down[:, None]
    spot = spot + columns(0.0, 0.0, 0.05 * np.sin(np.pi * down))
    single = about("z", 10.0) @ about("x", 20.0 + 62.0 * down)
    poser.curl("r", 34.0, thumb_deg=36.0)
    hands.carry(poser, "r", _one(), single, spot, _work.elbow(poser, 0.85, 0.35, 0.6))
    return sitting.finish()


def hold(body: Body) -> Hold:
    """The bunch in the left hand."""
    return hands.hold(body, "l", _bunch())


def parts(body: Body, thing: Thing) -> dict[str, Hold]:
    """What is single in the right hand."""
    own = hands.hold(body, "r", _one())
    return {node.name: own for node in thing.nodes if " single " in node.name}


def _bunch() -> hands.Grip:
    """Its foot between thumb and fingers, these behind it."""
    return hands.Grip(
        np.array([0.012, -0.002, 0.024]), np.array([-0.72, 0.0, 0.69]), np.array([0.20, 0.90, 0.20]), 0.006
    )


def _one() -> hands.Grip:
    """One by its foot."""
    return hands.Grip(np.array([-0.028, -0.004, 0.030]), np.array([0.78, 0.0, 0.62]), np.array([0.0, 0.95, 0.0]), 0.014)
