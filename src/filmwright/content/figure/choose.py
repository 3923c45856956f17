"""Choosing a person: what the text says about a member, and everything it does not say, from the seed."""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from filmwright.content.figure.complexion import COMPLEXIONS, EYES, HAIR, Complexion, complexion
from filmwright.content.figure.outfit import Climate, complete
from filmwright.content.figure.person import PersonParams
from filmwright.errors import UnknownName
from filmwright.spec.shot import Hair, Member

Entry = TypeVar("Entry")

# Years (lowest, highest) that an age word stands for. Chosen.
AGES: dict[str, tuple[float, float]] = {
    "child": (6.0, 8.5),
    "teen": (14.0, 16.5),
    "young": (19.0, 25.0),
    "adult": (27.0, 38.0),
    "middle_aged": (46.0, 54.0),
    "old": (68.0, 77.0),
    "very_old": (84.0, 92.0),
}

BUILDS: dict[str, dict[str, float]] = {
    "average": {},
    "slim": {"weight": -0.22, "muscle": -0.05},
    "heavy": {"weight": 0.5},
    "muscular": {"weight": 0.06, "muscle": 0.38},
    "tall": {"height": 0.11},
    "short": {"height": -0.10},
}

# The weight targets alone move a waist by three centimetres (measured); what makes a build seen. Chosen.
_BUILD_FEATURES: dict[str, dict[str, float]] = {
    "heavy": {
        "stomach/stomach-pregnant-incr": 0.45,
        "stomach/stomach-tone-decr": 0.6,
        "torso/measure-waist-circ-incr": 0.9,
        "torso/measure-hips-circ-incr": 0.8,
        "torso/measure-bust-circ-incr": 0.5,
        "torso/torso-scale-horiz-incr": 0.30,
        "torso/torso-scale-depth-incr": 0.30,
        "neck/neck-double-incr": 0.5,
        "neck/neck-scale-horiz-incr": 0.4,
        "head/head-fat-incr": 0.55,
    },
    "slim": {"torso/measure-waist-circ-decr": 0.35, "head/head-fat-decr": 0.15},
    "muscular": {"torso/torso-vshape-incr": 0.35, "torso/measure-shoulder-dist-incr": 0.3},
}

# How often each complexion is chosen where the text names none. Chosen.
_USUAL = {"light": 0.34, "medium": 0.22, "tan": 0.16, "brown": 0.14, "dark": 0.14}

# Median heights in metres by age, girls and boys. Source: WHO growth reference 5-19 years, rounded.
_HEIGHT_AGES = (2.0, 4.0, 7.0, 10.0, 12.0, 15.0, 18.0)
_GIRLS_M = (0.86, 1.02, 1.21, 1.38, 1.51, 1.61, 1.65)
_BOYS_M = (0.87, 1.03, 1.22, 1.38, 1.49, 1.69, 1.78)


def vary(
    rng: np.random.Generator, member: Member, *, female: bool, age: str, climate: Climate = "mild"
) -> PersonParams:
    """Parameters of a person as the member is described; `age` is the word for one nobody gave an age. Raises UnknownName
    for an age, a build or a complexion that is not known."""
    word = member.age or age
    years = rng.uniform(*_known(AGES, "age", word))
    build = _known(BUILDS, "build", member.build or "average")
    tone_name = member.complexion or _tone(rng, member)
    skin = complexion(tone_name)
    grown = years >= 17
    height = float(np.interp(years, _HEIGHT_AGES, _GIRLS_M if female else _BOYS_M))
    height += rng.normal(0, 0.025) + build.get("height", 0.0) * (height / 1.7) - 0.0012 * max(years - 50, 0)
    tone = np.array(skin.tone) * (1 + rng.normal(0, 0.04)) * (1 + rng.normal(0, 0.012, 3))
    hair = _hair(rng, member.hair or Hair(), skin, female=female, years=years)
    return PersonParams(
        gender=0.0 if female else 1.0,
        age_years=years,
        height_m=height,
        weight=float(np.clip(0.46 + 0.05 * (years > 44) + rng.normal(0, 0.04) + build.get("weight", 0), 0.1, 1)),
        muscle=float(np.clip(0.52 + rng.normal(0, 0.04) - 0.08 * (years > 65) + build.get("muscle", 0), 0.1, 1)),
        proportions=0.72 if grown else 0.5,
        cup=0.5 if not grown else float(np.clip(rng.normal(0.5, 0.08), 0.3, 0.7)),
        ancestry=skin.ancestries[int(rng.integers(len(skin.ancestries)))],
        features=(
            *_features(rng, female=female, years=years),
            *_BUILD_FEATURES.get(member.build or "", {}).items(),
        ),
        complexion=tone_name,
        tone=(float(tone[0]), float(tone[1]), float(tone[2])),
        eye=EYES[_pick(rng, skin.eyes)],
        hair=hair,
        wardrobe=complete(member.wardrobe, rng, female=female, child=years < 13, climate=climate),
        stubble=_stubble(rng, hair, female=female, years=years),
        freckles=_freckles(rng, tone_name),
        makeup=0.35 if female and years > 17 else 0.0,
        flush=float(rng.uniform(0.8, 1.05)),
        seed=int(rng.integers(2**31)),
    )


def _freckles(rng: np.random.Generator, tone: str) -> float:
    """How freckled a face of that complexion is, 0..1."""
    if tone == "freckled":
        return float(rng.uniform(1.0, 1.4))
    return float(rng.uniform(0.1, 0.5)) if tone == "light" and rng.random() < 0.4 else 0.05


def _known(table: dict[str, Entry], kind: str, name: str) -> Entry:
    if name not in table:
        raise UnknownName(kind, name, table)
    return table[name]


def _pick(rng: np.random.Generator, names: tuple[str, ...]) -> str:
    return str(rng.choice(names))


def _tone(rng: np.random.Generator, member: Member) -> str:
    """A complexion for a member of whom nothing is said: any, but one that has the asked color of hair."""
    shares = np.array(list(_USUAL.values()))
    color = member.hair.color if member.hair else None
    if color in HAIR and color not in ("gray", "white"):
        fits = np.array([color in COMPLEXIONS[name].hair for name in _USUAL])
        shares = shares * fits if fits.any() else shares
    return str(rng.choice(tuple(_USUAL), p=shares / shares.sum()))


def _hair(rng: np.random.Generator, asked: Hair, skin: Complexion, *, female: bool, years: float) -> Hair:
    """The asked hair with style, length and color filled in."""
    color = asked.color
    if color is None:
        color = _pick(rng, skin.hair)
        if years > 58 and rng.random() < 0.95:
            color = "white" if rng.random() < (years - 52) / 28 else "gray"
    style = asked.style
    if asked.length == "bald" or style == "bald":
        return asked.model_copy(update={"style": "bald", "color": color})
    chance = float(rng.random())
    if style is None:
        style = _style(rng, asked.length, skin, chance, female=female, years=years)
    length = asked.length or _length(style, female=female, years=years)
    beard = asked.beard
    if beard is None and not female:
        beard = bool(rng.random() < (0.5 if years > 60 else 0.22 if years > 24 else 0.0))
        beard = _pick(rng, ("full", "full", "short", "short", "goatee", "moustache")) if beard else False
    beard = "full" if beard is True else beard or False
    return asked.model_copy(update={"style": style, "color": color, "length": length, "beard": beard})


def _style(
    rng: np.random.Generator, length: str | None, skin: Complexion, chance: float, *, female: bool, years: float
) -> str:
    """How somebody wears hair of a length (None: any) whose style nobody told; `chance` 0..1: the lower, the curlier. Chosen."""
    curly = chance < skin.curl
    if length in ("long", "medium"):
        return "curly" if curly and length == "medium" else "long"
    if length == "short":
        return "curly" if curly and female else "short"
    if not female:
        if years > 60 and rng.random() < 0.3:
            return "tonsure"
        if years < 60 and skin.curl > 0.6 and rng.random() < 0.6:
            return _pick(rng, ("crew_cut", "shaved", "afro", "dreadlocks") if years > 16 else ("crew_cut", "afro"))
        return "crew_cut" if years < 60 and chance > 0.8 else "short"
    if years > 62 and rng.random() < 0.5:
        return "bun"
    if curly:
        return _pick(rng, ("curly", "afro", "bun")) if skin.curl > 0.6 else _pick(rng, ("curly", "wavy"))
    if years < 13:
        return _pick(rng, ("long", "ponytail", "pigtails", "braid"))
    if years > 62:
        return _pick(rng, ("pixie", "bob", "bun"))
    return _pick(rng, ("long", "long", "ponytail", "bun", "bob", "wavy", "braid"))


def _length(style: str, *, female: bool, years: float) -> str:
    """The length of hair that nobody told, by its style."""
    if style in ("long", "wavy"):
        return "long"
    if style in ("ponytail", "pigtails", "braid", "bob", "afro", "dreadlocks", "mohawk"):
        return "medium"
    return "medium" if style == "curly" and female and years < 60 else "short"


def _stubble(rng: np.random.Generator, hair: Hair, *, female: bool, years: float) -> float:
    """How dark the skin is with what was shaved off or has just come, 0..1."""
    if female or years < 18 or hair.beard == "long" or (hair.beard == "full" and hair.color in ("white", "gray")):
        return 0.0
    if hair.beard in ("stubble", "short", "full"):
        return 0.55
    return float(rng.choice([0.05, 0.15, 0.35]))


def _features(rng: np.random.Generator, *, female: bool, years: float) -> tuple[tuple[str, float], ...]:
    """What makes a face somebody's: a few targets by chance, the same on both sides, and a little asymmetry."""
    out: dict[str, float] = {}

    def both(name: str, weight: float) -> None:
        folder, short = name.split("/")
        out[f"{folder}/l-{short}"] = out[f"{folder}/r-{short}"] = weight

    def either(name: str, less: str, more: str, spread: float) -> None:
        x = float(np.clip(rng.normal(0, spread), -2 * spread, 2 * spread))
        out[f"{name}-{more if x > 0 else less}"] = abs(x)

    shapes = ("oval", "oval", "diamond", "round") if female else ("oval", "rectangular", "square", "oval", "triangular")
    out[f"head/head-{_pick(rng, shapes)}"] = float(rng.uniform(0.15, 0.5))
    for name in (
        "nose/nose-scale-horiz",
        "nose/nose-scale-vert",
        "nose/nose-hump",
        "chin/chin-width",
        "chin/chin-prominent",
    ):
        either(name, "decr", "incr", 0.2 if female else 0.28)
    either("nose/nose-point", "down", "up", 0.2)
    either("mouth/mouth-scale-horiz", "decr", "incr", 0.2)
    either("mouth/mouth-angles", "down", "up", 0.12)
    both("cheek/cheek-bones-incr", float(rng.uniform(0.0, 0.45)))
    both("eyes/eye-height2-incr", float(rng.uniform(0.15, 0.45)))
    if female:
        both("eyes/eye-scale-incr", float(rng.uniform(0.1, 0.3)))
        out["mouth/mouth-upperlip-volume-incr"] = float(rng.uniform(0.15, 0.45))
        out["chin/chin-bones-decr"] = float(rng.uniform(0.1, 0.4))
        out["mouth/mouth-lowerlip-volume-incr"] = float(rng.uniform(0.05, 0.35))
        out["nose/nose-scale-horiz-decr"] = out.pop("nose/nose-scale-horiz-incr", 0.0) * 0.3 + 0.1
    if years > 55:
        both("eyes/eye-bag-incr", float(rng.uniform(0.1, 0.45)))
        both("ears/ear-scale-incr", float(rng.uniform(0.1, 0.35)))
    if 2 < years < 13:
        both("eyes/eye-scale-incr", float(rng.uniform(0.15, 0.3)))
    for name, most in (("brown-1", 0.25), ("mouth-1", 0.25), ("jaw-1", 0.25), ("nose-1", 0.2), ("cheek-1", 0.2)):
        out[f"asym/asym-{name}-{'lr'[int(rng.integers(2))]}"] = float(rng.uniform(0, most))
    young = 0.35 if years < 13 else 0.75 if years < 18 else 1.0  # what marks a face comes with the years
    return tuple(sorted((k, v * (1.0 if k.startswith("eyes/") else young)) for k, v in out.items() if v > 0.01))
