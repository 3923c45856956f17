"""A bat: a furry body, large ears, wings of dark skin on long fingers."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.figure.skinned import strongest
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.nodes import Mesh, Strands
from filmwright.scene.shade import Bump, Material, attribute, coords, noise
from filmwright.scene.shapes import Shape, ball, join, rotation, shape, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("fruit bat",)
EXAMPLE = "A bat at night in a forest"
COLOR = "#3b2a20"
HOME = ("forest", "jungle", "castle", "meadow")
SPEEDS = {"fly": 2.4}
ACTIONS = ("stand", "look_around", "hover", "flap_wings")

_NOSE_UP_RAD = 0.62  # how a bat flies; chosen, so that its wings are seen


def _tipped(point: tuple[float, float, float]) -> tuple[float, float, float]:
    """A point of a level bat where it is of one whose nose is up."""
    x, y, z = point
    c, s = math.cos(_NOSE_UP_RAD), math.sin(_NOSE_UP_RAD)
    return (x, c * y - s * z, s * y + c * z)


HINGES = (
    Hinge("wing", _tipped((0.022, 0.035, 0.012)), _tipped((0.0, -1.0, 0.0)), 0.72, 3.4, 0.06),
    Hinge("ear", _tipped((0.014, 0.085, 0.022)), _tipped((0.0, 0.0, 1.0)), 0.10, 0.9, 0.0),
)
_ROOT, _ELBOW, _WRIST = (0.022, 0.035, 0.012), (0.085, 0.005, 0.018), (0.150, 0.070, 0.016)
_TIPS = (
    (0.335, 0.035, 0.004),
    (0.315, -0.055, -0.002),
    (0.225, -0.115, -0.004),
    (0.110, -0.120, -0.002),
    (0.022, -0.080, 0.0),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown or black."""
    return quadruped.chosen(rng, member, COLOR, "#2a2220")


def build(params: Params) -> Thing:
    """The bat, its wings spread."""
    color = params.color
    coat = painted(
        varied(color, 60.0, 0.25), (shaded(color, 1.7), attribute("pale")), ((0.015, 0.011, 0.010), attribute("dark"))
    )
    veins = noise(coords("rest"), scale=70.0, detail=4.0)
    nodes = [_small.part(HINGES, "body", _body(), "coat"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    nodes += _small.pair(HINGES, "wing", _bones(), "coat")
    skin = _skin()
    for side, made in (("r", skin), ("l", skin.mirrored(0))):
        nodes.append(_small.part(HINGES, f"membrane {side}", made, "membrane", f"wing_{side}"))
    nodes += _small.pair(HINGES, "ear", _ear(), "coat")
    turn = rotation(x=_NOSE_UP_RAD).T
    level: list[Mesh | Strands] = [*nodes, _fur()]
    thing = Thing(
        nodes=tuple(n.model_copy(update={"points": (np.asarray(n.points) @ turn).astype(np.float32)}) for n in level),
        materials={
            "coat": Material(color=coat, roughness=0.8, specular=0.2),
            "eye": Material(color=(0.008, 0.006, 0.006), roughness=0.1, coat=1.0),
            "membrane": Material(
                color=(0.045, 0.030, 0.026), roughness=0.5, specular=0.35, bumps=(Bump(height=veins, strength=0.6, distance_m=0.002),)
            ),
            "fur": Material(color=shaded(color, 1.2), roughness=0.7),
        },
        bones=_small.bones(HINGES),
        view_rad=0.5,
        face=_tipped((0.0, 0.09, 0.01)),
        face_m=0.09,
        lift_m=1.5,
    )  # fmt: skip
    return things.scaled(thing, params.size)


def _plain(item: Shape, pale: float = 0.0, dark: float = 0.0) -> Shape:
    return item.with_data("pale", np.full(len(item.points), pale)).with_data("dark", np.full(len(item.points), dark))


def _body() -> Shape:
    """Trunk, head with a short muzzle, feet and tail."""
    trunk = sweep(
        [(0, -0.075, -0.004), (0, -0.045, -0.002), (0, 0.0, 0.0), (0, 0.035, 0.004),
            (0, 0.058, 0.006)], [0.006, 0.020, 0.027, 0.029, 0.018],
        sides=32,
    )  # fmt: skip
    head = ball(np.array([0.021, 0.024, 0.020]), center=(0, 0.077, 0.008), sides=32, levels=22)
    muzzle = ball(np.array([0.011, 0.016, 0.010]), center=(0, 0.097, 0.001), sides=24, levels=16)
    nose = ball(np.array([0.0055, 0.004, 0.004]), center=(0, 0.1125, 0.003), sides=16, levels=10)
    feet = [
        sweep(
            [(s * 0.010, -0.068, -0.004), (s * 0.016, -0.092, -0.006), (s * 0.016, -0.104, -0.012)],
            [0.004, 0.003, 0.001],
            sides=8,
        )
        for s in (-1, 1)
    ]
    fangs = [
        sweep([(s * 0.004, 0.106, -0.004), (s * 0.004, 0.107, -0.011)], [0.0013, 0.0002], sides=6) for s in (-1, 1)
    ]
    return join(
        [
            _plain(trunk, 0.2),
            _plain(head),
            _plain(muzzle, 0.0, 0.45),
            _plain(nose, 0.0, 1.0),
            *(_plain(f, 0.0, 0.8) for f in feet),
            *(_plain(f, 1.0) for f in fangs),
        ]
    )


def _eyes() -> Shape:
    return join(ball(0.0042, center=(s * 0.0125, 0.0935, 0.0125), sides=16, levels=12) for s in (-1, 1))


def _ear() -> Shape:
    """The right ear: a cupped leaf."""
    t = np.linspace(0.0, 1.0, 14)
    rows = []
    for s in t:
        half = 0.013 * np.sin(np.pi * (0.18 + 0.80 * s)) ** 0.8 + 0.0004
        middle = np.array([0.014 + 0.012 * s, 0.083 - 0.010 * s, 0.020 + 0.036 * s])
        a = np.linspace(-1, 1, 9)
        rows.append(middle + np.column_stack([half * a * 0.85, half * (a**2) * 0.55 - 0.002, 0.10 * half * a]))
    grid = np.array(rows)
    index = np.arange(grid.shape[0] * 9).reshape(-1, 9)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1).reshape(-1, 4)
    return _plain(shape(grid.reshape(-1, 3), faces), 0.0, 0.5)


def _bones() -> Shape:
    """The arm and the fingers of the right wing."""
    root, elbow, wrist = (np.array(p) for p in (_ROOT, _ELBOW, _WRIST))
    made = [sweep([root, elbow], [0.0060, 0.0042], sides=10), sweep([elbow, wrist], [0.0044, 0.0034], sides=10)]
    for tip in _TIPS[:3]:
        end = np.array(tip)
        made.append(sweep([wrist, 0.5 * (wrist + end) + [0.006, 0.008, 0.006], end], [0.0026, 0.0018, 0.0006], sides=8))
    made.append(
        sweep(
            [wrist, wrist + [-0.002, 0.014, 0.004], wrist + [0.002, 0.022, -0.002]], [0.0024, 0.0016, 0.0004], sides=8
        )
    )
    return join(_plain(m, 0.0, 0.7) for m in made)


def _skin() -> Shape:
    """The skin of the right wing from the fingers to the flank, its hem scalloped."""
    wrist, elbow, root = np.array(_WRIST), np.array(_ELBOW), np.array(_ROOT)
    starts = [wrist, wrist, wrist, elbow, root]
    pieces = []
    for k in range(4):
        a0, a1, b0, b1 = starts[k], np.array(_TIPS[k]), starts[k + 1], np.array(_TIPS[k + 1])
        f, t = np.linspace(0, 1, 11), np.linspace(0, 1, 13)
        grid = []
        for share in f:
            hang = 4 * share * (1 - share)
            s = t * (1 - 0.16 * hang)
            bow = np.outer(np.sin(np.pi * s) * 0.5, [0.006, 0.008, 0.006]) * (k < 2)
            one = a0 + np.outer(s, a1 - a0) + bow
            two = b0 + np.outer(s, b1 - b0) + bow
            row = one * (1 - share) + two * share
            row[:, 2] += 0.010 * hang * np.sin(np.pi * 0.8 * t)
            grid.append(row)
        g = np.array(grid)
        index = np.arange(11 * 13).reshape(11, 13)
        faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1).reshape(-1, 4)
        pieces.append(shape(g.reshape(-1, 3), faces))
    return join(pieces)


def _fur() -> Strands:
    """Fur on trunk and head."""
    rng = np.random.default_rng(3)
    n = 5200
    t = rng.uniform(0, 1, n)
    out = rng.normal(size=(n, 3)) * [1.0, 0.35, 1.0]
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    body = np.column_stack([0 * t, -0.070 + 0.130 * t, -0.003 + 0.008 * t])
    radius = np.interp(t, (0, 0.22, 0.55, 0.82, 1.0), (0.007, 0.019, 0.026, 0.028, 0.018))
    roots = body + out * radius[:, None] * 0.96
    on_head = rng.random(n) < 0.32
    ball_ = rng.normal(size=(n, 3))
    ball_ /= np.linalg.norm(ball_, axis=1, keepdims=True)
    ball_[:, 1] = np.minimum(ball_[:, 1], 0.35)
    roots = np.where(on_head[:, None], np.array([0, 0.077, 0.008]) + ball_ * [0.0205, 0.0235, 0.0195], roots)
    way = np.where(on_head[:, None], ball_, out) + [0.0, -0.9, 0.0] + 0.25 * rng.normal(size=(n, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    long = 0.010 * rng.uniform(0.6, 1.1, n)
    steps = np.linspace(0, 1, 4)
    points = roots[:, None] + way[:, None] * (long[:, None] * steps)[..., None]
    weights = np.zeros((n, len(_small.bones(HINGES))), np.float32)
    weights[:, 0] = 1.0
    return Strands(
        name="fur", points=points.astype(np.float32), radii=np.array([0.0004, 0.00036, 0.00024, 0.00005], np.float32), material="fur",
        root_data={"rest": roots}, skin=strongest(weights),
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it flutters where it is, or flies on."""
    size = thing.face_m / 0.09
    return _small.moved(HINGES, size, performance, length_m=0.3 * size, drift_m=0.05 * size)
