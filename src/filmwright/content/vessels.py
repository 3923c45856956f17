"""Cups, bowls and dishes: what is shown with the vessel it is in, and what steams."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.offers import offered
from filmwright.spec.shot import Member, Shot

WISP, STEAM = "steam_wisp", "steam"  # what is over hot things, and what a text calls it
VESSELS = ("crockery", "bottle", "can")
SERVED = ("soup",)  # dishes that content makes with the bowl they are in
STEAMING = ("cup", "soup", "bowl", "teapot", "frying_pan", "plate", "pizza", "bread")


def steaming(shot: Shot) -> str | None:
    """The id of what steams where the text speaks of steam: what holds something hot to eat or drink, if nobody has it in the hand. None
    where there is no steam, or it is the place's."""
    if STEAM not in shot.place.features:
        return None
    held = {name for m in shot.cast for name in m.holds}
    return next((m.id for m in shot.cast if m.id not in held and _steams(m.kind)), None)


def _steams(kind: str) -> bool:
    return concepts.nearest("thing", kind, offered("thing")) in STEAMING


def _vessel(member: Member, shot: Shot) -> Member | None:
    """What a dish or a drink is in, if content shows it with that; None if it is in nothing, or something of its own."""
    relation = member.relation
    to = next((m for m in shot.cast if relation is not None and m.id == relation.to), None)
    if relation is None or relation.kind != "inside" or to is None:
        return None
    if not any(name in VESSELS for name in concepts.ancestors("thing", to.kind)):
        return None
    drink = "drink" in concepts.ancestors("thing", member.kind)
    return to if drink or concepts.nearest("thing", member.kind, offered("thing")) in SERVED else None


def in_vessel(member: Member, shot: Shot) -> bool:
    """Whether something is shown with what it is in."""
    return _vessel(member, shot) is not None


def filled(member: Member, shot: Shot) -> Member:
    """A bowl with a dish in it as that dish, which content makes with its bowl."""
    dishes = (m for m in shot.cast if _vessel(m, shot) is member)
    served = (concepts.nearest("thing", m.kind, offered("thing")) for m in dishes)
    dish = next((name for name in served if name in SERVED), None)
    return member if dish is None else member.model_copy(update={"kind": dish})
