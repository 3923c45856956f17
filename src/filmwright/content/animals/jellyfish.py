"""A jellyfish: a bell one sees through that beats, frilled arms and a veil of tentacles that trail after it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import chains, spine
from filmwright.content.animals._swimming.chains import Chain
from filmwright.content.figure.pose import about_axis, apply, smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material, Value, attribute, op, remap
from filmwright.scene.shapes import Shape, curve, lathe, rings, sweep
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

WORDS = ("jellyfish",)
EXAMPLE = "A jellyfish drifts under water"
COLOR = "#f2a07a"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 0.35, "walk": 0.25, "run": 0.6}
ACTIONS = ("stand", "look_around")

_RADIUS_M = 0.30  # of the bell
_TALL_M = 1.05  # from the tips of the tentacles to the top
_RIM_M = 0.80  # height of the bell's rim
_LIFT_M = 0.75
_SECTORS = 12
_PULSE_S = 2.1
_PROFILE = ((0.02, 0.250), (0.10, 0.243), (0.17, 0.215), (0.235, 0.160), (0.28, 0.085), (0.300, 0.015), (0.292, -0.030))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Amber and rose."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The jellyfish."""
    nodes: list[Mesh] = []
    bones = _bones()
    bell = _bell()
    nodes.append(things.mesh("bell", bell, "bell", sharp_rad=None, weights=_bell_weights(bell)))
    inner = bell.moved((0.0, 0.0, -_RIM_M)).scaled((0.86, 0.86, 0.88)).moved((0.0, 0.0, _RIM_M))
    nodes.append(things.mesh("inside", inner, "inside", sharp_rad=None, weights=_bell_weights(inner)))
    for chain in _chains():
        frilled = chain.name.startswith("arm")
        made, along = (_frill if frilled else _thread)(chain)
        share = chains.weights(bones, chain, made, along)
        nodes.append(things.mesh(chain.name, made, "frill" if frilled else "thread", sharp_rad=None, weights=share))
    thing = Thing(
        nodes=tuple(nodes),
        materials=_materials(params.color),
        bones=bones,
        view_rad=0.3,
        face=(0.0, 0.0, _RIM_M + 0.10),
        face_m=0.75,
        lift_m=_LIFT_M,
    )
    return things.scaled(thing, params.size)


def _bones() -> tuple[str, ...]:
    rim = tuple(f"rim_{k}" for k in range(_SECTORS))
    return ("bell", *rim, *(bone for chain in _chains() for bone in chain.bones))


def _chains() -> tuple[Chain, ...]:
    """Twelve tentacles on the rim, four arms under the middle."""
    out = []
    rng = np.random.default_rng(12)
    down = np.array([0.0, 0.0, -1.0])
    for k in range(_SECTORS + 4):
        arm = k >= _SECTORS
        turn = 2 * math.pi * (k + 0.5) / _SECTORS if not arm else math.pi / 2 * (k - _SECTORS) + 0.4
        way = np.array([math.cos(turn), math.sin(turn), 0.0])
        root = way * (0.05 if arm else 0.285) + np.array([0.0, 0.0, _RIM_M + (0.10 if arm else -0.02)])
        long = 0.62 if arm else rng.uniform(0.55, 0.77)
        points = root + np.outer(np.linspace(0, 1, 6) * long, down) + np.outer(0.03 * np.linspace(0, 1, 6), way)
        parent = "bell" if arm else f"rim_{k}"
        curl = np.array([-way[1], way[0], 0.0])
        reach = (0.10, 0.10) if arm else (0.16, 0.14)
        out.append(
            Chain(
                f"{'arm' if arm else 'tentacle'}{k}",
                points,
                parent,
                curl,
                way,
                reach,
                (2.99, 1.1),
                0.75,
                rng.uniform(0, 6),
            )
        )
    return tuple(out)


def _bell() -> Shape:
    """The dome, its rim scalloped; `place` is 0 at the top, 1 at the rim."""
    sides = 96
    rows = curve(_PROFILE, 26)
    made = lathe(rows[::-1], sides=sides, caps=False)
    turn = np.arctan2(made.points[:, 1], made.points[:, 0])
    place = np.repeat(np.linspace(1, 0, 26), sides)
    lobes = 0.014 * np.cos(16 * turn) * smooth_step(place, 0.75, 1.0)
    points = made.points + np.column_stack([0 * lobes, 0 * lobes, lobes])
    ribs = 0.5 + 0.5 * np.cos(16 * turn)
    made = made._replace(points=points).moved((0.0, 0.0, _RIM_M))
    return made.with_data("place", place).with_data("rib", ribs)


def _bell_weights(item: Shape) -> F64:
    """The top goes with the bell, the rim with the two nearest of its sectors."""
    out = np.zeros((len(item.points), len(_bones())))
    rim = smooth_step(item.data["place"], 0.35, 0.95)
    at = (np.arctan2(item.points[:, 1], item.points[:, 0]) / (2 * math.pi) * _SECTORS - 0.5) % _SECTORS
    low = np.floor(at).astype(int) % _SECTORS
    rows = np.arange(len(at))
    out[:, 0] = 1 - rim
    out[rows, 1 + low] = rim * (1 - at % 1.0)
    out[rows, 1 + (low + 1) % _SECTORS] += rim * (at % 1.0)
    return out


def _thread(chain: Chain) -> tuple[Shape, F64]:
    line = curve(chain.points, 30)
    made = sweep(line, np.linspace(0.0042, 0.0014, 30), sides=6)
    return made.with_data("place", 1.0), np.r_[np.repeat(np.linspace(0, 1, 30), 6), 0.0, 1.0]


def _frill(chain: Chain) -> tuple[Shape, F64]:
    """A ribbon, folded to and fro, narrower downwards."""
    count, wide = 60, 9
    line = curve(chain.points, count)
    s, q = np.linspace(0, 1, count), np.linspace(-1, 1, wide)
    half = 0.045 * (1 - 0.80 * s) * (0.7 + 0.3 * np.sin(9 * s + chain.phase))
    rows = []
    for k in range(count):
        fold = 0.030 * (1 - 0.6 * s[k]) * np.sin(34 * s[k] + chain.phase + 2.2 * q) * np.abs(q)
        twist = 1.6 * s[k] + chain.phase
        side = np.cos(twist) * chain.curl + np.sin(twist) * chain.sway
        out = np.cos(twist) * chain.sway - np.sin(twist) * chain.curl
        rows.append(line[k] + np.outer(half[k] * q, side) + np.outer(fold, out))
    made = rings(np.array(rows), around=False, caps=False)
    return made.with_data("place", np.repeat(s, wide)), np.repeat(s, wide)


def _materials(color: Color) -> dict[str, Material]:
    # Emission seen through alpha costs no sample: skin so thin is lit from all sides alike, more from above.
    grazing = op("facing")
    sky = remap(op("z", op("normal")), -0.6, 1.0, 0.22, 0.85)
    ribbed = painted(
        shaded(color, 1.15), (shaded(color, 0.45), attribute("rib") * remap(attribute("place"), 0.10, 0.8) * 0.8)
    )
    pale = painted(ribbed, ((0.95, 0.90, 0.88), remap(grazing, 0.45, 0.95) * 0.6))

    def film(own: Value, alpha: Value, strength: Value) -> Material:
        return Material(model="emission", emission=own, emission_strength=strength, alpha=alpha, preview=color)

    return {
        "bell": film(pale, remap(grazing, 0.20, 0.92, 0.10, 0.85), sky),
        "inside": film(shaded(color, 0.7), 0.14, sky),
        "frill": film(painted(color, ((0.95, 0.88, 0.84), 0.4)), 0.75, sky * 0.8),
        "thread": film(shaded(color, 0.9), 0.8, 0.5),
    }


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """It beats, rises a little with each beat and sinks again; on its way it leans ahead."""
    size = thing.face_m / 0.75
    t = performance.times_s
    place, facing = spine.way(performance, _TALL_M * size)
    beat = (t / _PULSE_S) % 1.0
    # Closed quickly, opened slowly.
    closed = smooth_step(beat, 0.0, 0.28) * (1 - smooth_step(beat, 0.34, 0.95))
    rise = 0.035 * np.sin(2 * math.pi * (t / _PULSE_S - 0.30)) * size
    place = place + np.outer(rise, [0.0, 0.0, 1.0])
    lean = about_axis(np.array([1.0, 0.0, 0.0]), np.full(len(t), -20.0 if performance.speed_m_s else -4.0))
    middle = np.array([0.0, 0.0, _RIM_M]) * size
    turns, places = {"bell": lean}, {"bell": middle - apply(lean, middle)}
    for k in range(_SECTORS):
        turn = 2 * math.pi * (k + 0.5) / _SECTORS
        way = np.array([math.cos(turn), math.sin(turn), 0.0])
        pivot = (0.19 * way + [0.0, 0.0, _RIM_M + 0.17]) * size
        local = about_axis(np.array([-way[1], way[0], 0.0]), np.degrees(0.42 * closed - 0.10))
        turns[f"rim_{k}"] = lean @ local
        places[f"rim_{k}"] = apply(lean, pivot) + places["bell"] - apply(turns[f"rim_{k}"], pivot)
    chains.place_on([c._replace(points=c.points * size) for c in _chains()], turns, places, t)
    return chains.in_world(thing.bones, turns, places, place, facing)
