"""A dragon: scales, horns, spikes along its back, wings of skin that beat, and fire if it is asked for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content import course, things
from filmwright.content.animals._anatomy import deeds, features, gait, quadruped, reptile, routine
from filmwright.content.animals._anatomy.coat import Where, fittings, painted, shaded, step, varied
from filmwright.content.animals._anatomy.features import Part, joined, outward, sided
from filmwright.content.animals._anatomy.flesh import jaw_frame
from filmwright.content.animals._anatomy.form import PAWED_FORE, PAWED_HIND, Ear, Eye, Form, Limb, Tail, stout
from filmwright.content.animals._anatomy.posing import motion_of
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._anatomy.skeleton import SIDES, Skeleton, head_frame, skeleton
from filmwright.content.figure.path import Path
from filmwright.content.figure.pose import about, about_axis, apply, smooth_step, wander
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Shapes
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mapping, mix, noise, op, remap
from filmwright.scene.shapes import Shape, join, rings, shape, sweep
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

WORDS = ("dragon",)
EXAMPLE = "A dragon in the mountains"
COLOR = "#7a1d16"
HOME = ("mountain", "volcano", "castle", "desert", "meadow")
CLIMBS = ("straight",)
CEILING_M = (5.0,)

FORM = Form(
    height_m=2.1,
    torso=(
        (-0.62, 0.80, 0.66, 0.04), (-0.54, 0.90, 0.56, 0.13), (-0.38, 0.955, 0.48, 0.19), (-0.15, 0.96, 0.42, 0.215),
        (0.10, 0.985, 0.38, 0.235), (0.30, 1.02, 0.40, 0.23), (0.44, 1.01, 0.46, 0.19), (0.54, 0.95, 0.56, 0.13),
        (0.60, 0.86, 0.66, 0.06),
    ),
    neck=((0.42, 0.80, 0.15, 0.20), (0.62, 1.02, 0.115, 0.15), (0.74, 1.26, 0.098, 0.122), (0.84, 1.47, 0.092, 0.11)),
    poll=(0.86, 1.50),
    head=0.50,
    pitch_deg=-20.0,
    skull=(
        (-0.08, 0.10, -0.12, 0.11), (0.04, 0.17, -0.17, 0.17), (0.18, 0.20, -0.16, 0.195), (0.32, 0.195, -0.125, 0.18),
        (0.46, 0.145, -0.10, 0.130), (0.62, 0.105, -0.085, 0.105), (0.78, 0.095, -0.08, 0.098), (0.90, 0.10, -0.075, 0.092),
        (0.97, 0.075, -0.065, 0.065), (1.0, 0.02, -0.05, 0.03),
    ),
    jaw=(
        (-0.08, 0.0, -0.10, 0.11), (0.06, 0.01, -0.10, 0.135), (0.25, -0.01, -0.095, 0.115), (0.50, -0.015, -0.085, 0.085),
        (0.74, -0.02, -0.08, 0.070), (0.84, -0.03, -0.07, 0.04), (0.87, -0.04, -0.05, 0.015),
    ),
    jaw_deg=13.0,
    lumps=(
        (0.34, 0.125, 0.165, 0.13, 0.055, 0.050), (0.14, 0.16, -0.08, 0.13, 0.07, 0.11), (0.90, 0.05, 0.085, 0.055, 0.035, 0.035),
        (0.62, 0.0, 0.115, 0.16, 0.03, 0.03),
    ),
    eye=Eye(0.385, 0.150, 0.105, 0.038, 0.50, (0.95, 0.55, 0.04), (0.22, 0.8), 0.70),
    ear=Ear(path=((0.10, 0.0, 0.0), (0.10, 0.02, 0.0), (0.10, 0.03, 0.0), (0.10, 0.04, 0.0)),
    half=(0.01, 0.01, 0.01, 0.005), hollow=(1.0, 0.3, 0.0)),
    fore=Limb(
        ((0.36, 0.90), (0.52, 0.62), (0.36, 0.46), (0.42, 0.20), (0.43, 0.07), (0.52, 0.03)), stout(PAWED_FORE, 1.25, 1.25), 0.17, 0.20
    ),
    hind=Limb(((-0.44, 0.80), (-0.24, 0.50), (-0.56, 0.26), (-0.48, 0.07), (-0.36, 0.03)), stout(PAWED_HIND, 1.35, 1.3), 0.16, 0.21),
    tail=Tail((
        (-0.56, 0.74, 0.135), (-0.90, 0.62, 0.105), (-1.25, 0.46, 0.078), (-1.60, 0.36, 0.055), (-1.95, 0.36, 0.036),
        (-2.28, 0.46, 0.014),
    )),
    foot="paw",
    foot_size=(0.24, 0.19),
    view_rad=0.72,
    look_rad=0.40,
    skull_power=2.6,
)  # fmt: skip

_WING_BONES = ("wing_r", "wing_l", "hand_r", "hand_l")
_ROOT, _WRIST = np.array([0.115, 0.33, 0.985]), np.array([0.98, 0.55, 1.02])
"""Of the right wing spread level, in heights."""
_FINGERS = ((1.95, 0.62), (2.08, 0.10), (1.82, -0.42), (1.36, -0.72))
"""Where its fingers end (x, y); chosen against bats."""
_HEM = (0.24, -0.52)  # where it ends at the flank
_FIRE = "fire in"
_BREATH_S = 2.6  # between two breaths of fire; chosen
_BEAT_S = 0.95  # of the wings; chosen


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Red, green or nearly black."""
    chosen = quadruped.chosen(rng, member, COLOR, "#2d4a22", "#26262b")
    done = {a.kind for a in (member.action, *member.then) if a is not None}
    return chosen._replace(doing="breathe_fire") if "breathe_fire" in done else chosen


def build(params: Params) -> Thing:
    """The dragon."""
    color = params.color
    breathes = params.doing == "breathe_fire"
    form = FORM._replace(jaw_deg=24.0) if breathes else FORM
    skin = painted(
        varied(color, 2.0, 0.30),
        (shaded(color, 0.35), attribute("deep")),
        (_belly(color), attribute("pale")),
        ((0.02, 0.012, 0.010), attribute("groove")),
        ((0.22, 0.03, 0.025), attribute("pink")),
    )
    fits = fittings(shaded(color, 0.4), FORM.eye.iris) | {"tooth": features.ivory(), "horn": _horn()}
    coat = quadruped.Coat(_masks, reptile.scales(skin, FORM.height_m), fits)
    made = quadruped.build(form, coat, params._replace(doing="", flying=False), _more)
    grown = form._replace(height_m=FORM.height_m * params.size * 1.0)
    h, skel = grown.height_m, skeleton(grown)
    own = (*made.bones, *_WING_BONES)
    nodes = list(made.nodes)
    for name, item, material in _wings(h):
        nodes.append(things.mesh(name, item, material, sharp_rad=None, weights=_carried(item, own, h)))
    lamps = made.lamps
    if breathes:
        flame = _flame(grown, skel)
        weights = np.zeros((len(flame.points), len(own)))
        weights[:, own.index("head")] = 1.0
        mouth = _mouth(grown, skel)[0]
        deltas = (mouth - flame.points)[None].astype(np.float32)
        shapes = Shapes(units=(_FIRE,), rows=np.arange(len(flame.points)), deltas=deltas, weights=np.zeros((1, 1)))
        mesh = things.mesh("flame", flame, "flame", sharp_rad=None, weights=weights, shadow=False)
        nodes.append(mesh.model_copy(update={"shapes": shapes}))
        at = mouth + _mouth(grown, skel)[1] * 0.9 * h
        lamps = (
            things.lamp("dragon fire", things.point(at), 260.0 * h * h, (1.0, 0.42, 0.13), size_m=0.5 * h, flicker=0.3),
        )
    return replace(
        made,
        nodes=tuple(nodes),
        bones=own,
        materials={**made.materials, "membrane": _membrane(color), "flame": _fire()},
        lamps=lamps,
        lift_m=2.4 * params.size if params.flying else 0.0,
    )


def _belly(color: Color) -> Color:
    """The plates below: sand with some of the color."""
    r, g, b = (0.5 * c + 0.5 * s for c, s in zip(shaded(color, 1.6), (0.50, 0.36, 0.18)))
    return (r, g, b)


def _horn() -> Material:
    """Horns, spikes and claws: dark at the root, bone at the tip."""
    rings_ = noise(mapping(coords("rest"), scale=(3.0, 3.0, 3.0)), scale=6.0, detail=3.0)
    return Material(
        color=mix((0.10, 0.075, 0.05), (0.34, 0.27, 0.18), remap(rings_, 0.35, 0.7)), roughness=0.42, coat=0.25,
        bumps=(Bump(height=rings_, strength=0.3, distance_m=0.01),),
    )  # fmt: skip


def _masks(at: Where) -> dict[str, F64]:
    n = at.cloud(4.0, 3)
    # Broad plates under the neck and the belly.
    below = at.under * (at.trunk + at.neck + 0.8 * at.tail) * step(np.abs(at.x), 0.16, 0.08)
    front = at.neck * at.ahead * step(np.abs(at.x), 0.10, 0.06)
    pale = np.maximum(below, front)
    along = at.y * 13.0 + 9.0 * at.z
    groove = 0.7 * pale * step(np.abs(((along) % 1.0) - 0.5), 0.10, 0.03)
    mouth = (
        at.head
        * step(at.u, 0.22, 0.34)
        * step(np.abs(at.hz + 0.115 + 0.10 * (at.u - 0.3)), 0.055, 0.02)
        * step(at.hx, 0.095, 0.07)
    )
    nostril = np.exp(-(((at.u - 0.935) / 0.022) ** 2 + ((at.hx - 0.055) / 0.018) ** 2 + ((at.hz - 0.10) / 0.02) ** 2))
    deep = np.maximum(0.7 * at.back * (at.trunk + at.neck + at.tail), 0.5 * step(n, 0.25, 0.7) * (at.trunk + at.leg))
    return {"pale": pale, "groove": np.maximum(groove, nostril), "deep": deep * (1 - pale), "pink": mouth}


def _more(form: Form, skel: Skeleton) -> Sequence[Part]:
    """Horns, teeth, spikes, the blade at the end of the tail."""
    frame, length, h = head_frame(skel.joints), form.head * form.height_m, form.height_m
    pieces: list[tuple[Shape, str]] = []
    horns = (
        (((0.10, 0.095, 0.14), (-0.10, 0.14, 0.24), (-0.34, 0.18, 0.30), (-0.60, 0.19, 0.26), (-0.80, 0.16, 0.34)), 0.062),
        (((0.06, 0.165, 0.02), (-0.08, 0.24, 0.03), (-0.24, 0.28, 0.02), (-0.38, 0.27, 0.06)), 0.040),
        (((0.10, 0.165, -0.10), (-0.02, 0.22, -0.13), (-0.14, 0.25, -0.13), (-0.24, 0.25, -0.10)), 0.030),
        (((0.42, 0.115, 0.17), (0.36, 0.135, 0.23), (0.27, 0.145, 0.27)), 0.026),
        (((0.86, 0.0, 0.09), (0.845, 0.0, 0.14), (0.80, 0.0, 0.18)), 0.030),
    )  # fmt: skip
    for path, thick in horns:
        line = [frame.at(u, x, z, length) for u, x, z in path]
        horn = outward(sweep(line, length * thick * np.linspace(1.0, 0.06, len(line)), sides=14))
        pieces += [(sided(horn, sign), "head") for _, sign in SIDES]
    jaw = jaw_frame(form, skel)
    for u, z, tall in ((0.70, -0.085, 0.10), (0.52, -0.09, 0.075)):
        line = [jaw.at(u - 0.08 * t, 0.02, z + 0.03 - tall * t, length) for t in (0.0, 0.5, 1.0)]
        pieces += [
            (sided(outward(sweep(line, length * np.array([0.022, 0.014, 0.002]), sides=8)), sign), "head")
            for _, sign in SIDES
        ]
    tip = np.array([0.0, form.tail.rows[-1][0], form.tail.rows[-1][1]])
    before = np.array([0.0, form.tail.rows[-2][0], form.tail.rows[-2][1]])
    way = (tip - before) / np.linalg.norm(tip - before)
    spade = sweep(
        [(tip - 0.06 * way + d * way) * h for d in (0.0, 0.10, 0.22, 0.36)],
        h * np.array([0.02, 0.10, 0.065, 0.004]),
        sides=16,
        flat=0.18,
    )
    last = [n for n in skel.bones if n.startswith("tail_")][-1]
    pieces.append((outward(spade), last))
    row = (0.05, 0.085, 0.10, 0.075, 0.06, 0.045, 0.03, 0.02)
    return [
        joined("horns", "horn", skel, pieces),
        *reptile.teeth(form, skel, upper=(0.42, 0.96, 12), lower=(0.30, 0.83, 10), tall=(0.070, 0.055), wide=0.015),
        *reptile.spikes(form, skel, row, 34, first=0.03),
    ]


def _wings(h: float) -> list[tuple[str, Shape, str]]:
    """Arms and fingers, and the skin between them, of both wings spread level."""
    bones_, skin = [], []
    root, wrist = _ROOT, _WRIST
    tips = [np.array([x, y, 1.0]) for x, y in _FINGERS]
    elbow = np.array([0.46, 0.20, 1.03])
    arm = sweep(np.array([root - [0.07, 0.0, 0.06], root, elbow, wrist]), [0.085, 0.070, 0.050, 0.040], sides=14)
    bones_.append(arm)
    for k, tip in enumerate(tips):
        middle = 0.5 * (wrist + tip) + np.array([0.06 - 0.03 * k, 0.07 - 0.03 * k, 0.05])
        bones_.append(sweep(np.array([wrist, middle, tip]), [0.030, 0.022, 0.006], sides=10))
    bones_.append(
        sweep(np.array([wrist, wrist + [0.03, 0.09, 0.03], wrist + [0.0, 0.17, 0.01]]), [0.028, 0.018, 0.003], sides=10)
    )
    flank = np.array([*_HEM, 0.90])
    edges = [
        np.array([wrist, 0.5 * (wrist + tip) + np.array([0.06 - 0.03 * k, 0.07 - 0.03 * k, 0.05]), tip])
        for k, tip in enumerate(tips)
    ]
    for one, two in itertools.pairwise(edges):
        skin.append(_web(one, two, 0.16))
    skin.append(_web(edges[-1], np.array([elbow, 0.5 * (elbow + flank) + [0.04, 0.0, 0.0], flank]), 0.14))
    skin.append(
        _web(
            np.array([elbow, 0.5 * (elbow + flank) + [0.04, 0.0, 0.0], flank]),
            np.array([root, 0.5 * (root + flank), flank + [-0.06, 0.1, 0.0]]),
            0.05,
        )
    )
    # The skin before the elbow.
    skin.append(
        _web(
            np.array([root, 0.5 * (root + elbow), elbow]),
            np.array([root + [0.0, 0.06, 0.0], 0.5 * (root + wrist) + [0.0, 0.03, 0.0], wrist]),
            0.0,
        )
    )
    out: list[tuple[str, Shape, str]] = []
    for name, item, material in (
        ("wing bones", join(outward(b) for b in bones_), "coat"),
        ("wing skin", join(skin), "membrane"),
    ):
        whole = join([item, item.mirrored(0)]).scaled(h)
        if material == "coat":
            for mask in ("pale", "groove", "deep", "pink"):
                whole = whole.with_data(mask, np.zeros(len(whole.points)))
        out.append((name, whole, material))
    return out


def _web(one: F64, two: F64, scallop: float) -> Shape:
    """Skin between two fingers (3, 3) each, its free edge drawn in by a share; attribute `across` is 0 at the fingers, 1 between them."""
    rows, wide = 15, 11
    t = np.linspace(0.0, 1.0, rows)

    def on(line: F64, s: F64) -> F64:
        return np.asarray(
            np.outer((1 - s) ** 2, line[0])
            + np.outer(2 * s * (1 - s), 2 * line[1] - 0.5 * (line[0] + line[2]))
            + np.outer(s**2, line[2])
        )

    f = np.linspace(0.0, 1.0, wide)
    points = []
    for share in f:
        hang = 4 * share * (1 - share)
        s = t * (1 - scallop * hang)
        line = on(one, s) * (1 - share) + on(two, s) * share
        line[:, 2] -= 0.05 * hang * np.sin(np.pi * 0.8 * t)
        points.append(line)
    stack = np.array(points)
    index = np.arange(wide * rows).reshape(wide, rows)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1).reshape(-1, 4)
    made = shape(stack.reshape(-1, 3), faces)
    return made.with_data("across", np.repeat(4 * f * (1 - f), rows)).with_data("out", np.tile(t, wide))


def _carried(item: Shape, names: tuple[str, ...], h: float) -> F64:
    """Weights of a wing: the arm's skin goes with the shoulder, the fingers with the wrist, the hem with the body."""
    x, y = np.abs(item.points[:, 0]) / h, item.points[:, 1] / h
    hand = smooth_step(x + 0.25 * (y + 0.1), 0.72, 1.10)
    body = (1 - smooth_step(x, 0.10, 0.34)) * (1 - smooth_step(y, -0.15, 0.25))
    out = np.zeros((len(x), len(names)))
    right = item.points[:, 0] >= 0
    for side, own in (("r", right), ("l", ~right)):
        out[own, names.index(f"hand_{side}")] = (hand * (1 - body))[own]
        out[own, names.index(f"wing_{side}")] = ((1 - hand) * (1 - body))[own]
    out[:, names.index("chest")] += body
    return out


def _membrane(color: Color) -> Material:
    """Skin with veins that light comes through."""
    veins = noise(mapping(coords("rest"), scale=(1.0, 1.6, 1.0)), scale=5.0, detail=5.0, roughness=0.7)
    line = remap(op("abs", veins - 0.5), 0.0, 0.05, 1.0, 0.0)
    tone = mix(shaded(color, 0.85), shaded(color, 1.9), attribute("across"))
    return Material(
        color=mix(tone, shaded(color, 0.4), line * 0.6), roughness=0.55, specular=0.3, subsurface=0.0, sheen=0.2,
        bumps=(Bump(height=veins, strength=0.5, distance_m=0.02),),
    )  # fmt: skip


def _mouth(form: Form, skel: Skeleton) -> tuple[F64, F64]:
    """Where fire leaves the mouth, and which way (3,)."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    way = frame.forward - 0.24 * frame.up
    return frame.at(0.74, 0.0, -0.14, length), way / np.linalg.norm(way)


def _flame(form: Form, skel: Skeleton) -> Shape:
    """Tongues of fire one within the other; point data "up" 0 at the mouth, 1 at their tips."""
    mouth, way = _mouth(form, skel)
    side = np.array([1.0, 0.0, 0.0])
    up = np.cross(side, way)
    rng = np.random.default_rng(4)
    made = []
    for k in range(9):
        long = form.height_m * (1.75 if k == 0 else float(rng.uniform(0.85, 1.55)))
        turn = rng.uniform(-0.10, 0.10, 2) if k else np.zeros(2)
        t = np.linspace(0, 1, 40)
        wide = form.height_m * (
            0.030 + (0.20 if k == 0 else 0.13) * np.sin(math.pi * t**0.9 * 0.98) ** 0.9 * (0.25 + 0.75 * t)
        )
        line = mouth + np.outer(long * t, way) + np.outer(long * t**1.3, turn[0] * side + turn[1] * up)
        line += np.outer(
            0.05 * form.height_m * np.sin(6.0 * t + 1.7 * k) * t, np.cos(1.3 * k) * side + np.sin(1.3 * k) * up
        )
        line += np.outer(0.10 * long * t**2, [0.0, 0.0, 1.0])
        around = np.linspace(0, 2 * math.pi, 28, endpoint=False)
        stack = line[:, None] + wide[:, None, None] * (np.cos(around)[:, None] * side + np.sin(around)[:, None] * up)
        made.append(rings(stack, caps=False).with_data("up", np.repeat(t, 28)))
    return join(made)


def _streaming(scale: float, speed: float) -> Expr:
    """Rest position drawn out ahead, streaming `speed` features a second."""
    still = mapping(coords("rest"), scale=(scale, 0.45 * scale, scale))
    return op("vadd", still, op("combine", 0.0, op("time") * -speed, op("time") * speed * 0.3))


def _fire() -> Material:
    """Flames: white hot at the mouth, torn and red at their ends."""
    up = attribute("up")
    torn = noise(_streaming(3.2, 5.0), scale=1.0, detail=3.0, distortion=0.8)
    body = remap(op("facing"), 0.10, 0.9, 1.0, 0.0, smooth=True)
    holes = remap(torn - up * 0.30, 0.20, 0.46, 0.0, 1.0, smooth=True)
    color = mix((1.0, 0.50, 0.12), (1.0, 0.16, 0.015), remap(up, 0.05, 0.75))
    return Material(
        model="glow", emission=color, emission_strength=body * holes * remap(up, 1.0, 0.75) * mix(4.6, 2.6, up), haze=False,
        preview=(1.0, 0.5, 0.1),
    )  # fmt: skip


SPEEDS = {k: v for k, v in gait.speeds(1.4).items() if k in ("walk", "run")} | {
    "fly": 7.0, "soar": 7.0, "glide": 7.0, "hover": 0.3, "take_off": 4.0, "land": 4.0,
}  # fmt: skip
ACTIONS = (
    "stand", "look_around", "roar", "howl", "smell", "sniff", "lie", "rest", "sleep", "sit", "shake_head", "breathe_fire", "flap_wings",
)  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    form = quadruped.built_from(FORM, thing)
    skel = skeleton(form)
    done = {turn.kind for turn in performance.course} or {action.kind}
    kind = "howl" if action.kind == "roar" else action.kind
    t = performance.times_s
    if performance.course:
        ground = routine.moved(form, skel, performance, gait.TROT, 0.12)
        high = course.high(performance.course, t)
    else:
        plain = "stand" if kind in ("breathe_fire", "flap_wings") else kind
        aloft = kind in course.ALOFT
        ground = quadruped.moved(
            FORM,
            thing,
            "stand" if aloft else plain,
            performance._replace(speed_m_s=None) if aloft else performance,
            run=gait.TROT,
            wag=0.12,
        )
        high = np.full(len(t), 1.0 if aloft else 0.0)
    share = smooth_step(high, 0.01, 0.25)
    made = ground
    if share.max() > 0.0:
        made = _blended(ground, _flying(form, skel, performance, high), share)
    return _with_wings(
        form, made, performance, np.maximum(share, 0.75 * ("flap_wings" in done)), "breathe_fire" in done
    )


def _flying(form: Form, skel: Skeleton, performance: Performance, high: F64) -> Motion:
    """The body in the air: neck and tail stretched, the legs drawn up."""
    t, h = performance.times_s, form.height_m
    speed = performance.speed_m_s or 0.0
    s = course.gone(performance.course, t) if performance.course else speed * t
    path = Path(performance.path, performance.facing_yaw_rad, float(np.abs(s).max()) + h, performance.begin)
    ground = path.height(s, performance.ground, 2.0)
    place = np.column_stack([path.spot(s), ground + performance.high_m * high])
    pose = deeds.idle(form, skel, performance._replace(ground=lambda x, y: 0.0 * x), 0.10)
    beat = 2 * math.pi * t / _BEAT_S
    bob = -0.05 * h * np.sin(beat - 0.5)
    feet = pose.feet.copy()
    feet[:, :, 2] += 0.34 * h
    feet[:, (0, 2), 1] -= 0.42 * h
    feet[:, (1, 3), 1] -= 0.05 * h
    feet[:, :, 2] += (bob - 0.02 * h * np.sin(beat))[:, None]
    pose = pose._replace(
        feet=feet,
        rise=bob,
        pitch=pose.pitch + 0.07 + 0.02 * np.sin(beat),
        neck=pose.neck - 0.30 + 0.05 * np.sin(beat - 0.8),
        head_nod=pose.head_nod + 0.12,
        head_yaw=0.5 * pose.head_yaw,
        tail=0.10 * np.sin(0.5 * beat),
    )
    return motion_of(form, skel, pose, place, path.yaw(s))


def _blended(one: Motion, two: Motion, part: F64) -> Motion:
    """From the ground into the air, as `part` (F,) goes from 0 to 1."""
    w = part[:, None, None]
    sign = np.where(np.sum(one.rotations * two.rotations, -1) < 0, -1.0, 1.0)[..., None]
    turned: F64 = np.asarray(one.rotations * (1 - w) + sign * two.rotations * w, float)
    turned = turned / np.maximum(np.linalg.norm(turned, axis=-1, keepdims=True), 1e-9)
    root: F64 = np.asarray(one.root * (1 - part)[:, None] + two.root * part[:, None])
    yaw: F64 = np.asarray(one.facing_yaw_rad * (1 - part) + two.facing_yaw_rad * part)
    return Motion(one.bones, np.asarray(one.locations * (1 - w) + two.locations * w), turned, root, yaw)


def _with_wings(form: Form, motion: Motion, performance: Performance, spread: F64, breathes: bool) -> Motion:
    """The motion with that of the wings: raised half folded, or beating as far as `spread` (F,) says; and the fire."""
    t, h = performance.times_s, form.height_m
    own = t + 5.3 * performance.phase
    chest = motion.bones.index("chest")
    base = Rotation.from_quat(motion.rotations[:, chest], scalar_first=True).as_matrix()
    at = motion.locations[:, chest]
    beat = 2 * math.pi * own / _BEAT_S
    breath = wander(own, 3.0, 1.0)
    # Held up and back on the ground; level, and down and up, in the air.
    lift = (52.0 + 3.0 * breath) * (1 - spread) + (12.0 + 38.0 * np.sin(beat)) * spread
    sweep_ = (38.0 + 2.0 * breath) * (1 - spread) + (6.0 - 10.0 * np.cos(beat)) * spread
    curl = (46.0 + 4.0 * breath) * (1 - spread) + (4.0 + 16.0 * np.cos(beat)) * spread
    bend = (8.0) * (1 - spread) + (-22.0 * np.sin(beat - 1.1)) * spread
    rotations, locations = [], []
    placed: dict[str, tuple[F64, F64]] = {}
    for side, sign in (("r", 1.0), ("l", -1.0)):
        root, wrist = _ROOT * [sign, 1.0, 1.0] * h, _WRIST * [sign, 1.0, 1.0] * h
        arm = base @ about("y", -sign * lift) @ about("z", -sign * sweep_)
        origin = apply(base, root) + at
        placed[f"wing_{side}"] = (arm, origin - apply(arm, root))
        joint = apply(arm, wrist) + placed[f"wing_{side}"][1]
        hand = arm @ about_axis(np.array([0.0, 0.0, 1.0]), -sign * curl) @ about("y", -sign * bend)
        placed[f"hand_{side}"] = (hand, joint - apply(hand, wrist))
    for name in _WING_BONES:
        turn, place = placed[name]
        rotations.append(Rotation.from_matrix(turn).as_quat(scalar_first=True))
        locations.append(place)
    u = (own % _BREATH_S) / _BREATH_S
    out = smooth_step(u, 0.08, 0.20) * (1 - smooth_step(u, 0.78, 0.92)) if breathes else np.zeros(len(t))
    return Motion(
        (*motion.bones, *_WING_BONES),
        np.concatenate([motion.locations, np.stack(locations, 1)], axis=1),
        np.concatenate([motion.rotations, np.stack(rotations, 1)], axis=1),
        motion.root,
        motion.facing_yaw_rad,
        {_FIRE: 1.0 - out},
    )
