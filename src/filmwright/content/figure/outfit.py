"""What somebody wears: what was asked, completed so that nobody walks half dressed or freezes."""

from __future__ import annotations

from typing import Literal

import numpy as np

from filmwright.spec.shot import Garment, Shot

Climate = Literal["cold", "mild", "warm"]

# What each kind covers. Kinds not named here (a hat, a scarf) cover neither and are worn besides.
_UPPER = {"coat", "jacket", "shirt", "sweater", "dress"}
_LOWER = {"trousers", "jeans", "skirt", "dress"}
_FEET = {"boots", "shoes"}
_OUTER = {"coat", "jacket"}

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
    worn = list(asked)
    kinds = {g.kind for g in asked}
    if not kinds & _UPPER:
        worn.append(_upper(rng, female=female, child=child, climate=climate, skirted="skirt" in kinds))
        kinds.add(worn[-1].kind)
    if climate == "cold" and not kinds & _OUTER and not kinds & {"dress", "sweater"}:
        worn.append(Garment(kind="jacket" if child else "coat", color=_pick(rng, _QUIET_COATS)))
        kinds.add(worn[-1].kind)
    if not kinds & _LOWER:
        jeans = "coat" not in kinds and rng.random() < (0.6 if climate == "mild" else 0.3)
        color = None if jeans else _pick(rng, _QUIET_LOWER)
        worn.append(Garment(kind="jeans" if jeans else "trousers", color=color))
    if climate == "cold" and bare_legged(kinds):
        worn.append(Garment(kind="trousers", color="black"))
        kinds.add("trousers")
    if not kinds & _FEET:
        boots = climate == "cold" or ("jeans" in kinds and rng.random() < 0.3)
        worn.append(Garment(kind="boots" if boots else "shoes", color=_pick(rng, _QUIET_SHOES[: 3 if boots else 4])))
    return tuple(worn)


def _upper(rng: np.random.Generator, *, female: bool, child: bool, climate: Climate, skirted: bool) -> Garment:
    if female and not skirted and climate == "warm" and rng.random() < 0.5:
        return Garment(kind="dress", color=_pick(rng, ("light_blue", "white", "red", "yellow", "dark_green")))
    kind = "sweater" if climate != "warm" and rng.random() < (0.5 if climate == "mild" else 0.9) else "shirt"
    colors = ("red", "yellow", "green", "blue", "orange") if child else _QUIET_UPPER
    return Garment(kind=kind, color=_pick(rng, colors))


def bare_legged(kinds: set[str]) -> bool:
    """Whether these garments leave the legs bare."""
    return bool(kinds & {"dress", "skirt"}) and not kinds & {"trousers", "jeans"}


def _pick(rng: np.random.Generator, names: tuple[str, ...]) -> str:
    return names[int(rng.integers(len(names)))]
