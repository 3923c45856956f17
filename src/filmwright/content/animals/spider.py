"""A spider: a hairy body in two parts, eight jointed legs, eight shining eyes."""

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
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material, attribute
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("spider",)
EXAMPLE = "A spider in the jungle"
COLOR = "#3a2a20"
HOME = ("garden", "meadow", "park", "jungle")
SPEEDS = {"walk": 0.10, "run": 0.28}
ACTIONS = ("stand", "look_around", "wave")

_HIGH = 0.030
"""Height of the middle of its body, in metres: a large one, so that it is seen."""
_LEGS = ((0.020, 62.0, 0.128), (0.012, 22.0, 0.112), (0.002, -20.0, 0.114), (-0.007, -58.0, 0.138))
"""Where a leg of the right side begins along the body, which way it points from the side (degrees, ahead), and how far it reaches."""
HINGES = tuple(
    Hinge(f"leg {k}", (0.014, y, _HIGH), (0.0, 0.0, 1.0), 0.17, 2.2, 0.0, late=0.5 * (k % 2), apart=0.5)
    for k, (y, _, _) in enumerate(_LEGS)
)


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brown or black."""
    return quadruped.chosen(rng, member, COLOR, "#241d1a")


def build(params: Params) -> Thing:
    """The spider."""
    color = params.color
    shell = painted(
        varied(color, 120.0, 0.30), (shaded(color, 2.6), attribute("band")), (shaded(color, 0.3), attribute("dark"))
    )
    nodes = [_small.part(HINGES, "body", _body(), "shell"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    legs: list[tuple[str, F64, F64]] = []
    for k in range(4):
        line, radius = _leg(k)
        nodes += _small.pair(HINGES, f"leg {k}", _tube(line, radius), "shell")
        legs.append((f"leg {k}", line, radius))
    thing = Thing(
        nodes=(*nodes, _hairs(legs)),
        materials={
            "shell": Material(color=shell, roughness=0.55, specular=0.35, sheen=0.3),
            "eye": Material(color=(0.006, 0.005, 0.005), roughness=0.08, coat=1.0),
            "hair": Material(color=shaded(color, 1.5), roughness=0.6),
        },
        bones=_small.bones(HINGES),
        view_rad=0.55,
        face=(0.0, 0.02, _HIGH),
        face_m=0.15,
    )
    return things.scaled(thing, params.size)


def _body() -> Shape:
    """Head and chest in one, the abdomen behind; attributes `band` and `dark`."""
    front = ball(np.array([0.0175, 0.0215, 0.0110]), center=(0.0, 0.006, _HIGH), sides=40, levels=26)
    back = ball(np.array([0.0235, 0.0300, 0.0205]), center=(0.0, -0.042, _HIGH + 0.006), sides=44, levels=30)
    made = []
    for item, chest in ((front, True), (back, False)):
        p = item.points
        grooves = np.abs(np.sin(4.0 * np.arctan2(p[:, 0], p[:, 1] - 0.004))) < 0.16 if chest else np.zeros(len(p), bool)
        bands = (np.sin(420.0 * p[:, 1] + 60.0 * np.abs(p[:, 0])) > 0.55) & (p[:, 2] > _HIGH + 0.006) & (not chest)
        made.append(item.with_data("band", 0.55 * bands).with_data("dark", 0.8 * grooves))
    for sign in (-1, 1):
        jaw = sweep(
            [(sign * 0.0055, 0.020, _HIGH), (sign * 0.0060, 0.029, _HIGH - 0.003), (sign * 0.0050, 0.032, _HIGH - 0.014)],
            [0.0050, 0.0058, 0.0016], sides=14,
        )  # fmt: skip
        feeler = sweep(
            [(sign * 0.011, 0.020, _HIGH), (sign * 0.019, 0.036, _HIGH + 0.010), (sign * 0.018, 0.047, _HIGH - 0.004),
            (sign * 0.016, 0.052, _HIGH - 0.018)],
            [0.0030, 0.0030, 0.0026, 0.0022], sides=10,
        )  # fmt: skip
        for item in (jaw, feeler):
            made.append(
                item.with_data("band", np.zeros(len(item.points))).with_data("dark", np.full(len(item.points), 0.4))
            )
    for sign in (-1, 1):
        spinner = sweep(
            [(sign * 0.004, -0.070, _HIGH + 0.004), (sign * 0.006, -0.079, _HIGH + 0.006)], [0.0026, 0.0012], sides=8
        )
        made.append(
            spinner.with_data("band", np.zeros(len(spinner.points))).with_data("dark", np.zeros(len(spinner.points)))
        )
    return join(made)


def _eyes() -> Shape:
    spots = (
        (0.0030, 0.0245, 0.0085, 0.0026),
        (0.0078, 0.0230, 0.0080, 0.0018),
        (0.0042, 0.0265, 0.0045, 0.0014),
        (0.0098, 0.0205, 0.0070, 0.0012),
    )
    return join(ball(r, center=(s * x, y, _HIGH + z), sides=14, levels=10) for x, y, z, r in spots for s in (-1, 1))


def _leg(k: int) -> tuple[F64, F64]:
    """The middle line (n, 3) of a right leg: up to the knee, over, and down to the ground; its radii (n,)."""
    y, turn, reach = _LEGS[k]
    a = math.radians(turn)
    way = np.array([math.cos(a), math.sin(a), 0.0])
    rows = ((0.0, 0.0), (0.10, 0.012), (0.36, 0.036), (0.46, 0.036), (0.78, 0.002), (0.92, -0.022), (1.0, -0.0285))
    line = np.array([[0.014, y, _HIGH] + reach * out * way + [0.0, 0.0, up] for out, up in rows])
    return line, np.array([0.0046, 0.0052, 0.0046, 0.0040, 0.0034, 0.0026, 0.0018])


def _tube(line: F64, radius: F64) -> Shape:
    made = sweep(line, radius, sides=14)
    n = len(made.points)
    reach = np.linalg.norm(made.points - line[0], axis=1) / np.linalg.norm(line[-1] - line[0])
    joints = np.exp(-(((reach - 0.42) / 0.03) ** 2)) + np.exp(-(((reach - 0.74) / 0.03) ** 2))
    return made.with_data("band", 0.8 * np.clip(joints, 0, 1)).with_data("dark", np.zeros(n))


def _hairs(legs: list[tuple[str, F64, F64]]) -> Strands:
    """Bristles all over."""
    rng = np.random.default_rng(9)
    roots, ways, bones = [], [], []
    for middle, size, count in (
        ((0.0, 0.006, _HIGH), (0.0172, 0.0210, 0.0108), 900),
        ((0.0, -0.042, _HIGH + 0.006), (0.0230, 0.0295, 0.0200), 2200),
    ):
        out = rng.normal(size=(count, 3))
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        roots.append(np.array(middle) + out * size)
        ways.append(out + [0.0, -0.8, 0.1])
        bones += ["body"] * count
    for name, line, radius in legs:
        for side, sign in (("r", 1.0), ("l", -1.0)):
            count = 420
            t = rng.uniform(0.3, len(line) - 1.02, count)
            i = t.astype(int)
            at = line[i] + (t - i)[:, None] * (line[i + 1] - line[i])
            along = line[i + 1] - line[i]
            along /= np.linalg.norm(along, axis=1, keepdims=True)
            out = np.cross(along, rng.normal(size=(count, 3)))
            out /= np.linalg.norm(out, axis=1, keepdims=True)
            mirror = np.array([sign, 1.0, 1.0])
            roots.append((at + 0.8 * radius[i][:, None] * out) * mirror)
            ways.append((out + 0.7 * along) * mirror)
            bones += [f"{name}_{side}"] * count
    root, way = np.concatenate(roots), np.concatenate(ways)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    long = 0.0075 * rng.uniform(0.5, 1.2, len(root))
    t = np.linspace(0, 1, 4)
    points = root[:, None] + way[:, None] * (long[:, None] * t)[..., None]
    names = _small.bones(HINGES)
    weights = np.zeros((len(root), len(names)), np.float32)
    weights[np.arange(len(root)), [names.index(b) for b in bones]] = 1.0
    return Strands(
        name="bristles", points=points.astype(np.float32), radii=np.array([0.00034, 0.0003, 0.0002, 0.00004], np.float32), material="hair",
        root_data={"rest": root}, skin=strongest(weights),
    )  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    size = thing.face_m / 0.15
    going = bool(performance.speed_m_s or performance.course)
    busy = 1.0 if going else 0.06
    rate = 2.6 if going else 0.4
    hinges = tuple(
        h._replace(rate=rate, reach=h.reach * (4.0 if action.kind == "wave" and h.name == "leg 0" else 1.0))
        for h in HINGES
    )
    return _small.moved(hinges, size, performance, length_m=0.2 * size, busy=busy)
