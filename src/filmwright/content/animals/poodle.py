"""A poodle in a show cut: curls, a topknot, round ears, pompons on its legs and tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals import dog
from filmwright.content.animals._anatomy.breed import Breed
from filmwright.content.animals._anatomy.coat import Where, fleece, step
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Tail, stout
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material, Value

WORDS = ("poodle",)
EXAMPLE = "A white poodle in a park"
COLOR = "#e4ddd2"
HOME = dog.HOME

FORM = dog.FORM._replace(
    height_m=0.52,
    torso=tuple((y, top + 0.05 * max(0.0, y), bottom + 0.03 * (y < 0),
    (0.80 + 0.35 * (y > 0.0)) * half) for y, top, bottom, half in dog.FORM.torso),
    neck=((0.28, 0.84, 0.15, 0.20), (0.41, 1.02, 0.135, 0.17), (0.48, 1.20, 0.12, 0.14)),
    poll=(0.46, 1.26),
    head=0.46,
    pitch_deg=-10.0,
    skull=(
        (-0.12, 0.10, -0.12, 0.10), (0.0, 0.24, -0.20, 0.20), (0.14, 0.29, -0.22, 0.24), (0.28, 0.29, -0.21, 0.245),
        (0.40, 0.25, -0.19, 0.22), (0.49, 0.165, -0.17, 0.165), (0.57, 0.095, -0.145, 0.120), (0.72, 0.070, -0.125, 0.098),
        (0.86, 0.065, -0.115, 0.088), (0.95, 0.055, -0.09, 0.07), (1.0, 0.02, -0.05, 0.04),
    ),
    jaw=(),
    jaw_deg=0.0,
    lumps=((0.22, 0.0, 0.38, 0.30, 0.27, 0.24), (0.30, 0.17, 0.27, 0.20, 0.14, 0.17), (0.05, 0.0, 0.30, 0.22, 0.24, 0.22)),
    eye=dog.FORM.eye._replace(u=0.50, x=0.125, z=0.085, radius=0.045, iris=(0.03, 0.014, 0.006)),
    ear=dog.FORM.ear._replace(
        path=((0.12, 0.20, 0.16), (0.13, 0.29, 0.12), (0.14, 0.33, -0.06), (0.15, 0.34, -0.26), (0.16, 0.33, -0.44), (0.17, 0.31, -0.54)),
        half=(0.09, 0.15, 0.20, 0.24, 0.20, 0.05),
        thick=0.11,
    ),
    fore=dog.FORM.fore._replace(girth=stout(PAWED_FORE, 0.85, 0.80)),
    hind=dog.FORM.hind._replace(girth=stout(PAWED_HIND, 0.85, 0.80)),
    tail=Tail(((-0.48, 0.90, 0.035), (-0.56, 1.00, 0.03), (-0.60, 1.10, 0.075), (-0.615, 1.19, 0.115), (-0.62, 1.29, 0.03))),
    masses=(
        (0.115, 0.305, 0.13, 0.085, 0.085, 0.10), (0.11, -0.48, 0.14, 0.085, 0.085, 0.11), (0.10, -0.36, 0.80, 0.12, 0.14, 0.12),
    ),
    nose=(0.97, 0.022, 0.062),
)  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    lip = at.head * np.exp(-(((at.hz + 0.055) / 0.010) ** 2)) * step(at.u, 0.56, 0.64) * (1 - at.ear)
    return {"dark": 0.8 * lip}


def _curls(color: Value, height_m: float) -> Material:
    """Wool, of whatever color it has."""
    made = fleece((0.8, 0.8, 0.8), height_m)
    return made.model_copy(update={"color": color})


BREED = Breed(
    FORM, _masks, (("dark", (0.010, 0.008, 0.007)),), (COLOR, "#17130f", "#b9855a"), None, uneven=0.12, skin=_curls, wag=0.3,
)  # fmt: skip
SPEEDS = dog.SPEEDS
ACTIONS = dog.ACTIONS
HANDLES = dog.HANDLES
vary, build, move = BREED.vary, BREED.build, BREED.move
