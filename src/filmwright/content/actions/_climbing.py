"""Climbing: hands and feet that stay where they hold while the body goes up past them, and go up one after the other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64
from filmwright.content.figure.pose import SIDES, Poser, about, columns, smooth_step

Moves = dict[str, tuple[float, float]]


class Climb(NamedTuple):
    """How far up everything is every frame (F,), in metres: the body, and by name "hand_l", "hand_r", "foot_l", "foot_r" what holds;
    `off` is how far each is on its way from one hold to the next, 0 where it holds, 1 half-way."""

    body_m: F64
    up_m: dict[str, F64]
    off: dict[str, F64]


def climbed(t: F64, *, period_s: float, rise_m: float, body: tuple[float, float], moves: Moves) -> Climb:
    """A climb that goes `rise_m` up in every period: the body and each of what holds moves in a share of it (from, to)."""
    number, u = np.floor(t / period_s), (t / period_s) % 1.0

    def risen(span: tuple[float, float]) -> F64:
        return np.asarray(rise_m * (number + smooth_step(u, *span)))

    off = {name: np.sin(np.pi * np.clip((u - a) / (b - a), 0.0, 1.0)) for name, (a, b) in moves.items()}
    return Climb(risen(body), {name: risen(span) for name, span in moves.items()}, off)


def legs(poser: Poser, ankles: dict[str, F64], *, knees_out: float, toes_out_deg: float, pitch_deg: float) -> None:
    """Both ankles (F, 3, model axes), knees ahead and out, the feet pointing down by `pitch_deg`."""
    for side, sign in SIDES:
        poser.reach(
            f"thigh_{side}", f"calf_{side}", f"foot_{side}", ankles[side], np.array([sign * knees_out, -1.0, 0.15])
        )
        poser.world(f"foot_{side}", about("z", sign * toes_out_deg) @ about("x", pitch_deg + np.zeros(poser.frames)))


def grasp(poser: Poser, side: str, point: F64, along: F64, palm: F64, off_m: float, *, curl_deg: float) -> None:
    """A hand at a point (F, 3), its elbow down and out."""
    sign = 1.0 if side == "l" else -1.0
    poser.curl(side, curl_deg, thumb_deg=26.0)
    hands.bring(
        poser,
        side,
        point,
        along,
        palm,
        columns(sign * 0.8, 0.35, -0.8 + 0 * point[:, 0]),
        at=hands.hollow(poser.body, side, off_m),
    )
