"""Complexions: the tone of the skin and the features, hair and eyes that usually go with it."""

from __future__ import annotations

from typing import NamedTuple

from filmwright.errors import UnknownName
from filmwright.values import Color, linear


class Complexion(NamedTuple):
    """tone: linear albedo of an even cheek. ancestries: mixes of features (african, asian, caucasian) to choose from;
    hair and eyes: names to choose from, each as often as it stands there; curl: share with curly hair."""

    tone: Color
    ancestries: tuple[tuple[float, float, float], ...]
    hair: tuple[str, ...]
    eyes: tuple[str, ...]
    curl: float


# Tones chosen by eye under daylight; light and dark are those of the portraits that held.
COMPLEXIONS: dict[str, Complexion] = {
    "light": Complexion(
        linear((0.77, 0.57, 0.47)),
        ((0.0, 0.0, 1.0), (0.0, 0.0, 1.0), (0.0, 0.15, 0.85)),
        ("brown", "brown", "blond", "light_brown", "red", "dark_brown"),
        ("blue", "gray", "green", "hazel", "brown"),
        0.1,
    ),
    "freckled": Complexion(
        linear((0.78, 0.58, 0.48)),
        ((0.0, 0.0, 1.0),),
        ("red", "red", "light_brown", "blond"),
        ("blue", "green", "gray", "hazel"),
        0.2,
    ),
    "medium": Complexion(
        linear((0.72, 0.52, 0.405)),
        ((0.0, 1.0, 0.0), (0.0, 0.8, 0.2), (0.05, 0.15, 0.8), (0.1, 0.4, 0.5)),
        ("black", "dark_brown", "dark_brown", "brown"),
        ("brown", "dark_brown", "hazel"),
        0.1,
    ),
    "tan": Complexion(
        linear((0.635, 0.44, 0.33)),
        ((0.15, 0.35, 0.5), (0.1, 0.6, 0.3), (0.25, 0.2, 0.55)),
        ("black", "dark_brown"),
        ("brown", "dark_brown"),
        0.25,
    ),
    "brown": Complexion(
        linear((0.53, 0.36, 0.262)),
        ((0.55, 0.15, 0.3), (0.35, 0.3, 0.35), (0.7, 0.0, 0.3)),
        ("black", "black", "dark_brown"),
        ("dark_brown", "brown"),
        0.5,
    ),
    "dark": Complexion(
        linear((0.435, 0.285, 0.205)),
        ((1.0, 0.0, 0.0), (0.85, 0.0, 0.15)),
        ("black",),
        ("dark_brown",),
        0.8,
    ),
}

# Irises as sRGB. Chosen from portraits.
EYES: dict[str, Color] = {
    "blue": (0.30, 0.40, 0.50),
    "gray": (0.36, 0.41, 0.43),
    "green": (0.31, 0.39, 0.33),
    "hazel": (0.38, 0.32, 0.19),
    "brown": (0.30, 0.19, 0.11),
    "dark_brown": (0.20, 0.12, 0.08),
}


class HairColor(NamedTuple):
    """Linear reflectance of a strand and the share of white strands among them."""

    color: Color
    white: float = 0.0


# Linear reflectances of strands. Chosen under daylight.
HAIR: dict[str, HairColor] = {
    "black": HairColor((0.014, 0.011, 0.010)),
    "dark_brown": HairColor((0.038, 0.021, 0.013)),
    "brown": HairColor((0.085, 0.042, 0.021)),
    "light_brown": HairColor((0.18, 0.098, 0.050)),
    "blond": HairColor((0.44, 0.285, 0.125)),
    "red": HairColor((0.28, 0.070, 0.020)),
    "gray": HairColor((0.16, 0.155, 0.15), white=0.62),
    "white": HairColor((0.40, 0.395, 0.39), white=0.85),
}
WHITE_STRAND: Color = (0.66, 0.655, 0.65)


def complexion(name: str) -> Complexion:
    """The complexion of a name. Raises UnknownName."""
    if name not in COMPLEXIONS:
        raise UnknownName("complexion", name, COMPLEXIONS)
    return COMPLEXIONS[name]


def darkness(tone: Color) -> float:
    """0 for light skin .. 1 for dark: how much melanin hides the blood."""
    return min(max(1 - tone[1] / 0.45, 0.0), 1.0)
