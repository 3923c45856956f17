"""Who plays what: a role, a part of it, and the motion an action makes of that."""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import mocap
from filmwright.content.deeds import Phase
from filmwright.content.figure.body import Body
from filmwright.content.figure.gait import Beat
from filmwright.content.kinds import F64, Mark, Motion, Partner, Performance, Setting, Thing
from filmwright.spec.shot import Action
from filmwright.staging import layers, place
from filmwright.staging.between import GRID_HZ

SPARE = 6  # rows of the grid that a change knows before and after itself


class Role(NamedTuple):
    """Who plays: the body, where it stays (a point, its facing, a seat), the set and how it is seen, and what each action handles:
    by kind, the thing and what goes with it. `offset`: right of the mark and behind it. `sole_m`: how far the soles lift the body.
    `partner`: with whom it does what takes two."""

    body: Body
    spot: place.Spot
    setting: Setting
    mark: Mark
    offset: tuple[float, float]
    handled: dict[str, tuple[Thing | None, Thing | None]]
    look_at: tuple[float, float, float] | None
    phase: float
    sole_m: float = 0.0
    partner: Partner | None = None


class Part(NamedTuple):
    """A phase that is planned: it has come about at `begins_s` and goes over into the next from `ends_s` on; its own time is 0 at
    `zero_s`. All in seconds of the world since the shot's plan begins."""

    phase: Phase
    begins_s: float
    ends_s: float
    zero_s: float
    act: Performance


def module_of(action: Action, *, where: str = "action") -> ModuleType:
    """The content of an action, or the take it is done as. Raises UnknownName, BadInput for a take that cannot be used."""
    if action.take is not None:
        return mocap.action(action.take)
    return registry.find("filmwright.content.actions", action.kind, where=where)


def built(body: Body, phase: Phase, act: Performance, role: Role) -> Motion:
    """A phase as a motion: its action, with what arms and head do meanwhile laid over it."""

    def using(performance: Performance, action: Action) -> Performance:
        thing, other = role.handled.get(action.kind, (None, None))
        partner = role.partner if hasattr(module_of(action), "stations") else None
        return performance._replace(using=thing, other=other, manner=action.manner, partner=partner)

    motion: Motion = module_of(phase.base).build(body, using(act, phase.base))
    for action in phase.over:
        still = act._replace(seated=False)
        if phase.goes:
            still = act._replace(path=np.zeros((1, 2)), facing_yaw_rad=0.0, ground=_level, look_at=None, speed_m_s=None)
        module = module_of(action)
        upper: Motion = module.build(body, using(still, action))
        motion = layers.over(motion, upper, body, module.OVER)
    return motion


def _level(x: F64, y: F64) -> F64:
    return 0.0 * x


def grid(part: Part, role: Role, start_s: float, rows: int) -> Motion:
    """A part on the grid of a change, from SPARE rows before its start on."""
    at = start_s - SPARE / GRID_HZ - part.zero_s
    act = part.act._replace(frames=rows + 2 * SPARE, fps=GRID_HZ, pace=1.0, start_s=at)
    return built(role.body, part.phase, act, role)


def trails(body: Body, part: Part) -> str | None:
    """The side of the foot that is behind where a part that goes ends, if that has a beat."""
    if not part.phase.goes or not hasattr(module_of(part.phase.base), "beat"):
        return None
    beat = beat_of(body, part.phase, part.act)
    share = (part.act.phase + (part.ends_s - part.zero_s) / beat.period_s) % 1.0
    return "r" if abs((share - beat.at + 0.5) % 1.0 - 0.5) < 0.25 else "l"


def beat_of(body: Body, phase: Phase, act: Performance) -> Beat:
    beat: Beat = module_of(phase.base).beat(body, act._replace(manner=phase.base.manner))
    return beat
