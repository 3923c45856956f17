"""Playing the guitar: it lies before the belly, the left hand changes chords along its neck, the right one strums."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import hands
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.pose import SIDES, Poser, about, apply, columns, smooth_step, wander
from filmwright.content.figure.seat import at_ease
from filmwright.content.figure.stance import glance, turn_head
from filmwright.content.kinds import Hold, Motion, Performance, Thing
from filmwright.content.props import guitar

WORDS = ("play guitar", "play acoustic guitar")
EXAMPLE = "A man in a denim jacket plays the guitar"
POSTURE = "stand"
OVER = ("right", "left", "head")
SEATED = ("told", "offered")
USES = ("guitar",)
ALSO = ("strum_guitar", "play_banjo", "play_music")

_STRUM_S = 0.5  # down and up; chosen: an easy song
_CHORD_S = 2.0
_FRETS_V = (0.735, 0.675, 0.705, 0.645)  # where on the neck the chords are, over the guitar's lower end
_NECK_UP_DEG = 22.0  # how far the neck points up; chosen
_BONE = "spine_02"


def build(body: Body, performance: Performance) -> Motion:
    """The body at path[0] plays from the first moment to the end, nodding to the beat."""
    standing = at_ease(body, performance, liveliness=1.0)
    poser, t = standing.poser, performance.times_s
    beat = 2 * np.pi * t / (2 * _STRUM_S)
    at_lens = glance(t % 8.0, 3.4, 1.8)
    poser.bend("spine_01", about("y", 2.0 * np.sin(beat / 2)) @ about("x", 2.0 * np.cos(beat)))
    turn_head(poser, 17.0 * (1 - at_lens) + 3.0 * wander(t, 4.0, 1.0), 17.0 * (1 - at_lens) + 2.0)
    poser.bend("head", about("x", 3.5 * np.cos(beat)) @ about("y", -4.0 * (1 - at_lens)))
    own = hold(body, performance.using) if performance.using is not None else _hold(body)
    trunk, joint = poser.at(_BONE)
    turned = trunk @ own.turn
    origin = joint + apply(trunk, own.place - body.heads[_BONE])
    for side, sign in SIDES:
        poser.turn(f"clavicle_{side}", about("y", -sign * 3.0))
    _strum(body, standing.poser, t, turned, origin)
    _fret(body, standing.poser, t, turned, origin)
    return standing.finish()


def hold(body: Body, thing: Thing) -> Hold:
    """The guitar before the belly, as if from a strap."""
    return _hold(body)


def _hold(body: Body) -> Hold:
    """Its neck to the body's left and up, its top in front, its sound hole a little right of the middle."""
    s = hands.scale(body)
    up = np.radians(_NECK_UP_DEG)
    neck = np.array([np.cos(up), -0.13, np.sin(up)])
    neck /= np.linalg.norm(neck)
    front = np.array([0.0, -1.0, 0.20])
    front -= neck * float(front @ neck)
    front /= np.linalg.norm(front)
    turn = columns(np.cross(front, neck), front, neck)
    k = _size(body)
    behind = k * guitar.DEEP_M / 2 + 0.030 * s  # half its depth, and clothes
    # Short arms have it farther to the right, so that they reach along its neck.
    aside = 0.075 * s + 0.30 * max(k - s, 0.0)
    middle = np.array([-aside, hands.front_m(body, "waist") - behind, body.heads["spine_01"][2] + 0.075 * s])
    return Hold(_BONE, turn, middle - turn @ np.array([0.0, 0.0, 0.27 * k]), k)


def _size(body: Body) -> float:
    """Which guitar somebody plays: children have one of three quarters or a half."""
    s = hands.scale(body)
    return 1.0 if s > 0.88 else 0.78 if s > 0.74 else 0.64


def _strum(body: Body, poser: Poser, t: F64, turned: F64, origin: F64) -> None:
    """The right hand over the strings beside the sound hole, down and up."""
    s = hands.scale(body)
    down = np.cos(2 * np.pi * t / _STRUM_S)
    accent = 1.0 + 0.25 * np.cos(np.pi * t / _STRUM_S)
    k = _size(body)
    spot = columns(0.048 * k * down * accent, k * guitar.DEEP_M / 2 + 0.022, 0.265 * k)
    along = columns(-0.62 + 0.28 * down, -0.30, 0.62)
    out = columns(-0.35, -0.85, -0.1)
    poser.curl("r", 30.0, thumb_deg=26.0)
    hands.bring(
        poser, "r", origin + apply(turned, spot), apply(turned, along), apply(turned, out), np.array([-0.85, 0.25, -0.25]),
        at=hands.hollow(body, "r", 0.006) + 0.035 * s * hands.axes(body, "r")[:, 0],
    )  # fmt: skip


def _fret(body: Body, poser: Poser, t: F64, turned: F64, origin: F64) -> None:
    """The left hand round the neck from below; it goes from chord to chord."""
    number = np.floor(t / _CHORD_S).astype(int)
    u = t / _CHORD_S - number
    frets = np.asarray(_FRETS_V)
    last, now = frets[(number - 1) % len(frets)], frets[number % len(frets)]
    v = last + (now - last) * smooth_step(u, 0.0, 0.16)
    loose = smooth_step(u, -0.02, 0.04) * (1 - smooth_step(u, 0.12, 0.20))
    k = _size(body)
    spot = columns(-0.012 - 0.010 * loose, k * guitar.DEEP_M / 2 - 0.008, k * v)
    poser.curl("l", 38.0, thumb_deg=8.0)
    hands.bring(
        poser, "l", origin + apply(turned, spot), apply(turned, np.array([0.78, 0.55, 0.25])),
        apply(turned, np.array([0.62, -0.75, 0.0])), np.array([0.55, 0.25, -0.9]), at=hands.hollow(body, "l", 0.014),
    )  # fmt: skip
