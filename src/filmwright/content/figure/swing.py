"""What swings: hair hangs from the head like a pendulum, a cape from the shoulders, and lags behind what they do.

What it does at a time follows from the head's motion up to then by one weighed sum over the last moments, with no state that is
carried from frame to frame: the same motion gives the same swing.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Flow, Swing

FLOWS = ("sway", "trail", "lift")
"""The shapes of cloth that flows: moved by its lean along x and along y, metres a radian, and up by its square."""
GRAVITY = 9.81
DAMPING = 0.42  # of critical: hair is slowed by itself and by air; chosen
MEMORY_S = 1.8  # after which a push is forgotten: exp(-DAMPING·5·1.8) is 0.02
COARSEST_S = 0.09  # steps of time longer than this (a time lapse) show no swing
TWIST_RATE = 8.0  # radians a second at which loose hair goes back after a turn of the head; chosen
LIVELY = 2.2  # how much more than it would: people here hold their heads stiller than in life; chosen by eye
INWARD = 0.2  # of a swing away from the body, how far it goes towards it: something is in the way


def swung(locations: F64, rotations: F64, swing: Swing, step_s: float, period: int | None = None) -> tuple[F64, F64]:
    """Locations (F, 3) and rotations (F, 4) of hair on a bone that moves so, frames `step_s` apart in the world's time. With
    `period` the motion repeats itself after so many frames, and so does the swing."""
    if len(locations) < 3 or not 0 < step_s <= COARSEST_S:
        return locations, rotations
    head = Rotation.from_quat(rotations, scalar_first=True)
    pivot = np.asarray(swing.pivot, float)
    lean = _lean(head, locations, swing, step_s, period)
    face = head.apply(np.array([0.0, -1.0, 0.0]))
    turn = np.unwrap(np.arctan2(face[:, 1], face[:, 0]))[:, None]
    twist = swing.twist * _answer(-_second(turn, step_s, period), TWIST_RATE, step_s, period)[:, 0]
    away = np.asarray(swing.away, float)
    inward = np.minimum(lean @ away, 0.0)
    lean = lean - (1 - INWARD) * inward[:, None] * away
    lean, twist = (_bounded(x, swing.most_rad) for x in (lean, twist[:, None]))
    own = Rotation.from_rotvec(np.column_stack([lean[:, 1], -lean[:, 0], twist[:, 0]]))
    moved = locations + head.apply(pivot - own.apply(pivot))
    return np.asarray(moved), np.asarray((head * own).as_quat(scalar_first=True))


def _lean(head: Rotation, locations: F64, swing: Swing, step_s: float, period: int | None, drag: float = 0.0) -> F64:
    """How far (F, 2) it leans along the bone's own x and y, in radians. `drag`: the lean in radians against the air at a metre a second;
    it grows with the square of the speed."""
    at = head.apply(np.asarray(swing.pivot, float)) + locations
    push = head.inv().apply(_second(at, step_s, period))[:, :2]
    down = head.inv().apply(np.array([0.0, 0.0, -1.0]))[:, :2]
    rate = math.sqrt(GRAVITY / swing.length_m)
    force = -LIVELY * push / swing.length_m + rate**2 * swing.hang * down
    if drag:
        way = head.inv().apply(_first(at, step_s, period))[:, :2]
        force = force - rate**2 * drag * way * np.linalg.norm(way, axis=1, keepdims=True)
    return _answer(force, rate, step_s, period)


def flowing(locations: F64, rotations: F64, flow: Flow, step_s: float, period: int | None = None) -> F64:
    """How much (F, 3) there is of each of the FLOWS of cloth on a bone that moves so, frames `step_s` apart."""
    if len(locations) < 3 or not 0 < step_s <= COARSEST_S:
        return np.zeros((len(locations), len(FLOWS)))
    swing = flow.swing
    lean = _lean(Rotation.from_quat(rotations, scalar_first=True), locations, swing, step_s, period, flow.drag)
    away = np.asarray(swing.away, float)
    lean = lean - (1 - INWARD) * np.minimum(lean @ away, 0.0)[:, None] * away
    lean = _bounded(lean, swing.most_rad)
    return np.column_stack([lean, (lean**2).sum(1)])


def _first(values: F64, step_s: float, period: int | None) -> F64:
    """The first derivative (F, k) of values (F, k)."""
    if period is not None and len(values) > period > 2:
        own = values[: period + 1]
        gone = own[-1] - own[0]
        around = np.vstack([own[-2:-1] - gone, own, own[1:2] + gone])
        return np.asarray(((around[2:] - around[:-2]) / (2 * step_s))[np.arange(len(values)) % period])
    return np.asarray(np.gradient(values, step_s, axis=0))


def _second(values: F64, step_s: float, period: int | None) -> F64:
    """The second derivative (F, k) of values (F, k)."""
    if period is not None and len(values) >= period > 2:
        own = values[:period]
        gone = values[period] - own[0] if len(values) > period else 0.0 * own[0]
        before, after = np.vstack([own[-1:] - gone, own[:-1]]), np.vstack([own[1:], own[:1] + gone])
        return np.asarray(((before - 2 * own + after) / step_s**2)[np.arange(len(values)) % period])
    inner = (values[:-2] - 2 * values[1:-1] + values[2:]) / step_s**2
    return np.vstack([inner[:1], inner, inner[-1:]])


def _answer(force: F64, rate: float, step_s: float, period: int | None) -> F64:
    """How a damped pendulum of `rate` radians a second answers to a force (F, k), in radians. Before the first frame the force is
    taken to have been what it is after it, in reverse; of a motion that repeats itself, what it is at its end."""
    count = max(2, round(MEMORY_S / step_s))
    time = (np.arange(count) + 0.5) * step_s
    own = rate * math.sqrt(1 - DAMPING**2)
    weight = np.exp(-DAMPING * rate * time) * np.sin(own * time) / own * step_s
    weight *= 1 / (rate**2 * weight.sum())  # a lasting force is answered in full, however coarse the steps
    rows = np.arange(-count + 1, len(force))
    if period is not None and len(force) >= period > 2:
        known = force[rows % period]
    else:
        known = force[_mirrored(rows, len(force))]
    return np.column_stack([np.convolve(known[:, k], weight, mode="valid") for k in range(force.shape[1])])


def _mirrored(
    rows: np.ndarray[tuple[int], np.dtype[np.int64]], count: int
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Row numbers folded back into 0..count-1."""
    around = max(2 * count - 2, 1)
    rows = np.abs(rows) % around
    return np.minimum(rows, around - rows)


def _bounded(values: F64, most: float) -> F64:
    """Values (F, k) no longer than `most`, small ones as they are."""
    size = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values * (most * np.tanh(size / most) / np.maximum(size, 1e-9)))
