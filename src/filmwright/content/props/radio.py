"""An old table radio: a rounded wooden case, a cloth grille, a lit dial, knobs."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, op
from filmwright.scene.shapes import box, join, rings, rounded_rectangle, sweep
from filmwright.spec.shot import Member

WORDS = ("radio", "radio set", "transistor radio")
EXAMPLE = "A radio in a studio"
COLOR = "#7a4422"
MATERIALS = ("wood", "lacquer", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_W_M, _H_M, _D_M = 0.46, 0.28, 0.18


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The radio somebody asked for; a colored one is lacquered."""
    material, color = _parts.painted_wood(member, COLOR)
    return things.asked(rng, member, COLOR)._replace(material=material, color=color)


def build(params: Asked) -> Thing:
    """The radio, switched on."""
    y = _D_M / 2
    outline = _outline(0.0)
    case = rings(
        np.array(
            [
                np.column_stack([-_outline(i)[:, 0], np.full(len(outline), v), _outline(i)[:, 1] + 0.012])
                for v, i in (
                    (-y, 0.006),
                    (-y + 0.008, 0.0),
                    (y - 0.010, 0.0),
                    (y - 0.003, 0.003),
                    (y, 0.010),
                    (y - 0.002, 0.016),
                )
            ]
        )
    )
    rim = sweep(
        np.column_stack([-_outline(0.016)[:, 0], np.full(len(outline), y - 0.001), _outline(0.016)[:, 1] + 0.012]),
        0.0028,
        sides=8,
        closed=True,
    )
    grille = forms.plate([(x, z + 0.012) for x, z in _window(-0.085, 0.155, 0.245, 0.19)], 0.004).moved(
        (0, y - 0.004, 0)
    )
    frame = [
        sweep(
            [(-x, y + 0.001, z + 0.012) for x, z in _window(-0.085, 0.155, 0.245, 0.19)], 0.0032, sides=8, closed=True
        )
    ]
    bars = [
        box((0.006, 0.006, 0.178), center=(0.085 + d, y + 0.002, 0.167), bevel=0.002)
        for d in (-0.07, -0.035, 0.0, 0.035, 0.07)
    ]
    dial = forms.turned([(0.062, 0.0), (0.062, 0.003), (0.001, 0.003)], (-0.138, y - 0.002, 0.182), axis="y", sides=64)
    ring = forms.hoop(0.064, 0.0042, (-0.138, y + 0.001, 0.182), axis="y")
    ticks = []
    for k in range(25):
        a = math.pi * (0.12 + 0.76 * k / 24)
        r0 = 0.046 if k % 4 == 0 else 0.051
        ticks.append(
            _parts.ribbon(
                [(0.138 + r0 * math.cos(a), r0 * math.sin(a)), (0.138 + 0.056 * math.cos(a), 0.056 * math.sin(a))],
                0.0012 if k % 4 else 0.002,
            )
        )
    numbers = [
        _parts.lettering(t, 0.0085, (0.138 + 0.037 * math.cos(a), 0.037 * math.sin(a)), width=0.0011)
        for t, a in (("55", 2.6), ("70", 2.0), ("90", 1.45), ("120", 0.9), ("160", 0.4))
    ]
    scale = _parts.front(
        [*ticks, *numbers, _parts.lettering("RADIO", 0.008, (0.138, -0.036), width=0.0011)], y + 0.0014, 0.182
    )
    needle = _parts.front(
        _parts.ribbon(
            [
                (0.138 - 0.018 * math.cos(1.1), -0.018 * math.sin(1.1)),
                (0.138 + 0.053 * math.cos(1.1), 0.053 * math.sin(1.1)),
            ],
            0.002,
        ),
        y + 0.0022,
        0.182,
    )
    knobs = [
        _parts.front(_parts.knob(0.021, 0.022, t), y - 0.001, 0.068).moved((x, 0, 0))
        for x, t in ((-0.175, 0.6), (-0.101, -0.8))
    ]
    knobs.append(_parts.front(_parts.knob(0.012, 0.012, 0.2), y + 0.002, 0.182).moved((-0.138, 0, 0)))
    keys = [
        box((0.026, 0.014, 0.012), center=(0.075 + 0.030 * (k - 2), y + 0.004, 0.050), bevel=0.003) for k in range(5)
    ]
    feet = [
        forms.turned([(0.012, 0.0), (0.014, 0.003), (0.011, 0.014)], (s * 0.185, t * 0.06, 0.0), sides=20)
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    thing = Thing(
        nodes=(
            things.mesh("radio case", _parts.grained(case, 0), "case", sharp_rad=0.6),
            things.mesh("radio grille", grille, "cloth"),
            things.mesh("radio brass", join([rim, *frame, *bars, ring]), "brass"),
            things.mesh("radio dial", dial, "dial"),
            things.mesh("radio print", scale, "ink"),
            things.mesh("radio needle", needle, "red"),
            things.mesh("radio knobs", join(knobs), "knob"),
            things.mesh("radio keys", join(keys), "ivory"),
            things.mesh("radio feet", join(feet), "knob"),
        ),
        materials={
            "case": things.made_of(params.material, params.color).model_copy(
                update={"coat": 0.7, "coat_roughness": 0.08}
            ),
            "cloth": _cloth(),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "dial": _parts.glow("#ffe0a0", 1.3),
            "ink": _parts.plain("plastic", "#23150c"),
            "red": _parts.plain("plastic", "#b01c16"),
            "knob": _parts.plain("plastic", "#2a1710"),
            "ivory": _parts.plain("plastic", "#e8dfc8"),
        },
        view_rad=0.32,
    )
    return things.scaled(thing, params.size)


def _outline(inset: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The case from the front (n, 2): square below, broad shoulders above."""
    w, h = _W_M / 2 - inset, _H_M - inset
    a = np.linspace(0, math.pi / 2, 14)
    r_low, r_up = 0.014, 0.085 - inset
    right_low = np.column_stack(
        [w - r_low + r_low * np.cos(a - math.pi / 2), inset + r_low + r_low * np.sin(a - math.pi / 2)]
    )
    right_up = np.column_stack([w - r_up + r_up * np.cos(a), h - r_up + r_up * np.sin(a)])
    half = np.concatenate([right_low, right_up])
    return np.concatenate([half, half[::-1] * [-1, 1]])


def _window(x: float, z: float, w: float, h: float) -> list[tuple[float, float]]:
    """A rounded opening round (x, z)."""
    return [(x + p, z + q) for p, q in rounded_rectangle(w, h, 0.035, per_corner=8)]


def _cloth() -> Material:
    """Speaker cloth shot with gold."""
    rest = coords("rest")
    weave = op("sin", op("x", rest) * 1400.0) * op("sin", op("z", rest) * 1400.0)
    stripe = op("sin", op("x", rest) * 160.0)
    return Material(
        color=mix((0.28, 0.17, 0.07), (0.62, 0.48, 0.26), op("clamp", weave * 0.4 + stripe * 0.15 + 0.5)),
        roughness=0.75,
        sheen=0.4,
        bumps=(Bump(height=weave, strength=0.5, distance_m=0.0006),),
        preview=(0.5, 0.36, 0.18),
    )
