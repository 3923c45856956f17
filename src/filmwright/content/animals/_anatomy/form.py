"""The proportions of an animal on four legs, as tables.

Lengths are in heights at the withers; y forward, z up, from the middle of its feet. What belongs to the head is in head lengths:
u from the poll (0) to the tip of the nose (1), x to the right, z up from the line between them. Chosen by eye against
photographs and the plates in Goldfinger, "Animal Anatomy for Artists", 2004.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from filmwright.values import Color

Row = tuple[float, ...]
Rows = tuple[Row, ...]


class Eye(NamedTuple):
    """Where the right eye is (u, x, z), its radius, how far it looks ahead (0: sideways, 1: forward), the iris (linear), the pupil's
    share of it across and up, and how wide the lids are open (0..1)."""

    u: float
    x: float
    z: float
    radius: float
    front: float
    iris: Color
    pupil: tuple[float, float] = (0.55, 0.55)
    open: float = 0.8


class Ear(NamedTuple):
    """The right ear: points along its middle (u, x, z) from the root to the tip, half width at each, which way its hollow looks
    (u, x, z), how deep the hollow is (share of the width), and its thickness."""

    path: Rows
    half: Row
    hollow: Row
    cup: float = 0.35
    thick: float = 0.03


class Limb(NamedTuple):
    """A right leg: joints (y, z) from the top to the toe; girth rows (place along the joints, radius across, radius along);
    distance from the middle at the top and at the foot."""

    joints: Rows
    girth: Rows
    top_x: float
    foot_x: float


class Tail(NamedTuple):
    """Points (y, z, radius) from the root to the tip; `tuft` is the radius and the length of the hair at its end."""

    rows: Rows
    tuft: tuple[float, float] = (0.0, 0.0)


class Form(NamedTuple):
    """One kind of animal. torso: (y, top, bottom, half width); neck: (y, z, radius across, radius deep); skull and jaw: (u, top,
    bottom, half width); lumps of the head: (u, x, z, radius u, radius x, radius z), taken away if the first radius is negative.
    `masses` are further balls of the body: (x, y, z, radius x, radius y, radius z). `trunk` is a nose to hang: (y, z, radius).
    Feet are paws of a length and width, or hooves. `view_rad`, `look_rad`: how it stands to the camera, and how far it turns its head
    to it. `grain`: grid points in a height."""

    height_m: float
    torso: Rows
    neck: Rows
    poll: tuple[float, float]
    head: float
    pitch_deg: float
    skull: Rows
    eye: Eye
    ear: Ear
    fore: Limb
    hind: Limb
    tail: Tail
    foot: Literal["paw", "hoof", "cloven", "pillar"]
    foot_size: tuple[float, float]
    jaw: Rows = ()
    jaw_deg: float = 0.0
    lumps: Rows = ()
    masses: Rows = ()
    trunk: Rows = ()
    nose: tuple[float, float, float] | None = None  # (u, z, half width) of a bare nose
    skull_power: float = 2.3
    view_rad: float = 0.95
    look_rad: float = 0.45
    grain: float = 95.0
    arms: bool = False  # the forelegs do not reach the ground: they hang from the chest
    fore_foot: float = 1.0  # size of a forefoot against foot_size


PAWED_FORE: Rows = (
    (0.0, 0.05, 0.10), (1.0, 0.075, 0.11), (1.6, 0.07, 0.10), (2.0, 0.06, 0.085), (2.4, 0.052, 0.064),
    (2.9, 0.042, 0.046), (3.1, 0.043, 0.046), (3.6, 0.039, 0.040), (4.0, 0.042, 0.042),
)  # fmt: skip
PAWED_HIND: Rows = (
    (0.0, 0.07, 0.14), (0.5, 0.08, 0.145), (1.0, 0.068, 0.095), (1.35, 0.055, 0.08), (1.8, 0.038, 0.05),
    (2.0, 0.039, 0.05), (2.4, 0.037, 0.040), (3.0, 0.042, 0.042),
)  # fmt: skip
HOOFED_FORE: Rows = (
    (0.0, 0.05, 0.11), (1.0, 0.085, 0.12), (1.6, 0.075, 0.10), (2.0, 0.058, 0.085), (2.3, 0.048, 0.068),
    (2.75, 0.033, 0.038), (3.0, 0.036, 0.042), (3.25, 0.026, 0.031), (3.7, 0.024, 0.028), (4.0, 0.031, 0.036),
)  # fmt: skip
HOOFED_HIND: Rows = (
    (0.0, 0.09, 0.17), (0.5, 0.10, 0.16), (1.0, 0.075, 0.10), (1.35, 0.056, 0.085), (1.75, 0.033, 0.052),
    (2.0, 0.036, 0.055), (2.3, 0.028, 0.036), (2.7, 0.026, 0.031), (3.0, 0.032, 0.037),
)  # fmt: skip


def stout(girth: Rows, thigh: float, shank: float) -> Rows:
    """The girth of a leg so many times as thick at its top and at its foot."""
    last = girth[-1][0]
    out = []
    for at, across, deep in girth:
        factor = thigh + (shank - thigh) * min(1.4 * at / last, 1.0)
        out.append((at, across * factor, deep * factor))
    return tuple(out)


def shortened(form: Form, by: float) -> Form:
    """The form on legs that are shorter by so much (heights): what is over its knees comes down, what is under them is squeezed."""

    def low(z: float) -> float:
        share = min(max((z - 0.04) / 0.46, 0.0), 1.0)
        return z - by * share * share * (3 - 2 * share)

    def limb(old: Limb) -> Limb:
        return old._replace(joints=tuple((y, low(z)) for y, z in old.joints))

    return form._replace(
        torso=tuple((y, low(top), low(bottom), half) for y, top, bottom, half in form.torso),
        neck=tuple((y, low(z), *girth) for y, z, *girth in form.neck),
        poll=(form.poll[0], low(form.poll[1])),
        fore=limb(form.fore),
        hind=limb(form.hind),
        tail=form.tail._replace(rows=tuple((y, low(z), r) for y, z, r in form.tail.rows)),
        masses=tuple((x, y, low(z), *radii) for x, y, z, *radii in form.masses),
        trunk=tuple((y, low(z), r) for y, z, r in form.trunk),
    )


def drawn(form: Form, head: float, muzzle: float) -> Form:
    """The form with a head so many times as large, its muzzle so many times as long."""

    def near(u: float) -> float:
        return u if u < _FACE else _FACE + muzzle * (u - _FACE)

    return form._replace(
        head=form.head * head,
        skull=tuple((near(u), *rest) for u, *rest in form.skull),
        jaw=tuple((near(u), *rest) for u, *rest in form.jaw),
        lumps=tuple((near(u), *rest) for u, *rest in form.lumps),
        nose=(near(form.nose[0]), *form.nose[1:]) if form.nose is not None else None,
    )


def youthful(form: Form) -> Form:
    """The form when it is young: large head and eyes, short muzzle, short stout legs, a short tail."""
    young = drawn(shortened(form, 0.12), 1.24, 0.78)
    root = young.tail.rows[0]
    rows = tuple((root[0] + 0.7 * (y - root[0]), root[1] + 0.7 * (z - root[1]), r) for y, z, r in young.tail.rows)
    return young._replace(
        eye=young.eye._replace(radius=1.18 * young.eye.radius),
        fore=young.fore._replace(girth=stout(young.fore.girth, 1.1, 1.2)),
        hind=young.hind._replace(girth=stout(young.hind.girth, 1.05, 1.2)),
        tail=young.tail._replace(rows=rows),
        foot_size=(1.12 * young.foot_size[0], 1.15 * young.foot_size[1]),
    )


_FACE = 0.5  # where along a head the muzzle begins; chosen
