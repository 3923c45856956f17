"""The flesh of a Form: blobs of the right half, in metres."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy.field import UPRIGHT, Blob, Frame, ball, loft, tube
from filmwright.content.animals._anatomy.form import Form, Limb
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame, limb_x
from filmwright.scene.shapes import F64

TOES = ((-0.36, 0.40), (-0.13, 0.55), (0.13, 0.55), (0.36, 0.40))  # (across, ahead) of a paw, in its width and length


def flesh(form: Form, skel: Skeleton) -> list[Blob]:
    """Everything that is one skin: trunk, neck, legs and head."""
    h = form.height_m
    blobs = [loft(UPRIGHT, form.torso, h, 0.04 * h, power=2.15)]
    blobs += [ball(np.multiply(m[:3], h), np.array([m[4], m[3], m[5]]) * h, 0.07 * h) for m in form.masses]
    neck = np.array(form.neck)
    path = np.column_stack([np.zeros(len(neck)), neck[:, :2]]) * h
    blobs.append(tube(path, neck[:, 2] * h, neck[:, 3] * h, 0.09 * h))
    for limb in (form.fore, form.hind):
        blobs += _limb(limb, h)
    for joint, share in (("fetlock_r", form.fore_foot), ("pastern_r", 0.94)):
        blobs += _foot(form, skel.joints[joint], share)
    return blobs + _head(form, skel)


def _limb(limb: Limb, h: float) -> list[Blob]:
    """A leg in two tubes, so that the muscle at its top may flow into the body and the rest stays slim."""
    joints, girth = np.array(limb.joints), np.array(limb.girth)
    at = girth[:, 0]
    y, z = (np.interp(at, np.arange(len(joints)), joints[:, k]) for k in (0, 1))
    x = np.array([limb_x(limb, a) for a in at])
    path = np.column_stack([x, y, z]) * h
    across, deep = girth[:, 1] * h, girth[:, 2] * h
    bend = 2 if len(joints) == 6 else 1  # the elbow, the stifle
    upper, lower = at <= bend + 0.01, at >= bend - 0.01
    return [
        tube(path[upper], across[upper], deep[upper], 0.08 * h),
        tube(path[lower], across[lower], deep[lower], 0.045 * h, steps=22),
    ]


def _foot(form: Form, ankle: F64, share: float) -> list[Blob]:
    """A paw with four toes, or the pastern over a hoof; a pillar's sole."""
    h = form.height_m
    length, width = form.foot_size[0] * h * share, form.foot_size[1] * h * share
    x, y, z = ankle
    if form.foot == "paw":
        floor = sole_m(form, z)
        z = z - floor
        blobs = [ball([x, y + 0.20 * length, floor + 0.62 * z], [0.42 * length, 0.42 * width, 0.60 * z], 0.03 * h)]
        for across, ahead in TOES:
            toe = [x + across * width, y + ahead * length, floor + 0.44 * z]
            blobs.append(ball(toe, [0.25 * length, 0.16 * width, 0.46 * z], 0.012 * h))
        return blobs
    if form.foot == "pillar":
        path = [[x, y, 1.7 * z], [x, y + 0.06 * length, 0.5 * z], [x, y + 0.08 * length, 0.2 * z]]
        return [tube(path, np.array([0.46, 0.53, 0.52]) * width, np.array([0.46, 0.55, 0.54]) * width, 0.03 * h)]
    path = [[x, y, z + 0.01 * h], [x, y + 0.35 * length, 0.45 * z]]
    return [tube(path, np.array([0.40, 0.46]) * width, np.array([0.42, 0.50]) * width, 0.02 * h, steps=6)]


def sole_m(form: Form, ankle_m: float) -> float:
    """Height of the sole of a paw: on the ground, but for hands that hang in the air."""
    thick = 0.06 * form.fore_foot * form.height_m
    return ankle_m - thick if form.arms and ankle_m > 2 * form.hind.joints[-2][1] * form.height_m else 0.0


def _head(form: Form, skel: Skeleton) -> list[Blob]:
    frame, length = head_frame(skel.joints), form.head * form.height_m
    blobs = [loft(frame, form.skull, length, 0.10 * length, power=form.skull_power)]
    if form.jaw:
        blobs.append(loft(jaw_frame(form, skel), form.jaw, length, 0.03 * length))
    for u, x, z, ru, rx, rz in form.lumps:
        radii = np.abs([ru, rx, rz]) * length
        blobs.append(ball(frame.at(u, x, z, length), radii, 0.07 * length, frame, cut=ru < 0))
    if form.trunk:
        rows = np.array(form.trunk) * form.height_m
        path = np.column_stack([np.zeros(len(rows)), rows[:, :2]])
        blobs.append(tube(path, rows[:, 2], rows[:, 2], 0.10 * length, steps=28))
    eye = form.eye
    center = frame.at(eye.u + 0.5 * eye.radius, eye.x + 0.35 * eye.radius, eye.z, length)
    blobs.append(ball(center, 1.02 * eye.radius * length, 0.04 * length, frame, cut=True))
    return blobs


JAW_HINGE = (0.26, -0.10)  # (u, z) of the joint the lower jaw turns about; chosen


def jaw_frame(form: Form, skel: Skeleton) -> Frame:
    """The axes of the head turned about the jaw's joint as far as the mouth is open."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    a = np.radians(form.jaw_deg)
    forward = np.cos(a) * frame.forward - np.sin(a) * frame.up
    up = np.cos(a) * frame.up + np.sin(a) * frame.forward
    return Frame(frame.at(JAW_HINGE[0], 0.0, JAW_HINGE[1], length), forward, frame.right, up)
