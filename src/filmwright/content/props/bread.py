"""A rustic loaf of bread, its crust slashed and floured, two slices cut off, on a board."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("bread", "loaf", "loaf of bread")
EXAMPLE = "A bread in a studio"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)
_HALF_M, _WIDE_M, _HIGH_M = 0.145, 0.066, 0.105
_BOARD_M = 0.018


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The bread somebody asked for."""
    return things.asked(rng, member, "brown")


def build(params: Asked) -> Thing:
    """The loaf along X, cut at its right end; its slices lean there."""
    loaf, crumb = _loaf(-_HALF_M, 0.062, params.seed)
    slices, insides = [], []
    for k, (x, lean, turn) in enumerate(((0.098, 0.42, 0.05), (0.135, 1.12, -0.12))):
        crust, inside = _loaf(0.0, 0.014, params.seed + 1 + k, end=False)
        pose = rotation(y=lean, z=turn)
        lift = 0.066 * math.sin(lean) * (0.0 if k == 0 else 0.05)
        slices.append(crust.turned(pose).moved((x, 0.004 * k, _BOARD_M + lift)))
        insides.append(inside.turned(pose).moved((x, 0.004 * k, _BOARD_M + lift)))
    board = _parts.board((0.44, 0.22, _BOARD_M), (0.02, 0, _BOARD_M / 2), bevel=0.006)
    rng = np.random.default_rng(params.seed)
    crumbs = [
        _food.lumpy(ball(rng.uniform(0.001, 0.0028), sides=8, levels=6), 0.0008, 400.0, k).moved(
            (rng.uniform(0.0, 0.2), rng.uniform(-0.09, 0.09), _BOARD_M + 0.001)
        )
        for k in range(26)
    ]
    thing = Thing(
        nodes=(
            things.mesh("bread crust", join([loaf.moved((0, 0, _BOARD_M)), *slices]), "crust", sharp_rad=0.9),
            things.mesh(
                "bread crumb", join([crumb.moved((0, 0, _BOARD_M)), *insides, *crumbs]), "crumb", sharp_rad=0.9
            ),
            things.mesh("bread board", board, "board"),
        ),
        materials={
            "crust": _food.toasted((0.72, 0.50, 0.27), (0.27, 0.10, 0.024)),
            "crumb": _food.crumb((0.80, 0.66, 0.44), (0.50, 0.34, 0.18), scale=130.0, depth_m=0.004),
            "board": _parts.plain("wood", "#8a623c"),
        },
        view_rad=0.35,
    )
    return things.scaled(thing, params.size)


def _section(
    x: float, a: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The loaf's outline (n, 2) of y and z at x."""
    f = min(abs(x) / _HALF_M, 1.0)
    round_ = max(1 - f**3.2, 0.0) ** 0.5
    y = _WIDE_M * (0.35 + 0.65 * round_) * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.85 * (round_ > 0.02)
    up = _HIGH_M * (0.30 + 0.70 * round_)
    z = np.where(
        np.sin(a) > 0, 0.30 * up + 0.70 * up * np.abs(np.sin(a)) ** 0.8, 0.30 * up * (1 - np.abs(np.sin(a)) ** 0.45)
    )
    return np.column_stack([y, z])


def _loaf(low: float, high: float, seed: int, *, end: bool = True) -> tuple[Shape, Shape]:
    """A stretch of the loaf from x to x: its crust, and the crumb at its cuts. Point data "toast"."""
    a = np.linspace(0, 2 * math.pi, 96, endpoint=False)
    xs = np.linspace(low, high, 70 if end else 6)
    stack, toast = [], []
    for x in xs:
        q = _section(x if end else 0.03, a)
        above = np.clip(np.sin(a), 0, 1) ** 0.6
        slash = np.zeros(len(a))
        if end:
            for c in (-0.095, -0.045, 0.005, 0.055):
                at = (x - c - 0.028 * np.cos(a) * 1.2) / 0.010
                slash = np.maximum(slash, np.exp(-(at**2)) * above)
        q = q * (1 - 0.07 * slash)[:, None]
        stack.append(np.column_stack([np.full(len(a), x), q]))
        toast.append(np.clip(0.45 + 0.6 * above - 1.1 * slash, 0, 1))
    made = rings(np.array(stack), caps=False).with_data("toast", np.concatenate(toast))
    if end:
        made = _food.lumpy(made, 0.0016, 60.0, seed)
    cuts = []
    for ring in [stack[-1]] if end else [stack[0], stack[-1]]:
        middle = ring.mean(axis=0)
        cuts.append(
            rings(
                np.array(
                    [
                        ring,
                        middle + (ring - middle) * 0.95,
                        middle + (ring - middle) * 0.5,
                        middle + (ring - middle) * 0.01,
                    ]
                ),
                caps=False,
            )
        )
    if end:
        first = stack[0]
        middle = first.mean(axis=0)
        nose = rings(np.array([first, middle + (first - middle) * 0.02 - [0.002, 0, 0]]), caps=False)
        made = join([made, nose.with_data("toast", 0.9)])
    return made, join(cuts)
