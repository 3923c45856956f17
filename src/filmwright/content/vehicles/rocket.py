"""A rocket ready on its pad: white with black squares, fins of its color, a pointed nose, the tower beside it."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene import noise
from filmwright.scene.shade import Material, attribute, coords, mapping, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings
from filmwright.spec.shot import Member

WORDS = ("rocket", "space rocket")
EXAMPLE = "A rocket in a desert"
COLOR = "red"
HOME = ("launch_pad", "desert", "studio")
SPEEDS = {"launch": 0.05, "take_off": 0.05}
CLIMBS = ("straight",)
CEILING_M = (24.0,)
STAYS = ("rocket pad", "rocket tower", "rocket smoke")
_BASE_M = 1.5  # height of the nozzles over the pad
_WIDE_M = 1.25  # radius


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The rocket somebody asked for."""
    kind = member.action.kind if member.action is not None else ""
    return things.asked(rng, member, COLOR)._replace(action=kind if kind in SPEEDS else "")


def build(params: Asked) -> Thing:
    """The rocket, 17 m tall."""
    r, z = _WIDE_M, _BASE_M
    profile = curve(
        [(0.80 * r, z), (0.93 * r, z + 1.3), (r, z + 3.0), (r, z + 6.5), (0.985 * r, z + 9.0), (0.86 * r, z + 11.2), (0.60 * r, z + 13.2),
         (0.28 * r, z + 14.8), (0.05 * r, z + 15.6)], 140,
    )  # fmt: skip
    body = lathe(profile, sides=96)
    body = forms.slotted(body, lambda m: _livery(m, z))
    fins = [_fin(z)]
    nozzle = [forms.turned([(0.30, 0.0), (0.42, 0.0), (0.62, -0.95), (0.58, -0.95), (0.38, -0.05)], (0, 0, z + 0.05))]
    glass, rims = [], []
    for up, size in ((9.3, 0.36), (7.7, 0.28)):
        out = float(np.interp(z + up, profile[:, 1], profile[:, 0]))
        glass.append(
            forms.turned(
                [(size, -0.1), (size, 0.02), (size * 0.7, 0.06), (0.001, 0.08)], (0, out - 0.02, z + up), axis="y"
            )
        )
        rims.append(forms.hoop(size + 0.03, 0.06, (0, out + 0.01, z + up), axis="y"))
    hoops = [
        forms.hoop(float(np.interp(z + up, profile[:, 1], profile[:, 0])) + 0.004, 0.022, (0, 0, z + up), flat=2.0)
        for up in (2.2, 6.2, 10.4)
    ]
    mast = forms.rod((0, 0, z + 15.5), (0, 0, z + 16.6), (0.05, 0.015))
    pad = [forms.turned([(4.4, 0.0), (4.4, 0.12), (4.3, 0.18), (0.001, 0.18)], sides=64)]
    nodes = (
        things.mesh("rocket body", body, "white", "paint", "black", sharp_rad=None),
        things.mesh("rocket fins", join(fins), "paint"),
        things.mesh("rocket metal", join([*nozzle, *rims, *hoops, mast]), "metal"),
        things.mesh("rocket glass", join(glass), "glass"),
        things.mesh("rocket pad", join(pad), "concrete"),
        things.mesh("rocket tower", _tower(), "tower"),
    )
    lit = (
        things.mesh("rocket flame", _flame(z - 0.85), "flame", sharp_rad=None, shadow=False),
        things.mesh("rocket smoke", _smoke(), "smoke", sharp_rad=None),
    )
    glare = things.lamp("rocket light", (0.0, -1.4, z - 1.2), 9000.0, (1.0, 0.62, 0.28), size_m=1.6, flicker=0.25)
    thing = Thing(
        nodes=(*nodes, *lit) if params.action else nodes,
        lamps=(glare,) if params.action else (),
        materials={
            "flame": _fire(),
            "smoke": _cloud(),
            "white": things.made_of("lacquer", (0.72, 0.72, 0.70)),
            "paint": things.made_of("lacquer", params.color),
            "black": things.made_of("lacquer", (0.02, 0.02, 0.022)),
            "metal": _parts.plain("metal", "#9a9da1"),
            "glass": _coach.glass(),
            "concrete": _parts.plain("stone", "#8d8a84"),
            "tower": _parts.plain("lacquer", "#7a2b1c"),
        },
        view_rad=0.35,
    )
    return things.scaled(thing, params.size)


def _flame(top: float) -> Shape:
    """The jet below the nozzle; point data "up" 0 there, 1 at its end."""
    made = []
    for k, (long, wide) in enumerate(((4.6, 0.62), (3.4, 0.46), (2.2, 0.30))):
        t = np.linspace(0.0, 1.0, 60)
        radius = wide * (0.55 + 0.75 * t) * np.clip((1 - t) / 0.25, 0.02, 1.0) ** 0.6
        jet = lathe(np.column_stack([radius, top - 0.02 * k - long * t]), sides=40, caps=False)
        made.append(jet.with_data("up", np.clip((top - jet.points[:, 2]) / long, 0, 1)))
    return join(made)


def _smoke() -> Shape:
    """Clouds that roll out over the ground on all sides: large ones, and small ones that billow from them."""
    rng = np.random.default_rng(8)
    made = []
    for _ in range(64):
        a, far = float(rng.uniform(0, 2 * math.pi)), 1.2 + 6.3 * float(rng.uniform()) ** 0.8
        size = float(rng.uniform(0.85, 1.35)) * (1.75 - 0.13 * far)
        high = 0.40 * size + float(rng.uniform(0.0, 1.3)) * max(0.0, 1 - far / 7)
        at = np.array([far * math.cos(a), far * math.sin(a), high])
        made.append(_puff(size, at, rng, sides=26, levels=18))
        for _ in range(4):
            out = rng.normal(size=3) * [1.0, 1.0, 0.7] + [0.5 * math.cos(a), 0.5 * math.sin(a), 0.6]
            out /= np.linalg.norm(out)
            made.append(_puff(size * float(rng.uniform(0.30, 0.55)), at + 0.85 * size * out, rng, sides=16, levels=11))
    return join(made)


def _puff(
    size: float, at: np.ndarray[tuple[int], np.dtype[np.float64]], rng: np.random.Generator, *, sides: int, levels: int
) -> Shape:
    """One lumpy cloud that stays above the ground."""
    ball_ = ball(1.0, sides=sides, levels=levels)
    p, shift = ball_.points, float(rng.uniform(0, 40))
    bumps = noise.fractal(2.6 * p[:, 0] + shift, 2.6 * p[:, 1] + 2.1 * p[:, 2], 4, seed=int(shift))
    put = p * (1 + 0.34 * bumps)[:, None] * size * [1.0, 1.0, 0.85] + at
    return ball_._replace(points=np.maximum(put, [-99.0, -99.0, 0.01]))


def _fire() -> Material:
    """A white hot jet that flutters."""
    up = attribute("up")
    streaks = grain(
        op("vadd", mapping(coords("rest"), scale=(2.2, 2.2, 0.5)), op("combine", 0.0, 0.0, op("time") * 9.0)),
        scale=1.0,
        detail=3.0,
    )
    body = remap(op("facing"), 0.15, 0.9, 1.0, 0.0, smooth=True)
    return Material(
        model="glow", emission=mix((1.0, 0.80, 0.52), (1.0, 0.34, 0.06), remap(up, 0.15, 0.9)),
        emission_strength=body * remap(streaks, 0.28, 0.62) * remap(up, 1.0, 0.55) * 5.0, haze=False, preview=(1.0, 0.6, 0.2),
    )  # fmt: skip


def _cloud() -> Material:
    """Smoke, soft at its edges."""
    soft = grain(coords("rest"), scale=1.3, detail=5.0)
    return Material(
        color=mix((0.50, 0.49, 0.48), (0.82, 0.81, 0.80), soft), roughness=1.0, specular=0.0,
        alpha=remap(op("facing") + (soft - 0.5) * 0.5, 0.45, 0.85, 1.0, 0.0), preview=(0.8, 0.8, 0.8),
    )  # fmt: skip


def _livery(
    m: np.ndarray[tuple[int, int], np.dtype[np.float64]], z: float
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Slot of each face: 0 white, 1 the nose and a band in its color, 2 black squares."""
    up = m[:, 2] - z
    quarter = np.floor((np.arctan2(m[:, 1], m[:, 0]) + 0.4) / (math.pi / 4)).astype(np.int64) % 2
    squares = ((up > 3.2) & (up < 4.6) & (quarter == 0)) | ((up > 4.6) & (up < 6.0) & (quarter == 1))
    nose = (up > 12.4) | ((up > 10.45) & (up < 10.9)) | (up < 0.7)
    return np.where(squares, 2, np.where(nose, 1, 0))


def _fin(z: float) -> Shape:
    """Four swept fins that it stands on."""
    side = np.array(
        [
            (0.85, z + 0.5),
            (1.20, z + 4.0),
            (1.9, z + 2.6),
            (2.9, z + 0.3),
            (3.05, 0.22),
            (2.85, 0.18),
            (2.55, 0.20),
            (1.9, z + 0.2),
            (1.4, z + 0.55),
        ]
    )
    mid = side.mean(axis=0)
    rows = [
        np.column_stack([q[:, 0], np.full(len(q), y), q[:, 1]])
        for y, k in ((-0.09, 0.93), (-0.13, 1.0), (0.13, 1.0), (0.09, 0.93))
        for q in (mid + (side - mid) * k,)
    ]
    return forms.ring_of(rings(np.array(rows)), 4, start_rad=math.pi / 4)


def _tower() -> Shape:
    """The lattice tower with its arms, behind and to the left."""
    at = np.array([-3.1, -1.4, 0.0])
    h, w, made = 13.5, 0.62, []
    posts = [at + [x * w, y * w, 0.18] for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    made += [forms.rod(p, p + [0, 0, h], 0.07, sides=8) for p in posts]
    for k in range(9):
        low, high = 1.5 * k, 1.5 * (k + 1)
        for i in range(4):
            a, b = posts[i], posts[(i + 1) % 4]
            made += [
                forms.rod(a + [0, 0, high], b + [0, 0, high], 0.045, sides=6),
                forms.rod(a + [0, 0, low], b + [0, 0, high], 0.035, sides=6),
            ]
    made += [
        box((1.9, 0.36, 0.30), center=(at[0] + 1.4, at[1] + 0.45, up), bevel=0.05).moved((0, 0, 0))
        for up in (7.4, 11.2)
    ]
    made.append(forms.rod(at + [0, 0, h], at + [0, 0, h + 2.2], (0.05, 0.02), sides=8))
    return join(made)
