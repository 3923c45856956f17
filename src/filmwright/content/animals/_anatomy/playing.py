"""An animal at play: it bows and bounces, then bounds round in a circle after its ball, and is back where it began."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals._anatomy import deeds, gait
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.posing import motion_of, with_held
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.figure.pose import about, apply, columns, smooth_step
from filmwright.content.kinds import Ground, Motion, Performance
from filmwright.scene.shapes import F64

PERIOD_S = 5.6
_DASH_S = (1.9, 5.3)  # when it is on its way round, in a period; chosen
_WIDE = 0.62  # radius of its way round, in lengths of the animal; chosen: tight, so that it stays in the picture
_BEGINS_S = 0.9  # into a period a shot begins; chosen: it bows, and is off before two seconds are over


class Circle:
    """A way round to the left, as figure.path.Path is one: points, heading and height by distance gone."""

    def __init__(self, middle: F64, yaw_rad: float, radius_m: float) -> None:
        self.radius_m, self.yaw_rad = radius_m, yaw_rad
        self.middle = np.asarray(middle, float)[:2]

    @property
    def length_m(self) -> float:
        """Once round."""
        return 2 * math.pi * self.radius_m

    def yaw(self, s_m: F64) -> F64:
        """Heading (n,)."""
        return np.asarray(self.yaw_rad + np.asarray(s_m) / self.radius_m)

    def spot(self, s_m: F64) -> F64:
        """Points (n, 2)."""
        a = self.yaw(s_m)
        return np.asarray(self.middle + self.radius_m * np.column_stack([np.cos(a), np.sin(a)]))

    def height(self, s_m: F64, ground: Ground, smooth_m: float) -> F64:
        """The ground there (n,)."""
        spot = self.spot(s_m)
        return np.asarray(ground(spot[:, 0], spot[:, 1]), float)


def laps(t: F64) -> F64:
    """How often it has been round (F,)."""
    number, u = np.floor(t / PERIOD_S), t % PERIOD_S
    return np.asarray(number + smooth_step(u, *_DASH_S))


def moved(form: Form, skel: Skeleton, performance: Performance, wag: float) -> Motion:
    """The Motion of an animal at play; its ball has the bone HELD."""
    h = form.height_m
    long = float(skel.joints["nose"][1] - skel.joints["rump"][1])
    t = deeds.times(performance) + _BEGINS_S
    first = float(laps(np.array([_BEGINS_S + 5.3 * performance.phase]))[0])
    circle = Circle(np.asarray(performance.path, float)[0], performance.facing_yaw_rad, _WIDE * long)
    s = circle.length_m * (laps(t) - math.floor(first))
    stride = circle.length_m / max(1, round(circle.length_m / (gait.BOUND.stride * h)))
    going, place, facing = gait.along(form, skel, gait.BOUND, performance, circle, s, stride, wag)
    u = t % PERIOD_S
    low, high = _DASH_S
    on = smooth_step(u, low - 0.05, low + 0.45) * (1 - smooth_step(u, high - 0.45, high))
    life = deeds.idle(form, skel, performance, 0.0)
    life = life._replace(tail=max(wag, 0.12) * 1.7 * np.sin(2 * math.pi * 2.7 * t), head_yaw=0.5 * life.head_yaw)
    ask = smooth_step(u, 0.1, 0.45) * (1 - smooth_step(u, 1.25, 1.6))
    bow = deeds.bowed(form, skel, life, ask * (0.85 + 0.15 * np.sin(2 * math.pi * 1.6 * t)))
    hop, crouch = deeds.hops(np.maximum(u - 1.3, 0.0), 0.7)
    once = ((u > 1.3) & (u < 2.0)).astype(float)
    bow = deeds.leaping(form, bow, hop * once, crouch * once, 0.16)
    pose = deeds.blended(bow, going, on)
    made = motion_of(form, skel, pose._replace(rise=pose.rise - 0.02 * h), place, facing)
    turn, at = _ball(form, skel, performance, circle, s, t, on)
    return with_held(made, turn, at)


def _ball(
    form: Form, skel: Skeleton, performance: Performance, circle: Circle, s: F64, t: F64, on: F64
) -> tuple[F64, F64]:
    """Turn (F, 3, 3) and origin (F, 3) of the ball: before the nose, and bouncing ahead on the way round."""
    using = performance.using
    low, high = things.box(using.nodes) if using is not None else (np.full(3, -0.03), np.full(3, 0.03))
    radius, middle = float((high - low)[2]) / 2, (low + high) / 2
    ahead = float(skel.joints["nose"][1]) + 0.10 * form.height_m + radius + 0.40 * form.height_m * on
    # A little to the inside, where it is headed.
    way = circle.yaw(s) + 0.30 * on
    spot = circle.spot(s) + ahead[:, None] * np.column_stack([-np.sin(way), np.cos(way)])
    ground = np.asarray(performance.ground(spot[:, 0], spot[:, 1]), float)
    bounce = 0.30 * form.height_m * np.abs(np.sin(2.0 * np.pi * s / (1.5 * form.height_m + 0.3))) * on
    rolled = about("z", np.degrees(circle.yaw(s))) @ about("x", -np.degrees(s / radius))
    return rolled, columns(spot[:, 0], spot[:, 1], ground + radius + bounce) - apply(rolled, middle)
