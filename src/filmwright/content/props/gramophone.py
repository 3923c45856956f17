"""A gramophone: a flared brass horn over a wooden case, a record turning on its plate, a crank."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, op
from filmwright.scene.shapes import Shape, box, curve, join, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("gramophone", "phonograph")
EXAMPLE = "A gramophone in a studio"
COLOR = "#5e2f16"
MATERIALS = ("wood", "lacquer")
HOME = ("tabletop", "studio")
STANDS = "table"
_CASE_M, _TOP_M = 0.38, 0.185
_PLATE = (0.0, 0.0, _TOP_M + 0.014)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The gramophone somebody asked for: the color of its case."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The gramophone, its horn to the front and up."""
    w = _CASE_M
    case = [
        _parts.grained(box((w, w, 0.125), center=(0, 0, 0.095), bevel=0.008), 0),
        _parts.grained(box((w + 0.05, w + 0.05, 0.035), center=(0, 0, 0.0175), bevel=0.010), 0, 2.0),
        _parts.grained(box((w + 0.035, w + 0.035, 0.028), center=(0, 0, 0.171), bevel=0.009), 0, 4.0),
    ]
    case += [
        _parts.grained(
            forms.turned(
                [(0.020, 0.03), (0.026, 0.045), (0.018, 0.06), (0.018, 0.13), (0.026, 0.145), (0.020, 0.158)],
                (x * w / 2, y * w / 2, 0),
                sides=24,
            ),
            2,
            x + y,
        )
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    panels = [_parts.front(_parts.frame(0.26, 0.075, 0.008, 0.006, radius=0.008), w / 2 - 0.001, 0.095)]
    panels += [panels[0].turned(rotation(z=a)) for a in (math.pi / 2, -math.pi / 2)]
    plate = forms.turned(
        [(0.148, 0.0), (0.150, 0.003), (0.148, 0.010), (0.001, 0.010)], (0, 0, _TOP_M + 0.004), sides=64
    )
    record = forms.turned([(0.143, 0.0), (0.144, 0.0012), (0.143, 0.0022), (0.001, 0.0022)], _PLATE, sides=80)
    label = forms.turned([(0.045, 0.0), (0.045, 0.0004), (0.001, 0.0004)], (0, 0, _PLATE[2] + 0.0022), sides=48)
    mark = box((0.03, 0.006, 0.0004), center=(0.022, 0, _PLATE[2] + 0.0028))
    spindle = forms.rod((0, 0, _TOP_M), (0, 0, _PLATE[2] + 0.012), 0.0035)
    horn, rim, tube = _horn()
    arm = [
        forms.pipe(
            [
                (-0.06, -0.175, _TOP_M + 0.085),
                (-0.11, -0.06, _TOP_M + 0.088),
                (-0.085, 0.045, _TOP_M + 0.066),
                (-0.075, 0.078, _TOP_M + 0.040),
            ],
            [0.013, 0.012, 0.010, 0.009],
            count=40,
            sides=16,
        )
    ]
    arm.append(
        forms.turned(
            [(0.024, -0.007), (0.026, -0.005), (0.026, 0.005), (0.024, 0.007), (0.001, 0.007)],
            (-0.075, 0.082, _TOP_M + 0.044),
            axis="x",
            sides=36,
        )
    )
    arm.append(forms.rod((-0.075, 0.082, _TOP_M + 0.02), (-0.070, 0.088, _PLATE[2] + 0.003), 0.0018, sides=8))
    crank = [
        forms.rod((w / 2, -0.04, 0.10), (w / 2 + 0.065, -0.04, 0.10), 0.006),
        forms.rod((w / 2 + 0.062, -0.04, 0.10), (w / 2 + 0.062, 0.045, 0.135), 0.005),
    ]
    knob = forms.turned(
        [(0.008, 0.0), (0.012, 0.006), (0.013, 0.03), (0.009, 0.042), (0.001, 0.044)],
        (w / 2 + 0.064, 0.045, 0.135),
        axis="x",
        sides=24,
    )
    thing = Thing(
        nodes=(
            things.mesh("gramophone case", join([*case, *panels]), "case", sharp_rad=0.7),
            things.mesh("gramophone plate", plate, "felt"),
            things.mesh("gramophone record", record, "vinyl"),
            things.mesh("gramophone label", label, "label"),
            things.mesh("gramophone mark", mark, "gold"),
            things.mesh("gramophone horn", join([horn, rim]), "horn", sharp_rad=None),
            things.mesh("gramophone metal", join([tube, *arm, *crank, spindle]), "gold"),
            things.mesh("gramophone knob", _parts.grained(knob, 0), "case"),
        ),
        materials={
            "case": things.made_of(params.material, params.color).model_copy(
                update={"coat": 0.5, "coat_roughness": 0.12}
            ),
            "felt": _parts.plain("felt", "#2c4a38"),
            "vinyl": _vinyl(),
            "label": _parts.plain("paper", "#a8242a"),
            "horn": _parts.plain("gold", "#c8c8c8").model_copy(update={"roughness": 0.2}),
            "gold": _parts.plain("gold", "#b8b0a0"),
        },
        joints=(
            Joint(
                ("gramophone record", "gramophone label", "gramophone mark"), _PLATE, (0.0, 0.0, 1.0), "spin", rate=-6.0
            ),
        ),
        view_rad=0.55,
    )
    return things.scaled(thing, params.size)


def _horn() -> tuple[Shape, Shape, Shape]:
    """The horn of eight petals, its rolled rim, and the elbow it stands on."""
    path = curve(
        [
            (-0.06, -0.175, _TOP_M + 0.085),
            (-0.045, -0.205, _TOP_M + 0.16),
            (-0.02, -0.18, _TOP_M + 0.25),
            (0.01, -0.07, _TOP_M + 0.335),
            (0.03, 0.06, _TOP_M + 0.40),
            (0.045, 0.15, _TOP_M + 0.435),
        ],
        70,
    )
    share = np.linspace(0, 1, 70)
    radius = 0.016 + 0.030 * share + 0.175 * share**5.5 + 0.03 * share**2
    t = np.gradient(path, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    a = np.linspace(0, 2 * math.pi, 128, endpoint=False)
    petal = np.abs(np.sin(4 * a))
    u = np.cross(t[0], [1.0, 0.0, 0.0])
    rows: list[F64] = []
    for k in range(70):
        u = u - t[k] * float(u @ t[k])
        u /= np.linalg.norm(u)
        v = np.cross(t[k], u)
        wave = 1 + (0.10 * petal**0.7 - 0.05) * share[k] ** 3
        r = radius[k] * wave
        rows.append(
            path[k]
            + r[:, None] * (np.outer(np.cos(a), u) + np.outer(np.sin(a), v))
            - np.outer(petal * 0.02 * share[k] ** 6, t[k])
        )
    horn = rings(np.array(rows), caps=False)
    rim = sweep(rows[-1], 0.0042, sides=8, closed=True)
    elbow = join(
        [
            forms.pipe(
                [(-0.06, -0.175, _TOP_M), (-0.06, -0.175, _TOP_M + 0.05), (-0.06, -0.175, _TOP_M + 0.10)],
                [0.026, 0.019, 0.0175],
                sides=20,
            ),
            forms.turned([(0.036, 0.0), (0.034, 0.010), (0.022, 0.014)], (-0.06, -0.175, _TOP_M)),
        ]
    )
    return horn, rim, elbow


def _vinyl() -> Material:
    """Shellac with its groove."""
    rest = coords("rest")
    r = op("length", op("vmul", rest, (1.0, 1.0, 0.0)))
    groove = op("sin", r * 3600.0)
    return Material(
        color=(0.010, 0.010, 0.011),
        roughness=0.22,
        specular=0.6,
        coat=0.5,
        coat_roughness=0.1,
        bumps=(Bump(height=groove, strength=0.25, distance_m=0.0004),),
        preview=(0.02, 0.02, 0.02),
    )
