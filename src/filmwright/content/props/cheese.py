"""A wedge of holed cheese with its rind, a slice cut off, on a board."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, ball, box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("cheese", "swiss cheese", "cheese wedge")
EXAMPLE = "A cheese in a studio"
COLOR = "#edb93c"
HOME = _food.HOME
STANDS = "table"
GRIP = ("carry",)
_R_M, _H_M, _HALF_RAD = 0.165, 0.072, 0.42
_BOARD_M = 0.016
_TURN_RAD = -0.30  # so that a cut side looks ahead


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cheese somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The wedge, its cut side to the front."""
    rng = np.random.default_rng(params.seed)
    a = np.linspace(-_HALF_RAD, _HALF_RAD, 24)
    plan = np.concatenate([[(0.0, 0.0)], np.column_stack([np.cos(a), np.sin(a)])]) * _R_M
    mid = plan.mean(axis=0)
    wedge = rings(
        np.array(
            [
                np.column_stack([mid + (plan - mid) * k, np.full(len(plan), z)])
                for z, k in ((0.0, 0.985), (0.002, 1.0), (_H_M - 0.002, 1.0), (_H_M, 0.985))
            ]
        )
    )
    rind = [
        np.column_stack([(_R_M + 0.0012) * np.cos(a), (_R_M + 0.0012) * np.sin(a), np.full(24, z)]) for z in (0.0, _H_M)
    ]
    crust = forms.sheet(rind)
    holes = []
    for face in (-1.0, 1.0):
        normal = np.array([-math.sin(face * _HALF_RAD) * face * face, math.cos(face * _HALF_RAD), 0.0]) * face
        along = np.array([math.cos(face * _HALF_RAD), math.sin(face * _HALF_RAD), 0.0])
        taken: list[tuple[float, float, float]] = []
        while len(taken) < 13:
            r = rng.uniform(0.005, 0.0125)
            s, z = rng.uniform(0.035, _R_M - 0.016), rng.uniform(r + 0.004, _H_M - r - 0.004)
            if all(math.hypot(s - t, z - w) > r + q + 0.003 for t, w, q in taken):
                taken.append((s, z, r))
                holes.append(_hole(along * s + [0, 0, z], normal, r))
    for _ in range(9):
        s, aside, r = rng.uniform(0.05, _R_M - 0.02), rng.uniform(-0.25, 0.25), rng.uniform(0.004, 0.0095)
        holes.append(_hole(np.array([s * math.cos(aside), s * math.sin(aside), _H_M]), np.array([0.0, 0.0, 1.0]), r))
    turn = np.array(
        [[math.cos(_TURN_RAD), -math.sin(_TURN_RAD), 0], [math.sin(_TURN_RAD), math.cos(_TURN_RAD), 0], [0, 0, 1.0]]
    )

    def put(item: Shape) -> Shape:
        return item.moved((-0.09, 0, 0)).turned(turn).moved((0.0, -0.012, _BOARD_M))

    board = _parts.board((0.30, 0.20, _BOARD_M), (0, 0, _BOARD_M / 2), bevel=0.005)
    crumbs = [
        _food.lumpy(ball(rng.uniform(0.002, 0.0045), sides=10, levels=8), 0.001, 300.0, k).moved(
            (rng.uniform(-0.12, 0.02), rng.uniform(0.05, 0.085), _BOARD_M + 0.002)
        )
        for k in range(9)
    ]
    piece = box((0.05, 0.032, 0.030), bevel=0.002).turned(rotation(z=0.5)).moved((0.085, 0.060, _BOARD_M + 0.015))
    thing = Thing(
        nodes=(
            things.mesh("cheese", join([put(wedge), *crumbs, piece]), "cheese", sharp_rad=0.5),
            things.mesh("cheese holes", put(join(holes)), "hole", sharp_rad=None),
            things.mesh("cheese rind", put(crust), "rind"),
            things.mesh("cheese board", board, "board"),
        ),
        materials={
            "cheese": _flesh(params.color),
            "hole": _flesh(_food.tuple_times(params.color, 0.42)),
            "rind": _food.skin((0.36, 0.17, 0.04), (0.26, 0.11, 0.025), scale=30, roughness=0.6),
            "board": _parts.plain("wood", "#6d4a2e"),
        },
        view_rad=0.12,
    )
    return things.scaled(thing, params.size)


def _hole(at: F64, normal: F64, r: float) -> Shape:
    """A hollow as it is seen on a cut: a dark dish with a rim that catches the light."""
    u = np.cross(normal, [0.0, 0.0, 1.0] if abs(normal[2]) < 0.9 else [1.0, 0.0, 0.0])
    u /= np.linalg.norm(u)
    frame = np.column_stack([u, np.cross(normal, u), normal])
    dish = forms.turned([(r, 0.0009), (r * 0.9, 0.0007), (r * 0.6, 0.0005), (0.0002, 0.0004)], sides=24)
    return dish.turned(frame).moved(at)


def _flesh(color: Color) -> Material:
    """Firm and a little waxy."""
    rest = coords("rest")
    soft = noise(rest, scale=40.0, detail=4)
    pale: Color = (min(1.0, 1.08 * color[0]), min(1.0, 1.15 * color[1] + 0.03), 1.3 * color[2] + 0.03)
    return Material(
        color=mix(color, pale, remap(soft, 0.3, 0.7)),
        roughness=0.45,
        specular=0.4,
        subsurface=0.2,
        subsurface_radius=(1.0, 0.7, 0.2),
        subsurface_scale_m=0.008,
        bumps=(Bump(height=soft, strength=0.25, distance_m=0.0015),),
        preview=color,
    )
