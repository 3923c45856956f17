"""What an animal wears that somebody rides: blanket, saddle with girth and stirrups, bridle and reins; and how it is ridden in them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.animals._anatomy.features import Part, joined, outward, rigid
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.content.kinds import Ride
from filmwright.scene.shade import Material
from filmwright.scene.shapes import F64, Shape, curve, join, rings, sweep

BONE = "chest"
_STIRRUP_M = 0.74  # from the seat down to the sole of somebody grown; chosen
_PADDED_M = 0.055  # from the back of the animal to the seat; chosen
_REIN_M = (0.44, 0.19)  # before the seat and above it, the hands that hold the reins; chosen


class Back(NamedTuple):
    """The trunk of an animal, `size` times its form, under a saddle whose middle is at `y_m`: metres at rest."""

    form: Form
    y_m: float

    def arc(self, y: float, half_rad: float, off_m: float, count: int = 25) -> F64:
        """Points (count, 3) over the back at y, from one flank to the other, so far off the skin."""
        h = self.form.height_m
        rows = np.array(self.form.torso) * h
        top, low, half = (float(np.interp(y, rows[:, 0], rows[:, k])) for k in (1, 2, 3))
        turn = np.linspace(-half_rad, half_rad, count)
        middle = (top + low) / 2
        x = (half + off_m) * np.sin(turn)
        return np.column_stack([x, np.full(count, y), middle + (top - middle + off_m) * np.cos(turn)])

    def top(self, y: float) -> float:
        """Height of the back at y."""
        return float(self.arc(y, 0.1, 0.0, 3)[1, 2])


def ride(form: Form, y: float = 0.03, apart: float = 0.205) -> Ride:
    """How the animal is ridden with a saddle at `y`, the feet so far from its middle, both in heights."""
    h = form.height_m
    back = Back(form, y * h)
    seat = back.top(y * h) + _PADDED_M
    low = seat - _STIRRUP_M
    ahead, over = _REIN_M
    return Ride(
        seat=(0.0, y * h - 0.02, seat),
        feet=((-apart * h, y * h + 0.07, low), (apart * h, y * h + 0.07, low)),
        hands=((-0.06, y * h + ahead, seat + over), (0.06, y * h + ahead, seat + over)),
        lean_rad=0.03,
        bone=BONE,
    )


def parts(form: Form, skel: Skeleton, ridden: Ride) -> list[Part]:
    """Everything it wears."""
    y = ridden.seat[1] + 0.02
    back = Back(form, y)
    leather = [_saddle(back), _girth(back, y + 0.10)]
    for spot in ridden.feet:
        leather.append(_strap(back, y + 0.06, spot))
    bands, rings_of = _bridle(form, skel)
    made = [
        joined("blanket", "blanket", skel, [(_sheet(back, y - 0.36, y + 0.30, 1.30, 0.012, 0.012), BONE)]),
        joined("saddle", "tack", skel, [(piece, BONE) for piece in leather]),
        joined("stirrups", "bit", skel, [(_stirrup(spot), BONE) for spot in ridden.feet]),
        joined("bridle", "tack", skel, [(band, "head") for band in bands]),
        joined("bit", "bit", skel, [(ring, "head") for ring in rings_of]),
    ]
    if ridden.hands is not None:
        made.append(_reins(form, skel, ridden.hands))
    return made


def materials(blanket: tuple[float, float, float] = (0.20, 0.025, 0.03)) -> dict[str, Material]:
    """What it is made of."""
    return {
        "tack": things.made_of("leather", (0.13, 0.055, 0.022)),
        "blanket": things.made_of("wool", blanket),
        "bit": things.made_of("chrome", (0.7, 0.7, 0.7)),
    }


def _sheet(back: Back, low: float, high: float, half_rad: float, off_m: float, thick_m: float) -> Shape:
    """A cloth over the back, a closed skin of two sides."""
    rows = []
    for share in np.linspace(0, 1, 15):
        y = low + (high - low) * share
        over, under = back.arc(y, half_rad, off_m + thick_m), back.arc(y, half_rad, off_m)
        rows.append(np.concatenate([over, under[::-1]]))
    return rings(np.array(rows))


def _saddle(back: Back) -> Shape:
    """Flaps, and a seat that rises to pommel and cantle."""
    y = back.y_m
    flaps = _sheet(back, y - 0.10, y + 0.22, 1.18, 0.026, 0.014)
    rows = []
    for share in np.linspace(0, 1, 22):
        at = y - 0.27 + 0.46 * share
        rise = 0.085 * max(0.0, 1 - share / 0.22) ** 1.6 + 0.075 * max(0.0, (share - 0.80) / 0.20) ** 1.4
        narrow = 0.62 + 0.30 * math.sin(math.pi * min(1.0, 0.12 + 0.9 * (1 - share)))
        end = math.sqrt(max(0.02, 1 - (2 * share - 1) ** 8))
        over = back.arc(at, 0.62 * narrow * end, _PADDED_M + rise, 19)
        under = back.arc(at, 0.64 * narrow * end, 0.030, 19)
        rows.append(np.concatenate([over, under[::-1]]))
    return join([outward(flaps), outward(rings(np.array(rows)))])


def _girth(back: Back, y: float) -> Shape:
    """The band that goes right round the trunk."""
    ring = back.arc(y, math.pi * 0.999, 0.022, 40)
    return sweep(ring[:-1], 0.05, sides=8, flat=0.12, closed=True)


def _strap(back: Back, y: float, spot: tuple[float, float, float]) -> Shape:
    """A stirrup's leather, from under the flap to the stirrup."""
    sign = math.copysign(1.0, spot[0])
    begin = back.arc(y, 1.05, 0.045)[-1 if sign > 0 else 0]
    end = np.array([spot[0], spot[1] - 0.02, spot[2] + 0.15])
    return sweep(curve([begin, (begin + end) / 2 + [0.02 * sign, 0, 0], end], 12), 0.013, sides=8, flat=0.3)


def _stirrup(spot: tuple[float, float, float]) -> Shape:
    """An iron: a flat tread under an arch."""
    x, y, z = spot
    arch = [(-0.062, 0, 0.0), (-0.058, 0, 0.06), (-0.03, 0, 0.13), (0.0, 0, 0.15), (0.03, 0, 0.13), (0.058, 0, 0.06),
            (0.062, 0, 0.0)]  # fmt: skip
    return join(
        [
            sweep(curve(np.array(arch), 24), 0.0055, sides=8).moved((x, y - 0.02, z - 0.008)),
            sweep([(x - 0.062, y - 0.02, z - 0.010), (x + 0.062, y - 0.02, z - 0.010)], 0.022, sides=10, flat=0.35),
        ]
    )


def _bridle(form: Form, skel: Skeleton) -> tuple[list[Shape], list[Shape]]:
    """Bands round the head, and the rings of the bit."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    skull = np.array(form.skull)

    def ring(u: float, off: float) -> F64:
        top, low, half = (float(np.interp(u, skull[:, 0], skull[:, k])) for k in (1, 2, 3))
        turn = np.linspace(0, 2 * math.pi, 28, endpoint=False)
        middle, tall = (top + low) / 2, (top - low) / 2
        return np.array(
            [frame.at(u, (half + off) * math.sin(a), middle + (tall + off) * math.cos(a), length) for a in turn]
        )

    def cheek(sign: float) -> F64:
        spots = []
        for u in np.linspace(0.06, 0.80, 10):
            half = float(np.interp(u, skull[:, 0], skull[:, 3]))
            z = float(np.interp(u, (0.06, 0.80), (0.02, -0.06)))
            spots.append(frame.at(u, sign * (half + 0.012), z, length))
        return np.array(spots)

    bands = [sweep(ring(u, 0.008), 0.011, sides=8, flat=0.3, closed=True) for u in (0.62, 0.10)]
    bands += [sweep(cheek(sign), 0.010, sides=8, flat=0.35) for sign in (-1.0, 1.0)]
    turn = np.linspace(0, 2 * math.pi, 18, endpoint=False)
    rings_of = []
    for sign in (-1.0, 1.0):
        middle = _mouth(form, skel, sign)
        circle = middle + np.column_stack([0 * turn, 0.032 * np.cos(turn), 0.032 * np.sin(turn)])
        rings_of.append(sweep(circle, 0.0045, sides=8, closed=True))
    return bands, rings_of


def _mouth(form: Form, skel: Skeleton, sign: float) -> F64:
    frame, length = head_frame(skel.joints), form.head * form.height_m
    half = float(np.interp(0.80, np.array(form.skull)[:, 0], np.array(form.skull)[:, 3]))
    return frame.at(0.80, sign * (half + 0.02), -0.07, length)


def _reins(form: Form, skel: Skeleton, hands: tuple[tuple[float, float, float], tuple[float, float, float]]) -> Part:
    """From the bit to the hands, in a slight curve: each end goes with what it is fixed to."""
    pieces, shares = [], []
    sides = 6
    for sign, hand in zip((-1.0, 1.0), hands):
        bit, end = _mouth(form, skel, sign), np.array(hand)
        half = (bit + end) / 2 + [0.09 * sign, 0.0, -0.10]
        line = curve([bit, half, end, end + [-0.02 * sign, -0.10, -0.14]], 24)
        made = sweep(line, 0.007, sides=sides, flat=0.4, caps=False)
        place = np.repeat(np.clip(np.linspace(0, 1.25, 24), 0, 1), sides)[:, None]
        count = len(made.points)
        shares.append((1 - place) * rigid(skel, "head", count) + place * rigid(skel, BONE, count))
        pieces.append(made)
    return Part("reins", join(pieces), "tack", np.concatenate(shares))
