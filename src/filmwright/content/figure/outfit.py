"""What somebody wears: what was asked, completed so that nobody walks half dressed or freezes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.offers import facts
from filmwright.registry import find
from filmwright.spec.shot import Garment, Shot
from filmwright.values import Color

WARDROBE = "filmwright.content.wardrobe"
Climate = Literal["cold", "mild", "warm"]

# Everyday colors for what nobody asked for: quiet ones, so that the asked color stays the one that is seen. Chosen.
_QUIET_UPPER = ("white", "light_gray", "navy", "olive", "cream", "dark_green", "burgundy", "light_blue")
_QUIET_LOWER = ("dark_gray", "navy", "black", "dark_brown")
_QUIET_SHOES = ("black", "dark_brown", "brown", "white")
_QUIET_COATS = ("dark_gray", "navy", "tan", "dark_green", "burgundy")


def climate_of(shot: Shot) -> Climate:
    """How warm people of the shot dress: by its season, its ground and its weather; a beach in no season is warm."""
    words = {shot.place.season, shot.place.ground, shot.weather.kind, *shot.place.kind.split("_")}
    if words & {"winter", "snow", "snowfall", "snowy", "ice"}:
        return "cold"
    return "warm" if words & {"summer", "beach", "desert"} else "mild"


def complete(
    asked: tuple[Garment, ...], rng: np.random.Generator, *, female: bool, child: bool, climate: Climate = "mild"
) -> tuple[Garment, ...]:
    """The asked garments and what decency and the weather add: something above, something below, something on the feet.
    Asked kinds, colors and materials are kept as they are."""
    worn = _matched(asked, female=female)
    kinds = {g.kind for g in worn}
    covered = _covered(worn)
    if "upper" not in covered:
        worn.append(_upper(rng, female=female, child=child, climate=climate, skirted="skirt" in kinds))
        kinds.add(worn[-1].kind)
        covered = _covered(worn)
    if climate == "cold" and not covered & {"outer", "warm"}:
        worn.append(Garment(kind="jacket" if child else "coat", color=_pick(rng, _QUIET_COATS)))
        kinds.add(worn[-1].kind)
    if "lower" not in covered:
        jeans = "coat" not in kinds and rng.random() < (0.6 if climate == "mild" else 0.3)
        color = None if jeans else _pick(rng, _QUIET_LOWER)
        worn.append(Garment(kind="jeans" if jeans else "trousers", color=color))
    if climate == "cold" and bare_legged(kinds):
        worn.append(Garment(kind="trousers", color="black"))
        kinds.add("trousers")
    if "feet" not in covered:
        boots = climate == "cold" or ("jeans" in kinds and rng.random() < 0.3)
        worn.append(Garment(kind="boots" if boots else "shoes", color=_pick(rng, _QUIET_SHOES[: 3 if boots else 4])))
    return tuple(worn)


def _covered(worn: Sequence[Garment]) -> set[str]:
    """What of a body these garments are worn on."""
    return {part for g in worn for part in facts("garment", g.kind, "COVERS")}


def _matched(asked: tuple[Garment, ...], *, female: bool) -> list[Garment]:
    """The asked garments, and those that go with them (WITH) where nothing is worn yet: to a suit belong shirt, tie, trousers of
    its cloth. A tie that nobody asked for is worn by men."""
    worn = list(asked)
    for garment in asked:
        module = find(WARDROBE, garment.kind, where="wardrobe")
        for kind, color in getattr(module, "WITH", ()):
            taken = {*facts("garment", kind, "COVERS")} & _covered(worn)
            if taken or any(g.kind == kind for g in worn) or (female and kind == "tie"):
                continue
            cloth = {
                "color": garment.color or module.COLOR,
                "pattern": garment.pattern or getattr(module, "PATTERN", None),
            }
            of_its_cloth = garment.model_copy(update={"kind": kind, **cloth})
            worn.append(Garment(kind=kind, color=color) if color else of_its_cloth)
    return worn


def _upper(rng: np.random.Generator, *, female: bool, child: bool, climate: Climate, skirted: bool) -> Garment:
    if female and not skirted and climate == "warm" and rng.random() < 0.5:
        return Garment(kind="dress", color=_pick(rng, ("light_blue", "white", "red", "yellow", "dark_green")))
    kind = "sweater" if climate != "warm" and rng.random() < (0.5 if climate == "mild" else 0.9) else "shirt"
    colors = ("red", "yellow", "green", "blue", "orange") if child else _QUIET_UPPER
    return Garment(kind=kind, color=_pick(rng, colors))


# What a crowd wears: mostly quiet, here and there a color that is seen. Chosen.
_MANY: dict[str, tuple[str, ...]] = {
    "outer": ("dark_gray", "navy", "black", "tan", "dark_green", "burgundy", "olive", "beige", "dark_brown", "red", "mustard"),
    "upper": ("white", "light_gray", "navy", "olive", "cream", "dark_green", "burgundy", "light_blue", "black", "gray", "teal",
              "rust", "red", "mustard", "blue", "lavender", "pink"),
    "lower": ("dark_gray", "navy", "black", "dark_brown", "dark_blue", "beige", "olive", "gray"),
    "feet": ("black", "dark_brown", "brown", "white", "gray"),
    "": ("red", "navy", "gray", "mustard", "cream", "black", "burgundy"),
}  # fmt: skip


def everyday_colors(kinds: Sequence[str], rng: np.random.Generator) -> dict[str, Color]:
    """A color for each of the garments, as one of many people wears it."""
    found: dict[str, Color] = {}
    for kind in kinds:
        covers = facts("garment", kind, "COVERS")
        part = next((p for p in ("outer", "upper", "lower", "feet") if p in covers), "")
        name = (
            _pick(rng, ("dark_blue", "navy", "indigo", "gray", "black")) if kind == "jeans" else _pick(rng, _MANY[part])
        )
        tone = np.array(resolve(name)) * rng.uniform(0.8, 1.15)
        found[kind] = (float(tone[0]), float(tone[1]), float(tone[2]))
    return found


def bare_legged(kinds: set[str]) -> bool:
    """Whether these garments leave the legs bare."""
    return bool(kinds & {"dress", "skirt"}) and not kinds & {"trousers", "jeans", "leggings"}


def _pick(rng: np.random.Generator, names: tuple[str, ...]) -> str:
    return names[int(rng.integers(len(names)))]
