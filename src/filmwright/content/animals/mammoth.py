"""A woolly mammoth: high domed head, sloping back, long curved tusks, shaggy hair."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals import elephant
from filmwright.content.animals._anatomy import deeds, features, gait, quadruped
from filmwright.content.animals._anatomy.coat import Where, fittings, hairy, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.form import Form, stout
from filmwright.content.animals._anatomy.fur import Fur
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("mammoth", "woolly mammoth", "wooly mammoth")
EXAMPLE = "Woolly mammoths walk through a snowy meadow"
COLOR = "#5b3518"
HOME = ("snow_valley",)

FORM = elephant.FORM._replace(
    height_m=3.1,
    torso=(
        (-0.52, 0.60, 0.48, 0.03), (-0.49, 0.70, 0.42, 0.12), (-0.42, 0.79, 0.37, 0.20), (-0.30, 0.86, 0.33, 0.24),
        (-0.14, 0.91, 0.31, 0.265), (0.02, 0.96, 0.305, 0.275), (0.16, 1.02, 0.32, 0.265), (0.27, 1.05, 0.36, 0.245),
        (0.37, 0.99, 0.41, 0.20), (0.45, 0.88, 0.50, 0.13), (0.50, 0.76, 0.60, 0.04),
    ),
    poll=(0.49, 1.10),
    skull=(
        (-0.22, 0.12, -0.25, 0.14), (-0.08, 0.32, -0.36, 0.27), (0.08, 0.39, -0.42, 0.33), (0.30, 0.36, -0.42, 0.34),
        (0.55, 0.30, -0.38, 0.31), (0.75, 0.24, -0.28, 0.25), (0.90, 0.19, -0.20, 0.20), (1.0, 0.15, -0.16, 0.17),
        (1.05, 0.08, -0.10, 0.08),
    ),
    ear=elephant.FORM.ear._replace(
        path=((0.28, 0.30, -0.04), (0.32, 0.40, -0.14), (0.40, 0.48, -0.24), (0.50, 0.50, -0.30)), half=(0.12, 0.20, 0.18, 0.03)
    ),
    hind=elephant.FORM.hind._replace(
        joints=((-0.34, 0.66), (-0.28, 0.40), (-0.39, 0.20), (-0.37, 0.08), (-0.32, 0.02)),
        girth=stout(elephant.FORM.hind.girth, 0.95, 1.05),
    ),
    tail=elephant.FORM.tail._replace(
        rows=((-0.49, 0.70, 0.04), (-0.55, 0.62, 0.035), (-0.58, 0.52, 0.03), (-0.585, 0.43, 0.025), (-0.58, 0.36, 0.015))
    ),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Reddish brown, lighter or darker."""
    return quadruped.chosen(rng, member, COLOR, "#4e2c14", "#673e1e")


def build(params: Params) -> Thing:
    """The mammoth."""
    color = params.color
    skin = painted(
        varied(color, 1.6, 0.3), (shaded(color, 0.5), attribute("deep")), (shaded(color, 1.5), attribute("pale"))
    )
    fits = fittings(shaded(color, 0.4), FORM.eye.iris) | {"tusk": features.ivory()}
    coat = quadruped.Coat(
        _masks, hairy(skin, FORM.height_m, relief=0.8), fits, Fur(0.105, 0.0016, 34000, _longer, 0.28)
    )
    return quadruped.build(FORM, coat, params, _tusks)


def _masks(at: Where) -> dict[str, F64]:
    crown = at.head * step(at.u, 0.12, -0.05)
    return {
        "deep": np.maximum(0.7 * at.under, 0.6 * at.shin),
        "pale": np.maximum(0.5 * at.back * at.trunk, 0.4 * crown),
    }


def _longer(at: Where) -> F64:
    skirt = at.trunk * step(at.z, 0.62, 0.40)
    hang = 0.8 * at.neck * step(at.z, 0.9, 0.6)
    trunk = at.head * step(at.z, 0.70, 0.45)
    return np.asarray(
        np.clip(
            0.75 + 1.1 * skirt + hang + 0.7 * at.head * step(at.u, 0.10, -0.05) + 0.5 * at.leg - 0.45 * trunk, 0.15, 2.2
        )
    )


def _tusks(form: Form, skel: Skeleton) -> Sequence[Part]:
    path = (
        (0.70, 0.15, 0.0),
        (1.0, 0.27, 0.02),
        (1.38, 0.42, 0.14),
        (1.66, 0.46, 0.46),
        (1.66, 0.36, 0.84),
        (1.46, 0.20, 1.04),
    )
    radii = (0.085, 0.082, 0.075, 0.063, 0.044, 0.010)
    return [features.horns(form, skel, path, radii, name="tusks", material="tusk")]


SPEEDS = {k: v for k, v in gait.speeds(0.9).items() if k != "gallop"}
ACTIONS = deeds.ELEPHANTS


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return quadruped.moved(FORM, thing, action.kind, performance, wag=0.10)
