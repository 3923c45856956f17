"""A face in time: its expression, lids that blink, eyes that never rest, a mouth that speaks. A pure function of the world's time."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.expressions import Expression
from filmwright.content.figure.face_units import HALFWAY, UNITS
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.speech import Mouth, chance, spoken
from filmwright.content.kinds import Motion

BLINK_S = 0.25  # a third closing, the rest opening; textbook
BLINKS_A_MINUTE = (12.0, 18.0)  # of a person at rest; textbook
_SHOWN_BLINK_S = 1.1  # from one to the next of somebody who is told to blink; chosen
_FREE_S = 0.3  # so long before and after the moment a picture is taken for nobody blinks; chosen: a portrait has its eyes open
_SACCADE_S = 0.05  # how long the eyes jump; textbook
_GAZE_S = 0.9  # how long they rest, on average; chosen
_FAST = 3.0  # time that runs so much faster shows no blinks: they would be single pictures
REACH_RAD = math.radians(30)  # as far as eyes turn with ease; the head does the rest
_GIVES_UP_RAD = math.radians(50)  # what is farther aside is not looked at; chosen
_UP_RAD, _DOWN_RAD = math.radians(18), math.radians(28)


class Countenance(NamedTuple):
    """A face every frame: shares of the face's units (F, U), in the order of face_units.UNITS; how far the eyes are turned to the
    left of the head and up (F, 2), in radians."""

    weights: F64
    gaze_rad: F64

    def of(self, unit: str) -> F64:
        """The shares (F,) of one unit."""
        return np.asarray(self.weights[:, UNITS.index(unit)])

    def rows(self, rows: slice) -> Countenance:
        """Some frames of it."""
        return Countenance(self.weights[rows], self.gaze_rad[rows])


def countenance(
    times_s: F64,
    expression: Expression,
    *,
    seed: int,
    towards_rad: F64 | None = None,
    mouth: Mouth | None = None,
    aloud: F64 | None = None,
    taken_s: float | None = None,
    pace: float = 1.0,
    blinking: bool = False,
) -> Countenance:
    """The face at these times (F,). towards_rad (F, 2): where what is looked at is, to the left of the head and up. aloud (F,):
    how much the mouth speaks, 0..1. taken_s: a moment
    at which the eyes are open. blinking: it is told to blink."""
    t = np.asarray(times_s, float)
    shares = {unit: np.full(len(t), share) for unit, share in expression.units.items()}
    for unit, more in (spoken(t, mouth, seed) if mouth is not None else {}).items():
        shares[unit] = shares.get(unit, 0.0) + (more if aloud is None else more * aloud)
    gaze = _gaze(t, expression, seed, np.zeros((len(t), 2)) if towards_rad is None else towards_rad)
    blink = np.zeros(len(t)) if pace > _FAST else blinks(t, seed, taken_s=taken_s, often=blinking)
    for unit, shut in (("blink_l", max(expression.shut, expression.wink)), ("blink_r", expression.shut)):
        lid = shut + (1 - shut) * blink
        shares[unit] = lid
        shares[HALFWAY[unit]] = 4 * lid * (1 - lid)
    # The lids go with the eyes, and the lower ones rise a little when the upper come down.
    opened = 1 - np.maximum(shares["blink_l"], shares["blink_r"])
    shares["lids_down"] = shares.get("lids_down", 0.0) + opened * np.clip(-gaze[:, 1] / _DOWN_RAD, 0, 1)
    shares["lids_up"] = opened * np.clip(gaze[:, 1] / _UP_RAD, 0, 1)
    shares["wide"] = shares.get("wide", 0.0) * opened
    shares["squint"] = shares.get("squint", 0.0) + 0.2 * blink
    weights = np.zeros((len(t), len(UNITS)))
    for unit, share in shares.items():
        weights[:, UNITS.index(unit)] = share
    return Countenance(weights, gaze)


def blinks(times_s: F64, seed: int, *, taken_s: float | None = None, often: bool = False) -> F64:
    """How far the lids are closed, 0..1, at times (F,). One blink falls somewhere into every span of four seconds or so, as long as
    suits the person; one that would be under way at taken_s comes later."""
    low, high = BLINKS_A_MINUTE
    span_s = _SHOWN_BLINK_S if often else 60 / (low + (high - low) * float(chance(seed, 0, 21)))
    first = np.floor(times_s / span_s)
    out = np.zeros(len(times_s))
    for number in (first - 1, first):
        place = 0.5 if often else 0.85 * chance(seed, number, 22)
        begin = number * span_s + place * (span_s - BLINK_S)
        if taken_s is not None and not often:
            meets = (begin + BLINK_S > taken_s - _FREE_S) & (begin < taken_s + _FREE_S)
            begin = np.where(meets, taken_s + _FREE_S, begin)
        u = (times_s - begin) / BLINK_S
        out = np.maximum(out, soft_step(u, 0.0, 0.34) * (1 - soft_step(u, 0.46, 1.0)))
    return out


def _gaze(t: F64, expression: Expression, seed: int, towards: F64) -> F64:
    """Where the eyes are turned: to what is looked at, with small jumps about it."""
    side = 1.0 if chance(seed, 0, 31) < 0.5 else -1.0
    far = np.abs(towards).max(1)
    kept = 1 - soft_step(far, REACH_RAD, _GIVES_UP_RAD)
    aim = np.clip(towards, -REACH_RAD, REACH_RAD) * kept[:, None]
    aim = aim + [side * expression.aside_rad, expression.up_rad]
    return np.asarray(np.clip(aim + _jumps(t, seed), [-0.6, -0.55], [0.6, 0.4]))


def _jumps(t: F64, seed: int) -> F64:
    """Saccades (F, 2): the eyes rest, and jump by a degree or two; at times by more, and back."""

    def spot(number: F64) -> F64:
        far = np.where(chance(seed, number, 41) < 0.2, math.radians(5.0), math.radians(1.6))
        sides = np.stack([chance(seed, number, 42), chance(seed, number, 43)], -1) * 2 - 1
        return np.asarray(far[:, None] * sides * [1.0, 0.5])

    number = np.floor(t / _GAZE_S)
    start = (number + 0.1 + 0.7 * chance(seed, number, 44)) * _GAZE_S  # somewhere in every span
    share = np.clip((t - start) / _SACCADE_S, 0, 1)
    return np.asarray(spot(number) * (1 - share[:, None]) + spot(number + 1) * share[:, None])


def towards(body: Body, motion: Motion, spots: F64) -> F64:
    """Where points of the world (F, 3) are as seen from the eyes: to the left of where the head looks, and up, in radians (F, 2)."""
    bone = motion.bones.index("head")
    turn = Rotation.from_quat(motion.rotations[:, bone], scalar_first=True)
    eyes = turn.apply((body.spots["eye_l"] + body.spots["eye_r"]) / 2) + motion.locations[:, bone]
    way = turn.inv().apply(np.broadcast_to(spots, eyes.shape) - eyes)
    return np.column_stack([np.arctan2(way[:, 0], -way[:, 1]), np.arctan2(way[:, 2], np.hypot(way[:, 0], way[:, 1]))])


def turned(gaze_rad: F64) -> Rotation:
    """The turns of an eyeball that looks along -Y at rest, for gazes (F, 2)."""
    return Rotation.from_euler("ZX", np.column_stack([gaze_rad[:, 0], -gaze_rad[:, 1]]))
