"""What animals and vehicles do of the deeds a text gives them: in turn, where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from filmwright import concepts
from filmwright.content.deeds import AT_ONCE
from filmwright.content.implied import PAWS
from filmwright.spec.shot import Action, Member

POSTURES = ("stand", "sit", "lie", "rest")  # how something else is done: "it sits and barks"
STOPS = ("stop", "brake", "park_car", "wait", "anchor", "freeze")
"""Deeds after which what went stands."""
COMES = ("arrive", "approach", "enter", "leave", "pass_by", "go", "return", "travel", "cross", "depart")
_GOING = ("drive", "sail", "fly", "swim", "move")  # how vehicles do these
_ALL_FOURS = ("drink", "eat", "play")
ALONE = (*(deed for deed in PAWS if deed not in _ALL_FOURS), "play", "spray", "display_feathers", "beg_for_food")
"""What is not done before or after anything else: the animal is built for it, or goes round on a way of its own."""


class Told(NamedTuple):
    """A deed of a thing that is not staged as it was told: by its path, as a Gap has it."""

    path: str
    status: Literal["approximated", "unstaged"]
    reason: str


def thing_deeds(
    member: Member, path: str, who: str, does: Sequence[str], speeds: Sequence[str]
) -> tuple[list[Action], list[Told]]:
    """What a thing does, in turn, of the deeds that its content `does`, those in `speeds` on its way; and what was told otherwise. who:
    its kind, as it is spoken of."""
    told: list[Told] = []
    asked = [a for a in (member.action, *member.then) if a is not None]
    does = (*does, "stand") if speeds and "stand" not in does else does
    telling = any(a.kind in does and a.kind not in POSTURES for a in asked)
    made: list[Action] = []
    for n, action in enumerate(asked):
        began = member.action is not None
        at = f"{path}.action" if n == 0 and began else f"{path}.then.{n - began}"
        kind = _done_as(action.kind, does, after=bool(made), vehicle="walk" not in speeds)
        if kind is None or (kind in POSTURES and kind != action.kind and telling and action.kind not in STOPS):
            told.append(Told(at, "unstaged", f"a {who} cannot do this yet: {_spoken(action.kind)}"))
            continue
        if kind != action.kind and action.kind not in (*STOPS, *COMES):
            reason = f"a {who} cannot {_spoken(action.kind)} yet; the nearest is {_spoken(kind)}"
            told.append(Told(f"{at}.kind", "approximated", reason))
        deed = Action(kind=kind, manner=action.manner, to=action.to, at=action.at if made else None)
        last = made[-1] if made else None
        if last is None or last.kind == kind:
            made = made or [deed]
        elif action.at != AT_ONCE or (last.kind in speeds) != (kind in speeds):
            if {last.kind, kind} & set(ALONE):
                told.append(
                    Told(at, "unstaged", f"a {who} does one thing a shot then: {_spoken(made[0].kind)} was taken")
                )
                continue
            made.append(deed.model_copy(update={"at": action.at or None}))
        elif last.kind in POSTURES:
            made[-1] = deed.model_copy(update={"at": last.at})
        elif kind not in POSTURES:
            told.append(Told(at, "unstaged", f"a {who} does one thing at a time yet: {_spoken(last.kind)} was taken"))
    return made, told


def _done_as(kind: str, does: Sequence[str], *, after: bool, vehicle: bool) -> str | None:
    """The deed of those a thing does that one is staged as; None if there is none near."""
    if kind in STOPS and "stand" in does and (after or kind not in does):
        return "stand"
    if kind in does:
        return kind
    if vehicle and kind in COMES:
        return next((name for name in _GOING if name in does), None)
    return concepts.nearest("action", kind, does)


def _spoken(name: str) -> str:
    return name.replace("_", " ")
