"""A saguaro cactus with two arms, ribs and spines, a few blossoms at its crown."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _flowers
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, curve, join, rings
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("cactus", "saguaro")
EXAMPLE = "A cactus in a desert"
COLOR = "#4f7a46"
HOME = ("desert", "studio")
_RIBS = 16


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cactus somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The cactus, 2.6 m tall."""
    limbs = [
        ([(0, 0, -0.05), (0.0, 0.0, 0.8), (0.01, 0, 1.8), (0.0, 0, 2.6)], 0.20),
        ([(0.10, 0, 1.05), (0.42, 0.03, 1.06), (0.56, 0.04, 1.30), (0.57, 0.04, 1.95)], 0.125),
        ([(-0.10, 0, 1.32), (-0.36, -0.02, 1.33), (-0.47, -0.02, 1.52), (-0.48, -0.02, 2.02)], 0.11),
    ]
    flesh, spines, tops = [], [], []
    for path, radius in limbs:
        body, thorns, top = _limb(np.array(path, float), radius)
        flesh.append(body)
        spines.append(thorns)
        tops.append(top)
    blossoms, hearts = [], []
    for top in tops:
        for k in range(3):
            a = 2.1 * k + top[0] * 9
            way = np.array([0.7 * math.cos(a), 0.7 * math.sin(a), 0.8])
            head = _flowers.facing(_flowers.daisy(0.11, k, count=10), top + way * [0.075, 0.075, -0.005], way)
            blossoms.append(head.petals)
            hearts.append(head.middle)
    thing = Thing(
        nodes=(
            things.mesh("cactus flesh", join(flesh), "flesh", sharp_rad=None),
            things.mesh("cactus spines", join(spines), "spine"),
            things.mesh("cactus blossoms", join(blossoms), "petal", sharp_rad=None),
            things.mesh("cactus hearts", join(h for h in hearts if h is not None), "heart", sharp_rad=None),
        ),
        materials={
            "flesh": _skin(params.color),
            "spine": Material(color=(0.62, 0.52, 0.34), roughness=0.6, preview=(0.62, 0.52, 0.34)),
            "petal": _flowers.skin((0.85, 0.78, 0.70), (0.70, 0.22, 0.35)),
            "heart": _flowers.florets((0.6, 0.4, 0.05), (0.8, 0.6, 0.1)),
        },
        view_rad=0.15,
    )
    return things.scaled(thing, params.size)


def _limb(path: F64, radius: float) -> tuple[Shape, Shape, F64]:
    """A ribbed column along a path with a round end, its spines along the ribs, and its end. Point data "rib": 0 furrow, 1 ridge."""
    count = 60
    p = curve(path, count)
    t = np.gradient(p, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    left = length[-1] - length
    taper = np.sqrt(np.clip(1 - np.clip(1 - left / (1.3 * radius), 0, 1) ** 2, 0.002, 1)) * np.interp(
        length / length[-1], [0, 0.12, 0.5, 1], [0.86, 0.95, 1.0, 0.92]
    )
    a = np.arange(_RIBS * 6) * 2 * math.pi / (_RIBS * 6)
    ridge = np.abs(np.cos(_RIBS * a / 2)) ** 0.8
    u = np.array([0.0, 1.0, 0.0])
    stack, thorns = [], []
    for k in range(count):
        w = np.cross(t[k], u)
        w /= np.linalg.norm(w)
        v = np.cross(w, t[k])
        r = radius * taper[k] * (0.84 + 0.16 * ridge)
        stack.append(p[k] + r[:, None] * (np.outer(np.cos(a), w) + np.outer(np.sin(a), v)))
        if k % 2 == 0 and left[k] > 0.02:
            for j in range(_RIBS):
                angle = 2 * math.pi * j / _RIBS
                out = math.cos(angle) * w + math.sin(angle) * v
                root = p[k] + out * radius * taper[k] * 0.99
                for lean in (-0.7, 0.0, 0.7):
                    tip = root + (out + lean * t[k] + 0.5 * lean * np.cross(out, t[k])) * 0.038
                    side = np.cross(out, t[k]) * 0.0016
                    thorns.append(forms.wall(root - side, root + side, tip + 0.1 * side, tip - 0.1 * side))
    made = rings(np.array(stack))
    marks = np.concatenate([np.tile(ridge, count), [0.5, 0.5]])
    return made.with_data("rib", marks), join(thorns), p[-1]


def _skin(color: Color) -> Material:
    """Waxy green, paler on the ridges, corky near the ground."""
    rest = coords("rest")
    rib = Expr(op="attribute", params={"name": "rib", "number": True})
    patch = noise(rest, scale=7.0, detail=4)
    dark: Color = (0.45 * color[0], 0.5 * color[1], 0.45 * color[2])
    base = mix(dark, color, remap(rib + (patch - 0.5) * 0.3, 0.1, 0.85))
    cork = remap(op("z", rest) + (patch - 0.5) * 0.5, 0.05, 0.40, 0.7, 0.0)
    return Material(
        color=mix(base, (0.20, 0.14, 0.07), cork),
        roughness=0.55,
        specular=0.35,
        bumps=(Bump(height=patch, strength=0.3, distance_m=0.008),),
        preview=color,
    )
