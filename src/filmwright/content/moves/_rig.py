"""What all camera moves share: where the camera is, frame by frame, as eye and aim."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Framing
from filmwright.scene.nodes import Camera

SPEEDS = {"slow": 0.55, "normal": 1.0, "fast": 1.7}  # chosen


def progress(frames: int) -> F64:
    """0..1 over the shot, starting and stopping gently (an operator's ramp over a sixth of the shot)."""
    t = np.linspace(0.0, 1.0, frames) if frames > 1 else np.array([0.5])
    ramp = 1 / 6
    speed = np.minimum(1.0, np.minimum(t, 1 - t) / ramp * 0.75 + 0.25)
    travelled = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)]) if frames > 1 else np.array([0.5])
    return np.asarray(travelled / max(travelled[-1], 1e-9) if frames > 1 else travelled)


def centered(frames: int) -> F64:
    """`progress`, -0.5..0.5: a move is set up for the middle of the shot."""
    return progress(frames) - 0.5


def amount(speed: str | None) -> float:
    """How far a move goes, against its usual length."""
    return SPEEDS.get(speed or "normal", 1.0)


def smoothed(values: F64) -> F64:
    """Rows (F, 3) smoothed over about a second, as an operator's hands would; the ends keep their slope."""
    frames = len(values)
    window = max(1, min(frames // 3, 12))
    kernel = np.ones(2 * window + 1) / (2 * window + 1)
    slope_in, slope_out = values[min(1, frames - 1)] - values[0], values[-1] - values[max(frames - 2, 0)]
    before = values[0] - slope_in * np.arange(window, 0, -1)[:, None]
    after = values[-1] + slope_out * np.arange(1, window + 1)[:, None]
    padded = np.concatenate([before, values, after])
    return np.stack([np.convolve(padded[:, k], kernel, mode="valid") for k in range(values.shape[1])], 1)


def tracked(framing: Framing) -> F64:
    """How the subject has moved since the middle of the shot (F, 3), smoothed."""
    steady = smoothed(framing.targets)
    return np.asarray(steady - steady[len(steady) // 2])


def reframed(framing: Framing, eyes: F64) -> F64:
    """Where an operator aims from `eyes` (F, 3), who keeps the subject where the rule wants it."""
    return smoothed(framing.aims(eyes))


def right_of(direction: F64) -> F64:
    """Unit vector to the right of a direction, level."""
    side = np.cross(direction, [0.0, 0.0, 1.0])
    return np.asarray(side / max(float(np.linalg.norm(side)), 1e-9))


def camera(framing: Framing, eyes: F64, aims: F64) -> Camera:
    """The Camera that stands at `eyes` (F, 3) and looks at `aims` (F, 3), kept over the ground, focused on the subject."""
    floor = framing.ground(eyes[:, 0], eyes[:, 1]) + 0.22
    lifted = np.maximum(eyes[:, 2], floor)
    eyes = np.column_stack([eyes[:, :2], lifted])
    forward = aims - eyes
    forward = forward / np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
    focus = np.maximum(((framing.targets - eyes) * forward).sum(axis=1), 0.3)
    return Camera(
        locations=eyes,
        rotations=looking(forward),
        focal_mm=np.full(len(eyes), framing.focal_mm),
        focus_m=focus,
        f_stop=framing.f_stop,
        sensor_mm=framing.sensor_mm,
    )


def looking(forward: NDArray[np.float64]) -> F64:
    """Quaternions (F, 4) (w, x, y, z) of cameras that look along `forward` (F, 3), level."""
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right /= np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
    up = np.cross(right, forward)
    quaternion = Rotation.from_matrix(np.stack([right, up, -forward], axis=2)).as_quat()
    return np.asarray(quaternion[:, [3, 0, 1, 2]])


def still(framing: Framing, frames: int) -> tuple[F64, F64]:
    """Eye and aim of a camera that does not move, (F, 3) each."""
    return np.tile(framing.eye, (frames, 1)), np.tile(framing.aim, (frames, 1))
