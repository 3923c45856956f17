"""What somebody does in turn and what at once, of the deeds a text gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from filmwright import concepts
from filmwright.content.offers import facts, offered
from filmwright.spec.shot import Action, Member

AT_ONCE = 0.0
"""`at` of a staged action that is done beside the one before it; any other begins after it."""
GETS_UP = ("stand_up", "get_up")


class Phase(NamedTuple):
    """What is done at one time: `base` with the whole body, `over` with arms and head meanwhile; `seated`: on a seat. `at`: when it
    begins, as a share of the shot; None: when the one before has lasted long enough."""

    base: Action
    over: tuple[Action, ...] = ()
    seated: bool = False
    at: float | None = None

    @property
    def goes(self) -> bool:
        """Whether it takes the body somewhere."""
        return posture_of(self.base.kind) == "walk"

    @property
    def sits(self) -> bool:
        """Whether it is done on a seat."""
        return self.seated or posture_of(self.base.kind) == "sit"

    @property
    def actions(self) -> tuple[Action, ...]:
        """All that is done in it."""
        return (self.base, *self.over)


def posture_of(kind: str) -> str:
    """The POSTURE of an action; "stand" of one there is none of."""
    return next(iter(facts("action", kind, "POSTURE")), "stand")


def phases(member: Member) -> tuple[Phase, ...]:
    """What a member of a staged Shot does, in turn."""
    made = [Phase(member.action or Action(kind="stand"))]
    for action in member.then:
        last = made[-1]
        if action.at != AT_ONCE:
            made.append(Phase(action, at=action.at))
        elif action.kind == "sit":
            made[-1] = last._replace(seated=True)
        else:
            made[-1] = last._replace(over=(*last.over, action))
    return tuple(made)


def said(score: Sequence[Phase]) -> tuple[Action | None, tuple[Action, ...]]:
    """The first action of a member who does that, and those after it, as a staged Shot has them."""
    actions: list[Action] = []
    for phase in score:
        actions.append(phase.base.model_copy(update={"at": phase.at if actions else None}))
        actions += [Action(kind="sit", at=AT_ONCE)] if phase.seated else []
        actions += [action.model_copy(update={"at": AT_ONCE}) for action in phase.over]
    return (actions[0] if actions else None), tuple(actions[1:])


def in_turn(deeds: Sequence[Action]) -> list[Phase]:
    """Deeds that content has, as phases: what can be done at once is where the text says so, the rest one after the other."""
    made: list[Phase] = []
    for deed in deeds:
        own = Phase(deed, at=deed.at or None)
        if deed.kind in GETS_UP:
            own = Phase(Action(kind="stand"), at=deed.at or None)
            made += [] if made else [Phase(Action(kind="sit"))]
        last = made[-1] if made else None
        if last is not None and last.sits:
            own = _on_the_seat(own)
        together = _together(last, deed) if last is not None and deed.at == AT_ONCE else None
        if together is not None:
            made[-1] = together
        elif last is None or own[:3] != last[:3]:
            made.append(own)
    return made


def _on_the_seat(phase: Phase) -> Phase:
    """A phase as somebody has it who sits already: whoever sits stays there for what can be done so."""
    if facts("action", phase.base.kind, "SEATED"):
        return phase._replace(seated=True)
    if facts("action", phase.base.kind, "OVER"):
        return Phase(Action(kind="sit"), over=(phase.base,), at=phase.at)
    return phase


def _together(last: Phase, deed: Action) -> Phase | None:
    """A phase in which a deed is done as well; None if that cannot be."""
    base, parts = last.base.kind, {*facts("action", deed.kind, "OVER")}
    if deed.kind == base:
        return last
    if deed.kind == "stand" and not last.goes and not last.sits:
        return last
    if base == "stand" and not last.over:
        return last._replace(base=deed)
    if base == "sit" and facts("action", deed.kind, "SEATED") and not last.over:
        return last._replace(base=deed, seated=True)
    if deed.kind == "sit" and facts("action", base, "SEATED") and not last.over:
        return last._replace(seated=True)
    free = {*facts("action", base, "FREE")}
    for action in last.over:
        free -= {*facts("action", action.kind, "OVER")}
    if parts and parts <= free:
        return last._replace(over=(*last.over, deed))
    own = {*facts("action", base, "OVER")}
    if own and not last.over and own <= {*facts("action", deed.kind, "FREE")}:
        return last._replace(base=deed, over=(last.base,))
    return None


def goes_with(before: str, deed: str) -> bool:
    """Whether somebody on their way, doing one action, does another meanwhile: "walks and waves"."""
    like = {name for name in offered("action") if deed == name or deed in facts("action", name, "ALSO")}
    near = concepts.nearest("action", before, offered("action"))
    going = near is not None and posture_of(near) == "walk" and bool(facts("action", near, "FREE"))
    return going and any(facts("action", name, "OVER") for name in like)
