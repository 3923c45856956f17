"""Colors by name. A name stands for one sRGB color as cloth and things have it: no pure red, no pure black (chosen by eye)."""

from __future__ import annotations

from typing import NamedTuple

from filmwright.errors import UnknownName
from filmwright.values import Color, linear


class Named(NamedTuple):
    """A color's sRGB value as "#rrggbb" and the English words for it (the first is the usual one)."""

    hex: str
    words: tuple[str, ...]


COLORS: dict[str, Named] = {
    "red": Named("#b3161d", ("red",)),
    "dark_red": Named("#6e1014", ("dark red", "deep red", "blood red")),
    "light_red": Named("#dd5b57", ("light red", "pale red")),
    "crimson": Named("#96122b", ("crimson", "cherry red", "ruby")),
    "scarlet": Named("#c8201a", ("scarlet", "vermilion", "bright red")),
    "burgundy": Named("#551420", ("burgundy", "maroon", "wine red", "wine colored", "oxblood")),
    "pink": Named("#d9839b", ("pink", "rosy")),
    "light_pink": Named("#ecc3cb", ("light pink", "pale pink", "baby pink", "blush")),
    "hot_pink": Named("#d42a79", ("hot pink", "magenta", "fuchsia", "bright pink")),
    "coral": Named("#dd6a52", ("coral", "coral colored", "salmon", "peach")),
    "orange": Named("#d2681d", ("orange",)),
    "dark_orange": Named("#a3460f", ("dark orange", "burnt orange")),
    "rust": Named("#85391b", ("rust", "rusty", "rust colored", "copper", "terracotta")),
    "yellow": Named("#dcb02c", ("yellow", "bright yellow")),
    "light_yellow": Named("#ecdf9c", ("light yellow", "pale yellow", "lemon yellow")),
    "mustard": Named("#b28523", ("mustard", "mustard yellow", "ochre", "dark yellow")),
    "gold": Named("#b98f3c", ("gold", "golden", "gold colored")),
    "green": Named("#2f7038", ("green",)),
    "dark_green": Named("#1d3f29", ("dark green", "forest green", "bottle green", "deep green")),
    "light_green": Named("#93bd84", ("light green", "pale green", "lime green", "mint", "mint green")),
    "emerald": Named("#11694c", ("emerald", "emerald green", "bright green")),
    "olive": Named("#5c5a2b", ("olive", "olive green", "army green", "khaki green")),
    "teal": Named("#1c6468", ("teal", "petrol", "petrol blue")),
    "turquoise": Named("#34a39f", ("turquoise", "aqua", "cyan")),
    "blue": Named("#23519c", ("blue",)),
    "dark_blue": Named("#182a55", ("dark blue", "deep blue", "midnight blue")),
    "light_blue": Named("#8bb2d6", ("light blue", "pale blue", "sky blue", "baby blue")),
    "navy": Named("#141e3b", ("navy", "navy blue")),
    "royal_blue": Named("#1f42b8", ("royal blue", "cobalt", "cobalt blue", "bright blue", "electric blue")),
    "indigo": Named("#32306c", ("indigo",)),
    "purple": Named("#593173", ("purple", "violet", "plum")),
    "dark_purple": Named("#361b47", ("dark purple", "deep purple", "aubergine")),
    "lavender": Named("#a998c6", ("lavender", "lilac", "mauve", "light purple", "pale purple")),
    "brown": Named("#5d3c25", ("brown", "chocolate brown")),
    "dark_brown": Named("#352117", ("dark brown", "deep brown", "chestnut")),
    "light_brown": Named("#96704c", ("light brown", "caramel")),
    "tan": Named("#ad8c64", ("tan", "camel", "camel colored", "sand colored")),
    "beige": Named("#cbb797", ("beige", "khaki", "oatmeal")),
    "cream": Named("#e6dcc4", ("cream", "cream colored", "ivory", "off white", "ecru")),
    "white": Named("#e6e5e1", ("white", "snow white")),
    "light_gray": Named("#b4b6b8", ("light gray", "light grey", "pale gray", "pale grey")),
    "gray": Named("#77797c", ("gray", "grey", "ash gray", "ash grey")),
    "dark_gray": Named(
        "#3d3f43", ("dark gray", "dark grey", "charcoal", "charcoal gray", "charcoal grey", "anthracite")
    ),
    "silver": Named("#a4a8ad", ("silver", "silvery")),
    "black": Named("#141417", ("black", "jet black", "pitch black")),
    "blond": Named("#c09a5b", ("blond", "blonde", "fair haired")),
    "auburn": Named("#6b2f1a", ("auburn",)),
    "ginger": Named("#a8542a", ("ginger", "copper red")),
}


def resolve(name: str, *, where: str | None = None) -> Color:
    """Linear RGB of a color name ("dark_blue") or of "#rrggbb" in sRGB. Raises UnknownName with the nearest names."""
    if name.startswith("#"):
        return linear(name)
    if name not in COLORS:
        raise UnknownName("color", name, COLORS, where=where)
    return linear(COLORS[name].hex)


def shaded(shade: str, color: str) -> str:
    """The named color that is a `shade` ("dark", "light", "bright") of `color`; `color` itself where there is none."""
    phrase = f"{shade} {color.replace('_', ' ')}"
    for name, named in COLORS.items():
        if phrase in named.words:
            return name
    return color
