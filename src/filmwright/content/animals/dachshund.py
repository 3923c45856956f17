"""A dachshund: a very long body on very short legs, a long muzzle, long hanging ears; red, or black and tan."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, shortened, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.kinds import F64

WORDS = ("dachshund",)
EXAMPLE = "A dachshund in a park"
COLOR = "#7a3d1c"
HOME = dog.HOME
_LONG = 1.42  # its trunk against that of other dogs


def _far(y: float) -> float:
    return y if y > 0.2 else 0.2 + _LONG * (y - 0.2)


FORM = shortened(
    dog.FORM._replace(
        height_m=0.40,
        torso=tuple((_far(y), top - 0.02 * (y < 0), bottom - 0.01, 1.02 * half) for y, top, bottom, half in dog.FORM.torso),
        hind=dog.FORM.hind._replace(joints=tuple((_far(-0.38) + y + 0.38, z) for y, z in dog.FORM.hind.joints),
        girth=stout(PAWED_HIND, 1.0, 1.30)),
        fore=dog.FORM.fore._replace(girth=stout(PAWED_FORE, 1.05, 1.35)),
        tail=dog.FORM.tail._replace(
            rows=tuple((_far(-0.50) + y + 0.50, z - 0.02, 0.85 * r) for y, z, r in dog.FORM.tail.rows)
        ),
        head=0.50,
        skull=tuple((u, top, bottom, (0.92 if u < 0.5 else 0.80) * half) for u, top, bottom, half in dog.FORM.skull),
        jaw=(),
        jaw_deg=0.0,
        lumps=((0.26, 0.16, -0.08, 0.14, 0.08, 0.12), (0.83, 0.06, -0.07, 0.12, 0.06, 0.08)),
        ear=dog.FORM.ear._replace(
            path=(
                (0.12, 0.15, 0.20), (0.14, 0.24, 0.21), (0.17, 0.295, 0.10), (0.21, 0.315, -0.10), (0.25, 0.305, -0.30),
                (0.27, 0.285, -0.40),
            ),
            half=(0.09, 0.12, 0.155, 0.17, 0.14, 0.02),
        ),
        nose=(0.97, 0.045, 0.070),
        view_rad=1.15,
    ),
    0.34,
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    face = at.head * (1 - at.ear)
    tan = np.maximum.reduce([
        face * step(at.hz, -0.02, -0.08), face * step(at.u, 0.60, 0.78) * step(at.hx, 0.02, 0.06), at.foot, at.leg * step(at.z, 0.30, 0.20),
        at.ahead * at.trunk * 0.8,
    ])  # fmt: skip
    lip = face * np.exp(-(((at.hz + 0.12) / 0.012) ** 2)) * step(at.u, 0.5, 0.6)
    return {"tan": tan, "dark": 0.8 * lip}


BREED = Breed(
    FORM, _masks, (("tan", (0.36, 0.15, 0.05)), ("dark", (0.010, 0.008, 0.007))), (COLOR, "#1a130f"),
    Fur(0.018, 0.0013, 24000), wag=0.35,
)  # fmt: skip
SPEEDS = {name: round(0.62 * speed, 2) for name, speed in dog.SPEEDS.items()}
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
