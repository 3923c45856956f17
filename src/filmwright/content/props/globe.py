"""A terrestrial globe in its brass meridian on a turned wooden foot; it turns slowly."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import ball, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("globe", "terrestrial globe", "desk globe")
EXAMPLE = "A globe in a studio"
COLOR = "#2f6f9e"
HOME = ("library", "studio", "tabletop")
STANDS = "table"
_R_M, _MIDDLE_M = 0.15, 0.255
_TILT_RAD = math.radians(23.4)
_LAND: tuple[tuple[tuple[float, float, float], ...], ...] = (
    # longitude, latitude, radius in degrees: continents as chains of rounds, by an atlas
    (
        (-150, 65, 9),
        (-135, 62, 11),
        (-120, 60, 13),
        (-105, 58, 14),
        (-92, 55, 12),
        (-80, 53, 10),
        (-70, 53, 9),
        (-115, 45, 11),
        (-100, 42, 12),
        (-86, 40, 10),
        (-76, 42, 7),
        (-106, 33, 8),
        (-95, 34, 8),
        (-84, 33, 6),
        (-103, 24, 6),
        (-98, 18, 4.5),
        (-90, 15.5, 3),
        (-84, 11, 2.5),
        (-80, 8.5, 2),
        (-81.5, 27.5, 2.2),
        (-64, 47, 4),
        (-85, 68, 10),
        (-110, 70, 8),
    ),
    (
        (-74, 5, 7),
        (-65, 3, 9),
        (-56, -3, 11),
        (-47, -8, 9),
        (-39, -8, 5),
        (-70, -8, 8),
        (-60, -14, 11),
        (-48, -18, 8),
        (-66, -23, 7),
        (-57, -27, 7),
        (-65, -34, 6),
        (-68, -43, 4.5),
        (-70, -50, 3.2),
        (-76, -4, 5),
    ),
    ((-42, 72, 10), (-40, 78, 7), (-45, 66, 4.5)),
    (
        (-8, 30, 7),
        (4, 28, 11),
        (16, 25, 12),
        (28, 24, 9),
        (-10, 18, 8),
        (4, 14, 10),
        (20, 12, 11),
        (34, 10, 8),
        (44, 8, 5.5),
        (22, 0, 9),
        (32, -3, 8),
        (22, -12, 9),
        (32, -15, 7),
        (22, -22, 8),
        (27, -29, 6),
        (20, -31, 3.5),
        (-8, 10, 5.5),
    ),
    ((47, -19, 3.8), (46, -23, 3.2)),
    (
        (-5, 40, 5),
        (2, 46, 5),
        (10, 49, 6),
        (20, 49, 8),
        (32, 51, 10),
        (14, 42, 2.2),
        (22, 41, 4),
        (28, 39.5, 3.5),
        (36, 39, 4),
        (-1.5, 53, 2.6),
        (-4, 57, 2),
        (-8, 53, 2),
        (9, 60.5, 3),
        (15, 63, 4.5),
        (22, 67, 4),
        (27, 63, 4.5),
        (45, 56, 11),
        (-19, 65, 2.6),
    ),
    (
        (60, 56, 12),
        (78, 58, 13),
        (96, 60, 14),
        (115, 62, 14),
        (134, 63, 12),
        (152, 65, 9),
        (168, 66, 6),
        (70, 44, 11),
        (88, 42, 12),
        (105, 40, 12),
        (120, 44, 9),
        (113, 30, 9),
        (103, 27, 8),
        (92, 32, 9),
        (160, 56, 3.5),
        (128, 38, 2.4),
    ),
    ((45, 25, 7), (52, 20, 5), (46, 33, 6), (56, 33, 7), (66, 31, 6)),
    (
        (76, 24, 7.5),
        (82, 21, 6),
        (77, 15, 4.5),
        (78, 10.5, 2.6),
        (70, 24, 4),
        (100, 17, 4.5),
        (105, 14, 4),
        (102, 4.5, 2.4),
    ),
    (
        (114, 1, 5),
        (102, -1, 3.4),
        (98, 3, 2.2),
        (110, -7.3, 2),
        (121, -3, 2.6),
        (138, -4.5, 4.5),
        (144, -6.5, 3.2),
        (122, 14, 2.4),
        (124, 8, 2.4),
        (138, 36, 2.6),
        (141, 40, 2.4),
        (143, 43.5, 2.2),
        (131.5, 33, 1.6),
    ),
    (
        (122, -26, 8),
        (133, -23, 10),
        (144, -24, 8),
        (148, -32, 5),
        (140, -32, 5),
        (118, -31, 4),
        (132, -15, 4.5),
        (143, -15, 3),
        (147, -42, 1.8),
    ),
    ((172.5, -43, 2.4), (176, -39, 2.2)),
    tuple((float(x), -82.0, 10.0) for x in range(-180, 180, 20)),
)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The globe somebody asked for: the color of its seas."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The globe; what faces ahead is Africa and Europe."""
    sphere = ball(_R_M, sides=220, levels=130)
    p = sphere.points / _R_M
    sphere = sphere.with_data("land", _over_land(p)).with_data("rest", sphere.points)
    tilt = rotation(y=_TILT_RAD)
    a = np.radians(np.linspace(-92, 92, 60))
    arc = np.column_stack([(_R_M + 0.014) * np.cos(a), np.zeros(60), (_R_M + 0.014) * np.sin(a)])
    meridian = sweep(arc, 0.0052, sides=12, flat=1.6)
    pins = [forms.rod((0, 0, s * _R_M), (0, 0, s * (_R_M + 0.024)), 0.004) for s in (-1, 1)]
    pins += [ball(0.009, center=(0, 0, s * (_R_M + 0.024)), sides=18, levels=12) for s in (-1, 1)]
    frame = join([meridian, *pins]).turned(tilt).moved((0, 0, _MIDDLE_M))
    low = tilt @ np.array([(_R_M + 0.014) * math.cos(-1.165), 0, (_R_M + 0.014) * math.sin(-1.165)]) + [0, 0, _MIDDLE_M]
    foot = lathe(
        curve(
            [
                (0.098, 0.0),
                (0.102, 0.008),
                (0.094, 0.018),
                (0.060, 0.026),
                (0.030, 0.034),
                (0.018, 0.044),
                (0.024, 0.056),
                (0.022, 0.066),
                (0.014, 0.074),
            ],
            60,
        ),
        sides=64,
    )
    neck = forms.pipe([(0, 0, 0.066), (0.4 * float(low[0]), 0, 0.078), low], 0.008, sides=14)
    thing = Thing(
        nodes=(
            things.mesh("globe earth", sphere.turned(tilt).moved((0, 0, _MIDDLE_M)), "earth", sharp_rad=None),
            things.mesh("globe brass", join([frame, neck]), "brass"),
            things.mesh("globe foot", _parts.grained(foot, 0), "wood", sharp_rad=0.9),
        ),
        materials={
            "earth": _map(params.color),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "wood": _parts.plain("wood", "#5a2f18"),
        },
        joints=(
            Joint(
                ("globe earth",),
                (0.0, 0.0, _MIDDLE_M),
                (math.sin(_TILT_RAD), 0.0, math.cos(_TILT_RAD)),
                "spin",
                rate=0.22,
            ),
        ),
        view_rad=0.25,
    )
    return things.scaled(thing, params.size)


def _over_land(p: F64) -> F64:
    """How far points (n, 3) of the unit ball lie inside of land, in degrees (negative: at sea). Longitude 15 looks along +Y."""
    best = np.full(len(p), -90.0)
    for chain in _LAND:
        rounds = np.array(chain)
        lon, lat = np.radians(rounds[:, 0] - 15.0), np.radians(rounds[:, 1])
        middle = np.column_stack([-np.cos(lat) * np.sin(lon), np.cos(lat) * np.cos(lon), np.sin(lat)])
        inside = rounds[:, 2] - np.degrees(np.arccos(np.clip(p @ middle.T, -1, 1)))
        order = np.sort(inside, axis=1)[:, ::-1]
        best = np.maximum(
            best,
            order[:, 0]
            + (
                np.exp(-np.abs(order[:, 0] - order[:, min(1, order.shape[1] - 1)]) / 3.0) if order.shape[1] > 1 else 0.0
            ),
        )
    return best


def _map(sea: Color) -> Material:
    """A printed map under varnish: seas, lands in tints by their latitude, ragged coasts, a net of degrees."""
    rest = coords("rest")
    rough = noise(rest, scale=34.0, detail=5)
    inside = Expr(op="attribute", params={"name": "land", "number": True}) + (rough - 0.5) * 7.0
    land = remap(inside, -0.15, 0.15)
    coast = remap(op("abs", inside), 0.25, 0.55, 1.0, 0.0)
    up = op("abs", op("z", rest)) * (1 / _R_M)
    ground = mix(
        mix((0.42, 0.33, 0.13), (0.16, 0.28, 0.07), remap(noise(rest, scale=17.0, detail=4), 0.42, 0.58)),
        (0.74, 0.74, 0.72),
        remap(up, 0.90, 0.95),
    )
    shallow: Color = (0.55 * sea[0] + 0.16, 0.6 * sea[1] + 0.22, 0.7 * sea[2] + 0.20)
    base = mix(mix(sea, shallow, remap(inside, -3.5, 0.0)), ground, land)
    lon = op("atan2", op("x", rest), op("y", rest)) * (12 / math.pi)
    net = op(
        "max",
        remap(op("abs", op("fract", lon) - 0.5), 0.485, 0.495),
        remap(op("abs", op("fract", op("z", rest) * (5.0 / _R_M)) - 0.5), 0.487, 0.496),
    )
    base = mix(base, (0.05, 0.05, 0.05), op("max", coast * 0.65, net * 0.30))
    return Material(color=base, roughness=0.3, specular=0.5, coat=0.6, coat_roughness=0.08, preview=sea)
