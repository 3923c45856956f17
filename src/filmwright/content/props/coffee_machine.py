"""An espresso machine: chrome body, a group with its portafilter, a steam wand, a gauge, cups on top, coffee running."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, join, rounded_rectangle, sweep
from filmwright.spec.shot import Member

WORDS = ("coffee machine", "espresso machine", "coffee maker")
EXAMPLE = "A coffee machine in a studio"
COLOR = "#9b1f1b"
HOME = ("kitchen", "studio", "tabletop")
STANDS = "table"


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The coffee machine somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The machine, a cup under its spout."""
    back = box((0.30, 0.20, 0.30), center=(0, -0.07, 0.185), bevel=0.018)
    head = box((0.30, 0.33, 0.10), center=(0, 0.0, 0.335), bevel=0.018)
    base = box((0.31, 0.34, 0.055), center=(0, 0.0, 0.035), bevel=0.012)
    tray = box((0.25, 0.17, 0.008), center=(0, 0.075, 0.064), bevel=0.003)
    slots = [box((0.23, 0.006, 0.004), center=(0, 0.005 + 0.02 * k, 0.0675), bevel=0.001) for k in range(8)]
    feet = [
        forms.turned([(0.016, 0.0), (0.018, 0.003), (0.015, 0.012)], (x * 0.13, y * 0.14, 0.0), sides=20)
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    rail = [sweep([(x, y + 0.0, 0.425) for x, y in rounded_rectangle(0.28, 0.30, 0.03)], 0.0035, sides=8, closed=True)]
    rail += [
        forms.rod((x * 0.138, y * 0.145, 0.384), (x * 0.138, y * 0.145, 0.425), 0.003, sides=8)
        for x in (-1, 1)
        for y in (-0.8, 0.8)
    ]
    group = forms.turned(
        [(0.038, 0.245), (0.042, 0.250), (0.042, 0.272), (0.034, 0.278), (0.034, 0.290)], (0.0, 0.095, 0.0)
    )
    filter_ = forms.turned([(0.030, 0.212), (0.035, 0.216), (0.036, 0.246), (0.034, 0.248)], (0.0, 0.095, 0.0))
    spouts = [
        forms.pipe(
            [(0.0, 0.095, 0.214), (0.0, 0.095, 0.202), (s * 0.012, 0.095, 0.194), (s * 0.014, 0.095, 0.182)],
            0.0055,
            sides=12,
        )
        for s in (-1, 1)
    ]
    handle = forms.loft(
        [
            (0.0, 0.008, 0.232, 0.008),
            (0.03, 0.010, 0.230, 0.010),
            (0.08, 0.0145, 0.226, 0.013),
            (0.115, 0.0135, 0.223, 0.012),
            (0.125, 0.005, 0.222, 0.005),
        ]
    ).moved((0, 0.125, 0))
    wand = [
        forms.pipe(
            [(-0.125, 0.15, 0.29), (-0.128, 0.175, 0.275), (-0.130, 0.19, 0.22), (-0.126, 0.20, 0.13)], 0.0046, sides=12
        ),
        forms.rod((-0.126, 0.20, 0.135), (-0.1255, 0.201, 0.118), (0.0062, 0.004)),
    ]
    knobs = [_parts.front(_parts.knob(0.021, 0.022, 0.4), 0.164, 0.335).moved((-0.112, 0, 0))]
    gauge = forms.turned([(0.026, 0.0), (0.026, 0.0015), (0.001, 0.0015)], (0.0, 0.1655, 0.335), axis="y", sides=48)
    bezel = forms.hoop(0.027, 0.003, (0, 0.167, 0.335), axis="y")
    marks = [
        _parts.ribbon(
            [(0.018 * math.cos(a), 0.018 * math.sin(a)), (0.0225 * math.cos(a), 0.0225 * math.sin(a))], 0.0013
        )
        for a in np.linspace(-0.6, math.pi + 0.6, 13)
    ]
    needle = _parts.front(
        [_parts.ribbon([(0, 0), (0.016 * math.cos(1.0), 0.016 * math.sin(1.0))], 0.0018), *marks], 0.1675, 0.335
    )
    buttons = [
        forms.turned(
            [(0.009, 0.0), (0.009, 0.004), (0.001, 0.005)], (0.075 + 0.026 * k, 0.164, 0.335), axis="y", sides=28
        )
        for k in range(3)
    ]
    lamp = forms.turned([(0.004, 0.0), (0.001, 0.002)], (0.101, 0.165, 0.357), axis="y", sides=16)
    cups = [
        forms.vessel([(0.020, 0.0), (0.024, 0.002), (0.033, 0.030), (0.036, 0.052)], 0.0025, floor=0.006).moved(
            (x, y, 0.385)
        )
        for x, y in ((-0.085, 0.06), (0.005, 0.07), (0.092, 0.055), (-0.05, -0.045), (0.055, -0.05))
    ]
    served = forms.vessel([(0.022, 0.0), (0.026, 0.002), (0.034, 0.030), (0.037, 0.050)], 0.0028, floor=0.006).moved(
        (0, 0.095, 0.0685)
    )
    ear = forms.pipe(
        [(0.036, 0.095, 0.108), (0.053, 0.095, 0.106), (0.054, 0.095, 0.088), (0.034, 0.095, 0.083)], 0.0038, sides=12
    )
    coffee = [
        forms.turned([(0.031, 0.101), (0.001, 0.101)], (0, 0.095, 0), sides=40),
        *[forms.rod((s * 0.014, 0.095, 0.183), (s * 0.013, 0.095, 0.102), (0.0022, 0.0016), sides=10) for s in (-1, 1)],
    ]
    thing = Thing(
        nodes=(
            things.mesh("coffee machine body", join([back, head, base]), "body", sharp_rad=0.7),
            things.mesh(
                "coffee machine chrome", join([tray, *rail, group, filter_, *spouts, *wand, bezel, *buttons]), "chrome"
            ),
            things.mesh("coffee machine dark", join([*slots, *feet, handle, *knobs, needle]), "black"),
            things.mesh("coffee machine gauge", gauge, "dial"),
            things.mesh("coffee machine lamp", lamp, "lamp"),
            things.mesh("coffee machine cups", join([*cups, served, ear]), "cup", sharp_rad=0.9),
            things.mesh("coffee machine coffee", join(coffee), "coffee"),
        ),
        materials={
            "body": things.made_of("lacquer", params.color),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "black": _parts.plain("plastic", "#141313"),
            "dial": _parts.plain("paper", "#efece4"),
            "lamp": _parts.glow("#ff7a2a", 4.0),
            "cup": _parts.plain("ceramic", "#ebe8e0"),
            "coffee": _food.glaze((0.055, 0.020, 0.008)),
        },
        view_rad=0.42,
    )
    return things.scaled(thing, params.size)
