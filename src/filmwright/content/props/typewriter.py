"""An old typewriter: round keys in steps, a basket of type bars, a carriage with its platen, a sheet of paper."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, curve, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("typewriter", "type writer")
EXAMPLE = "A typewriter in a studio"
COLOR = "#20302c"
MATERIALS = ("lacquer", "metal", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
_ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL:", "ZXCVBNM-+")


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The typewriter somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The typewriter, its keys to the front."""
    side = np.array(
        [
            (0.175, 0.0),
            (0.175, 0.022),
            (0.150, 0.034),
            (0.075, 0.060),
            (0.030, 0.105),
            (0.010, 0.135),
            (-0.03, 0.150),
            (-0.12, 0.150),
            (-0.145, 0.135),
            (-0.150, 0.0),
        ]
    )
    middle = side.mean(axis=0)
    rows = []
    for x, k in ((-0.155, 0.95), (-0.150, 0.99), (-0.142, 1.0), (0.142, 1.0), (0.150, 0.99), (0.155, 0.95)):
        q = middle + (side - middle) * k
        rows.append(np.column_stack([np.full(len(q), x), q]))
    body = rings(np.array(rows)).moved((0, 0, 0.012))
    well = [box((0.262, 0.118, 0.01), center=(0, 0.118, 0.060), bevel=0.004)]
    keys, caps, letters, stems = [], [], [], []
    for r, row in enumerate(_ROWS):
        y, z = 0.070 + 0.027 * r, 0.106 - 0.014 * r
        for k, letter in enumerate(row):
            x = -(-0.112 + 0.0248 * k + 0.006 * r)
            keys.append(
                forms.turned([(0.0088, 0.0), (0.0092, 0.001), (0.0092, 0.003), (0.0085, 0.0036)], (x, y, z), sides=28)
            )
            caps.append(forms.turned([(0.0083, 0.0030), (0.001, 0.0028)], (x, y, z), sides=28))
            stems.append(forms.rod((x, y, z), (x, y - 0.006, z - 0.040), 0.0016, sides=6))
            mark = _parts.lettering(letter, 0.0075, (0, 0), width=0.0011)
            letters.append(mark._replace(points=mark.points * [-1, -1, 1]).moved((x, y, z + 0.0038)))
    space = forms.loft(
        [
            (-0.075, 0.006, 0.064, 0.003),
            (-0.07, 0.0085, 0.064, 0.005),
            (0.07, 0.0085, 0.064, 0.005),
            (0.075, 0.006, 0.064, 0.003),
        ],
        axis="x",
    ).moved((0, 0.178, -0.010))
    bars = []
    for k in range(34):
        a = math.radians(28 + 124 * k / 33)
        c, s = math.cos(a), math.sin(a)
        bars.append(
            forms.pipe(
                [
                    (0.088 * c, 0.075 - 0.0 * s, 0.120),
                    (0.070 * c, 0.010 + 0.030 * s, 0.130),
                    (0.018 * c, -0.005 + 0.030 * s, 0.150),
                ],
                0.0012,
                sides=5,
                count=8,
            )
        )
        bars.append(box((0.003, 0.003, 0.008), center=(0.018 * c, -0.005 + 0.030 * s, 0.153), bevel=0.0006))
    platen = forms.turned(
        [(0.019, -0.168), (0.0195, -0.166), (0.0195, 0.166), (0.019, 0.168), (0.008, 0.170)],
        (0, -0.055, 0.190),
        axis="x",
        sides=40,
    )
    carriage = [
        box((0.36, 0.05, 0.014), center=(0, -0.070, 0.168), bevel=0.004),
        box((0.012, 0.075, 0.05), center=(0.172, -0.06, 0.185), bevel=0.005),
        box((0.012, 0.075, 0.05), center=(-0.172, -0.06, 0.185), bevel=0.005),
    ]
    knobs = [
        forms.turned(
            [(0.015, 0.0), (0.0175, 0.003), (0.0175, 0.017), (0.015, 0.020), (0.001, 0.020)], axis="x", sides=32
        ).moved((0.180, -0.055, 0.190))
    ]
    knobs.append(knobs[0].mirrored(0))
    lever = forms.pipe([(0.165, -0.03, 0.200), (0.195, 0.0, 0.215), (0.215, 0.035, 0.235)], 0.0035, sides=10)
    bail = [
        forms.rod((-0.15, -0.030, 0.210), (0.15, -0.030, 0.210), 0.0022, sides=8),
        *[
            forms.turned([(0.0055, -0.006), (0.0055, 0.006)], (x, -0.030, 0.210), axis="x", sides=18)
            for x in (-0.06, 0.06)
        ],
    ]
    line = curve(
        [
            (0, -0.032, 0.172),
            (0, -0.033, 0.196),
            (0, -0.045, 0.212),
            (0, -0.075, 0.250),
            (0, -0.125, 0.315),
            (0, -0.190, 0.385),
        ],
        40,
    )
    paper = forms.sheet([line + [x, 0, 0] for x in np.linspace(-0.105, 0.105, 12)])
    t = np.gradient(line, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    text = []
    rng = np.random.default_rng(params.seed)
    for k in range(14, 35, 2):
        x = 0.082
        while x > -0.078:
            wide = float(rng.uniform(0.008, 0.024))
            p, up = line[k], t[k] * 0.0016
            out = np.cross([1.0, 0.0, 0.0], t[k]) * 0.0006
            if out[1] < 0:
                out = -out
            text.append(
                forms.wall(
                    p + [x, 0, 0] - up + out,
                    p + [x - wide, 0, 0] - up + out,
                    p + [x - wide, 0, 0] + up + out,
                    p + [x, 0, 0] + up + out,
                )
            )
            x -= wide + 0.005
            if k > 30 and x < 0.02:
                break
    spools = [
        forms.turned(
            [(0.028, 0.0), (0.030, 0.002), (0.030, 0.004), (0.010, 0.005), (0.008, 0.010), (0.001, 0.011)],
            (s * 0.085, -0.010, 0.163),
            sides=36,
        )
        for s in (-1, 1)
    ]
    name = _parts.front(_parts.lettering("AURORA", 0.011, (0, 0), width=0.0016), 0.0, 0.0)
    slope = math.atan2(0.045, 0.045)
    badge = name.turned(rotation(x=slope)).moved((0, 0.058, 0.0935))
    feet = [
        forms.turned([(0.014, 0.0), (0.014, 0.014)], (x * 0.125, y, 0.0), sides=18)
        for x in (-1, 1)
        for y in (-0.12, 0.145)
    ]
    thing = Thing(
        nodes=(
            things.mesh("typewriter body", body, "body", sharp_rad=0.6),
            things.mesh("typewriter dark", join([*well, platen, *knobs, space, *feet, *caps, *spools]), "black"),
            things.mesh("typewriter chrome", join([*keys, *stems, *bars, *carriage, lever, *bail]), "chrome"),
            things.mesh("typewriter letters", join(letters), "white"),
            things.mesh("typewriter paper", paper, "paper", sharp_rad=None),
            things.mesh("typewriter text", join(text), "ink"),
            things.mesh("typewriter badge", badge, "brass"),
        ),
        materials={
            "body": things.made_of(params.material, params.color),
            "black": _parts.plain("plastic", "#121213"),
            "chrome": _parts.plain("metal", "#b4b6b8"),
            "white": _parts.plain("paper", "#efece4"),
            "paper": _parts.plain("paper", "#eeeae0"),
            "ink": _parts.plain("plastic", "#1a1a1c"),
            "brass": _parts.plain("gold", "#c8c8c8"),
        },
        view_rad=0.38,
    )
    return things.scaled(thing, params.size)
