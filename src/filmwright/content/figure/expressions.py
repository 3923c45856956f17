"""Expressions: how much of each unit of the face (face_units.py), where the eyes go, and how wide they are open."""

from __future__ import annotations

from typing import NamedTuple

from filmwright.errors import UnknownName


class Expression(NamedTuple):
    """`units`: shares of face units. The gaze is turned aside by `aside_rad` (to whichever side) and up by `up_rad` from what is looked
    at. `shut`: how far the lids are closed at rest, of both eyes, and `wink` of the left one."""

    units: dict[str, float]
    aside_rad: float = 0.0
    up_rad: float = 0.0
    shut: float = 0.0
    wink: float = 0.0


# A face at rest is a little friendly: a dead one looks stern (seen). All chosen by eye, on faces of all ages.
EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression({"smile": 0.14}),
    "happy": Expression({"smile": 0.78, "cheek": 0.55, "squint": 0.28, "brow_up": 0.12, "upper_up": 0.40, "lower_down": 0.15, "jaw": 0.05}),
    "laughing": Expression(
        {"smile": 1.0, "cheek": 0.85, "squint": 0.65, "brow_up": 0.25, "upper_up": 0.60, "lower_down": 0.30, "jaw": 0.20,
         "stretch": 0.20}
    ),
    "sad": Expression(
        {"frown": 0.75, "inner_up": 0.95, "brow_down": 0.15, "chin_up": 0.35, "squint": 0.15, "lids_down": 0.30},
        up_rad=-0.20,
    ),
    "crying": Expression(
        {"frown": 0.70, "inner_up": 1.0, "brow_down": 0.35, "chin_up": 0.30, "squint": 0.75, "stretch": 0.45, "cheek": 0.35,
         "jaw": 0.09, "lower_down": 0.25},
        up_rad=-0.15,
        shut=0.18,
    ),
    "angry": Expression(
        {"brow_down": 1.15, "sneer": 0.80, "frown": 0.45, "press": 0.40, "squint": 0.50, "wide": 0.30, "jaw_ahead": 0.25}
    ),
    "surprised": Expression({"brow_up": 0.95, "inner_up": 0.90, "wide": 0.90, "jaw": 0.34, "funnel": 0.12}),
    "afraid": Expression(
        {"inner_up": 1.0, "brow_up": 0.45, "brow_down": 0.30, "wide": 1.0, "stretch": 0.80, "lower_down": 0.35, "jaw": 0.14}
    ),
    "disgusted": Expression(
        {"sneer": 1.0, "upper_up": 0.55, "brow_down": 0.55, "squint": 0.45, "frown": 0.45, "chin_up": 0.30}
    ),
    "thoughtful": Expression(
        {"brow_down": 0.12, "inner_up": 0.40, "press": 0.30, "pucker": 0.25, "squint": 0.12}, aside_rad=0.34, up_rad=0.20
    ),
    "determined": Expression(
        {"brow_down": 0.70, "press": 0.60, "squint": 0.40, "jaw_ahead": 0.30, "chin_up": 0.25, "roll_lower": 0.15}
    ),
    "serious": Expression({"brow_down": 0.25, "press": 0.20}),
    "sleepy": Expression({"smile": 0.05, "inner_up": 0.30, "brow_up": 0.20, "lids_down": 0.2}, up_rad=-0.15, shut=0.34),
    "eyes_closed": Expression({"smile": 0.20}, shut=1.0),
    "winking": Expression({"smile": 0.50, "smile_l": 0.15, "cheek": 0.25, "cheek_l": 0.45, "brow_up": 0.15}, wink=1.0),
}  # fmt: skip


def expression(name: str) -> Expression:
    """The expression of a name. Raises UnknownName."""
    if name not in EXPRESSIONS:
        raise UnknownName("expression", name, EXPRESSIONS)
    return EXPRESSIONS[name]
