"""Zooms, dolly zooms and focus pulls: what the lens does."""

from __future__ import annotations

import numpy as np

from filmwright.content.kinds import F64, Framing
from filmwright.content.moves import _rig
from filmwright.content.moves._travel import DOLLY
from filmwright.scene.nodes import Camera

ZOOM = 1.9  # how many times longer the lens gets in a normal zoom; chosen
DOLLY_ZOOM = 1.5  # a dolly zoom travels this much further than a dolly; chosen
NEAREST_M = 0.8  # no dolly zoom comes nearer to the subject; chosen
WIDEST_MM, LONGEST_MM = 14.0, 300.0  # the widest and the longest that zoom lenses for film go to; chosen
PULL_S = 1.1  # how long a focus pull takes; chosen
PULL_AT = 0.3  # share of the shot before it; chosen


def zoom(framing: Framing, speed: str | None, frames: int, fps: int, *, sign: int) -> Camera:
    """The lens gets longer (sign +1) or wider, the camera stands. The subject's eyes stay where they are in the picture."""
    times = ZOOM ** _rig.amount(speed)
    focal = np.clip(framing.focal_mm * times ** (sign * _rig.centered(framing, frames)), WIDEST_MM, LONGEST_MM)
    eyes, _ = _rig.still(framing, frames)
    taken = _rig.camera(framing, eyes, _rig.held(framing, framing.focal_mm / focal))
    return taken.model_copy(update={"focal_mm": focal.astype(np.float32)})


def dolly_zoom(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """The camera travels towards the subject while the lens gets wider by as much: the subject keeps its size, what is behind
    it draws back."""
    distance = _rig.reach(framing)
    length = min(DOLLY * DOLLY_ZOOM * _rig.amount(speed) * distance, 2 * framing.room_m[1])
    length = min(_rig.within(framing, length, _rig.DOLLY_M_S, frames, fps), 2 * max(distance - NEAREST_M, 0.0))
    # no nearer than the widest lens can make up for
    length = min(length, 2 * distance * max(1 - WIDEST_MM / framing.focal_mm, 0.0))
    travelled = length * _rig.centered(framing, frames)[:, None] * _rig.ahead(framing)
    eyes = _rig.over_ground(framing, framing.eye + travelled)
    aims = _rig.held(framing, np.ones(frames))
    taken = _rig.camera(framing, eyes, aims)
    sight = (framing.aim - framing.eye) / np.linalg.norm(framing.aim - framing.eye)
    framed_m = max(float((framing.targets[framing.key] - framing.eye) @ sight), 0.3)
    focal = np.clip(framing.focal_mm * np.asarray(taken.focus_m, float) / framed_m, WIDEST_MM, LONGEST_MM)
    return taken.model_copy(update={"focal_mm": focal.astype(np.float32)})


def rack(framing: Framing, speed: str | None, frames: int, fps: int) -> Camera:
    """Focus goes over from what else there is to the subject, or to that from the subject if it begins there. It travels evenly in
    dioptres, as the marks on a lens lie."""
    eyes = np.tile(framing.eye, (frames, 1))
    taken = _rig.camera(framing, eyes, _rig.reframed(framing, eyes))
    subject = np.asarray(taken.focus_m, float)
    length_s = min(PULL_S / _rig.amount(speed), 0.5 * frames / fps)
    share = _pulled((_rig.seconds(frames, fps) - PULL_AT * frames / fps) / max(length_s, 1e-9))
    share = 1 - share if framing.anchor == 0 else share
    dioptres = (1 - share) / np.maximum(framing.other_m, 0.3) + share / subject
    return taken.model_copy(update={"focus_m": (1 / dioptres).astype(np.float32)})


def _pulled(share: F64) -> F64:
    """0..1 of a focus pull; a still shows the subject."""
    return _rig.eased(share) if len(share) > 1 else np.ones(1)
