"""What all camera moves share: where the camera is, frame by frame, as eye and aim; and how fast the things that carry a camera go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Framing
from filmwright.scene.nodes import Camera

SPEEDS = {"slow": 0.55, "normal": 1.0, "fast": 1.7}  # chosen

DOLLY_M_S = (
    2.0  # a grip pushes a dolly at a brisk walk; adults walk 1.3 to 1.5 m/s by choice and up to 2.5 (Bohannon 1997)
)
CRANE_M_S = 1.2  # the arm of a crane, swung by hand; chosen
DRONE_M_S = (
    7.0  # under half of what a filming drone can do (DJI gives 15 m/s and more for its own); chosen for the picture
)
TURN_RAD_S = np.radians(35.0)  # a head turned by hand, so that a picture still shows what it passes; chosen
WHIP_RAD_S = np.radians(420.0)  # a head thrown round; chosen
OPENS = 0.3  # share of a camera's rise that its aim rises too; chosen by eye
RAMP = 1 / 6  # share of the shot in which a move comes up to speed, and as much to slow down; chosen
FIRST = 0.25  # share of its speed that a move has when it is cut in; chosen
REST_RAMP = 1 / 4  # RAMP where a move begins or ends at rest between two moves; chosen


def progress(frames: int, rests: tuple[bool, bool] = (False, False)) -> F64:
    """0..1 over the move, starting and stopping gently; at an end where it `rests`, from and to nothing."""
    if frames < 2:
        return np.array([0.5])
    t = np.linspace(0.0, 1.0, frames)
    ends = [eased(at / (REST_RAMP if rest else RAMP)) for at, rest in zip((t, 1 - t), rests, strict=True)]
    firsts = [0.0 if rest else FIRST for rest in rests]
    speed = np.minimum(*(first + (1 - first) * end for first, end in zip(firsts, ends, strict=True)))
    travelled = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.asarray(travelled / travelled[-1])


def centered(framing: Framing, frames: int) -> F64:
    """`progress`, 0 where the camera stands as framed: at the middle of the shot, or where the framing is anchored."""
    anchor = framing.anchor if frames > 1 else 0.5
    return progress(frames, framing.rests) - anchor


def eased(share: F64) -> F64:
    """0..1 for 0..1, flat at both ends; what lies outside is held."""
    held = np.clip(share, 0.0, 1.0)
    return np.asarray(held * held * (3 - 2 * held))


def amount(speed: str | None) -> float:
    """How far a move goes, against its usual length."""
    return SPEEDS.get(speed or "normal", 1.0)


def within(framing: Framing, length: float, fastest: float, frames: int, fps: int) -> float:
    """The length of a move over the whole shot (metres, radians), shortened if `progress` would make it faster than `fastest` a
    second anywhere."""
    if frames < 2:
        return length
    return min(length, fastest / (fps * float(np.diff(progress(frames, framing.rests)).max())))


def seconds(frames: int, fps: int) -> F64:
    """The time of every frame, in seconds."""
    return np.arange(frames) / fps


def wander(rng: np.random.Generator, at_s: F64, low_hz: float, high_hz: float) -> F64:
    """Smooth noise of root mean square 1 at times (F,), of frequencies between two bounds: a sum of sines, so that it has a value
    at any time and does not depend on how long the shot is."""
    waves = 7
    hertz = low_hz * (high_hz / low_hz) ** ((np.arange(waves) + rng.uniform(0, 1, waves)) / waves)
    phases = rng.uniform(0, 2 * np.pi, waves)
    return np.asarray(np.sin(2 * np.pi * hertz * at_s[:, None] + phases).sum(axis=1) / np.sqrt(waves / 2))


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
    """How the subject has moved since the key frame (F, 3), smoothed."""
    steady = smoothed(framing.targets)
    return np.asarray(steady - steady[framing.key])


def reframed(framing: Framing, eyes: F64) -> F64:
    """Where an operator aims from `eyes` (F, 3), who keeps the subject where the rule wants it."""
    return smoothed(framing.aims(eyes))


def raised(aims: F64, higher_m: F64 | float) -> F64:
    """The aims (F, 3) of a camera that is so much higher than the picture was framed from: it does not look down as far as it
    would have to, so that the place opens behind the subject, who sinks in the picture."""
    return np.asarray(aims + OPENS * np.asarray(higher_m)[..., None] * [0.0, 0.0, 1.0])


def held(framing: Framing, widths: F64) -> F64:
    """Where to aim (F, 3) so that the subject stays where it was in a picture whose width, measured at the subject, changes by
    `widths` (F,) against the key frame."""
    offset = framing.aim - framing.targets[framing.key]
    return np.asarray(framing.targets[framing.key] + tracked(framing) + offset * widths[:, None])


def reach(framing: Framing) -> float:
    """Metres from the lens to the subject at the key frame."""
    return float(np.linalg.norm(framing.targets[framing.key] - framing.eye))


def ahead(framing: Framing) -> F64:
    """Unit vector the camera looks along at the key frame, level."""
    flat = (framing.aim - framing.eye) * [1.0, 1.0, 0.0]
    return np.asarray(flat / max(float(np.linalg.norm(flat)), 1e-9))


def right_of(direction: F64) -> F64:
    """Unit vector to the right of a direction, level."""
    side = np.cross(direction, [0.0, 0.0, 1.0])
    return np.asarray(side / max(float(np.linalg.norm(side)), 1e-9))


def about(reaches: F64, turn_rad: F64) -> F64:
    """Vectors (F, 3) turned about the vertical by angles (F,), counter-clockwise seen from above."""
    c, s = np.cos(turn_rad), np.sin(turn_rad)
    x, y = reaches[:, 0], reaches[:, 1]
    return np.column_stack([x * c - y * s, x * s + y * c, reaches[:, 2]])


def nodded(reaches: F64, turn_rad: F64) -> F64:
    """Vectors (F, 3) turned upwards by angles (F,)."""
    level = np.linalg.norm(reaches[:, :2], axis=1)
    pitch = np.arctan2(reaches[:, 2], level) + turn_rad
    length = np.linalg.norm(reaches, axis=1)
    flat = reaches[:, :2] / np.maximum(level, 1e-9)[:, None]
    return np.column_stack([flat * (np.cos(pitch) * length)[:, None], np.sin(pitch) * length])


def over_ground(framing: Framing, eyes: F64) -> F64:
    """The eyes (F, 3), lifted where they would be in the ground or as good as on it."""
    floor = framing.ground(eyes[:, 0], eyes[:, 1]) + framing.lowest_m
    return np.column_stack([eyes[:, :2], np.maximum(eyes[:, 2], floor)])


def camera(framing: Framing, eyes: F64, aims: F64) -> Camera:
    """The Camera that stands at `eyes` (F, 3) and looks at `aims` (F, 3), kept over the ground, focused on the subject."""
    eyes = over_ground(framing, eyes)
    forward = aims - eyes
    forward = forward / np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
    focus = np.maximum(((framing.targets - eyes) * forward).sum(axis=1), 0.08)
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


def forward(taken: Camera) -> F64:
    """Unit vectors (F, 3) a camera looks along."""
    quaternion = np.asarray(taken.rotations, float)[:, [1, 2, 3, 0]]
    return np.asarray(Rotation.from_quat(quaternion).apply([0.0, 0.0, -1.0]))


def rolled(taken: Camera, roll_rad: F64) -> Camera:
    """The camera with its horizon tilted by angles (F,): positive turns the camera counter-clockwise, seen from behind it."""
    w, x, y, z = np.asarray(taken.rotations, float).T
    c, s = np.cos(roll_rad / 2), np.sin(roll_rad / 2)
    turned = np.stack([w * c - z * s, x * c + y * s, y * c - x * s, z * c + w * s], 1)
    return taken.model_copy(update={"rotations": turned.astype(np.float32)})


def still(framing: Framing, frames: int) -> tuple[F64, F64]:
    """Eye and aim of a camera that does not move, (F, 3) each."""
    return np.tile(framing.eye, (frames, 1)), np.tile(framing.aim, (frames, 1))
