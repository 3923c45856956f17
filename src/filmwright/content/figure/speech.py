"""What a mouth does while it talks, laughs or sings: shares of face units as functions of time."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import F64
from filmwright.content.figure.paint import soft_step

Mouth = Literal["talk", "laugh", "sing"]

SYLLABLE_S = 0.22  # four and a half syllables a second; textbook
_PHRASE_S = 2.6  # from one breath to the next, when talking; chosen
_NOTE_S = 0.62  # of a slow song; chosen
_SUNG = 1.6  # how much wider a sung vowel is than a spoken one; chosen
LAUGH_HZ = 4.3  # bursts of a hearty laugh come four to five a second; textbook

# Mouths of the vowels a, e, i, o, u, and of what stands between them: lips closed (m, b, p), teeth on the lip (f, v), other
# consonants. By eye, after the usual charts of lip shapes.
_VOWELS: tuple[dict[str, float], ...] = (
    {"jaw": 0.32, "lower_down": 0.25, "upper_up": 0.10},
    {"jaw": 0.19, "stretch": 0.30, "lower_down": 0.30, "upper_up": 0.20},
    {"jaw": 0.11, "stretch": 0.45, "lower_down": 0.35, "upper_up": 0.25},
    {"jaw": 0.25, "funnel": 0.55, "pucker": 0.15},
    {"jaw": 0.12, "funnel": 0.35, "pucker": 0.65},
)
_CONSONANTS: tuple[dict[str, float], ...] = (
    {"press": 0.25, "roll_lower": 0.15, "roll_upper": 0.10},
    {"jaw": 0.05, "roll_lower": 0.45, "upper_up": 0.15},
    {"jaw": 0.09, "lower_down": 0.25},
    {"jaw": 0.12, "lower_down": 0.20, "stretch": 0.15},
)
_OFTEN = (0.22, 0.08, 0.40, 0.30)  # how often each consonant comes; about that of English


def chance(seed: int, number: NDArray[np.int64] | NDArray[np.float64] | int, what: int) -> F64:
    """0..1 by chance, always the same for the number of an event and what is asked of it. Source: the mixer of splitmix64."""
    with np.errstate(over="ignore"):
        x = np.asarray(number).astype(np.int64).astype(np.uint64) + np.uint64((seed * 1_000_003 + what) % 2**63)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            x = (x ^ (x >> np.uint64(shift)) ^ np.uint64(0x9E3779B97F4A7C15)) * np.uint64(factor)
    return np.asarray((x ^ (x >> np.uint64(31))) >> np.uint64(11), float) / 2**53


def spoken(times_s: F64, mouth: Mouth, seed: int) -> dict[str, F64]:
    """Shares (F,) of the units that a mouth adds to a face, at these times. Before 0 it has not begun."""
    t = np.asarray(times_s, float)
    begun = soft_step(t, -0.25, 0.1)
    made = {"talk": _talk, "laugh": _laugh, "sing": _sing}[mouth](t, seed)
    return {unit: share * begun for unit, share in made.items()}


def _talk(t: F64, seed: int) -> dict[str, F64]:
    """Syllables: at even half syllables vowels, between them consonants, the lips at rest in the pauses between phrases."""
    half = SYLLABLE_S / 2
    out = _blended(t, half, lambda k: _said(k, half, seed))
    emphasis = np.floor(t / _PHRASE_S)
    u = t / _PHRASE_S - emphasis
    lift = chance(seed, emphasis, 11) * soft_step(u, 0.1, 0.2) * (1 - soft_step(u, 0.35, 0.6))
    return out | {"brow_up": 0.40 * lift, "inner_up": 0.30 * lift}


def _said(k: F64, half: float, seed: int) -> dict[str, F64]:
    """What the mouth aims at in the k-th half syllables (n,)."""
    at = k * half
    phrase = np.floor(at / _PHRASE_S)
    pause = at / _PHRASE_S - phrase > 0.82 + 0.1 * chance(seed, phrase, 1)
    loud = (0.75 + 0.4 * chance(seed, k, 2)) * ~pause
    vowel = np.floor(chance(seed, k, 3) * len(_VOWELS)).astype(int)
    consonant = np.searchsorted(np.cumsum(_OFTEN[:-1]), chance(seed, k, 4))
    out: dict[str, F64] = {}
    for shapes, number, mine in ((_VOWELS, vowel, k % 2 == 0), (_CONSONANTS, consonant, k % 2 == 1)):
        for index, shape in enumerate(shapes):
            here = loud * mine * (number == index)
            for unit, share in shape.items():
                out[unit] = out.get(unit, np.zeros_like(at)) + share * here
    return out


def _blended(t: F64, step_s: float, aims: object) -> dict[str, F64]:
    """Units that go smoothly through what they aim at, every step_s."""
    assert callable(aims)
    first = np.floor(t / step_s)
    share = 0.5 - 0.5 * np.cos(np.pi * (t / step_s - first))
    here, there = aims(first), aims(first + 1)
    return {unit: here[unit] * (1 - share) + there[unit] * share for unit in here}


def _laugh(t: F64, seed: int) -> dict[str, F64]:
    """The jaw shakes with every burst; peals swell and fade."""
    swell = 0.75 + 0.25 * np.sin(2 * np.pi * t / 1.7 + 6 * chance(seed, 0, 5))
    burst = 0.5 + 0.5 * np.sin(2 * np.pi * LAUGH_HZ * t)
    return {"jaw": swell * (0.05 + 0.13 * burst), "upper_up": 0.10 * burst * swell, "squint": 0.12 * swell}


def _sing(t: F64, seed: int) -> dict[str, F64]:
    """Long open vowels, the brows high."""

    def aims(k: F64) -> dict[str, F64]:
        vowel = np.floor(chance(seed, k, 6) * len(_VOWELS)).astype(int)
        breath = k % 7 == 6
        out: dict[str, F64] = {}
        for index, shape in enumerate(_VOWELS):
            for unit, share in shape.items():
                out[unit] = out.get(unit, np.zeros_like(t)) + _SUNG * share * (vowel == index) * ~breath
        return out

    # A note is held: the mouth goes on to the next only at its end.
    k = np.floor(t / _NOTE_S)
    held = k + soft_step(t / _NOTE_S - k, 0.6, 1.0)
    out = _blended(held * _NOTE_S, _NOTE_S, aims)
    return out | {"inner_up": 0.35 + 0.15 * np.sin(2 * np.pi * t / 3.3), "brow_up": np.full_like(t, 0.15)}
