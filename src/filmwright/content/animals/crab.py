"""A red crab: a broad shell, stalked eyes, two claws, eight legs; it goes sideways."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, noise, voronoi
from filmwright.scene.shapes import Shape, ball, curve, join, rings, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("crab",)
EXAMPLE = "A crab on a beach"
COLOR = "#b5321a"
HOME = ("beach", "underwater")
SPEEDS = {"walk": 0.16, "run": 0.4}
ACTIONS = ("stand", "look_around", "eat", "wave")

_HIGH_M = 0.058  # of the shell's middle; chosen
HINGES = (
    Hinge("claw", (0.075, 0.040, 0.055), (0.2, 0.2, 1.0), 0.10, 0.42, 0.0, apart=0.35),
    *(
        Hinge(
            f"leg{k}",
            (0.080 - 0.006 * abs(k - 1), 0.030 - 0.028 * k, 0.055),
            (0.25, 1.0, 0.25),
            0.16,
            2.2,
            0.0,
            late=0.25 * k,
            apart=0.5,
        )
        for k in range(4)
    ),
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Red, unless the text names another color."""
    return quadruped.chosen(rng, member, COLOR, "#c2542a")


def build(params: Params) -> Thing:
    """The crab."""
    color = params.color
    rest = coords("rest")
    tone = painted(
        varied(color, 18.0, 0.25),
        ((0.80, 0.62, 0.46), attribute("pale")),
        (shaded(color, 0.35), attribute("deep")),
        ((0.012, 0.010, 0.010), attribute("tip")),
    )
    shell = Material(
        color=tone,
        roughness=0.36,
        specular=0.5,
        coat=0.25,
        bumps=(
            Bump(height=voronoi(rest, scale=150.0), strength=0.25, distance_m=0.002),
            Bump(height=noise(rest, scale=40.0), strength=0.4, distance_m=0.004),
        ),
    )
    nodes = [_small.part(HINGES, "shell", _shell(), "shell"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    nodes.append(_small.part(HINGES, "stalks", _plain(_stalks()), "shell"))
    nodes += _small.pair(HINGES, "claw", _claw(), "shell")
    for k in range(4):
        nodes += _small.pair(HINGES, f"leg{k}", _leg(k), "shell")
    thing = Thing(
        nodes=tuple(nodes),
        materials={"shell": shell, "eye": Material(color=(0.008, 0.007, 0.007), roughness=0.1, coat=0.8)},
        bones=_small.bones(HINGES),
        view_rad=0.35,
        face=(0.0, 0.05, _HIGH_M + 0.02),
        face_m=0.15,
    )
    return things.scaled(thing, params.size)


def _plain(item: Shape, **shares: float) -> Shape:
    """A piece with even shares of the shell's masks."""
    for name in ("pale", "deep", "tip"):
        item = item.with_data(name, np.full(len(item.points), shares.get(name, 0.0)))
    return item


def _shell() -> Shape:
    """Domed above, flat and pale below, broadest before its middle."""
    t = np.linspace(-1, 1, 41)
    turn = np.arange(56) * 2 * math.pi / 56
    stack = []
    for v in t:
        wide = 0.108 * (1 - abs(v) ** 2.6) ** 0.5 * (1 + 0.14 * v)
        tall = 0.036 * (1 - abs(v) ** 2.6) ** 0.5
        x = max(wide, 0.0006) * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** 0.85
        z = np.where(np.sin(turn) > 0, tall * np.sin(turn), 0.62 * tall * np.sin(turn))
        stack.append(np.column_stack([x, np.full(56, 0.068 * v), _HIGH_M + z]))
    made = rings(np.array(stack))
    p = made.points
    low = np.clip((_HIGH_M - 0.002 - p[:, 2]) / 0.01, 0, 1)
    groove = np.exp(-(((np.abs(p[:, 0]) - 0.028 - 0.25 * np.abs(p[:, 1])) / 0.006) ** 2)) * (p[:, 2] > _HIGH_M)
    return made.with_data("pale", low).with_data("deep", 0.7 * groove).with_data("tip", np.zeros(len(p)))


def _stalks() -> Shape:
    return join(
        sweep(
            [
                (s * 0.022, 0.060, _HIGH_M + 0.008),
                (s * 0.026, 0.068, _HIGH_M + 0.026),
                (s * 0.027, 0.070, _HIGH_M + 0.036),
            ],
            0.0045,
            sides=10,
        )
        for s in (-1, 1)
    )


def _eyes() -> Shape:
    return join(ball(0.0085, center=(s * 0.0275, 0.0715, _HIGH_M + 0.044), sides=16, levels=12) for s in (-1, 1))


def _claw() -> Shape:
    """The right arm: two joints, a swollen hand, a fixed and a bent finger with dark tips."""
    arm = [(0.070, 0.036, 0.054), (0.112, 0.052, 0.066), (0.140, 0.084, 0.062)]
    pieces = [
        _plain(
            sweep(
                curve(arm, 14),
                np.interp(np.linspace(0, 1, 14), [0, 0.5, 0.6, 1], [0.013, 0.016, 0.012, 0.016]),
                sides=14,
            )
        )
    ]
    hand = curve([(0.142, 0.086, 0.062), (0.140, 0.108, 0.066), (0.124, 0.136, 0.068), (0.104, 0.152, 0.066)], 16)
    pieces.append(
        _plain(
            sweep(
                hand,
                np.interp(np.linspace(0, 1, 16), [0, 0.25, 0.6, 1], [0.014, 0.027, 0.026, 0.014]),
                sides=18,
                flat=0.72,
            )
        )
    )
    for line, radii in (
        ([(0.112, 0.140, 0.060), (0.084, 0.166, 0.058), (0.056, 0.168, 0.060)], [0.013, 0.010, 0.0015]),
        ([(0.106, 0.150, 0.076), (0.080, 0.178, 0.082), (0.054, 0.174, 0.070)], [0.012, 0.009, 0.0015]),
    ):
        finger = sweep(curve(line, 12), np.interp(np.linspace(0, 1, 12), [0, 0.5, 1], radii), sides=12)
        place = np.r_[np.repeat(np.linspace(0, 1, 12), 12), 0.0, 1.0]
        pieces.append(_plain(finger).with_data("tip", np.clip((place - 0.62) * 5, 0, 1)))
    return join(pieces)


def _leg(k: int) -> Shape:
    """The k-th right leg from the front: up and out, then down to a point."""
    y = 0.030 - 0.028 * k
    spread = (0.55, 0.15, -0.25, -0.70)[k]
    out = np.array([math.cos(spread), math.sin(spread)])
    root = np.array([0.078 - 0.006 * abs(k - 1), y])

    def at(r: float, z: float) -> tuple[float, float, float]:
        return (float(root[0] + r * out[0]), float(root[1] + r * out[1]), z)

    line = curve(
        [at(0.0, 0.054), at(0.035, 0.070), at(0.075, 0.082), at(0.105, 0.060), at(0.124, 0.026), at(0.134, 0.002)], 22
    )
    radii = np.interp(
        np.linspace(0, 1, 22), [0, 0.2, 0.45, 0.52, 0.75, 1.0], [0.010, 0.012, 0.009, 0.0095, 0.0065, 0.0012]
    )
    place = np.r_[np.repeat(np.linspace(0, 1, 22), 12), 0.0, 1.0]
    return _plain(sweep(line, radii, sides=12, flat=0.8)).with_data("tip", np.clip((place - 0.86) * 8, 0, 0.8))


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: its legs step only where it goes; its claws are never quite still."""
    size = thing.face_m / 0.15
    busy = 1.0 if performance.speed_m_s or performance.course else 0.12
    hinges = tuple(
        h._replace(reach=h.reach / busy * (3.0 if action.kind == "wave" else 1.0)) if h.name == "claw" else h
        for h in HINGES
    )
    return _small.moved(hinges, size, performance, length_m=0.25 * size, aside=True, busy=busy)
