"""A tawny owl: round head, large eyes that look ahead."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, step, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._plumage import bird, motion
from filmwright.content.animals._plumage.bird import Plumage, Spot
from filmwright.content.animals._plumage.form import Beak, Bird, Wing
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import attribute
from filmwright.spec.shot import Action, Member

WORDS = ("owl",)
EXAMPLE = "An owl in a forest"
COLOR = "#7a6047"
HOME = ("snow_valley", "forest", "meadow")

FORM = Bird(
    height_m=0.40,
    body=(
        (-0.15, 0.14, 0.06, 0.05), (-0.10, 0.28, 0.17, 0.15), (-0.03, 0.46, 0.235, 0.21), (0.02, 0.62, 0.235, 0.215),
        (0.03, 0.74, 0.22, 0.205),
    ),
    head=(0.035, 0.80, 0.215),
    beak=Beak((0.225, 0.785), (0.285, 0.715), (0.028, 0.036), 0.6),
    eye=(0.80, 0.14, 0.26, (0.75, 0.42, 0.03)),
    wing=Wing((0.06, 0.66), (-0.16, 0.12), 0.15, (0.22, 0.245, 0.10), 7, (1.5, 0.55)),
    tail_root=(-0.14, 0.16), tail_tip=(-0.24, 0.0), tail_half=0.09, tail_quills=6,
    leg=((0.02, 0.20), (0.02, 0.10), (0.06, 0.0)), leg_x=0.09, leg_r=0.028, toe=0.10, thigh=0.08, flight=(2.6, 2.6), view_rad=0.5,
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown, or white."""
    return quadruped.chosen(rng, member, COLOR, "#cfc8bb")


def build(params: Params) -> Thing:
    """The owl."""
    color = params.color
    feathers = painted(
        varied(color, 16.0, 0.25),
        (shaded(color, 0.35), attribute("streak")),
        ((0.72, 0.64, 0.52), attribute("pale")),
        (shaded(color, 0.25), attribute("rim")),
    )
    return bird.build(FORM, Plumage(_masks, feathers, (0.45, 0.36, 0.16), (0.40, 0.30, 0.18)), params)


def _masks(at: Spot) -> dict[str, F64]:
    body = float(at.part == 0)
    disc = np.minimum(np.hypot(at.x / 0.215 - 0.42, at.above - 0.10), np.hypot(at.x / 0.215 + 0.42, at.above - 0.10))
    front = body * step(at.ahead, 0.25, 0.45)
    rim = front * np.exp(-(((disc - 0.56) / 0.06) ** 2))
    streaks = step(np.sin(95.0 * at.x + 2.0 * at.cloud(20.0, 2)) * np.sin(52.0 * at.z + at.cloud(14.0, 3)), 0.25, 0.5)
    chest = body * step(at.z, 0.62, 0.55)
    bars = float(at.part > 0) * step(np.sin(26.0 * at.along), 0.2, 0.6) * 0.8
    pale = np.maximum(front * step(disc, 0.55, 0.45), 0.55 * chest * step(at.y, -0.05, 0.10))
    return {"pale": pale, "streak": np.maximum(0.8 * chest * streaks, bars), "rim": rim}


SPEEDS = motion.speeds(FORM)
ACTIONS = ("stand", "look_around")


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return motion.moved(FORM, bird.size_of(FORM, thing), action.kind, performance)
