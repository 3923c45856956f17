"""The proportions of a standing bird, in its own heights: y forward, z up, from the middle of its feet. Chosen by eye against
photographs."""

from __future__ import annotations

from typing import Literal, NamedTuple

from filmwright.values import Color

Row = tuple[float, ...]
Rows = tuple[Row, ...]


class Beak(NamedTuple):
    """From the root (y, z) to the tip (y, z); half width and half height at the root, how much the tip hooks down (share of its
    length), and how flat it ends (0: a point, 1: a duck's)."""

    root: tuple[float, float]
    tip: tuple[float, float]
    half: tuple[float, float]
    hook: float = 0.0
    flat: float = 0.0


class Wing(NamedTuple):
    """The folded right wing: shoulder and tip (y, z), greatest half height, how far it stands off the middle at the shoulder, in the
    middle and at the tip, and the number of long feathers. `span`: length of the spread wing and its depth."""

    shoulder: tuple[float, float]
    tip: tuple[float, float]
    half: float
    off: tuple[float, float, float]
    quills: int = 7
    span: tuple[float, float] = (1.3, 0.42)


class Bird(NamedTuple):
    """One kind of bird. body: (y, z, radius across, radius deep) from the root of the tail over breast and neck to the head;
    head: (y, z, radius); tail: root, tip (y, z), half width at the end, feathers, fan in degrees; leg: hip, heel, foot (y, z), distance
    from the middle, radius; foot: length of the middle toe, or of the web."""

    height_m: float
    body: Rows
    head: tuple[float, float, float]
    beak: Beak
    eye: tuple[float, float, float, Color]  # (ahead of the head's middle, above it, radius, iris), in head radii
    wing: Wing
    tail_root: tuple[float, float]
    tail_tip: tuple[float, float]
    tail_half: float
    tail_quills: int
    leg: Rows
    leg_x: float
    leg_r: float
    toe: float
    thigh: float = 0.08
    web: bool = False
    comb: bool = False
    masses: Rows = ()
    stretch: float = 1.0  # of the head, from front to back
    gait: Literal["hop", "walk", "waddle"] = "walk"
    flight: tuple[float, float] | None = None  # how fast it flies in m/s and wing beats a second; None: it does not
    view_rad: float = 1.1
