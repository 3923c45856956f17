"""What people of the cast wear: the garments content has for those asked for, a costume, what a deed is done in."""

from __future__ import annotations

from collections.abc import Sequence

from filmwright import concepts
from filmwright.content.deeds import Phase
from filmwright.content.gaps import Gap, note_gap, spoken
from filmwright.content.implied import WORN
from filmwright.content.offers import facts, offered
from filmwright.spec.shot import Garment

WARM_CLOTHES = ("coat", "scarf")


def costume_of(kind: str) -> tuple[Garment, ...]:
    """What somebody of a kind is known by and wears if the text says nothing else; empty where content has not all of it."""
    worn = next((WORN[name] for name in concepts.ancestors("person", kind) if name in WORN), ())
    return worn if all(garment.kind in offered("garment") for garment in worn) else ()


def clad(asked: tuple[Garment, ...], costume: tuple[Garment, ...]) -> tuple[Garment, ...]:
    """The asked garments, and of a costume what is worn where none of them is: a knight in a red cape keeps his armor."""
    taken = {part for garment in asked for part in facts("garment", garment.kind, "COVERS")} - {"warm"}
    kinds = {garment.kind for garment in asked}
    return asked + tuple(
        garment
        for garment in costume
        if garment.kind not in kinds and not taken & {*facts("garment", garment.kind, "COVERS")}
    )


def staged_wardrobe(asked: Sequence[Garment], path: str, gaps: list[Gap]) -> tuple[Garment, ...]:
    made: list[Garment] = []
    for n, garment in enumerate(asked):
        at = f"{path}.wardrobe.{n}"
        kinds = _garments(garment.kind)
        if not kinds:
            note_gap(gaps, at, garment.kind, None)
            continue
        if kinds != (garment.kind,):
            note_gap(gaps, at, garment.kind, " and ".join(kinds))
        if all(any(g.kind == kind for g in made) for kind in kinds):
            gaps.append(Gap(at, "unstaged", f"nobody can wear two of them yet: {' and '.join(kinds)}"))
            continue
        pattern = garment.pattern
        if pattern is not None and not any(pattern in facts("garment", kind, "PATTERNS") for kind in kinds):
            gaps.append(Gap(f"{at}.pattern", "unstaged", f"nothing {spoken(pattern)} can be staged yet"))
            pattern = None
        material = garment.material
        for kind in kinds:
            can = facts("garment", kind, "MATERIALS")
            of = concepts.nearest("material", material, can) if material is not None and can else material
            if of != material and kind == kinds[0]:
                reason = f"a {spoken(kind)} cannot be made of {spoken(str(material))} yet"
                if of is not None:
                    reason += f"; the nearest is {spoken(of)}"
                gaps.append(Gap(f"{at}.material", "approximated" if of is not None else "unstaged", reason))
            if not any(g.kind == kind for g in made):
                made.append(Garment(kind=kind, color=garment.color, material=of, pattern=pattern))
    return tuple(made)


def equipped(worn: tuple[Garment, ...], score: Sequence[Phase]) -> tuple[Garment, ...]:
    """The garments, and those that what is done is done in (skates), unless others are worn there."""
    for name in dict.fromkeys(name for phase in score for name in facts("action", phase.base.kind, "WEARS")):
        covered = {part for g in worn for part in facts("garment", g.kind, "COVERS")}
        if not covered & {*facts("garment", name, "COVERS")}:
            worn = (*worn, Garment(kind=name))
    return worn


def _garments(kind: str) -> tuple[str, ...]:
    """The garments a concept is staged as: itself, the nearest, or several ("jacket+trousers" stands above a suit)."""
    for above in concepts.ancestors("garment", kind):
        parts = tuple(above.split("+"))
        if all(part in offered("garment") for part in parts):
            return parts
    near = concepts.nearest("garment", kind, offered("garment"))
    return (near,) if near is not None else ()
